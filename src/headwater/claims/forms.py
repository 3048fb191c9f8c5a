"""What a statement says, made ready for comparison: its words, stems, numbers, dates and names.

A form depends on the words alone, never on the collection: so the judgement on two statements stays the same whatever
other documents are added. Stems are cut by suffix (after Lovins 1968, much shortened), words of one sense are folded
into one by the small table ``SENSES``. Known limits: English; a name at the start of a sentence is taken for one only
where the word is not a common one; "second" is an ordinal, never a span of time.
"""

import functools
import re
from dataclasses import dataclass, replace
from typing import Literal

from headwater.claims.tables import (
    ABOUT,
    COMMON,
    MONTH_NUMBERS,
    NEGATIONS,
    SCALES,
    SENSES,
    SMALL,
    SUFFIXES,
    VAGUE,
    WEEKDAYS,
)
from headwater.words import Word, words

NEAR = 6  # words after a number in which the counted thing is looked for
LONGEST = 160  # words of a statement that are compared; longer contents are block quotations
_NUMBER = re.compile(r"\A\d[\d,]*+(?:\.\d++)?$")
_DECIMAL_COMMA = re.compile(r"\A\d++,\d{1,2}$")
_AGED = re.compile(r"\A(?:\d{1,4}|[a-z]{3,9})-(?:year|month|week|day|hour|minute)s?(?:-old)?$")
_MONEY = frozenset("$€£¥")
_CURRENCIES = {"dollars": "$", "euros": "€", "yen": "¥"}
_PERCENT = frozenset({"percent", "per", "cent", "pct"})
_MEASURES = {
    form: line.split()[0]
    for line in (
        "km kilometre kilometres kilometer kilometers", "mi mile miles", "m metre metres meter meters", "ft foot feet",
        "kg kilo kilos kilogram kilograms", "lb lbs pound pounds", "ha hectare hectares", "acre acres",
        "l litre litres liter liters", "gal gallon gallons", "yd yard yards", "in inch inches", "t tonne tonnes",
    )
    for form in line.split()[1:]
}  # fmt: skip

_OF_WHAT = frozenset(("chance", "evidence", "proof", "doubt", "reason", "interest", "possibility", "tolerance"))
_NOBODY = frozenset(("nobody", "none", "nothing"))
_MONTHLY = frozenset(("in", "by", "until", "since", "from", "last", "next", "this", "early", "late", "mid", "during"))

Bound = Literal["exact", "about", "at_least", "at_most", "vague"]


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a statement. ``unit`` is "%", a currency's sign or empty; ``near`` are stems of the counted thing."""

    value: float
    bound: Bound
    unit: str
    near: tuple[str, ...]
    at: int


@dataclass(frozen=True, slots=True)
class Form:
    """A statement made ready: ``at`` of numbers and names is the index of the word, ``kinds`` the different stems."""

    text: str
    words: tuple[str, ...]
    stems: tuple[str, ...]
    kinds: frozenset[str]
    numbers: tuple[Number, ...]
    dates: frozenset[str]
    names: tuple[tuple[int, str], ...]
    denied: bool
    negations: tuple[int, ...]

    @property
    def negated(self) -> bool:
        """Whether an odd number of negations turns the statement round."""
        return self.negated_within(0, len(self.words))

    def negated_within(self, start: int, end: int) -> bool:
        """Return the same for the words from ``start`` to ``end`` alone."""
        return (sum(start <= at < end for at in self.negations) + self.denied) % 2 == 1


def stem(word: str) -> str:
    """Return the word without its common endings.

    >>> [stem(w) for w in ("desertions", "deserting", "stopped", "cities", "city", "minister's")]
    ['desertion', 'desert', 'stop', 'cit', 'cit', 'minist']
    """
    short = word.removesuffix("'s").removesuffix("'")
    for suffix in SUFFIXES:
        if short.endswith(suffix) and len(short) - len(suffix) >= 3:
            short = short[: -len(suffix)]
            break
    if len(short) > 3 and short[-1] == short[-2]:
        short = short[:-1]
    return short[:-1] if len(short) > 3 and short.endswith("y") else short


_SENSE = {
    stem(word): stem(line.split()[0]) for line in reversed(SENSES.strip().splitlines()) for word in line.split()[1:]
}


@functools.lru_cache(maxsize=100_000)
def sense(word: str) -> str:
    """Return the stem, or the stem that stands for its sense."""
    if word in COMMON:
        return word
    short = stem(word)
    return _SENSE.get(short, short)


