"""Which figures agree: equal, within qualifier, part of, update, conflict; everything else is not comparable.

Two figures are compared only if they count the same thing (``things``) and are shown to be about the same event: they
stand in statements of one claim or of competing claims, or the same proper names stand beside them and their windows
overlap (``events``). Values are compared as the ranges that their words allow (``relations``). Nothing is ever added
up, within a source or across sources.
Known limits: figures of events that the texts do not name are left alone; in a large group each figure is compared with
its NEIGHBOURS only, which keeps the work linear.
"""

import itertools
import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records import Analysis, Attribution, Claim, Comparison, Figure
from headwater.tallies.events import Setting, Settings, overlap, shared_names
from headwater.tallies.relations import relate
from headwater.tallies.things import thing
from headwater.words import fold

__all__ = ["compare_figures"]

_PARTITIVE = re.compile(r"\bof (?:the|those|these|them|whom|its|their)\b", re.IGNORECASE)
_Basis = Literal["claim", "dispute", "names"]
_SAID = {
    "claim": " in statements that are alike but for the figure",
    "dispute": " for two sources within a few sentences",
}
NEARBY = 600  # code points between two figures that two sources give for one event, about three sentences
TELLING = 10  # from which on equal counts beside one shared name are taken for the same event
NEIGHBOURS = 12  # figures of one group that each is compared with, in the order of their windows


@dataclass(frozen=True, slots=True)
class _Tally:
    """A figure with what decides whether and how it compares."""

    figure: Figure
    thing: tuple[str, str]
    setting: Setting
    source: str
    published: str
    words: str

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Time first, so that neighbours are close in time and an update follows what it updates."""
        return (self.setting.last or "", self.published, self.figure.document, self.figure.start, self.figure.id)


def compare_figures(analyses: Sequence[Analysis], claims: Sequence[Claim]) -> tuple[Comparison, ...]:
    """Return how figures relate, sorted by the ids of both; pairs that cannot be compared are not listed.

    ``left`` of part_of is the part and ``right`` the whole; ``left`` of update is the earlier figure. Otherwise left
    comes first in time, then by document and place.
    """
    tallies = [tally for analysis in analyses for tally in _tallies(analysis)]
    found = {_pair(c.left, c.right): c for c in _parts(analyses)}
    bases: tuple[tuple[_Basis, Iterator[list[_Tally]]], ...] = (
        ("claim", _claimed(tallies, claims)),
        ("dispute", _disputed(tallies)),
        ("names", _named(tallies)),
    )
    for basis, groups in bases:
        for left, right in (pair for group in groups for pair in _pairs(group)):
            pair = _pair(left.figure.id, right.figure.id)
            comparison = None if pair in found else _compare(left, right, basis)
            if comparison is not None:
                found[pair] = comparison
    return tuple(sorted(found.values(), key=lambda c: (c.left, c.right)))


def _pair(left: str, right: str) -> tuple[str, str]:
    return min(left, right), max(left, right)


def _tallies(analysis: Analysis) -> Iterator[_Tally]:
    settings = Settings(analysis)
    attributions = {a.id: a for a in analysis.attributions}
    for figure in analysis.figures:
        counted = thing(figure)
        if counted is None and figure.unit is not None:
            counted = (figure.unit, "")
        written = " ".join(analysis.document.text[figure.start : figure.end].split())
        if counted is not None and _PARTITIVE.search(written):
            counted = (f"some of the {counted[0]}", counted[1])  # "nine of the dead" is no rival of "41 people"
        if counted is not None:
            yield _Tally(
                figure,
                counted,
                settings.of(figure),
                _source(analysis, attributions.get(figure.attribution or "")),
                analysis.document.published or "",
                written,
            )


def _source(analysis: Analysis, attribution: Attribution | None) -> str:
    """Return who gives the figure: the source's words, else the publisher; empty where neither is known."""
    if attribution is None:
        return fold(analysis.document.publisher or "")
    return fold(" ".join(span.of(analysis.document.text) for span in attribution.source))


def _parts(analyses: Sequence[Analysis]) -> Iterator[Comparison]:
    for analysis in analyses:
        by_id = {figure.id: figure for figure in analysis.figures}
        for figure in analysis.figures:
            whole = by_id.get(figure.subset_of or "")
            if whole is not None:
                text = analysis.document.text
                why = f"the text gives {figure.number.of(text)} as part of {whole.number.of(text)}"
                yield Comparison(figure.id, whole.id, "part_of", why)


