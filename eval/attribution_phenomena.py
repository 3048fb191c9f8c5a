"""How many rows of the table of attribution phenomena come out exactly as expected.

usage: python eval/attribution_phenomena.py [--misses]

``rules`` is the share that rules alone get of the rows they are there for, ``all`` that of all rows with the model,
0 to 100.
"""

import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from headwater.errors import ModelError
from headwater.models.attribution.model import load
from phenomena import attribution_direct, attribution_indirect, attribution_languages, attribution_nested
from phenomena.attribution import Predict, found_in, mismatches

ROWS = [
    *attribution_direct.ROWS,
    *attribution_indirect.ROWS,
    *attribution_nested.ROWS,
    *attribution_languages.ROWS,
]


def measure(*, misses: bool = False) -> dict[str, float]:
    """Return the share of rows right by rules alone and with the model, and how many rows there are."""
    figures = {"rows": float(len(ROWS)), "rules": _share(None, misses=misses)}
    try:
        figures["all"] = _share(load().predict, misses=misses)
    except ModelError:
        return figures
    return figures


def _share(predict: Predict | None, *, misses: bool) -> float:
    right = 0
    rows = [row for row in ROWS if predict is not None or row.by == "rule"]
    for row in rows:
        wrong = mismatches(row, found_in(row, predict))
        right += not wrong
        if wrong and misses:
            by = row.by if predict is None else f"{row.by} with model"
            print(f"[{row.language} {by}] {row.text[:110]!r}: {'; '.join(wrong)}")
    return round(100 * right / len(rows), 1)


if __name__ == "__main__":
    print(json.dumps(measure(misses="--misses" in sys.argv[1:])))
