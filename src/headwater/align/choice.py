"""Which passages of a pair count as reuse: those with bits enough, for the collection and beside the pair's best."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from headwater.align.close import are_copies
from headwater.align.ends import are_marked_alike, cut_ends, split_quotations
from headwater.align.passages import Flags, Passages, are_quoted
from headwater.align.set_phrases import weigh_phrases
from headwater.align.thresholds import LOOSE, QUOTED, QUOTED_SHARE, least_bits, least_further
from headwater.align.weights import Words


def choose(passages: Passages, words: Words, phrases: bytes, texts: Sequence[str], documents: int) -> Passages:
    """Return those of the ``passages`` of equal words that count, in a collection of ``documents``.

    ``phrases`` says where set phrases start (``mark_phrases``); ``texts`` are those that the pairs are numbers of.
    """
    least = least_bits(documents)
    passages = _without_hopeless(passages, words, least)
    if len(passages) == 0:
        return passages
    passages = cut_ends(split_quotations(passages, words, texts), words)
    telling = weigh_phrases(passages, words, phrases)
    passages = replace(passages, bits=telling, quoted=(telling >= QUOTED) & are_quoted(passages, words.tokens))
    firsts = passages.firsts_of_pairs()
    sizes = np.diff(np.append(firsts, len(passages)))
    most = np.repeat(np.maximum.reduceat(passages.bits, firsts), sizes)
    strong_quotation = passages.quoted & (passages.bits >= QUOTED_SHARE * least)
    proven = (most >= least) | np.repeat(np.logical_or.reduceat(strong_quotation, firsts), sizes)
    best = np.flatnonzero(passages.bits == most)  # the first of the best of each pair says whether it was copied
    best = best[np.diff(passages.pair[best], prepend=-1) != 0]
    loose = np.repeat(are_copies(passages)[best], sizes) & (passages.identity < LOOSE)
    enough = np.minimum(least_further(documents, most, loose=loose), np.maximum(most, least))
    return passages.take((most >= QUOTED_SHARE * least) & proven & ((passages.bits >= enough) | passages.quoted))


def _without_hopeless(passages: Passages, words: Words, least: float) -> Passages:
    """Leave out the pairs in which no passage can have bits enough, quoted or not."""
    firsts = passages.firsts_of_pairs()
    if len(firsts) == 0:
        return passages
    most, may = (
        np.maximum.reduceat(passages.bits, firsts),
        np.logical_or.reduceat(_may_be_quoted(passages, words), firsts),
    )
    hopeful = (most >= least) | ((most >= QUOTED_SHARE * least) & may)
    return passages.take(np.repeat(hopeful, np.diff(np.append(firsts, len(passages)))))


def _may_be_quoted(passages: Passages, words: Words) -> Flags:
    """Say whether quotation marks enclose each passage, or may once its ends are cut."""
    may = are_quoted(passages, words.tokens) | (np.diff(passages.runs.bounds(len(passages))) > 1)
    for ahead in (True, False):
        may |= ~are_marked_alike(passages, words, ahead=ahead)
    return may
