"""Finds the time that bounds a figure, "since June", "in the past two weeks", among the times of its sentence.

The next time behind the figure in the same clause decides, else the nearest before it. Known limit: a time that bounds
the whole paragraph is not carried into its sentences.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.figures.effects import effect_of
from headwater.figures.measures import RATES, SIGNS
from headwater.figures.mentions import Mention
from headwater.figures.numerals import MAGNITUDES, is_number_word
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import AUXILIARIES, DETERMINERS, FUNCTION, is_participle
from headwater.records import Document, Time

REACH = 25  # tokens between a number and the time that bounds it
_PLACED = ("the past ", "the last ", "past ", "last ", "the first ", "recent ", "this ")
_SEASONS = frozenset({"spring", "summer", "autumn", "fall", "winter"})
_STEP = 6  # tokens between "down" and "from"
_RAISING = frozenset({"taking", "bringing", "pushing", "raising", "lifting"})
_SHOWN = frozenset({"published", "released", "issued", "unveiled", "out"})
_RELATIVE = 8  # tokens between "which" and a number in its clause
_BREAKS = frozenset({";", "but", "while", "whereas", "where"})
_AWAY = frozenset({"north", "south", "east", "west", "northwest", "northeast", "southwest", "southeast", "away", "off"})
_SOON = 3  # tokens between a sum and the "now" that it is of: "$177 a share now"
_DASHES = frozenset({"—", "–", "--"})
_RECORD = 6  # tokens between "the lowest" and "since"
_BEGUN = frozenset({"began", "begun", "started", "start", "ended"})
_CLAUSE = 5  # tokens between "since" and what began
_EXTREMES = frozenset({"first", "last", "only", "most", "least", "worst", "best", "record"})
_LEVELS = frozenset({"level", "levels", "rates"})
_SUBJECTS = frozenset({"he", "she", "they", "we", "i", "you"})


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
    if dates.within(number.end, run.tokens[mention.number_last - 1].start):
        return None  # "from 20 miles in 2008 to 29 miles" holds for no one time
    told = [t for t in dates.within(run.start, run.end) if _bounds(document, t) and not _modifies(run, document, t)]
    if run.low(end) in _AWAY or run.low(mention.last) in _AWAY:
        return None  # "85 miles north of Harl"
    if mention.unit is not None and mention.unit.kind == "money":
        told = [t for t in told if not _owns(document, t) or _owns_number(run, t)]  # "aid after October's storm"
    near = [t for t in told if not (_dates_a_paper(run, t) or _is_base(run, t) or _is_record(run, t))]
    behind = next((t for t in near if t.start >= number.end), None)
    if behind is not None and not _owns_number(run, behind) and _clear(run, end, behind.start):
        return behind.id
    if "now" in {run.low(mention.first - back) for back in (1, 2, 3)} | {run.low(end + k) for k in range(_SOON)}:
        return None  # "until the end of the year, the rate, now at 7 percent"
    before = next((t for t in reversed(told) if t.end <= number.start and not _is_old(run, t)), None)
    if before not in near:
        return None
    if before is None or (_owns(document, before) and _is_second(run, before, mention)):
        return None
    return before.id if _reaches(run, before.end, mention.first) else None


def _owns(document: Document, time: Time) -> bool:
    """Whether the time is the owner of a number: "from January's 7.9 percent to 7.7 percent"."""
    return document.text.startswith(("'s", "’s"), time.end)


def _owns_number(run: Run, time: Time) -> bool:
    """Whether another number is the time's: "61 percent from last year's 58", unlike "12 died in Monday's flood"."""
    first = bisect_left(run.tokens, time.end, key=lambda token: token.start)
    owns = run.low(first - 1).endswith("'s") or run.low(first) in {"'s", "'"}
    return owns and any(run.kind(at) == "number" or is_number_word(run.low(at)) for at in (first, first + 1, first + 2))


def _is_second(run: Run, time: Time, mention: Mention) -> bool:
    """Whether another number stands between the time and ``mention``."""
    first = bisect_left(run.tokens, time.end, key=lambda token: token.start)
    return any(run.kind(at) == "number" or is_number_word(run.low(at)) for at in range(first, mention.first))


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
    last = bisect_left(run.tokens, time.end, key=lambda token: token.start)
    if {run.low(last), run.low(last + 1)} & _LEVELS or (run.low(at - 1) == "the" and run.low(at - 3) in _LEVELS):
        return True  # "by 30 percent from 2005 levels", "to the rates of the 1990s"
    if run.low(at - 1) in {"above", "below"}:
        return True  # "1.0 degrees above 1998"
    return far or "than" in {run.low(at - 1), run.low(at - 2)} or run.low(at - 1) == "against"


