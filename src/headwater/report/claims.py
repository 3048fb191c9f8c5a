"""The list of claims, and one claim with its reports and the chain of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.errors import NotFoundError
from headwater.records import (
    Case,
    Chain,
    ChainEnd,
    Claim,
    ClaimFigures,
    Link,
    LinkBasis,
    LinkKind,
    Origins,
    Polarity,
    Verdict,
)
from headwater.report.index import Index, Where, content_of, document_of, index, name_of, where, wheres, who

_LEAD = re.compile(r"^(?:that|and|but)\s+", re.IGNORECASE)  # words that tie a claim to the sentence it was cut from
SINGLE = 8  # claims of one document that are listed where no claim is repeated
FEW = 2  # documents; a claim with fewer is no repeated claim


@dataclass(frozen=True, slots=True)
class CompetingLine:
    """A claim that says the same with another figure, date or polarity."""

    id: str
    text: str
    polarity: Polarity
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One claim in a list. ``labels`` are the labels of its documents, earliest first; ``polarity`` is "denied" or
    "not_said" where every statement is."""

    id: str
    text: str
    polarity: Polarity
    documents: int
    publishers: int
    labels: tuple[str, ...]
    origins: Origins
    figures: ClaimFigures | None
    competing: tuple[CompetingLine, ...]
    statements: int


@dataclass(frozen=True, slots=True)
class Shown:
    """Words of one document that a link rests on and no link before it has shown. ``same`` where they are the words
    of the report itself, once more."""

    document: str
    label: str
    words: tuple[str, ...]
    same: bool


@dataclass(frozen=True, slots=True)
class LinkLine:
    """One step of a chain in words. ``downstream`` and ``upstream`` are names; the ids stand beside them;
    ``upstream_document`` is the document that the step leads to, None where it leads to somebody."""

    kind: LinkKind
    downstream: str
    upstream: str
    downstream_id: str
    upstream_id: str
    upstream_document: str | None
    basis: LinkBasis
    why: str
    places: tuple[Where, ...]
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class ChainLine:
    """One reading of where a report comes from."""

    links: tuple[LinkLine, ...]
    ends: ChainEnd
    origin: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Report:
    """One report of a claim: the words of the claim in it, the whole saying that they stand in, who is given as saying
    it, and the chain (or chains) upstream."""

    statement: str
    words: Where
    place: Where
    source: str | None
    polarity: Polarity
    verdict: Verdict | None
    chains: tuple[ChainLine, ...]


