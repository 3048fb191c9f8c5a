"""Which words that two texts share stand in quotation marks in one of them and are the other's own voice."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import accumulate

import numpy as np

from headwater.align.judgements import Pair, Shared
from headwater.align.marked import TEXT, Marked
from headwater.records import Span

BATCH = 20_000  # pairs that are looked at together, so that memory stays flat

Quoted = Callable[[str], Sequence[Span]]  # the stretches of a document that stand in quotation marks, in order


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Matched runs that are quoted in the left text only, and in the right text only."""

    left: list[Span]
    right: list[Span]


def find_wrapped(shared: Shared, pairs: Sequence[Pair], quoted: Quoted, *, least: int) -> dict[Pair, Wrapped]:
    """Return what is quoted on one side only, for those of the ``pairs`` where that is ``least`` characters or more."""
    found: dict[Pair, Wrapped] = {}
    for at in range(0, len(pairs), BATCH):
        found |= _find(shared, pairs[at : at + BATCH], quoted, least)
    return found


def _find(shared: Shared, pairs: Sequence[Pair], quoted: Quoted, least: int) -> dict[Pair, Wrapped]:
    blocks = [[block for reuse in shared[pair] for block in reuse.blocks] for pair in pairs]
    bounds = list(accumulate((len(some) for some in blocks), initial=0))
    names = sorted({name for pair in pairs for name in pair})
    marks = Marked.of([quoted(name) for name in names])
    numbers = {name: number for number, name in enumerate(names)}
    sides = []
    for side in (0, 1):
        text = np.array([numbers[pair[side]] for pair in pairs], dtype=np.int64)
        base = np.repeat(text << TEXT, np.diff(bounds))
        spans = [block[side] for some in blocks for block in some]
        start, end = (
            base + np.array(places, dtype=np.int64)
            for places in ([span.start for span in spans], [span.end for span in spans])
        )
        sides.append((marks.hold(start, end), marks.meet(start, end), end - start))
    (left_held, left_met, left_size), (right_held, right_met, right_size) = sides
    left, right = left_held & ~right_met, right_held & ~left_met
    summed = [
        np.concatenate([[0], np.cumsum(w * size)])[bounds] for w, size in ((left, left_size), (right, right_size))
    ]
    enough = np.flatnonzero(np.maximum(*(np.diff(s) for s in summed)) >= least).tolist()
    return {
        pairs[n]: Wrapped(
            *(
                [
                    block[side]
                    for block, is_wrapped in zip(blocks[n], flags[bounds[n] : bounds[n + 1]], strict=True)
                    if is_wrapped
                ]
                for side, flags in enumerate((left, right))
            )
        )
        for n in enough
    }
