"""Leaving passages out: what a reader with the published text could match pseudonyms by.

A passage is the sentence around what is redacted, and every sentence of what a redacted speaker is given as saying.
All findings that touch one go, so that nothing that is handed on points at it.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace

from headwater.export.redaction.finding import Cut
from headwater.records import Analysis, Case, Chain, Claim, Evidence, Place, Resolution, Revision, Span, Story

PASSAGE = "[passage left out]"
HANDLED = frozenset(  # the fields of a case that are judged one by one; of any other, a record goes if it touches
    {
        "analyses",
        "skipped",
        "speakers",
        "resolutions",
        "reuse",
        "quotation_checks",
        "claims",
        "comparisons",
        "positions",
        "corrections",
        "stories",
    }
)


def passages(
    analysis: Analysis, cuts: Sequence[Cut], resolutions: Iterable[Resolution], hidden: Collection[str]
) -> list[Cut]:
    """Return what goes from a text: whole sentences; ``hidden`` are the speakers that are redacted."""
    theirs = {r.attribution for r in resolutions if r.speaker in hidden}
    spans = [Span(cut.start, cut.end) for cut in cuts]
    spans += [s for a in analysis.attributions if a.id in theirs for s in (*a.source, *a.cue, *a.content)]
    sentences = [Span(s.start, s.end) for s in analysis.segments if s.kind == "sentence"]
    wide = []
    for span in spans:
        around = [s for s in sentences if s.start < span.end and span.start < s.end]
        wide.append(Span(min([span.start, *(s.start for s in around)]), max([span.end, *(s.end for s in around)])))
    merged: list[Span] = []
    for span in sorted(wide):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return [Cut(span.start, span.end, PASSAGE) for span in merged]


def drop_findings(case: Case, cuts: Mapping[str, Sequence[Cut]], hidden: Collection[str]) -> Case:
    """Return the findings without those that touch a passage that goes, or a speaker that is redacted."""

    def stands(place: Place) -> bool:
        return not any(cut.start < place.end and place.start < cut.end for cut in cuts[place.document])

    def clear(evidence: tuple[Evidence, ...]) -> tuple[Evidence, ...]:
        return tuple(replace(e, places=tuple(p for p in e.places if stands(p))) for e in evidence)

    analyses = tuple(_analysis(a, stands) for a in case.analyses)
    kept = {t.id for a in analyses for t in a.attributions}
    figures = {f.id for a in analyses for f in a.figures}
    times = {t.id for a in analyses for t in a.times}
    claims = [c for claim in case.claims if (c := _claim(claim, kept, hidden, stands)) is not None]
    present = {c.id for c in claims}
    statements = {s.id for c in claims for s in c.statements}
    speakers = tuple(
        replace(s, evidence=clear(s.evidence), issuer=None if s.issuer in hidden else s.issuer)
        for s in case.speakers
        if s.id not in hidden
    )
    positions = []
    for p in case.positions:
        steps = tuple(
            replace(s, time=s.time if s.time in times else None) for s in p.steps if set(s.statements) <= statements
        )
        if steps and p.speaker not in hidden:
            positions.append(replace(p, steps=steps))
    return replace(
        case,
        analyses=analyses,
        speakers=speakers,
        resolutions=tuple(
            replace(r, evidence=clear((r.evidence,))[0]) for r in case.resolutions if r.attribution in kept
        ),
        reuse=tuple(replace(r, evidence=clear(r.evidence)) for r in case.reuse if stands(r.left) and stands(r.right)),
        quotation_checks=tuple(
            c for c in case.quotation_checks if c.attribution in kept and (c.against is None or stands(c.against))
        ),
        claims=tuple(replace(c, competing=tuple(o for o in c.competing if o in present)) for c in claims),
        comparisons=tuple(c for c in case.comparisons if c.left in figures and c.right in figures),
        positions=tuple(positions),
        stories=_stories(case, cuts),
        **{
            field.name: tuple(record for record in getattr(case, field.name) if all(map(stands, _places(record, None))))
            for field in fields(case)
            if field.name not in HANDLED
        },
    )


def _stories(case: Case, cuts: Mapping[str, Sequence[Cut]]) -> tuple[Story, ...]:
    """Return the stories with those of their words that still stand in a text of theirs once the passages are gone."""
    left = {a.document.id: _left(a.document.text, cuts[a.document.id]) for a in case.analyses}

    def stands(word: str, story: Story) -> bool:
        form = re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)
        return any(form.search(left[document]) for document in story.documents if document in left)

    return tuple(replace(s, words=tuple(word for word in s.words if stands(word, s))) for s in case.stories)


def _left(text: str, cuts: Sequence[Cut]) -> str:
    """Return what stays of a text, a line for each piece; the cuts are in order and do not overlap."""
    borders = [0, *(border for cut in cuts for border in (cut.start, cut.end)), len(text)]
    return "\n".join(text[start:end] for start, end in zip(borders[::2], borders[1::2], strict=True))


def _analysis(a: Analysis, stands: Callable[[Place], bool]) -> Analysis:
    def all_stand(spans: Iterable[Span]) -> bool:
        return all(stands(Place(a.document.id, s.start, s.end)) for s in spans)

    attributions = [t for t in a.attributions if all_stand((*t.source, *t.cue, *t.content))]
    kept = {t.id for t in attributions}
    times = tuple(t for t in a.times if all_stand([Span(t.start, t.end)]))
    figures = tuple(f for f in a.figures if all_stand([Span(f.start, f.end)]))
    known = {f.id for f in figures} | {t.id for t in times} | kept

    def tie(key: str | None) -> str | None:
        return key if key in known else None

    def clear(e: Evidence) -> Evidence:
        return replace(e, places=tuple(p for p in e.places if stands(p)))

    return replace(
        a,
        document=replace(a.document, evidence=tuple(clear(e) for e in a.document.evidence)),
        segments=tuple(s for s in a.segments if all_stand([Span(s.start, s.end)])),
        attributions=tuple(replace(t, inside=tie(t.inside), evidence=clear(t.evidence)) for t in attributions),
        times=tuple(replace(t, evidence=clear(t.evidence)) for t in times),
        responsibility=tuple(
            replace(r, attribution=tie(r.attribution), evidence=clear(r.evidence))
            for r in a.responsibility
            if all(map(stands, _places(replace(r, evidence=clear(r.evidence)), a.document.id)))
        ),
        figures=tuple(
            replace(
                f,
                window=tie(f.window),
                subset_of=tie(f.subset_of),
                attribution=tie(f.attribution),
                evidence=clear(f.evidence),
            )
            for f in figures
        ),
    )


def _places(value: object, document: str | None) -> Iterator[Place]:
    """Yield the places that a record holds, in whatever field; spans without a document are in ``document``."""
    if isinstance(value, Place):
        yield value
    elif isinstance(value, Revision):
        for change in value.changes:
            yield from _places(change.left, value.earlier)
            yield from _places(change.right, value.later)
        yield from _places((*value.quotations, *value.figures), None)
    elif isinstance(value, Span):
        if document is None:
            raise TypeError("a span of a text that is not known cannot be judged")
        yield Place(document, value.start, value.end)
    elif isinstance(value, tuple):
        for item in value:
            yield from _places(item, document)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _places(getattr(value, field.name), getattr(value, "document", document))


def _claim(
    claim: Claim, kept: Collection[str], hidden: Collection[str], stands: Callable[[Place], bool]
) -> Claim | None:
    statements = tuple(
        s
        for s in claim.statements
        if stands(Place(s.document, s.start, s.end)) and (s.attribution is None or s.attribution in kept)
    )
    if not statements:
        return None
    here = {s.id for s in statements}

    def is_open(chain: Chain) -> bool:
        ends = {end for link in chain.links for end in (link.downstream, link.upstream)} | {chain.origin}
        return (
            chain.statement in here and not ends & set(hidden) and all(stands(p) for k in chain.links for p in k.places)
        )

    chains = tuple(chain for chain in claim.chains if is_open(chain))
    return replace(claim, statements=statements, chains=chains, evidence=())
