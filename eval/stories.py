"""Measure which documents are said to tell of one event, on invented newsrooms whose events are known.

usage: python eval/stories.py [--documents N] [--seeds A B ...] [--undated]

B-cubed precision, recall and F1 over documents (Bagga and Baldwin 1998): a document that stands alone is a story of
one. Dates are known as a metadata table would give them; with --undated none is. Limits were set on seeds 11 to 16.
Prints one JSON line. The newsrooms draw their words from one grammar, so events of one kind share most of their words
but names and figures, which real events do not.
"""

import argparse
import json
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from headwater.align.stories import find_stories
from headwater.pipeline import read
from headwater.records import Analysis
from newsroom.write import write

DOCUMENTS = 400
SEEDS = (31, 32, 33)  # never used to set a limit


def score(found: Sequence[Sequence[str]], truth: dict[str, int]) -> tuple[float, float]:
    """Return B-cubed precision and recall of the groups; names in no group stand alone."""
    group_of = {name: number for number, group in enumerate(found) for name in group}
    ours: defaultdict[object, set[str]] = defaultdict(set)
    theirs: defaultdict[int, set[str]] = defaultdict(set)
    for name, event in truth.items():
        ours[group_of.get(name, name)].add(name)
        theirs[event].add(name)
    precision = recall = 0.0
    for name, event in truth.items():
        group = ours[group_of.get(name, name)]
        common = len(group & theirs[event])
        precision += common / len(group)
        recall += common / len(theirs[event])
    return precision / len(truth), recall / len(truth)


def measure(documents: int = DOCUMENTS, seeds: Sequence[int] = SEEDS, *, undated: bool = False) -> dict[str, float]:
    """Return B-cubed precision, recall and F1, as 0 to 100."""
    precision = recall = 0.0
    for seed in seeds:
        with tempfile.TemporaryDirectory() as folder:
            write(Path(folder), seed, documents)
            events = json.loads((Path(folder) / "truth.json").read_text(encoding="utf-8"))
            event_of = {row["path"]: event["event"] for event in events for row in event["documents"]}
            outcomes = read([Path(folder) / "documents"], metadata=Path(folder) / "metadata.csv")
            texts = [outcome.document for outcome in outcomes if outcome.document is not None]
        texts = [replace(d, published=None) for d in texts] if undated else texts
        names = {d.id: "/".join(Path(d.path).parts[-2:]) for d in texts}
        stories = find_stories([Analysis(d, (), (), (), ()) for d in texts])
        one, other = score([[names[d] for d in story.documents] for story in stories], event_of)
        precision += one / len(seeds)
        recall += other / len(seeds)
    return {
        "stories_precision": round(100 * precision, 1),
        "stories_recall": round(100 * recall, 1),
        "stories_f1": round(200 * precision * recall / (precision + recall), 1),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    parser.add_argument("--seeds", type=int, nargs="+", default=SEEDS)
    parser.add_argument("--undated", action="store_true")
    arguments = parser.parse_args()
    print(json.dumps(measure(arguments.documents, arguments.seeds, undated=arguments.undated)))


if __name__ == "__main__":
    main()
