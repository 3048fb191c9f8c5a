"""Which words are a publisher's standing text: sign-up lines, captions, related-link lists, footers.

A run of five words that REPEATS documents of one publisher share is standing text, unless so much of the document is
shared that the documents are versions of one story (an updated report shares most of itself with its older versions;
standing text is a small part of a document). Segments that the segmenter already took for boilerplate count too. In a
sample of 7,511 news documents standing text was the majority of raw matches. Known limit: a publisher that is not
named, or has fewer than REPEATS documents in the collection, shows no standing text.
"""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from headwater.align.seeds import SEED, Groups
from headwater.align.tokens import Tokens
from headwater.records import Analysis

REPEATS = 5  # documents of one publisher with the same five words; versions of one story are rarely more
LARGEST_SHARE = 0.5  # of a document's words; a document that is mostly repeated is a version, not standing text


def find_boilerplate(
    analyses: Sequence[Analysis], tokens: Tokens, owner: npt.NDArray[np.int32], groups: Groups
) -> npt.NDArray[np.bool_]:
    """Say for each word whether it is standing text."""
    return _mark(analyses, tokens, owner, _repeated(analyses, owner, groups))


def mark_standing(analysis: Analysis, tokens: Tokens, repeated: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Say for each word of one document whether it is standing text.

    ``repeated`` are the words that a run starts with which REPEATS documents of its publisher hold.
    """
    return _mark([analysis], tokens, np.zeros(len(tokens.hash), dtype=np.int32), repeated)


def _mark(
    analyses: Sequence[Analysis], tokens: Tokens, owner: npt.NDArray[np.int32], repeated: npt.NDArray[np.int64]
) -> npt.NDArray[np.bool_]:
    found = np.zeros(len(tokens.hash), dtype=bool)
    for step in range(SEED):
        found[repeated + step] = True
    sizes = np.diff(tokens.first)
    share = np.bincount(owner, weights=found, minlength=len(analyses)) / np.maximum(sizes, 1)
    found[np.repeat(share > LARGEST_SHARE, sizes)] = False
    for text, analysis in enumerate(analyses):
        standing = [s for s in analysis.segments if s.kind == "boilerplate"]
        if standing:
            first = int(tokens.first[text])
            starts = tokens.start[first : int(tokens.first[text + 1])]
            for segment in standing:
                a, b = np.searchsorted(starts, [segment.start, segment.end])
                found[first + int(a) : first + int(b)] = True
    return found


def _repeated(analyses: Sequence[Analysis], owner: npt.NDArray[np.int32], groups: Groups) -> npt.NDArray[np.int64]:
    """Return the words that a run starts with which REPEATS documents of one publisher hold."""
    nothing = np.zeros(0, dtype=np.int64)
    names = sorted({a.document.publisher for a in analyses if a.document.publisher})
    numbers = {name: number for number, name in enumerate(names)}
    publisher = np.array([numbers.get(a.document.publisher or "", -1) for a in analyses], dtype=np.int64)
    if not names or len(groups.places) == 0:
        return nothing
    group = np.repeat(np.arange(len(groups.bounds) - 1), np.diff(groups.bounds))
    text = owner[groups.places]
    known = publisher[text] >= 0
    group, text, places = group[known], text[known], groups.places[known]
    key = group * len(names) + publisher[text]
    # Places of a group are in text order, so a stable sort by key keeps equal (key, text) neighbours together.
    order = np.argsort(key, kind="stable")
    key, text, places = key[order], text[order], places[order]
    fresh = np.ones(len(key), dtype=bool)
    fresh[1:] = (key[1:] != key[:-1]) | (text[1:] != text[:-1])
    starts = np.flatnonzero(np.concatenate([[True], key[1:] != key[:-1]])) if len(key) else np.zeros(0, dtype=np.int64)
    if len(starts) == 0:
        return nothing
    documents = np.add.reduceat(fresh.astype(np.int64), starts)
    return places[np.repeat(documents >= REPEATS, np.diff(np.append(starts, len(key))))]
