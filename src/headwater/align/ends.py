"""Which matched words at the ends of a passage do not belong to it: those beyond a border that one text only has.

A quotation ends where its marks do: when the words after it happen to go on alike ("...his hands” of those" beside "his
hands of") they are no part of what was taken. So the last words are cut off where a quotation mark in one text only
parts them from the rest and they weigh little against it; beyond the end of a sentence one or two last words are cut.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from headwater.align.extension import Run
from headwater.align.gaps import BORDER, CLOSES, CLOSING, OPENING, OPENS
from headwater.align.passages import Passage, make_passage
from headwater.align.tokens import Tokens

BEYOND_MARK = 8  # matched words beyond a quotation mark that may be cut off
BEYOND_SENTENCE = 2  # the same beyond the end of a sentence
FIRM = 8.0  # bits of matched words that carry a passage: a shared "to the" between two quotations does not
APART = 4  # words without partner on both sides that part two quotations
SHARE = 0.3  # of the rest's bits that they may weigh
_REQUOTES = re.compile(f"[{CLOSING}].*[{OPENING}]", re.DOTALL)


def cut_ends(passage: Passage, tokens: Tokens, bits: npt.NDArray[np.float32]) -> Passage:
    """Return the passage without the words at its ends that a border in one text only parts from it."""
    if passage.stretch:
        return passage
    runs = passage.runs
    for ahead in (True, False):
        if not is_marked_alike(runs, tokens, ahead=ahead):
            runs = _cut(runs, tokens, bits, ahead=ahead)
    return passage if len(runs) == len(passage.runs) and runs == passage.runs else make_passage(runs, bits)


def split_quotations(
    passage: Passage, tokens: Tokens, bits: npt.NDArray[np.float32], left: str, right: str
) -> list[Passage]:
    """Return the passage, parted where one text closes a quotation, says something itself and opens another."""
    if len(passage.runs) == 1:
        return [passage]
    firm = [n for n, r in enumerate(passage.runs) if bits[r.left : r.left + r.length].sum() >= FIRM]
    parts: list[list[Run]] = [list(passage.runs[: firm[0] + 1])] if firm else [list(passage.runs)]
    for one, other in pairwise(firm):
        before, after = passage.runs[one], passage.runs[other]
        between = passage.runs[one + 1 : other]
        matched = sum(run.length for run in between)
        gaps = []
        for text, own in ((left, "left"), (right, "right")):
            first, stop = int(getattr(before, own)) + before.length, int(getattr(after, own))
            gaps.append((stop - first - matched, text[int(tokens.end[first - 1]) : int(tokens.start[stop])]))
        requoted = [_REQUOTES.search(gap) is not None for _, gap in gaps]
        if requoted[0] != requoted[1] and min(words for words, _ in gaps) >= APART:
            parts.append([after])
        else:
            parts[-1] += [*between, after]
    if firm:
        parts[-1] += passage.runs[firm[-1] + 1 :]
    return [passage] if len(parts) == 1 else [make_passage(part, bits) for part in parts]


def is_marked_alike(runs: Sequence[Run], tokens: Tokens, *, ahead: bool) -> bool:
    """Say whether the words that could be cut off at the end of a passage have the same marks between them twice."""
    run = runs[-1] if ahead else runs[0]
    if run.length <= BEYOND_MARK and len(runs) > 1:
        return False
    first, stop = (max(run.length - BEYOND_MARK, 1), run.length) if ahead else (1, min(BEYOND_MARK + 1, run.length))
    left = tokens.gaps[run.left + first : run.left + stop]
    right = tokens.gaps[run.right + first : run.right + stop]
    return not ((left ^ right) & (CLOSES | BORDER if ahead else OPENS)).any()


def _cut(runs: tuple[Run, ...], tokens: Tokens, bits: npt.NDArray[np.float32], *, ahead: bool) -> tuple[Run, ...]:
    """Cut the last words (``ahead``) or the first."""
    total = float(sum(bits[r.left : r.left + r.length].sum() for r in runs))
    beyond, count = 0.0, 0
    found: tuple[int, int] | None = None  # runs that stay untouched from the other end, words of the next that stay
    order = range(len(runs) - 1, -1, -1) if ahead else range(len(runs))
    for number in order:
        run = runs[number]
        for step in range(run.length):
            word = run.left + (run.length - 1 - step if ahead else step)
            beyond += float(bits[word])
            count += 1
            if count > BEYOND_MARK or beyond > SHARE * (total - beyond):
                return _without(runs, found, ahead=ahead)
            border = _border(runs, number, step, tokens, ahead=ahead)
            if border == "mark" or (border == "sentence" and count <= BEYOND_SENTENCE):
                found = number, step + 1
    return _without(runs, found, ahead=ahead)


def _border(runs: Sequence[Run], number: int, step: int, tokens: Tokens, *, ahead: bool) -> str | None:
    """Return what parts the word ``step`` from the end of run ``number`` from its matched neighbour inside."""
    run = runs[number]
    place = run.length - 1 - step if ahead else step
    if step + 1 < run.length:
        after = place if ahead else place + 1
        left, right = int(tokens.gaps[run.left + after]), int(tokens.gaps[run.right + after])
        if ahead and (left ^ right) & BORDER and not (left ^ right) & CLOSES:
            return "sentence"
    else:
        other = number - 1 if ahead else number + 1
        if not 0 <= other < len(runs):
            return None
        before, behind = (runs[other], run) if ahead else (run, runs[other])
        left = _marks(tokens, before.left + before.length, behind.left)
        right = _marks(tokens, before.right + before.length, behind.right)
    return "mark" if (left ^ right) & (CLOSES if ahead else OPENS) else None


def _marks(tokens: Tokens, first: int, last: int) -> int:
    """Return the marks before any of the words ``first`` to ``last``."""
    return int(np.bitwise_or.reduce(tokens.gaps[first : last + 1]))


def _without(runs: tuple[Run, ...], found: tuple[int, int] | None, *, ahead: bool) -> tuple[Run, ...]:
    if found is None:
        return runs
    number, gone = found
    run = runs[number]
    rest = run.length - gone
    if ahead:
        kept = (Run(run.left, run.right, rest),) if rest else ()
        return (*runs[:number], *kept)
    kept = (Run(run.left + gone, run.right + gone, rest),) if rest else ()
    return (*kept, *runs[number + 1 :])
