"""Every date expression with what it means and how that is known."""

from dataclasses import dataclass

from headwater.records import Case, TimeKind
from headwater.report.index import Index, Where, index, where


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
