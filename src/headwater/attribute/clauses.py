"""Where a clause starts and ends, by punctuation and by the words that open the next one."""

from collections.abc import Sequence

from headwater.attribute.cues import NOUN_LIKE, SAYING_FORMS, TIME_WORDS
from headwater.attribute.frames import Token
from headwater.records import Span

REACH = 14  # tokens of an adjunct, and between a cue and the "that" or the quotation that it governs
STOP = frozenset(".!?;")


def low_at(tokens: Sequence[Token], i: int) -> str:
    return tokens[i].low if 0 <= i < len(tokens) else ""


def span_of(tokens: Sequence[Token], first: int, after: int) -> tuple[Span, ...]:
    return (Span(tokens[first].start, tokens[after - 1].end),) if after > first else ()


def past_adjunct(tokens: Sequence[Token], at: int) -> int:
    """Return the token after "on Monday", "in an interview" and the like; ``at`` where none stands there."""
    k = at
    while k < len(tokens) and tokens[k].low in TIME_WORDS:
        k += 1
    if k < len(tokens) and tokens[k].low in {
        "in",
        "on",
        "at",
        "during",
        "after",
        "by",
        "through",
        "of",
        "about",
        "to",
        "with",
    }:
        k += 1
        while k < len(tokens) and tokens[k].is_word and k - at < REACH:
            k += 1
    return k


def clause_start(tokens: Sequence[Token], at: int) -> int:
    """Return the first token of the clause before ``at``: after the last full stop, semicolon or opening word."""
    k = at
    while k > 0 and tokens[k - 1].low not in STOP and tokens[k - 1].low != ":":
        k -= 1
    while k < at and (
        tokens[k].low in {"but", "and", "so", "yet", "still", "however"}
        or not (tokens[k].is_word or tokens[k].is_quotation)
    ):
        k += 1
    return k


def clause_end(tokens: Sequence[Token], at: int) -> int:
    """Return the token after the clause that starts at ``at``: up to its full stop, or to the next one's subject."""
    k = at
    while k < len(tokens) and tokens[k].low not in STOP:
        if (
            tokens[k].low == ","
            and low_at(tokens, k + 1) in {"and", "but", "while", "adding", "noting", "saying", "according", "though"}
            and _cue_follows(tokens, k + 2)
        ):
            break
        k += 1
    while k > at and not (
        tokens[k - 1].is_word or tokens[k - 1].is_quotation or tokens[k - 1].low in {")", "]", "%", "…"}
    ):
        k -= 1
    return k


def _cue_follows(tokens: Sequence[Token], at: int) -> bool:
    """Whether the next clause has a cue and a subject of its own."""
    if low_at(tokens, at - 1) in {"adding", "noting", "saying", "according"}:
        return True
    for k in range(at, min(len(tokens), at + 8)):
        if tokens[k].low in SAYING_FORMS and tokens[k].low not in NOUN_LIKE:
            return k > at
        if not tokens[k].is_word:
            return False
    return False
