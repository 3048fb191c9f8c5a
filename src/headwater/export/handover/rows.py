"""Findings as flat tables: one row a finding, names beside ids, spans as text."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case, Chain, Claim, Link, Place, Span, Statement
from headwater.report.index import Index, index, name_of, where, who
from headwater.report.wording import say_origins

Cell = str | int | float | bool | None
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under named columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]


def tables(case: Case, stamp: Stamp) -> Mapping[str, Table]:
    """Return every table by its name, in the order of reading; "about" is the stamp."""
    found = index(case)
    return {
        "about": Table(("what",), tuple((line,) for line in stamp.lines())),
        "documents": _documents(found),
        "claims": _claims(found),
        "reports": _reports(found),
        "attributions": _attributions(found),
        "speakers": _speakers(found),
        "quotations": _quotations(found),
        "figures": _figures(found),
        "times": _times(found),
        "reuse": _reuse(found),
        "corrections": _corrections(case),
        "texts": _table(found.documents.values(), {"document": lambda d: d.id, "text": lambda d: plain(d.text)}),
    }


def _table(findings: Iterable[T], columns: Mapping[str, Callable[[T], Cell]]) -> Table:
    """Return a row a finding; each column says how its cell is had from it."""
    return Table(tuple(columns), tuple(tuple(cell(each) for cell in columns.values()) for each in findings))


def _words(spans: Sequence[Span], text: str) -> str:
    return " … ".join(span.of(text) for span in spans)


def _at(spans: Sequence[Span]) -> str:
    return " ".join(f"{span.start}-{span.end}" for span in spans)


def _documents(found: Index) -> Table:
    return _table(
        found.documents.values(),
        {
            "id": lambda d: d.id,
            "label": lambda d: found.labels[d.id],
            "path": lambda d: plain(d.path),
            "sha256": lambda d: d.sha256,
            "publisher": lambda d: d.publisher,
            "title": lambda d: d.title,
            "author": lambda d: d.author,
            "published": lambda d: d.published,
            "url": lambda d: d.url,
            "language": lambda d: d.language,
            "characters": lambda d: len(d.text),
        },
    )


def _ranked(found: Index) -> list[Claim]:
    return sorted(found.case.claims, key=lambda claim: (-claim.rank, claim.id))


def _claims(found: Index) -> Table:
    return _table(
        _ranked(found),
        {
            "id": lambda c: c.id,
            "claim": lambda c: c.text,
            "documents": lambda c: c.documents,
            "publishers": lambda c: c.publishers,
            "origins_at_least": lambda c: c.origins.at_least,
            "origins_at_most": lambda c: c.origins.at_most,
            "origins": lambda c: say_origins(c.origins),
            "names": lambda c: "; ".join(c.origins.names),
            "why": lambda c: c.origins.why,
            "competing": lambda c: " ".join(c.competing),
        },
    )


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of a chain, or, where ``link`` is None, its end."""

    claim: Claim
    statement: Statement
    chain: Chain
    number: int
    link: Link | None


def _steps(found: Index) -> Iterator[_Step]:
    for claim in _ranked(found):
        statements = {statement.id: statement for statement in claim.statements}
        for chain in claim.chains:
            for number, link in enumerate((*chain.links, None), start=1):
                yield _Step(claim, statements[chain.statement], chain, number, link)


def _reports(found: Index) -> Table:
    """One row a step of a chain: who reports a claim, and what that rests on."""

    def leads_to(step: _Step) -> str | None:
        key = step.link.upstream if step.link else step.chain.origin
        return name_of(found, key) if key else None

    return _table(
        _steps(found),
        {
            "claim": lambda s: s.claim.id,
            "statement": lambda s: s.statement.id,
            "document": lambda s: found.labels[s.statement.document],
            "published": lambda s: found.documents[s.statement.document].published,
            "start": lambda s: s.statement.start,
            "end": lambda s: s.statement.end,
            "words": lambda s: where(found, s.statement.document, s.statement.start, s.statement.end).text,
            "said_by": lambda s: who(found, s.statement.attribution),
            "step": lambda s: s.number,
            "link": lambda s: s.link.kind if s.link else "ends",
            "to": leads_to,
            "why": lambda s: s.link.why if s.link else s.chain.why,
            "ends": lambda s: None if s.link else s.chain.ends,
        },
    )


