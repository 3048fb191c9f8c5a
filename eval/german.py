"""Direct quotations and their speakers in German: how many of the German Wikinews development set are found.

usage: python eval/german.py [--misses]

A quotation is found where the words of a direct content agree with it to a token F1 of 0.5; its speaker is right where
the source agrees to 0.5, or both are empty. Precision counts only what is direct or mixed, on quotations of at least
``FEWEST_WORDS`` words, since the corpus marks scare quotes and names as direct in some articles and not in others.
"""

import gzip
import json
import re
import sys

from headwater.attribute import attribute
from headwater.records import Document, Span
from headwater.segment import segment
from shared import SHARED

DATA = ["attribution/german_wikinews_dev.jsonl.gz"]
FEWEST_WORDS = 4
_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def _tokens(words: list[tuple[int, int]], spans: list[Span]) -> frozenset[int]:
    return frozenset(i for i, (s, e) in enumerate(words) if any(s < x.end and e > x.start for x in spans))


def _f1(left: frozenset[int], right: frozenset[int]) -> float:
    return 2 * len(left & right) / (len(left) + len(right)) if left or right else 1.0


def measure(*, misses: bool = False) -> dict[str, float]:
    """Return recall, share of right speakers and precision, 0 to 100."""
    gold_count = found_count = speaker_count = right = predicted = 0
    with gzip.open(SHARED / "data" / DATA[0], "rt", encoding="utf-8", newline="") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["text"]
            document = Document(row["id"], row["id"], "", text, language="de")
            words = [(m.start(), m.end()) for m in _WORD.finditer(text)]
            ours = [
                (_tokens(words, list(a.content)), _tokens(words, list(a.source)))
                for a in attribute(document, segment(document), None)
            ]
            every = [_gold(a, words) for a in row["annotations"]]
            gold = [g for g, a in zip(every, row["annotations"], strict=True) if a["type"] == "Direct"]
            for content, source in (g for g in gold if len(g[0]) >= FEWEST_WORDS):
                gold_count += 1
                best = max(ours, key=lambda o: _f1(o[0], content), default=None)
                if best is not None and _f1(best[0], content) >= 0.5:
                    found_count += 1
                    speaker_count += _f1(best[1], source) >= 0.5
                elif misses:
                    print("missed:", text[words[min(content)][0] - 60 : words[max(content)][1] + 60].replace("\n", "⏎"))
            for content, source in (o for o in ours if len(o[0]) >= FEWEST_WORDS):
                predicted += 1
                hit = any(_f1(content, g) >= 0.5 and _f1(source, s) >= 0.5 for g, s in every)
                right += hit
                if misses and not hit:
                    shown = [" ".join(text[words[i][0] : words[i][1]] for i in sorted(x)) for x in (source, content)]
                    print("wrong:", shown[0], "|", shown[1][:100])
    return {
        "recall": round(100 * found_count / gold_count, 1),
        "speaker": round(100 * speaker_count / max(1, found_count), 1),
        "precision": round(100 * right / max(1, predicted), 1),
    }


def _gold(
    annotation: dict[str, dict[str, list[dict[str, int]]]], words: list[tuple[int, int]]
) -> tuple[frozenset[int], frozenset[int]]:
    """Return the tokens of a quotation and of its speaker."""
    quote, speaker = (
        _tokens(words, [Span(s["charBegin"], s["charEnd"]) for s in annotation[role]["spans"]])
        for role in ("quote", "speaker")
    )
    return quote, speaker


if __name__ == "__main__":
    print(json.dumps(measure(misses="--misses" in sys.argv[1:])))
