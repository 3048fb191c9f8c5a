"""How many independent origins each claim has, as a range with its reason.

The reports of a claim are joined by every sign of dependence (``dependence``); what remains apart is counted. An
origin with a name counts in both bounds. What has no name counts in the upper bound only, and only where nothing with
a name may stand behind it: a publisher that asserts the claim in its own voice may have it from anyone. Unnamed
sources, unknown publishers and ends outside the collection are never counted as independent: without a named origin
or a publisher's own word the claim cannot be judged (None). Copies and repetitions raise neither bound; taking
evidence away never narrows a range.
Known limits: two named people of one organisation count as two; an unnamed group counts as at most one.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import PurePosixPath

from headwater.claims.forms import form
from headwater.claims.ranking import rank
from headwater.origins.dependence import Report, join_reports
from headwater.origins.ends import End, end_of, family
from headwater.origins.figures import spread
from headwater.origins.wording import MOST_NAMES, ends, is_part, reasons, weak_clause
from headwater.records import Analysis, Chain, Claim, Document, Group, Origins, Reuse, Speaker, Statement
from headwater.resolve import Resolved
from headwater.revisions.addresses import same_page

HEADINGS = 5  # headings that may stand before the running text
LEAD = 60  # characters of a sentence that opens a text; shorter ones are titles
STRENGTH = ("named", "unnamed", "unknown", "outside", "publisher")  # what an origin is, by its most telling report


def count_origins(
    groups: Sequence[Group],
    chains: Sequence[Chain],
    analyses: Sequence[Analysis],
    reuse: Sequence[Reuse],
    resolved: Resolved,
) -> tuple[Claim, ...]:
    """Return the claims with their chains, origins, figures and rank, those first that a reader would want to check."""
    by_document = {a.document.id: a for a in analyses}
    documents = {name: a.document for name, a in by_document.items()}
    speakers = {speaker.id: speaker for speaker in resolved.speakers}
    families = frozenset(family(d.publisher) for d in documents.values() if d.publisher)
    by_statement: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        by_statement[chain.statement].append(chain)
    touching: dict[str, list[Reuse]] = defaultdict(list)
    for item in sorted(reuse, key=lambda r: r.id):
        touching[item.left.document].append(item)
    carried = {group.id: _publishers(group, documents) for group in groups}
    opening = {name: _opening(analysis) for name, analysis in by_document.items()}
    claims = []
    for group in groups:
        own = tuple(c for s in group.statements for c in by_statement.get(s.id, ()))
        reports = [
            _report(s, by_statement.get(s.id, ()), by_document[s.document], speakers, documents, families)
            for s in sorted(group.statements, key=lambda s: (s.document, s.start, s.end, s.id))
        ]
        inside = {s.document for s in group.statements}
        shared = [r for d in sorted(inside) for r in touching.get(d, ()) if r.right.document in inside]
        publishers = carried[group.id]
        disputing = publishers.union(*(carried[other] for other in group.competing if other in carried))
        told = [s for s in group.statements if not _in_heading(s, by_document[s.document])]
        opens = {s.document for s in told if s.start < opening[s.document]}
        claims.append(
            Claim(
                id=group.id,
                text=group.text,
                statements=group.statements,
                chains=own,
                documents=len(inside),
                publishers=len(publishers),
                origins=judge(reports, shared),
                figures=spread(group.statements, by_document),
                competing=group.competing,
                rank=rank(
                    group.text,
                    attributed=any(s.attribution for s in group.statements),
                    competing=len(group.competing),
                    publishers=len(publishers),
                    documents=len({same_page(documents[d].url) or d for d in inside}),
                    same_words=len({form(r.text).words for r in reports}) == 1,
                    disputing=len(disputing),
                    opening=len(opens) / len(inside),
                    headline=not told,
                    language=by_document[group.statements[0].document].document.language,
                ),
            )
        )
    return tuple(sorted(claims, key=lambda c: (-c.rank, c.statements[0].document, c.statements[0].start, c.id)))


def _publishers(group: Group, documents: Mapping[str, Document]) -> set[str]:
    return {family(name) for s in group.statements if (name := documents[s.document].publisher)}


def _in_heading(statement: Statement, analysis: Analysis) -> bool:
    return any(s.kind == "heading" and s.start <= statement.start < s.end for s in analysis.segments)


def _opening(analysis: Analysis) -> int:
    """Return where the first sentence of the running text ends; headings stand before it."""
    headings = [s.end for s in analysis.segments if s.kind in ("heading", "byline", "dateline", "credit")]
    before = 0
    for sentence in (s for s in analysis.segments if s.kind == "sentence"):
        if not any(sentence.end <= end for end in headings[:HEADINGS]) and sentence.end - sentence.start >= LEAD:
            return sentence.end
        before = max(before, sentence.end)
    return before


def judge(reports: Sequence[Report], reuse: Iterable[Reuse]) -> Origins:
    """Return how many independent origins the reports of one claim have."""
    origins, wider = join_reports(reports, reuse)
    named = [found for found in origins.members() if any(reports[i].named for i in found)]
    doubtful: dict[str, list[int]] = defaultdict(list)
    beside = 0
    for found in wider.members():
        if not any(reports[i].named for i in found):
            beside += 1
            doubtful[_strength(reports, found)] += found
    spoken = [found for found in wider.members() if _strength(reports, found) == "publisher"]
    counted = len(named)
    names = _names(reports, named + spoken)
    clauses = reasons(reports, [*origins.kept, *wider.kept, *origins.also])
    if not counted and len(spoken) < beside:
        rest = weak_clause(reports, doubtful)
        return Origins(
            None, None, (), _sentence([f"cannot be judged: no report names an origin, all rests on {rest}", *clauses])
        )
    at_least = counted or 1
    at_most = counted + beside + sum(join.rule == "surname" for join in origins.kept)  # it may be somebody else's
    clauses = [*ends(reports, named), *clauses]
    if counted and doubtful:
        clauses.append(f"not counted as independent: {weak_clause(reports, doubtful)}")
    elif at_most > 1 and doubtful:
        clauses.append(f"these may depend on each other: {weak_clause(reports, doubtful)}")
    elif not counted:
        clauses.insert(0, f"it rests on {weak_clause(reports, doubtful)}")
    return Origins(at_least, at_most, names, _sentence(clauses))


def _sentence(clauses: Sequence[str]) -> str:
    text = "; ".join(clauses)
    return f"{text[:1].upper()}{text[1:]}."


def _strength(reports: Sequence[Report], found: Sequence[int]) -> str:
    """Return what kind of origin the joined reports have: a name if any has one, a publisher only if nothing else."""
    kinds = {_kind(reports[i]) for i in found}
    return next(kind for kind in STRENGTH if kind in kinds)


def _kind(report: Report) -> str:
    """Return the end of a report; where its readings end differently, the least that all of them show."""
    kinds = {e.kind for e in report.ends}
    if len(kinds) == 1:
        return next(iter(kinds))
    return next(kind for kind in ("unknown", "unnamed", "outside", "publisher") if kind in kinds)


def _names(reports: Sequence[Report], origins: Sequence[Sequence[int]]) -> tuple[str, ...]:
    """Return one name for each origin that has one: "A or B" where the chains of its reports end at several."""
    found = set()
    for inside in origins:
        named = {e.name for i in inside if (e := reports[i].end) and e.name and e.kind == "named"}
        named = named or {e.name for i in inside for e in reports[i].ends if e.name and e.kind == "named"}
        spoken = {e.name for i in inside for e in reports[i].ends if e.name and e.kind == "publisher"}
        known = named or spoken
        fullest = sorted(n for n in known if not any(n != other and is_part(n, other) for other in known))
        if fullest:
            found.add(" or ".join(fullest[:MOST_NAMES]) if named else max(fullest, key=lambda n: (len(n), n)))
    return tuple(sorted(found))


def _report(
    statement: Statement,
    chains: Sequence[Chain],
    analysis: Analysis,
    speakers: Mapping[str, Speaker],
    documents: Mapping[str, Document],
    families: frozenset[str],
) -> Report:
    document = analysis.document
    attribution = next((a for a in analysis.attributions if a.id == statement.attribution), None)
    spans = attribution.content if attribution else ()
    text = " ".join(s.of(document.text) for s in spans) if spans else document.text[statement.start : statement.end]
    ends = {end_of(chain, speakers, documents, families, document) for chain in chains}
    return Report(
        statement=statement,
        text=text,
        direct=attribution is not None and attribution.kind == "direct",
        publisher=family(document.publisher) if document.publisher else None,
        shown=document.publisher or PurePosixPath(document.path).name,
        ends=tuple(sorted(ends, key=lambda e: (e.kind, e.key or "", e.name or ""))) or (End("unknown", None, None),),
        upstream=frozenset(link.upstream for chain in chains for link in chain.links),
        page=same_page(document.url),
    )
