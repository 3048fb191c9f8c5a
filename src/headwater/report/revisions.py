"""Pages of which several versions were read, with what changed between them."""

from dataclasses import dataclass

from headwater.records import Case, Change, ChangeKind, Place, Revision, RevisionOrder
from headwater.report.index import Index, Where, index, where

AROUND = 40  # characters shown on either side of a change


@dataclass(frozen=True, slots=True)
class RevisedWords:
    """A change: what stood and what stands, with the text around it; ``touches`` says what it is part of."""

    kind: ChangeKind
    before: str
    left: str
    right: str
    after: str
    classes: tuple[str, ...]
    touches: tuple[str, ...]  # "quotation", "figure"


@dataclass(frozen=True, slots=True)
class RevisionLine:
    """Two versions of one page; with order "unknown" neither is known to be the earlier one."""

    id: str
    url: str
    earlier: str
    later: str
    earlier_id: str
    later_id: str
    order: RevisionOrder
    changes: tuple[RevisedWords, ...]
    quotations: tuple[Where, ...]
    figures: tuple[Where, ...]
    why: str


def revision_list(case: Case | Index) -> tuple[RevisionLine, ...]:
    """Return what changed between versions, those that touch quotations and figures first."""
    found = case if isinstance(case, Index) else index(case)
    lines = [_line(found, revision) for revision in found.case.revisions]
    return tuple(sorted(lines, key=lambda line: (-len(line.quotations), -len(line.figures), line.url, line.id)))


def _line(found: Index, revision: Revision) -> RevisionLine:
    return RevisionLine(
        revision.id,
        revision.url,
        found.labels[revision.earlier],
        found.labels[revision.later],
        revision.earlier,
        revision.later,
        revision.order,
        tuple(_words(found, revision, change) for change in revision.changes),
        tuple(where(found, p.document, p.start, p.end) for p in revision.quotations),
        tuple(where(found, p.document, p.start, p.end) for p in revision.figures),
        revision.why,
    )


def _words(found: Index, revision: Revision, change: Change) -> RevisedWords:
    """Quote a change with what stands around it, from the later version where it has words there."""
    key, span = (revision.later, change.right) if change.right else (revision.earlier, change.left)
    assert span is not None  # a change stands on one side at least
    text = found.documents[key].text
    left = change.left.of(found.documents[revision.earlier].text) if change.left else ""
    right = change.right.of(found.documents[revision.later].text) if change.right else ""
    touches = [name for name, places in (("quotation", revision.quotations), ("figure", revision.figures))
               if any(_in(place, revision, change) for place in places)]  # fmt: skip
    return RevisedWords(
        change.kind,
        text[max(0, span.start - AROUND) : span.start],
        left,
        right,
        text[span.end : span.end + AROUND],
        change.classes,
        tuple(touches),
    )


def _in(place: Place, revision: Revision, change: Change) -> bool:
    side = change.left if place.document == revision.earlier else change.right
    return side is not None and place.start < side.end and side.start < place.end
