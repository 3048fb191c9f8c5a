"""Measure who is said to have done it, with how much reserve: the perpetrator's confidence in MUC-3/4 templates.

usage: python eval/responsibility.py [--part seen|unseen|all] [--misses]

Gold: per text and perpetrating organisation, the confidences of its filled templates (optional ones left out): fact,
claimed, accused, accused by authorities, possible. The organisations are given by the gold; what is judged is how the
text says that they did it. Where the tool finds no statement about one it is taken to be named without reserve, as the
guidelines of MUC do ("reported as fact"). F1 of each confidence and their mean, over all organisations and over those
about which the tool found a statement; ``found`` is the share of these. Rules were written with three quarters of the
texts in view ("seen").
"""

import argparse
import collections
import gzip
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
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


def confidence(one: Responsibility, text: str) -> str | None:
    """Return the confidence of MUC that the record's standing comes to.

    "Men wearing army uniforms" are told as fact; that they were the army's is possible.
    """
    if one.standing == "denied":
        return None
    if "uniform" in one.actor.of(text).lower():
        return "possible"
    if one.standing == "accused" or (one.standing == "asserted" and one.by_authorities):
        return "by authorities" if one.by_authorities else "accused"
    return {"asserted": "fact", "claimed": "claimed", "possible": "possible"}[one.standing]


def about(found: Iterable[Responsibility], text: str, names: Iterable[str]) -> list[Responsibility]:
    """Return the statements whose actor bears one of the names."""
    folded = [name.casefold().removeprefix("the ") for name in names]
    return [r for r in found if any(name in " ".join(r.actor.of(text).split()).casefold() for name in folded)]


def judged(statements: Iterable[Responsibility], text: str) -> str:
    """Return the one confidence that a text's statements about one organisation come to.

    Who is only said not to have done it stands accused.
    """
    statements = list(statements)
    said = collections.Counter(filter(None, (confidence(one, text) for one in statements)))
    for strongest in ("claimed", "by authorities", "accused", "possible"):
        if said[strongest]:
            return strongest
    return "accused" if statements and not said else "fact"


@dataclass(slots=True)
class Tally:
    """Answers by confidence: right, given by the tool, and wanted by the gold."""

    right: collections.Counter[str] = field(default_factory=collections.Counter)
    given: collections.Counter[str] = field(default_factory=collections.Counter)
    wanted: collections.Counter[str] = field(default_factory=collections.Counter)

    def take(self, answer: str, said: frozenset[str]) -> None:
        """Count one organisation; among alternatives of the gold the answer counts, else the first."""
        self.given[answer] += 1
        self.wanted[answer if answer in said else min(said)] += 1
        self.right[answer] += answer in said

    def scores(self) -> dict[str, float]:
        """Return the F1 of each confidence, in per cent."""
        return {c: 200 * self.right[c] / max(1, self.given[c] + self.wanted[c]) for c in CONFIDENCES.values()}

    def macro(self) -> float:
        """Return the mean of the F1s."""
        return round(sum(self.scores().values()) / len(CONFIDENCES), 1)


def measure(part: str = "all", *, shows_misses: bool = False) -> dict[str, float]:
    """Return the F1 of each confidence, their mean, and the share of organisations with a statement, in per cent."""
    all_of_them, told = Tally(), Tally()
    for row in rows(part):
        text = row["text"]
        analysis = analyse(Document(row["id"], row["id"], "", text, published=row["dct"], language="en"))
        for names, said in gold(row):
            statements = about(analysis.responsibility, text, names)
            answer = judged(statements, text)
            all_of_them.take(answer, said)
            if statements:
                told.take(answer, said)
            if shows_misses and answer not in said:
                shown = [(r.standing, r.by_authorities, r.actor.of(text), r.cue.of(text)) for r in statements]
                print(row["id"], sorted(names), "gold", sorted(said), "found", answer, shown)
    figures = {f"{name} F1": round(score, 1) for name, score in all_of_them.scores().items()}
    figures["macro F1"] = all_of_them.macro()
    figures["macro F1 where a statement is found"] = told.macro()
    return figures | {"found": round(100 * told.given.total() / max(1, all_of_them.given.total()), 1)}


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--part", choices=("seen", "unseen", "all"), default="all")
    parser.add_argument("--misses", action="store_true")
    asked = parser.parse_args()
    print(json.dumps(measure(asked.part, shows_misses=asked.misses)))
