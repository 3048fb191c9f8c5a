"""One document with everything that was found in it: marks on the text, and a note for each finding.

A note's ``badge`` is a letter and a number (a attribution, r reuse, f figure, d date), counted in the order of the
text, so that a finding can be named without colour. Marks of content carry how deep they lie in other contents.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from headwater.days import say_date
from headwater.records import Analysis, Attribution, Case, Reuse
from headwater.report.claims import ChainLine, chain_line
from headwater.report.figures import figure_line
from headwater.report.index import EvidenceLine, Index, explain, index, source_words, where, who
from headwater.report.quotations import ALARMS
from headwater.report.times import say_anchor
from headwater.report.wording import CERTAINTIES, POLARITIES, RELATIONS, VERDICTS, quote, say_origins

Layer = Literal["source", "cue", "content", "reuse", "figure", "time", "heading", "quotation", "aside", "asked"]
NoteKind = Literal["attribution", "reuse", "figure", "time"]
ASIDES = ("boilerplate", "byline", "credit", "dateline", "caption")  # parts of a text that are not its story
SHORT = 36  # characters
CLAIM = 90  # characters of a claim in a note
LETTERS: dict[NoteKind, str] = {"attribution": "a", "reuse": "r", "figure": "f", "time": "d"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of the text that belongs to a note (``badge``), or to the text's structure (no badge)."""

    start: int
    end: int
    layer: Layer
    badge: str | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class NoteFact:
    """A named fact; ``claim``, ``document`` and ``badge`` say what it points to."""

    name: str
    value: str
    claim: str | None = None
    document: str | None = None
    badge: str | None = None

    @property
    def is_short(self) -> bool:
        """Whether it fits beside others on a line and points nowhere."""
        return len(self.value) <= SHORT and not (self.claim or self.document or self.badge)


@dataclass(frozen=True, slots=True)
class Note:
    """One finding explained. ``alarm`` where a reader should look twice."""

    id: str
    badge: str
    kind: NoteKind
    title: str
    alarm: bool
    start: int
    facts: tuple[NoteFact, ...]
    chains: tuple[ChainLine, ...]
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class DocumentPage:
    """A document with marks (by place) and notes (in the order of the text)."""

    id: str
    label: str
    path: str
    sha256: str
    publisher: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None
    language: str | None
    text: str
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]


def document_page(case: Case | Index, key: str) -> DocumentPage:
    """Return one document by its id. Raises KeyError where there is none."""
    found = case if isinstance(case, Index) else index(case)
    document = found.documents[key]
    analysis = next(a for a in found.case.analyses if a.document.id == key)
    return page_of(found, analysis, found.labels[document.id])


def document_pages(case: Case | Index, room: int | None = None) -> tuple[DocumentPage, ...]:
    """Return the documents by date, then label; those with most findings where only ``room`` characters fit."""
    found = case if isinstance(case, Index) else index(case)
    analyses = {analysis.document.id: analysis for analysis in found.case.analyses}
    kept = set(analyses) if room is None else _that_fit(found, analyses, room)
    return tuple(page_of(found, analyses[key], found.labels[key]) for key in found.documents if key in kept)


def _that_fit(found: Index, analyses: Mapping[str, Analysis], room: int) -> set[str]:
    """Return the ids of the documents with most findings whose texts fit; one in any case."""

    def findings(key: str) -> int:
        analysis = analyses[key]
        return len(analysis.attributions) + len(analysis.figures) + len(found.reuse_of.get(key, ()))

    kept: set[str] = set()
    for key in sorted(analyses, key=lambda key: (-findings(key), found.labels[key])):
        size = len(analyses[key].document.text)
        if size <= room or not kept:
            room -= size
            kept.add(key)
    return kept


