"""Noun phrases beside a verb, by words alone: who stands before it, who stands behind "by".

No parser: a phrase goes on until a word that cannot belong to it. Known limit: a long relative clause between a
subject and its verb hides the subject.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Span
from headwater.responsibility.lexicon import (
    ADJECTIVES,
    AUXILIARIES,
    BOUND,
    DEEDS,
    NO_ACTORS,
    NO_OPENERS,
    NOT_AGENTS,
    STOPS_LEFT,
    STOPS_RIGHT,
    TIME_WORDS,
)

LONGEST = 14  # words of a phrase
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’.\-][^\W_]+)*(?:['’]s)?|[^\s\w]")
_OPEN = frozenset("([")
_CLOSE = frozenset(")]")
_CONTINUES = frozenset(
    {"of", "in", "for", "from", "at", "with", "to", "by", "on", "and", "or", "all", "both", "called"}
)
_QUOTES = frozenset("\"“”'‘’«»")
_OBJECTS = frozenset({"him", "her", "them", "me", "us"})
_NOT = frozenset({"not", "never", "no", "didn't", "neither"})
LONGEST_ADJECTIVE = 4  # letters of "fred", "sped"
_TIME_LEADS = frozenset({"on", "in", "last", "late", "early", "ago", "days", "hours", "weeks", "the", "this"})
_DETERMINERS = frozenset({"the", "a", "an", "some", "several", "its", "their", "his", "her", "our", "two", "three"})


@dataclass(frozen=True, slots=True)
class Word:
    """A word or mark in place; ``low`` in lower case."""

    start: int
    end: int
    low: str


def words_of(text: str, start: int, end: int) -> list[Word]:
    """Return words and marks of ``text[start:end]``, offsets into ``text``."""
    return [Word(m.start(), m.end(), m[0].lower().replace("’", "'")) for m in _TOKEN.finditer(text, start, end)]


def is_mark(word: Word) -> bool:
    """Whether it is punctuation."""
    return not word.low[0].isalnum()


def behind(words: Sequence[Word], at: int) -> Span | None:
    """Return the phrase that begins at ``at``: what stands behind "by"; None where it is nobody."""
    first = at
    while first < len(words) and words[first].low in _QUOTES:
        first += 1
    last, depth = first, 0
    while last < len(words) and last - first < LONGEST:
        low = words[last].low
        if low in _OPEN:
            depth += 1
        elif low in _CLOSE and depth:
            depth -= 1
        elif not depth:
            if low in _QUOTES:
                last += 1
                continue
            if (is_mark(words[last]) and not _joins(words, last)) or low in STOPS_RIGHT:
                break
            if last > first and low in BOUND and _is_bound(words, last):
                last += 2
                continue
            if last > first and (low in DEEDS or low in BOUND or _is_verb(words, last)):
                break
            if low == "of" and last + 1 < len(words) and words[last + 1].low.endswith("ing"):
                break
            if low in ("and", "or") and not _goes_on(words, last):
                break
        last += 1
    return _trimmed(words, first, last)


def _is_bound(words: Sequence[Word], at: int) -> bool:
    """Whether the party is told by whose it is: "death squads run by the army"."""
    return at + 2 < len(words) and words[at + 1].low == "by"


def _ends(words: Sequence[Word], at: int) -> bool:
    """Whether a phrase that is read leftwards ends at the word."""
    if words[at].low in _QUOTES or _joins(words, at):
        return False
    return is_mark(words[at]) or words[at].low in STOPS_LEFT


def _is_verb(words: Sequence[Word], at: int) -> bool:
    """Whether a word ending in -ed is the verb of another clause; "armed" and "so-called" belong to a name."""
    low = words[at].low
    return low.endswith("ed") and low not in ADJECTIVES and "-" not in low and len(low) > LONGEST_ADJECTIVE


def _opens(words: Sequence[Word], at: int, last: int) -> bool:
    """Whether a phrase that is read leftwards begins at ``at``: behind a verb, or with an article behind a noun."""
    if _is_verb(words, at - 1):
        return True
    article = words[at].low in ("the", "a", "an") and at < last - 1
    return article and not is_mark(words[at - 1]) and words[at - 1].low not in _CONTINUES


def _joins(words: Sequence[Word], at: int) -> bool:
    """Whether a single hyphen joins two names: "the Salt Front - Quarry League"."""
    if words[at].low != "-" or not 0 < at < len(words) - 1:
        return False
    return words[at - 1].low not in _CLOSE | {"-"} and words[at + 1].low != "-"


def _goes_on(words: Sequence[Word], at: int) -> bool:
    """Whether "and" joins a second actor: "the government and the armed forces"."""
    after = words[at + 1].low if at + 1 < len(words) else ""
    return not (after.endswith("ed") or after in DEEDS or after in STOPS_RIGHT or after in AUXILIARIES)


def before(words: Sequence[Word], at: int) -> tuple[Span | None, int]:
    """Return the phrase that ends before the verb at ``at``, and where the verb's group begins.

    "The ELN, which has claimed": the phrase before the comma.
    """
    last = at
    while last > 0 and (words[last - 1].low in AUXILIARIES | _NOT or words[last - 1].low.endswith("ly")):
        last -= 1
    group = last
    while last > 0 and (words[last - 1].low[0].isdigit() or words[last - 1].low in TIME_WORDS | _TIME_LEADS):
        last -= 1  # "which on 25 January claimed"
    if last > 0 and words[last - 1].low in ("which", "who", "that"):
        last -= 1
        if last > 0 and words[last - 1].low in (",", "-"):
            last -= 1
            if last > 1 and words[last - 2].low == ",":
                last -= 2  # "the man in Arlen, Orin, who": the place is not the subject
    while last > 0 and words[last - 1].low in _QUOTES:
        last -= 1
    if last > 1 and words[last - 1].low == ",":  # the end of an apposition: "the ELN, led by a priest, claimed"
        opening = next((k for k in range(last - 2, max(-1, last - 2 - LONGEST), -1) if words[k].low == ","), None)
        last = opening if opening is not None else last - 1
    first, depth = last, 0
    while first > 0 and last - first < LONGEST:
        low = words[first - 1].low
        if low in _CLOSE:
            depth += 1
        elif low in _OPEN and depth:
            depth -= 1
        elif not depth and (_ends(words, first - 1) or (first < last and _opens(words, first, last))):
            break
        first -= 1
    if first < last and words[first].low in _OBJECTS:  # "acquitted him of membership of the Front, which"
        first = next((k + 1 for k in range(last - 1, first, -1) if words[k].low == "of"), last)
    return _trimmed(words, first, last), group


def _trimmed(words: Sequence[Word], first: int, last: int) -> Span | None:
    """Return the phrase without marks at its edges and a date before it; None where nobody is named."""
    first = _past_date(words, first, last)
    while first < last and (
        (is_mark(words[first]) and words[first].low not in _OPEN) or words[first].low in ("and", "or")
    ):
        first += 1
    while first < last and (
        (is_mark(words[last - 1]) and words[last - 1].low not in _CLOSE)
        or words[last - 1].low in _DETERMINERS | {"of", "and", "or"}
    ):
        last -= 1
    named = [w for w in words[first:last] if not is_mark(w) and w.low not in _DETERMINERS]
    if not named or all(
        w.low.partition("'")[0] in NO_ACTORS or w.low in TIME_WORDS or w.low[0].isdigit() for w in named
    ):
        return None
    if words[first].low in NO_OPENERS or _is_gerund(words, first, last):
        return None
    if _head(named) in NOT_AGENTS:
        return None
    marks = sum(word.low in _QUOTES for word in words[first:last])
    if marks % 2 and last < len(words) and words[last].low in _QUOTES:
        last += 1  # the “Reed Brothers”
    return Span(words[first].start, words[last - 1].end)


def _past_date(words: Sequence[Word], first: int, last: int) -> int:
    """Return where the phrase begins behind "on 10 March", "in the morning"; ``first`` where it begins with no date."""
    at = first
    if at < last and words[at].low in (_TIME_LEADS | {"at"}) - _DETERMINERS:
        at += 1
        while at < last and (words[at].low in TIME_WORDS or words[at].low in _DETERMINERS or words[at].low.isdigit()):
            at += 1
    return at if at < last and any(word.low in TIME_WORDS or _is_hour(word) for word in words[first:at]) else first


def _is_hour(word: Word) -> bool:
    return word.low.isdigit() and len(word.low) == len("0620")


def _is_gerund(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether it is "taking the road" ("by taking the road"); "Shining Path" is a name."""
    if not words[first].low.endswith("ing"):
        return False
    return first + 1 == last or words[first + 1].low in _DETERMINERS | STOPS_RIGHT | NO_OPENERS


def _head(named: Sequence[Word]) -> str:
    """The word that says what the phrase is: the last before "of", "from" or "in"."""
    for at, word in enumerate(named):
        if at and word.low in ("of", "from", "in"):
            return named[at - 1].low
    return named[-1].low
