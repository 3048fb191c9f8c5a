"""What each expression means where it stands: the anchors, and the values that follow from them.

Three anchors, in the manner of HeidelTime (Strötgen and Gertz 2013): the time of speaking (the document's date, or
inside a quotation the date at which its source spoke), the running date (the last date that the text itself gave), and
the tense of the clause for a bare month or weekday. A narrative — a text whose own years lie behind its date — is read
from its running date; news is read from its date. Without an anchor a year stays XXXX: none is ever invented.
"""

from dataclasses import dataclass
from datetime import date

from headwater.times.calendar import (
    edtf_of,
    feast_day,
    is_date,
    month_shifted,
    shifted,
    shifted_before_christ,
    year_form,
)
from headwater.times.meanings import Expression, Fixed, Point, Shift, Tense
from headwater.times.running import YEAR_TURN, Running, Speech

ONE_MONTH = frozenset({"thanksgiving", "memorial", "labor"})  # feasts that move within their month
SATURDAY = 6
SEASON_MONTHS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12, "H1": 1, "H2": 7}  # first month of each
AGAINST_TENSE = (
    3.5  # a month on the wrong side of the tense counts as so many times farther; 2 to 4.5 are alike in news
)
AGAINST_NEAR_VERB = 6.0
_PERIODS = ("quarter", "period")
_SIDES = {"PAST_REF": "before", "FUTURE_REF": "after"}
_UNKNOWN = {
    "day": "XXXX-XX-XX", "anniversary": "XXXX-XX-XX",
    "week": "XXXX-WXX", "weekend": "XXXX-WXX-WE", "fortnight": "XXXX-WXX", "month": "XXXX-XX",
    "quarter": "XXXX-QX", "year": "XXXX", "decade": "XXX", "century": "XX",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Resolved:
    """The values of an expression and the words that name its anchor."""

    value: str
    text_value: str
    edtf: str | None
    anchor: str | None
    why: str


def resolve(expression: Expression, words: str, speech: Speech | None, running: Running, narrative: bool) -> Resolved:
    """Return the values of ``expression``; ``running`` is read, not moved."""
    meaning = expression.meaning
    if isinstance(meaning, Fixed):
        value = meaning.value
        if speech is not None and len(value) == 3 and value.startswith("XX"):
            century = speech.day.year // 100 - (int(value[2]) > speech.day.year // 10 % 10)
            found_value = f"{century:02}{value[2]}"
            why = f"“{words}” is {found_value}, counted from the {speech.name}."
            return Resolved(found_value, value, edtf_of(found_value), speech.name, why)
        why = f"“{words}” says {value} by itself."
        if expression.rule == "later or earlier" and value in _SIDES:
            why = f"“{words}” is {_SIDES[value]} what is told before it; how long is left vague."
        return Resolved(value, value, meaning.edtf or edtf_of(value), None, why)
    alone = _alone(meaning)
    found: tuple[str, str | None] | None
    if isinstance(meaning, Shift):
        found = _shift(meaning, speech, running, narrative, expression.tense)
    else:
        found = _point(meaning, expression, speech, running, narrative)
    if found is None:
        return Resolved(alone, alone, edtf_of(alone), None, f"“{words}” says {alone}; nothing in the text anchors it.")
    value, anchor = found
    if isinstance(meaning, Point) and meaning.part == "W":
        value, alone = _week_of(value), "XXXX-WXX"
    if anchor is None:
        return Resolved(value, value, edtf_of(value), None, f"“{words}” says {value} by itself.")
    return Resolved(value, alone, edtf_of(value), anchor, f"“{words}” is {value}, counted from the {anchor}.")


def _alone(meaning: Point | Shift) -> str:
    """What the words say with no anchor."""
    if isinstance(meaning, Shift):
        return _UNKNOWN.get(meaning.unit, "XXXX") + meaning.part
    year = "XXXX"
    if meaning.year is not None:
        year = f"XX{meaning.year:02}" if meaning.century_missing else f"{meaning.year:04}"
    return _form(year, meaning)


def _week_of(value: str) -> str:
    """The ISO week of a full date; unchanged where the date is not full."""
    try:
        iso = date.fromisoformat(value[:10]).isocalendar()
    except ValueError:
        return "XXXX-WXX"
    return f"{iso.year:04}-W{iso.week:02}"


def _form(year: str, point: Point) -> str:
    if point.feast:
        found = feast_day(point.feast, int(year)) if year.isdigit() and len(year) == 4 else None
        if found is None:
            return f"{year}-{point.month:02}" if point.feast in ONE_MONTH else f"{year}-XX"
        return f"{year}-{found[0]:02}-{found[1]:02}"
    if point.season:
        return f"{year}-{point.season}"
    if point.quarter:
        return f"{year}-Q{point.quarter}"
    if point.weekday:
        return f"{year}-WXX-{point.weekday}{point.part}"
    if point.month:
        return f"{year}-{point.month:02}" + (f"-{point.day:02}" if point.day else "") + point.part
    if point.day:
        return f"{year}-XX-{point.day:02}{point.part}"
    return year + point.part


def _shift(
    meaning: Shift, speech: Speech | None, running: Running, narrative: bool, tense: Tense
) -> tuple[str, str] | None:
    if meaning.unit == "weekend" and meaning.origin != "speech" and not meaning.amount and not narrative:
        return _weekend(speech, tense)
    if not narrative and (meaning.of_period or (meaning.unit in _PERIODS and meaning.origin != "speech")):
        quarter = _quarter(meaning, running)
        if quarter is not None or meaning.unit in _PERIODS:
            return quarter
    if _has_nothing_told(meaning, running):
        return None
    if (meaning.origin == "speech" and not narrative) or (meaning.origin != "speech" and running.year is None):
        if speech is None or (speech.knows_only_year and meaning.unit not in ("year", "decade", "century")):
            return None
        value = shifted(speech.day, meaning.amount, meaning.unit)
        return (value + meaning.part, speech.name) if value else None
    if meaning.origin == "speech" and meaning.unit in ("day", "week") and meaning.amount == 0:
        return None  # "today" in a narrative is not the narrated day
    if running.year is None:
        return None
    if running.year < 0:
        ancient = shifted_before_christ(running.year, meaning.amount, meaning.unit)
        return (ancient + meaning.part, running.name) if ancient else None
    needs_day = meaning.unit in ("day", "week", "weekend", "fortnight")
    if needs_day and running.date is None:
        if not narrative and speech is not None:
            value = shifted(speech.day, meaning.amount, meaning.unit)
            return (value + meaning.part, speech.name) if value else None
        return None
    if meaning.unit in ("month", "quarter") and running.month is None:
        return None
    start = running.date or date(running.year, running.month or 1, 1)
    value = shifted(start, meaning.amount, meaning.unit)
    if value and tense != "future" and not narrative and speech is not None and _overtakes(start, meaning, speech.day):
        return None  # "where he was shot eleven days later" is not counted from last Tuesday
    return (value + meaning.part, running.name) if value else None


def _has_nothing_told(meaning: Shift, running: Running) -> bool:
    """Whether it counts from the last day or date told and there is none: "that day", "the year before"."""
    if meaning.origin != "told":
        return False
    if meaning.unit == "day":
        return running.date is None and (running.year is None or running.year > 0)
    return running.year is None and not meaning.of_period


def _overtakes(start: date, meaning: Shift, today: date) -> bool:
    """Whether what is counted ahead from a time gone by lies behind the day of speaking."""
    if meaning.amount <= 0 or start > today:
        return False
    days = {"day": 1, "week": 7, "fortnight": 14, "month": 28, "year": 365, "decade": 3650}.get(meaning.unit, 0)
    moved = shifted(start, meaning.amount * days, "day")
    return moved is not None and moved > today.isoformat()


def _weekend(speech: Speech | None, tense: Tense) -> tuple[str, str] | None:
    """ "Over the weekend": the one that is on, else the last, or where the clause leans ahead the next."""
    if speech is None or speech.knows_only_year:
        return None
    is_on = speech.day.isoweekday() >= SATURDAY
    value = shifted(speech.day, 0 if is_on or tense == "future" else -1, "weekend")
    return (value, speech.name) if value else None


def _quarter(meaning: Shift, running: Running) -> tuple[str, str] | None:
    """ "The quarter" of a report on business is the one last named; "a year earlier" than a
    quarter is that quarter of the year before."""
    if meaning.of_period:
        if not running.quarter or running.year is None:
            return None
        return f"{running.year + meaning.amount:04}-Q{running.quarter}", running.name
    if running.last_quarter:
        year, month = month_shifted(int(running.last_quarter[:4]), int(running.last_quarter[6]) * 3, meaning.amount * 3)
        return f"{year:04}-Q{month // 3}", f"quarter {running.last_quarter}"
    return None


def _point(
    meaning: Point, expression: Expression, speech: Speech | None, running: Running, narrative: bool
) -> tuple[str, str | None] | None:
    if meaning.year is not None:
        return _with_year(meaning, speech, running, narrative)
    from_running = meaning.origin == "focus" or narrative
    if speech is not None and speech.knows_only_year and not from_running and meaning.year_shift is None:
        return None
    if meaning.weekday and narrative and meaning.pick is None and meaning.origin == "speech":
        # a history may name weekdays of any year; "died on Tuesday" before its first year is of the text's own week
        return None if running.year else _weekday(meaning, expression, speech, running, False)
    if meaning.weekday:
        return _weekday(meaning, expression, speech, running, from_running)
    if from_running or speech is None:
        return _from_running(meaning, running) if (narrative or meaning.origin == "focus") else None
    return _from_speech(meaning, expression, speech, running)


def _with_year(
    meaning: Point, speech: Speech | None, running: Running, narrative: bool
) -> tuple[str, str | None] | None:
    assert meaning.year is not None
    if not meaning.century_missing:
        if meaning.month and meaning.day and not is_date(meaning.year, meaning.month, meaning.day):
            return _form(f"{meaning.year:04}", Point(month=meaning.month)), None
        named = running.last_quarter if meaning.of_quarter == "quarter" or running.quarter else ""
        if meaning.of_quarter and named and not narrative:
            return f"{meaning.year:04}-{named[5:]}", f"quarter {running.last_quarter}"
        return _form(f"{meaning.year:04}", meaning), None
    near = running.year if narrative else (speech.day.year if speech else running.year)
    if near is None:
        return None
    name = running.name if narrative or speech is None else speech.name
    century = near // 100 * 100
    year = min((century + meaning.year + step for step in (-100, 0, 100)), key=lambda y: (abs(y - near), y))
    return _form(f"{year:04}", meaning), name


def _weekday(
    meaning: Point, expression: Expression, speech: Speech | None, running: Running, from_running: bool
) -> tuple[str, str] | None:
    assert meaning.weekday is not None
    start = running.date if from_running else (speech.day if speech else None)
    name = running.name if from_running else (speech.name if speech else "")
    if start is None:
        return None
    back = (start.isoweekday() - meaning.weekday) % 7
    ahead = (meaning.weekday - start.isoweekday()) % 7
    if meaning.pick == "last":
        days = -(back or 7)
    elif meaning.pick == "next":
        days = ahead or 7
    elif meaning.pick == "this" or from_running:
        days = ahead if expression.tense != "past" or from_running else -back
    else:
        days = ahead if expression.tense == "future" else -back
    value = shifted(start, days, "day")
    return (value + meaning.part, name) if value else None


def _from_running(meaning: Point, running: Running) -> tuple[str, str] | None:
    """The year of a month, season or day in a narrative is the running year, or the next where the year has turned."""
    if running.year is None:
        return None
    year = running.year
    if meaning.month is None and meaning.season is None and meaning.quarter is None and meaning.day:
        if running.month is None or not (year < 0 or is_date(year, running.month, meaning.day)):
            return None
        return _form(year_form(year), Point(month=running.month, day=meaning.day, part=meaning.part)), running.name
    if meaning.year_shift is not None:
        year += meaning.year_shift
    elif meaning.pick in ("last", "next") and running.month and (meaning.month or meaning.season):
        month = meaning.month or SEASON_MONTHS[meaning.season or "SP"]
        if meaning.pick == "last":
            year -= month >= running.month
        else:
            year += month <= running.month
    elif running.month and meaning.month and running.month - meaning.month >= YEAR_TURN:
        year += 1
    if meaning.month and meaning.day and year > 0 and not is_date(year, meaning.month, meaning.day):
        return None
    return _form(year_form(year or -1), meaning), running.name


def _from_speech(meaning: Point, expression: Expression, speech: Speech, running: Running) -> tuple[str, str] | None:
    """The nearest such month, season or quarter on the side to which the clause leans."""
    day = speech.day
    if meaning.month is None and meaning.season is None and meaning.quarter is None:
        month = running.month if running.year == day.year and running.month else day.month
        if meaning.day and is_date(day.year, month, meaning.day):
            return _form(f"{day.year:04}", Point(month=month, day=meaning.day, part=meaning.part)), speech.name
        return None
    year = day.year
    if meaning.year_shift is not None:
        return _form(f"{year + meaning.year_shift:04}", meaning), speech.name
    month = meaning.month or (SEASON_MONTHS[meaning.season] if meaning.season else (meaning.quarter or 1) * 3 - 2)
    if meaning.day and meaning.month:
        distance = (
            (meaning.month, meaning.day) > (day.month, day.day),
            (meaning.month, meaning.day) < (day.month, day.day),
        )
    else:
        length = 1 if meaning.month else 3
        distance = month > day.month, month + length - 1 < day.month
    is_ahead, is_behind = distance
    if meaning.pick == "last":
        year -= not is_behind
    elif meaning.pick == "next":
        year += not is_ahead
    elif meaning.pick == "this":
        pass
    else:
        year += _nearest_year(month - day.month + ((meaning.day or day.day) - day.day) / 31, expression)
    if meaning.month and meaning.day and not is_date(year, meaning.month, meaning.day):
        return None
    return _form(f"{year:04}", meaning), speech.name


def _nearest_year(months: float, expression: Expression) -> int:
    """Which year's such month is meant, -1, 0 or 1, where this year's is ``months`` away: the nearest, and the clause's
    lean counts for a distance of some months (a paper that means a far month says "last" or "next")."""
    if isinstance(expression.meaning, Point) and expression.meaning.quarter:
        weight = AGAINST_TENSE if expression.tense == "past" else 1.0  # results are of the nearest quarter, mostly past
        distances = {year: months + 1 + 12 * year for year in (0, -1, 1)}
        return min(distances, key=lambda year: max(distances[year] * weight, -distances[year]))
    against = AGAINST_NEAR_VERB if expression.verb_is_near else AGAINST_TENSE
    ahead_weight = {"past": against, "future": 1.0, "none": 1.2}[expression.tense]
    behind_weight = {"past": 1.0, "future": against, "none": 1.0}[expression.tense]

    def cost(distance: float) -> float:
        return distance * ahead_weight if distance > 0 else -distance * behind_weight

    return min((0, -1, 1), key=lambda year: cost(months + 12 * year))
