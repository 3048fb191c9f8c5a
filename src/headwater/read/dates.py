"""The dates that files, feeds and tables write, as ISO 8601. An ambiguous one (03/04/2031) is never guessed."""

import datetime
import email.utils
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = rf"(?P<month>{'|'.join(_MONTHS)})[a-z]{{0,6}}\.?"
_DIGITS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?(?P<time>\d{6})Z?)?")
_SLASHED = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})")
# Whoever writes dots writes the day first, in all locales of the CLDR; with slashes only a number above 12 tells
_DOTTED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})\b")
_DAY_FIRST = re.compile(r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})\b")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b")
_NUMBERS = (_SLASHED, _DOTTED, _DAY_FIRST, _MONTH_FIRST)
_WORDS = (
    re.compile(rf"(?:[a-z]{{2,9}}\.?,? )?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\.? {_MONTH},? (?P<year>\d{{4}})\b"),
    re.compile(rf"(?:[a-z]{{2,9}}\.?,? )?{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b"),
)
_YEAR_OR_MONTH = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?")
LONGEST = 80  # characters; no date is longer


def iso_date(value: str) -> str | None:
    """Return a date, or a time with its zone where one is given, as ISO 8601; None for what cannot be told.

    >>> iso_date("Tue, 03 Jun 2031 08:00:00 GMT"), iso_date("June 3, 2031"), iso_date("03/04/2031")
    ('2031-06-03T08:00:00+00:00', '2031-06-03', None)
    >>> iso_date("3.6.2031"), iso_date("06/13/2031"), iso_date("13/06/2031")
    ('2031-06-03', '2031-06-13', '2031-06-13')
    """
    text = " ".join(value.split())
    if not text or len(text) > LONGEST:
        return None
    if _YEAR_OR_MONTH.fullmatch(text):
        return text
    return _from_iso(text) or _from_epoch(text) or _from_mail(text) or _from_parts(text)


def _from_iso(text: str) -> str | None:
    candidate = re.sub(r" (?:UTC|GMT|Z)$", "+00:00", text)
    candidate = re.sub(r"(?<=\d) ([+-]\d\d:?\d\d)$", r"\1", candidate)
    if not re.match(r"\d{4}-\d\d-\d\d", candidate):
        return None
    try:
        moment = datetime.datetime.fromisoformat(candidate)
    except ValueError:
        return None
    if len(candidate) == len("2031-06-03"):
        return candidate
    return moment.isoformat(timespec="seconds")


def _from_epoch(text: str) -> str | None:
    if not _DIGITS.fullmatch(text):
        return None
    seconds = float(text) / (1000 if len(text.split(".")[0]) > len("1000000000") else 1)
    return datetime.datetime.fromtimestamp(seconds, datetime.UTC).isoformat(timespec="seconds")


def _from_mail(text: str) -> str | None:
    if ":" not in text or not re.search(r"[A-Za-z]{3}", text):
        return None
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds")


def _from_parts(text: str) -> str | None:
    found = _COMPACT.fullmatch(text) or next((m for pattern in _NUMBERS if (m := pattern.match(text))), None)
    words = found or next((m for pattern in _WORDS if (m := pattern.match(text.lower()))), None)
    if words is None:
        return None
    month = words["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    try:
        return datetime.date(int(words["year"]), number, int(words["day"])).isoformat()
    except ValueError:
        return None
