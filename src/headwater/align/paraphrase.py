"""Passages that say the same in other words: found sentence by sentence, inside a given pair of documents.

Units of both texts are compared by the cosine of their tf-isf vectors and the Dice coefficient of their words; pairs of
units that pass both are clustered where they lie close on both sides, and a cluster must be similar as a whole, else it
is split with a smaller gap (Sanchez-Perez, Sidorov and Gelbukh 2014). A passage that digests another text has partners
all over it: it is found as a run of units with partners that are spread (``find_digest``). Thresholds were set on half
of the PAN-2013 development pairs (``eval/reuse.py --half tune``). Known limit: wording must still overlap; a paraphrase
without common words is not found.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.units import Units

LEAST_COSINE = 0.3  # of two units
LEAST_DICE = 0.33  # of two units
LEAST_WHOLE = 0.42  # cosine of two clusters as a whole
GAP = 3  # units without partner inside a cluster
LEAST_LENGTH = 150  # characters of a passage on either side
BLOCK = 64  # rows, columns and depth of one block of a product
LARGEST = 4_000  # units of a text; a longer one is not compared by meaning
# A digest
BASE = 0.2  # cosine to the best partner that counts for a unit; unrelated units of a topic reach about that
CAP = 0.5  # cosine beyond which a unit counts no more
LEAST_SUM = 0.5  # of a run of units, each counting its cosine less BASE
LEAST_MEAN = 0.27  # cosine of its units to their partners; reports on one topic reach 0.3
MOST_OUTSIDE = 0.4  # of that cosine, which the rest of the text may reach: two reports on one topic are alike all over
LEAST_PARTNERS = 3  # different units of the other text
LEAST_SPREAD = 0.4  # share of the other text between the first and the last partner
LEAST_RATIO = 2.0  # length of that stretch against the digest
MOST_COMPACT = 0.7  # share of the sum that partners may have in a window of one and a half times the digest
COPY_LENGTH = 260  # characters of a passage that is alike as a whole: its pair is copied, not digested
COPY_COSINE = 0.5

FloatArray = npt.NDArray[np.float64]
UnitPairs = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two stretches of units ``[left, left_stop)`` and ``[right, right_stop)`` that say the same, with their cosine.

    ``whole`` is whether the one digests the whole of the other text.
    """

    left: int
    left_stop: int
    right: int
    right_stop: int
    cosine: float
    whole: bool = False

    def lengths(self, left: Units, right: Units) -> tuple[int, int]:
        """Return the characters of both sides."""
        a, b = left.chars(self.left, self.left_stop)
        c, d = right.chars(self.right, self.right_stop)
        return b - a, d - c

    def shorter(self, left: Units, right: Units) -> int:
        """Return the characters of the shorter side."""
        return min(self.lengths(left, right))


@dataclass(frozen=True, slots=True)
class _Vectors:
    """tf-isf weights of the stems of each unit: unit ``u`` owns entries rows[u] up to rows[u + 1]."""

    rows: npt.NDArray[np.int64]
    stem: npt.NDArray[np.int64]
    weight: FloatArray


@dataclass(frozen=True, slots=True)
class _Comparison:
    left: _Vectors
    right: _Vectors
    stems: int
    cosine: npt.NDArray[np.float32]
    seeds: UnitPairs


