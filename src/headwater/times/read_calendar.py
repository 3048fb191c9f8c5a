"""Readings of expressions that name a place in the calendar: dates, months, years, decades, quarters, weekdays."""

from typing import Literal

from headwater.times.calendar import FROM_EASTER
from headwater.times.grammar import Match, Reading
from headwater.times.lexicon import (
    CARDINALS,
    DECADES,
    FESTIVE,
    HOLIDAYS,
    MONTHS,
    NAMED_BY_DAY,
    SEASONS,
    listed,
)
from headwater.times.meanings import Fixed, Origin, Point
from headwater.times.numbers import number_of, ordinal_of
from headwater.times.parts import FOCUS_WORDS, PICKS, SHIFT_OF, part_of, point_of, unit_of, year_of

CENTURY_REACH = 8  # tokens before "the 20th" in which "century" says what it counts
_DATING = frozenset(
    listed("at on in by before after until till since for over around during of every from to between past")
)
OF_EASTER = frozenset(feast.split()[0] for feast in FROM_EASTER) - {"easter"}  # "Good" is a feast only with its weekday
_WHOLE_NAMES = frozenset(f"{name} {behind}".rstrip() for name in HOLIDAYS for behind in ("", "eve", "day")) | {
    "easter sunday"
}
_AFTER_DAY = frozenset(listed(". , ; ) the and when as was were to at in they he she it"))  # no noun follows "the 13th"


def read_iso(match: Match) -> Reading:
    shown = match.word("iso").upper().replace(" ", "T")
    if "T" in shown:
        return Reading("time", Fixed(shown[:16] if len(shown) > 16 and shown[16] == ":" else shown, shown))
    return Reading("date", Fixed(shown, shown))


def read_parted(match: Match) -> Reading | None:
    """12.09.2016 is day first; 9/12/2016 is either, so only what both readings share is said."""
    shown = match.word("parted")
    mark = next(character for character in shown if not character.isdigit())
    first, second, year = (int(piece) for piece in shown.split(mark))
    if year < 100:
        return None
    if mark == "." or first > 12:
        day, month = first, second
    elif second > 12:
        month, day = first, second
    elif first == second:
        day = month = first
    else:
        return Reading("date", Fixed(f"{year:04}-XX-XX", f"{year:04}-XX-XX"))
    return Reading("date", Point(year=year, month=month, day=day)) if 1 <= month <= 12 and 1 <= day <= 31 else None


def read_date(match: Match) -> Reading | None:
    point = point_of(match)
    return None if point is None else Reading("date", point)


def read_two_days(match: Match) -> tuple[Reading, ...] | None:
    """ "April 24 and 25", "6-7 February 1920": two dates that share the month."""
    month, year = MONTHS[match.word("month")], year_of(match.words("year"))
    found = []
    for name in ("day", "day2"):
        number = ordinal_of(match.word(name)) if not match.word(name).isdigit() else int(match.word(name))
        if number is None or not 1 <= number <= 31:
            return None
        found.append(Point(year=year[0] if year else None, month=month, day=number))
    if match.first("month") < match.first("day"):
        return (
            Reading("date", found[0], match.first("month"), match.last("day")),
            Reading("date", found[1], match.first("day2"), match.found.end()),
        )
    return (
        Reading("date", found[0], match.found.start(), match.last("day")),
        Reading("date", found[1], match.first("day2"), match.found.end()),
    )


def read_two_months(match: Match) -> tuple[Reading, ...] | None:
    """ "February–March 1794": the first month has the year of the second."""
    year = year_of(match.words("year"))
    assert year is not None
    return (
        Reading(
            "date", Point(year=year[0], month=MONTHS[match.word("month")]), match.found.start(), match.last("month")
        ),
        Reading(
            "date", Point(year=year[0], month=MONTHS[match.word("month2")]), match.first("month2"), match.found.end()
        ),
    )


def read_two_seasons(match: Match) -> tuple[Reading, ...] | None:
    """ "the summer and fall of 2015": the first season has the year of the second."""
    year = year_of(match.words("year"))
    assert year is not None
    if match.after in ("bc", "bce"):
        return None
    first, second = (Point(year=year[0], season=SEASONS[match.word(name)]) for name in ("season", "season2"))
    return (
        Reading("date", first, match.found.start(), match.last("season")),
        Reading("date", second, match.first("season2"), match.found.end()),
    )


