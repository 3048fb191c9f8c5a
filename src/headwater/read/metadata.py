"""What the user's metadata table says of each input.

A table row applies to an input when its ``path`` is the input's path, its name inside the folder, the path relative to
the table, or, where only one input carries it, its file name; with "#" and a part behind it, to that piece of the
input. Both kinds of slashes, and composed and decomposed letters, are the same here: the table may come from another
system than the files. A table always wins over what a file says.
"""

import csv
import datetime
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from headwater.errors import UsageError
from headwater.read.inputs import Input

FIELDS = ("publisher", "title", "author", "published", "modified", "retrieved", "url", "language")


class MetadataTable:
    """Rows of a metadata file, found by input."""

    def __init__(self, rows: Iterable[Mapping[str, str]], inputs: Iterable[Input], folder: Path) -> None:
        names: dict[str, str | None] = {}
        for found in inputs:
            exact = [found.path, found.name]
            if found.file is not None:
                exact.append(str(found.file.resolve()))
            exact = [_plain(key) for key in exact]
            for key in exact:
                names[key] = found.path
            last = PurePosixPath(_plain(found.name)).name
            if last not in exact:
                names[last] = None if last in names else found.path
        self._rows: dict[str, Mapping[str, str]] = {}
        for row in rows:
            path, mark, inside = _plain(row.get("path", "")), "", ""
            if path not in names:
                path, mark, inside = path.partition("#")
            beside = _plain(str((folder / path).resolve()))
            target = names.get(path) or names.get(beside) or names.get(PurePosixPath(path).name)
            if target is not None:
                self._rows[target + mark + inside] = {
                    key: row[key].strip() for key in FIELDS if (row.get(key) or "").strip()
                }

    def row(self, found: Input, inside: str = "") -> Mapping[str, str]:
        """Return what the table says of an input, and of the piece at ``inside``; empty where it says nothing."""
        whole = self._rows.get(found.path, {})
        return {**whole, **self._rows.get(found.path + _plain(inside), {})} if inside else whole


def _plain(path: str) -> str:
    return unicodedata.normalize("NFC", path.replace("\\", "/"))


def read_table(file: str | Path | None, inputs: Iterable[Input]) -> MetadataTable:
    """Return the table in ``file`` (CSV with a header row, or JSON Lines); an empty one for None.

    Raises UsageError where the file cannot be read, has no ``path`` column, or gives a ``published`` that is no date.
    """
    if file is None:
        return MetadataTable((), (), Path())
    path = Path(file)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            f"metadata {path}: cannot be read ({error}); give a CSV or JSON Lines file in UTF-8"
        ) from error
    rows = _json_rows(text, path) if text.lstrip().startswith("{") else list(csv.DictReader(text.splitlines()))
    if rows and "path" not in rows[0]:
        raise UsageError(f"metadata {path}: no `path` column; its columns are {', '.join(map(str, rows[0]))}")
    for row in rows:
        if row.get("published") and not is_date(row["published"].strip()):
            raise UsageError(f"metadata {path}: {row['published']!r} is no ISO 8601 date (for {row['path']})")
    return MetadataTable(rows, inputs, path.parent)


def _json_rows(text: str, path: Path) -> list[Mapping[str, str]]:
    rows: list[Mapping[str, str]] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip():
            try:
                row = json.loads(line)
            except ValueError as error:
                raise UsageError(f"metadata {path}: line {number} is no JSON object ({error})") from error
            if not isinstance(row, dict):
                raise UsageError(f"metadata {path}: line {number} is no JSON object")
            rows.append({str(key): str(value) for key, value in row.items() if value is not None})
    return rows


def is_date(value: str) -> bool:
    """Return whether ``value`` is an ISO 8601 date (year or month precision too) or a date with a time."""
    if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", value):
        return True
    try:
        datetime.datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
