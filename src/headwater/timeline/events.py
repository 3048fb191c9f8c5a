"""Lengths of time counted from an event that some text of the collection dates.

An event is a noun of happening ("video", "attack", "sinking") with a proper name in the same sentence. "Two weeks
later" is counted from the nearest such event before it, of the same noun where its own sentence has one; "two weeks
after the sinking of the Halcyon" from the event that it names. The event's day is what sentences with the same noun
and name give near that noun.
"""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from headwater.records import Analysis, Evidence, Place, Time
from headwater.timeline.naming import as_written, kinds_of, name_of, names_of
from headwater.times.calendar import edtf_of, shifted

BACK = 14  # sentences before "later" in which its event is looked for
_LENGTH = re.compile(r"P(\d+)(D|W|M|Y)")
_UNITS = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_COUNTED = re.compile(
    r"(?P<n>a|an|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d{1,3}|the next|the following)\s+"
    r"(?P<unit>day|week|month|year)s?\s*(?P<way>later|earlier|afterwards?|before|after)?",
    re.IGNORECASE,
)
_WRITTEN = "a an one two three four five six seven eight nine ten eleven twelve"
_NUMBERS = _WRITTEN.split()
_AFTER = re.compile(
    r"\s{1,9}(after|before|following)\s{1,9}((?:the|a|an|its|his|her|their|last)\s{1,9}[^.,;:!?]{3,90})", re.IGNORECASE
)
_HEAD = 3  # words after the article within which a phrase names its event
_NEAR = 90  # code points between an event's noun and its day
_DAY = re.compile(r"(\d{4}|XXXX)-(\d{2})-(\d{2})")
_REFERENCES = (2001, 2004)  # a common and a leap year: a day that differs between them is not told


@dataclass(frozen=True, slots=True)
class _Event:
    """A sentence that names an event; ``day`` the only day that it gives."""

    document: str
    name: str
    start: int
    end: int
    kinds: frozenset[str]
    names: frozenset[str]
    day: Time | None


def from_events(analyses: Sequence[Analysis]) -> list[Time]:
    """Return the open lengths of time that an event of the collection anchors, as dates."""
    asking = {a.document.id: list(_asked(a)) for a in analyses}
    if not any(asking.values()):
        return []
    told = {a.document.id: _events(a, dated=not asking[a.document.id]) for a in analyses}
    dated: defaultdict[str, list[_Event]] = defaultdict(list)
    for events in told.values():
        for event in events:
            for kind in event.kinds if event.day is not None else ():
                dated[kind].append(event)
    texts = {a.document.id: a.document.text for a in analyses}
    result = []
    for analysis in analyses:
        for time, amount, unit, phrase in asking[analysis.document.id]:
            for event in _antecedents(analysis, told[analysis.document.id], time, phrase):
                source = _day_of(event, dated, time)
                anchored = _counted(time, amount, unit, event, source, texts) if source is not None else None
                if anchored is not None:
                    result.append(anchored)
                    break
    return result


def _asked(analysis: Analysis) -> Iterator[tuple[Time, int, str, str | None]]:
    """Yield lengths that wait for an event: the time, amount, unit, and the words that name the event, if any."""
    text = analysis.document.text
    for time in analysis.times:
        words = " ".join(text[time.start : time.end].split())
        length = _LENGTH.fullmatch(time.value)
        behind = _AFTER.match(text, time.end)
        if time.kind == "duration" and length is not None and behind is not None:
            way = -1 if behind[1].lower() == "before" else 1
            yield time, way * int(length[1]), _UNITS[length[2]], behind[2]
        elif time.kind == "date" and time.value.startswith("XXXX") and time.anchor is None:
            counted = _COUNTED.fullmatch(words)
            if counted is None:
                continue
            number = counted["n"].lower()
            amount = 1 if number in ("the next", "the following") else _number(number)
            if counted["way"] is None and not number.startswith("the "):
                continue
            way = -1 if (counted["way"] or "").lower() in ("earlier", "before") else 1
            yield time, way * amount, counted["unit"].lower(), None


def _number(word: str) -> int:
    return int(word) if word.isdigit() else max(1, _NUMBERS.index(word) - 1)


