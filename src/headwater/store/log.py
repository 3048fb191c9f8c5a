"""The custody log: one line of canonical JSON (RFC 8785: sorted keys, no blanks) an action, hash-chained.

Each line carries the SHA-256 of the line before it; the database holds the number of lines and the hash of the last,
so that no line can be changed, dropped or added unseen. A process that is killed between writing a line and noting it
in the database leaves one line more than noted; it is whole and chained, and is taken up. A torn last line is moved
aside.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Head:
    """How many lines a log has, and the hash of its last one ("" for an empty log)."""

    lines: int
    hash: str


def canonical(value: Mapping[str, object]) -> bytes:
    """Return canonical JSON. Numbers must be integers: RFC 8785 gives those one form everywhere."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False).encode()


def append(file: Path, head: Head, at: str, action: str, details: Mapping[str, str | int]) -> Head:
    """Write one line and force it to the disk; return the new head. The caller holds the case's write lock."""
    line = canonical({"action": action, "at": at, "details": details, "line": head.lines + 1, "previous": head.hash})
    with file.open("ab") as stream:
        stream.write(line + b"\n")
        stream.flush()
        os.fsync(stream.fileno())
    return Head(head.lines + 1, hashlib.sha256(line).hexdigest())


def mend(file: Path, noted: Head) -> Head:
    """Move a torn last line aside (to ``log.torn``), take up a whole line not yet noted; return the head."""
    data = file.read_bytes() if file.exists() else b""
    end = data.rfind(b"\n") + 1
    if end < len(data):
        with file.with_suffix(".torn").open("ab") as torn:
            torn.write(data[end:] + b"\n")
        with file.open("r+b") as stream:
            stream.truncate(end)
            os.fsync(stream.fileno())
    lines = data[:end].splitlines()
    if len(lines) == noted.lines + 1 and _previous(lines[-1]) == noted.hash:
        return Head(len(lines), hashlib.sha256(lines[-1]).hexdigest())
    return noted


def problems(file: Path, noted: Head) -> list[str]:
    """Return what is wrong with the log, a line each; nothing where every line is as it was written."""
    lines = file.read_bytes().splitlines() if file.exists() else []
    found = chain_problems(lines, file.name)
    hash_before = hashlib.sha256(lines[-1]).hexdigest() if lines else ""
    if len(lines) != noted.lines:
        found.append(f"{file.name}: {len(lines)} lines, but {noted.lines} were written")
    elif hash_before != noted.hash:
        found.append(f"{file.name}: the last line is not the one that was written")
    return found


def chain_problems(lines: Sequence[bytes], name: str) -> list[str]:
    """Return which lines do not carry the hash of the line before them."""
    found, hash_before = [], ""
    for number, line in enumerate(lines, start=1):
        if _previous(line) != hash_before:
            found.append(f"{name}: line {number} does not follow from the line before it")
        hash_before = hashlib.sha256(line).hexdigest()
    return found


def last_moment(file: Path) -> str:
    """Return when the last thing was done to the case; the beginning of time for a case without a log."""
    lines = file.read_bytes().splitlines() if file.exists() else []
    try:
        return str(json.loads(lines[-1])["at"])
    except (IndexError, KeyError, TypeError, ValueError):
        return "1970-01-01T00:00:00+00:00"


def corrections(file: Path) -> dict[str, str]:
    """Return the SHA-256 of each correction that the log tells of, by its id; lines that cannot be read are passed."""
    return {str(told.get("correction")): str(told.get("sha256")) for told in _told(file, "correct")}


def kept(file: Path) -> set[str]:
    """Return the SHA-256 of each file that the log says was kept because documents were cut out of it."""
    return {str(told.get("sha256")) for told in _told(file, "keep")}


def _told(file: Path, action: str) -> Iterator[Mapping[str, object]]:
    for line in file.read_bytes().splitlines() if file.exists() else ():
        try:
            entry = json.loads(line)
        except ValueError:
            continue
        if isinstance(entry, dict) and entry.get("action") == action and isinstance(entry.get("details"), dict):
            yield entry["details"]


def _previous(line: bytes) -> str | None:
    try:
        entry = json.loads(line)
    except ValueError:
        return None
    return entry.get("previous") if isinstance(entry, dict) else None
