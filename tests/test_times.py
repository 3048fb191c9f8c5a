"""Tests of the date expressions: the table of phenomena, properties that hold for any text, and speed."""

import importlib
import random
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.records import Attribution, Document, Evidence, Segment, Span
from headwater.times import find_times
from headwater.times.lexicon import CLASS_OF
from phenomena import times as general
from phenomena import times_news
from phenomena.times import Row

SHARED = Path(__file__).resolve().parents[2] / "shared"


def _document(text: str, published: str | None = None) -> Document:
    return Document(id="d", path="d.txt", sha256="", text=text, published=published)


@pytest.mark.parametrize("row", [*general.ROWS, *times_news.ROWS], ids=lambda row: row.reason + ": " + row.text[:40])
def test_phenomenon(row: Row) -> None:
    found = find_times(_document(row.text, row.published), ())
    shown = tuple((row.text[t.start : t.end], t.kind, t.value) for t in found)
    assert shown == row.expected, row.reason


def test_an_anchored_value_names_its_anchor_and_keeps_what_the_text_says() -> None:
    (found,) = find_times(_document("He resigned on Feb. 1.", "2016-02-03"), ())
    assert (found.value, found.text_value) == ("2016-02-01", "XXXX-02-01")
    assert found.anchor == "document date 2016-02-03"
    assert found.edtf == "2016-02-01"


def test_without_an_anchor_both_values_are_the_text_s_and_no_anchor_is_named() -> None:
    (found,) = find_times(_document("He resigned on Feb. 1."), ())
    assert (found.value, found.text_value, found.edtf, found.anchor) == ("XXXX-02-01", "XXXX-02-01", "XXXX-02-01", None)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("in the summer of 2014", "2014-22"),
        ("in the 1980s", "198X"),
        ("in the third quarter of 1984", "1984-35"),
        ("for two weeks", None),
        ("in recent years", None),
        ("in 490 BC", "-0489"),
        ("in April 480 BC", None),
        ("in the first half of 2014", "2014-40"),
        ("on Easter Monday 2014", "2014-04-21"),
    ],
)
def test_edtf_form(text: str, edtf: str | None) -> None:
    (found,) = find_times(_document(text), ())
    assert found.edtf == edtf


PIECES = """
May 5 , 1990 2,000 two weeks ago the last next Friday early - ' 2016-09-12 12/13/14 5:54 at a.m. of and quarter year's
end 1914-18 nineteen ninety-six BC 31 ½ half a century's Sept. 0/0 99999999999 １９９０ '89 every 1980s 10:57 p.m. noon
"""
WORDS = st.sampled_from([*PIECES.split(), "\n", "\n\n", "\u00a0"])


@settings(max_examples=150, deadline=None)
@given(
    st.lists(WORDS, max_size=25).map(" ".join) | st.text(max_size=80),
    st.sampled_from([None, "2016-09-12", "0001-01-01", "9999-12-31", "2016"]),
)
def test_times_lie_in_the_text_in_order_and_never_overlap(text: str, published: str | None) -> None:
    found = find_times(_document(text, published), ())
    reached = 0
    for one in found:
        assert reached <= one.start < one.end <= len(text)
        assert one.value
        reached = one.end
    assert len({one.id for one in found}) == len(found)
    assert find_times(_document(text, published), ()) == found


@settings(max_examples=50, deadline=None)
@given(st.lists(WORDS, max_size=25).map(" ".join))
def test_a_year_stands_in_the_text_where_the_document_has_no_date(text: str) -> None:
    for one in find_times(_document(text), ()):
        assert one.anchor is None or not one.anchor.startswith("document date")


def test_any_words_of_the_calendar_side_by_side_can_be_read() -> None:
    chance = random.Random(1)
    between = [
        "the",
        "of",
        "a",
        "in",
        "on",
        "to",
        "-",
        ",",
        "’s",
        "1999",
        "12",
        "'98",
        "10:30",
        "pm",
        "05/06/2011",
        "half",
    ]
    for _ in range(6_000):
        kinds = (sorted(CLASS_OF) if chance.random() < 0.65 else between for _ in range(chance.randint(2, 6)))
        find_times(_document(" ".join(chance.choice(kind) for kind in kinds), "2016-09-12"), ())


@pytest.mark.parametrize(
    "filler", ["a", " ", "1", "1 ", "May ", "the last two ", "a few ", "\n", "-", "twenty-", "1/2 "]
)
def test_hostile_repetition_takes_time_in_proportion_to_its_length(filler: str) -> None:
    text = filler * (100_000 // len(filler))
    began = time.process_time()
    find_times(_document(text, "2016-09-12"), ())
    assert time.process_time() - began < 8


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore::ResourceWarning")  # the shared scorer leaves its files open
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_figures_on_the_development_sets() -> None:
    if not (SHARED / "data" / "time").exists():
        pytest.skip("the shared time sets are not beside the checkout")
    module = importlib.import_module("times")
    figures = module.measure()
    assert figures["news value F1"] > 76
    assert figures["narratives value F1"] > 83
    assert module.words_per_second() > 20_000


def test_a_full_date_in_the_dateline_anchors_a_document_without_a_date() -> None:
    text = "ARLEN, 12 May 2014 - The council met on Friday."
    found = find_times(_document(text), (Segment("dateline", 0, 18), Segment("sentence", 21, len(text))))
    assert [(one.value, one.anchor) for one in found] == [("2014-05-12", None), ("2014-05-09", "dateline 2014-05-12")]


def _said(text: str, source: str, cue: str, content: str) -> Attribution:
    def span(words: str) -> tuple[Span, ...]:
        return (Span(text.index(words), text.index(words) + len(words)),)

    evidence = Evidence("by hand", "Marked by hand.")
    return Attribution(
        "a", "d", span(source), span(cue), span(content), "direct", "said", "stated", None, 1.0, evidence
    )


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "words", "value", "anchor"),
    [
        (
            "“We won today,” the minister said on 12 May 2014.",
            "the minister", "said", "We won today", "today", "2014-05-12", "speaker's time 2014-05-12 (“12 May 2014”)",
        ),
        (
            "On 12 May 2014, the minister said: “We won yesterday.”",
            "the minister", "said", "We won yesterday.", "yesterday", "2014-05-11",
            "speaker's time 2014-05-12 (“12 May 2014”)",
        ),
        (
            "A 2014 report said: “It fell last year.”",
            "A 2014 report", "said", "It fell last year.", "last year", "2013", "speaker's year 2014 (“2014”)",
        ),
        (
            "A 2014 report said: “It fell last month.”",
            "A 2014 report", "said", "It fell last month.", "last month", "XXXX-XX", None,
        ),
        (
            "“We won today,” the minister said.",
            "the minister", "said", "We won today", "today", "2016-09-12", "document date 2016-09-12",
        ),
    ],
)  # fmt: skip
def test_inside_a_quotation_the_anchor_is_the_speaker_s_time(
    text: str, source: str, cue: str, content: str, words: str, value: str, anchor: str | None
) -> None:
    sentence = Segment("sentence", 0, len(text))
    found = find_times(_document(text, "2016-09-12"), (sentence,), (_said(text, source, cue, content),))
    (one,) = [t for t in found if text[t.start : t.end] == words]
    assert (one.value, one.anchor) == (value, anchor)
