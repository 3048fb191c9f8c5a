"""The tables of a case, as numbered migrations that are applied once each and recorded.

SQLite in WAL mode: a second process reads while one writes. ``synchronous=FULL``: a committed row is on the disk.
"""

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec

from headwater.errors import CaseError
from headwater.store.seals import seal

BUSY = 30.0  # seconds to wait for another writer
_WHOLE = msgspec.json.Decoder(dict[str, msgspec.Raw])


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


def _m005_parts(database: sqlite3.Connection) -> None:
    """Keep a collection in parts, and payloads outside the trees that are searched.

    A table WITHOUT ROWID keeps whole rows in its tree: each look for a key read the payloads that it passed, and each
    row of ``members`` the whole collection. One payload could also not be larger than SQLite's 1 GB.
    """
    for statement in (
        "CREATE TABLE kept_members AS SELECT collection, analysis, found FROM members",
        "DROP TABLE members",
        "ALTER TABLE analyses RENAME TO kept_analyses",
        "ALTER TABLE collections RENAME TO kept_collections",
        """CREATE TABLE analyses (
               fingerprint TEXT PRIMARY KEY,
               document TEXT NOT NULL,
               path TEXT NOT NULL,
               sha256 TEXT NOT NULL,
               payload BLOB NOT NULL,
               version TEXT NOT NULL,
               seal BLOB NOT NULL
           )""",
        "INSERT INTO analyses SELECT fingerprint, document, path, sha256, payload, version, seal FROM kept_analyses",
        "DROP TABLE kept_analyses",
        """CREATE TABLE collections (
               fingerprint TEXT PRIMARY KEY,
               aliases TEXT NOT NULL,
               seal BLOB NOT NULL
           )""",
        """CREATE TABLE findings (
               collection TEXT NOT NULL REFERENCES collections (fingerprint) ON DELETE CASCADE,
               kind TEXT NOT NULL,
               part INTEGER NOT NULL,
               payload BLOB NOT NULL,
               seal BLOB NOT NULL,
               PRIMARY KEY (collection, kind, part)
           )""",
        """CREATE TABLE members (
               collection TEXT NOT NULL REFERENCES collections (fingerprint),
               analysis TEXT NOT NULL REFERENCES analyses (fingerprint),
               found TEXT REFERENCES analyses (fingerprint),
               PRIMARY KEY (collection, analysis)
           ) WITHOUT ROWID""",
    ):
        database.execute(statement)
    members = database.execute("SELECT analysis, found FROM kept_members ORDER BY analysis").fetchall()
    kept = database.execute("SELECT fingerprint, payload, aliases, seal FROM kept_collections").fetchall()
    for key, payload, aliases, sealed in kept:
        whole = seal(key, payload, aliases, *(part for member in members for part in member)) == sealed
        put_collection(database, key, _fields(payload) if whole else (), aliases, members)
        if not whole:  # it was damaged before: that is found when it is read
            database.execute("UPDATE collections SET seal = x''")
    database.execute("DROP TABLE kept_members")
    database.execute("DROP TABLE kept_collections")


def _fields(payload: bytes) -> list[tuple[str, int, bytes]]:
    return [(kind, 0, bytes(rows)) for kind, rows in _WHOLE.decode(payload).items() if kind != "analyses"]


def put_collection(
    database: sqlite3.Connection,
    fingerprint: str,
    parts: Iterable[tuple[str, int, bytes]],
    aliases: str,
    members: Sequence[tuple[str, str | None]],
) -> None:
    """Put a collection in the place of the one before: its findings in parts (kind, number of the part, JSON)."""
    database.execute("DELETE FROM members")
    database.execute("DELETE FROM collections")
    database.execute("INSERT INTO collections (fingerprint, aliases, seal) VALUES (?, ?, x'')", (fingerprint, aliases))
    seals = []
    for kind, part, payload in parts:
        seals.append(seal(fingerprint, kind, str(part), payload))
        row = (fingerprint, kind, part, payload, seals[-1])
        database.execute("INSERT INTO findings (collection, kind, part, payload, seal) VALUES (?, ?, ?, ?, ?)", row)
    database.executemany(
        "INSERT INTO members (collection, analysis, found) VALUES (?, ?, ?)",
        [(fingerprint, *member) for member in members],
    )
    database.execute("UPDATE collections SET seal = ?", (seal_collection(fingerprint, aliases, seals, members),))


def seal_collection(
    fingerprint: str, aliases: str, seals: Iterable[bytes], members: Iterable[tuple[str, str | None]]
) -> bytes:
    """Return the seal of a collection: over those of its parts in any order, and its members in order."""
    return seal(fingerprint, aliases, *sorted(seals), *(part for member in members for part in member))


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    _m001_first,
    _m002_corrections,
    _m003_versions,
    _m004_seals,
    _m005_parts,
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
