"""What a figure counts, in a form that two figures share when they count the same: a unit, or a head and an effect.

Two figures count the same thing when heads and effects are the same: "people killed" and "persons dead" are, "soldiers
killed" and "people killed" are not, since the first may be part of the second.
Known limits: English; a head that is a synonym outside the table ("inhabitants", "villagers") is another thing.
"""

import re

from headwater.figures.effects import effect_of
from headwater.figures.vocabulary import is_participle, listed
from headwater.records import Figure
from headwater.words import fold, words

_PERSONS = "people persons person others other victims victim dead wounded injured missing toll bodies deaths"
_PEOPLE = frozenset(_PERSONS.split())
_PEOPLE_EFFECTS = frozenset({"death", "injury", "abduction", "arrest", "displacement", "missing"})
_PLACED = re.compile(r" in ([A-Z].*)")
_COUNTERS = frozenset({"times", "occasions"})  # "called four times" counts nothing that two texts share
_STOP = listed(
    """
    of the a an his her its their for to in other more new nation national country state city company government firm
    """
)  # "the nation's jobless rate" is the jobless rate


def thing(figure: Figure) -> tuple[str, str] | None:
    """Return what ``figure`` counts as (head or unit, effect), None where the text does not say.

    "people killed" and "12 dead" are both ("people", "death"); lengths and ages count nothing and are never compared.
    """
    if not figure.counts:
        return None
    counted = _counted(figure)
    if figure.unit is not None:
        counted = [word for word in counted if word not in _place(figure)] or counted
    effect = effect_of(counted)
    nouns = [word for word in counted if not effect_of([word]) or word in _PEOPLE]
    head = _head(nouns)
    if effect in _PEOPLE_EFFECTS and (not head or head in _PEOPLE):
        head = "people"
    if (not head and not effect) or head in _COUNTERS or (not effect and all(is_participle(word) for word in nouns)):
        return None
    if not effect and len(nouns) > 1:
        head = " ".join(sorted(nouns))
    return (f"{figure.unit or ''}{fold(head)}", effect)


def _place(figure: Figure) -> frozenset[str]:
    """Return the words of the place that a share or a sum is of: "the unemployment rate in Dunmere"."""
    found = _PLACED.search(figure.counts or "")
    return frozenset(word.folded for word in words(found[1])) if found else frozenset()


def noun(figure: Figure) -> str:
    """Return the plural noun that is counted: "jobs" of "jobs cut"; an empty string where there is none."""
    head = _head([word for word in _counted(figure) if not effect_of([word])])
    return head if head.endswith("s") and head not in _COUNTERS else ""


def modifiers(figure: Figure) -> frozenset[str]:
    """Return the words that make the counted thing narrower: "government soldiers killed" are not all the soldiers."""
    nouns = [word for word in _counted(figure) if not effect_of([word])]
    return frozenset(word for word in nouns if word != _head(nouns) and word not in _PEOPLE)


def _counted(figure: Figure) -> list[str]:
    found = [word.folded.removesuffix("'s").removesuffix("’s") for word in words(figure.counts or "")]
    return [word for word in found if word not in _STOP] or found


def _head(nouns: list[str]) -> str:
    return next((word for word in nouns if word.endswith("s") or word in _PEOPLE), nouns[0] if nouns else "")
