"""Text reuse beside its peers: documents per core-second, peak memory, and what is found, on the same texts.

usage: python bench/reuse.py [N ...] [--texts simulator|news] [--only NAME ...]

Each tool runs in a process of its own over N documents (default: 2000). ``simulator`` texts are made on the spot;
``news`` is the shared sample of real articles, multiplied by shifting every long word of a copy to another one. Time is
processor time, so that other work on the machine counts little; memory is the process's peak, texts included.

headwater     every passage, with its words in both texts, changes and direction; "passages" in the line below is the
              time until every passage has its place in both texts, which is all that other tools give; what is a phrase
              that many use, the changes and the records are "told", and who copied whom is "directions"
minhash       datasketch: pairs of documents whose sets of five words are alike (MinHash, LSH; 128 permutations, 0.5)
suffix array  pydivsufsort: pairs of documents with an equal run of 60 characters (neighbours in the sorted suffixes)
"""

import argparse
import gc
import gzip
import importlib
import importlib.util
import json
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from headwater import align
from headwater.records import Analysis, Document

ROOT = Path(__file__).resolve().parents[1]
NEWS = ROOT / ".." / "shared" / "data" / "reuse" / "news_7k.jsonl.gz"
SHINGLE = 5  # words
PERMUTATIONS, ALIKE = 128, 0.5
EXACT = 60  # characters
_LONG_WORD = re.compile(r"[A-Za-z]{4,}")
Texts = Sequence[Document]


def simulator(count: int) -> list[Document]:
    """Give invented reports, whole events, in a fixed order."""
    sys.path.insert(0, str(ROOT / "eval"))
    from newsroom.newsroom import Newsroom
    from newsroom.write import text_of

    room, found, number = Newsroom(1), list[Document](), 0
    while len(found) < count:
        for report in room.event(number).reports:
            published = report.published.isoformat() + "Z"
            found.append(
                Document(report.path, report.path, "", text_of(report), publisher=report.publisher, published=published)
            )
        number += 1
    return found[:count]


def news(count: int) -> list[Document]:
    """Give real articles; a copy of the sample shares words with its own kind only."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    found = []
    for number in range(count):
        row, copy = rows[number % len(rows)], number // len(rows)
        text = _LONG_WORD.sub(rf"\g<0>{'q' * copy}", row["text"]) if copy else row["text"]
        name = f"{copy}-{row['id']}"
        found.append(Document(name, name, "", text, publisher=row["outlet"], published=row["date"]))
    return found


def headwater(texts: Texts) -> dict[str, Any]:
    """Find reuse as the pipeline does."""
    spent: dict[str, float] = {}
    whole = _timed(spent, "all", align.align)
    for module, name, part in (
        (align.pairs, "find_phrases", "told"),
        (align.pairs, "show", "told"),
        (align, "judge", "directions"),
    ):
        setattr(module, name, _timed(spent, part, getattr(module, name)))
    found = whole([Analysis(document, (), (), (), ()) for document in texts])
    parts = {"passages": 2 * spent["all"] - sum(spent.values()), **{p: spent[p] for p in ("told", "directions")}}
    return {
        "pairs": len({(r.left.document, r.right.document) for r in found}),
        "passages": len(found),
        "parts": {part: round(seconds, 1) for part, seconds in parts.items()},
    }


def _timed(spent: dict[str, float], part: str, work: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``work`` adding the processor time that it takes to what is ``spent`` on a part."""

    def timed(*arguments: Any) -> Any:
        began = time.process_time()
        result = work(*arguments)
        spent[part] = spent.get(part, 0.0) + time.process_time() - began
        return result

    return timed


def minhash(texts: Texts) -> dict[str, Any]:
    """Find pairs as datasketch's documentation shows."""
    from datasketch import MinHash, MinHashLSH

    index, sketches = MinHashLSH(threshold=ALIKE, num_perm=PERMUTATIONS), []
    for number, document in enumerate(texts):
        words = document.text.lower().split()
        shingles = {" ".join(words[i : i + SHINGLE]).encode() for i in range(max(1, len(words) - SHINGLE + 1))}
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch(list(shingles))
        index.insert(number, sketch, check_duplication=False)
        sketches.append(sketch)
    pairs = sum(other < number for number, sketch in enumerate(sketches) for other in index.query(sketch))
    return {"pairs": pairs, "passages": 0}


