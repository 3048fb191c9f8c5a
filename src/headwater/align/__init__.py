"""Alignment: every passage that two documents share, what was changed in it, and who copied, where evidence shows it.

Method, one module per step: words as hashes (``tokens``), their information in bits (``weights``), standing text of
publishers (``boilerplate``), shared runs of words and their maximal matches (``seeds``), chains of matches
(``chaining``), gaps and ends (``extension``, ``passages``, ``boundaries``), the least score (``thresholds``), the edit
script (``changes``), the direction of a pair (``direction``). No pair of documents is looked at that shares no run of
words, so the cost grows with the documents and what they share, never with the number of pairs.
"""

from collections.abc import Sequence

import numpy as np

from headwater.align.boilerplate import find_boilerplate
from headwater.align.candidates import find_candidates
from headwater.align.pairs import Found, Part, compare_pairs, judge, sort_analyses
from headwater.align.seeds import find_groups, match_runs
from headwater.align.set_phrases import mark_phrases
from headwater.align.signs import Signs
from headwater.align.tokens import tokenise
from headwater.align.weights import count_words, measure_words, weigh
from headwater.records import Analysis, Reuse

__all__ = ["align", "compare"]


def align(analyses: Sequence[Analysis]) -> tuple[Reuse, ...]:
    """Return every passage that two documents share, ordered by document ids and place; left id < right id."""
    analyses, signs = sort_analyses(analyses), Signs()
    return judge(analyses, find_shared(analyses, signs), signs)


def find_shared(analyses: Sequence[Analysis], signs: Signs) -> Found:
    """Return the passages of each pair of ``analyses`` (sorted by id) that shares some, without a direction."""
    tokens = tokenise([a.document.text for a in analyses])
    owner = np.repeat(np.arange(len(analyses), dtype=np.int32), np.diff(tokens.first))
    groups = find_groups(tokens)
    standing = find_boilerplate(analyses, tokens, owner, groups)
    matches = match_runs(tokens, owner, groups, ~standing)
    del groups
    bits = measure_words(tokens, count_words(tokens.hash))  # after what takes most memory
    bits[standing] = 0.0
    part = Part(analyses, weigh(tokens, owner, bits), mark_phrases(tokens), len(analyses))
    return compare_pairs(part, matches, find_candidates(tokens, owner, bits), signs)


def compare(left: Analysis, right: Analysis) -> tuple[Reuse, ...]:
    """Return the passages that two given documents share."""
    return align((left, right))