def read_two_years(match: Match) -> tuple[Reading, ...] | None:
    """ "1914-18", "1914-1918": two years."""
    first = int(match.word("year"))
    second = match.word("year2")
    later = int(second) if len(second) == 4 else first // 100 * 100 + int(second)
    if later <= first or (len(second) == 2 and later - first > 60):
        return None
    return (
        Reading("date", Point(year=first), match.found.start(), match.last("year")),
        Reading("date", Point(year=later), match.first("year2"), match.found.end()),
    )


def read_date_of_the_year(match: Match) -> Reading | None:
    """ "the year 1950"."""
    return read_date(match) if match.tokens.words[match.first("year") - 1] == "year" else None


def read_bare_day(match: Match) -> Reading | None:
    """ "the 13th": a day of the running month, where no noun follows."""
    at = match.found.start()
    if not match.word("day")[0].isdigit() or match.after not in _AFTER_DAY:
        return None
    if "century" in match.tokens.words[max(0, at - CENTURY_REACH) : at]:
        return None  # "from the 16th century halfway into the 20th"
    return read_date(match)


def read_picked(match: Match) -> Reading | None:
    """ "last June", "this fall", "next Friday", "the previous April"."""
    word = match.words("pick")[-1]
    if (word == "following" and match.found.start() == match.first("pick")) or (word == "that" and match.after == "'s"):
        return None  # "Following Friday's report", "found that Friday's report"
    pick = "last" if match.has("past") else PICKS[match.words("pick")[-1]]
    origin: Origin = "focus" if match.words("pick")[-1] in FOCUS_WORDS else "speech"
    point = point_of(match, pick=pick, origin=origin, part=part_of(match.word("part")) if match.has("part") else "")
    return None if point is None else Reading("time" if match.has("part") else "date", point)


def read_of_year(match: Match) -> Reading | None:
    """ "early October this year", "July of that year", "the spring of next year"."""
    word = match.words("pick")[-1]
    origin: Origin = "focus" if word in FOCUS_WORDS else "speech"
    if match.word("unit") != "year":
        return None
    point = point_of(match, year_shift=SHIFT_OF[PICKS[word]], origin=origin)
    return None if point is None else Reading("date", point)


def read_weekday(match: Match) -> Reading | None:
    if match.word("part").endswith("s"):
        return None  # "Friday nights" are many
    part = part_of(match.word("part")) if match.has("part") else ""
    point = point_of(match, part=part)
    return None if point is None else Reading("time" if part else "date", point)


def read_holiday(match: Match) -> Reading | None:
    """ "Christmas Eve", "Christmas Day", "Christmas 1963", "last Thanksgiving", "Easter Monday"."""
    name, behind = match.word("holiday"), match.word("holiday_day")
    first = match.first("holiday")
    if match.before in ("merry", "happy"):
        return None  # a greeting
    if not match.tokens.shown(first, first + 1)[0].isupper() or (name in NAMED_BY_DAY and behind != "day"):
        return None
    if not behind and not match.has("year") and (_names_something(match) or not _is_dating(match)):
        return None
    month, day = HOLIDAYS[name]
    feast = f"{name} {behind}" if f"{name} {behind}" in FROM_EASTER else name
    if name == "new":
        if match.word("unit") != "year" or behind not in ("eve", "day"):
            return None
        month, day = (12, 32) if behind == "eve" else (1, 1)
    elif feast == name and (name in OF_EASTER or f"{name} {behind}".rstrip() not in _WHOLE_NAMES):
        return None
    year = year_of(match.words("year"))
    words = match.words("pick")
    return Reading(
        "date",
        Point(
            year=year[0] if year else None,
            month=month,
            day=day - (behind == "eve") if day else None,
            feast=None if day else feast,
            pick=PICKS[words[-1]] if words else None,
        ),
    )


def _is_dating(match: Match) -> bool:
    """Whether a feast without "Day" says when: "at Christmas", unlike "they cancelled Christmas"."""
    return match.has("pick") or match.before in _DATING


def _names_something(match: Match) -> bool:
    """Whether a feast only names what follows: "the Christmas market", "the Easter Rising"."""
    at = match.found.end()
    if at == len(match.tokens.words):
        return False
    return match.after in FESTIVE or (match.tokens.shown(at, at + 1).istitle() and match.after[0].isalpha())


def read_decade(match: Match) -> Reading | None:
    shown = match.word("decade").rstrip("s").strip("'’")
    if shown in DECADES or match.word("decade") in DECADES:
        if match.before in ("his", "her", "their", "my", "your", "our", "its"):
            return None
        if match.before in ("roaring", "swinging") or match.tokens.words[match.first("decade") - 1] == "the":
            return Reading("date", Fixed(f"XX{DECADES[match.word('decade')]}", f"XX{DECADES[match.word('decade')]}X"))
        return None
    if match.before in ("his", "her", "their", "my", "your", "our"):
        return None
    if len(shown) == 4:
        return Reading("date", Fixed(shown[:3])) if shown[3] == "0" else None
    led = match.words("the") or match.word("decade").startswith(("'", "’"))
    return Reading("date", Fixed(f"XX{shown[0]}", f"XX{shown[0]}X")) if led else None


