"""The model's attributions and the rules' made one: marks correct the model, rules complete it.

- A content that starts or ends inside quotation marks whose cue stands outside is drawn out to the marks: what is
  quoted is said as a whole.
- What two predictions both claim (nearly the same content and cue) is kept once, the surer one.
- A rule's attribution is added where the model has none with the same content; the rules named in ``TRUSTED`` alone,
  since the others are less precise than the model (measured, see ``SCORES`` in ``english``).
- A prediction with no source takes the rule's where both have the same content.
"""

from collections.abc import Sequence

from headwater.attribute.candidates import Candidate, alike, shared
from headwater.marks import Quoted
from headwater.models.attribution.model import Prediction
from headwater.records import Span

SAME = 0.5  # F1 over characters from which two contents are one; the scorer's own border
TWICE = 0.8  # from which two predictions with one cue are one
DRAWN = 0.5  # share of a quotation that a content must cover to be drawn out to its marks
TRUSTED = frozenset({"quotation before cue", "quotation after cue", "according to", "transcript", "block quotation"})


def reconcile(
    text: str, quoted: Sequence[Quoted], predictions: Sequence[Prediction], rules: Sequence[Candidate]
) -> list[Candidate]:
    """Return what stands after both have spoken."""
    outermost = [q for q in quoted if q.level == 0]
    found = _once([_from(text, prediction, outermost) for prediction in predictions if prediction.content])
    return _completed(found, rules)


def _from(text: str, prediction: Prediction, outermost: Sequence[Quoted]) -> Candidate:
    content = _drawn(prediction, outermost)
    return Candidate(
        tuple(sorted(prediction.source)),
        tuple(sorted(prediction.cue)),
        content,
        "model",
        "The trained model finds this source, cue and content.",
        prediction.score,
    )


def _drawn(prediction: Prediction, outermost: Sequence[Quoted]) -> tuple[Span, ...]:
    """Return the content with its ends moved out to the quotation marks that they fall inside."""
    drawn: list[Span] = []
    for span in prediction.content:
        start, end = span.start, span.end
        for q in outermost:
            if q.outer.start >= end:
                break
            inside = min(end, q.inner.end) - max(start, q.inner.start)
            if inside < DRAWN * (q.inner.end - q.inner.start) or _holds_cue(q, prediction):
                continue
            start, end = min(start, q.outer.start), max(end, q.outer.end)
        drawn.append(Span(start, end))
    return _merged(drawn)


def _holds_cue(quoted: Quoted, prediction: Prediction) -> bool:
    return any(quoted.inner.start <= cue.start < quoted.inner.end for cue in (*prediction.cue, *prediction.source))


def _merged(spans: Sequence[Span]) -> tuple[Span, ...]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return tuple(merged)


def _once(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates without those that say again what a surer one with the same cue says."""
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=lambda c: (-c.score, c.start, c.end)):
        near = (k for k in kept if shared(k.cue, candidate.cue))
        if not any(alike(k.content, candidate.content) >= TWICE for k in near):
            kept.append(candidate)
    return kept


def _completed(found: list[Candidate], rules: Sequence[Candidate]) -> list[Candidate]:
    """Return ``found`` with the trusted rules' attributions of contents that it lacks."""
    missed = [
        rule
        for rule in rules
        if rule.rule in TRUSTED and not any(alike(rule.content, c.content) >= SAME for c in found)
    ]
    return [*found, *missed]
