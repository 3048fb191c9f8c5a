"""Clean pages, as books and web clippings have them: every block of the page in its order, nothing judged.

For pages of the web, with their navigation and advertisements, see ``html``.
"""

import re
from collections.abc import Callable
from typing import Any

from headwater.errors import ReadError
from headwater.read.blocks import Block
from headwater.read.spelt_out import spell_out
from headwater.records import SegmentKind

_BLANKS = re.compile(r"\s+")
_KINDS: dict[str, SegmentKind] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), "heading"),
    "blockquote": "block_quotation",
    **dict.fromkeys(("ul", "ol", "dl"), "list"),
    **dict.fromkeys(("figcaption", "caption"), "caption"),
    "table": "table",
    **dict.fromkeys(("p", "pre", "address"), "paragraph"),
}
_LINES = {"p", "li", "dt", "dd", "tr", "div", "h1", "h2", "h3", "h4", "h5", "h6", "br", "footer"}
_LEFT_OUT = {"script", "style", "template", "noscript", "head", "nav", "svg", "math"}
ELEMENTS = 500_000  # of one page; a chapter has some 10^3


def page_blocks(data: bytes) -> list[Block]:
    """Return the blocks of a page in order. Raises ReadError."""
    from lxml import etree
    from lxml import html as parser

    if not data.strip():
        return []
    try:
        root: Any = parser.document_fromstring(data, parser=parser.HTMLParser(huge_tree=False, no_network=True))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError(f"no page could be read from it ({error})") from error
    spell_out(root)
    return tree_blocks(root)


def tree_blocks(root: Any, is_outside: Callable[[Any], bool] = lambda element: False) -> list[Block]:
    """Return the blocks below ``root`` (an lxml element) in order, but for elements that are outside the text.

    Linear in the size of the page, however deep. Raises ReadError for a page of too many elements.
    """
    found: list[Block] = []
    loose: list[str] = []  # text that stands in no block of its own

    def close() -> None:
        text = _flat("".join(loose))
        loose.clear()
        if text:
            found.append(Block("paragraph", text))

    waiting: list[Any] = [root]
    elements = 0
    while waiting:  # iterative, since nesting is the page's choice
        here = waiting.pop()
        if isinstance(here, str):
            loose.append(here)
            continue
        elements += 1
        if elements > ELEMENTS:
            raise ReadError(f"a page of more than {ELEMENTS:,} elements")
        if here.tail:
            waiting.append(here.tail)
        if not isinstance(here.tag, str) or here.tag in _LEFT_OUT or is_outside(here):
            continue
        if here.tag in _KINDS and not _is_layout(here):
            close()
            signature = _signature(here)
            found.append(Block(_KINDS[here.tag], lines(here, without=signature)))
            if signature is not None:
                found.append(Block("caption", lines(signature)))
            continue
        if here.tag in _LINES or here.tag in ("body", "section", "article", "main", "aside", "figure", "header"):
            close()
        waiting.extend(reversed(here))
        if here.text:
            waiting.append(here.text)
    close()
    return [block for block in found if block.text]


def _is_layout(element: Any) -> bool:
    """Say whether a table holds running text, not rows of figures: pages were once laid out with tables."""
    return element.tag == "table" and next(element.iter("p", "blockquote", "h1", "h2", "h3", "ul"), None) is not None


def _signature(element: Any) -> Any | None:
    """Return the last part of a block quotation that names whose words it is (HTML Standard, 4.4.4), None without."""
    last = element[-1] if element.tag == "blockquote" and len(element) else None
    while last is not None and last.tag in ("p", "div") and len(last) == 1 and not (last.text or "").strip():
        last = last[0]
    is_last = last is not None and last.tag in ("cite", "footer") and not (last.tail or "").strip()
    return last if is_last else None


def lines(element: Any, *, without: Any | None = None) -> str:
    """Return the text of an element, a line for each paragraph, item or row in it; cells are parted by a bar."""
    parts: list[str] = []
    waiting: list[Any] = [element]
    while waiting:
        here = waiting.pop()
        if isinstance(here, str):
            parts.append(here)
            continue
        if here is not element and here.tail:
            waiting.append(_BLANKS.sub(" ", here.tail))
        if not isinstance(here.tag, str) or here.tag in _LEFT_OUT or here is without:
            continue
        if here.tag in _LINES or (here.tag == "cite" and here.getparent().tag == "blockquote"):
            parts.append("\n")
            waiting.append("\n")
        elif here.tag in ("td", "th") and here.getprevious() is not None:
            parts.append(" | ")
        waiting.extend(reversed(here))
        if here.text:
            waiting.append(_BLANKS.sub(" ", here.text))
    return "\n".join(filter(None, (_flat(line) for line in "".join(parts).split("\n"))))


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()
