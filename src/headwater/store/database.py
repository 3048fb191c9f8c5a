"""The tables of a case, as numbered migrations that are applied once each and recorded.

SQLite in WAL mode: a second process reads while one writes. ``synchronous=FULL``: a committed row is on the disk.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

from headwater.errors import CaseError
from headwater.store.seals import seal

BUSY = 30.0  # seconds to wait for another writer


def _m001_first(database: sqlite3.Connection) -> None:
    for statement in (
        """CREATE TABLE analyses (
               fingerprint TEXT PRIMARY KEY,
               document TEXT NOT NULL,
               path TEXT NOT NULL,
               sha256 TEXT NOT NULL,
               payload BLOB NOT NULL
           ) WITHOUT ROWID""",
        """CREATE TABLE collections (
               fingerprint TEXT PRIMARY KEY,
               payload BLOB NOT NULL
           ) WITHOUT ROWID""",
        """CREATE TABLE members (
               collection TEXT NOT NULL REFERENCES collections (fingerprint),
               analysis TEXT NOT NULL REFERENCES analyses (fingerprint),
               PRIMARY KEY (collection, analysis)
           ) WITHOUT ROWID""",
        """CREATE TABLE manifest (
               run INTEGER PRIMARY KEY,
               stage TEXT NOT NULL,
               fingerprint TEXT NOT NULL,
               rows_in INTEGER NOT NULL,
               rows_out INTEGER NOT NULL,
               skipped TEXT NOT NULL,
               seconds REAL NOT NULL,
               version TEXT NOT NULL,
               settings TEXT NOT NULL
           )""",
        """CREATE TABLE log_head (
               one INTEGER PRIMARY KEY CHECK (one = 1),
               lines INTEGER NOT NULL,
               hash TEXT NOT NULL
           )""",
        "INSERT INTO log_head (one, lines, hash) VALUES (1, 0, '')",
    ):
        database.execute(statement)


def _m002_corrections(database: sqlite3.Connection) -> None:
    for statement in (
        """CREATE TABLE corrections (
               given INTEGER PRIMARY KEY,
               id TEXT NOT NULL UNIQUE,
               payload BLOB NOT NULL
           )""",
        # the analysis before corrections, where they change it: what the next correction starts from
        "ALTER TABLE members ADD COLUMN found TEXT REFERENCES analyses (fingerprint)",
        "ALTER TABLE collections ADD COLUMN aliases TEXT NOT NULL DEFAULT '{}'",
    ):
        database.execute(statement)


def _m003_versions(database: sqlite3.Connection) -> None:
    # which version of the program made each analysis; those before this column are of 0.1.0
    database.execute("ALTER TABLE analyses ADD COLUMN version TEXT NOT NULL DEFAULT '0.1.0'")


def _m004_seals(database: sqlite3.Connection) -> None:
    database.execute("ALTER TABLE analyses ADD COLUMN seal BLOB NOT NULL DEFAULT x''")
    database.execute("ALTER TABLE collections ADD COLUMN seal BLOB NOT NULL DEFAULT x''")
    # a second cursor's own statement reads on while rows are written, since only the key is read ahead
    keys = [row[0] for row in database.execute("SELECT fingerprint FROM analyses")]
    columns = "fingerprint, document, path, sha256, payload, version"
    for key in keys:
        row = database.execute(f"SELECT {columns} FROM analyses WHERE fingerprint = ?", (key,)).fetchone()
        database.execute("UPDATE analyses SET seal = ? WHERE fingerprint = ?", (seal(*row), key))
    members = database.execute("SELECT analysis, found FROM members ORDER BY analysis").fetchall()
    for key, payload, aliases in database.execute("SELECT fingerprint, payload, aliases FROM collections").fetchall():
        parts = [part for member in members for part in member]
        database.execute("UPDATE collections SET seal = ?", (seal(key, payload, aliases, *parts),))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _m001_first,
    _m002_corrections,
    _m003_versions,
    _m004_seals,
)


def connect(file: Path) -> sqlite3.Connection:
    """Open the database, bringing its tables up to date. Raises CaseError for a newer or a damaged one."""
    database = sqlite3.connect(file, timeout=BUSY, isolation_level=None)
    try:
        database.execute("PRAGMA journal_mode = WAL")
        database.execute("PRAGMA synchronous = FULL")
        database.execute("PRAGMA foreign_keys = ON")
        _migrate(database, file)
    except sqlite3.OperationalError:  # the disk, a lock, a permission: nothing is wrong with the case
        database.close()
        raise
    except sqlite3.DatabaseError as error:
        database.close()
        raise CaseError(
            f"{file}: {error}; restore the case from a copy, or trace its originals into a new one"
        ) from error
    except CaseError:
        database.close()
        raise
    return database


def _migrate(database: sqlite3.Connection, file: Path) -> None:
    database.execute("BEGIN IMMEDIATE")
    try:
        (version,) = database.execute("PRAGMA user_version").fetchone()
        if version > len(MIGRATIONS):
            raise CaseError(
                f"{file} was written by a newer Headwater (its tables are version {version}, this one knows "
                f"{len(MIGRATIONS)}); install that version or a later one"
            )
        for number in range(version, len(MIGRATIONS)):
            MIGRATIONS[number](database)
        database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        database.execute("COMMIT")
    except BaseException:
        if database.in_transaction:  # a full disk has ended it already
            database.execute("ROLLBACK")
        raise
