"""Where a passage ends: chains are filled between their matches and carried outwards while it pays.

Between two matches of a chain the words are aligned by longest common subsequence; at both ends the alignment goes on
into the surrounding words and is cut where its score was best (x-drop extension; Altschul et al. 1997): a shared word
adds its bits, a word on one side alone costs SKIPPED bits, and the walk stops once the score has fallen DROP bits
below its best. Chains are taken together, a window of each at a time: in most of them nothing goes on, which is seen
for all of them at once. Known limit: inside a gap the alignment is by order only, so a clause that moved stays
unmatched.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from headwater.align.runs import Places, Runs, align_rows, merge
from headwater.align.weights import Words

WINDOW = 40  # words looked at beyond an end in one step
SKIPPED = 2.0  # bits that a word without partner costs at an end of a passage
DROP = 16.0  # bits below the best score at which an end is given up: eight words without partner
NEAR = int(DROP / SKIPPED)  # words without partner, of both sides, before which the first shared word must stand
LONGEST_GAP = 400  # words on one side of a gap that are aligned; longer gaps stay unmatched
TOGETHER = 1_024  # windows that are looked at together: their arrays stay in the processor's cache


def extend(runs: Runs, words: Words) -> Runs:
    """Return the runs of each chain with its gaps filled and its ends carried outwards, none overlapping."""
    filled = _fill(_trim(runs), words)
    return merge([filled, *_carry(filled, words, backwards=False), *_carry(filled, words, backwards=True)])


def _trim(runs: Runs) -> Runs:
    """Cut the start of runs that overlap the one before on either side (a phrase repeated in one text)."""
    same = runs.of[1:] == runs.of[:-1]
    over = np.maximum((runs.left + runs.length)[:-1] - runs.left[1:], (runs.right + runs.length)[:-1] - runs.right[1:])
    overlapping = np.isin(runs.of, runs.of[1:][same & (over > 0)])
    if not overlapping.any():
        return runs
    left, right, length = runs.left.copy(), runs.right.copy(), runs.length.copy()
    before, left_end, right_end = -1, 0, 0
    for number in np.flatnonzero(overlapping).tolist():  # each run may overlap what is left of the one before
        of = int(runs.of[number])
        cut = max(left_end - int(left[number]), right_end - int(right[number]), 0) if of == before else 0
        cut = min(cut, int(length[number]))
        left[number] += cut
        right[number] += cut
        length[number] -= cut
        if length[number]:
            before, left_end, right_end = of, int(left[number] + length[number]), int(right[number] + length[number])
    return Runs(runs.of, left, right, length).take(length > 0)


def _fill(runs: Runs, words: Words) -> Runs:
    """Return ``runs`` with the words aligned that lie between two of one chain."""
    left, right = (runs.left + runs.length)[:-1], (runs.right + runs.length)[:-1]
    ours, theirs = runs.left[1:] - left, runs.right[1:] - right
    gap = (runs.of[1:] == runs.of[:-1]) & (ours > 0) & (theirs > 0) & (np.maximum(ours, theirs) <= LONGEST_GAP)
    before = np.flatnonzero(gap)
    found = align_rows(words.tokens.hash, left[gap], runs.left[1:][gap], right[gap], runs.right[1:][gap])
    return merge([runs, replace(found, of=runs.of[before[found.of]])])


def _carry(runs: Runs, words: Words, *, backwards: bool) -> list[Runs]:
    """Return by what one end of every chain is carried outwards, up to its text's limits."""
    first = words.tokens.first
    edge = runs.take(_firsts(runs.of) if backwards else _lasts(runs.of))
    left_text, right_text = words.owner[edge.left], words.owner[edge.right]
    found = []
    while len(edge):
        if backwards:
            left_stop, right_stop = edge.left, edge.right
            left = np.maximum(first[left_text], left_stop - WINDOW)
            right = np.maximum(first[right_text], right_stop - WINDOW)
        else:
            left, right = edge.left + edge.length, edge.right + edge.length
            left_stop = np.minimum(first[left_text + 1], left + WINDOW)
            right_stop = np.minimum(first[right_text + 1], right + WINDOW)
        windows = Windows(left, left_stop, right, right_stop)
        chosen = np.flatnonzero(windows.may_go_on(words, backwards=backwards))
        new = _worthwhile(windows.take(chosen), words, backwards=backwards)
        number = chosen[new.of]
        found.append(replace(new, of=edge.of[number]))
        last = _firsts(number) if backwards else _lasts(number)
        left_text, right_text = left_text[number[last]], right_text[number[last]]
        edge = found[-1].take(last)
    return found


def _firsts(sorted_numbers: Places) -> Places:
    """Return where each number comes first."""
    return np.flatnonzero(np.diff(sorted_numbers, prepend=-1) != 0)


def _lasts(sorted_numbers: Places) -> Places:
    """Return where each number comes last."""
    return np.flatnonzero(np.diff(sorted_numbers, append=-1) != 0)


