"""What stands around a statement and keeps it back: doubt, suspicion, denial, plans, and what never happened."""

from collections.abc import Sequence

from headwater.records import DeedStanding
from headwater.responsibility.clauses import BE, has
from headwater.responsibility.lexicon import ADVERBS_OF_SUSPICION, ALLEGED, DOUBT, SUSPECTS, listed
from headwater.responsibility.phrases import Word, is_month

FRAME = 10  # words before a clause in which its frame stands: "has not ruled out the possibility that"
CLOSE = 7  # words before an actor in which what takes the clause back stands: "no proof yet that"
FAR_FRAME = 16  # words before it in which a noun of accusing stands: "allegations – …, some say – that"
MODAL = 8  # words before "that" in which the verb that rules the clause stands: "the court will hear that"
_OPEN_IF = frozenset({"unclear", "know", "known", "determine", "clear", "sure", "certain", "ask", "asked", "examining"})
_PROOF = frozenset(
    {"proof", "evidence", "indication", "indications", "sign", "signs", "confirmation", "basis", "claims", "claim"}
    | {"reason", "determination", "conclusion", "finding"}
)
_NO = frozenset({"no", "not", "without", "little", "nor", "never", "lack", "any", "neither"})
_NOT_SAID = frozenset({"believe", "believes", "think", "thinks", "mean", "means", "say", "says", "said", "prove"}) | {
    "conclude",
    "determine",
    "suggest",
}
_CLAIMS = frozenset({"statements", "suggestions", "insisting"})
_WHAT_IS_DENIED = listed("that any strongly the a claims claim allegations accusations reports suggestions charges")
_CONTENTIONS = frozenset({"contention", "contentions", "claim", "claims", "assertion", "assertions"})
_REJECTS = frozenset({"rejected", "rejects", "denied", "denies", "dismissed", "dismisses"})
_ACCUSATIONS = frozenset({"accusations", "accusation", "allegations", "allegation"})
_BELIEFS = frozenset({"believe", "believes", "believed", "suspect", "suspects", "suspected"})
_SURE = frozenset({"definitive", "certain", "clear", "proven", "established", "sure", "confirmed", "known", "obvious"})
_TOLD_OF = frozenset({"the", "a", "his", "her", "their", "its", "these", "those", "any", "new", "that", "of"})
_HAVE = frozenset({"had", "have", "has", "need", "needs", "trying", "tried", "try", "failed"})
_TO_SHOW = frozenset({"prove", "convince", "demonstrate", "establish"})  # "they had to convince the jury that"
_THEORY = frozenset(
    {
        "theory",
        "idea",
        "notion",
        "narrative",
        "myth",
        "fiction",
        "conspiracy",
        "convinced",
        "persuaded",
        "speculate",
        "imagine",
        "scenario",
        "scenarios",
    }
)
_MODALS = frozenset({"would", "will", "should", "can", "could", "must", "may", "might", "cannot", "shall"})
_PAST_MODALS = frozenset({"may", "might", "could"})
_NEARLY = frozenset({"nearly", "almost", "barely"})
_HABITS = frozenset({"normally", "usually", "often", "routinely", "regularly", "typically"})
_FUTURE = listed(
    """
    any future potential imminent threatened prevent preventing avoid avoiding stop stopping fear fears fearing threat
    threats risk risks against case more further planned plotted foiled thwarted hypothetical encourage encourages
    encouraged encouraging incite incites inspire inspires condone alert
    """
)


def framed(words: Sequence[Word], at: int) -> DeedStanding | None:
    """What the clause around it keeps back: "not ruled out that", "the possibility that", "whether", "denied that"."""
    if has(words, at - FRAME, at, frozenset({"that"})) and has(words, at - FAR_FRAME, at, _ACCUSATIONS | _CONTENTIONS):
        if has(words, at - FAR_FRAME, at, _REJECTS):
            return "denied"
        if has(words, at - FAR_FRAME, at, _ACCUSATIONS):
            return "accused"
    lows = [word.low for word in words[max(0, at - FRAME) : at]]
    for k in range(len(lows) - 1, -1, -1):
        if lows[k] in (";", ".", "?"):
            return None
        if lows[k] in ("possibility", "whether", "if", "hypothesis", "rumors", "rumours"):
            return "possible"
        if lows[k] in ("rule", "ruled", "dismiss", "dismissed") and {"not", "out"} & set(lows[max(0, k - 4) : k + 2]):
            return "possible"
        if lows[k] in ("suspicions", "suspicion", "accusations", "accusation", "allegations", "belief"):
            return "accused"
        if lows[k] in _BELIEFS and set(lows[k + 1 :]) <= {"that"}:
            return "accused"
        if lows[k] in ("denied", "denies", "deny", "denying") and set(lows[k + 1 :]) <= _WHAT_IS_DENIED:
            return "denied"
    return None


