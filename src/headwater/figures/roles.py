"""Tells the victims of what a text reports from its background and from fighters' own losses.

A number of dead, wounded or abducted is one of three things to a reader who counts: victims of the event that the text
reports; a total over a longer time ("19,000 since 1980", "700 this year") or of an event long past, told as background;
or fighters who fell. Rules: the window of the figure, the words around it, and the head of what is counted.
Known limit: a second recent event in the same text is not told from the first.
"""

import re
from datetime import date

from headwater.figures.effects import effect_of
from headwater.records import Document, Figure, FigureRole, Time

HUMAN = frozenset({"death", "injury", "abduction", "arrest", "missing"})
LONG_AGO = 60  # days before publication from which a dated event is background
AROUND = 90  # code points around a figure in which it may be called a total
_FIGHTERS = re.compile(
    r"\b(?:guerrillas?|guerillas|rebels?|terrorists?|extremists?|subversives?|insurgents?|militants?|fighters?|jihadists?|"
    r"attackers?|gunmen|kidnappers?|assailants?|combatants?|contras?|hitmen|militiamen)\b"
)
_SOLDIERS = re.compile(r"\b(?:soldiers?|troops|servicemen|infantrymen|army members?|military personnel)\b")
_COMBAT = re.compile(
    r"\b(?:clash(?:es|ed)?|combat|fighting|firefight|battles?|skirmish(?:es)?|confrontations?|offensive|in action)\b"
)
SAID_AS: dict[FigureRole, str] = {
    "event": "as what the text reports",
    "background": "as background, of a longer time or an event long past",
    "fighters": "as fighters who fell or were taken",
}
_CAUGHT = frozenset({"abduction"})
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TOTAL = re.compile(
    rf"\b(?:so far|to date|this (?:year|month)|since (?:the )?(?:beginning|start|19|20|{_MONTHS})"
    r"|(?:past|last|recent|previous) (?:\w+ )?(?:years?|months?|decades?|weeks?)|years of|decades? of|in recent"
    r"|annual(?:ly)?|every year|per year|a year|each year|up until|overall|in total|all told|total of|history of"
    r"|civil war|brings? to|bringing to|death toll since|over the (?:years|last|past))\b"
)


def role_of(document: Document, figure: Figure, window: Time | None) -> FigureRole | None:
    """Return what the counted people are to the event that the text reports; None where no people came to harm."""
    words = (figure.counts or "").lower()
    effect = effect_of(words.split())
    if effect not in HUMAN:
        return None
    if _FIGHTERS.search(words) and effect not in _CAUGHT:
        return "fighters"
    start = document.text.rfind("\n\n", 0, figure.start) + 1
    beside = document.text[max(start, figure.start - AROUND) : figure.end + AROUND].lower()
    beside = " ".join(beside.split())
    if _SOLDIERS.search(words) and _COMBAT.search(beside):
        return "fighters"
    if _TOTAL.search(beside) or _is_long(document, window):
        return "background"
    return "event"


def _is_long(document: Document, window: Time | None) -> bool:
    """Whether the window is a month or longer, or lies long before the text."""
    if window is None or window.kind in ("duration", "set"):
        return window is not None and re.match(r"P\w+[MYE]$", window.value) is not None
    if len(window.value) <= len("2014-05"):
        return window.value[:4].isdigit() or window.value.startswith("XXXX")
    try:
        day, published = date.fromisoformat(window.value[:10]), date.fromisoformat((document.published or "")[:10])
    except ValueError:
        return False
    return (published - day).days > LONG_AGO
