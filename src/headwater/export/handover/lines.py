"""JSON Lines: the stamp first, then every object of the contract's JSON, each with the list that it is from."""

from typing import get_origin, get_type_hints

import msgspec

from headwater.export.contract import to_shape
from headwater.export.handover.stamp import Stamp, plain
from headwater.export.shapes import TraceShape
from headwater.records import Case

KINDS = tuple(name for name, hint in get_type_hints(TraceShape).items() if get_origin(hint) is list)


def json_lines(case: Case, stamp: Stamp) -> bytes:
    """Return one JSON object a line; ``"list"`` says which list of the contract it is from. Texts come last."""
    shape = to_shape(case, stamp.settings)
    lines: list[dict[str, object]] = [{"list": "export", **stamp.shape()}]
    for kind in KINDS:
        lines += [{"list": kind, **msgspec.to_builtins(item)} for item in getattr(shape, kind)]
    lines += [{"list": "texts", "id": a.document.id, "text": plain(a.document.text)} for a in case.analyses]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
