"""How one speaker words the same thing on two days: pairs of statements that share most of their words, and the rest.

The difference is measured, word by word, and not interpreted; longest matching runs as in Ratcliff and Obershelp
(1988). A passage that one document has from the other, or both from a third, is a reporter's change, not the speaker's,
and is left out.
"""

import difflib
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from headwater.records import Polarity
from headwater.report.comparison import Piece
from headwater.report.index import Index, Where
from headwater.report.topics import stems
from headwater.words import words

ALIKE = 0.4  # of the words of both statements that they share
FEWEST = 4  # words that both share at least
MOST = 8  # pairs shown
NEIGHBOURS = 50  # statements before with the same word that each is compared with
COPIED = 7  # days within which other words in a shared passage are a reporter's
_NUMBERS = """
one two three four five six seven eight nine ten eleven twelve dozen dozens twenty thirty forty fifty sixty seventy
eighty ninety hundred hundreds thousand thousands million millions
"""
NUMBERS = frozenset(_NUMBERS.split())
OWN_LEFT, OWN_RIGHT = ("delete", "replace"), ("insert", "replace")  # steps of an alignment with words of one side only


@dataclass(frozen=True, slots=True)
class DatedStatement:
    """A statement with the date of the document that reports it."""

    attribution: str
    published: str
    polarity: Polarity
    place: Where


@dataclass(frozen=True, slots=True)
class Rewording:
    """Two statements of two days with the runs of words that only one of them has, in text order; ``*_pieces`` are
    their words whole, one after the other."""

    earlier: DatedStatement
    later: DatedStatement
    gone: tuple[str, ...]
    new: tuple[str, ...]
    earlier_pieces: tuple[Piece, ...]
    later_pieces: tuple[Piece, ...]


def rewordings(found: Index, said: Sequence[DatedStatement]) -> tuple[Rewording, ...]:
    """Return the pairs of statements of different days that are worded alike but not the same, by date.

    Each statement is set against the last one before it that it is most like; ``said`` is in the order of dates.
    """
    content = [set(stems(statement.place.text)) for statement in said]
    uses: defaultdict[str, list[int]] = defaultdict(list)
    result = []
    for at, later in enumerate(said):
        best: tuple[float, int] | None = None
        common = Counter(before for stem in content[at] for before in uses[stem][-NEIGHBOURS:])
        for stem in content[at]:
            uses[stem].append(at)
        for before in sorted(number for number, shared in common.items() if shared >= FEWEST):
            shared = len(content[at] & content[before])
            share = shared / (len(content[at] | content[before]) or 1)
            other_day = said[before].published[:10] < later.published[:10]
            alike = other_day and shared >= FEWEST and share >= ALIKE
            if alike and not is_copied(found, said[before], later) and (best is None or share >= best[0]):
                best = (share, before)
        if best is not None:
            earlier = said[best[1]]
            old, fresh = _differences(found, earlier.place, later.place)
            gone, new = ([" ".join(p.text.split()) for p in pieces if p.changed] for pieces in (old, fresh))
            if gone or new:
                result.append(Rewording(earlier, later, tuple(gone), tuple(new), old, fresh))
    return tuple(result[:MOST])


def copy_keys(found: Index, said: DatedStatement) -> frozenset[str]:
    """Return the claims and the passages that a statement is part of; who shares none of them is no copy of it."""
    place = said.place
    passages = (
        reuse.id
        for reuse in found.reuse_of.get(place.document, ())
        for side in (reuse.left, reuse.right)
        if side.document == place.document and side.start < place.end and place.start < side.end
    )
    return frozenset((*(claim.id for claim in found.claims_of.get(said.attribution, ())), *passages))


def is_copied(found: Index, earlier: DatedStatement, later: DatedStatement) -> bool:
    """Whether the later report is of the same utterance: one claim or one shared passage, with the same numbers.

    After COPIED days only the same words count: who says it again in other words has said it anew.
    """
    left, right = earlier.place, later.place
    if _days(earlier, later) > COPIED and _folded(left.text) != _folded(right.text):
        return False
    if _numbers(left) != _numbers(right):
        return False
    claims = [{claim.id for claim in found.claims_of.get(said.attribution, ())} for said in (earlier, later)]
    if claims[0] & claims[1]:
        return True
    for reuse in found.reuse_of.get(left.document, ()):
        for mine, other in ((reuse.left, reuse.right), (reuse.right, reuse.left)):
            here = mine.document == left.document and mine.start < left.end and left.start < mine.end
            there = other.document == right.document and other.start < right.end and right.start < other.end
            if here and there:
                return True
    return False


def _days(earlier: DatedStatement, later: DatedStatement) -> int:
    if later.published[:10] == earlier.published[:10]:
        return 0
    try:
        return (date.fromisoformat(later.published[:10]) - date.fromisoformat(earlier.published[:10])).days
    except ValueError:  # a month or a year alone
        return 0


@lru_cache(maxsize=4096)
def _folded(text: str) -> tuple[str, ...]:
    return tuple(word.folded for word in words(text))


def _numbers(place: Where) -> set[str]:
    return {word for word in _folded(place.text) if word[0].isdigit() or word in NUMBERS}


def _differences(found: Index, left: Where, right: Where) -> tuple[tuple[Piece, ...], tuple[Piece, ...]]:
    """Return both statements in pieces; those are changed that the other statement does not have."""
    texts = [found.documents[place.document].text for place in (left, right)]
    runs = [words(text, place.start, place.end) for text, place in zip(texts, (left, right), strict=True)]
    old, fresh = ([word.folded for word in run] for run in runs)
    steps = difflib.SequenceMatcher(None, old, fresh, autojunk=False).get_opcodes()
    gone = [(runs[0][first].start, runs[0][last - 1].end) for kind, first, last, _, _ in steps if kind in OWN_LEFT]
    new = [(runs[1][first].start, runs[1][last - 1].end) for kind, _, _, first, last in steps if kind in OWN_RIGHT]
    return _pieces(texts[0], left, gone), _pieces(texts[1], right, new)


def _pieces(text: str, place: Where, changed: Sequence[tuple[int, int]]) -> tuple[Piece, ...]:
    """Return the words of a place in pieces, of which those at ``changed`` are changed."""
    pieces, at = [], place.start
    for start, end in changed:
        pieces += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    return tuple(piece for piece in (*pieces, Piece(text[at : place.end], False)) if piece.text)
