"""The grammar: patterns over token classes, each with the function that reads its meaning.

A pattern is a regular expression whose letters are token classes (``lexicon``), written with names for readability:
``the? pick:LAST/NEXT NUMBER UNITS`` ("/" is "either", "pick:" names the part). The longest pattern at a
token wins, the earlier one among equals; matches never overlap. Every pattern is of bounded
length or repeats one class only, so matching is linear in the tokens.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from headwater.records import TimeKind
from headwater.times.meanings import Meaning
from headwater.times.tokens import Tokens

# names of classes in patterns -> what they stand for in the code string
NAMES = {
    "MONTH": r"M", "WEEKDAY": r"W", "SEASON": r"S", "YEAR": r"Y", "SHORTYEAR": r"y", "DIGITS": r"D",
    "DAY": r"[DO]", "ORDINAL": r"[Oo]", "ISO": r"I", "PARTED": r"B", "DECADE": r"N", "CLOCK": r":", "HALF": r"H",
    "UNIT": r"u", "UNITS": r"U", "ANYUNIT": r"[uU]", "PART": r"p", "MERIDIEM": r"m", "ZONE": r"z",
    "the": r"t", "a": r"a", "of": r"f", "in": r"n", "LAST": r"l", "PAST": r"b", "PREVIOUS": r"v", "NEXT": r"x",
    "COMING": r"g", "FOLLOWING": r"w", "this": r"i", "that": r"j", "SAME": r"J", "CURRENT": r"C", "LATEST": r"V",
    "RECENT": r"R", "ago": r"A", "LATER": r"L", "EARLIER": r"k", "EARLY": r"e", "END": r"G", "EVERY": r"r",
    "WEEKDAYS": r"7", "PER": r"P", "AND": r"&", "OR": r"\|", "DASH": r"-", "COMMA": r",", "DOT": r"\.", "THESE": r"s",
    "AHEAD": r"h", "OLD": r"0", "FUTURE": r"F", "NEAR": r"~", "OFTEN": r"!", "TODAY": r"T", "NOW": r"X",
    "BEFORE": r"K", "SOON": r"Z", "GENITIVE": r"'", "to": r"2", "at": r"_", "PREP": r"@", "EXTRA": r"\+",
    "LONG": r">", "TIME": r"\*", "ONCE": r"1", "OPEN": r"\(", "CLOSE": r"\)", "OTHER": r"\+", "SEVERAL": r"q",
    "NUMBER": r"(?:a9[9c]{0,3}|[c9](?:-?[c9]|&c){0,6}(?:&a?H)?|D/|[D#]9?(?:&a?H)?|/|aQf?|Qf?|aq|q)",
    "COUNT": r"(?:c(?:-?c){0,3}|D/|[D#](?:&a?H)?|q)", "ERA": r"<", "HOLIDAY": r"5", "SO": r"d", "EVE": r"[6u]",
    "TENS": r"(?:c-?c)(?:-?c)?",
    "ABOUT": r"(?:_?E){1,2}3?2?",
}  # fmt: skip
_ITEM = re.compile(r"(?:(?P<group>[a-z_]+\d?):)?(?P<name>[A-Za-z]+(?:/[A-Za-z]+)*)(?P<repeat>[?*+]?)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a rule makes of its tokens: a kind and a meaning; ``first``/``last`` narrow the span to those tokens."""

    kind: TimeKind
    meaning: Meaning
    first: int | None = None
    last: int | None = None


class Match:
    """A pattern's match: access to its named parts by words."""

    __slots__ = ("found", "tokens")

    def __init__(self, tokens: Tokens, found: re.Match[str]) -> None:
        self.tokens = tokens
        self.found = found

    def has(self, name: str) -> bool:
        """Whether the part is there."""
        return name in self.found.re.groupindex and self.found.start(name) >= 0

    def words(self, name: str) -> list[str]:
        """The words of the part, in lower case; empty where it is missing."""
        if not self.has(name):
            return []
        return self.tokens.words[self.found.start(name) : self.found.end(name)]

    def word(self, name: str) -> str:
        """The words of the part joined; "" where it is missing."""
        return " ".join(self.words(name))

    def first(self, name: str) -> int:
        """The token at which the part begins."""
        return self.found.start(name)

    def last(self, name: str) -> int:
        """The token behind the part."""
        return self.found.end(name)

    @property
    def before(self) -> str:
        """The word before the match, a newline at the beginning."""
        at = self.found.start()
        return self.tokens.words[at - 1] if at else "\n"

    @property
    def after(self) -> str:
        """The word after the match, a newline at the end."""
        at = self.found.end()
        return self.tokens.words[at] if at < len(self.tokens.words) else "\n"


Reader = Callable[[Match], Reading | tuple[Reading, ...] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with the function that reads it; the function may refuse by returning None."""

    name: str
    pattern: re.Pattern[str]
    read: Reader


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the regular expression over class letters that ``pattern`` stands for.

    >>> compiled("month:MONTH DOT? day:DAY").pattern
    '(?P<month>M)(?:\\\\.)?(?P<day>[DO])'
    """
    parts = []
    for item in pattern.split():
        if item in ("(", "|") or item.startswith(")"):
            parts.append("(?:" if item == "(" else item)
            continue
        found = _ITEM.fullmatch(item)
        if found is None:
            raise ValueError(f"not a pattern item: {item!r} in {pattern!r}")
        choices = [NAMES[name] for name in found["name"].split("/")]
        body = choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"
        if found["group"]:
            parts.append(f"(?P<{found['group']}>{body}){found['repeat']}")
        else:
            parts.append(f"(?:{body}){found['repeat']}" if found["repeat"] else body)
    return re.compile("".join(parts))


@dataclass(frozen=True, slots=True)
class Grammar:
    """Rules with one pattern that finds where any of them can begin."""

    rules: tuple[Rule, ...]
    somewhere: re.Pattern[str]


def grammar(rules: tuple[Rule, ...]) -> Grammar:
    """Return the rules as a grammar."""
    union = "|".join(re.sub(r"\?P<\w+>", "?:", rule.pattern.pattern) for rule in rules)
    return Grammar(rules, re.compile(union))


def matches(tokens: Tokens, given: Grammar) -> Iterator[tuple[Rule, Match, tuple[Reading, ...]]]:
    """Yield the winning matches in order: the longest at a token, the earlier rule among equals."""
    codes, at = tokens.codes, 0
    while (candidate := given.somewhere.search(codes, at)) is not None:
        at = candidate.start()
        best: tuple[Rule, Match, tuple[Reading, ...]] | None = None
        length = 0
        for rule in given.rules:
            found = rule.pattern.match(codes, at)
            if found is None or found.end() - at <= length:
                continue
            match = Match(tokens, found)
            reading = rule.read(match)
            if reading is not None:
                best = (rule, match, reading if isinstance(reading, tuple) else (reading,))
                length = found.end() - at
        if best is not None:
            yield best
        at += max(1, length)
