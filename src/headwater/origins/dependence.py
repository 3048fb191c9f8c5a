"""Which reports of a claim depend on each other.

Reports (statements of one claim) are joined into one origin by rules that a reader can check (Dong, Berti-Equille,
Srivastava 2009 for the idea that a vote counts only once per independent source): the same name at the end of their
chains; one cites or copies the other; the same words in a shared passage or in a run of RUN words; the same unusual
quotation; the same set of figures in the same order; versions of one page; a surname that may be that of a full name;
the same publisher without any other origin. Every join keeps its
reason. Each rule only joins and never parts, so more evidence of dependence never raises a count.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from headwater.claims.forms import form
from headwater.origins.ends import End
from headwater.records import Reuse, Span, Statement

RUN = 8  # words in a row that two independent reporters hardly ever both write
QUOTED = 5  # words of a quotation in marks that two independent speakers hardly ever both say
FIGURES = 3  # different figures in the same order
SHARED = 0.5  # share of the shorter statement that must lie in a common passage
LEAST = 4  # words of it, at least

Rule = Literal[
    "name", "cites", "copied", "passage", "run", "quotation", "figures", "publisher", "document", "version",
    "spokesman", "surname"
]  # fmt: skip
TELLING = 2  # documents with the same words that the others are joined with; one may be their own
TOLD = 20  # joins beyond the needed ones that are kept for the reader
MANY = 200  # reports of one publisher that are all compared; more are joined through two documents


@dataclass(frozen=True, slots=True)
class Report:
    """A statement with where its chains end, its words, and the publisher of its document: as its family and as shown
    (the file where nobody knows it).

    ``upstream`` are the ids that its chains pass through; ``page`` is the address that versions of one page share."""

    statement: Statement
    text: str
    direct: bool
    publisher: str | None
    shown: str | None
    ends: tuple[End, ...]
    upstream: frozenset[str]
    page: str | None = None

    @property
    def named(self) -> str | None:
        """The key of its name; None where its chains end without one, or differ."""
        end = self.end
        return end.key if end and end.kind == "named" else None

    @property
    def end(self) -> End | None:
        """The one end of its chains; None where readings differ."""
        return self.ends[0] if len({(e.kind, e.key) for e in self.ends}) == 1 else None


@dataclass(frozen=True, slots=True)
class Join:
    """Why two reports (by index) are one origin; of "copied" the left is what the chain of the right one leads to."""

    left: int
    right: int
    rule: Rule
    words: int = 0


@dataclass(slots=True)
class Joins:
    """Reports joined so far; ``kept`` are the joins that were needed, ``also`` passages that show it once more."""

    parent: list[int]
    kept: list[Join] = field(default_factory=list)
    also: list[Join] = field(default_factory=list)

    def find(self, i: int) -> int:
        """Return the report that stands for the origin of report ``i``."""
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, left: int, right: int, rule: Rule, words: int = 0) -> None:
        """Take two reports for one origin."""
        a, b = sorted((self.find(left), self.find(right)))
        if a != b:
            self.parent[b] = a
            self.kept.append(Join(left, right, rule, words))
        elif rule == "passage" and left != right and len(self.also) < TOLD:
            self.also.append(Join(min(left, right), max(left, right), rule, words))

    def members(self) -> list[list[int]]:
        """Return the reports of each origin."""
        found: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self.parent)):
            found[self.find(i)].append(i)
        return list(found.values())


def join_reports(reports: Sequence[Report], reuse: Iterable[Reuse]) -> tuple[Joins, Joins]:
    """Return the reports joined by every sign of a common origin, and joined by publisher and document too.

    The first tells named origins apart: a paper that quotes two people has two. The second tells what has no name
    apart: what a publisher says without a name may be what it says with one.
    """
    origins = Joins(list(range(len(reports))))
    apart = _told_apart(reports)
    _same_name(reports, origins)
    _spokesmen(reports, origins)
    _same_place(reports, origins)
    _upstream(reports, origins)
    _passages(reports, reuse, origins, apart)
    _same_runs(reports, origins, apart)
    _same_figures(reports, origins, apart)
    _cited_publisher(reports, origins)
    _versions(reports, origins, apart)
    _surnames(reports, origins)
    wider = Joins(list(origins.parent))
    _same_document(reports, wider)
    _same_publisher(reports, wider)
    return origins, wider


def _told_apart(reports: Sequence[Report]) -> set[tuple[str, str]]:
    """Return the pairs of names that one document gives side by side: shared words do not make them one."""
    together: dict[str, set[str]] = defaultdict(set)
    for report in reports:
        if report.named:
            together[report.statement.document].add(report.named)
    return {(x, y) for names in together.values() for x in names for y in names if x != y}


def _by_words(
    reports: Sequence[Report],
    keys: Iterable[tuple[int, object]],
    joins: Joins,
    apart: set[tuple[str, str]],
    rule: Rule,
    words: int = 0,
) -> None:
    """Join reports of different documents that share a key, each with the first two documents that have it."""
    seen: dict[object, list[int]] = {}
    for i, key in keys:
        first = seen.setdefault(key, [])
        for j in first:
            if reports[i].statement.document != reports[j].statement.document and not _apart(reports, i, j, apart):
                joins.join(j, i, rule, words)
        if len(first) < TELLING and all(reports[j].statement.document != reports[i].statement.document for j in first):
            first.append(i)


def _apart(reports: Sequence[Report], i: int, j: int, apart: set[tuple[str, str]]) -> bool:
    return (reports[i].named or "", reports[j].named or "") in apart


def _same_name(reports: Sequence[Report], joins: Joins) -> None:
    first: dict[str, int] = {}
    for i, report in enumerate(reports):
        end = report.end
        if end and end.key and end.kind in ("named", "outside"):
            joins.join(first.setdefault(end.key, i), i, "name")


def _spokesmen(reports: Sequence[Report], joins: Joins) -> None:
    """Join what a spokesman says with what the body says for which he speaks."""
    bodies: dict[str, int] = {}
    for i, report in enumerate(reports):
        if report.named is not None:
            bodies.setdefault(report.named, i)
    for i, report in enumerate(reports):
        end = report.end
        if end is not None and end.kind == "named" and end.body is not None and end.body in bodies:
            joins.join(bodies[end.body], i, "spokesman")


def _surnames(reports: Sequence[Report], joins: Joins) -> None:
    """Join a name of one word with a longer one that ends in it: nothing shows that “Veltri” is not “Ada Veltri”."""
    fuller: dict[str, int] = {}
    for i, report in enumerate(reports):
        if report.named is not None and " " in report.named:
            fuller.setdefault(report.named.split()[-1], i)
    for i, report in enumerate(reports):
        if report.named in fuller:
            joins.join(fuller[report.named], i, "surname")


def _upstream(reports: Sequence[Report], joins: Joins) -> None:
    """Join a report with the statement, or the only statement of the document, that its chain leads to."""
    where: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        where[report.statement.id].append(i)
        where[report.statement.document].append(i)
        if report.statement.attribution:
            where[report.statement.attribution].append(i)
    for i, report in enumerate(reports):
        for name in sorted(report.upstream):
            own = report.statement.document
            found = [j for j in where.get(name, ()) if reports[j].statement.document != own]
            if found and len({joins.find(j) for j in found}) == 1:
                joins.join(found[0], i, "copied")


def _passages(reports: Sequence[Report], reuse: Iterable[Reuse], joins: Joins, apart: set[tuple[str, str]]) -> None:
    where: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        where[report.statement.document].append(i)
    for item in reuse:
        for i in where.get(item.left.document, ()):
            for j in where.get(item.right.document, ()):
                words = _shared_words(reports[i], reports[j], item.blocks)
                if words and not _apart(reports, i, j, apart):
                    joins.join(i, j, "passage", words)


def _shared_words(left: Report, right: Report, blocks: Sequence[tuple[Span, Span]]) -> int:
    """Return how many words the two statements share through the blocks of a reuse; 0 where too few."""
    shared = 0
    a, b = left.statement, right.statement
    for x, y in blocks:
        start, end = max(x.start, a.start), min(x.end, a.end)
        if start >= end:
            continue
        scale = (y.end - y.start) / max(1, x.end - x.start)
        mapped = (y.start + (start - x.start) * scale, y.start + (end - x.start) * scale)
        shared += max(0, round(min(mapped[1], b.end) - max(mapped[0], b.start)))
    shorter = min(a.end - a.start, b.end - b.start)
    words = round(len((left if a.end - a.start == shorter else right).text.split()) * shared / max(1, shorter))
    least = (
        RUN if left.named and right.named and left.named != right.named else LEAST
    )  # two names are told apart by more than a phrase
    return words if (shared >= SHARED * shorter and words >= least) or words >= RUN else 0


def _same_runs(reports: Sequence[Report], joins: Joins, apart: set[tuple[str, str]]) -> None:
    """Join statements of different documents with a run of words in common."""
    runs: list[tuple[int, object]] = []
    quotations: list[tuple[int, object]] = []
    for i, report in enumerate(reports):
        said = form(report.text).words
        runs += [(i, said[k : k + RUN]) for k in range(len(said) - RUN + 1)]
        if report.direct and len(said) >= QUOTED:
            quotations.append((i, said))
    _by_words(reports, runs, joins, apart, "run", RUN)
    _by_words(reports, quotations, joins, apart, "quotation")


def _same_figures(reports: Sequence[Report], joins: Joins, apart: set[tuple[str, str]]) -> None:
    keys: list[tuple[int, object]] = []
    for i, report in enumerate(reports):
        values = tuple((n.value, n.unit) for n in form(report.text).numbers)
        if len(set(values)) >= FIGURES and any(value % 10 for value, _ in values):
            keys.append((i, values))
    _by_words(reports, keys, joins, apart, "figures")


def _cited_publisher(reports: Sequence[Report], joins: Joins) -> None:
    """Join a report that ends at a publisher with that publisher's own report of the claim."""
    own: dict[str, int] = {}
    for i, report in enumerate(reports):
        if report.publisher:
            own.setdefault(report.publisher, i)
    for i, report in enumerate(reports):
        end = report.end
        if end and end.key and end.key != report.publisher and end.key in own and end.kind != "unnamed":
            joins.join(own[end.key], i, "cites")


