"""HTML: main text by trafilatura (Barbaresi 2021), laid out one block a line, with the page's own structure kept.

trafilatura alone drops about a quarter of block quotations (measured: 240 of 326 kept), so the page is walked once
more and what is missing is put back where it stands: of them, of captions, of headings over what was kept, and of boxes
beside the text whose quoted words it has nowhere else. Where trafilatura finds nothing, or far less than resiliparse
(Bevendorff et al. 2018), resiliparse's main text is taken. Dates come from what the page declares or prints in a line
of its own by the headline, never from its sentences. Known limit: spans do not map back to the page's bytes.
"""

import itertools
import re
from collections.abc import Container, Iterator, Sequence
from typing import Any

from headwater.errors import ReadError
from headwater.read.blocks import Block, laid_out
from headwater.read.dates import date_line
from headwater.read.declared import beginning, declared
from headwater.read.extract import Extract
from headwater.read.pages import tree_blocks
from headwater.read.plain import decode_declared, detect
from headwater.read.spelt_out import spell_out
from headwater.records import SegmentKind

_KINDS: dict[str, SegmentKind] = {"head": "heading", "quote": "block_quotation", "list": "list", "table": "table"}
_RESCUED = ("block_quotation", "caption")
_AROUND = re.compile(r"comment|sidebar|widget|related|recommend|promo|newsletter|share|social|advert|sponsor", re.I)
_QUOTED = re.compile(r"[“„«»\"](?=[^\s])[^“”„«»\"]{20,500}[”“»«\"]")
_OUTSIDE = {"nav", "aside", "footer", "header", "form", "button", "select", "iframe"}
_OUTSIDE_NAMES = re.compile(
    r"(?:^|[\s_-])(?:comments?|respond|replies|disqus|sidebar|widget|related|recommended|promo|newsletter|share|sharing|"
    r"social|testimonials?|advert|sponsored|breadcrumbs?|menu|cookie|popup|modal|pullquote|pull-quote)(?:[\s_-]|$)",
    re.IGNORECASE,
)
_BLANKS = re.compile(r"\s+")
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]{0,200}\?>")
_CHARSET = re.compile(rb"<meta\b[^>]{0,300}?\bcharset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9._:-]{1,40})", re.IGNORECASE)
_WIDE = (b"utf-16", b"utf-32")  # a name that stands in single bytes is not of these
CHARSET_WITHIN = 4096  # bytes of a page in which it names its character set; browsers look at 1,024
_NOT_WORD = re.compile(r"\W+")
LONGEST_HEADING = 200  # code points
LONGEST_BOX = 600  # code points of a box with a quotation
REPEATED = 4  # words in a row
MINIMUM_QUOTATION = 20  # code points; a shorter block quotation is a pull-quote mark or an icon
BEHIND = 3  # blocks that a lost quotation may stand behind the last block that was kept
FAR_LESS = 0.35  # of resiliparse's main text; below it trafilatura has missed the article
RUN_TOGETHER = 500  # characters of letters; a row of a real table is shorter
MOST = 0.5  # of a page's text in one paragraph: the page is short, and was run together
NEARLY_ALL = 0.8  # of the letters of what was run together must be found as blocks of the page
SECOND_OPINION = 400  # characters from which resiliparse's text counts as an article


def read_page(data: bytes, charset: str | None = None) -> Extract:
    """Return the main text of a page; ``charset`` is what its envelope declares. Raises ReadError where it has none."""
    from lxml import html as parser
    from trafilatura import bare_extraction, load_html

    source = _XML_DECLARATION.sub("", _decoded(data, charset))
    tree = load_html(source)
    if tree is None:
        raise ReadError("no HTML page could be read from it")
    page = declared(tree, source)
    spell_out(tree)
    walked = tree_blocks(tree, _is_outside)
    main = parser.fromstring(source)
    spell_out(main)
    extracted = bare_extraction(main, include_formatting=False, include_comments=False, favor_recall=True)
    body = getattr(extracted, "body", None)
    kept = _parted(list(_blocks(body)) if body is not None else [], walked)
    blocks = _with_rescued(_more_complete(kept, source, walked), walked, _boxes(tree))
    if not blocks:
        raise ReadError("the page holds no running text")
    blocks = [Block("byline", b.text) if b.kind == "paragraph" and date_line(b.text) else b for b in blocks]
    return Extract(*laid_out(blocks), page.found, page.by)


