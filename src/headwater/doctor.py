"""What this installation and a case folder are able to do, each with what to do where something is missing."""

import contextlib
import importlib.metadata
import importlib.util
import os
import platform
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from headwater import __version__
from headwater.errors import HeadwaterError
from headwater.offline import is_offline
from headwater.read import isolation
from headwater.store import CaseFolder, is_case

Health = Literal["ok", "missing", "warning", "broken"]
LEAST_SPACE = 1_000_000_000  # bytes free; a case takes some three times the size of its originals
NETWORK_FILE_SYSTEMS = ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "fuse.sshfs", "9p")

_NEEDED_FOR = (
    ("trafilatura", "HTML"),
    ("resiliparse", "HTML, second opinion"),
    ("pypdfium2", "PDF"),
    ("python-docx", "DOCX, written"),
    ("lxml", "DOCX, ODT, EPUB"),
    ("striprtf", "RTF"),
    ("feedparser", "RSS and Atom"),
    ("fastwarc", "WARC and WACZ"),
    ("py3langid", "languages"),
    ("onnxruntime", "the attribution model"),
    ("starlette", "the desk"),
    ("uvicorn", "the desk"),
    ("xlsxwriter", "XLSX, written"),
)
_EXTRAS = (("pyarrow", "parquet", "Parquet, written"), ("pyspark", "spark", "collections beyond one machine"))


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at; ``advice`` says what to do where it is not ok."""

    name: str
    health: Health
    found: str
    advice: str = ""


def examine(case: Path | None = None) -> Iterator[Finding]:
    """Yield what was found, in the order in which a reader would ask."""
    yield Finding(
        "headwater", "ok", f"{__version__}, Python {platform.python_version()} on {platform.platform(terse=True)}"
    )
    for package, use in _NEEDED_FOR:
        yield _package(package, use)
    for package, extra, use in _EXTRAS:
        found = _package(package, use)
        advice = f"optional: pip install 'headwater[{extra}]'" if found.health == "missing" else ""
        yield Finding(found.name, found.health, found.found, advice)
    java = shutil.which("java")
    yield Finding(
        "java (only for --engine spark)", "ok" if java else "missing", java or "not found", "" if java else "optional"
    )
    yield _model()
    yield _sqlite()
    yield _readers()
    yield Finding("network", "ok", "refused (offline)" if is_offline() else "used by fetch and watch only")
    yield from _folder(Path.cwd() if case is None else case)
    if case is not None:
        yield from _case(case)


def _package(package: str, use: str) -> Finding:
    try:
        return Finding(f"{package} ({use})", "ok", importlib.metadata.version(package))
    except importlib.metadata.PackageNotFoundError:
        return Finding(f"{package} ({use})", "missing", "not installed", f"pip install {package}")


def _model() -> Finding:
    from headwater.models.attribution.model import load

    try:
        load()
    except HeadwaterError as error:
        return Finding("attribution model", "broken", str(error), "install Headwater again")
    return Finding("attribution model", "ok", "weights are those that were shipped")


def _readers() -> Finding:
    if not isolation.WATCHED:
        return Finding("limits of readers", "ok", "time, output and memory are capped by the system")
    return Finding(
        "limits of readers",
        "warning",
        "time and output are capped; memory is looked at four times a second",
        "read what may be hostile on Linux, where the system caps memory too",
    )


def _sqlite() -> Finding:
    with contextlib.closing(sqlite3.connect(":memory:")) as database:
        options = {option for (option,) in database.execute("PRAGMA compile_options")}
    full_text = "ENABLE_FTS5" in options
    return Finding(
        "sqlite",
        "ok" if full_text else "broken",
        f"{sqlite3.sqlite_version}{'' if full_text else ', without full-text search'}",
        "" if full_text else "a Python whose SQLite has FTS5 is needed for search",
    )


def _folder(folder: Path) -> Iterator[Finding]:
    standing = next((p for p in (folder, *folder.absolute().parents) if p.exists()), Path("/"))
    free = shutil.disk_usage(standing).free
    yield Finding(
        "disk",
        "ok" if free >= LEAST_SPACE else "warning",
        f"{free / 1e9:.1f} GB free at {standing}",
        "" if free >= LEAST_SPACE else "a case takes some three times the size of its originals",
    )
    writable = os.access(standing, os.W_OK | os.X_OK)
    yield Finding(
        "permissions",
        "ok" if writable else "broken",
        f"{standing} can{'' if writable else 'not'} be written",
        "" if writable else "choose a folder of your own, or change its permissions",
    )
    kind = _file_system(standing)
    if kind in NETWORK_FILE_SYSTEMS:
        yield Finding(
            "file system", "warning", kind, "SQLite's locks are unsafe on network drives; keep the case on a local disk"
        )


def _file_system(path: Path) -> str | None:
    """Return the kind of file system a path lies on, where the system tells (Linux)."""
    try:
        mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    except OSError:
        return None
    real = path.resolve()
    on = [(len(parts[1]), parts[2]) for parts in mounts if len(parts) > 2 and real.is_relative_to(parts[1])]
    return max(on)[1] if on else None


def _case(case: Path) -> Iterator[Finding]:
    if not is_case(case):
        yield Finding(
            "case",
            "missing",
            f"{case} is no case folder",
            "trace documents into it: headwater trace PATH --case FOLDER",
        )
        return
    try:
        with CaseFolder(case) as folder:
            problems = folder.problems()
    except HeadwaterError as error:
        yield Finding("case", "broken", str(error))
        return
    if not problems:
        yield Finding("case", "ok", f"{case}: everything is as it was written")
    for problem in problems:
        yield Finding("case", "broken", problem, "restore the case from a copy, or trace the originals into a new one")
