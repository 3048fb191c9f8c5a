"""What a reading passed over since it holds no text and was never meant to: how the manifest says it."""

from collections.abc import Iterable, Mapping

from headwater.store.folder import Kept

ANALYSE = "analyse"  # the stage of the manifest that says what was read
_PASSED = "passed over: "


def note_passed(passed: Mapping[str, int]) -> dict[str, int]:
    """Return what was passed over as the manifest keeps it, beside the reasons for what was skipped."""
    return {_PASSED + what: number for what, number in passed.items()}


def passed_over(manifest: Iterable[Kept]) -> dict[str, int]:
    """Return what the last reading of a manifest passed over, with the numbers."""
    reading = [row for row in manifest if row.stage == ANALYSE]
    counts = reading[-1].skipped if reading else {}
    return {what.removeprefix(_PASSED): number for what, number in counts.items() if what.startswith(_PASSED)}
