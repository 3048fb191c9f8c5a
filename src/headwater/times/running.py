"""Where a text speaks from: its own date, and the last date that it gave while telling (the running date).

A narrative is a text whose years lie behind its date; asides and comparisons do not move its running date.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from headwater.records import Segment
from headwater.times.calendar import is_date, year_form
from headwater.times.meanings import Expression, Fixed, Point, Shift

NARRATIVE_YEARS = 8  # dates with a year behind the document's; fewer make background paragraphs of news
HISTORY_YEARS = 34  # so many make a history whatever else; background of news named up to 32, in 1,500 articles
NARRATIVE_SHARE = 4  # and so many times the expressions that count from the day of writing
NEAR = 120  # characters: about a sentence
YEAR_TURN = 8  # months by which a text seems to go back when its year has turned; 5 to 12 tried
LATE_MONTH = 11  # what "late 1943" leaves as the running month: a January that follows is the next year's
_YEAR_ENDS = ("late", "the end", "by late")
LOOK_AHEAD = 12  # expressions looked through for the next year
OUTLIER_YEARS = 2  # years between the running date and an aside that the next date takes back


@dataclass(frozen=True, slots=True)
class Speech:
    """A time of speaking and what it is called in an anchor."""

    day: date
    name: str
    knows_only_year: bool = False  # ``day`` is then the first of the year


@dataclass(slots=True)
class Running:
    """The last date that the text gave: what is known of it, and the words that gave it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    last_quarter: str = ""  # the last quarter that was named, whatever dates followed it
    words: str = ""

    def take(self, value: str, words: str) -> None:
        """Move to ``value`` where it is a date with a year; "late 1943" moves to its end."""
        if value.startswith("BC") and value[2:6].isdigit():
            self.year, self.month, self.day, self.quarter, self.words = -int(value[2:6]), None, None, None, words
            if value[7:9].isdigit():
                self.month = int(value[7:9])
            return
        if len(value) < 4 or not value[:4].isdigit():
            return
        self.year, self.month, self.day, self.quarter, self.words = int(value[:4]), None, None, None, words
        if len(value) == 4 and words.lower().startswith(_YEAR_ENDS):
            self.month = LATE_MONTH
            return
        if value[4:6] == "-Q" and value[6:7].isdigit():
            self.quarter, self.last_quarter = int(value[6]), value[:7]
        if value[4:6] == "-W" and value[6:8].isdigit():
            try:
                monday = date.fromisocalendar(self.year, int(value[6:8]), 1)
            except ValueError:
                return
            self.month = monday.month
        elif value[5:7] in ("SP", "SU", "FA", "WI", "H1", "H2"):
            self.month = None
        elif value[5:7].isdigit():
            self.month = int(value[5:7])
            if value[8:10].isdigit():
                self.day = int(value[8:10])

    @property
    def date(self) -> date | None:
        """The running date where it is known to the day."""
        if self.year and self.month and self.day and is_date(self.year, self.month, self.day):
            return date(self.year, self.month, self.day)
        return None

    @property
    def name(self) -> str:
        """What an anchor calls it."""
        return f"running date {self.shown} (“{self.words}”)"

    @property
    def shown(self) -> str:
        """The running date as far as it is known."""
        if self.year is None:
            return "none"
        shown = year_form(self.year)
        if self.month:
            shown += f"-{self.month:02}"
            if self.day:
                shown += f"-{self.day:02}"
        return shown


def speech_of(published: date | None, expressions: Sequence[Expression], segments: Sequence[Segment]) -> Speech | None:
    """When the document speaks: its date, else a full date in its dateline or byline; None where neither is known."""
    if published is not None:
        return Speech(published, f"document date {published.isoformat()}")
    for part in segments:
        if part.kind not in ("dateline", "byline"):
            continue
        for expression in expressions:
            if expression.start >= part.end:
                break
            day = _full_date(expression) if part.start <= expression.start else None
            if day is not None:
                return Speech(day, f"{part.kind} {day.isoformat()}")
    return None


def _full_date(expression: Expression) -> date | None:
    point = expression.meaning
    if isinstance(point, Point) and point.year and point.month and point.day and not point.century_missing:
        return date(point.year, point.month, point.day) if is_date(point.year, point.month, point.day) else None
    return None


def is_narrative(expressions: list[Expression], published: date | None) -> bool:
    """Whether the text tells of years that lie behind its own date, more than it speaks of the days around it.

    The background of news names years too; a history goes on from them with months that have none.
    """
    past_years = ancient = deictic = bare_months = 0
    for expression in expressions:
        meaning = expression.meaning
        if isinstance(meaning, Point):
            if meaning.year is not None and not meaning.century_missing:
                past_years += published is None or meaning.year < published.year - 1
            elif meaning.weekday or meaning.pick or meaning.year_shift is not None:
                deictic += 1
            else:
                bare_months += meaning.month is not None
        elif isinstance(meaning, Shift):
            deictic += meaning.origin == "speech"
        elif meaning.value.startswith("BC"):
            ancient += 1
        elif meaning.value[:4].isdigit() and len(meaning.value) >= 8:
            past_years += published is None or int(meaning.value[:4]) < published.year - 1
    is_history = past_years >= HISTORY_YEARS or max(bare_months, ancient) >= past_years
    past_years += ancient
    return past_years >= NARRATIVE_YEARS and past_years > NARRATIVE_SHARE * deictic and is_history


