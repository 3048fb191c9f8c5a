"""Blocks of running text laid out as one document: a blank line between blocks, a segment for each."""

from collections.abc import Iterable
from dataclasses import dataclass

from headwater.records import Segment, SegmentKind

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Block:
    """One part of a text, with what the format says that it is."""

    kind: SegmentKind
    text: str


def laid_out(blocks: Iterable[Block]) -> tuple[str, tuple[Segment, ...]]:
    """Return the text of the blocks and where each stands in it; blocks without text are left out."""
    parts: list[str] = []
    segments: list[Segment] = []
    at = 0
    for block in blocks:
        if not block.text.strip():
            continue
        if parts:
            parts.append(BETWEEN)
            at += len(BETWEEN)
        parts.append(block.text)
        segments.append(Segment(block.kind, at, at + len(block.text)))
        at += len(block.text)
    return "".join(parts), tuple(segments)
