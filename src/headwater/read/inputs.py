"""Which inputs there are: files, folders (recursively), standard input.

An input's ``name`` is what identifies it besides its bytes: the path inside the folder that was asked for, or the
file's own name, so that the same collection gives the same ids wherever it lies. Two inputs with one name are told
apart by as much of their path as it takes.
"""

import os
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from headwater.records import Skipped

STANDARD_INPUT = "-"


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: ``path`` as the user would write it, ``name`` as above, ``file`` None for standard input."""

    path: str
    name: str
    file: Path | None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was found, sorted by name, and what was asked for but is not there."""

    found: tuple[Input, ...]
    skipped: tuple[Skipped, ...]


def find_inputs(paths: Iterable[str | os.PathLike[str]], *, leave_out: Path | None = None) -> Inputs:
    """Return every file under ``paths`` but ``leave_out`` (a metadata table that lies among the documents).

    Hidden files and folders are left out; links to folders are not followed.
    """
    found: dict[str, Input] = {}
    skipped: list[Skipped] = []
    for asked in paths:
        given = os.fspath(asked)
        if given == STANDARD_INPUT:
            found[given] = Input("standard input", "standard-input.txt", None)
            continue
        path = Path(given)
        if path.is_dir():
            files = [file for file in _files_below(path, skipped) if leave_out is None or not _same(file, leave_out)]
            if not files:
                skipped.append(Skipped(given, "the folder holds no files"))
            for file in files:
                found[str(file)] = Input(str(file), PurePosixPath(file.relative_to(path)).as_posix(), file)
        elif path.exists():
            found[str(path)] = Input(str(path), path.name, path)
        else:
            skipped.append(Skipped(given, "no such file or folder; check the path"))
    return Inputs(tuple(sorted(_tell_apart(list(found.values())), key=lambda i: (i.name, i.path))), tuple(skipped))


def _same(file: Path, other: Path) -> bool:
    return file.name == other.name and other.exists() and file.samefile(other)


def _files_below(folder: Path, skipped: list[Skipped]) -> Iterable[Path]:
    def unreadable(error: OSError) -> None:
        skipped.append(Skipped(str(error.filename), f"the folder cannot be listed ({error.strerror})"))

    for parent, folders, files in os.walk(folder, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield Path(parent) / name


def _tell_apart(inputs: Sequence[Input]) -> list[Input]:
    count = Counter(i.name for i in inputs)
    return [i if count[i.name] == 1 or i.file is None else Input(i.path, i.path, i.file) for i in inputs]
