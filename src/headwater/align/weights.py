"""How much a shared word proves: its information in bits.

A word's information is -log2 of its probability in the collection (Shannon 1948), so a passage's score is the sum
over its shared words: "the" proves next to nothing, a rare name much. In a small collection a common word may look
rare, so well-known function words never weigh more than in ordinary English. A capitalised word that goes on a name
("Institute for Supply Management") weighs less, because names and titles are set phrases that two documents share
without copying: without this, they are most of what unrelated documents share. Known limit: other set phrases are
overrated here (``set_phrases`` knows some); the thresholds in ``thresholds.py`` were calibrated with them.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.tokens import SENTENCE_START, UPPER, HashArray, Tokens, tokenise

MOST_BUCKETS = 22  # as a power of two: of 300,000 words two rarely meet in 4 million buckets
FEWEST_BUCKETS = 17  # as a power of two, for two short texts: one rare word in 400 shares a function word's bucket
ROOMY = 3  # as a power of two: buckets for each word in between
LEAST = 1.0  # bits; a shared word always proves something
MOST = 16.0  # bits; a word seen twice in 10 million is worth no more, it may be a misprint
NAME_SHARE = 0.4  # of its bits that a capitalised word keeps that goes on a name
STEPS = 256  # of a bit: sums of bits are then exact, whatever is added first and on whatever machine
SMALL = 20_000  # words; a smaller collection is counted as if it had this many
# Function words of English by their order of magnitude in running text, in bits.
_COMMON = {
    4.5: "the",
    5.5: "of to and a in",
    6.5: "that for is on was with he it as by at be from said his has have",
    7.5: "an this but are had not they who their will were been or i you we its which one about more would her she",
    8.5: "when out up there what if can after all than other some so people also new no could over into two him"
    " them then first last time now only years year just do did our my your me like because how these those where"
    " most any many made make before between through during while since being u s mr mrs us",
    9.5: "against under such even may should government president state states three say says told percent million"
    " week day days month months according next those both another still well back down off way much very own same"
    " does each around including however among without until get go going take came come made work world country"
    " house city police officials news report reported called four five part former american national group public",
}
_JOINING = tokenise(["of the and for on in de la del von van der"]).hash  # words inside a name: "Institute of Health"

Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Words:
    """The words of several texts with what they prove.

    ``owner`` is the text of each word, ``bits`` its information in the whole collection, 0 for standing text.
    ``summed`` is that of all words before it in STEPS, modulo 2 ** 32: no passage holds so much.
    """

    tokens: Tokens
    owner: npt.NDArray[np.int32]
    bits: npt.NDArray[np.float32]
    summed: npt.NDArray[np.uint32]

    def worth(self, first: npt.NDArray[np.int64], stop: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        """Return the bits of all words from each ``first`` up to its ``stop``."""
        worth: npt.NDArray[np.float64] = (self.summed[stop] - self.summed[first]) / STEPS
        return worth


def weigh(tokens: Tokens, owner: npt.NDArray[np.int32], bits: npt.NDArray[np.float32]) -> Words:
    """Return the words with their ``bits``, summed up."""
    summed = np.zeros(len(bits) + 1, dtype=np.uint32)
    np.cumsum(np.rint(bits * np.float32(STEPS)).astype(np.uint32), dtype=np.uint32, out=summed[1:])
    return Words(tokens, owner, bits, summed)


def count_words(hashes: HashArray) -> Counts:
    """Return how many words fall into each bucket, of which there are more for more words."""
    power = _power(len(hashes))
    return np.bincount(hashes >> np.uint32(32 - power), minlength=1 << power)


def fold_counts(counts: Counts) -> Counts:
    """Return counts in 2 ** MOST_BUCKETS buckets as ``count_words`` gives them for all those words."""
    folded: Counts = counts.reshape(1 << _power(int(counts.sum())), -1).sum(axis=1)
    return folded


def _power(words: int) -> int:
    return min(max(words.bit_length() + ROOMY, FEWEST_BUCKETS), MOST_BUCKETS)


def measure_words(tokens: Tokens, counts: Counts) -> npt.NDArray[np.float32]:
    """Return the bits of each word in place; ``counts`` are those of the whole collection."""
    shift = np.uint32(33 - len(counts).bit_length())
    bits: npt.NDArray[np.float32] = _table(counts, shift)[tokens.hash >> shift]
    bits[_go_on_names(tokens)] *= np.float32(NAME_SHARE)
    np.rint(bits * np.float32(STEPS), out=bits)
    bits /= np.float32(STEPS)
    return bits


def _go_on_names(tokens: Tokens) -> npt.NDArray[np.bool_]:
    """Say for each word whether it goes on a name that starts one, two or three words before it in its text."""
    upper = (tokens.flags & UPPER) > 0
    inside = upper & ((tokens.flags & SENTENCE_START) == 0)
    joining = np.isin(tokens.hash, _JOINING)
    before = np.arange(len(upper)) - np.repeat(tokens.first[:-1], np.diff(tokens.first))  # words of its text before it
    found = np.zeros(len(upper), dtype=bool)
    found[1:] = inside[1:] & upper[:-1] & (before[1:] >= 1)
    found[2:] |= inside[2:] & joining[1:-1] & upper[:-2] & (before[2:] >= 2)
    found[3:] |= inside[3:] & joining[2:-1] & joining[1:-2] & upper[:-3] & (before[3:] >= 3)
    return found


def _table(counts: Counts, shift: np.uint32) -> npt.NDArray[np.float32]:
    """Return the bits of the words of each bucket."""
    total = max(int(counts.sum()), SMALL)
    bits = np.log2(np.float32(total)) - np.log2(np.maximum(counts, 1).astype(np.float32))
    for value, listed in _COMMON.items():
        known = np.unique(tokenise([listed]).hash >> shift)
        bits[known] = np.minimum(bits[known], value)
    clipped: npt.NDArray[np.float32] = np.clip(bits, LEAST, MOST)
    return clipped
