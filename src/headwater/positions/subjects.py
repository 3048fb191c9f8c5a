"""Whose position a report of change is about: the speaker named before the verb, or who "it" and "the group" stand for.

A name that belongs to two speakers is that of the one who speaks in the document, else it
decides nothing. "The group", "it" and "they" are taken for the organisation
that the text before names far more often than any other; "he" and "she" for the only person named just before.
"""

import copy
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Span, Speaker
from headwater.words import Word, words

_NAMED_BEFORE = 12  # words between a name and the verb
_BODIES = """
it its they their organization organisation group movement party government ministry company agency army militia regime
network faction union administration authority authorities
"""
_ORGANISATIONS = frozenset(_BODIES.split())
_PERSONS = frozenset({"he", "she", "his", "her"})
_NOMINATIVES = frozenset({"he", "she"})
_AUXILIARIES = 3  # words from "he" to the verb: "he has since changed"
_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_POINTING = frozenset({"the", "its", "their"})
_BEHIND = 80  # code points behind "in a reversal" in which its subject is looked for
_CLEAR = 0.6  # share of the organisations' mentions that the one meant must have
_RELATIVE = re.compile(r",\s(?:who|which|whose|whom)\b[^,;:]{1,160},(?:\s[\w’'-]{1,30}){0,4}\s?\Z")
_BACK = 3000  # code points before the verb that are read for names
_BACK_PERSON = 400
_KINDS = frozenset({"person", "organisation", "publisher", "group"})


@dataclass(frozen=True, slots=True)
class Subject:
    """A speaker, where it is named, and how it is known in a few words."""

    speaker: Speaker
    place: Span
    how: str


class Names:
    """The proper names of all speakers, ready to be found in a text."""

    def __init__(self, speakers: Sequence[Speaker]) -> None:
        owners: dict[tuple[str, ...], set[str]] = {}
        first: dict[tuple[str, ...], set[str]] = {}  # whose own name it is, not one of several
        self._speakers = {speaker.id: speaker for speaker in speakers}
        for speaker in speakers:
            for name in speaker.names if speaker.kind in _KINDS else ():
                bare = _ARTICLE.sub("", name)
                if bare[:1].isupper():
                    said = tuple(w.folded for w in words(bare))
                    owners.setdefault(said, set()).add(speaker.id)
                    if name == speaker.name:
                        first.setdefault(said, set()).add(speaker.id)
        self._owners = {name: frozenset(ids) for name, ids in owners.items() if name}
        self._first = {name: frozenset(ids) for name, ids in first.items() if name}
        self._longest = max((len(name) for name in self._owners), default=0)
        self._here: frozenset[str] = frozenset()

    def among(self, here: frozenset[str]) -> "Names":
        """Return the names as a document means them in which ``here`` speak: "Trump" is the one who speaks there."""
        local = copy.copy(self)
        local._here = here
        return local

    def _owner(self, name: tuple[str, ...]) -> str | None:
        owners = self._owners.get(name, frozenset())
        owners = owners if len(owners) == 1 else owners & self._here or self._first.get(name, frozenset())
        return next(iter(owners)) if len(owners) == 1 else None

    def found(self, text: str, start: int, end: int) -> list[tuple[Speaker, Span]]:
        """Return the names in ``text[start:end]`` with their speakers, longest match first, in text order."""
        here = words(text, start, end)
        result: list[tuple[Speaker, Span]] = []
        at = 0
        while at < len(here):
            length = self._match(here, at, text)
            if length:
                owner = self._owner(tuple(_bare(w) for w in here[at : at + length]))
                if owner is not None:
                    result.append((self._speakers[owner], Span(here[at].start, here[at + length - 1].end)))
            at += length or 1
        return result

    def _match(self, here: Sequence[Word], at: int, text: str) -> int:
        if not text[here[at].start].isupper():
            return 0
        for length in range(min(self._longest, len(here) - at), 0, -1):
            if tuple(_bare(w) for w in here[at : at + length]) in self._owners:
                return length
        return 0


def _plain(word: Word) -> str:
    """Return a pronoun without the verb that is written together with it: "he’s changed"."""
    return re.sub(r"'(?:s|d|ve)$", "", word.folded)


