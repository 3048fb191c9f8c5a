"""Explicit dates in other languages: a day, a month by name and where given a year ("12. September 2016").

German, French, Spanish, Italian, Portuguese, Dutch, and Arabic by its three sets of names. Nothing else is read in
these languages: what is not explicit would need its own grammar, and silence is better than an English reading of it.
"""

import re
from collections.abc import Iterator

from headwater.times.calendar import is_date
from headwater.times.meanings import Expression, Point

_MONTHS = """
januar jänner janvier enero gennaio janeiro januari يناير كانون_الثاني جانفي
februar février fevrier febrero febbraio fevereiro februari فبراير شباط فيفري
märz maerz mars marzo março maart مارس آذار اذار
april avril abril aprile أبريل إبريل ابريل نيسان أفريل
mai mayo maggio maio mei مايو أيار ايار ماي
juni juin junio giugno junho يونيو حزيران جوان
juli juillet julio luglio julho يوليو يوليه تموز جويلية
august août aout agosto augustus أغسطس اغسطس آب أوت
september septembre septiembre setembro settembre سبتمبر أيلول ايلول
oktober octobre octubre ottobre outubro أكتوبر اكتوبر تشرين_الأول تشرين_الاول
november novembre noviembre novembro نوفمبر تشرين_الثاني
dezember décembre decembre diciembre dicembre dezembro december ديسمبر كانون_الأول كانون_الاول
"""
NUMBER_OF = {name: number for number, line in enumerate(_MONTHS.strip().splitlines(), start=1) for name in line.split()}
_SAME_IN_ENGLISH = frozenset({"april", "august", "september", "november", "december"})  # need the day's dot or a "de"
_BLANK = r"\s"  # in a month of two words, which the table writes with "_"
_DATE = re.compile(
    r"(?<![\w.,/-])(?P<day>[0-9]{1,2})(?P<mark>\.|er|º|°)?\s(?P<of>de\s|di\s)?"
    rf"(?P<month>{'|'.join(sorted(NUMBER_OF, key=len, reverse=True)).replace('_', _BLANK)})(?!\w)"
    r"(?:\s(?:de\s|del\s)?(?P<year>[12][0-9]{3})(?![\w%]))?",
    re.IGNORECASE,
)


def foreign_dates(text: str) -> Iterator[Expression]:
    """Yield the dates that are written in one of these languages, in text order.

    >>> [(e.meaning.year, e.meaning.month, e.meaning.day) for e in foreign_dates("Am 12. September 2016, le 1er mars")]
    [(2016, 9, 12), (None, 3, 1)]
    """
    for found in _DATE.finditer(text):
        name = "_".join(found["month"].lower().split())
        if name in _SAME_IN_ENGLISH and not (found["mark"] or found["of"]):
            continue
        day, month = int(found["day"]), NUMBER_OF[name]
        year = int(found["year"]) if found["year"] else None
        if is_date(year or 2000, month, day):  # 2000 had a 29 February
            point = Point(year=year, month=month, day=day)
            yield Expression(found.start(), found.end(), "date in another language", "date", point)
