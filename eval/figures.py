"""Measure the figures: quantities of news sentences (NewsQuant) and victim counts of wire texts (MUC-3/4).

usage: python eval/figures.py [--part seen|unseen|all]
Rules were written with the even rows in view ("seen"); the odd MUC rows, and of NewsQuant every fourth row from the
fourth on ("unseen"), were only scored; the weights of `figures.roles` were fitted to all MUC rows (eval/roles.py says
what they do on texts that they were not fitted to). "Victims of the event" are the numbers whose role is the event,
without parts of others and vague words, since MUC's templates count nothing else; and without bounds ("at least 50"),
since the scorer reads only the exact numbers of a group ("6: priests"), and the templates write a bound as one ("50-").
"Read in full" a template states that too, and the number of its victims where they are named one by one. Prints one
JSON line with the shared scorer's figures.
"""

import argparse
import collections
import contextlib
import gzip
import io
import json
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from headwater.figures import find_figures
from headwater.records import Analysis, Document
from headwater.segment import segment
from headwater.times import find_times
from shared import SHARED, scorer

NEWS, WIRE = "figures/newsquant_dev.jsonl.gz", "figures/muc34_dev.jsonl.gz"
DATA = [NEWS, WIRE]

Row = dict[str, Any]  # a row of the data files, as it is
Pair = tuple[int, str]  # a number and its effect, as the shared scorer compares them
_EFFECTS = {"DEATH": "death", "INJURY": "injury"}


def rows(name: str, part: str) -> list[Row]:
    """Return the rows of a data file that belong to ``part``."""
    with gzip.open(SHARED / "data" / name, "rt", encoding="utf-8", newline="") as lines:
        found = [json.loads(line) for line in lines if line.strip()]
    unseen = [n % 4 == 3 if name == NEWS else n % 2 == 1 for n in range(len(found))]
    return [row for row, hidden in zip(found, unseen, strict=True) if part == "all" or hidden == (part == "unseen")]


def stated(row: Row) -> set[Pair]:
    """Return the numbers that the templates state when read in full, the scorer's own among them."""
    found: set[Pair] = set(scorer("figures").muc_pairs(row))
    for template in row["templates"]:
        effects = [(_effects(text), _names(text.partition(":")[2])) for text in template["hum_effect"]]
        victims: collections.Counter[str] = collections.Counter()
        counted: set[str] = set()
        for text in template["hum_number"]:
            head, _, tail = text.partition(":")
            names, numbers = _names(tail), [int(n) for n in re.findall(r"\d+", head)]
            counted |= names
            for effect in {e for said, of in effects if of & names for e in said}:
                found |= {(n, effect) for n in numbers if n > 1}
                victims[effect] += max(numbers, default=0)
        for said, of in effects:
            if not of & counted:
                victims.update(said)
        totals = [int(n) for text in template["hum_total"] for n in re.findall(r"\d+", text)]
        for effect, number in victims.items():
            found |= {(n, effect) for n in (number, *totals) if n > 1}
    return found


def _effects(text: str) -> list[str]:
    said = text.partition(":")[0]
    return [] if "NO " in said else [effect for word, effect in _EFFECTS.items() if word in said]


def _names(text: str) -> set[str]:
    return {re.sub(r"\W+", " ", name).strip() for name in text.split("/")} - {""}


def analysed(text: str, name: str, published: str | None = None) -> Analysis:
    """Return what the pipeline finds in a text, attributions left out."""
    document = Document(id=name, path=name, sha256="", text=text, published=published, language="en")
    segments = segment(document)
    times = find_times(document, segments)
    return Analysis(document, segments, (), times, find_figures(document, segments, (), times))


def output(texts: Sequence[tuple[str, str, str | None]]) -> tuple[dict[str, Any], float]:
    """Return what `headwater trace --json` would show of (file name, text, date), and the words read per second."""
    shown: dict[str, Any] = {"documents": [], "figures": []}
    words, began = 0, time.process_time()
    for name, text, published in texts:
        shown["documents"].append({"id": name, "path": name})
        words += len(text.split())
        for figure in analysed(text, name, published).figures:
            hedge = {"kind": figure.qualifier.kind} if figure.qualifier else None
            shown["figures"].append(
                {
                    "document": name,
                    "text": text[figure.start : figure.end],
                    "value": figure.value,
                    "low": figure.low,
                    "high": figure.high,
                    "qualifier": hedge,
                    "counts": figure.counts,
                    "role": figure.role,
                    "subset_of": figure.subset_of,
                }
            )
    return shown, words / max(time.process_time() - began, 1e-9)


def score(task: str, chosen: Sequence[Row], shown: dict[str, Any]) -> dict[str, Any]:
    """Return the line that the shared scorer prints for ``task``."""
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold.jsonl", Path(folder) / "output.json"
        gold.write_text("".join(json.dumps(row) + "\n" for row in chosen), encoding="utf-8")
        predicted.write_text(json.dumps(shown), encoding="utf-8")
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            getattr(scorer("figures"), task)(gold, predicted)
    found: dict[str, Any] = json.loads(printed.getvalue())
    return found


def precision_in_full(chosen: Sequence[Row], told: Sequence[dict[str, Any]]) -> float:
    """Return the share of the told (number, effect) that a template states, over texts that have one."""
    judge = scorer("figures")
    given = collections.defaultdict(set)
    for figure in told:
        for effect, named in judge.EFFECTS.items():
            if figure["value"] >= 2 and re.search(named, f"{figure['counts'] or ''} {figure['text']}", re.IGNORECASE):
                given[figure["document"]].add((int(figure["value"]), effect))
    judged = [(given[judge.file_name(row["id"])], stated(row)) for row in chosen if row["templates"]]
    return round(sum(len(g & s) for g, s in judged) / max(1, sum(len(g) for g, _ in judged)), 3)


def measure(part: str = "all") -> dict[str, float]:
    """Return the figures: F1 of NewsQuant in percent, recall and precision of MUC as shares."""
    news, wire = rows(NEWS, part), rows(WIRE, part)
    file_name = scorer("figures").file_name
    news_shown, _ = output([(f"{line}.txt", row["text"], None) for line, row in enumerate(news)])
    wire_shown, speed = output([(file_name(row["id"]), row["text"], row["dct"]) for row in wire])
    quantities, victims = score("newsquant", news, news_shown), score("muc", wire, wire_shown)
    told = [f for f in wire_shown["figures"] if f["role"] == "event" and not f["subset_of"] and f["value"] is not None]
    exact = [f for f in told if not f["qualifier"] or f["qualifier"]["kind"] not in ("at_least", "at_most")]
    event = score("muc", wire, wire_shown | {"figures": exact})
    print(f"{part}: {speed:.0f} words a second with segments and times", file=sys.stderr)
    return {
        "value F1": quantities["value F1"],
        "value+qualifier F1": quantities["value+qualifier F1"],
        "victims recall": victims["recall"],
        "victims precision": victims["precision"],
        "victims of the event recall": event["recall"],
        "victims of the event precision": event["precision"],
        "victims of the event precision, templates read in full": precision_in_full(wire, told),
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("seen", "unseen", "all"), default="all")
    print(json.dumps(measure(parser.parse_args().part)))
