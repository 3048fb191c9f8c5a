"""A look at a page's tags before a parser sees them, in time linear in the page.

libxml2 compares each attribute with all before it, and trees of hundreds of thousands of levels stop every extractor
(measured: 20,000 attributes on one tag 2 s, 40,000 28 s; 200,000 nested <div> give nothing at all). A page beyond the
limits is read without its tree: tags are cut out, blocks end at block tags, nothing is judged as navigation. It counts
as partly read.
"""

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from headwater.errors import ReadError
from headwater.read.blocks import Block, laid_out
from headwater.read.extract import Extract
from headwater.read.plain import decode_declared

ATTRIBUTES = 1_000  # of one tag; pages have up to some tens
DEPTH = 400  # levels; pages have some 30, machine-made ones 100
TAGS = 120_000  # of one page; trafilatura takes 7.6 s for 30,000 paragraphs, over 120 s for 300,000
_TAG = re.compile(rb"<(/?)([A-Za-z][^\s/>]{0,60}+)((?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+)")
_BETWEEN = re.compile(rb"=|\s[A-Za-z]")
_FLAT = frozenset(
    (b"area base br col embed hr img input link meta param source track wbr p li dt dd td th tr tbody option").split()
)
_BLOCK_TAGS = (
    "p div section article main header footer aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre table tr br "
    "hr figure figcaption address form body title td th"
)
_BLOCK = re.compile(rf"(?:{'|'.join(_BLOCK_TAGS.split())})\Z", re.IGNORECASE)
_SILENT = re.compile(
    r"<(?P<name>script|style|template|noscript)\b[^>]{0,10000}>(?:[^<]++|<(?!/(?P=name)\b))*+(?:</(?P=name)[^>]{0,100}>)?",
    re.IGNORECASE,
)
_COMMENT = re.compile(r"<!--(?:[^-]++|-(?!->))*+(?:-->)?")
_MARK = re.compile(r"<(?:/?(?P<name>[A-Za-z][^\s/>]{0,60}+)(?:[^\"'>]++|\"[^\"]*+\"|'[^']*+')*+|[!?][^>]{0,2000}+)>?")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Tags:
    """What a page is made of: its tags, the deepest level, the most attributes on one tag."""

    number: int
    depth: int
    attributes: int

    def excess(self) -> str | None:
        """Return in words what no parser should see, None for a page like others."""
        if self.attributes > ATTRIBUTES:
            return f"a tag with {self.attributes:,} attributes"
        if self.depth > DEPTH:
            return f"tags nested {self.depth:,} deep"
        if self.number > TAGS:
            return f"{self.number:,} tags"
        return None


def count_tags(data: bytes) -> Tags:
    """Return what a page is made of. Never raises."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        data = data.decode("utf-16", "replace").encode()
    number = depth = deepest = attributes = 0
    for match in _TAG.finditer(data):
        number += 1
        closing, name, rest = match.groups()
        if len(rest) > ATTRIBUTES:  # an attribute takes two bytes at least
            attributes = max(attributes, len(_BETWEEN.findall(rest)) // (2 if b"=" in rest else 1))
        if name.lower() in _FLAT or rest.endswith(b"/"):
            continue
        depth = max(0, depth - 1) if closing else depth + 1
        deepest = max(deepest, depth)
    return Tags(number, deepest, attributes)


def read_guarded(data: bytes, charset: str | None = None) -> Extract:
    """Return the main text of a page, or all its text where its tree cannot be built. Raises ReadError."""
    from headwater.read.html import read_page

    excess = count_tags(data).excess()
    if excess is None:
        return read_page(data, charset)
    text, structure = laid_out(_without_tags(_text_of(data, charset)))
    if not text:
        raise ReadError(f"a page with {excess} and no words")
    return Extract(text, structure, lost=(f"{excess}: read without its structure, navigation is not told from text",))


def blocks_guarded(data: bytes) -> list[Block]:
    """Return the blocks of a fragment of a page. Raises ReadError."""
    from headwater.read.pages import page_blocks

    if count_tags(data).excess() is None:
        return page_blocks(b'<meta charset="utf-8">' + data)
    return list(_without_tags(_text_of(data, "utf-8")))


def _text_of(data: bytes, charset: str | None) -> str:
    for encoding in ("utf-8-sig", charset):
        if (text := decode_declared(data, encoding)) is not None:
            return text
    return data.decode("windows-1252", "replace")


def _without_tags(source: str) -> Iterator[Block]:
    source = _SILENT.sub(" ", _COMMENT.sub(" ", source))
    parts: list[str] = []
    at = 0
    for mark in _MARK.finditer(source):
        parts.append(source[at : mark.start()])
        at = mark.end()
        if mark["name"] and _BLOCK.match(mark["name"]):
            yield from _block(parts)
            parts = []
    yield from _block([*parts, source[at:]])


def _block(parts: list[str]) -> Iterator[Block]:
    if text := _BLANKS.sub(" ", html.unescape("".join(parts))).strip():
        yield Block("paragraph", text)
