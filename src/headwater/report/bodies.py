"""Which speakers stand under one heading: a body, those who speak for it, and the body under a shorter name.

Only where a text shows it. Whoever a text calls the spokesman of a body stands under the body ("Council spokesman
Idris Kalem"). A name that is one word of another ("the ministry") is the one body of that kind that its text names.
Two bodies whose names have the same words ("the interior ministry", "Ministry of the Interior") are one where both
speak through one spokesman, or one is reported with what the other itself published; of like names alone nothing
follows, since every country has an interior ministry. Everything else stays apart.
Known limits: English; a body is known by its name's words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from headwater.records import Attribution, Speaker
from headwater.report.index import Index, Where, where
from headwater.words import words

Names = frozenset[frozenset[str]]
_BODIES = frozenset({"organisation", "publisher", "group", "unnamed"})
_SMALL = frozenset({"the", "a", "an", "of", "for", "and", "in", "on", "its", "their", "chief", "press", "former"})
_FIRST = re.compile(r"\s(?:of|for|on|in)\s")
_BEFORE = re.compile(r"(?P<body>\b[^,]{1,80}?)(?:['’]s?)?\s(?:(?:chief|press|official)\s)?spokes(?:man|woman|person)\b")
_BEHIND = re.compile(r"\bspokes(?:man|woman|person)\s(?:for|of)\s(?:the\s)?(?P<body>[^,]{1,80})")
_SPOKESMAN = re.compile(r"\bspokes(?:man|woman|person)\b")


@dataclass(frozen=True, slots=True)
class Bond:
    """Why ``member`` stands under the heading of ``body``: the words for it, and the place that shows it."""

    member: str
    body: str
    why: str
    place: Where


def bonds(found: Index) -> dict[str, Bond]:
    """Return by speaker the body under whose heading it stands; a body itself has none."""
    said = _said(found)
    known = {key: _names(found.speakers[key]) for key in said if found.speakers[key].kind in _BODIES}
    texts = _Texts(found, known, said)
    speak = {key: list(_spokes(found, texts, said[key])) for key in said if found.speakers[key].kind == "person"}
    result = {bond.member: bond for key in sorted(known) for bond in _by_head(found, texts, key, said[key])}
    result.update(_same_bodies(found, known, said, result, speak))
    for key in sorted(speak):
        if len({_leader(result, bond.body) for bond in speak[key]}) == 1:
            result[key] = speak[key][0]
    return {key: replace(bond, body=_leader(result, bond.body)) for key, bond in sorted(result.items())}


def _leader(result: Mapping[str, Bond], body: str) -> str:
    seen = {body}
    while body in result and result[body].body not in seen:
        body = result[body].body
        seen.add(body)
    return body


def _said(found: Index) -> dict[str, list[Attribution]]:
    """Return what every speaker says, in the order of documents and places."""
    said: defaultdict[str, list[Attribution]] = defaultdict(list)
    for resolution in found.resolutions.values():
        item = found.attributions.get(resolution.attribution)
        speaker = resolution.speaker
        if item is not None and item.source and speaker is not None and speaker in found.speakers:
            said[speaker].append(item)
    for items in said.values():
        items.sort(key=lambda a: (found.order[a.document], a.source[0].start, a.id))
    return dict(said)


def _bag(name: str) -> frozenset[str]:
    return frozenset(w.folded.removesuffix("'s") for w in words(name)) - _SMALL


def _names(speaker: Speaker) -> Names:
    return frozenset(bag for name in (speaker.name, *speaker.names) if (bag := _bag(name)))


def _head(name: str) -> str | None:
    """Return the word that says what a body is: "ministry" of "Ministry of the Interior"."""
    found = words(_FIRST.split(name, maxsplit=1)[0])
    return found[-1].folded if found else None


class _Texts:
    """Which bodies a document names, by the word that says what they are."""

    def __init__(self, found: Index, known: Iterable[str], said: Mapping[str, Sequence[Attribution]]) -> None:
        self._found, self._known = found, frozenset(known)
        self._speaking = {(key, item.document) for key, items in said.items() for item in items}
        self._heads: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
        for speaker in found.speakers.values():
            for name in (speaker.name, *speaker.names) if speaker.kind in _BODIES else ():
                head = _head(name) if len(_bag(name)) > 1 else None
                if head is not None:
                    self._heads[head].add((name, speaker.id))
        self._folded: dict[str, str] = {}

    def _text(self, document: str) -> str:
        if document not in self._folded:
            self._folded[document] = " ".join(self._found.documents[document].text.casefold().split())
        return self._folded[document]

    def named(self, document: str, called: str) -> str | None:
        """Return the one body that ``document`` names and whose name holds the words of ``called``.

        None where no body is named so, where it says nothing in the case, or where bodies of this kind with other names
        are named beside it.
        """
        bag, head = _bag(called), _head(called.strip())
        if head is None or head not in bag:
            return None
        here = [(_bag(name), key) for name, key in self._heads[head] if name.casefold() in self._text(document)]
        if len({found for found, _ in here}) != 1 or not bag <= here[0][0]:
            return None
        speaking = [key for _, key in here if key in self._known]
        return min(speaking, key=lambda key: ((key, document) not in self._speaking, key), default=None)


def _by_head(found: Index, texts: _Texts, key: str, said: Sequence[Attribution]) -> Iterator[Bond]:
    """Yield the body that a name of one word stands for in each of its documents: "the ministry"."""
    speaker = found.speakers[key]
    if any(len(_bag(name)) > 1 for name in (speaker.name, *speaker.names)):
        return
    bodies = {texts.named(item.document, speaker.name) for item in said}
    body = next(iter(bodies))
    if len(bodies) == 1 and body is not None and body != key:
        yield Bond(key, body, "the only one of its kind that the text names", _source(found, said[0]))


def _spokes(found: Index, texts: _Texts, said: Sequence[Attribution]) -> Iterator[Bond]:
    """Yield the bodies for which the texts say that a person speaks, in the order of places."""
    for item in said:
        written = " ".join(_source(found, item).text.split())
        if _SPOKESMAN.search(written) is None:
            continue
        called = _BEHIND.search(written) or _BEFORE.search(written)
        body = texts.named(item.document, called["body"]) if called else None
        if body is not None:
            resolution = found.resolutions[item.id]
            yield Bond(resolution.speaker or "", body, f"called “{written}”", _source(found, item))


def _source(found: Index, item: Attribution) -> Where:
    return where(found, item.document, item.source[0].start, item.source[-1].end)


def _same_bodies(
    found: Index,
    known: Mapping[str, Names],
    said: Mapping[str, Sequence[Attribution]],
    short: Mapping[str, Bond],
    speak: Mapping[str, Sequence[Bond]],
) -> dict[str, Bond]:
    """Return the bodies that stand under another of the same words, each with what joins the two."""
    alike: defaultdict[frozenset[str], list[str]] = defaultdict(list)
    for key, names in known.items():
        for bag in names:
            if len(bag) > 1:
                alike[bag].append(key)
    mouths: defaultdict[str, dict[str, Bond]] = defaultdict(dict)  # by body, its spokesmen
    for person, spoken in speak.items():
        for bond in spoken:
            mouths[_leader(short, bond.body)].setdefault(person, bond)
    result: dict[str, Bond] = {}
    for keys in alike.values():
        ranked = sorted(keys, key=lambda k: (found.speakers[k].name.islower(), -len(said[k]), k))
        for at, key in enumerate(ranked):
            shown = (_joined(found, other, key, said, short, mouths) for other in ranked[:at] if key not in result)
            joined = next((bond for bond in shown if bond is not None), None)
            if joined is not None:
                result[key] = joined
    return result


def _joined(
    found: Index,
    body: str,
    other: str,
    said: Mapping[str, Sequence[Attribution]],
    short: Mapping[str, Bond],
    mouths: Mapping[str, Mapping[str, Bond]],
) -> Bond | None:
    """Return what shows two bodies of like names to be one: a spokesman of both, or a report of its own statement."""
    for person in sorted(mouths.get(body, {}).keys() & mouths.get(other, {}).keys()):
        name = found.speakers[person].name
        return Bond(other, body, f"{name} speaks for both", mouths[other][person].place)
    given = {key: [a for k in said if _leader(short, k) == key for a in said[k]] for key in (body, other)}
    for mine, theirs in ((body, other), (other, body)):
        own = {c.id for a in given[mine] if _is_own(found, mine, a) for c in found.claims_of.get(a.id, ())}
        if any(own & {c.id for c in found.claims_of.get(item.id, ())} for item in given[theirs]):
            why = "its own statement is reported under this name"
            return Bond(other, body, why, _source(found, said[other][0]))
    return None


def _is_own(found: Index, body: str, item: Attribution) -> bool:
    """Whether a statement stands in a document that the body itself published."""
    publisher = found.documents[item.document].publisher
    return publisher is not None and _bag(publisher) in _names(found.speakers[body])
