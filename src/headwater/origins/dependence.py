"""Which reports of a claim depend on each other.

Reports (statements of one claim) are joined into one origin by rules that a reader can check (Dong, Berti-Equille,
Srivastava 2009 for the idea that a vote counts only once per independent source): the same name at the end of their
chains; one cites or copies the other; the same words in a shared passage or in a run of RUN words; the same unusual
quotation; the same set of figures in the same order; the same publisher without any other origin. Every join keeps its
reason. Each rule only joins and never parts, so more evidence of dependence never raises a count.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
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

Rule = Literal["name", "cites", "copied", "passage", "run", "quotation", "figures", "publisher", "document"]
NAMED, NAMELESS, OWN_VOICE = range(3)  # how much a report says of its origin
SCOPES: tuple[Rule, ...] = ("document", "publisher")
WORDS: frozenset[Rule] = frozenset({"passage", "run", "quotation", "figures"})  # rules that rest on words alone


@dataclass(frozen=True, slots=True)
class Report:
    """A statement with where its chains end, its words, and the publisher of its document: as its family and as shown.

    ``upstream`` are the ids that its chains pass through."""

    statement: Statement
    text: str
    direct: bool
    publisher: str | None
    shown: str | None
    ends: tuple[End, ...]
    upstream: frozenset[str]

    @property
    def end(self) -> End | None:
        """The one end of its chains; None where readings differ."""
        return self.ends[0] if len({(e.kind, e.key) for e in self.ends}) == 1 else None


@dataclass(frozen=True, slots=True)
class Join:
    """Why two reports (by index) are one origin."""

    left: int
    right: int
    rule: Rule
    words: int = 0


@dataclass(slots=True)
class Joins:
    """Reports joined so far; ``kept`` are the joins that were needed.

    ``attributed`` are the documents in which an origin's reports are attributed. One document that attributes the claim
    to two sources tells them apart, so that shared words do not make them one.
    """

    parent: list[int]
    attributed: list[set[str]]
    kept: list[Join] = field(default_factory=list)

    def find(self, i: int) -> int:
        """Return the report that stands for the origin of report ``i``."""
        while self.parent[i] != i:
            self.parent[i] = self.parent[self.parent[i]]
            i = self.parent[i]
        return i

    def join(self, left: int, right: int, rule: Rule, words: int = 0) -> None:
        """Take two reports for one origin."""
        a, b = sorted((self.find(left), self.find(right)))
        told = rule in WORDS and self.attributed[a] & self.attributed[b]
        if a != b and not told:
            self.parent[b] = a
            self.attributed[a] |= self.attributed[b]
            self.kept.append(Join(min(left, right), max(left, right), rule, words))


def join_reports(reports: Sequence[Report], reuse: Iterable[Reuse]) -> Joins:
    """Return the reports joined by every rule, the surest first."""
    attributed = [{r.statement.document} if r.statement.attribution else set() for r in reports]
    joins = Joins(list(range(len(reports))), attributed)
    _same_name(reports, joins)
    _upstream(reports, joins)
    _passages(reports, reuse, joins)
    _same_runs(reports, joins)
    _same_figures(reports, joins)
    _cited_publisher(reports, joins)
    _same_publisher(reports, joins)
    return joins


def _first(keys: Iterable[tuple[int, object]], joins: Joins, rule: Rule, words: int = 0) -> None:
    """Join all reports that share a key with the first that has it."""
    seen: dict[object, int] = {}
    for i, key in keys:
        if key in seen:
            joins.join(seen[key], i, rule, words)
        else:
            seen[key] = i


def _same_name(reports: Sequence[Report], joins: Joins) -> None:
    ends = [(i, r.end) for i, r in enumerate(reports)]
    _first(((i, e.key) for i, e in ends if e and e.key and e.kind in ("named", "outside")), joins, "name")


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
            found = [j for j in where.get(name, ()) if j != i]
            if found and len({joins.find(j) for j in found}) == 1:
                joins.join(found[0], i, "copied")


def _passages(reports: Sequence[Report], reuse: Iterable[Reuse], joins: Joins) -> None:
    where: dict[str, list[int]] = defaultdict(list)
    for i, report in enumerate(reports):
        where[report.statement.document].append(i)
    for item in reuse:
        for i in where.get(item.left.document, ()):
            for j in where.get(item.right.document, ()):
                words = _shared_words(reports[i], reports[j], item.blocks)
                if words:
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
    named = [r.end.key for r in (left, right) if r.end and r.end.kind == "named"]
    least = RUN if len(set(named)) == 2 else LEAST  # two names are told apart by more than a phrase
    return words if (shared >= SHARED * shorter and words >= least) or words >= RUN else 0


def _same_runs(reports: Sequence[Report], joins: Joins) -> None:
    """Join statements of different documents with a run of words in common."""
    runs: list[tuple[int, object]] = []
    quotations: list[tuple[int, object]] = []
    for i, report in enumerate(reports):
        said = form(report.text).words
        runs += [(i, said[k : k + RUN]) for k in range(len(said) - RUN + 1)]
        if report.direct and len(said) >= QUOTED:
            quotations.append((i, said))
    _first(runs, joins, "run", RUN)
    _first(quotations, joins, "quotation")


def _same_figures(reports: Sequence[Report], joins: Joins) -> None:
    keys: list[tuple[int, object]] = []
    for i, report in enumerate(reports):
        values = tuple((n.value, n.unit) for n in form(report.text).numbers)
        if len(set(values)) >= FIGURES and any(value % 10 for value, _ in values):
            keys.append((i, values))
    _first(keys, joins, "figures")


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


def _same_publisher(reports: Sequence[Report], joins: Joins) -> None:
    """Join what one document, or one publisher, says without a name for it.

    Its own voice repeats the best source that it gives anywhere; sources without a name are taken for one another.
    """
    for rule in SCOPES:
        best: dict[str, int] = {}
        nameless: dict[str, int] = {}
        for i in sorted(range(len(reports)), key=lambda i: (_weakness(reports[i]), i)):
            report = reports[i]
            key = report.statement.document if rule == "document" else report.publisher
            if key is None:
                continue
            weakness = _weakness(report)
            if weakness == NAMELESS:
                joins.join(nameless.setdefault(key, i), i, rule)
            elif weakness == OWN_VOICE:
                joins.join(best.get(key, i), i, rule)
            best.setdefault(key, i)


def _weakness(report: Report) -> int:
    end = report.end
    if end and end.kind == "named":
        return NAMED
    return NAMELESS if report.statement.attribution else OWN_VOICE


def members(joins: Joins) -> Mapping[int, list[int]]:
    """Return the reports of each origin by the report that stands for it."""
    found: dict[int, list[int]] = defaultdict(list)
    for i in range(len(joins.parent)):
        found[joins.find(i)].append(i)
    return found
