"""Dates in words, as every page, table and sentence writes them."""

MONTHS = [  # in order
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def say_date(published: str | None) -> str:
    """Return an ISO 8601 date or time as a day in words; what has another form is returned as it is.

    >>> say_date("2026-03-03T21:10:00+01:00"), say_date("2026-03"), say_date(None)
    ('3 March 2026', 'March 2026', 'no date')
    """
    if not published:
        return "no date"
    parts = published[:10].split("-")
    if not all(part.isdigit() for part in parts) or (len(parts) > 1 and not 1 <= int(parts[1]) <= 12):
        return published
    year = parts[0]
    if len(parts) == 1:
        return year
    month = MONTHS[int(parts[1]) - 1]
    return f"{month} {year}" if len(parts) == 2 else f"{int(parts[2])} {month} {year}"


def say_dates(one: str, other: str) -> tuple[str, str]:
    """Return two dates in words, with the time of day where both are of one day.

    >>> say_dates("2026-03-03T08:00Z", "2026-03-04"), say_dates("2026-03-03T08:00Z", "2026-03-03T21:10Z")
    (('3 March 2026', '4 March 2026'), ('3 March 2026, 08:00', '3 March 2026, 21:10'))
    """
    if one[:10] != other[:10]:
        return say_date(one), say_date(other)
    return _with_time(one), _with_time(other)


def _with_time(published: str) -> str:
    time = published[11:16]
    return f"{say_date(published)}, {time}" if time else say_date(published)
