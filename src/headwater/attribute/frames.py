"""Frames: sentences with the quotations in them folded to one token, for one voice at a time.

The text outside quotation marks is one voice, the inside of each quotation another; rules read one frame of one voice
and never see across. A quotation that holds several sentences does not cut the sentence around it.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from headwater.marks import Quoted
from headwater.records import Span
from headwater.words import REMEMBERED

_TOKEN = re.compile(
    r"[^\W_](?:[\w&]|['’.-](?=\w))*(?:(?<=\b[A-Z])\.|(?<=Mr|Dr|Ms|St|Lt)\.|(?<=Mrs|Rep|Sen|Gov|Gen|Rev|Col|Sgt)\.)?|\S"
)
_ARTICLED = re.compile(r"(?:a[dlnrstz]|el|ul)[-’'][A-Z]")  # al-Barqani
LONGEST_PSEUDONYM = 30  # characters
_NAME = re.compile(r"[A-ZÀ-Þ][\w.’'-]*+(?: [A-ZÀ-Þ][\w.’'-]*+){0,2}")
_NOT_REAL = re.compile(
    r",? ?[(\[]?(?:not (?:her|his|their|the) real name|an? (?:pseudonym|alias)|name changed|name has been changed)\b"
)
LONGEST = 400  # tokens of a frame that rules read; longer ones are lists or have no full stops


class Token(NamedTuple):  # made by the million, and sooner than a record
    """A word, a punctuation mark or a whole quotation (``quoted``); ``low`` is the word in lower case."""

    start: int
    end: int
    low: str
    is_word: bool = False
    is_name: bool = False
    quoted: Quoted | None = None

    @property
    def is_quotation(self) -> bool:
        """Whether the token stands for a quotation."""
        return self.quoted is not None


@dataclass(frozen=True, slots=True)
class Frame:
    """One sentence of one voice. ``level`` is 0 outside marks; ``paragraph`` numbers the part of the text it is in."""

    tokens: tuple[Token, ...]
    start: int
    end: int
    level: int
    paragraph: int


def frames(text: str, part: Span, number: int, sentences: Sequence[Span], quoted: Sequence[Quoted]) -> list[Frame]:
    """Return the frames of one part of the text: its own voice first, then each quotation's, outermost first.

    ``sentences`` and ``quoted`` are those of the part, by position.
    """
    found = _voice(text, part, number, sentences, [q for q in quoted if q.level == 0], 0)
    for i, outer in enumerate(quoted):
        inside = []
        for q in islice(quoted, i + 1, None):
            if q.outer.start >= outer.outer.end:
                break
            if q.level == outer.level + 1:
                inside.append(q)
        found.extend(_voice(text, outer.inner, number, sentences, inside, outer.level + 1))
    return found


def _voice(
    text: str, region: Span, number: int, sentences: Sequence[Span], holes: Sequence[Quoted], level: int
) -> list[Frame]:
    found: list[Frame] = []
    at = max(0, bisect_left(sentences, region.start, key=lambda s: s.end) - 1)
    start: int | None = None
    for sentence in sentences[at:]:
        if sentence.start >= region.end:
            break
        left, right = max(sentence.start, region.start), min(sentence.end, region.end)
        if left >= right:
            continue
        start = left if start is None else start
        if _cuts_hole(holes, right) and right < region.end:
            continue
        found.append(_frame(text, start, right, number, holes, level))
        start = None
    if start is not None:
        found.append(_frame(text, start, region.end, number, holes, level))
    return found


def _cuts_hole(holes: Sequence[Quoted], at: int) -> bool:
    """Whether ``at`` lies inside a quotation."""
    i = bisect_left(holes, at, key=lambda q: q.outer.end)
    return i < len(holes) and holes[i].outer.start < at < holes[i].outer.end


def _frame(text: str, start: int, end: int, number: int, holes: Sequence[Quoted], level: int) -> Frame:
    tokens: list[Token] = []
    at = start
    i = bisect_left(holes, start, key=lambda q: q.outer.start)
    while len(tokens) < LONGEST:
        hole = holes[i] if i < len(holes) and holes[i].outer.start < end else None
        tokens.extend(_words(text, at, hole.outer.start if hole else end, end))
        if hole is None:
            break
        if is_pseudonym(text, hole):
            tokens.append(Token(hole.outer.start, hole.outer.end, hole.inner.of(text).lower(), True, True))
        else:
            tokens.append(Token(hole.outer.start, hole.outer.end, "“”", quoted=hole))
        at = hole.outer.end
        i += 1
    return Frame(tuple(tokens[:LONGEST]), start, end, level, number)


def is_pseudonym(text: str, quoted: Quoted) -> bool:
    """Whether the marks hold the name of somebody whose name is not told: “Amina” (not her real name)."""
    if quoted.inner.end - quoted.inner.start > LONGEST_PSEUDONYM or not _NAME.fullmatch(quoted.inner.of(text)):
        return False
    return _NOT_REAL.match(text, quoted.outer.end) is not None


def _words(text: str, start: int, end: int, frame_end: int) -> list[Token]:
    """Return the tokens of a stretch. A full stop that does not close the frame belongs to the word before it, an
    abbreviation: the sentence goes on after it."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        inside = word == "." and match.end() < frame_end - 1
        if inside and found and found[-1].is_word and found[-1].end == match.start():
            found[-1] = found[-1]._replace(end=match.end())
            continue
        form = _form_again(word) if len(word) <= REMEMBERED else _form(word)
        found.append(Token(match.start(), match.end(), *form))
        if len(found) >= LONGEST:
            break
    return found


def _form(word: str) -> tuple[str, bool, bool]:
    """Return a word in lower case, whether it is one, and whether it is a name's."""
    is_word = word[0].isalnum()
    return word.lower().replace("’", "'"), is_word, is_word and _is_capital(word)


_form_again = lru_cache(maxsize=1 << 16)(_form)  # most words of a text stand elsewhere too


def _is_capital(word: str) -> bool:
    return word[0].isupper() or (word[2:3] in "-’'" and _ARTICLED.match(word) is not None)
