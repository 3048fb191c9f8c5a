"""Readings of expressions that count from the time of speaking or from the last date of the text."""

from headwater.records import TimeKind
from headwater.times.grammar import Match, Reader, Reading
from headwater.times.lexicon import (
    FUTURE,
    PAST,
    PRESENT,
)
from headwater.times.meanings import Fixed, Point, Shift
from headwater.times.numbers import number_of, ordinal_of
from headwater.times.parts import (
    FOCUS_WORDS,
    PICKS,
    SHIFT_OF,
    duration_of,
    part_of,
    point_of,
    unit_of,
)

# what may follow "the year before" where it ends its phrase
_STOPS = frozenset((".", ",", ";", ")", "\n", "and", "but", "when", "”", '"', "?", "!"))


def read_today(match: Match) -> Reading | None:
    word = match.word("today")
    amount = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1, "overnight": 0}[word]
    if word == "overnight":
        return None
    part = part_of(match.word("part")) if match.has("part") else ("TNI" if word == "tonight" else "")
    return Reading("time" if part else "date", Shift(amount, "day", "speech", part))


def read_picked_unit(match: Match) -> Reading | None:
    """ "last week", "the following day", "this year", "the next morning"."""
    word = match.words("pick")[-1]
    pick, unit = PICKS[word], unit_of(match)
    if unit in ("hour", "minute", "second", "millennium") or (
        unit == "day" and word in ("this", "past", "last", "current", "present")
    ):
        return None
    if word == "past" and unit == "weekend":
        return Reading("date", Shift(-1, unit, "speech"))
    if word == "past":
        return None
    reported = unit == "quarter" and word == "this" and match.after in ("'s", "’s")  # "this quarter's loss"
    focus = word in FOCUS_WORDS or (word == "next" and unit == "day") or reported
    return Reading("date", Shift(SHIFT_OF[pick], unit, ("focus" if reported else "told") if focus else "speech"))


def read_picked_part(match: Match) -> Reading | None:
    """ "this morning", "last night", "that afternoon", "the next morning"."""
    word = match.words("pick")[-1]
    focus = word in FOCUS_WORDS or word == "next"
    amount = SHIFT_OF[PICKS[word]]
    return Reading("time", Shift(amount, "day", "told" if focus else "speech", part_of(match.word("part"))))


def read_ago(match: Match) -> Reading | None:
    number = number_of(match.words("number")) if match.has("number") else None
    unit = unit_of(match)
    if number is None and match.word("unit") == unit:
        number = 1.0  # "year-ago"
    if number is None:
        return Reading("date", Fixed(PAST))
    if number != int(number) or unit in ("hour", "minute", "second"):
        return (
            Reading("date", Fixed(PAST))
            if unit not in ("hour", "minute", "second")
            else Reading("time", Fixed(PRESENT if unit == "second" else PAST))
        )
    of_period = unit == "year" and number == 1
    return Reading("date", Shift(-1 if of_period else -int(number), unit, "speech", of_period=of_period))


def read_ago_today(match: Match) -> Reading | None:
    """ "ten years ago today", "a week ago today": the same day of that year or week."""
    number, unit = number_of(match.words("number")), unit_of(match)
    size = {"year": (1, "anniversary"), "week": (7, "day"), "day": (1, "day")}.get(unit)
    if number is None or number != int(number) or size is None or match.word("today") != "today":
        return None
    return Reading("date", Shift(-int(number) * size[0], size[1], "speech"))


def read_day_beside(match: Match) -> Reading | None:
    """ "the day before yesterday", "the day after tomorrow"."""
    day = {"yesterday": -1, "today": 0, "tomorrow": 1}.get(match.word("today"))
    side = {"before": -1, "after": 1}.get(match.word("side"))
    if day is None or side is None or match.word("unit") != "day":
        return None
    return Reading("date", Shift(day + side, "day", "speech"))


def read_unit_beside(match: Match) -> Reading | tuple[()] | None:
    """ "down from 40 the year before": counted from the last date told; what counts from an event is none of ours."""
    unit = unit_of(match)
    side = {"before": -1, "after": 1}.get(match.word("side"))
    if side is None or unit not in ("day", "week", "weekend", "month", "year"):
        return None
    ends = match.after in _STOPS and match.before not in ("all", "of")
    return Reading("date", Shift(side, unit, "told")) if ends else ()


def read_from_now(match: Match) -> Reading | None:
    """ "three weeks from now", "a year from today"."""
    number, unit = number_of(match.words("number")), unit_of(match)
    if match.tokens.words[match.last("unit")] != "from" or match.word("now") not in ("now", "today"):
        return None
    if number is None or number != int(number) or unit in ("hour", "minute", "second"):
        return Reading("date", Fixed(FUTURE))
    return Reading("date", Shift(int(number), unit, "speech"))


def read_later(match: Match) -> Reading | None:
    """ "two weeks later", "a year earlier": from the last dated time; rough where the number is."""
    number = number_of(match.words("number")) if match.has("number") else None
    unit = unit_of(match)
    back = match.word("side") in ("ago", "earlier", "before", "beforehand", "previously")
    if unit in ("hour", "minute", "second"):
        return Reading("time", Fixed(duration_of(number, unit)))
    if number is None and match.word("unit") == unit:
        number = 1.0  # "year-earlier"
    if number is None or number != int(number):
        return Reading("date", Fixed(PAST if back else FUTURE))
    of_period = back and unit == "year" and number == 1
    at = match.first("unit")
    adjective = match.word("number") == "a" and match.last("unit") < match.first("side") and at > match.found.start()
    return Reading(
        "date",
        Shift(-int(number) if back else int(number), unit, "told", of_period=of_period),
        at if adjective else None,  # "a year-earlier loss": the article is the noun's
    )


