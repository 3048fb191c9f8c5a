"""What a rule or the model proposes, before kind, polarity, nesting and identifiers are settled."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.records import Span

LONGEST = 6_000  # characters of an attribution; longer ones are not compared with those near their end


@dataclass(frozen=True, slots=True)
class Candidate:
    """One proposed attribution; spans in text order. ``rule`` names what proposed it, ``why`` is its sentence."""

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    rule: str
    why: str
    score: float

    @property
    def start(self) -> int:
        """Where its first word stands."""
        return min(span.start for span in (*self.source, *self.cue, *self.content))

    @property
    def end(self) -> int:
        """Where its last word ends."""
        return max(span.end for span in (*self.source, *self.cue, *self.content))


def covered(spans: tuple[Span, ...]) -> int:
    """Return how many characters the spans cover; they do not overlap."""
    return sum(span.end - span.start for span in spans)


def shared(left: tuple[Span, ...], right: tuple[Span, ...]) -> int:
    """Return how many characters two sets of spans share.

    >>> shared((Span(0, 5), Span(8, 9)), (Span(3, 10),))
    3
    """
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in left for b in right)


def alike(left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    """Return the F1 of two sets of spans over characters."""
    total = covered(left) + covered(right)
    return 2 * shared(left, right) / total if total else 1.0


class Near:
    """Candidates by position, to look only at those that can share words with a given one."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._ordered = sorted(candidates, key=lambda c: c.start)
        self._starts = [c.start for c in self._ordered]
        self._ends = [c.end for c in self._ordered]

    def to(self, candidate: Candidate) -> Iterator[Candidate]:
        """Yield the candidates that may overlap ``candidate``: none is longer than ``LONGEST``."""
        yield from self.between(candidate.start, candidate.end)

    def between(self, start: int, end: int) -> Iterator[Candidate]:
        """Yield the candidates that may overlap ``[start, end)``, by position."""
        first = bisect_left(self._starts, start - LONGEST)
        for at in range(first, bisect_left(self._starts, end)):
            if self._ends[at] > start:
                yield self._ordered[at]
