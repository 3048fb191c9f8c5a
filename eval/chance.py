"""Measure how often a passage is reported that two unrelated news texts share by chance.

usage: python eval/chance.py [--news N] [--show]

News of 2005 and later stands in one collection with wire reports of 1988 to 1991 (MUC-3/4), and every text is compared
with every other, so the least score is that of a real collection of the size. "wire" counts the pairs of one news text
and one wire report, which share nothing but by chance; what is found there is, now and then, a quotation of something
older than both. "apart" counts pairs of two news texts more than two years apart, of other topics and of other outlets:
a harder set, in which some passages are true (a law's wording, an old speech, one agency's line under two texts).
The invented newsroom gives no such measure: sentences of its grammar recur word for word in different events.
Prints one JSON line; with --show each passage is printed.
"""

import argparse
import json
import sys
from collections import Counter
from typing import Any

from headwater.align import align
from reuse import analyse, rows
from shared import SHARED

DATA = ["reuse/news_7k.jsonl.gz", "figures/muc34_dev.jsonl.gz"]
NEWS = 2_000
APART = 2  # years


def unrelated(one: dict[str, Any], other: dict[str, Any]) -> str | None:
    """Return in which way two texts are unrelated; None where they may be related."""
    if one["wire"] != other["wire"]:
        return "wire"
    if one["wire"] or one["topic"] == other["topic"] or one["outlet"] == other["outlet"]:
        return None
    return "apart" if abs(one["year"] - other["year"]) > APART else None


def read(count: int) -> dict[str, dict[str, Any]]:
    """Return ``count`` dated news texts and all wire reports, by id."""
    modern = [row for row in rows(SHARED / "data" / DATA[0]) if row["date"] and row["topic"] and row["outlet"]]
    modern = [row for row in modern if row["date"][:4].isdigit() and int(row["date"][:4]) >= 2005][:count]
    texts = {
        f"n{row['id']}": {**row, "wire": False, "year": int(row["date"][:4])} for row in modern
    }  # "n" < "o": news is left, and capitals count where the left text has them
    # The wire is in capitals throughout.
    return texts | {f"o{r['id']}": {"wire": True, "text": r["text"].lower()} for r in rows(SHARED / "data" / DATA[1])}


def measure(count: int = NEWS, shown: list[str] | None = None) -> dict[str, float]:
    """Return unrelated pairs, passages reported between them, and the same per million pairs."""
    texts = read(count)
    analyses = [analyse(name, row["text"], publisher=row.get("outlet")) for name, row in texts.items()]
    names = sorted(texts)
    pairs = Counter(unrelated(texts[a], texts[b]) for n, a in enumerate(names) for b in names[n + 1 :])
    false: Counter[str] = Counter()
    for found in align(analyses):
        left, right = texts[found.left.document], texts[found.right.document]
        kind = unrelated(left, right)
        if kind is None:
            continue
        false[kind] += 1
        if shown is not None:
            sides = (t["text"][p.start : p.end][:300] for t, p in ((left, found.left), (right, found.right)))
            shown.append(f"{kind}, {found.bits} bits, identity {found.identity}: " + "\n    ".join(map(repr, sides)))
    result: dict[str, float] = {}
    for kind in ("wire", "apart"):
        result |= {
            f"chance_{kind}_pairs": float(pairs[kind]),
            f"chance_{kind}_false_passages": float(false[kind]),
            f"chance_{kind}_false_passages_per_million": round(1e6 * false[kind] / max(pairs[kind], 1), 3),
        }
    return result


def main() -> None:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=int, default=NEWS)
    parser.add_argument("--show", action="store_true")
    arguments = parser.parse_args()
    shown: list[str] = []
    print(json.dumps(measure(arguments.news, shown)))
    if arguments.show:
        print("\n".join(shown), file=sys.stderr)


if __name__ == "__main__":
    main()
