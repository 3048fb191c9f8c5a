"""Whether a relative whom the text does not name may be “he” or “she”: “when his father came, he …”.

Limit: only one that opens a clause of the pronoun's own sentence, as its subject does.
"""

import re

from headwater.records import Span
from headwater.resolve.tables import PERSON_PRONOUNS

REACH = 400  # characters of a sentence before its pronoun
_OPENS = (
    r"(?:\A|(?<=\n)|(?<=[,;:—–“.!?”] )|(?<=\b[Aa]s )|(?<=\b[Ii]f )|(?<=\band )|(?<=\bbut )|(?<=\b[Ww]hen )|(?<=\bthat )"
    r"|(?<=\b[Oo]nce )|(?<=\b[Aa]fter )|(?<=\b[Ss]ince )|(?<=\b[Ww]hile )|(?<=\b[Uu]ntil )|(?<=\b[Bb]efore )"
    r"|(?<=\b[Bb]ecause ))"
)
_WHOSE = (
    r"(?:[Hh]is|[Hh]er|[Tt]heir|[Tt]he \w{2,20}['’]s|[A-ZÀ-Þ][\w-]{1,20}['’]s?) "
    r"(?:(?:late|older|younger|elder|eldest|own) )?"
)
_WHO = {
    "male": r"\b(?:father|dad|stepfather|brother|son|husband|uncle|grandfather|nephew|boyfriend)\b",
    "female": r"\b(?:mother|mom|stepmother|sister|daughter|wife|aunt|grandmother|niece|girlfriend)\b",
}
_KIN = {gender: re.compile(words) for gender, words in _WHO.items()}
_SUBJECT = {gender: re.compile(_OPENS + _WHOSE + words) for gender, words in _WHO.items()}


def kin_before(text: str, sentence: int, position: int, pronoun: str) -> Span | None:
    """Return the last relative who opens a clause of the sentence before the pronoun and may be meant by it."""
    gender, since = PERSON_PRONOUNS[pronoun], max(sentence, position - REACH)
    if _KIN[gender].search(text, since, position) is None:
        return None
    found = [Span(*match.span()) for match in _SUBJECT[gender].finditer(text, since, position)]
    return found[-1] if found else None
