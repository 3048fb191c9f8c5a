"""Finds what a share or a sum measures where it stands before it: "the safety budget rose 4 percent".

Without a parser: from the number back over the verb that says how much (it is, it moved, it came to), over an amount
that the move is also told in ("rose 4 percent to 3.4 billion euros"), to the noun phrase before it; or over "of" in
"a net profit of $1.2 billion".
Known limits: English; what stands between the noun and the verb ("sales, which ...,") hides the noun.
"""

from headwater.figures.measures import RATES
from headwater.figures.mentions import Mention
from headwater.figures.qualifiers import BEFORE, DOWN, MOVING, PARTICLE_VERBS, UP
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import (
    AUXILIARIES,
    DETERMINERS,
    FUNCTION,
    MONTHS,
    PAST,
    PREPOSITIONS,
    WEEKDAYS,
    is_participle,
    listed,
)

_IS = listed(
    """
    was is were are be been stood stands stand reached reaches reach hit hits totalled totaled totals averaged averages
    remained remains remain came comes amounted amounts
    """
)
_MOVED = (UP | DOWN | listed("double doubles doubled triple tripled halve halved")) - listed(
    "lost lose loses losing cut hike hiked reduced slashed shed sheds higher lower boosted"
)
_PASSED = listed(
    """
    million billion trillion bn to at by of a an the just only close closer nearer some further almost nearly about
    around now currently from seasonally adjusted revised estimated modest mere meager another additional net
    """
)
_BETWEEN = AUXILIARIES | listed(
    "go goes gone went going kept keeps also again still only now sharply slightly steadily"
)
_MAKES_UP = frozenset({("made", "up"), ("make", "up"), ("accounted", "for"), ("account", "for")})
_PARTICLES = frozenset({"up", "down", "to", "in", "at"})
_TIMES = MONTHS | WEEKDAYS | listed("last next year years month months quarter week today yesterday")
_MEASURABLE = listed(  # nouns before "of" whose amount it is, unlike "a loan of", "voters of"
    """
    profit profits loss losses revenue revenues sales turnover income earnings turnout budget deficit surplus debt cost
    costs inflation unemployment growth margin share price rate fine penalty bill
    """
)
_TOTALS = listed("number total gain gains average count population membership attendance employment figure estimate")
_PUT = listed("put puts putting estimated estimates estimating placed set left kept keeps with")
_EXTREMES = frozenset({"low", "high", "peak", "record"})
_SPANS = frozenset({"year", "month", "quarter", "week"})
_GERUNDS = listed("spending funding trading lending borrowing hiring")
_WORDS = 4  # of a noun phrase
_BACK = 8  # tokens between the amount and its verb


