"""Documents added to a case in any order and split give what one trace of them gives."""

import gzip
import json
import random
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

import piles
from headwater import pipeline
from headwater.cli import cli
from headwater.export.contract import to_json
from headwater.pipeline import analysing
from headwater.records import Analysis, Document
from headwater.store import CaseFolder
from newsroom.write import write

DOCUMENTS = 9  # fewer than worker processes pay for


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("news")
    write(folder, seed=21, documents=DOCUMENTS)
    return folder


@pytest.mark.parametrize("seed", range(3))
def test_documents_added_in_any_order_give_what_one_trace_gives(news: Path, tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    table = news / "metadata.csv"
    files = sorted((news / "documents").rglob("*.txt"))
    whole = pipeline.trace(files, metadata=table, case=tmp_path / "whole")
    chance.shuffle(files)
    case = tmp_path / "parts"
    cuts = sorted(chance.sample(range(1, len(files)), 3))
    for start, stop in zip([0, *cuts], [*cuts, len(files)], strict=True):
        parts = pipeline.add(case, files[start:stop], metadata=table)
    assert parts == whole
    assert to_json(parts, {}) == to_json(whole, {})


def test_only_what_is_new_is_analysed(news: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted((news / "documents").rglob("*.txt"))
    pipeline.trace(files[:-1], case=tmp_path / "case")
    done = []
    analyse = analysing.analyse

    def watched(document: Document) -> Analysis:
        done.append(document.path)
        return analyse(document)

    monkeypatch.setattr(analysing, "analyse", watched)
    pipeline.add(tmp_path / "case", files[-1:])
    pipeline.add(tmp_path / "case", files[-1:])
    assert done == [files[-1].as_posix()]


def test_a_changed_file_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The dam held, the mayor said.")
    pipeline.add(tmp_path / "case", [file])
    file.write_text("The dam broke, the mayor said.")
    found = pipeline.add(tmp_path / "case", [file])
    assert [a.document.text for a in found.analyses] == ["The dam broke, the mayor said."]


def test_what_was_skipped_stays_listed_until_it_is_read(tmp_path: Path) -> None:
    missing, other = tmp_path / "later.txt", tmp_path / "other.txt"
    other.write_text("The harbour reopened on Monday.")
    assert [s.path for s in pipeline.add(tmp_path / "case", [missing]).skipped] == [missing.as_posix()]
    assert [s.path for s in pipeline.add(tmp_path / "case", [other]).skipped] == [missing.as_posix()]
    missing.write_text("The ferry sails again, the line said.")
    assert pipeline.add(tmp_path / "case", [missing]).skipped == ()


def test_the_command_says_what_was_added(tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text("The dam held, the mayor said.")
    result = CliRunner().invoke(cli, ["add", str(tmp_path / "case"), str(file), "--quiet"], standalone_mode=False)
    assert result.return_value == 0
    assert "1 document added; 1 in the case." in result.output


def test_adding_tells_of_what_is_added_and_not_of_what_was_not_read_before(tmp_path: Path) -> None:
    pile, case = tmp_path / "pile", str(tmp_path / "case")
    pile.mkdir()
    (pile / "empty.txt").write_text("")
    (tmp_path / "report.txt").write_text("The dam held, the mayor said.")
    first = CliRunner().invoke(cli, ["add", case, str(pile), "--quiet"], standalone_mode=False)
    assert (first.return_value, "empty.txt: empty file" in first.output) == (3, True)
    other = CliRunner().invoke(cli, ["add", case, str(tmp_path / "report.txt"), "--quiet"], standalone_mode=False)
    assert (other.return_value, "empty.txt" in other.output) == (0, False)
    again = CliRunner().invoke(cli, ["add", case, str(pile), "--quiet"], standalone_mode=False)
    assert again.return_value == 3


def test_a_thousand_rows_of_one_fault_are_counted(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text('{"words": "The dam held."}\n' * 1000)
    result = CliRunner().invoke(
        cli, ["add", str(tmp_path / "case"), str(tmp_path / "rows.jsonl"), "--quiet"], standalone_mode=False
    )
    told = [line for line in result.output.splitlines() if line.startswith("skipped: ")]
    assert (result.return_value, len(told)) == (3, 20)
    assert "and 980 more skipped: headwater report CASE tells them by their reasons" in result.output


def test_a_file_that_documents_are_cut_out_of_is_kept_byte_for_byte_beside_them(tmp_path: Path) -> None:
    pile, case = tmp_path / "pile", tmp_path / "case"
    pile.mkdir()
    (pile / "a.txt").write_text(piles.WORDS)
    (pile / "box.mbox").write_bytes(piles.mbox(2))
    (pile / "feed.xml").write_bytes(piles.feed())
    (pile / "b.txt.gz").write_bytes(gzip.compress(piles.MORE.encode()))
    for _ in range(2):
        pipeline.trace([pile], case=case)
    held = {file.read_bytes() for file in (case / "originals").iterdir()}
    assert {file.read_bytes() for file in pile.iterdir()} < held
    kept = [entry["details"]["path"] for entry in log(case) if entry["action"] == "keep"]
    assert sorted(kept) == sorted((pile / name).as_posix() for name in ("box.mbox", "feed.xml", "b.txt.gz"))
    (damaged,) = [f for f in (case / "originals").iterdir() if f.read_bytes() == piles.feed()]
    damaged.write_bytes(piles.feed().replace(b"<", b"(", 1))
    with CaseFolder(case) as folder:
        assert folder.problems() == [f"originals/{damaged.name}: its bytes are not those that were read"]
    damaged.unlink()
    with CaseFolder(case) as folder:
        assert folder.problems() == [f"originals/{damaged.name}: missing"]


def log(case: Path) -> list[dict[str, Any]]:  # Any: what JSON holds
    return [json.loads(line) for line in (case / "log.jsonl").read_bytes().splitlines()]
