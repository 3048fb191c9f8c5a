"""The attribute stage as a whole: records, nesting, what the model adds, and what must hold for any text."""

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from headwater.attribute import attribute
from headwater.models.attribution.model import Prediction
from headwater.records import Attribution, Document, Segment, SegmentKind, Span
from headwater.segment import segment


def document(text: str, language: str | None = "en") -> Document:
    return Document("d", "a.txt", "", text, language=language)


def found(
    text: str, predictions: list[Prediction] | None = None, language: str | None = "en"
) -> tuple[Attribution, ...]:
    shown = document(text, language)
    return attribute(shown, segment(shown), predictions)


def spans(text: str, *parts: str) -> tuple[Span, ...]:
    return tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)


def prediction(text: str, source: str, cue: str, content: str, score: float = 0.8) -> Prediction:
    return Prediction(spans(text, source) if source else (), spans(text, cue), spans(text, content), score)


def test_attributions_inside_others_form_a_tree() -> None:
    text = "The Post reported that Quill said that Oduya denied that the wall leaned."
    outer, middle, inner = found(text)
    assert (outer.inside, middle.inside, inner.inside) == (None, outer.id, middle.id)
    assert (outer.polarity, middle.polarity, inner.polarity) == ("said", "said", "denied")


def test_an_attribution_quoted_inside_a_quotation_is_inside_it() -> None:
    text = "“Oduya told me, ‘Go home,’ and I went,” Quill said."
    by_source = {a.source[0].of(text): a for a in found(text)}
    assert by_source["Oduya"].inside == by_source["Quill"].id


def test_a_content_cut_short_by_the_model_is_drawn_out_to_its_marks() -> None:
    text = "“The wall leaned for years and nobody cared,” as per Quill."
    (only,) = found(text, [prediction(text, "Quill", "as per", "The wall leaned for years")])
    assert only.content[0].of(text) == "“The wall leaned for years and nobody cared,”"
    assert only.kind == "direct"
    assert only.score == 0.8


def test_rules_add_a_direct_quotation_that_the_model_missed() -> None:
    text = "“The wall leaned for years,” Quill said."
    (only,) = found(text, [])
    assert (only.source[0].of(text), only.evidence.rule) == ("Quill", "quotation before cue")


def test_a_model_without_a_source_stays_without_one() -> None:
    text = "The deal was described as dead."
    (only,) = found(text, [prediction(text, "", "was described as", "dead")])
    assert only.source == ()


def test_what_the_model_is_not_sure_of_is_left_out() -> None:
    text = "The mayor favours a wall."
    assert found(text, [prediction(text, "The mayor", "favours", "a wall", score=0.2)]) == ()


