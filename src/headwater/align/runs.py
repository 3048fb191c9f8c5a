"""Equal words of many pairs of rows at once: runs, how touching ones are joined, and longest common subsequences.

A longest common subsequence of two short rows is found with one machine word a row (bit-parallel; Hyyrö 2004), step by
step for many pairs of rows together, and traced back as rapidfuzz does it, so that one pair alone and many together are
aligned the same way: equal ends are matched first, then from the end backwards, words of the left row are left out
before words of the right one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from headwater.align.tokens import HashArray

LONGEST = 40  # words of a row that is aligned together with others; longer ones are aligned alone
TOGETHER = 4_096  # pairs of rows that are aligned together: their arrays stay in the processor's cache
_WIDTHS = (8, 16, 32, LONGEST)
_LOWEST = np.array([(1 << count) - 1 for count in range(LONGEST + 1)], dtype=np.uint64)
_KINDS = ((8, np.uint8), (16, np.uint16), (32, np.uint32), (64, np.uint64))

Masks = npt.NDArray[np.unsignedinteger]
Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words from word ``left`` of one side and ``right`` of the other."""

    left: int
    right: int
    length: int


@dataclass(frozen=True, slots=True)
class Runs:
    """Runs of many chains or passages, each ``length`` equal words from word ``left`` and from word ``right``.

    ``of`` numbers what a run belongs to; the runs are sorted by it, then by ``left``.
    """

    of: Places
    left: Places
    right: Places
    length: Places

    def __len__(self) -> int:
        return len(self.of)

    def take(self, chosen: Places | npt.NDArray[np.bool_] | slice) -> "Runs":
        """Return the chosen ones."""
        return Runs(self.of[chosen], self.left[chosen], self.right[chosen], self.length[chosen])

    def bounds(self, count: int) -> Places:
        """Return where the runs of each of ``count`` owners start; those of ``n`` are bounds[n] up to bounds[n + 1]."""
        return np.searchsorted(self.of, np.arange(count + 1))


def spread(first: Places, sizes: Places) -> Places:
    """Return the numbers from each ``first`` on, as many as ``sizes`` says, one row after the other."""
    stops = np.cumsum(sizes)
    return np.repeat(first - stops + sizes, sizes) + np.arange(int(stops[-1]) if len(stops) else 0)


def merge(parts: Sequence[Runs]) -> Runs:
    """Return all runs of ``parts``, sorted, with those that touch on both sides made one; none may overlap."""
    of = np.concatenate([p.of for p in parts])
    left = np.concatenate([p.left for p in parts])
    order = np.argsort(of << 32 | left, kind="stable")  # one number is sorted in a tenth of the time that two take
    right, length = (np.concatenate([getattr(p, name) for p in parts])[order] for name in ("right", "length"))
    return join_touching(Runs(of[order], left[order], right, length))


def join_touching(runs: Runs) -> Runs:
    """Return sorted ``runs`` with those that touch on both sides made one."""
    if len(runs) == 0:
        return runs
    new = np.ones(len(runs), dtype=bool)
    new[1:] = runs.of[1:] != runs.of[:-1]
    new[1:] |= runs.left[1:] != (runs.left + runs.length)[:-1]
    new[1:] |= runs.right[1:] != (runs.right + runs.length)[:-1]
    starts = np.flatnonzero(new)
    kept = runs.take(starts)
    return Runs(kept.of, kept.left, kept.right, np.add.reduceat(runs.length, starts))


def join(runs: Sequence[Run]) -> list[Run]:
    """Return ``runs`` of one passage with those that touch on both sides made one."""
    joined: list[Run] = []
    for run in runs:
        if joined:
            last = joined[-1]
            if last.left + last.length == run.left and last.right + last.length == run.right:
                joined[-1] = Run(last.left, last.right, last.length + run.length)
                continue
        joined.append(run)
    return joined


def align_words(words: HashArray, a: int, a_stop: int, b: int, b_stop: int) -> list[Run]:
    """Return the equal runs of a longest common subsequence of words ``[a, a_stop)`` and ``[b, b_stop)``."""
    operations = Indel.opcodes(words[a:a_stop].tolist(), words[b:b_stop].tolist())
    return [Run(a + o.src_start, b + o.dest_start, o.src_end - o.src_start) for o in operations if o.tag == "equal"]


