"""The findings with what every page looks up: records by id, labels of documents, names behind ids.

Decides how a document is called: by its publisher and date, by its title where those are unknown, by its path where
nothing else is known; two documents never share a label. An index may be of a part of a collection: it then names more
documents than it holds.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePath

from headwater.days import say_date
from headwater.records import (
    Attribution,
    Case,
    Chain,
    Claim,
    Comparison,
    Document,
    Evidence,
    Figure,
    Place,
    QuotationCheck,
    Resolution,
    Reuse,
    Speaker,
    Statement,
    Time,
)
from headwater.report.wording import CLOSING, OPENING


@dataclass(frozen=True, slots=True)
class Where:
    """A quotable place: the document's id and label, offsets, and the words that stand there."""

    document: str
    label: str
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class EvidenceLine:
    """Evidence with its places quoted."""

    rule: str
    why: str
    score: float | None
    places: tuple[Where, ...]


@dataclass(frozen=True, slots=True)
class Index:
    """Findings and their look-ups. ``claims_of`` and ``chains_of`` are by attribution id and by statement id."""

    case: Case
    size: int  # documents of the whole collection
    documents: Mapping[str, Document]
    order: Mapping[str, int]  # where a document stands among all that are named
    labels: Mapping[str, str]
    attributions: Mapping[str, Attribution]
    figures: Mapping[str, Figure]
    times: Mapping[str, Time]
    speakers: Mapping[str, Speaker]
    resolutions: Mapping[str, Resolution]
    checks: Mapping[str, QuotationCheck]
    claims: Mapping[str, Claim]
    statements: Mapping[str, Statement]
    claims_of: Mapping[str, tuple[Claim, ...]]
    chains_of: Mapping[str, tuple[Chain, ...]]
    reuse_of: Mapping[str, tuple[Reuse, ...]]
    comparisons_of: Mapping[str, tuple[Comparison, ...]]


def index(case: Case, named: Mapping[str, str] | None = None, size: int | None = None) -> Index:
    """Return the findings with their look-ups; documents in the order of their dates, then labels.

    For a part of a collection, ``named`` are the labels of all documents that are named in it, in their order, and
    ``size`` is the number of documents of the whole.
    """
    documents = [analysis.document for analysis in case.analyses]
    labels = label_documents(documents) if named is None else named
    documents.sort(key=lambda document: (document.published or "~", labels[document.id], document.id))
    claims_of: defaultdict[str, dict[str, Claim]] = defaultdict(dict)
    chains_of: defaultdict[str, list[Chain]] = defaultdict(list)
    reuse_of: defaultdict[str, list[Reuse]] = defaultdict(list)
    comparisons_of: defaultdict[str, list[Comparison]] = defaultdict(list)
    for claim in case.claims:
        for statement in claim.statements:
            claims_of[statement.id][claim.id] = claim
            if statement.attribution is not None:
                claims_of[statement.attribution][claim.id] = claim
        attribution_of = {statement.id: statement.attribution for statement in claim.statements}
        for chain in claim.chains:
            chains_of[chain.statement].append(chain)
            attribution = attribution_of.get(chain.statement)
            if attribution is not None:
                chains_of[attribution].append(chain)
    for reuse in case.reuse:
        reuse_of[reuse.left.document].append(reuse)
        reuse_of[reuse.right.document].append(reuse)
    for comparison in case.comparisons:
        comparisons_of[comparison.left].append(comparison)
        comparisons_of[comparison.right].append(comparison)
    return Index(
        case=case,
        size=len(case.analyses) if size is None else size,
        documents={document.id: document for document in documents},
        order={key: number for number, key in enumerate(named or (document.id for document in documents))},
        labels=labels,
        attributions={a.id: a for analysis in case.analyses for a in analysis.attributions},
        figures={f.id: f for analysis in case.analyses for f in analysis.figures},
        times={t.id: t for analysis in case.analyses for t in analysis.times},
        speakers={speaker.id: speaker for speaker in case.speakers},
        resolutions={resolution.attribution: resolution for resolution in case.resolutions},
        checks={check.attribution: check for check in case.quotation_checks},
        claims={claim.id: claim for claim in case.claims},
        statements={statement.id: statement for claim in case.claims for statement in claim.statements},
        claims_of={key: tuple(value.values()) for key, value in claims_of.items()},
        chains_of={key: tuple(value) for key, value in chains_of.items()},
        reuse_of={key: tuple(value) for key, value in reuse_of.items()},
        comparisons_of={key: tuple(value) for key, value in comparisons_of.items()},
    )


