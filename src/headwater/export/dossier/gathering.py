"""What a dossier holds, before it is put on a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from headwater.days import say_date
from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case, Document
from headwater.report.claims import ChainLine, ClaimLine, ClaimPage, LinkLine, Report, claim_list, claim_page
from headwater.report.figures import FigureLine, figure_line
from headwater.report.index import Index, Where, index


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is cited, with the number under which it is."""

    number: int
    id: str
    label: str
    title: str | None
    author: str | None
    day: str
    url: str | None
    path: str
    sha256: str
    characters: int


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of one document that a step rests on, each with its place. ``same`` where they are those of the report."""

    document: str
    label: str
    places: tuple[Where, ...]
    same: bool

    @property
    def characters(self) -> str:
        """Where they stand: "191–209, 470–480"."""
        return ", ".join(f"{place.start}–{place.end}" for place in self.places)


@dataclass(frozen=True, slots=True)
class Against:
    """Two figures for the same thing that disagree, with the reason."""

    left: FigureLine
    right: FigureLine
    why: str


@dataclass(frozen=True, slots=True)
class Section:
    """One claim. ``decided`` are sentences on what people decided about it, its reports and its speakers."""

    number: int
    page: ClaimPage
    against: tuple[Against, ...]
    decided: tuple[str, ...]

    @property
    def line(self) -> ClaimLine:
        """The claim itself."""
        return self.page.line


@dataclass(frozen=True, slots=True)
class Dossier:
    """Claims in the order in which they were chosen, and the documents that they cite, in the order of dates."""

    sections: tuple[Section, ...]
    sources: tuple[Source, ...]
    stamp: Stamp

    def number_of(self, document: str) -> int:
        """Return the number of a document; 0 for one that is not cited."""
        return next((source.number for source in self.sources if source.id == document), 0)


def gather(case: Case, claims: Iterable[str], stamp: Stamp) -> Dossier:
    """Return the dossier of claims, by their ids or the beginnings of them. Raises NotFoundError for one not there."""
    found = index(case)
    pages = list({page.line.id: page for key in claims for page in [claim_page(found, key)]}.values())
    sections = tuple(
        Section(number, page, _against(found, page), _decided(found, page))
        for number, page in enumerate(pages, start=1)
    )
    cited = {document for section in sections for document in _documents(found, section)}
    sources = tuple(
        _source(number, found.documents[document], found.labels[document])
        for number, document in enumerate(sorted(cited, key=lambda d: found.order[d]), start=1)
    )
    return Dossier(sections, sources, stamp)


def quoted_in(report: Report, chain: ChainLine) -> list[tuple[LinkLine, tuple[Quoted, ...]]]:
    """Return the steps of a chain with the words that show each; no place is quoted twice, nor the report again."""
    seen: set[tuple[str, int, int]] = {(report.place.document, report.place.start, report.place.end)}
    steps = []
    for link in chain.links:
        by_document: dict[tuple[str, bool], list[Where]] = {}
        for place in sorted(link.places, key=lambda p: (p.document, p.start)):
            key = (place.document, place.start, place.end)
            if key not in seen and place.text.strip():
                seen.add(key)
                by_document.setdefault((place.document, place.text == report.place.text), []).append(place)
        quoted = (Quoted(doc, places[0].label, tuple(places), same) for (doc, same), places in by_document.items())
        steps.append((link, tuple(quoted)))
    return steps


def _source(number: int, d: Document, label: str) -> Source:
    return Source(
        number,
        d.id,
        label,
        d.title,
        d.author,
        say_date(d.published),
        d.url,
        PurePath(plain(d.path)).name,
        d.sha256,
        len(d.text),
    )


def _documents(found: Index, section: Section) -> Iterable[str]:
    for report in section.page.reports:
        yield report.place.document
        for chain in report.chains:
            for link in chain.links:
                yield from (place.document for place in link.places)
                if link.upstream_document is not None:
                    yield link.upstream_document
    for against in section.against:
        yield from (against.left.place.document, against.right.place.document)
    for other in section.line.competing:
        yield from (s.document for s in found.claims[other.id].statements)


def _against(found: Index, page: ClaimPage) -> tuple[Against, ...]:
    """Return the conflicts in which a figure of one of the claim's statements takes part."""
    places = [(s.document, s.start, s.end) for s in found.claims[page.line.id].statements]
    mine = {
        f.id
        for f in found.figures.values()
        if any(f.document == document and start <= f.start and f.end <= end for document, start, end in places)
    }
    pairs = {
        (c.left, c.right): c.why
        for key in sorted(mine)
        for c in found.comparisons_of.get(key, ())
        if c.relation == "conflict"
    }
    return tuple(
        Against(figure_line(found, found.figures[left]), figure_line(found, found.figures[right]), why)
        for (left, right), why in sorted(pairs.items())
    )


def _decided(found: Index, page: ClaimPage) -> tuple[str, ...]:
    claim = found.claims[page.line.id]
    said = [e.why for e in claim.evidence]
    for statement in claim.statements:
        attribution = found.attributions.get(statement.attribution or "")
        resolution = found.resolutions.get(statement.attribution or "")
        speaker = found.speakers.get(resolution.speaker or "") if resolution else None
        evidence = [attribution.evidence] if attribution else []
        evidence += [resolution.evidence] if resolution else []
        evidence += speaker.evidence if speaker else ()
        evidence += found.documents[statement.document].evidence
        said += [f"{found.labels[statement.document]}: {e.why}" for e in evidence if "correction" in e.rule]
    return tuple(dict.fromkeys(said))


def chosen_or_first(case: Case, claims: Sequence[str], most: int) -> list[str]:
    """Return the claims that are named; where none is, those most worth checking, what several documents say first."""
    if claims:
        return list(claims)
    found = index(case)
    several, all_ = (claim_list(found, everything=whole).claims for whole in (False, True))
    return list(dict.fromkeys(line.id for line in (*several, *all_)))[:most]
