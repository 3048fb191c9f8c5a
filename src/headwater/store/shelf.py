"""The shelf: what pages read of a collection that was kept. One SQLite file, written once, never changed.

It lies in the case folder under the fingerprint of its collection, is made under another name and takes its name when
it is whole: a reader sees all of it or nothing, a killed process leaves only a part that is thrown away, and a new
collection gets a shelf of its own while pages still read the old one. It holds nothing that the case does not hold, so
it can be deleted at any time. Readers share no lock with whoever writes into the case.

Documents, claims and speakers have numbers in the order in which lists show them, so that a page of a list is a range;
``place`` is where a claim or a check stands in the collection itself.
"""

import contextlib
import functools
import hashlib
import os
import sqlite3
import sys
import threading
import time
import zlib
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import msgspec

from headwater.errors import CaseError

SECONDS = 1.0  # a question to the shelf is given up after this
STEPS = 20_000  # SQLite's own steps between two looks at the clock, a few milliseconds
T = TypeVar("T")
_BUILDING = threading.Lock()  # msgspec builds what it knows of a type on first use; two threads at it crash Python
_DECODERS: dict[type, msgspec.msgpack.Decoder[Any]] = {}  # Any: of whatever record was asked for

_TABLES = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL, day TEXT NOT NULL,
    publisher TEXT NOT NULL, language TEXT NOT NULL, format TEXT NOT NULL, state TEXT NOT NULL, title TEXT NOT NULL,
    path TEXT NOT NULL, characters INTEGER NOT NULL, attributions INTEGER NOT NULL, figures INTEGER NOT NULL,
    shared INTEGER NOT NULL, alarms INTEGER NOT NULL, record BLOB NOT NULL);
CREATE TABLE texts (number INTEGER PRIMARY KEY, title TEXT NOT NULL, text TEXT NOT NULL);
CREATE TABLE analyses (number INTEGER PRIMARY KEY, payload BLOB NOT NULL, resolutions BLOB NOT NULL);
CREATE TABLE speakers (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, kind TEXT NOT NULL,
    statements INTEGER NOT NULL, payload BLOB NOT NULL, line BLOB NOT NULL);
CREATE TABLE said (
    speaker INTEGER NOT NULL, document INTEGER NOT NULL, start INTEGER NOT NULL, attribution TEXT NOT NULL,
    PRIMARY KEY (speaker, document, start, attribution)) WITHOUT ROWID;
CREATE TABLE reuse (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, "left" INTEGER NOT NULL, "right" INTEGER NOT NULL,
    bits REAL NOT NULL, payload BLOB NOT NULL);
CREATE TABLE pairs (
    number INTEGER PRIMARY KEY, "left" INTEGER NOT NULL, "right" INTEGER NOT NULL, line BLOB NOT NULL);
CREATE TABLE checks (
    number INTEGER PRIMARY KEY, place INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL,
    against INTEGER, verdict TEXT NOT NULL, payload BLOB NOT NULL, line BLOB NOT NULL);
CREATE TABLE claims (
    number INTEGER PRIMARY KEY, place INTEGER NOT NULL, id TEXT NOT NULL UNIQUE, documents INTEGER NOT NULL,
    payload BLOB NOT NULL, line BLOB);
CREATE TABLE claim_documents (
    document INTEGER NOT NULL, claim INTEGER NOT NULL, PRIMARY KEY (document, claim)) WITHOUT ROWID;
CREATE TABLE comparisons (
    number INTEGER PRIMARY KEY, "left" INTEGER NOT NULL, "right" INTEGER NOT NULL, weight INTEGER NOT NULL,
    payload BLOB NOT NULL);
