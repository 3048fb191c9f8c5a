"""Cases as earlier versions of the tables left them: the same rows, in the tables of then."""

import shutil
import sqlite3
from pathlib import Path

from headwater.store.database import MIGRATIONS

TABLES = ("analyses", "collections", "members", "manifest", "log_head", "corrections")


def as_version(case: Path, version: int, target: Path) -> Path:
    """Write a copy of a case whose tables are those after the first ``version`` migrations; return its folder."""
    shutil.copytree(case, target, ignore=shutil.ignore_patterns("case.db*"))
    database = sqlite3.connect(target / "case.db", isolation_level=None)
    for migration in MIGRATIONS[:version]:
        migration(database)
    database.execute("ATTACH DATABASE ? AS now", (str(case / "case.db"),))
    for (table,) in database.execute("SELECT name FROM main.sqlite_master WHERE type = 'table'").fetchall():
        assert table in TABLES, table
        columns = ", ".join(row[1] for row in database.execute(f"PRAGMA main.table_info({table})"))
        database.execute(f"DELETE FROM main.{table}")
        database.execute(f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM now.{table}")
    database.execute(f"PRAGMA user_version = {version}")
    database.execute("DETACH DATABASE now")
    database.close()
    return target
