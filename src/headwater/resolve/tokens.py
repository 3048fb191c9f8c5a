"""The words of running text that names are read from, with possessive endings and full stops told apart."""

import re
from typing import NamedTuple

from headwater.resolve.tables import SUFFIXES, TITLES
from headwater.words import fold

_TOKEN = re.compile(r"[^\W_](?:[^\W_]|['’ʼ\-&.](?=[^\W_])|/(?=[A-Z]))*\.?|&")
_POSSESSIVE = ("'s", "’s", "'S", "’S")
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
        word = match[0]
        stop = word.endswith(".")
        bare = word[:-1] if stop else word
        possessive = bare.endswith(_POSSESSIVE)
        if possessive:
            bare = bare[:-2]
        if bare:
            finish = match.start() + len(bare)
            found.append(Token(match.start(), finish, bare, fold(bare), possessive, stop))
    return found


def is_abbreviation(token: Token) -> bool:
    """Whether the full stop of a word belongs to it: an initial, a title, “U.S.”."""
    return (
        len(token.text) == 1 or "." in token.text or token.folded in TITLES | SUFFIXES | {"st", "ft", "mt", "inc", "co"}
    )
