"""The contract's JSON: Case to the bytes that ``headwater trace --json`` prints.

Decides nothing; puts records into the published shapes. Order: documents by path, what lies in a document by place,
claims by rank, the rest by id, so that equal findings give equal bytes. ``python -m headwater.export.contract``
writes the JSON Schema of the shapes (default: docs/schema.json).
"""

import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

import msgspec

from headwater import __version__
from headwater.export import shapes
from headwater.records import (
    Analysis,
    Attribution,
    Case,
    Chain,
    Change,
    Claim,
    Document,
    Evidence,
    Figure,
    Place,
    Qualifier,
    QuotationCheck,
    QuotationVariants,
    Reuse,
    Revision,
    Span,
    Statement,
    Time,
)

SCHEMA_ID = "https://headwater.invalid/schema/trace.json"  # a name, not an address: the schema is read from docs/


def to_json(case: Case, settings: Mapping[str, object]) -> bytes:
    """Return the contract's JSON, UTF-8, one line, no trailing newline."""
    return msgspec.json.encode(to_shape(case, settings))


def json_schema() -> dict[str, object]:
    """Return the JSON Schema (2020-12) of what ``to_json`` gives."""
    schema = msgspec.json.schema(shapes.TraceShape)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": SCHEMA_ID, **schema}


def to_shape(case: Case, settings: Mapping[str, object]) -> shapes.TraceShape:
    """Return the findings in the contract's shapes and order."""
    analyses = sorted(case.analyses, key=lambda analysis: (analysis.document.path, analysis.document.id))
    texts = {analysis.document.id: analysis.document.text for analysis in analyses}
    speakers = {resolution.attribution: resolution.speaker for resolution in case.resolutions}
    claims = sorted(case.claims, key=lambda claim: (-claim.rank, claim.id))
    return shapes.TraceShape(
        headwater=__version__,
        settings={key: settings[key] for key in sorted(settings)},
        documents=[_document(analysis.document) for analysis in analyses],
        skipped=[
            shapes.SkippedShape(_plain(s.path), s.reason)
            for s in sorted(case.skipped, key=lambda s: (s.path, s.reason))
        ],
        attributions=[shape for analysis in analyses for shape in _attributions(analysis, speakers)],
        speakers=[
            shapes.SpeakerShape(s.id, s.name, s.kind, list(s.names), _evidences(s.evidence), s.issuer)
            for s in sorted(case.speakers, key=lambda s: s.id)
        ],
        reuse=[_reuse(reuse) for reuse in sorted(case.reuse, key=lambda r: (r.left, r.right, r.id))],
        quotation_checks=[_check(check) for check in sorted(case.quotation_checks, key=lambda check: check.id)],
        figures=[shape for analysis in analyses for shape in _figures(analysis)],
        times=[shape for analysis in analyses for shape in _times(analysis)],
        positions=[
            shapes.PositionShape(
                position.speaker,
                position.topic,
                [shapes.StepShape(s.order, s.stance, s.time, list(s.statements), s.why) for s in position.steps],
            )
            for position in sorted(case.positions, key=lambda p: (p.speaker, p.topic))
        ],
        claims=[_claim(claim, texts) for claim in claims],
        comparisons=[
            shapes.ComparisonShape(c.left, c.right, c.relation, c.why)
            for c in sorted(case.comparisons, key=lambda c: (c.left, c.right, c.relation))
        ],
        revisions=[_revision(revision) for revision in case.revisions],
        responsibility=[shape for analysis in analyses for shape in _responsibility(analysis)],
        quotation_variants=[_collated(c) for c in case.quotation_variants],
        stories=[
            shapes.StoryShape(s.id, list(s.documents), list(s.words), s.first, s.last)
            for s in sorted(case.stories, key=lambda s: (s.first or "~", s.id))
        ],
    )


