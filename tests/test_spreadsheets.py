"""Tables for spreadsheets: no cell runs, shown by readers and by a spreadsheet itself."""

import csv
import dataclasses
import io
import re
import shutil
import subprocess
import time
from pathlib import Path

import openpyxl
import pytest

from exports_by_hand import HOSTILE, case, make, make_files
from headwater import relate
from headwater.export.handover import sheets
from headwater.export.handover.sheets import LIVE, LONGEST
from headwater.records import Analysis, Case, Document, Skipped


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_no_cell_of_csv_is_live_by_default() -> None:
    live = []
    for data in make_files("csv").values():
        for row in cells(data)[1:]:
            live += [c for c in row if c.lstrip().startswith(LIVE) and not re.fullmatch(r"-?[\d.e+-]+", c)]
    assert live == []
    assert any("'=HYPERLINK" in row[4] for row in cells(make_files("csv")["documents.csv"]))


def test_raw_csv_is_exact() -> None:
    rows = cells(make_files("csv-raw")["texts.csv"])
    assert dict(rows[1:]) == {a.document.id: a.document.text for a in case().analyses}
    publishers = {row[4] for row in cells(make_files("csv-raw")["documents.csv"])[1:]}
    assert publishers == {a.document.publisher for a in case().analyses}


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make("xlsx")))
    kinds = [cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in kinds
    assert {"s", "n"} <= set(kinds)
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)
    documents = {row[2]: row for row in book["documents"].iter_rows(min_row=2, values_only=True)}
    assert documents["0.txt"][4] == "'" + HOSTILE[0]
    assert "texts" not in book.sheetnames


def test_a_cell_that_is_too_long_says_that_it_was_cut() -> None:
    claim = dataclasses.replace(case().claims[0], text="x" * (LONGEST + 9))
    book = openpyxl.load_workbook(io.BytesIO(make("xlsx", dataclasses.replace(case(), claims=(claim,)))))
    shown = book["claims"].cell(2, 2).value
    assert len(shown) == LONGEST
    assert shown.endswith("have all]")


SOFFICE = shutil.which("soffice")
LIVE_CELLS = (
    "=1+1", "+1+1", "-2+3", "@SUM(1)", "\t=1+1", "\r=1+1", "\n=1+1", " =1+1", "\u00a0=1+1", "\u200b=1+1", "\x0b=1+1",
    "＝1+1", "＋1+1", "=DDE(\"soffice\";\"/etc/passwd\";\"A1\")", "=cmd|' /C calc'!A0", "|DDE", "-cmd|'/c calc'!A1",
    '=HYPERLINK("http://evil.example";"x")', '=WEBSERVICE("http://evil.example")', "{=1+1}", "%=1+1", "'=1+1",
    "x;=1+1;y", "x;=1+1", "x;  =1+1;y", "x\t=1+1\ty", "x\n=1+1\ny", "x\r\n=1+1", "x|=1+1|y", 'x","=1+1', 'x";"=1+1',
    '"=1+1', "x;\"=1+1;", "x;;=2+2;\t=3+3",
)  # fmt: skip


LIVE_MARKUP = re.compile(r"table:formula=\"[^\"]*\"|<office:dde-source[^>]*>|xlink:href=\"http[^\"]*\"")


def hostile() -> Case:
    """Return findings in which every text and name of one document is a cell that would run."""
    analyses = [
        Analysis(
            Document(f"document-{n}", f"{n}.txt", "0" * 64, cell, publisher=cell, title=cell, author=cell),
            (), (), (), (),
        )
        for n, cell in enumerate(LIVE_CELLS)
    ]  # fmt: skip
    return dataclasses.replace(relate(analyses), skipped=tuple(Skipped(cell, cell) for cell in LIVE_CELLS))


def formulas(folder: Path, separator: str) -> dict[str, list[str]]:
    """Return the formulas and links that LibreOffice sees in the files of a folder, told to work out what it can."""
    out = folder / "out"
    files = sorted(folder.glob("*.*"))
    options = f"CSV:{ord(separator)},34,76,1,,0,false,true,false,false,0,true"  # the last: formulas are worked out
    command = [str(SOFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    chosen = [f"--infilter={options}"] if files[0].suffix == ".csv" else []
    subprocess.run(
        [*command, *chosen, "--convert-to", "fods", "--outdir", str(out), *map(str, files)],
        check=True,
        capture_output=True,
        timeout=300,
    )
    found = {}
    for file in files:
        shown = (out / file.name).with_suffix(".fods").read_text(encoding="utf-8")
        assert "table:table-cell" in shown
        found[file.name] = LIVE_MARKUP.findall(shown)
    return found


needs_spreadsheet = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice (soffice) is not installed")


@needs_spreadsheet
@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_libreoffice_sees_no_formula_in_csv_whatever_parts_its_cells(tmp_path: Path, separator: str) -> None:
    for name, data in make_files("csv", hostile()).items():
        (tmp_path / name).write_bytes(data)
    found = formulas(tmp_path, separator)
    assert {"documents.csv", "texts.csv"} <= set(found)
    assert {name: cells for name, cells in found.items() if cells} == {}


@needs_spreadsheet
def test_libreoffice_runs_what_raw_csv_holds_so_that_the_test_above_can_fail(tmp_path: Path) -> None:
    (tmp_path / "documents.csv").write_bytes(make_files("csv-raw", hostile())["documents.csv"])
    assert len(formulas(tmp_path, ",")["documents.csv"]) > 10


@needs_spreadsheet
def test_libreoffice_sees_no_formula_in_a_workbook(tmp_path: Path) -> None:
    (tmp_path / "all.xlsx").write_bytes(make("xlsx", hostile()))
    assert formulas(tmp_path, ",") == {"all.xlsx": []}


@pytest.mark.parametrize("text", [";" * 50_000, "\t \r\n" * 20_000, ";=" * 30_000, '"|' * 30_000], ids=len)
def test_a_cell_is_guarded_in_a_time_that_grows_with_its_length(text: str) -> None:
    began = time.process_time()
    sheets._guard_inside(text)
    assert time.process_time() - began < 1
