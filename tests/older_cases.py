"""Cases as earlier versions of the tables left them: the same rows, in the tables of then."""

import json
import shutil
import sqlite3
from pathlib import Path

from headwater.store.database import MIGRATIONS
from headwater.store.seals import seal

TABLES = ("analyses", "collections", "findings", "members", "manifest", "log_head", "corrections")
IN_PARTS = 5  # the version of the tables since which the findings of a collection lie in parts


def as_version(case: Path, version: int, target: Path) -> Path:
    """Write a copy of a case whose tables are those after the first ``version`` migrations; return its folder."""
    shutil.copytree(case, target, ignore=shutil.ignore_patterns("case.db*"))
    database = sqlite3.connect(target / "case.db", isolation_level=None)
    for migration in MIGRATIONS[:version]:
        migration(database)
    database.execute("ATTACH DATABASE ? AS now", (str(case / "case.db"),))
    for (table,) in database.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        assert table in TABLES, table
        if table == "collections" and version < IN_PARTS:
            _write_whole(database, sealed=version == IN_PARTS - 1)
            continue
        columns = ", ".join(row[1] for row in database.execute(f"PRAGMA main.table_info({table})"))
        database.execute(f"DELETE FROM main.{table}")
        database.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    database.execute(f"PRAGMA user_version = {version}")
    database.execute("DETACH DATABASE now")
    database.close()
    return target


def _write_whole(database: sqlite3.Connection, *, sealed: bool) -> None:
    """Write the collection as one row, as it was before its findings lay in parts."""
    row = database.execute("SELECT fingerprint, aliases FROM now.collections").fetchone()
    if row is None:
        return
    fields: dict[str, list[object]] = {"analyses": []}
    for kind, part in database.execute("SELECT kind, payload FROM now.findings ORDER BY kind, part"):
        fields.setdefault(kind, []).extend(json.loads(part))
    payload = json.dumps(fields).encode()
    columns = {row[1] for row in database.execute("PRAGMA main.table_info(collections)")}
    database.execute("INSERT INTO main.collections (fingerprint, payload) VALUES (?, ?)", (row[0], payload))
    if "aliases" in columns:
        database.execute("UPDATE main.collections SET aliases = ?", (row[1],))
    if sealed:
        members = database.execute("SELECT analysis, found FROM now.members ORDER BY analysis").fetchall()
        parts = [part for member in members for part in member]
        database.execute("UPDATE main.collections SET seal = ?", (seal(row[0], payload, row[1], *parts),))
