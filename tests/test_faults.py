"""A short trial of every fault; ``python tests/faults.py`` runs them at full length."""

import shutil
import sys

import pytest

from faults import SCENARIOS, run
from fuzz import SEEDS, fuzz

SHORT = {
    "kill": 3,
    "archive": 3,
    "single": 10,
    "migrate": 6,
    "index": 6,
    "flip": 100,
    "copy": 5,
    "disk": 6,
    "failing": 12,
    "clock": 8,
    "memory": 1,
    "permission": 1,
    "many": 4,
    "stop": 2,
}
NEED_GCC = ("failing", "clock")


@pytest.mark.slow
@pytest.mark.parametrize("name", SCENARIOS)
def test_a_case_survives(name: str) -> None:
    if name in NEED_GCC and (shutil.which("gcc") is None or sys.platform != "linux"):
        pytest.skip("a disk that fails and a clock that jumps are made with gcc, on Linux")
    counted = run(name, SHORT[name], seed=1)
    assert counted, "nothing was tried"
    assert all(number > 0 for number in counted.values())


@pytest.mark.slow
@pytest.mark.parametrize("name", SEEDS)
def test_a_reader_gives_text_or_a_reason_whatever_the_bytes(name: str) -> None:
    pytest.importorskip("atheris", reason="coverage-guided fuzzing needs atheris (Linux)")
    assert fuzz(name, 2) > 20
