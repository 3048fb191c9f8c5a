"""EPUB (W3C EPUB 3.3, and EPUB 2): the chapters of the spine in order, as one document.

The pages of a book are clean XHTML, so its own headings, block quotations, lists and tables are taken as they stand.
Navigation pages are left out. What is encrypted (DRM) is refused.
"""

import posixpath
from collections.abc import Iterator
from typing import Any
from urllib.parse import unquote

from headwater.errors import ReadError
from headwater.read.blocks import Block, laid_out
from headwater.read.extract import Extract
from headwater.read.metadata import is_date
from headwater.read.package import Package
from headwater.read.pages import page_blocks

_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
_OPF = "{http://www.idpf.org/2007/opf}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_PAGES = ("application/xhtml+xml", "text/html")


def read_epub(data: bytes) -> Extract:
    """Return the text of a book. Raises ReadError; chapters that cannot be read are named in ``lost``."""
    package = Package(data)
    if "META-INF/encryption.xml" in package.names and b"EncryptedData" in package.part("META-INF/encryption.xml"):
        raise ReadError("the book is encrypted (DRM)")
    root_file = package.xml("META-INF/container.xml").find(f".//{_CONTAINER}rootfile")
    name = root_file.get("full-path", "") if root_file is not None else ""
    book = package.xml(name)
    metadata, declared_by = _metadata(book)
    blocks: list[Block] = []
    lost: list[str] = []
    for chapter in _spine(book, posixpath.dirname(name)):
        try:
            blocks += page_blocks(package.part(chapter))
        except ReadError as error:
            lost.append(f"{chapter}: {error}")
    text, structure = laid_out(blocks)
    if not text:
        raise ReadError("the book holds no text" + (f" that can be read ({lost[0]})" if lost else ""))
    return Extract(text, structure, metadata, declared_by, tuple(lost))


def _spine(book: Any, folder: str) -> Iterator[str]:
    items = {
        item.get("id"): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in book.iter(f"{_OPF}item")
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    }
    for reference in book.iter(f"{_OPF}itemref"):
        if (chapter := items.pop(reference.get("idref"), None)) is not None:
            yield chapter


def _metadata(book: Any) -> tuple[dict[str, str], dict[str, str]]:
    metadata: dict[str, str] = {}
    declared_by: dict[str, str] = {}
    fields = {
        "title": "title",
        "creator": "author",
        "publisher": "publisher",
        "date": "published",
        "language": "language",
    }
    for name, field in fields.items():
        element = book.find(f".//{_DC}{name}")
        value = " ".join((element.text or "").split()) if element is not None else ""
        if field == "language":
            value = value.split("-")[0].lower()
        if value and (field != "published" or is_date(value)):
            metadata[field], declared_by[field] = value, f"book metadata dc:{name}"
    return metadata, declared_by
