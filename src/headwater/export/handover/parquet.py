"""Parquet: one file for each list of the contract's JSON, nested as there, with a fixed schema."""

import io
import types
import typing
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import msgspec

from headwater.errors import UsageError
from headwater.export import shapes
from headwater.export.contract import to_shape
from headwater.export.handover.lines import KINDS
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case

if TYPE_CHECKING:
    import pyarrow


def parquet(case: Case, stamp: Stamp) -> Mapping[str, bytes]:
    """Return a file for each list and one for the texts. Raises UsageError where pyarrow is not installed."""
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError as error:
        raise UsageError("Parquet needs pyarrow: pip install 'headwater[parquet]'") from error

    def write(schema: "pyarrow.Schema", rows: list[dict[str, object]]) -> bytes:
        stamped = schema.with_metadata({b"headwater": msgspec.json.encode(stamp.shape())})
        buffer = io.BytesIO()
        pyarrow.parquet.write_table(pyarrow.Table.from_pylist(rows, schema=stamped), buffer, compression="zstd")
        return buffer.getvalue()

    shape = to_shape(case, stamp.settings)
    hints = typing.get_type_hints(shapes.TraceShape)
    files = {
        f"{kind}.parquet": write(
            pyarrow.schema(_fields(typing.get_args(hints[kind])[0])),
            [msgspec.to_builtins(item) for item in getattr(shape, kind)],
        )
        for kind in KINDS
    }
    texts = pyarrow.schema([pyarrow.field("id", pyarrow.string()), pyarrow.field("text", pyarrow.large_string())])
    rows: list[dict[str, object]] = [{"id": a.document.id, "text": plain(a.document.text)} for a in case.analyses]
    files["texts.parquet"] = write(texts, rows)
    return files


def _fields(struct: type[msgspec.Struct]) -> "list[pyarrow.Field]":
    import pyarrow

    hints = typing.get_type_hints(struct)
    return [pyarrow.field(f.encode_name, _type(hints[f.name])) for f in msgspec.structs.fields(struct)]


def _type(hint: Any) -> "pyarrow.DataType":  # Any: a type hint has no type of its own
    """Return the Arrow type of a field of the contract; every field may be null there."""
    import pyarrow

    simple = {int: pyarrow.int64(), float: pyarrow.float64(), bool: pyarrow.bool_(), str: pyarrow.string()}
    if hint in simple:
        return simple[hint]
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        (only,) = (argument for argument in arguments if argument is not type(None))
        return _type(only)
    if origin is typing.Literal:
        return pyarrow.string()
    if origin in (list, tuple):
        return pyarrow.list_(_type(arguments[0]))
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return pyarrow.struct(_fields(hint))
    raise TypeError(f"the contract has a field of a type that Parquet has none for: {hint}")
