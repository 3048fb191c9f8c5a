"""Passages as a reader sees them: where they stand in both texts, what was matched in them, and what was changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from headwater.align.boundaries import count_closing, count_opening
from headwater.align.changes import find_changes
from headwater.align.judgements import UNKNOWN, Pair
from headwater.align.passages import Passages
from headwater.align.runs import Places, Runs
from headwater.align.tokens import Tokens
from headwater.ids import identify
from headwater.records import Analysis, Place, Reuse, Span

BATCH = 50_000  # passages whose places are looked up together, so that memory stays flat

Block = tuple[Span, Span]


def show(analyses: Sequence[Analysis], tokens: Tokens, passages: Passages) -> dict[Pair, list[Reuse]]:
    """Return what each pair of documents shares, in the order of the pairs and of the places, without a direction."""
    found: defaultdict[Pair, list[Reuse]] = defaultdict(list)
    for first in range(0, len(passages), BATCH):
        some = passages.take(np.arange(first, min(first + BATCH, len(passages))))
        for reuse in _show(analyses, tokens, some):
            found[reuse.left.document, reuse.right.document].append(reuse)
    for shared in found.values():
        if len(shared) > 1:
            shared.sort(key=lambda r: (r.left, r.right))
    return dict(found)


def _show(analyses: Sequence[Analysis], tokens: Tokens, passages: Passages) -> Iterator[Reuse]:
    texts = [a.document.text for a in analyses]
    names = [a.document.id for a in analyses]
    places: dict[tuple[int, int, int], Place] = {}  # one place is shared with many documents: it is made once

    def place(text: int, start: int, end: int) -> Place:
        key = text, start, end
        return places.get(key) or places.setdefault(key, Place(names[text], start, end))

    pairs = (number.tolist() for number in np.divmod(passages.pair, len(analyses)))
    worths = passages.identity.tolist(), passages.bits.tolist()
    rows = zip(*pairs, _sides(passages, tokens), _blocks(passages.runs, tokens, len(passages)), *worths, strict=True)
    for left, right, (a, b, c, d), blocks, identity, bits in rows:
        opening = count_opening(texts[left], texts[right], a, c)
        closing = count_closing(texts[left], texts[right], b, d)
        ours, theirs = place(left, a - opening, b + closing), place(right, c - opening, d + closing)
        yield Reuse(
            identify("reuse", ours.document, ours.start, ours.end, theirs.document, theirs.start, theirs.end),
            ours,
            theirs,
            blocks,
            round(identity, 4),
            round(bits, 1),
            find_changes(texts[left], texts[right], blocks) if len(blocks) > 1 else (),
            "unknown",
            UNKNOWN.why,
        )


def _sides(passages: Passages, tokens: Tokens) -> Iterator[tuple[int, int, int, int]]:
    """Yield where each passage starts and ends in the left text, and in the right one."""
    return zip(
        tokens.start[passages.left].tolist(),
        tokens.end[passages.left_stop - 1].tolist(),
        tokens.start[passages.right].tolist(),
        tokens.end[passages.right_stop - 1].tolist(),
        strict=True,
    )


def _blocks(runs: Runs, tokens: Tokens, count: int) -> Iterator[tuple[Block, ...]]:
    """Yield the matched runs of each passage as spans of the two texts; equal ones are made once."""
    ours, theirs = (_place(tokens, first, first + runs.length - 1) for first in (runs.left, runs.right))
    places, number = np.unique(np.concatenate([ours, theirs]), return_inverse=True)
    spans = [Span(place >> 32, place & 0xFFFFFFFF) for place in places.tolist()]
    pairs, number = np.unique(number[: len(runs)] * len(spans) + number[len(runs) :], return_inverse=True)
    made = [(spans[pair // len(spans)], spans[pair % len(spans)]) for pair in pairs.tolist()]
    blocks = [made[n] for n in number.tolist()]
    bounds = runs.bounds(count).tolist()
    return (tuple(blocks[a:b]) for a, b in pairwise(bounds))


def _place(tokens: Tokens, first: Places, last: Places) -> Places:
    """Return where the words from ``first`` to ``last`` start and end, in one number."""
    return tokens.start[first].astype(np.int64) << 32 | tokens.end[last]
