"""Which pairs of documents share no more than a phrase that many use.

"The vote on 312 million crowns for a second lock" stands in all papers of a month: a name, an office, a figure with
what it counts. "I've never seen anything like it" is said by many. Two publishers that share so little, and nothing
else, took nothing from each other, unless one credits the other, both give the words to one source, or they are a whole
sentence. Of 28 such phrases in real news none was a copy. Of texts whose publisher is not known nothing is left out.
"""

from collections.abc import Sequence

import numpy as np

from headwater.align.credits import find_mentions
from headwater.align.passages import Passages
from headwater.align.seeds import PlaceArray
from headwater.align.sources import sources_of
from headwater.align.tokens import Tokens
from headwater.marks import quoted_spans
from headwater.records import Analysis, Span

PHRASE = 18  # words that two publishers share in all
SAYING = 8  # words: fewer are a saying of many, whoever they are given to
SPOKEN = 0.4  # of the words in quotation marks in both texts: a saying that both give


def without_phrases(analyses: Sequence[Analysis], tokens: Tokens, passages: Passages) -> Passages:
    """Return ``passages`` without those of the pairs that share no more than a phrase."""
    if len(passages) == 0:
        return passages
    firsts = passages.firsts_of_pairs()
    matched = np.add.reduceat(np.bincount(passages.runs.of, weights=passages.runs.length), firsts)
    bounds = np.append(firsts, len(passages)).tolist()
    kept = np.ones(len(passages), dtype=bool)
    for n in np.flatnonzero(matched < PHRASE).tolist():
        here = slice(bounds[n], bounds[n + 1])
        left, right = divmod(int(passages.pair[here.start]), len(analyses))
        ours = _spans(tokens, passages.left[here], passages.left_stop[here])
        theirs = _spans(tokens, passages.right[here], passages.right_stop[here])
        if are_tied(analyses[left], analyses[right]):
            continue
        is_long = matched[n] >= SAYING
        kept[here] = (is_long and any(_is_sentence(analyses[left].document.text, span) for span in ours)) or (
            _are_spoken(analyses[left], ours)
            and _are_spoken(analyses[right], theirs)
            and _may_be_of_one(analyses[left], ours, analyses[right], theirs, is_long=is_long)
        )
    return passages.take(kept)


def are_tied(one: Analysis, other: Analysis) -> bool:
    """Say whether one text may retell the other.

    Two publishers that do not credit each other tell of one thing; where one is not known, nothing says that they do.
    """
    ours, theirs = one.document, other.document
    if not ours.publisher or not theirs.publisher or ours.publisher == theirs.publisher:
        return True
    return bool(find_mentions(one, theirs.publisher, theirs.url) or find_mentions(other, ours.publisher, ours.url))


def _spans(tokens: Tokens, first: PlaceArray, stop: PlaceArray) -> list[Span]:
    return [Span(a, b) for a, b in zip(tokens.start[first].tolist(), tokens.end[stop - 1].tolist(), strict=True)]


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


def _is_sentence(text: str, span: Span) -> bool:
    """Say whether words begin and end where a sentence does."""
    before = text[max(0, span.start - 8) : span.start].rstrip(" \u00a0\"“‘'(")[-1:]
    return before in ("", "\n", ".", "!", "?") and text[span.end : span.end + 1] in (".", "!", "?")
