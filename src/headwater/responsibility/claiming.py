"""Statements in which a party says of itself that it did a deed: claims of responsibility, admissions, and denials."""

from collections.abc import Iterator, Sequence

from headwater.responsibility.clauses import FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.frames import happened
from headwater.responsibility.lexicon import CLAIMS, DEED_NOUNS, DEEDS, DENIES, DENYING, TIME_WORDS, listed
from headwater.responsibility.phrases import Word, before, behind

_ADVERBIAL = frozenset({"to", "on", "for", "the", "first", "time", "having", "both", "a"}) | TIME_WORDS
_OWN = frozenset({"it", "they", "he", "she", "its", "their", "his", "our", "we", "i"})
_NOT_OF_IT = frozenset({"after", "with", "who", "whose", "during", "following"})
_TAKEN = listed("took taken takes accepted accepts assumed assumes")
_OF_OFFICE = listed("death deaths violence")
_TELLS_OF_IT = frozenset({"was", "were", "is", "had", "has", "would", "bore"})  # "acknowledged the attack was"
_OWNING = frozenset({"responsible", "behind"})
_CLAUSE_ENDS = frozenset({",", ";", "but", "and", "that", "who", "which", "whether", "where", "when", "how"})


def admits_a_deed(words: Sequence[Word], at: int) -> bool:
    """Whether what is admitted is a deed of one's own: "killing him", "to the murder", "that it had shelled"."""
    that = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k].low == "that"), None)
    if that is not None and words[at + 1].low.endswith("ing"):
        that = None  # "admitted firing at the plane that crashed"
    first = at + 1 if that is None else that + 1
    while first < len(words) and (words[first].low in _ADVERBIAL or words[first].low.endswith("ly")):
        first += 1
    if first == len(words):
        return False
    end = next((k for k in range(first, min(len(words), first + FAR)) if words[k].low in _CLAUSE_ENDS), first + FAR)
    low = words[first].low
    if low.endswith("ing") and words[first - 1].low not in ("the", "a"):
        return has(words, first, min(end, first + NEAR), DEEDS | DEED_NOUNS)
    if low in _OWN:
        verb = next((k for k in range(first + 1, min(len(words), end)) if words[k].low in DEEDS | _OWNING), None)
        return verb is not None and happened(words, first, verb) and not is_denied(words, first, verb)
    noun = next((k for k in range(first, min(end, first + 4, len(words))) if words[k].low in DEED_NOUNS), None)
    return that is None and noun is not None and not has(words, noun + 1, noun + 2, _TELLS_OF_IT)


def claim(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X claimed responsibility for", "responsibility was claimed by X", "nobody has claimed responsibility"."""
    verb = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in CLAIMS), None)
    if _is_for_a_task(words, at):
        return
    if verb is not None:
        actor, group = before(words, verb)
        if actor is not None and not is_denied(words, group, at) and happened(words, group, verb):
            yield Said(actor, cue_of(words, verb, at + 1), "claimed")
        return
    if has(words, at - 3, at, DENIES):
        verb = next(k for k in range(max(0, at - 3), at) if words[k].low in DENIES)
        actor, _ = before(words, verb)
        if actor is not None:
            own = words[verb].low in DENYING  # "no responsibility" is said by the text
            yield Said(actor, cue_of(words, at, at + 1), "denied", actor if own else None)
        return
    verb = next((k for k in range(at + 1, min(len(words), at + FAR)) if words[k].low in CLAIMS), None)
    if verb is not None:
        by = next((k for k in range(verb + 1, min(len(words), verb + NEAR)) if words[k].low == "by"), None)
        actor = behind(words, by + 1) if by is not None else None
        if actor is not None and not is_denied(words, at, verb):
            yield Said(actor, cue_of(words, at, verb + 1), "claimed")


def _is_for_a_task(words: Sequence[Word], at: int) -> bool:
    """Whether it is a task that one takes responsibility for: "for helping children"."""
    if [word.low for word in words[at + 1 : at + 2]] != ["for"] or at + 2 >= len(words):
        return False
    low = words[at + 2].low
    if has(words, at - NEAR, at, _TAKEN) and has(words, at + 2, at + NEAR, _OF_OFFICE):
        return True  # a minister takes responsibility for the deaths, and did not cause them
    end = next((k for k in range(at + 3, min(len(words), at + FAR)) if words[k].low in _NOT_OF_IT), at + FAR)
    return low.endswith("ing") and low not in DEEDS | DEED_NOUNS and not has(words, at + 3, end, DEED_NOUNS)
