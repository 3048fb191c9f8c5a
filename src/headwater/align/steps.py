"""Alignment in steps whose rows may lie on different machines: each step is a function of a batch of rows.

A document's row holds its number in the order of all ids (``text``) and what alignment reads of it (``document``).
Numbers of words (``place``) count from the start of their text. What joins the steps stands in ``spread``.
"""

from collections.abc import Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from headwater.align.boilerplate import mark_standing
from headwater.align.candidates import Pairs, Policy, find_links
from headwater.align.common_phrases import Undecided
from headwater.align.pairs import Part, compare_pairs
from headwater.align.seeds import FREQUENT, SEED, find_runs, grow
from headwater.align.set_phrases import mark_phrases
from headwater.align.signs import Signs
from headwater.align.tokens import Tokens, tokenise
from headwater.align.weights import MOST_BUCKETS, STEPS, Counts, measure_words, weigh
from headwater.engine import Rows
from headwater.ids import identify
from headwater.records import Analysis

DOCUMENT = "text bigint, document binary"
WORDS = "bucket int, words bigint"
RUNS = "text bigint, run bigint, place int, publisher bigint"
MARKED = (
    "text bigint, document binary, standing array<int>, runs array<bigint>, places array<int>, befores array<bigint>, "
    "worths array<bigint>"
)
LINKS = "link bigint, text bigint"
SHARED = "reuse binary, undecided int, spoken boolean"
DECIDED = Undecided(0, spoken=False)  # its words are never a phrase alone
READ = frozenset(("boilerplate", "byline", "caption", "credit", "dateline"))  # what is no text, and where credits stand


def pack(analysis: Analysis) -> bytes:
    """Return what alignment reads of an analysis before pairs are judged: the text, and the segments of READ kinds."""
    segments = tuple(s for s in analysis.segments if s.kind in READ)
    return msgspec.json.encode(Analysis(analysis.document, segments, (), (), ()))


def count_batch(rows: Rows) -> Rows:
    """DOCUMENT to WORDS: how many words fall into each bucket."""
    tokens = tokenise([a.document.text for a in _unpack(rows["document"])])
    buckets, words = np.unique(tokens.hash >> np.uint32(32 - MOST_BUCKETS), return_counts=True)
    return {"bucket": buckets.astype(np.int32), "words": words}


def find_runs_batch(rows: Rows) -> Rows:
    """DOCUMENT to RUNS: every run of words, with a number of its text's publisher (0 where it names none)."""
    analyses = _unpack(rows["document"])
    tokens, owner = _read(analyses)
    places, runs = find_runs(tokens)
    text = owner[places]
    publishers = np.array([_number(a.document.publisher) for a in analyses], dtype=np.int64)
    return {
        "text": np.asarray(rows["text"], dtype=np.int64)[text],
        "run": runs.view(np.int64),
        "place": (places - tokens.first[text]).astype(np.int32),
        "publisher": publishers[text],
    }


def mark_batch(rows: Rows, counts: Counts) -> Rows:
    """DOCUMENT with its shared runs (``runs``, ``places``, ``sizes``, ``repeated``) to MARKED.

    ``standing`` are its words of standing text. The runs that may start a match are kept; ``befores`` tells the word
    before one where the run that starts there is sure to match wherever this one does and that word is the same;
    ``worths`` the bits, in STEPS, of all words around it that shared runs cover: no match there is worth more.
    """
    found: dict[str, list[Any]] = {"standing": [], "runs": [], "places": [], "befores": [], "worths": []}
    for document, runs, places, sizes, repeated in zip(
        _unpack(rows["document"]), *(rows[c] for c in ("runs", "places", "sizes", "repeated")), strict=True
    ):
        tokens = tokenise([document.document.text])
        order = np.argsort(np.array(places or (), dtype=np.int64))
        place = np.array(places or (), dtype=np.int64)[order]
        standing = mark_standing(document, tokens, place[np.array(repeated or (), dtype=bool)[order]])
        worth = _worth_around(place, np.where(standing, 0.0, measure_words(tokens, counts)))
        usable = ~standing[place]
        sure = np.zeros(len(tokens.hash) + 1, dtype=bool)
        sure[place[usable & (np.array(sizes or (), dtype=np.int64)[order] <= FREQUENT)] + 1] = True
        place, run = place[usable], np.array(runs or (), dtype=np.int64)[order][usable]
        before = np.where(sure[place], tokens.hash[np.maximum(place - 1, 0)].astype(np.int64) + 1, 0)
        found["standing"].append(np.flatnonzero(standing).tolist())
        found["runs"].append(run.tolist())
        found["places"].append(place.tolist())
        found["befores"].append(before.tolist())
        found["worths"].append(worth[usable].tolist())
    return {"text": rows["text"], "document": rows["document"], **found}


