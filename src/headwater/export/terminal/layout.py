"""Lines for a terminal: wrapping by visible width, restrained styles, and no control character of a document.

Words of documents are hostile here too: an escape sequence in a title must not reach the terminal, nor a bidirectional
override. Both become U+FFFD.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

STYLES = {"bold": "1", "dim": "2", "italic": "3", "red": "31", "green": "32", "yellow": "33", "cyan": "36"}
_ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
_HOSTILE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
NARROWEST = 40  # columns; below it, lines run over rather than break in every word


def clean(text: str) -> str:
    """Return text with its blanks as single spaces and without control characters.

    >>> clean("a\\x1b[31mb\\n c")
    'a�[31mb c'
    """
    return _HOSTILE.sub("\ufffd", " ".join(text.split()))


def visible(text: str) -> int:
    """Return the number of columns that ``text`` takes."""
    plain = _ESCAPE.sub("", text)
    if plain.isascii():
        return len(plain)
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in plain)
    return len(plain) + wide - sum(unicodedata.combining(character) > 0 for character in plain)


@dataclass(frozen=True, slots=True)
class Paper:
    """Where lines are collected; ``width`` in columns."""

    width: int
    color: bool
    lines: list[str] = field(default_factory=list)

    def style(self, text: str, *names: str) -> str:
        """Return ``text`` in a style; as it is where there is no colour."""
        if not self.color or not text:
            return text
        return f"\x1b[{';'.join(STYLES[name] for name in names)}m{text}\x1b[0m"

    def words(self, text: str, *names: str) -> str:
        """Return ``text`` styled word by word, so that it may be wrapped."""
        return " ".join(self.style(word, *names) for word in text.split(" "))

    def heading(self, text: str) -> None:
        """Add a heading with a blank line before it."""
        self.blank()
        self.put(self.words(text, "bold"))

    def blank(self) -> None:
        """Add a blank line, never a second one."""
        if self.lines and self.lines[-1]:
            self.lines.append("")

    def put(self, text: str, first: str = "", rest: str | None = None) -> None:
        """Add a paragraph; ``first`` opens its first line, ``rest`` (by default as many blanks) the others."""
        after = " " * visible(first) if rest is None else rest
        room = max(NARROWEST, self.width) - visible(first)
        line: list[str] = []
        used, opening = 0, first
        for word in text.split(" "):
            size = visible(word)
            if line and used + 1 + size > room:
                self.lines.append(opening + " ".join(line))
                line, used, opening = [], 0, after
            for part in _break(word, room):
                if line and part is not word and used + 1 + visible(part) > room:
                    self.lines.append(opening + " ".join(line))
                    line, used, opening = [], 0, after
                used += visible(part) + (1 if line else 0)
                line.append(part)
        self.lines.append((opening + " ".join(line)).rstrip())

    def text(self) -> str:
        """Return all lines."""
        return "\n".join(self.lines)


def _break(word: str, room: int) -> Iterable[str]:
    """Return a word, in parts where it is wider than a line and carries no style."""
    if visible(word) <= room or "\x1b" in word:
        return [word]
    size = max(1, room // 2)  # wide characters take two columns
    return [word[start : start + size] for start in range(0, len(word), size)]
