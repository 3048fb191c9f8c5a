"""The sentences that pages share: origins, verdicts, directions, kinds. Decides nothing, says it one way everywhere."""

from fractions import Fraction

from headwater.records import (
    Certainty,
    ChainEnd,
    Direction,
    Figure,
    FigureRelation,
    LinkBasis,
    LinkKind,
    Origins,
    Polarity,
    Verdict,
)

VERDICTS: dict[Verdict, str] = {
    "verbatim": "word for word",
    "trimmed": "shortened",
    "altered": "changed",
    "not_found": "not in the text it names",
    "unchecked": "not checked",
    "promoted": "somebody else's words put in a mouth",
}
LINKS: dict[LinkKind, str] = {
    "said_by": "said by",
    "reported_by": "reported by",
    "cites": "cites",
    "copied_from": "copied from",
}
BASES: dict[LinkBasis, str] = {
    "stated": "stated",
    "coreference": "inferred: the words refer back",
    "implicit": "inferred: the text goes on in this voice",
    "reuse": "shared words",
}
ENDS: dict[ChainEnd, str] = {
    "named": "ends at a named source",
    "unnamed": "ends at an unnamed source",
    "publisher": "ends at the publisher itself",
    "outside": "leads outside the collection",
    "unknown": "cannot be followed further",
}
RELATIONS: dict[FigureRelation, str] = {
    "equal": "the same",
    "within_qualifier": "compatible",
    "part_of": "a part of it",
    "update": "a later count",
    "conflict": "in conflict",
    "not_comparable": "not comparable",
}
DIRECTIONS: dict[Direction, str] = {
    "left_to_right": "copied",
    "right_to_left": "copied",
    "shared_origin": "both from a third text",
    "unknown": "direction not known",
}
ARROWS: dict[Direction, str] = {
    "left_to_right": "→",
    "right_to_left": "←",
    "shared_origin": "⇠⇢",
    "unknown": "?",
}
POLARITIES: dict[Polarity, str] = {"said": "Said by", "denied": "Denied by", "not_said": "Not said by"}
CERTAINTIES: dict[Certainty, str] = {"stated": "", "hedged": "hedged", "alleged": "alleged"}
CURRENCIES = "$€£¥₹₽₺"  # written before the number
LARGEST_SHARE = 12  # "a third", "one in twelve"
OPENING, CLOSING = '"“„«', '"”“»'
SIZES = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
QUALIFIERS = {"about": "about", "at_most": "at most", "at_least": "at least", "up": "up", "down": "down", "exact": ""}


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "document"), count(1200, "document")
    ('1 document', '1,200 documents')
    """
    return f"{number:,} {noun if number == 1 else noun + 's'}"


def say_origins(origins: Origins) -> str:
    """Return the range of independent origins in words.

    >>> say_origins(Origins(1, 1, ("Okoro",), "")), say_origins(Origins(1, 3, (), ""))
    ('1 independent origin', '1 to 3 independent origins')
    >>> say_origins(Origins(None, None, (), ""))
    'independent origins cannot be judged'
    """
    low, high = origins.at_least, origins.at_most
    if low is None and high is None:
        return "independent origins cannot be judged"
    if low is None:
        return f"at most {count(high or 0, 'independent origin')}"
    if high is None:
        return f"at least {count(low, 'independent origin')}"
    return count(low, "independent origin") if low == high else f"{low} to {high} independent origins"


def say_number(number: float) -> str:
    """Return a number without a needless fraction; thirds and the like as such, large round ones in words.

    >>> say_number(2300.0), say_number(0.5), say_number(1 / 3), say_number(1.1e12), say_number(28_000_000)
    ('2,300', '0.5', '1/3', '1.1 trillion', '28 million')
    """
    if 0 < abs(number) < 1 and round(number, 3) != number:
        share = Fraction(number).limit_denominator(LARGEST_SHARE)
        if abs(share - number) < 1e-6:
            return str(share)
    for size, name in SIZES:
        if abs(number) >= size and round(number / size, 3) * size == number:
            return f"{number / size:,.6g} {name}"
    return f"{int(number):,}" if number == int(number) else f"{number:,.6g}"


def say_value(figure: Figure) -> str:
    """Return a figure's value or range in words, with its qualifier and unit."""
    unit = figure.unit or ""
    qualifier = QUALIFIERS[figure.qualifier.kind] if figure.qualifier else ""
    if figure.value is not None:
        said = f"{qualifier} {say_amount(figure.value, unit)}"
    elif figure.low is not None and figure.high is not None:
        low = say_amount(figure.low, unit) if unit in CURRENCIES else say_number(figure.low)
        said = f"{low} to {say_amount(figure.high, unit)}"
    elif figure.low is not None:
        said = f"at least {say_amount(figure.low, unit)}"
    elif figure.high is not None:
        said = f"at most {say_amount(figure.high, unit)}"
    else:
        said = "no value"
    return said.strip()


def say_amount(number: float, unit: str) -> str:
    """Return a number with its unit where readers expect it.

    >>> say_amount(98000.0, "$"), say_amount(42.0, "%"), say_amount(4.0, "degrees"), say_amount(3.0, "")
    ('$98,000', '42%', '4 degrees', '3')
    """
    said = say_number(number)
    if unit and unit in CURRENCIES:
        return f"-{unit}{said[1:]}" if said.startswith("-") else f"{unit}{said}"
    return f"{said}{unit}" if unit == "%" else f"{said} {unit}".strip()


def shorten(text: str, limit: int) -> str:
    """Return ``text`` on one line, cut at a word with an ellipsis where it is longer than ``limit`` characters.

    >>> shorten("At least 41 people died", 14)
    'At least 41 …'
    """
    flat = " ".join(text[: 4 * limit].split()) if len(text) > 4 * limit else " ".join(text.split())
    if len(flat) <= limit and len(text) <= 4 * limit:
        return flat
    cut = flat[: limit - 2]
    return (cut.rsplit(" ", 1)[0] if " " in cut else cut) + " …"


def say_open(number: int, what: str) -> str:
    """Return how many of what.

    >>> say_open(2, "pair of documents")
    '2 pairs of documents'
    """
    noun, _, rest = what.partition(" of ")
    return f"{count(number, noun)} of {rest}" if rest else count(number, noun)


def quote(text: str, limit: int) -> str:
    """Return words of a document in quotation marks, shortened; marks that they bring along are not doubled.

    >>> quote('"We are still counting,"', 60), quote("He said “no” twice", 60)
    ('“We are still counting,”', '“He said “no” twice”')
    """
    flat = shorten(text, limit)
    if flat[:1] in OPENING and not any(mark in flat[1:-1] for mark in OPENING + CLOSING):
        flat = flat[1:]
    if flat[-1:] in CLOSING and not any(mark in flat[:-1] for mark in OPENING):
        flat = flat[:-1]
    return f"“{flat}”"
