"""Statements that somebody did a deed, sentence by sentence: who is named, by which words, with how much reserve.

Patterns over words in the manner of cascaded finite-state extraction (Appelt and others 1993): claims of
responsibility, accusations, deeds with "by" somebody, deeds with a subject. What the words say is kept as it is said;
who said it is for the attributions (``headwater.responsibility``).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.records import DeedStanding, Span
from headwater.responsibility.lexicon import (
    ACCUSES,
    ADMITS,
    ADVERBS_OF_SUSPICION,
    ALLEGED,
    ATTRIBUTES,
    BLAMES,
    CLAIMED_THINGS,
    CLAIMS,
    DEED_NOUNS,
    DEEDS,
    DENIES,
    DOUBT,
    HOLDS,
    NEEDS_BEHIND,
    NEEDS_OBJECT,
    SUSPECTS,
)
from headwater.responsibility.phrases import Word, before, behind

NEAR = 6  # words between a verb and what completes it
FAR = 14  # words between a deed and its "by"
_BE = frozenset({"was", "were", "been", "being", "is", "are", "be"})
_BREAKS = frozenset({";", ".", "!", "?", "but", "while", "who", "which"})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it stands: the actor, the words that say it, and by whom where the same clause names one."""

    actor: Span
    cue: Span
    standing: DeedStanding
    holder: Span | None = None


def statements(words: Sequence[Word]) -> Iterator[Said]:
    """Yield the statements of one sentence in the order of their cues."""
    for at, word in enumerate(words):
        low = word.low
        if low in CLAIMED_THINGS:
            yield from _claim(words, at)
        elif low in ADMITS and _has(words, at + 1, at + 1 + NEAR, DEEDS | DEED_NOUNS | {"responsible"}):
            actor, _ = before(words, at)
            if actor is not None:
                yield Said(actor, _cue(words, at, at + 1), "claimed")
        elif low in BLAMES:
            yield from _blame(words, at)
        elif low in ACCUSES:
            yield from _accusation(words, at)
        elif low in ATTRIBUTES:
            yield from _attribution(words, at)
        elif low == "responsible":
            yield from _responsible(words, at)
        if low in DEEDS:
            yield from _deed(words, at)
        elif low in DEED_NOUNS and at + 1 < len(words) and words[at + 1].low == "by":
            yield from _agent(words, at, at + 1)


def _has(words: Sequence[Word], first: int, last: int, wanted: frozenset[str]) -> bool:
    return any(word.low in wanted for word in words[max(first, 0) : last])


def _cue(words: Sequence[Word], first: int, last: int) -> Span:
    return Span(words[first].start, words[last - 1].end)


def _denied(words: Sequence[Word], first: int, last: int) -> bool:
    return _has(words, first, last, DENIES)


def _claim(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X claimed responsibility for", "responsibility was claimed by X", "nobody has claimed responsibility"."""
    verb = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in CLAIMS), None)
    if verb is not None:
        actor, group = before(words, verb)
        if actor is not None and not _denied(words, group, at):
            yield Said(actor, _cue(words, verb, at + 1), "claimed")
        return
    if _has(words, at - 3, at, DENIES):
        actor, _ = before(words, next(k for k in range(max(0, at - 3), at) if words[k].low in DENIES))
        if actor is not None:
            yield Said(actor, _cue(words, at, at + 1), "denied")
        return
    verb = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in CLAIMS), None)
    if verb is not None:
        by = next((k for k in range(verb + 1, min(len(words), verb + NEAR)) if words[k].low == "by"), None)
        actor = behind(words, by + 1) if by is not None else None
        if actor is not None and not _denied(words, at, verb):
            yield Said(actor, _cue(words, at, verb + 1), "claimed")


def _blame(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A blamed X for", "the attack was blamed on X", "put the blame on X"."""
    on = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in ("on", "for")), None)
    holder, group = before(words, at)
    passive = _has(words, group, at, _BE)
    if on is not None and words[on].low == "on":
        actor = behind(words, on + 1)
    elif passive:
        actor, holder = holder, None
    else:
        actor = behind(words, at + 1)
    if actor is not None and not _denied(words, group, at):
        yield Said(actor, _cue(words, at, at + 1), "accused", None if passive else holder)


