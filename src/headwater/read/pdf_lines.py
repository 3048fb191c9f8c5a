"""The lines of a PDF's page, one column after the other.

PDFium gives the text layer in the order in which the file draws it. Where that is line by line across columns (a scan
whose text was recognised, a page out of a layout program), each line holds a piece of two sentences: lines with a gap
too wide for a blank, at the same place in most of them, are parted there, and the left part of each stretch comes
before the right one. A raised number (a note's) ends a line of the layer: what stands beside it in its row is joined
again, and its digits are written as raised ones, since "11" with note 2 is not 112. Limits: a table with long texts in
its cells is read by columns too.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from statistics import median
from typing import Any

from headwater.read.spelt_out import raised

DIVIDED = 2  # PDFium's mark for a hyphen at a line's end, after which it gives no line break
COLUMN_LINES = 5  # fewer with a gap are no columns
COLUMN_LETTERS = 20  # on either side of a gap; a table's cell is shorter
GUTTER = 0.9  # times the type size: a blank of a justified line takes some 0.3, in the worst 0.8
SAME_GUTTER = 15.0  # points between the gaps of one page
SMALL = 0.85  # of the type size beside it; a raised number is smaller
BESIDE = 1.0  # times the type size: the widest blank between parts of one row
BLANK = 0.15  # times the type size; parts with less between them are one word
NOTE_DIGITS = 3  # of the number of a note, or of a power
SAMPLES = 8  # characters of a line whose type size and place are looked at
BLANKS = (32, 160, 9)
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_BLANK = re.compile(r"(?<=\S) (?=\S)")
_NUMBER = re.compile(r"\d++")
_NO_NUMBER = re.compile(r"[^\W\d]")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a run of characters stands: page (from 1) and its edges in points from the page's lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a line that follow one another in the page's text layer: the first of them, and where it stands."""

    first: int
    at: int
    length: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page: its runs in the page's text layer, its words, its box, its type size and its base line."""

    page: int
    runs: tuple[Run, ...]
    text: str
    box: Box
    size: float
    base: float

    @property
    def first(self) -> int:
        """Return the first character of the line in the page's text layer."""
        return self.runs[0].first


@dataclass(frozen=True, slots=True)
class _Gap:
    """A gap in a line: the first character behind it, and where it stands, in points."""

    after: int
    place: float


def character_box(layer: Any, index: int) -> tuple[float, float, float, float]:
    """Return the edges of a character; all zero, as of one that is not drawn, where the file gives it none."""
    import pypdfium2 as pdfium

    try:
        edges: tuple[float, float, float, float] = layer.get_charbox(index)
    except pdfium.PdfiumError:
        return _NOWHERE
    return edges if all(map(math.isfinite, edges)) else _NOWHERE


def lines_of(layer: Any, page: int) -> list[Line]:
    """Return the lines of a page's text layer in the file's order, columns that it draws line by line parted."""
    lines = [_line(layer, page, first, words) for first, words in _runs(layer)]
    places = [gap.place for line in lines if (gap := _gap(layer, line, COLUMN_LETTERS)) is not None]
    middle = median(places) if places else 0.0
    if sum(abs(place - middle) <= SAME_GUTTER for place in places) >= COLUMN_LINES:
        lines = list(_parted(layer, lines, middle))
    return _rows(lines)


def _runs(layer: Any) -> Iterator[tuple[int, str]]:
    """Yield where lines begin in the layer, and their words, blanks at their ends left out. A line break ends one."""
    import pypdfium2.raw as raw

    count = max(0, layer.count_chars())
    codes = [raw.FPDFText_GetUnicode(layer, index) for index in range(count)]
    first = 0
    for index in range(count + 1):
        if index < count and codes[index] not in (10, 13, DIVIDED):
            continue
        divided = index < count and codes[index] == DIVIDED
        begin, end = first, index + divided
        first = index + 1
        while begin < end and codes[begin] in BLANKS:
            begin += 1
        while end > begin and codes[end - 1] in BLANKS:
            end -= 1
        if begin < end:
            yield begin, "".join(map(_character, codes[begin:end]))


