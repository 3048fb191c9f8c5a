"""Which matched words at the ends of a passage do not belong to it: those beyond a border that one text only has.

A quotation ends where its marks do: when the words after it happen to go on alike ("...his hands” of those" beside "his
hands of") they are no part of what was taken. So the last words are cut off where a quotation mark in one text only
parts them from the rest and they weigh little against it; beyond the end of a sentence one or two last words are cut.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from headwater.align.gaps import BORDER, CLOSES, CLOSING, OPENING, OPENS
from headwater.align.passages import Flags, Passages, make_passages
from headwater.align.runs import Places, Runs, spread
from headwater.align.weights import Words

BEYOND_MARK = 8  # matched words beyond a quotation mark that may be cut off
BEYOND_SENTENCE = 2  # the same beyond the end of a sentence
FIRM = 8.0  # bits of matched words that carry a passage: a shared "to the" between two quotations does not
APART = 4  # words without partner on both sides that part two quotations
SHARE = 0.3  # of the rest's bits that they may weigh
_REQUOTES = re.compile(f"[{CLOSING}].*[{OPENING}]", re.DOTALL)

Marks = npt.NDArray[np.uint8]


def cut_ends(passages: Passages, words: Words) -> Passages:
    """Return the passages without the words at their ends that a border in one text only parts from them."""
    for ahead in (True, False):
        chosen = np.flatnonzero(~are_marked_alike(passages, words, ahead=ahead))
        if len(chosen):
            passages = make_passages(_cut(passages, chosen, words, ahead=ahead), passages.pair, words)
    return passages


def split_quotations(passages: Passages, words: Words, texts: Sequence[str]) -> Passages:
    """Return the passages, parted where one text closes a quotation, says something itself and opens another."""
    runs = passages.runs
    left_end, right_end = runs.left + runs.length, runs.right + runs.length
    firm = np.flatnonzero(words.worth(runs.left, left_end) >= FIRM)
    same = runs.of[firm[1:]] == runs.of[firm[:-1]]
    before, after = firm[:-1][same], firm[1:][same]
    matched = np.concatenate([[0], np.cumsum(runs.length)])
    between = matched[after] - matched[before + 1]
    apart = np.minimum(runs.left[after] - left_end[before], runs.right[after] - right_end[before]) - between >= APART
    before, after = before[apart], after[apart]
    gaps = words.tokens.gaps
    both = np.uint8(CLOSES | OPENS)
    may = _marks_between(gaps, left_end[before], runs.left[after]) & both == both
    may |= _marks_between(gaps, right_end[before], runs.right[after]) & both == both
    starts = np.diff(runs.of, prepend=-1) != 0
    dropped = np.zeros(len(runs), dtype=bool)
    for one, other in zip(before[may].tolist(), after[may].tolist(), strict=True):
        left, right = divmod(int(passages.pair[runs.of[one]]), len(texts))
        ours = _between(texts[left], words, int(left_end[one]), int(runs.left[other]))
        theirs = _between(texts[right], words, int(right_end[one]), int(runs.right[other]))
        if (_REQUOTES.search(ours) is None) != (_REQUOTES.search(theirs) is None):
            starts[other] = True
            dropped[one + 1 : other] = True
    if starts.sum() == len(passages):
        return passages
    of = np.cumsum(starts) - 1
    return make_passages(replace(runs, of=of).take(~dropped), passages.pair[runs.of[starts]], words)


def _between(text: str, words: Words, first: int, stop: int) -> str:
    """Return what stands before the words from ``first`` to ``stop``."""
    return text[int(words.tokens.end[first - 1]) : int(words.tokens.start[stop])]


def _marks_between(gaps: Marks, first: Places, last: Places) -> Marks:
    """Return the marks before any of the words from each ``first`` to its ``last``."""
    if len(first) == 0:
        return np.zeros(0, dtype=np.uint8)
    sizes = last - first + 1
    marks: Marks = np.bitwise_or.reduceat(gaps[spread(first, sizes)], np.cumsum(sizes) - sizes)
    return marks


def are_marked_alike(passages: Passages, words: Words, *, ahead: bool) -> Flags:
    """Say whether the words that could be cut off at the end of each passage have the same marks between them twice."""
    runs, bounds = passages.runs, passages.runs.bounds(len(passages))
    run = bounds[1:] - 1 if ahead else bounds[:-1]
    length = runs.length[run]
    alike: Flags = (length > BEYOND_MARK) | (np.diff(bounds) == 1)
    marks = np.uint8(CLOSES | BORDER if ahead else OPENS)
    ours, theirs = ((first + runs.length if ahead else first)[run] for first in (runs.left, runs.right))
    for step in range(1, BEYOND_MARK + 1):
        inward = -step if ahead else step
        left, right = (words.tokens.gaps.take(place + inward, mode="clip") for place in (ours, theirs))
        differ = (left ^ right) & marks
        alike &= (differ == 0) | (step >= length)
    return alike


def _cut(passages: Passages, chosen: Places, words: Words, *, ahead: bool) -> Runs:
    """Return all runs, at the ends of the ``chosen`` passages without the last words (``ahead``) or the first."""
    runs, bounds = passages.runs, passages.runs.bounds(len(passages))
    inward = -1 if ahead else 1
    run = bounds[chosen + 1] - 1 if ahead else bounds[chosen]
    step = np.zeros(len(chosen), dtype=np.int64)
    beyond = np.zeros(len(chosen))
    total = passages.bits[chosen]
    border_run, border_step = np.full(len(chosen), -1), np.zeros(len(chosen), dtype=np.int64)
    active = np.arange(len(chosen))
    for count in range(1, BEYOND_MARK + 1):
        here = run[active]
        outer = runs.length[here] - 1 - step[active] if ahead else step[active]
        beyond[active] += words.bits[runs.left[here] + outer]
        light = beyond[active] <= SHARE * (total[active] - beyond[active])
        active, here = active[light], here[light]
        following = here + inward
        at_end = step[active] + 1 == runs.length[here]
        last = at_end & ((following < bounds[chosen[active]]) | (following >= bounds[chosen[active] + 1]))
        active, here, at_end = active[~last], here[~last], at_end[~last]
        if len(active) == 0:
            break
        mark, sentence = _borders(runs, here, step[active], at_end, words.tokens.gaps, ahead=ahead)
        is_border = mark | sentence if count <= BEYOND_SENTENCE else mark
        found = active[is_border]
        border_run[found], border_step[found] = here[is_border], step[found] + 1
        step[active] = np.where(at_end, 0, step[active] + 1)
        run[active] = np.where(at_end, here + inward, here)
    return _without(runs, bounds, chosen, border_run, border_step, ahead=ahead)


def _borders(runs: Runs, run: Places, step: Places, at_end: Flags, gaps: Marks, *, ahead: bool) -> tuple[Flags, Flags]:
    """Say where a quotation mark, and where the end of a sentence, parts a word from its matched neighbour inside.

    The word is ``step`` from the end of its ``run``; where it is the innermost (``at_end``) the neighbour is in the
    next run, and nothing but quotation marks counts.
    """
    after = np.where(at_end, 0, runs.length[run] - 1 - step if ahead else step + 1)
    differ = gaps[runs.left[run] + after] ^ gaps[runs.right[run] + after]
    behind = run[at_end] if ahead else run[at_end] + 1
    before = behind - 1
    differ[at_end] = _marks_between(gaps, (runs.left + runs.length)[before], runs.left[behind])
    differ[at_end] ^= _marks_between(gaps, (runs.right + runs.length)[before], runs.right[behind])
    mark = (differ & np.uint8(CLOSES if ahead else OPENS)) > 0
    sentence = ~at_end & ~mark & ((differ & np.uint8(BORDER)) > 0) if ahead else np.zeros(len(run), dtype=bool)
    return mark, sentence


def _without(runs: Runs, bounds: Places, chosen: Places, border_run: Places, gone: Places, *, ahead: bool) -> Runs:
    """Return ``runs`` without those beyond each border, and without the words ``gone`` at the end of its run."""
    found = border_run >= 0
    passage, border, gone = chosen[found], border_run[found], gone[found]
    left, right, length = runs.left.copy(), runs.right.copy(), runs.length.copy()
    length[border] -= gone
    if not ahead:
        left[border] += gone
        right[border] += gone
        first, sizes = bounds[passage], border - bounds[passage]
    else:
        first, sizes = border + 1, bounds[passage + 1] - border - 1
    length[spread(first, sizes)] = 0
    return Runs(runs.of, left, right, length).take(length > 0)
