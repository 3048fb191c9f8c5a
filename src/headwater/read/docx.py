"""Word's DOCX (ECMA-376): the running text with its headings, quotations, captions, lists, tables and notes.

Deleted text of tracked changes is left out, inserted text kept: the document as it reads when changes are accepted.
Page headers and footers and drawings are left out; comments in the margin are counted as lost. Notes follow the text,
each under its number.
"""

import re
from collections.abc import Iterator
from typing import Any

from headwater.errors import ReadError
from headwater.read.blocks import Block, laid_out
from headwater.read.extract import Extract
from headwater.read.package import Package, properties, titled
from headwater.read.spelt_out import raised
from headwater.records import SegmentKind

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LEFT_OUT = {f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr", "sectPr")} | {
    _FALLBACK
}
_PROPERTIES = {"title": "title", "creator": "author", "modified": "modified"}
_CHARACTERS = {f"{_W}tab": "\t", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "\u2011"}
_STYLES: tuple[tuple[re.Pattern[str], SegmentKind], ...] = (
    (re.compile(r"heading|^title$|^subtitle$|überschrift|titre|título|заголовок", re.IGNORECASE), "heading"),
    (re.compile(r"quot|zitat|citation|^cita|цитат", re.IGNORECASE), "block_quotation"),
    (re.compile(r"caption|beschriftung|légende", re.IGNORECASE), "caption"),
    (re.compile(r"list", re.IGNORECASE), "list"),
)


def read_docx(data: bytes) -> Extract:
    """Return the text of a DOCX file. Raises ReadError."""
    package = Package(data)
    body = package.xml("word/document.xml").find(f"{_W}body")
    if body is None:
        raise ReadError("the Word file has no body")
    styles = _style_names(package)
    blocks = list(_blocks(body, styles))
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in package.names:
            blocks += _notes(package.xml(part))
    text, structure = laid_out(blocks)
    if not text:
        raise ReadError("the Word file holds no text")
    said = titled(properties(package, "docProps/core.xml", _PROPERTIES), blocks)
    return Extract(text, structure, said.metadata, said.declared_by, _remarks(package))


def _remarks(package: Package) -> tuple[str, ...]:
    """Return in words how many comments stand in the margin; they are of those who read the text, not its own."""
    if "word/comments.xml" not in package.names:
        return ()
    number = sum(1 for comment in package.xml("word/comments.xml").iter(f"{_W}comment") if _text(comment))
    many = "s in the margin are" if number > 1 else " in the margin is"
    return (f"{number} comment{many} not read",) if number else ()


def _style_names(package: Package) -> dict[str, str]:
    if "word/styles.xml" not in package.names:
        return {}
    names = {}
    for style in package.xml("word/styles.xml").iter(f"{_W}style"):
        name = style.find(f"{_W}name")
        names[style.get(f"{_W}styleId", "")] = name.get(f"{_W}val", "") if name is not None else ""
    return names


def _blocks(parent: Any, styles: dict[str, str]) -> Iterator[Block]:
    """Yield the blocks below ``parent`` in order; paragraphs of one kind in a row (a list) are one block."""
    for element in parent:
        if element.tag == f"{_W}p":
            yield Block(_kind(element, styles), _text(element))
        elif element.tag == f"{_W}tbl":
            yield Block("table", "\n".join(_rows(element)))
        elif element.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins", f"{_W}customXml", f"{_W}moveTo"):
            yield from _blocks(element, styles)


def _kind(paragraph: Any, styles: dict[str, str]) -> SegmentKind:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return "paragraph"
    style = properties.find(f"{_W}pStyle")
    if style is not None:
        identifier = style.get(f"{_W}val", "")
        name = styles.get(identifier) or identifier
        for pattern, kind in _STYLES:
            if pattern.search(name):
                return kind
    return "list" if properties.find(f"{_W}numPr") is not None else "paragraph"


def _text(element: Any) -> str:
    """Return the text of a paragraph; iterative, since nesting is the file's choice."""
    parts: list[str] = []
    waiting = [element]
    while waiting:
        here = waiting.pop()
        if here.tag in _LEFT_OUT:
            continue
        if here.tag == f"{_W}t":
            parts.append(here.text or "")
        elif here.tag == f"{_W}r" and _is_raised(here):
            parts.append(raised(_text_of_run(here)))
        elif here.tag in _CHARACTERS:
            parts.append(_CHARACTERS[here.tag])
        elif here.tag == f"{_W}p" and here is not element:
            parts.append("\n")  # a text box inside the paragraph
            waiting.extend(reversed(here))
        else:
            waiting.extend(reversed(here))
    return "".join(parts).strip()


def _is_raised(run: Any) -> bool:
    properties = run.find(f"{_W}rPr")
    align = properties.find(f"{_W}vertAlign") if properties is not None else None
    return align is not None and align.get(f"{_W}val") == "superscript"


def _text_of_run(run: Any) -> str:
    return "".join(element.text or "" for element in run.iterchildren(f"{_W}t"))


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = (" ".join(_text(p) for p in cell.iter(f"{_W}p")) for cell in row.iterchildren(f"{_W}tc"))
        if line := " | ".join(cell for cell in cells if cell.strip()):
            yield line


def _notes(root: Any) -> Iterator[Block]:
    for note in root:
        if note.get(f"{_W}type") in ("separator", "continuationSeparator", "continuationNotice"):
            continue
        text = " ".join(_text(p) for p in note.iter(f"{_W}p")).strip()
        if text:
            yield Block("paragraph", f"[{note.get(f'{_W}id', '')}] {text}")
