"""Texts as names are looked for in them: case, accents, look-alikes, invisible characters and line breaks folded away.

Every folded character knows the stretch of the text that it stands for, so that what is found can be replaced there.
"""

import re
import unicodedata
from dataclasses import dataclass

# letters of other scripts that look like Latin ones (after case folding); from the shapes of common typefaces
_LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁԛԝвкмнтгпαβειοκνρτυχыƅℓⅰ",
    "aeopcyxijshdqwbkmhtrnabeiokvptuxybli",
)
_MARKS = str.maketrans("’‘ʼ`´＇‐‑‒–—−﹘", "''''''-------")
_INVISIBLE = {"\u00ad", "\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u180e", "\u034f", "\u061c"}
_LETTERS = {"ø": "o", "đ": "d", "ł": "l", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ð": "d", "þ": "th", "ħ": "h"}
_BROKEN = re.compile(r"(?<=[^\W\d_])-[ \t]*\r?\n[ \t]*(?=[^\W\d_])")
_CODES = re.compile(r"(?:%[0-9a-fA-F]{2})+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text; character ``i`` stands for ``text[starts[i]:ends[i]]`` of the text that it was made from."""

    text: str
    starts: list[int]
    ends: list[int]


def fold_name(name: str) -> str:
    """Return a name as it looks in a folded text, blanks as one.

    >>> fold_name("Zoë  O’Brién")
    "zoe o'brien"
    """
    return " ".join(fold_text(name).text.split())


def fold_text(text: str) -> Folded:
    """Return the text folded character by character."""
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for at, char in enumerate(text):
        for one in _fold(char):
            folded.append(one)
            starts.append(at)
            ends.append(at + 1)
    return Folded("".join(folded), starts, ends)


def views(text: str) -> list[Folded]:
    """Return the text folded, and where it makes a difference also without the hyphens of broken lines, and with
    the codes of web addresses (%20) read."""
    plain = fold_text(text)
    found = [plain]
    if _BROKEN.search(plain.text):
        found.append(_without(plain, [match.span() for match in _BROKEN.finditer(plain.text)]))
    if "%" in text:
        found.append(_decoded(text))
    return found


def _fold(char: str) -> str:
    if char.isascii():
        return char.lower() if char != "`" else "'"
    if char in _INVISIBLE or unicodedata.category(char) in ("Mn", "Me"):
        return ""
    plain = unicodedata.normalize("NFKD", char).casefold()
    plain = "".join(_LETTERS.get(c, c) for c in plain if not unicodedata.combining(c))
    return plain.translate(_LOOK_ALIKES).translate(_MARKS)


def _without(view: Folded, spans: list[tuple[int, int]]) -> Folded:
    gone = {i for start, end in spans for i in range(start, end)}
    kept = [i for i in range(len(view.text)) if i not in gone]
    return Folded("".join(view.text[i] for i in kept), [view.starts[i] for i in kept], [view.ends[i] for i in kept])


def _decoded(text: str) -> Folded:
    folded: list[str] = []
    starts: list[int] = []
    ends: list[int] = []

    def add(piece: str, start: int, end: int | None = None) -> None:
        """Add folded characters for a piece of the text, each for its own place, or all for the whole piece."""
        for at, char in enumerate(piece, start=start):
            for one in _fold(char):
                folded.append(one)
                starts.append(at if end is None else start)
                ends.append(at + 1 if end is None else end)

    at = 0
    for match in _CODES.finditer(text):
        add(text[at : match.start()], at)
        read = bytes.fromhex(match[0].replace("%", "")).decode("utf-8", "replace")
        add(read, match.start(), match.end())
        at = match.end()
    add(text[at:], at)
    return Folded("".join(folded), starts, ends)
