"""W3C Web Annotation Data Model (2017): findings as annotations on the texts.

Each target names its document and gives a TextPositionSelector (code points, as the model counts) and a
TextQuoteSelector, so that it holds in the stored text and can be found in another copy of it.
"""

import json
from collections.abc import Iterator, Sequence

from headwater.export.handover.addresses import address_of, url_of
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Attribution, Case, Document, Evidence, Span
from headwater.report.index import Index, index, who
from headwater.report.wording import say_value

AROUND = 32  # code points of context on either side
CONTEXT = [
    "http://www.w3.org/ns/anno.jsonld",
    {"headwater": "urn:headwater:", "stamp": {"@id": "headwater:stamp", "@type": "@json"}},
]


def web_annotations(case: Case, stamp: Stamp) -> bytes:
    """Return an AnnotationCollection with all its annotations on one page."""
    found = index(case)
    items = [*_attributions(found), *_figures(found), *_times(found), *_reuse(found)]
    page = {
        "id": "urn:headwater:annotations:1",
        "type": "AnnotationPage",
        "partOf": "urn:headwater:annotations",
        "startIndex": 0,
        "items": items,
    }
    collection = {
        "@context": CONTEXT,
        "id": "urn:headwater:annotations",
        "type": "AnnotationCollection",
        "label": f"Findings of Headwater {stamp.headwater} in {len(case.analyses)} documents",
        "generator": {"id": "urn:headwater", "type": "Software", "name": f"Headwater {stamp.headwater}"},
        "total": len(items),
        "stamp": stamp.shape(),
        "first": page,
    }
    return json.dumps(collection, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _annotation(
    found: Index, key: str, motivation: str, bodies: Sequence[dict[str, object]], targets: Sequence[tuple[str, Span]]
) -> dict[str, object]:
    return {
        "id": address_of(key),
        "type": "Annotation",
        "motivation": motivation,
        "body": list(bodies),
        "target": [_target(found.documents[document], span) for document, span in targets],
    }


def _target(document: Document, span: Span) -> dict[str, object]:
    text = document.text
    return {
        "source": url_of(document) or address_of(document.id),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": plain(span.of(text)),
                "prefix": plain(text[max(0, span.start - AROUND) : span.start]),
                "suffix": plain(text[span.end : span.end + AROUND]),
            },
        ],
    }


def _body(purpose: str, value: str) -> dict[str, object]:
    return {"type": "TextualBody", "purpose": purpose, "format": "text/plain", "value": plain(value)}


def _because(evidence: Evidence) -> dict[str, object]:
    return _body("commenting", f"{evidence.why} ({evidence.rule})")


def _attributions(found: Index) -> Iterator[dict[str, object]]:
    for analysis in found.case.analyses:
        for a in analysis.attributions:
            spans = a.content or a.source or a.cue
            speaker = who(found, a.id)
            said = (
                f"{speaker} is given as saying this"
                if speaker
                else "given as said by a source that the text does not show"
            )
            if a.polarity != "said":
                said += f" ({a.polarity.replace('_', ' ')})"
            bodies = [_body("identifying", speaker)] if speaker else []
            bodies += [_body("describing", f"{said}; {a.kind}, {a.certainty}."), _because(a.evidence)]
            yield _annotation(found, a.id, "describing", bodies, [(a.document, span) for span in _told(a, spans)])


def _told(attribution: Attribution, spans: Sequence[Span]) -> Sequence[Span]:
    """Return the content's spans; a discontinuous content has a target each."""
    return spans if spans else (Span(0, 0),)


def _figures(found: Index) -> Iterator[dict[str, object]]:
    for f in found.figures.values():
        counts = f" {f.counts}" if f.counts else ""
        bodies = [_body("describing", f"A figure: {say_value(f)}{counts}."), _because(f.evidence)]
        yield _annotation(found, f.id, "describing", bodies, [(f.document, Span(f.start, f.end))])


def _times(found: Index) -> Iterator[dict[str, object]]:
    for t in found.times.values():
        bodies = [_body("describing", f"A {t.kind}: {t.value}."), _because(t.evidence)]
        yield _annotation(found, t.id, "describing", bodies, [(t.document, Span(t.start, t.end))])


def _reuse(found: Index) -> Iterator[dict[str, object]]:
    for r in found.case.reuse:
        places = [(p.document, Span(p.start, p.end)) for p in (r.left, r.right)]
        told = f"The same words in two documents; direction: {r.direction.replace('_', ' ')}."
        yield _annotation(found, r.id, "linking", [_body("describing", told), _body("commenting", r.why)], places)
