"""Passages shared by two documents and checked quotations that people accepted, rejected or noted."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.corrections.anchors import Texts, shared
from headwater.corrections.members import SAME, find_attribution, locate_parts
from headwater.corrections.standing import Item, orphan, settle
from headwater.corrections.wording import evidence_of, moved_note
from headwater.records import Analysis, Correction, CorrectionState, Document, Evidence, QuotationCheck, Reuse, Span


@dataclass(frozen=True, slots=True)
class _Decided:
    """What holds: findings that were rejected, what was said of those that were accepted, by the ids of findings."""

    rejected: frozenset[str]
    accepted: Mapping[str, tuple[Evidence, ...]]
    states: tuple[CorrectionState, ...]


def correct_reuse(
    reuse: Sequence[Reuse], documents: Sequence[Document], corrections: Sequence[Correction]
) -> tuple[tuple[Reuse, ...], tuple[CorrectionState, ...]]:
    """Return the shared passages that people let stand, and the states of the corrections about them."""
    texts = Texts(documents)
    missing = "No shared passage stands at these two places."
    decided = _decide("reuse", corrections, lambda correction: _find_reuse(correction, reuse, texts), missing)
    kept = (
        replace(each, evidence=(*each.evidence, *decided.accepted.get(each.id, ())))
        for each in reuse
        if each.id not in decided.rejected
    )
    return tuple(kept), decided.states


def correct_checks(
    checks: Sequence[QuotationCheck], analyses: Sequence[Analysis], corrections: Sequence[Correction]
) -> tuple[tuple[QuotationCheck, ...], tuple[CorrectionState, ...]]:
    """Return the checked quotations that people let stand, and the states of the corrections about them."""
    texts = Texts(a.document for a in analyses)
    by_document = {a.document.id: a for a in analyses}
    by_attribution = {check.attribution: check for check in checks}

    def find(correction: Correction) -> QuotationCheck | None:
        spans = locate_parts(correction, texts)
        said = spans and find_attribution(correction.value.get("attribution", ""), spans, by_document[spans.document])
        return by_attribution.get(said.id) if said else None

    decided = _decide("check", corrections, find, "No quotation is checked at this place.")
    kept = (
        replace(check, why=" ".join((check.why, *(said.why for said in decided.accepted.get(check.id, ())))))
        for check in checks
        if check.id not in decided.rejected
    )
    return tuple(kept), decided.states


def _decide(
    kind: str,
    corrections: Sequence[Correction],
    find: Callable[[Correction], Reuse | QuotationCheck | None],
    missing: str,
) -> _Decided:
    """Return what holds of the corrections of one kind; those whose finding is not found are orphaned."""
    items: list[Item] = []
    orphans: list[CorrectionState] = []
    keys: dict[str, str] = {}
    for correction in corrections:
        if correction.kind != kind:
            continue
        found = find(correction)
        if found is None:
            orphans.append(orphan(correction, missing))
            continue
        keys[correction.id] = found.id
        answers: dict[Hashable, str] = {} if correction.action == "note" else {found.id: correction.action}
        items.append(Item(correction, answers, moved_note(found.id != correction.target)))
    held, settled = settle(items)
    accepted: defaultdict[str, tuple[Evidence, ...]] = defaultdict(tuple)
    for item in held:
        if item.correction.action == "accept":
            accepted[keys[item.correction.id]] += (evidence_of(item.correction, "confirmed"),)
    rejected = frozenset(keys[item.correction.id] for item in held if item.correction.action == "reject")
    return _Decided(rejected, accepted, (*orphans, *settled))


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
