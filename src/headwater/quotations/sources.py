"""Whether the one to whom a quotation is attributed is the other document itself, or somebody that it speaks about."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import Literal, Protocol

from headwater.publishers import is_body
from headwater.records import Analysis, Attribution, Document, Resolution, Speaker
from headwater.words import fold, words

Who = Literal["itself", "third", "unclear"]
_WRITINGS = """report review study paper analysis article story statement release dispatch account survey document
research findings newspaper site website agency outlet magazine publication piece authors"""
_WRITING = frozenset(_WRITINGS.split())
_EMPTY = """the a an of in on at to by with for and its his her their mr mrs ms dr"""
_EMPTY_WORDS = frozenset(_EMPTY.split())


TITLE = 200  # code points of a first line in which a text may say whose speech it is
TELLING = 5  # letters of a word of a body's name by which it is known
BESIDE = 100  # code points beside a name in which it is said for whom its bearer speaks
BEFORE = 300  # code points in which the body is named of which a "spokesman" is
_MOUTH = re.compile(
    r"\b(?:spokes(?:man|woman|person)|minister|secretary|director|head|chief|president|chair(?:man|woman|person)?"
    r"|commissioner|official|officer|representative)\b",
    re.IGNORECASE,
)
_SPOKEN = re.compile(
    r"\b(?:speech|address|remarks|statement|transcript|lecture|testimony|keynote|message|letter|sermon|interview)"
    r"[^.,;:!?\n]{0,60}?\s(?:of|by|from|with)\s(?P<who>[^.,;:!?\n]{1,100})",
    re.IGNORECASE,
)
_WHERE = re.compile(r"\s(?:to|on|at|in|before|about|against|regarding)\s", re.IGNORECASE)
_ARTICLE = re.compile(r"\W*(?:(?:the|a|an|its)\W)?\W*", re.IGNORECASE)
_REST = re.compile(r",|\s(?:who|which|that|of|by|from|in|on|for|behind)\s", re.IGNORECASE)  # behind it no head stands
_STOP = re.compile(r"[.!?\n]\s")
_CAPITALS = re.compile(r"[A-Z][\w-]+(?: [A-Z][\w-]+)*")
_POINTING = (
    """another one it he she they this that these those such who which we you i some others many both mr mrs ms"""
)
_POINTERS = frozenset(_POINTING.split())


class Resolved(Protocol):
    """What the resolving stage gives: the speakers and which of them each attribution's source is."""

    @property
    def speakers(self) -> Sequence[Speaker]: ...
    @property
    def resolutions(self) -> Sequence[Resolution]: ...


def source_of(attribution: Attribution, text: str) -> str:
    """Return the words of the source, as the document gives them."""
    return " ".join(s.of(text) for s in attribution.source)


def who_is(source: str, speakers: Sequence[Speaker], other: Analysis, *, reported: bool) -> Who:
    """Return whether ``source`` (its words, and the speaker it was resolved to with the speaker's issuer) is ``other``.

    A document that does not tell its publisher is taken to be the source where it never names the source: documents
    rarely name their own publisher, and a document about somebody names them. Not so where the words are ``reported``
    there too, as somebody's: then it speaks about the source as this one does, by whatever name.
    """
    names = [source, *(name for s in speakers for name in (s.name, *s.names))]
    document = other.document
    known = [n for n in (document.publisher, document.author) if n]
    if any(is_same_name(name, own) for name in names for own in known):
        return "itself"
    if document.title and any(_holds_title(name, document.title) for name in names):
        return "itself"
    given = _givers(document.title or document.text[:TITLE].split("\n", 1)[0])
    people = [s for s in speakers if s.kind == "person"]
    if any(_ends_with(who, s.name.split()) for s in people for who in given):
        return "itself"
    if given and not people:
        post = {w.folded for name in names for w in words(name)} - _EMPTY_WORDS - _POINTERS
        if any(post & set(map(fold, who)) for who in given):
            return "itself"  # "the minister"
        if not post:
            return "unclear"  # "she"
    if not people and _is_writing(source):
        return "itself" if not document.publisher or _may_be_its(source, document) else "third"
    if document.publisher:
        return "third"
    called = [run for name in names for run in _CAPITALS.findall(name) if fold(run) not in _POINTERS]
    if not called:
        return "third"
    issued = any(s.kind in ("organisation", "publisher", "document") for s in speakers)
    if any(_is_named(run, document.text) for run in called):
        return "unclear" if issued and not reported else "third"  # a report may call its own issuer "the Institute"
    return "itself" if issued and not reported else "unclear"


def _givers(title: str) -> list[list[str]]:
    """Return the words for whose speech or letter a text is, where its title says so.

    "Address of the Minister of Energy Halvard Tessin to the Assembly" says so; "Tessin's address angers mayors" not.
    """
    return [_WHERE.split(told["who"])[0].split() for told in _SPOKEN.finditer(title)]


