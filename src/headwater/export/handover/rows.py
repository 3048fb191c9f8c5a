"""Findings as flat tables: one row a finding, names beside ids, spans as text."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.export.handover.stamp import Stamp, plain
from headwater.records import Case, Span
from headwater.report.index import Index, index, name_of, who
from headwater.report.wording import say_origins

Cell = str | int | float | bool | None


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
        "texts": Table(("document", "text"), tuple((d.id, plain(d.text)) for d in found.documents.values())),
    }


def _spans(spans: Sequence[Span], text: str) -> tuple[str, str]:
    return " … ".join(s.of(text) for s in spans), " ".join(f"{s.start}-{s.end}" for s in spans)


def _documents(found: Index) -> Table:
    columns = (
        "id",
        "label",
        "path",
        "sha256",
        "publisher",
        "title",
        "author",
        "published",
        "url",
        "language",
        "characters",
    )
    return Table(
        columns,
        tuple(
            (
                d.id,
                found.labels[d.id],
                plain(d.path),
                d.sha256,
                d.publisher,
                d.title,
                d.author,
                d.published,
                d.url,
                d.language,
                len(d.text),
            )
            for d in found.documents.values()
        ),
    )


def _claims(found: Index) -> Table:
    columns = (
        "id",
        "claim",
        "documents",
        "publishers",
        "origins_at_least",
        "origins_at_most",
        "origins",
        "names",
        "why",
        "competing",
    )
    return Table(
        columns,
        tuple(
            (
                c.id,
                c.text,
                c.documents,
                c.publishers,
                c.origins.at_least,
                c.origins.at_most,
                say_origins(c.origins),
                "; ".join(c.origins.names),
                c.origins.why,
                " ".join(c.competing),
            )
            for c in sorted(found.case.claims, key=lambda c: (-c.rank, c.id))
        ),
    )


def _reports(found: Index) -> Table:
    """One row a step of a chain: who reports a claim, and what that rests on."""
    columns = (
        "claim",
        "statement",
        "document",
        "published",
        "start",
        "end",
        "words",
        "said_by",
        "step",
        "link",
        "to",
        "why",
        "ends",
    )
    rows: list[tuple[Cell, ...]] = []
    for claim in sorted(found.case.claims, key=lambda c: (-c.rank, c.id)):
        statements = {s.id: s for s in claim.statements}
        for chain in claim.chains:
            s = statements[chain.statement]
            document = found.documents[s.document]
            words = document.text[s.start : s.end]
            first = (
                claim.id,
                s.id,
                found.labels[s.document],
                document.published,
                s.start,
                s.end,
                words,
                who(found, s.attribution),
            )
            for number, link in enumerate(chain.links, start=1):
                rows.append((*first, number, link.kind, name_of(found, link.upstream), link.why, None))
            rows.append(
                (
                    *first,
                    len(chain.links) + 1,
                    "ends",
                    name_of(found, chain.origin) if chain.origin else None,
                    chain.why,
                    chain.ends,
                )
            )
    return Table(columns, tuple(rows))


def _attributions(found: Index) -> Table:
    columns = (
        "id",
        "document",
        "speaker",
        "source",
        "cue",
        "content",
        "kind",
        "polarity",
        "certainty",
        "inside",
        "score",
        "source_at",
        "cue_at",
        "content_at",
        "rule",
        "why",
    )
    rows = []
    for analysis in found.case.analyses:
        text = analysis.document.text
        for a in analysis.attributions:
            (source, source_at), (cue, cue_at), (content, content_at) = (
                _spans(s, text) for s in (a.source, a.cue, a.content)
            )
            rows.append(
                (
                    a.id,
                    found.labels[a.document],
                    who(found, a.id),
                    source,
                    cue,
                    content,
                    a.kind,
                    a.polarity,
                    a.certainty,
                    a.inside,
                    a.score,
                    source_at,
                    cue_at,
                    content_at,
                    a.evidence.rule,
                    a.evidence.why,
                )
            )
    return Table(columns, tuple(rows))


def _speakers(found: Index) -> Table:
    said: dict[str, int] = {}
    for resolution in found.case.resolutions:
        if resolution.speaker is not None:
            said[resolution.speaker] = said.get(resolution.speaker, 0) + 1
    rows = ((s.id, s.name, s.kind, "; ".join(s.names), said.get(s.id, 0)) for s in found.case.speakers)
    return Table(("id", "name", "kind", "names", "attributions"), tuple(rows))


def _quotations(found: Index) -> Table:
    columns = (
        "id",
        "attribution",
        "document",
        "verdict",
        "quoted",
        "against",
        "start",
        "end",
        "original",
        "changes",
        "why",
    )
    rows: list[tuple[Cell, ...]] = []
    for check in found.case.quotation_checks:
        a = found.attributions[check.attribution]
        quoted, _ = _spans(a.content, found.documents[a.document].text)
        against = check.against
        changes = "; ".join(f"“{c.original}” → “{c.quoted}”" for c in check.changes)
        place: tuple[Cell, ...] = (None, None, None, None)
        if against is not None:
            original = found.documents[against.document].text[against.start : against.end]
            place = (found.labels[against.document], against.start, against.end, original)
        rows.append((check.id, a.id, found.labels[a.document], check.verdict, quoted, *place, changes, check.why))
    return Table(columns, tuple(rows))


def _figures(found: Index) -> Table:
    columns = (
        "id",
        "document",
        "start",
        "end",
        "words",
        "value",
        "low",
        "high",
        "qualifier",
        "unit",
        "counts",
        "window",
        "said_by",
    )
    return Table(
        columns,
        tuple(
            (
                f.id,
                found.labels[f.document],
                f.start,
                f.end,
                found.documents[f.document].text[f.start : f.end],
                f.value,
                f.low,
                f.high,
                f.qualifier.kind if f.qualifier else None,
                f.unit,
                f.counts,
                found.times[f.window].value if f.window is not None and f.window in found.times else None,
                who(found, f.attribution),
            )
            for f in found.figures.values()
        ),
    )


def _times(found: Index) -> Table:
    return Table(
        ("id", "document", "start", "end", "words", "kind", "value", "edtf", "counted_from"),
        tuple(
            (
                t.id,
                found.labels[t.document],
                t.start,
                t.end,
                found.documents[t.document].text[t.start : t.end],
                t.kind,
                t.value,
                t.edtf,
                t.anchor,
            )
            for t in found.times.values()
        ),
    )


def _reuse(found: Index) -> Table:
    columns = (
        "id",
        "left",
        "left_start",
        "left_end",
        "left_words",
        "right",
        "right_start",
        "right_end",
        "right_words",
        "identity",
        "direction",
        "why",
    )
    rows: list[tuple[Cell, ...]] = []
    for r in found.case.reuse:
        sides: list[Cell] = []
        for p in (r.left, r.right):
            sides += [found.labels[p.document], p.start, p.end, found.documents[p.document].text[p.start : p.end]]
        rows.append((r.id, *sides, r.identity, r.direction, r.why))
    return Table(columns, tuple(rows))


def _corrections(case: Case) -> Table:
    columns = ("id", "at", "who", "action", "kind", "target", "value", "why", "state", "state_why")
    return Table(
        columns,
        tuple(
            (
                s.correction.id,
                s.correction.at,
                s.correction.who,
                s.correction.action,
                s.correction.kind,
                s.correction.target,
                "; ".join(f"{k}={v}" for k, v in sorted(s.correction.value.items())),
                s.correction.why,
                s.state,
                s.why,
            )
            for s in case.corrections
        ),
    )
