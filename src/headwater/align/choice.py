"""Which passages of a pair count as reuse: those with bits enough, for the collection and beside the pair's best."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import numpy.typing as npt

from headwater.align.close import is_copy
from headwater.align.ends import cut_ends, split_quotations
from headwater.align.passages import Passage, is_quoted
from headwater.align.set_phrases import telling_bits
from headwater.align.thresholds import LOOSE, QUOTED, QUOTED_SHARE, least_bits, least_further
from headwater.align.tokens import Tokens


def choose(
    passages: Sequence[Passage],
    tokens: Tokens,
    bits: npt.NDArray[np.float32],
    left: str,
    right: str,
    documents: int,
) -> list[Passage]:
    """Return those of the ``passages`` of equal words of two texts that count, in a collection of ``documents``."""
    parts = [part for p in passages for part in split_quotations(p, tokens, bits, left, right)]
    passages = [cut_ends(part, tokens, bits, left, right) for part in parts]
    passages = [replace(p, bits=telling_bits(p, tokens, bits)) for p in passages]
    passages = [replace(p, quoted=p.bits >= QUOTED and is_quoted(p, tokens, left, right)) for p in passages]
    least = least_bits(documents)
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