def align_rows(words: HashArray, left: Places, left_stop: Places, right: Places, right_stop: Places) -> Runs:
    """Return what ``align_words`` gives for each row of words ``[left, left_stop)`` and ``[right, right_stop)``.

    The runs belong to the number of their pair of rows.
    """
    rows = np.arange(len(left))
    ahead = count_equal(words, left, right, np.minimum(left_stop - left, right_stop - right), 1)
    a, b = left + ahead, right + ahead
    behind = count_equal(words, left_stop - 1, right_stop - 1, np.minimum(left_stop - a, right_stop - b), -1)
    a_stop, b_stop = left_stop - behind, right_stop - behind
    parts = [Runs(rows, left, right, ahead), Runs(rows, a_stop, b_stop, behind)]
    parts = [part.take(part.length > 0) for part in parts]
    size = np.where((a < a_stop) & (b < b_stop), np.maximum(a_stop - a, b_stop - b), 0)
    shorter = 0
    for width in _WIDTHS:
        chosen = np.flatnonzero((size > shorter) & (size <= width))
        for at in range(0, len(chosen), TOGETHER):
            some = chosen[at : at + TOGETHER]
            row, i, j = _match(words, a[some], (a_stop - a)[some], b[some], (b_stop - b)[some], width)
            row = some[row]
            parts.append(Runs(row, a[row] + i, b[row] + j, np.ones(len(row), dtype=np.int64)))
        shorter = width
    for long in np.flatnonzero(size > LONGEST).tolist():
        alone = align_words(words, int(a[long]), int(a_stop[long]), int(b[long]), int(b_stop[long]))
        found = np.array([(long, r.left, r.right, r.length) for r in alone], dtype=np.int64).reshape(-1, 4)
        parts.append(Runs(*found.T))
    return merge(parts)


def count_equal(words: HashArray, left: Places, right: Places, room: Places, step: int) -> Places:
    """Return how many words are equal from ``left`` and ``right`` on, at most ``room``, going by ``step``."""
    length = np.zeros(len(left), dtype=np.int64)
    active = np.flatnonzero(room > 0)
    while len(active):
        done = length[active]
        equal = words[left[active] + step * done] == words[right[active] + step * done]
        active = active[equal]
        length[active] += 1
        active = active[length[active] < room[active]]
    return length


def _match(
    words: HashArray, a: Places, ours: Places, b: Places, theirs: Places, width: int
) -> tuple[Places, Places, Places]:
    """Return row, left and right number of each match; ``ours`` words stand from ``a``, ``theirs`` from ``b``."""
    last = len(words) - 1
    lefts = words[np.minimum(a[:, None] + np.arange(width), last)]
    rights = words[np.minimum(b + np.arange(int(theirs.max()))[:, None], last)]
    partners = find_partners(lefts, rights)
    inside = _lowest_bits(ours, partners.dtype)
    free = np.full(len(a), -1, dtype=np.int64).astype(partners.dtype)  # bit i: left word i has no partner yet
    steps = np.empty_like(partners)
    for step, partner in enumerate(partners):
        taken = free & partner & inside
        free = (free + taken) | (free - taken)
        steps[step] = free
    return _trace_back(steps, ours, theirs)


def find_partners(lefts: HashArray, rights: HashArray) -> Masks:
    """Return for each right word a number whose bit ``i`` says whether word ``i`` of the left row is the same.

    *Shapes:* lefts (rows, width, a multiple of 8), rights (steps, rows), result (steps, rows).
    """
    rows, width = lefts.shape
    kind = np.dtype(next(kind for size, kind in _KINDS if width <= size))
    packed = np.zeros((rows, kind.itemsize), dtype=np.uint8)
    partners = np.empty(rights.shape, dtype=kind)
    for step, right in enumerate(rights):
        equal = (lefts == right[:, None]).reshape(-1)
        packed[:, : width // 8] = np.packbits(equal, bitorder="little").reshape(rows, -1)
        partners[step] = packed.view(kind)[:, 0]
    return partners


def _lowest_bits(count: Places, kind: np.dtype[np.unsignedinteger]) -> Masks:
    """Return numbers in which just the ``count`` lowest bits are set."""
    mask: Masks = _LOWEST.take(count).astype(kind, copy=False)
    return mask


def _trace_back(free: Masks, ours: Places, theirs: Places) -> tuple[Places, Places, Places]:
    """Return row, left and right number of the matched words, from what was ``free`` after each right word."""
    i = ours.copy()
    found: list[tuple[Places, Places, Places]] = []
    for j in range(len(free), 0, -1):
        # the last left word so far that had a partner by now; its number is exact as a float since LONGEST < 53
        taken = ~free[j - 1] & _lowest_bits(i, free.dtype)
        i = np.where(j <= theirs, np.frexp(taken.astype(np.float64))[1], i)
        is_new = (i > 0) & (j <= theirs)
        if j > 1:
            is_new &= (free[j - 2] >> np.maximum(i - 1, 0).astype(free.dtype) & free.dtype.type(1)) > 0
        row = np.flatnonzero(is_new)
        i[row] -= 1
        found.append((row, i[row], np.full(len(row), j - 1)))
    rows, lefts, rights = (np.concatenate([f[n] for f in found]) for n in range(3))
    return rows, lefts, rights
