"""The best legal reading of tag scores: Viterbi over begin / inside / outside tags (Viterbi 1967).

Tags are numbered O = 0, then B and I of each kind: kind k has B = 1 + 2k, I = 2 + 2k.
"""

from functools import cache

import numpy as np
from numpy.typing import NDArray

Run = tuple[int, int, int]  # kind, first piece, piece after the last


@cache
def _legal(tags: int) -> NDArray[np.float32]:
    """Scores of going from one tag to the next: I may only follow B or I of its own kind."""
    moves = np.zeros((tags, tags), dtype=np.float32)
    for inside in range(2, tags, 2):
        moves[:, inside] = -1e4
        moves[inside, inside] = moves[inside - 1, inside] = 0.0
    return moves


def best_tags(scores: NDArray[np.float32]) -> NDArray[np.int64]:
    """Return the best legal tag sequence of each row of ``scores`` (rows, pieces, tags)."""
    rows, length, tags = scores.shape
    moves = _legal(tags)
    best = scores[:, 0].copy()
    best[:, 2::2] = -1e4
    back = np.zeros((length, rows, tags), dtype=np.int64)
    for i in range(1, length):
        options = best[:, :, None] + moves
        back[i] = options.argmax(1)
        best = options.max(1) + scores[:, i]
    out = np.zeros((rows, length), dtype=np.int64)
    each = np.arange(rows)
    out[:, -1] = best.argmax(1)
    for i in range(length - 1, 0, -1):
        out[:, i - 1] = back[i][each, out[:, i]]
    return out


def runs(tags: NDArray[np.int64]) -> list[Run]:
    """Return the runs of one tag sequence.

    >>> runs(np.array([0, 1, 2, 0, 3, 3, 4]))
    [(0, 1, 3), (1, 4, 5), (1, 5, 7)]
    """
    found: list[Run] = []
    values = tags.tolist()
    start = None
    for i, tag in enumerate([*values, 0]):
        if start is not None and (tag == 0 or tag % 2 == 1):
            found.append(((values[start] - 1) // 2, start, i))
            start = None
        if tag % 2 == 1:
            start = i
    return found


def softmax(scores: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return probabilities over the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    total: NDArray[np.float32] = raised / raised.sum(-1, keepdims=True)
    return total
