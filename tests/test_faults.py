"""A short trial of every fault; ``python tests/faults.py`` runs them at full length."""

import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import piles
from faults import SCENARIOS, run
from fuzz import SEEDS, fuzz
from survival import RUN, texts

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


@pytest.mark.slow
def test_the_same_pile_gives_the_same_bytes_however_often_in_whatever_order_and_company(tmp_path: Path) -> None:
    pile = texts(tmp_path / "pile", 8)
    (pile / "feed.xml").write_bytes(piles.feed())
    (pile / "post.eml").write_bytes(piles.message(attach=piles.page()))
    (pile / "crawl.warc.gz").write_bytes(piles.warc_gz(3))
    (pile / "batch.zip").write_bytes(piles.zipped({"a.txt": piles.WORDS.encode(), "b.docx": piles.docx()}))
    files = [str(file) for file in sorted(pile.iterdir())]
    said = set()
    for turn, workers in enumerate((1, 2, 16, 1, 2)):
        random.Random(turn).shuffle(files)
        case = ["--case", str(tmp_path / f"case{turn % 2}")] if turn else []
        arguments = [*RUN, "trace", *files, "--json", "--quiet", "--workers", str(workers), *case]
        done = subprocess.run(arguments, capture_output=True, check=False, timeout=600)
        assert done.returncode in (0, 3), done.stderr
        said.add(done.stdout)
    assert len(said) == 1
