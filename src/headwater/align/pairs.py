"""Pairs of documents compared: their passages of equal words, a closer look at the likely ones, the records of both.

A part of a collection is enough for a pair, whatever lies elsewhere: the words of its texts with their bits in the
whole collection, and the matches between them.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np
import numpy.typing as npt

from headwater.align.candidates import Pairs
from headwater.align.chaining import chain
from headwater.align.choice import choose
from headwater.align.close import look_closely, tell_once
from headwater.align.common_phrases import Undecided, are_tied, find_phrases, without_phrases
from headwater.align.direction import judge_directions
from headwater.align.judgements import Judgement, Pair, Shared
from headwater.align.located import locate
from headwater.align.passages import Passage, Passages, Stretch, concatenate, gather, grow_pairs, in_batches
from headwater.align.seeds import Matches, PlaceArray
from headwater.align.short_quotations import add_short, find_quoted
from headwater.align.shown import show
from headwater.align.signs import Signs
from headwater.align.thresholds import QUOTED, SEED_SHARE, least_bits
from headwater.align.units import Units, cut_units
from headwater.align.weights import Words
from headwater.records import Analysis, Reuse


@dataclass(frozen=True, slots=True)
class Part:
    """Some documents of a collection of ``documents``, sorted by id, with their words.

    ``phrases`` says where set phrases start.
    """

    analyses: Sequence[Analysis]
    words: Words
    phrases: bytes
    documents: int


def sort_analyses(analyses: Sequence[Analysis]) -> list[Analysis]:
    """Return the analyses in the order of their documents' ids, each document once."""
    return sorted({a.document.id: a for a in analyses}.values(), key=lambda a: a.document.id)


@dataclass(frozen=True, slots=True)
class Found:
    """What pairs of documents share, without a direction.

    ``undecided`` are the pairs that may share no more than a phrase: only the records and the whole documents tell
    whether it is credited, or of one source.
    """

    shared: Shared
    undecided: Mapping[Pair, Undecided]


def compare_pairs(part: Part, matches: Matches, near: Pairs, signs: Signs) -> Found:
    """Return what each pair shares that has ``matches`` or is looked at closely (``near``), beyond phrases."""
    tokens = part.words.tokens
    passages = tell_once(_look_closely(part, _pairs_with_equal_words(part, matches), near, signs))
    shared: dict[Pair, list[Reuse]] = {}
    undecided: dict[Pair, Undecided] = {}
    for batch in in_batches(passages.pair):
        some = passages.take(np.arange(batch.start, batch.stop))
        located = locate(part.analyses, tokens, some)
        are_phrases, in_doubt = find_phrases(part.analyses, tokens, some, located, signs)
        shared |= show(part.analyses, tokens, some, located, ~are_phrases)
        undecided |= in_doubt
    return Found(shared, undecided)


def judge(analyses: Sequence[Analysis], found: Found, signs: Signs) -> tuple[Reuse, ...]:
    """Return what is shared beyond phrases, ordered by document ids and place, with the direction of each pair."""
    by_id = {a.document.id: a for a in analyses}
    shared = without_phrases(by_id, found.shared, found.undecided, signs)
    judged = judge_directions(by_id, shared, signs)
    rows: list[Reuse] = []
    for pair in sorted(shared):
        rows += [_with(judged[pair], reuse) for reuse in shared[pair]] if pair in judged else shared[pair]
    return tuple(rows)


def _with(judgement: Judgement, reuse: Reuse) -> Reuse:
    found = (reuse.id, reuse.left, reuse.right, reuse.blocks, reuse.identity, reuse.bits, reuse.changes)
    return Reuse(*found, judgement.direction, judgement.why, judgement.evidence)


def _pairs_with_equal_words(part: Part, matches: Matches) -> Passages:
    """Return the passages of each pair of texts that share enough equal words."""
    texts = [a.document.text for a in part.analyses]
    chains = chain(matches, part.words)
    if len(chains.pair) == 0:
        return concatenate(())
    best = _best_of_pair(chains.pair, chains.bits)
    enough = best >= SEED_SHARE * least_bits(part.documents)
    promising = np.flatnonzero(enough & (chains.bits >= SEED_SHARE * QUOTED))
    grown = grow_pairs(chains, promising, part.words)
    return concatenate([choose(passages, part.words, part.phrases, texts, part.documents) for passages in grown])


def _look_closely(part: Part, passages: Passages, near: Pairs, signs: Signs) -> Passages:
    """Return ``passages`` with what a closer look at the pairs ``near`` finds."""
    texts, words = [a.document.text for a in part.analyses], part.words
    least = least_bits(part.documents)
    cut = _cut_units(texts, near)
    quoted: dict[int, tuple[Stretch, ...]] = {}
    pairs = near.left * len(texts) + near.right
    of_near = np.isin(passages.pair, pairs)
    known: defaultdict[int, list[Passage]] = defaultdict(list)
    for pair, passage in zip(passages.pair[of_near].tolist(), passages.take(of_near).one_by_one(), strict=True):
        known[pair].append(passage)
    found: list[tuple[int, Passage]] = []
    for pair, left, right in zip(pairs.tolist(), near.left.tolist(), near.right.tolist(), strict=True):
        tied = partial(are_tied, part.analyses[left], part.analyses[right], signs)
        closer = look_closely(known[pair], words, left, right, (cut[left], cut[right]), least, tied=tied)
        if not closer:
            continue
        for text in (left, right):
            if text not in quoted:
                quoted[text] = find_quoted(signs.quoted(part.analyses[text]), words.tokens, text)
        with_short = add_short(closer, (quoted[left], quoted[right]), words, part.phrases, left, right)
        found += [(pair, passage) for passage in with_short]
    return concatenate([passages.take(~of_near), gather(found)])


def _cut_units(texts: Sequence[str], near: Pairs) -> dict[int, Units]:
    """Return the units of the texts that are looked at closely."""
    looked_at = np.unique(np.concatenate([near.left, near.right])).tolist()
    return dict(zip(looked_at, cut_units([texts[n] for n in looked_at]), strict=True))


def _best_of_pair(pair: PlaceArray, bits: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Return for each chain the score of the best chain of its pair; chains of a pair are neighbours."""
    starts = np.flatnonzero(np.concatenate([[True], pair[1:] != pair[:-1]]))
    best: npt.NDArray[np.float64] = np.maximum.reduceat(bits, starts)
    return np.repeat(best, np.diff(np.append(starts, len(pair))))
