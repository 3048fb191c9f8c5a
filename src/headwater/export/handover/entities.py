"""FollowTheMoney entities (followthemoney.tech), JSON Lines, for Aleph and its kin.

Documents are PlainText, people Person, organisations and publishers Organization. That a document gives words to
somebody is an UnknownLink between the two, with the words; a claim is a Note on its documents. Sources without a
name, groups, writings and scriptures are no entities. SHA-256 hashes stand in the notes: contentHash means SHA-1.
"""

from collections.abc import Iterator

import msgspec

from headwater.export.handover.addresses import url_of
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case
from headwater.report.index import Index, index
from headwater.report.wording import say_origins

LANGUAGES = {  # ISO 639-1 to 639-3, which FollowTheMoney uses
    "ar": "ara", "cs": "ces", "da": "dan", "de": "deu", "el": "ell", "en": "eng", "es": "spa", "fa": "fas", "fi": "fin",
    "fr": "fra", "he": "heb", "hu": "hun", "it": "ita", "ja": "jpn", "nl": "nld", "no": "nor", "pl": "pol", "pt": "por",
    "ro": "ron", "ru": "rus", "sv": "swe", "tr": "tur", "uk": "ukr", "zh": "zho",
}  # fmt: skip
_SCHEMAS = {"person": "Person", "organisation": "Organization", "publisher": "Organization"}
Entity = dict[str, object]


def followthemoney(case: Case, stamp: Stamp) -> bytes:
    """Return one entity a line: id, schema, and properties as lists of strings."""
    found = index(case)
    entities = [_about(stamp), *_documents(found), *_speakers(case), *_links(found), *_claims(found)]
    return b"".join(msgspec.json.encode(entity) + b"\n" for entity in entities)


def _entity(key: str, schema: str, **properties: str | list[str] | None) -> Entity:
    told = {
        name: [plain(value)] if isinstance(value, str) else [plain(item) for item in value]
        for name, value in properties.items()
        if value
    }
    return {"id": key, "schema": schema, "properties": told}


def _about(stamp: Stamp) -> Entity:
    return _entity("note-export", "Note", name="About this export", description="\n".join(stamp.lines()))


def _documents(found: Index) -> Iterator[Entity]:
    for d in found.documents.values():
        yield _entity(
            d.id,
            "PlainText",
            name=found.labels[d.id],
            fileName=d.path,
            title=d.title,
            author=d.author,
            publishedAt=d.published,
            publisher=d.publisher,
            sourceUrl=url_of(d),
            language=LANGUAGES.get(d.language or ""),
            mimeType="text/plain",
            bodyText=d.text,
            notes=f"sha256 of the original: {d.sha256}",
        )


def _speakers(case: Case) -> Iterator[Entity]:
    for s in case.speakers:
        if s.kind in _SCHEMAS:
            others = [name for name in s.names if name != s.name]
            yield _entity(s.id, _SCHEMAS[s.kind], name=s.name, alias=others)


def _links(found: Index) -> Iterator[Entity]:
    for analysis in found.case.analyses:
        for a in analysis.attributions:
            resolution = found.resolutions.get(a.id)
            speaker = found.speakers.get(resolution.speaker) if resolution and resolution.speaker else None
            if speaker is None or speaker.kind not in _SCHEMAS:
                continue
            words = " … ".join(span.of(analysis.document.text) for span in a.content)
            roles = {"said": "given as saying", "denied": "given as denying", "not_said": "given as not saying"}
            yield _entity(
                a.id,
                "UnknownLink",
                subject=speaker.id,
                object=a.document,
                role=roles[a.polarity],
                summary=words,
                date=analysis.document.published,
                proof=a.document,
                recordId=a.id,
            )


def _claims(found: Index) -> Iterator[Entity]:
    for c in found.case.claims:
        documents = sorted({s.document for s in c.statements}, key=lambda d: found.order[d])
        told = f"{c.text}\n{say_origins(c.origins)}. {c.origins.why}"
        yield _entity(c.id, "Note", name=c.text, description=told, entity=documents)
