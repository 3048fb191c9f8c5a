"""Short quotations inside a story: three to seven words in quotation marks that the other text has too.

Too short to prove anything among all documents, they do between two texts that share a longer passage: the whole of
what stands between the marks is looked up word for word in the other text. Titles of works and shows (most words with
capitals) are not quotations of anybody.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headwater.align.passages import Passage, Stretch, make_passage
from headwater.align.runs import Run
from headwater.align.set_phrases import telling_bits
from headwater.align.tokens import UPPER, Tokens
from headwater.align.weights import Words
from headwater.records import Span

FEWEST, MOST = 3, 7  # words between the marks; longer ones are found as passages of equal words
LEAST = 16.0  # bits: one rare word, or two that are not frequent
TITLE = 0.5  # share of words with a capital from which the marks hold a title


def find_quoted(quoted: Sequence[Span], tokens: Tokens, number: int) -> tuple[Stretch, ...]:
    """Return the short ones of what text ``number`` has in quotation marks, as first word and stop."""
    base, stop = int(tokens.first[number]), int(tokens.first[number + 1])
    starts = tokens.start[base:stop]
    found = []
    for span in quoted:
        a, b = np.searchsorted(starts, [span.start, span.end])
        if not FEWEST <= b - a <= MOST:
            continue
        first, last = base + int(a), base + int(b)
        capitals = int(((tokens.flags[first:last] & UPPER) > 0).sum())
        if capitals < TITLE * (last - first):
            found.append((first, last))
    return tuple(found)


def add_short(
    passages: Sequence[Passage],
    quoted: tuple[Sequence[Stretch], Sequence[Stretch]],
    words: Words,
    phrases: bytes,
    left: int,
    right: int,
) -> list[Passage]:
    """Return the ``passages`` of texts ``left`` and ``right`` and the short quotations that are no part of one.

    ``quoted`` are the short quotations of both. Words that both quote come once.
    """
    found = list(passages)
    tokens = words.tokens
    for number, (own, other) in enumerate(((left, right), (right, left))):
        there = tokens.hash[int(tokens.first[other]) : int(tokens.first[other + 1])]
        for first, stop in quoted[number]:
            places = [int(tokens.first[other]) + p for p in _places(tokens.hash[first:stop], there).tolist()]
            if not places:
                continue
            marked = [p for p in places if (p, p + stop - first) in quoted[1 - number]]
            place = (marked or places)[0]
            run = Run(first, place, stop - first) if own == left else Run(place, first, stop - first)
            passage = make_passage([run], words.bits)
            if telling_bits(passage, words, phrases) >= LEAST and not any(_meets(p, run) for p in found):
                found.append(passage)
    return found


def _places(wanted: npt.NDArray[np.uint32], words: npt.NDArray[np.uint32]) -> npt.NDArray[np.int64]:
    """Return where the row ``wanted`` starts in ``words``."""
    places = np.flatnonzero(words[: max(len(words) - len(wanted) + 1, 0)] == wanted[0])
    for step in range(1, len(wanted)):
        places = places[words[places + step] == wanted[step]]
    return places


def _meets(passage: Passage, run: Run) -> bool:
    (a, b), (c, d) = passage.left, passage.right
    return (a < run.left + run.length and run.left < b) or (c < run.right + run.length and run.right < d)
