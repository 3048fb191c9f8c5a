"""Equal words of many rows at once: the same as row by row."""

import random

import numpy as np

from headwater.align.runs import LONGEST, Run, Runs, align_rows, align_words, merge, spread


def _rows(chance: random.Random, alphabet: int, longest: int) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    words = np.array([chance.randrange(alphabet) for _ in range(400)], dtype=np.uint32)
    start = np.array([chance.randrange(400 - longest) for _ in range(600)])
    return words, start, start + np.array([chance.randint(0, longest) for _ in range(600)])


def test_rows_aligned_together_are_aligned_as_each_alone() -> None:
    for seed, (alphabet, longest) in enumerate([(2, 8), (3, 20), (6, LONGEST), (40, LONGEST + 20), (200, 17)]):
        words, left, left_stop = _rows(random.Random(seed), alphabet, longest)
        order = np.random.default_rng(seed).permutation(len(left))
        right, right_stop = left[order], left_stop[order]
        found = align_rows(words, left, left_stop, right, right_stop)
        rows = zip(left.tolist(), left_stop.tolist(), right.tolist(), right_stop.tolist(), strict=True)
        alone = [(n, run) for n, row in enumerate(rows) for run in align_words(words, *row)]
        runs = zip(found.left.tolist(), found.right.tolist(), found.length.tolist(), strict=True)
        assert [(n, Run(*run)) for n, run in zip(found.of.tolist(), runs, strict=True)] == alone


def test_runs_that_touch_on_both_sides_are_one() -> None:
    one = Runs(np.array([0, 0, 1]), np.array([3, 9, 9]), np.array([13, 20, 7]), np.array([2, 1, 1]))
    other = Runs(np.array([0, 1]), np.array([5, 10]), np.array([15, 9]), np.array([4, 1]))
    found = merge([one, other])
    assert found.of.tolist() == [0, 0, 1, 1]
    assert found.left.tolist() == [3, 9, 9, 10]
    assert found.length.tolist() == [6, 1, 1, 1]


def test_numbers_are_spread_row_by_row() -> None:
    assert spread(np.array([5, 0, 7]), np.array([2, 0, 3])).tolist() == [5, 6, 7, 8, 9]
    assert spread(np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)).tolist() == []