def read_ordinal_unit(match: Match) -> Reading | None:
    """ "the 20th century", "the third quarter of 1984", "fourth-quarter"."""
    number = ordinal_of(match.word("ordinal"))
    unit = unit_of(match)
    if number is None:
        return None
    if unit == "century" and match.has("era"):
        return Reading("date", Fixed(f"BC{number - 1:02}"))
    if unit == "century":
        return Reading("date", Fixed(f"{number - 1:02}")) if 1 <= number <= 21 else None
    if unit == "quarter" and 1 <= number <= 4:
        year = year_of(match.words("year"))
        words, at = match.tokens.words, match.found.start()
        hyphen = words[match.last("ordinal")] in "-‐‑" and words[at] == "the"  # "the third-quarter loss"
        return Reading("date", Point(year=year[0] if year else None, quarter=number), at + 1 if hyphen else None)
    return None


def read_period_of_year(match: Match) -> Reading | None:
    """ "the 1988 quarter", "the 1988 period": the same quarter of that year; "the 1988 time" is not one."""
    year = year_of(match.words("year"))
    word: Literal["quarter", "period"] = "quarter" if match.word("period") == "quarter" else "period"
    if year is None or match.word("period") != word:
        return None
    return Reading("date", Point(year=year[0], of_quarter=word))


def read_half_of_year(match: Match) -> Reading | None:
    """ "the first half of 1990", "the second half of last year"; without a year it may be that of a match."""
    half = {"first": "H1", "second": "H2", "last": "H2", "latter": "H2", "later": "H2"}.get(match.word("which"))
    if half is None or (match.has("unit") and match.word("unit") != "year"):
        return None
    year, words = year_of(match.words("year")), match.words("pick")
    return Reading(
        "date",
        Point(
            year=year[0] if year else None,
            century_missing=bool(year and year[1]),
            season=half,
            year_shift=SHIFT_OF[PICKS[words[-1]]] if words else 0 if match.has("unit") else None,
            origin="focus" if words and words[-1] in FOCUS_WORDS else "speech",
        ),
    )


def read_year_in_words(match: Match) -> Reading | None:
    """ "nineteen ninety-six", as broadcasters spell it."""
    values = [CARDINALS[word] for word in match.words("cardinal") if word in CARDINALS]
    if (
        len(values) < 2
        or values[0] not in (18, 19, 20)
        or not 10 <= values[1] < 100
        or (len(values) > 2 and values[2] > 9)
    ):
        return None
    year = values[0] * 100 + sum(values[1:])
    month = MONTHS[match.word("month")] if match.has("month") else None
    season = SEASONS[match.word("season")] if match.has("season") else None
    return Reading("date", Point(year=year, month=month, season=season))


def read_year_thousands(match: Match) -> Reading | None:
    """ "the year two thousand", "the year two thousand and one"."""
    words = match.words("cardinal")
    year = number_of(words) if match.word("unit") == "year" and "thousand" in words else None
    return Reading("date", Point(year=int(year))) if year is not None and 2000 <= year < 2100 else None


def read_two_before_christ(match: Match) -> tuple[Reading, ...] | None:
    """ "499–493 BC": the era belongs to both."""
    found = [before_christ(int(match.word(name))) for name in ("year", "year2")]
    return (
        Reading("date", found[0], match.first("year"), match.last("year")),
        Reading("date", found[1], match.first("year2"), match.found.end()),
    )


def before_christ(year: int, part: str | None = None) -> Fixed:
    """The year so many before Christ, or its ``part`` ("SP", "04"); EDTF counts from a year 0.

    >>> before_christ(490)
    Fixed(value='BC0490', edtf='-0489')
    """
    edtf = f"-{year - 1:04}" if year > 1 else "0000"
    return Fixed(f"BC{year:04}-{part}", None) if part else Fixed(f"BC{year:04}", edtf)


def read_before_christ(match: Match) -> Reading | None:
    year = year_of(match.words("year"))
    if year is None or year[0] > 9999 or year[0] < 1:
        return None
    part = SEASONS[match.word("season")] if match.has("season") else None
    if match.has("month"):
        part = f"{MONTHS[match.word('month')]:02}"
    return Reading("date", before_christ(year[0], part))
