"""Which words at the front of a run of capitals are titles and no part of the name, and which titles are surnames.

Limit: a title is taken for a surname only right behind a given name or another title, and where the text has somebody
so named.
"""

import functools
import itertools
import re
from collections.abc import Sequence

from headwater.publishers import PUBLISHER_HEADS
from headwater.resolve.given_names import FEMALE, MALE
from headwater.resolve.tables import (
    ADJECTIVES,
    CLASSES,
    COURTESY,
    KUNYAS,
    LINKERS,
    NATIONS,
    NO_NAME,
    ORGANISATION_HEADS,
    PARTICLES,
    PORTFOLIOS,
    ROLES,
    SURNAMES,
    TITLE_COMPANIONS,
    TITLES,
)
from headwater.resolve.tokens import Token, tokens

_ARTICLE_BEFORE = re.compile(r"\b[Tt]he\s$")
_NO_GIVEN = ADJECTIVES | ROLES | TITLES | NATIONS | TITLE_COMPANIONS | NO_NAME | CLASSES
_SEATS = frozenset({"committee", "caucus", "department", "ministry", "council", "administration"})
_PARTY_WORDS = ADJECTIVES | ROLES | {"democrat"}


def titles_end(run: Sequence[Token]) -> int:
    """Return how many words at the front of the run are titles and what goes with them."""
    last = -1
    for index, token in enumerate(run):
        if token.folded in TITLES and not token.possessive:
            closes = index == len(run) - 1 and index > 0
            if closes and last >= 0 and run[last].folded in COURTESY:
                break  # "Mr. King" is a name
            if closes and token.folded in SURNAMES and (last == index - 1 or is_given(run[index - 1])):
                break  # "Rep. Peter King", "Rep. King"
            last = index
    if last < 0:
        return _class_prefix(run)
    if last > 1 and run[last - 1].folded in ("of", "for") and run[last - 2].folded in ORGANISATION_HEADS:
        return 0  # "the Ministry of Justice of Norden"
    if last > 2 and [token.folded for token in run[last - 3 : last]] == ["office", "of", "the"]:
        return 0  # "the Office of the Director of National Tides"
    if (
        last == len(run) - 1
        and last > 2
        and run[last - 1].folded == "and"
        and not ORGANISATION_HEADS.isdisjoint(token.folded for token in run[:last])
    ):
        return 0  # "the Centre for Law and Justice"
    rest = last + 1
    office = rest < len(run) and run[rest].folded in ("for", "of")  # "Minister for Water Ines Okoro"
    while rest < len(run) and (
        run[rest].folded in TITLE_COMPANIONS | (PORTFOLIOS if office else frozenset())
        or (run[rest].folded in LINKERS and run[rest].text != "Al")  # "Rep. Al Okoro"
    ):
        rest += 1
    after = [token.folded for token in run[rest:]]
    if any(word in ORGANISATION_HEADS for word in after) or (after and after[-1] in PUBLISHER_HEADS and len(after) < 2):
        return 0
    return rest


def _class_prefix(run: Sequence[Token]) -> int:
    """Party and nation words before a given name are no part of it ("Liberal Ines Okoro")."""
    for index, token in enumerate(run):
        if token.folded in MALE or token.folded in FEMALE:
            before = [other.folded for other in run[:index]]
            if before and before[-1] in KUNYAS:
                return 0  # "Umm Khalid al-Shami"
            if before and before[-1] in _PARTY_WORDS:
                return index  # "House Republican Peter Lund", "Senate Minority Leader Peter Lund"
            if index == len(run) - 1:
                return 0  # "Lance Peter": the given name is a surname here
            if before and before[-1] in _SEATS and len(run) - index == len(("given", "surname")):
                return index  # "Senate Tides Committee | Peter Lund": its chairman, not the committee
            return (
                index
                if before and not any(word in ORGANISATION_HEADS | {"st", "san", "santa"} for word in before)
                else 0
            )
        if index >= 4:
            break
    bodies = ORGANISATION_HEADS | PUBLISHER_HEADS
    role = len(run) > 2 and run[0].folded in ROLES and not any(token.folded in bodies for token in run[1:])
    return int(role and not run[0].possessive)  # "Engineer Farida Mansour"


def may_be_given(token: Token) -> bool:
    """Whether a word before a given name is no nation, party, role or body."""
    plain = token.text.isalpha() and token.text[1:].islower()
    return plain and not token.possessive and not token.stop and token.folded not in _NO_GIVEN


def is_given(token: Token) -> bool:
    return token.folded in MALE or token.folded in FEMALE or token.folded in PARTICLES


def is_surname(text: str, token: Token) -> bool:
    """Whether a title is somebody's surname: “King” where the text has a Peter King, but not “the King”."""
    if token.folded not in SURNAMES or _ARTICLE_BEFORE.search(text, max(0, token.start - 5), token.start):
        return False
    return token.folded in borne_titles(text)


@functools.lru_cache(maxsize=16)
def borne_titles(text: str) -> frozenset[str]:
    """Return the titles that are somebody's surname in a text."""
    line = tokens(text, 0, len(text))
    pairs = itertools.pairwise(line)
    return frozenset(b.folded for a, b in pairs if b.folded in SURNAMES and b.is_capital and is_given(a))