CREATE TABLE figures (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, document INTEGER NOT NULL, line BLOB NOT NULL);
CREATE TABLE disputes (number INTEGER PRIMARY KEY, documents INTEGER NOT NULL, line BLOB NOT NULL);
CREATE TABLE events (number INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE revisions (number INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE utterances (number INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE stories (number INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE positions (speaker TEXT NOT NULL, payload BLOB NOT NULL);
CREATE TABLE movements (number INTEGER PRIMARY KEY, speaker TEXT NOT NULL, line BLOB NOT NULL);
CREATE TABLE measured (speaker TEXT PRIMARY KEY, payload BLOB NOT NULL);
CREATE TABLE days (day TEXT PRIMARY KEY, documents INTEGER NOT NULL, told INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE entries (
    number INTEGER PRIMARY KEY, day TEXT NOT NULL, sentences INTEGER NOT NULL, line BLOB NOT NULL);
CREATE TABLE following (number INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE responsibility (number INTEGER PRIMARY KEY, line BLOB NOT NULL);
CREATE TABLE statements (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, target TEXT NOT NULL, document INTEGER NOT NULL,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, speaker INTEGER);
CREATE TABLE corrections (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, target TEXT NOT NULL, payload BLOB NOT NULL);
CREATE TABLE pages (name TEXT PRIMARY KEY, payload BLOB NOT NULL);
CREATE VIRTUAL TABLE words USING fts5 (
    title, text, content='texts', content_rowid='number', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE said_words USING fts5 (
    text, content='', tokenize="unicode61 remove_diacritics 2");
"""
_INDEXES = """
CREATE INDEX documents_by_publisher ON documents (publisher, number);
CREATE INDEX documents_by_day ON documents (day, number);
CREATE INDEX said_by_document ON said (document);
CREATE INDEX reuse_by_left ON reuse ("left");
CREATE INDEX reuse_by_right ON reuse ("right");
CREATE INDEX pairs_by_left ON pairs ("left");
CREATE INDEX pairs_by_right ON pairs ("right");
CREATE INDEX checks_by_document ON checks (document);
CREATE INDEX checks_by_against ON checks (against);
CREATE INDEX checks_by_verdict ON checks (verdict, number);
CREATE INDEX comparisons_by_left ON comparisons ("left");
CREATE INDEX comparisons_by_right ON comparisons ("right");
CREATE INDEX figures_by_document ON figures (document);
CREATE INDEX entries_by_day ON entries (day, number);
CREATE INDEX positions_by_speaker ON positions (speaker);
CREATE INDEX movements_by_speaker ON movements (speaker);
CREATE INDEX corrections_by_target ON corrections (target);
CREATE INDEX claims_listed ON claims (number) WHERE line IS NOT NULL;
CREATE INDEX claims_repeated ON claims (documents DESC, number) WHERE line IS NOT NULL;
INSERT INTO words (words) VALUES ('rebuild');
ANALYZE;
"""


class DocumentRow(NamedTuple):
    """A document in lists; ``record`` is the Document without its text. ``day`` is empty where it is not known."""

    number: int
    id: str
    label: str
    day: str
    publisher: str
    language: str
    format: str
    state: str
    title: str
    path: str
    characters: int
    attributions: int
    figures: int
    shared: int
    alarms: int
    record: bytes


def pack(record: object) -> bytes:
    """Return a record as bytes."""
    return msgspec.msgpack.encode(record)


def unpack(payload: bytes, kind: type[T]) -> T:
    """Return the record that ``pack`` was given."""
    decoder = _DECODERS.get(kind)
    if decoder is None:
        with _BUILDING:
            decoder = _DECODERS.setdefault(kind, msgspec.msgpack.Decoder(kind))
    found: T = decoder.decode(payload)
    return found


def squeeze(record: object) -> bytes:
    """Return a large record as bytes, compressed."""
    return zlib.compress(pack(record), 1)


def unsqueeze(payload: bytes, kind: type[T]) -> T:
    """Return the record that ``squeeze`` was given."""
    return unpack(zlib.decompress(payload), kind)


def shelf_file(folder: Path, collection: str) -> Path:
    """Return where the shelf of a collection lies, made or not; other code makes another shelf."""
    name = hashlib.sha256(f"{_code()} {collection}".encode()).hexdigest()[:16]
    return folder / f"shelf-{name}.db"


@functools.cache
def _code() -> str:
    """Return the SHA-256 of the code that a shelf's rows depend on besides the collection: records and pages."""
    digest = hashlib.sha256()
    root = Path(__file__).parents[1]
    for file in (root / "records.py", Path(__file__), *sorted((root / "report").rglob("*.py"))):
        digest.update(file.read_bytes())
    return digest.hexdigest()


def kept_collection(folder: Path) -> str | None:
    """Return the fingerprint of the collection that a case holds now, without waiting for who writes into it."""
    database = sqlite3.connect(f"{(folder / 'case.db').absolute().as_uri()}?mode=ro", uri=True)
    try:
        row = database.execute("SELECT fingerprint FROM collections").fetchone()
    except sqlite3.OperationalError as error:
        raise CaseError(f"{folder}: the case cannot be read ({error})") from error
    finally:
        database.close()
    return None if row is None else str(row[0])


@contextlib.contextmanager
def writing(file: Path) -> Iterator[sqlite3.Connection]:
    """Give an empty shelf to fill; when the block ends without an error the shelf stands under its name, whole.

    Other shelves of the folder are removed then, where the system lets open files be removed.
    """
    part = file.with_suffix(f".{os.getpid()}.part")
    for stale in file.parent.glob("shelf-*.part"):
        if _is_left_behind(stale):
            with contextlib.suppress(OSError):
                stale.unlink()
    part.unlink(missing_ok=True)
    database = sqlite3.connect(part, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = OFF")  # a part that does not come to its end is thrown away
        database.execute("PRAGMA synchronous = OFF")
        database.execute("PRAGMA cache_size = -65536")
        database.executescript(_TABLES)
        database.execute("BEGIN")
        yield database
        database.execute("COMMIT")
        database.executescript(_INDEXES)
        database.close()
        with part.open("rb+") as stream:
            os.fsync(stream.fileno())
        part.replace(file)
    except BaseException as error:
        database.close()
        part.unlink(missing_ok=True)
        if isinstance(error, sqlite3.OperationalError | OSError):
            raise CaseError(f"{file.parent}: the pages' shelf was not written ({error})") from error
        raise
    for other in file.parent.glob("shelf-*.db"):
        if other != file:
            with contextlib.suppress(OSError):
                other.unlink()


def _is_left_behind(part: Path) -> bool:
    """Say whether the process that was making a part is gone, or the system itself keeps what is in use."""
    if sys.platform == "win32":  # where `os.kill` would end the process that it is to ask about
        return True
    process = part.suffixes[-2].lstrip(".") if len(part.suffixes) > 1 else ""
    if not process.isdigit():
        return True
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False
    return int(process) == os.getpid()


class Shelf:
    """A shelf opened for reading. Close it, or use ``with``; one thread at a time.

    Raises CaseError where it is not there, and for a question that takes longer than ``seconds``.
    """

    def __init__(self, file: Path, seconds: float = SECONDS) -> None:
        self.file = file
        self._until = float("inf")
        self._seconds = seconds
        try:
            self._database = sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
        except sqlite3.OperationalError as error:
            raise CaseError(f"{file}: the shelf cannot be opened ({error})") from error
        self._database.set_progress_handler(lambda: time.monotonic() > self._until, STEPS)

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Close the file."""
        self._database.close()

    def rows(self, sql: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:  # Any: what SQLite holds
        """Return the answer to a question, whole."""
        self._until = time.monotonic() + self._seconds
        try:
            return self._database.execute(sql, values).fetchall()
        except sqlite3.OperationalError as error:
            if "interrupted" in str(error):
                raise CaseError(f"this takes longer than {self._seconds:g} s; ask for less") from error
            raise

    def rows_of(self, sql: str, keys: Iterable[object]) -> list[tuple[Any, ...]]:  # Any: as for rows
        """Return the answer to a question about many keys, which stand in ``sql`` as ``IN keys``."""
        found: list[tuple[Any, ...]] = []  # Any: as for rows
        ordered = sorted(set(keys), key=str)
        for first in range(0, len(ordered), 500):
            some = ordered[first : first + 500]
            found += self.rows(sql.replace("IN keys", f"IN ({','.join('?' * len(some))})"), some)
        return found

    def page(self, name: str, kind: type[T]) -> T:
        """Return a record that was kept whole under a name."""
        return unpack(self.rows("SELECT payload FROM pages WHERE name = ?", (name,))[0][0], kind)