@dataclass(frozen=True, slots=True)
class SharedWords:
    """Two documents whose reports are the same words, of which nothing shows who had them first."""

    left: str
    right: str
    words: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim with all its reports, earliest document first; ``shared`` are pairs of their documents."""

    line: ClaimLine
    reports: tuple[Report, ...]
    shared: tuple[SharedWords, ...]


@dataclass(frozen=True, slots=True)
class ClaimList:
    """Claims by rank. ``single`` counts those left out, that one document makes and no other contradicts."""

    claims: tuple[ClaimLine, ...]
    single: int
    repeated: bool = True  # whether several documents make or dispute those that are listed


def claim_list(case: Case | Index, *, everything: bool = False) -> ClaimList:
    """Return the claims by rank; those of one document that no other contradicts only if ``everything``.

    Where there are no others, the first ``SINGLE`` of them.
    """
    found = case if isinstance(case, Index) else index(case)
    shown, repeated = worth_listing(found)
    if everything:
        shown = _ranked(found)
    left = len(found.case.claims) - len(shown)
    return ClaimList(tuple(claim_line(found, claim) for claim in shown), left, repeated)


def worth_listing(found: Index) -> tuple[list[Claim], bool]:
    """Return the claims that a list begins with, and whether several documents make or dispute them."""
    ranked = _ranked(found)
    shown = [claim for claim in ranked if _is_worth_listing(found, claim)]
    if shown:
        return shown, True
    return [claim for claim in ranked if any(s.attribution for s in claim.statements)][:SINGLE], False


def _ranked(found: Index) -> list[Claim]:
    return sorted(found.case.claims, key=lambda claim: (-claim.rank, claim.id))


def _is_worth_listing(found: Index, claim: Claim) -> bool:
    """Whether several documents make the claim, or a claim of another document competes with it."""
    if claim.documents >= FEW:
        return True
    here = {statement.document for statement in claim.statements}
    others = (found.claims[other] for other in claim.competing if other in found.claims)
    return any(statement.document not in here for other in others for statement in other.statements)


def claim_page(case: Case | Index, key: str) -> ClaimPage:
    """Return one claim by its id or the beginning of it. Raises NotFoundError where none or several fit."""
    found = case if isinstance(case, Index) else index(case)
    claim = found.claims[match(key, found.claims, "claim")]
    chains: dict[str, list[Chain]] = {}
    for chain in claim.chains:
        chains.setdefault(chain.statement, []).append(chain)
    reports = []
    for statement in sorted(claim.statements, key=lambda s: (found.order[s.document], s.start, s.id)):
        attribution = found.attributions.get(statement.attribution or "")
        place = where(found, statement.document, statement.start, statement.end)
        check = found.checks.get(statement.attribution or "")
        reports.append(
            Report(
                statement.id,
                place,
                content_of(found, attribution) if attribution else place,
                who(found, statement.attribution),
                attribution.polarity if attribution else "said",
                check.verdict if check else None,
                tuple(chain_line(found, chain, place) for chain in chains.get(statement.id, ())),
            )
        )
    return ClaimPage(claim_line(found, claim), tuple(reports), _shared(found, reports))


def _shared(found: Index, reports: Iterable[Report]) -> tuple[SharedWords, ...]:
    """Return the pairs of documents in which reports stand in one passage that has no direction, by document."""
    places: dict[str, list[Where]] = {}
    for report in reports:
        places.setdefault(report.place.document, []).append(report.place)
    shared: dict[tuple[str, str], SharedWords] = {}
    for document in places:
        for reuse in found.reuse_of.get(document, ()):
            left, right = reuse.left, reuse.right
            if left.document != document or right.document not in places:
                continue
            here = [place for place in places[document] if place.start < left.end and left.start < place.end]
            there = any(place.start < right.end and right.start < place.end for place in places[right.document])
            if here and there and reuse.direction in ("unknown", "shared_origin"):
                start, end = max(here[0].start, left.start), min(here[0].end, left.end)
                words = found.documents[document].text[start:end]
                shared.setdefault((document, right.document), SharedWords(document, right.document, words, reuse.why))
    return tuple(shared.values())


def match(key: str, keys: object, kind: str) -> str:
    """Return the one id that is ``key``, begins with it, or ends with it after the kind."""
    known = sorted(str(each) for each in keys)  # type: ignore[attr-defined]
    if key in known:
        return key
    near = [each for each in known if each.startswith(key) or each.partition("-")[2].startswith(key)]
    if len(near) == 1:
        return near[0]
    if near:
        raise NotFoundError(f"{len(near)} {kind}s begin with {key!r} ({', '.join(near[:5])} …); give more of the id")
    raise NotFoundError(f"no {kind} {key!r}; `headwater {kind}s` lists them")


def claim_line(found: Index, claim: Claim) -> ClaimLine:
    """Return a claim as a line of a list."""
    documents = sorted({statement.document for statement in claim.statements}, key=lambda d: found.order[d])
    return ClaimLine(
        claim.id,
        _LEAD.sub("", claim.text),
        polarity_of(found, claim),
        claim.documents,
        claim.publishers,
        tuple(found.labels[document] for document in documents),
        claim.origins,
        claim.figures,
        tuple(_competing(found, found.claims[other]) for other in claim.competing if other in found.claims),
        len(claim.statements),
    )


def polarity_of(found: Index, claim: Claim) -> Polarity:
    """Return the polarity that all statements of a claim have; "said" where they differ."""
    attributions = [found.attributions.get(statement.attribution or "") for statement in claim.statements]
    polarities = {attribution.polarity if attribution else "said" for attribution in attributions}
    return polarities.pop() if len(polarities) == 1 else "said"


def _competing(found: Index, claim: Claim) -> CompetingLine:
    documents = dict.fromkeys(statement.document for statement in claim.statements)
    return CompetingLine(
        claim.id,
        _LEAD.sub("", claim.text),
        polarity_of(found, claim),
        tuple(found.labels[document] for document in documents),
    )


def chain_line(found: Index, chain: Chain, own: Where | None = None) -> ChainLine:
    """Return one reading of a chain in words; ``own`` is the report's place, which is not shown again."""
    seen = {own}
    links = tuple(_link(found, link, own, seen) for link in chain.links)
    return ChainLine(links, chain.ends, name_of(found, chain.origin) if chain.origin else None, chain.why)


def _link(found: Index, link: Link, own: Where | None, seen: set[Where | None]) -> LinkLine:
    places = wheres(found, link.places)
    new = [place for place in dict.fromkeys(places) if place not in seen and place.text.strip()]
    seen.update(new)
    by_document: dict[str, list[Where]] = {}
    for place in new:
        by_document.setdefault(place.document, []).append(place)
    shown = []
    for document, quoted in by_document.items():
        same = own is not None and any(place.text == own.text for place in quoted)
        words = () if same else tuple(dict.fromkeys(place.text for place in sorted(quoted, key=lambda p: p.start)))
        shown.append(Shown(document, found.labels[document], words, same))
    return LinkLine(
        link.kind,
        name_of(found, link.downstream),
        name_of(found, link.upstream),
        link.downstream,
        link.upstream,
        document_of(found, link.upstream),
        link.basis,
        link.why,
        places,
        tuple(shown),
    )
