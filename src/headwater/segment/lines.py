"""Blocks of a plain text: runs of lines that belong together.

A blank line always parts blocks. A single line break parts them too, unless the lines were wrapped at a fixed width:
then the first word of each line would not have fitted on the line before (the test of text/plain reformatters).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_FIRST_WORD = re.compile(r"\S{1,100}")
WIDEST_WRAP = 120  # characters; longer lines are paragraphs of their own
NARROWEST_WRAP = 45  # characters; shorter ones are verse, lists, tables
WRAPPED_SHARE = 0.8  # of the breaks in a block; the rest may be ragged
RAGGED = 10  # characters that a line may fall short of the width where the whole text is wrapped
_SENTENCE_END = frozenset('.!?:;…”"’»。！？؟')
QUOTE_PREFIX = re.compile(r"(?:>[ \t]?)+")


@dataclass(frozen=True, slots=True)
class Line:
    """A line with something on it, without the white space around it; ``indent`` is what stood before it."""

    start: int
    end: int
    indent: int
    after_blank: bool


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that make one structural part; ``lines`` is how many, ``indent`` the smallest indentation."""

    start: int
    end: int
    lines: int
    indent: int


def lines(text: str, start: int, end: int) -> Iterator[Line]:
    """Yield the lines of ``text[start:end]`` that are not blank."""
    previous_end = start
    for match in _LINE.finditer(text, start, end):
        raw = match[0]
        bare = raw.strip()
        if not bare:
            continue
        indent = len(raw) - len(raw.lstrip())
        first = match.start() + indent
        breaks = 0
        for _ in _BREAK.finditer(text, previous_end, first):
            breaks += 1
            if breaks > 1:
                break
        yield Line(first, first + len(bare), sum(4 if c == "\t" else 1 for c in raw[:indent]), breaks > 1)
        previous_end = match.end()


def blocks(text: str, start: int, end: int) -> Iterator[Block]:
    """Yield the blocks of ``text[start:end]`` in order."""
    runs: list[list[Line]] = []
    for line in lines(text, start, end):
        if not runs or line.after_blank:
            runs.append([])
        runs[-1].append(line)
    slack = RAGGED if _is_wrapped_throughout(text, runs) else 0
    for run in runs:
        yield from _part(text, run, slack)


def _part(text: str, run: list[Line], slack: int) -> Iterator[Block]:
    if len(run) > 1 and _is_wrapped(text, run, slack):
        yield Block(run[0].start, run[-1].end, len(run), min(line.indent for line in run[1:]))
        return
    for line in run:
        yield Block(line.start, line.end, 1, line.indent)


def _is_wrapped_throughout(text: str, runs: list[list[Line]]) -> bool:
    """Whether most lines of the text that another follows are full, so that a ragged one ends no paragraph."""
    longer = [run for run in runs if len(run) > 1]
    return len(longer) > 1 and _is_wrapped(text, [line for run in longer for line in run], RAGGED)


def _is_wrapped(text: str, run: list[Line], slack: int) -> bool:
    width = max(line.end - line.start + line.indent for line in run)
    if not NARROWEST_WRAP <= width <= WIDEST_WRAP:
        return False
    if all(text[line.end - 1] in _SENTENCE_END for line in run):  # each line is a paragraph of its own
        return False
    full = breaks = 0
    for line, following in pairwise(run):
        if following.after_blank:
            continue
        word = _FIRST_WORD.match(text, following.start, following.end)
        length = word.end() - word.start() if word else 0
        full += line.end - line.start + line.indent + 1 + length + slack > width
        breaks += 1
    return full >= WRAPPED_SHARE * breaks