def _events(analysis: Analysis, *, dated: bool) -> list[_Event]:
    """Return the events that the sentences name; with ``dated`` those alone that a sentence dates."""
    text, times = analysis.document.text, analysis.times
    starts = [time.start for time in times]
    name = name_of(analysis.document)
    result = []
    for segment in analysis.segments:
        if segment.kind != "sentence":
            continue
        inside = times[bisect_right(starts, segment.start - 1) : bisect_right(starts, segment.end - 1)]
        days = [time for time in inside if time.kind in ("date", "time") and _DAY.match(time.value)]
        day = days[0] if len({time.value[:10] for time in days}) == 1 else None
        if dated and day is None:
            continue
        kinds = kinds_of(text, segment.start, segment.end)
        names = names_of(text, segment.start, segment.end) if kinds else frozenset()
        if not names:
            continue
        if day is not None:
            near = max(segment.start, day.start - _NEAR), min(segment.end, day.end + _NEAR)
            kinds = kinds_of(text, *near) or kinds
            day = day if kinds_of(text, *near) else None
        result.append(_Event(analysis.document.id, name, segment.start, segment.end, kinds, names, day))
    return result


def _antecedents(analysis: Analysis, events: Sequence[_Event], time: Time, phrase: str | None) -> Iterator[_Event]:
    """Yield the events that a length may be counted from: the one it names, else those before it, the nearest first.

    The walk back ends at the first event that a name of several words tells from others, or that has its own day.
    """
    if phrase is not None:
        head = " ".join(phrase.split()[: _HEAD + 1])
        kinds, names = kinds_of(head, 0, len(head)), names_of(phrase, 0, len(phrase))
        if kinds and names:
            yield _Event(analysis.document.id, "", time.start, time.end, kinds, names, None)
        return
    own = next((e for e in events if e.start <= time.start < e.end), None)
    for event in reversed([event for event in events if event.end <= time.start][-BACK:]):
        if own is not None and not event.kinds & own.kinds:
            continue
        names = event.names - (own.names if own is not None else frozenset())
        if event.day is not None or any(" " in name for name in names):
            yield replace(event, names=names)
            return


def _day_of(event: _Event, dated: Mapping[str, Sequence[_Event]], time: Time) -> _Event | None:
    """Return the sentence that dates the event; None where none does, or two give different days."""
    if event.day is not None:
        return event
    found = [
        other
        for kind in sorted(event.kinds)
        for other in dated.get(kind, ())
        if event.names & other.names and not (other.document == time.document and other.start <= time.start < other.end)
    ]
    days = {other.day.value[:10] for other in found if other.day is not None}
    return found[0] if len(days) == 1 else None


def _counted(
    time: Time, amount: int, unit: str, event: _Event, source: _Event, texts: Mapping[str, str]
) -> Time | None:
    day = source.day
    found = _DAY.match(day.value) if day is not None else None
    value = _shifted(found[1], int(found[2]), int(found[3]), amount, unit) if found is not None else None
    if day is None or value is None:
        return None
    elsewhere = source.document != time.document
    named = max(event.names & source.names, key=lambda name: (len(name), name), default=min(event.names))
    named = as_written(named, texts[source.document], source.start, source.end)
    what = f"{min(event.kinds & source.kinds)} of {named}"
    where = f", dated in {source.name}" if elsewhere else ""
    why = f"Counted from the {what} on {day.value[:10]}{where}."
    places = (
        *time.evidence.places,
        Place(event.document, event.start, event.end),
        Place(day.document, day.start, day.end),
    )
    return replace(
        time,
        kind="date",
        value=value,
        edtf=f"{value}~" if unit != "day" and len(value) == 10 else edtf_of(value),
        anchor=f"{what}, {day.value[:10]}{where}",
        evidence=Evidence("times: event dated elsewhere" if elsewhere else "times: event", why, None, places),
    )


def _shifted(year: str, month: int, day: int, amount: int, unit: str) -> str | None:
    """Return the value so far from a day; with no year known only what holds in every year."""
    try:
        if year != "XXXX":
            return shifted(date(int(year), month, day), amount, unit)
        if unit in ("day", "week"):
            days = timedelta(days=amount * (7 if unit == "week" else 1))
            moved = {(date(reference, month, day) + days).strftime("%m-%d") for reference in _REFERENCES}
            return f"XXXX-{moved.pop()}" if len(moved) == 1 else None
        if unit == "month":
            return f"XXXX-{(month - 1 + amount) % 12 + 1:02}"
    except (ValueError, OverflowError):
        return None
    return None
