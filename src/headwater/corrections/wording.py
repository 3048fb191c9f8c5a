"""How findings say that a person decided about them."""

from collections.abc import Iterable

from headwater.records import Correction, Evidence, Place

RULE = "correction"


def evidence_of(
    correction: Correction, did: str, places: Iterable[Place] = (), before: Evidence | None = None
) -> Evidence:
    """Return the evidence for what a correction changed: what was done, by whom and why, and the reason before it.

    ``did`` is a participle with its object: "confirmed", "given to Ida Voss".
    """
    reason = " ".join(correction.why.split()).rstrip(".") or "(no reason given)"
    first = did[:1].upper() + did[1:]
    why = f"{first} by {correction.who} on {correction.at[:10]} because {reason}."
    if before is not None:
        why += f" Before that: {before.why}"
    return Evidence(RULE, why, None, tuple(places) or (before.places if before is not None else ()))


def moved_note(moved: bool) -> str:
    """Return what is said of a correction whose words stand at another place now."""
    return (
        "The text is another version; the same words stand in it once, with the same words around them."
        if moved
        else ""
    )
