"""Reads one number at a token: digits, English number words, fractions, vague words, and mixtures ("1.2 million").

Rules in the manner of Almasian et al. 2023 (CQE), without a parser. A vague word gives its low bound and no value:
"dozens" is 12 or more, "hundreds of thousands" 100,000 or more (ACLED's conservative reading).
Known limits: number words are English; a decimal comma is read only in languages that write one.
"""

import re
from dataclasses import dataclass

from headwater.figures.measures import SPANS
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import listed

_UNITS = """
zero one two three four five six seven eight nine ten
eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen
"""
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
UNITS = {word: value for value, word in enumerate(_UNITS.split())}
TENS = {word: 10 * value for value, word in enumerate(_TENS.split(), start=2)}
MAGNITUDES = {
    "hundred": 1e2,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "dozen": 12.0,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "tn": 1e12,
    "trn": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
}
LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12}  # only after digits, and mostly only with a currency
VAGUE = {
    "tens": 10.0,
    "dozens": 12.0,
    "scores": 20.0,
    "hundreds": 1e2,
    "thousands": 1e3,
    "millions": 1e6,
    "billions": 1e9,
    "trillions": 1e12,
}
SEVERAL = frozenset({"several", "few", "many", "couple"})
FRACTIONS = {"half": 1 / 2, "third": 1 / 3, "quarter": 1 / 4, "fifth": 1 / 5, "tenth": 1 / 10}
GLYPHS = {"½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅛": 1 / 8}
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MOST_BELOW = 100  # "1 in 100"; "8 in 2012" is no share
_ADDED = 3  # words of "and a half"
COMMA_LANGUAGES = listed(
    """
    de fr es it pt nl ru pl uk cs da sv nb no fi tr id ro el hu bg
    """
)

_SLASHED = {"1/2": 1 / 2, "1/3": 1 / 3, "2/3": 2 / 3, "1/4": 1 / 4, "3/4": 3 / 4}