def read_unit_end(match: Match) -> Reading | tuple[()] | None:
    """ "the end of the year", "month's end", "year-end"."""
    unit = unit_of(match)
    if unit not in ("year", "month", "week", "quarter", "decade", "century", "day"):
        return None
    if unit == "day" and match.before == "at" and match.after == ",":
        return ()  # "at the end of the day, he will sign": after all
    words = match.words("pick")
    pick = PICKS[words[-1]] if words else "this"
    focus = not words or words[-1] in FOCUS_WORDS
    return Reading("date", Shift(SHIFT_OF[pick], unit, "focus" if focus else "speech"))


def read_the_unit(match: Match) -> Reading | None:
    """ "the quarter", "the week", "the weekend": the one that the text is about."""
    unit = unit_of(match)
    if unit == "year" and match.after in ("ended", "ending"):
        return Reading("duration", Fixed("P1Y"))
    if match.after in ("-", "–"):
        return None  # "the quarter-to-quarter comparison"
    whole_year = unit == "year" and match.before in ("of", "for") and match.after not in ("ending", "ended", "of", "to")
    if unit == "weekend" or whole_year or (unit in ("quarter", "week") and match.after != "of"):
        return Reading("date", Shift(0, unit, "focus"))
    return None


def read_same_unit(match: Match) -> Reading | None:
    """ "the same month last year", "the same quarter a year earlier": that of the year before the one told."""
    back = {"month": -12, "quarter": -4}.get(unit_of(match))
    if back is None or match.word("unit2") != "year":
        return None
    unit = unit_of(match)
    return Reading("date", Shift(back, unit, "focus" if unit == "quarter" else "told"))


def read_year_ago_unit(match: Match) -> Reading | None:
    """ "the year-earlier quarter": that quarter of the year before."""
    if match.word("unit") != "year" or match.word("unit2") != "quarter":
        return None
    if match.has("ordinal"):
        number = ordinal_of(match.word("ordinal"))
        return Reading("date", Point(quarter=number, year_shift=-1)) if number and number < 5 else None
    return Reading("date", Shift(-4, "quarter", "focus"))


def read_quarter_of(match: Match) -> Reading | None:
    """ "this year's third quarter", "the third quarter of last year", "last year's quarter"."""
    word = match.words("pick")[-1]
    if match.word("unit") != "year" or match.word("unit2") != "quarter":
        return None
    years = SHIFT_OF[PICKS[word]]
    if not match.has("ordinal"):
        return Reading("date", Shift(4 * years, "quarter", "focus"))
    number = ordinal_of(match.word("ordinal"))
    if number is None or number > 4:
        return None
    return Reading("date", Point(quarter=number, year_shift=years, origin="focus" if word in FOCUS_WORDS else "speech"))


def read_latest_period(match: Match) -> Reading | None:
    """ "the latest period": the quarter that a report of business is about."""
    return Reading("date", Shift(0, "period", "focus")) if match.word("period") == "period" else None


def read_week_of(match: Match) -> Reading | None:
    """ "the week of March 6"."""
    point = point_of(match, part="W")
    return Reading("date", point) if point is not None and match.word("unit") == "week" else None


def read_current_unit(match: Match) -> Reading | None:
    """ "the latest quarter", "the current fiscal year", "the fiscal year"."""
    unit = unit_of(match)
    if unit not in ("year", "quarter"):
        return None
    words = match.tokens.words[match.found.start() : match.found.end()]
    latest = "latest" in words and unit == "quarter"
    if unit == "year" and not {"full", "whole", "entire"}.isdisjoint(words):
        return Reading("date", Shift(0, unit, "speech" if "full" in words else "focus"))
    if not {"latest", "current", "fiscal", "financial", "present"} & set(words):
        return None
    return Reading("date", Shift(-1 if latest else 0, unit, "speech"))


def reference(value: str, kind: TimeKind = "date") -> Reader:
    def read(match: Match) -> Reading | None:
        return Reading(kind, Fixed(value))

    return read


def read_current(match: Match) -> Reading | None:
    """ "the current system", "its then current head"; "present" alone is mostly another word."""
    at = match.found.start()
    if match.tokens.words[at] != "current" or match.tokens.shown(at, min(at + 2, len(match.tokens.words))).istitle():
        return None  # "Current Affairs"
    then = "then" in match.tokens.words[max(0, match.found.start() - 2) : match.found.start()]
    return Reading("date", Fixed(PAST if then else PRESENT))


def read_recently(match: Match) -> Reading | None:
    """ "recently"; "as recently as 2015" is said by its date."""
    return None if match.after == "as" else Reading("date", Fixed(PAST))


def read_past_alone(match: Match) -> Reading | None:
    return Reading("date", Fixed(PAST)) if match.before in ("in", "of", "from", "with") else None


def read_these_units(match: Match) -> Reading | None:
    return Reading("date", Fixed(PRESENT)) if match.word("unit") == "days" and match.word("these") == "these" else None
