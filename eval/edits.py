"""Measure reuse on copies that we edited ourselves, among documents that share nothing else.

usage: python eval/edits.py [--documents N]
Documents are rows of invented words with ordinary function words between them, so that frequent and rare words stand
as in real text and nothing is shared by accident. Into some a passage of another document is put: word for word, with
5 to 30 % of its words changed, dropped or added, with its sentences reordered, as three quotations of 8 to 25 words, or
as one of 8 to 12. Prints one JSON line with recall by kind, plagdet over all, and passages in pairs that share nothing.
"""

import argparse
import collections
import json
import random
import time

from headwater.align import align
from reuse import analyse, spans
from shared import scorer

SEED = 20310305
KINDS = ("verbatim", "edit05", "edit10", "edit20", "edit30", "reorder", "quotes", "shortquote")
RATES = {"edit05": 0.05, "edit10": 0.1, "edit20": 0.2, "edit30": 0.3}
_FUNCTION = """the the the the of of to to and and a a in in that for is on was with as it by at be from his her has
have had not they were their which who after will would said but this are an or been when more than also its"""
FUNCTION = _FUNCTION.split()
SYLLABLES = "ba ce di fo gu ha je ki lo mu na pe ri so tu va we xi yo zu bra cle dri flo gru pla ste tri spo".split()  # noqa: SIM905
VOCABULARY = 8_000  # invented words, drawn by Zipf's law

Sentence = list[str]


def vocabulary(dice: random.Random) -> list[str]:
    """Return the invented words, most frequent first."""
    found: dict[str, None] = {}
    while len(found) < VOCABULARY:
        found["".join(dice.choice(SYLLABLES) for _ in range(dice.choice((2, 2, 3, 3, 4))))] = None
    return list(found)


def sentence(dice: random.Random, known: list[str]) -> Sentence:
    """Return the words of one sentence."""
    words = []
    for _ in range(dice.randint(8, 26)):
        rank = int(VOCABULARY ** dice.random()) - 1  # log-uniform ranks: Zipf's law
        words.append(dice.choice(FUNCTION) if dice.random() < 0.45 else known[rank])
    return words


def write(sentences: list[Sentence]) -> str:
    """Return the text of ``sentences``."""
    return " ".join(" ".join(s).capitalize() + "." for s in sentences)


def edit(dice: random.Random, words: Sentence, rate: float, known: list[str]) -> Sentence:
    """Return ``words`` with about ``rate`` of them replaced, dropped or followed by another."""
    edited: Sentence = []
    for word in words:
        if dice.random() >= rate:
            edited.append(word)
            continue
        other = known[int(VOCABULARY ** dice.random()) - 1]
        edited += dice.choice(([other], [], [word, other]))
    return edited or words


Case = tuple[int, int, int, int]


def build(count: int) -> tuple[dict[str, str], list[tuple[str, str, str, list[Case]]]]:
    """Return the texts by name, and per copy its kind, the two names and the places of the passages."""
    dice = random.Random(SEED)
    known = vocabulary(dice)
    bodies = [[sentence(dice, known) for _ in range(dice.randint(15, 35))] for _ in range(count)]
    texts = {f"d{n:05d}": write(body) for n, body in enumerate(bodies)}
    gold = []
    for number, kind in enumerate(KINDS * (count // (4 * len(KINDS)))):
        source, host = f"d{2 * number:05d}", f"d{2 * number + 1:05d}"
        gold.append((kind, source, host, insert(dice, known, kind, bodies[2 * number], texts, source, host)))
    return texts, gold


def insert(
    dice: random.Random,
    known: list[str],
    kind: str,
    body: list[Sentence],
    texts: dict[str, str],
    source: str,
    host: str,
) -> list[Case]:
    """Put a passage of ``source`` into the text of ``host``; return its places."""
    text = texts[source]
    starts = [0]
    for s in body:
        starts.append(starts[-1] + len(" ".join(s)) + 2)
    if kind in ("quotes", "shortquote"):
        cases = []
        longest = [n for n, s in enumerate(body) if len(s) >= 13]
        for n in sorted(dice.sample(longest, 3 if kind == "quotes" else 1)):
            length = dice.randint(8, min(25, len(body[n]) - 1) if kind == "quotes" else 12)
            words = body[n][1 : 1 + length]
            at = starts[n] + len(body[n][0]) + 1
            quoted = " ".join(words)
            own = " ".join(sentence(dice, known))
            texts[host] += f" {own.capitalize()} “{quoted}” {' '.join(sentence(dice, known))}."
            begin = texts[host].rindex(quoted)
            cases.append((at, at + len(quoted), begin, begin + len(quoted)))
        return cases
    first = dice.randint(0, len(body) - 6)
    part = [list(s) for s in body[first : first + dice.randint(3, 5)]]
    at, stop = starts[first], starts[first + len(part)] - 1
    if kind == "reorder":
        dice.shuffle(part)
    rate = RATES.get(kind, 0.0)
    copied = write([edit(dice, s, rate, known) for s in part])
    own = write([sentence(dice, known) for _ in range(4)])
    begin = len(texts[host]) + 1
    texts[host] += f" {copied} {own}"
    assert text[at:stop]
    return [(at, stop, begin, begin + len(copied))]


def measure(count: int = 800) -> dict[str, float]:
    """Return recall by kind, the measures over all, and the passages in pairs that share nothing."""
    score = scorer("reuse")
    texts, gold = build(count)
    analyses = [analyse(name, text) for name, text in texts.items()]
    started = time.process_time()
    detections: dict[tuple[str, str], list[Case]] = collections.defaultdict(list)
    for found in align(analyses):
        detections[found.left.document, found.right.document].append(spans(found))
    seconds = time.process_time() - started
    by_kind = collections.defaultdict(list)
    for kind, source, host, cases in gold:
        by_kind[kind].append((cases, detections.pop((source, host), [])))
    result = {f"edits_{kind}_recall": score.measures(pairs)["recall"] for kind, pairs in by_kind.items()}
    everything = score.measures([pair for pairs in by_kind.values() for pair in pairs])
    result |= {f"edits_{name}": everything[name] for name in ("plagdet", "recall", "precision", "granularity")}
    return result | {"edits_false_passages": sum(map(len, detections.values())), "edits_seconds": round(seconds, 1)}


def main() -> None:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=800)
    print(json.dumps(measure(parser.parse_args().documents)))


if __name__ == "__main__":
    main()