def test_time_grows_in_line_with_the_text() -> None:
    text = "“It leaned,” Quill said. “Nobody cared,” she told Oduya, who said that it stood.\n\n" * 1500
    predictions = [
        Prediction((Span(at + 13, at + 18),), (Span(at + 19, at + 23),), (Span(at, at + 12),), 0.9)
        for at in range(0, len(text), len(text) // 1500)
    ]
    start = time.process_time()
    attributions = found(text, predictions)
    assert len(attributions) >= 3000
    assert time.process_time() - start < 12  # seconds; 2 here, minutes were it quadratic


def test_identifiers_do_not_depend_on_the_order_of_predictions() -> None:
    text = "Quill said the wall leaned. Oduya said it stood."
    first = prediction(text, "Quill", "said", "the wall leaned")
    second = prediction(text, "Oduya", "said", "it stood")
    assert found(text, [first, second]) == found(text, [second, first])


@pytest.mark.parametrize("text", ["", " ", "“", "said", "said said said", "“” said", "— : “", ":", "A: B", "\n\n>"])
def test_scraps_give_nothing_false(text: str) -> None:
    assert all(a.content for a in found(text))


@given(
    st.lists(
        st.sampled_from(
            [
                "Quill",
                "said",
                "that",
                "“",
                "”",
                ",",
                ".",
                "he",
                "told",
                "“Go,”",
                "\n\n",
                "according to",
                "denied",
                "‘",
                "’",
                ":",
            ]
        ),
        max_size=25,
    )
)
@example(["”", "”", "“", ",", "said", "Quill"])  # no clause before the comma
@example(["”", "”", "“", ",", "Quill", "was", "quoted", "as", "saying"])
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_the_tree_has_no_ring(words: list[str]) -> None:
    text = " ".join(words)
    attributions = found(text)
    by_id = {a.id: a for a in attributions}
    assert len(by_id) == len(attributions)
    for a in attributions:
        for span in (*a.source, *a.cue, *a.content):
            assert 0 <= span.start < span.end <= len(text)
        seen = set()
        at: str | None = a.id
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = by_id[at].inside


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "shown", "said"),
    [
        ("Two port workers, who feared for their jobs, said the crane shook.", "Two port workers, who", "said",
         "the crane shook", "Two port workers", "the crane shook"),
        ("Ada Quill, a driver, said the road was shut.", "Ada Quill, a driver,", "said", "the road was shut",
         "Ada Quill, a driver", "the road was shut"),
        ("The Messenger of God, peace be upon him, said the road was shut.", "The Messenger of God, peace be", "said",
         "the road was shut", "The Messenger of God", "the road was shut"),
        ("Sir - Ada Quill (“Castles”, 3 April) claims the road was shut.", "Sir - Ada Quill (“Castles”", "claims",
         "the road was shut", "Ada Quill", "the road was shut"),
        ("The man, named in the report only as Ada Quill, said the road was shut.", "The man", "said",
         "the road was shut", "The man, named in the report only as Ada Quill", "the road was shut"),
        ("The team surveyed nine men and found that it helps.", "The team surveyed nine men and", "found",
         "that it helps", "The team", "that it helps"),
        ("Norda AG today announced that it leaks.", "Norda AG today", "announced", "that it leaks", "Norda AG",
         "that it leaks"),
        ("A man, Abu Usama al-Vaili, says it leaks.", "al-Vaili", "says", "it leaks", "Abu Usama al-Vaili", "it leaks"),
        ("We treated nine men and found that it helps.", "", "found", "that it helps", "We", "that it helps"),
        ("Jon Reiter, a doctor, had said it should not be used by anyone over eighty years, the Vail Post reported.",
         "the Vail Post", "reported", "a doctor", "the Vail Post",
         "Jon Reiter, a doctor, had said it should not be used by anyone over eighty years"),
        ("Jon Locher/AP Photo said the road was shut.", "Jon Locher/AP Photo", "said", "the road was shut", "",
         "the road was shut"),
        ("The Anvil, in June, reported a leak.", "The Anvil,", "reported", "a leak", "The Anvil", "a leak"),
        ("The harbour board said the crane shook.", "The", "said", "the crane shook", "The harbour board",
         "the crane shook"),
        ("Oduya left and said the crane shook.", "and", "said", "the crane shook", "", "the crane shook"),
        ("Wall Falls\n\nOduya said the crane shook.", "Wall Falls\n\nOduya", "said", "the crane shook", "Oduya",
         "the crane shook"),
        ("The ferry called at 5:40 p.m. and went down at once, Quill told reporters.", "Quill", "told",
         "and went down at once", "Quill", "The ferry called at 5:40 p.m. and went down at once"),
        ("“It leans,” read the sign, and the wall fell, Quill said.", "Quill", "said", "and the wall fell", "Quill",
         "and the wall fell"),
        ("Oduya said the crane cost $5 million.", "Oduya", "said", "the crane cost $5", "Oduya",
         "the crane cost $5 million"),
        ("Oduya said the crane will lean over the quay.", "Oduya", "said", "the crane will", "Oduya",
         "the crane will lean over the quay"),
        ("Oduya praised the harbour's new crane, and left.", "Oduya", "praised", "the harbour's", "Oduya",
         "the harbour's new crane"),
        ("Oduya said he shook the crane and left.", "Oduya", "said", "he shook", "Oduya", "he shook"),
        ("Oduya said it threw him off the pier.", "Oduya", "said", "it threw", "Oduya", "it threw him off the pier"),
        ("Oduya said it is for the medical board.", "Oduya", "said", "it is for the medical", "Oduya",
         "it is for the medical board"),
        ("Norda sells cranes in ten states, Quill said.", "Quill", "said", "cranes in ten states", "Quill",
         "Norda sells cranes in ten states"),
        ("However, officials in Vail said it leaned.", "However, officials in Vail", "said", "it leaned",
         "officials in Vail", "it leaned"),
        ("Norda, a firm that makes cranes, said it leaned.", "Norda, a firm that", "said", "it leaned",
         "Norda, a firm that makes cranes", "it leaned"),
        ("Oduya said it was top-heavy.", "Oduya", "said", "it was top-", "Oduya", "it was top-heavy"),
        ("Oduya said it bought the U.K. crane.", "Oduya", "said", "it bought the U.K", "Oduya",
         "it bought the U.K. crane"),
        ("Oduya left (she warned that it leaned).", "she", "warned", "that it leaned)", "she", "that it leaned"),
        ("Oduya said Sunday the crane shook.", "Oduya", "said", "Sunday the crane shook", "Oduya", "the crane shook"),
        ("Nine drivers, the paper said, want to leave.", "drivers", "want", "to leave", "Nine drivers", "to leave"),
        ("Noting that the crane leaned, Ada Quill left the pier.", "", "Noting", "that the crane leaned", "Ada Quill",
         "that the crane leaned"),
        ("The Vail Post and two other papers reported that it leaned.", "The", "reported", "that it leaned",
         "The Vail Post and two other papers", "that it leaned"),
        ("The United States, it knew, said it leaned.", "The United", "said", "it leaned", "The United States",
         "it leaned"),
        ("The Tide Board on Monday said it leaned.", "The Tide Board on", "said", "it leaned", "The Tide Board",
         "it leaned"),
        ("Friday's resolution said it leaned.", "Friday", "said", "it leaned", "Friday's resolution", "it leaned"),
        ("Ada Quill -- a driver -- said it leaned.", "Ada Quill -- a driver --", "said", "it leaned",
         "Ada Quill -- a driver", "it leaned"),
        ("Quill told the crew on Monday that it leaned, reports the Post.", "the Post", "reports", "that it leaned",
         "the Post", "Quill told the crew on Monday that it leaned"),
    ],
)  # fmt: skip
def test_spans_of_the_model_are_put_right_at_their_ends(
    text: str, source: str, cue: str, content: str, shown: str, said: str
) -> None:
    made = [a for a in found(text, [prediction(text, source, cue, content)]) if a.cue[0].of(text) == cue]
    assert [[span.of(text) for span in a.source] for a in made] == [[shown] if shown else []]
    assert [span.of(text) for a in made for span in a.content] == [said]


