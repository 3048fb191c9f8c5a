"""Measure who is said to have done it, with how much reserve: the perpetrator's confidence in MUC-3/4 templates.

usage: python eval/responsibility.py [--part seen|unseen|all] [--misses]

Gold: per text and perpetrating organisation, the confidences of its filled templates (optional ones left out): fact,
claimed, accused, accused by authorities, possible. The organisations are given by the gold; what is judged is how the
text says that they did it. Where the tool finds no statement about one it is taken to be named without reserve, as the
guidelines of MUC do ("reported as fact"). F1 of each confidence and their mean; ``found`` is the share of the
organisations about which the tool found a statement. Rules were written with three quarters of the texts in view ("seen").
"""

import argparse
import collections
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from typing import Any

from headwater.pipeline import analyse
from headwater.records import Document, Responsibility
from shared import SHARED

WIRE = "figures/muc34_dev.jsonl.gz"
DATA = [WIRE]
CONFIDENCES = {
    "REPORTED AS FACT": "fact",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED": "accused",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "by authorities",
    "POSSIBLE": "possible",
}
Row = dict[str, Any]  # a row of the data file, as it is


def rows(part: str) -> list[Row]:
    """Return the texts that have a template with a perpetrating organisation, of ``part``."""
    with gzip.open(SHARED / "data" / WIRE, "rt", encoding="utf-8", newline="") as lines:
        found = [json.loads(line) for line in lines if line.strip()]
    found = [row for row in found if list(gold(row))]
    return [row for n, row in enumerate(found) if part == "all" or (n % 4 == 3) == (part == "unseen")]


def gold(row: Row) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the names of each organisation of the text with its confidences, alternatives among them."""
    merged: dict[frozenset[str], set[str]] = {}
    for template in row["templates"]:
        for filled in template["perp_conf"]:
            head, _, tail = filled.partition(":")
            said = {CONFIDENCES[c.strip()] for c in head.split("/") if c.strip() in CONFIDENCES}
            names = frozenset(" ".join(name.split()) for name in re.findall(r'"([^"\\]+)"', tail))
            if template["optional"] or "?" in head or not said or not names:
                continue
            same = next((known for known in merged if known & names), names)
            merged.setdefault(same, set()).update(said)
    for names, said in merged.items():
        yield names, frozenset(said)


def confidence(one: Responsibility) -> str | None:
    """Return the confidence of MUC that the record's standing comes to."""
    if one.standing == "denied":
        return None
    if one.standing == "accused" or (one.standing == "asserted" and one.by_authorities):
        return "by authorities" if one.by_authorities else "accused"
    return {"asserted": "fact", "claimed": "claimed", "possible": "possible"}[one.standing]


def about(found: Iterable[Responsibility], text: str, names: Iterable[str]) -> list[Responsibility]:
    """Return the statements whose actor bears one of the names."""
    folded = [name.casefold().removeprefix("the ") for name in names]
    return [r for r in found if any(name in " ".join(r.actor.of(text).split()).casefold() for name in folded)]


def judged(statements: Iterable[Responsibility]) -> str:
    """Return the one confidence that a text's statements about one organisation come to."""
    said = collections.Counter(filter(None, map(confidence, statements)))
    for strongest in ("claimed", "by authorities", "accused", "possible"):
        if said[strongest]:
            return strongest
    return "fact"


def measure(part: str = "all", *, shows_misses: bool = False) -> dict[str, float]:
    """Return the F1 of each confidence, their mean, and the share of organisations with a statement, in per cent."""
    right, given, wanted = (collections.Counter[str]() for _ in range(3))
    total = found = 0
    for row in rows(part):
        text = row["text"]
        analysis = analyse(Document(row["id"], row["id"], "", text, published=row["dct"], language="en"))
        for names, said in gold(row):
            statements = about(analysis.responsibility, text, names)
            total, found = total + 1, found + bool(statements)
            answer = judged(statements)
            given[answer] += 1
            wanted.update([answer] if answer in said else [sorted(said)[0]] if len(said) == 1 else sorted(said)[:1])
            right[answer] += answer in said
            if shows_misses and answer not in said:
                shown = [(r.standing, r.by_authorities, r.actor.of(text), r.cue.of(text)) for r in statements]
                print(row["id"], sorted(names), "gold", sorted(said), "found", answer, shown)
    scores = {name: 200 * right[name] / max(1, given[name] + wanted[name]) for name in CONFIDENCES.values()}
    figures = {f"{name} F1": round(score, 1) for name, score in scores.items()}
    figures["macro F1"] = round(sum(scores.values()) / len(scores), 1)
    return figures | {"found": round(100 * found / max(1, total), 1)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("seen", "unseen", "all"), default="all")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(measure(asked.part, shows_misses=asked.misses)))
