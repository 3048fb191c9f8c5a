"""Dates that stand in another document: shared passages, events that another text dates, and what stays open."""

import pytest

from headwater.align import align
from headwater.figures import find_figures
from headwater.records import Analysis, Document, Time
from headwater.segment import segment
from headwater.timeline import anchor_across
from headwater.times import find_times


def analyse(name: str, text: str, published: str | None = None) -> Analysis:
    document = Document(name, f"{name}.txt", "", text, published=published, language="en")
    segments = segment(document)
    times = find_times(document, segments)
    return Analysis(document, segments, (), times, find_figures(document, segments, (), times))


def told(words: str, *documents: Analysis) -> Time:
    """Return the time that ``words`` of the first document are, once the collection was looked at."""
    (first, *_) = anchor_across(documents, align(documents))
    at = first.document.text.index(words)
    return next(time for time in first.times if time.start <= at < time.end)


LATER = (
    "A clip of the Harl Valley Office praises villages. A video from the Harl Valley Office has a narrator. "
    "Another video, published by the River Office two weeks later, shows a barn."
)
DATED = "On February 1 the Harl Valley Office published a video."
ASKED = (
    (
        "an event dated elsewhere, no year",
        LATER,
        "On February 1 the Harl Valley Office published a video.",
        "XXXX-02-15",
    ),
    (
        "an event dated elsewhere with its year",
        LATER,
        "On February 1, 2031 the Harl Valley Office published a video.",
        "2031-W07",
    ),
    ("nobody dates it", LATER, "The Harl Valley Office published a video.", "XXXX-WXX"),
    ("another name", LATER, "On February 1 the Lake District Office published a video.", "XXXX-WXX"),
    ("another kind of event", LATER, "On February 1 the Harl Valley Office held an election.", "XXXX-WXX"),
    (
        "two days for one event",
        LATER,
        "On February 1 the Harl Valley Office published a video. On May 9 the Harl Valley Office published a video.",
        "XXXX-WXX",
    ),
    (
        "after a named event",
        "Three days after the sinking of the Halcyon a buoy was found.",
        "The Halcyon sank on March 3, 2031.",
        "2031-03-06",
    ),
    (
        "before a named event",
        "Two days before the sinking of the Halcyon it passed a test.",
        "The Halcyon sank on March 3, 2031.",
        "2031-03-01",
    ),
    (
        "after an event of another ship",
        "Three days after the sinking of the Halcyon a buoy was found.",
        "The Meridian sank on March 3, 2031.",
        "P3D",
    ),
    (
        "the day of something else in the sentence",
        "Three days after the sinking of the Halcyon a buoy was found.",
        "The Halcyon, whose sinking fills the front pages of every paper of this coast and of the islands far to the "
        "south of it as well, was built by a yard that closed on March 3, 2031.",
        "P3D",
    ),
    (
        "a leap day may lie between",
        LATER.replace("two weeks later", "four weeks later"),
        "On February 10 the Harl Valley Office published a video.",
        "XXXX-WXX",
    ),
    (
        "a day that no leap year moves",
        LATER.replace("two weeks later", "four weeks later"),
        "On April 10 the Harl Valley Office published a video.",
        "XXXX-05-08",
    ),
    (
        "several weeks stay vague",
        LATER.replace("two weeks later", "several weeks later"),
        "On February 1, 2031 the Harl Valley Office published a video.",
        "FUTURE_REF",
    ),
)


@pytest.mark.parametrize(("reason", "text", "other", "value"), ASKED, ids=[row[0] for row in ASKED])
def test_a_length_is_counted_from_an_event_that_another_document_dates(
    reason: str, text: str, other: str, value: str
) -> None:
    words = next(w for w in ("two weeks", "four weeks", "several weeks", "Three days", "Two days") if w in text)
    assert told(words, analyse("a", text), analyse("b", other)).value == value, reason


def test_the_anchor_names_the_event_its_day_and_the_document_that_gives_it() -> None:
    time = told("two weeks", analyse("a", LATER), analyse("b", DATED))
    assert time.anchor == "video of Harl Valley Office, XXXX-02-01, dated in b.txt"
    assert time.edtf == "XXXX-02-15~"
    assert {place.document for place in time.evidence.places} == {"a", "b"}


def test_the_order_of_documents_does_not_matter() -> None:
    first = analyse("a", LATER)
    other = analyse("b", DATED)
    one, two = anchor_across([first, other], ()), anchor_across([other, first], ())
    assert set(one) == set(two)


SHARED = (
    "The harbour master said on Tuesday that the ferry Halcyon had left the shelter of the breakwater with open doors "
    "and that nobody on the bridge had seen the warning lamp, which was covered with a towel."
)


def test_a_shared_passage_gives_an_undated_document_its_day() -> None:
    time = told("Tuesday", analyse("a", SHARED), analyse("b", SHARED, "2031-03-05"))
    assert (time.value, time.anchor) == ("2031-03-04", "same passage in b.txt, 2031-03-05")


def test_two_dated_documents_that_disagree_give_none() -> None:
    time = told("Tuesday", analyse("a", SHARED), analyse("b", SHARED, "2031-03-05"), analyse("c", SHARED, "2031-03-19"))
    assert time.anchor is None
    assert time.value.startswith("XXXX")


def test_a_dated_document_keeps_what_it_says_itself() -> None:
    time = told("Tuesday", analyse("a", SHARED, "2031-03-12"), analyse("b", SHARED, "2031-03-05"))
    assert time.value == "2031-03-11"
