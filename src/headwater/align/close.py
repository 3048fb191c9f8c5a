"""A closer look at one pair of documents: passages that share runs of words, and those that say the same otherwise.

A stretch found by meaning (``paraphrase``) is kept unless a passage of equal words explains it; a passage of equal
words that lies inside such a stretch is part of it. What is left are passages of equal words, each span told once: a
phrase that the other document repeats counts where it matches best.
"""

from collections.abc import Callable, Sequence
from itertools import pairwise

import numpy as np

from headwater.align.paraphrase import Likeness, find_paraphrases
from headwater.align.passages import Flags, Passage, Passages, Stretch, make_passage
from headwater.align.runs import Run, align_words, join
from headwater.align.units import Units
from headwater.align.weights import Words

COPIED = 0.9  # share of equal words from which a passage is a copy, not a paraphrase
COPY_WORDS = 25  # words of a copy that explains a stretch found by meaning
EXPLAINED = 0.4  # share of that stretch which the copy must cover on both sides
EXPLAINED_ALONE = 0.7  # the same on one side alone: the stretch is the copy with what is like it around it
QUOTATIONS = 0.5  # share of a stretch's bits that quotations in it hold: these were taken, not what stands between
BESIDE_COPY = 0.7  # cosine that a stretch needs beside a copy: what is less alike there may be so by its topic
LONG_BESIDE_COPY = 0.45  # the same for a stretch of LONG characters on both sides
LONG = 250
MOST_STANDING = 0.25  # share of standing text (words without bits) in a stretch found by meaning
MEANT = 1.0  # of the bits that equal words alone need, for a stretch found by meaning
DIGESTED = 2.0  # the same for a digest, whose words are looked for in a whole text
RETOLD = 0.45  # matched share of a stretch found by meaning, below which it must be tied: reports on one thing reach it
REPEATED = 0.8  # share of a passage on either side that a better one covers: the same words told again
LONGEST = 20_000_000  # words of one side times words of the other that are aligned word by word
LONELY = 5.0  # bits that a matched word needs if it stands alone: a shared "the" matches nothing


def look_closely(
    passages: Sequence[Passage],
    words: Words,
    left: int,
    right: int,
    units: tuple[Units, Units],
    least: float = 0.0,
    *,
    tied: Callable[[], bool] = lambda: True,
) -> list[Passage]:
    """Return the passages of texts ``left`` and ``right``; ``passages`` are those of equal words.

    ``least`` are the bits that equal words alone would need: a stretch found by meaning must have MEANT of them.
    ``tied`` says whether more than likeness speaks for one of the texts drawing on the other: without it, and without
    a copy beside it, a stretch with few words in common is what two reporters write of one thing.
    """
    bits, base = words.bits, (int(words.tokens.first[left]), int(words.tokens.first[right]))
    copies = [p for p in passages if is_copy(p)]
    reworded = []
    for likeness in find_paraphrases(*units, digests=not copies):
        a, b = (int(units[0].bounds[u]) + base[0] for u in (likeness.left, likeness.left_stop))
        c, d = (int(units[1].bounds[u]) + base[1] for u in (likeness.right, likeness.right_stop))
        if any(_explains(copy, (a, b), (c, d)) for copy in copies):
            continue
        if copies and likeness.cosine < (BESIDE_COPY if likeness.shorter(*units) < LONG else LONG_BESIDE_COPY):
            continue
        if max(float((bits[a:b] == 0).mean()), float((bits[c:d] == 0).mean())) > MOST_STANDING:
            continue
        inner = [p for p in passages if _share(p.left, (a, b)) > 0.5 and _share(p.right, (c, d)) > 0.5]
        stretch = _reword((a, b), (c, d), words, likeness)
        if sum(p.bits for p in inner if p.quoted and p.identity >= COPIED) >= QUOTATIONS * stretch.bits:
            continue
        if stretch.bits < (DIGESTED if likeness.whole else MEANT) * least:
            continue
        if not copies and max(stretch.identity, _in_any_order(inner, stretch)) < RETOLD and not tied():
            continue
        reworded.append(stretch)
        passages = [p for p in passages if p not in inner]
    return sorted([*reworded, *passages], key=lambda p: (p.left, p.right))


def _in_any_order(inner: Sequence[Passage], stretch: Passage) -> float:
    """Return the share of the longer side that passages inside it match: sentences may have changed places."""
    matched = sum(run.length for p in inner for run in p.runs)
    return matched / max(stretch.left[1] - stretch.left[0], stretch.right[1] - stretch.right[0])


def is_copy(passage: Passage) -> bool:
    """Say whether a passage is so long and so much the same that it was copied, not reworded."""
    return passage.identity >= COPIED and passage.left[1] - passage.left[0] >= COPY_WORDS


def are_copies(passages: Passages) -> Flags:
    """Say of each passage whether it ``is_copy``."""
    return (passages.identity >= COPIED) & (passages.left_stop - passages.left >= COPY_WORDS)


def _explains(copy: Passage, left: tuple[int, int], right: tuple[int, int]) -> bool:
    """Say whether the stretch ``left``, ``right`` was found because it holds ``copy``."""
    shares = _share(left, copy.left), _share(right, copy.right)
    return min(shares) >= EXPLAINED or max(shares) >= EXPLAINED_ALONE


def _share(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return the share of ``one`` that ``other`` covers."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) / max(one[1] - one[0], 1)


def _reword(left: Stretch, right: Stretch, words: Words, likeness: Likeness) -> Passage:
    runs: list[Run] = []
    if (left[1] - left[0]) * (right[1] - right[0]) <= LONGEST:
        runs = join(align_words(words.tokens.hash, *left, *right))
        runs = [r for r in runs if r.length > 1 or words.bits[r.left] >= LONELY]
    found = make_passage(runs, words.bits)
    return Passage(found.runs, found.bits, (left, right), likeness.cosine)


def tell_once(passages: Passages) -> Passages:
    """Return ``passages`` without those of which a better one of the pair covers nearly all on either side."""
    firsts = passages.firsts_of_pairs().tolist()
    left, right = (
        list(zip(first.tolist(), stop.tolist(), strict=True))
        for first, stop in ((passages.left, passages.left_stop), (passages.right, passages.right_stop))
    )
    found_alike, bits = np.isnan(passages.cosine).tolist(), passages.bits.tolist()
    kept = np.ones(len(passages), dtype=bool)
    for first, stop in pairwise([*firsts, len(passages)]):
        if stop == first + 1:
            continue
        told: list[int] = []
        for n in sorted(range(first, stop), key=lambda n: (found_alike[n], -bits[n], left[n], right[n])):
            if any(_share(left[n], left[k]) >= REPEATED or _share(right[n], right[k]) >= REPEATED for k in told):
                kept[n] = False
            else:
                told.append(n)
    return passages.take(kept)
