"""Measure reuse on copies that we edited ourselves, among documents that share nothing else.

usage: python eval/edits.py [--documents N]
Documents are rows of invented words with ordinary function words between them, so that frequent and rare words stand
as in real text and nothing is shared by accident. Into some a passage of another document is put: word for word, with
5 to 30 % of its words changed, dropped or added, with its sentences reordered, as three quotations of 8 to 25 words, or
as one of 8 to 12. Two kinds stand inside a story, between documents that share a passage word for word as well:
"storyquote", two quotations of 3 to 7 words, and "paraphrase": more than half of the words that carry meaning replaced
and the halves of every sentence swapped. Prints one JSON line with recall by kind, plagdet over all and without the
paraphrases, and passages in pairs that share nothing.
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
KINDS = (
    "verbatim",
    "edit05",
    "edit10",
    "edit20",
    "edit30",
    "reorder",
    "quotes",
    "shortquote",
    "storyquote",
    "paraphrase",
)
REPLACED = 0.55  # of the words of a paraphrase that carry meaning
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


def reword(dice: random.Random, words: Sentence, known: list[str]) -> Sentence:
    """Return ``words`` with most of those that carry meaning replaced, and the two halves swapped."""
    other = [
        word if word in FUNCTION or dice.random() >= REPLACED else known[int(VOCABULARY ** dice.random()) - 1]
        for word in words
    ]
    middle = len(other) // 2
    return other[middle:] + other[:middle]


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
    starts = [0]
    for s in body:
        starts.append(starts[-1] + len(" ".join(s)) + 2)
    if kind in ("storyquote", "paraphrase"):
        story = copy(dice, known, "verbatim", body, (0, 3), texts, source, host)
        if kind == "paraphrase":
            first = dice.randint(5, len(body) - 6)
            return [story, copy(dice, known, kind, body, (first, first + dice.randint(3, 5)), texts, source, host)]
    if kind in ("quotes", "shortquote", "storyquote"):
        cases = [story] if kind == "storyquote" else []
        longest = [n for n, s in enumerate(body) if len(s) >= 13 and (n > 3 or kind != "storyquote")]
        for n in sorted(dice.sample(longest, {"quotes": 3, "shortquote": 1, "storyquote": 2}[kind])):
            low, high = {"quotes": (8, min(25, len(body[n]) - 1)), "shortquote": (8, 12), "storyquote": (3, 7)}[kind]
            length = dice.randint(low, high)
            words = body[n][1 : 1 + length]
            at = starts[n] + len(body[n][0]) + 1
            quoted = " ".join(words)
            own = " ".join(sentence(dice, known))
            texts[host] += f" {own.capitalize()} “{quoted}” {' '.join(sentence(dice, known))}."
            begin = texts[host].rindex(quoted)
            cases.append((at, at + len(quoted), begin, begin + len(quoted)))
        return cases
    first = dice.randint(0, len(body) - 6)
    return [copy(dice, known, kind, body, (first, first + dice.randint(3, 5)), texts, source, host)]


def copy(
    dice: random.Random,
    known: list[str],
    kind: str,
    body: list[Sentence],
    part: tuple[int, int],
    texts: dict[str, str],
    source: str,
    host: str,
) -> Case:
    """Put sentences ``part`` of ``source`` into ``host`` in the way of ``kind``; return their places."""
    starts = [0]
    for s in body:
        starts.append(starts[-1] + len(" ".join(s)) + 2)
    at, stop = starts[part[0]], starts[part[1]] - 1
    copied = [list(s) for s in body[part[0] : part[1]]]
    if kind == "reorder":
        dice.shuffle(copied)
    if kind == "paraphrase":
        copied = [reword(dice, s, known) for s in copied]
    written = write([edit(dice, s, RATES.get(kind, 0.0), known) for s in copied])
    begin = len(texts[host]) + 1
    texts[host] += f" {written} {write([sentence(dice, known) for _ in range(4)])}"
    assert texts[source][at:stop]
    return at, stop, begin, begin + len(written)


def measure(count: int = 1_000) -> dict[str, float]:
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
    result = {
        f"edits_{kind}_recall": score.measures(
            [(cases[1:] if kind in ("storyquote", "paraphrase") else cases, found) for cases, found in pairs]
        )["recall"]  # the passage that makes them one story is not counted
        for kind, pairs in by_kind.items()
    }
    plain = [pair for kind, pairs in by_kind.items() if kind != "paraphrase" for pair in pairs]
    result["edits_plagdet_without_paraphrase"] = score.measures(plain)["plagdet"]
    everything = score.measures([pair for pairs in by_kind.values() for pair in pairs])
    result |= {f"edits_{name}": everything[name] for name in ("plagdet", "recall", "precision", "granularity")}
    return result | {"edits_false_passages": sum(map(len, detections.values())), "edits_seconds": round(seconds, 1)}


def main() -> None:
    """Print the figures as one JSON line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=1_000)
    print(json.dumps(measure(parser.parse_args().documents)))


if __name__ == "__main__":
    main()
