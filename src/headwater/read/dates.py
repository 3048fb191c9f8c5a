"""The dates that files, feeds, tables and pages write, as ISO 8601. An ambiguous one (03/04/2031) is never guessed.

Names of months are known in English, German, French, Spanish, Italian, Portuguese, Dutch, Russian, Turkish and Arabic.
"""

import datetime
import email.utils
import re
from dataclasses import dataclass

_MONTHS = {
    name.replace("_", " "): number
    for number, names in enumerate(
        (
            "january jan januar jänner janvier janv enero gennaio janeiro januari января ocak يناير كانون_الثاني",
            "february feb februar février fevrier févr febrero febbraio fevereiro februari февраля şubat فبراير شباط",
            "march mar märz mars marzo março maart марта mart مارس آذار",
            "april apr avril avr abril aprile апреля nisan أبريل ابريل نيسان",
            "may mai mayo maggio maio mei мая mayıs مايو أيار",
            "june jun juni juin junio giugno junho июня haziran يونيو حزيران",
            "july jul juli juillet juil julio luglio julho июля temmuz يوليو تموز",
            "august aug août aout agosto augustus августа ağustos أغسطس اغسطس آب",
            "september sep sept septembre septiembre setiembre settembre setembro сентября eylül سبتمبر أيلول",
            "october oct oktober octobre octubre ottobre outubro октября ekim أكتوبر اكتوبر تشرين_الأول",
            "november nov novembre noviembre novembro ноября kasım نوفمبر تشرين_الثاني",
            "december dec dezember déc décembre decembre diciembre dicembre dezembro декабря aralık ديسمبر كانون_الأول",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?"
_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)
_DIGITS = re.compile(r"\d{10}(?:\d{3})?(?:\.\d{1,9})?")
_COMPACT = re.compile(r"(?P<year>(?:19|20)\d\d)(?P<month>[01]\d)(?P<day>[0-3]\d)(?:T?(?P<time>\d{6})Z?)?")
_SLASHED = re.compile(r"(?P<year>\d{4})[/.](?P<month>\d{1,2})[/.](?P<day>\d{1,2})")
# Whoever writes dots writes the day first, in all locales of the CLDR; with slashes only a number above 12 tells
_DOTTED = re.compile(r"(?P<day>\d{1,2})\. ?(?P<month>\d{1,2})\. ?(?P<year>\d{4})\b")
_DAY_FIRST = re.compile(r"(?P<day>1[3-9]|2\d|3[01])/(?P<month>\d{1,2})/(?P<year>\d{4})\b")
_MONTH_FIRST = re.compile(r"(?P<month>\d{1,2})/(?P<day>1[3-9]|2\d|3[01])/(?P<year>\d{4})\b")
_EASTERN = re.compile(r"(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]")
_NUMBERS = (_EASTERN, _SLASHED, _DOTTED, _DAY_FIRST, _MONTH_FIRST)
_WEEKDAY = r"(?:[^\W\d_]{2,12}\.?,? (?:den |le |the )?)?"
_WORDS = (
    re.compile(
        rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|er|º)?\.? (?:de |of )?{_MONTH},? (?:de |del )?(?P<year>\d{{4}})\b"
    ),
    re.compile(rf"{_WEEKDAY}{_MONTH} (?P<day>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<year>\d{{4}})\b"),
)
_ISO_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)\b")
_AGAIN = (
    "(?:last |first )?(?:updated|modified)|mise? à jour|modifié|aktualisiert|geändert|stand|actualizado|modificado"
    "|aggiornato|atualizado|bijgewerkt|обновлено|güncelleme|آخر تحديث|تحديث|更新"
)
_LABEL = re.compile(
    rf"(?:(?P<again>{_AGAIN})|(?:first )?published|posted|publiée?|veröffentlicht|erschienen|publicado|pubblicato"
    r"|gepubliceerd|опубликовано|yayın(?:lanma)?|تاريخ النشر|نشر|发布时间|发布|date|datum|fecha|data|дата)"
    r"(?: (?:on|am|den|le|el|il|em|op|в|في|tarihi))?\s{0,2}[:：]?\s{0,2}",
    re.IGNORECASE,
)
_CLOCK = (
    r"(?:(?:at|à|um|a las|alle(?: ore)?|ore|às|om|в|kl\.?) )?\d{1,2}(?:[:.h]\d\d(?::\d\d)?|h| ?[ap]\.?m\.?)"
    r"(?:\s?[ap]\.?m\.?)?(?: uhr)?(?: [a-z]{2,4})?"
)
_FROM = r"(?:来源|來源|quelle|source|источник|المصدر) ?[:：] ?.{1,40}"
_BEHIND = re.compile(
    rf"[\s,|·•–-]{{0,4}}(?:{_CLOCK})?(?:[\s,|·•()–-]{{1,4}}(?:(?:{_AGAIN})\b.{{0,60}}|{_FROM}))?\s{{0,3}}",
    re.IGNORECASE,
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
    return since_epoch(seconds)


def since_epoch(seconds: float) -> str:
    """Return the time in UTC so many seconds after 1970 began. Counted here: Windows ends in the year 3000.

    >>> since_epoch(99_999_999_999)
    '5138-11-16T09:46:39+00:00'
    """
    return (_EPOCH + datetime.timedelta(seconds=seconds)).isoformat(timespec="seconds")


def _from_mail(text: str) -> str | None:
    if ":" not in text or not re.search(r"[A-Za-z]{3}", text):
        return None
    try:
        moment = email.utils.parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.isoformat(timespec="seconds")


def _from_parts(text: str) -> str | None:
    found = _COMPACT.fullmatch(text) or _match(text.lower())
    return _day(found) if found is not None else None


def _match(text: str) -> re.Match[str] | None:
    return next((m for pattern in (*_NUMBERS, *_WORDS) if (m := pattern.match(text))), None)


def _day(found: re.Match[str]) -> str | None:
    month = found["month"]
    number = int(month) if month.isdigit() else _MONTHS[month]
    try:
        return datetime.date(int(found["year"]), number, int(found["day"])).isoformat()
    except ValueError:
        return None


@dataclass(frozen=True, slots=True)
class DateLine:
    """A day that a line says and nothing else, and whether it is that of a change."""

    day: str
    is_change: bool


def date_line(text: str) -> DateLine | None:
    """Return the day of a line that says no more than when its page was published or changed, None for any other.

    >>> date_line("Publié le 12 juin 2031 à 11h20, mis à jour à 14h02")
    DateLine(day='2031-06-12', is_change=False)
    >>> date_line("Updated: 12.06.2031, 14:20 Uhr").is_change, date_line("On 12 June 2031 the mill shut.")
    (True, None)
    """
    words = " ".join(text.split()).lower()
    if not words or len(words) > LONGEST:
        return None
    label = _LABEL.match(words)
    rest = words[label.end() :] if label is not None else words
    found = _ISO_DAY.match(rest) or _match(rest)
    if found is None or not _BEHIND.fullmatch(rest, found.end()) or (day := _day(found)) is None:
        return None
    return DateLine(day, label is not None and label["again"] is not None)
