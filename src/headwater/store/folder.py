"""One open case folder: what is kept, looked up and checked."""

import datetime
import hashlib
import io
import json
import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, get_type_hints

import msgspec

from headwater import __version__
from headwater.errors import CaseError
from headwater.records import Analysis, Case, Correction, Skipped
from headwater.store import log
from headwater.store.database import connect, put_collection, seal_collection
from headwater.store.seals import seal

_DAMAGED = "{what} is not as it was written{why}; restore the case from a copy, or trace its originals into a new one"
_ROW = "fingerprint, document, path, sha256, payload, version"
# Made here, once: msgspec builds what it knows of a type on first use, and two threads that do so at once crash Python.
_ANALYSES = msgspec.json.Decoder(Analysis)
_FINDINGS: dict[str, msgspec.json.Decoder[Any]] = {  # Any: a tuple of whatever records the field of Case holds
    kind: msgspec.json.Decoder(records) for kind, records in get_type_hints(Case).items() if kind != "analyses"
}
_CORRECTIONS = msgspec.json.Decoder(Correction)
PART = 5_000  # records of a collection in one row: a few MB
Clock = Callable[[], datetime.datetime]


def _now() -> datetime.datetime:
    return datetime.datetime.now(datetime.UTC)


def is_case(path: Path) -> bool:
    """Return whether a folder is a case."""
    return (path / "case.db").is_file()


@dataclass(frozen=True, slots=True)
class Kept:
    """A row of the manifest: a stage that ran, on how much, with what result."""

    stage: str
    fingerprint: str
    rows_in: int
    rows_out: int
    skipped: Mapping[str, int]
    seconds: float
    version: str
    settings: Mapping[str, str]


