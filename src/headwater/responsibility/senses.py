"""In which sense a word of violence stands: nobody is killed where a bill is, and a rocket may be tried out."""

from collections.abc import Sequence

from headwater.records import Span
from headwater.responsibility.clauses import NEAR, has
from headwater.responsibility.lexicon import (
    DEED_NOUNS,
    DEEDS,
    NEEDS_BEHIND,
    NEEDS_OBJECT,
    NEEDS_SOON,
    VIOLENT,
    WEAPONS,
    listed,
)
from headwater.responsibility.phrases import Word

_VIOLENCE = VIOLENT | DEED_NOUNS | WEAPONS
_OBJECT = 5  # words behind a verb among which its object is named
_TAKES_LIFE = listed("kill kills killed killing executed executing executes hijacked hijacking slain murdered poisoned")
# what is killed, executed or hijacked in words
_ABSTRACT = listed(
    """
    bill bills reform reforms story stories deal deals plan plans legislation effort efforts idea ideas proposal
    proposals program programs programme project projects provision filibuster amendment nomination measure measures
    talks chance chances hopes job jobs industry economy law laws rule rules tax taxes career careers momentum budget
    compromise agreement agreements treaty promise promises policy policies order orders warrant warrants strategy
    search contract contracts directive maneuver pass play plays debate narrative process growth trade vote votes
    candidacy campaign agenda push repeal attempt attempts sanctions it initiative negotiations regulation regulations
    option spirit message time romance
    """
)
_ENDS = frozenset({"by", "who", "in", "at", "on", "for", "during", "after", "before"})
# words that make another thing of a deed's verb: "organized crime", "seized the opportunity"
_OF_DEED_NOUNS = {"organized": listed("crime labor labour"), "organised": listed("crime"), "seized": listed("on upon")}
# what is seized by searching, or in words
_FOUND = listed(
    """
    opportunity chance moment initiative spotlight momentum mantle idea issue arms weapons weapon gun guns rifle
    rifles device devices drugs cocaine heroin documents computers computer cash assets property package packages
    bombs explosives dynamite ammunition mortar phone phones records evidence
    """
)
_TRIALS = listed("test tests tested testing satellite satellites orbit long-range")  # of rockets, which hit nobody
_ROCKETS = frozenset({"rocket", "rockets", "missile", "missiles"})
_FLAGS = listed("flag flags effigy effigies")
_FILMS = frozenset({"video", "videos", "film", "footage", "photo", "photos", "pictures"})
_TRIED = _ROCKETS | frozenset({"hydrogen", "atomic", "nuclear", "balloon", "balloons"})
_ASIDE = frozenset({"to", "into", "after", "following"})  # "ordered an inquiry into the attack"
_AIMS = frozenset({"at", "on", "into", "against", "toward", "towards"})
_SEARCHERS = listed(
    "police agents officers authorities fbi ice officials investigators detectives prosecutors government"
)
_HARM = listed("killed killing dead died wounded injured injuring shot")
_RAIDS = frozenset({"raid", "raids"})


def is_other_sense(words: Sequence[Word], at: int) -> bool:
    """Whether the verb at ``at`` is no act of violence by what stands beside it: "carried", "fired 300 workers"."""
    low, after = words[at].low, words[at + 1].low if at + 1 < len(words) else ""
    if low in NEEDS_BEHIND and after not in NEEDS_BEHIND[low]:
        return True
    if low in NEEDS_SOON and not has(words, at + 1, at + 1 + NEAR, NEEDS_SOON[low]):
        return True
    if after in _OF_DEED_NOUNS.get(low, ()) or is_in_words(words, at):
        return True
    if low in ("shot", "detonated", "blew") and has(words, at + 1, at + NEAR, _TRIED):
        return True
    if low in ("burned", "burnt", "burning") and has(words, at + 1, at + NEAR, _FLAGS):
        return True
    if low == "shot" and has(words, at - 1, at, _FILMS):
        return True
    if low == "set" and after == "off" and not has(words, at + 2, at + 2 + NEAR, DEED_NOUNS):
        return True
    if low in ("seized", "intercepted", "destroyed") and has(words, at + 1, at + NEAR, _FOUND):
        return True
    return low in ("launched", "fired", "carried") and _is_trial(words, at)


def is_in_words(words: Sequence[Word], at: int) -> bool:
    """Whether what is killed or executed at ``at`` is no life: "killed the bill", "the policy executed by"."""
    if words[at].low == "stabbed" and has(words, at + 1, at + _OBJECT + 2, frozenset({"back"})):
        return True  # in the back
    if words[at].low not in _TAKES_LIFE:
        return False
    behind = _until_a_mark(words[at + 1 : at + 1 + _OBJECT])
    ahead = _until_a_mark(words[max(0, at - _OBJECT) : at][::-1])
    return any(word.low in _ABSTRACT for word in behind) or (
        any(word.low == "by" for word in behind) and any(word.low in _ABSTRACT for word in ahead)
    )


def _until_a_mark(words: Sequence[Word]) -> Sequence[Word]:
    end = next((k for k, word in enumerate(words) if not word.low[0].isalnum() or word.low in _ENDS), None)
    return words if end is None else words[: end + 1]


def _is_trial(words: Sequence[Word], at: int) -> bool:
    """Whether a rocket is launched at nobody: for a test, into orbit, or with no aim told."""
    if has(words, at + 1, at + NEAR, _ROCKETS) and has(words, 0, len(words), _TRIALS):
        return True
    rocket = has(words, at + 1, at + NEAR, _ROCKETS) and not has(words, at + 1, len(words), _VIOLENCE - _ROCKETS)
    return words[at].low == "launched" and rocket and not has(words, at + 1, len(words), _AIMS)


def is_search(words: Sequence[Word], actor: Span, at: int) -> bool:
    """Whether a raid is a search by authorities: "police staged raids in Arlen", in which nobody came to harm."""
    searches = words[at].low in ("raided", "seized", "intercepted") or has(words, at + 1, at + NEAR, _RAIDS)
    by = any(word.low in _SEARCHERS for word in words if actor.start <= word.start < actor.end)
    return searches and by and not has(words, 0, len(words), _HARM)


def has_its_object(words: Sequence[Word], at: int) -> bool:
    """Whether a verb that is a deed only with the right object has it: "launched an attack"."""
    if words[at].low not in NEEDS_OBJECT:
        return True
    to = next((k for k in range(at + 1, min(len(words), at + NEAR)) if words[k].low in _ASIDE), at + 1 + NEAR)
    return has(words, at + 1, to, DEED_NOUNS) and not _is_other_crime(words, at)


def _is_other_crime(words: Sequence[Word], at: int) -> bool:
    """Whether the crime behind ``at`` is told to be no violence: "a crime by abandoning the campaign"."""
    crime = next(
        (k for k in range(at + 1, min(len(words) - 2, at + NEAR)) if words[k].low in ("crime", "crimes")), None
    )
    if crime is None or words[crime + 1].low not in ("by", "of"):
        return False
    return words[crime + 2].low.endswith("ing") and words[crime + 2].low not in DEEDS