def _is_writing(source: str) -> bool:
    """Return whether a source is a piece of writing; its author, or one who "was not involved in the study", is none.

    >>> _is_writing("the Senna survey"), _is_writing("a survey of nine towns"), _is_writing("an author of the survey")
    (True, True, False)
    >>> _is_writing("a doctor at the clinic who was not involved in the study")
    False
    """
    head = _REST.split(source, maxsplit=1)[0]
    telling = [w.folded for w in words(head) if w.folded not in _EMPTY_WORDS]
    return bool(telling) and telling[-1] in _WRITING


def _may_be_its(source: str, document: Document) -> bool:
    """Return whether a writing may be a document whose publisher is known: "the report" of a body, or where nothing
    says that the text is an article; not "the CBO report" in a newspaper."""
    called = {fold(run) for run in _CAPITALS.findall(source)} - _POINTERS - _EMPTY_WORDS
    return not called and (document.title is None or is_body(document.publisher or ""))


def _ends_with(said: Sequence[str], name: Sequence[str]) -> bool:
    """Return whether words end with a name or its last part; the family "of Piet Haan" is not he."""
    length = next((n for n in (len(name), 1) if n and said[-n:] == name[-n:]), 0)
    return length > 0 and said[-length - 1 : -length] != ["of"]


def speaks_for(source: str, speakers: Sequence[Speaker], publisher: str | None, text: str) -> bool:
    """Return whether ``text`` calls a source somebody who speaks for ``publisher``: what he says may be its own words.

    "Ministry spokesman Ana Ruiz", "Ana Ruiz, head of the ministry"; "Spokesman Ana Ruiz", where the sentences before
    speak of the ministry; "a ministry spokesman", "the minister" without a name.
    """
    telling = {w for w in _telling(publisher or "") if len(w) >= TELLING}
    if not telling:
        return False
    for name in (source, *(s.name for s in speakers)):
        called = _MOUTH.search(name)
        if called and (telling & set(_telling(name)) or _is_any_minister(called, name, telling)):
            return True
    for last in {s.name.split()[-1] for s in speakers if s.kind == "person"}:
        at = text.find(last)
        while at >= 0:
            if _stands_for(text, at, at + len(last), telling):
                return True
            at = text.find(last, at + 1)
    return False


def _stands_for(text: str, start: int, end: int, telling: set[str]) -> bool:
    """Return whether the words around a name say that its bearer speaks for a body."""
    before, behind = _STOP.split(text[max(0, start - BESIDE) : start])[-1], _STOP.split(text[end : end + BESIDE])[0]
    spoken = _MOUTH.search(before)
    if spoken is None and (not behind.startswith(",") or _MOUTH.search(behind) is None):
        return False
    beside = before if spoken is not None else behind
    if telling & set(_telling(beside)):
        return True
    bare = spoken is not None and _ARTICLE.fullmatch(before[: spoken.start()]) is not None
    if spoken is not None and _is_any_minister(spoken, before, telling):
        return True
    return bare and bool(telling & set(_telling(text[max(0, start - BEFORE) : start])))


def _is_any_minister(spoken: re.Match[str], text: str, telling: Collection[str]) -> bool:
    """Return whether a "minister" is meant, of which ministry the words do not say, and a ministry has written."""
    bare = _ARTICLE.fullmatch(text[: spoken.start()]) is not None
    return bare and spoken[0].casefold() == "minister" and "ministry" in telling


def _is_named(name: str, text: str) -> bool:
    """Say whether the text holds the name, or the last word of a name of one or two words."""
    parts = name.split()
    wanted = [name] if len(parts) > 2 else [name, parts[-1]]
    return any(re.search(rf"(?<!\w){re.escape(part)}(?!\w)", text) for part in wanted)


def is_same_name(one: str, other: str) -> bool:
    """Say whether two names mean the same body: equal, one inside the other, or one the initials of the other.

    >>> is_same_name("the Ministry", "Ministry of Transport"), is_same_name("KMM", "Karsat Media Monitor")
    (True, True)
    """
    ours, theirs = _telling(one), _telling(other)
    if not ours or not theirs:
        return False
    if ours == theirs or (set(ours) <= set(theirs) and len("".join(ours)) > 5):
        return True
    if set(theirs) <= set(ours) and len(theirs) > 1:
        return True
    return _initials(one) == "".join(theirs) or _initials(other) == "".join(ours)


def _holds_title(name: str, title: str) -> bool:
    telling = _telling(title)
    return len(telling) > 1 and " ".join(telling) in " ".join(_telling(name))


@lru_cache(maxsize=1 << 14)
def _telling(name: str) -> tuple[str, ...]:
    return tuple(w.folded.removesuffix("'s") for w in words(name) if w.folded not in _EMPTY_WORDS)


def _initials(name: str) -> str:
    letters = [w[0].lower() for w in re.findall(r"[A-Za-z]+", name) if w[0].isupper() and fold(w) not in _EMPTY_WORDS]
    return "".join(letters) if len(letters) >= 3 else ""
