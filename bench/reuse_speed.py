"""Time and memory of alignment on news documents.

usage: python bench/reuse_speed.py [--documents N] [--coarse]
Prints one JSON line: documents, processor seconds, documents per processor second, peak memory, pairs, passages.
More documents than the sample holds are made by shifting every word of a copy to another one, so that a copy shares
words with its own kind only. ``--coarse`` looks at pairs as closely as in collections beyond the close limit.
"""

import argparse
import gzip
import json
import re
import resource
import time
from collections.abc import Iterator
from pathlib import Path

from headwater.align import align, candidates
from headwater.records import Analysis, Document

NEWS = Path(__file__).resolve().parents[1] / ".." / "shared" / "data" / "reuse" / "news_7k.jsonl.gz"
_WORD = re.compile(r"[A-Za-z]{4,}")


def documents(count: int) -> Iterator[Analysis]:
    """Give ``count`` documents: the sample, then copies of it whose longer words carry the copy's number."""
    with gzip.open(NEWS, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    for number in range(count):
        row, copy = rows[number % len(rows)], number // len(rows)
        text = _WORD.sub(rf"\g<0>{'q' * copy}", row["text"]) if copy else row["text"]
        document = Document(f"{copy}-{row['id']}", "", "", text, publisher=row["outlet"], published=row["date"])
        yield Analysis(document, (), (), (), ())


def main() -> None:
    """Run once and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=2_000)
    parser.add_argument("--coarse", action="store_true")
    arguments = parser.parse_args()
    if arguments.coarse:
        candidates.CLOSE = 0
    analyses = list(documents(arguments.documents))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    started = time.process_time()
    found = align(analyses)
    seconds = time.process_time() - started
    print(
        json.dumps(
            {
                "documents": len(analyses),
                "seconds": round(seconds, 1),
                "documents_per_second": round(len(analyses) / seconds),
                "peak_mb": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
                "before_mb": round(before),
                "pairs": len({(r.left.document, r.right.document) for r in found}),
                "passages": len(found),
            }
        )
    )


if __name__ == "__main__":
    main()
