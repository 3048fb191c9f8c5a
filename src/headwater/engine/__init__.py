"""Engines beyond the one process: what a stage asks of one, and which there are.

A stage that can be spread is pure functions over batches of rows, joined by SQL in the common subset. An engine keeps
named tables, runs such a function over one of them wherever its rows lie, and answers SQL. The local way needs none: it
calls the same functions on arrays. Engines are imported when they are asked for, and nothing is started before.
"""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from headwater.errors import UsageError

LOCAL, SPARK = "local", "spark"
Rows = Mapping[str, Any]  # columns by name: lists or arrays, all of one length
Function = Callable[[Rows], Rows]  # of any batch of a table: how rows are put into batches must not matter


class Engine(Protocol):
    """Keeps named tables on one machine or many. Schemas are written as in SQL: "text bigint, run bigint"."""

    def load(self, name: str, rows: Rows, schema: str) -> None:
        """Make a table of rows that are here."""

    def map(self, name: str, source: str, function: Function, schema: str) -> None:
        """Make a table of what ``function`` returns for the batches of the table ``source``, computed once."""

    def sql(self, name: str, query: str) -> None:
        """Make a table of what a query over the tables gives."""

    def rows(self, name: str) -> Rows:
        """Return a table's rows, in any order."""

    def close(self) -> None:
        """Let go of the tables, and of the engine where it was started here."""


def open_engine(name: str, master: str | None = None) -> Engine:
    """Start or join an engine. Raises UsageError for one that is unknown or not installed."""
    if name == SPARK:
        from headwater.engine.spark import Spark

        return Spark(master)
    raise UsageError(f"there is no engine {name!r}; the engines are {LOCAL} and {SPARK}")
