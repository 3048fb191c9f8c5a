"""Runs of words that meet: the same groups in one sort and in many."""

import random
from itertools import pairwise

import numpy as np
import pytest

from headwater.align import seeds
from headwater.align.seeds import Groups, find_groups
from headwater.align.tokens import tokenise


def _as_set(groups: Groups) -> set[tuple[int, ...]]:
    bounds = groups.bounds.tolist()
    return {tuple(groups.places[a:b].tolist()) for a, b in pairwise(bounds)}


def test_groups_do_not_depend_on_how_many_runs_are_sorted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(1)
    words = [f"w{number}" for number in range(300)]
    reports = [" ".join(chance.choice(words) for _ in range(200)) for _ in range(10)]
    tokens = tokenise([report[chance.randint(0, 200) :] for report in reports for _ in range(4)])
    whole = _as_set(find_groups(tokens))
    assert len(whole) > 500
    monkeypatch.setattr(seeds, "SHARD", 700)
    assert _as_set(find_groups(tokens)) == whole


def test_runs_that_differ_only_in_the_lowest_bits_are_parted() -> None:
    runs = np.array([5, 6, 5, 6, 7], dtype=np.uint64) + (np.uint64(1) << np.uint64(60))
    assert _as_set(seeds._group(np.arange(5) * 10, runs)) == {(0, 20), (10, 30)}
