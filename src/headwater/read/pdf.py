"""PDF: the text layer as PDFium reads it, put back into paragraphs by the place of its lines on the page.

Lines become paragraphs by the gaps between them, their indents and their type size; a word divided at a line's end is
put together again; running heads, feet and page numbers are left out, see ``pdf_edges``.
``locate`` gives the boxes on the page for a span, exactly, by reading the same bytes again. Scanned pages have no text
layer: they are named as lost, never guessed. Limits: tables are lines.
"""

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

from headwater.errors import ReadError
from headwater.read.blocks import BETWEEN
from headwater.read.extract import Extract
from headwater.read.pdf_columns import Column, Columns, columns_of
from headwater.read.pdf_edges import Page, without_edges
from headwater.read.pdf_lines import Box, Line, character_box, lines_of
from headwater.records import Segment, SegmentKind

PAGES = 20_000
CHARACTERS = 20_000_000
WIDE_GAP = 1.45  # times the usual distance between lines: a new paragraph
LARGE = 1.15  # times the usual type size: a heading
INDENT = 8.0  # points
SHORT_LINE = 0.5  # of the usual width; lines as short as this on end are items, not running text
QUOTED_INDENT = 14.0  # points on the left; block quotations are set in
SUSPICIOUS = 0.03  # share of characters that no writing uses; above it the text layer cannot be trusted
SIGNS = 0.15  # share of signs; above it letters stand for others (a wrong ToUnicode table). Price lists have some 5 %
_NO_WRITING = frozenset(("Cc", "Cn", "Co", "Cs"))  # categories of Unicode: controls, unassigned, private, half pairs
_SIGNS = frozenset(("Sc", "Sk", "So"))
_ENDS = re.compile(r"[.!?:;…”\"’»)\]]$")
_HYPHEN = re.compile(r"\w[-\u2010\u00ad]$")
_STARTS_LOWER = re.compile(r"[a-zà-ÿа-яё]")
_ITEM = re.compile(r"[•◦▪‣·●○■–—*-]\s|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}\s?\w")
_FIGURES = re.compile(r"(?:\A|\s)[\d.,%–-]{1,15}\s[\d.,%–-]{1,15}\Z")
_DATE = re.compile(r"D:(\d{4})(\d{2})(\d{2})")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A run of the document's text that stands on the page as it is: ``first`` is a character of the page's layer."""

    start: int
    end: int
    page: int
    first: int


@dataclass(frozen=True, slots=True)
class _Layout:
    text: str
    structure: tuple[Segment, ...]
    pieces: tuple[_Piece, ...]
    lost: tuple[str, ...]
    url: str | None


def read_pdf(data: bytes) -> Extract:
    """Return the text of a PDF's text layer.

    Raises ReadError where it cannot be opened, needs a password or has no text layer at all; pages without one, and a
    text layer that looks wrong, are named in ``lost``.
    """
    pdf = _opened(data)
    try:
        layout = _layout(pdf)
        metadata, declared_by = _metadata(pdf)
    finally:
        pdf.close()
    if layout.url is not None:
        metadata["url"], declared_by["url"] = layout.url, "foot of the printed page"
    return Extract(layout.text, layout.structure, metadata, declared_by, layout.lost)


def locate(data: bytes, start: int, end: int) -> tuple[Box, ...]:
    """Return where ``[start, end)`` of the text that ``read_pdf`` gives for these bytes stands, a box a line.

    Characters that are not on the page (the blanks put between lines) have no box. Raises ReadError as read_pdf does.
    """
    pdf = _opened(data)
    try:
        pieces = [p for p in _layout(pdf).pieces if p.start < end and start < p.end]
        return tuple(_boxes(pdf, pieces, start, end))
    finally:
        pdf.close()


def _boxes(pdf: Any, pieces: Sequence[_Piece], start: int, end: int) -> Iterator[Box]:
    for piece in pieces:
        first = piece.first + max(start, piece.start) - piece.start
        count = min(end, piece.end) - max(start, piece.start)
        layer = pdf[piece.page - 1].get_textpage()
        edges = [character_box(layer, index) for index in range(first, first + count)]
        drawn = [e for e in edges if e[2] > e[0]]
        if drawn:
            yield Box(
                piece.page,
                min(e[0] for e in drawn),
                min(e[1] for e in drawn),
                max(e[2] for e in drawn),
                max(e[3] for e in drawn),
            )


def _opened(data: bytes) -> Any:
    import pypdfium2 as pdfium

    try:
        pdf = pdfium.PdfDocument(data)
        pages = len(pdf)
    except pdfium.PdfiumError as error:
        reason = str(error)
        if "password" in reason.lower():
            raise ReadError("the PDF needs a password; save it without one") from error
        if "security" in reason.lower():
            raise ReadError("the PDF is locked in a way that is not known; save it without protection") from error
        raise ReadError(f"damaged PDF ({reason.rstrip('.')})") from error
    if pages > PAGES:
        raise ReadError(f"a PDF of {pages:,} pages; split it (more than {PAGES:,} are not read)")
    return pdf


def _layout(pdf: Any) -> _Layout:
    import pypdfium2 as pdfium

    lines: list[Line] = []
    edges: dict[int, Page] = {}
    empty: list[int] = []
    damaged: list[int] = []
    characters = 0
    for number in range(1, len(pdf) + 1):
        try:
            page = pdf[number - 1]
            layer = page.get_textpage()
            _, bottom, _, top = page.get_bbox()
        except pdfium.PdfiumError:
            damaged.append(number)
            continue
        edges[number] = Page(bottom, top)
        characters += layer.count_chars()
        if characters > CHARACTERS:
            raise ReadError(f"a PDF of more than {CHARACTERS:,} characters; split it")
        found = lines_of(layer, number)
        lines += found
        if not found:
            empty.append(number)
        layer.close()
        page.close()
    if not lines and damaged:
        pages = f"page{'s' if len(damaged) > 1 else ''} {_ranges(damaged)}"
        raise ReadError(f"damaged PDF ({pages} cannot be read, and no other has text)")
    if not lines:
        raise ReadError(f"no text layer on any of {len(pdf)} pages (a scan?); make one by OCR first (ocrmypdf)")
    inner = without_edges(lines, edges)
    text, structure, pieces = _laid_out(inner.lines or lines)
    lost = []
    if damaged:
        lost.append(f"damaged page{'s' if len(damaged) > 1 else ''} {_ranges(damaged)}")
    if empty:
        lost.append(f"no text layer on page{'s' if len(empty) > 1 else ''} {_ranges(empty)}")
    if (share := _strange(text)) > SUSPICIOUS:
        lost.append(f"suspicious text layer: {share:.0%} of its characters belong to no writing")
    elif (share := _signs(text)) > SIGNS:
        lost.append(f"suspicious text layer: {share:.0%} of its characters are signs (©, ¤, ¦ …), not letters")
    return _Layout(text, structure, pieces, tuple(lost), inner.url)


def _laid_out(lines: Sequence[Line]) -> tuple[str, tuple[Segment, ...], tuple[_Piece, ...]]:
    size = _usual(lines)
    pitch = _pitch(lines)
    columns = columns_of(lines)
    paragraphs: list[list[Line]] = []
    for line in lines:
        if paragraphs and not _begins_paragraph(paragraphs[-1], line, pitch, columns.of(line)):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    text: list[str] = []
    at = 0
    segments: list[Segment] = []
    pieces: list[_Piece] = []
    for paragraph in paragraphs:
        if at:
            text.append(BETWEEN)
            at += len(BETWEEN)
        start = at
        for number, line in enumerate(paragraph):
            words = line.text
            following = paragraph[number + 1] if number + 1 < len(paragraph) else None
            between = " " if following else ""
            if following and _HYPHEN.search(words):
                between = ""
                if _STARTS_LOWER.match(following.text):
                    words = words[:-1]
            for run in line.runs:
                length = min(run.length, len(words) - run.at)  # less by the hyphen of a divided word
                pieces.append(_Piece(at + run.at, at + run.at + length, line.page, run.first))
            text += [words, between]
            at += len(words) + len(between)
        segments.append(Segment(_kind(paragraph, size, columns), start, at))
    return "".join(text), tuple(segments), tuple(pieces)


def _begins_paragraph(before: Sequence[Line], line: Line, pitch: float, column: Column) -> bool:
    last = before[-1]
    if abs(last.size - line.size) > 0.08 * max(last.size, line.size, 1.0) or _ITEM.match(line.text):
        return True
    if _FIGURES.search(last.text[-40:]) and _FIGURES.search(line.text[-40:]):
        return True  # rows of a table
    ended = bool(_ENDS.search(last.text))
    goes_on = not ended and bool(_STARTS_LOWER.match(line.text))
    if last.page != line.page or line.box.bottom > last.box.top:  # a new page or column
        return ended and not _STARTS_LOWER.match(line.text)
    if last.box.bottom - line.box.bottom > WIDE_GAP * pitch:
        return True
    left = min(s.box.left for s in before[-3:])
    right = max(line.box.right, *(s.box.right for s in before))
    if last.box.right + _first_word(line) < right and (ended or (len(before) > 1 and not goes_on)):
        return True  # the word would have fitted: the line was ended on purpose
    if max(last.box.right - last.box.left, line.box.right - line.box.left) < SHORT_LINE * (column.right - column.left):
        return not _STARTS_LOWER.match(line.text)
    return ended and (line.box.left > left + INDENT or (len(before) > 1 and line.box.left < last.box.left - INDENT))


def _first_word(line: Line) -> float:
    """Return the width that the first word of a line takes with the blank before it, in points, by its letters."""
    return (len(line.text.split(maxsplit=1)[0]) + 1) * (line.box.right - line.box.left) / len(line.text)


def _kind(paragraph: Sequence[Line], size: float, columns: Columns) -> SegmentKind:
    length = sum(len(s.text) for s in paragraph)
    if paragraph[0].size >= LARGE * size and length < 300:
        return "heading"
    if len(paragraph) >= 2 and all(columns.is_set_in(s, QUOTED_INDENT) for s in paragraph):
        return "block_quotation"
    return "paragraph"


def _usual(lines: Sequence[Line]) -> float:
    weight: Counter[float] = Counter()
    for line in lines:
        weight[line.size] += len(line.text)
    return min(weight, key=lambda s: (-weight[s], s))


def _pitch(lines: Sequence[Line]) -> float:
    """Return the usual distance between two lines of a paragraph, in points."""
    gaps = [
        a.box.bottom - b.box.bottom
        for a, b in itertools.pairwise(lines)
        if a.page == b.page and 0 < a.box.bottom - b.box.bottom < 5 * max(a.size, 6.0)
    ]
    return median(gaps) if gaps else 12.0


def _strange(text: str) -> float:
    marks = sum(c == "\ufffd" or unicodedata.category(c) in _NO_WRITING for c in text if c not in "\n\t")
    return marks / max(1, len(text))


def _signs(text: str) -> float:
    return sum(unicodedata.category(c) in _SIGNS for c in text) / max(1, len(text))


def _ranges(numbers: Sequence[int]) -> str:
    """Return page numbers in the shortest form: 3, 5–9."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)


def _metadata(pdf: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Return title, author and the date of the last change; a PDF does not say when its text was published."""
    said = pdf.get_metadata_dict()
    metadata: dict[str, str] = {}
    declared_by: dict[str, str] = {}
    for name, field in (("Title", "title"), ("Author", "author")):
        if value := " ".join((said.get(name) or "").split()):
            metadata[field], declared_by[field] = value, f"PDF {name}"
    if changed := _DATE.match(said.get("ModDate") or ""):
        metadata["modified"], declared_by["modified"] = "-".join(changed.groups()), "PDF ModDate"
    return metadata, declared_by