def _accusation(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A accused X of", "X was accused of", "X is charged with"."""
    if not _has(words, at + 1, at + FAR, frozenset({"of", "with", "for", "as"})) or not _has(
        words, at + 1, at + 2 * FAR, DEEDS | DEED_NOUNS
    ):
        return
    subject, group = before(words, at)
    if words[at + 1].low in ("of", "with", "by") if at + 1 < len(words) else False:
        actor, holder = subject, None
        by = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k].low == "by"), None)
        if by is not None:
            holder = behind(words, by + 1)
    else:
        actor, holder = behind(words, at + 1), subject
    if actor is not None and not _denied(words, group, at):
        yield Said(actor, _cue(words, at, at + 1), "accused", holder)


def _attribution(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "A attributed the attack to X", "the attack is attributed to X by A"."""
    to = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "to"), None)
    actor = behind(words, to + 1) if to is not None else None
    if actor is None:
        return
    subject, group = before(words, at)
    passive = _has(words, group, at, _BE)
    holder = None if passive else subject
    if passive:
        by = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low == "by"), None)
        holder = behind(words, by + 1) if by is not None else None
    if not _denied(words, group, at):
        yield Said(actor, _cue(words, at, at + 1), "accused", holder)


def _responsible(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X is responsible for", "A holds X responsible for", "those responsible are X"."""
    verb = next((k for k in range(at - 1, max(-1, at - FAR), -1) if words[k].low in HOLDS), None)
    if verb is not None:
        actor = behind(words, verb + 1)
        if actor is not None and actor.end > words[at - 1].end:
            actor = Span(actor.start, words[at - 1].end)
        holder, group = before(words, verb)
        if actor is not None and verb + 1 < at:
            yield Said(actor, _cue(words, verb, at + 1), "denied" if _denied(words, group, verb) else "accused", holder)
        return
    link = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in _BE), None)
    if link is None:
        return
    actor, group = before(words, link)
    if actor is None:
        return
    if _denied(words, group, at):
        yield Said(actor, _cue(words, link, at + 1), "denied")
    else:
        yield Said(actor, _cue(words, link, at + 1), _reserve(words, group, at) or "asserted")


def _deed(words: Sequence[Word], at: int) -> Iterator[Said]:
    low = words[at].low
    after = words[at + 1].low if at + 1 < len(words) else ""
    if low in NEEDS_BEHIND and after not in NEEDS_BEHIND[low]:
        return
    by = next(
        (
            k
            for k in range(at + 1, min(len(words), at + FAR))
            if words[k].low == "by" or words[k].low in _BREAKS or words[k].low in DEEDS
        ),
        None,
    )
    if by is not None and words[by].low == "by":
        found = list(_agent(words, at, by))
        if found:
            yield from found
            return
    yield from _subject(words, at)


def _agent(words: Sequence[Word], at: int, by: int) -> Iterator[Said]:
    """ "was killed on 5 May, apparently by X", "an attack by X"."""
    actor = behind(words, by + 1)
    if actor is None:
        return
    _, group = before(words, at)
    if _denied(words, group, by):
        yield Said(actor, _cue(words, at, at + 1), "denied")
        return
    yield Said(actor, _cue(words, at, at + 1), _reserve(words, group, by + 4) or "asserted")


def _subject(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X killed", "X has carried out an attack"; "the man killed in the attack" has no subject."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low.endswith("ing") or (low in DEED_NOUNS and low not in ("attack",)):
        return
    actor, group = before(words, at)
    if actor is None or _has(words, group, at, _BE) or after in ("by", "in", "during", "when", ",", ".", "and", ""):
        return
    if low in NEEDS_OBJECT and not _has(words, at + 1, at + 1 + NEAR, DEED_NOUNS):
        return
    if _denied(words, group, at):
        yield Said(actor, _cue(words, at, at + 1), "denied")
        return
    own = [k for k in range(len(words)) if actor.start <= words[k].start < actor.end]
    yield Said(actor, _cue(words, at, at + 1), _reserve(words, own[0] if own else group, at) or "asserted")


def _reserve(words: Sequence[Word], first: int, last: int) -> DeedStanding | None:
    """What the words between ``first`` and ``last`` keep back: "possibly", "allegedly", "alleged members of"."""
    inside = {word.low for word in words[first:last]}
    if inside & DOUBT:
        return "possible"
    if inside & (ADVERBS_OF_SUSPICION | ALLEGED | SUSPECTS):
        return "accused"
    return None
