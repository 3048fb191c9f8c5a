"""Finds the counted thing behind a number: "14 first-team players", "six of the bodies", "one of the best screens".

Without a parser: the noun phrase runs from the number to the first word that cannot belong to one, and ends at its
first plural noun, with an "of" complement where there is one.
Known limits: nouns that look like verbs in -ed or -ing are cut off; a singular head ("a 12-strong crew") may be missed.
"""

from dataclasses import dataclass

from headwater.figures.mentions import Mention
from headwater.figures.numerals import is_number_word
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import (
    DETERMINERS,
    FUNCTION,
    MONTHS,
    PARTICIPLES_AS_NOUNS,
    PAST,
    PRONOUNS,
    WEEKDAYS,
    is_participle,
    is_plural,
)

_DAYS = WEEKDAYS | MONTHS
_LONGEST = 6  # words of a noun phrase behind a number
_COMPLEMENT = 6  # words of its "of" complement
_WHEN = frozenset({"last", "next"})  # "4 percent last year"
_DEGREES = frozenset({"most", "least", "very", "so", "such", "too", "quite", "rather", "increased", "many"})
_JOINED = ("ic", "al", "ous", "ive", "ary")  # endings of adjectives that "and" joins to another
_COMPARATIVES = frozenset({"less", "more", "higher", "lower", "fewer", "greater", "larger", "smaller", "cheaper"})
_PARTITIVE = frozenset(
    {"the", "these", "those", "its", "their", "his", "her", "our", "my", "them", "whom", "which", "us"}
)


@dataclass(frozen=True, slots=True)
class Counted:
    """The tokens ``[first, last)`` of the counted phrase and the ``head`` in lower case, None where it has none."""

    first: int
    last: int
    head: str | None


def counted(run: Run, mention: Mention) -> Counted:
    """Return the counted phrase of ``mention``; empty (``first == last``) where only a number stands."""
    at = mention.hedge.last if mention.hedge and mention.hedge.first == mention.last else mention.last
    if run.low(mention.first - 1) == "magnitude":
        return Counted(at, at, None)  # "a magnitude 6.8 earthquake"
    if run.low(at) == "-" and run.glued(at) and run.glued(at + 1) and run.kind(at + 1) == "word":
        if run.low(at + 1) in FUNCTION or is_number_word(run.low(at + 1)):
            return Counted(at, at, None)  # "four-and-a-half", "2-to-1", "a million-five"
        if run.low(at + 1) == "strong":
            return Counted(at, at, None)  # "a 60-strong crew": of whom, the noun does not say
        return Counted(at + 1, at + 2, run.low(at + 1))  # "a 75-page decision" counts pages
    whole = mention.form in {"vague", "fraction"} or (mention.unit is not None and mention.unit.kind == "rate")
    if run.low(at) == "of" and (whole or run.low(at + 1) in _PARTITIVE or run.low(at + 1).endswith("'s")):
        at += 1
        while run.low(at) in _PARTITIVE and run.low(at) not in {"whom", "which", "them", "us"}:
            at += 1
        follows = (run.kind(at) == "number" or is_number_word(run.low(at))) and not is_number_word(run.low(at + 1))
        if follows and not whole and run.low(at - 1) in _PARTITIVE:
            at += 1  # "71 of the 150 seats"
    rate = mention.unit is not None and mention.unit.kind == "rate"
    if rate and run.low(at) != "of" and at == mention.last and _compares(run, at):
        return Counted(at, at, None)
    if run.low(at) == "[":  # an editor's insertion
        close = next((k for k in range(at, min(at + _LONGEST, len(run.tokens))) if run.low(k) == "]"), at)
        at = close + 1 if close > at else at
    first, head = at, None
    while run.kind(at) == "word" and at - first < _LONGEST:
        low = run.low(at)
        if is_number_word(low):
            break  # "up from 33 three days ago"
        if low in {"and", "or"} and head is None and _pairs(run, at, first):
            at += 1
            continue
        if low in PAST and not run.glued(at):
            break  # "thousands took to the streets"
        if low == "compared" or (low in WEEKDAYS and run.tokens[at].is_capital):
            break
        if low in FUNCTION and not (at == first and low in {"more", "other"}) and run.tokens[at].text != "US":
            break
        if is_participle(low) and low not in PARTICIPLES_AS_NOUNS and _ends(run, mention, first, at):
            break
        at += 1
        if is_plural(low):
            head = low
            if not (_goes_on(run, at) if mention.value != 1 else _describes(run, mention, at)):
                break  # after "one of the videos" a word in -s is a verb
        elif low in PARTICIPLES_AS_NOUNS and at - first == 1 and not is_plural(run.low(at)):
            head = low
            break
        if run.low(at) == "-" and run.glued(at) and run.glued(at + 1) and run.kind(at + 1) == "word":
            at += 1
    while at > first and head is None and _leads_on(run, at - 1):
        at -= 1  # "one of the most stirring sights", "one of Harl’s most"
    if head is None and at > first:
        head = run.low(at - 1)
    if run.low(at) == "of" and head is not None and at > first:
        at = _complement(run, at)
    return Counted(first, at, head)


