"""Which claims of a case are like a sentence: the page of a search by meaning.

The ranking is handed in, since reading is not computing. A claim stands where the nearest of its statements stands.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from headwater.records import Case
from headwater.report.claims import ClaimLine, claim_line, match
from headwater.report.index import Index, Where, index, where

MOST = 10  # claims that are shown
_CLAIM = re.compile(r"claim-[0-9a-f]{1,16}")


class Near(Protocol):
    """A text in a ranking."""

    @property
    def at(self) -> int:
        """Its place among the texts."""

    @property
    def meaning(self) -> float:
        """The cosine of the vectors of meaning."""

    @property
    def words(self) -> float:
        """The cosine of the words."""


@dataclass(frozen=True, slots=True)
class LikeLine:
    """A claim, the statement of it that is nearest, and how near its meaning and its words are (cosines)."""

    claim: ClaimLine
    nearest: Where
    meaning: float
    words: float


@dataclass(frozen=True, slots=True)
class LikeList:
    """The claims nearest to a sentence, the nearest first; ``compared`` counts the statements that were looked at.

    ``sentence`` may be a claim's text: that claim is not among them.
    """

    sentence: str
    claims: tuple[LikeLine, ...]
    compared: int


def read_sentence(case: Case | Index, asked: str) -> tuple[str, str | None]:
    """Return the sentence that is asked for, and the claim whose text it is where a claim's id is asked for.

    Raises NotFoundError where no claim has that id.
    """
    if _CLAIM.fullmatch(asked.strip()) is None:
        return asked, None
    found = case if isinstance(case, Index) else index(case)
    claim = found.claims[match(asked.strip(), found.claims, "claim")]
    return claim.text, claim.id


def claims_like(
    case: Case | Index, sentence: str, rank: Callable[[Sequence[str]], Iterable[Near]], leave_out: str | None = None
) -> LikeList:
    """Return the claims nearest to ``sentence``; ``rank`` returns the texts it is given that are near, in order.

    The claim ``leave_out`` is not among them.
    """
    found = case if isinstance(case, Index) else index(case)
    said = [
        (claim, where(found, s.document, s.start, s.end))
        for claim in found.case.claims
        for s in sorted(claim.statements, key=lambda s: (found.order[s.document], s.start, s.id))
        if claim.id != leave_out
    ]
    shown: dict[str, LikeLine] = {}
    for near in rank([place.text for _, place in said]):
        claim, place = said[near.at]
        if claim.id not in shown and len(shown) < MOST:
            shown[claim.id] = LikeLine(claim_line(found, claim), place, round(near.meaning, 3), round(near.words, 3))
    return LikeList(sentence, tuple(shown.values()), len(said))
