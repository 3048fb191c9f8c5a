"""Which documents tell of one event: they use the same rare words, near each other in time.

Each document is the vector of its most telling words, weighted by their information in bits and how often it uses
them. Documents that share words which few others use are compared (the cosine, less for each day between their dates),
and the nearest are grouped by average linkage (Sokal and Michener 1958): two groups become one while their documents
are alike on average, so a single report that tells of two events does not chain them. The pairs compared grow with the
number of documents, not with its square. Known limit: a word that more than WIDEST documents use makes no pair, so an
event that more documents tell of is held together by its rarer words.
"""

import heapq
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import numpy as np
import numpy.typing as npt

from headwater.align.tokens import SENTENCE_START, UPPER, Tokens, tokenise
from headwater.align.weights import count_words, measure_words
from headwater.ids import identify
from headwater.records import Analysis, Story

WORDS = 50  # most telling words of a document that stand for it
TELLING = 9.0  # bits that a word must have, to tell an event from another
NAMED = 2.0  # times as much counts a word that is written as a name: names tell fires and floods apart
WIDEST = 60  # documents with a word, beyond which it makes no pairs
NEIGHBOURS = 12  # of each document that are kept
ALIKE = 0.18  # cosine that the documents of two groups must reach on average, to be of one story
SAME_DAYS = 2  # days between two dates that count as one
FADING = 10.0  # days more, after which likeness has fallen to 37 %
UNDATED = 0.85  # of their likeness that remains where one or both have no date
LENGTH = 4_000  # characters of a document that are read: news says early what it is about
SHOWN = 6  # words that are told of a story

Numbers = npt.NDArray[np.int64]
Values = npt.NDArray[np.float64]


def find_stories(analyses: Sequence[Analysis]) -> tuple[Story, ...]:
    """Return the stories that two or more documents tell, in the order of their first dates and ids."""
    ordered = sorted(analyses, key=lambda a: (a.document.published or "~", a.document.id))
    if len(ordered) < 2:
        return ()
    texts = [a.document.text[:LENGTH] for a in ordered]
    tokens = tokenise(texts)
    text, word, weight, place = _telling_words(tokens)
    left, right, likeness = _near_pairs(text, word, weight, len(texts))
    days = np.array([_day(a) for a in ordered], dtype=np.float64)
    apart = np.abs(days[left] - days[right])
    fading = np.where(np.isnan(apart), UNDATED, np.exp(-np.maximum(apart - SAME_DAYS, 0.0) / FADING))
    likeness = likeness * fading
    groups = _group(left.tolist(), right.tolist(), likeness.tolist(), len(texts))
    labels = _labels(texts, tokens, (text, word, weight, place), groups)
    return tuple(_story([ordered[n] for n in group], label) for group, label in zip(groups, labels, strict=True))


def _telling_words(tokens: Tokens) -> tuple[Numbers, Numbers, Values, Numbers]:
    """Return, row by row, text, word (its hash), weight (each text of length 1) and first place of the words."""
    owner = np.repeat(np.arange(len(tokens.first) - 1), np.diff(tokens.first))
    plain = replace(tokens, flags=np.zeros_like(tokens.flags))  # a name tells an event: it keeps all its bits
    bits = measure_words(plain, count_words(tokens.hash))
    telling = np.flatnonzero(bits >= TELLING)
    key = owner[telling].astype(np.int64) << 32 | tokens.hash[telling].astype(np.int64)
    key, first, inverse, counts = np.unique(key, return_index=True, return_inverse=True, return_counts=True)
    place = telling[first]
    text, word = key >> 32, key & 0xFFFFFFFF
    flags = tokens.flags[telling]
    named = np.bincount(inverse, weights=((flags & UPPER) > 0) & ((flags & SENTENCE_START) == 0)) > 0
    weight = bits[place].astype(np.float64) * (1 + np.log2(counts)) * np.where(named, NAMED, 1.0)
    order = np.lexsort((word, -weight, text))
    rank = np.empty(len(order), dtype=np.int64)
    rank[order] = np.arange(len(order)) - np.searchsorted(text[order], text[order])
    kept = rank < WORDS
    text, word, weight, place = text[kept], word[kept], weight[kept], place[kept]
    norm = np.sqrt(np.bincount(text, weights=weight * weight, minlength=len(tokens.first) - 1))
    return text, word, weight / norm[text], place


