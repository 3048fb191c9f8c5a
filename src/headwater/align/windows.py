"""Windows at the ends of many chains at once: can a passage go on there at all?

A bound, not an estimate: the score of any way to go on (``extension``) is at most what its left words alone could give,
each shared word its bits and each other word its cost, less the cost of the right words before the first shared one.
Where that is nothing, nothing goes on.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.tokens import HashArray

WINDOW = 40  # words looked at beyond an end in one step
SKIPPED = 2.0  # bits that a word without partner costs at an end of a passage

Places = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Windows:
    """For each chain the words ``[left, left_stop)`` of one text and ``[right, right_stop)`` of the other."""

    left: Places
    left_stop: Places
    right: Places
    right_stop: Places

    def may_go_on(self, words: HashArray, bits: npt.NDArray[np.float32], *, backwards: bool) -> npt.NDArray[np.bool_]:
        """Say for each chain whether its end could be carried outwards."""
        possible = (self.left < self.left_stop) & (self.right < self.right_stop)
        chosen = np.flatnonzero(possible)
        if len(chosen) == 0:
            return possible
        ours, of_ours = _lay_out(self.left[chosen], self.left_stop[chosen], len(words), backwards=backwards)
        theirs, of_theirs = _lay_out(self.right[chosen], self.right_stop[chosen], len(words), backwards=backwards)
        shared, of_theirs_shared = _shared(words[ours], of_ours, words[theirs], of_theirs)
        worth = np.where(shared, bits[ours], np.where(of_ours, -SKIPPED, 0.0))
        most = np.cumsum(worth, axis=1).max(axis=1) - SKIPPED * of_theirs_shared.argmax(axis=1)
        possible[chosen] = most > 0
        return possible


def _lay_out(
    first: Places, stop: Places, words: int, *, backwards: bool
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Return a row of places for each window, the nearest to the chain first, and which of them are inside it."""
    steps = np.arange(WINDOW)
    places = (stop - 1)[:, None] - steps if backwards else first[:, None] + steps
    inside = (places >= first[:, None]) & (places < stop[:, None])
    return np.clip(places, 0, words - 1), inside


def _shared(
    ours: HashArray, of_ours: npt.NDArray[np.bool_], theirs: HashArray, of_theirs: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.bool_], npt.NDArray[np.bool_]]:
    """Say for each word of both windows whether the other window holds it."""
    place = np.arange(2 * WINDOW, dtype=np.uint64)
    keys = np.concatenate([ours, theirs], axis=1).astype(np.uint64) << np.uint64(7) | place
    inside = np.concatenate([of_ours, of_theirs], axis=1)
    keys[~inside] |= np.uint64(1) << np.uint64(40)  # beyond all words
    keys.sort(axis=1)
    at = (keys & np.uint64(127)).astype(np.int64)
    word = keys >> np.uint64(7)
    real = word < np.uint64(1 << 33)
    same = (word[:, 1:] == word[:, :-1]) & real[:, 1:]
    of_left = at < WINDOW
    # equal words are neighbours, those of the left window first: one border between the sides makes all of them shared
    meets = np.zeros(word.shape, dtype=bool)
    meets[:, 1:] = same & (of_left[:, 1:] != of_left[:, :-1])
    group = np.cumsum(np.concatenate([np.ones((len(word), 1), dtype=bool), ~same], axis=1), axis=1) - 1
    flat = group + np.arange(len(word))[:, None] * (2 * WINDOW)
    has = np.zeros(word.size, dtype=bool)
    has[flat[meets]] = True
    found = np.zeros(word.shape, dtype=bool)
    np.put_along_axis(found, at, has[flat], axis=1)
    return found[:, :WINDOW], found[:, WINDOW:]
