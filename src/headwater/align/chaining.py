"""Which exact matches of two texts belong to one passage: matches in the same order with small gaps are chained.

Matches of a pair are linked to the nearest following match whose gap is small on both sides (collinear chaining;
Abouelhoda and Ohlebusch 2005, with the nearest instead of the best successor, so that all pairs are chained in a few
array operations). A chain's score is the bits of its words less GAP_COST for each word skipped.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.seeds import Matches, PlaceArray
from headwater.align.weights import Words

GAP = 30  # words left unmatched between two matches of one passage; edited copies keep a run of five about that often
SKEW = 20  # words that the gap may be longer on one side
LOOK_AHEAD = 4  # matches; a chance match of a repeated phrase may stand between two that belong together
GAP_COST = 0.4  # bits for each unmatched word of the longer side


@dataclass(frozen=True, slots=True)
class Chains:
    """Matches sorted so that those of one chain are neighbours: chain ``c`` is matches[bounds[c]:bounds[c + 1]]."""

    matches: Matches
    bounds: PlaceArray
    bits: npt.NDArray[np.float64]
    pair: PlaceArray


def chain(
    matches: Matches,
    words: Words,
    *,
    gap: int = GAP,
    skew: int = SKEW,
) -> Chains:
    """Return the chains of ``matches``."""
    texts = len(words.tokens.first) - 1
    pair = words.owner[matches.left].astype(np.int64) * texts + words.owner[matches.right]
    order = np.argsort(matches.left << 32 | matches.right, kind="stable")
    order = order[np.argsort(pair[order], kind="stable")]
    matches, pair = matches.take(order), pair[order]
    count = len(pair)
    before = np.full(count, -1, dtype=np.int64)
    taken = np.zeros(count, dtype=bool)
    left_end, right_end = matches.left + matches.length, matches.right + matches.length
    cost = np.zeros(count)
    for ahead in range(1, LOOK_AHEAD + 1):
        if count <= ahead:
            break
        a, b = slice(0, count - ahead), slice(ahead, count)
        left_gap = matches.left[b] - left_end[a]
        right_gap = matches.right[b] - right_end[a]
        fits = (pair[a] == pair[b]) & ~taken[a] & (before[b] < 0)
        fits &= (left_gap <= gap) & (right_gap <= gap) & (np.abs(left_gap - right_gap) <= skew)
        fits &= (left_end[b] > left_end[a]) & (right_end[b] > right_end[a])
        fits &= (matches.left[b] > matches.left[a]) & (matches.right[b] > matches.right[a])
        which = np.flatnonzero(fits)
        taken[which] = True
        before[which + ahead] = which
        cost[which + ahead] = GAP_COST * np.maximum(np.maximum(left_gap, right_gap)[which], 0)
    head = np.where(before < 0, np.arange(count), before)
    while True:
        further = head[head]
        if np.array_equal(further, head):
            break
        head = further
    order = np.argsort(head, kind="stable")
    matches, pair, head = matches.take(order), pair[order], head[order]
    worth = words.worth(matches.left, matches.left + matches.length) - cost[order]
    starts = np.flatnonzero(np.concatenate([[True], head[1:] != head[:-1]])) if count else np.zeros(0, dtype=np.int64)
    bits = np.add.reduceat(worth, starts) if count else np.zeros(0)
    return Chains(matches, np.append(starts, count).astype(np.int64), bits, pair[starts])
