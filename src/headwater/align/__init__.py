"""Alignment: every passage that two documents share, what was changed in it, and who copied, where evidence shows it.

Method, one module per step: words as hashes (``tokens``), their information in bits (``weights``), standing text of
publishers (``boilerplate``), shared runs of words and their maximal matches (``seeds``), chains of matches
(``chaining``), gaps and ends (``extension``, ``passages``, ``boundaries``), the least score (``thresholds``), the edit
script (``changes``), the direction of a pair (``direction``). No pair of documents is looked at that shares no run of
words, so the cost grows with the documents and what they share, never with the number of pairs.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from headwater.align.boilerplate import find_boilerplate
from headwater.align.candidates import find_candidates
from headwater.align.chaining import Chains, chain
from headwater.align.changes import find_changes
from headwater.align.choice import choose
from headwater.align.close import look_closely, tell_once
from headwater.align.direction import judge_directions
from headwater.align.judgements import UNKNOWN
from headwater.align.passages import Passage, grow_pairs, place
from headwater.align.seeds import PlaceArray, find_groups, match_runs
from headwater.align.set_phrases import mark_phrases
from headwater.align.short_quotations import Stretch, add_short, find_quoted
from headwater.align.thresholds import QUOTED, SEED_SHARE, least_bits
from headwater.align.tokens import Tokens, tokenise
from headwater.align.units import Units, cut_units
from headwater.align.weights import measure_words
from headwater.ids import identify
from headwater.records import Analysis, Place, Reuse

__all__ = ["align", "compare"]


def align(analyses: Sequence[Analysis]) -> tuple[Reuse, ...]:
    """Return every passage that two documents share, ordered by document ids and place; left id < right id."""
    analyses = sorted({a.document.id: a for a in analyses}.values(), key=lambda a: a.document.id)
    texts = [a.document.text for a in analyses]
    tokens = tokenise(texts)
    owner = np.repeat(np.arange(len(texts), dtype=np.int32), np.diff(tokens.first))
    bits = measure_words(tokens)
    phrases = mark_phrases(tokens)
    groups = find_groups(tokens)
    standing = find_boilerplate(analyses, tokens, owner, groups)
    matches = match_runs(tokens, owner, groups, ~standing)
    bits[standing] = 0.0
    chains = chain(matches, owner, len(texts), np.concatenate([[0.0], np.cumsum(bits, dtype=np.float64)]))
    least = least_bits(len(texts))
    passages = _pairs_with_equal_words(chains, tokens, owner, bits, phrases, texts, least)
    candidates = find_candidates(tokens, owner, bits)
    cut: dict[int, Units] = {}
    quoted: dict[int, tuple[Stretch, ...]] = {}
    for left, right in zip(candidates.left.tolist(), candidates.right.tolist(), strict=True):
        for text in (left, right):
            if text not in cut:
                cut[text] = cut_units(texts[text])
        closer = look_closely(passages.get((left, right), []), tokens, bits, left, right, (cut[left], cut[right]))
        if not closer:
            continue
        for text in (left, right):
            if text not in quoted:
                quoted[text] = find_quoted(texts[text], tokens, text)
        passages[left, right] = add_short(closer, (quoted[left], quoted[right]), tokens, bits, phrases, left, right)
    found = {
        (analyses[left].document.id, analyses[right].document.id): [
            _record(analyses[left], analyses[right], tokens, passage) for passage in tell_once(passages[left, right])
        ]
        for left, right in sorted(passages)
    }
    judged = judge_directions(analyses, found)
    return tuple(
        replace(r, direction=judged[pair].direction, why=judged[pair].why, evidence=judged[pair].evidence)
        for pair in sorted(found)
        for r in sorted(found[pair], key=lambda r: (r.left, r.right))
    )


def _pairs_with_equal_words(
    chains: Chains,
    tokens: Tokens,
    owner: npt.NDArray[np.int32],
    bits: npt.NDArray[np.float32],
    phrases: bytes,
    texts: Sequence[str],
    least: float,
) -> dict[tuple[int, int], list[Passage]]:
    """Return the passages of each pair of texts that share enough equal words."""
    found: dict[tuple[int, int], list[Passage]] = {}
    best = np.zeros(0) if len(chains.pair) == 0 else _best_of_pair(chains.pair, chains.bits)
    promising = np.flatnonzero((best >= SEED_SHARE * least) & (chains.bits >= SEED_SHARE * QUOTED))
    for pair, passages in grow_pairs(chains, promising, tokens, owner, bits):
        left, right = divmod(pair, len(texts))
        kept = choose(passages, tokens, bits, phrases, texts[left], texts[right], len(texts))
        if kept:
            found[left, right] = kept
    return found


def compare(left: Analysis, right: Analysis) -> tuple[Reuse, ...]:
    """Return the passages that two given documents share."""
    return align((left, right))


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
