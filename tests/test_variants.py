"""Variants of one utterance: which wording lies in which longer one."""

from dataclasses import replace

import pytest

from headwater.quotations.variants import find_variants
from headwater.records import Analysis, Attribution, Document, Evidence, QuotationVariants, Span

LONG = "we will open the weir at dawn, and nobody who lives below the mill needs to leave the house"


def analysis(name: str, quote: str, published: str | None = None) -> Analysis:
    text = f"The keeper said: “{quote}.” It rained."
    start = text.index(quote)
    said = Attribution(
        f"a-{name}",
        name,
        (Span(0, 10),),
        (Span(11, 15),),
        (Span(start, start + len(quote)),),
        "direct",
        "said",
        "stated",
        None,
        1.0,
        Evidence("test", "test"),
    )
    return Analysis(Document(name, name, "", text, published=published), (), (said,), (), ())


def relations(found: QuotationVariants) -> list[tuple[str, str, str | None]]:
    return [(v.attribution, v.relation, v.of) for v in found.variants]


def test_a_shorter_wording_hangs_on_the_longer_one() -> None:
    (found,) = find_variants(
        [
            analysis("short", "nobody who lives below the mill needs to leave the house", "2031-01-01"),
            analysis("long", LONG, "2031-01-02"),
            analysis("again", LONG, "2031-01-03"),
        ]
    )
    assert relations(found) == [
        ("a-long", "longest", None),
        ("a-again", "same", "a-long"),
        ("a-short", "shorter", "a-long"),
    ]
    assert found.longest.document == "long"


def test_other_words_are_told_with_their_changes() -> None:
    rows: tuple[tuple[str, list[tuple[str, str, str]]], ...] = (  # the other wording, what was changed
        (LONG.replace("dawn", "noon"), [("replaced", "noon", "dawn")]),
        (LONG.replace("nobody who", "anybody who"), [("replaced", "anybody", "nobody")]),
        ("nobody that lives below the mill needs to leave the house", [("replaced", "that", "who")]),
        ("We will open the weir at dawn … nobody who lives below the mill needs to leave the house", []),
        ("[W]e will open the weir at dawn, and nobody who lives below the mill needs to leave", []),
    )
    for wording, changes in rows:
        (found,) = find_variants([analysis("long", LONG), analysis("other", wording)])
        assert [(c.kind, c.quoted, c.original) for v in found.variants for c in v.changes] == changes, wording
        assert found.variants[1].relation == ("changed" if changes else "shorter")


def test_a_wording_hangs_on_the_one_that_holds_it_most_exactly() -> None:
    altered = LONG.replace("below", "under") + " tonight or tomorrow"
    (found,) = find_variants(
        [
            analysis("altered", altered),
            analysis("long", LONG),
            analysis("short", "nobody who lives below the mill needs to leave"),
        ]
    )
    assert ("a-short", "shorter", "a-long") in relations(found)


def test_utterances_that_share_a_phrase_stay_apart() -> None:
    other = "we will open the weir when the minister has paid for the new gate and not one day before that"
    assert find_variants([analysis("a", LONG), analysis("b", other)]) == ()
    assert find_variants([analysis("a", LONG)]) == ()
    assert find_variants([]) == ()


def test_the_order_of_documents_does_not_matter() -> None:
    documents = [analysis("b", LONG), analysis("a", LONG), analysis("c", "open the weir at dawn")]
    assert find_variants(documents) == find_variants(documents[::-1])


def test_what_the_reporter_puts_between_is_not_left_out() -> None:
    text = "The keeper said: “We will open the weir at dawn,” he told Bell. “Nobody below the mill needs to leave.”"
    parts = ["We will open the weir at dawn", "Nobody below the mill needs to leave"]
    whole = analysis("long", LONG)
    spans = tuple(Span(text.index(part), text.index(part) + len(part)) for part in parts)
    broken = Analysis(Document("long", "long", "", text), (), (replace(whole.attributions[0], content=spans),), (), ())
    short = analysis("short", "We will open below the mill needs to leave")
    (found,) = find_variants([broken, short])
    (change,) = found.variants[1].changes
    assert (change.original, change.classes) == ("the weir at dawn … Nobody", ("negation",))


@pytest.mark.parametrize(
    ("one", "other", "together"),
    [
        (LONG, "open the weir at noon", False),  # of five words, four are a phrase
        (LONG, "open the weir at dawn", True),
        (
            "I know Ada, and I think she would run the mill very well",
            "I know Piet, and I think she would run it",
            False,
        ),
        (
            "I know Ada, and I think she would run the mill well",
            "I know Ada, and I think she'd run the mill well",
            True,
        ),
    ],
)
def test_a_phrase_or_another_name_makes_another_utterance(one: str, other: str, together: bool) -> None:
    assert (len(find_variants([analysis("a", one), analysis("b", other)])) == 1) == together


def test_what_one_text_quotes_twice_with_other_words_are_two_utterances() -> None:
    again = "we will open the weir at noon, and nobody who lives below the mill needs to fear"
    one, text = analysis("a", LONG), f"The keeper said: “{LONG}.” It rained. He added: “{again}.”"
    start = text.index(again)
    second = replace(one.attributions[0], id="a-2", content=(Span(start, start + len(again)),))
    both = replace(one, document=replace(one.document, text=text), attributions=(*one.attributions, second))
    (found,) = find_variants([both, analysis("b", LONG)])
    assert {v.attribution for v in found.variants} == {"a-a", "a-b"}
