"""Figures: a list of all, and those that disagree.

Figures that are linked by a conflict stand in one dispute, so that five papers with two numbers make one line each,
not ten pairs.
"""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Case, Comparison, Figure, Time
from headwater.report.index import Index, Where, index, where, who
from headwater.report.wording import say_value
from headwater.words import words

_OPENER = re.compile(r"\b(?:since|until|till|by|before|after|between|from)\s+(?:the\s+)?$", re.IGNORECASE)
_MOVED = {"up": "rose", "down": "fell"}
_OPENER_REACH = 20  # code points before a time in which the word that opens its window stands


@dataclass(frozen=True, slots=True)
class FigureLine:
    """A figure in words: its value, what it counts, who says so, for which time, out of what."""

    id: str
    place: Where
    value: str
    counts: str | None
    speaker: str | None
    window: str | None
    subset_of: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Dispute:
    """Figures for the same thing that disagree, earliest document first; ``why`` holds the reasons."""

    figures: tuple[FigureLine, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FigureList:
    """Every figure by document and place, and the disputes among them."""

    figures: tuple[FigureLine, ...]
    disputes: tuple[Dispute, ...]


def figure_list(case: Case | Index) -> FigureList:
    """Return every figure and the disputes."""
    found = case if isinstance(case, Index) else index(case)
    ordered = sorted(found.figures.values(), key=lambda figure: figure_order(found, figure))
    return FigureList(tuple(figure_line(found, figure) for figure in ordered), disputes(found))


def disputes(found: Index) -> tuple[Dispute, ...]:
    """Return the groups of figures that a conflict links; those that most documents take part in first."""
    conflicts = [comparison for comparison in found.case.comparisons if comparison.relation == "conflict"]
    group_of = components(conflicts)
    members: defaultdict[str, dict[str, None]] = defaultdict(dict)
    reasons: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for comparison in conflicts:
        group = group_of[comparison.left]
        members[group] |= {comparison.left: None, comparison.right: None}
        reasons[group][comparison.why] = None
    result = []
    for group, keys in members.items():
        figures = sorted(
            (found.figures[key] for key in keys if key in found.figures), key=lambda f: figure_order(found, f)
        )
        lines = tuple(figure_line(found, figure) for figure in figures)
        told = {
            frozenset(w.folded for w in words(why)): why for why in sorted(reasons[group], reverse=True)
        }  # which side is named first
        result.append(Dispute(lines, tuple(sorted(told.values()))))
    result.sort(key=_standing)
    return tuple(result)


def _standing(dispute: Dispute) -> tuple[int, int, int, list[str]]:
    documents = {line.place.document for line in dispute.figures}
    speakers = {line.speaker for line in dispute.figures}
    return -len(documents), -len(speakers), -len(dispute.figures), [line.id for line in dispute.figures]


def components(linked: Sequence[Comparison]) -> dict[str, str]:
    """Return for each figure id the smallest id that the comparisons lead to."""
    parent: dict[str, str] = {}

    def root(key: str) -> str:
        parent.setdefault(key, key)
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    for comparison in linked:
        low, high = sorted((root(comparison.left), root(comparison.right)))
        parent[high] = low
    return {key: root(key) for key in parent}


def figure_order(found: Index, figure: Figure) -> tuple[str, str, int, str]:
    """Sort figures by this: date, document, place."""
    document = found.documents[figure.document]
    return (document.published or "~", found.labels[document.id], figure.start, figure.id)


def figure_line(found: Index, figure: Figure) -> FigureLine:
    """Return one figure in words."""
    window = found.times.get(figure.window or "")
    whole = found.figures.get(figure.subset_of or "")
    return FigureLine(
        figure.id,
        where(found, figure.document, figure.start, figure.end),
        _value(found, figure),
        figure.counts,
        who(found, figure.attribution),
        _window_words(found, window) if window else None,
        where(found, whole.document, whole.start, whole.end).text if whole else None,
        figure.evidence.why,
    )


def _value(found: Index, figure: Figure) -> str:
    """Return the value in words: "rose to 5", where "up 5" would read as a rise by five."""
    said, hedge = say_value(figure), figure.qualifier
    moved = _MOVED.get(hedge.kind) if hedge is not None else None
    if hedge is None or hedge.span is None or moved is None:
        return said
    to = found.documents[figure.document].text[hedge.span.start : hedge.span.end].lower().endswith("to")
    return f"{moved} to {said.removeprefix(hedge.kind).strip()}" if to else said


def _window_words(found: Index, window: Time) -> str:
    """Return the words of a window with the one that opens it: "since June" is more than June."""
    before = found.documents[window.document].text[max(0, window.start - _OPENER_REACH) : window.start]
    opener = _OPENER.search(before)
    start = window.start - (len(before) - opener.start()) if opener else window.start
    return where(found, window.document, start, window.end).text
