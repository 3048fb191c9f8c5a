"""The part of a collection that one page needs, as an Index: the same report functions then make the page from it.

A part holds whole the analyses of the documents that a page is about, and of others only what is quoted from them: the
text, and the name. So the work for a page depends on the page and not on the size of the collection.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from headwater.errors import NotFoundError
from headwater.records import (
    Analysis,
    Case,
    Claim,
    Comparison,
    Document,
    Evidence,
    Position,
    QuotationCheck,
    Resolution,
    Reuse,
    Speaker,
)
from headwater.report.index import Index, index
from headwater.store.shelf import Shelf, unpack, unsqueeze


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a page is about. ``whole`` are numbers of documents with all that is found in them."""

    whole: frozenset[int] = frozenset()
    claims: tuple[Claim, ...] = ()
    reuse: tuple[Reuse, ...] = ()
    checks: tuple[QuotationCheck, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    positions: tuple[Position, ...] = ()
    speakers: frozenset[str] = frozenset()
    only: frozenset[str] | None = field(default=None)  # attributions whose speaker is wanted; None for all


def number_of(shelf: Shelf, key: str) -> int:
    """Return a document's number by its id. Raises NotFoundError."""
    rows = shelf.rows("SELECT number FROM documents WHERE id = ?", (key,))
    if not rows:
        raise NotFoundError(f"no document {key!r}")
    return int(rows[0][0])


def gather(shelf: Shelf, wanted: Wanted) -> Index:
    """Return the part of the collection that is wanted, with the texts and names of all that it mentions."""
    analyses: list[Analysis] = []
    resolutions: list[Resolution] = []
    for _, payload, resolved in shelf.rows_of(
        "SELECT number, payload, resolutions FROM analyses WHERE number IN keys", wanted.whole
    ):
        analyses.append(unsqueeze(payload, Analysis))
        resolutions += unsqueeze(resolved, list[Resolution])
    if wanted.only is not None:
        resolutions = [r for r in resolutions if r.attribution in wanted.only]
    speakers = _speakers(shelf, wanted, resolutions)
    held = {analysis.document.id for analysis in analyses}
    quoted = _quoted(wanted, analyses, resolutions, speakers) - held
    named = _named(wanted) | quoted | held
    labels = {
        key: label
        for _, key, label in sorted(shelf.rows_of("SELECT number, id, label FROM documents WHERE id IN keys", named))
    }
    analyses += [Analysis(document, (), (), (), ()) for document in _texts(shelf, quoted)]
    case = Case(
        analyses=tuple(analyses),
        skipped=(),
        reuse=wanted.reuse,
        quotation_checks=wanted.checks,
        speakers=tuple(speakers),
        resolutions=tuple(resolutions),
        claims=wanted.claims,
        comparisons=wanted.comparisons,
        positions=wanted.positions,
    )
    ((last,),) = shelf.rows("SELECT max(number) FROM documents")
    return index(case, labels, (last or 0) + 1)


def _texts(shelf: Shelf, ids: Iterable[str]) -> list[Document]:
    """Return documents with their texts and without their structure."""
    rows = shelf.rows_of(
        "SELECT record, text FROM documents JOIN texts ON documents.number = texts.number WHERE documents.id IN keys",
        ids,
    )
    return [replace(unpack(record, Document), text=text) for record, text in rows]


def _speakers(shelf: Shelf, wanted: Wanted, resolutions: Iterable[Resolution]) -> list[Speaker]:
    """Return the speakers that are wanted or named; links of chains may lead to speakers too."""
    ids = {resolution.speaker for resolution in resolutions if resolution.speaker}
    ids |= wanted.speakers
    for claim in wanted.claims:
        for chain in claim.chains:
            ids |= {key for link in chain.links for key in (link.downstream, link.upstream)}
            if chain.origin:
                ids.add(chain.origin)
    rows = shelf.rows_of("SELECT payload FROM speakers WHERE id IN keys", ids)
    return [unpack(payload, Speaker) for (payload,) in rows]


def _quoted(
    wanted: Wanted, analyses: Iterable[Analysis], resolutions: Iterable[Resolution], speakers: Iterable[Speaker]
) -> set[str]:
    """Return the ids of documents whose words are shown; a chain may name other things by their ids too."""
    evidence: list[Evidence] = []
    for analysis in analyses:
        evidence += [a.evidence for a in analysis.attributions]
        evidence += [f.evidence for f in analysis.figures]
        evidence += [t.evidence for t in analysis.times]
    for speaker in speakers:
        if speaker.id in wanted.speakers:
            evidence += speaker.evidence
    evidence += [resolution.evidence for resolution in resolutions]
    found = {place.document for each in evidence for place in each.places}
    for reuse in wanted.reuse:
        found |= {reuse.left.document, reuse.right.document}
        found |= {place.document for each in reuse.evidence for place in each.places}
    for check in wanted.checks:
        if check.against is not None:
            found.add(check.against.document)
    for claim in wanted.claims:
        for chain in claim.chains:
            for link in chain.links:
                found |= {place.document for place in link.places} | {link.upstream, link.downstream}
    return found


def _named(wanted: Wanted) -> set[str]:
    return {statement.document for claim in wanted.claims for statement in claim.statements}
