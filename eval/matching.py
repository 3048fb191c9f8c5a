"""Measure the comparison of statements: news paraphrases, vetoes, and the search for claims by meaning.

usage: python eval/matching.py [--fit] [--vetoes KIND]

Paraphrases: accuracy and F1 on the validation part of the Microsoft Research Paraphrase Corpus (Dolan et al. 2004),
whose training part taught the weights (`--fit` learns them anew and prints them). Vetoes: the share of vetoed training
and validation pairs that people judged not the same. The corpus is lenient: it calls pairs the same whose figures or
days differ ("lost 6 points" and "was down 4.77 points"), so that share is far below how often a veto names a real
conflict. Therefore every pair that it calls the same and a figure forbids was read (2026-11-21), and
`veto_readings.json` holds whether its figures do conflict, by a hash of the pair; one that nobody read counts as wrong.
`--vetoes KIND` lists such pairs to read.

Retrieval: mean average precision of the first five claims for the 197 development posts of CheckThat! 2020, task 2
(Barrón-Cedeño et al. 2020), among its 10,375 checked claims with their titles, no other field and no external data.
184 of the claims stand in the collection twice, apart from quotation marks and blanks, and 48 posts are judged to match
such a one; claims of the same words have one score and stay in the order of the collection.
"""

import argparse
import csv
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import numpy.typing as npt

from headwater.claims.forms import form
from headwater.claims.likeness import Collection
from headwater.claims.similarity import FEATURES, compare, features
from headwater.claims.vetoes import Veto, figures, veto
from headwater.models.meaning.model import load

HERE = Path(__file__).resolve().parent
FOLDER = HERE.parent.parent / "shared" / "data" / "matching"
CHECKED = FOLDER / "checkthat2020"
DATA = [
    "matching/msr-para-train.tsv",
    "matching/msr-para-val.tsv",
    "matching/checkthat2020/dev.qrels",
    "matching/checkthat2020/dev.queries.tsv",
    "matching/checkthat2020/verified_claims.docs.tsv",
]
FIRST = 5  # claims that are looked at for a post
READINGS = HERE / "veto_readings.json"
SHRINK = 10.0  # ridge penalty on standardised weights, chosen by 10-fold cross-validation
Floats = npt.NDArray[np.float64]


def pairs(part: str) -> list[tuple[bool, str, str]]:
    """Return the pairs of a part of the paraphrase corpus with their judgement."""
    lines = (FOLDER / f"msr-para-{part}.tsv").read_text(encoding="utf-8-sig").splitlines()[1:]
    rows = [line.split("\t") for line in lines]
    return [(row[0] == "1", row[3], row[4]) for row in rows]


def fit(values: Floats, same: Floats, rounds: int = 30) -> tuple[Floats, Floats, Floats]:
    """Return mean, spread and weights (constant first) of a ridge logistic regression (Newton's method)."""
    mean, spread = values.mean(0), values.std(0) + 1e-9
    inputs = np.c_[np.ones(len(values)), (values - mean) / spread]
    weights = np.zeros(inputs.shape[1])
    ridge = np.eye(len(weights)) * SHRINK
    ridge[0, 0] = 0
    for _ in range(rounds):
        p = 1 / (1 + np.exp(-inputs @ weights))
        curvature = (inputs * (p * (1 - p))[:, None]).T @ inputs + ridge
        weights -= np.linalg.solve(curvature, inputs.T @ (p - same) + ridge @ weights)
    return mean, spread, weights


def learn() -> None:
    """Learn the weights of the similarity and print them as they stand in the source."""
    rows = pairs("train")
    values = np.array([features(form(a), form(b)) for _, a, b in rows])
    same = np.array([float(s) for s, _, _ in rows])
    order = np.random.default_rng(0).permutation(len(rows))
    held = np.zeros(len(rows))
    for k in range(10):
        test = order[k::10]
        train = np.setdiff1d(order, test)
        mean, spread, weights = fit(values[train], same[train])
        held[test] = weights[0] + ((values[test] - mean) / spread) @ weights[1:]
    print("# cross-validated:", scores((held >= 0).tolist(), [s for s, _, _ in rows]))
    mean, spread, weights = fit(values, same)
    print("MODEL = {")
    for name, m, s, w in zip(FEATURES, mean, spread, weights[1:], strict=True):
        print(f'    "{name}": ({m:.4f}, {s:.4f}, {w:+.4f}),')
    print(f"}}\nCONSTANT = {weights[0]:.4f}")