def suffix_array(texts: Texts) -> dict[str, Any]:
    """Find equal runs between neighbours in the sorted suffixes of all texts."""
    peer = importlib.import_module("pydivsufsort")
    encoded = [document.text.encode() + b"\x00" for document in texts]
    joined = b"".join(encoded)
    begins = np.concatenate([[0], np.cumsum([len(e) for e in encoded])])
    order = peer.divsufsort(joined)
    common = peer.kasai(joined, order)[:-1]
    at = np.flatnonzero(common >= EXACT)
    one, other = order[at].astype(np.int64), order[at + 1].astype(np.int64)
    left, right = (np.searchsorted(begins, x, side="right") - 1 for x in (one, other))
    inside = np.minimum(one + EXACT <= begins[left + 1] - 1, other + EXACT <= begins[right + 1] - 1) & (left != right)
    low, high = np.minimum(left, right)[inside], np.maximum(left, right)[inside]
    return {"pairs": len(np.unique(low * len(texts) + high)), "passages": 0}


TOOLS: dict[str, tuple[Callable[[Texts], dict[str, Any]], str | None]] = {
    "headwater": (headwater, None),
    "minhash": (minhash, "datasketch"),
    "suffix array": (suffix_array, "pydivsufsort"),
}


def measure(tool: str, kind: str, count: int) -> dict[str, Any]:
    """Run one tool here and return its figures."""
    texts = simulator(count) if kind == "simulator" else news(count)
    gc.collect()
    gc.disable()  # as the pipeline does while it relates documents
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    began = time.process_time()
    found = TOOLS[tool][0](texts)
    seconds = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "tool": tool,
        "documents": count,
        "words": sum(len(d.text.split()) for d in texts),
        "seconds": round(seconds, 1),
        "documents_per_second": round(count / seconds),
        "before_mb": round(before),
        "peak_mb": round(peak),
        **found,
    }


def main() -> None:
    """Measure every tool on every number of documents and print a row for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("documents", nargs="*", type=int, default=[2_000])
    parser.add_argument("--texts", choices=["simulator", "news"], default="simulator")
    parser.add_argument("--only", nargs="+", choices=list(TOOLS), default=list(TOOLS))
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.here:
        print(json.dumps(measure(options.only[0], options.texts, options.documents[0])))
        return
    print(f"{'tool':<14}{'documents':>10}{'core-s':>9}{'docs/core-s':>13}{'peak MB':>9}{'pairs':>10}{'passages':>10}")
    for count in options.documents:
        for tool in options.only:
            package = TOOLS[tool][1]
            if package is not None and importlib.util.find_spec(package) is None:
                print(f"{tool:<14}{count:>10}  not installed: pip install {package}")
                continue
            command = [sys.executable, __file__, str(count), "--texts", options.texts, "--only", tool, "--here"]
            with tempfile.TemporaryFile() as errors:
                done = subprocess.run(command, stdout=subprocess.PIPE, stderr=errors, check=False)
                if done.returncode != 0:
                    errors.seek(0)
                    last = errors.read().decode(errors="replace").strip().splitlines()[-1:]
                    print(f"{tool:<14}{count:>10}  failed: {''.join(last)}")
                    continue
            r = json.loads(done.stdout)
            print(
                f"{tool:<14}{count:>10}{r['seconds']:>9.1f}{r['documents_per_second']:>13}{r['peak_mb']:>9}"
                f"{r['pairs']:>10}{r['passages'] or '-':>10}",
                flush=True,
            )
            if parts := r.get("parts"):
                print("  of its core-s: " + ", ".join(f"{part} {s:.1f}" for part, s in parts.items()), flush=True)


if __name__ == "__main__":
    main()