def _versions(reports: Sequence[Report], joins: Joins, apart: set[tuple[str, str]]) -> None:
    """Join what the versions of one page report: a page that names another source later is still one report.

    Two names that one version gives side by side stay two, as they are in one document.
    """
    pages: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        if report.page is not None:
            pages[report.page].append(i)
    for _, inside in sorted(pages.items()):
        inside = inside[:MANY]
        for at, i in enumerate(inside):
            for j in inside[at + 1 :]:
                if reports[i].statement.document != reports[j].statement.document and not _apart(reports, i, j, apart):
                    joins.join(i, j, "version")


def _same_document(reports: Sequence[Report], joins: Joins) -> None:
    """Join what a document says in its own voice with the first source that it gives for the claim, and words that it
    gives to nobody, such as a quotation in a heading, with the same words of a source."""
    first: dict[str, int] = {}
    words: dict[tuple[str, tuple[str, ...]], int] = {}
    weak = [report.statement.attribution is None or {e.kind for e in report.ends} == {"unknown"} for report in reports]
    for i in sorted(range(len(reports)), key=lambda i: (weak[i], i)):
        document = reports[i].statement.document
        if reports[i].statement.attribution is None:
            joins.join(first.get(document, i), i, "document")
        elif weak[i]:
            joins.join(words.get((document, form(reports[i].text).words), i), i, "document")
        first.setdefault(document, i)
        words.setdefault((document, form(reports[i].text).words), i)


