"""Which figures agree: equal, within qualifier, part of, update, conflict; everything else is not comparable.

Two figures are compared only if they count the same thing (``things``) and are shown to be about the same event: they
stand in statements of one claim or of competing claims, or the same proper names stand beside them and their windows
overlap (``events``), or they are victims of what one story reports (``stories``). Figures that differ must be rivals
besides (``rivals``). Values are compared as the ranges that
their words allow (``relations``). Nothing is ever added up, within a source or across sources.
Known limits: figures of events that the texts do not name are left alone; in a large group each figure is compared with
its NEIGHBOURS only, which keeps the work linear.
"""

import itertools
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Literal

from headwater.figures.measures import SPANS
from headwater.figures.movements import reached
from headwater.records import Analysis, Claim, Comparison, Figure, FigureRelation, Story
from headwater.tallies.events import Settings, names_of, overlap, shared_names
from headwater.tallies.measures import measured_in_stories, relate_measured
from headwater.tallies.relations import relate
from headwater.tallies.rivals import (
    TELLING,
    Tally,
    common_names,
    counts_on,
    days_apart,
    is_share,
    is_told_apart,
    may_agree,
    one_event,
    one_may_be_wrong,
    one_thing,
    places_of,
    reason_of,
    said_of,
    shared_heads,
    source_words,
    two_voices,
)
from headwater.tallies.stories import relate_in_story, told_in_stories
from headwater.tallies.things import modifiers, thing

__all__ = ["compare_figures"]

_Basis = Literal["claim", "dispute", "names", "lead"]
_Given = dict[tuple[str, str, float | None], set[str]]  # who gives a value for an effect in a document
_SAID = {
    "claim": " in statements that are alike but for the figure",
    "dispute": " for two sources within a few sentences",
}
_LENGTHS = frozenset(SPANS.values())
AGE = "years old"  # people of one age are not one event
_BESIDE = {"names": "beside", "lead": "in texts of the same days that open on"}
ONE_MONTH = 31  # days within which texts repeat a rate of one report
ONE_STORY = 7  # days between texts that report one event
NEARBY = 600  # code points between two figures that two sources give for one event, about three sentences
SHARE = "some of the "  # before what a part is counted out of
_VICTIMS = {"death": "the dead", "injury": "the injured"}
NEIGHBOURS = 12  # figures of one group that each is compared with, in the order of their windows


def compare_figures(
    analyses: Sequence[Analysis], claims: Sequence[Claim], stories: Sequence[Story] = ()
) -> tuple[Comparison, ...]:
    """Return how figures relate, sorted by the ids of both. ``stories`` say which documents tell of one event.

    Of the pairs that cannot be compared only those are listed that stand in statements of one claim, or of competing
    claims, of two documents: those that a reader would compare.

    ``left`` of part_of is the part and ``right`` the whole; ``left`` of update is the earlier figure. Otherwise left
    comes first in time, then by document and place.
    """
    papers = names_of({analysis.document.publisher or "" for analysis in analyses})
    tallies = [tally for analysis in analyses for tally in _tallies(analysis, papers)]
    found = {_pair(c.left, c.right): c for c in _parts(analyses)}
    bases: tuple[tuple[_Basis, Iterator[list[Tally]]], ...] = (
        ("claim", _claimed(tallies, claims)),
        ("dispute", _disputed(tallies)),
        ("names", _named(tallies)),
        ("lead", _led(tallies)),
    )
    given: _Given = defaultdict(set)
    for tally in tallies:
        if tally.figure.value is not None:
            given[tally.figure.document, tally.thing[1], tally.figure.value].add(tally.source)
    apart: dict[tuple[str, str], Comparison] = {}
    for basis, groups in bases:
        for left, right in (pair for group in groups for pair in _pairs(group)):
            pair = _pair(left.figure.id, right.figure.id)
            if pair in found:
                continue
            comparison = _compare(left, right, basis, given)
            if comparison is not None:
                found[pair] = comparison
            elif basis not in ("names", "lead") and left.figure.document != right.figure.document:
                apart[pair] = _not_comparable(left, right)
    for comparison in _told(tallies, stories):
        found.setdefault(_pair(comparison.left, comparison.right), comparison)
    found |= {pair: comparison for pair, comparison in apart.items() if pair not in found}
    return tuple(sorted(found.values(), key=lambda c: (c.left, c.right)))


def _pair(left: str, right: str) -> tuple[str, str]:
    return min(left, right), max(left, right)


def _tallies(analysis: Analysis, papers: frozenset[str]) -> Iterator[Tally]:
    settings = Settings(analysis, papers)
    attributions = {a.id: a for a in analysis.attributions}
    for figure in analysis.figures:
        counted = thing(figure)
        if counted is None and figure.unit not in (None, AGE):
            counted = (figure.unit or "", "")
        attribution = attributions.get(figure.attribution or "")
        if counted is None or (attribution is not None and attribution.polarity != "said"):
            continue  # who denies a number gives none
        text = analysis.document.text
        written = " ".join(text[figure.start : figure.end].split())
        said = said_of(analysis, figure)
        narrowed = modifiers(figure) | reason_of(analysis, figure)
        is_part = is_share(written) or figure.subset_of is not None
        if is_part:
            counted = (f"{SHARE}{counted[0]}", counted[1])
            narrowed |= said or {figure.id}  # a part that nothing describes is like no other
        yield Tally(
            figure,
            counted,
            narrowed,
            said,
            settings.of(figure),
            source_words(analysis, attribution),
            places_of(analysis, attribution),
            figure.attribution is not None,
            is_part,
            reached(text, figure),
            analysis.document.published or "",
            analysis.document.publisher or "",
            written,
        )


