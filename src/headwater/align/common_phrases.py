"""Which pairs of documents share no more than a phrase that many use.

"The vote on 312 million crowns for a second lock" stands in all papers of a month: a name, an office, a figure with
what it counts. "I've never seen anything like it" is said by many. Two publishers that share so little, and nothing
else, took nothing from each other, unless one credits the other, both give the words to one source, or they are a whole
sentence. Of 28 such phrases in real news none was a copy. Of texts whose publisher is not known nothing is left out.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from headwater.align.credited import find_credit
from headwater.align.judgements import Pair, Shared
from headwater.align.signs import Signs
from headwater.align.sources import sources_of
from headwater.align.tokens import tokenise
from headwater.records import Analysis, Place, Reuse, Span

PHRASE = 18  # words that two publishers share in all
LONGEST = 25  # characters of a word and the blank behind it: more than so many for each word are no few words
SAYING = 8  # words: fewer are one saying only where both texts name the same source for them
SPOKEN = 0.4  # of the words in quotation marks in both texts: a saying that both give


def without_phrases(by_id: Mapping[str, Analysis], shared: Shared, signs: Signs) -> Shared:
    """Return ``shared`` without the pairs that share no more than a phrase."""
    few = _with_few_words(by_id, shared)
    return {
        pair: found
        for pair, found in shared.items()
        if pair not in few or not _is_phrase(by_id[pair[0]], by_id[pair[1]], found, few[pair], signs)
    }


def _with_few_words(by_id: Mapping[str, Analysis], shared: Shared) -> dict[Pair, int]:
    """Return how many words each pair has in common that has fewer than PHRASE."""
    matched = {pair: [span for reuse in found for span, _ in reuse.blocks] for pair, found in shared.items()}
    short = [pair for pair, spans in matched.items() if sum(s.end - s.start for s in spans) < PHRASE * LONGEST]
    counts = np.diff(tokenise(["\n".join(s.of(by_id[p[0]].document.text) for s in matched[p]) for p in short]).first)
    return {pair: count for pair, count in zip(short, counts.tolist(), strict=True) if count < PHRASE}


def _is_phrase(left: Analysis, right: Analysis, shared: Sequence[Reuse], matched: int, signs: Signs) -> bool:
    """Say whether the ``matched`` words that two texts share are a phrase that many use."""
    ours, theirs = left.document.publisher, right.document.publisher
    if not ours or not theirs or ours == theirs:
        return False
    if find_credit(left, right, shared, signs) or find_credit(right, left, shared, signs):
        return False
    here, there = [r.left for r in shared], [r.right for r in shared]
    is_long = matched >= SAYING
    if is_long and _is_sentence(left, here) and _is_sentence(right, there):
        return False
    are_spoken = _are_spoken(signs.quoted(left), here) and _are_spoken(signs.quoted(right), there)
    return not (are_spoken and _may_be_of_one(left, here, right, there, is_long=is_long))


def are_tied(one: Analysis, other: Analysis, signs: Signs) -> bool:
    """Say whether one text may retell the other.

    Two publishers that do not credit each other tell of one thing; where one is not known, nothing says that they do.
    """
    ours, theirs = one.document.publisher, other.document.publisher
    if not ours or not theirs or ours == theirs:
        return True
    return bool(signs.mentions(one, other) or signs.mentions(other, one))


def _are_spoken(quoted: Sequence[Span], places: Sequence[Place]) -> bool:
    """Say whether enough of ``places`` lies in quotation marks."""
    inside = sum(max(0, min(p.end, q.end) - max(p.start, q.start)) for p in places for q in quoted)
    return inside >= SPOKEN * sum(p.end - p.start for p in places)


def _may_be_of_one(
    one: Analysis, ours: Sequence[Place], other: Analysis, theirs: Sequence[Place], *, is_long: bool
) -> bool:
    """Say whether both texts may give the words to one source; of a source that is no name ("he") that is open."""
    left, right = sources_of(one, ours), sources_of(other, theirs)
    return bool(left & right) or (is_long and not (left and right))


def _is_sentence(analysis: Analysis, places: Sequence[Place]) -> bool:
    """Say whether one of ``places`` begins and ends where a sentence does."""
    text = analysis.document.text
    return any(
        text[max(0, place.start - 8) : place.start].rstrip(" \u00a0\"“‘'(")[-1:] in ("", "\n", ".", "!", "?")
        and (text[place.end - 1] in ".!?" or text[place.end : place.end + 1] in (".", "!", "?"))
        for place in places
    )
