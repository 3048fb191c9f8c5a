"""OpenDocument text (ISO/IEC 26300): the running text with its headings, quotations, lists, tables and notes.

Tracked deletions, comments and the text of deleted or hidden parts are left out, as are page headers and footers.
"""

from collections.abc import Iterator
from typing import Any

from headwater.errors import ReadError
from headwater.read.blocks import Block, laid_out
from headwater.read.extract import Extract
from headwater.read.package import Package, properties, titled
from headwater.records import SegmentKind

_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_LEFT_OUT = {f"{_OFFICE}annotation", f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_TEXT}sequence-decls"}
_PROPERTIES = {"title": "title", "initial-creator": "author", "date": "modified"}
_MOST_BLANKS = 1000  # a run of blanks is written as a count, which a hostile file can make huge
_PARENTS = 20  # styles inherit from styles; a longer line of parents is a loop


def read_odt(data: bytes) -> Extract:
    """Return the text of an ODT file. Raises ReadError."""
    package = Package(data)
    root = package.xml("content.xml")
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise ReadError("the OpenDocument file holds no text document")
    parents = _style_parents(root, package)
    blocks = list(_blocks(body, parents))
    blocks += [
        Block("paragraph", f"[{''.join(note.itertext(f'{_TEXT}note-citation'))}] {_note(note)}")
        for note in body.iter(f"{_TEXT}note")
        if _note(note)
    ]
    text, structure = laid_out(blocks)
    if not text:
        raise ReadError("the OpenDocument file holds no text")
    said = titled(properties(package, "meta.xml", _PROPERTIES), blocks)
    return Extract(text, structure, said.metadata, said.declared_by)


def _style_parents(content: Any, package: Package) -> dict[str, str]:
    parents = {}
    for root in [content] + ([package.xml("styles.xml")] if "styles.xml" in package.names else []):
        for style in root.iter(f"{_STYLE}style"):
            parents[style.get(f"{_STYLE}name", "")] = style.get(f"{_STYLE}parent-style-name", "")
    return parents


def _blocks(parent: Any, parents: dict[str, str]) -> Iterator[Block]:
    for element in parent:
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == f"{_TEXT}h":
            yield Block("heading", _text(element))
        elif element.tag == f"{_TEXT}p":
            yield Block(_kind(element.get(f"{_TEXT}style-name", ""), parents), _text(element))
        elif element.tag == f"{_TEXT}list":
            yield Block("list", "\n".join(filter(None, (_text(p) for p in element.iter(f"{_TEXT}p", f"{_TEXT}h")))))
        elif element.tag == f"{_TABLE}table":
            yield Block("table", "\n".join(_rows(element)))
        elif element.tag in (f"{_TEXT}section", f"{_TEXT}index-body", f"{_TEXT}table-of-content"):
            yield from _blocks(element, parents)


def _kind(style: str, parents: dict[str, str]) -> SegmentKind:
    for _ in range(_PARENTS):
        if style.startswith(("Quotation", "Block_20_Quotation")):
            return "block_quotation"
        if style in ("Title", "Subtitle") or style.startswith("Heading"):
            return "heading"
        if style in ("Caption", "Illustration", "Figure"):
            return "caption"
        style = parents.get(style, "")
        if not style:
            break
    return "paragraph"


def _text(element: Any) -> str:
    """Return the text of a paragraph; iterative, since nesting is the file's choice."""
    parts: list[str] = []
    waiting: list[Any] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            parts.append(here)
            continue
        if here is not element and here.tail:
            waiting.append(here.tail)
        if here.tag in _LEFT_OUT or not isinstance(here.tag, str):
            continue
        if here.tag == f"{_TEXT}s":
            count = here.get(f"{_TEXT}c", "1")
            parts.append(" " * (min(int(count), _MOST_BLANKS) if count.isdecimal() else 1))
        elif here.tag == f"{_TEXT}tab":
            parts.append("\t")
        elif here.tag == f"{_TEXT}line-break":
            parts.append("\n")
        else:
            waiting.extend(reversed(here))
            if here.text:
                waiting.append(here.text)
    return "".join(parts).strip()


def _rows(table: Any) -> Iterator[str]:
    for row in table.iter(f"{_TABLE}table-row"):
        cells = (" ".join(_text(p) for p in cell.iter(f"{_TEXT}p")) for cell in row.iterchildren(f"{_TABLE}table-cell"))
        if line := " | ".join(cell for cell in cells if cell.strip()):
            yield line


def _note(note: Any) -> str:
    body = note.find(f"{_TEXT}note-body")
    return "" if body is None else " ".join(_text(p) for p in body.iter(f"{_TEXT}p")).strip()
