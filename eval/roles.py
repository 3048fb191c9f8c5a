"""Fit and cross-validate the weights that tell victims of the reported event from background and losses of fighting.

usage: python eval/roles.py [--folds N]

Gold: the numbers of dead and wounded in the filled templates of MUC-3/4, read in full (see `figures.stated`). A figure
is of the event where a template of its text states its number. Logistic regression by Newton's method with a small
ridge (Hosmer and Lemeshow 2000), texts kept together in the folds. Prints, for thresholds, recall and precision as the
shared scorer counts (of exact numbers, see `figures`), and precision of all by the templates read in full, on texts
that no weight was fitted to; then the weights fitted to all of them. START of `figures.roles` is the intercept less the
threshold.
"""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from figures import WIRE, Pair, analysed, rows, stated
from headwater.figures.effects import effect_of
from headwater.figures.roles import HUMAN, WEIGHTS, Signs
from shared import scorer

RIDGE = 1.0  # of the weights, not of the intercept
STEPS = 30


@dataclass(frozen=True, slots=True)
class Case:
    """A figure that the shared scorer would count: its text, signs, and what the templates say of it."""

    text: int
    pair: Pair
    signs: frozenset[str]
    is_gold: bool
    is_stated: bool
    has_template: bool
    is_exact: bool  # no bound: "at least 50"


def cases() -> Iterator[Case]:
    """Yield the figures of dead and wounded that give a number and are no part of another."""
    judge = scorer("figures")
    for number, row in enumerate(rows(WIRE, "all")):
        read = analysed(row["text"], row["id"], row["dct"])
        signs = Signs(read.document, read.segments, read.figures, read.times)
        gold, full = judge.muc_pairs(row), stated(row)
        for figure in read.figures:
            if figure.value is None or figure.value < 2 or figure.subset_of is not None or figure.role == "unreal":
                continue
            words = f"{figure.counts or ''} {row['text'][figure.start : figure.end]}"
            if effect_of((figure.counts or "").lower().split()) not in HUMAN:
                continue
            for effect, named in judge.EFFECTS.items():
                if re.search(named, words, re.IGNORECASE):
                    pair = int(figure.value), effect
                    exact = figure.qualifier is None or figure.qualifier.kind not in ("at_least", "at_most")
                    judged = bool(row["templates"])
                    yield Case(number, pair, signs.of(figure), pair in gold, pair in full, judged, exact)


def fit(chosen: Sequence[Case]) -> np.ndarray:
    """Return the intercept and the weights of the signs in the order of WEIGHTS."""
    table, wanted = _table(chosen), np.array([case.is_stated for case in chosen], dtype=float)
    weights = np.zeros(table.shape[1])
    ridge = RIDGE * np.eye(len(weights))
    ridge[0, 0] = 0.0
    for _ in range(STEPS):
        shares = 1 / (1 + np.exp(-table @ weights))
        slope = table.T @ (wanted - shares) - ridge @ weights
        curve = (table * (shares * (1 - shares))[:, None]).T @ table + ridge
        weights += np.linalg.solve(curve, slope)
    return weights


def _table(chosen: Sequence[Case]) -> np.ndarray:
    return np.array([[1.0, *(float(sign in case.signs) for sign in WEIGHTS)] for case in chosen])


def sums(chosen: Sequence[Case], folds: int) -> np.ndarray:
    """Return the sum of each case by weights that were fitted to other texts."""
    found = np.zeros(len(chosen))
    for fold in range(folds):
        inside = [n for n, case in enumerate(chosen) if case.text % folds == fold]
        others = [case for case in chosen if case.text % folds != fold and case.has_template]
        found[inside] = _table([chosen[n] for n in inside]) @ fit(others)
    return found


def main() -> None:
    """Print the table of thresholds and the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--folds", type=int, default=10)
    chosen = list(cases())
    found = sums(chosen, parser.parse_args().folds)
    wanted = sum(len(scorer("figures").muc_pairs(row)) for row in rows(WIRE, "all"))
    print(f"{len(chosen)} figures; threshold, recall, precision, precision by templates read in full")
    for threshold in np.arange(-1.0, 0.51, 0.1):
        kept = {(c.text, *c.pair): c for c, s in zip(chosen, found, strict=True) if s >= threshold}.values()
        judged = [case for case in kept if case.has_template]
        exact = sum(case.is_exact for case in judged)
        right = sum(case.is_gold for case in kept if case.is_exact)
        full = sum(case.is_stated for case in judged)
        print(f"{threshold:5.1f} {right / wanted:.3f} {right / exact:.3f} {full / len(judged):.3f}")
    weights = fit([case for case in chosen if case.has_template])
    print({name: round(float(w), 2) for name, w in zip(("start", *WEIGHTS), weights, strict=True)})


if __name__ == "__main__":
    main()
