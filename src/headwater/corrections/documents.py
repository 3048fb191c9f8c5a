"""Dates and publishers that people set."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace

from headwater.corrections.anchors import Texts
from headwater.corrections.standing import Item, orphan, settle
from headwater.corrections.wording import evidence_of, moved_note
from headwater.records import Correction, CorrectionState, Document

_FIELDS = {"set_date": "published", "set_publisher": "publisher"}


def correct_documents(
    documents: Iterable[Document], corrections: Sequence[Correction]
) -> tuple[dict[str, Document], tuple[CorrectionState, ...]]:
    """Return the documents that change, by id, and the states of the corrections that are about documents."""
    texts = Texts(documents)
    items, states = [], []
    targets: dict[str, str] = {}
    for correction in corrections:
        if correction.kind != "document":
            continue
        found = texts.locate(correction.anchors[0]) if correction.anchors else None
        target = correction.target if correction.target in texts.documents else found.place.document if found else None
        if target is None:
            states.append(orphan(correction, "The document is not in the collection."))
            continue
        targets[correction.id] = target
        name = _FIELDS.get(correction.action)
        answers: dict[Hashable, str] = {(target, name): correction.value.get(name, "")} if name else {}
        items.append(Item(correction, answers, moved_note(target != correction.target)))
    held, settled = settle(items)
    changed: dict[str, Document] = {}
    for item in held:
        name = _FIELDS.get(item.correction.action)
        if name is None:
            continue
        target = targets[item.correction.id]
        document = changed.get(target, texts.documents[target])
        value = item.correction.value[name]
        said = evidence_of(item.correction, f"{name} set to {value!r}")
        kept = tuple(e for e in document.evidence if e.rule.partition(":")[0] != name)
        named = replace(said, rule=f"{name}: {said.rule}")
        if name == "published":
            changed[target] = replace(document, published=value, evidence=(*kept, named))
        else:
            changed[target] = replace(document, publisher=value, evidence=(*kept, named))
    return changed, (*states, *settled)
