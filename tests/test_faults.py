"""A short trial of every fault; ``python tests/faults.py`` runs them at full length."""

import pytest

from faults import SCENARIOS, run
from fuzz import SEEDS, fuzz

SHORT = {"kill": 3, "single": 10, "disk": 6, "permission": 1, "many": 4, "stop": 2}


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_case_survives(name: str) -> None:
    counted = run(name, SHORT[name], seed=1)
    assert counted, "nothing was tried"
    assert all(number > 0 for number in counted.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_a_reader_gives_text_or_a_reason_whatever_the_bytes(name: str) -> None:
    pytest.importorskip("atheris", reason="coverage-guided fuzzing needs atheris (Linux)")
    assert fuzz(name, 2) > 20
