"""Accepted, rejected, edited and noted attributions, figures and times.

What a person accepted, gave to a speaker or edited stays as it was then, spans and all: where a run no longer finds
it, it is put back, and what the run finds about the same words gives way.
"""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar, get_args

import msgspec

from headwater.corrections.anchors import Texts
from headwater.corrections.members import (
    Finding,
    Spans,
    find_attribution,
    find_placed,
    locate_parts,
    places_of,
    same_saying,
)
from headwater.corrections.standing import Item, orphan, settle
from headwater.corrections.wording import RULE, evidence_of, moved_note
from headwater.records import (
    Analysis,
    Attribution,
    AttributionKind,
    Certainty,
    Correction,
    CorrectionState,
    Evidence,
    Figure,
    Place,
    Polarity,
    Span,
    Time,
)

KINDS = ("attribution", "figure", "time")
PARTS = ("source", "cue", "content")
RESTORED = "correction: put back"
_KEPT = "kept"
T = TypeVar("T", Figure, Time)


@dataclass(frozen=True, slots=True)
class _Target:
    correction: Correction
    spans: Spans
    finding: Finding | None  # None where this run does not find it; it is put back
    key: str


def correct_findings(
    analyses: Sequence[Analysis], corrections: Sequence[Correction]
) -> tuple[tuple[Analysis, ...], tuple[CorrectionState, ...]]:
    """Return the analyses with what people decided about their findings, and the states of those corrections."""
    wanted = [c for c in corrections if c.kind in KINDS]
    if not wanted:
        return tuple(analyses), ()
    texts = Texts(a.document for a in analyses)
    by_document = {a.document.id: a for a in analyses}
    targets: dict[str, _Target] = {}
    items, states = [], []
    for correction in wanted:
        target = _find(correction, texts, by_document)
        if target is None:
            states.append(orphan(correction))
            continue
        targets[correction.id] = target
        note = moved_note(target.spans.moved)
        if target.finding is None and correction.action in ("reject", "note"):
            note = "This run does not find it. " + note
        items.append(Item(correction, _answers(target), note.strip()))
    held, settled = settle(items)
    for item in held:
        target = targets[item.correction.id]
        by_document[target.spans.document] = _apply(by_document[target.spans.document], target)
    return tuple(by_document[a.document.id] for a in analyses), (*states, *settled)


def keep_decided(before: Sequence[Analysis], after: Sequence[Analysis]) -> tuple[Analysis, ...]:
    """Return the analyses after a later stage has anchored times, with those that people decided about as before."""
    return tuple(
        replace(
            new, times=tuple(o if o.evidence.rule == RULE else n for o, n in zip(old.times, new.times, strict=True))
        )
        if any(time.evidence.rule == RULE for time in old.times)
        else new
        for old, new in zip(before, after, strict=True)
    )


def _find(correction: Correction, texts: Texts, by_document: dict[str, Analysis]) -> _Target | None:
    spans = locate_parts(correction, texts)
    if spans is None:
        return None
    analysis = by_document[spans.document]
    if correction.kind == "attribution":
        found: Finding | None = find_attribution(correction.target, spans, analysis)
    else:
        placed: Sequence[Figure | Time] = analysis.figures if correction.kind == "figure" else analysis.times
        found = find_placed(correction.target, spans, placed)
    if found is None and correction.action not in ("reject", "note"):
        made = _remake(correction, spans)
        if made is None:
            return None
    return _Target(correction, spans, found, found.id if found is not None else correction.target)


def _answers(target: _Target) -> dict[Hashable, str]:
    correction = target.correction
    if correction.action == "note":
        return {}
    if correction.action == "reject":
        return {(target.key, _KEPT): "no"}
    answers: dict[Hashable, str] = {(target.key, _KEPT): "yes"}
    if correction.action == "edit_span":
        new = target.spans.parts.get("new", ())
        answers[target.key, correction.value["part"]] = " ".join(f"{s.start}-{s.end}" for s in new)
    return answers


def _remake(correction: Correction, spans: Spans) -> Finding | None:
    """Return the finding as it was when it was decided about; None where that cannot be said of this text."""
    value = correction.value
    if correction.kind == "attribution":
        known = (("kind", AttributionKind), ("polarity", Polarity), ("certainty", Certainty))
        if any(value.get(name) not in get_args(allowed) for name, allowed in known):
            return None
        source, cue, content = (spans.parts.get(part, ()) for part in PARTS)
        said = Evidence(RESTORED, "A person decided about it; this run does not find it by itself.", None)
        return Attribution(
            id=correction.target,
            document=spans.document,
            source=source,
            cue=cue,
            content=content,
            kind=value["kind"],  # type: ignore[arg-type]  # one of the literals, as checked above
            polarity=value["polarity"],  # type: ignore[arg-type]
            certainty=value["certainty"],  # type: ignore[arg-type]
            inside=value.get("inside") or None,
            score=1.0,
            evidence=said,
        )
    if spans.moved:
        return None  # a figure's number and its hedge have offsets of their own, which hold for one text only
    try:
        if correction.kind == "figure":
            made: Figure | Time = msgspec.json.decode(value.get("finding", ""), type=Figure)
        else:
            made = msgspec.json.decode(value.get("finding", ""), type=Time)
    except msgspec.MsgspecError:
        return None
    whole = spans.parts["whole"][0]
    fits = (made.id, made.document, made.start, made.end) == (correction.target, spans.document, whole.start, whole.end)
    return made if fits and _lies_inside(made, whole) else None


def _lies_inside(made: Figure | Time, whole: Span) -> bool:
    return isinstance(made, Time) or (whole.start <= made.number.start < made.number.end <= whole.end)