def find_paraphrases(left: Units, right: Units, *, digests: bool = True) -> list[Likeness]:
    """Return the stretches that say the same, best first, none overlapping a better one by more than half.

    ``digests`` is whether a digest of the one text is looked for in the other.
    """
    if not (0 < len(left) <= LARGEST and 0 < len(right) <= LARGEST):
        return []
    comparison = _compare(left, right)
    found = _extend(comparison, comparison.seeds, GAP) if len(comparison.seeds) else []
    kept: list[Likeness] = []
    for likeness in sorted(found, key=lambda f: (-_weight(left, right, f), f.left, f.right)):
        if likeness.shorter(left, right) >= LEAST_LENGTH and not any(_overlap(k, likeness) for k in kept):
            kept.append(likeness)
    if not digests or any(k.cosine > COPY_COSINE and k.shorter(left, right) > COPY_LENGTH for k in kept):
        return kept
    digest = _find_digest(comparison.cosine, left, right)
    if digest is None:
        other = _find_digest(comparison.cosine.T, right, left)
        if other is None:
            return kept
        digest = Likeness(other.right, other.right_stop, other.left, other.left_stop, other.cosine, whole=True)
    return [digest]


def _weight(left: Units, right: Units, found: Likeness) -> float:
    return sum(found.lengths(left, right)) * found.cosine


def _overlap(better: Likeness, other: Likeness) -> bool:
    left = min(better.left_stop, other.left_stop) - max(better.left, other.left)
    right = min(better.right_stop, other.right_stop) - max(better.right, other.right)
    return left > 0.5 * (other.left_stop - other.left) or right > 0.5 * (other.right_stop - other.right)


def _compare(left: Units, right: Units) -> _Comparison:
    units = len(left) + len(right)
    _, stem = np.unique(np.concatenate([left.stems, right.stems]), return_inverse=True)
    stems = int(stem.max()) + 1
    unit = np.repeat(np.arange(units), np.concatenate([np.diff(left.bounds), np.diff(right.bounds)]))
    keys, counts = np.unique(unit * stems + stem, return_counts=True)
    unit, stem = keys // stems, keys % stems
    weight = counts * np.log(units / np.bincount(stem, minlength=stems))[stem]
    norm = np.sqrt(np.bincount(unit, weights=weight * weight, minlength=units))
    size = np.bincount(unit, minlength=units)
    of_left = unit < len(left)
    shared = np.flatnonzero(
        (np.bincount(stem[of_left], minlength=stems) > 0) & (np.bincount(stem[~of_left], minlength=stems) > 0)
    )
    column = np.full(stems, -1)
    column[shared] = np.arange(len(shared))
    common = column[stem] >= 0
    weights = np.zeros((units, len(shared)), dtype=np.float32)
    present = np.zeros((units, len(shared)), dtype=np.float32)
    weights[unit[common], column[stem[common]]] = weight[common]
    present[unit[common], column[stem[common]]] = 1
    cut = len(left)
    cosine = _product(weights[:cut], weights[cut:]) / np.maximum(np.outer(norm[:cut], norm[cut:]), 1e-9)
    seeds = np.argwhere(cosine > LEAST_COSINE)
    both = (present[seeds[:, 0]] * present[seeds[:, 1] + cut]).sum(axis=1)
    dice = 2 * both / np.maximum(size[seeds[:, 0]] + size[seeds[:, 1] + cut], 1)
    rows = np.searchsorted(unit, np.arange(units + 1))
    middle = int(rows[cut])
    return _Comparison(
        _Vectors(rows[: cut + 1], stem[:middle], weight[:middle]),
        _Vectors(rows[cut:] - middle, stem[middle:], weight[middle:]),
        stems,
        cosine.astype(np.float32),
        seeds[dice > LEAST_DICE],
    )


