"""The desk's timeline: each day, month or year with what was published on it and what texts tell of it.

Sentences of several documents that say the same of one day are one entry, as everywhere; what they were counted from
stands beside it. Days whose year no text gives come last, and what is only told as later or earlier has its own page.
"""

from dataclasses import dataclass

from headwater.errors import NotFoundError
from headwater.report.desk.lists import DOCUMENT, MOST, DocumentLine, Month, Page, lines_of, months, size_of
from headwater.report.timeline import Following, TimelineEntry, say_value
from headwater.store.shelf import Shelf, unpack

DAYS = 40  # days on a page of the timeline
PER_DAY = 12  # documents and entries shown of one day; its own page has all


@dataclass(frozen=True, slots=True)
class DayLine:
    """A day (or a month, or a year) with the numbers of documents published and of entries that tell of it."""

    day: str
    documents: int
    told: int


@dataclass(frozen=True, slots=True)
class EntryLine:
    """What is told of a day. ``entry`` quotes the first of ``sentences`` sentences."""

    entry: TimelineEntry
    sentences: int


@dataclass(frozen=True, slots=True)
class DayPage:
    """A day: documents published on it, and what texts tell of it; ``when`` is the day in words."""

    line: DayLine
    when: str
    documents: tuple[DocumentLine, ...]
    entries: tuple[EntryLine, ...]


@dataclass(frozen=True, slots=True)
class DayList:
    """One day, page by page: ``first`` documents and entries stand before those shown."""

    day: DayPage
    first: int
    more: bool


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days in order; ``months`` those in which something was published; ``following`` what is only told as later
    or earlier."""

    days: tuple[DayPage, ...]
    months: tuple[Month, ...]
    following: int
    after: str | None


def timeline(shelf: Shelf, after: str = "") -> Timeline:
    """Return the days after one, each with what was published on it and what texts tell of it."""
    rows = shelf.rows("SELECT day, documents, told FROM days WHERE day > ? ORDER BY day LIMIT ?", (after, DAYS + 1))
    return Timeline(
        tuple(_day(shelf, DayLine(*row), 0, PER_DAY) for row in rows[:DAYS]),
        months(shelf),
        size_of(shelf, "following"),
        rows[DAYS - 1][0] if len(rows) > DAYS else None,
    )


def day(shelf: Shelf, key: str, first: int = 0) -> DayList:
    """Return one day (month, year) from the ``first`` of its documents and entries on. Raises NotFoundError."""
    rows = shelf.rows("SELECT day, documents, told FROM days WHERE day = ?", (key,))
    if not rows:
        raise NotFoundError("nothing was published on this day, and no text tells of it")
    line = DayLine(*rows[0])
    return DayList(_day(shelf, line, first, MOST), first, first + MOST < max(line.documents, line.told))


def _day(shelf: Shelf, line: DayLine, first: int, most: int) -> DayPage:
    some = (line.day, most, first)
    published = shelf.rows(DOCUMENT + "WHERE day = ? ORDER BY number LIMIT ? OFFSET ?", some)
    told = shelf.rows("SELECT line, sentences FROM entries WHERE day = ? ORDER BY number LIMIT ? OFFSET ?", some)
    return DayPage(
        line,
        say_value(line.day),
        tuple(DocumentLine(*row) for row in published),
        tuple(EntryLine(unpack(entry, TimelineEntry), sentences) for entry, sentences in told),
    )


def following(shelf: Shelf, after: int = -1) -> Page[Following]:
    """Return what is told as later or earlier without a day, by document and place."""
    return lines_of(shelf, "following", Following, after, size_of(shelf, "following"))
