"""The dates of a case: by document, and in one order where it can be told.

The order holds what is dated to a day, a month or a year; a day without a year stands apart, since no year is invented;
and what is only told as later or earlier stays beside the sentence that it follows. Sentences of several documents that
say the same of one day are one entry.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from math import ceil

from headwater.days import MONTHS
from headwater.records import Case, Time
from headwater.report.index import Index, Where, index, where
from headwater.report.times import TimeLine, time_list
from headwater.report.topics import stems

ALIKE = 0.5  # of the words of both sentences that they share, to be one entry
_DATED = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_NO_YEAR = re.compile(r"XXXX-\d{2}(?:-\d{2})?")
_ORDER = re.compile(
    r"\b(?:later|earlier|afterwards?|subsequently|before that|after that|the next|the following)\b", re.I
)


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """What is told of a day (or month, or year): the value, in words, and the sentences that tell it.

    ``anchors`` say what the dates were counted from, where the words alone do not say them.
    """

    value: str
    when: str
    sentences: tuple[Where, ...]
    anchors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Following:
    """Something told as later or earlier without a day: its words, its sentence, and the sentence before it."""

    words: str
    sentence: Where
    before: Where | None


@dataclass(frozen=True, slots=True)
class TimesPage:
    """Dates by document; the entries of the timeline in order; days whose year no text gives; what only follows."""

    times: tuple[TimeLine, ...]
    timeline: tuple[TimelineEntry, ...]
    no_year: tuple[TimelineEntry, ...]
    following: tuple[Following, ...]


def times_page(case: Case | Index) -> TimesPage:
    """Return the dates of a case by document and in order."""
    found = case if isinstance(case, Index) else index(case)
    entries, following = timeline(found)
    known = tuple(entry for entry in entries if not entry.value.startswith("X"))
    open_ = tuple(entry for entry in entries if entry.value.startswith("X"))
    return TimesPage(time_list(found), known, open_, following)


def timeline(found: Index) -> tuple[tuple[TimelineEntry, ...], tuple[Following, ...]]:
    """Return what is told of days, months and years, in order, days without a year last; and what only follows."""
    sentences = {
        a.document.id: sorted((s.start, s.end) for s in a.segments if s.kind == "sentence") for a in found.case.analyses
    }
    dated: defaultdict[str, list[tuple[Time, Where]]] = defaultdict(list)
    following = []
    for time in sorted(found.times.values(), key=lambda t: (found.order[t.document], t.start, t.id)):
        around = _sentence(found, time, sentences[time.document])
        if around is None or time.kind not in ("date", "time"):
            continue
        place, before = around
        value = time.value[:10].split("T")[0]
        written = " ".join(where(found, time.document, time.start, time.end).text.split())
        if _DATED.fullmatch(value) or _NO_YEAR.fullmatch(value):
            dated[value].append((time, place))
        elif time.value.endswith("_REF") and _ORDER.search(written):
            following.append(Following(written, place, before))
    return tuple(entry for value in sorted(dated) for entry in _entries(value, dated[value])), tuple(following)


def _sentence(found: Index, time: Time, known: Sequence[tuple[int, int]]) -> tuple[Where, Where | None] | None:
    """Return the sentence of a time and the one before it; None where it stands in none."""
    at = bisect_right(known, (time.start, len(found.documents[time.document].text))) - 1
    if at < 0 or time.start >= known[at][1]:
        return None
    return where(found, time.document, *known[at]), where(found, time.document, *known[at - 1]) if at else None


@dataclass(slots=True)
class _Group:
    """Sentences that share most of their words with the first of them, whose stems these are."""

    stems: frozenset[str]
    places: dict[Where, None] = field(default_factory=dict)
    anchors: dict[str, None] = field(default_factory=dict)


def _entries(value: str, told: Sequence[tuple[Time, Where]]) -> list[TimelineEntry]:
    """Return the entries of one value: sentences that share most of their words are one.

    Only groups that share one of a sentence's rare words are compared with it (prefix filter: Chaudhuri, Ganti and
    Kaushik 2006): two sets cannot share ALIKE of their words without one of them. So a day of which thousands of
    sentences tell takes no longer than they are many.
    """
    words = [frozenset(stems(place.text)) for _, place in told]
    uses = Counter(stem for each in words for stem in each)
    groups: list[_Group] = []
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for (time, place), here in zip(told, words, strict=True):
        rare = sorted(here, key=lambda stem: (uses[stem], stem))[: len(here) - ceil(ALIKE * len(here)) + 1] or [""]
        near = sorted({number for stem in rare for number in by_stem[stem]})
        group = next(
            (groups[n] for n in near if len(here & groups[n].stems) >= ALIKE * len(here | groups[n].stems)), None
        )
        if group is None:
            group = _Group(here)
            for stem in rare:
                by_stem[stem].append(len(groups))
            groups.append(group)
        group.places[place] = None
        if time.anchor:
            group.anchors[time.anchor] = None
    return [TimelineEntry(value, say_value(value), tuple(g.places), tuple(g.anchors)) for g in groups]


def say_value(value: str) -> str:
    """Return a day, month or year in words.

    >>> say_value("2026-03-03"), say_value("2026-03"), say_value("1998"), say_value("XXXX-02-01")
    ('3 March 2026', 'March 2026', '1998', '1 February, no year given')
    """
    year, *rest = value.split("-")
    if not rest:
        return year
    month = MONTHS[int(rest[0]) - 1] if 1 <= int(rest[0]) <= len(MONTHS) else rest[0]
    day = f"{int(rest[1])} {month}" if len(rest) > 1 else month
    return f"{day} {year}" if year.isdigit() else f"{day}, no year given"