def _product(one: npt.NDArray[np.float32], other: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
    """Return ``one @ other.T`` in blocks so small that the linear algebra library stays in this thread.

    Its threads cost four times the processor time here, and how they split the sums would show in the last digits.
    """
    result = np.zeros((len(one), len(other)), dtype=np.float32)
    for row in range(0, len(one), BLOCK):
        for column in range(0, len(other), BLOCK):
            part = result[row : row + BLOCK, column : column + BLOCK]
            for inner in range(0, one.shape[1], BLOCK):
                part += (
                    one[row : row + BLOCK, inner : inner + BLOCK]
                    @ other[column : column + BLOCK, inner : inner + BLOCK].T
                )
    return result


def _whole(vectors: _Vectors, first: int, stop: int, stems: int) -> FloatArray:
    a, b = int(vectors.rows[first]), int(vectors.rows[stop])
    return np.bincount(vectors.stem[a:b], weights=vectors.weight[a:b], minlength=stems).astype(np.float64)


def _extend(comparison: _Comparison, seeds: UnitPairs, gap: int) -> list[Likeness]:
    """Return the clusters of ``seeds`` that are alike as a whole, splitting those that are not."""
    found = []
    for cluster in _clusters(seeds, gap):
        (left, right), (left_last, right_last) = cluster.min(axis=0).tolist(), cluster.max(axis=0).tolist()
        one = _whole(comparison.left, left, left_last + 1, comparison.stems)
        other = _whole(comparison.right, right, right_last + 1, comparison.stems)
        cosine = float(one @ other / max(float(np.sqrt((one @ one) * (other @ other))), 1e-9))
        if cosine >= LEAST_WHOLE:
            found.append(Likeness(left, left_last + 1, right, right_last + 1, cosine))
        elif gap > 0:
            found += _extend(comparison, cluster, gap - 1)
    return found


def _clusters(seeds: UnitPairs, gap: int) -> list[UnitPairs]:
    """Split ``seeds`` wherever either side leaves out more than ``gap`` units, again and again until nothing splits."""
    done: list[UnitPairs] = []
    waiting = [(seeds, 0, 0)]
    while waiting:
        cluster, side, whole = waiting.pop()
        ordered = cluster[np.argsort(cluster[:, side], kind="stable")]
        parts = np.split(ordered, np.flatnonzero(np.diff(ordered[:, side]) > gap + 1) + 1)
        if len(parts) > 1:
            waiting += [(part, 1 - side, 0) for part in parts]
        elif whole:
            done.append(ordered)
        else:
            waiting.append((ordered, 1 - side, 1))
    return done


def _find_digest(cosine: npt.NDArray[np.float32], left: Units, right: Units) -> Likeness | None:
    """Return a run of left units whose partners lie spread over the right text, which it digests as a whole."""
    best, partner = cosine.max(axis=1), cosine.argmax(axis=1)
    worth = np.minimum(best, CAP) - BASE
    first, stop, total = _best_run(worth.tolist())
    if total < LEAST_SUM:
        return None
    counted = np.flatnonzero(worth[first:stop] > 0) + first
    partners, gains = partner[counted], worth[counted]
    if len(np.unique(partners)) < LEAST_PARTNERS:
        return None
    digest = left.chars(first, stop)
    stretch = right.chars(int(partners.min()), int(partners.max()) + 1)
    whole = right.chars(0, len(right))
    length = digest[1] - digest[0]
    if length < LEAST_LENGTH or stretch[1] - stretch[0] < max(
        LEAST_SPREAD * (whole[1] - whole[0]), LEAST_RATIO * length
    ):
        return None
    window = 1.5 * (stop - first) + 1
    compact = max(float(gains[(partners >= p) & (partners <= p + window)].sum()) for p in np.unique(partners).tolist())
    if compact > MOST_COMPACT * float(gains.sum()):
        return None
    mean = float(best[first:stop].mean())
    outside = np.concatenate([best[:first], best[stop:]])
    if mean < LEAST_MEAN or (len(outside) and float(outside.mean()) > MOST_OUTSIDE * mean):
        return None
    return Likeness(first, stop, 0, len(right), mean, whole=True)


def _best_run(worth: list[float]) -> tuple[int, int, float]:
    """Return the run with the largest sum (Kadane): first, stop, sum."""
    best, first, stop = 0.0, 0, 0
    running, start = 0.0, 0
    for place, value in enumerate(worth):
        if running <= 0:
            running, start = 0.0, place
        running += value
        if running > best:
            best, first, stop = running, start, place + 1
    return first, stop, best
