"""Where a sentence says that something happened: the proper name behind "in", "at", "near" or "off".

Of several the one nearest behind the point that is asked about, else the nearest before it. Months, weekdays and
nationalities are no places; text in capitals throughout tells nothing.
Known limits: English; "in Parliament" and "in Reuters" pass for places; a place that only a headline names is
not found.
"""

import re

from headwater.records import Span

_CALENDAR = (
    r"January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Spring|Summer|Autumn|Fall|Winter|Christmas|Easter"
)
_PLACE = re.compile(
    rf"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Oo]ff|[Oo]utside|[Aa]round|[Ii]nside|[Aa]cross|[Tt]hroughout)\s+(?:the\s+)?"
    rf"(?:(?:city|town|village|province|district|port|region|department|state)\s+of\s+)?"
    rf"((?!(?:{_CALENDAR})\b)[A-ZÀ-Þ][\w’'-]+(?:\s+(?!(?:{_CALENDAR})\b)(?:(?:de|la|el|of|the|al|los)\s+)?[A-ZÀ-Þ][\w’'-]+){{0,3}})"
)


def find_place(text: str, start: int, end: int, at: int) -> Span | None:
    """Return the place that ``text[start:end]`` gives for what stands at ``at``; None where it gives none.

    >>> sentence = "At least 41 people died off Port Almeric on Tuesday, police in Dunmere said."
    >>> find_place(sentence, 0, len(sentence), 9).of(sentence)
    'Port Almeric'
    >>> find_place("In March 12 men fled.", 0, 21, 9) is None
    True
    """
    if not any(character.islower() for character in text[start:end]):
        return None
    found = [Span(*match.span(1)) for match in _PLACE.finditer(text, start, end)]
    behind = [place for place in found if place.start >= at]
    place = behind[0] if behind else found[-1] if found else None
    if place is None:
        return None
    written = re.sub(r"(?:’s|'s)$", "", place.of(text))
    return Span(place.start, place.start + len(written))
