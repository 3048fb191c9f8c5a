"""Which pairs of documents share no more than a phrase that many use.

"The vote on 312 million crowns for a second lock" stands in all papers of a month: a name, an office, a figure with
what it counts. "I've never seen anything like it" is said by many. Two publishers that share so little, and nothing
else, took nothing from each other, unless one credits the other, both give the words to one source, or they are a whole
sentence. Of 28 such phrases in real news none was a copy. Of texts whose publisher is not known nothing is left out.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from headwater.align.credits import find_mentions
from headwater.align.judgements import Pair, Shared
from headwater.align.sources import sources_of
from headwater.align.tokens import tokenise
from headwater.marks import quoted_spans
from headwater.records import Analysis, Reuse, Span

PHRASE = 18  # words that two publishers share in all
LONGEST = 25  # characters of a word and the blank behind it: more than so many for each word are no few words
SAYING = 8  # words: fewer are one saying only where both texts name the same source for them
SPOKEN = 0.4  # of the words in quotation marks in both texts: a saying that both give


def without_phrases(analyses: Sequence[Analysis], shared: Shared) -> Shared:
    """Return ``shared`` without the pairs that share no more than a phrase."""
    by_id = {a.document.id: a for a in analyses}
    few = _with_few_words(by_id, shared)
    return {pair: found for pair, found in shared.items() if pair not in few or not _is_phrase(by_id, found, few[pair])}


def _with_few_words(by_id: Mapping[str, Analysis], shared: Shared) -> dict[Pair, int]:
    """Return how many words each pair has in common that has fewer than PHRASE."""
    matched = {pair: [span for reuse in found for span, _ in reuse.blocks] for pair, found in shared.items()}
    short = [pair for pair, spans in matched.items() if sum(s.end - s.start for s in spans) < PHRASE * LONGEST]
    counts = np.diff(tokenise(["\n".join(s.of(by_id[p[0]].document.text) for s in matched[p]) for p in short]).first)
    return {pair: count for pair, count in zip(short, counts.tolist(), strict=True) if count < PHRASE}


def _is_phrase(by_id: Mapping[str, Analysis], shared: Sequence[Reuse], matched: int) -> bool:
    """Say whether the ``matched`` words that two texts share are a phrase that many use."""
    left, right = by_id[shared[0].left.document], by_id[shared[0].right.document]
    if are_tied(left, right):
        return False
    ours, theirs = (
        [Span(p.start, p.end) for p in side] for side in zip(*((r.left, r.right) for r in shared), strict=True)
    )
    is_long = matched >= SAYING
    if is_long and _is_sentence(left, ours) and _is_sentence(right, theirs):
        return False
    are_spoken = _are_spoken(left, ours) and _are_spoken(right, theirs)
    return not (are_spoken and _may_be_of_one(left, ours, right, theirs, is_long=is_long))


def are_tied(one: Analysis, other: Analysis) -> bool:
    """Say whether one text may retell the other.

    Two publishers that do not credit each other tell of one thing; where one is not known, nothing says that they do.
    """
    ours, theirs = one.document, other.document
    if not ours.publisher or not theirs.publisher or ours.publisher == theirs.publisher:
        return True
    return bool(find_mentions(one, theirs.publisher, theirs.url) or find_mentions(other, ours.publisher, ours.url))


def _are_spoken(analysis: Analysis, spans: Sequence[Span]) -> bool:
    """Say whether enough of ``spans`` lies in quotation marks."""
    marks = [q.inner for q in quoted_spans(analysis.document.text)]
    inside = sum(max(0, min(s.end, m.end) - max(s.start, m.start)) for s in spans for m in marks)
    return inside >= SPOKEN * sum(s.end - s.start for s in spans)


def _may_be_of_one(
    one: Analysis, ours: Sequence[Span], other: Analysis, theirs: Sequence[Span], *, is_long: bool
) -> bool:
    """Say whether both texts may give the words to one source; of a source that is no name ("he") that is open."""
    left, right = sources_of(one, ours), sources_of(other, theirs)
    return bool(left & right) or (is_long and not (left and right))


def _is_sentence(analysis: Analysis, spans: Sequence[Span]) -> bool:
    """Say whether one of ``spans`` begins and ends where a sentence does."""
    text = analysis.document.text
    return any(
        text[max(0, span.start - 8) : span.start].rstrip(" \u00a0\"“‘'(")[-1:] in ("", "\n", ".", "!", "?")
        and (text[span.end - 1] in ".!?" or text[span.end : span.end + 1] in (".", "!", "?"))
        for span in spans
    )
