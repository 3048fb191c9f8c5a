"""Passages shared by two documents and checked quotations that people accepted, rejected or noted."""

from collections.abc import Hashable, Sequence
from dataclasses import replace

from headwater.corrections.anchors import Texts, shared
from headwater.corrections.members import SAME, find_attribution, locate_parts
from headwater.corrections.standing import Item, orphan, settle
from headwater.corrections.wording import evidence_of, moved_note
from headwater.records import Analysis, Correction, CorrectionState, Document, QuotationCheck, Reuse, Span


def correct_reuse(
    reuse: Sequence[Reuse], documents: Sequence[Document], corrections: Sequence[Correction]
) -> tuple[tuple[Reuse, ...], tuple[CorrectionState, ...]]:
    """Return the shared passages that people let stand, and the states of the corrections about them."""
    texts = Texts(documents)
    items, states = [], []
    keys: dict[str, str] = {}
    for correction in corrections:
        if correction.kind != "reuse":
            continue
        found = _find_reuse(correction, reuse, texts)
        if found is None:
            states.append(orphan(correction, "No shared passage stands at these two places."))
            continue
        keys[correction.id] = found.id
        items.append(_item(correction, found.id, found.id != correction.target))
    held, settled = settle(items)
    gone = {keys[i.correction.id] for i in held if i.correction.action == "reject"}
    kept = [item for item in reuse if item.id not in gone]
    for item in held:
        if item.correction.action == "accept":
            key, said = keys[item.correction.id], evidence_of(item.correction, "confirmed")
            kept = [replace(r, evidence=(*r.evidence, said)) if r.id == key else r for r in kept]
    return tuple(kept), (*states, *settled)


def correct_checks(
    checks: Sequence[QuotationCheck], analyses: Sequence[Analysis], corrections: Sequence[Correction]
) -> tuple[tuple[QuotationCheck, ...], tuple[CorrectionState, ...]]:
    """Return the checked quotations that people let stand, and the states of the corrections about them."""
    texts = Texts(a.document for a in analyses)
    by_document = {a.document.id: a for a in analyses}
    by_attribution = {check.attribution: check for check in checks}
    items, states = [], []
    keys: dict[str, str] = {}
    for correction in corrections:
        if correction.kind != "check":
            continue
        spans = locate_parts(correction, texts)
        said = spans and find_attribution(correction.value.get("attribution", ""), spans, by_document[spans.document])
        found = by_attribution.get(said.id) if said else None
        if found is None:
            states.append(orphan(correction, "No quotation is checked at this place."))
            continue
        keys[correction.id] = found.attribution
        items.append(_item(correction, found.attribution, found.id != correction.target))
    held, settled = settle(items)
    gone = {keys[i.correction.id] for i in held if i.correction.action == "reject"}
    kept = [check for check in checks if check.attribution not in gone]
    for item in held:
        if item.correction.action == "accept":
            key, why = keys[item.correction.id], evidence_of(item.correction, "confirmed").why
            kept = [replace(c, why=f"{c.why} {why}") if c.attribution == key else c for c in kept]
    return tuple(kept), (*states, *settled)


def _item(correction: Correction, key: str, moved: bool) -> Item:
    answers: dict[Hashable, str] = {} if correction.action == "note" else {key: correction.action}
    return Item(correction, answers, moved_note(moved))


def _find_reuse(correction: Correction, reuse: Sequence[Reuse], texts: Texts) -> Reuse | None:
    found = [texts.locate(anchor) for anchor in correction.anchors]
    places = [f.place for f in found if f is not None]
    if len(places) != 2 or len(found) != 2:
        return None
    by_id = next((item for item in reuse if item.id == correction.target), None)
    if by_id is not None and not any(f.moved for f in found if f is not None):
        return by_id
    left, right = sorted(places)
    near = [
        (min(alike), item.id, item)
        for item in reuse
        if (item.left.document, item.right.document) == (left.document, right.document)
        and min(
            alike := (
                shared(Span(left.start, left.end), Span(item.left.start, item.left.end)),
                shared(Span(right.start, right.end), Span(item.right.start, item.right.end)),
            )
        )
        >= SAME
    ]
    return max(near, key=lambda n: n[:2])[2] if near else None
