"""What a correction is about, found again in findings that may be another run's.

An attribution is known by its spans: the same saying is the one that shares its cue, or, without one, most of its
content. A figure or a time is known by its place.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from headwater.corrections.anchors import Found, Texts, shared
from headwater.records import Analysis, Attribution, Correction, Figure, Place, Span, Statement, Time

SAME = 0.5  # share of two spans from which they are taken to be about the same words
Finding = Attribution | Figure | Time


@dataclass(frozen=True, slots=True)
class Spans:
    """The spans of a correction where they stand now, by the part that each plays, and whether any of them moved."""

    document: str
    parts: Mapping[str, tuple[Span, ...]]
    moved: bool


def locate_parts(correction: Correction, texts: Texts) -> Spans | None:
    """Return where a finding's parts stand now; None where any of them is gone or all are not in one document.

    ``value["parts"]`` names the part of each anchor in turn: source, cue, content, whole, number, new.
    """
    parts: dict[str, list[Span]] = {}
    documents: set[str] = set()
    moved = False
    names = correction.value.get("parts", "").split()
    if not correction.anchors or len(names) != len(correction.anchors):
        return None
    for name, anchor in zip(names, correction.anchors, strict=True):
        found = texts.locate(anchor)
        if found is None:
            return None
        parts.setdefault(name, []).append(found.span)
        documents.add(found.place.document)
        moved = moved or found.moved
    if len(documents) != 1:
        return None
    return Spans(documents.pop(), {name: tuple(spans) for name, spans in parts.items()}, moved)


def find_attribution(target: str, spans: Spans, analysis: Analysis) -> Attribution | None:
    """Return the attribution with the target's id, else the same saying, closest first; None where there is none."""
    by_id = next((a for a in analysis.attributions if a.id == target), None)
    if by_id is not None and not spans.moved:  # ids are made of offsets, which mean nothing in another text
        return by_id
    cue, content = spans.parts.get("cue", ()), spans.parts.get("content", ())
    near = [a for a in analysis.attributions if same_saying(cue, content, a.cue, a.content)]
    return max(near, key=lambda a: (_likeness(content, a.content), a.id), default=None)


def same_saying(
    cue: tuple[Span, ...], content: tuple[Span, ...], other_cue: tuple[Span, ...], other_content: tuple[Span, ...]
) -> bool:
    """Return whether two sets of spans are one saying."""
    if cue and other_cue:
        return _touch(cue, other_cue) and (_likeness(content, other_content) > 0 or not (content and other_content))
    return _likeness(content, other_content) >= SAME


def find_placed(target: str, spans: Spans, found: Iterable[Figure | Time]) -> Figure | Time | None:
    """Return the figure or time with the target's id, else the one at most of the same place."""
    items = list(found)
    by_id = next((item for item in items if item.id == target), None)
    if by_id is not None and not spans.moved:
        return by_id
    span = spans.parts["whole"][0]
    near = [(shared(span, Span(item.start, item.end)), item.id, item) for item in items]
    best = max(near, key=lambda n: n[:2], default=None)
    return best[2] if best is not None and best[0] >= SAME else None


class Members:
    """The attributions and statements of a collection, by id and by place, for corrections of speakers and claims."""

    def __init__(self, texts: Texts, attributions: Iterable[Attribution], statements: Iterable[Statement]) -> None:
        self.texts = texts
        self.attributions = {a.id: a for a in attributions}
        self.statements = {s.id: s for s in statements}
        self._places: dict[str, list[tuple[Span, str]]] = {}
        for a in self.attributions.values():
            if a.content:
                self._places.setdefault("attribution " + a.document, []).append((a.content[0], a.id))
        for s in self.statements.values():
            self._places.setdefault("statement " + s.document, []).append((Span(s.start, s.end), s.id))

    def find(self, kind: str, correction: Correction) -> list[tuple[str | None, bool]]:
        """Return for each anchor the id of its member now (None where it is gone), and whether its words moved.

        ``value["members"]`` gives the id that each had; ``kind`` is "attribution" or "statement".
        """
        names = correction.value.get("members", "").split()
        if len(names) != len(correction.anchors):
            return [(None, False) for _ in correction.anchors]
        return [
            self._find(kind, name, self.texts.locate(anchor))
            for name, anchor in zip(names, correction.anchors, strict=True)
        ]

    def _find(self, kind: str, name: str, found: Found | None) -> tuple[str | None, bool]:
        if found is None:
            return None, False
        if not found.moved and name in (self.attributions if kind == "attribution" else self.statements):
            return name, False
        near = [
            (shared(found.span, span), key)
            for span, key in self._places.get(f"{kind} {found.place.document}", ())
            if shared(found.span, span) >= SAME
        ]
        return (max(near)[1] if near else None), found.moved


def places_of(finding: Finding) -> tuple[Place, ...]:
    """Return the spans of a finding as places."""
    if isinstance(finding, Attribution):
        spans = (*finding.source, *finding.cue, *finding.content)
        return tuple(Place(finding.document, span.start, span.end) for span in spans)
    return (Place(finding.document, finding.start, finding.end),)


def _touch(left: tuple[Span, ...], right: tuple[Span, ...]) -> bool:
    return any(a.start < b.end and b.start < a.end for a in left for b in right)


def _likeness(left: tuple[Span, ...], right: tuple[Span, ...]) -> float:
    """Return the share of the code points of both that are in both."""
    a = {point for span in left for point in range(span.start, span.end)}
    b = {point for span in right for point in range(span.start, span.end)}
    return len(a & b) / len(a | b) if a | b else 0.0
