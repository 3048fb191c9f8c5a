"""What is said of a pair of documents that share passages, and what every rule about it needs: order, names, runs."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from headwater.days import say_dates
from headwater.records import Analysis, Direction, Evidence, Place, Reuse

COPIED_RUN = 150  # characters in one run, word for word: independent writers of one event repeat shorter phrases
_NAMELESS = "Nothing in the two texts shows which of them came first."


@dataclass(frozen=True, slots=True)
class Judgement:
    """The direction of a pair, the sentence that says why, and its evidence."""

    direction: Direction
    why: str
    evidence: tuple[Evidence, ...] = ()


UNKNOWN = Judgement("unknown", _NAMELESS)
Pair = tuple[str, str]  # ids of two documents, left < right
Shared = Mapping[Pair, Sequence[Reuse]]


def date_order(left: Analysis, right: Analysis) -> int:
    """Return -1 where the left document is dated earlier, 1 where later, 0 where dates do not tell."""
    return time_order(left.document.published, right.document.published)


def time_order(one: str | None, other: str | None) -> int:
    """Return -1 where ``one`` is before ``other``, 1 where it is after it, 0 where the two do not tell."""
    if not one or not other:
        return 0
    length = min(len(one), len(other), 16)  # compare no finer than the coarser of the two, at most to the minute
    if one[:length] == other[:length] or (one[:10] == other[:10] and _zone(one) != _zone(other)):
        return 0
    return -1 if one[:length] < other[:length] else 1


def days_between(left: Analysis, right: Analysis) -> int:
    """Return the days between two dated documents; 0 where one is dated by month or year alone."""
    days = []
    for analysis in (left, right):
        try:
            days.append(date.fromisoformat((analysis.document.published or "")[:10]))
        except ValueError:
            return 0
    return abs((days[0] - days[1]).days)


def _zone(time: str) -> str:
    return time[19:] if len(time) > 19 else ""


def pair_of(one: str, other: str) -> tuple[str, str]:
    return (one, other) if one < other else (other, one)


def side_of(reuse: Reuse, document: str) -> Place:
    return reuse.left if reuse.left.document == document else reuse.right


def rests_on(judgement: Judgement, rule: str) -> bool:
    return any(e.rule == f"direction.{rule}" for e in judgement.evidence)


def is_credited(judgement: Judgement) -> bool:
    return rests_on(judgement, "credit") and judgement.direction in ("left_to_right", "right_to_left")


def name_of(analysis: Analysis) -> str:
    """Return how a document is called in a sentence: by its publisher, else by its title, else by its file."""
    document = analysis.document
    title = f"“{clip(document.title)}”" if document.title else None
    return document.publisher or title or PurePath(document.path).name


def names_of(one: Analysis, other: Analysis) -> tuple[str, str]:
    """Return how two documents are called in a sentence, with their dates where the names are the same."""
    first, second = name_of(one), name_of(other)
    if first != second or not one.document.published or not other.document.published:
        return first, second
    days = say_dates(one.document.published, other.document.published)
    return f"{first} ({days[0]})", f"{second} ({days[1]})"


def clip(text: str) -> str:
    """Return the text on one line, cut at a word where it is long."""
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else plain[:89].rsplit(" ", 1)[0] + "…"