class CaseFolder:
    """A case folder, opened for reading and writing; made where there is none. Close it, or use ``with``.

    Raises CaseError where the folder cannot be used; its message says why.
    """

    def __init__(self, folder: str | os.PathLike[str], *, clock: Clock = _now) -> None:
        self.folder = Path(folder)
        self._clock = clock
        if self.folder.exists() and not self.folder.is_dir():
            raise CaseError(f"{self.folder} is a file; name a folder for the case")
        if self.folder.is_dir() and not is_case(self.folder) and any(self.folder.iterdir()):
            raise CaseError(f"{self.folder} holds other files and is no case; name an empty or a new folder")
        try:
            (self.folder / "originals").mkdir(parents=True, exist_ok=True)
            self._database = connect(self.folder / "case.db")
        except (OSError, sqlite3.OperationalError) as error:
            raise CaseError(f"{self.folder}: the case cannot be opened ({error})") from error
        with self._writing():
            self._note(log.mend(self._log, self._head()))

    def __enter__(self) -> "CaseFolder":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; the folder can then be copied or deleted."""
        self._database.close()

    @property
    def _log(self) -> Path:
        return self.folder / "log.jsonl"

    @contextmanager
    def _reading(self) -> Iterator[None]:
        """See the case as of one moment, whoever writes; turn what a damaged database raises into one clear line."""
        try:
            self._database.execute("BEGIN")
            try:
                yield
            finally:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
        except (sqlite3.DatabaseError, msgspec.MsgspecError, UnicodeDecodeError, ValueError) as error:
            raise CaseError(f"{self.folder}: {_DAMAGED.format(what='the case', why=f' ({error})')}") from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """Hold the write lock, and commit; on any error nothing of it is kept."""
        try:
            self._database.execute("BEGIN IMMEDIATE")
            try:
                yield
                self._database.execute("COMMIT")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("ROLLBACK")
                raise
        except sqlite3.OperationalError as error:
            raise CaseError(f"{self.folder}: not written ({error}); what was kept before is whole") from error

    def _head(self) -> log.Head:
        lines, last = self._database.execute("SELECT lines, hash FROM log_head").fetchone()
        return log.Head(lines, last)

    def _note(self, head: log.Head) -> None:
        self._database.execute("UPDATE log_head SET lines = ?, hash = ?", (head.lines, head.hash))

    def write_log(self, action: str, details: Mapping[str, str | int]) -> None:
        """Add a line to the custody log."""
        with self._writing():
            self._note(
                log.append(self._log, self._head(), self._clock().isoformat(timespec="seconds"), action, details)
            )

    def log_lines(self) -> bytes:
        """Return the custody log as it stands."""
        return self._log.read_bytes() if self._log.exists() else b""

    def last_moment(self) -> str:
        """Return when the last thing was done to the case, ISO 8601."""
        return log.last_moment(self._log)

    def keep_original(self, data: bytes) -> str:
        """Keep an input byte for byte; return its SHA-256. Keeping it again changes nothing."""
        return self._keep(hashlib.sha256(data).hexdigest(), io.BytesIO(data))

    def keep_file(self, path: str, file: Path) -> str:
        """Keep a file that many documents were cut out of, byte for byte; return its SHA-256, which the log tells."""
        try:
            with file.open("rb") as stream:
                sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
                if sha256 not in log.kept(self._log):
                    stream.seek(0)
                    self._keep(sha256, stream)
                    self.write_log("keep", {"path": path, "sha256": sha256})
        except OSError as error:
            raise CaseError(f"{self.folder}: {path} was not kept ({error.strerror})") from error
        return sha256

    def _keep(self, sha256: str, source: BinaryIO) -> str:
        target = self.folder / "originals" / sha256
        if not target.exists():
            part = target.with_suffix(f".{os.getpid()}.part")
            try:
                with part.open("wb") as stream:
                    shutil.copyfileobj(source, stream)
                    stream.flush()
                    os.fsync(stream.fileno())
                part.replace(target)
            except OSError as error:
                part.unlink(missing_ok=True)
                raise CaseError(f"{self.folder}: an original was not kept ({error.strerror})") from error
        return sha256

    def original(self, sha256: str) -> bytes:
        """Return a kept input. Raises CaseError where it is not there."""
        try:
            return (self.folder / "originals" / sha256).read_bytes()
        except OSError as error:
            raise CaseError(f"{self.folder}: no original {sha256}") from error

    def keep_analysis(self, fingerprint: str, analysis: Analysis) -> None:
        """Keep what one document says, under the fingerprint of all that it depends on."""
        document = analysis.document
        payload = msgspec.json.encode(analysis)
        row = (fingerprint, document.id, document.path, document.sha256, payload, __version__)
        with self._writing():
            self._database.execute(
                "INSERT OR REPLACE INTO analyses (fingerprint, document, path, sha256, payload, version, seal) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (*row, seal(*row)),
            )

    def versions(self) -> dict[str, str]:
        """Return which version of the program made each analysis, by fingerprint."""
        with self._reading():
            return dict(self._database.execute("SELECT fingerprint, version FROM analyses"))

    def analysis(self, fingerprint: str) -> Analysis | None:
        """Return a kept analysis, or None."""
        with self._reading():
            row = self._database.execute(
                f"SELECT {_ROW}, seal FROM analyses WHERE fingerprint = ?", (fingerprint,)
            ).fetchone()
            return None if row is None else self._opened(row)

    def _opened(self, row: tuple[str, str, str, str, bytes, str, bytes]) -> Analysis:
        """Return the analysis in a row, once its seal is found whole. Raises CaseError."""
        if seal(*row[:6]) != row[6]:
            raise CaseError(f"{self.folder}: {_DAMAGED.format(what=f'what is kept of {row[2]}', why='')}")
        return _ANALYSES.decode(row[4])

    def keep_collection(
        self,
        fingerprint: str,
        case: Case,
        members: Sequence[str],
        *,
        corrected: Mapping[str, str] | None = None,
        aliases: Mapping[str, str] | None = None,
    ) -> None:
        """Keep what the documents say together.

        ``members`` are the fingerprints of its analyses as they were found, in order; ``corrected`` gives for some of
        them the fingerprint of the analysis after corrections, kept before. ``aliases`` are those it was made with.
        """
        shown = corrected or {}
        names = json.dumps(aliases or {}, sort_keys=True)
        rows = sorted((shown.get(m, m), m if m in shown else None) for m in members)
        with self._writing():
            put_collection(self._database, fingerprint, _parts(case), names, rows)
            self._database.execute(
                "DELETE FROM analyses WHERE fingerprint LIKE 'corrected-%' "
                "AND fingerprint NOT IN (SELECT analysis FROM members)"
            )

    def collection(self, related: str, fingerprint: str, skipped: Sequence[Skipped]) -> Case | None:
        """Return the collection whose fingerprint begins with ``related``, or None where it was not kept.

        What was not read changes no finding: with another ``skipped`` it is kept again, under ``fingerprint``.
        """
        with self._reading():
            found = self._collection()
            if found is None or not found[0].startswith(related):
                return None
            case = replace(found[1], analyses=self._members(found[0]), skipped=tuple(skipped))
        if found[0] != fingerprint:
            with self._writing():
                aliases, stands = self._database.execute("SELECT aliases, fingerprint FROM collections").fetchone()
                if stands == found[0]:  # and no other run has kept its own meanwhile
                    put_collection(self._database, fingerprint, _parts(case), aliases, self._member_rows())
        return case

    def latest(self) -> Case | None:
        """Return the collection that was kept last, whole; None for a case without one."""
        with self._reading():
            found = self._collection()
            return None if found is None else replace(found[1], analyses=self._members(found[0]))

    def _collection(self) -> tuple[str, Case] | None:
        """Return the kept collection without its analyses, once its seal is found whole. Raises CaseError."""
        row = self._database.execute("SELECT fingerprint, aliases, seal FROM collections").fetchone()
        if row is None:
            return None
        fingerprint, aliases, sealed = row
        seals, findings = [], dict.fromkeys(_FINDINGS, ())
        for kind, part, payload, own in self._database.execute(
            "SELECT kind, part, payload, seal FROM findings ORDER BY kind, part"
        ):
            seals.append(own)
            findings[kind] += self._part(fingerprint, kind, part, payload, own)
        if seal_collection(fingerprint, aliases, seals, self._member_rows()) != sealed:
            raise CaseError(f"{self.folder}: {_DAMAGED.format(what='what was found together', why='')}")
        return fingerprint, Case((), **findings)

    def _part(self, fingerprint: str, kind: str, part: int, payload: bytes, sealed: bytes) -> tuple[Any, ...]:
        """Return what a part of a collection holds, once its seal is found whole. Raises CaseError."""
        if seal(fingerprint, kind, str(part), payload) != sealed:
            raise CaseError(f"{self.folder}: {_DAMAGED.format(what='what was found together', why='')}")
        found: tuple[Any, ...] = _FINDINGS[kind].decode(payload)
        return found

    def _member_rows(self) -> list[tuple[str, str | None]]:
        return self._database.execute("SELECT analysis, found FROM members ORDER BY analysis").fetchall()

    def findings(self, kind: str) -> tuple[Any, ...]:  # Any: the records of the field of Case that ``kind`` names
        """Return one kind of findings of the collection that was kept last, such as its ``claims``."""
        with self._reading():
            rows = self._database.execute(
                "SELECT collection, kind, part, payload, seal FROM findings WHERE kind = ? ORDER BY part", (kind,)
            )
            return tuple(record for row in rows for record in self._part(*row))

    def documents(self) -> set[str]:
        """Return the ids of the documents of the collection that was kept last."""
        with self._reading():
            rows = self._database.execute("SELECT document FROM members JOIN analyses ON analysis = fingerprint")
            return {document for (document,) in rows}

    def has_collection(self) -> bool:
        """Return whether something was traced into this case."""
        with self._reading():
            return self._database.execute("SELECT 1 FROM collections").fetchone() is not None

    def _members(self, collection: str) -> tuple[Analysis, ...]:
        rows = self._database.execute(
            f"SELECT {_ROW}, seal FROM members JOIN analyses ON analysis = analyses.fingerprint WHERE collection = ?",
            (collection,),
        )
        return tuple(sorted(map(self._opened, rows), key=_place))

    def as_found(self) -> dict[str, Analysis]:
        """Return the analyses of the collection that was kept last as they were before corrections, by fingerprint."""
        with self._reading():
            rows = self._database.execute(
                f"SELECT {_ROW}, seal FROM members JOIN analyses ON coalesce(found, analysis) = fingerprint"
            )
            found = [(row[0], self._opened(row)) for row in rows]
            return dict(sorted(found, key=lambda kept: _place(kept[1])))

    def aliases(self) -> dict[str, str]:
        """Return the aliases that the collection that was kept last was made with."""
        with self._reading():
            row = self._database.execute("SELECT aliases FROM collections").fetchone()
            return {} if row is None else json.loads(row[0])

    def add_correction(self, correction: Correction) -> None:
        """Keep what a person decided, and say it in the log. A correction that is kept already changes nothing."""
        payload = msgspec.json.encode(correction)
        with self._writing():
            added = self._database.execute(
                "INSERT OR IGNORE INTO corrections (id, payload) VALUES (?, ?)", (correction.id, payload)
            )
            if added.rowcount:
                details = {
                    "correction": correction.id,
                    "does": correction.action,
                    "target": correction.target,
                    "who": correction.who,
                    "given": correction.at,
                    "sha256": hashlib.sha256(payload).hexdigest(),
                }
                at = self._clock().isoformat(timespec="seconds")
                self._note(log.append(self._log, self._head(), at, "correct", details))

    def corrections(self) -> tuple[Correction, ...]:
        """Return what people decided, in the order in which it was given."""
        with self._reading():
            rows = self._database.execute("SELECT payload FROM corrections ORDER BY given")
            return tuple(_CORRECTIONS.decode(payload) for (payload,) in rows)

    def record(self, kept: Kept) -> None:
        """Add a row to the manifest."""
        with self._writing():
            self._database.execute(
                "INSERT INTO manifest (stage, fingerprint, rows_in, rows_out, skipped, seconds, version, settings) "
                "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    kept.stage,
                    kept.fingerprint,
                    kept.rows_in,
                    kept.rows_out,
                    json.dumps(kept.skipped, sort_keys=True),
                    kept.seconds,
                    kept.version,
                    json.dumps(kept.settings, sort_keys=True),
                ),
            )

    def manifest(self) -> list[Kept]:
        """Return what ran, in order."""
        with self._reading():
            rows = self._database.execute(
                "SELECT stage, fingerprint, rows_in, rows_out, skipped, seconds, version, settings "
                "FROM manifest ORDER BY run"
            )
            return [Kept(s, f, i, o, json.loads(k), t, v, json.loads(g)) for s, f, i, o, k, t, v, g in rows]

    def copy_to(self, target: Path) -> None:
        """Write a copy of the case as it stands now into ``target``, a new or an empty folder.

        Nobody who writes into the case waits: the tables are copied as of one moment (SQLite's online backup), the log
        up to the line that they tell of, and originals are kept before the rows that need them. Raises CaseError.
        """
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise CaseError(f"{target} is not empty; name a new folder for the copy")
        try:
            (target / "originals").mkdir(parents=True, exist_ok=True)
            copied = sqlite3.connect(target / "case.db")
            try:
                self._database.backup(copied)
                (lines,) = copied.execute("SELECT lines FROM log_head").fetchone()
            finally:
                copied.close()
            told = self.log_lines().splitlines(keepends=True)[:lines]
            (target / "log.jsonl").write_bytes(b"".join(told))
            for kept in ("originals", "fetched"):
                for file in sorted((self.folder / kept).glob("*")):
                    if file.suffix != ".part":
                        (target / kept).mkdir(exist_ok=True)
                        shutil.copyfile(file, target / kept / file.name)
        except (OSError, sqlite3.Error) as error:
            raise CaseError(f"{target}: the copy was not finished ({error}); delete it and copy again") from error

    def problems(self) -> list[str]:
        """Check everything that is kept; return what is wrong, a line each, and nothing where all is whole."""
        found: list[str] = []
        for check in (self._damage, self._log_problems, self._original_problems, self._row_problems):
            try:
                found += check()
            except (sqlite3.Error, CaseError, UnicodeDecodeError) as error:
                found.append(f"case.db: {error}")
        return list(dict.fromkeys(found))

    def _damage(self) -> list[str]:
        rows = self._database.execute("PRAGMA integrity_check")
        return [f"case.db: {message}" for (message,) in rows if message != "ok"]

    def _log_problems(self) -> list[str]:
        found = log.problems(self._log, self._head())
        logged = log.corrections(self._log)
        for identifier, payload in self._database.execute("SELECT id, payload FROM corrections ORDER BY given"):
            if logged.get(identifier) != hashlib.sha256(payload).hexdigest():
                found.append(f"case.db: {identifier} is not as the log says it was given")
        return found

    def _original_problems(self) -> list[str]:
        found = []
        documents = {sha256 for (sha256,) in self._database.execute("SELECT DISTINCT sha256 FROM analyses")}
        for sha256 in sorted(documents | log.kept(self._log)):
            file = self.folder / "originals" / sha256
            if not file.is_file():
                found.append(f"originals/{sha256}: missing")
            elif _sha256(file) != sha256:
                found.append(f"originals/{sha256}: its bytes are not those that were read")
        return found

    def _row_problems(self) -> list[str]:
        found = []
        for row in self._database.execute(f"SELECT {_ROW}, seal FROM analyses ORDER BY path, fingerprint"):
            try:
                found += _span_problems(row[2], self._opened(row))
            except CaseError as error:
                found.append(f"case.db: {error}")
        self._collection()
        return found


def _parts(case: Case) -> Iterator[tuple[str, int, bytes]]:
    """Yield the findings of a case by kind, as JSON in parts of at most PART records."""
    for kind in _FINDINGS:
        records = getattr(case, kind)
        for part, first in enumerate(range(0, len(records), PART)):
            yield kind, part, msgspec.json.encode(records[first : first + PART])


def _place(analysis: Analysis) -> tuple[str, str]:
    return analysis.document.path, analysis.document.id


def _sha256(file: Path) -> str:
    with file.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _span_problems(path: str, analysis: Analysis) -> list[str]:
    length = len(analysis.document.text)
    spans = [(s.start, s.end) for a in analysis.attributions for s in (*a.source, *a.cue, *a.content)]
    spans += [(figure.start, figure.end) for figure in analysis.figures]
    spans += [(time.start, time.end) for time in analysis.times]
    inside = all(0 <= start < end <= length for start, end in spans)
    return [] if inside else [f"case.db: a finding of {path} lies outside its text"]