@pytest.mark.parametrize(
    ("text", "source", "polarity", "certainty"),
    [
        ("Two workers, who feared for their jobs, said the crane shook.", "Two workers", "said", "stated"),
        ("A clerk, who asked not to be named, said the crane shook.", "A clerk", "said", "stated"),
        ("A clerk, who was tired, did not say the crane shook.", "A clerk", "not_said", "stated"),
        (
            "Two clerks, speaking in secret because they were not allowed to talk to the press, said the crane shook.",
            "Two clerks",
            "said",
            "stated",
        ),
    ],
)
def test_a_relative_clause_does_not_colour_the_cue(text: str, source: str, polarity: str, certainty: str) -> None:
    cue = "say" if " say " in text else "said"
    (only,) = found(text, [prediction(text, source, cue, "the crane shook")])
    assert (only.polarity, only.certainty) == (polarity, certainty)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "polarity"),
    [
        ("Quill has rejected the plan, saying the crane shook.", "Quill", "saying", "the crane shook", "said"),
        ("The board denied it all, repeatedly saying it stood.", "The board", "repeatedly saying", "it stood", "said"),
        ("Quill declined to go, saying the crane shook.", "Quill", "saying", "the crane shook", "said"),
        ("The board rejected a new offer.", "The board", "rejected", "a new offer", "said"),
        ("The board rejected that the crane shook.", "The board", "rejected", "that the crane shook", "denied"),
        ("The board rejected claims that it shook.", "The board", "rejected claims", "that it shook", "denied"),
        ("The board rejected the idea that it shook.", "The board", "rejected", "the idea that it shook", "denied"),
        ("The board denied that it shook.", "The board", "denied", "that it shook", "denied"),
    ],
)
def test_only_the_verb_of_a_saying_denies_it(text: str, source: str, cue: str, content: str, polarity: str) -> None:
    made = found(text, [prediction(text, source, cue, content)])
    assert [a.polarity for a in made if a.cue[0].of(text) == cue] == [polarity]


