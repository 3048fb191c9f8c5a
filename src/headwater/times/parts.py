"""The named parts of a match as values: units, years, clock times, points of the calendar."""

from headwater.times.grammar import Match
from headwater.times.lexicon import (
    MONTHS,
    PARTS,
    SEASONS,
    UNIT_NAME,
    UNITS,
    WEEKDAYS,
)
from headwater.times.meanings import Pick, Point
from headwater.times.numbers import ordinal_of, shown_number

PICKS: dict[str, Pick] = {
    "last": "last", "past": "last", "previous": "last", "preceding": "last", "prior": "last", "next": "next",
    "coming": "next", "upcoming": "next", "following": "next", "subsequent": "next", "ensuing": "next", "this": "this",
    "current": "this", "present": "this", "that": "this", "same": "this",
}  # fmt: skip
FOCUS_WORDS = frozenset(["previous", "preceding", "prior", "following", "subsequent", "ensuing", "that", "same"])
SHIFT_OF: dict[Pick, int] = {"last": -1, "this": 0, "next": 1}


def unit_of(match: Match, name: str = "unit") -> str:
    return UNIT_NAME[match.word(name)]


def duration_of(number: float | None, unit: str) -> str:
    """TIMEX3 duration; a vague number is X.

    >>> duration_of(2, "week"), duration_of(None, "day"), duration_of(1.5, "minute"), duration_of(2, "decade")
    ('P2W', 'PXD', 'PT1M30S', 'P20Y')
    """
    letter = UNITS[unit]
    if unit == "decade":
        letter, number = ("Y", number * 10) if number is not None else ("E", None)
    elif unit in ("century", "millennium"):
        letter, number = "Y", (number * (100 if unit == "century" else 1000) if number is not None else None)
    elif unit == "fortnight":
        letter, number = "W", (number * 2 if number is not None else None)
    amount = "X" if number is None else shown_number(number)
    if number is not None and number != int(number):
        smaller = {"year": ("Y", 12, "M"), "minute": ("M", 60, "S"), "hour": ("H", 60, "M"), "day": ("D", 24, "H")}
        if unit in smaller:
            whole, size, small = int(number), smaller[unit][1], smaller[unit][2]
            rest = round((number - whole) * size)
            if unit == "day":
                return (f"P{whole}D" if whole else "P") + f"T{rest}H"
            time = "T" if unit in ("minute", "hour") else ""
            return f"P{time}" + (f"{whole}{letter[-1]}" if whole else "") + f"{rest}{small}"
    if letter.startswith("T"):
        return f"PT{amount}{letter[1:]}"
    return f"P{amount}{letter}"


def year_of(words: list[str]) -> tuple[int, bool] | None:
    """A year and whether its century is missing."""
    if not words:
        return None
    word = words[-1]
    digits = word.lstrip("'’")
    return (int(digits), len(digits) == 2) if digits.isdigit() else None


def point_of(match: Match, **more: object) -> Point | None:
    """A point of the calendar from the named parts; None where the day cannot be one."""
    year = year_of(match.words("year"))
    day = None
    if match.has("day"):
        word = match.word("day")
        day = int(word) if word.isdigit() else ordinal_of(word)
        if day is None or not 1 <= day <= 31:
            return None
    return Point(
        year=year[0] if year else None,
        century_missing=bool(year and year[1]),
        month=MONTHS[match.word("month")] if match.has("month") else None,
        day=day,
        weekday=WEEKDAYS[match.word("weekday")] if match.has("weekday") and not match.has("month") else None,
        season=SEASONS[match.word("season")] if match.has("season") else None,
        **more,  # type: ignore[arg-type] # the names are those of Point's fields
    )


def clock_of(match: Match) -> str | None:
    """ "T22:00" from the parts hour (digits or clock) and meridiem."""
    if match.has("part"):
        return part_of(match.word("part"))
    shown = match.word("hour")
    pieces = [int(piece) for piece in shown.replace(".", ":").split(":") if piece.isdigit()]
    if not pieces:
        return None
    hour, minute = pieces[0], pieces[1] if len(pieces) > 1 else 0
    half = match.word("meridiem").replace(" ", "")
    if half.startswith("p") and hour < 12:
        hour += 12
    if half.startswith("a") and hour == 12:
        hour = 0
    return f"T{hour:02}:{minute:02}" if hour <= 24 and minute < 60 else None


def part_of(word: str) -> str:
    return "T" + PARTS[word.removesuffix("s") if word not in PARTS else word]
