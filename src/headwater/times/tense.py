"""How the clause around an expression leans: to the past, to the future, or not at all.

The nearest verb-like word of the same sentence decides, the one before the expression first; "since" leans back,
"until" leans forward, and "to" with a verb behind "expected", "plans" or "scheduled" leans forward.
No parser: a list of irregular past forms, the ending -ed, and the auxiliaries of the future (``lexicon``).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.times.lexicon import ARRANGED_WORDS, CARDINALS, FUTURE_WORDS, PAST_WORDS, listed
from headwater.times.meanings import Tense
from headwater.times.tokens import Tokens

NEAR = 3  # a verb so many tokens before governs the expression ("was approved in November")
OPENING = 2  # words before an expression that opens its sentence ("In January", "Late in January"): its verb follows
REACH = 12  # tokens looked at on either side; a clause of news is seldom longer
FAR = 8  # tokens beyond REACH in which "will" still governs what no other verb does
AMOUNT = 6  # tokens of "from 7.9 percent"
_CLAUSE_ENDS = frozenset({",", "and", "but", "that", "which", "who", "when", "while", "-", "–", "—", ":"})
_SENTENCE_ENDS = frozenset({".", "!", "?", "\n", ";"})
_TO_LEADS = frozenset(listed("is are set slated likely ready going plans plan due expected scheduled planned planning"))
_PASSIVE = frozenset({"be", "is", "are"})
_MOVED = frozenset(listed("moved postponed delayed rescheduled deferred adjourned"))
_UNDONE = frozenset(listed("was were has have had"))
_INTENDED = frozenset(listed("due planned scheduled expected"))
_PLANS = frozenset(listed("plan plans schedule will"))
_VERBS = frozenset({"will", "plans"})
_PLANNED = frozenset({"plan", "plans"})
_BEHIND_A_VERB = frozenset(listed("to a an the its their his her our more another no"))
_DETERMINERS = frozenset(listed("the a an its their his her this that of 's"))
_NOT_PAST = frozenset(listed("need speed indeed seed feed bed red hundred wed united exceed proceed embed"))


@dataclass(frozen=True, slots=True)
class Lean:
    """A tense, and whether its verb stands right before the expression."""

    tense: Tense
    is_near: bool


def tense_at(tokens: Tokens, first: int, last: int) -> Lean:
    """Return the lean of the clause that holds tokens ``first`` to ``last``."""
    told = _by_its_neighbours(tokens.words, first, last)
    if told is not None:
        return told
    behind = _nearest(tokens, range(first - 1, max(-1, first - 1 - REACH), -1))
    if first and tokens.words[first - 1] == "by" and behind.tense == "past" and not behind.is_near:
        return Lean("none", False)  # "asked for a plan by March 28": the nearest
    if behind.tense != "none":
        return behind
    opens = first < OPENING or any(word in _SENTENCE_ENDS for word in tokens.words[first - OPENING : first])
    ahead = _nearest(tokens, range(last, min(len(tokens.words), last + REACH * (1 + opens))))
    if ahead.tense == "none" and _is_announced(tokens, first - 1 - REACH):
        return Lean("future", False)
    return Lean(ahead.tense, opens)


def _by_its_neighbours(words: Sequence[str], first: int, last: int) -> Lean | None:
    """The lean that the words beside tokens ``first`` to ``last`` give, whatever the verb; None where none."""
    before, second = words[first - 1] if first else "", words[first - 2] if first > 1 else ""
    after = words[last] if last < len(words) else ""
    if before in ("until", "till"):
        is_over = "had" in words[last : last + 4]  # "until Thursday, they had not called him a suspect"
        return Lean("past" if is_over else "future", True)
    if before == "over" and words[first:last] == ["the", "weekend"]:
        is_ahead = "will" in words[max(0, first - REACH) : last + REACH]
        return Lean("future" if is_ahead else "past", True)
    if second == "now" and before in ("and", "to", "through"):
        return Lean("future", True)  # "between now and November"
    if (before == "to" and second in _MOVED) or (before == "as" and second in ("soon", "early")):
        return Lean("future", True)
    if before == "through":
        return Lean("none", False)  # "loans through January": the nearest
    if before == "since" or after == "'s":
        return Lean("past", True)  # "Wednesday's ruling": what has a name of its own has been
    if before == "for" and after in _UNDONE:
        return Lean("past", True)  # "the march planned for Saturday was cancelled"
    return Lean("past", True) if before == "in" and _is_amount_before(words, first - 1) else None


def _is_amount_before(words: Sequence[str], at: int) -> bool:
    """Whether what stands before token ``at`` is what something rose or fell from: "up from $29.75 in March"."""
    start = next((k for k in range(at - 1, max(at - AMOUNT, 0), -1) if words[k] == "from"), None)
    return start is not None and any(word[:1].isdigit() for word in words[start + 1 : at])


def _is_announced(tokens: Tokens, at: int) -> bool:
    """Whether "will" or "plans to" stands before ``at`` with nothing between that ends its clause."""
    words = tokens.words
    for k in range(at, max(at - FAR, -1), -1):
        if words[k] in _SENTENCE_ENDS or words[k] in _CLAUSE_ENDS or words[k] in PAST_WORDS:
            return False
        if words[k] in _VERBS and not (k and words[k - 1] in _DETERMINERS):
            return True
    return False


def _is_verb(words: Sequence[str], at: int) -> bool:
    """Whether "plans" is what somebody does: "plans to meet", "plans a march", "plan two marches"."""
    after = words[at + 1] if at + 1 < len(words) else ""
    return after in _BEHIND_A_VERB or after in CARDINALS or after[:1].isdigit()


def _is_over(words: Sequence[str], at: int) -> bool:
    """Whether the intention at ``at`` is told as past: "had been due to expire", "began as previously planned"."""
    before = words[max(0, at - 3) : at]
    return "had" in before or before[-1:] == ["previously"]


def _nearest(tokens: Tokens, order: range) -> Lean:
    words = tokens.words
    for distance, at in enumerate(order, start=1):
        word = words[at]
        if word in _SENTENCE_ENDS and tokens.codes[at] != ".":
            break
        if word in _PLANS and at and words[at - 1] in _DETERMINERS and not (words[at - 1] == "that" and word in _VERBS):
            continue  # "announced the plan": a noun, unlike "a law that will"
        if word in _PLANNED and not _is_verb(words, at):
            continue  # "set aside travel plans, a spokesman said", "rolled out a new plan on Friday"
        if word in _INTENDED and _is_over(words, at):
            return Lean("past", distance <= NEAR)
        if word == "to" and words[at - 1] in _INTENDED and _is_over(words, at - 1):
            continue
        if word == "won" and words[at + 1 : at + 2] and words[at + 1][0] in "'’":
            return Lean("future", distance <= NEAR)  # "won't"
        if word in FUTURE_WORDS or (word == "to" and (words[at + 1 : at + 2] == ["be"] or words[at - 1] in _TO_LEADS)):
            return Lean("future", distance <= NEAR)
        if word in ARRANGED_WORDS and not (at and (words[at - 1] in _DETERMINERS or words[at - 1] == "to")):
            return Lean("future", distance <= NEAR)
        if word.startswith("un") and word not in PAST_WORDS:
            continue  # "on a still unspecified date"
        if word in PAST_WORDS or (len(word) > 3 and word.endswith("ed") and word not in _NOT_PAST):
            if at and words[at - 1] in _PASSIVE:
                continue  # "will be approved", "when it is heard": the auxiliary decides
            return Lean("past", distance <= NEAR)
    return Lean("none", False)