def _leads_on(run: Run, at: int) -> bool:
    """Whether a word only leads on to a noun that is not read: "the most", "Harl’s", "a similarly gradual"."""
    low = run.low(at)
    return low in _DEGREES or low.endswith(("'s", "’s")) or (low.endswith("ly") and run.kind(at + 1) != "word")


def _compares(run: Run, at: int) -> bool:
    """Whether no counted thing follows a share: "47 percent less than", "67 percent argue they should"."""
    if run.low(at) in _COMPARATIVES | _WHEN:
        return True
    clause = run.low(at + 1) in PRONOUNS or run.low(at + 1) in DETERMINERS or run.low(at + 1) == "that"
    return clause and not is_plural(run.low(at))


def _pairs(run: Run, at: int, first: int) -> bool:
    """Whether "and" joins two adjectives of one noun: "ethnic and religious minorities"."""
    adjectives = at == first + 1 and run.low(at + 1) not in FUNCTION and not is_number_word(run.low(at + 1))
    return adjectives and is_plural(run.low(at + 2))


def _ends(run: Run, mention: Mention, first: int, at: int) -> bool:
    """Whether the participle at ``at`` follows the head, as in "ten colleagues killed", not "six murdered priests"."""
    alone = run.kind(at + 1) != "word" or run.low(at + 1) in FUNCTION
    if at == first:
        return alone  # "four died"
    if mention.value == 1 and run.tokens[at + 1].is_capital and not run.tokens[at].is_capital:
        return True  # "one official praised Tolland"
    if run.low(at - 1) in {"other", "more"} and is_plural(run.low(at + 1)) and mention.form != "fraction":
        return False  # "two other unidentified men"
    if is_plural(run.low(at - 1)) or run.low(at - 1) in {"person", "other", "more"} or mention.form == "fraction":
        return True
    return mention.value == 1 and alone


def _describes(run: Run, mention: Mention, at: int) -> bool:
    """Whether the plural before ``at`` describes the one that is counted: "one Naples man", "one jobs report"."""
    low = run.low(at)
    if run.low(mention.last) == "of" or run.kind(at) != "word" or low in FUNCTION:
        return False
    return run.tokens[at].is_capital or not (is_participle(low) or low in PAST or is_plural(low))


def _goes_on(run: Run, at: int) -> bool:
    """Whether the plural before ``at`` is a modifier: "union members", "sports cars", "police officers"."""
    return run.kind(at) == "word" and is_plural(run.low(at)) and run.low(at) not in PARTICIPLES_AS_NOUNS


def _complement(run: Run, at: int) -> int:
    """Return the end of "of the local police", or ``at`` where "of" begins something else."""
    end = at + 1
    while run.low(end) in {"the", "a", "an", "its", "their", "his", "her"}:
        end += 1
    start = end
    while run.kind(end) == "word" and end - start < _COMPLEMENT and run.low(end) not in FUNCTION:
        dated = run.low(end) in _DAYS and run.tokens[end].is_capital
        if end > start and (is_participle(run.low(end)) or run.low(end) in PAST or dated):
            break
        end += 1
    if end == start + 1 and run.low(end) == "and" and run.low(start).endswith(_JOINED):
        pair = run.kind(end + 1) == run.kind(end + 2) == "word" and run.low(end + 1).endswith(_JOINED)
        end += 3 if pair and run.low(end + 2) not in FUNCTION else 0  # "pages of scientific and technical study"
    return end if end > start else at
