"""JSON Lines: the stamp first, then every object of the contract's JSON, each with the list that it is from."""

import msgspec

from headwater.export.contract import to_shape
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case

KINDS = (
    "documents",
    "skipped",
    "attributions",
    "speakers",
    "reuse",
    "quotation_checks",
    "figures",
    "times",
    "positions",
    "claims",
    "comparisons",
)


def json_lines(case: Case, stamp: Stamp) -> bytes:
    """Return one JSON object a line; ``"list"`` says which list of the contract it is from. Texts come last."""
    shape = to_shape(case, stamp.settings)
    lines: list[dict[str, object]] = [{"list": "export", **stamp.shape()}]
    for kind in KINDS:
        lines += [{"list": kind, **msgspec.to_builtins(item)} for item in getattr(shape, kind)]
    lines += [{"list": "texts", "id": a.document.id, "text": plain(a.document.text)} for a in case.analyses]
    return b"".join(msgspec.json.encode(line) + b"\n" for line in lines)