def _worth_around(places: npt.NDArray[np.int64], bits: npt.NDArray[np.float64]) -> npt.NDArray[np.int64]:
    """Return for each shared run the bits, in STEPS, of the words that it and its neighbours without a gap cover."""
    if len(places) == 0:
        return places
    summed = np.concatenate([[0], np.cumsum(np.rint(bits * STEPS).astype(np.int64))])
    first = np.flatnonzero(np.concatenate([[True], places[1:] != places[:-1] + 1]))
    last = np.append(first[1:], len(places)) - 1
    worth = summed[places[last] + SEED] - summed[places[first]]
    return np.repeat(worth, last - first + 1)


def find_links_batch(rows: Rows, counts: Counts, policy: Policy, documents: int) -> Rows:
    """MARKED to LINKS."""
    tokens, owner = _read(_unpack(rows["document"]))
    bits = _weigh(tokens, counts, rows["standing"])
    link, text = find_links(tokens, owner, bits, policy, documents)
    return {"link": link.view(np.int64), "text": np.asarray(rows["text"], dtype=np.int64)[text]}


def compare_batch(rows: Rows, counts: Counts, documents: int) -> Rows:
    """Pairs with both documents and their seeds to SHARED.

    Columns ``left`` and ``right`` (numbers), ``near`` (whether to look closely), ``left_places`` and ``right_places``
    (of the seeds), and for each side ``_document`` and ``_standing``.
    """
    sides: dict[int, tuple[bytes, Sequence[int]]] = {}
    for side in ("left", "right"):
        for number, document, standing in zip(
            rows[side], rows[f"{side}_document"], rows[f"{side}_standing"], strict=True
        ):
            sides[int(number)] = document, standing
    numbers = sorted(sides)
    index = {number: i for i, number in enumerate(numbers)}
    analyses = _unpack([sides[n][0] for n in numbers])
    tokens, owner = _read(analyses)
    bits = _weigh(tokens, counts, [sides[n][1] for n in numbers])
    places: dict[str, list[int]] = {"left": [], "right": []}
    for side, seeded in places.items():
        for number, seeds in zip(rows[side], rows[f"{side}_places"], strict=True):
            first = int(tokens.first[index[int(number)]])
            seeded += [first + place for place in seeds or ()]
    near = [
        (index[int(one)], index[int(other)])
        for one, other, is_near in zip(rows["left"], rows["right"], rows["near"], strict=True)
        if is_near
    ]
    ends = np.array(sorted(near), dtype=np.int64).reshape(-1, 2)
    matches = grow(tokens, owner, *(np.array(places[side], dtype=np.int64) for side in ("left", "right")))
    part = Part(analyses, weigh(tokens, owner, bits), mark_phrases(tokens), documents)
    found = compare_pairs(part, matches, Pairs(ends[:, 0], ends[:, 1]), Signs())
    passages = [(pair, reuse) for pair, shared in found.shared.items() for reuse in shared]
    undecided = [found.undecided.get(pair, DECIDED) for pair, _ in passages]
    return {
        "reuse": [msgspec.json.encode(reuse) for _, reuse in passages],
        "undecided": np.array([u.words for u in undecided], dtype=np.int32),
        "spoken": np.array([u.spoken for u in undecided], dtype=bool),
    }


def _unpack(documents: Sequence[bytes]) -> list[Analysis]:
    return [msgspec.json.decode(d, type=Analysis) for d in documents]


def _read(analyses: Sequence[Analysis]) -> tuple[Tokens, npt.NDArray[np.int32]]:
    tokens = tokenise([a.document.text for a in analyses])
    return tokens, np.repeat(np.arange(len(analyses), dtype=np.int32), np.diff(tokens.first))


def _weigh(tokens: Tokens, counts: Counts, standing: Sequence[Sequence[int]]) -> npt.NDArray[np.float32]:
    bits = measure_words(tokens, counts)
    for first, places in zip(tokens.first.tolist(), standing, strict=False):
        bits[first + np.array(places or (), dtype=np.int64)] = 0.0
    return bits


def _number(publisher: str | None) -> int:
    """Return a number for a publisher's name, the same on every machine."""
    return int(identify("p", publisher)[2:], 16) >> 1 if publisher else 0