def measured(run: Run, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens ``[first, last)`` of what the share or sum measures; None where nothing says it."""
    start = mention.first
    if mention.hedge is not None and mention.hedge.first < start and mention.hedge.kind not in {"up", "down"}:
        start = mention.hedge.first
    now = next((k for k in (start - 1, start - 2) if run.low(k) in {"now", "currently"}), None)
    if now is not None and (now == start - 1 or run.low(start - 1) in {"at", "near"}):
        noun = _noun(run, now - (run.low(now - 1) in {",", "("}))
        if noun is not None:
            return noun  # "the rate, now at 7.9 percent"
    if run.low(start - 1) in {"a", "an"}:
        start -= 1
    if run.low(start - 1) == "of" and run.low(start - 2) in _EXTREMES:
        to = next((k for k in range(start - 3, max(start - 3 - _BACK, 0), -1) if run.low(k) in {"to", "at"}), None)
        verb = _verb(run, to) if to is not None else None
        return _noun(run, verb) if verb is not None else None  # "fell to a ten-year low of 4.1 percent"
    if run.low(start - 1) == "of":
        first = _back(run, start - 1)
        return (first, start - 1) if first < start - 1 and run.low(start - 2) in _MEASURABLE else None
    if run.low(start - 1) == "at":
        noun = _noun(run, start - 1)
        before = noun[0] - 1 if noun is not None else 0
        while run.low(before) in DETERMINERS:
            before -= 1
        if noun is not None and run.low(before) in _PUT:
            return noun
    verb = _verb(run, start)
    return _noun(run, verb) if verb is not None else None


def amounted(run: Run, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of what a number without a unit or a noun came to: "payrolls grew by 77,000".

    Whoever "is 45" is of that age, so that without a movement the noun must be one that is measured.
    """
    subject = measured(run, mention)
    if subject is None:
        return None
    start = mention.hedge.first if mention.hedge is not None else mention.first
    verb = _verb(run, min(start, mention.first))
    moved = mention.hedge is not None and mention.hedge.kind in {"up", "down"}
    moved = moved or (verb is not None and any(run.low(at) in _MOVED for at in range(verb, mention.first)))
    told = {run.low(at) for at in range(*subject)} & (_MEASURABLE | _TOTALS)
    return subject if moved or told else None


def costing(run: Run, mention: Mention) -> tuple[int, int] | None:
    """Return the tokens of what is so dear or so large: "a $2 trillion package", "the $388 million rebuilding"."""
    start = mention.hedge.first if mention.hedge is not None else mention.first
    if not {run.low(min(start, mention.first) - back) for back in (1, 2)} & DETERMINERS:
        return None
    at = mention.last + (run.low(mention.last) == "-")
    first = at
    while run.kind(at) == "word" and at - first < _WORDS and run.low(at) not in FUNCTION | _TIMES | PAST:
        if (is_participle(run.low(at)) and run.low(at) not in _GERUNDS) or run.low(at).endswith("ly"):
            break
        at += 1
    return (first, at) if first < at and not run.tokens[at - 1].is_capital else None


def moves(run: Run, mention: Mention) -> bool:
    """Whether the mention says by how much something moved, so that what follows is no counted thing."""
    return mention.hedge is not None and mention.hedge.kind in {"up", "down"} and run.low(mention.last) != "of"


def _verb(run: Run, start: int) -> int | None:
    """Return the first token of the verb group before ``start`` that says how much a thing is or how it moved."""
    for at in range(start - 1, max(start - _BACK, 0), -1):
        low = run.low(at)
        if (run.low(at - 1), low) in _MAKES_UP:
            return at - 1  # "undecided voters made up 17 percent"
        if low in {"up", "down"} and run.low(at - 1) in PARTICLE_VERBS:
            return None
        if low in {"up", "down"} and run.low(at - 1) in MOVING:
            return at - 1  # "ticked up to 8.1 percent"
        if low in _MOVED or low in _IS:
            while run.low(at - 1) in _BETWEEN or (run.low(at) in _PARTICLES and run.low(at - 1) in _IS):
                at -= 1
            return at
        amount = run.kind(at) == "number" or low in RATES or low in {".", "$", "€", "£"}
        amount = amount or (low.removesuffix("'s") in _TIMES and "from" in {run.low(at - 1), run.low(at - 2)})
        if not amount and low not in _PASSED and " ".join((run.low(at - 1), low)) not in BEFORE and low not in BEFORE:
            return None
    return None


def _noun(run: Run, end: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends before token ``end``, with the noun that it is of: "sales of cars"."""
    if run.low(end - 1) in _SPANS and run.low(end - 2) in {"this", "last", "next"}:
        end -= 2  # "the deficit this year is"
    if run.low(end - 1) in {'"', "“", "”", "'", "‘"}:
        end -= 1  # the safety budget "rose by 4 percent"
    first = _back(run, end)
    if first == end or run.low(end - 1) == "far":
        return None
    before = first - 1
    while run.low(before) in DETERMINERS:
        before -= 1
    if run.low(before) not in (PREPOSITIONS - {"with"}) | {"below", "above"}:
        return first, end
    outer = _back(run, before)
    return (outer, end) if outer < before and run.low(before) in {"of", "in", "for", "on"} else None  # "in Harl was"


def _is_hyphen(run: Run, at: int) -> bool:
    """Whether a hyphen inside a word, or the "&" of a name, stands at ``at``: "student-loan debt"."""
    if run.low(at) == "&":
        return run.kind(at - 1) == "word" and run.tokens[at - 1].is_capital  # "Harl & Co"
    return run.low(at) == "-" and run.glued(at) and run.glued(at + 1) and run.kind(at - 1) == "word"


def _back(run: Run, end: int) -> int:
    """Return the first token of the words of a noun phrase that end before ``end``."""
    at = end
    while end - at < _WORDS and (run.kind(at - 1) == "word" or _is_hyphen(run, at - 1)):
        low = run.low(at - 1)
        verb = is_participle(low) and low not in _GERUNDS and not low.startswith("un")  # "caused losses"
        if verb or low in FUNCTION or low in _TIMES or low.endswith("'s"):
            break
        at -= 1
    return at
