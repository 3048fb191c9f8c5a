"""What the patterns of statements share: a statement as it stands, and what they ask of the words of a clause."""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import DeedStanding, Span
from headwater.responsibility.lexicon import DENIES
from headwater.responsibility.phrases import Word

NEAR = 6  # words between a verb and what completes it
FAR = 14  # words between a deed and its "by"
BE = frozenset({"was", "were", "been", "being", "is", "are", "be"})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement as it stands: the actor, the words that say it, and by whom where the same clause names one.

    ``official`` where the words themselves are an act of authorities: "arrested for", "convicted of"; ``aside`` where
    they are told in passing, whoever speaks: "the man accused of the murder did not speak, his lawyer said";
    ``by_somebody`` where the words are another's than the text's, though no phrase of the clause names him.
    """

    actor: Span
    cue: Span
    standing: DeedStanding
    holder: Span | None = None
    official: bool = False
    aside: bool = False
    by_somebody: bool = False


def has(words: Sequence[Word], first: int, last: int, wanted: frozenset[str]) -> bool:
    """Whether one of the words from ``first`` to before ``last`` is wanted."""
    return any(word.low in wanted for word in words[max(first, 0) : last])


def cue_of(words: Sequence[Word], first: int, last: int) -> Span:
    """Return the span of the words from ``first`` to before ``last``."""
    return Span(words[first].start, words[last - 1].end)


def is_denied(words: Sequence[Word], first: int, last: int) -> bool:
    """Whether a word of denial stands from ``first`` to before ``last``."""
    return has(words, first, last, DENIES) or any(word.low.endswith("n't") for word in words[max(first, 0) : last])


def is_of_neither(words: Sequence[Word], actor: Span) -> bool:
    """Whether the clause is said of nobody: "neither the army nor any other group has claimed it"."""
    first = next((k for k, word in enumerate(words) if word.start >= actor.start), len(words))
    last = next((k for k in range(first, len(words)) if words[k].start >= actor.end), len(words))
    return has(words, first - 1, last, frozenset({"neither", "nor"}))
