"""The commands that read a subject across documents: what they print, what they write, how they end."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from headwater.cli import cli

TEXT = (
    "Halcyon sinks\n\n"
    'Harbour master Ines Okoro said: "We are still counting. The water is cold."\n\n'
    "Okoro said that 41 people died in Port Almeric on March 3, 2031. Okoro changed her mind about the doors.\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("documents")
    (where / "wire.txt").write_text(TEXT, encoding="utf-8")
    (where / "post.txt").write_text(TEXT.replace("Halcyon sinks", "Ferry lost"), encoding="utf-8")
    return where


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(cli, [*arguments, "--in", str(folder), "--quiet"])


def test_a_review_is_markdown_by_default(folder: Path) -> None:
    result = run(folder, "review", "counting")
    assert result.exit_code == 0
    assert result.output.startswith("# Review: counting\n")
    assert "Ines Okoro says: “We are still counting. The water is cold.”" in result.output


@pytest.mark.parametrize(("name", "first"), [("r.html", b"<!doctype html>"), ("r.md", b"# Review"), ("r.docx", b"PK")])
def test_the_form_follows_the_name_of_the_file(folder: Path, tmp_path: Path, name: str, first: bytes) -> None:
    result = run(folder, "review", "counting", "--out", str(tmp_path / name))
    assert result.exit_code == 0
    assert (tmp_path / name).read_bytes().startswith(first)
    assert name != "r.docx" or "word/document.xml" in zipfile.ZipFile(tmp_path / name).namelist()


def test_docx_needs_a_file(folder: Path) -> None:
    result = run(folder, "review", "counting", "--format", "docx")
    assert "--out" in str(result.exception)


@pytest.mark.parametrize(
    ("arguments", "field"),
    [
        (("review", "counting"), "sections"),
        (("positions", "Okoro"), "movements"),
        (("figures",), "events"),
        (("times",), "timeline"),
        (("claims",), "claims"),
        (("speakers",), "speakers"),
    ],
)
def test_every_reading_command_gives_its_record_as_json(folder: Path, arguments: tuple[str, ...], field: str) -> None:
    result = run(folder, *arguments, "--json")
    assert result.exit_code == 0
    assert field in json.loads(result.output)


def test_positions_show_the_movement_and_the_statements(folder: Path) -> None:
    result = run(folder, "positions", "okoro", "--topic", "doors")
    assert result.exit_code == 0
    assert "changed her mind" in result.output


def test_a_topic_that_nobody_speaks_of_is_not_found(folder: Path) -> None:
    result = run(folder, "review", "zeppelin")
    assert "no statement on 'zeppelin'" in str(result.exception)
