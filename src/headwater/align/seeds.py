"""Where two texts start to share words: runs of five words that few texts hold, grown to maximal exact matches.

Every run of SEED words is hashed and sorted, so equal runs meet (a sort join: no pair of texts is ever tried that
shares nothing). Runs held by more than FREQUENT places are left out: they are set phrases. Of each shared stretch
only the first run is kept and grown, so the cost follows the number of passages, not of words (maximal exact matches;
Delcher et al. 1999). Known limit: copies of one text in more than FREQUENT documents are linked to the first holder
only, not to each other.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.runs import count_equal
from headwater.align.tokens import Tokens

SEED = 5  # words; 4 joins set phrases at seven times the cost, 6 loses edited copies
FREQUENT = 50  # places of one run, beyond which its holders are only linked to the first
GROUP_LIMIT = 20_000  # places of one run, beyond which it is not used at all
SHARD = 4_000_000  # runs that are sorted at once, so that sorting takes the same memory for any collection
MOST_SHARDS = 64
BLOCK = 1 << 16  # runs that are hashed at once: they stay in the processor's cache
_MIXERS = np.array(
    [0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0xD6E8FEB86659FD93, 0xA0761D6478BD642F],
    dtype=np.uint64,
)

PlaceArray = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Matches:
    """Equal runs of words: ``length`` words from ``left`` and from ``right`` (indices of words), texts left < right."""

    left: PlaceArray
    right: PlaceArray
    length: PlaceArray

    def take(self, chosen: npt.NDArray[np.int64] | npt.NDArray[np.bool_]) -> "Matches":
        """Return the chosen ones."""
        return Matches(self.left[chosen], self.right[chosen], self.length[chosen])


@dataclass(frozen=True, slots=True)
class Groups:
    """Places (word indices) that start with the same run of words; group ``g`` is places[bounds[g]:bounds[g + 1]]."""

    places: PlaceArray
    bounds: PlaceArray


def find_groups(tokens: Tokens) -> Groups:
    """Return the runs of words that stand in more than one place, in a fixed order."""
    runs = hash_runs(tokens, SEED)
    within = _is_within_text(tokens, SEED)[: len(runs)]
    shards = min(1 + len(runs) // SHARD, MOST_SHARDS)
    size = -(-(1 << 64) // shards)
    parts = []
    for number in range(shards):  # equal ranges of hashes, one after the other
        last = min((number + 1) * size, 1 << 64) - 1
        places = np.flatnonzero(within & (runs >= np.uint64(number * size)) & (runs <= np.uint64(last)))
        parts.append(_group(places, runs[places]))
    begin = np.cumsum([0, *(len(part.places) for part in parts)])
    bounds = [part.bounds[:-1] + b for part, b in zip(parts, begin[:-1].tolist(), strict=True)]
    return Groups(np.concatenate([part.places for part in parts]), np.concatenate([*bounds, begin[-1:]]))


def _group(places: PlaceArray, runs: npt.NDArray[np.uint64]) -> Groups:
    """Return the groups of equal ``runs``, which start at ``places``."""
    low = np.uint64(max(1, len(runs).bit_length()))
    keys = (runs >> low) << low  # packed with where it stands, a run is sorted three times as fast
    keys |= np.arange(len(runs), dtype=np.uint64)
    keys.sort()
    at = (keys & ((np.uint64(1) << low) - np.uint64(1))).astype(np.int64)
    member = _is_repeated(keys >> low)
    at = at[member]
    found = runs[at]
    if (found[1:] < found[:-1]).any():  # runs that differ only in the bits that gave way lie mixed
        order = np.lexsort((at, found))
        at, found = at[order], found[order]
    member = _is_repeated(found)
    at, found = at[member], found[member]
    starts = np.flatnonzero(np.concatenate([[True], found[1:] != found[:-1]])) if len(found) else np.zeros(0, np.int64)
    return Groups(places[at], np.append(starts, len(at)).astype(np.int64))


def _is_repeated(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Say for each of sorted ``values`` whether a neighbour is the same."""
    same = values[1:] == values[:-1]
    repeated = np.zeros(len(values), dtype=bool)
    repeated[1:] = same
    repeated[:-1] |= same
    return repeated


def find_runs(tokens: Tokens) -> tuple[PlaceArray, npt.NDArray[np.uint64]]:
    """Return the words that SEED words of one text start with, and the hash of each such run."""
    runs = hash_runs(tokens, SEED)
    places = np.flatnonzero(_is_within_text(tokens, SEED)[: len(runs)])
    return places, runs[places]


def hash_runs(tokens: Tokens, size: int) -> npt.NDArray[np.uint64]:
    """Return the hash of the ``size`` words from each word on; runs may cross texts."""
    count = len(tokens.hash) - size + 1
    if count <= 0:
        return np.zeros(0, dtype=np.uint64)
    runs = np.zeros(count, dtype=np.uint64)
    for first in range(0, count, BLOCK):
        some = runs[first : first + BLOCK]
        for place in range(size):
            words = tokens.hash[first + place : first + place + len(some)].astype(np.uint64)
            some += (words + np.uint64(place + 1)) * _MIXERS[place]
        some ^= some >> np.uint64(29)
        some *= _MIXERS[1]
    return runs