def _attributions(found: Index) -> Table:
    texts = {key: document.text for key, document in found.documents.items()}
    return _table(
        (a for analysis in found.case.analyses for a in analysis.attributions),
        {
            "id": lambda a: a.id,
            "document": lambda a: found.labels[a.document],
            "speaker": lambda a: who(found, a.id),
            "source": lambda a: _words(a.source, texts[a.document]),
            "cue": lambda a: _words(a.cue, texts[a.document]),
            "content": lambda a: _words(a.content, texts[a.document]),
            "kind": lambda a: a.kind,
            "polarity": lambda a: a.polarity,
            "certainty": lambda a: a.certainty,
            "inside": lambda a: a.inside,
            "score": lambda a: a.score,
            "source_at": lambda a: _at(a.source),
            "cue_at": lambda a: _at(a.cue),
            "content_at": lambda a: _at(a.content),
            "rule": lambda a: a.evidence.rule,
            "why": lambda a: a.evidence.why,
        },
    )


def _speakers(found: Index) -> Table:
    said = Counter(resolution.speaker for resolution in found.case.resolutions)
    return _table(
        found.case.speakers,
        {
            "id": lambda s: s.id,
            "name": lambda s: s.name,
            "kind": lambda s: s.kind,
            "names": lambda s: "; ".join(s.names),
            "attributions": lambda s: said[s.id],
        },
    )


def _quotations(found: Index) -> Table:
    def quoted(attribution: str) -> str:
        a = found.attributions[attribution]
        return _words(a.content, found.documents[a.document].text)

    return _table(
        found.case.quotation_checks,
        {
            "id": lambda c: c.id,
            "attribution": lambda c: c.attribution,
            "document": lambda c: found.labels[found.attributions[c.attribution].document],
            "verdict": lambda c: c.verdict,
            "quoted": lambda c: quoted(c.attribution),
            "against": lambda c: found.labels[c.against.document] if c.against else None,
            "start": lambda c: c.against.start if c.against else None,
            "end": lambda c: c.against.end if c.against else None,
            "original": lambda c: _stands(found, c.against) if c.against else None,
            "changes": lambda c: "; ".join(f"“{change.original}” → “{change.quoted}”" for change in c.changes),
            "why": lambda c: c.why,
        },
    )


def _stands(found: Index, place: Place) -> str:
    return where(found, place.document, place.start, place.end).text


def _figures(found: Index) -> Table:
    return _table(
        found.figures.values(),
        {
            "id": lambda f: f.id,
            "document": lambda f: found.labels[f.document],
            "start": lambda f: f.start,
            "end": lambda f: f.end,
            "words": lambda f: where(found, f.document, f.start, f.end).text,
            "value": lambda f: f.value,
            "low": lambda f: f.low,
            "high": lambda f: f.high,
            "qualifier": lambda f: f.qualifier.kind if f.qualifier else None,
            "unit": lambda f: f.unit,
            "counts": lambda f: f.counts,
            "window": lambda f: found.times[f.window].value if f.window and f.window in found.times else None,
            "said_by": lambda f: who(found, f.attribution),
        },
    )


def _times(found: Index) -> Table:
    return _table(
        found.times.values(),
        {
            "id": lambda t: t.id,
            "document": lambda t: found.labels[t.document],
            "start": lambda t: t.start,
            "end": lambda t: t.end,
            "words": lambda t: where(found, t.document, t.start, t.end).text,
            "kind": lambda t: t.kind,
            "value": lambda t: t.value,
            "edtf": lambda t: t.edtf,
            "counted_from": lambda t: t.anchor,
        },
    )


def _reuse(found: Index) -> Table:
    return _table(
        found.case.reuse,
        {
            "id": lambda r: r.id,
            "left": lambda r: found.labels[r.left.document],
            "left_start": lambda r: r.left.start,
            "left_end": lambda r: r.left.end,
            "left_words": lambda r: _stands(found, r.left),
            "right": lambda r: found.labels[r.right.document],
            "right_start": lambda r: r.right.start,
            "right_end": lambda r: r.right.end,
            "right_words": lambda r: _stands(found, r.right),
            "identity": lambda r: r.identity,
            "direction": lambda r: r.direction,
            "why": lambda r: r.why,
        },
    )


def _corrections(case: Case) -> Table:
    return _table(
        case.corrections,
        {
            "id": lambda s: s.correction.id,
            "at": lambda s: s.correction.at,
            "who": lambda s: s.correction.who,
            "action": lambda s: s.correction.action,
            "kind": lambda s: s.correction.kind,
            "target": lambda s: s.correction.target,
            "value": lambda s: "; ".join(f"{key}={value}" for key, value in sorted(s.correction.value.items())),
            "why": lambda s: s.correction.why,
            "state": lambda s: s.state,
            "state_why": lambda s: s.why,
        },
    )