def label_documents(documents: Iterable[Document]) -> dict[str, str]:
    """Return a label for each document id; each label stands for one document only."""
    documents = sorted(documents, key=lambda document: (document.path, document.id))
    labels: dict[str, str] = {}
    for name in (_by_publisher, _by_title, _by_path, _by_id):
        open_ = [document for document in documents if document.id not in labels]
        named = {document.id: name(document) for document in open_}
        count = Counter(named.values())
        taken = set(labels.values())
        labels |= {key: said for key, said in named.items() if said and count[said] == 1 and said not in taken}
    return labels


def _by_publisher(document: Document) -> str:
    if document.publisher is None:
        return ""
    return f"{document.publisher}, {say_date(document.published)}" if document.published else document.publisher


def _by_title(document: Document) -> str:
    title = " ".join((document.title or "").split())
    return f"{document.publisher}, “{title}”" if title and document.publisher else title


def _by_path(document: Document) -> str:
    return document.path if document.path == "-" else PurePath(document.path).name


def _by_id(document: Document) -> str:
    return f"{document.path} ({document.id})"


def where(found: Index, document: str, start: int, end: int) -> Where:
    """Return a place with its words."""
    return Where(document, found.labels[document], start, end, found.documents[document].text[start:end])


def wheres(found: Index, places: Iterable[Place]) -> tuple[Where, ...]:
    """Return places with their words."""
    return tuple(where(found, place.document, place.start, place.end) for place in places)


def explain(found: Index, evidence: Iterable[Evidence]) -> tuple[EvidenceLine, ...]:
    """Return evidence with its places quoted."""
    return tuple(EvidenceLine(e.rule, e.why, e.score, wheres(found, e.places)) for e in evidence)


def content_of(found: Index, attribution: Attribution) -> Where:
    """Return an attribution's content as one place, from its first word to its last."""
    spans = attribution.content or attribution.source or attribution.cue
    return where(found, attribution.document, min(s.start for s in spans), max(s.end for s in spans))


def content_words(found: Index, attribution: Attribution) -> str:
    """Return what is said: one part as it is written, several without the marks around them and without what a reporter
    says between them."""
    text = found.documents[attribution.document].text
    if not attribution.content[1:]:
        return content_of(found, attribution).text
    return " … ".join(span.of(text).strip().lstrip(OPENING).rstrip(CLOSING) for span in attribution.content)


def source_words(found: Index, attribution: Attribution) -> str | None:
    """Return the words of the source; None where the text gives none."""
    text = found.documents[attribution.document].text
    return " … ".join(span.of(text) for span in attribution.source) or None


def who(found: Index, attribution: str | None) -> str | None:
    """Return who says it: the resolved speaker, else the source's words, else None."""
    if attribution is None or attribution not in found.attributions:
        return None
    resolution = found.resolutions.get(attribution)
    speaker = found.speakers.get(resolution.speaker) if resolution and resolution.speaker else None
    return speaker.name if speaker else source_words(found, found.attributions[attribution])


def name_of(found: Index, key: str) -> str:
    """Return what a link's end is called: a speaker's name, a document's label, else the words themselves."""
    if key in found.speakers:
        return found.speakers[key].name
    if key in found.labels:
        return found.labels[key]
    if key in found.statements:
        return found.labels[found.statements[key].document]
    if key in found.attributions:
        return who(found, key) or found.labels[found.attributions[key].document]
    return key


def document_of(found: Index, key: str) -> str | None:
    """Return the document that an id stands for or lies in; None where it is a speaker, or a name."""
    if key in found.documents:
        return key
    if key in found.statements:
        return found.statements[key].document
    return None