def _is_within_text(tokens: Tokens, size: int) -> npt.NDArray[np.bool_]:
    """Say for each word whether a run of ``size`` words from it stays inside its text."""
    good = np.ones(len(tokens.hash), dtype=bool)
    for back in range(1, size):
        ends = tokens.first[1:] - back
        good[ends[ends >= tokens.first[:-1]]] = False
    return good


def match_runs(tokens: Tokens, owner: npt.NDArray[np.int32], groups: Groups, usable: npt.NDArray[np.bool_]) -> Matches:
    """Return the maximal exact matches between different texts that hold a run of ``groups``.

    ``owner`` is the text of each word; ``usable`` says which words may start a run (boilerplate may not).
    """
    groups = _without(groups, usable)
    sizes = np.diff(groups.bounds)
    good = np.zeros(len(tokens.hash) + 1, dtype=bool)
    good[groups.places[np.repeat(sizes <= FREQUENT, sizes)]] = True
    pieces = [_first_of_stretch(tokens, owner, good, *pair) for pair in _pairs(groups, sizes)]
    if not pieces:
        nothing = np.zeros(0, dtype=np.int64)
        return Matches(nothing, nothing, nothing)
    left = np.concatenate([p.left for p in pieces])
    right = np.concatenate([p.right for p in pieces])
    return grow(tokens, owner, left, right)


def _without(groups: Groups, usable: npt.NDArray[np.bool_]) -> Groups:
    kept = usable[groups.places]
    if kept.all():
        return groups
    group = np.repeat(np.arange(len(groups.bounds) - 1), np.diff(groups.bounds))[kept]
    sizes = np.bincount(group, minlength=len(groups.bounds) - 1)
    several = sizes > 1
    places = groups.places[kept][several[group]]
    return Groups(places, np.concatenate([[0], np.cumsum(sizes[several])]).astype(np.int64))


def _pairs(groups: Groups, sizes: PlaceArray) -> list[tuple[PlaceArray, PlaceArray]]:
    pairs = []
    starts = groups.bounds[:-1]
    usual = sizes <= FREQUENT
    first = starts[(~usual) & (sizes <= GROUP_LIMIT)]
    for distance in range(1, FREQUENT):
        tall = usual & (sizes > distance)
        if not tall.any():
            break
        reach = sizes[tall] - distance
        base = np.repeat(starts[tall], reach)
        step = np.arange(len(base)) - np.repeat(np.cumsum(reach) - reach, reach)
        pairs.append((groups.places[base + step], groups.places[base + step + distance]))
    if len(first):
        reach = sizes[(~usual) & (sizes <= GROUP_LIMIT)] - 1
        base = np.repeat(first, reach)
        step = np.arange(len(base)) - np.repeat(np.cumsum(reach) - reach, reach)
        pairs.append((groups.places[base], groups.places[base + step + 1]))
    return pairs


def _first_of_stretch(
    tokens: Tokens, owner: npt.NDArray[np.int32], good: npt.NDArray[np.bool_], left: PlaceArray, right: PlaceArray
) -> Matches:
    """Keep pairs in different texts whose preceding words differ, or whose preceding run was left out."""
    apart = owner[left] != owner[right]
    left, right = left[apart], right[apart]
    before_left, before_right = np.maximum(left - 1, 0), np.maximum(right - 1, 0)
    same = (tokens.hash[before_left] == tokens.hash[before_right]) & (left > 0) & (right > 0)
    same &= (owner[before_left] == owner[left]) & (owner[before_right] == owner[right])
    same &= good[before_left] & good[before_right]
    return Matches(left[~same], right[~same], np.zeros(0, dtype=np.int64))


def grow(tokens: Tokens, owner: npt.NDArray[np.int32], left: PlaceArray, right: PlaceArray) -> Matches:
    """Grow matches to both sides while the words are equal; each stretch comes out once, left text first."""
    swap = owner[left] > owner[right]
    left, right = np.where(swap, right, left), np.where(swap, left, right)
    begins, ends = tokens.first[:-1], tokens.first[1:]
    words = tokens.hash
    room = np.minimum(left - begins[owner[left]], right - begins[owner[right]])
    back = count_equal(words, left - 1, right - 1, room, -1)
    both = (left - back) << 32 | (right - back)  # one number is sorted in a tenth of the time that two take
    both.sort()
    if len(both):
        both = both[np.concatenate([[True], both[1:] != both[:-1]])]
    left, right = both >> 32, both & 0xFFFFFFFF
    room = np.minimum(ends[owner[left]] - left, ends[owner[right]] - right)
    length = count_equal(words, left, right, room, 1)
    return Matches(left, right, length).take(length > 0)