def form(text: str, denied: bool = False) -> Form:
    """Make a statement ready for comparison. ``denied`` counts as one negation more.

    >>> f = form("At least 41 people died in Port Almeric on 3 March, Okoro did not say why.")
    >>> [(n.value, n.bound) for n in f.numbers], sorted(f.dates), [name for _, name in f.names], f.negated
    ([(41.0, 'at_least')], ['03-03'], ['port', 'almeric', 'okoro'], True)
    """
    return replace(_form(text), denied=True) if denied else _form(text)


@functools.lru_cache(maxsize=50_000)
def _form(text: str) -> Form:
    found = words(text)[:LONGEST]
    folded = tuple("cannot" if w.folded == "can't" else w.folded for w in found)
    taken: set[int] = set()
    capital = frozenset(i for i, word in enumerate(found) if i and text[word.start].isupper())
    dates = _dates(folded, capital, taken)
    numbers = _numbers(text, [w.start for w in found], [w.end for w in found], folded, taken)
    names = []
    for i, word in enumerate(found):
        if i in taken or not text[word.start].isupper() or word.folded in COMMON:
            continue
        before = text[max(0, word.start - 2) : word.start].strip()
        opens = i == 0 or before[-1:] in {".", "?", "!"}
        follows = i + 1 < len(found) and text[found[i + 1].start].isupper()
        if not opens or (follows and found[i + 1].folded not in COMMON):
            names.append((i, word.folded.removesuffix("'s")))
    negations = tuple(i for i, word in enumerate(found) if _negates(folded, i) and not _answers(text, word))
    stems = tuple(sense(w) for w in folded)
    return Form(text, folded, stems, frozenset(stems), numbers, dates, tuple(names), False, negations)


def _answers(text: str, word: Word) -> bool:
    """Return whether a "No, …" only answers what was said before."""
    return word.folded == "no" and text[word.end : word.end + 1] in (",", ".", "!")


def _negates(folded: tuple[str, ...], i: int) -> bool:
    """Return whether the word denies; "no fewer than" and "no longer" do not, nor "not nine" after "six"."""
    if folded[i] == "not" and i + 1 < len(folded) and _value(folded, i + 1) is not None:
        return False  # "six, not nine" gives the figure that it is not
    if folded[i] in _NOBODY and i + 1 < len(folded) and folded[i + 1] in ("else", "but", "except"):
        return False  # "to those and to nobody else" says to whom
    if folded[i] == "no":
        return i + 1 < len(folded) and folded[i + 1] not in ("fewer", "less", "more", "later", "longer", "doubt")
    if folded[i] == "zero":
        return i + 1 < len(folded) and folded[i + 1] in _OF_WHAT
    return folded[i] in NEGATIONS or folded[i].endswith("n't")


def _dates(folded: tuple[str, ...], capital: frozenset[int], taken: set[int]) -> frozenset[str]:
    """Return months with days ("03-14"), weekdays and years; their words are marked as taken."""
    dates: set[str] = set()
    for i, word in enumerate(folded):
        month = MONTH_NUMBERS.get(word.rstrip("."))
        if month:
            day = _day_beside(folded, i)
            if day is None and word in ("may", "march", "mar") and not _is_month(folded, i, capital):
                continue  # words of other senses too
            taken.update({i} | ({day[0]} if day else set()))
            dates.add(f"{month:02}-{day[1]:02}" if day else f"{month:02}")
        elif word in WEEKDAYS:
            taken.add(i)
            dates.add(word)
        elif len(word) == 4 and word.isdigit() and 1800 <= int(word) <= 2100:
            before = folded[i - 1] if i else ""
            if before in ("in", "since", "by", "of", "until", "from", "before", "after", "during") or i - 1 in taken:
                taken.add(i)
                dates.add(word)
    return frozenset(dates)


def _is_month(folded: tuple[str, ...], i: int, capital: frozenset[int]) -> bool:
    """Return whether "May" or "March" is the month: with a year, or where a month is wanted ("until May")."""
    following = folded[i + 1] if i + 1 < len(folded) else ""
    dated = len(following) == 4 and following.isdigit()
    return i in capital and (dated or folded[i - 1] in _MONTHLY)


def _day_beside(folded: tuple[str, ...], i: int) -> tuple[int, int] | None:
    for j in (i + 1, i - 1):
        if 0 <= j < len(folded):
            digits = folded[j].rstrip("stndrh")
            if digits.isdigit() and len(digits) <= 2 and 1 <= int(digits) <= 31:
                return j, int(digits)
    return None


