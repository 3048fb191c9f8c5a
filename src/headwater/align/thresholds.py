"""How many bits a shared passage needs before it counts as reuse.

Among many pairs of documents some share a long phrase by chance, so the least score grows with the logarithm of the
number of pairs compared; two documents that already share a passage, or tell the same story, need far less.
The values were set on the tuning half of the PAN-2013 development pairs (``eval/reuse.py``), whose unrelated pairs
share no passage, and on edited copies (``eval/edits.py``). The rate of chance passages in a million pairs of real
news was not measured.
"""

import math
from functools import lru_cache

import numpy as np
import numpy.typing as npt

Values = npt.NDArray[np.float64]

ALONE = 40.0  # bits that a passage needs when just two documents are compared: four or five content words
PER_DOUBLING = 2.0  # bits more for each doubling of the number of pairs
QUOTED = 30.0  # bits for a further passage of a pair that stands in quotation marks: three or four content words
QUOTED_SHARE = 0.65  # of the least score that suffices for the first passage of a pair if quotation marks enclose it
ECHO_SHARE = 0.15  # of the best passage's bits that a further, unquoted one needs, up to ECHO_MOST
ECHO_MOST = 120.0  # bits; beside a long copy, shorter shared phrases are mostly the topic's own
LOOSE_SHARE = 0.25  # of a copy's bits that a further passage needs whose words are less than LOOSE the same
LOOSE = 0.6
SEED_SHARE = 0.62  # of the least score that a chain must have before its gaps and ends are aligned


@lru_cache(maxsize=64)
def least_bits(documents: int) -> float:
    """Return the bits that a passage needs in a collection of so many documents.

    >>> least_bits(2), round(least_bits(20_000))
    (40.0, 95)
    """
    pairs = max(documents * (documents - 1) / 2, 1)
    return ALONE + PER_DOUBLING * math.log2(pairs)


def least_further(documents: int, best: Values, *, loose: npt.NDArray[np.bool_]) -> Values:
    """Return the bits that a further passage without quotation marks needs in a pair whose best one has ``best``.

    ``loose`` is a passage with many words of its own, beside a best one that is a copy: who copies seldom edits so
    much in one place and nothing in the other.
    """
    further = np.where(loose, LOOSE_SHARE * best, np.minimum(ECHO_SHARE * best, ECHO_MOST))
    return np.maximum(least_bits(documents), further)
