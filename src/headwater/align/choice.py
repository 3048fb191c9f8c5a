"""Which passages of a pair count as reuse: those with bits enough, for the collection and beside the pair's best."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from headwater.align.close import is_copy
from headwater.align.ends import cut_ends, is_marked_alike, split_quotations
from headwater.align.passages import Passage, is_quoted
from headwater.align.set_phrases import telling_bits
from headwater.align.thresholds import LOOSE, QUOTED, QUOTED_SHARE, least_bits, least_further
from headwater.align.tokens import Tokens


def choose(
    passages: Sequence[Passage],
    tokens: Tokens,
    bits: npt.NDArray[np.float32],
    phrases: bytes,
    left: str,
    right: str,
    documents: int,
) -> list[Passage]:
    """Return those of the ``passages`` of equal words of two texts that count, in a collection of ``documents``.

    ``phrases`` says where set phrases may start (``mark_phrases``).
    """
    least = least_bits(documents)
    most = max(p.bits for p in passages)
    if most < QUOTED_SHARE * least or (most < least and not any(_may_be_quoted(p, tokens) for p in passages)):
        return []
    parts = [part for p in passages for part in split_quotations(p, tokens, bits, left, right)]
    passages = [_weigh(cut_ends(part, tokens, bits), tokens, bits, phrases) for part in parts]
    best = max(passages, key=lambda p: p.bits)
    if best.bits < QUOTED_SHARE * least:
        return []
    if best.bits < least and not any(p.quoted and p.bits >= QUOTED_SHARE * least for p in passages):
        return []
    copied = is_copy(best)
    kept = []
    for passage in passages:
        loose = copied and passage.identity < LOOSE
        enough = min(least_further(documents, best.bits, loose=loose), max(best.bits, least))
        if passage.bits >= enough or passage.quoted:
            kept.append(passage)
    return kept


def _may_be_quoted(passage: Passage, tokens: Tokens) -> bool:
    """Say whether quotation marks enclose the passage, or may once its ends are cut."""
    if len(passage.runs) > 1 or is_quoted(passage, tokens):
        return True
    return not all(is_marked_alike(passage.runs, tokens, ahead=ahead) for ahead in (True, False))


def _weigh(passage: Passage, tokens: Tokens, bits: npt.NDArray[np.float32], phrases: bytes) -> Passage:
    telling = telling_bits(passage, tokens, bits, phrases)
    quoted = telling >= QUOTED and is_quoted(passage, tokens)
    if telling == passage.bits and not quoted:
        return passage
    return replace(passage, bits=telling, quoted=quoted)