def _parts(analyses: Sequence[Analysis]) -> Iterator[Comparison]:
    for analysis in analyses:
        by_id = {figure.id: figure for figure in analysis.figures}
        for figure in analysis.figures:
            whole = by_id.get(figure.subset_of or "")
            if whole is not None:
                text = analysis.document.text
                why = f"The text gives “{figure.number.of(text)}” as part of “{whole.number.of(text)}”."
                yield Comparison(figure.id, whole.id, "part_of", why)


def _claimed(tallies: Sequence[Tally], claims: Sequence[Claim]) -> Iterator[list[Tally]]:
    """Yield figures that stand in statements of the same claim, or of competing claims, by what they count."""
    by_document: dict[str, list[Tally]] = defaultdict(list)
    for tally in tallies:
        by_document[tally.figure.document].append(tally)
    starts = {document: [t.figure.number.start for t in inside] for document, inside in by_document.items()}
    rivals = _rivals(claims)
    groups: dict[tuple[str, tuple[str, str]], dict[str, Tally]] = defaultdict(dict)
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


def _disputed(tallies: Sequence[Tally]) -> Iterator[list[Tally]]:
    """Yield neighbouring figures of one document that count the same and are given by different sources."""
    groups: dict[tuple[str, tuple[str, str]], list[Tally]] = defaultdict(list)
    for tally in tallies:
        if tally.figure.attribution is not None and tally.figure.subset_of is None and tally.source:
            groups[tally.figure.document, tally.thing].append(tally)
    for key in sorted(groups):
        for left, right in itertools.pairwise(groups[key]):
            if two_voices(left, right) and right.figure.start - left.figure.end < NEARBY:
                yield [left, right]


def _named(tallies: Sequence[Tally]) -> Iterator[list[Tally]]:
    """Yield figures that count the same thing beside the same name."""
    groups: dict[tuple[tuple[str, str], str], list[Tally]] = defaultdict(list)
    for tally in tallies:
        if tally.figure.subset_of is None and tally.figure.unit is None:
            for name in tally.setting.names:
                groups[tally.thing, name].append(tally)
    for key in sorted(groups):
        yield groups[key]


def _led(tallies: Sequence[Tally]) -> Iterator[list[Tally]]:
    """Yield victims of the event that texts of the same days report which open on the same name, one number each."""
    groups: dict[tuple[tuple[str, str], str, float], list[Tally]] = defaultdict(list)
    for tally in tallies:
        value = tally.figure.value or 0.0
        whole = tally.figure.subset_of is None and tally.figure.unit is None and tally.figure.role == "event"
        if whole and value >= TELLING and tally.published:
            for name in tally.setting.lead:
                groups[tally.thing, name, value].append(tally)
    for key in sorted(groups):
        yield groups[key]


def _told(tallies: Sequence[Tally], stories: Sequence[Story]) -> Iterator[Comparison]:
    """Yield how the numbers relate that texts of one story give for their victims, and for other things."""
    for told in told_in_stories(tallies, stories):
        for left, right in _neighbours(told.tallies):
            relation = relate_in_story(left, right, told)
            if relation is not None:
                yield _in_story(left, right, relation, _VICTIMS[left.thing[1]], common_names(left, right))
    for measured in measured_in_stories(tallies, stories):
        for left, right in _neighbours(measured.tallies):
            relation = relate_measured(left, right, measured)
            if relation is not None:
                yield _in_story(left, right, relation, left.figure.counts or "", shared_heads(left, right))


def _in_story(left: Tally, right: Tally, relation: FigureRelation, counted: str, names: list[str]) -> Comparison:
    said = ", ".join(name.title() for name in names[:3])
    why = f"both count {counted} in texts of one story that name {said}"
    return _comparison(left, right, relation, why + (_of_update(left, right) if relation == "update" else ""))


def _of_update(left: Tally, right: Tally) -> str:
    """Return what makes ``right`` a later count, and what speaks against it."""
    if right.movement == "rose":
        return "; the text says that the number rose to the second"
    doubt = ", or one of the two papers is wrong" if one_may_be_wrong(left, right) else ""
    return f"; the same source counts more at the later time{doubt}"


def _comparison(left: Tally, right: Tally, relation: FigureRelation, why: str) -> Comparison:
    return Comparison(left.figure.id, right.figure.id, relation, f"“{left.words}” and “{right.words}” {why}.")


def _are_of_one_week(left: Tally, right: Tally) -> bool:
    """Whether both texts are of the same days; not where the day of one is not known."""
    apart = days_apart(left, right)
    return apart is not None and apart <= ONE_STORY


