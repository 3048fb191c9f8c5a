"""Reads set phrases of harm, whose verb alone says nothing: "lost their lives", "took 12 lives", "suffered burns"."""

from collections.abc import Sequence

from headwater.figures.tokens import Run
from headwater.figures.vocabulary import listed

_ADJECTIVES = 3  # words between "suffered" and "injuries"
_TAKES = listed("claimed claim claims claiming cost costs costing took take takes taking taken ended ending")
_LOSES = listed("lost lose loses losing")
_SUFFERS = listed("suffered suffer suffers suffering sustained sustain sustains sustaining received receive receiving")
_INJURIES = listed("injury injuries wound wounds burn burns fracture fractures concussion concussions")
_OWN = listed("their his her its")


def harm_of(words: Sequence[str]) -> str:
    """Return the effect that a set phrase names by its lower-case words, an empty string where they name none.

    >>> harm_of(["claimed", "the", "lives", "of", "miners"]), harm_of(["saved", "lives"])
    ('death', '')
    """
    given = set(words)
    if given & {"life", "lives"} and given & (_TAKES | _LOSES):
        return "death"
    verb = next((at for at, word in enumerate(words) if word in _SUFFERS), len(words))
    return "injury" if set(words[verb:]) & _INJURIES else ""  # "two wounds received" are no people


def behind_subject(run: Run, verb: int) -> int | None:
    """Return the end of a phrase of harm that the counted is the subject of: "lost their lives", "suffered burns"."""
    if run.low(verb) in _LOSES:
        own = verb + 1 + (run.low(verb + 1) in _OWN)
        return own + 1 if run.low(own) in {"life", "lives"} and own > verb + 1 else None
    if run.low(verb) not in _SUFFERS:
        return None
    for at in range(verb + 1, verb + 2 + _ADJECTIVES):
        if run.low(at) in _INJURIES:
            return at + 1
        if run.kind(at) != "word":
            return None
    return None


def before_object(run: Run, of: int) -> int | None:
    """Return the verb of "claimed the lives of" whose "of" is the token ``of``."""
    if run.low(of - 1) not in {"life", "lives"}:
        return None
    return next((at for at in (of - 2, of - 3) if run.low(at) in _TAKES), None)
