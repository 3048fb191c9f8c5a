"""Pairs of documents compared: their passages of equal words, a closer look at the likely ones, the records of both.

A part of a collection is enough for a pair, whatever lies elsewhere: the words of its texts with their bits in the
whole collection, and the matches between them.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from headwater.align.candidates import Pairs
from headwater.align.chaining import chain
from headwater.align.changes import find_changes
from headwater.align.choice import choose
from headwater.align.close import look_closely, tell_once
from headwater.align.direction import judge_directions
from headwater.align.judgements import UNKNOWN, Shared
from headwater.align.passages import Passage, grow_pairs, place
from headwater.align.seeds import Matches, PlaceArray
from headwater.align.short_quotations import Stretch, add_short, find_quoted
from headwater.align.thresholds import QUOTED, SEED_SHARE, least_bits
from headwater.align.tokens import Tokens
from headwater.align.units import Units, cut_units
from headwater.ids import identify
from headwater.records import Analysis, Place, Reuse

Found = dict[tuple[int, int], list[Passage]]


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents of a collection of ``documents``, sorted by id, with their words.

    ``owner`` is the text of each word, ``bits`` its information in the whole collection (0 for standing text),
    ``phrases`` where set phrases may start.
    """

    analyses: Sequence[Analysis]
    tokens: Tokens
    owner: npt.NDArray[np.int32]
    bits: npt.NDArray[np.float32]
    phrases: bytes
    documents: int


def sort_analyses(analyses: Sequence[Analysis]) -> list[Analysis]:
    """Return the analyses in the order of their documents' ids, each document once."""
    return sorted({a.document.id: a for a in analyses}.values(), key=lambda a: a.document.id)


def compare_pairs(part: Part, matches: Matches, near: Pairs) -> dict[tuple[str, str], list[Reuse]]:
    """Return what each pair shares that has ``matches`` or is looked at closely (``near``)."""
    passages = _pairs_with_equal_words(part, matches)
    _look_closely(part, passages, near)
    analyses = part.analyses
    return {
        (analyses[left].document.id, analyses[right].document.id): sorted(
            (_record(analyses[left], analyses[right], part.tokens, p) for p in tell_once(passages[left, right])),
            key=lambda r: (r.left, r.right),
        )
        for left, right in sorted(passages)
    }


def judge(analyses: Sequence[Analysis], shared: Shared) -> tuple[Reuse, ...]:
    """Return what is shared, ordered by document ids and place, with the direction of each pair."""
    judged = judge_directions(analyses, shared)
    return tuple(
        replace(r, direction=judged[pair].direction, why=judged[pair].why, evidence=judged[pair].evidence)
        for pair in sorted(shared)
        for r in shared[pair]
    )


def _pairs_with_equal_words(part: Part, matches: Matches) -> Found:
    """Return the passages of each pair of texts that share enough equal words."""
    tokens, bits, texts = part.tokens, part.bits, [a.document.text for a in part.analyses]
    summed = np.concatenate([[0.0], np.cumsum(bits, dtype=np.float64)])
    chains = chain(matches, part.owner, len(texts), summed)
    del matches, summed
    found: Found = {}
    if len(chains.pair) == 0:
        return found
    best = _best_of_pair(chains.pair, chains.bits)
    enough = best >= SEED_SHARE * least_bits(part.documents)
    promising = np.flatnonzero(enough & (chains.bits >= SEED_SHARE * QUOTED))
    for pair, passages in grow_pairs(chains, promising, tokens, part.owner, bits):
        left, right = divmod(pair, len(texts))
        kept = choose(passages, tokens, bits, part.phrases, texts[left], texts[right], part.documents)
        if kept:
            found[left, right] = kept
    return found


def _look_closely(part: Part, passages: Found, near: Pairs) -> None:
    """Look closely at the pairs ``near``; what is found goes into ``passages``."""
    texts, tokens, bits = [a.document.text for a in part.analyses], part.tokens, part.bits
    least = least_bits(part.documents)
    cut: dict[int, Units] = {}
    quoted: dict[int, tuple[Stretch, ...]] = {}
    for left, right in zip(near.left.tolist(), near.right.tolist(), strict=True):
        for text in (left, right):
            if text not in cut:
                cut[text] = cut_units(texts[text])
        units = cut[left], cut[right]
        closer = look_closely(passages.get((left, right), []), tokens, bits, left, right, units, least)
        if not closer:
            continue
        for text in (left, right):
            if text not in quoted:
                quoted[text] = find_quoted(texts[text], tokens, text)
        both = quoted[left], quoted[right]
        passages[left, right] = add_short(closer, both, tokens, bits, part.phrases, left, right)


def _best_of_pair(pair: PlaceArray, bits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return for each chain the score of the best chain of its pair; chains of a pair are neighbours."""
    starts = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
    best: npt.NDArray[np.float64] = np.maximum.reduceat(bits, starts)
    return np.repeat(best, np.diff(np.append(starts, len(pair))))


def _record(left: Analysis, right: Analysis, tokens: Tokens, passage: Passage) -> Reuse:
    placed = place(passage, tokens, left.document.text, right.document.text)
    ours = Place(left.document.id, placed.left.start, placed.left.end)
    theirs = Place(right.document.id, placed.right.start, placed.right.end)
    return Reuse(
        id=identify("reuse", ours.document, ours.start, ours.end, theirs.document, theirs.start, theirs.end),
        left=ours,
        right=theirs,
        blocks=placed.blocks,
        identity=round(passage.identity, 4),
        bits=round(passage.bits, 1),
        changes=find_changes(left.document.text, right.document.text, placed.blocks),
        direction="unknown",
        why=UNKNOWN.why,
    )
