"""Measure the figures: quantities of news sentences (NewsQuant) and victim counts of wire texts (MUC-3/4).

usage: python eval/figures.py [--part seen|unseen|all]
Rules were written with the even rows in view ("seen"); the odd MUC rows, and of NewsQuant every fourth row from the
fourth on ("unseen"), were only scored. "Victims of the event" leaves out the figures whose role is background or
fighters, since MUC's templates count neither. Prints one JSON line with the shared scorer's figures.
"""

import argparse
import contextlib
import gzip
import io
import json
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from headwater.figures import find_figures
from headwater.records import Document, Figure
from headwater.segment import segment
from headwater.times import find_times
from shared import SHARED, scorer

NEWS, WIRE = "figures/newsquant_dev.jsonl.gz", "figures/muc34_dev.jsonl.gz"
DATA = [NEWS, WIRE]

Row = dict[str, Any]  # a row of the data files, as it is


def rows(name: str, part: str) -> list[Row]:
    """Return the rows of a data file that belong to ``part``."""
    with gzip.open(SHARED / "data" / name, "rt", encoding="utf-8", newline="") as lines:
        found = [json.loads(line) for line in lines if line.strip()]
    unseen = [n % 4 == 3 if name == NEWS else n % 2 == 1 for n in range(len(found))]
    return [row for row, hidden in zip(found, unseen, strict=True) if part == "all" or hidden == (part == "unseen")]


def analyse(text: str, name: str, published: str | None = None) -> tuple[Figure, ...]:
    """Return the figures of a text as the pipeline finds them, attributions left out."""
    document = Document(id=name, path=name, sha256="", text=text, published=published, language="en")
    segments = segment(document)
    return find_figures(document, segments, (), find_times(document, segments))


def output(texts: Sequence[tuple[str, str]]) -> tuple[dict[str, Any], float]:
    """Return what `headwater trace --json` would show of (file name, text) pairs, and the words read per second."""
    shown: dict[str, Any] = {"documents": [], "figures": []}
    words, began = 0, time.process_time()
    for name, text in texts:
        shown["documents"].append({"id": name, "path": name})
        words += len(text.split())
        for figure in analyse(text, name):
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


def measure(part: str = "all") -> dict[str, float]:
    """Return the figures: F1 of NewsQuant in percent, recall and precision of MUC as shares."""
    news, wire = rows(NEWS, part), rows(WIRE, part)
    file_name = scorer("figures").file_name
    news_shown, _ = output([(f"{line}.txt", row["text"]) for line, row in enumerate(news)])
    wire_shown, speed = output([(file_name(row["id"]), row["text"]) for row in wire])
    quantities, victims = score("newsquant", news, news_shown), score("muc", wire, wire_shown)
    told = wire_shown | {"figures": [f for f in wire_shown["figures"] if f["role"] in (None, "event")]}
    event = score("muc", wire, told)
    print(f"{part}: {speed:.0f} words a second with segments and times", file=sys.stderr)
    return {
        "value F1": quantities["value F1"],
        "value+qualifier F1": quantities["value+qualifier F1"],
        "victims recall": victims["recall"],
        "victims precision": victims["precision"],
        "victims of the event recall": event["recall"],
        "victims of the event precision": event["precision"],
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", choices=("seen", "unseen", "all"), default="all")
    print(json.dumps(measure(parser.parse_args().part)))
