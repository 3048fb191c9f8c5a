"""The value of number words: "twenty-four", "2 1/2", "a couple of", "several"."""

from headwater.times.lexicon import CARDINALS, MULTIPLIERS, ORDINALS

_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75}
_ARTICLES = frozenset({"a", "an"})


def number_of(words: list[str]) -> float | None:
    """Return the number that the words say; None where they are vague ("several", "a few").

    >>> number_of(["twenty", "-", "four"]), number_of(["2", "1/2"]), number_of(["a", "few"])
    (24.0, 2.5, None)
    >>> number_of(["a", "hundred"]), number_of(["a", "couple", "of"]), number_of(["two", "and", "a", "half"])
    (100.0, 2.0, 2.5)
    """
    total, current, seen = 0.0, 0.0, False
    for word in words:
        if word in CARDINALS:
            current, seen = current + CARDINALS[word], True
        elif word in MULTIPLIERS:
            current, seen = max(current, 1.0) * MULTIPLIERS[word], True
            if word == "thousand":
                total, current = total + current, 0.0
        elif word == "couple":
            current, seen = 2.0, True
        elif word == "dozen":
            current, seen = max(current, 1.0) * 12, True
        elif word == "half":
            current, seen = current + 0.5, True
        elif word in _FRACTIONS:
            current, seen = current + _FRACTIONS[word], True
        elif word[0].isdigit():
            value = _digits(word)
            if value is None:
                return None
            current, seen = current + value, True
        elif word not in _ARTICLES and word not in ("and", "of", "-", "–"):
            return None
    if not seen:
        return 1.0 if any(word in _ARTICLES for word in words) else None
    return total + current


def _digits(word: str) -> float | None:
    parts = word.split("/")
    if len(parts) == 2 and all(part.isascii() and part.isdigit() for part in parts):
        return int(parts[0]) / int(parts[1]) if int(parts[1]) else None
    plain = word.replace(",", "")
    if plain.count(".") > 1 or not plain.replace(".", "").isdigit() or len(plain) > 9:
        return None
    return float(plain)


def ordinal_of(word: str) -> int | None:
    """Return the number of an ordinal ("13th", "third"), None where it is none.

    >>> ordinal_of("13th"), ordinal_of("third"), ordinal_of("nth")
    (13, 3, None)
    """
    if word in ORDINALS:
        return ORDINALS[word]
    digits = word.rstrip("stndrh")
    return int(digits) if digits.isdigit() else None


def shown_number(value: float) -> str:
    """Return the number as TIMEX3 writes it: no decimal point where there is no fraction.

    >>> shown_number(2.0), shown_number(2.5)
    ('2', '2.5')
    """
    return str(int(value)) if value == int(value) else f"{value:g}"
