"""The spread of the figures that the reports of one claim give for the same counted thing."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from headwater.claims.forms import stem
from headwater.claims.tables import COMMON
from headwater.records import Analysis, ClaimFigures, Figure, Statement
from headwater.words import words


def spread(statements: Sequence[Statement], analyses: Mapping[str, Analysis]) -> ClaimFigures | None:
    """Return the least and the greatest figure of what most reports count; None where none gives a figure.

    ``agree`` is None where only one report gives it, else whether all could be one number.
    """
    found: dict[tuple[str | None, str], list[tuple[str, Figure]]] = defaultdict(list)
    for statement in statements:
        for figure in analyses[statement.document].figures:
            if statement.start <= figure.start and figure.end <= statement.end and _low(figure) is not None:
                found[figure.unit, _head(figure)].append((statement.id, figure))
    if not found:
        return None
    key = min(found, key=lambda k: (-len({s for s, _ in found[k]}), k[0] or "", k[1]))
    lows = [low for _, figure in found[key] if (low := _low(figure)) is not None]
    highs = [high for _, figure in found[key] if (high := _high(figure)) is not None]
    reports = len({statement for statement, _ in found[key]})
    agree = None if reports < 2 else max(lows) <= min(highs)
    return ClaimFigures(min(lows), max(highs), agree)


def _low(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.low if figure.low is not None else figure.high


def _high(figure: Figure) -> float | None:
    return figure.value if figure.value is not None else figure.high if figure.high is not None else figure.low


def _head(figure: Figure) -> str:
    """Return the stem of the counted thing; empty where none is given."""
    return next((stem(w.folded) for w in words(figure.counts or "") if w.folded not in COMMON), "")
