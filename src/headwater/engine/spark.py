"""Spark: tables are data frames, functions run in ``mapInArrow``, joins in Spark SQL; PySpark 4, any master.

What was found to matter when this was tried: this interpreter for the executors of a local master (PYSPARK_PYTHON) and
the loopback address for its driver; UTC, so that nothing depends on the machine's zone; hashes made by our own code.
"""

import os
import shutil
import sys
import warnings
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from headwater.engine import Function, Rows
from headwater.errors import UsageError

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 2_000  # rows of an Arrow batch: pairs of articles come with both texts
_MISSING = "the Spark engine needs {what}; install it with: {how}"


class Spark:
    """Tables of a Spark session: the one that ``spark-submit`` or a notebook started, else one started here."""

    def __init__(self, master: str | None) -> None:
        try:
            from pyspark.sql import SparkSession
        except ImportError as error:
            how = "pip install 'headwater[spark]'"
            raise UsageError(_MISSING.format(what="PySpark", how=how)) from error
        # said for every table; what is used here of pandas, Arrow's conversion, is what CI runs
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        remote = master if master is not None and master.startswith("sc://") else None
        if remote is None and shutil.which("java") is None and "JAVA_HOME" not in os.environ:
            how = "apt-get install openjdk-17-jre-headless"
            raise UsageError(_MISSING.format(what="Java 17 or later", how=how))
        builder = SparkSession.builder.appName("headwater")
        if remote is not None:
            builder = builder.remote(remote)
        elif master is not None:
            builder = builder.master(master)
        if master is not None and master.startswith("local"):  # under spark-submit the configuration says all this
            os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
            os.environ.setdefault("PYSPARK_DRIVER_PYTHON", sys.executable)
            builder = builder.config("spark.driver.bindAddress", "127.0.0.1").config("spark.driver.host", "127.0.0.1")
            builder = builder.config("spark.ui.enabled", "false").config("spark.ui.showConsoleProgress", "false")
        self._started = remote or SparkSession.getActiveSession() is None
        self._session = builder.getOrCreate()
        if not remote:
            self._session.sparkContext.setLogLevel("ERROR")
        self._session.conf.set("spark.sql.session.timeZone", "UTC")
        self._session.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", str(BATCH))
        self._kept: dict[str, Any] = {}

    def load(self, name: str, rows: Rows, schema: str) -> None:
        """Make a table of rows that are here."""
        import pyarrow as pa

        table = pa.Table.from_batches([_batch(rows, _arrow_schema(schema))])
        self._name(name, self._session.createDataFrame(table, schema=schema))

    def map(self, name: str, source: str, function: Function, schema: str) -> None:
        """Make a table of what ``function`` returns for the batches of the table ``source``, computed once."""
        arrow = _arrow_schema(schema)

        def of_partition(batches: "Iterator[pa.RecordBatch]") -> "Iterator[pa.RecordBatch]":
            for batch in batches:
                yield _batch(function(_rows(batch)), arrow)

        self._name(name, self._session.table(source).mapInArrow(of_partition, schema).persist(), keep=True)

    def sql(self, name: str, query: str) -> None:
        """Make a table of what a query over the tables gives."""
        self._name(name, self._session.sql(query))

    def rows(self, name: str) -> Rows:
        """Return a table's rows, in any order."""
        table = self._session.table(name).toArrow()
        return {column: table.column(column).to_pylist() for column in table.column_names}

    def close(self) -> None:
        """Let go of the tables, and of the session where it was started here."""
        for frame in self._kept.values():
            frame.unpersist()
        self._kept.clear()
        if self._started:
            self._session.stop()

    def _name(self, name: str, frame: Any, *, keep: bool = False) -> None:
        if name in self._kept:
            self._kept.pop(name).unpersist()
        frame.createOrReplaceTempView(name)
        if keep:
            self._kept[name] = frame


def _arrow_schema(schema: str) -> "pa.Schema":
    from pyspark.sql.pandas.types import to_arrow_schema
    from pyspark.sql.types import StructType

    columns: Any = StructType.fromDDL(schema)  # typed as any type of data; with several columns it is a struct
    return to_arrow_schema(columns)


def _rows(batch: "pa.RecordBatch") -> Rows:
    import pyarrow as pa

    return {
        name: column.to_numpy()
        if pa.types.is_primitive(column.type) and column.null_count == 0 and not pa.types.is_boolean(column.type)
        else column.to_pylist()
        for name, column in zip(batch.schema.names, batch.columns, strict=True)
    }


def _batch(rows: Rows, schema: "pa.Schema") -> "pa.RecordBatch":
    import pyarrow as pa

    return pa.RecordBatch.from_arrays([pa.array(rows[f.name], type=f.type) for f in schema], schema=schema)