def _is_record(run: Run, time: Time) -> bool:
    """Whether nothing was higher or lower since then: "the lowest level since December", "the first since 2008"."""
    at = _first(run, time)
    if run.low(at) != "since":
        at -= 1
    if run.low(at) == "in" and run.low(at - 1) in _BEGUN:  # "the highest since tracking began in 1995"
        at = next((k for k in range(at - 2, at - 2 - _CLAUSE, -1) if run.low(k) == "since"), at)
    if run.low(at) != "since":
        return False
    said = [run.low(k) for k in range(max(at - _RECORD, 0), at)]
    return any(low in _EXTREMES or (low.endswith("est") and len(low) > len("west")) for low in said)


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
    dashes = 0
    relative_at = at if run.low(at) in {"who", "that", "which"} and run.low(at + 1) not in AUXILIARIES else -1
    for k in range(at, min(at + REACH, len(run.tokens))):
        if run.tokens[k].start >= offset:
            return dashes % 2 == 0
        dashes += _is_dash(run, k)
        if run.low(k) in _BREAKS or run.low(k) in {"after", "before", ":"} or _turns_back(run, k):
            return False
        if run.low(k) in _SUBJECTS or _tells_on(run, k) or _is_shut(run, k, at):
            return False
        if relative_at == at and k > at + 1 and run.low(k + 1) == "by" and is_participle(run.low(k)):
            return False  # "12 mayors who hold towns won by the Blues in 2016"
        if relative and run.low(k) == ",":
            return False
        if k > at + 1 and run.low(k) in {"that", "which", "who"} and run.low(k + 1) not in DETERMINERS:
            return False  # "deaths in the outbreak that began in May"
    return False


def _is_shut(run: Run, at: int, start: int) -> bool:
    """Whether the bracket in which the number stands ends at ``at``: "(he won 51-48 percent), and in 2000"."""
    return run.low(at) == ")" and not any(run.low(k) == "(" for k in range(start, at))


def _is_dash(run: Run, at: int) -> bool:
    """Whether a dash between words begins at ``at``, one of "—" or two of "-"."""
    twice = run.low(at) == "-" and run.low(at + 1) == "-" and run.low(at - 1) != "-"
    return run.low(at) in _DASHES or twice


def _tells_on(run: Run, at: int) -> bool:
    """Whether a clause begins at ``at`` that tells what else came of it: ", wiping out its gains", "and that"."""
    if run.low(at) == "that" and run.low(at - 1) == "and":
        return True
    low = run.low(at)
    return run.low(at - 1) == "," and low.endswith("ing") and is_participle(low) and not effect_of([low])


def _is_amount(run: Run, at: int) -> bool:
    """Whether a sum or a share begins at ``at``, unlike "from 2007" and "from 3 July"."""
    if run.low(at) in SIGNS:
        return True
    return run.kind(at) == "number" and (
        (run.low(at + 1) in RATES or run.low(at + 1) in MAGNITUDES) or "," in run.low(at)
    )


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
    if run.low(at) == "from" and _is_amount(run, at + 1):
        return True  # "jumped to 14.8 percent from 14.5 percent in April"
    nearby = {run.low(k) for k in range(at + 1, at + _STEP)}
    return run.low(at) in {"up", "down"} and bool(nearby & {"from", "on"})


def _reaches(run: Run, offset: int, at: int) -> bool:
    """Whether no clause begins between ``offset`` and token ``at``, near by or from the head of the sentence."""
    told = bisect_left(run.tokens, offset, key=lambda token: token.start) - 1
    relative = _is_in_relative(run, told)  # "Oram, which opened in May, killed"
    for k in range(at - 1, max(at - REACH, -1), -1):
        if run.tokens[k].start < offset:
            return True
        if run.low(k) in _BREAKS or (relative and run.low(k) == ",") or (run.low(k), run.low(k + 1)) == ("and", "that"):
            return False
        if run.low(k - 1) == "," and (run.low(k) in _RAISING or run.low(k) == "as"):
            return False  # "six deaths over the weekend, taking the toll to 812"
    return False