_ENGLISH = re.compile(r"\d{1,3}(?:,\d{2,3}){0,9},\d{3}(?:\.\d+)?|\d+(?:\.\d+)?")
_CONTINENTAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number over ``tokens[first:last]``. ``value`` is None for a vague word, which gives ``low``.

    ``mantissa`` is the number before its magnitude word, so that "3 to 5 million" can be read; ``magnitude`` is 1
    where there is none. ``form`` is digits, words, vague, fraction or article ("a million").
    """

    first: int
    last: int
    value: float | None
    low: float | None
    mantissa: float
    magnitude: float
    form: str


def read_numeral(run: Run, at: int, *, comma_decimal: bool = False, money: bool = False) -> Numeral | None:
    """Return the number that begins at token ``at``, the longest reading; None where none begins.

    ``money`` says that a currency sign stands before, which makes "m" and "b" magnitudes.
    """
    token = run.tokens[at]
    if token.kind == "number":
        return _digits(run, at, comma_decimal=comma_decimal, money=money)
    if token.kind == "word":
        return _vague(run, at) or _fraction(run, at) or _words(run, at)
    if token.text == "." and not token.glued and run.kind(at + 1) == "number" and run.glued(at + 1):
        digits = run.low(at + 1)
        if digits.isdecimal():
            return _scaled(run, at, at + 2, float("0." + digits), "digits", money=money)
    return None


def _digits(run: Run, at: int, *, comma_decimal: bool, money: bool) -> Numeral | None:
    text = run.tokens[at].text
    if text in GLYPHS:
        return Numeral(at, at + 1, GLYPHS[text], None, GLYPHS[text], 1.0, "fraction")
    value = number_value(text, comma_decimal=comma_decimal)
    if value is None:
        return None
    ratio = _ratio(run, at, value) if value.is_integer() and 0 < value < _MOST_BELOW else None
    if ratio:
        return ratio
    last = at + 1
    if run.low(last) in GLYPHS and float(text.replace(",", "")) == value:
        value += GLYPHS[run.low(last)]
        last += 1
    elif run.low(last) == "/" and run.glued(last) and run.glued(last + 1) and run.kind(last + 1) == "number":
        below = number_value(run.low(last + 1))
        # "1/2" is a fraction, "24/7" and "9/11" are names
        if below is None or not ((value == 1 and 2 <= below <= 10) or value < below <= 5):
            return None
        return Numeral(at, last + 2, value / below, None, value / below, 1.0, "fraction")
    elif run.low(last) == "⁄" and run.kind(last + 1) == "number" and (number_value(run.low(last + 1)) or 0) > 0:
        below = number_value(run.low(last + 1)) or 1.0
        return Numeral(at, last + 2, value / below, None, value / below, 1.0, "fraction")
    elif run.low(last) in {"×", "x"} and run.low(last + 1) == "10":
        return _power(run, at, last + 2, value)
    elif value == 10 and run.glued(last) and run.low(last).translate(_RAISED).isdecimal():
        return _power(run, at, last, 1.0)
    half, behind = _slashed(run, last) or _half(run, last)
    if half:
        value, last = value + half, behind
    return _scaled(run, at, last, value, "digits", money=money)


def _slashed(run: Run, at: int) -> tuple[float, int] | None:
    """Return the "1/2" of "4 1/2" at ``at`` and the token behind it."""
    written = run.low(at) + run.low(at + 1) + run.low(at + 2)
    whole = run.glued(at + 1) and run.glued(at + 2) and not run.glued(at)
    return (_SLASHED[written], at + 3) if whole and written in _SLASHED else None


def number_value(text: str, *, comma_decimal: bool = False) -> float | None:
    """Return the value of digits with their marks, None where the marks fit no way of writing a number.

    >>> number_value("1,385,710"), number_value("2.5"), number_value("3,5"), number_value("3,5", comma_decimal=True)
    (1385710.0, 2.5, None, 3.5)
    """
    if len(text) > 30:  # an identifier, and float() would round it
        return None
    if comma_decimal and _CONTINENTAL.fullmatch(text):
        return float(text.replace(".", "").replace(",", "."))
    return float(text.replace(",", "")) if _ENGLISH.fullmatch(text) else None


def _power(run: Run, at: int, last: int, value: float) -> Numeral | None:
    """Read "1.99×10−30", "2 x 10^6" and "10⁶"."""
    if run.low(last) == "^":
        last += 1
    negative = run.low(last) in {"-", "−", "–"}
    last += negative
    exponent = run.low(last).translate(_RAISED)
    if not (exponent.isdecimal() and len(exponent) <= 2 and run.glued(last)):
        return None
    power = 10.0 ** (-int(exponent) if negative else int(exponent))
    return Numeral(at, last + 1, value * power, None, value, power, "digits")


def _scaled(run: Run, first: int, last: int, value: float, form: str, *, money: bool) -> Numeral:
    """Take the magnitude words after a number: "million", "hundred thousand", a glued "bn", "-million"."""
    magnitude = 1.0
    while True:
        step = 1 if run.low(last) == "-" and run.glued(last) and run.low(last + 1) in MAGNITUDES else 0
        factor = MAGNITUDES.get(run.low(last + step))
        if factor is None and form == "digits" and magnitude == 1.0 and run.glued(last):
            # "4.3M sales" are millions, "37m" metres
            lettered = money or run.low(last) == "k" or run.tokens[last].text == "M"
            factor = LETTERS.get(run.low(last)) if lettered else None
        if factor is None or (magnitude > 1.0 and factor < magnitude):
            break
        magnitude *= factor
        last += step + 1
    return Numeral(first, last, value * magnitude, None, value, magnitude, form)


def _vague(run: Run, at: int) -> Numeral | None:
    """Read "dozens", "hundreds of thousands", "several hundred", "tens of millions"."""
    low = VAGUE.get(run.low(at))
    if low is not None:
        last = at + 1
        while run.low(last) == "of" and run.low(last + 1) in VAGUE:
            low *= VAGUE[run.low(last + 1)]
            last += 2
        if run.low(at) in {"tens", "scores"} and run.low(last) != "of" and last == at + 1:
            return None  # "he scores", "tens" in a card game
        return Numeral(at, last, None, low, low, 1.0, "vague")
    if run.low(at) in SEVERAL:
        # "several thousand": two of them are the least that the word allows
        last = at + 1 + (run.low(at + 1) == "of")
        factor = MAGNITUDES.get(run.low(last))
        if factor is not None:
            while run.low(last + 1) in MAGNITUDES:
                last += 1
                factor *= MAGNITUDES[run.low(last)]
            return Numeral(at, last + 1, None, 2 * factor, 2 * factor, 1.0, "vague")
    return None


def _fraction(run: Run, at: int) -> Numeral | None:
    """Read "a third of", "one-third", "two thirds", "half of", "half a million"."""
    first = run.low(at)
    if first == "half":
        half = at + 1
        while run.low(half) in {"a", "an", "-"} and half - at < 4:  # "half a million", "half-a-million", "half-million"
            half += 1
        if run.low(half) in MAGNITUDES and half > at + 1:
            factor = MAGNITUDES[run.low(half)]
            return Numeral(at, half + 1, factor / 2, None, 0.5, factor, "fraction")
        if run.low(at + 1) in {"of", "the"} and run.low(at - 1) not in {"first", "second", "other", "better", "this"}:
            return Numeral(at, at + 1, 0.5, None, 0.5, 1.0, "fraction")
        return None
    count = 1.0 if first in {"a", "an"} else float(UNITS.get(first, 0))
    if count and first not in {"a", "an"}:
        ratio = _ratio(run, at, count)
        if ratio:
            return ratio
    step = at + 1 + (run.low(at + 1) == "-")
    part = FRACTIONS.get(run.low(step)) or (FRACTIONS.get(run.low(step)[:-1]) if run.low(step).endswith("s") else None)
    if run.low(step) == "halves":
        part = 0.5
    if not count or part is None:
        return None
    plural = run.low(step).endswith("s")
    followed = run.low(step + 1) in {"of", "the"}
    clear = plural and run.low(step) != "quarters"
    if plural != (count > 1) or not (followed or run.low(at + 1) == "-" or clear):
        return None  # "a quarter ago", "one third party", "two quarters"
    if (run.low(step + 1), run.low(step + 2)) == ("of", "a") and run.low(step + 3) in MAGNITUDES:
        scale = MAGNITUDES[run.low(step + 3)]  # "a quarter of a million"
        return Numeral(at, step + 4, count * part * scale, None, count * part, scale, "fraction")
    return Numeral(at, step + 1, count * part, None, count * part, 1.0, "fraction")


def _ratio(run: Run, at: int, count: float) -> Numeral | None:
    """Read "nine out of ten", "one in five" and "8 in 10", but not "8 in 10 days"."""
    whole = at + 3 if run.low(at + 1) == "out" and run.low(at + 2) == "of" else at + 2
    if whole == at + 2 and not (run.low(at + 1) == "in" and run.low(at + 3) not in MAGNITUDES):
        return None
    written = number_value(run.low(whole)) if run.kind(whole) == "number" and run.low(whole).isdecimal() else None
    below = written or float(UNITS.get(run.low(whole), TENS.get(run.low(whole), 0)))
    if not count < below <= _MOST_BELOW or run.low(whole + 1) in SPANS:
        return None
    return Numeral(at, whole + 1, count / below, None, count / below, 1.0, "fraction")


def _words(run: Run, at: int) -> Numeral | None:
    """Read "twenty-five", "two hundred and six", "a million", and "million" alone."""
    low = run.low(at)
    if low in {"a", "an"}:
        # "a hundred" and "a dozen" are numbers; so is "a million" but not "a few", nor "a thousands-strong crowd"
        if run.low(at + 1) not in MAGNITUDES or len(run.low(at + 1)) < 4:
            return None
        scaled = _scaled(run, at, at + 1, 1.0, "article", money=False)
        return scaled if scaled.magnitude > 1.0 else None
    if low in MAGNITUDES and len(low) >= 4 and low != "dozen" and run.kind(at - 1) != "number" and not run.glued(at):
        scaled = _scaled(run, at, at, 1.0, "article", money=False)
        return scaled if run.low(at - 1) not in {"per", "some"} else None
    total, current, last, matched = 0.0, 0.0, at, False
    room = 1e3  # what may still follow: after "twenty" only units, after "five" only a magnitude
    while True:
        word = run.low(last)
        if word == "-" and matched and run.glued(last) and is_number_word(run.low(last + 1)):
            last += 1
            continue
        if word == "and" and matched and current % 100 == 0 and room >= 100 and _is_small(run.low(last + 1)):
            last += 1
            continue
        if word in UNITS and room > UNITS[word] and (not matched or room > 1):
            current += UNITS[word]
            room = 1.0 if current % 100 else 100.0
        elif word in TENS and room >= 100:
            current += TENS[word]
            room = 10.0
        elif word == "hundred" and matched and 0 < current < 100:
            current *= 100
            room = 100.0
        elif word in MAGNITUDES and matched and current and word != "hundred":
            total += current * MAGNITUDES[word]
            current, room = 0.0, 1e3
        else:
            break
        matched = True
        last += 1
    if not matched:
        return None
    while run.low(last - 1) in {"-", "and"}:
        last -= 1
    value = total + current
    half, behind = _half(run, last)
    if half and not total:  # "two and a half million"
        return _scaled(run, at, behind, value + half, "words", money=False)
    magnitude = MAGNITUDES.get(run.low(last - 1), 1.0) if total and not current else 1.0
    return Numeral(at, last, value, None, value / magnitude, magnitude, "words")


def _half(run: Run, at: int) -> tuple[float, int]:
    """Return what "and a half", "-and-a-quarter" at ``at`` adds, and the token behind it; 0 where nothing is added."""
    said: list[str] = []
    while len(said) < _ADDED and (run.low(at) == "-" or run.kind(at) == "word"):
        if run.low(at) != "-":
            said.append(run.low(at))
        at += 1
    added = FRACTIONS.get(said[-1]) if said[:-1] in (["and", "a"], ["and", "one"]) else None
    return (added, at) if added and run.low(at) != "of" else (0.0, at)


def _is_small(word: str) -> bool:
    return word in UNITS or word in TENS


def is_number_word(word: str) -> bool:
    """Whether a lower-case word is part of a written number."""
    return _is_small(word) or word in MAGNITUDES
