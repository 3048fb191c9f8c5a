"""Times: the date expressions of a document, normalised to TIMEX3 and EDTF, each with the anchor it was counted from.

A grammar over classes of words (``lexicon``, ``tokens``, ``grammar``, ``rules``) finds expressions and reads what they
say by themselves; ``anchor`` says what they mean where they stand. No parser and no model; English, with explicit dates
only in other languages. Known limits: events are not dated, so "two days after the siege" is a length; the tense of a
clause is judged from its nearest verb form.
"""

import bisect
import re
from datetime import date

from headwater.ids import identify
from headwater.records import Attribution, Document, Evidence, Place, Segment, Time
from headwater.times.anchor import Resolved, resolve
from headwater.times.grammar import matches
from headwater.times.languages import foreign_dates
from headwater.times.meanings import Expression, Fixed, Point
from headwater.times.quoted import Dated, quoted_expressions
from headwater.times.read_calendar import before_christ
from headwater.times.rules import GRAMMAR
from headwater.times.running import (
    Running,
    Speech,
    closes_a_period,
    counts_from_beside,
    follows,
    goes_on,
    is_ahead,
    is_narrative,
    is_of_year_ahead,
    is_passing,
    is_told,
    leaves_the_quarter,
    speech_of,
)
from headwater.times.tense import tense_at
from headwater.times.tokens import stretches, tokenize

ANCIENT_YEARS = 3  # years "BC" from which a text is read as ancient history
_PUBLISHED = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def find_times(
    document: Document, segments: tuple[Segment, ...] = (), attributions: tuple[Attribution, ...] = ()
) -> tuple[Time, ...]:
    """Return the date expressions of ``document`` in text order, never overlapping."""
    expressions = _expressions(document.text)
    if sum(isinstance(e.meaning, Fixed) and e.meaning.value.startswith("BC") for e in expressions) >= ANCIENT_YEARS:
        expressions = _expressions(document.text, is_ancient=True)
    expressions = _with_foreign(expressions, list(foreign_dates(document.text)))
    published = _day(document.published)
    speech = speech_of(published, expressions, segments)
    narrative = is_narrative(expressions, speech.day if speech else None)
    quoted = quoted_expressions(expressions, segments, attributions)
    running, told, last = Running(), Running(), Running()
    told_end = last_end = 0
    times = []
    for at, expression in enumerate(expressions):
        words = document.text[expression.start : expression.end]
        continues = False
        if at in quoted and (speaking := _speaking(quoted[at], expressions, document, speech, running, narrative)):
            found = resolve(expression, words, speaking, running, False)
        elif continues := goes_on(expression, document.text, told, told_end, speech):
            found = resolve(expression, words, speech, told, True)
        elif continues := is_of_year_ahead(expression, document.text, last, last_end, speech):
            found = resolve(expression, words, speech, last, True)
        else:
            beside = counts_from_beside(expression, document.text, last_end)
            found = resolve(expression, words, speech, last if beside else running, narrative)
        if continues or is_told(expression, document.text) or (follows(expression) and running.date is not None):
            told.take(found.value, words)
            told_end = expression.end
        times.append(_time(document, expression, found))
        if expression.kind in ("date", "time"):
            last.take(found.value, words)
            last_end = expression.end
            passing = (
                is_passing(expressions, at, running, narrative)
                or (running.quarter and closes_a_period(expression, document.text))
                or (running.quarter and is_ahead(found.value, speech))
            )
            if not passing:
                running.take(found.value, words)
        elif leaves_the_quarter(expression, document.text):
            running.quarter = None
    return tuple(times)


def _with_foreign(expressions: list[Expression], foreign: list[Expression]) -> list[Expression]:
    """Both lists in text order; an expression that shares a character with a foreign date gives way to it."""
    if not foreign:
        return expressions
    starts = [one.start for one in foreign]

    def is_free(one: Expression) -> bool:
        before = bisect.bisect_left(starts, one.end) - 1
        return before < 0 or foreign[before].end <= one.start

    return sorted([*filter(is_free, expressions), *foreign], key=lambda one: one.start)


def _speaking(
    dated: Dated,
    expressions: list[Expression],
    document: Document,
    speech: Speech | None,
    running: Running,
    narrative: bool,
) -> Speech | None:
    """When the source of a quotation spoke; None where the text does not say."""
    if dated.by is None:
        return None
    expression = expressions[dated.by]
    words = document.text[expression.start : expression.end]
    found = resolve(expression, words, speech, running, narrative)
    if len(found.value) == 4 and found.value.isdigit():
        return Speech(date(int(found.value), 1, 1), f"speaker's year {found.value} (“{words}”)", knows_only_year=True)
    day = _day(found.value) if len(found.value) == 10 else None
    return Speech(day, f"speaker's time {found.value} (“{words}”)") if day else None


def _expressions(text: str, *, is_ancient: bool = False) -> list[Expression]:
    found = []
    for start, end in stretches(text):
        tokens = tokenize(text, start, end, is_ancient=is_ancient)
        for rule, match, readings in matches(tokens, GRAMMAR):
            lean = tense_at(tokens, match.found.start(), match.found.end())
            for reading in readings:
                first = match.found.start() if reading.first is None else reading.first
                last = match.found.end() if reading.last is None else reading.last
                begin, close = tokens.starts[first], tokens.ends[last - 1]
                meaning = reading.meaning
                if is_ancient and isinstance(meaning, Point) and meaning.year and meaning.year < 1000:
                    meaning = before_christ(meaning.year, meaning.season)
                found.append(Expression(begin, close, rule.name, reading.kind, meaning, lean.tense, lean.is_near))
    return found


def _day(published: str | None) -> date | None:
    found = _PUBLISHED.match(published or "")
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _time(document: Document, expression: Expression, found: Resolved) -> Time:
    return Time(
        id=identify("time", document.id, expression.start, expression.end),
        document=document.id,
        start=expression.start,
        end=expression.end,
        kind=expression.kind,
        value=found.value,
        text_value=found.text_value,
        edtf=found.edtf,
        anchor=found.anchor,
        evidence=Evidence(
            rule=f"times: {expression.rule}",
            why=found.why,
            places=(Place(document.id, expression.start, expression.end),),
        ),
    )