def _decoded(data: bytes, charset: str | None) -> str:
    """UTF-8 where the bytes are valid UTF-8 (pages misdeclare it more often than it is wrong), else as declared."""
    said = _CHARSET.search(data[:CHARSET_WITHIN])
    named = said[1].decode() if said is not None and not said[1].lower().startswith(_WIDE) else None
    seven_bits = [e for e in (charset, named) if e and e.lower().startswith("iso-2022") and b"\x1b" in data]
    for encoding in (*seven_bits, "utf-8-sig", charset, named):
        if (text := decode_declared(data, encoding)) is not None:
            return text
    return data.decode(detect(data) or "windows-1252", "replace")


def _is_outside(element: Any) -> bool:
    """Say whether an element is around the article, not in it."""
    if _is_box(element):
        return False
    if element.tag in _OUTSIDE:
        return True
    if element.tag in ("body", "article", "main"):
        return False
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(names.strip()) and bool(_OUTSIDE_NAMES.search(names[:300]))


def _flat(element: Any) -> str:  # lxml elements; the stubs do not cover trafilatura's trees
    return _BLANKS.sub(" ", "".join(element.itertext())).strip()


def _row(element: Any) -> str:  # Any: as for _flat
    """Return a paragraph, an item or a row in one line; the cells of a row are parted by a bar."""
    cells = [text for cell in element.iterchildren("cell") if (text := _flat(cell))]
    return " | ".join(cells) or _flat(element)


def _key(text: str) -> str:
    return _NOT_WORD.sub("", text).casefold()


def _blocks(body: Any) -> Iterator[Block]:
    for element in body:
        kind = _KINDS.get(element.tag, "paragraph")
        many = element.tag in ("quote", "list", "table")
        parts = list(element.iterchildren("p", "item", "row")) if many else [element]
        texts = [text for part in parts if (text := _row(part))] or [text for text in [_flat(element)] if text]
        if many and texts:
            yield Block(kind, "\n".join(texts))
        else:
            for text in texts:
                yield Block(kind, text)
        if element.tail and element.tail.strip():
            yield Block("paragraph", _BLANKS.sub(" ", element.tail).strip())


def _parted(kept: list[Block], walked: Sequence[Block]) -> list[Block]:
    """Put the page's own blocks for one into which they were run together: a layout table, a whole short page."""
    keys = [_key(block.text) for block in walked]
    whole = sum(len(block.text) for block in kept)
    found: list[Block] = []
    for block in kept:
        long = RUN_TOGETHER if block.kind == "table" else whole * MOST
        may_be = block.kind in ("table", "paragraph") and len(block.text) > long
        key = _key(block.text)
        inside = _inside(key, keys) if may_be and key not in keys else []
        is_run_together = len(inside) > 1 and sum(len(keys[n]) for n in inside) >= NEARLY_ALL * len(key)
        found += [walked[n] for n in inside] if is_run_together else [block]
    return found


def _inside(key: str, keys: Sequence[str]) -> list[int]:
    """Return which of ``keys`` stand in ``key`` one after the other, in their order."""
    found, at = [], 0
    for number, part in enumerate(keys):
        if part and (place := key.find(part, at)) >= 0:
            found.append(number)
            at = place + len(part)
    return found


def _more_complete(kept: list[Block], source: str, walked: Sequence[Block]) -> list[Block]:
    """Return resiliparse's main text, with the kinds that the page marks, where trafilatura missed the article."""
    length = sum(len(block.text) for block in kept)
    if length >= SECOND_OPINION and length >= FAR_LESS * sum(len(block.text) for block in walked):
        return kept
    from resiliparse.extract.html2text import extract_plain_text

    text = extract_plain_text(source, main_content=True, alt_texts=False, links=False, form_fields=False)
    lines = [line for line in (_BLANKS.sub(" ", line).strip(" •\t") for line in text.splitlines()) if line]
    found = sum(len(line) for line in lines)
    if not lines or (kept and (found < SECOND_OPINION or length >= FAR_LESS * found)):
        return kept
    kinds = {_key(line): block.kind for block in walked for line in block.text.split("\n")}
    return [Block(kinds.get(_key(line), "paragraph"), line) for line in lines]


