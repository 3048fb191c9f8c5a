"""Finds whom a speaker condemns and to whom it reaches out: "condemned the deserters", "offered deserters a pardon".

A sentence of a dated document with a named subject, a finite verb of the one or the other kind, and people who are
called by what they did ("deserters", "those who had deserted"). Who condemns them on one day and reaches out to them
on a later one has moved; so has the opposite. People called by a post ("officers", "workers") may be anybody: left.
Known limits: English; other words for the same people ("defectors" for "deserters") do not meet.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from headwater.ids import identify
from headwater.positions.subjects import Names, find_subject
from headwater.records import Analysis, Position, Span, Step
from headwater.words import words

_STEM = 6  # letters: "deserters", "deserted" and "desertion" share them
_REACH = 100  # code points behind the verb in which the people stand
_GIFTS = r"pardons?|amnesty|amnesties|talks|clemency|forgiveness|safe passage|protection|immunity"
_HOSTILE = re.compile(r"\b(?:condemn(?:ed|s)|denounce[ds]|cursed|branded)\b", re.IGNORECASE)
_FRIENDLY = re.compile(
    rf"\b(?:(?:pardon|welcom|prais)(?:ed|es|s)|forgave|forgives|thank(?:ed|s)"
    rf"|(?:offer(?:ed|s)|grant(?:ed|s)|promise[ds])\b(?=[^.,;:!?]{{0,60}}\b(?:{_GIFTS})\b))",
    re.IGNORECASE,
)
_GIFT = re.compile(rf"\b(?:an?\s)?(?:{_GIFTS})\b", re.IGNORECASE)
_ENDS = re.compile(r"[.,;:!?]|\bfor\s|\bbecause\b|\bafter\b")
_RELATIVE = re.compile(r"\bwho\s(?:(?:had|have|has)\s)?([a-z]{4,30}ed)\b")
_DOERS = re.compile(r"\b([a-z]{3,30}(?:ers|ors|ists))\b")
_CALLED = """
officers leaders members workers fighters soldiers ministers reporters supporters others voters lawmakers managers
directors editors officials commanders neighbours brothers sisters fathers mothers numbers matters orders papers
traitors terrorists sinners readers farmers doctors teachers senators ambassadors journalists scientists tourists
powers borders letters offers rulers computers
"""
_POSTS = frozenset(_CALLED.split())


@dataclass(frozen=True, slots=True)
class Attitude:
    """How a speaker stands to people on a day; ``stem`` is what they are known by, ``people`` the form of it."""

    speaker: str
    stem: str
    people: str
    is_hostile: bool
    stance: str
    date: str
    document: str
    start: int
    statement: str


def attitudes(analysis: Analysis, names: Names, speakers: Mapping[str, str]) -> Iterator[Attitude]:
    """Yield the attitudes that a dated document tells of. ``speakers`` gives the speaker of each attribution."""
    text, published = analysis.document.text, analysis.document.published
    if not published:
        return
    names = names.among(frozenset(speakers[a.id] for a in analysis.attributions if a.id in speakers))
    for sentence in (s for s in analysis.segments if s.kind == "sentence"):
        for pattern in (_HOSTILE, _FRIENDLY):
            verb = pattern.search(text, sentence.start, sentence.end)
            if verb is None:
                continue
            people = _people(text, verb.end(), min(sentence.end, verb.end() + _REACH))
            subject = (
                find_subject(text, names, Span(sentence.start, sentence.end), Span(*verb.span())) if people else None
            )
            if (
                subject is None
                or subject.place.start < sentence.start
                or _is_unreal(text, sentence.start, verb.start())
            ):
                continue
            gift = _GIFT.search(text, verb.end(), verb.end() + _REACH) if pattern is _FRIENDLY else None
            stance = f"{verb[0].lower()} {gift[0].lower()}" if gift and verb[0][0].lower() in "ogp" else verb[0].lower()
            for word in people:
                yield Attitude(
                    subject.speaker.id,
                    word[:_STEM],
                    word,
                    pattern is _HOSTILE,
                    stance,
                    published[:10],
                    analysis.document.id,
                    sentence.start,
                    identify("statement", analysis.document.id, sentence.start, sentence.end),
                )


def _people(text: str, start: int, end: int) -> list[str]:
    """Return by what the people behind the verb are called: a noun for what they did, or the verb behind "who"."""
    stop = _ENDS.search(text, start, end)
    close = stop.start() if stop else end
    found = [m[1] for form in (_DOERS, _RELATIVE) for m in form.finditer(text, start, close)]
    return [word for word in found if word not in _POSTS and len(word) >= _STEM]


def _is_unreal(text: str, start: int, at: int) -> bool:
    before = {w.folded for w in words(text, max(start, at - 40), at)}
    return bool(before & {"not", "never", "if", "would", "could", "may", "might", "whether", "nobody"})


def turned(found: Iterable[Attitude]) -> Iterator[Position]:
    """Yield the positions on people whom a speaker first condemned and later reached out to, or the other way round."""
    groups: defaultdict[tuple[str, str], list[Attitude]] = defaultdict(list)
    for item in found:
        groups[item.speaker, item.stem].append(item)
    for (speaker, _), items in sorted(groups.items()):
        items.sort(key=lambda a: (a.date, a.document, a.start))
        firsts = [items[0], *(later for item, later in pairwise(items) if item.is_hostile != later.is_hostile)]
        if len(firsts) < 2 or any(item.date == later.date for item, later in pairwise(firsts)):
            continue
        nouns = [item.people for item in items if item.people.endswith("s")]
        people = nouns[0] if nouns else f"those who {items[0].people}"
        yield Position(speaker, people, tuple(_step(at, item, people) for at, item in enumerate(firsts, start=1)))


def _step(order: int, item: Attitude, people: str) -> Step:
    why = f"the speaker “{item.stance}” in a text dated {item.date}; both are about {people}"
    return Step(order, item.stance, None, (item.statement,), why)