def is_passing(expressions: list[Expression], at: int, running: Running, narrative: bool) -> bool:
    """Whether the text goes on from where it was: after an aside of a narrative, a comparison ("a year earlier")."""
    meaning = expressions[at].meaning
    if not narrative and (
        expressions[at].rule in ("year-ago unit", "year's period", "same unit a year ago")
        or (isinstance(meaning, Shift) and meaning.of_period)
    ):
        return True
    return narrative and is_aside(expressions, at, running)


def is_ahead(value: str, speech: Speech | None) -> bool:
    """Whether a quarter is still to come: a report of business that looks ahead goes on with the one it reports."""
    return speech is not None and value[4:6] == "-Q" and value > f"{speech.day.year:04}-Q{(speech.day.month + 2) // 3}"


_SENTENCE_END = re.compile(r"[.!?\n]")
_COMPARED = re.compile(r"\b(?:since|than in)\s+$")
_CLOSES = re.compile(r"\bend(?:ed|ing|s)\s+(?:on\s+)?$")
_OF_MONTHS = re.compile(r"P[69]M$|P[123]Y$")


def closes_a_period(expression: Expression, text: str) -> bool:
    """Whether the date says where a quarter or year of business ends ("the quarter ended Sept. 30")."""
    return _CLOSES.search(text, max(0, expression.start - 12), expression.start) is not None


def leaves_the_quarter(expression: Expression, text: str) -> bool:
    """Whether a report of business goes from its quarter to a longer stretch: "for the nine months"."""
    meaning = expression.meaning
    if not isinstance(meaning, Fixed) or _OF_MONTHS.match(meaning.value) is None:
        return False
    return text[expression.start : expression.start + 4].lower() in ("the ", "nine", "six ")


def is_aside(expressions: list[Expression], at: int, running: Running) -> bool:
    """Whether the year at ``at`` is a look aside: far from the running year, to which the next year returns.

    The second year of a range ("1955–1963") is one too: the text goes on from the first.
    """
    year = _own_year(expressions[at])
    if year is None or running.year is None:
        return False
    if expressions[at].rule == "two years" and at and expressions[at - 1].rule == "two years":
        return _own_year(expressions[at - 1]) == running.year
    if abs(year - running.year) <= OUTLIER_YEARS:
        return False
    for later in expressions[at + 1 : at + 1 + LOOK_AHEAD]:
        following = _own_year(later)
        if following is not None and following != year:
            return abs(following - running.year) < abs(following - year)
    return False


def _own_year(expression: Expression) -> int | None:
    meaning = expression.meaning
    return meaning.year if isinstance(meaning, Point) and not meaning.century_missing else None


def is_told(expression: Expression, text: str) -> bool:
    """Whether the words name a month with its year, and not to compare with it: "the first fall since January 2009"."""
    meaning = expression.meaning
    if not isinstance(meaning, Point) or meaning.year is None or meaning.month is None:
        return False
    return _COMPARED.search(text, max(0, expression.start - 12), expression.start) is None


def follows(expression: Expression) -> bool:
    """Whether it is a day counted from the last date told: "two days later"."""
    meaning = expression.meaning
    return isinstance(meaning, Shift) and meaning.origin != "speech" and meaning.unit == "day"


def counts_from_beside(expression: Expression, text: str, last_end: int) -> bool:
    """Whether it counts months or years from the date before it in its own sentence, though that be an aside: "found in
    2002 and matched eight years later"."""
    meaning = expression.meaning
    if not isinstance(meaning, Shift) or meaning.origin == "speech" or meaning.of_period or not meaning.amount:
        return False
    return meaning.unit in ("month", "year", "decade") and _is_beside(expression, text, last_end)


def is_of_year_ahead(expression: Expression, text: str, last: Running, last_end: int, speech: Speech | None) -> bool:
    """Whether a month without its year is of a year to come that its sentence names: "the 2032 games will open on
    June 3"."""
    meaning = expression.meaning
    if not isinstance(meaning, Point) or meaning.month is None or meaning.year is not None or meaning.pick is not None:
        return False
    if speech is None or last.year is None or last.year <= speech.day.year or last.month is not None:
        return False
    is_ahead = expression.tense == "future" and meaning.year_shift is None
    return is_ahead and _is_beside(expression, text, last_end)


def _is_beside(expression: Expression, text: str, last_end: int) -> bool:
    """Whether it stands in one sentence with what ends at ``last_end``, and near it."""
    between = text[last_end : expression.start]
    return last_end > 0 and len(between) <= NEAR and _SENTENCE_END.search(between) is None


def goes_on(expression: Expression, text: str, told: Running, told_end: int, speech: Speech | None) -> bool:
    """Whether a month without its year follows closely, in the same paragraph, a date of another year than the
    document's: "on December 30, 2014 and again on January 2"."""
    meaning = expression.meaning
    if not isinstance(meaning, Point) or meaning.month is None or meaning.year is not None or told.month is None:
        return False
    if meaning.pick is not None or meaning.year_shift is not None:
        return False
    if speech is not None and (speech.day.year == told.year or speech.knows_only_year):
        return False
    is_later = meaning.month >= told.month or told.month - meaning.month >= YEAR_TURN
    return is_later and 0 <= expression.start - told_end <= NEAR and "\n" not in text[told_end : expression.start]
