"""Slips in what rules and model find, repaired by the sentence around the cue."""

import pytest

from headwater.attribute.candidates import Candidate
from headwater.attribute.passives import turned
from headwater.attribute.repairing import repaired
from headwater.records import Document, Span
from headwater.resolve.names import find_names
from headwater.segment import segment


def at(text: str, words: str) -> tuple[Span, ...]:
    """Return where the words stand; several stretches are parted by “ … ”."""
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in words.split(" … ") if part)


def candidate(text: str, source: str, cue: str, content: str) -> Candidate:
    return Candidate(at(text, source), at(text, cue), at(text, content), "model", "By hand.", 0.9)


def repair(text: str, *found: Candidate) -> list[tuple[str, str, str]]:
    document = Document("d", "a.txt", "", text, language="en")
    kept = repaired(text, found, segment(document))
    return [tuple(" … ".join(s.of(text) for s in part) for part in (c.source, c.cue, c.content)) for c in kept]  # type: ignore[misc]


def test_a_participle_goes_on_with_the_speaker_before_it() -> None:
    text = "The mayor should go, said Ada Quill, head of the union, adding that the wall leaned."
    lead = candidate(text, "Ada Quill, head of the union", "said", "The mayor should go")
    astray = candidate(text, "The mayor", "adding", "that the wall leaned")
    assert repair(text, lead, astray)[1][0] == "Ada Quill, head of the union"


def test_a_participle_after_another_sentence_keeps_its_source() -> None:
    text = "The mayor should go, said Ada Quill. Kit Oduya left, adding that the wall leaned."
    lead = candidate(text, "Ada Quill", "said", "The mayor should go")
    own = candidate(text, "Kit Oduya", "adding", "that the wall leaned")
    assert repair(text, lead, own)[1][0] == "Kit Oduya"


def test_what_a_headline_says_ends_with_it() -> None:
    text = "Auditors: wall cost four million\n\nBy Ada Quill, Vail Post\n\nThe wall cost four million, the court said."
    (found,) = repair(text, candidate(text, "Auditors", ":", "wall cost four million\n\nBy Ada Quill, Vail Post"))
    assert found[2] == "wall cost four million"


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Petrov rejected claims by the minister that the city wasted it.",
            ("Petrov", "rejected claims", "by the minister that the city wasted it"),
            ("Petrov", "rejected claims", "that the city wasted it"),
        ),
        (
            "The group also claims to have shot it down.",
            ("The group", "also claims to", "have shot it down"),
            ("The group", "also claims", "to have shot it down"),
        ),
        (
            "Petrov warned the city council that the pier leaned.",
            ("Petrov", "warned", "the city council that the pier leaned"),
            ("Petrov", "warned", "that the pier leaned"),
        ),
        (
            "Petrov assured Quill: “The pier stands.”",
            ("Petrov", "assured", "Quill: “The pier stands.”"),
            ("Petrov", "assured", "“The pier stands.”"),
        ),
    ],
)
def test_what_is_said_begins_where_it_is_said(text: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    source, cue, content = before
    assert repair(text, candidate(text, source, cue, content)) == [after]


def test_a_bracket_that_leads_to_another_article_says_nothing() -> None:
    text = "Quill left. (RELATED: Mayor Says Pier Leaks) It rained."
    assert repair(text, candidate(text, "Mayor", "Says", "Pier Leaks")) == []


def test_a_box_of_links_says_nothing_and_names_nobody() -> None:
    text = "Chair Ana Lund Ana Maria LundPort board tells drivers no Vail votes again MORE (R-Vail) said it fell."
    inside = candidate(text, "Port board", "tells", "drivers no")
    behind = candidate(text, "R-Vail)", "said", "it fell")
    assert repair(text, inside, behind) == [("Chair Ana Lund", "said", "it fell")]
    assert next(name.span.of(text) for name in find_names(text)) == "Ana Lund"
    assert not any("Port" in name.words for name in find_names(text))


def test_telling_the_truth_is_no_saying() -> None:
    text = "Neither side was telling the truth: “Both play games.”"
    assert repair(text, candidate(text, "Neither side", "was telling", "“Both play games.”")) == []


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Ada Quill will resign, it is reported.",
            ("", "is reported", "Ada Quill will resign, it"),
            ("", "is reported", "Ada Quill will resign"),
        ),
        (
            "One of them, Ada Quill, said that it fell.",
            ("One of them", "said", "that it fell"),
            ("One of them, Ada Quill", "said", "that it fell"),
        ),
        (
            "An official, who was not allowed to speak publicly, said it fell.",
            ("An official, who was not allowed to", "said", "it fell"),
            ("An official, who was not allowed to speak publicly", "said", "it fell"),
        ),
        (
            "The teacher, at Park School in Vail, said it fell.",
            ("The teacher, at Park School", "said", "it fell"),
            ("The teacher, at Park School in Vail", "said", "it fell"),
        ),
        (
            "Ada Quill, 9, left in a hurry, saying it fell.",
            ("Ada Quill, 9", "saying", "it fell"),
            ("Ada Quill, 9", "saying", "it fell"),
        ),
        (
            "He said they wore the badge of the Fourth Brigade.",
            ("He", "said", "they wore the badge of the Fourth"),
            ("He", "said", "they wore the badge of the Fourth Brigade"),
        ),
        (
            "The clerk said that he knew nothing. Did he?",
            ("The clerk", "said", "that he knew nothing. Did he"),
            ("The clerk", "said", "that he knew nothing."),
        ),
        (
            "Hostage-takers hold ten men, says video\n\nIt rained.",
            ("Hostage-takers hold ten men,", "says", "video"),
            ("video", "says", "Hostage-takers hold ten men"),
        ),
        (
            "The firm’s announcement that it is safe leaves out nine men.",
            ("The firm’s", "announcement", "that it is safe leaves out nine men"),
            ("The firm’s", "announcement", "that it is safe"),
        ),
        (
            "Quill’s claim that it fell is also wrong.",
            ("Quill’s", "claim", "that it fell is also wrong"),
            ("Quill’s", "claim", "that it fell"),
        ),
        (
            "It was signed by Oduya, a person who has seen it said.",
            ("it", "said", "It was signed by Oduya, a person who has seen"),
            ("a person who has seen it", "said", "It was signed by Oduya"),
        ),
        (
            "Forty fish died. That is what Ada Quill told us, and nobody laughed.",
            ("Ada Quill", "told", "That is what … and nobody laughed"),
            ("Ada Quill", "told", "Forty fish died."),
        ),
    ],
)
def test_spans_go_as_far_as_the_sentence_shows(text: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    source, cue, content = before
    assert repair(text, candidate(text, source, cue, content)) == [after]


def test_what_a_speaker_would_not_confirm_is_no_part_of_what_he_said() -> None:
    text = "An envoy said ten had died, but would not confirm their names."
    said = candidate(text, "An envoy", "said", "ten had died, but would not confirm their names")
    assert repair(text, said) == [
        ("An envoy", "said", "ten had died"),
        ("An envoy", "would not confirm", "their names"),
    ]


def test_what_another_claims_to_the_contrary_is_no_part_of_what_is_said() -> None:
    text = "Ten died, its army says, though rebels claim the figure is thirty."
    said = candidate(text, "its army", "says", "Ten died … though rebels claim the figure is thirty")
    other = candidate(text, "rebels", "claim", "the figure is thirty")
    assert repair(text, said, other)[0][2] == "Ten died"


def test_reports_that_are_called_false_are_denied() -> None:
    text = "Reports that the alarm failed are false."
    (found,) = repair(text, candidate(text, "", "Reports", "that the alarm failed are false"))
    assert found == ("", "Reports … are false", "that the alarm failed")


def test_two_who_share_their_words_both_say_them() -> None:
    text = "Quill said and Oduya confirmed that it fell."
    one = candidate(text, "Quill", "said", "and Oduya confirmed that it fell")
    other = candidate(text, "Oduya", "confirmed", "that it fell")
    assert [c[2] for c in repair(text, one, other)] == ["that it fell", "that it fell"]


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Asked whether it fell, the mayor left.", "Asked", "whether it fell"),
        ("If asked about it, say that it fell.", "say", "that it fell"),
    ],
)
def test_what_is_asked_or_bidden_is_nobodys_saying(text: str, cue: str, content: str) -> None:
    assert repair(text, candidate(text, "", cue, content)) == []