def _bare(word: Word) -> str:
    return word.folded.removesuffix("'s")


def find_possessor(text: str, names: Names, sentence: Span, noun: Span) -> Subject | None:
    """Return whose tone or stance it is: "the Front’s tone", "its tone"; "the tone" is the leading organisation's."""
    before = words(text, sentence.start, noun.start)[-_NAMED_BEFORE:]
    if not before:
        return None
    named = names.found(text, before[0].start, noun.start)
    if named and named[-1][1].end == before[-1].end and before[-1].folded.endswith("'s"):
        speaker, place = named[-1]
        return Subject(speaker, place, f"“{place.of(text)}” stands before it")
    if before[-1].folded in _PERSONS:
        return _only_person(text, names, before[-1])
    return _leading_organisation(text, names, before[-1]) if before[-1].folded in _POINTING else None


def find_subject_behind(text: str, names: Names, sentence: Span, phrase: Span) -> Subject | None:
    """Return whose reversal it is: "In a reversal, the ministry said"; a name before it wins."""
    subject = find_subject(text, names, sentence, phrase)
    if subject is not None:
        return subject
    named = names.found(text, phrase.end, min(sentence.end, phrase.end + _BEHIND))
    if named:
        speaker, place = named[0]
        return Subject(speaker, place, f"“{place.of(text)}” stands behind it")
    return None


def find_subject(text: str, names: Names, sentence: Span, verb: Span) -> Subject | None:
    """Return whose change the verb at ``verb`` reports, None where it cannot be told."""
    behind = verb.start
    clause = _RELATIVE.search(text[sentence.start : verb.start])
    if clause is not None:  # "the mayor, who signed the Harl Act, has changed his mind": not the Act
        verb = Span(sentence.start + clause.start(), sentence.start + clause.start())
    before = words(text, sentence.start, verb.start)[-_NAMED_BEFORE:]
    if not before:
        return None
    named = names.found(text, before[0].start, verb.start)
    pronoun = next((w for w in reversed(before[-_AUXILIARIES:]) if w.folded in _NOMINATIVES), None)
    if named and pronoun is not None:  # "Vell told the Post she changed her mind": not the Post
        people = {speaker.id: (speaker, place) for speaker, place in named if speaker.kind == "person"}
        if len(people) != 1:
            return _only_person(text, names, pronoun)
        ((speaker, place),) = people.values()
        return Subject(speaker, place, f"“{pronoun.folded}” can only be {speaker.name}")
    if named:
        speaker, place = named[-1]
        if verb.start < behind and place.end < verb.start:
            return None  # "the Front waned as the towns, which knew it, changed their mind": not the Front
        if place.of(text).endswith(("'s", "’s")):
            return None  # "the Front’s weekly softened its tone": not the Front
        return Subject(speaker, place, f"“{place.of(text)}” stands before it")
    standing = next((w for w in reversed(before) if _plain(w) in _ORGANISATIONS | _PERSONS), None)
    if standing is None:
        return None
    if _plain(standing) in _PERSONS:
        return _only_person(text, names, standing)
    return _leading_organisation(text, names, standing)


def _only_person(text: str, names: Names, standing: Word) -> Subject | None:
    found = names.found(text, max(0, standing.start - _BACK_PERSON), standing.start)
    people = [(speaker, place) for speaker, place in found if speaker.kind == "person"]
    if len({speaker.id for speaker, _ in people}) != 1:
        return None
    speaker, place = people[-1]
    return Subject(speaker, place, f"“{_plain(standing)}” can only be {speaker.name}")


def _leading_organisation(text: str, names: Names, standing: Word) -> Subject | None:
    found = names.found(text, max(0, standing.start - _BACK), standing.start)
    groups = [(speaker, place) for speaker, place in found if speaker.kind in {"organisation", "group"}]
    counts = Counter(speaker.id for speaker, _ in groups)
    if not counts:
        return None
    first, often = min(counts.items(), key=lambda item: (-item[1], item[0]))
    if often < _CLEAR * counts.total():
        return None
    speaker, place = next((s, p) for s, p in reversed(groups) if s.id == first)
    return Subject(speaker, place, f"“{_plain(standing)}” is {speaker.name}, which the text before names most")