def page_of(found: Index, analysis: Analysis, label: str) -> DocumentPage:
    """Return an analysis as a page."""
    document = analysis.document
    badges = _badges(found, analysis)
    notes = [
        *(_attribution_note(found, a, badges) for a in analysis.attributions),
        *(_reuse_note(found, r, document.id, badges[r.id]) for r in found.reuse_of.get(document.id, ())),
        *(_figure_note(found, f.id, badges[f.id], badges) for f in analysis.figures),
        *(_time_note(found, t.id, badges[t.id]) for t in analysis.times),
    ]
    notes.sort(key=lambda note: (note.start, note.badge[0], int(note.badge[1:])))
    return DocumentPage(
        document.id,
        label,
        document.path,
        document.sha256,
        document.publisher,
        document.title,
        document.author,
        say_date(document.published) if document.published else None,
        document.url,
        document.language,
        document.text,
        tuple(sorted(_marks(found, analysis, badges), key=lambda m: (m.start, -m.end, m.layer, m.badge or ""))),
        tuple(notes),
    )


def _badges(found: Index, analysis: Analysis) -> dict[str, str]:
    """Return a badge for each finding, numbered by place within its letter."""
    document = analysis.document.id
    badges: dict[str, str] = {}
    places: dict[NoteKind, list[tuple[int, str]]] = {
        "attribution": [(_first(a), a.id) for a in analysis.attributions],
        "reuse": [(_side(r, document)[0], r.id) for r in found.reuse_of.get(document, ())],
        "figure": [(f.start, f.id) for f in analysis.figures],
        "time": [(t.start, t.id) for t in analysis.times],
    }
    for kind, findings in places.items():
        badges |= {key: f"{LETTERS[kind]}{number}" for number, (_, key) in enumerate(sorted(findings), start=1)}
    return badges


def _first(attribution: Attribution) -> int:
    return min((s.start for s in attribution.content + attribution.source + attribution.cue), default=0)


def _side(reuse: Reuse, document: str) -> tuple[int, int]:
    place = reuse.left if reuse.left.document == document else reuse.right
    return place.start, place.end


def _marks(found: Index, analysis: Analysis, badges: dict[str, str]) -> list[Mark]:
    document = analysis.document.id
    depths = _depths(analysis)
    marks: list[Mark] = []
    for segment in analysis.segments:
        layer: Layer | None = None
        if segment.kind == "heading":
            layer = "heading"
        elif segment.kind == "block_quotation":
            layer = "quotation"
        elif segment.kind in ASIDES:
            layer = "aside"
        if layer is not None:
            marks.append(Mark(segment.start, segment.end, layer, None))
    for attribution in analysis.attributions:
        badge = badges[attribution.id]
        marks += [Mark(s.start, s.end, "source", badge) for s in attribution.source]
        marks += [Mark(s.start, s.end, "cue", badge) for s in attribution.cue]
        marks += [Mark(s.start, s.end, "content", badge, depths[attribution.id]) for s in attribution.content]
    marks += [Mark(*_side(r, document), "reuse", badges[r.id]) for r in found.reuse_of.get(document, ())]
    marks += [Mark(f.start, f.end, "figure", badges[f.id]) for f in analysis.figures]
    marks += [Mark(t.start, t.end, "time", badges[t.id]) for t in analysis.times]
    return marks


def _depths(analysis: Analysis) -> dict[str, int]:
    """Return how many attributions each one lies in."""
    inside = {attribution.id: attribution.inside for attribution in analysis.attributions}
    depths: dict[str, int] = {}
    for key in inside:
        depth, outer, seen = 0, inside[key], {key}
        while outer in inside and outer not in seen:
            seen.add(outer)
            depth, outer = depth + 1, inside[outer]
        depths[key] = depth
    return depths