@dataclass(frozen=True, slots=True)
class Windows:
    """For each chain the words ``[left, left_stop)`` of one text and ``[right, right_stop)`` of the other."""

    left: Places
    left_stop: Places
    right: Places
    right_stop: Places

    def take(self, chosen: Places | slice) -> "Windows":
        """Return the chosen ones."""
        return Windows(self.left[chosen], self.left_stop[chosen], self.right[chosen], self.right_stop[chosen])

    def may_go_on(self, words: Words, *, backwards: bool) -> npt.NDArray[np.bool_]:
        """Say for each chain whether its end could be carried outwards.

        A bound, not an estimate: nothing goes on where no word is shared before the skipped ones cost DROP bits; and
        the score of any way to go on is at most what its left words alone could give, each shared word its bits and
        each other word its cost, less the cost of the right words before the first shared one.
        """
        possible = np.zeros(len(self.left), dtype=bool)
        for at in range(0, len(possible), TOGETHER):
            batch = slice(at, at + TOGETHER)
            possible[batch] = self.take(batch)._share_near(words, backwards=backwards)
        chosen = np.flatnonzero(possible)
        for at in range(0, len(chosen), TOGETHER):
            some = chosen[at : at + TOGETHER]
            possible[some] = self.take(some)._most(words, backwards=backwards) > 0
        return possible

    def _share_near(self, words: Words, *, backwards: bool) -> npt.NDArray[np.bool_]:
        """Say for each window whether a word is shared so near the chain that the walk gets there."""
        ours, theirs, _, _ = self._outwards(words, NEAR + 1, backwards=backwards)
        found = np.zeros(len(self.left), dtype=bool)
        for step, word in enumerate(theirs):
            found |= (ours[: NEAR + 1 - step] == word).any(axis=0)
        return found

    def _most(self, words: Words, *, backwards: bool) -> npt.NDArray[np.float32]:
        """Return for each window the bound."""
        ours, theirs, place, of_ours = self._outwards(words, WINDOW, backwards=backwards)
        shared = np.zeros(ours.shape, dtype=bool)
        nearest = np.zeros(len(self.left), dtype=np.float32)
        none_yet = np.ones(len(self.left), dtype=bool)
        for step, word in enumerate(theirs):
            same = ours == word
            shared |= same
            if step <= NEAR:  # farther away no first shared word counts
                none_yet &= ~same.any(axis=0)
                nearest += none_yet
        gain = np.where(shared, words.bits.take(place, mode="clip"), np.float32(-SKIPPED))
        gain *= of_ours
        score = np.cumsum(gain, axis=0) - np.float32(SKIPPED) * nearest
        score *= np.minimum.accumulate(score, axis=0) >= -DROP
        most: npt.NDArray[np.float32] = score.max(axis=0)
        return most

    def _outwards(
        self, words: Words, count: int, *, backwards: bool
    ) -> tuple[npt.NDArray[np.uint16], npt.NDArray[np.uint16], Places, npt.NDArray[np.bool_]]:
        """Return the ``count`` words of both sides that are next to each chain, from the chain outwards.

        Half of a word's hash is enough for a bound. With them come the place of each left word and whether it is in the
        window; a word that is not is never the same on both sides. *Shape:* (count, windows).
        """
        steps = np.arange(count)[:, None]
        sides = []
        for first, stop, nothing in ((self.left, self.left_stop, 0), (self.right, self.right_stop, 1)):
            place = stop - 1 - steps if backwards else first + steps
            word = words.tokens.hash.take(place, mode="clip").astype(np.uint16)
            inside = steps < stop - first
            sides.append((np.where(inside, np.maximum(word, 2), np.uint16(nothing)), place, inside))
        (ours, place, of_ours), (theirs, _, _) = sides
        return ours, theirs, place, of_ours


def _worthwhile(windows: Windows, words: Words, *, backwards: bool) -> Runs:
    """Return the runs in each window that are nearest the passage, up to where the score was best."""
    left, left_stop, right, right_stop = windows.left, windows.left_stop, windows.right, windows.right_stop
    runs = align_rows(words.tokens.hash, left, left_stop, right, right_stop)
    bounds = runs.bounds(len(left))
    sizes = np.diff(bounds)
    gain = words.worth(runs.left, runs.left + runs.length)
    score, best, keep = np.zeros(len(left)), np.zeros(len(left)), np.zeros(len(left), dtype=np.int64)
    at_left, at_right = (left_stop.copy(), right_stop.copy()) if backwards else (left.copy(), right.copy())
    active = np.flatnonzero(sizes > 0)
    nth = 0
    while len(active):
        run = bounds[active + 1] - 1 - nth if backwards else bounds[active] + nth
        near_left, near_right, length = runs.left[run], runs.right[run], runs.length[run]
        if backwards:
            skipped = at_left[active] - near_left - length + at_right[active] - near_right - length
            at_left[active], at_right[active] = near_left, near_right
        else:
            skipped = near_left - at_left[active] + near_right - at_right[active]
            at_left[active], at_right[active] = near_left + length, near_right + length
        score[active] -= SKIPPED * skipped
        going = score[active] >= best[active] - DROP
        active, run = active[going], run[going]
        score[active] += gain[run]
        better = active[score[active] > best[active]]
        best[better], keep[better] = score[better], nth + 1
        nth += 1
        active = active[sizes[active] > nth]
    nth_of_run = np.arange(len(runs)) - bounds[runs.of]
    if backwards:
        nth_of_run = sizes[runs.of] - 1 - nth_of_run
    return runs.take(nth_of_run < keep[runs.of])
