"""The lines of a PDF's page, one column after the other.

PDFium gives the text layer in the order in which the file draws it. Where that is line by line across columns (a scan
whose text was recognised, a page out of a layout program), each line holds a piece of two sentences: lines with a gap
too wide for a blank, at the same place in most of them, are parted there, and the left part of each stretch comes
before the right one. Limits: a table with long texts in its cells is read by columns too.
"""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from statistics import median
from typing import Any

DIVIDED = 2  # PDFium's mark for a hyphen at a line's end, after which it gives no line break
COLUMN_LINES = 5  # fewer with a gap are no columns
COLUMN_LETTERS = 20  # on either side of a gap; a table's cell is shorter
GUTTER = 0.9  # times the type size: a blank of a justified line takes some 0.3, in the worst 0.8
SAME_GUTTER = 15.0  # points between the gaps of one page
BLANKS = (32, 160, 9)
_NOWHERE = (0.0, 0.0, 0.0, 0.0)
_BLANK = re.compile(r"(?<=\S) (?=\S)")


@dataclass(frozen=True, slots=True)
class Box:
    """Where a run of characters stands: page (from 1) and its edges in points from the page's lower left corner."""

    page: int
    left: float
    bottom: float
    right: float
    top: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line on a page: its characters' range in the page's text layer, its words, its box and its type size."""

    page: int
    first: int
    text: str
    box: Box
    size: float


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
    if len(places) < COLUMN_LINES:
        return lines
    middle = median(places)
    if sum(abs(place - middle) <= SAME_GUTTER for place in places) < COLUMN_LINES:
        return lines
    return list(_parted(layer, lines, middle))


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
    middle = [character_box(layer, i) for i in range(first, end, max(1, len(words) // 8))]
    box = Box(
        page,
        min(edges[0][0], edges[1][0]),
        min(e[1] for e in middle),
        max(e[2] for e in edges),
        max(e[3] for e in middle),
    )
    return Line(page, first, words, box, _size(raw.FPDFText_GetFontSize(layer, first)))


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
