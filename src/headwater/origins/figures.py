"""The spread of the figures that the reports of one claim give for the same counted thing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.claims.forms import sense
from headwater.claims.tables import COMMON
from headwater.records import Analysis, ClaimFigures, Figure, Statement
from headwater.words import words

SLOTS = 20  # things said of one counted thing that are told apart in one claim


def spread(statements: Sequence[Statement], analyses: Mapping[str, Analysis]) -> ClaimFigures | None:
    """Return the least and the greatest figure of what most reports count; None where none gives a figure.

    Where a report gives several figures for one thing ("from one in five to one in eight"), the first ones must agree,
    else the claim has no single figure.
    ``agree`` is None where only one report gives the figure, else whether all could be one number.
    """
    found: dict[tuple[str | None, str, int], dict[str, list[Figure]]] = defaultdict(lambda: defaultdict(list))
    slots: dict[tuple[str | None, str], list[frozenset[str]]] = defaultdict(list)
    for statement in sorted(statements, key=lambda s: (s.document, s.start, s.end, s.id)):
        for figure in analyses[statement.document].figures:
            if statement.start <= figure.start and figure.end <= statement.end and _low(figure) is not None:
                head, rest = _counted(figure)
                found[figure.unit, head, _slot(slots[figure.unit, head], rest)][statement.id].append(figure)
    first = {key: [min(f, key=lambda x: x.start) for f in reports.values()] for key, reports in found.items()}
    sure = [key for key in found if _agree(first[key]) or all(len(f) == 1 for f in found[key].values())]
    if not sure:
        return None
    key = min(sure, key=lambda k: (-len(first[k]), not k[1], min(f.start for f in first[k]), k[0] or "", k[1:]))
    lows, highs = _bounds(first[key])
    return ClaimFigures(min(lows), max(highs), None if len(first[key]) < 2 else _agree(first[key]))


def _agree(figures: Sequence[Figure]) -> bool:
    lows, highs = _bounds(figures)
    return max(lows) <= min(highs)


def _bounds(figures: Sequence[Figure]) -> tuple[list[float], list[float]]:
    lows = [low for figure in figures if (low := _low(figure)) is not None]
    highs = [high for figure in figures if (high := _high(figure)) is not None]
    return lows, highs


def _low(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.low if figure.low is not None else figure.high


def _high(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.high if figure.high is not None else figure.low


def _counted(figure: Figure) -> tuple[str, frozenset[str]]:
    """Return the sense of the counted thing, empty where none is given, and those of what is said of it."""
    found = [sense(w.folded) for w in words(figure.counts or "") if w.folded not in COMMON]
    return (found[0], frozenset(found[1:])) if found else ("", frozenset())


def _slot(slots: list[frozenset[str]], rest: frozenset[str]) -> int:
    """Return the slot of a counted thing by what is said of it: people that died are not people that were saved."""
    for at, known in enumerate(slots[:SLOTS]):
        if known & rest or not (known and rest):
            return at
    slots.append(rest)
    return len(slots) - 1
