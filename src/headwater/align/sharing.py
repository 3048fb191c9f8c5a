"""Which documents share words with which, and how much: asked about every pair, so it is worked out once."""

from collections.abc import Sequence

from headwater.align.judgements import COPIED_RUN, Shared
from headwater.records import Reuse


class Sharing:
    """The passages of each pair, and what the rules ask about them.

    ``bits`` are those of all passages of a pair; ``partners`` the documents that share something with one; ``copied``
    the pairs with a run of COPIED_RUN characters that stands word for word in both texts.
    """

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.bits = {pair: sum([r.bits for r in found]) for pair, found in shared.items()}
        self.copied = frozenset(pair for pair, found in shared.items() if _longest_run(found) >= COPIED_RUN)
        self.partners: dict[str, set[str]] = {}
        for left, right in shared:
            self.partners.setdefault(left, set()).add(right)
            self.partners.setdefault(right, set()).add(left)


def _longest_run(found: Sequence[Reuse]) -> int:
    """Return the characters of the longest run that stands word for word in both texts."""
    return max([block.end - block.start for r in found for block, _ in r.blocks], default=0)
