"""Tells the victims of what a text reports from its background and from the losses of fighting.

A number of dead, wounded or abducted is one of three things to a reader who counts: victims of the event that the text
reports; a total over a longer time ("19,000 since 1980", "700 this year") or of an event long past, told as background;
or losses of armed sides who fight each other. What might have been, may yet be or was not ("could have killed 5,000")
is none of the three. Every sign against the first has a weight (``WEIGHTS``), fitted by
logistic regression to the filled templates of MUC-3/4 (1991–92; `eval/roles.py`), whose templates count only the first.
Known limits: English; a second recent event in the same text is not told from the first.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from headwater.figures.effects import effect_of
from headwater.records import Document, Figure, FigureRole, Segment, Time

HUMAN = frozenset({"death", "injury", "abduction", "arrest", "missing"})
LONG_AGO = 400  # days before publication from which a date is long past; a trial still reports last year's murder
AROUND = 90  # code points around a figure in which it may be called a total
BEFORE = 120  # code points before a bare number in which the side that lost them may be named
MOST_BARE = 3  # bare numbers in a row that are one side's: "65 dead, 49 wounded and 3 missing"
MOST_DATES = 8  # of a sentence that are looked at
WARLIKE = 6  # words of combat from which on a text tells of fighting
_FIGHTERS = re.compile(
    r"\b(?:guerrillas?|guerillas|rebels?|terrorists?|extremists?|subversives?|insurgents?|militants?|fighters?|jihadists?|"
    r"attackers?|gunmen|kidnappers?|assailants?|combatants?|contras?|hitmen|militiamen|comrades|deserters)\b"
)
_SOLDIERS = re.compile(
    r"\b(?:soldiers?|troops?|servicemen|infantrymen|marines|army|military|armed forces|officers|sergeants?"
    r"|(?<!border )patrols?)\b"
)
_COMBAT = re.compile(
    r"\b(?:clash(?:es|ed)?|combats?|fighting|firefights?|battles?|skirmish(?:es)?|confrontations?|offensive|in action"
    r"|casualties|ambush\w*|engagements?)\b"
)
_LOST = re.compile(
    r"casualties|\b(?:army|forces|military|rebels?|guerrillas?|they|enemy)\b[^.]{0,40}\b(?:sustain|suffer|cost|lost|inflict)"
)
_TERROR = re.compile(
    r"\b(?:bomb\w*|explosion|exploded|dynamite|massacre\w*|murder\w*|assassinat\w*|kidnap(?!per)\w*|grenade"
    r"|terror(?:ist)? attacks?)\b"
)
_BARE = re.compile(
    r"(?:(?:others?|more|another|seriously) ){0,4}"
    r"(?:dead|wounded|injured|killed|hurt|died|deaths?|injuries|casualties)(?: |$)"
)
_CASES = re.compile(r"\b(?:killings?|murders?|deaths?(?<!to death)|assassinations?|massacres?|cases)$")
_UNREAL = re.compile(
    r"\b(?:not|nearly|could|may|might|would|will|should|must|can|cannot|can't|couldn't|won't|wouldn't|expected|likely|forecast|projected"
    r"|(?:believed|thought|feared|presumed) to have)\b"
)
_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_TOTAL = re.compile(
    rf"\b(?:so far|to date|this (?:year|month)|since (?:the )?(?:beginning|start|19|20|{_MONTHS})"
    r"|(?:past|last|recent|previous) (?:\w+ )?(?:years|months|decades|weeks)|(?:past|last) (?:year|month|decade)"
    r"|past week|years of|decades? of|in recent"
    r"|annual(?:ly)?|every year|per year|a year|each year|up until|overall|in total|all told|total of|history of"
    r"|civil war|in (?:the|this|our|its) (?:\w+ )?(?:struggle|conflict|war)"
    r"|\d+[ -]years?[ -](?:\w+ )?(?:history|war|conflict|struggle|insurgency)"
    r"|brings? to|bringing to|death toll since|over the (?:years|last|past))\b"
)

START = 1.25  # of the event where nothing speaks against it; keeps 78 of 100 victims of MUC, see eval/roles.py
WEIGHTS = {
    "fighters": -1.52,
    "soldiers": -1.71,
    "bare": -0.80,
    "bare behind a side": -1.45,
    "combat": -1.13,
    "warlike text": -1.56,
    "losses": -0.91,
    "total": -2.22,
    "long past": -0.71,
    "cases": -1.33,
    "terror": 0.49,
}
_OF_SIDES = frozenset({"fighters", "soldiers", "bare behind a side", "combat", "warlike text", "losses"})
_SAID_AS = {
    "fighters": "fighters are counted",
    "soldiers": "soldiers are counted",
    "bare": "nobody is named behind the number",
    "bare behind a side": "an armed side is named before it",
    "combat": "the sentence tells of combat",
    "warlike text": "the text tells of fighting throughout",
    "losses": "the losses of a side are told",
    "total": "it is a total of a longer time",
    "long past": "the sentence names a day long past",
    "cases": "cases are counted",
}
_AS: dict[FigureRole, str] = {
    "event": "as what the text reports",
    "background": "as background, of a longer time or an event long past",
    "fighters": "as losses of fighting",
}


def with_roles(
    document: Document, segments: Sequence[Segment], figures: Sequence[Figure], times: Sequence[Time]
) -> Iterator[Figure]:
    """Yield the figures, those of people who came to harm with their role and what it rests on."""
    reader = Signs(document, segments, figures, times)
    for figure in figures:
        if effect_of(_counted(figure).split()) not in HUMAN:
            yield figure
            continue
        if _UNREAL.search(_counted(figure)):
            unreal = f"{figure.evidence.why}; which the text does not tell as done"
            yield replace(figure, role="unreal", evidence=replace(figure.evidence, why=unreal))
            continue
        signs = reader.of(figure)
        role = role_of(signs)
        why = f"{figure.evidence.why}; {_AS[role]}"
        if role != "event":
            why += f" ({', '.join(_SAID_AS[sign] for sign in WEIGHTS if sign in signs and sign in _SAID_AS)})"
        yield replace(figure, role=role, evidence=replace(figure.evidence, why=why))


def role_of(signs: frozenset[str]) -> FigureRole:
    """Return the role that the signs come to.

    >>> role_of(frozenset()), role_of(frozenset({"total"})), role_of(frozenset({"soldiers", "combat"}))
    ('event', 'background', 'fighters')
    """
    if START + sum(WEIGHTS[sign] for sign in signs) >= 0:
        return "event"
    of_sides = sum(WEIGHTS[sign] for sign in signs & _OF_SIDES)
    others = sum(WEIGHTS[sign] for sign in signs if WEIGHTS[sign] < 0) - of_sides
    return "fighters" if of_sides < others else "background"


class Signs:
    """What stands around the figures of one document, looked up by place."""

    def __init__(
        self, document: Document, segments: Sequence[Segment], figures: Sequence[Figure], times: Sequence[Time]
    ) -> None:
        lower = document.text.lower()
        self._text = lower if len(lower) == len(document.text) else document.text  # "İ" is two in lower case
        self._sentences = sorted((s.start, s.end) for s in segments if s.kind == "sentence")
        self._figures = [f for f in figures if effect_of(_counted(f).split()) in HUMAN]
        self._starts = [f.start for f in self._figures]
        self._times = {time.id: time for time in times}
        self._dated = sorted((t for t in times if t.kind == "date"), key=lambda t: t.start)
        self._today = _day((document.published or "")[:10])
        self._told: dict[int, dict[str, bool]] = {}
        self._is_warlike = sum(1 for _ in _COMBAT.finditer(self._text)) >= WARLIKE

    def of(self, figure: Figure) -> frozenset[str]:
        """Return the signs of ``figure``, names of WEIGHTS."""
        words = _counted(figure)
        caught = effect_of(words.split()) in ("abduction", "arrest")  # "gunmen abducted 12 teachers" count the teachers
        start, end = self._sentence(figure)
        beside = " ".join(self._text[max(start, figure.start - AROUND) : min(end, figure.end + AROUND)].split())
        bare = _BARE.match(words) is not None
        window = self._times.get(figure.window or "")
        found = {
            **self._told_in(start, end),
            "fighters": not caught and _FIGHTERS.search(words),
            "soldiers": not caught and _SOLDIERS.search(words),
            "bare": bare,
            "bare behind a side": bare and self._is_behind_a_side(figure, start),
            "warlike text": self._is_warlike,
            "total": _TOTAL.search(beside) or self._is_long(window),
            "cases": _CASES.search(words),
        }
        return frozenset(sign for sign, holds in found.items() if holds)

    def _sentence(self, figure: Figure) -> tuple[int, int]:
        """Return the bounds of the figure's sentence, of the whole text where it is not cut into sentences."""
        at = bisect_right(self._sentences, (figure.number.start, len(self._text))) - 1
        inside = at >= 0 and figure.number.start < self._sentences[at][1]
        return self._sentences[at] if inside else (0, len(self._text))

    def _told_in(self, start: int, end: int) -> dict[str, bool]:
        """Return the signs that all figures of a sentence share; each sentence is read once."""
        known = self._told.get(start)
        if known is None:
            sentence = " ".join(self._text[start:end].split())
            known = self._told[start] = {
                "combat": _COMBAT.search(sentence) is not None,
                "losses": _LOST.search(sentence) is not None,
                "long past": any(self._is_past(time) for time in self._dates_in(start, end)),
                "terror": _TERROR.search(sentence) is not None,
            }
        return known

    def _dates_in(self, start: int, end: int) -> Sequence[Time]:
        first = bisect_left(self._dated, start, key=lambda t: t.start)
        return self._dated[first : bisect_left(self._dated, end, lo=first, key=lambda t: t.start)][:MOST_DATES]

    def _is_behind_a_side(self, figure: Figure, start: int) -> bool:
        """Whether the number is of an armed side by what stands before: "a rebel was killed and two were wounded"."""
        at = bisect_left(self._starts, figure.start) - 1
        last, first = at - MOST_BARE, figure.start
        while at > last and at >= 0 and self._figures[at].start >= start and _BARE.match(_counted(self._figures[at])):
            first = self._figures[at].start  # "among the rebels there are 65 dead and 49 wounded"
            at -= 1
        if at >= 0 and self._figures[at].start >= start:
            before = _counted(self._figures[at])
        else:
            before = self._text[max(start, first - BEFORE) : first]
        return bool(_FIGHTERS.search(before) or _SOLDIERS.search(before))

    def _is_long(self, window: Time | None) -> bool:
        """Whether the window is a month or longer, or lies long before the text."""
        if window is None or window.kind in ("duration", "set"):
            return window is not None and re.match(r"P\w+[MYE]$", window.value) is not None
        if len(window.value) <= len("2014-05"):
            return window.value[:4].isdigit() or window.value.startswith("XXXX")
        return self._is_past(window)

    def _is_past(self, time: Time) -> bool:
        """Whether a date lies long before the text; a year or month is taken at its end."""
        value = time.value[:10]
        day = _day(value + {4: "-12-31", 7: "-28"}.get(len(value), ""))
        return self._today is not None and day is not None and (self._today - day).days > LONG_AGO


def _counted(figure: Figure) -> str:
    return (figure.counts or "").lower()


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