def _apply(analysis: Analysis, target: _Target) -> Analysis:
    correction, key = target.correction, target.key
    if correction.action == "note":
        return analysis
    if correction.action == "reject":
        return _without(analysis, correction.kind, key)
    current = _by_id(analysis, correction.kind, key) or _remake(correction, target.spans)
    assert current is not None  # _find has seen to it
    if isinstance(current, Attribution):
        return _put_attribution(analysis, _decided(current, target))
    if isinstance(current, Figure):
        return replace(analysis, figures=_put(analysis.figures, _moved(current, target)))
    return replace(analysis, times=_put(analysis.times, _moved(current, target)))


def _by_id(analysis: Analysis, kind: str, key: str) -> Finding | None:
    found: Sequence[Finding] = (
        analysis.attributions if kind == "attribution" else analysis.figures if kind == "figure" else analysis.times
    )
    return next((finding for finding in found if finding.id == key), None)


def _without(analysis: Analysis, kind: str, key: str) -> Analysis:
    """Return the analysis without a finding; what pointed at it points to what that pointed at, or to nothing."""
    if kind == "attribution":
        gone = next((a for a in analysis.attributions if a.id == key), None)
        outer = gone.inside if gone is not None else None
        return replace(
            analysis,
            attributions=tuple(
                replace(a, inside=outer) if a.inside == key else a for a in analysis.attributions if a.id != key
            ),
            figures=tuple(replace(f, attribution=outer) if f.attribution == key else f for f in analysis.figures),
            responsibility=tuple(
                replace(r, attribution=outer) if r.attribution == key else r for r in analysis.responsibility
            ),
        )
    if kind == "figure":
        return replace(
            analysis,
            figures=tuple(
                replace(f, subset_of=None) if f.subset_of == key else f for f in analysis.figures if f.id != key
            ),
        )
    return replace(
        analysis,
        times=tuple(t for t in analysis.times if t.id != key),
        figures=tuple(replace(f, window=None) if f.window == key else f for f in analysis.figures),
    )


def _decided(current: Attribution, target: _Target) -> Attribution:
    """Return the attribution as the person decided it."""
    correction, parts = target.correction, target.spans.parts
    if correction.action == "edit_span":
        part, new = correction.value["part"], parts.get("new", ())
        said = evidence_of(
            correction, f"{part.capitalize()} marked anew", _places(current.document, new), current.evidence
        )
        if part == "source":
            return replace(current, source=new, score=1.0, evidence=said)
        if part == "cue":
            return replace(current, cue=new, score=1.0, evidence=said)
        return replace(current, content=new, score=1.0, evidence=said)
    if correction.action == "reattribute":
        did = f"given to {correction.value['speaker']}"
        return replace(current, score=1.0, evidence=evidence_of(correction, did, places_of(current), current.evidence))
    accepted = _remake(correction, target.spans)
    if not isinstance(accepted, Attribution):
        accepted = current
    said = evidence_of(correction, "confirmed", places_of(accepted), current.evidence)
    return replace(accepted, id=current.id, inside=current.inside, score=1.0, evidence=said)


def _put_attribution(analysis: Analysis, decided: Attribution) -> Analysis:
    """Return the analysis with an attribution put in its place; others of the same saying give way."""
    known = {a.id for a in analysis.attributions}
    others = analysis
    for other in analysis.attributions:
        if other.id == decided.id or other.inside == decided.id or decided.inside == other.id:
            continue
        if other.evidence.rule.startswith("correction"):
            continue
        if decided.id not in known and same_saying(decided.cue, decided.content, other.cue, other.content):
            others = _without(others, "attribution", other.id)
    kept = [a for a in others.attributions if a.id != decided.id]
    inside = decided.inside if any(a.id == decided.inside for a in kept) else None
    ordered = sorted([*kept, replace(decided, inside=inside)], key=_place_order)
    return replace(others, attributions=tuple(ordered))


def _place_order(attribution: Attribution) -> tuple[int, int, str]:
    spans = (*attribution.source, *attribution.cue, *attribution.content)
    return min((s.start for s in spans), default=0), max((s.end for s in spans), default=0), attribution.id


def _moved(current: T, target: _Target) -> T:
    correction = target.correction
    if correction.action == "accept":
        accepted = _remake(correction, target.spans)
        accepted = accepted if isinstance(accepted, type(current)) else current
        said = evidence_of(correction, "confirmed", places_of(accepted), current.evidence)
        return _tied(replace(accepted, id=current.id, evidence=said), current)
    new = target.spans.parts["new"][0]
    said = evidence_of(correction, "span marked anew", _places(current.document, (new,)), current.evidence)
    if isinstance(current, Figure):
        inside = new.start <= current.number.start and current.number.end <= new.end
        number = current.number if inside else new
        return replace(current, start=new.start, end=new.end, number=number, evidence=said)
    return replace(current, start=new.start, end=new.end, evidence=said)


def _tied(accepted: T, current: T) -> T:
    """Return an accepted figure with the ties of the present one: the ids that it was tied to may be gone."""
    if isinstance(accepted, Figure) and isinstance(current, Figure):
        return replace(accepted, window=current.window, subset_of=current.subset_of, attribution=current.attribution)
    return accepted


def _put(found: tuple[T, ...], decided: T) -> tuple[T, ...]:
    """Return the findings with one put in its place; another of just the same words gives way."""
    kept: list[T] = [f for f in found if f.id != decided.id and (f.start, f.end) != (decided.start, decided.end)]
    kept.append(decided)
    kept.sort(key=lambda item: (item.start, item.end, item.id))
    return tuple(kept)


def _places(document: str, spans: tuple[Span, ...]) -> tuple[Place, ...]:
    return tuple(Place(document, span.start, span.end) for span in spans)
