"""Where the subject of a cue stands, found without a parser: by walking from the cue to the border of its clause.

Limits: a subject with a verb inside that no table knows is cut at a wrong place; two verbs that share a subject
("he left and said") keep it only where it opens the clause as a pronoun or a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from headwater.attribute.cues import (
    ADVERBS,
    AUXILIARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    NEGATIONS,
    NOUN_LIKE,
    OCCASIONS,
    PREPOSITIONS,
    PRONOUNS,
    REFUSING,
    RELATIVE,
    SAYING_FORMS,
    THINKING_FORMS,
    TIME_WORDS,
)
from headwater.attribute.frames import Token

LONGEST = 25  # tokens of a subject with its appositions
LONGEST_NOUN = 14  # tokens of one noun phrase
_SKIPPED = ADVERBS | AUXILIARIES | NEGATIONS | REFUSING
_VERBS = (SAYING_FORMS | THINKING_FORMS) - NOUN_LIKE
_PLURAL_PEOPLE = frozenset({"police", "people", "media", "folks", "women", "men", "staff", "press"})
_SINGLE = frozenset({"he", "she", "they", "it", "i", "we", "you", "who"})
_STOPS = frozenset(".;:!?—–…(")


@dataclass(frozen=True, slots=True)
class Subject:
    """Tokens ``[first, after)`` are the subject, ``[cue, …]`` where its auxiliaries and adverbs begin."""

    first: int
    after: int
    cue: int


def before(tokens: Sequence[Token], cue: int) -> Subject | None:
    """Return the subject that stands before the verb at ``cue``."""
    j = cue - 1
    while j >= 0 and (tokens[j].low in _SKIPPED or _is_infinitive_mark(tokens, j)):
        j -= 1
    verb = j + 1
    while verb < cue and tokens[verb].low in {"both", "all", "ever", "since", "long", "just", "only", "even"}:
        verb += 1
    if j < 0:
        return None
    if tokens[j].low == "to":
        return None  # "a way for us to say"
    if tokens[j].low == ",":
        return _with_apposition(tokens, j, verb)
    first = noun_phrase_before(tokens, j)
    return Subject(first, j + 1, verb) if first is not None else None


def _is_infinitive_mark(tokens: Sequence[Token], j: int) -> bool:
    """Whether the "to" at ``j`` ties a verb of saying to "declined", "went on" and the like."""
    return j > 0 and tokens[j].low == "to" and tokens[j - 1].low in REFUSING | {"on", "continued", "used", "began"}


def _with_apposition(tokens: Sequence[Token], comma: int, verb: int) -> Subject | None:
    """ "Quill, a driver from Vail, said": the name before the commas, with what stands between them."""
    at = comma
    while comma - at <= LONGEST:
        opening = _comma_before(tokens, at)
        if opening is None or opening + 1 >= at or not _is_apposition(tokens[opening + 1]):
            return None
        first = noun_phrase_before(tokens, opening - 1)
        if first is not None and (tokens[opening - 1].is_name or tokens[first].low in DETERMINERS):
            return Subject(first, comma, verb)
        at = opening
    return None


def _comma_before(tokens: Sequence[Token], at: int) -> int | None:
    for k in range(at - 1, max(-1, at - LONGEST), -1):
        if tokens[k].is_quotation or tokens[k].low in {".", ";", ":", "!", "?"}:
            return None
        if tokens[k].low == ",":
            return k
    return None


def _is_apposition(token: Token) -> bool:
    return token.is_word and (
        token.low in RELATIVE
        or token.low in DETERMINERS
        or token.low[0].isdigit()
        or not token.is_name
        or token.low[:2] in {"d-", "r-", "i-"}  # "Quill, R-Vail, said"
    )


def noun_phrase_before(tokens: Sequence[Token], last: int) -> int | None:
    """Return the first token of the noun phrase that ends with token ``last``, None where there is none."""
    if last < 0 or not (tokens[last].is_word or tokens[last].low == ")"):
        return None
    if tokens[last].low in _SINGLE:
        if tokens[last].low == "who" and last > 0:
            head = last - 2 if tokens[last - 1].low == "," else last - 1
            first = noun_phrase_before(tokens, head)
            if first is None:
                return None
            # "the weekly with a narrator who": the nearest noun phrase is the one that speaks
            return max((k for k in range(first, head + 1) if tokens[k].low in {"a", "an", "the"}), default=first)
        return last
    k = last
    while k >= 0 and last - k <= LONGEST_NOUN:
        token = tokens[k]
        if token.low == ")":
            k = _bracket_before(tokens, k)
            continue
        if token.is_quotation or not token.is_word or token.low in AUXILIARIES or token.low in _VERBS:
            if token.low in {"'", "’", "$", "&", "/", "-"} and k > 0:
                k -= 1
                continue
            break
        if token.low in CLAUSE_OPENERS and not _joins_nouns(tokens, k, last):
            break
        if token.low in {"after", "before"} and k < last:
            break  # it was fined on Thursday after | a judge found
        k -= 1
    return _trimmed(tokens, k + 1, last)


def _bracket_before(tokens: Sequence[Token], closing: int) -> int:
    """Return the token before the bracket that ``closing`` closes."""
    for k in range(closing - 1, max(-1, closing - 12), -1):
        if tokens[k].low == "(":
            return k - 1
    return closing - 1


def _joins_nouns(tokens: Sequence[Token], k: int, last: int) -> bool:
    """Whether the "and" at ``k`` joins two names or noun phrases."""
    if tokens[k].low not in {"and", "or"} or k == 0 or k == last:
        return False
    left, right = tokens[k - 1], tokens[k + 1]
    return (
        left.is_word
        and (left.is_name or left.low.endswith("s"))
        and (right.is_name or right.low in DETERMINERS or right.low.endswith("s"))
    )


def _trimmed(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """Drop what opens a clause before its subject ("On Monday the mayor"); None where no subject is left."""
    while first <= last and (tokens[first].low in TIME_WORDS or tokens[first].low in ADVERBS):
        if tokens[first].low == "all" or (
            tokens[first].low in {"last", "this"} and first < last and tokens[first + 1].low not in TIME_WORDS
        ):
            break
        first += 1
    if first > last:
        return None
    if tokens[first].low in PREPOSITIONS or tokens[first].low == "to":
        at = first + 1
        while at <= last and (tokens[at].low in TIME_WORDS or tokens[at].low[0].isdigit()):
            at += 1
        if at == first + 1 or at > last:
            return None
        first = at
    return first if _is_noun_phrase(tokens, first, last) else None


def _is_noun_phrase(tokens: Sequence[Token], first: int, last: int) -> bool:
    words = tokens[first : last + 1]
    if words[0].low in DETERMINERS or words[0].low in PRONOUNS or words[0].low[0].isdigit():
        return (
            len(words) > 1
            or words[0].low in PRONOUNS
            or words[0].low in {"some", "many", "most", "one", "all", "this", "that"}
        )
    if any(word.is_name for word in words):
        return True
    return words[-1].low in _PLURAL_PEOPLE or any(w.low.endswith("s") and len(w.low) > 3 for w in words[:6])


def after(tokens: Sequence[Token], at: int, *, clause_follows: bool = False) -> int | None:
    """Return the token after the noun phrase that starts at ``at`` ("said Ada Quill, a driver"), None where none is.

    Where a clause follows ("According to Quill, the wall") what stands after a comma is an apposition only when it
    opens as one and a second comma closes it.
    """
    if at >= len(tokens) or not tokens[at].is_word:
        return None
    if tokens[at].low in _SINGLE:
        return at + 1
    if not (
        tokens[at].is_name
        or tokens[at].low in DETERMINERS
        or tokens[at].low.endswith("s")
        or tokens[at].low in _PLURAL_PEOPLE
        or tokens[at].low == "former"
        or (at + 1 < len(tokens) and tokens[at + 1].is_name)
    ):
        return None
    k = at
    while k < len(tokens) and k - at <= LONGEST:
        token = tokens[k]
        if token.is_quotation or token.low in {".", ";", ":", "!", "?", "—", "–"}:
            break
        if token.low == ",":
            if _opens_apposition(tokens, k, clause_follows=clause_follows):
                k += 1
                continue
            break
        if (
            token.low in PREPOSITIONS
            and token.low not in {"of", "and", "or", "for", "with", "from"}
            and _is_occasion(tokens, k)
        ):
            break
        if token.low in TIME_WORDS and token.is_name and k > at:
            break
        k += 1
    while k > at and not tokens[k - 1].is_word and tokens[k - 1].low != ")":
        k -= 1
    return k if k > at else None


def _opens_apposition(tokens: Sequence[Token], comma: int, *, clause_follows: bool) -> bool:
    """Whether what follows the comma still says who the speaker is."""
    if comma + 1 >= len(tokens) or not tokens[comma + 1].is_word:
        return False
    following = tokens[comma + 1]
    if _is_named_role(tokens, comma):
        return True
    if not _is_apposition(following) or following.low in CLAUSE_OPENERS or following.low.endswith("ing"):
        return False
    if not clause_follows:
        return True
    closed = any(t.low == "," for t in tokens[comma + 2 : comma + 16])
    return closed and (following.low in {"a", "an", "who", "which", "whose"} or following.low[0].isdigit())


def _is_named_role(tokens: Sequence[Token], comma: int) -> bool:
    """Whether the comma stands between a role and the full name of who has it: "his lawyer, Ada Quill."."""
    end = comma + 1
    while end < len(tokens) and tokens[end].is_name:
        end += 1
    closes = end == len(tokens) or tokens[end].low in {",", ".", ";"}
    role = not tokens[comma - 1].is_name or any(
        t.low in {"in", "of", "at", "for"} for t in tokens[comma - 4 : comma - 1]
    )
    return 2 <= end - comma - 1 <= 4 and closes and tokens[comma - 1].is_word and role


def _is_occasion(tokens: Sequence[Token], k: int) -> bool:
    """Whether a preposition opens when or where something was said, not what the speaker is."""
    for token in tokens[k + 1 : k + 5]:
        if token.low in OCCASIONS or token.low in TIME_WORDS or token.low[0].isdigit():
            return True
        if not token.is_word:
            return False
    return tokens[k].low in {"after", "before", "during", "while", "when", "as", "because", "if", "then", "but", "so"}


def opening(tokens: Sequence[Token], at: int) -> int | None:
    """Return the token after the pronoun or name that opens a clause, None where something else opens it."""
    if at >= len(tokens):
        return None
    if tokens[at].low in _SINGLE:
        return at + 1
    k = at + 1 if tokens[at].low in {"the", "a", "an"} else at
    while (
        k < len(tokens) and k - at < LONGEST_NOUN and (tokens[k].is_name or tokens[k].low in {"of", "de", "van", "von"})
    ):
        k += 1
    named = any(token.is_name for token in tokens[at + (tokens[at].low in {"the", "a", "an"}) : k])
    if not named or tokens[at].low in PREPOSITIONS or not tokens[k - 1].is_name:
        return None
    return k
