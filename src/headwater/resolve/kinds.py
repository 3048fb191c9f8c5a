"""What a name is the name of: a person, a body, a publisher, a scripture, a class of people; and of which gender.

Tables of words only (Mikheev, Moens and Grover 1999). Two unknown words are taken for a person's unless “the” stands
before them.
"""

import re
from collections.abc import Sequence
from typing import Literal

from headwater.publishers import AGENCIES, PUBLISHER_HEADS
from headwater.records import SpeakerKind
from headwater.resolve.given_names import FEMALE, MALE
from headwater.resolve.tables import (
    CAMPS,
    CLASSES,
    COMPANIES,
    DEITIES,
    FEMALE_ROLES,
    FEMALE_TITLES,
    KUNYAS,
    MALE_ROLES,
    MALE_TITLES,
    NATIONS,
    ORGANISATION_HEADS,
    PERIODICALS,
    PLATFORMS,
    PUBLISHER_NOUNS,
    ROLES,
    SCRIPTURES,
    SHIPS,
    SUFFIXES,
    THING_HEADS,
    THINGS,
    TITLES,
)
from headwater.resolve.tokens import Token

Gender = Literal["male", "female"]

_DOMAIN = re.compile(r"\A[\w-]+\.(?:com|org|net|co|info|gov|edu|tv|eu|uk|de|fr)")
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z]){1,3}")
_INNER_CAPITAL = re.compile(r"[A-Z][a-z]{3,}[A-Z][a-z]{2,}")


def kind_of(
    core: Sequence[Token], words: tuple[str, ...], titled: bool, article: bool, role: str
) -> tuple[SpeakerKind | None, bool]:
    """Return what a name's words, titles and the words before it tell of its kind, and whether they surely do.

    ``core`` is the name without titles, ``words`` folded; ``role`` the word in small letters before it.
    """
    joined = " ".join(words)
    if joined in SCRIPTURES or words[0] in SCRIPTURES:
        return "scripture", True
    periodical = words[0] in PERIODICALS and len(words) > 2
    if joined in AGENCIES or _DOMAIN.fullmatch(words[-1]) or role in PUBLISHER_NOUNS or periodical:
        return "publisher", True
    if words[0] == "witness" and len(words) == 2:
        return "person", True  # "Witness W-17"
    if "&" in words or "without" in words[1:] or (words[-1] == "united" and len(words) > 1):
        return "organisation", True
    if joined in DEITIES:
        return "person", False
    if joined in NATIONS and not titled:
        return "organisation", True
    if joined in CLASSES or words[-1] in CLASSES:
        return "group", True
    if words[0] in CAMPS and len(words) > 1:
        return "organisation", True
    if titled or role in ROLES or words[0] in MALE or words[0] in FEMALE:
        titular = titled or role in ROLES
        if words[-1] in ORGANISATION_HEADS and len(words) > 1 and not titled:
            return "organisation", True
        if not titular and len(words) > 1 and words[-1] in PUBLISHER_HEADS and (len(words) > 2 or article):
            return "publisher", True  # "Christian Science Monitor", "the Charlotte Observer"
        return ("organisation", False) if not titular and words[-1] in THINGS else ("person", True)
    if words[-1] in ORGANISATION_HEADS or any(w in ORGANISATION_HEADS for w in words[:-1] if len(words) > 2):
        return "organisation", True
    if words[-1] in PUBLISHER_HEADS and (len(words) > 1 or article):
        return "publisher", True
    if (words[0] in THING_HEADS and len(words) > 1) or _last_plain(words) in THINGS:
        return "organisation", False  # "Operation Tidewall", "the 9th Amendment", "World War II"
    if len(core) == 1:
        if role in SHIPS or joined in PLATFORMS:
            return "organisation", False
        if role in COMPANIES or role in ("in", "at", "near", "outside", "across"):
            return "organisation", role in COMPANIES  # "the medical firm Veltri"; else a place
        letters = core[0].text.replace(".", "")
        if _INNER_CAPITAL.fullmatch(letters):
            return "organisation", True  # "TideWatch"; a person's has a particle in front, as in "McArdle"
        acronym = len(letters) >= 2 and letters.isupper() and letters.replace("-", "").isalpha()  # not "N-95"
        return ("organisation", True) if acronym else (None, False)
    initials = _INITIALS.fullmatch(core[0].text) is not None and words[0] not in NATIONS  # "E.W. Okoro"
    if article or any(token.text.isupper() and len(token.text) > 2 for token in core[initials:]):
        return "organisation", False
    return ("person", False) if len(core) <= 4 else ("organisation", False)


def _last_plain(words: tuple[str, ...]) -> str:
    """Return the last word that is no number behind a name: “war” of “world war ii”."""
    return next((word for word in reversed(words) if word not in SUFFIXES and not word.isdigit()), words[-1])


def gender_of(words: tuple[str, ...], titles: Sequence[Token], role: str) -> Gender | None:
    """Return the gender that titles, the role before the name or a given name tell."""
    told = {token.folded for token in titles} | {role}
    if told & (MALE_TITLES | MALE_ROLES):
        return "male"
    if told & (FEMALE_TITLES | FEMALE_ROLES):
        return "female"
    if len(words) >= 2 and words[0] in KUNYAS:
        return "female" if words[0] in ("umm", "bint") else "male"
    if len(words) >= 2 or told & TITLES:
        return "male" if words[0] in MALE else "female" if words[0] in FEMALE else None
    return None
