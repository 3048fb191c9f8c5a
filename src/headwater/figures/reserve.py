"""What the words around a predicate hold back: "could have", "not", "nearly", "is expected to".

What is held back is not told as done, so that nobody takes a fear or a denial for a toll.
"""

from headwater.figures.tokens import Run
from headwater.figures.vocabulary import AUXILIARIES, PREPOSITIONS, listed

REACH = 8  # words between the first auxiliary and its verb
UNREAL = listed("to will would could may might should can must not")
NEGATIONS = listed("not no never neither isn't aren't wasn't weren't without")
CONFIRMED = listed("confirmed reported known declared listed")
_MODALS = UNREAL - {"to", "not"} | listed("can cannot can't couldn't won't wouldn't")
_EXPECTED = listed("expected likely feared forecast projected thought believed")
_ADVERBS = listed("also later reportedly allegedly then since already just still yet all both either now")


def held_back(run: Run, verb: int) -> str:
    """Return "could have been", "not" or "nearly" where it stands before the token ``verb``, else an empty string."""
    at = verb
    while run.low(at - 1) in CONFIRMED or (run.low(at - 1) in {"among", "the", "those"} and at > verb - 2):
        at -= 1  # "were not among the dead"
    first = at
    while at - first < REACH and _holds_back(run, first - 1):
        first -= 1
    words = [run.low(k) for k in range(first, at)]
    modal = next((k for k, word in enumerate(words) if word in _MODALS), None)
    if modal is not None:
        return " ".join(word for word in words[modal:] if word in AUXILIARIES or word in NEGATIONS)
    return "not" if NEGATIONS & set(words) else "nearly" if {"nearly", "almost"} & set(words) else ""


def expected(run: Run, first: int, last: int) -> str:
    """Return "could exceed" or "expected to" between the tokens ``first`` and ``last``, else an empty string."""
    for k in range(first, last):
        if run.low(k) in _MODALS or (run.low(k) in _EXPECTED and run.low(k + 1) == "to"):
            return " ".join(run.low(at) for at in range(k, min(k + 2, last)))
    return ""


def _holds_back(run: Run, at: int) -> bool:
    low = run.low(at)
    if low == "may" and (run.low(at - 1) in PREPOSITIONS | {"last", "this"} or run.kind(at - 1) == "number"):
        return False  # "a blast in May killed 12"
    return low in AUXILIARIES or low in NEGATIONS or low == "almost" or is_adverb(low)


def is_adverb(word: str) -> bool:
    """Whether a word may stand between auxiliaries and their verb."""
    return word in _ADVERBS or (len(word) > 4 and word.endswith("ly"))
