"""schema.org JSON-LD: claims with where they appear, quotations with who is given as saying them.

Never a ClaimReview and never a rating: Headwater says who says what, not what is true.
"""

import json
from collections.abc import Iterator

from headwater.export.handover.addresses import address_of, url_of
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case
from headwater.report.index import Index, index, who
from headwater.report.wording import say_origins

_TYPES = {"person": "Person", "organisation": "Organization", "publisher": "Organization"}
Node = dict[str, object]


def schema_org(case: Case, stamp: Stamp) -> bytes:
    """Return a graph of Articles, Persons, Organizations, Claims and Quotations."""
    found = index(case)
    graph = [*_articles(found), *_speakers(case), *_claims(found), *_quotations(found), _about(stamp)]
    whole = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _about(stamp: Stamp) -> Node:
    return {
        "@id": "urn:headwater:export",
        "@type": "Dataset",
        "name": "Findings",
        "description": "Who is given as saying what, and where. No judgement on whether it is so.",
        "creator": {"@type": "SoftwareApplication", "name": "Headwater", "softwareVersion": stamp.headwater},
        "identifier": f"sha256:{stamp.findings}",
        "measurementTechnique": "; ".join(f"{name}: {value}" for name, value in sorted(stamp.settings.items())),
        "isBasedOn": [
            {"@type": "CreativeWork", "name": i.path, "identifier": f"sha256:{i.sha256}"} for i in stamp.inputs
        ],
    }


def _articles(found: Index) -> Iterator[Node]:
    for d in found.documents.values():
        told = {
            "url": url_of(d),
            "headline": d.title,
            "datePublished": d.published,
            "inLanguage": d.language,
            "publisher": {"@type": "Organization", "name": d.publisher} if d.publisher else None,
            "author": {"@type": "Person", "name": d.author} if d.author else None,
            "identifier": f"sha256:{d.sha256}",
        }
        yield {"@id": address_of(d.id), "@type": "Article"} | {key: value for key, value in told.items() if value}


def _speakers(case: Case) -> Iterator[Node]:
    for s in case.speakers:
        if s.kind in _TYPES:
            others = [name for name in s.names if name != s.name]
            yield {"@id": address_of(s.id), "@type": _TYPES[s.kind], "name": s.name} | (
                {"alternateName": others} if others else {}
            )


def _claims(found: Index) -> Iterator[Node]:
    for c in found.case.claims:
        places = sorted(c.statements, key=lambda s: (found.order[s.document], s.start))
        yield {
            "@id": address_of(c.id),
            "@type": "Claim",
            "text": plain(c.text),
            "appearance": [{"@id": address_of(d)} for d in dict.fromkeys(s.document for s in places)],
            "firstAppearance": {"@id": address_of(places[0].document)},
            "abstract": f"{say_origins(c.origins)}. {c.origins.why}",
        }


def _quotations(found: Index) -> Iterator[Node]:
    for analysis in found.case.analyses:
        for a in analysis.attributions:
            if a.kind != "direct" or not a.content:
                continue
            words = " … ".join(span.of(analysis.document.text) for span in a.content)
            resolution = found.resolutions.get(a.id)
            speaker = found.speakers.get(resolution.speaker) if resolution and resolution.speaker else None
            node: Node = {
                "@id": address_of(a.id),
                "@type": "Quotation",
                "text": plain(words),
                "isPartOf": {"@id": address_of(a.document)},
                "position": f"{a.content[0].start}-{a.content[-1].end}",
            }
            name = who(found, a.id)
            if speaker is not None and speaker.kind in _TYPES:
                node["creator"] = {"@id": address_of(speaker.id)}
            elif name:
                node["creditText"] = plain(name)
            yield node