def scores(found: list[bool], gold: list[bool]) -> tuple[float, float]:
    """Return accuracy and F1 of "same"."""
    hits = sum(f and g for f, g in zip(found, gold, strict=True))
    right = sum(f == g for f, g in zip(found, gold, strict=True))
    return right / len(gold), 2 * hits / max(1, sum(found) + sum(gold))


def paraphrases() -> dict[str, float]:
    """Return accuracy and F1 on the validation pairs."""
    rows = pairs("val")
    accuracy, f1 = scores([compare(form(a), form(b)) >= 0.5 for _, a, b in rows], [s for s, _, _ in rows])
    return {"paraphrase_accuracy": accuracy, "paraphrase_f1": f1}


def vetoed() -> list[tuple[bool, Veto, str, str]]:
    """Return every pair of the corpus that a veto forbids, with its judgement."""
    found = []
    for part in ("train", "val"):
        for same, a, b in pairs(part):
            reason = veto(form(a), form(b))
            if reason is not None:
                found.append((same, reason, a, b))
    return found


def pair_hash(left: str, right: str) -> str:
    """Return the name of a pair in the readings; the sentences themselves are not ours to keep."""
    return hashlib.sha256(f"{left}\n{right}".encode()).hexdigest()[:16]


def vetoes() -> dict[str, float]:
    """Return the precision of the vetoes."""
    found = vetoed()
    wrong = Counter(v.kind for same, v, _, _ in found if same)
    read = json.loads(READINGS.read_text())
    figure = [
        (same, read.get(pair_hash(a, b), False))
        for part in ("train", "val")
        for same, a, b in pairs(part)
        if figures(form(a), form(b)) is not None
    ]
    return {
        "veto_precision": 1 - sum(wrong.values()) / max(1, len(found)),
        "figure_veto_precision": sum(not same or conflict for same, conflict in figure) / max(1, len(figure)),
        "figure_veto_by_labels": sum(not same for same, _ in figure) / max(1, len(figure)),
        "figure_vetoes": len(figure),
    }


def retrieval(part: str = "dev") -> dict[str, float]:
    """Return the mean average precision of the first claims for the posts of a part, and how often one is right."""

    def rows(name: str) -> list[list[str]]:
        with (CHECKED / name).open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file, delimiter="\t"))[1:]

    claims = rows("verified_claims.docs.tsv")
    right: dict[str, set[str]] = {}
    for line in (CHECKED / f"{part}.qrels").read_text(encoding="utf-8").splitlines():
        post, _, claim, _ = line.split()
        right.setdefault(post, set()).add(claim)
    collection = Collection([f"{claim} {title}" for _, claim, title in claims], load().embed)
    precisions = []
    found = 0
    for post, text in rows(f"{part}.queries.tsv"):
        hits = [claims[one.at][0] in right[post] for one in collection.like(text, FIRST)]
        found += any(hits)
        ranks = [i for i, hit in enumerate(hits) if hit]
        precisions.append(sum((n + 1) / (i + 1) for n, i in enumerate(ranks)) / min(FIRST, len(right[post])))
    return {"retrieval": float(np.mean(precisions)), "retrieval_found": found / len(precisions)}


def measure() -> dict[str, float]:
    """Return the figures that are held against floors."""
    return {**paraphrases(), **vetoes(), **retrieval()}


def main() -> None:
    """Measure, or learn the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--vetoes", metavar="KIND")
    options = parser.parse_args()
    if options.fit:
        learn()
    elif options.vetoes:
        for same, reason, a, b in vetoed():
            if same and reason.kind == options.vetoes:
                print(f"{reason.left} | {reason.right}\n   {a}\n   {b}")
    else:
        print(json.dumps(measure()))


if __name__ == "__main__":
    main()
