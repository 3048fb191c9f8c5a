"""Tables for people: CSV and XLSX. A cell that a spreadsheet would run as a formula is shown as text by default.

The guard is that of OWASP ASVS 5.0 (1.2.10): a cell that begins with = + - @, a tab, a carriage return or NUL (full-
width forms too, blanks before it passed over) gets an apostrophe in front. Numbers that are numbers stay numbers. In
CSV the same goes for what stands behind a separator or a line break inside a cell: where a semicolon is the custom, as
with most spreadsheets on the continent of Europe, quotation marks do not keep such a cell together.
"""

import csv
import datetime
import io
import re
from collections.abc import Callable, Mapping, Sequence

from headwater.export.handover.rows import Cell, Table, tables
from headwater.export.handover.stamp import Stamp
from headwater.records import Case

LIVE = ("=", "+", "-", "@", "\t", "\r", "\n", "\x00", "＝", "＋", "－", "＠")
_INSIDE = re.compile(r"([;|\t\r\n][\s;|\"]*+)([=+\-@＝＋－＠]?)")  # one run of separators and blanks, and what follows
LONGEST = 32_767  # characters that a cell of a workbook holds
CUT = " […cut: a cell of a workbook holds no more; CSV and JSON Lines have all]"


def csv_files(case: Case, stamp: Stamp) -> Mapping[str, bytes]:
    """Return the tables as CSV that is safe to open: no cell is a formula."""
    return _csv(case, stamp, lambda text: guard(_guard_inside(text)))


def raw_csv_files(case: Case, stamp: Stamp) -> Mapping[str, bytes]:
    """Return the tables as CSV with every cell as it is."""
    return _csv(case, stamp, lambda text: text)


def guard(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula.

    >>> guard("=1+1"), guard(" @SUM(A1)"), guard("41 dead")
    ("'=1+1", "' @SUM(A1)", '41 dead')
    """
    shown = text.replace("\x00", "\ufffd")
    return "'" + shown if text.startswith(LIVE) or text.lstrip().startswith(LIVE) else shown


def _guard_inside(text: str) -> str:
    """Return a text in which nothing becomes a formula where another separator parts it.

    >>> _guard_inside("off;=1+1"), _guard_inside("to; 3 - 1")
    ("off;'=1+1", 'to; 3 - 1')
    """
    return _INSIDE.sub(lambda run: f"{run[1]}'{run[2]}" if run[2] else run[1], text)


def _csv(case: Case, stamp: Stamp, shown: Callable[[str], str]) -> Mapping[str, bytes]:
    return {f"{name}.csv": _one(table, shown) for name, table in tables(case, stamp).items()}


def _one(table: Table, shown: Callable[[str], str]) -> bytes:
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    writer.writerow(table.columns)
    for row in table.rows:
        writer.writerow([shown(cell) if isinstance(cell, str) else "" if cell is None else cell for cell in row])
    return buffer.getvalue().encode("utf-8", "replace")


def xlsx(case: Case, stamp: Stamp) -> bytes:
    """Return a workbook with a sheet for each table; no cell is a formula or a link. Texts are not in it."""
    import xlsxwriter

    buffer = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(buffer, options)
    book.set_properties({"created": datetime.datetime(1980, 1, 1), "comments": f"Headwater {stamp.headwater}"})
    bold = book.add_format({"bold": True, "bottom": 1})
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for name, table in tables(case, stamp).items():
        if name == "texts":
            continue
        sheet = book.add_worksheet(name)
        sheet.freeze_panes(1, 0)
        for column, (title, width) in enumerate(zip(table.columns, _widths(table), strict=True)):
            sheet.write_string(0, column, title, bold)
            sheet.set_column(column, column, width, wrap)
        for number, row in enumerate(table.rows, start=1):
            for column, cell in enumerate(row):
                _write(sheet, number, column, cell)
        if table.rows:
            sheet.autofilter(0, 0, len(table.rows), len(table.columns) - 1)
    book.close()
    return buffer.getvalue()


def _write(sheet: "object", row: int, column: int, cell: Cell) -> None:
    if isinstance(cell, bool):
        sheet.write_boolean(row, column, cell)  # type: ignore[attr-defined]
    elif isinstance(cell, int | float):
        sheet.write_number(row, column, cell)  # type: ignore[attr-defined]
    elif cell:
        text = guard(cell)
        shown = text if len(text) <= LONGEST else text[: LONGEST - len(CUT)] + CUT
        sheet.write_string(row, column, shown)  # type: ignore[attr-defined]


def _widths(table: Table) -> Sequence[int]:
    return [
        min(60, max(10, *(len(str(row[i] or "")) for row in (table.columns, *table.rows[:200]))))
        for i in range(len(table.columns))
    ]