def _numbers(
    text: str, starts: list[int], ends: list[int], folded: tuple[str, ...], taken: set[int]
) -> tuple[Number, ...]:
    found: list[Number] = []
    i = 0
    while i < len(folded):
        read = None if i in taken else _value(folded, i)
        if read is not None and i and folded[i - 1] == "not":
            i = read[1]
            continue
        if read is None or (folded[i] == "one" and i + 1 < len(folded) and folded[i + 1] in ("of", "another", "day")):
            i += 1
            continue
        value, after, vague = read
        before = text[starts[i] - 1] if starts[i] else ""
        if before == "." and not text[starts[i] - 2 : starts[i] - 1].isalnum() and _NUMBER.match(folded[i]):
            value /= 10 ** len(folded[i])  # ".20"
        following = folded[after : after + NEAR]
        unit = _unit(text, before, text[ends[after - 1] : ends[after - 1] + 1], _past_range(folded, after))
        cut = next((k for k, w in enumerate(following) if _value(following, k) is not None), len(following))
        cut = next((k for k in range(cut) if _parted(text, ends[after + k - 1], starts[after + k])), cut)
        near = tuple(sense(w) for w in following[:cut] if w not in COMMON)
        if _AGED.match(folded[i]):  # "24-year-old" counts years, of what follows
            near = (folded[i].partition("-")[2], *near)
        if unit == "%":  # "per cent" and "percent" are one word
            near = ("percent", *(w for w in near if w not in _PERCENT))
        found.append(Number(value, _bound(folded, i, vague), unit, near, i))
        i = after
    return tuple(found)


def _past_range(folded: tuple[str, ...], after: int) -> str:
    """Return the word behind a number, behind the second one of a range: "between 30 and 80 pounds"."""
    if after + 1 < len(folded) and folded[after] in ("and", "to") and (second := _value(folded, after + 1)):
        after = second[1]
    return folded[after] if after < len(folded) else ""


def _unit(text: str, before: str, behind: str, following: str) -> str:
    """Return a number's unit by the signs and words around it; numbers of different units are never compared."""
    if behind == "%" or following in _PERCENT - {"cent"}:
        return "%"
    if before in _MONEY:
        return before
    return _CURRENCIES.get(following) or _MEASURES.get(following, "")


def _parted(text: str, end: int, start: int) -> bool:
    """Return whether a comma or a stop stands between two words: what follows is not what is counted."""
    return any(mark in text[end:start] for mark in ",;:.()")


def _bound(folded: tuple[str, ...], i: int, vague: bool) -> Bound:
    if vague:
        return "vague"
    window = folded[max(0, i - 2) : i]
    if not window:
        return "exact"
    if ABOUT & set(window[-1:]):
        return "about"
    if window[-1] in ("least", "over", "above", "exceeding") or (
        window[-1] == "than" and window[0] in ("more", "fewer")
    ):
        return "at_least" if "fewer" not in window else "at_most"
    if (
        window[-1] == "most"
        or (window[-1] == "to" and window[0] == "up")
        or (window[-1] == "than" and window[0] == "less")
    ):
        return "at_most"
    return "exact"


def _value(folded: tuple[str, ...], i: int) -> tuple[float, int, bool] | None:
    """Return value, index after, and whether it is a vague word; None where no number starts."""
    word = folded[i]
    if word in VAGUE:
        return VAGUE[word], i + 1, True
    value: float | None = None
    if _NUMBER.match(word):
        digits = word.replace(",", "." if _DECIMAL_COMMA.match(word) else "")
        if len(digits) > 15:
            return None
        value = float(digits)
    elif word in SMALL:
        value = SMALL[word]
    elif "-" in word:
        tens, _, rest = word.partition("-")
        if tens in SMALL and rest in SMALL:
            value = SMALL[tens] + SMALL[rest]
        elif _NUMBER.match(tens) and rest in SCALES:
            value = float(tens.replace(",", "")) * SCALES[rest]
        elif _AGED.match(word):
            value = float(tens) if tens.isdigit() else SMALL.get(tens)
    elif word in ("a", "hundred", "dozen") and _scale(folded, i + (word == "a")):
        value = 1.0
        i -= word != "a"
    if value is None:
        return None
    after = i + 1
    while after < len(folded) and _scale(folded, after):
        value *= SCALES[folded[after].partition("-")[0]]
        after += 1
    return value, after, False


def _scale(folded: tuple[str, ...], i: int) -> bool:
    return i < len(folded) and folded[i].partition("-")[0] in SCALES  # "billion-pound"
