"""Reads what a number is measured in: money, a percentage, a length, a weight, a time, an age.

A unit has one name whatever the text writes, so that two figures can be compared: "$5" and "5 dollars" are both "$",
"US$5" is USD. "$" alone is never made USD, since Canadian and Australian papers write it too.
"""

from dataclasses import dataclass

from headwater.figures.measures import (
    AREA,
    BROKEN,
    CODES,
    LETTER_MEASURES,
    MEASURES,
    MONEY,
    PREFIXES,
    RATES,
    SIGNS,
    SPANS,
    WORD_PREFIXES,
)
from headwater.figures.numerals import is_number_word
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import FUNCTION, is_plural


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit over ``tokens[first:last]``, which reaches up to the number or begins at it."""

    name: str
    kind: str  # money, rate, time, age, measure
    first: int
    last: int


def unit_before(run: Run, at: int) -> Unit | None:
    """Return the currency whose sign or code ends before token ``at``, or None.

    Reads "$", "US$", "$A", "HK$", "C$", "PS" (a broken pound sign), "EUR", "Rs", also with a sign and a minus between.
    """
    end = at
    while run.low(end - 1) in {"-", "−", "="} and run.glued(end) and run.glued(end - 1):
        end -= 1
    low = run.low(end - 1)
    if low in SIGNS:
        before = run.low(end - 2)
        if low == "$" and before in PREFIXES and run.glued(end - 1):
            return Unit(PREFIXES[before], "money", end - 2, at)
        if low == "$" and before in {"us", "u.s."}:
            return Unit("USD", "money", end - 2, at)
        return Unit(SIGNS[low], "money", end - 1, at)
    if run.kind(at) != "number":
        return None
    if low in PREFIXES and run.low(end - 2) == "$" and run.glued(end - 1):
        return Unit(PREFIXES[low], "money", end - 2, at)
    if low == "us" and run.low(end - 2) == "$" and run.glued(end - 1):
        return Unit("USD", "money", end - 2, at)
    if low in CODES and run.tokens[end - 1].text.isupper():
        return Unit(CODES[low], "money", end - 1, at)
    standing = run.glued(at) and not (run.glued(end - 1) and run.low(end - 2) in {"-", "–", "/"})  # not "PLX-R18"
    if low in BROKEN and not _is_amount(run, at):
        return None  # "flight PS752"
    if low in WORD_PREFIXES and run.tokens[end - 1].is_capital and (standing or low in {"rs", "rs.", "rm"}):
        return Unit(WORD_PREFIXES[low], "money", end - 1, at)
    return None


def _is_amount(run: Run, at: int) -> bool:
    """Whether the number is written as money is: "8.1", "1,500", "8bn", "8 million"."""
    behind = run.low(at + 1)
    magnitude = behind in {"bn", "m", "k", "b", "tn", "mn", "million", "billion", "trillion", "thousand"}
    return magnitude or not run.tokens[at].text.isdigit()


def unit_after(run: Run, at: int) -> Unit | None:
    """Return the unit that begins at token ``at``, the first after the number, or None.

    A hyphen may stand between ("10-mile", "five-year-old"); "per cent", "basis points", "square miles", "km/h",
    "degrees Celsius" and "miles per hour" are read whole.
    """
    first = at
    if run.low(at) == "-" and run.glued(at) and run.kind(at + 1) == "word":
        at += 1
    low = run.low(at)
    if low == "per" and run.low(at + 1) in {"cent", "cents"}:
        return Unit("%", "rate", first, at + 2)
    if low == "percentage" and run.low(at + 1) in {"point", "points"}:
        return Unit("percentage points", "rate", first, at + 2)
    if low in RATES:
        return Unit("%", "rate", first, at + 1)
    if low in SIGNS:
        return Unit(SIGNS[low], "money", first, at + 1)
    if low in AREA and run.kind(at + 1) == "word":
        return _area(run, first, at)
    if low in {"°", "º"}:
        return Unit(
            "°" + run.tokens[at + 1].text if run.low(at + 1) in {"c", "f"} else "degrees",
            "measure",
            first,
            at + 1 + (run.low(at + 1) in {"c", "f"}),
        )
    if low in {"″", "′"} and run.glued(at) and not (run.low(at + 1) == "s" and run.glued(at + 1)):
        return Unit("inches" if low == "″" else "feet", "measure", first, at + 1)
    if low in SPANS:
        return _time(run, first, at)
    money = _currency_word(run, first, at)
    if money:
        return money
    if low in MEASURES and not (low == "mp" and not run.glued(at)):
        return _rate(run, Unit(MEASURES[low], "measure", first, at + 1))
    if low in LETTER_MEASURES and (
        run.glued(at) or (low in {"m", "w", "l", "g", "v", "p"} and run.kind(at - 1) == "number")
    ):
        return _rate(run, Unit(LETTER_MEASURES[low], "measure", first, at + 1))
    return _described_span(run, at)


def _described_span(run: Run, at: int) -> Unit | None:
    """Read "19 sad years", "31 straight months": a length of time behind one word that describes it."""
    low, span = run.low(at), run.low(at + 1)
    if run.kind(at) != "word" or run.tokens[at].is_capital or not (span in SPANS and span.endswith("s")):
        return None
    plain = low in {"more", "other"} or not (low in FUNCTION or is_plural(low) or is_number_word(low))
    return Unit(SPANS[span], "time", at, at + 2) if plain and not run.glued(at) else None


def _area(run: Run, first: int, at: int) -> Unit | None:
    following = run.low(at + 1)
    if run.low(at) == "basis" and following in {"point", "points"}:
        return Unit("basis points", "rate", first, at + 2)
    if following in MEASURES or following in LETTER_MEASURES or following in {"years", "year", "foot"}:
        name = MEASURES.get(following, following)
        return _rate(run, Unit(f"{run.low(at)} {name}", "measure", first, at + 2))
    return None


def _time(run: Run, first: int, at: int) -> Unit:
    """Read "years", "years old", "-year-old", "-month-long"; an age is kept apart, as "years old"."""
    name = SPANS[run.low(at)]
    last = at + 1
    if run.low(last) == "-" and run.low(last + 1) in {"old", "olds"}:
        return Unit(f"{name} old", "age", first, last + 2)
    if run.low(last) == "old" or (run.low(last) == "of" and run.low(last + 1) == "age"):
        return Unit(f"{name} old", "age", first, last + 1 + (run.low(last) == "of"))
    return Unit(name, "time", first, last)


def _currency_word(run: Run, first: int, at: int) -> Unit | None:
    """Read "dollars", "Danish crowns", "Australian dollars", "USD"."""
    if run.low(at) in MONEY:
        if run.low(at) in {"won", "pound"} and run.kind(at + 1) == "word" and run.low(at) == "won":
            return None  # "the 12 won the case"
        return Unit(MONEY[run.low(at)], "money", first, at + 1)
    if run.low(at) in CODES and run.tokens[at].text.isupper() and not run.shouted:
        return Unit(CODES[run.low(at)], "money", first, at + 1)
    if (
        run.kind(at) == "word"
        and run.tokens[at].is_capital
        and run.low(at + 1) in MONEY
        and run.low(at + 1) not in {"won", "cent"}
    ):
        return Unit(f"{run.tokens[at].text} {MONEY[run.low(at + 1)]}".replace("$", "dollars"), "money", first, at + 2)
    return None


def _rate(run: Run, unit: Unit) -> Unit:
    """Extend by "per hour", "/h", "an hour", "Celsius"."""
    last = unit.last
    if unit.name == "degrees" and run.low(last) in {"celsius", "fahrenheit", "kelvin", "c", "f"}:
        return Unit(f"degrees {run.tokens[last].text}", unit.kind, unit.first, last + 1)
    if run.low(last) == "/" and run.glued(last) and run.glued(last + 1) and run.kind(last + 1) == "word":
        return Unit(f"{unit.name}/{run.tokens[last + 1].text}", unit.kind, unit.first, last + 2)
    if run.low(last) in {"per", "a", "an"} and run.low(last + 1) in {"hour", "second", "minute", "gallon", "day"}:
        return Unit(f"{unit.name} per {run.low(last + 1)}", unit.kind, unit.first, last + 2)
    return unit
