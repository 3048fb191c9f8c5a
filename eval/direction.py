"""Measure who is said to have copied from whom, on invented newsrooms whose true provenance is known.

usage: python eval/direction.py [--documents N] [--seeds A B ...] [--errors] [--misses]

Each pair of documents that share a passage counts once. A direction is right where the one document descends from the
other, through whatever copies lie between; a shared origin where both descend from a third and neither from the other.
Pairs are related where either is true; the others share phrases of the newsroom's grammar or the words of a source that
both asked. "direction_said" is the share of related pairs for which anything but "unknown" is said, "direction_right"
the share that is right of whatever is said, "direction_origins_right" the same of shared origins alone, and
"direction_unrelated_pairs_said" the number of unrelated pairs for which something is said. Limits were set on seeds 11
to 16. With --errors, the writers misspell, and copyists keep that or correct it. With --misses, what is wrong is
listed, and how often each rule is right. Prints one JSON line. The newsrooms are ours and orderly: real pages date and
credit less well.
"""

import argparse
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from headwater.pipeline import trace
from headwater.records import Case
from newsroom.write import write

DOCUMENTS = 80
SEEDS = (31, 32, 33)  # never used to set a limit

Upstream = Mapping[str, str | None]


def ancestors(path: str, upstream: Upstream) -> list[str]:
    """Return the documents that ``path`` descends from, nearest first."""
    found: list[str] = []
    above = upstream.get(path)
    while above:
        found.append(above)
        above = upstream.get(above)
    return found


def true_direction(left: str, right: str, upstream: Upstream) -> str:
    """Return the direction that the truth gives for two documents; "none" where neither builds on a common text."""
    above_left, above_right = ancestors(left, upstream), ancestors(right, upstream)
    if left in above_right:
        return "left_to_right"
    if right in above_left:
        return "right_to_left"
    return "shared_origin" if set(above_left) & set(above_right) else "none"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is said of a pair of documents, what is true, and what it rests on."""

    said: str
    true: str
    rule: str
    why: str


def judge(case: Case, upstream: Upstream) -> list[Verdict]:
    """Return what is said and what is true of each pair of documents that share a passage."""
    paths = {a.document.id: "/".join(Path(a.document.path).parts[-2:]) for a in case.analyses}
    pairs = {(r.left.document, r.right.document): r for r in case.reuse}
    return [
        Verdict(
            r.direction,
            true_direction(paths[one], paths[other], upstream),
            r.evidence[0].rule if r.evidence else "-",
            f"{paths[one]} {paths[other]}: {r.why}",
        )
        for (one, other), r in sorted(pairs.items())
    ]


def measure(
    documents: int = DOCUMENTS, seeds: Sequence[int] = SEEDS, misses: list[str] | None = None, *, errors: bool = False
) -> dict[str, float]:
    """Return how many pairs there are, for which share a direction is said, and which share is right, as 0 to 100."""
    rows: list[Verdict] = []
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), seed, documents, errors=errors)
            case = trace([Path(folder) / "documents"], metadata=Path(folder) / "metadata.csv", workers=1)
            events = json.loads((Path(folder) / "truth.json").read_text(encoding="utf-8"))
            upstream = {row["path"]: row["upstream"] for event in events for row in event["documents"]}
            rows += judge(case, upstream)
    said = [row for row in rows if row.said != "unknown"]
    if misses is not None:
        misses += [f"said {row.said}, is {row.true}: {row.why}" for row in said if row.said != row.true]
        for rule in sorted({row.rule for row in said}):
            of_rule = [row.said == row.true for row in said if row.rule == rule]
            misses.append(f"{rule}: {sum(of_rule)} of {len(of_rule)} right")
    related = [row for row in rows if row.true != "none"]
    origins = [row for row in said if row.said == "shared_origin"]
    return {
        "direction_pairs": float(len(rows)),
        "direction_related_pairs": float(len(related)),
        "direction_said": share(sum(row.said != "unknown" for row in related), len(related)),
        "direction_right": share(sum(row.said == row.true for row in said), len(said)),
        "direction_origins_right": share(sum(row.said == row.true for row in origins), len(origins)),
        "direction_unrelated_pairs_said": float(sum(row.true == "none" for row in said)),
    }


def share(part: int, whole: int) -> float:
    """Return ``part`` of ``whole`` as 0 to 100."""
    return round(100 * part / max(whole, 1), 1)


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--errors", action="store_true")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    misses: list[str] = []
    print(json.dumps(measure(arguments.documents, arguments.seeds, misses, errors=arguments.errors)))
    if arguments.misses:
        print("\n".join(misses))


if __name__ == "__main__":
    main()