def _pairs(group: list[Tally]) -> Iterator[tuple[Tally, Tally]]:
    return _neighbours(sorted(group, key=lambda t: t.order))


def _neighbours(ordered: Sequence[Tally]) -> Iterator[tuple[Tally, Tally]]:
    for at, left in enumerate(ordered):
        for right in ordered[at + 1 : at + 1 + NEIGHBOURS]:
            yield left, right


def _compare(left: Tally, right: Tally, basis: _Basis, given: _Given) -> Comparison | None:
    """Return the comparison, or None where it is not shown that both are about the same event."""
    together = overlap(left.setting, right.setting)
    if together is False or _are_parts(left.figure, right.figure):
        return None
    if left.figure.document == right.figure.document and not two_voices(left, right):
        return None
    if left.is_bare and not _may_be_one(left, right, basis, together=together is True):
        return None
    names = shared_names(left.setting, right.setting)
    relation: FigureRelation = relate(left.figure, right.figure)
    if basis == "lead":
        names = sorted(left.setting.lead & right.setting.lead)
        if left.figure.document == right.figure.document or not _are_of_one_week(left, right):
            return None
    if relation != "equal":
        if left.figure.role != right.figure.role and left.figure.role and right.figure.role:
            return None  # the dead of an attack are not those of the year
        if not (one_thing(left, right) and one_event(left, right)):
            return None
        if relation == "conflict" and _gives_both(left, right, given):
            return None
        if relation == "within_qualifier" and not may_agree(left, right):
            return None
        if relation == "conflict" and left.movement == "rose" and counts_on(right, left):
            left, right = right, left
        told = together or basis == "claim" or right.movement == "rose"
        if relation == "conflict" and told and counts_on(left, right):
            relation = "update"
    if basis == "names" and not _is_shown(left, right, relation, names, together=together is True):
        return None
    head, effect = left.thing
    head = left.figure.counts or head if left.figure.unit is not None else head
    why = f"both count {head} ({effect})" if effect else f"both count {head}"
    shared = sorted((left.narrowed & right.narrowed) - set(head.split()))
    why += f", by the words {' and '.join(shared)}," if head.startswith(SHARE) and shared else ""
    why += f" {_BESIDE[basis]} {', '.join(name.title() for name in names[:3])}" if basis in _BESIDE else _SAID[basis]
    why += " in windows that overlap" if together else ""
    why += _of_update(left, right) if relation == "update" else ""
    return _comparison(left, right, relation, why)


def _may_be_one(left: Tally, right: Tally, basis: _Basis, *, together: bool) -> bool:
    """Whether two shares, sums or lengths of which nothing is named may be of one thing.

    "Six months" from two mouths are of anything, and a rate that two months' reports give alike is of two months.
    """
    if basis == "dispute":
        return left.figure.unit not in _LENGTHS
    apart = days_apart(left, right)
    return together or apart is None or apart <= ONE_MONTH


def _not_comparable(left: Tally, right: Tally) -> Comparison:
    """Return that two figures cannot be compared although they stand in statements of one claim, with the reason."""
    if overlap(left.setting, right.setting) is False:
        why = "their windows do not overlap"
    elif _are_parts(left.figure, right.figure):
        why = "one is a part of what the other counts, or both are parts of one count"
    elif not one_thing(left, right):
        why = "the words do not show that they count the same thing"
    elif not one_event(left, right):
        why = "they hold for other times or places"
    else:
        why = "nothing shows that both are counts of one event"
    return Comparison(left.figure.id, right.figure.id, "not_comparable", f"“{left.words}” and “{right.words}”: {why}.")


def _are_parts(left: Figure, right: Figure) -> bool:
    """Whether one is part of the other, or both are parts of one whole, which differ because they count other parts."""
    siblings = left.subset_of is not None and left.subset_of == right.subset_of
    return siblings or left.subset_of == right.id or right.subset_of == left.id


def _gives_both(left: Tally, right: Tally, given: _Given) -> bool:
    """Whether one of both voices gives the other's number as well: who counts 312 and 116 of them counts two things."""
    for one, other in ((left, right), (right, left)):
        sources = given.get((one.figure.document, one.thing[1], other.figure.value), set())
        if one.source in sources:
            return True
    return False


def _is_shown(left: Tally, right: Tally, relation: str, names: list[str], *, together: bool) -> bool:
    """Whether shared names and windows are enough to take two figures for the same event.

    A conflict needs windows that are known to overlap: two raids on one town differ in their dead. Equal numbers need
    less, but small ones agree by chance.
    """
    if together and names and (relation == "equal" or is_told_apart(left, right, names)):
        return True
    if relation == "equal" and not left.thing[1] and (left.figure.value or 0.0) < TELLING:
        return len(names) > 2 or (len(names) > 1 and bool(left.said & right.said))  # "four districts" may be any four
    if relation == "equal":
        return bool(names) and (len(names) > 1 or (left.figure.value or 0.0) >= TELLING)
    return relation == "within_qualifier" and len(names) > 1