def is_taken_back(words: Sequence[Word], at: int) -> bool:
    """Whether the words before an actor at ``at`` leave the clause unsaid: "if", "no proof that", "the theory that"."""
    if _is_yet_to_be_said(words, at):
        return True
    if _is_conditional(words, at) or _is_first_time(words, at):
        return True
    lows = [word.low for word in words[max(0, at - CLOSE) : at]]
    for k in range(len(lows) - 1, -1, -1):
        low, before = lows[k], set(lows[max(0, k - 4) : k])
        if low in (";", ".", "whether"):
            return False
        if low == "if" and not before & _OPEN_IF and not (low == "if" and _says_not(lows[:k])):
            return True
        if low in _PROOF and (before & _NO or _says_not(lows[:k])):
            return True
        if low in _NOT_SAID and (_says_not(lows[:k]) or before & {"not", "never"}):
            return True
        if low in _TO_SHOW and k > 1 and lows[k - 1] == "to" and lows[k - 2] in _HAVE:
            return True
        if low in _SURE and (before & {"not", "never"} or _says_not(lows[:k])):
            return True
        told = lows[k - 1] in _TOLD_OF or lows[k - 1].endswith(("ed", "'s")) if k else False
        if low in ("claim", "claims") and told and lows[k + 1 :] == ["that"]:
            return True
        if low in _THEORY or (low in _CLAIMS and lows[k + 1 : k + 2] != ["for"]):
            return True
    return False


def _is_conditional(words: Sequence[Word], at: int) -> bool:
    """Whether the clause stands behind "if" with nothing to end the condition: "if an inquiry shows that the clerk"."""
    for k in range(at - 1, max(-1, at - FRAME), -1):
        if words[k].low in (",", ";", ".", "whether", "that") or words[k].low in _OPEN_IF:
            return False
        if words[k].low == "if":
            return not any(word.low in _OPEN_IF for word in words[max(0, k - 4) : k]) and words[k - 1].low != "as"
    return False


def _is_first_time(words: Sequence[Word], at: int) -> bool:
    """Whether it is what would be new: "it would be the first time a Front fighter has attacked"."""
    first = [word.low for word in words[max(0, at - 3) : at]] == ["the", "first", "time"]
    return first and any(word.low in _MODALS for word in words[max(0, at - FRAME) : at])


def _is_yet_to_be_said(words: Sequence[Word], at: int) -> bool:
    """Whether the clause is what somebody may come to say: "the court will hear that", "if the inquiry finds that"."""
    that = next((k for k in range(at - 1, max(0, at - FRAME), -1) if words[k].low in ("that", ",", ";", ".")), 0)
    if that < 1 or words[that].low != "that":
        return False
    ruling = words[max(0, that - MODAL) : that]
    clause = max((k for k, word in enumerate(ruling) if word.low in (";", ":", ".", "that")), default=-1)
    ruling = ruling[clause + 1 :]
    if ruling and ruling[-1].low == "possibility":
        return False  # "we must look into the possibility that"
    own = {k + 1 for k, word in enumerate(ruling) if word.low in ("i", "we")}  # "I will remind you that"
    return any((word.low in _MODALS or word.low == "if") and k not in own for k, word in enumerate(ruling))


def _says_not(lows: Sequence[str]) -> bool:
    return any(low.endswith("n't") for low in lows[-3:])


def happened(words: Sequence[Word], group: int, at: int) -> bool:
    """Whether the verb at ``at`` with its group tells of what was, or may have been, done: no "would", "nearly"."""
    inside = {words[k].low for k in range(group, at) if not is_month(words, k)}
    if group and words[group - 1].low in ("from", "without"):
        return False  # "kept the mission from being hijacked"
    if inside & (_NEARLY | _HABITS) or (at and words[at - 1].low == "to") or has(words, at - 2, at, frozenset({"to"})):
        return False
    modals = inside & _MODALS
    return not modals or (modals <= _PAST_MODALS and (words[at].low in BE or "have" in inside or "be" in inside))


def is_reckoned(words: Sequence[Word], at: int) -> bool:
    """Whether the deed told at ``at`` is one of a reckoning or a fear: "the probability of being shot by"."""
    if has(words, 0, at, frozenset({"probability", "likelihood", "odds", "predicting"})):
        return True
    return has(words, at - 4, at - 1, frozenset({"would", "will", "could", "should"})) and has(
        words, at - 3, at, frozenset({"be"})
    )


def is_feared(words: Sequence[Word], at: int) -> bool:
    """Whether the deed named at ``at`` is one that may come: "any attack by", "to prevent attacks by"."""
    possible = has(words, at - 5, at, frozenset({"possibility"})) and has(words, at - 2, at, frozenset({"new"}))
    return possible or has(words, at - 3, at, _FUTURE)


def reserve(words: Sequence[Word], first: int, last: int) -> DeedStanding | None:
    """What the words between ``first`` and ``last`` keep back: "possibly", "allegedly", "alleged members of"."""
    inside = {words[k].low for k in range(first, min(last, len(words))) if not is_month(words, k)} - {
        "suspect",
        "suspects",
    }  # nouns: "the suspects threw bombs"
    if inside & DOUBT:
        return "possible"
    if inside & (ADVERBS_OF_SUSPICION | ALLEGED | SUSPECTS):
        return "accused"
    return None
