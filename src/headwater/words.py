"""Words of a text with their offsets, folded for comparison. Every stage that compares words uses these.

A word is a run of letters, digits and combining marks with inner apostrophes, hyphens, full stops and commas between
digits; a CJK character is a word by itself, since those scripts put no blanks between words.
"""

import re
import unicodedata
from bisect import bisect_left
from functools import lru_cache
from typing import NamedTuple

from headwater.records import Span

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
REMEMBERED = 40  # letters of a word whose form is kept for the next time
SHORT, LONG = 1_000, 100_000  # characters of a text whose words are kept for the next time
WORTHWHILE = 0.5  # of a text that is asked for, for which all its words are read and kept
TEXTS = 32  # whose words are kept: stages ask for parts of the same few texts again and again
WORD = re.compile(
    rf"[{_CJK}]|[^\W_{_CJK}][^\W_{_CJK}\u0300-\u036f]*(?:(?:['’\-.](?=[^\W\d_])|[.,](?=\d))[^\W_{_CJK}]+)*"
)


_KNOWN: dict[str, list["Word"]] = {}


class Word(NamedTuple):  # made by the million: a tuple is made in a third of a record's time
    """A word in place; ``folded`` is its form for comparison."""

    start: int
    end: int
    folded: str

    @property
    def span(self) -> Span:
        """Where the word stands."""
        return Span(self.start, self.end)


def fold(word: str) -> str:
    """Return ``word`` in lower case without accents, curly apostrophes straightened.

    >>> fold("Élysée’s")
    "elysee's"
    """
    return _fold_again(word) if len(word) <= REMEMBERED else _fold(word)


def _fold(word: str) -> str:
    plain = word.casefold().replace("’", "'")
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


_fold_again = lru_cache(maxsize=1 << 16)(_fold)  # a text is read by many stages, and most of its words stand elsewhere


def words(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """Return the words of ``text[start:end]``, offsets into ``text``.

    >>> [w.folded for w in words("The U.N. said 2,000 didn’t re-enter.")]
    ['the', 'u.n', 'said', '2,000', "didn't", 're-enter']
    """
    stop = len(text) if end is None else end
    known = _KNOWN.get(text) if SHORT <= len(text) <= LONG else []
    if known is None and stop - start > WORTHWHILE * len(text):
        known = _words(text, 0, len(text))
        if len(_KNOWN) >= TEXTS:
            _KNOWN.clear()
        _KNOWN[text] = known
    if not known:
        return _words(text, start, stop)
    first = bisect_left(known, (start,))
    last = bisect_left(known, (stop,), first)
    if (first and known[first - 1].end > start) or (last > first and known[last - 1].end > stop):
        return _words(text, start, stop)  # an end lies inside a word
    return known[first:last]


def _words(text: str, start: int, stop: int) -> list[Word]:
    made, again = tuple.__new__, _fold_again  # a quarter faster than Word(...) and fold
    return [
        made(Word, (*m.span(), again(m[0]) if m.end() - m.start() <= REMEMBERED else _fold(m[0])))
        for m in WORD.finditer(text, start, stop)
    ]