def _same_place(reports: Sequence[Report], joins: Joins) -> None:
    """Join a clause with the statement that holds it: an outer source passes on what an inner one says."""
    before: int | None = None  # the report that reaches farthest so far
    places = [(r.statement.document, r.statement.start, -r.statement.end) for r in reports]
    for i in sorted(range(len(reports)), key=lambda i: (places[i], i)):
        here = reports[i].statement
        if before is not None:
            held = reports[before].statement
            if held.document == here.document and here.start < held.end:
                if here.end <= held.end:
                    joins.join(before, i, "document")
                    continue
                if reports[i].named is None or reports[before].named is None:
                    joins.join(before, i, "document")
        before = i


def _same_publisher(reports: Sequence[Report], joins: Joins) -> None:
    """Join what a publisher says without a name with what it says in other documents.

    Inside one document, a source without a name stands beside the others: there the writer tells them apart.
    """
    said: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        if report.publisher is not None:
            said[report.publisher].append(i)
    for inside in said.values():
        spread = len({reports[i].statement.document for i in inside}) > 1
        first = [next(i for i in inside if reports[i].statement.document == d) for d in _two_documents(reports, inside)]
        nameless = [i for i in inside if reports[i].named is None]
        for i in nameless if spread else ():
            for j in inside if len(inside) <= MANY else first:
                if reports[j].statement.document != reports[i].statement.document:
                    joins.join(j, i, "publisher")


def _two_documents(reports: Sequence[Report], inside: Sequence[int]) -> list[str]:
    return sorted({reports[i].statement.document for i in inside})[:TELLING]