def _line(layer: Any, page: int, first: int, words: str) -> Line:
    import pypdfium2.raw as raw

    end = first + len(words)
    edges = [character_box(layer, i) for i in (first, end - 1)]
    letters = [first + m.start() for m in _NO_NUMBER.finditer(words)] or list(range(first, end))
    sample = letters[:: max(1, len(letters) // SAMPLES)]
    middle = [character_box(layer, i) for i in sample]
    box = Box(
        page,
        min(edges[0][0], edges[1][0]),
        min(e[1] for e in middle),
        max(e[2] for e in edges),
        max(e[3] for e in middle),
    )
    size = median(_size(raw.FPDFText_GetFontSize(layer, i)) for i in sample)
    line = Line(page, (Run(first, 0, len(words)),), words, box, size, median(e[1] for e in middle))
    return replace(line, text=_NUMBER.sub(lambda number: _as_set(layer, line, number), words))


def _as_set(layer: Any, line: Line, number: re.Match[str]) -> str:
    """Return a number of a line with raised digits from where it is set smaller and higher than the line's letters."""
    import pypdfium2.raw as raw

    digits = number[0]
    for at in range(max(0, len(digits) - NOTE_DIGITS), len(digits)):
        index = line.first + number.start() + at
        small = _size(raw.FPDFText_GetFontSize(layer, index)) < SMALL * line.size
        if small and character_box(layer, index)[1] > line.base:
            return digits[:at] + raised(digits[at:])
    return digits


def _rows(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with those put together that stand beside each other in one row, at a blank's distance."""
    rows: list[Line] = []
    for line in lines:
        if rows and _is_beside(rows[-1], line):
            rows[-1] = _joined(rows[-1], line)
        else:
            rows.append(line)
    return rows


def _is_beside(before: Line, line: Line) -> bool:
    """Say whether a line goes on in the row of another: at its height, right of it, a raised number at either side."""
    a, b = before.box, line.box
    least = min(a.top - a.bottom, b.top - b.bottom)
    is_level = min(a.top, b.top) - max(a.bottom, b.bottom) > 0.3 * least > 0
    distance = b.left - a.right
    return is_level and -BLANK <= distance / max(before.size, line.size, 1.0) <= BESIDE


def _joined(before: Line, line: Line) -> Line:
    large = max(before, line, key=lambda part: part.size)
    left, right = (_raised(part, large) for part in (before, line))
    between = " " if line.box.left - before.box.right > BLANK * large.size else ""
    shift = len(left) + len(between)
    a, b = before.box, line.box
    return Line(
        before.page,
        (*before.runs, *(Run(run.first, run.at + shift, run.length) for run in line.runs)),
        left + between + right,
        Box(a.page, a.left, min(a.bottom, b.bottom), b.right, max(a.top, b.top)),
        large.size,
        large.base,
    )


def _raised(part: Line, large: Line) -> str:
    return raised(part.text) if part.size < SMALL * large.size and part.base > large.base else part.text


def _gap(layer: Any, line: Line, letters: int, place: float | None = None) -> _Gap | None:
    """Return the first gap in a line with so many letters on both sides of it, over a place where one is named."""
    for match in _BLANK.finditer(line.text, letters, max(letters, len(line.text) - letters)):
        after = line.first + match.end()
        left, right = character_box(layer, after - 2)[2], character_box(layer, after)[0]
        if right - left > GUTTER * max(line.size, 6.0) and (place is None or left <= place <= right):
            return _Gap(after, (left + right) / 2)
    return None


def _parted(layer: Any, lines: Sequence[Line], middle: float) -> Iterator[Line]:
    """Yield the lines with each stretch in columns as its left half, then its right; a line across both ends one."""

    def side(line: Line) -> str:
        return "left" if line.box.right <= middle else "right" if line.box.left >= middle else "across"

    halves: list[Line] = []
    for line in lines:
        gap = _gap(layer, line, 1, middle)
        if gap is None:
            halves.append(line)
        else:
            behind = gap.after - line.first
            halves.append(_line(layer, line.page, line.first, line.text[: behind - 1]))
            halves.append(_line(layer, line.page, gap.after, line.text[behind:]))
    for is_across, stretch in groupby(halves, key=lambda line: side(line) == "across"):
        found = list(stretch)
        yield from found if is_across else sorted(found, key=side)  # "left" before "right", else as they stood


def _size(points: float) -> float:
    return round(points, 1) if math.isfinite(points) else 0.0


def _character(code: int) -> str:
    """Return one code point for one character of the layer, so that the two stay in step."""
    if code == DIVIDED:
        return "-"
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF or code == 0:
        return "\ufffd"
    return chr(code)
