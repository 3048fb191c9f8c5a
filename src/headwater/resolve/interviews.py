"""Who asks and who answers in an interview that is set as “Q: …” and “A: …”, by the lines above it.

The one who answers is the person whom the text says was interviewed ("speaks to the engineer Ines Okoro"), else the
only one named above the first turn; otherwise the interviewed person stays without a name.
"""

import re
from dataclasses import dataclass

from headwater.records import Document
from headwater.resolve.cast import Cast, Member
from headwater.resolve.identity import Identity
from headwater.resolve.mentions import Mention
from headwater.resolve.registry import Registry
from headwater.words import fold

QUESTION = frozenset({"Q", "Question"})
ANSWER = frozenset({"A", "Answer"})
NAMED_WITHIN = 80  # characters between “speaks to” and the name
_INTERVIEWED = re.compile(
    r"\b(?:interview(?:s|ed)?(?: with)?|sp(?:eaks?|oke) (?:to|with)|talk(?:s|ed)? (?:to|with)|conversation with|"
    r"questions? (?:to|for)|sits? down with|sat down with|asks|asked)\b",
    re.IGNORECASE,
)
_TURN = re.compile(r"^(?:Q|Question)[:.]\s", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Taker:
    """Who takes a turn of the interview, and the reason."""

    identity: Identity
    why: str


def take_turn(label: str, mention: Mention, document: Document, cast: Cast, known: Registry) -> Taker:
    """Return who asks or answers where the turn begins with ``label``."""
    if label in ANSWER:
        member = _interviewed(document.text, cast)
        if member is not None:
            return Taker(known.member(member), f"“{label}” marks the answers of “{member.name}”, who is interviewed.")
        unnamed = known.described("interviewed", "unnamed", "the person interviewed", mention)
        return Taker(unnamed, f"“{label}” marks the answers; the text does not tell for sure whose.")
    if document.author:
        author = known.described(
            f"author {fold(document.author)}", "person", document.author, mention, proper=fold(document.author)
        )
        return Taker(author, f"“{label}” marks the questions of the author, {document.author}.")
    if document.publisher:
        name = document.publisher
        publisher = known.described(f"publisher {fold(name)}", "publisher", name, mention, proper=fold(name))
        return Taker(publisher, f"“{label}” marks the questions of the interviewer; “{name}” published it.")
    unnamed = known.described("interviewer", "unnamed", "the interviewer", mention)
    return Taker(unnamed, f"“{label}” marks the questions; the text does not tell whose.")


def _interviewed(text: str, cast: Cast) -> Member | None:
    """Return the person who is interviewed, None where the text does not tell."""
    turn = _TURN.search(text)
    end = turn.start() if turn is not None else 0
    people = [(start, member) for start, _, member in cast.before(end, 0) if member.kind in ("person", None)]
    for match in _INTERVIEWED.finditer(text, 0, end):
        near = [m for start, m in people if match.end() <= start <= match.end() + NAMED_WITHIN and m.is_somebody]
        if near:
            return near[0]
    named = {member.key: member for _, member in people if member.is_somebody}
    return next(iter(named.values())) if len(named) == 1 else None