def test_what_somebody_is_known_for_is_no_saying() -> None:
    text = "Ada Quill is known for her deep nets."
    assert repair(text, candidate(text, "Ada Quill", "is known for", "her deep nets")) == []


def test_to_give_somebody_a_name_is_no_saying() -> None:
    text = "A man identified as Quill says it fell."
    assert repair(text, candidate(text, "Quill", "identified", "A man … as")) == []


def test_a_headline_above_reports_nothing_that_is_called_false_below() -> None:
    text = "Statement on Quill\n\nReports that the alarm failed are false."
    (found,) = repair(text, candidate(text, "Statement on Quill", "Reports", "that the alarm failed are false"))
    assert found == ("", "Reports … are false", "that the alarm failed")


def test_a_line_of_capitals_below_the_title_is_another_texts_headline() -> None:
    text = "Wall leans\n\nAda Quill said it fell.\n\nODUYA SAYS PORT WALL WILL FALL SOON\n\nIt rained."
    own = candidate(text, "Ada Quill", "said", "it fell")
    assert repair(text, own, candidate(text, "ODUYA", "SAYS", "PORT WALL WILL FALL SOON")) == [
        ("Ada Quill", "said", "it fell")
    ]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Ada Quill was accused of theft.",
            ("Ada Quill", "was accused of", "theft"),
            ("", "was accused of", "Ada Quill … theft"),
        ),
        (
            "The clerk accused of theft left.",
            ("The clerk", "accused of", "theft"),
            ("", "accused of", "The clerk … theft"),
        ),
        (
            "Ada Quill, 26, was criticized by Kit Oduya for the delay.",
            ("Ada Quill, 26", "was criticized", "for the delay"),
            ("Kit Oduya", "was criticized", "Ada Quill, 26 … for the delay"),
        ),
        (
            "Ada Quill was asked about the wall.",
            ("Ada Quill", "was asked about", "the wall"),
            ("", "was asked about", "the wall"),
        ),
        (
            "The guards were told that it fell.",
            ("The guards", "were told", "that it fell"),
            ("", "were told", "that it fell"),
        ),
        (
            "Ada Quill accused Oduya of theft.",
            ("Ada Quill", "accused", "Oduya of theft"),
            ("Ada Quill", "accused", "Oduya of theft"),
        ),
        (
            "Kit Oduya said the wall, once praised, was asked about.",
            ("Kit Oduya", "said", "the wall, once praised, was asked about"),
            ("Kit Oduya", "said", "the wall, once praised, was asked about"),
        ),
    ],
)
def test_who_is_accused_or_asked_says_nothing(text: str, before: tuple[str, ...], after: tuple[str, ...]) -> None:
    (found,) = turned(text, [candidate(text, *before)])
    assert tuple(" … ".join(s.of(text) for s in part) for part in (found.source, found.cue, found.content)) == after


def test_what_a_page_sets_above_its_summary_is_nobody() -> None:
    text = "Story highlights The wall leans"
    assert repair(text, candidate(text, "Story", "highlights", "The wall leans")) == []
