"""What stands around a statement and keeps it back: doubt, suspicion, denial, plans, and what never happened."""

from collections.abc import Sequence

from headwater.records import DeedStanding
from headwater.responsibility.clauses import BE, has
from headwater.responsibility.lexicon import ADVERBS_OF_SUSPICION, ALLEGED, DOUBT, SUSPECTS, listed
from headwater.responsibility.phrases import Word

FRAME = 10  # words before a clause in which its frame stands: "has not ruled out the possibility that"
CLOSE = 7  # words before an actor in which what takes the clause back stands: "no proof yet that"
_OPEN_IF = frozenset({"unclear", "know", "known", "determine", "clear", "sure", "certain", "ask", "asked", "examining"})
_PROOF = frozenset(
    {"proof", "evidence", "indication", "indications", "sign", "signs", "confirmation", "basis", "claims", "claim"}
)
_NO = frozenset({"no", "not", "without", "little", "nor", "never", "lack", "any", "neither"})
_NOT_SAID = frozenset({"believe", "believes", "think", "thinks", "mean", "means", "say", "says", "said", "prove"})
_CLAIMS = frozenset({"statements", "suggestions", "insisting"})
_BELIEFS = frozenset({"believe", "believes", "believed", "suspect", "suspects", "suspected"})
_SURE = frozenset({"definitive", "certain", "clear", "proven", "established", "sure", "confirmed", "known", "obvious"})
_TOLD_OF = frozenset({"the", "a", "his", "her", "their", "its", "these", "those", "any", "new", "that", "of"})
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
    }
)
_MODALS = frozenset({"would", "will", "should", "can", "could", "must", "may", "might", "cannot", "shall"})
_PAST_MODALS = frozenset({"may", "might", "could"})
_NEARLY = frozenset({"nearly", "almost", "barely"})
_HABITS = frozenset({"normally", "usually", "often", "routinely", "regularly", "typically"})
_FUTURE = listed(
    """
    any future potential imminent threatened prevent preventing avoid avoiding stop stopping fear fears fearing threat
    threats risk risks against case more further planned plotted foiled thwarted hypothetical
    """
)


def framed(words: Sequence[Word], at: int) -> DeedStanding | None:
    """What the clause around it keeps back: "not ruled out that", "the possibility that", "whether", "denied that"."""
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
        if lows[k] in ("denied", "denies", "deny", "denying") and set(lows[k + 1 :]) <= {"that", "any", "strongly"}:
            return "denied"
    return None


def is_taken_back(words: Sequence[Word], at: int) -> bool:
    """Whether the words before an actor at ``at`` leave the clause unsaid: "if", "no proof that", "the theory that"."""
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
        if low in _SURE and (before & {"not", "never"} or _says_not(lows[:k])):
            return True
        told = lows[k - 1] in _TOLD_OF or lows[k - 1].endswith(("ed", "'s")) if k else False
        if low in ("claim", "claims") and told and lows[k + 1 :] == ["that"]:
            return True
        if low in _THEORY or (low in _CLAIMS and lows[k + 1 : k + 2] != ["for"]):
            return True
    return False


def _says_not(lows: Sequence[str]) -> bool:
    return any(low.endswith("n't") for low in lows[-3:])


def happened(words: Sequence[Word], group: int, at: int) -> bool:
    """Whether the verb at ``at`` with its group tells of what was, or may have been, done: no "would", "nearly"."""
    inside = {word.low for word in words[group:at]}
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
    inside = {word.low for word in words[first:last]} - {"suspect", "suspects"}  # nouns: "the suspects threw bombs"
    if inside & DOUBT:
        return "possible"
    if inside & (ADVERBS_OF_SUSPICION | ALLEGED | SUSPECTS):
        return "accused"
    return None
