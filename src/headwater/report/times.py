"""Every date expression with what it means and how that is known."""

import re
from dataclasses import dataclass

from headwater.days import say_date
from headwater.records import Case, TimeKind
from headwater.report.index import Index, Where, index, where

_ANCHOR = re.compile(
    r"(document date|dateline|byline|running date|speaker's (?:year|time)) ([0-9-]{4,10})( \(.{1,200}\))?"
)
_SAID = {
    "document date": "the text’s date, {date}",
    "dateline": "its dateline, {date}",
    "byline": "its byline, {date}",
    "running date": "{date}{words}, told before",
}


@dataclass(frozen=True, slots=True)
class TimeLine:
    """A date expression; ``value`` is TIMEX3, ``anchor`` what it was counted from."""

    id: str
    place: Where
    kind: TimeKind
    value: str
    edtf: str | None
    anchor: str | None
    why: str


def time_list(case: Case | Index) -> tuple[TimeLine, ...]:
    """Return the date expressions by document and place."""
    found = case if isinstance(case, Index) else index(case)
    times = sorted(found.times.values(), key=lambda time: (found.order[time.document], time.start, time.end, time.id))
    return tuple(
        TimeLine(t.id, where(found, t.document, t.start, t.end), t.kind, t.value, t.edtf, t.anchor, t.evidence.why)
        for t in times
    )


def say_anchor(anchor: str) -> str:
    """Return in words what a date was counted from.

    >>> say_anchor("document date 2026-03-03"), say_anchor("running date 2026-03 (“in March”)")
    ('the text’s date, 3 March 2026', 'March 2026 (“in March”), told before')
    >>> say_anchor("speaker's year 1998 (“in 1998”)"), say_anchor("the fire of 9 May")
    ('1998 (“in 1998”), when the source spoke', 'the fire of 9 May')
    """
    found = _ANCHOR.fullmatch(anchor)
    if found is None:
        return anchor
    said = _SAID.get(found[1], "{date}{words}, when the source spoke")
    return said.format(date=say_date(found[2]), words=found[3] or "")
