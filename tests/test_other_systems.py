"""What differs on Windows and on a Mac: names of files, code pages of the output, memory that no system caps."""

import os
import shutil
import subprocess
import sys
import time
import unicodedata
from pathlib import Path

import pytest

from headwater.pipeline import trace
from headwater.read import isolation
from headwater.read.confined import Task
from headwater.read.inputs import find_inputs
from headwater.read.isolation import Limits, Worker, WorkerError
from headwater.read.memory import memory_of
from headwater.read.metadata import read_table

HUNGRY = "import sys, time; sys.stdin.buffer.read(8); time.sleep(1); held = bytearray(400_000_000); time.sleep(60)"


def test_a_name_with_decomposed_letters_gives_the_ids_of_the_composed_one(tmp_path: Path) -> None:
    ids = set()
    for form in ("NFC", "NFD"):
        folder = tmp_path / form
        folder.mkdir()
        name = unicodedata.normalize(form, "Zoë's Größe.txt")
        (folder / name).write_text("The mayor said the bridge was closed.", encoding="utf-8")
        assert (folder / name).exists()
        ids |= {analysis.document.id for analysis in trace([folder]).analyses}
    assert len(ids) == 1


@pytest.mark.parametrize("written", ["sub\\Größe.txt", "sub/Gro\u0308ße.txt", "Gro\u0308ße.txt", "sub/Größe.txt"])
def test_a_table_made_on_another_system_finds_its_files(tmp_path: Path, written: str) -> None:
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "Größe.txt").write_text("A text.", encoding="utf-8")
    table = tmp_path / "table.csv"
    table.write_text(f"path,publisher\n{written},Vail Post\n", encoding="utf-8")
    (found,) = find_inputs([tmp_path / "sub"]).found
    assert read_table(table, [found]).row(found) == {"publisher": "Vail Post"}


def test_output_is_the_same_bytes_whatever_the_code_page(tmp_path: Path) -> None:
    (tmp_path / "事件.txt").write_text("“The bridge was closed,” said Zoë Łuk.\n", encoding="utf-8")
    command = [sys.executable, "-m", "headwater", "trace", str(tmp_path)]
    said = {
        subprocess.run(
            command, capture_output=True, env={**os.environ, "PYTHONIOENCODING": code}, check=True, timeout=120
        ).stdout
        for code in ("cp1252", "utf-8")
    }
    (only,) = said
    assert "Zoë Łuk" in only.decode("utf-8")


@pytest.mark.skipif(shutil.which("ps") is None, reason="no ps on this machine")
def test_where_no_system_caps_it_a_reader_that_takes_too_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    def start(limits: Limits) -> subprocess.Popen[bytes]:
        return subprocess.Popen([sys.executable, "-c", HUNGRY], stdin=subprocess.PIPE, stdout=subprocess.PIPE)

    monkeypatch.setattr(isolation, "WATCHED", True)
    monkeypatch.setattr(isolation, "_start", start)
    began = time.monotonic()
    limits = Limits(seconds=30, memory=100_000_000)
    with Worker(limits) as worker, pytest.raises(WorkerError, match="needs more than") as error:
        list(worker.ask(Task(b"bomb.pdf")))
    assert error.value.is_fault
    assert time.monotonic() - began < 20


def test_the_memory_of_a_process_that_is_gone_is_not_known() -> None:
    done = subprocess.Popen([sys.executable, "-c", ""])
    done.wait()
    assert memory_of(done.pid) is None
    if shutil.which("ps"):
        assert 5_000_000 < (memory_of(os.getpid()) or 0) < 20_000_000_000
