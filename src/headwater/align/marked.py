"""Stretches in quotation marks of many texts in one row, so that many places are compared with them at once."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.records import Span

TEXT = 32  # bits for a place in a text; the bits above them number the text

Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Marked:
    """Quoted stretches, places of text ``n`` from ``n << TEXT`` on.

    ``start`` and ``end`` are sorted, each by itself; the first ``i`` stretches reach up to ``reach[i]``, and
    ``starts[i]`` and ``ends[i]`` are the sums of as many: they wrap around, their differences are exact.
    """

    start: Numbers
    end: Numbers
    reach: Numbers
    starts: Numbers
    ends: Numbers

    @classmethod
    def of(cls, quoted: Sequence[Sequence[Span]]) -> "Marked":
        """Lay out the stretches of each text, which are in order."""
        numbered = [(number << TEXT, span) for number, spans in enumerate(quoted) for span in spans]
        start, end = (
            np.array([base + getattr(s, side) for base, s in numbered], np.int64) for side in ("start", "end")
        )
        reach = np.maximum.accumulate(np.append(-1, end))
        end.sort()
        return cls(start, end, reach, np.append(0, np.cumsum(start)), np.append(0, np.cumsum(end)))

    def hold(self, start: Numbers, end: Numbers) -> Flags:
        """Say for each place whether one of the stretches holds all of it."""
        held: Flags = self.reach[np.searchsorted(self.start, start, side="right")] >= end
        return held

    def meet(self, start: Numbers, end: Numbers) -> Flags:
        """Say for each place whether one of the stretches holds some of it."""
        met: Flags = self.reach[np.searchsorted(self.start, end)] > start
        return met

    def count(self, start: Numbers, end: Numbers) -> Numbers:
        """Return how many characters of each place stand in the stretches, those in two of them twice."""
        return self._before(end) - self._before(start)

    def _before(self, place: Numbers) -> Numbers:
        """Return how many characters before each place stand in the stretches."""
        begun, over = np.searchsorted(self.start, place), np.searchsorted(self.end, place)
        characters: Numbers = (begun - over) * place - self.starts[begun] + self.ends[over]
        return characters
