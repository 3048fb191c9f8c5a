"""Calendar arithmetic and the forms of a value: TIMEX3 strings and their EDTF (ISO 8601-2) counterparts.

Weeks are ISO weeks. A season belongs to the year in which it is named; winter is that of December of the year.
"""

import calendar
import re
from datetime import date, timedelta

_EDTF_SEASON = {"SP": 21, "SU": 22, "FA": 23, "WI": 24, "H1": 40, "H2": 41}
# days from Easter Sunday
FROM_EASTER = {
    "ash wednesday": -46, "palm sunday": -7, "maundy thursday": -3, "good friday": -2, "easter monday": 1,
}  # fmt: skip
_EDTF_QUARTER = 32  # Q1 is season code 33 in ISO 8601-2
_DAY = re.compile(r"([0-9X]{4}-[0-9X]{2}-[0-9X]{2})")


def year_form(year: int) -> str:
    """Return a year as TIMEX3 writes it; years before Christ count down from -1.

    >>> year_form(480), year_form(-480)
    ('0480', 'BC0480')
    """
    return f"{year:04}" if year > 0 else f"BC{-year:04}"


def shifted_before_christ(year: int, amount: int, unit: str) -> str | None:
    """Return the value so many years, decades or centuries from a year before Christ; None for shorter units.

    >>> shifted_before_christ(-490, 10, "year"), shifted_before_christ(-385, -1, "century")
    ('BC0480', 'BC04')
    """
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if size is None:
        return None
    moved = year + amount * size
    moved += moved >= 0  # there is no year 0
    form = year_form(moved)
    era = len(form) - 4
    return form[: era + {"year": 4, "decade": 3, "century": 2}[unit]]


def month_shifted(year: int, month: int, months: int) -> tuple[int, int]:
    """Return year and month so many months away.

    >>> month_shifted(1998, 1, -2)
    (1997, 11)
    """
    index = year * 12 + month - 1 + months
    return index // 12, index % 12 + 1


def feast_day(name: str, year: int) -> tuple[int, int] | None:
    """Return month and day of a feast whose day moves; None for a name that is none.

    Easter by the anonymous Gregorian method (Nature, 1876); those not counted from it are American.

    >>> feast_day("thanksgiving", 1999), feast_day("easter", 2000), feast_day("memorial", 2021)
    ((11, 25), (4, 23), (5, 31))
    >>> feast_day("good friday", 2016), feast_day("ash wednesday", 2016)
    ((3, 25), (2, 10))
    """
    if name in FROM_EASTER:
        easter = feast_day("easter", year)
        assert easter is not None
        moved = date(year, *easter) + timedelta(days=FROM_EASTER[name])
        return moved.month, moved.day
    if name == "easter":
        century, rest = divmod(year, 100)
        golden = year % 19
        epact = (19 * golden + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
        ahead = (32 + 2 * (century % 4) + 2 * (rest // 4) - epact - rest % 4) % 7
        late = (golden + 11 * epact + 22 * ahead) // 451
        index = epact + ahead - 7 * late + 114
        return index // 31, index % 31 + 1
    if name == "memorial":
        return 5, 31 - date(year, 5, 31).weekday()
    if name in ("thanksgiving", "labor"):
        month, weekday, which = (11, 3, 4) if name == "thanksgiving" else (9, 0, 1)
        return month, (weekday - date(year, month, 1).weekday()) % 7 + 7 * which - 6
    return None


def is_date(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day.

    >>> is_date(2015, 2, 29)
    False
    """
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= calendar.monthrange(year, month)[1]


def shifted(day: date, amount: int, unit: str) -> str | None:
    """Return the TIMEX3 value so many units from ``day``, as coarse as the unit; None outside the calendar.

    An "anniversary" is the same day of another year.

    >>> shifted(date(1998, 3, 22), -1, "week"), shifted(date(1998, 1, 31), 1, "month")
    ('1998-W11', '1998-02')
    >>> shifted(date(2024, 4, 9), -10, "anniversary")
    '2014-04-09'
    """
    if unit == "anniversary":
        year = day.year + amount
        return f"{year:04}-{day.month:02}-{day.day:02}" if is_date(year, day.month, day.day) else None
    try:
        if unit in ("day", "week", "weekend", "fortnight"):
            days = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}[unit] * amount
            moved = day + timedelta(days=days)
            iso = moved.isocalendar()
            if unit == "day":
                return moved.isoformat()
            return f"{iso.year:04}-W{iso.week:02}" + ("-WE" if unit == "weekend" else "")
    except OverflowError:
        return None
    if unit in ("month", "quarter"):
        year, month = month_shifted(day.year, day.month, amount * (3 if unit == "quarter" else 1))
        if not 1 <= year <= 9999:
            return None
        return f"{year:04}-{month:02}" if unit == "month" else f"{year:04}-Q{(month + 2) // 3}"
    year = day.year + amount * {"year": 1, "decade": 10, "century": 100}.get(unit, 0)
    if not 1 <= year <= 9999 or unit not in ("year", "decade", "century"):
        return None
    return f"{year:04}"[: {"year": 4, "decade": 3, "century": 2}[unit]]


def edtf_of(value: str) -> str | None:
    """Return the EDTF form of a TIMEX3 date or time; None for durations, sets and vague references.

    >>> edtf_of("1999-SU"), edtf_of("199"), edtf_of("XXXX-02-01"), edtf_of("1998-Q3"), edtf_of("P2W")
    ('1999-22', '199X', 'XXXX-02-01', '1998-35', None)
    >>> edtf_of("2001-W12"), edtf_of("1998-02-13T22:00"), edtf_of("1998-02-13TMO")
    ('2001-03-19/2001-03-25', '1998-02-13T22:00:00', '1998-02-13')
    """
    if found := re.fullmatch(r"BC([0-9]{4})", value):
        return f"-{int(found[1]) - 1:04}" if int(found[1]) > 1 else "0000"
    if not value or value[0] not in "0123456789X" or value.startswith("XXXX-W"):
        return None
    if found := re.fullmatch(r"([0-9X]{4})-(SP|SU|FA|WI|H1|H2)", value):
        return f"{found[1]}-{_EDTF_SEASON[found[2]]}"
    if found := re.fullmatch(r"([0-9X]{4})-Q([1-4])", value):
        return f"{found[1]}-{_EDTF_QUARTER + int(found[2])}"
    if found := re.fullmatch(r"([0-9]{4})-W([0-9]{2})(-WE)?", value):
        try:
            monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        except ValueError:
            return None
        first = monday + timedelta(days=5 if found[3] else 0)
        return f"{first.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    if found := re.fullmatch(r"([0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2})(:[0-9]{2})?", value):
        return None if found[1].endswith("24:00") else found[1] + (found[2] or ":00")
    if "T" in value:
        found = _DAY.match(value)
        return found[1] if found and set(found[1]) - set("X-") else None
    if re.fullmatch(r"[0-9X]{4}(-[0-9X]{2}){0,2}", value):
        return value if set(value) - set("X-") else None
    if re.fullmatch(r"[0-9]{2,3}", value):
        return value.ljust(4, "X")
    return None