def _attribution_note(found: Index, attribution: Attribution, badges: dict[str, str]) -> Note:
    text = found.documents[attribution.document].text
    source = source_words(found, attribution)
    speaker, check = who(found, attribution.id), found.checks.get(attribution.id)
    resolution = found.resolutions.get(attribution.id)
    facts = [NoteFact("source", source or "none in the text")]
    if speaker and source and speaker.casefold() != source.casefold() and resolution:
        facts.append(NoteFact("who that is", f"{speaker}. {resolution.evidence.why}"))
    facts.append(NoteFact("cue", " … ".join(s.of(text) for s in attribution.cue) or "none: shown by the form"))
    said = [attribution.kind, CERTAINTIES[attribution.certainty]]
    facts.append(NoteFact("kind", ", ".join(part for part in said if part)))
    if attribution.inside in badges:
        facts.append(NoteFact("inside", badges[attribution.inside], badge=badges[attribution.inside]))
    if check is not None:
        document = check.against.document if check.against else None
        facts.append(NoteFact("quotation", f"{VERDICTS[check.verdict]}. {check.why}", document=document))
    for claim in found.claims_of.get(attribution.id, ()):
        if claim.documents > 1 or claim.competing:
            number = f"{claim.documents} document{'s' if claim.documents > 1 else ''}"
            told = f"{number}, {say_origins(claim.origins)}: {quote(claim.text, CLAIM)}"
            facts.append(NoteFact("claim", told, claim=claim.id))
    return Note(
        attribution.id,
        badges[attribution.id],
        "attribution",
        f"{POLARITIES[attribution.polarity]} {speaker or 'somebody whom the text does not name here'}",
        check is not None and check.verdict in ALARMS,
        _first(attribution),
        tuple(facts),
        _chains(found, attribution),
        explain(found, [attribution.evidence]),
    )


def _chains(found: Index, attribution: Attribution) -> tuple[ChainLine, ...]:
    """Return the chains of an attribution's statements; sentences of one quotation that share a chain show it once."""
    lines = (chain_line(found, chain) for chain in found.chains_of.get(attribution.id, ()))
    return tuple({(tuple((k.kind, k.upstream_id) for k in line.links), line.ends): line for line in lines}.values())


def _reuse_note(found: Index, reuse: Reuse, document: str, badge: str) -> Note:
    other = reuse.right if reuse.left.document == document else reuse.left
    label = found.labels[other.document]
    forward = (reuse.direction == "left_to_right") == (reuse.left.document == document)
    title = {
        "shared_origin": f"The same words as {label}, both from a third text",
        "unknown": f"The same words as {label}",
    }.get(reuse.direction, f"{label} has these words from here" if forward else f"These words are from {label}")
    place = where(found, other.document, other.start, other.end)
    facts = [NoteFact("there", place.text, document=other.document), NoteFact("direction", reuse.why)]
    classes = sorted({name for change in reuse.changes for name in change.classes})
    if classes:
        facts.append(NoteFact("changed", ", ".join(classes)))
    return Note(
        reuse.id,
        badge,
        "reuse",
        title,
        False,
        _side(reuse, document)[0],
        tuple(facts),
        (),
        explain(found, (evidence for evidence in reuse.evidence if evidence.why != reuse.why)),
    )


def _figure_note(found: Index, key: str, badge: str, badges: dict[str, str]) -> Note:
    figure = found.figures[key]
    line = figure_line(found, figure)
    facts = [
        NoteFact("counts", line.counts or ""),
        NoteFact("says", line.speaker or "the publisher's own voice"),
        NoteFact("for", line.window or ""),
        NoteFact("part of", line.subset_of or "", badge=badges.get(figure.subset_of or "")),
    ]
    conflict = False
    for comparison in found.comparisons_of.get(key, ()):
        other = found.figures.get(comparison.right if comparison.left == key else comparison.left)
        if other is None:
            continue
        conflict |= comparison.relation == "conflict"
        said = f"{figure_line(found, other).value} in {found.labels[other.document]}: {comparison.why}"
        facts.append(NoteFact(RELATIONS[comparison.relation], said, document=other.document))
    kept = tuple(fact for fact in facts if fact.value)
    return Note(key, badge, "figure", line.value, conflict, figure.start, kept, (), explain(found, [figure.evidence]))


def _time_note(found: Index, key: str, badge: str) -> Note:
    time = found.times[key]
    facts = [NoteFact("kind", time.kind)]
    if time.anchor:
        facts.append(NoteFact("counted from", say_anchor(time.anchor)))
    return Note(key, badge, "time", time.value, False, time.start, tuple(facts), (), explain(found, [time.evidence]))
