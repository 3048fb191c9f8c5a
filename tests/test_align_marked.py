"""Places compared with quoted stretches all at once: the same as looking at each place and each stretch."""

import random

import numpy as np

from headwater.align.marked import TEXT, Marked
from headwater.records import Span


def test_places_meet_the_stretches_that_each_of_them_meets() -> None:
    chance = random.Random(3)

    def spans(count: int) -> list[Span]:
        starts = sorted(chance.randrange(60) for _ in range(count))
        return [Span(start, start + chance.randint(1, 25)) for start in starts]

    quoted = [spans(chance.randint(0, 5)) for _ in range(20)]
    places = [(text, span) for text in range(20) for span in spans(10)]
    marked = Marked.of(quoted)
    start, end = (
        np.array([(text << TEXT) + getattr(span, side) for text, span in places], dtype=np.int64)
        for side in ("start", "end")
    )
    inside = [[max(0, min(span.end, q.end) - max(span.start, q.start)) for q in quoted[text]] for text, span in places]
    assert marked.count(start, end).tolist() == [sum(found) for found in inside]
    assert marked.meet(start, end).tolist() == [any(found) for found in inside]
    held = [any(q.start <= span.start and span.end <= q.end for q in quoted[text]) for text, span in places]
    assert marked.hold(start, end).tolist() == held
    assert 0 < sum(held) < len(held)


def test_no_stretch_holds_nothing() -> None:
    marked = Marked.of([[], []])
    start, end = np.array([0, 1 << TEXT]), np.array([5, (1 << TEXT) + 5])
    assert marked.count(start, end).tolist() == [0, 0]
    assert not marked.hold(start, end).any()
    assert not marked.meet(start, end).any()
