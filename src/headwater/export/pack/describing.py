"""The metadata of a pack, after RO-Crate 1.1."""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.export.handover.addresses import url_of
from headwater.export.handover.stamp import Stamp
from headwater.records import Document

Node = dict[str, object]


@dataclass(frozen=True, slots=True)
class File:
    """A file of the pack; ``document`` is the id of the document that it holds, if it holds one."""

    name: str
    size: int
    sha256: str
    about: str
    kind: str
    document: str | None


def describe(
    day: str, stamp: Stamp, documents: Sequence[Document], files: Sequence[File], left_out: Sequence[str]
) -> Node:
    """Return the crate's metadata document. ``day`` is an ISO 8601 date."""
    by_id = {document.id: document for document in documents}
    settings = "; ".join(f"{name}: {value}" for name, value in sorted(stamp.settings.items()))
    about = "Texts, what they say on whose authority, and where each finding stands. No judgement on whether it is so."
    if left_out:
        about += " Left out: " + "; ".join(left_out) + "."
    graph: list[Node] = [
        {
            "@id": "ro-crate-metadata.json",
            "@type": "CreativeWork",
            "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
            "about": {"@id": "./"},
        },
        {
            "@id": "./",
            "@type": "Dataset",
            "name": f"Evidence pack of {len(by_id)} documents",
            "description": about,
            "datePublished": day,
            "license": {"@id": "#rights"},
            "hasPart": [{"@id": file.name} for file in files],
            "mentions": [{"@id": "#run"}],
        },
        {
            "@id": "#rights",
            "@type": "CreativeWork",
            "name": "Rights not cleared",
            "description": "Originals and texts belong to their authors and publishers. Ask before you publish them.",
        },
        {"@id": "#headwater", "@type": "SoftwareApplication", "name": "Headwater", "softwareVersion": stamp.headwater},
        {
            "@id": "#run",
            "@type": "CreateAction",
            "name": "Finding who says what",
            "instrument": {"@id": "#headwater"},
            "description": f"Settings: {settings}. Findings sha256 {stamp.findings}.",
            "object": [{"@id": f.name} for f in files if f.name.startswith("originals/")],
            "result": [{"@id": "findings.json"}],
        },
    ]
    for file in files:
        document = by_id.get(file.document or "")
        graph.append(_file(file, document))
    return {"@context": "https://w3id.org/ro/crate/1.1/context", "@graph": graph}


def _file(file: File, document: Document | None) -> Node:
    node: Node = {
        "@id": file.name,
        "@type": "File",
        "name": document.title if document is not None and document.title else file.name,
        "description": file.about,
        "contentSize": str(file.size),
        "encodingFormat": file.kind,
        "sha256": file.sha256,
    }
    if document is not None:
        told = {"datePublished": document.published, "url": url_of(document), "inLanguage": document.language}
        node |= {name: value for name, value in told.items() if value}
        node["identifier"] = document.id
    return node
