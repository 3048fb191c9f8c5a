"""What an expression says by itself, before anything anchors it: one frozen class per way of meaning a time.

The classes follow TIMEX3's own division (Pustejovsky et al. 2005): a literal value, a point of the calendar with parts
missing, and a distance from another time.
"""

from dataclasses import dataclass
from typing import Literal

from headwater.records import TimeKind

Pick = Literal["last", "next", "this"]
# the time of speaking; the last time that the text dated ("told"); or that and without one the time of speaking
Origin = Literal["speech", "told", "focus"]
Tense = Literal["past", "future", "none"]


@dataclass(frozen=True, slots=True)
class Fixed:
    """A value that needs no anchor: a full date, a duration, a set, a vague reference."""

    value: str
    edtf: str | None = None


@dataclass(frozen=True, slots=True)
class Point:
    """A place in the calendar; what is None is not said. ``day`` 1..31, ``weekday`` 1..7 from Monday.

    ``pick`` is "last", "this" or "next" before a name ("last June"); ``year_shift`` counts years from the
    year of the anchor ("early next year"); ``origin`` says which anchor; ``century_missing`` marks a year of two
    digits ("'89"); ``feast`` names a day that moves from year to year; ``of_quarter`` marks "the 1988 period" and
    "the 1988 quarter", the same quarter as the one spoken of.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: str | None = None
    quarter: int | None = None
    part: str = ""
    pick: Pick | None = None
    year_shift: int | None = None
    origin: Origin = "speech"
    century_missing: bool = False
    feast: str | None = None
    of_quarter: Literal["quarter", "period"] | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many ``unit`` from ``origin``; the value has the granularity of ``unit``.

    ``of_period`` marks "a year ago" and "a year earlier", which after a quarter mean that quarter.
    """

    amount: int
    unit: str
    origin: Origin
    part: str = ""
    of_period: bool = False


Meaning = Fixed | Point | Shift


@dataclass(frozen=True, slots=True)
class Expression:
    """A time expression as it stands: where, what kind, what it says, and how its clause leans."""

    start: int
    end: int
    rule: str
    kind: TimeKind
    meaning: Meaning
    tense: Tense = "none"
    verb_is_near: bool = False
