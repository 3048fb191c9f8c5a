"""The words of running text that names are read from, with possessive endings and full stops told apart."""

import re
from functools import lru_cache
from typing import NamedTuple

from headwater.resolve.tables import SUFFIXES, TITLES
from headwater.words import REMEMBERED, fold

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|['’ʼ\-&](?=[^\W_])|\.(?=[^\W_])(?!(?<=[a-z]{2}\.)[A-Z][a-z])|/(?=[A-Z]))*\.?|&")
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
_STOPPED = TITLES | SUFFIXES | {"st", "ft", "mt", "inc", "co"}
_ARTICLED = re.compile(r"(?:a[dlnrstz]|ash|el|ul)-[A-Z]|d['’][A-ZÀ-Þ]")


class Token(NamedTuple):
    """A word of running text; ``possessive`` where an ’s was cut off, ``stop`` where a full stop belongs to it."""

    start: int
    end: int
    text: str
    folded: str
    possessive: bool
    stop: bool

    @property
    def is_capital(self) -> bool:
        """The word begins with a capital letter, or with one behind an article ("al-Barqani", "d'Aubin")."""
        return self.text[0].isupper() or _ARTICLED.match(self.text) is not None


def tokens(text: str, start: int, end: int) -> list[Token]:
    """Return the words of ``text[start:end]`` with possessive endings and full stops told apart."""
    found = []
    for match in _TOKEN.finditer(text, start, end):
        word, at = match[0], match.start()
        form = _form_again(word) if len(word) <= REMEMBERED else _form(word)
        if form[0]:
            found.append(Token(at, at + len(form[0]), *form))
    return found


def _form(word: str) -> tuple[str, str, bool, bool]:
    """Return a word without its ending, folded, whether ’s was cut off and whether a full stop was."""
    stop = word[-1] == "."
    bare = word[:-1] if stop else word
    possessive = bare[-2:] in _POSSESSIVE
    if possessive:
        bare = bare[:-2]
    return bare, fold(bare), possessive, stop


_form_again = lru_cache(maxsize=1 << 16)(_form)  # most words of a text stand elsewhere too


def is_abbreviation(token: Token) -> bool:
    """Whether the full stop of a word belongs to it: an initial, a title, “U.S.”."""
    return len(token.text) == 1 or "." in token.text or token.folded in _STOPPED
