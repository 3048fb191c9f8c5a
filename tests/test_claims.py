"""Claims: what is one statement, what is another, and what competes."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from headwater.attribute import attribute
from headwater.claims import find_groups
from headwater.claims.blocking import candidates
from headwater.claims.counts import count_one_thing
from headwater.claims.forms import form
from headwater.claims.similarity import common_order, longest_run, similarity
from headwater.claims.statements import statements_of
from headwater.claims.vetoes import veto
from headwater.claims.wholeness import says, wholeness
from headwater.read import make_document
from headwater.records import Analysis, Evidence, Place, Resolution, Reuse, Segment, Span, Speaker, Story
from headwater.resolve import Resolved
from headwater.segment import segment
from phenomena.claims import PAIRS, Pair
from phenomena.wholeness import ROWS
from reports_by_hand import Line, analyses_of, count, shared

NOBODY = Resolved((), ())


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.why)
def test_pairs_are_told_apart(pair: Pair) -> None:
    lines = [
        Line("a", "The Lantern", "Ines Okoro of Port Almeric", pair.left),
        Line("b", "Norden Wire", "Ines Okoro of Port Almeric", pair.right),
    ]
    claims = count(lines)
    if pair.verdict == "same":
        assert [len(c.statements) for c in claims] == [2]
    else:
        assert [len(c.statements) for c in claims] == [1, 1]
        compete = all(c.competing == (other.id,) for c, other in zip(claims, reversed(claims), strict=True))
        assert compete == (pair.verdict == "competing")


@pytest.mark.parametrize("pair", PAIRS, ids=lambda p: p.why)
def test_order_of_a_pair_does_not_matter(pair: Pair) -> None:
    assert similarity(pair.left, pair.right) == pytest.approx(similarity(pair.right, pair.left))
    one, other = veto(form(pair.left), form(pair.right)), veto(form(pair.right), form(pair.left))
    assert (one and one.kind) == (other and other.kind)


def test_a_denial_competes_with_what_it_denies() -> None:
    words = "the passenger ferry Halcyon was overloaded when it sank in March"
    claims = count([Line("a", "P", "two workers", words), Line("b", "Q", "The ministry", words, polarity="denied")])
    assert [len(c.competing) for c in claims] == [1, 1]


def test_what_somebody_did_not_say_supports_nothing() -> None:
    words = "the passenger ferry Halcyon was overloaded when it sank in March"
    claims = count([Line("a", "P", "two workers", words), Line("b", "Q", "The ministry", words, polarity="not_said")])
    assert [c.documents for c in claims] == [1]


def test_a_denied_negation_is_the_statement() -> None:
    left = Line(
        "a",
        "P",
        "The harbour of Port Almeric",
        "the loading list was not complete when the ship sailed",
        polarity="denied",
    )
    right = Line("b", "Q", "Ines Okoro of Port Almeric", "the loading list was complete when the ship sailed")
    assert [len(c.statements) for c in count([left, right])] == [2]


def test_words_that_are_denied_do_not_stand_for_the_claim() -> None:
    plain = "the passenger ferry Halcyon was not overloaded when it sank in March"
    denied = "the passenger ferry Halcyon was overloaded when it sank in March"
    lines = [Line("a", "P", "Okoro", denied, polarity="denied"), Line("b", "Q", "The ministry", plain)]
    assert [(len(c.statements), "not overloaded" in c.text) for c in count(lines)] == [(2, True)]


def test_own_voice_counts_only_with_figure_or_repetition() -> None:
    background = "The ferry line between the mainland and Senna was opened by the old king in summer"
    figured = "The ship carried 187 passengers and a crew from three countries that night"
    assert count([Line("a", "P", None, background)]) == ()
    assert len(count([Line("a", "P", None, figured)])) == 1
    assert len(count([Line("a", "P", None, background), Line("b", "Q", None, background)])) == 1


def test_a_sentence_that_leads_up_to_a_list_is_no_statement() -> None:
    words = "Here are five reasons why 187 members of the rowing club of Senna voted for the quay"
    assert len(count([Line("a", "P", None, words)])) == 1
    assert count([Line("a", "P", None, f"{words}:")]) == ()


def test_a_line_of_names_is_no_statement() -> None:
    line = "Ines Okoro Lund, Almeric Post"
    assert count([Line("a", "P", None, line), Line("b", "Q", None, line)]) == ()


def test_boilerplate_is_no_statement() -> None:
    analysis = analyses_of([Line("a", "P", None, "Norden Wire has 41 offices in the whole world and more")])[0]
    whole = Segment("boilerplate", 0, len(analysis.document.text))
    assert statements_of(analysis)
    assert not statements_of(replace(analysis, segments=(*analysis.segments, whole)))


def test_an_attribution_that_only_carries_another_is_a_link() -> None:
    analysis = analyses_of([Line("a", "P", "Ines Okoro", "The bow door of the ferry had not been fully closed")])[0]
    inner = analysis.attributions[0]
    text = analysis.document.text
    outer = replace(inner, id="outer", content=(Span(0, len(text.rstrip())),), source=())
    nested = replace(analysis, attributions=(outer, replace(inner, inside="outer")))
    assert [s.statement.attribution for s in statements_of(nested)] == [inner.id]


def test_a_phrase_inside_anothers_sentence_is_a_part_of_it() -> None:
    words = "In spite of what the ministry promised for nine years Ros embodies the long decline of the ferries"
    analysis = analyses_of([Line("a", "P", "Ines Okoro", words)])[0]
    outer = analysis.attributions[0]
    phrase = Span(words.index("the long"), len(words))
    ros, embodies = words.index("Ros"), words.index("embodies")
    source, cue = (Span(ros, ros + 3),), (Span(embodies, embodies + 8),)
    inner = replace(outer, id="inner", inside=outer.id, source=source, cue=cue, content=(phrase,))
    nested = replace(analysis, attributions=(outer, inner))
    assert [s.statement.attribution for s in statements_of(nested)] == [outer.id]


def test_what_an_editors_note_says_is_no_statement() -> None:
    words = "Editor’s note: the storm closed the quay at Senna for nine days, and the figure was changed"
    analysis = analyses_of([Line("a", "P", None, words), Line("a", "P", "Ines Okoro", words)])[0]
    assert not statements_of(analysis)


def test_nameless_words_in_different_contexts_are_two_claims() -> None:
    words = "The roads would stay closed until further notice"
    there = [Line("a", "P", "Okoro of Port Almeric", words), Line("b", "Q", "Ros of Upper Tolna", words)]
    here = [there[0], Line("b", "Q", "Ros of Port Almeric", words)]
    assert [len(c.statements) for c in count(there)] == [1, 1]
    assert [len(c.statements) for c in count(here)] == [2]


def test_differences_do_not_add_up() -> None:
    """Each neighbour is like the next, but the first and the last are two claims: a figure forbids it."""
    said = [
        "41 people died when the ferry sank",
        "People died when the ferry sank",
        "52 people died when the ferry sank",
    ]
    lines = [Line(f"d{i}", f"P{i}", "Okoro", words) for i, words in enumerate(said)]
    for claim in count(lines):
        values = {form(lines[int(s.document[1:])].words).numbers for s in claim.statements}
        assert len(values - {()}) <= 1


def test_same_sentence_by_thousands_is_not_compared_pair_by_pair() -> None:
    words = "The ferry Halcyon sank off Port Almeric on Tuesday with 187 passengers on board"
    forms = [form(f"{words} {i}") for i in range(2000)]
    assert sum(1 for _ in candidates(forms)) < 2000 * 60


def test_order_of_documents_does_not_matter() -> None:
    lines = [Line(f"d{i}", f"P{i % 3}", "Okoro", pair.left) for i, pair in enumerate(PAIRS)]
    lines += [Line(f"e{i}", f"P{i % 3}", "Brandl", pair.right) for i, pair in enumerate(PAIRS)]
    analyses = analyses_of(lines)
    assert find_groups(analyses, NOBODY, ()) == find_groups(analyses[::-1], NOBODY, ())


def test_headline_claims_come_first() -> None:
    background = "The ferry line between the mainland and Senna was opened by the old king in summer"
    lines = [
        Line("a", "P", None, background),
        Line("b", "Q", None, background),
        Line("a", "P", "Ines Okoro", "At least 41 people died when the ferry Halcyon sank off Port Almeric"),
        Line("b", "Q", "Ines Okoro", "At least 41 people died when the ferry Halcyon sank off Port Almeric"),
        Line("c", "R", "Edvin Ros", "At least 52 people died when the ferry Halcyon sank off Port Almeric"),
    ]
    assert count(lines)[-1].text == background


@pytest.mark.parametrize("text", ["", " ", "…", "١٢٣ قتيلا", "渡輪沉沒", "a" * 100_000, "\u0000", "41 41 41 " * 1000])
def test_any_text_has_a_form(text: str) -> None:
    assert 0 <= similarity(text, "At least 41 people died") <= 1
    assert len(form(text).words) <= 160


def test_sequences() -> None:
    assert common_order("abcde", "xaceb") == 3
    assert longest_run("abcde", "xbcdy") == 3
    assert common_order("", "a") == longest_run("", "a") == 0


@pytest.mark.parametrize(("text", "expected", "why"), ROWS, ids=[why for _, _, why in ROWS])
def test_what_stands_by_itself(text: str, expected: str, why: str) -> None:
    assert wholeness(text) == expected, why


def test_other_languages_are_not_judged_by_english_verbs() -> None:
    assert says("Die Fähre sank vor Senna", "de")
    assert not says("Wer schloss die Bugklappe?", "de")


@pytest.mark.parametrize("words", ["Okoro", "the death of a rower in Tolna", "How many were on board the Halcyon?"])
def test_what_says_nothing_is_no_claim(words: str) -> None:
    assert count([Line("a", "P", "Edvin Ros", words), Line("b", "Q", "Edvin Ros", words)]) == ()


def test_a_sentence_with_a_source_and_a_cue_is_not_the_publishers_voice() -> None:
    analysis = analyses_of([Line("a", "P", "Ines Okoro", "The ferry sent a call at 17 and went down within minutes")])[
        0
    ]
    text = analysis.document.text
    tail = Span(text.index("within"), text.index("minutes") + len("minutes"))
    cut = replace(analysis, attributions=(replace(analysis.attributions[0], content=(tail,)),))
    assert [s.statement for s in statements_of(analysis) if s.statement.attribution is None] == []
    assert [s.statement for s in statements_of(cut) if s.statement.attribution is None] == []


def test_the_tail_of_a_sentence_before_its_source_is_the_whole_sentence() -> None:
    analysis = analyses_of([Line("a", "P", "Ines Okoro", "The ferry sent a call at 17 and went down within minutes")])[
        0
    ]
    text = analysis.document.text
    tail = Span(text.index("and went"), analysis.attributions[0].content[0].end)
    cut = replace(analysis, attributions=(replace(analysis.attributions[0], content=(tail,)),))
    assert [s.form.text for s in statements_of(cut)] == ["The ferry sent a call at 17 and went down within minutes"]
    other = replace(analysis.attributions[0], id="other", cue=(Span(4, 9),), source=(), content=(), kind="indirect")
    heard = replace(cut, attributions=(*cut.attributions, other))
    assert [s.form.text for s in statements_of(heard)] == []


def _with_clause(name: str, publisher: str, *, clause: str) -> Analysis:
    """Return a document whose sentence is attributed, and its clause once more to somebody else."""
    words = "The ferry Halcyon sank off Port Almeric on Tuesday and 41 people drowned in the strait"
    analysis = analyses_of([Line(name, publisher, "Ines Okoro", words)])[0]
    start = analysis.document.text.index(clause)
    whole = analysis.attributions[0]
    part = replace(whole, id=f"{name} part", content=(Span(start, start + len(clause)),), inside=whole.id)
    return replace(analysis, attributions=(whole, part))


def test_a_clause_is_shown_with_its_sentence() -> None:
    clause = "41 people drowned in the strait"
    both = [_with_clause("a", "P", clause=clause), _with_clause("b", "Q", clause=clause)]
    groups = find_groups(both, NOBODY, ())
    assert [(g.text[:10], len(g.statements)) for g in groups] == [("The ferry ", 4)]


def test_a_clause_that_more_documents_give_is_a_claim_of_its_own() -> None:
    clause = "41 people drowned in the strait"
    third = analyses_of([Line("c", "R", "Ines Okoro of Port Almeric", clause)])
    both = [_with_clause("a", "P", clause=clause), _with_clause("b", "Q", clause=clause), *third]
    assert sorted(len({s.document for s in g.statements}) for g in find_groups(both, NOBODY, ())) == [2, 3]


def test_what_publishers_share_or_dispute_comes_first() -> None:
    long = "On 3 March 2026 Ines Okoro of Port Almeric and Edvin Ros of Senna counted 48 men, 15 women and 9 children"
    shared = "The passenger ferry Halcyon had passed its yearly inspection"
    disputed = "41 people died when the ferry Halcyon sank off Port Almeric"
    lines = [
        Line("a", "P", "Ines Okoro", long),
        Line("a", "P", "Edvin Ros", shared),
        Line("b", "Q", "Edvin Ros", shared),
        Line("c", "R", "Edvin Ros", disputed),
        Line("d", "S", "Lena Fabre", disputed.replace("41", "52")),
    ]
    claims = count(lines)
    assert claims[-1].text == long
    assert {c.text for c in claims[:3]} == {shared, disputed, disputed.replace("41", "52")}


def test_what_leans_on_the_text_goes_down() -> None:
    lines = [
        Line("a", "P", "Ines Okoro", "Of those nine were members of the crew and six had not been identified"),
        Line("a", "P", "Ines Okoro", "The harbour of Port Almeric stayed open through the night"),
    ]
    assert [c.text[:3] for c in count(lines)] == ["The", "Of "]


def test_a_denied_claim_is_shown_with_who_denies_it() -> None:
    document = make_document("Marten Lund denied that the firm had hidden a fault in the valves.")
    parts = segment(document)
    analysis = Analysis(document, parts, attribute(document, parts, None), (), ())
    (claim,) = find_groups([analysis], NOBODY, ())
    assert claim.text == "Marten Lund denied that the firm had hidden a fault in the valves"


def test_the_same_words_are_one_claim_where_a_shared_passage_ties_two_texts_without_names() -> None:
    words = "the roads stayed closed after the accident in the tunnel"
    lines = [
        Line("a", "P", "officials", words),
        Line("a", "P", None, "it rained when Ada Quill met Kit Oduya and Omar Said in Vail near Tolna"),
        Line("b", "Q", "officials", words),
        Line("b", "Q", None, "it snowed when Ines Okoro met Marcus Ostler and Peter Lund in Senna near Norden"),
    ]
    blocks = ((Span(0, len(words)), Span(0, len(words))),)
    shared = Reuse("r", Place("a", 0, len(words)), Place("b", 0, len(words)), blocks, 1.0, 60.0, (), "unknown", "")
    assert [g.text for g in find_groups(analyses_of(lines), NOBODY, ())] == [words, words]
    tied = find_groups(analyses_of(lines), NOBODY, [shared])
    assert [len(g.statements) for g in tied if g.text == words] == [2]


@pytest.mark.parametrize(
    ("source", "then", "back"),
    [
        ("On 1 July we", "That was wrong.", True),
        ("This newspaper", "The report was not true.", True),
        ("An earlier version of this article", "It rained.", True),
        ("Correction\n\nOn 3 July we", "It rained.", True),
        ("Rumour", "It rained.", False),
        ("we", "It rained.", False),
        ("The ministry", "That was wrong.", False),  # what it said it said
    ],
)
def test_what_a_text_takes_back_denies_what_it_said(source: str, then: str, back: bool) -> None:
    words = "the dam above Port Almeric has a crack of eleven metres"
    text = f"{source} said that {words}. {then}\n\n"
    plain = Line("b", "Norden Wire", "Okoro", words)
    first = analyses_of([replace(plain, document="a")])[0]
    at, start = text.index(source.split("July ")[-1]), text.index(words)
    item = replace(
        first.attributions[0],
        source=(Span(at, text.index(" said")),),
        cue=(Span(start - 10, start - 6),),
        content=(Span(start, start + len(words)),),
    )
    behind = text.index(then)
    segments = (Segment("sentence", 0, behind - 1), Segment("sentence", behind, behind + len(then)))
    note = replace(first, document=replace(first.document, text=text), attributions=(item,), segments=segments)
    groups = find_groups([note, *analyses_of([plain])], NOBODY, ())
    assert [len(g.statements) for g in groups] == ([1, 1] if back else [2])
    assert not back or (all(g.competing for g in groups) and any(source[-2:] in g.text for g in groups))


@pytest.mark.parametrize(
    ("left", "right", "one"),
    [
        ("The owner had 19 warnings about the pillars", "19 warnings about the pillars had reached the owner", True),
        (
            "Repairs at the quay would cost 470 million crowns",
            "To rebuild the quay costs about 470 million crowns",
            True,
        ),
        ("15 people were arrested in Senna on Monday", "On Monday 15 people from Senna were injured", False),
        ("Five dockers were arrested in Senna", "In Senna police held five dockers", False),  # too small
        ("The fee for the quay of Senna is $1", "In Senna a boat at the quay pays $1", False),  # too small
        ("55 percent of the voters want the quay", "The quay is wanted by 55 percent of voters", False),  # a share
        ("The vote of 2016 in Senna was hacked", "Hackers were at work in Senna in the 2016 vote", False),  # a year
        ("Thousands of people left Senna", "In Senna thousands of people went away", False),  # no number
    ],
)
def test_one_figure_for_one_thing_makes_other_words_one_claim(left: str, right: str, one: bool) -> None:
    assert count_one_thing(form(left), form(right)) == count_one_thing(form(right), form(left)) == one


@pytest.mark.parametrize(
    ("speaker", "day", "together"),
    [("Okoro", "2031-03-04", True), ("Ros", "2031-03-04", False), ("Okoro", "2031-03-14", False), ("Okoro", "", False)],
)
def test_one_speaker_gives_one_figure_on_the_same_days(speaker: str, day: str, together: bool) -> None:
    lines = [
        Line("a", "P", "Okoro", "rebuilding the quay of Almeric and Senna would cost 470 million crowns"),
        Line("b", "Q", speaker, "the storm left owners of the Almeric quay in Senna with a bill of 470 million crowns"),
    ]
    first, second = analyses_of(lines)
    second = replace(second, document=replace(second.document, published=day or None))
    first = replace(first, document=replace(first.document, published="2031-03-03"))
    named = tuple(Speaker(name, name, "person", (name,)) for name in ("Okoro", "Ros"))
    said = tuple(
        Resolution(a.attributions[0].id, who, "stated", Evidence("test", "test"))
        for a, who in ((first, "Okoro"), (second, speaker))
    )
    assert (len(find_groups((first, second), Resolved(named, said), ())) == 1) == together


@pytest.mark.parametrize(
    ("behind", "untrue"), [(" are untrue.", True), (" were simply false.", True), (" are many.", False)]
)
def test_a_report_that_is_called_untrue_is_denied(behind: str, untrue: bool) -> None:
    words = "the dam above Port Almeric has a crack of eleven metres"
    plain = Line("b", "Norden Wire", "Okoro", words)
    first = analyses_of([replace(plain, document="a")])[0]
    text = f"Reports that {words}{behind}"
    item = replace(first.attributions[0], source=(Span(0, 7),), cue=(Span(0, 7),), content=(Span(13, 13 + len(words)),))
    note = replace(
        first,
        document=replace(first.document, text=text),
        attributions=(item,),
        segments=(Segment("sentence", 0, len(text)),),
    )
    groups = find_groups([note, *analyses_of([plain])], NOBODY, ())
    assert [len(g.statements) for g in groups] == ([1, 1] if untrue else [2])
    assert not untrue or text in {g.text for g in groups}


def test_a_denied_phrase_is_against_no_other_phrase() -> None:
    lines = [
        Line("a", "P", "Ros", "the harbour fraud charges against him", polarity="denied"),
        Line("b", "Q", "Okoro", "harbour fraud charges against Ros are the worst thing that can happen"),
    ]
    assert not any(c.competing for c in count(lines))


@pytest.mark.parametrize(("first", "second", "together"), [("ANA", "ANA", True), ("ANA", "ROS", False)])
def test_what_two_people_say_of_themselves_is_not_one_claim(first: str, second: str, together: bool) -> None:
    lines = [
        Line("a", "P", first, "she would work together with the auditors of the mill"),
        Line("b", "Q", second, "she would work with all auditors of the mill"),
    ]
    analyses = analyses_of(lines)
    named = tuple(Speaker(name, name, "person", (name,)) for name in ("ANA", "ROS"))
    said = tuple(
        Resolution(a.attributions[0].id, who, "stated", Evidence("test", "test"))
        for a, who in zip(analyses, (first, second), strict=True)
    )
    assert (len(find_groups(analyses, Resolved(named, said), ())) == 1) == together


def _one_sentence(name: str, text: str, source: str, cue: str, content: tuple[str, ...]) -> Analysis:
    """Return a document of one sentence with one attribution, its parts quoted from the text."""

    def find(part: str) -> Span:
        return Span(text.index(part), text.index(part) + len(part))

    analysis = analyses_of([Line(name, "P", "Okoro", "nothing of it is true")])[0]
    item = replace(
        analysis.attributions[0],
        source=(find(source),),
        cue=(find(cue),),
        content=tuple(map(find, content)),
    )
    return replace(
        analysis,
        document=replace(analysis.document, text=text),
        attributions=(item,),
        segments=(Segment("sentence", 0, len(text)),),
    )


@pytest.mark.parametrize(
    ("who", "does", "together"),
    [("Okoro", "agreed", True), ("The river guild of Senna", "threatened", False)],
)
def test_who_means_to_do_it_is_part_of_what_is_meant(who: str, does: str, together: bool) -> None:
    words = "to lift the levy on salt of the mills"
    both = [
        _one_sentence("a", f"Okoro agreed {words}.", "Okoro", "agreed", (words,)),
        _one_sentence("b", f"{who} {does} {words} soon.", who, does, (f"{words} soon",)),
    ]
    assert (len(find_groups(both, NOBODY, ())) == 1) == together


@pytest.mark.parametrize(("act", "together"), [("passed", True), ("unveiled", False)])
def test_what_is_done_with_it_is_part_of_what_has_no_verb(act: str, together: bool) -> None:
    words = "two bills against the mayor of Senna"
    both = [
        _one_sentence("a", f"The River Guild passed {words}.", "The River Guild", "passed", (words,)),
        _one_sentence("b", f"The River Guild {act} {words}.", "The River Guild", act, (words,)),
    ]
    assert (len(find_groups(both, NOBODY, ())) == 1) == together


def test_what_has_a_present_verb_hangs_on_no_cue() -> None:
    words = "Senna pays the levy"
    (said,) = statements_of(
        _one_sentence("a", f"The River Guild insists {words}.", "The River Guild", "insists", (words,))
    )
    assert (said.form.text, said.acts) == (words, frozenset())


@pytest.mark.parametrize(
    ("text", "cue", "content", "shown"),
    [
        (
            "The law of Senna has been called by rowers the end of all free rowing.",
            "been called",
            ("The law of Senna", "the end of all free rowing"),
            True,
        ),
        ("The quay, rowers said, is closed to all ships.", "said", ("The quay", "is closed to all ships"), False),
    ],
)
def test_what_the_cue_parts_is_shown_with_it(text: str, cue: str, content: tuple[str, ...], shown: bool) -> None:
    (said,) = statements_of(_one_sentence("a", text, "rowers", cue, content))
    assert said.told == (text.rstrip(".") if shown else "")


@pytest.mark.parametrize(
    ("words", "others", "kept"),
    [
        ("Please consider a gift to the Lantern, which takes your letters in Senna.", "P", 0),
        ("Write to the editors of the Lantern at post@lantern.example in Senna.", "P", 0),
        ("Ana Ruiz is a columnist for the Lantern of Senna and teaches law.", "P", 0),
        ("The lower lock of Senna opens for barges of the salt company in spring.", "P", 1),
        ("Ana Ruiz is a columnist for the Lantern of Senna and teaches law.", "Q", 1),
    ],
)
def test_what_a_publisher_prints_under_several_texts_for_its_readers_is_no_claim(
    words: str, others: str, kept: int
) -> None:
    assert len(count([Line("a", "P", None, words), Line("b", others, None, words)])) == kept


@pytest.mark.parametrize(("days", "story", "rivals"), [(2, False, 1), (40, False, 0), (40, True, 1)])
def test_a_denial_of_another_time_competes_only_within_a_story(days: int, story: bool, rivals: int) -> None:
    words = "the passenger ferry Halcyon of Port Almeric was overloaded in the storm"
    lines = [Line("a", "P", "two workers", words), Line("b", "Q", "The ministry", words, polarity="denied")]
    first, second = analyses_of(lines)
    begin = date(2031, 3, 3)
    first = replace(first, document=replace(first.document, published=begin.isoformat()))
    later = (begin + timedelta(days)).isoformat()
    second = replace(second, document=replace(second.document, published=later))
    told = (Story("s", (first.document.id, second.document.id), ("ferry",), None, None),) if story else ()
    groups = find_groups((first, second), NOBODY, (), told)
    assert [len(g.competing) for g in groups] == [rivals, rivals]


@pytest.mark.parametrize(("source", "other", "rivals"), [(None, "a", 0), ("Okoro", "a", 0), ("Okoro", "b", 1)])
def test_one_text_gives_two_figures_for_two_things(source: str | None, other: str, rivals: int) -> None:
    lines = [
        Line("a", "P", None, "Ros won 43 percent of those voters in Almeric compared to 54 percent four years ago"),
        Line(
            other, "P", source, "Ros won 55 percent of those voters in Almeric compared with 69 percent four years ago"
        ),
    ]
    assert [len(c.competing) for c in count(lines)] == [rivals, rivals]


ALIKE = "Norden is the greatest threat to the security of the islands of Senna"
IN_OTHER_WORDS = "Norden remains a great threat to the security of the islands of Senna"


@pytest.mark.parametrize(
    ("days", "tied_by", "claims"),
    [
        (2, "", 1),
        (400, "", 2),
        (400, "one speaker", 1),
        (400, "shared words", 1),
        (400, "story", 1),
    ],
)
def test_what_is_said_in_like_words_at_another_time_is_one_claim_only_where_more_ties_it(
    days: int, tied_by: str, claims: int
) -> None:
    lines = [Line("a", "P", "Ines Okoro", ALIKE), Line("b", "Q", "Tom Ruiz", IN_OTHER_WORDS)]
    begin = date(2031, 3, 3)
    first, second = (
        replace(a, document=replace(a.document, published=(begin + timedelta(n)).isoformat()))
        for a, n in zip(analyses_of(lines), (0, days), strict=True)
    )
    told = (Story("s", ("a", "b"), ("threat",), None, None),) if tied_by == "story" else ()
    speaker = Speaker("okoro", "Ines Okoro", "person", (), (), None)
    said = tuple(
        Resolution(x.id, "okoro", "stated", Evidence("test", "test")) for a in (first, second) for x in a.attributions
    )
    resolved = Resolved((speaker,), said) if tied_by == "one speaker" else NOBODY
    reuse = (shared(lines, *lines),) if tied_by == "shared words" else ()
    assert len(find_groups((first, second), resolved, reuse, told)) == claims


def test_one_figure_in_other_words_is_one_claim_only_where_a_source_gives_both() -> None:
    left = "11 million foreigners live in Norden without papers, and the bill on farms of Senna says nothing of them"
    right = "The minister of Norden said nothing of the 11 million without papers when he opened the fair of Senna"
    for source, claims in ((None, 2), ("Ines Okoro", 1)):
        lines = [Line("a", "P", source, left), Line("b", "P", source, right)]
        dated = [replace(a, document=replace(a.document, published="2031-03-03")) for a in analyses_of(lines)]
        speaker = Speaker("okoro", "Ines Okoro", "person", (), (), None)
        said = tuple(Resolution(x.id, "okoro", "stated", Evidence("t", "t")) for a in dated for x in a.attributions)
        assert len(find_groups(dated, Resolved((speaker,), said), ())) == claims


@pytest.mark.parametrize(
    ("words", "days", "claims"),
    [
        ("There is still work to do", 400, 2),
        ("There is still work to do", 3, 1),
        ("There is still much work to be done before anybody may sleep in these houses again", 400, 1),
        ("The work of Ines Okoro is not done", 400, 1),
    ],
)
def test_a_short_phrase_without_a_name_is_one_claim_only_at_one_time(words: str, days: int, claims: int) -> None:
    lines = [Line("a", "P", "Ines Okoro of Port Senna", words), Line("b", "Q", "Tom Ruiz of Port Senna", words)]
    begin = date(2031, 3, 3)
    dated = [
        replace(a, document=replace(a.document, published=(begin + timedelta(n)).isoformat()))
        for a, n in zip(analyses_of(lines), (0, days), strict=True)
    ]
    assert len(find_groups(dated, NOBODY, ())) == claims
