"""Which pairs of documents are worth a closer look: those where the same rare words stand near each other.

Two rare words within REACH words of each other make a link, whatever their order; links are joined (sorted, equal ones
meet), and each document keeps its best partners. A passage that was reworded or translated keeps such links where no
run of five words survives: on the PAN-2013 development pairs they bring together 98 in 100 reworded pairs. The number
of pairs is linear in the number of documents. Known limit: a collection of more than CLOSE documents is looked at more
coarsely, since a closer look costs a few milliseconds for each pair.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.tokens import Tokens

FEW = 12  # documents; in so small a collection every pair is looked at closely
CLOSE = 8_000  # documents up to which all likely pairs are looked at: half a minute of one processor for each thousand
RARE = 10.0  # bits of a word that makes links
RARER = 12.0  # the same in a collection beyond CLOSE: a third of the memory
REACH = 10  # words between the two of a link
NEXT = 2  # following rare words that a rare word is linked with
WIDEST = 20  # documents with a link; a more frequent one is a name or a set phrase
_MIXER = np.uint64(0x9E3779B97F4A7C15)

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of documents (numbers, left < right), in order."""

    left: Numbers
    right: Numbers


@dataclass(frozen=True, slots=True)
class _Policy:
    """``least`` links (each counted by its rarity) that a pair needs, ``partners`` that a document keeps, bits of a
    word that makes links, following such words that it is linked with."""

    least: float
    partners: int
    rare: float
    following: int


def _policy(documents: int) -> _Policy:
    return _Policy(3.0, 8, RARE, NEXT) if documents <= CLOSE else _Policy(10.0, 2, RARER, 1)


def find_candidates(tokens: Tokens, owner: npt.NDArray[np.int32], bits: npt.NDArray[np.float32]) -> Pairs:
    """Return the pairs to look at closely; words without bits (standing text) make no links."""
    texts = len(tokens.first) - 1
    if texts <= FEW:
        left, right = np.triu_indices(texts, 1)
        return Pairs(left.astype(np.int64), right.astype(np.int64))
    policy = _policy(texts)
    link, text = _links(tokens, owner, bits, policy)
    pairs, worth = _join(link, text, texts)
    pairs, worth = pairs[worth >= policy.least], worth[worth >= policy.least]
    near = _best_of_each(pairs // texts, pairs % texts, worth, policy.partners)
    return Pairs(pairs[near] // texts, pairs[near] % texts)


def _links(
    tokens: Tokens, owner: npt.NDArray[np.int32], bits: npt.NDArray[np.float32], policy: _Policy
) -> tuple[npt.NDArray[np.uint64], Numbers]:
    """Return the links that stand in more than one text, each once a text, sorted, with their texts."""
    rare = np.flatnonzero(bits >= policy.rare)
    low = np.uint64(max(1, (len(tokens.first) - 1).bit_length()))
    parts = []
    for step in range(1, policy.following + 1):
        one, other = rare[:-step], rare[step:]
        near = (owner[one] == owner[other]) & (other - one <= REACH)
        one, other = one[near], other[near]
        mixed = _mix(tokens.hash[one]) + _mix(tokens.hash[other])  # a sum does not know which came first
        parts.append(((mixed * _MIXER) >> low << low) | owner[one].astype(np.uint64))
    keys = np.concatenate(parts)
    keys.sort()
    keys = keys[_is_new(keys)]
    link = keys >> low
    again = np.zeros(len(link), dtype=bool)
    again[1:] = link[1:] == link[:-1]
    again[:-1] |= again[1:]
    return link[again], (keys[again] & ((np.uint64(1) << low) - np.uint64(1))).astype(np.int64)


def _mix(words: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    mixed = words.astype(np.uint64) * _MIXER
    return mixed ^ (mixed >> np.uint64(31))


def _is_new(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Say for each of sorted ``values`` whether it differs from the one before."""
    new = np.ones(len(values), dtype=bool)
    new[1:] = values[1:] != values[:-1]
    return new


def _join(link: npt.NDArray[np.uint64], text: Numbers, texts: int) -> tuple[Numbers, npt.NDArray[np.float64]]:
    """Return the pairs of texts that share links, as one number each, with the worth of what they share."""
    starts = np.flatnonzero(_is_new(link))
    sizes = np.diff(np.append(starts, len(link)))
    size = np.repeat(sizes, sizes)
    fits = size <= WIDEST
    link, text, size = link[fits], text[fits], size[fits]
    pairs, gains = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for distance in range(1, WIDEST):
        same = np.flatnonzero(link[distance:] == link[:-distance])
        if len(same) == 0:
            break
        pairs.append(text[same] * texts + text[same + distance])
        gains.append(1 / np.log2(size[same]))
    found, inverse = np.unique(np.concatenate(pairs), return_inverse=True)
    return found, np.bincount(inverse, weights=np.concatenate(gains), minlength=len(found)).astype(np.float64)


def _best_of_each(left: Numbers, right: Numbers, worth: npt.NDArray[np.float64], partners: int) -> Numbers:
    """Return the numbers of the pairs that are among the best of one of their documents, in order."""
    one = np.concatenate([left, right])
    pair = np.tile(np.arange(len(left)), 2)
    order = np.lexsort((pair, -worth[pair], one))
    rank = np.arange(len(order)) - np.searchsorted(one[order], one[order], side="left")
    return np.unique(pair[order[rank < partners]])
