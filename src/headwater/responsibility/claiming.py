"""Statements in which a party says of itself that it did a deed: claims of responsibility, admissions, and denials."""

from collections.abc import Iterator, Sequence

from headwater.responsibility.clauses import FAR, NEAR, Said, cue_of, has, is_denied
from headwater.responsibility.frames import happened
from headwater.responsibility.lexicon import CLAIMS, DEED_NOUNS, DEEDS, DENIES, DENYING, TIME_WORDS
from headwater.responsibility.phrases import Word, before, behind

_ADVERBIAL = frozenset({"to", "on", "for", "the", "first", "time", "having", "both", "a"}) | TIME_WORDS
_OWN = frozenset({"it", "they", "he", "she", "its", "their", "his", "our", "we", "i"})
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
    if low.endswith("ing"):
        return has(words, first, min(end, first + NEAR), DEEDS | DEED_NOUNS)
    if low in _OWN:
        verb = next((k for k in range(first + 1, min(len(words), end)) if words[k].low in DEEDS | _OWNING), None)
        return verb is not None and happened(words, first, verb) and not is_denied(words, first, verb)
    return that is None and has(words, first, min(end, first + 4), DEED_NOUNS)


def claim(words: Sequence[Word], at: int) -> Iterator[Said]:
    """ "X claimed responsibility for", "responsibility was claimed by X", "nobody has claimed responsibility"."""
    verb = next((k for k in range(at - 1, max(-1, at - NEAR), -1) if words[k].low in CLAIMS), None)
    if verb is not None:
        actor, group = before(words, verb)
        if actor is not None and not is_denied(words, group, at):
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
