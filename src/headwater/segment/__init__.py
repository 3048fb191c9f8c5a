"""Which parts a text has: headings, paragraphs and their sentences, block quotations, captions, lists, bylines,
datelines, agency credits, boilerplate.

What the format marks (``Document.structure``) is taken as it is; the rest is cut at line breaks (``lines``), judged by
its form (``kinds``) and cut into sentences (``sentence_ends``). Linear in the length of the text, for any script.
Sentences are given for paragraphs, headings, block quotations, captions and lists, never for bylines, datelines,
credits and boilerplate. A paragraph that opens with a dateline starts after it. Limits: see the modules.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from headwater.openings import read_opening
from headwater.records import Document, Segment, SegmentKind
from headwater.segment.block_quotations import (
    INDENT,
    LONGEST,
    announces,
    continues_block,
    is_cut,
    names_saying,
    opens_block,
)
from headwater.segment.kinds import dateline, kind_of
from headwater.segment.lines import QUOTE_PREFIX, Block, blocks
from headwater.segment.sentence_ends import sentences

__all__ = ["segment", "sentences"]

_WITHOUT_SENTENCES = frozenset({"byline", "dateline", "credit", "boilerplate"})


@dataclass(frozen=True, slots=True)
class _Part:
    """A block with its kind; ``marked`` where the format itself says so."""

    block: Block
    kind: SegmentKind
    marked: bool


def segment(document: Document) -> tuple[Segment, ...]:
    """Return the segments of ``document`` by position, a part before the sentences in it.

    >>> text = "Quarry Shut After Slide\\n\\nLOWER VAIL (AP) — The quarry is shut. No one was hurt.\\n"
    >>> for part in segment(Document("d", "a.txt", "", text)):
    ...     print(part.kind, "|", text[part.start:part.end])
    heading | Quarry Shut After Slide
    sentence | Quarry Shut After Slide
    dateline | LOWER VAIL (AP) —
    paragraph | The quarry is shut. No one was hurt.
    sentence | The quarry is shut.
    sentence | No one was hurt.
    """
    parts = _parts(document)
    if not any(part.kind == "block_quotation" for part in parts):
        parts = _announced(document.text, parts)
    found: list[Segment] = []
    for part in parts:
        found.extend(_with_sentences(document, part))
    return tuple(found)


def _parts(document: Document) -> list[_Part]:
    """Return the parts in order: what the format marks, and between it what the lines show."""
    parts: list[_Part] = []
    at = 0
    opening = [Segment("byline", line.start, line.end) for line in read_opening(document.text).lines]
    for marked in _outermost((*document.structure, *opening), len(document.text)):
        parts.extend(_plain(document, at, marked.start))
        parts.extend(_marked(document, marked))
        at = marked.end
    parts.extend(_plain(document, at, len(document.text)))
    return parts


def _outermost(structure: tuple[Segment, ...], length: int) -> Iterator[Segment]:
    """Yield the marked parts that lie in no other, in order; sentences are ours to find."""
    at = 0
    for part in sorted(structure, key=lambda s: (s.start, -s.end)):
        if part.kind != "sentence" and at <= part.start < part.end <= length:
            yield part
            at = part.end


def _marked(document: Document, marked: Segment) -> Iterator[_Part]:
    """Yield the parts of what the format marks; a marked paragraph may still be a byline or a credit by its form."""
    if marked.kind == "paragraph":
        block = next(iter(blocks(document.text, marked.start, marked.end)), None)
        if block is not None:
            single = Block(block.start, _stripped_end(document.text, block.start, marked.end), 2, 0)
            yield _Part(single, _kind(document, single, first=False, last=False), True)
        return
    start, end = marked.start, marked.end
    while start < end and document.text[start].isspace():
        start += 1
    end = _stripped_end(document.text, start, end)
    if start < end:
        yield _Part(Block(start, end, 1, 0), marked.kind, True)


def _stripped_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _plain(document: Document, start: int, end: int) -> list[_Part]:
    """Return the parts of a stretch that the format says nothing about."""
    found = list(blocks(document.text, start, end))
    usual = _usual_indent(found)
    parts: list[_Part] = []
    for i, block in enumerate(found):
        if QUOTE_PREFIX.match(document.text, block.start) or block.indent >= usual + INDENT:
            kind: SegmentKind = "block_quotation"
        else:
            last = i == len(found) - 1 and end == len(document.text)
            kind = _kind(document, block, first=i == 0 and start == 0, last=last)
        parts.append(_Part(block, kind, False))
    return parts


def _usual_indent(found: list[Block]) -> int:
    """Return the indentation of most of the text, by characters."""
    weight: dict[int, int] = {}
    for block in found:
        weight[block.indent] = weight.get(block.indent, 0) + block.end - block.start
    return max(weight, key=lambda indent: (weight[indent], -indent), default=0)


def _kind(document: Document, block: Block, *, first: bool, last: bool) -> SegmentKind:
    shown = document.text[block.start : min(block.end, block.start + 400)]
    if first and document.title and shown.rstrip(". ") == document.title.strip().rstrip(". "):
        return "heading"
    return kind_of(document.text, block.start, block.end, first=first, single_line=block.lines == 1, last=last)


def _announced(text: str, parts: list[_Part]) -> list[_Part]:
    """Turn the paragraphs that a colon announces, and that bear no marks, into block quotations."""
    found: list[_Part] = []
    left = 0
    seen = False
    opening = (0, 0)
    for i, part in enumerate(parts):
        start, end = part.block.start, part.block.end
        before = parts[i - 1] if i else None
        if part.kind != "paragraph":
            left = 0
        elif left and continues_block(text, start, end, opening):
            left -= 1
        elif before and before.kind == "paragraph" and announces(text, before.block.start, before.block.end):
            telling = seen or names_saying(text, before.block.start, before.block.end) or is_cut(text, start, end)
            left = LONGEST if telling and opens_block(text, start, end) else 0
            opening = (start, end)
            seen = seen or left > 0
        else:
            left = 0
        found.append(replace(part, kind="block_quotation") if left and part.kind == "paragraph" else part)
    return found


def _with_sentences(document: Document, part: _Part) -> Iterator[Segment]:
    text, start, end, kind = document.text, part.block.start, part.block.end, part.kind
    if kind == "paragraph" and (place := dateline(text, start, end)):
        yield place
        start = place.end
        while start < end and text[start].isspace():
            start += 1
    if start >= end:
        return
    yield Segment(kind, start, end)
    if kind in _WITHOUT_SENTENCES:
        return
    for block in blocks(text, start, end) if part.marked else (part.block,):
        for sentence in sentences(text, max(start, block.start), block.end, document.language):
            yield Segment("sentence", sentence.start, sentence.end)
