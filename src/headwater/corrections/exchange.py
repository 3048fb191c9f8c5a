"""Corrections as JSON Lines, to keep, share and merge: two files one after the other are a file."""

from collections.abc import Iterable

import msgspec

from headwater.corrections.checking import identify_correction, problem
from headwater.corrections.standing import in_order
from headwater.errors import UsageError
from headwater.records import Correction


def to_lines(corrections: Iterable[Correction]) -> bytes:
    """Return corrections as JSON Lines, by time, each once."""
    return b"".join(msgspec.json.encode(correction, order="sorted") + b"\n" for correction in in_order(corrections))


def from_lines(data: bytes, name: str = "corrections") -> tuple[Correction, ...]:
    """Return the corrections of JSON Lines, by time. Raises UsageError with the line that is none."""
    found = []
    for number, line in enumerate(data.splitlines(), start=1):
        if not line.strip():
            continue
        try:
            correction = msgspec.json.decode(line, type=Correction)
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
            raise UsageError(f"{name}, line {number}: no correction ({error})") from error
        if identify_correction(correction) != correction.id:
            raise UsageError(
                f"{name}, line {number}: its id is not that of its content; it was changed after it was given"
            )
        wrong = problem(correction)
        if wrong is not None:
            raise UsageError(f"{name}, line {number}: {wrong}")
        found.append(correction)
    return tuple(in_order(found))
