"""Words of a text with their offsets, folded for comparison. Every stage that compares words uses these.

A word is a run of letters, digits and combining marks with inner apostrophes, hyphens, full stops and commas between
digits; a CJK character is a word by itself, since those scripts put no blanks between words.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

from headwater.records import Span

_CJK = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
REMEMBERED = 40  # letters of a word whose form is kept for the next time
WORD = re.compile(
    rf"[{_CJK}]|[^\W_{_CJK}][^\W_{_CJK}\u0300-\u036f]*(?:(?:['’\-.](?=[^\W\d_])|[.,](?=\d))[^\W_{_CJK}]+)*"
)


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
    return [Word(m.start(), m.end(), fold(m[0])) for m in WORD.finditer(text, start, stop)]