def _with_rescued(kept: list[Block], walked: Sequence[Block], boxes: Container[str] = ()) -> list[Block]:
    """Put what is missing where it stands on the page, and mark the quotations and captions that were kept.

    ``boxes`` holds the keys of lines in boxes beside the text.
    """
    places: dict[str, int] = {}
    for index, block in enumerate(walked):
        for line in block.text.split("\n"):
            places.setdefault(_key(line), index)
    where = [max((places.get(_key(line), -1) for line in block.text.split("\n")), default=-1) for block in kept]
    standing = {place for place in where if place >= 0}
    if not standing:
        return kept
    everything = "\n".join(_key(block.text) for block in kept)
    marked: dict[str, SegmentKind] = {}
    missing: dict[int, list[str]] = {}
    for index in range(max(0, min(standing) - BEHIND), min(len(walked), max(standing) + BEHIND + 1)):
        block = walked[index]
        is_box = block.kind == "paragraph" and _key(block.text) in boxes
        if block.kind == "heading":
            is_wanted = min(standing) < index and index + 1 in standing and len(block.text) <= LONGEST_HEADING
        else:
            is_wanted = block.kind in _RESCUED or (is_box and not _is_repeated(block.text, everything))
        if not is_wanted:
            continue
        least = MINIMUM_QUOTATION if block.kind == "block_quotation" else 0
        for line in block.text.split("\n"):
            key = _key(line)
            marked[key] = block.kind
            if key and key not in everything and len(block.text) >= least:
                missing.setdefault(index, []).append(line)
    result = [Block(_marked(block, marked), block.text) for block in kept]
    for index in sorted(missing, reverse=True):
        after = max((i for i, place in enumerate(where) if 0 <= place <= index), default=-1)
        result.insert(after + 1, Block(walked[index].kind, "\n".join(missing[index])))
    return _without_shorter(result)


def _without_shorter(blocks: list[Block]) -> list[Block]:
    """Leave out a heading that the fuller one before it holds ("Pay talks fail" after "10.30 Pay talks fail")."""
    pairs = itertools.pairwise([Block("paragraph", ""), *blocks])
    return [b for a, b in pairs if not (a.kind == b.kind == "heading" and _key(a.text).endswith(_key(b.text)))]


def _boxes(tree: Any) -> set[str]:
    """Return the keys of the paragraphs in boxes beside the text that hold quoted words: no list, no title, no form."""
    found: set[str] = set()
    for box in tree.iter("aside"):
        if _is_box(box):
            found |= {_key(block.text) for block in tree_blocks(box, lambda element: False)}
    return found


def _is_box(element: Any) -> bool:
    if element.tag != "aside" or _AROUND.search(f"{element.get('class') or ''} {element.get('id') or ''}"[:300]):
        return False
    text = beginning(element, LONGEST_BOX)
    return (
        len(text) <= LONGEST_BOX
        and _QUOTED.search(text) is not None
        and next(element.iter("a", "ul", "ol", "h1", "h2", "h3", "h4", "form", "button", "iframe", "nav"), None) is None
    )


def _is_repeated(box: str, everything: str) -> bool:
    """Say whether the text holds four words in a row of those that a box quotes: it only repeats them."""
    words = " ".join(quoted[0] for quoted in _QUOTED.finditer(box)).split()
    runs = [words[n : n + REPEATED] for n in range(max(1, len(words) - REPEATED + 1))]
    return any(_key("".join(run)) in everything for run in runs)


def _marked(block: Block, marked: dict[str, SegmentKind]) -> SegmentKind:
    """Return the kind that the page gives to all lines of a block, its own kind where it gives none."""
    kinds = {marked.get(_key(line)) for line in block.text.split("\n")}
    kind = kinds.pop() if len(kinds) == 1 else None
    return kind if kind is not None and block.kind in ("paragraph", "list") else block.kind