def _plain(path: str) -> str:
    """Return a path as text that can be encoded: bytes of a file name that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _place(place: Place) -> shapes.PlaceShape:
    return shapes.PlaceShape(place.document, place.start, place.end)


def _span(span: Span, text: str) -> shapes.SpanShape:
    return shapes.SpanShape(span.start, span.end, span.of(text))


def _spans(spans: Sequence[Span], text: str) -> list[shapes.SpanShape]:
    return [_span(span, text) for span in spans]


def _evidence(evidence: Evidence) -> shapes.EvidenceShape:
    return shapes.EvidenceShape(evidence.rule, evidence.why, evidence.score, [_place(p) for p in evidence.places])


def _evidences(evidences: Iterable[Evidence]) -> list[shapes.EvidenceShape]:
    return [_evidence(evidence) for evidence in evidences]


def _document(document: Document) -> shapes.DocumentShape:
    return shapes.DocumentShape(
        id=document.id,
        path=_plain(document.path),
        sha256=document.sha256,
        publisher=document.publisher,
        title=document.title,
        published=document.published,
        language=document.language,
        characters=len(document.text),
        author=document.author,
        url=document.url,
        evidence=_evidences(document.evidence),
        modified=document.modified,
        retrieved=document.retrieved,
        format=document.format,
        state=document.state,
        lost=list(document.lost),
    )


def _start(attribution: Attribution) -> int:
    """Return where an attribution begins; 0 where it has no span at all."""
    return min((span.start for span in attribution.content + attribution.source + attribution.cue), default=0)


def _attributions(analysis: Analysis, speakers: Mapping[str, str | None]) -> list[shapes.AttributionShape]:
    text = analysis.document.text
    return [
        shapes.AttributionShape(
            id=attribution.id,
            document=attribution.document,
            source=_spans(attribution.source, text),
            cue=_spans(attribution.cue, text),
            content=_spans(attribution.content, text),
            kind=attribution.kind,
            inside=attribution.inside,
            speaker=speakers.get(attribution.id),
            score=attribution.score,
            polarity=attribution.polarity,
            certainty=attribution.certainty,
            evidence=_evidence(attribution.evidence),
        )
        for attribution in sorted(analysis.attributions, key=lambda a: (_start(a), a.id))
    ]


def _figures(analysis: Analysis) -> list[shapes.FigureShape]:
    return [
        _figure(figure, analysis.document.text)
        for figure in sorted(analysis.figures, key=lambda f: (f.start, f.end, f.id))
    ]


def _responsibility(analysis: Analysis) -> list[shapes.ResponsibilityShape]:
    text = analysis.document.text
    return [
        shapes.ResponsibilityShape(
            id=one.id,
            document=one.document,
            start=one.deed.start,
            end=one.deed.end,
            text=one.deed.of(text),
            actor=_span(one.actor, text),
            cue=_span(one.cue, text),
            standing=one.standing,
            holder=_spans(one.holder, text),
            by_authorities=one.by_authorities,
            attribution=one.attribution,
            evidence=_evidence(one.evidence),
        )
        for one in sorted(analysis.responsibility, key=lambda r: (r.deed, r.cue, r.id))
    ]


def _qualifier(qualifier: Qualifier | None, text: str) -> shapes.QualifierShape | None:
    if qualifier is None:
        return None
    return shapes.QualifierShape(qualifier.kind, _span(qualifier.span, text) if qualifier.span else None)


def _figure(figure: Figure, text: str) -> shapes.FigureShape:
    return shapes.FigureShape(
        id=figure.id,
        document=figure.document,
        start=figure.start,
        end=figure.end,
        text=text[figure.start : figure.end],
        value=figure.value,
        low=figure.low,
        high=figure.high,
        qualifier=_qualifier(figure.qualifier, text),
        unit=figure.unit,
        counts=figure.counts,
        window=figure.window,
        subset_of=figure.subset_of,
        attribution=figure.attribution,
        number=_span(figure.number, text),
        evidence=_evidence(figure.evidence),
        role=figure.role,
    )


def _times(analysis: Analysis) -> list[shapes.TimeShape]:
    return [
        _time(time, analysis.document.text) for time in sorted(analysis.times, key=lambda t: (t.start, t.end, t.id))
    ]


def _time(time: Time, text: str) -> shapes.TimeShape:
    return shapes.TimeShape(
        id=time.id,
        document=time.document,
        start=time.start,
        end=time.end,
        text=text[time.start : time.end],
        kind=time.kind,
        value=time.value,
        edtf=time.edtf,
        anchor=time.anchor,
        text_value=time.text_value,
        evidence=_evidence(time.evidence),
    )


def _pair(span: Span) -> shapes.Pair:
    return (span.start, span.end)


def _reuse(reuse: Reuse) -> shapes.ReuseShape:
    return shapes.ReuseShape(
        id=reuse.id,
        left=_place(reuse.left),
        right=_place(reuse.right),
        blocks=[(_pair(left), _pair(right)) for left, right in reuse.blocks],
        identity=reuse.identity,
        direction=reuse.direction,
        why=reuse.why,
        bits=reuse.bits,
        changes=_changes(reuse.changes),
        evidence=_evidences(reuse.evidence),
    )


def _changes(changes: Sequence[Change]) -> list[shapes.TextChangeShape]:
    return [
        shapes.TextChangeShape(
            change.kind,
            _pair(change.left) if change.left else None,
            _pair(change.right) if change.right else None,
            list(change.classes),
        )
        for change in changes
    ]


def _revision(revision: Revision) -> shapes.RevisionShape:
    return shapes.RevisionShape(
        id=revision.id,
        url=revision.url,
        earlier=revision.earlier,
        later=revision.later,
        order=revision.order,
        changes=_changes(revision.changes),
        quotations=[_place(place) for place in revision.quotations],
        figures=[_place(place) for place in revision.figures],
        why=revision.why,
    )


def _collated(collated: QuotationVariants) -> shapes.QuotationVariantsShape:
    return shapes.QuotationVariantsShape(
        collated.id,
        _place(collated.longest),
        [
            shapes.QuotationVariantShape(
                v.attribution,
                v.place.document,
                v.place.start,
                v.place.end,
                v.relation,
                v.of,
                [shapes.QuotationChangeShape(c.kind, c.quoted, c.original, list(c.classes)) for c in v.changes],
            )
            for v in collated.variants
        ],
    )


def _check(check: QuotationCheck) -> shapes.QuotationCheckShape:
    return shapes.QuotationCheckShape(
        attribution=check.attribution,
        against=_place(check.against) if check.against else None,
        verdict=check.verdict,
        changes=[shapes.QuotationChangeShape(c.kind, c.quoted, c.original, list(c.classes)) for c in check.changes],
        why=check.why,
        id=check.id,
    )


def _claim(claim: Claim, texts: Mapping[str, str]) -> shapes.ClaimShape:
    origins, figures = claim.origins, claim.figures
    return shapes.ClaimShape(
        id=claim.id,
        text=claim.text,
        statements=[_statement(statement, texts) for statement in claim.statements],
        chains=[_chain(chain) for chain in claim.chains],
        documents=claim.documents,
        publishers=claim.publishers,
        origins=shapes.OriginsShape(origins.at_least, origins.at_most, list(origins.names), origins.why),
        figures=shapes.ClaimFiguresShape(figures.low, figures.high, figures.agree) if figures else None,
        competing=list(claim.competing),
        rank=claim.rank,
        evidence=_evidences(claim.evidence),
    )


def _statement(statement: Statement, texts: Mapping[str, str]) -> shapes.StatementShape:
    return shapes.StatementShape(
        id=statement.id,
        document=statement.document,
        start=statement.start,
        end=statement.end,
        attribution=statement.attribution,
        text=texts[statement.document][statement.start : statement.end],
    )


def _chain(chain: Chain) -> shapes.ChainShape:
    return shapes.ChainShape(
        statement=chain.statement,
        links=[
            shapes.LinkShape(
                kind=link.kind,
                from_=link.downstream,
                to=link.upstream,
                why=link.why,
                evidence=[_place(place) for place in link.places],
                basis=link.basis,
            )
            for link in chain.links
        ],
        ends=chain.ends,
        origin=chain.origin,
        why=chain.why,
    )


def write_schema(path: Path) -> None:
    """Write the JSON Schema to ``path``, indented."""
    path.write_bytes(msgspec.json.format(msgspec.json.encode(json_schema()), indent=2) + b"\n")


if __name__ == "__main__":
    write_schema(Path(sys.argv[1] if len(sys.argv) > 1 else "docs/schema.json"))
