"""Passages as a reader sees them: where they stand in both texts, what was matched in them, and what was changed."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from headwater.align.changes import compare_gaps, read_gap
from headwater.align.judgements import UNKNOWN, Pair
from headwater.align.located import Located
from headwater.align.passages import Flags, Passages
from headwater.align.runs import Places, Runs
from headwater.align.tokens import Tokens
from headwater.ids import identify
from headwater.records import Analysis, Change, Reuse, Span

Block = tuple[Span, Span]


def show(
    analyses: Sequence[Analysis], tokens: Tokens, passages: Passages, located: Located, shown: Flags
) -> dict[Pair, list[Reuse]]:
    """Return what each pair of documents shares, in the order of the pairs and of the places, without a direction.

    ``shown`` are those of the ``passages`` that are told.
    """
    found: defaultdict[Pair, list[Reuse]] = defaultdict(list)
    for reuse in _show(analyses, tokens, passages.take(shown), located.take(shown)):
        found[reuse.left.document, reuse.right.document].append(reuse)
    for shared in found.values():
        if len(shared) > 1:
            shared.sort(key=lambda r: (r.left, r.right))
    return dict(found)


def _show(analyses: Sequence[Analysis], tokens: Tokens, passages: Passages, located: Located) -> Iterator[Reuse]:
    texts = [a.document.text for a in analyses]
    places = (located.left.tolist(), located.right.tolist())
    worths = passages.identity.tolist(), passages.bits.tolist()
    blocks, changes = _blocks(passages.runs, tokens, len(passages)), _changes(texts, tokens, passages)
    for left_place, right_place, matched, changed, identity, bits in zip(
        *places, blocks, changes, *worths, strict=True
    ):
        ours, theirs = located.places[left_place], located.places[right_place]
        yield Reuse(
            identify("reuse", ours.document, ours.start, ours.end, theirs.document, theirs.start, theirs.end),
            ours,
            theirs,
            matched,
            round(identity, 4),
            round(bits, 1),
            changed,
            "unknown",
            UNKNOWN.why,
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


def _changes(texts: Sequence[str], tokens: Tokens, passages: Passages) -> Iterator[tuple[Change, ...]]:
    """Yield what was changed in each passage; a gap between two runs is read once, with whatever it is compared."""
    runs = passages.runs
    before = np.flatnonzero(runs.of[1:] == runs.of[:-1])
    gaps = [(first + runs.length - 1)[before] << 32 | first[before + 1] for first in (runs.left, runs.right)]
    gap, number = np.unique(np.concatenate(gaps), return_inverse=True)
    last, after = gap >> 32, gap & 0xFFFFFFFF
    text = np.searchsorted(tokens.first, last, side="right") - 1
    places = (column.tolist() for column in (text, tokens.end[last], tokens.start[after]))
    read = [read_gap(texts[n], start, end) for n, start, end in zip(*places, strict=True)]
    sides = number.reshape(2, -1).tolist()
    changes = [compare_gaps(read[ours], read[theirs]) for ours, theirs in zip(*sides, strict=True)]
    bounds = np.searchsorted(runs.of[before], np.arange(len(passages) + 1)).tolist()
    return (tuple([c for c in changes[a:b] if c]) for a, b in pairwise(bounds))


def _place(tokens: Tokens, first: Places, last: Places) -> Places:
    """Return where the words from ``first`` to ``last`` start and end, in one number."""
    return tokens.start[first].astype(np.int64) << 32 | tokens.end[last]
