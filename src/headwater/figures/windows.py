"""Finds the time that bounds a figure, "since June", "in the past two weeks", among the times of its sentence.

The next time behind the figure in the same clause decides, else the nearest before it. Known limit: a time that bounds
the whole paragraph is not carried into its sentences.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.figures.mentions import Mention
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import DETERMINERS, FUNCTION, is_participle
from headwater.records import Document, Time

REACH = 25  # tokens between a number and the time that bounds it
_PLACED = ("the past ", "the last ", "past ", "last ", "the first ", "recent ", "this ")
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_STEP = 6  # tokens between "down" and "from"
_RAISING = frozenset({"taking", "bringing", "pushing", "raising", "lifting"})
_SHOWN = frozenset({"published", "released", "issued", "unveiled"})
_RELATIVE = 8  # tokens between "which" and a number in its clause
_BREAKS = frozenset({";", "but", "while", "whereas"})


@dataclass(frozen=True, slots=True)
class Dates:
    """The times of a document in text order, and where they start."""

    times: tuple[Time, ...]
    starts: tuple[int, ...]

    def covers(self, start: int, end: int) -> bool:
        """Whether a date or time of day covers the offsets."""
        at = bisect_right(self.starts, start) - 1
        return at >= 0 and end <= self.times[at].end and self.times[at].kind in {"date", "time"}

    def within(self, start: int, end: int) -> Sequence[Time]:
        """Return the times that begin in ``[start, end)``."""
        return self.times[bisect_left(self.starts, start) : bisect_left(self.starts, end)]


def find_window(document: Document, run: Run, mention: Mention, end: int, dates: Dates) -> str | None:
    """Return the id of the time that bounds ``mention``, whose phrase ends before token ``end``; None without one."""
    number = run.tokens[mention.number_first]
    near = [t for t in dates.within(run.start, run.end) if _bounds(document, t) and not _modifies(run, document, t)]
    near = [t for t in near if not (_dates_a_paper(run, t) or _is_base(run, t))]
    behind = next((t for t in near if t.start >= number.end), None)
    if behind is not None and _clear(run, end, behind.start):
        return behind.id
    before = next((t for t in reversed(near) if t.end <= number.start and not _is_old(run, t)), None)
    return before.id if before is not None and _reaches(run, before.end, mention.first) else None


def _bounds(document: Document, time: Time) -> bool:
    """Whether the time is a date, or a length of time that is placed ("the past two weeks")."""
    if time.kind in {"date", "time"}:
        return not time.value.endswith("_REF")  # "now" and "recently" bound nothing that can be compared
    return time.kind == "duration" and document.text[time.start : time.end].lower().startswith(_PLACED)


def _modifies(run: Run, document: Document, time: Time) -> bool:
    """Whether a season only names what follows: "the winter offensive", unlike "in winter"."""
    if document.text[time.start : time.end].lower().split()[-1] not in _SEASONS:
        return False
    behind = bisect_left(run.tokens, time.end, key=lambda token: token.start)
    return run.kind(behind) == "word" and run.low(behind) not in FUNCTION


def _is_base(run: Run, time: Time) -> bool:
    """Whether a change is counted from the time: "up 6 percent on this year"."""
    at = _first(run, time)
    far = run.low(at - 1) == "on" and len(time.value) < len("2014-05-03")
    return far or "than" in {run.low(at - 1), run.low(at - 2)} or run.low(at - 1) == "against"


def _is_old(run: Run, time: Time) -> bool:
    """Whether it is the time of what a number before it was compared with: "down four points from March"."""
    at = _first(run, time)
    return run.low(at - 1) == "from" and any(run.low(k) in {"up", "down"} for k in range(max(at - _STEP, 0), at))


def _dates_a_paper(run: Run, time: Time) -> bool:
    """Whether the time is when something was made known: "a poll of 1,204 adults published on Wednesday"."""
    at = _first(run, time)
    return run.low(at - 1 - (run.low(at - 1) in {"on", "in"})) in _SHOWN


def _first(run: Run, time: Time) -> int:
    return bisect_left(run.tokens, time.start, key=lambda token: token.start)


def _clear(run: Run, at: int, offset: int) -> bool:
    """Whether no clause begins between token ``at`` and ``offset``; "after" and "before" date another event."""
    relative = _is_in_relative(run, at)
    for k in range(at, min(at + REACH, len(run.tokens))):
        if run.tokens[k].start >= offset:
            return True
        if run.low(k) in _BREAKS or run.low(k) in {"after", "before"} or _turns_back(run, k):
            return False
        if relative and run.low(k) == ",":
            return False
        if k > at + 1 and run.low(k) in {"that", "which", "who"} and run.low(k + 1) not in DETERMINERS:
            return False  # "deaths in the outbreak that began in May"
    return False


def _is_in_relative(run: Run, at: int) -> bool:
    """Whether token ``at`` stands in a clause that a comma will end: "Oram, which employs 41,000, made".

    So does "the clinic, opened in 1998, has 140 beds".
    """
    for k in range(at - 1, max(at - _RELATIVE, 0), -1):
        if run.kind(k) == "mark":
            return run.low(k) == "," and is_participle(run.low(k + 1)) and not run.low(k + 1).endswith("ing")
        if run.low(k) in {"which", "who", "whose"}:
            return run.low(k - 1) == ","
    return False


def _turns_back(run: Run, at: int) -> bool:
    """Whether another amount follows to compare with, which has its own time: "61 percent, down from 66 in 2020".

    "31 percent, down four points from March" is not of March.
    """
    if run.low(at) in {"compared", "versus"}:
        return True
    if run.low(at) == "against" and run.low(at - 1) == ",":
        return True  # "lost 38 million crowns, against a profit of 12 million a year earlier"
    nearby = {run.low(k) for k in range(at + 1, at + _STEP)}
    return run.low(at) in {"up", "down"} and bool(nearby & {"from", "on"})


def _reaches(run: Run, offset: int, at: int) -> bool:
    """Whether no clause begins between ``offset`` and token ``at``, near by or from the head of the sentence."""
    told = bisect_left(run.tokens, offset, key=lambda token: token.start) - 1
    relative = _is_in_relative(run, told)  # "Oram, which opened in May, killed"
    for k in range(at - 1, max(at - REACH, -1), -1):
        if run.tokens[k].start < offset:
            return True
        if run.low(k) in _BREAKS or (relative and run.low(k) == ","):
            return False
        if run.low(k - 1) == "," and (run.low(k) in _RAISING or run.low(k) == "as"):
            return False  # "six deaths over the weekend, taking the toll to 812"
    return False