def _claimed(tallies: Sequence[_Tally], claims: Sequence[Claim]) -> Iterator[list[_Tally]]:
    """Yield figures that stand in statements of the same claim, or of competing claims, by what they count."""
    by_document: dict[str, list[_Tally]] = defaultdict(list)
    for tally in tallies:
        by_document[tally.figure.document].append(tally)
    starts = {document: [t.figure.number.start for t in inside] for document, inside in by_document.items()}
    rivals = _rivals(claims)
    groups: dict[tuple[str, tuple[str, str]], dict[str, _Tally]] = defaultdict(dict)
    for claim in claims:
        for statement in claim.statements:
            at = starts.get(statement.document, [])
            first, last = bisect_left(at, statement.start), bisect_left(at, statement.end)
            for tally in by_document[statement.document][first:last] if at else ():
                groups[rivals[claim.id], tally.thing][tally.figure.id] = tally
    for key in sorted(groups):
        yield list(groups[key].values())


def _rivals(claims: Sequence[Claim]) -> dict[str, str]:
    """Return for each claim the least id among the claims that compete with it, directly or through others."""
    parent = {claim.id: claim.id for claim in claims}

    def root(claim: str) -> str:
        while parent[claim] != claim:
            parent[claim] = parent[parent[claim]]
            claim = parent[claim]
        return claim

    for claim in claims:
        for other in claim.competing:
            if other in parent:
                low, high = sorted((root(claim.id), root(other)))
                parent[high] = low
    return {claim: root(claim) for claim in parent}


def _disputed(tallies: Sequence[_Tally]) -> Iterator[list[_Tally]]:
    """Yield neighbouring figures of one document that count the same and are given by different sources."""
    groups: dict[tuple[str, tuple[str, str]], list[_Tally]] = defaultdict(list)
    for tally in tallies:
        if tally.figure.attribution is not None and tally.figure.subset_of is None and tally.source:
            groups[tally.figure.document, tally.thing].append(tally)
    for key in sorted(groups):
        for left, right in itertools.pairwise(groups[key]):
            if left.source != right.source and right.figure.start - left.figure.end < NEARBY:
                yield [left, right]


def _named(tallies: Sequence[_Tally]) -> Iterator[list[_Tally]]:
    """Yield figures that count the same thing beside the same name."""
    groups: dict[tuple[tuple[str, str], str], list[_Tally]] = defaultdict(list)
    for tally in tallies:
        if tally.figure.subset_of is None and tally.figure.unit is None:
            for name in tally.setting.names:
                groups[tally.thing, name].append(tally)
    for key in sorted(groups):
        yield groups[key]


def _pairs(group: list[_Tally]) -> Iterator[tuple[_Tally, _Tally]]:
    ordered = sorted(group, key=lambda t: t.order)
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield left, right


def _compare(left: _Tally, right: _Tally, basis: _Basis) -> Comparison | None:
    """Return the comparison, or None where it is not shown that both are about the same event."""
    together = overlap(left.setting, right.setting)
    if together is False or _are_siblings(left.figure, right.figure):
        return None
    names = shared_names(left.setting, right.setting)
    relation = relate(left.figure, right.figure)
    if relation == "conflict" and (together or basis == "claim") and _counts_on(left, right):
        relation = "update"
    if basis == "names" and not _is_shown(left, right, relation, names, together=together is True):
        return None
    head, effect = left.thing
    why = f"both count {head} ({effect})" if effect else f"both count {head}"
    why += f" beside {', '.join(name.title() for name in names[:3])}" if basis == "names" else _SAID[basis]
    why += " in windows that overlap" if together else ""
    why += "; the same source counts more at the later time" if relation == "update" else ""
    return Comparison(left.figure.id, right.figure.id, relation, f"“{left.words}” and “{right.words}” {why}.")


def _are_siblings(left: Figure, right: Figure) -> bool:
    """Whether both are parts of one whole, which differ because they count different parts."""
    return left.subset_of is not None and left.subset_of == right.subset_of


def _is_shown(left: _Tally, right: _Tally, relation: str, names: list[str], *, together: bool) -> bool:
    """Whether shared names and windows are enough to take two figures for the same event.

    A conflict needs windows that are known to overlap: two raids on one town differ in their dead. Equal numbers need
    less, but small ones agree by chance.
    """
    if together and names:
        return True
    if relation == "equal":
        return bool(names) and (len(names) > 1 or (left.figure.value or 0.0) >= TELLING)
    return relation == "within_qualifier" and len(names) > 1


def _counts_on(left: _Tally, right: _Tally) -> bool:
    """Whether ``right`` is a later and larger count by the same source."""
    if not left.source or left.source != right.source:
        return False
    later = (left.setting.last or left.published) < (right.setting.last or right.published)
    least, most = left.figure.value or left.figure.low or 0.0, right.figure.value or right.figure.low or 0.0
    return later and most > least
