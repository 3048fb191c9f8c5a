"""Which inputs there are: files, folders (recursively), standard input.

An input's ``name`` is what identifies it besides its bytes: the path inside the folder that was asked for, or the
file's own name, with "/" between its parts and composed letters (a Mac may list a name decomposed), so that the same
collection gives the same ids wherever it lies. Two inputs with one name are told apart by as much of their path as it
takes. Bytes of a name that are no text are written as "\\xff".
"""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from headwater.records import Skipped

STANDARD_INPUT = "-"
# Where browsers put what belongs to a page that they save, in some of their languages
_BELONGING = re.compile(r"\A(?P<page>.{1,255})(?:_files?|-Dateien|_fichiers|_archivos|-bestanden|_bestanden|_pliki)\Z")
BELONGING = "files that belong to saved pages (pictures, styles, scripts)"


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read: ``path`` as the user would write it, ``name`` as above, ``file`` None for standard input."""

    path: str
    name: str
    file: Path | None


@dataclass(frozen=True, slots=True)
class Inputs:
    """What was found, sorted by name, what was asked for but is not there, and how many files were passed over."""

    found: tuple[Input, ...]
    skipped: tuple[Skipped, ...]
    passed: Mapping[str, int] = field(default_factory=dict)


def find_inputs(paths: Iterable[str | os.PathLike[str]], *, leave_out: Path | None = None) -> Inputs:
    """Return every file under ``paths`` but ``leave_out`` (a metadata table that lies among the documents).

    Hidden files and folders are left out, and case folders of Headwater's own; what a browser saved beside a page is
    passed over and counted. Links to folders are not followed, and no pipe or device is opened.
    """
    found: dict[str, Input] = {}
    skipped: list[Skipped] = []
    passed: Counter[str] = Counter()
    for asked in paths:
        given = os.fspath(asked)
        if given == STANDARD_INPUT:
            found[given] = Input("standard input", "standard-input.txt", None)
            continue
        path = Path(given)
        if path.is_dir():
            below = _files_below(path, skipped, passed)
            files = [file for file in below if leave_out is None or not _same(file, leave_out)]
            if not files:
                skipped.append(Skipped(_written(path.as_posix()), "the folder holds no files"))
            for file in files:
                found[str(file)] = Input(_written(file.as_posix()), _name(file.relative_to(path).as_posix()), file)
        elif path.exists():
            found[str(path)] = Input(_written(path.as_posix()), _name(path.name), path)
        else:
            skipped.append(Skipped(_written(path.as_posix()), "no such file or folder; check the path"))
    return Inputs(
        tuple(sorted(_tell_apart(list(found.values())), key=lambda i: (i.name, i.path))), tuple(skipped), passed
    )


def _written(name: str) -> str:
    """Return a name so that it can be written down: on Linux names are bytes, and need not be text."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _name(inside: str) -> str:
    return unicodedata.normalize("NFC", _written(inside))


def _same(file: Path, other: Path) -> bool:
    return file.name == other.name and other.exists() and file.samefile(other)


def _is_case(folder: Path) -> bool:
    return (folder / "case.db").is_file() and (folder / "originals").is_dir()


def _belongs(folder: str, files: Collection[str]) -> bool:
    """Say whether a folder holds what belongs to a saved page that lies beside it."""
    match = _BELONGING.fullmatch(folder)
    return match is not None and any(f"{match['page']}{suffix}" in files for suffix in (".html", ".htm", ".xhtml"))


def _files_below(folder: Path, skipped: list[Skipped], passed: Counter[str]) -> Iterable[Path]:
    def unreadable(error: OSError) -> None:
        skipped.append(
            Skipped(_written(Path(error.filename).as_posix()), f"the folder cannot be listed ({error.strerror})")
        )

    for parent, folders, files in os.walk(folder, onerror=unreadable):
        belonging = [name for name in folders if _belongs(name, files)]
        passed[BELONGING] += sum(len(held) for name in belonging for _, _, held in os.walk(Path(parent) / name))
        folders[:] = sorted(
            n for n in folders if not n.startswith(".") and n not in belonging and not _is_case(Path(parent) / n)
        )
        for name in sorted(files):
            if name.startswith((".", "~$")):  # hidden, or the mark that an office program sets on an open file
                continue
            file = Path(parent) / name
            if file.exists() and not file.is_file():
                skipped.append(Skipped(_written(file.as_posix()), "no file (a pipe, a socket or a device); not read"))
            else:
                yield file


def _tell_apart(inputs: Sequence[Input]) -> list[Input]:
    count = Counter(i.name for i in inputs)
    return [i if count[i.name] == 1 or i.file is None else Input(i.path, i.path, i.file) for i in inputs]
