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
STEPS = 1 << 20  # of a link's worth: sums of whole numbers are the same in any order
WIDEST = 20  # documents with a link; a more frequent one is a name or a set phrase
_MIXER = np.uint64(0x9E3779B97F4A7C15)

Numbers = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of documents (numbers, left < right), in order."""

    left: Numbers
    right: Numbers


@dataclass(frozen=True, slots=True)
class Policy:
    """What a pair needs and what makes links.

    ``least`` is the worth of the links that a pair needs, in STEPS; ``partners`` those that a document keeps; ``rare``
    the bits of a word that makes links, ``following`` the next such words that it is linked with.
    """

    least: int
    partners: int
    rare: float
    following: int


def choose_policy(documents: int) -> Policy:
    """Return how closely a collection of so many documents is looked at."""
    return Policy(3 * STEPS, 8, RARE, NEXT) if documents <= CLOSE else Policy(10 * STEPS, 2, RARER, 1)


def find_candidates(tokens: Tokens, owner: npt.NDArray[np.int32], bits: npt.NDArray[np.float32]) -> Pairs:
    """Return the pairs to look at closely; words without bits (standing text) make no links."""
    texts = len(tokens.first) - 1
    if texts <= FEW:
        left, right = np.triu_indices(texts, 1)
        return Pairs(left.astype(np.int64), right.astype(np.int64))
    policy = choose_policy(texts)
    link, text = _shared_links(*find_links(tokens, owner, bits, policy, texts))
    pairs, worth = _join(link, text, texts)
    pairs, worth = pairs[worth >= policy.least], worth[worth >= policy.least]
    near = _best_of_each(pairs // texts, pairs % texts, worth, policy.partners)
    return Pairs(pairs[near] // texts, pairs[near] % texts)


def find_links(
    tokens: Tokens, owner: npt.NDArray[np.int32], bits: npt.NDArray[np.float32], policy: Policy, documents: int
) -> tuple[npt.NDArray[np.uint64], Numbers]:
    """Return the links of each text, each once a text, sorted, with their texts.

    The lowest bits of a link, as many as ``documents`` has, are 0.
    """
    rare = np.flatnonzero(bits >= policy.rare).astype(np.uint32)
    low = np.uint64(max(1, documents.bit_length()))
    parts = [np.zeros(0, dtype=np.uint64)]
    for step in range(1, policy.following + 1):
        one, other = rare[:-step], rare[step:]
        near = (owner[one] == owner[other]) & (other - one <= REACH)
        one, other = one[near], other[near]
        del near
        mixed = _mix(tokens.hash[one])
        mixed += _mix(tokens.hash[other])  # a sum does not know which came first
        mixed *= _MIXER
        _clear(mixed, low)
        mixed |= owner[one].astype(np.uint64)
        parts.append(mixed)
    keys = np.concatenate(parts)
    del parts
    keys.sort()
    keys = keys[_is_new(keys)]
    text = (keys & ((np.uint64(1) << low) - np.uint64(1))).astype(np.int64)
    _clear(keys, low)
    return keys, text


def _clear(values: npt.NDArray[np.uint64], low: np.uint64) -> None:
    """Set the ``low`` lowest bits of each value to 0, in place: there are as many values as rare words."""
    values >>= low
    values <<= low


def worth_of_links() -> Numbers:
    """Return what a link that so many documents have is worth, in STEPS: 0 where they are too many or too few."""
    holders = np.arange(WIDEST + 1)
    return np.array([0, 0, *np.rint(STEPS / np.log2(holders[2:]))], dtype=np.int64)


def _shared_links(link: npt.NDArray[np.uint64], text: Numbers) -> tuple[npt.NDArray[np.uint64], Numbers]:
    """Return the links that stand in more than one text."""
    again = np.zeros(len(link), dtype=bool)
    again[1:] = link[1:] == link[:-1]
    again[:-1] |= again[1:]
    return link[again], text[again]


def _mix(words: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint64]:
    mixed = words.astype(np.uint64)
    mixed *= _MIXER
    mixed ^= mixed >> np.uint64(31)
    return mixed


def _is_new(values: npt.NDArray[np.uint64]) -> npt.NDArray[np.bool_]:
    """Say for each of sorted ``values`` whether it differs from the one before."""
    new = np.ones(len(values), dtype=bool)
    new[1:] = values[1:] != values[:-1]
    return new


def _join(link: npt.NDArray[np.uint64], text: Numbers, texts: int) -> tuple[Numbers, Numbers]:
    """Return the pairs of texts that share links, as one number each, with the worth of what they share."""
    starts = np.flatnonzero(_is_new(link))
    sizes = np.diff(np.append(starts, len(link)))
    size = np.repeat(sizes, sizes)
    fits = size <= WIDEST
    link, text, size = link[fits], text[fits], size[fits]
    worth = worth_of_links()
    pairs, gains = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for distance in range(1, WIDEST):
        same = np.flatnonzero(link[distance:] == link[:-distance])
        if len(same) == 0:
            break
        pairs.append(text[same] * texts + text[same + distance])
        gains.append(worth[size[same]])
    joined, gained = np.concatenate(pairs), np.concatenate(gains)
    order = np.argsort(joined, kind="stable")
    joined, gained = joined[order], gained[order]
    first = np.flatnonzero(_is_new(joined.astype(np.uint64)))
    return joined[first], np.add.reduceat(gained, first) if len(first) else gained


def _best_of_each(left: Numbers, right: Numbers, worth: Numbers, partners: int) -> Numbers:
    """Return the numbers of the pairs that are among the best of one of their documents, in order."""
    one = np.concatenate([left, right])
    pair = np.tile(np.arange(len(left)), 2)
    order = np.lexsort((pair, -worth[pair], one))
    rank = np.arange(len(order)) - np.searchsorted(one[order], one[order], side="left")
    return np.unique(pair[order[rank < partners]])
