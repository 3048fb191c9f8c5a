"""Which corrections hold: not undone, and not contradicting one that stood before.

Two corrections contradict each other where they answer the same question about the same finding differently. In the
order of their times, the later one holds where the same person gave both; else the earlier one holds and the later is
a conflict, until somebody undoes one of them. The order in which they are read never matters.
"""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.records import Correction, CorrectionState

_WORST = ("applied", "orphaned", "undone", "conflict")


@dataclass(frozen=True, slots=True)
class Item:
    """A correction whose target was found: the questions that it answers, and what a reader should know of it."""

    correction: Correction
    answers: Mapping[Hashable, str] = field(default_factory=dict)
    note: str = ""


def in_order(corrections: Iterable[Correction]) -> list[Correction]:
    """Return corrections by time, each once."""
    return sorted({c.id: c for c in corrections}.values(), key=lambda c: (c.at, c.id))


def standing(corrections: Iterable[Correction]) -> tuple[tuple[Correction, ...], tuple[CorrectionState, ...]]:
    """Return the corrections that are not undone, by time, without the undoings; and the states of all others."""
    ordered = in_order(corrections)
    by_id = {c.id: c for c in ordered}
    undoings: dict[str, list[Correction]] = {}
    for c in ordered:
        if c.action == "undo":
            undoings.setdefault(c.target, []).append(c)
    undone_by: dict[str, Correction | None] = {}
    for c in ordered:
        waiting = [c]
        while waiting:
            at = waiting[-1]
            unknown = [u for u in undoings.get(at.id, ()) if u.id not in undone_by]
            if unknown:
                waiting += unknown
                continue
            undone_by[at.id] = next((u for u in undoings.get(at.id, ()) if undone_by[u.id] is None), None)
            waiting.pop()
    kept, states = [], []
    for c in ordered:
        undo = undone_by[c.id]
        if undo is not None:
            states.append(CorrectionState(c, "undone", f"Undone by {undo.who} because {_reason(undo.why)}."))
        elif c.action != "undo":
            kept.append(c)
        elif c.target in by_id:
            states.append(CorrectionState(c, "applied", ""))
        else:
            states.append(CorrectionState(c, "orphaned", f"What it undoes, {c.target}, is not among the corrections."))
    return tuple(kept), tuple(states)


def settle(items: Sequence[Item]) -> tuple[list[Item], list[CorrectionState]]:
    """Return the items that hold, by time, and the state of every item."""
    holders: dict[Hashable, list[Item]] = {}
    held: dict[str, Item] = {}
    lost: list[CorrectionState] = []
    for item in sorted(items, key=lambda i: (i.correction.at, i.correction.id)):
        mine = item.correction
        rivals = {
            rival.correction.id: rival
            for question, answer in item.answers.items()
            for rival in holders.get(question, ())
            if rival.correction.id in held and rival.answers[question] != answer
        }
        stranger = next((r.correction for r in rivals.values() if r.correction.who != mine.who), None)
        if stranger is not None:
            why = f"{stranger.who} decided otherwise before ({stranger.id}); undo one of the two."
            lost.append(CorrectionState(mine, "conflict", why))
            continue
        for rival in rivals.values():
            del held[rival.correction.id]
            why = f"{mine.who} decided otherwise later ({mine.id})."
            lost.append(CorrectionState(rival.correction, "undone", why))
        held[mine.id] = item
        for question in item.answers:
            holders.setdefault(question, []).append(item)
    return list(held.values()), [*(CorrectionState(i.correction, "applied", i.note) for i in held.values()), *lost]


def orphan(correction: Correction, why: str = "") -> CorrectionState:
    """Return the state of a correction whose target is not there."""
    return CorrectionState(
        correction, "orphaned", why or "Its words are not in the collection, or stand there in more than one place."
    )


def combine(corrections: Iterable[Correction], states: Iterable[CorrectionState]) -> tuple[CorrectionState, ...]:
    """Return one state for each correction, by time: the one that tells most against it."""
    found: dict[str, CorrectionState] = {}
    for state in states:
        known = found.get(state.correction.id)
        if known is None or (_WORST.index(state.state), state.why) > (_WORST.index(known.state), known.why):
            found[state.correction.id] = state
    return tuple(found.get(c.id) or CorrectionState(c, "applied", "") for c in in_order(corrections))


def _reason(why: str) -> str:
    return why.strip().rstrip(".") or "(no reason given)"
