"""Strings against which a regular expression may take for ever, made from the expression itself.

For every repetition in a pattern: what leads to it, then what it repeats, again and again, then a character that fits
nothing; so every way in which the repeated words may be divided is tried (after Kirrage, Rathnayake and Thielecke 2013,
without their proof that a string is slow: here the clock decides). And what a whole pattern matches but for its end,
again and again, for a search that begins anew at every place.
"""

import re
from collections.abc import Iterator
from re import _constants as c  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

MANY = 8  # repetitions below it cannot take long
NOTHING = "\x07"  # a character that no pattern asks for
_OF_A_CLASS = {
    c.CATEGORY_DIGIT: "1",
    c.CATEGORY_NOT_DIGIT: "a",
    c.CATEGORY_SPACE: " ",
    c.CATEGORY_NOT_SPACE: "a",
    c.CATEGORY_WORD: "a",
    c.CATEGORY_NOT_WORD: "-",
}
_PROBES = "aA1 -,.“\"'é\n–_~"


def adversaries(pattern: "re.Pattern[str] | re.Pattern[bytes]", length: int) -> Iterator[str]:
    """Yield strings of about ``length`` characters that are hard for a pattern, without repeating one."""
    source = pattern.pattern
    tree = _parser.parse(source if isinstance(source, str) else source.decode("latin-1"), pattern.flags & ~re.UNICODE)
    seen: set[str] = set()
    for lead, body in _repeated(tree, ""):
        for unit in (body, lead + body):
            if unit and unit not in seen:
                seen.add(unit)
                yield (lead + unit * (length // len(unit) + 1))[:length] + NOTHING
    begun = _example(list(tree)[:-1])
    if begun and begun not in seen:
        yield begun * (length // len(begun) + 1)


def _repeated(tree: Any, lead: str) -> Iterator[tuple[str, str]]:
    """Yield, for every long repetition, an example of what stands before it and one of what it repeats."""
    for kind, given in tree:
        if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
            _, most, inner = given
            if most >= MANY:
                yield lead, _example(inner)
            yield from _repeated(inner, lead)
        elif kind is c.BRANCH:
            for way in given[1]:
                yield from _repeated(way, lead)
        elif kind is c.SUBPATTERN:
            yield from _repeated(given[3], lead)
        elif kind is c.ATOMIC_GROUP:
            yield from _repeated(given, lead)
        elif kind in (c.ASSERT, c.ASSERT_NOT):
            yield from _repeated(given[1], lead)
        lead += _example([(kind, given)])


def _example(tree: Any) -> str:
    """Return a short string that a part of a pattern matches, or nearly; looks ahead and behind are left out."""
    return "".join(_of_one(kind, given) for kind, given in tree)


def _of_one(kind: Any, given: Any) -> str:
    if kind is c.LITERAL:
        return chr(given)
    if kind is c.NOT_LITERAL:
        return next(probe for probe in _PROBES if ord(probe) != given)
    if kind is c.ANY:
        return "a"
    if kind is c.IN:
        return _of_set(given)
    if kind is c.BRANCH:
        return _example(given[1][0])
    if kind is c.SUBPATTERN:
        return _example(given[3])
    if kind is c.ATOMIC_GROUP:
        return _example(given)
    if kind in (c.MAX_REPEAT, c.MIN_REPEAT, c.POSSESSIVE_REPEAT):
        times: int = max(given[0], 1 if given[1] else 0)
        return _example(given[2]) * times
    return ""  # places, looks around, references


def _of_set(given: Any) -> str:
    """Return a character of a set, a usual one where it has one."""
    is_other = given[0][0] is c.NEGATE
    return next((p for p in _PROBES if _holds(given, p) is not is_other), _first(given))


def _holds(given: Any, probe: str) -> bool:
    code = ord(probe)
    for kind, value in given:
        if kind is c.LITERAL and value == code:
            return True
        if kind is c.RANGE and value[0] <= code <= value[1]:
            return True
        if kind is c.CATEGORY and probe == _OF_A_CLASS.get(value):
            return True
    return False


def _first(given: Any) -> str:
    kind, value = given[-1]
    return chr(value if kind is c.LITERAL else value[0]) if kind in (c.LITERAL, c.RANGE) else "a"
