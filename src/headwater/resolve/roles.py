"""Find what people are called besides their names, so that “the senator” can be told from “the mayor”.

A role stands right before the name ("campaign manager Ana Ruiz", "Sen. Ruiz") or after it between commas ("Ana Ruiz,
the harbour master,").
"""

import re
from collections import defaultdict

from headwater.resolve.cast import Cast, Member
from headwater.resolve.tables import FEMALE_ROLES, FEMALE_TITLES, MALE_ROLES, MALE_TITLES, ROLES
from headwater.resolve.tokens import tokens

ROLE_LOOK_BACK = 25  # characters before a name
ROLE_LOOK_AHEAD = 80  # characters after it
_SHORT = {
    "sen": "senator",
    "sens": "senator",
    "rep": "representative",
    "reps": "representative",
    "gov": "governor",
    "gen": "general",
    "dr": "doctor",
    "prof": "professor",
    "rev": "reverend",
    "congressman": "representative",
    "congresswoman": "representative",
    "sgt": "sergeant",
    "lt": "lieutenant",
    "col": "colonel",
    "capt": "captain",
}
_DETERMINERS = frozenset({"the", "his", "her", "its", "their"})
_APPOSITION = re.compile(r",\s+(?:\d{1,3},\s+)?((?:an?|the|his|her|their|its|who is an?|who was an?)\s+)?")
_ENDS = re.compile(r"\b(?:of|for|at|in|with|from|on|to|who|whose|and|said|says)\b|[,.;:()\n—–]")


def find_roles(text: str, cast: Cast) -> dict[str, list[Member]]:
    """Return the people of the cast by the nouns they are called; sets their ``roles`` and untold genders."""
    bearers: dict[str, list[Member]] = defaultdict(list)  # a congressman is called representative, and the reverse
    for member in cast.members:
        if member.kind not in ("person", None):
            continue
        roles = {_SHORT.get(title, title) for title in member.titles}
        for start, end in member.mentions:
            roles |= _before(text, start) | _after(text, end)
        member.roles |= roles
        if member.gender is None:
            if roles & (FEMALE_ROLES | FEMALE_TITLES) and not roles & (MALE_ROLES | MALE_TITLES):
                member.gender = "female"
            elif roles & (MALE_ROLES | MALE_TITLES) and not roles & (FEMALE_ROLES | FEMALE_TITLES):
                member.gender = "male"
        if "representative" in roles:
            roles |= {"congressman", "congresswoman"}
        if roles & {"representative", "senator"}:
            roles.add("lawmaker")
        for role in sorted(roles):
            bearers[role].append(member)
    return bearers


def _before(text: str, start: int) -> set[str]:
    found = tokens(text, max(0, start - ROLE_LOOK_BACK), start)
    if not found or found[-1].folded not in ROLES:
        return set()
    gap = text[found[-1].end : start]
    defined = any(token.folded in _DETERMINERS for token in found[-4:-1])  # "the lawyer, Ana Ruiz,"
    return {found[-1].folded} if gap == " " or (gap == ", " and defined) else set()


def _after(text: str, end: int) -> set[str]:
    match = _APPOSITION.match(text, end, end + 20)
    if match is None:
        return set()
    limit = min(len(text), match.end() + ROLE_LOOK_AHEAD)
    stop = _ENDS.search(text, match.end(), limit)
    phrase = tokens(text, match.end(), stop.start() if stop else limit)
    if phrase and len(phrase) <= 6 and phrase[-1].folded in ROLES and (match[1] or len(phrase) <= 3):
        return {phrase[-1].folded}
    return set()
