"""Passages: chains of matched words carried to their ends, joined where they run on, with their score.

A passage is kept as word indices until the very end; ``place`` turns it into code points of the two texts.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
import numpy.typing as npt

from headwater.align.boundaries import widen
from headwater.align.chaining import Chains
from headwater.align.extension import Run, extend, join
from headwater.align.gaps import MAY_CLOSE, MAY_OPEN
from headwater.align.tokens import Tokens
from headwater.records import Span

TOUCHING = 12  # words between two passages of a pair, on both sides, that are taken as one
BATCH = 50_000  # chains that are grown together, so that memory stays flat


@dataclass(frozen=True, slots=True)
class Passage:
    """Matched runs of two texts (word indices, left text first), with the information of the matched words.

    ``quoted`` says that quotation marks enclose it in one of the texts. ``stretch`` holds first word and stop on both
    sides where the passage is wider than its runs: it was found by meaning, with that ``cosine``.
    """

    runs: tuple[Run, ...]
    bits: float
    stretch: tuple[tuple[int, int], tuple[int, int]] | None = None
    cosine: float | None = None
    quoted: bool = False

    @property
    def left(self) -> tuple[int, int]:
        """First word and the word after the last on the left side."""
        if self.stretch:
            return self.stretch[0]
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].length

    @property
    def right(self) -> tuple[int, int]:
        """First word and the word after the last on the right side."""
        if self.stretch:
            return self.stretch[1]
        return self.runs[0].right, self.runs[-1].right + self.runs[-1].length

    @property
    def identity(self) -> float:
        """Matched share of the longer side, in words."""
        longer = max(self.left[1] - self.left[0], self.right[1] - self.right[0])
        return sum(run.length for run in self.runs) / longer


def make_passage(runs: Sequence[Run], bits: npt.NDArray[np.float32]) -> Passage:
    """Return the passage of ``runs`` with its score."""
    return Passage(tuple(runs), sum(float(bits[r.left : r.left + r.length].sum()) for r in runs))


def grow_pairs(
    chains: Chains,
    chosen: npt.NDArray[np.int64],
    tokens: Tokens,
    owner: npt.NDArray[np.int32],
    bits: npt.NDArray[np.float32],
) -> Iterator[tuple[int, list[Passage]]]:
    """Yield each pair of texts of the ``chosen`` chains (those of a pair are neighbours) with its passages."""
    for at in _batches(chains.pair[chosen]):
        some = chosen[at]
        seeds = _runs(chains, some)
        grown = extend(seeds, tokens, owner, bits)
        pairs = chains.pair[some]
        order = np.lexsort((-chains.bits[some], pairs)).tolist()
        for pair, numbers in groupby(order, key=pairs.tolist().__getitem__):
            kept: list[Passage] = []
            for number in numbers:
                if not any(_covers(p, seeds[number]) for p in kept):
                    kept.append(make_passage(grown[number], bits))
            yield pair, kept if len(kept) == 1 else join_touching(without_inner(kept), bits)


def _batches(pair: npt.NDArray[np.int64]) -> Iterator[slice]:
    """Cut chains into batches that part no pair."""
    start = 0
    while start < len(pair):
        stop = min(start + BATCH, len(pair))
        if stop < len(pair):
            stop = int(np.searchsorted(pair, pair[stop - 1], side="right"))
        yield slice(start, stop)
        start = stop


def _runs(chains: Chains, chosen: npt.NDArray[np.int64]) -> list[list[Run]]:
    """Return the matches of each of the ``chosen`` chains as runs."""
    first, stop = chains.bounds[chosen], chains.bounds[chosen + 1]
    sizes = stop - first
    places = np.repeat(first - np.cumsum(sizes) + sizes, sizes) + np.arange(int(sizes.sum()))
    found = chains.matches.take(places)
    runs = [Run(*r) for r in zip(found.left.tolist(), found.right.tolist(), found.length.tolist(), strict=True)]
    at = 0
    parted = []
    for size in sizes.tolist():
        parted.append(runs[at : at + size])
        at += size
    return parted


def _covers(passage: Passage, runs: Sequence[Run]) -> bool:
    """Say whether ``passage`` covers ``runs`` on both sides: they are part of it."""
    a, b = passage.left
    c, d = passage.right
    last = runs[-1]
    return a <= runs[0].left and last.left + last.length <= b and c <= runs[0].right and last.right + last.length <= d


def without_inner(passages: Sequence[Passage]) -> list[Passage]:
    """Return ``passages`` without those that lie inside a better one on both sides."""
    kept: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (-p.bits, p.left, p.right)):
        if not any(_covers(other, passage.runs) for other in kept):
            kept.append(passage)
    return kept


def join_touching(
    passages: Sequence[Passage], bits: npt.NDArray[np.float32], *, touching: int = TOUCHING
) -> list[Passage]:
    """Return ``passages`` in left order, with those made one that follow each other closely on both sides."""
    joined: list[Passage] = []
    for passage in sorted(passages, key=lambda p: (p.left, p.right)):
        if joined:
            last = joined[-1]
            left_gap, right_gap = passage.left[0] - last.left[1], passage.right[0] - last.right[1]
            if 0 <= left_gap <= touching and 0 <= right_gap <= touching:
                joined[-1] = make_passage(join([*last.runs, *passage.runs]), bits)
                continue
        joined.append(passage)
    return joined


@dataclass(frozen=True, slots=True)
class Placed:
    """A passage as code points of its two texts."""

    left: Span
    right: Span
    blocks: tuple[tuple[Span, Span], ...]


def place(passage: Passage, tokens: Tokens, left: str, right: str) -> Placed:
    """Return where ``passage`` stands in the two texts."""
    start, end = tokens.start, tokens.end
    blocks = tuple(
        (
            Span(int(start[r.left]), int(end[r.left + r.length - 1])),
            Span(int(start[r.right]), int(end[r.right + r.length - 1])),
        )
        for r in passage.runs
    )
    if passage.stretch:
        (a, b), (c, d) = passage.stretch
        core = Span(int(start[a]), int(end[b - 1])), Span(int(start[c]), int(end[d - 1]))
    else:
        core = Span(blocks[0][0].start, blocks[-1][0].end), Span(blocks[0][1].start, blocks[-1][1].end)
    wide_left, wide_right = widen(left, right, *core)
    return Placed(wide_left, wide_right, blocks)


def is_quoted(passage: Passage, tokens: Tokens) -> bool:
    """Say whether quotation marks enclose the passage, or the most of it, in one of the texts."""
    return any(
        tokens.gaps[first] & MAY_OPEN and tokens.gaps[stop - 1] & MAY_CLOSE
        for first, stop in (passage.left, passage.right)
    )
