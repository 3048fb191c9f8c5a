"""Where passages stand in their texts, as a reader sees it: with the marks around them that both texts share."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from headwater.align.boundaries import OPENING, count_closing, count_opening
from headwater.align.passages import Flags, Passages
from headwater.align.runs import Places
from headwater.align.tokens import Tokens
from headwater.records import Analysis, Place


@dataclass(frozen=True, slots=True)
class Located:
    """The places of several passages: those of ``n`` are places[left[n]] and places[right[n]], each place once.

    Place ``p`` is ``[start[p], end[p])`` of the text that is number ``text[p]``.
    """

    places: Sequence[Place]
    text: Places
    start: Places
    end: Places
    left: Places
    right: Places

    def take(self, chosen: Flags) -> "Located":
        """Return those of the chosen passages."""
        return replace(self, left=self.left[chosen], right=self.right[chosen])


def locate(analyses: Sequence[Analysis], tokens: Tokens, passages: Passages) -> Located:
    """Return where the ``passages`` stand."""
    texts = [a.document.text for a in analyses]
    numbers: dict[tuple[int, int, int], int] = {}  # one place is shared with many documents
    found: tuple[list[int], list[int]] = [], []
    pairs = (number.tolist() for number in np.divmod(passages.pair, len(analyses)))
    starts = tokens.start[passages.left].tolist(), tokens.start[passages.right].tolist()
    ends = tokens.end[passages.left_stop - 1].tolist(), tokens.end[passages.right_stop - 1].tolist()
    for left, right, a, c, b, d in zip(*pairs, *starts, *ends, strict=True):
        opening = count_opening(texts[left], texts[right], a, c) if texts[left][max(a - 1, 0)] in OPENING else 0
        closing = count_closing(texts[left], texts[right], b, d)
        found[0].append(numbers.setdefault((left, a - opening, b + closing), len(numbers)))
        found[1].append(numbers.setdefault((right, c - opening, d + closing), len(numbers)))
    places = [Place(analyses[text].document.id, start, end) for text, start, end in numbers]
    columns = np.array(list(numbers), dtype=np.int64).reshape(-1, 3).T
    return Located(places, *columns, *(np.array(side, dtype=np.int64) for side in found))
