"""Units of a text for comparison by meaning: sentences, long ones cut, short ones joined to the next.

Words are told apart by their first letters only (truncation as a stemmer; Braschler and Ripplinger 2004 found it close
to real stemmers), so "elections" meets "elected" in any language that inflects at the end.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.tokens import HashArray, Tokens, tokenise

STEM = 5  # letters that tell words apart here
LEAST_WORDS = 6  # words of a unit; a shorter sentence is joined to the next
MOST_WORDS = 20  # words at which a unit of more than half as much again is cut
_STOPS = ".!?。！？؟।"
# One class of characters first, which is sought fast; tried once per run of stops: a page of dots costs no more.
_BORDER = re.compile(
    rf"[{_STOPS}\n](?:(?<=\n)|(?<![{_STOPS}]{{2}})(?:[{_STOPS}]*+[\"”’')\]」』]*+\s|[{_STOPS}]*(?<=[。！？])))"
)


@dataclass(frozen=True, slots=True)
class Units:
    """The units of one text: unit ``u`` is words bounds[u] up to bounds[u + 1]; ``start``/``end`` place the words."""

    bounds: npt.NDArray[np.int64]
    stems: HashArray
    start: npt.NDArray[np.int32]
    end: npt.NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.bounds) - 1

    def chars(self, first: int, stop: int) -> tuple[int, int]:
        """Return where units ``first`` up to ``stop`` stand, in code points."""
        return int(self.start[self.bounds[first]]), int(self.end[self.bounds[stop] - 1])


def cut_units(texts: Sequence[str]) -> list[Units]:
    """Return the units of each text."""
    words = tokenise(texts, prefix=STEM)
    return [_cut(text, words.of(number)) for number, text in enumerate(texts)]


def _cut(text: str, words: Tokens) -> Units:
    count = len(words.hash)
    borders = np.searchsorted(words.start, [m.end() for m in _BORDER.finditer(text)])
    bounds = [0]
    for border in [*borders.tolist(), count]:
        if border - bounds[-1] < LEAST_WORDS:
            continue
        while border - bounds[-1] > MOST_WORDS * 1.5:
            bounds.append(bounds[-1] + MOST_WORDS)
        bounds.append(border)
    if len(bounds) > 1:
        bounds[-1] = count  # a short rest goes to the last unit
    return Units(np.array(bounds, dtype=np.int64), words.hash, words.start, words.end)
