"""Measure the date expressions: news (TimeBank and AQUAINT) and narratives (WikiWars), training parts only.

usage: python eval/times.py [--part seen|unseen|all] [--misses N] [--set NAME]
Rules are written with the "seen" two thirds of the documents in view; the "unseen" third (by a hash of the name) is
only ever scored. Prints one JSON line with the figures of the shared scorer and the words read per second.
"""

import argparse
import contextlib
import hashlib
import io
import json
import tempfile
import time
from pathlib import Path
from typing import Any

from headwater.records import Document
from headwater.times import find_times
from shared import SHARED, scorer

DATA = ["time/timebank.jsonl", "time/aquaint.jsonl", "time/wikiwars_train.jsonl"]
SETS = {"news": ("timebank", "aquaint"), "narratives": ("wikiwars_train",)}


def rows(name: str) -> list[dict[str, Any]]:  # rows of the data files, as they are
    """Return the documents of one data file."""
    with (SHARED / "data" / "time" / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def is_unseen(name: str) -> bool:
    """Whether the document belongs to the third that no rule was written with."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 3 == 0


def document(row: dict[str, Any]) -> Document:
    """Return the row as a document."""
    return Document(id=row["id"], path=row["id"] + ".txt", sha256="", text=row["text"], published=row["dct"])


def score(chosen: list[dict[str, Any]]) -> dict[str, float]:
    """Return the shared scorer's figures for the given documents, and the words read per second."""

    judge = scorer("times")
    file_name = judge.file_name
    output: dict[str, Any] = {"documents": [], "times": []}
    seconds, words = 0.0, 0
    for row in chosen:
        read = document(row)
        began = time.process_time()
        found = find_times(read, ())
        seconds += time.process_time() - began
        words += len(row["text"].split())
        output["documents"].append({"id": row["id"], "path": file_name(row["id"])})
        output["times"] += [
            {"document": row["id"], "start": t.start, "end": t.end, "kind": t.kind, "value": t.value} for t in found
        ]
    with tempfile.TemporaryDirectory() as folder:
        gold, predicted = Path(folder) / "gold.jsonl", Path(folder) / "output.json"
        gold.write_text("".join(json.dumps(row) + "\n" for row in chosen), encoding="utf-8")
        predicted.write_text(json.dumps(output), encoding="utf-8")
        shown = io.StringIO()
        with contextlib.redirect_stdout(shown):
            judge.main(gold, predicted)
    figures: dict[str, float] = json.loads(shown.getvalue())
    return figures | {"words per second": round(words / max(seconds, 1e-9))}


def chosen_rows(kind: str, part: str) -> list[dict[str, Any]]:
    """Return the documents of a kind ("news", "narratives") and part ("seen", "unseen", "all")."""
    found = [row for name in SETS[kind] for row in rows(name)]
    return [row for row in found if part == "all" or is_unseen(row["id"]) == (part == "unseen")]


def measure(part: str = "all") -> dict[str, float]:
    """Return the figures of both sets, named "news strict F1" and so on (0..100)."""
    figures = {}
    for kind in SETS:
        for name, value in score(chosen_rows(kind, part)).items():
            if name.endswith(("F1", "accuracy")):
                figures[f"{kind} {name}"] = value
    return figures


def words_per_second() -> float:
    """Return the words of news read in a second of processor time, on one core."""
    return score(chosen_rows("news", "all"))["words per second"]


def misses(kind: str, part: str) -> list[str]:
    """Return one line per difference from the gold: missed, extra, span, kind or value."""
    lines = []
    for row in chosen_rows(kind, part):
        text, found = row["text"], list(find_times(document(row), ()))
        taken = set()
        for gold in row["timex"]:
            near = [t for t in found if t.start < gold["end"] and gold["start"] < t.end]
            shown = text[max(0, gold["start"] - 60) : gold["start"]] + "[" + text[gold["start"] : gold["end"]] + "]"
            shown = (shown + text[gold["end"] : gold["end"] + 40]).replace("\n", " ")
            if not near:
                lines.append(f"MISSED\t{row['dct'][:10]}\t{gold['type']} {gold['value']}\t{shown}")
                continue
            best = near[0]
            taken.add(best.id)
            if (best.start, best.end) != (gold["start"], gold["end"]):
                lines.append(f"SPAN\t{text[best.start : best.end]!r}\t{shown}")
            if best.value.upper() != (gold["value"] or "").upper():
                rule = best.evidence.rule
                lines.append(
                    f"VALUE\t{row['dct'][:10]}\t{best.value} for {gold['value']} ({rule}, {best.anchor})\t{shown}"
                )
            if best.kind != gold["type"].lower():
                lines.append(f"KIND\t{best.kind} for {gold['type']} {gold['value']}\t{shown}")
        for t in found:
            if t.id not in taken:
                shown = (
                    text[max(0, t.start - 60) : t.start] + "{" + text[t.start : t.end] + "}" + text[t.end : t.end + 40]
                )
                lines.append(f"EXTRA\t{t.evidence.rule} {t.value}\t{shown}".replace("\n", " "))
    return lines


def main() -> None:
    """Print the figures, or with --misses the differences."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--part", default="all", choices=["seen", "unseen", "all"])
    parser.add_argument("--misses", choices=sorted(SETS))
    asked = parser.parse_args()
    if asked.misses:
        print("\n".join(misses(asked.misses, asked.part)))
    else:
        print(json.dumps(measure(asked.part) | {"words per second": words_per_second()}))


if __name__ == "__main__":
    main()
