"""Passages: chains of matched words carried to their ends, joined where they run on, with their score.

A passage is kept as numbers of words until the very end (``shown``). Nearly all are handled many at once
(``Passages``); what looks at one pair of texts takes them one by one (``Passage``).
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from headwater.align.chaining import Chains
from headwater.align.extension import extend
from headwater.align.gaps import MAY_CLOSE, MAY_OPEN
from headwater.align.runs import Places, Run, Runs, merge, spread
from headwater.align.tokens import Tokens
from headwater.align.weights import Words

TOUCHING = 12  # words between two passages of a pair, on both sides, that are taken as one
FEW = 8  # chains of a pair that are compared for many pairs at once
BATCH = 50_000  # chains or passages that are handled together, so that memory stays flat

Stretch = tuple[int, int]  # first word and the word after the last
Values = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Passage:
    """Matched runs of two texts (word indices, left text first), with the information of the matched words.

    ``quoted`` says that quotation marks enclose it in one of the texts. ``stretch`` holds first word and stop on both
    sides where the passage is wider than its runs: it was found by meaning, with that ``cosine``.
    """

    runs: tuple[Run, ...]
    bits: float
    stretch: tuple[Stretch, Stretch] | None = None
    cosine: float | None = None
    quoted: bool = False

    @property
    def left(self) -> Stretch:
        """First word and the word after the last on the left side."""
        if self.stretch:
            return self.stretch[0]
        return self.runs[0].left, self.runs[-1].left + self.runs[-1].length

    @property
    def right(self) -> Stretch:
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


@dataclass(frozen=True, slots=True)
class Passages:
    """Passages of many pairs of texts, those of one pair side by side: number ``n`` has the runs of ``n``.

    ``pair`` is the left text's number times the number of texts, plus the right one's; ``[left, left_stop)`` and
    ``[right, right_stop)`` its words; ``bits``, ``quoted`` and ``cosine`` (NaN for none) are those of ``Passage``.
    """

    runs: Runs
    pair: Places
    left: Places
    left_stop: Places
    right: Places
    right_stop: Places
    bits: Values
    quoted: Flags
    cosine: Values

    def __len__(self) -> int:
        return len(self.pair)

    @property
    def identity(self) -> Values:
        """Matched share of the longer side, in words."""
        matched = np.bincount(self.runs.of, weights=self.runs.length, minlength=len(self))
        share: Values = matched / np.maximum(self.left_stop - self.left, self.right_stop - self.right)
        return share

    def firsts_of_pairs(self) -> Places:
        """Return the number of the first passage of each pair."""
        return np.flatnonzero(np.diff(self.pair, prepend=-1) != 0)

    def take(self, chosen: Places | Flags) -> "Passages":
        """Return the chosen ones, numbered anew."""
        numbers = np.flatnonzero(chosen) if chosen.dtype == bool else chosen
        bounds = self.runs.bounds(len(self))
        sizes = np.diff(bounds)[numbers]
        runs = self.runs.take(spread(bounds[numbers], sizes))
        return Passages(
            replace(runs, of=np.repeat(np.arange(len(numbers)), sizes)),
            *(getattr(self, name)[numbers] for name in _COLUMNS),
        )

    def one_by_one(self) -> list[Passage]:
        """Return each passage by itself."""
        found = zip(*(x.tolist() for x in (self.runs.left, self.runs.right, self.runs.length)), strict=True)
        runs = [Run(*r) for r in found]
        bounds = self.runs.bounds(len(self)).tolist()
        columns = (self.left, self.left_stop, self.right, self.right_stop, self.bits, self.cosine, self.quoted)
        alone = []
        for number, (a, b, c, d, bits, cosine, quoted) in enumerate(zip(*(x.tolist() for x in columns), strict=True)):
            own = tuple(runs[bounds[number] : bounds[number + 1]])
            is_like = not math.isnan(cosine)
            alone.append(Passage(own, bits, ((a, b), (c, d)) if is_like else None, cosine if is_like else None, quoted))
        return alone


_COLUMNS = ("pair", "left", "left_stop", "right", "right_stop", "bits", "quoted", "cosine")


def gather(passages: Sequence[tuple[int, Passage]]) -> Passages:
    """Return single passages, each with its pair, as ``Passages``."""
    runs = [(n, r.left, r.right, r.length) for n, (_, p) in enumerate(passages) for r in p.runs]
    of_runs = np.array(runs, dtype=np.int64).reshape(-1, 4).T
    sides = [(pair, *p.left, *p.right) for pair, p in passages]
    pair, left, left_stop, right, right_stop = np.array(sides, dtype=np.int64).reshape(-1, 5).T
    return Passages(
        Runs(*of_runs),
        pair,
        left,
        left_stop,
        right,
        right_stop,
        np.array([p.bits for _, p in passages], dtype=np.float64),
        np.array([p.quoted for _, p in passages], dtype=bool),
        np.array([np.nan if p.cosine is None else p.cosine for _, p in passages], dtype=np.float64),
    )


def concatenate(parts: Sequence[Passages]) -> Passages:
    """Return the passages of all ``parts``, numbered anew, in the order of their pairs."""
    parts = [*parts, gather(())]
    begin = np.cumsum([0, *(len(p) for p in parts)])[:-1].tolist()
    of = np.concatenate([p.runs.of + b for p, b in zip(parts, begin, strict=True)])
    runs = Runs(of, *(np.concatenate([getattr(p.runs, name) for p in parts]) for name in ("left", "right", "length")))
    whole = Passages(runs, *(np.concatenate([getattr(p, name) for p in parts]) for name in _COLUMNS))
    order = np.argsort(whole.pair, kind="stable")
    return whole if (np.diff(order) == 1).all() else whole.take(order)


def make_passages(runs: Runs, pair: Places, words: Words) -> Passages:
    """Return the passages of ``runs`` with their scores; ``pair`` is that of each."""
    count = len(pair)
    bounds = runs.bounds(count)
    first, last = bounds[:-1], bounds[1:] - 1
    worth = words.worth(runs.left, runs.left + runs.length)
    bits = np.add.reduceat(worth, first) if count else np.zeros(0)
    left_stop, right_stop = (runs.left + runs.length)[last], (runs.right + runs.length)[last]
    no_cosine = np.full(count, np.nan)
    return Passages(
        runs,
        pair,
        runs.left[first],
        left_stop,
        runs.right[first],
        right_stop,
        bits,
        np.zeros(count, dtype=bool),
        no_cosine,
    )


def grow_pairs(chains: Chains, chosen: Places, words: Words) -> Iterator[Passages]:
    """Yield the passages of the pairs of texts of the ``chosen`` chains, in batches that part no pair.

    The chosen chains of a pair are neighbours.
    """
    for at in in_batches(chains.pair[chosen]):
        some = chosen[at]
        first = chains.bounds[some]
        sizes = chains.bounds[some + 1] - first
        matches = chains.matches.take(spread(first, sizes))
        seeds = Runs(np.repeat(np.arange(len(some)), sizes), matches.left, matches.right, matches.length)
        pair = chains.pair[some]
        grown = make_passages(extend(seeds, words), pair, words)
        passage = _passage_of_each(grown, make_passages(seeds, pair, words), chains.bits[some])
        of = passage[grown.runs.of]
        kept = replace(grown.runs.take(of >= 0), of=of[of >= 0])
        chain = np.flatnonzero(passage >= 0)
        pairs = np.zeros(int(passage.max()) + 1, dtype=np.int64)
        pairs[passage[chain]] = pair[chain]
        yield make_passages(merge([kept]), pairs, words)


def in_batches(pair: Places) -> Iterator[slice]:
    """Cut what belongs to each ``pair`` into batches that part none."""
    start = 0
    while start < len(pair):
        stop = min(start + BATCH, len(pair))
        if stop < len(pair):
            stop = int(np.searchsorted(pair, pair[stop - 1], side="right"))
        yield slice(start, stop)
        start = stop


def _passage_of_each(grown: Passages, seeds: Passages, seed_bits: Values) -> Places:
    """Return for each chain the number of the passage that it is, or is part of; -1 where another one covers it.

    ``seeds`` are the chains before they were ``grown``.
    """
    firsts = grown.firsts_of_pairs()
    sizes = np.diff(np.append(firsts, len(grown)))
    several = np.flatnonzero(_meet_others(grown, seeds, firsts, sizes))
    parts = {}
    for pair, first, size in zip(several.tolist(), firsts[several].tolist(), sizes[several].tolist(), strict=True):
        here = slice(first, first + size)
        parts[pair] = _join_chains(_sides(grown, here), _sides(seeds, here), grown.bits[here], seed_bits[here])
    count = sizes.copy()
    count[several] = [len(groups) for groups in parts.values()]
    number = np.cumsum(count) - count
    passage = np.repeat(number - firsts, sizes) + np.arange(len(grown))
    for pair, groups in parts.items():
        of = np.full(int(sizes[pair]), -1)
        for nth, group in enumerate(groups):
            of[group] = number[pair] + nth
        passage[firsts[pair] : firsts[pair] + sizes[pair]] = of
    return passage


def _meet_others(grown: Passages, seeds: Passages, firsts: Places, sizes: Places) -> Flags:
    """Say of each pair whether one of its chains may cover another, go on in it or stand before it out of order."""
    found = sizes > FEW  # which are looked at one by one, whatever they are
    for ahead in range(1, FEW):
        pairs = np.flatnonzero((sizes > ahead) & ~found)
        reach = sizes[pairs] - ahead
        one, pair = spread(firsts[pairs], reach), np.repeat(pairs, reach)
        other = one + ahead
        meet = grown.left[other] <= grown.left[one]
        for a, b in ((one, other), (other, one)):
            for inner in (grown, seeds):
                meet |= (
                    (grown.left[a] <= inner.left[b])
                    & (inner.left_stop[b] <= grown.left_stop[a])
                    & (grown.right[a] <= inner.right[b])
                    & (inner.right_stop[b] <= grown.right_stop[a])
                )
            gaps = grown.left[b] - grown.left_stop[a], grown.right[b] - grown.right_stop[a]
            meet |= (np.minimum(*gaps) >= 0) & (np.maximum(*gaps) <= TOUCHING)
        found[pair[meet]] = True
    return found


@dataclass(frozen=True, slots=True)
class _Sides:
    left: Stretch
    right: Stretch

    def covers(self, other: "_Sides") -> bool:
        """Say whether ``other`` is part of these words on both sides."""
        (a, b), (c, d) = self.left, self.right
        return a <= other.left[0] and other.left[1] <= b and c <= other.right[0] and other.right[1] <= d


def _sides(passages: Passages, here: slice) -> list[_Sides]:
    columns = (passages.left, passages.left_stop, passages.right, passages.right_stop)
    return [_Sides((a, b), (c, d)) for a, b, c, d in zip(*(x[here].tolist() for x in columns), strict=True)]


def _join_chains(grown: list[_Sides], seeds: list[_Sides], bits: Values, seed_bits: Values) -> list[list[int]]:
    """Return which chains of one pair make one passage, in left order; those inside a better one are left out.

    Chains that follow each other closely on both sides are one passage.
    """
    kept: list[int] = []
    for number in np.argsort(-seed_bits, kind="stable").tolist():
        if not any(grown[k].covers(seeds[number]) for k in kept):
            kept.append(number)
    outer: list[int] = []
    for number in sorted(kept, key=lambda n: (-bits[n], grown[n].left, grown[n].right)):
        if not any(grown[k].covers(grown[number]) for k in outer):
            outer.append(number)
    joined: list[list[int]] = []
    for number in sorted(outer, key=lambda n: (grown[n].left, grown[n].right)):
        if joined:
            last, here = grown[joined[-1][-1]], grown[number]
            gaps = here.left[0] - last.left[1], here.right[0] - last.right[1]
            if min(gaps) >= 0 and max(gaps) <= TOUCHING:
                joined[-1].append(number)
                continue
        joined.append([number])
    return joined


def are_quoted(passages: Passages, tokens: Tokens) -> Flags:
    """Say of each passage whether quotation marks enclose it, or the most of it, in one of the texts."""
    quoted = np.zeros(len(passages), dtype=bool)
    for first, stop in ((passages.left, passages.left_stop), (passages.right, passages.right_stop)):
        quoted |= (tokens.gaps[first] & MAY_OPEN > 0) & (tokens.gaps[stop - 1] & MAY_CLOSE > 0)
    return quoted