def test_sayings_within_sayings_make_a_tree_of_any_depth() -> None:
    text = "The paper says the mayor says the union says the crew says the wall will fall."
    content = text[len("The paper says ") : -1]
    chain = found(text, [prediction(text, "The paper", "says", content)])
    assert [a.source[0].of(text) for a in chain] == ["The paper", "the mayor", "the union", "the crew"]
    assert [a.inside for a in chain] == [None, *(a.id for a in chain[:-1])]
    assert {a.content[0].end for a in chain} == {len(text) - 1}


def test_a_content_cut_at_an_inner_saying_goes_on_to_its_end() -> None:
    text = "Police said the guards had threatened to leave the pier."
    outer = prediction(text, "Police", "said", "the guards had threatened to")
    inner = prediction(text, "the guards", "had threatened", "to leave the pier", score=0.9)
    contents = {a.content[0].of(text) for a in found(text, [outer, inner])}
    assert contents == {"the guards had threatened to leave the pier", "to leave the pier"}


def test_a_gap_in_a_content_without_source_or_cue_is_closed() -> None:
    text = "The Halcyon sent a call and went down, the harbour master said."
    torn = Prediction(
        spans(text, "the harbour master"), spans(text, "said"), spans(text, "The Hal", "and went down"), 0.8
    )
    assert [a.content for a in found(text, [torn])] == [spans(text, "The Halcyon sent a call and went down")]


def test_an_acronym_and_a_title_are_kept_whole() -> None:
    text = "Mr. Quill praised the head of the U.S. Chamber."
    cut = prediction(text, "Mr", "praised", "the head of the U")
    (kept,) = found(text, [cut])
    assert kept.source[0].of(text) == "Mr. Quill"
    assert kept.content[0].of(text) == "the head of the U.S. Chamber"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Quill wanted the pier. The mayor said it was shut. Oduya told drivers so.", True),
        ("I love this town. We walk to the pier when you visit. Quill wanted the pier.", False),
    ],
)
def test_uncertain_noun_phrases_count_only_in_texts_that_report(text: str, kept: bool) -> None:
    unsure = prediction(text, "Quill", "wanted", "the pier", score=0.4)
    assert any(a.cue[0].of(text) == "wanted" for a in found(text, [unsure])) is kept


@pytest.mark.parametrize(("cue", "content", "kept"), [("bought", "a new net", False), ("praised", "the net", True)])
def test_an_uncertain_cue_needs_a_word_of_telling(cue: str, content: str, kept: bool) -> None:
    text = f"Quill {cue} {content}. The mayor said it was shut. Oduya told drivers so."
    unsure = prediction(text, "Quill", cue, content, score=0.4)
    assert any(a.cue[0].of(text) == cue for a in found(text, [unsure])) is kept


