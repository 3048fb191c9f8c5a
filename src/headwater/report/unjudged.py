"""What the program leaves open, by kind: how many, why, and which. Nothing of it is counted as zero or as right."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice

from headwater.records import Document, Verdict
from headwater.report.index import Index, Where, content_of, where

ENGLISH = "en"  # the language whose indirect speech is read; in others only quotation marks are


@dataclass(frozen=True, slots=True)
class Unjudged:
    """One thing left open: the ``target`` that it is an id of, where it stands, in a pair where it stands on the other
    side, and what is missing in its own case; empty where the kind says all."""

    target: str
    place: Where
    other: Where | None
    why: str


@dataclass(frozen=True, slots=True)
class NotJudged:
    """Something that the program leaves open: how many, of what, why; the first of them where these are asked for."""

    number: int
    what: str
    why: str
    first: tuple[Unjudged, ...] = ()


def not_judged(found: Index, most: int = 0) -> tuple[NotJudged, ...]:
    """Return what was left open, in the order of importance, with the first ``most`` of each kind."""
    documents = found.documents.values()
    kinds = (
        ("repeated claim", "the reports do not show enough to count origins", _claims(found)),
        ("quotation", "the original text is not in the collection", _quotations(found, "unchecked")),
        ("quotation", "the text that is named does not have these words", _quotations(found, "not_found")),
        ("pair of documents", "they share words, and nothing shows which had them first", _pairs(found)),
        ("attribution", "the text does not show who the source is", _sources(found)),
        (
            "document",
            "no date in the text or the metadata",
            _documents(found, documents, lambda d: d.published is None),
        ),
        (
            "document",
            "no publisher in the text or the metadata",
            _documents(found, documents, lambda d: d.publisher is None),
        ),
        (
            "document",
            "not in English: only marked quotations are read",
            _documents(found, documents, lambda d: d.language not in (ENGLISH, None)),
        ),
    )
    lines = (_line(what, why, cases, most) for what, why, cases in kinds)
    return tuple(line for line in lines if line.number)


def _line(what: str, why: str, cases: Iterator[Unjudged], most: int) -> NotJudged:
    first = tuple(islice(cases, most))
    return NotJudged(len(first) + sum(1 for _ in cases), what, why, first)


def _claims(found: Index) -> Iterator[Unjudged]:
    """Claims that several documents make, by rank."""
    for claim in sorted(found.case.claims, key=lambda claim: (-claim.rank, claim.id)):
        if claim.documents > 1 and claim.origins.at_least is None and claim.statements:
            first = min(claim.statements, key=lambda s: (found.order[s.document], s.start))
            place = where(found, first.document, first.start, first.end)
            yield Unjudged(claim.id, place, None, claim.origins.why)


def _quotations(found: Index, verdict: Verdict) -> Iterator[Unjudged]:
    places = [
        (content_of(found, found.attributions[check.attribution]), check)
        for check in found.case.quotation_checks
        if check.verdict == verdict
    ]
    for place, check in sorted(places, key=lambda pair: (*_order(found, pair[0]), pair[1].id)):
        yield Unjudged(check.attribution, place, None, check.why)


def _pairs(found: Index) -> Iterator[Unjudged]:
    """Pairs of documents by the passage that says most."""
    seen = set()
    for reuse in sorted(found.case.reuse, key=lambda reuse: (-reuse.bits, reuse.id)):
        pair = (reuse.left.document, reuse.right.document)
        if reuse.direction == "unknown" and pair not in seen:
            seen.add(pair)
            left, right = (where(found, p.document, p.start, p.end) for p in (reuse.left, reuse.right))
            yield Unjudged(reuse.id, left, right, reuse.why)


def _sources(found: Index) -> Iterator[Unjudged]:
    places = [
        (content_of(found, attribution), attribution.id)
        for attribution in found.attributions.values()
        if _is_unresolved(found, attribution.id)
    ]
    for place, key in sorted(places, key=lambda pair: (*_order(found, pair[0]), pair[1])):
        resolution = found.resolutions.get(key)
        yield Unjudged(key, place, None, resolution.evidence.why if resolution else "")


def _documents(
    found: Index, documents: Iterable[Document], left_open: Callable[[Document], bool]
) -> Iterator[Unjudged]:
    for document in documents:
        if left_open(document):
            yield Unjudged(document.id, where(found, document.id, 0, 0), None, "")


def _order(found: Index, place: Where) -> tuple[int, int]:
    return found.order[place.document], place.start


def _is_unresolved(found: Index, attribution: str) -> bool:
    resolution = found.resolutions.get(attribution)
    return resolution is None or resolution.speaker is None
