"""What a quotation gives as somebody's words: the words between its marks, without what its editor put in.

An editor may capitalise, repunctuate, insert words in square brackets and leave words out behind an ellipsis; a
quotation may be broken by "she said". None of that changes the words. So a quotation becomes a row of words, each with
the break before it, and two words are the same when only spelling style parts them (don't and do not, per cent and
percent, twelve and 12, organise and organize, two-thirds and two thirds).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal, NamedTuple

from headwater.records import Span
from headwater.words import Word, words

Break = Literal["none", "ellipsis", "bracket", "speech"]
_BRACKET = re.compile(r"\[[^\[\]\n]{0,200}\]")
_LETTER_IN_BRACKETS = re.compile(r"\[(\w)\](?=\w)")
_ELLIPSIS = re.compile(r"…|\.[ \u00a0]?\.[ \u00a0]?\.|\*[ ]?\*[ ]?\*|[–—]\s?\[?\.\.\.")
_FILLERS = frozenset({"um", "uh", "er", "erm", "ah", "uhm", "hmm"})
_UNITS = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_NUMBERS = {name: str(value) for value, name in enumerate(_UNITS.split())} | {
    name: str(10 * value) for value, name in enumerate(_TENS.split(" "), 3)
}
_ENDINGS = (("n't", "not"), ("'re", "are"), ("'ve", "have"), ("'ll", "will"), ("'m", "am"))
_CLIPPED = frozenset({"he", "she", "it", "that", "there", "what", "who", "where", "here", "i", "you", "we", "they"})
_SHORT = {
    short: line.split()[-1]
    for line in (
        "gov governor", "sen senator", "rep representative", "gen general", "dr doctor", "okay ok", "jan january",
        "feb february", "aug august", "sept september", "oct october", "nov november", "dec december",
    )
    for short in line.split()[:-1]
}  # fmt: skip
_ORDINAL = re.compile(r"\A\d{1,2}(?:st|nd|rd|th)\Z")
_IRREGULAR = {
    "can't": ("can", "not"),
    "cannot": ("can", "not"),
    "won't": ("will", "not"),
    "percent": ("per", "cent"),
}


class Said(NamedTuple):  # made by the million, as ``Word``
    """A word as it counts: its form, where it stands, and the break before it."""

    form: str
    start: int
    end: int
    before: Break = "none"


@dataclass(frozen=True, slots=True)
class Quotation:
    """The words of one attribution's quotation; ``ends_open`` where an ellipsis or a bracket closes it."""

    words: tuple[Said, ...]
    spans: tuple[Span, ...]
    ends_open: bool


def read_quotation(text: str, spans: Sequence[Span]) -> Quotation:
    """Return the quotation that stands in ``spans`` (inside its marks), as one row of words.

    >>> [w.form for w in read_quotation("“[T]he dam … can't [sic] hold twelve”", [Span(1, 36)]).words]
    ['the', 'dam', 'can', 'not', 'hold', '12']
    """
    found: list[Said] = []
    ends_open = False
    for number, span in enumerate(spans):
        own, ends_open = _read_piece(text, span)
        if number and own:
            own[0] = Said(own[0].form, own[0].start, own[0].end, "speech")
        found += own
    return Quotation(tuple(found), tuple(spans), ends_open)


def longest_piece(quotation: Quotation) -> int:
    """Return the number of words in the longest stretch that stands in marks of its own."""
    starts: dict[int, set[int]] = {}
    for word in quotation.words:
        at = next((n for n, span in enumerate(quotation.spans) if span.start <= word.start < span.end), -1)
        starts.setdefault(at, set()).add(word.start)
    return max((len(found) for found in starts.values()), default=0)


def _read_piece(text: str, span: Span) -> tuple[list[Said], bool]:
    brackets = [Span(m.start(), m.end()) for m in _BRACKET.finditer(text, span.start, span.end)]
    letters = {m.start(): m[1] for m in _LETTER_IN_BRACKETS.finditer(text, span.start, span.end)}
    inserted = [b for b in brackets if b.start not in letters]
    breaks: list[tuple[int, Break]] = [(b.start, "bracket") for b in inserted]
    breaks += [(m.start(), "ellipsis") for m in _ELLIPSIS.finditer(text, span.start, span.end)]
    breaks.sort()
    found: list[Said] = []
    at = 0
    pending: Break = "none"
    split: tuple[int, str] | None = None  # the letter of "[T]he", waiting for its rest
    for word in words(text, span.start, span.end):
        while at < len(breaks) and breaks[at][0] <= word.start:
            pending = breaks[at][1] if pending != "ellipsis" else pending
            at += 1
        if any(b.start <= word.start < b.end for b in inserted):
            continue
        if word.start - 1 in letters and word.end - word.start == 1:
            split = (word.start - 1, word.folded)
            continue
        if split:
            word = Word(split[0], word.end, split[1] + word.folded)
            split = None
        for form in forms(word.folded):
            found.append(Said(form, word.start, word.end, pending))
            pending = "none"
    return found, at < len(breaks) or pending != "none"


@lru_cache(maxsize=1 << 16)
def forms(folded: str) -> tuple[str, ...]:
    """Return the words that a folded word stands for, in the spelling that is compared.

    >>> forms("don't"), forms("two-thirds"), forms("colour"), forms("u.s"), forms("he'd"), forms("gov")
    (('do', 'not'), ('2', 'thirds'), ('color',), ('us',), ('he', "'d"), ('governor',))
    """
    if folded in _FILLERS:
        return ()
    if folded in _IRREGULAR:
        return _IRREGULAR[folded]
    for ending, whole in _ENDINGS:
        if folded.endswith(ending) and len(folded) > len(ending):
            return (*forms(folded[: -len(ending)]), whole)
    base, mark, clipped = folded.partition("'")
    if base in _CLIPPED and clipped in ("s", "d"):
        return (*forms(base), mark + clipped)
    return tuple(_spell(part) for part in folded.split("-") if part)


def _spell(word: str) -> str:
    plain = word.replace("'", "").replace(".", "") if not word[0].isdigit() else word.replace(",", "")
    plain = _NUMBERS.get(plain, _SHORT.get(plain, plain[:-2] if _ORDINAL.match(plain) else plain))
    for ending, other in (("isation", "ization"), ("ising", "izing"), ("ised", "ized"), ("ise", "ize"), ("our", "or")):
        if plain.endswith(ending) and len(plain) > len(ending) + 2:
            return plain.removesuffix(ending) + other
    return plain


def read_words(text: str, start: int, end: int) -> list[Said]:
    """Return the words of a stretch of the other text; those in square brackets are marked, they may be left out."""
    brackets = [Span(m.start(), m.end()) for m in _BRACKET.finditer(text, start, end)]
    found = []
    for first, last, folded in words(text, start, end):
        before: Break = "bracket" if brackets and any(b.start <= first < b.end for b in brackets) else "none"
        found += [Said(form, first, last, before) for form in forms(folded)]
    return found
