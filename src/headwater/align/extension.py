"""Where a passage ends: chains are filled between their matches and carried outwards while it pays.

Between two matches of a chain the words are aligned by longest common subsequence; at both ends the alignment goes on
into the surrounding words and is cut where its score was best (x-drop extension; Altschul et al. 1997): a shared word
adds its bits, a word on one side alone costs SKIPPED bits, and the walk stops once the score has fallen DROP bits
below its best. Known limit: inside a gap the alignment is by order only, so a clause that moved stays unmatched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import Indel

from headwater.align.tokens import HashArray, Tokens
from headwater.align.windows import SKIPPED, WINDOW, Places, Windows

DROP = 16.0  # bits below the best score at which an end is given up: eight words without partner
LONGEST_GAP = 400  # words on one side of a gap that are aligned; longer gaps stay unmatched
TOGETHER = 4_096  # chains whose windows are looked at together: their arrays stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Run:
    """``length`` equal words from word ``left`` of one side and ``right`` of the other."""

    left: int
    right: int
    length: int


def extend(
    chains: Sequence[Sequence[Run]],
    tokens: Tokens,
    owner: npt.NDArray[np.int32],
    bits: npt.NDArray[np.float32],
) -> list[list[Run]]:
    """Return the runs of each chain with its gaps filled and its ends carried outwards, in order, none overlapping.

    ``owner`` is the text of each word. Chains are taken together, a window of each at a time: in most of them nothing
    goes on, which is seen for all of them at once.
    """
    found = [_fill(_trim(runs), tokens.hash) if len(runs) > 1 else list(runs) for runs in chains]
    first = tokens.first
    left = np.array([first[owner[runs[0].left]] for runs in found], dtype=np.int64)
    right = np.array([first[owner[runs[0].right]] for runs in found], dtype=np.int64)
    left_stop = np.array([first[owner[runs[0].left] + 1] for runs in found], dtype=np.int64)
    right_stop = np.array([first[owner[runs[0].right] + 1] for runs in found], dtype=np.int64)
    _carry(found, tokens.hash, bits, left_stop, right_stop, backwards=False)
    _carry(found, tokens.hash, bits, left, right, backwards=True)
    return found


def _trim(runs: Sequence[Run]) -> list[Run]:
    """Cut the start of runs that overlap the one before on either side (a phrase repeated in one text)."""
    kept: list[Run] = []
    for run in runs:
        if kept:
            last = kept[-1]
            over = max(last.left + last.length - run.left, last.right + last.length - run.right, 0)
            if over >= run.length:
                continue
            run = Run(run.left + over, run.right + over, run.length - over)
        kept.append(run)
    return kept


def _fill(runs: Sequence[Run], words: HashArray) -> list[Run]:
    filled = [runs[0]]
    for run in runs[1:]:
        last = filled[-1]
        a, b = last.left + last.length, last.right + last.length
        if 0 < run.left - a <= LONGEST_GAP and 0 < run.right - b <= LONGEST_GAP:
            filled += align_words(words, a, run.left, b, run.right)
        filled.append(run)
    return join(filled)


def align_words(words: HashArray, a: int, a_stop: int, b: int, b_stop: int) -> list[Run]:
    """Return the equal runs of a longest common subsequence of words ``[a, a_stop)`` and ``[b, b_stop)``."""
    operations = Indel.opcodes(words[a:a_stop].tolist(), words[b:b_stop].tolist())
    return [Run(a + o.src_start, b + o.dest_start, o.src_end - o.src_start) for o in operations if o.tag == "equal"]


def join(runs: Sequence[Run]) -> list[Run]:
    """Return ``runs`` with those that touch on both sides made one."""
    joined: list[Run] = []
    for run in runs:
        if joined:
            last = joined[-1]
            if last.left + last.length == run.left and last.right + last.length == run.right:
                joined[-1] = Run(last.left, last.right, last.length + run.length)
                continue
        joined.append(run)
    return joined


def _carry(
    chains: list[list[Run]],
    words: HashArray,
    bits: npt.NDArray[np.float32],
    left_limit: Places,
    right_limit: Places,
    *,
    backwards: bool,
) -> None:
    """Carry one end of every chain outwards, in place, up to its text's limits."""
    active = np.arange(len(chains))
    while len(active):
        further = []
        for at in range(0, len(active), TOGETHER):
            some = active[at : at + TOGETHER]
            if backwards:
                left_stop = np.array([chains[c][0].left for c in some.tolist()], dtype=np.int64)
                right_stop = np.array([chains[c][0].right for c in some.tolist()], dtype=np.int64)
                left = np.maximum(left_limit[some], left_stop - WINDOW)
                right = np.maximum(right_limit[some], right_stop - WINDOW)
            else:
                last = [chains[c][-1] for c in some.tolist()]
                left = np.array([r.left + r.length for r in last], dtype=np.int64)
                right = np.array([r.right + r.length for r in last], dtype=np.int64)
                left_stop = np.minimum(left_limit[some], left + WINDOW)
                right_stop = np.minimum(right_limit[some], right + WINDOW)
            windows = Windows(left, left_stop, right, right_stop)
            chosen = np.flatnonzero(windows.may_go_on(words, bits, backwards=backwards))
            borders = zip(*(x[chosen].tolist() for x in (left, left_stop, right, right_stop)), strict=True)
            for number, (a, a_stop, b, b_stop) in zip(some[chosen].tolist(), borders, strict=True):
                runs = align_words(words, a, a_stop, b, b_stop)
                new = _worthwhile(runs, bits, a, a_stop, b, b_stop, backwards=backwards)
                if new:
                    runs = chains[number]
                    chains[number] = join([*new, *runs]) if backwards else join([*runs, *new])
                    further.append(number)
        active = np.array(further, dtype=np.int64)


def _worthwhile(
    runs: list[Run],
    bits: npt.NDArray[np.float32],
    a: int,
    a_stop: int,
    b: int,
    b_stop: int,
    *,
    backwards: bool,
) -> list[Run]:
    """Return the runs nearest the passage up to where the score was best."""
    score = best = 0.0
    keep = 0
    for number, run in enumerate(reversed(runs) if backwards else runs, 1):
        if backwards:
            skipped = a_stop - run.left - run.length + b_stop - run.right - run.length
            a_stop, b_stop = run.left, run.right
        else:
            skipped = run.left - a + run.right - b
            a, b = run.left + run.length, run.right + run.length
        score -= SKIPPED * skipped
        if score < best - DROP:
            break
        score += float(bits[run.left : run.left + run.length].sum())
        if score > best:
            best, keep = score, number
    if keep == 0:
        return []
    return runs[-keep:] if backwards else runs[:keep]
