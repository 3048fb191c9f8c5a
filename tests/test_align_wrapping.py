"""Words quoted in one text and said by the other itself: the same as looking at each run and each quotation."""

import random

from headwater.align.wrapping import find_wrapped
from headwater.records import Place, Reuse, Span


def _spans(chance: random.Random, count: int, longest: int) -> list[Span]:
    starts = [chance.randrange(80) for _ in range(count)]
    return sorted(Span(start, start + chance.randint(1, longest)) for start in starts)


def _reuse(chance: random.Random, pair: tuple[str, str]) -> Reuse:
    blocks = tuple(zip(_spans(chance, 3, 15), _spans(chance, 3, 15), strict=True))
    return Reuse("r", Place(pair[0], 0, 1), Place(pair[1], 0, 1), blocks, 1.0, 1.0, (), "unknown", "")


def test_runs_quoted_on_one_side_are_those_of_every_pair_of_run_and_quotation() -> None:
    chance = random.Random(5)
    names = [f"d{number}" for number in range(12)]
    quoted = {name: _spans(chance, chance.randint(0, 4), 30) for name in names}
    pairs = [(one, other) for one in names for other in names if one < other]
    shared = {pair: [_reuse(chance, pair) for _ in range(2)] for pair in pairs}
    found = find_wrapped(shared, pairs, quoted.__getitem__, least=1)
    seen = 0
    for pair in pairs:
        wrapped: tuple[list[Span], list[Span]] = ([], [])
        for block in (block for reuse in shared[pair] for block in reuse.blocks):
            for side in (0, 1):
                here, there = block[side], block[1 - side]
                held = any(q.start <= here.start and here.end <= q.end for q in quoted[pair[side]])
                met = any(q.start < there.end and there.start < q.end for q in quoted[pair[1 - side]])
                if held and not met:
                    wrapped[side].append(here)
        seen += bool(wrapped[0] or wrapped[1])
        assert (pair in found) == bool(wrapped[0] or wrapped[1])
        if pair in found:
            assert (found[pair].left, found[pair].right) == wrapped
    assert 0 < seen < len(pairs)
