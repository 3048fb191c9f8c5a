"""Measure text reuse: PAN-2013 text alignment (development pairs) through all-pairs candidates.

usage: python eval/reuse.py [--half tune|confirm] [--pairs]
Prints one JSON line. Every other listed pair of each kind was used for tuning ("tune"), the rest only to confirm.
"""

import argparse
import collections
import gzip
import json
import time
from pathlib import Path
from typing import Any

from headwater.align import align, compare
from headwater.records import Analysis, Document, Reuse
from headwater.segment import segment
from shared import SHARED, scorer

DATA = ["reuse/pan13_dev.jsonl.gz", "reuse/pan13_dev_texts.jsonl.gz"]
Case = tuple[int, int, int, int]


def rows(path: Path) -> list[dict[str, Any]]:
    """Return the rows of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def analyse(identifier: str, text: str, **metadata: str | None) -> Analysis:
    """Return a document with its segments, as the pipeline hands it to alignment."""
    document = Document(id=identifier, path=identifier, sha256="", text=text, **metadata)  # type: ignore[arg-type]
    return Analysis(document, segment(document), (), (), ())


def spans(found: Reuse) -> Case:
    """Return a passage as the scorer wants it."""
    return found.left.start, found.left.end, found.right.start, found.right.end


def measure_pan(half: str | None = None, *, pairs_only: bool = False) -> dict[str, float]:
    """Return plagdet per kind and over all, with the processor seconds that alignment took."""
    score = scorer("reuse")
    listed = rows(SHARED / "data" / "reuse" / "pan13_dev.jsonl.gz")
    texts = {row["id"] + ".txt": row["text"] for row in rows(SHARED / "data" / "reuse" / "pan13_dev_texts.jsonl.gz")}
    if half:
        seen: collections.Counter[str] = collections.Counter()
        chosen = []
        for row in listed:
            seen[row["kind"]] += 1
            if seen[row["kind"]] % 2 == (half == "tune"):
                chosen.append(row)
        listed = chosen
    needed = sorted({row[side] for row in listed for side in ("left", "right")})
    analyses = {name: analyse(name, texts[name]) for name in needed}
    started = time.process_time()
    if pairs_only:
        found = tuple(r for row in listed for r in compare(analyses[row["left"]], analyses[row["right"]]))
    else:
        found = align(list(analyses.values()))
    seconds = time.process_time() - started
    detections: dict[tuple[str, str], list[Case]] = collections.defaultdict(list)
    for reuse in found:
        a, b, c, d = spans(reuse)
        detections[reuse.left.document, reuse.right.document].append((a, b, c, d))
        detections[reuse.right.document, reuse.left.document].append((c, d, a, b))
    kinds = collections.defaultdict(list)
    for row in listed:
        kinds[row["kind"]].append(([tuple(case) for case in row["cases"]], detections[row["left"], row["right"]]))
    result: dict[str, float] = {}
    for kind, pairs in sorted(kinds.items()):
        if kind == "no-plagiarism":
            result["pan_false_on_unrelated"] = float(sum(len(p[1]) for p in pairs))
            continue
        for name in ("plagdet", "recall", "precision", "granularity"):
            result[f"pan_{kind.removesuffix('-obfuscation')}_{name}"] = score.measures(pairs)[name]
    everything = score.measures([p for pairs in kinds.values() for p in pairs])
    result |= {f"pan_{name}": everything[name] for name in ("plagdet", "recall", "precision", "granularity")}
    return result | {"pan_seconds": round(seconds, 1), "pan_documents": len(needed)}


def measure() -> dict[str, float]:
    """Return the figures that floors are set on."""
    found = measure_pan()
    return {name: value for name, value in found.items() if name.endswith("plagdet")}


def main() -> None:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--half", choices=["tune", "confirm"])
    parser.add_argument("--pairs", action="store_true", help="compare the listed pairs instead of finding them")
    arguments = parser.parse_args()
    print(json.dumps(measure_pan(arguments.half, pairs_only=arguments.pairs)))


if __name__ == "__main__":
    main()