@pytest.mark.parametrize(
    ("cue", "content", "kept"),
    [("introduced", "a bill on nets", False), ("allowed", "that it leaned", True), ("praised", "a bill on nets", True)],
)
def test_who_only_does_something_says_nothing(cue: str, content: str, kept: bool) -> None:
    text = f"The board {cue} {content}. The mayor said it was shut. Oduya told drivers so."
    sure = prediction(text, "The board", cue, content, score=0.85)
    assert any(a.cue[0].of(text) == cue for a in found(text, [sure])) is kept


def test_two_who_speak_in_one_sentence_keep_their_own_words() -> None:
    text = "Ada Quill, R-Vail, called it “dead,” and Kit Oduya, D-Lund, said, “It leans over the whole quay.”"
    astray = prediction(text, "Ada Quill, R-Vail", "said", "“It leans over the whole quay.”")
    assert ["Kit Oduya, D-Lund"] in [[s.of(text) for s in a.source] for a in found(text, [astray])]
    assert not any(a.cue[0].of(text) == "said" and "Quill" in a.source[0].of(text) for a in found(text, [astray]))


def test_nobody_says_what_a_way_to_say_holds() -> None:
    assert found("It was a way for us to say, “We will not be silenced by you.”") == ()


def test_a_letter_that_is_answered_or_passed_on_is_its_senders() -> None:
    lead = "On Fri, 14 Mar 2031 at 08:55, Leo Hartig <leo@vrw.example> wrote:"
    head = "From: Amnat Deller <mayor@vail.example>\nSent: Thursday\nTo: Nia Orlan"
    text = f"I agree.\n\n{lead}\n\nThe pier leans a little.\n\n{head}\n\nThe pier is fine and stays open."
    kinds: list[tuple[SegmentKind, str]] = [
        ("paragraph", "I agree."), ("paragraph", lead), ("block_quotation", "The pier leans a little."),
        ("boilerplate", head), ("block_quotation", "The pier is fine and stays open."),
    ]  # fmt: skip
    segments = tuple(Segment(kind, text.index(part), text.index(part) + len(part)) for kind, part in kinds)
    made = attribute(document(text), segments, None)
    assert [(a.source[0].of(text), a.cue[0].of(text), a.content[0].of(text)) for a in made] == [
        ("Leo Hartig", "wrote", "The pier leans a little."),
        ("Amnat Deller", "From", "The pier is fine and stays open."),
    ]


def test_what_goes_on_is_not_what_is_said() -> None:
    text = "A year after the leak began, cases continue in Vail and rise in Lund, the board said."
    assert [a.cue[0].of(text) for a in found(text)] == ["said"]


def test_who_is_recalled_saying_it_says_it() -> None:
    text = "A nurse recalled Quill saying: “Nobody leaves.”"
    (only,) = found(text)
    assert only.source == spans(text, "Quill")


def test_no_rule_takes_the_end_of_a_sentence_for_the_end_of_a_relative_clause() -> None:
    assert found("A boat that rebels say they sank was lost in a storm.") == ()


def test_what_a_speakers_own_findings_suggest_has_no_other_source() -> None:
    text = "“Our findings suggest that it leaks,” Quill said."
    inner = prediction(text, "Our findings", "suggest", "that it leaks")
    assert [a.source[0].of(text) for a in found(text, [inner])] == ["Quill"]


def test_what_somebody_referred_to_was_something_is_no_saying() -> None:
    text = "The answer Quill referred to was the wall that fell."
    assert found(text, [prediction(text, "Quill", "referred to", "was the wall that fell")]) == ()


def test_reports_that_are_false_are_denied() -> None:
    text = "Reports that the alarm failed are false."
    (only,) = found(text, [prediction(text, "", "Reports", "that the alarm failed are false")])
    assert (only.source, only.polarity) == ((), "denied")