def _near_pairs(text: Numbers, word: Numbers, weight: Values, texts: int) -> tuple[Numbers, Numbers, Values]:
    """Return the pairs of texts (left < right) that are among the nearest of one of them, with their cosines."""
    order = np.lexsort((text, word))
    text, word, weight = text[order], word[order], weight[order]
    size = np.bincount(np.unique(word, return_inverse=True)[1])
    shared = np.repeat((size > 1) & (size <= max(WIDEST, 2)), size)
    text, word, weight = text[shared], word[shared], weight[shared]
    pairs, products = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for distance in range(1, WIDEST):
        same = np.flatnonzero(word[distance:] == word[:-distance]) if len(word) > distance else np.zeros(0, dtype=int)
        if len(same) == 0:
            break
        pairs.append(text[same] * texts + text[same + distance])
        products.append(weight[same] * weight[same + distance])
    pair, inverse = np.unique(np.concatenate(pairs), return_inverse=True)
    cosine = np.bincount(inverse, weights=np.concatenate(products), minlength=len(pair)).astype(np.float64)
    alike = cosine >= ALIKE / 4
    pair, cosine = pair[alike], cosine[alike]
    both = np.concatenate([pair // texts, pair % texts])
    index = np.tile(np.arange(len(pair)), 2)
    order = np.lexsort((index, -cosine[index], both))
    rank = np.arange(len(order)) - np.searchsorted(both[order], both[order])
    near = np.unique(index[order[rank < NEIGHBOURS]])
    return pair[near] // texts, pair[near] % texts, cosine[near]


def _group(left: Iterable[int], right: Iterable[int], likeness: Iterable[float], count: int) -> list[list[int]]:
    """Return the groups of two or more texts by average linkage, in the order of their first texts.

    Pairs that are not listed count as not alike at all.
    """
    links: defaultdict[int, dict[int, float]] = defaultdict(dict)  # sums of likeness between groups
    members = {n: [n] for n in range(count)}
    heap: list[tuple[float, int, int]] = []
    for one, other, value in zip(left, right, likeness, strict=True):
        links[one][other] = links[other][one] = value
        if value >= ALIKE:
            heap.append((-value, one, other))
    heapq.heapify(heap)
    following = count
    while heap:
        value, one, other = heapq.heappop(heap)
        if one not in members or other not in members:
            continue
        members[following] = sorted(members.pop(one) + members.pop(other))
        merged = links.pop(one)
        for near, total in links.pop(other).items():
            merged[near] = merged.get(near, 0.0) + total
        for gone in (one, other):
            merged.pop(gone, None)
        for near, total in merged.items():
            links[near].pop(one, None)
            links[near].pop(other, None)
            links[near][following] = total
            mean = total / (len(members[near]) * len(members[following]))
            if mean >= ALIKE:
                heapq.heappush(heap, (-mean, near, following))
        links[following] = merged
        following += 1
    return sorted(group for group in members.values() if len(group) > 1)


def _labels(
    texts: Sequence[str],
    tokens: Tokens,
    rows: tuple[Numbers, Numbers, Values, Numbers],
    groups: Sequence[Sequence[int]],
) -> list[tuple[str, ...]]:
    """Return for each group the words that most of its texts use and that weigh most, as they are written."""
    text, word, weight, place = rows
    starts = np.searchsorted(text, np.arange(len(texts) + 1))
    labels = []
    for group in groups:
        total: defaultdict[int, float] = defaultdict(float)
        used: defaultdict[int, int] = defaultdict(int)
        written: dict[int, str] = {}
        for number in group:
            for row in range(int(starts[number]), int(starts[number + 1])):
                key, at = int(word[row]), int(place[row])
                total[key] += float(weight[row])
                used[key] += 1
                written.setdefault(key, texts[number][int(tokens.start[at]) : int(tokens.end[at])])
        told = sorted((k for k in total if used[k] > 1), key=lambda k: (-total[k], written[k]))[:SHOWN]
        labels.append(tuple(written[k] for k in told))
    return labels


def _day(analysis: Analysis) -> float:
    try:
        return float(date.fromisoformat((analysis.document.published or "")[:10]).toordinal())
    except ValueError:
        return float("nan")


def _story(told: Sequence[Analysis], words: tuple[str, ...]) -> Story:
    days = sorted(a.document.published[:10] for a in told if a.document.published)
    names = tuple(a.document.id for a in told)
    return Story(identify("story", *sorted(names)), names, words, days[0] if days else None, days[-1] if days else None)
