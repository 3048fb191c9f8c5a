"""Finds which figure another is part of: "including 116 foreign fighters", "of whom 12", "Of those, nine were nurses".

The whole stands in the same sentence, or just before where the sentence points back ("among them", "of the dead").
A part is never larger than its whole where both are known.
"""

from collections.abc import Sequence

from headwater.figures.effects import effect_of
from headwater.figures.numerals import is_number_word
from headwater.figures.predicates import Item, Predicate
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import AUXILIARIES, FUNCTION

_INCLUDING = frozenset({"including", "included", "includes", "include", "among"})
_OPENERS = frozenset({"them", "whom", "these", "which", "those"})
_BACK = frozenset({"them", "those", "these"})
_DEFINITE = frozenset({"the", "these", "those", "its", "their", "all", "both"})  # "the three nurses" are named before
_ANYBODY = frozenset({"people", "persons", "dead", "victims", "casualties", "others", "injured", "wounded", None})
_SUBJECT = 4  # tokens between a subject and its "includes"
_MISSING = frozenset({"shy", "short", "more", "fewer", "less", "away", "ahead", "behind", "below", "above", "under"})
_REACH = 4  # tokens between "including" and the number
_CLOSING = {"(": ")", "-": "-", "--": "--", "–": "–", "—": "—"}
_INSIDE = 14  # tokens between a figure and the last part that a bracket behind it gives
_AFTER = 6  # tokens between the number and "of them"


def parts(run: Run, items: Sequence[Item], found: Sequence[Predicate | None]) -> list[int | None]:
    """Return for each item the index of the item that it is part of, None where it stands alone.

    The whole stands before its part, or next behind it: "four of the six injured".
    """
    wholes: list[int | None] = []
    divided, stop = _divides(run, items), _first_semicolon(run)
    comma = next((at for at in range(items[0].mention.last, len(run.tokens)) if run.low(at) == ","), 0) if items else 0
    for k, item in enumerate(items):
        if divided and k > 0 and _can_hold(items[0], item) and comma <= item.mention.first < stop:
            wholes.append(0)
            continue
        whole = _whole(run, items, k) if _opens(run, item) else _bracketed(run, items, found, k)
        if whole is None and _is_of_next(run, items, k):
            whole = k + 1
        if whole is None:
            whole = _sibling(run, items, wholes, found, k)
        wholes.append(whole)
    return wholes


def points_back(run: Run, items: Sequence[Item]) -> list[str | None]:
    """Return for each item the effect of the whole that the sentence before gives; "" for any, None for no such whole.

    "Of those, nine were nurses" points to any figure, "29 of the detained" to one of people detained.
    """
    opening = None
    if _divides(run, items):
        pass  # "Of the 312 found, nine": the whole stands in this sentence
    elif run.low(0) in {"of", "among"}:
        named = effect_of([run.low(2)]) or None if run.kind(2) == "word" else ""
        if run.low(1) in _BACK | {"the"}:  # "of those arrested" are no part of the dead
            opening = "" if run.low(1) in _BACK and run.low(2) in AUXILIARIES else named
    found: list[str | None] = []
    stop = _first_semicolon(run)
    for item in items:
        last = item.mention.last
        back = opening if item.mention.first < stop and run.low(item.mention.first - 1) not in _DEFINITE else None
        if back is not None and "who" in {run.low(at) for at in range(2, item.mention.first)}:
            back = None  # "Among them was a nurse who packed up four cats"
        if run.low(last) == "of" and run.low(last + 1) in {"those", "these", "the"}:
            back = effect_of([run.low(last + 2)]) or back
        elif run.low(last) == "of" and run.low(last + 1) == "them":
            back = ""
        found.append(back)
    return found


def _divides(run: Run, items: Sequence[Item]) -> bool:
    """Whether the sentence opens by dividing its first figure: "Of the 312, 116 were held and 83 fined"."""
    if not items or run.low(0) != "of":
        return False
    return all(run.low(at) in {"of", "the", "these", "those", "its"} for at in range(items[0].mention.first))


def _first_semicolon(run: Run) -> int:
    """Return the token that ends the reach of the sentence's opening, the number of tokens where none does."""
    return next((at for at, token in enumerate(run.tokens) if token.text == ";"), len(run.tokens))


def _opens(run: Run, item: Item) -> bool:
    first = item.mention.hedge.first if item.mention.hedge else item.mention.first
    first = min(first, item.mention.first)
    for at in range(first - 1, max(first - 1 - _REACH, -1), -1):
        low = run.low(at)
        if low in _INCLUDING or (low in _OPENERS and run.low(at - 1) in {"of", "among"}):
            return not _counts(run, at - 2)  # "87 of them, said the two officials"
        if run.kind(at) == "number" or low in {".", ";", "and"} or is_number_word(low):
            break
    for at in range(item.mention.last, min(item.mention.last + _AFTER, len(run.tokens))):
        if run.low(at) == "of" and run.low(at + 1) in _OPENERS - {"those"}:
            named = run.low(at + 1) == "these" and run.kind(at + 2) == "word" and run.low(at + 2) not in FUNCTION
            return not named and (at == item.mention.last or at == item.end)  # "one of these releases" names its whole
    return False


def _counts(run: Run, at: int) -> bool:
    """Whether token ``at`` is a number, which what follows it is of."""
    return run.kind(at) == "number" or is_number_word(run.low(at))


def _is_of_next(run: Run, items: Sequence[Item], k: int) -> bool:
    """Whether it is the "four" of "four of the six injured"."""
    if k + 1 == len(items) or run.low(items[k].mention.last) != "of" or not _is_less(items[k + 1], items[k]):
        return False
    between = range(items[k].mention.last, items[k + 1].mention.first)
    return all(run.low(at) in {"of", "the", "these", "those", "its", "their"} for at in between)


def _whole(run: Run, items: Sequence[Item], k: int) -> int | None:
    """Return the nearest figure before ``k`` that can hold it: same kind, not smaller, and what the verb is said of."""
    verb = _including(run, items[k])
    for before in range(k - 1, -1, -1):
        if _can_hold(items[before], items[k]) and not _is_origin(run, items[before], items[k]):
            told = verb is None or (verb - items[before].end <= _SUBJECT and run.low(verb - 1) != "and")
            return before if told and not _lists_first(run, items[before], items[k]) else None
    return None


def _including(run: Run, item: Item) -> int | None:
    """Return the token of the verb "included" before the number; None where it is "including" or "among"."""
    verbs = _INCLUDING - {"including", "among"}
    return next(
        (at for at in range(item.mention.first - 1, item.mention.first - 2 - _REACH, -1) if run.low(at) in verbs), None
    )


def _is_origin(run: Run, whole: Item, part: Item) -> bool:
    """Whether one counts people and the other where they are from: "from 15 countries, including two from Vail"."""
    alone = part.counted.first == part.counted.last and run.low(part.end) == "from"
    first = whole.mention.hedge.first if whole.mention.hedge else whole.mention.first
    return alone and "from" in {run.low(min(first, whole.mention.first) - back) for back in (1, 2)}


def _lists_first(run: Run, whole: Item, part: Item) -> bool:
    """Whether something else is listed before: "55 passengers, including the hijacker, seven crew members".

    Of people, whoever they are, the crew are some: "12 people, including the captain, four guards".
    """
    at = part.mention.first - 1
    while run.low(at) not in _INCLUDING and part.mention.first - at <= _REACH:
        at -= 1
    listed = run.low(at) in _INCLUDING and "," in {run.low(k) for k in range(at, part.mention.first)}
    return listed and whole.counted.head not in _ANYBODY


def _bracketed(run: Run, items: Sequence[Item], found: Sequence[Predicate | None], k: int) -> int | None:
    """Return the figure that a bracket or a dash behind it divides: "eight people (three soldiers, five civilians)"."""
    if items[k].counted.first == items[k].counted.last or items[k].mention.unit is not None:
        return None
    if items[k].counted.head in _MISSING:
        return None  # "266 votes — four shy of a majority"
    for whole in range(k - 1, -1, -1):
        predicate, at = found[whole], items[whole].end
        if predicate is not None and predicate.side == "right" and predicate.last < items[k].mention.first:
            at = max(at, predicate.last)
        if items[k].mention.first - at > _INSIDE:
            return None
        mark = run.low(at)
        if mark in _CLOSING:
            inside = at + 1 + (mark == "-" and run.low(at + 1) == "-")
            shut = any(run.low(i) == _CLOSING[mark] for i in range(inside, items[k].mention.first))
            opens = any(item.mention.first - inside in (0, 1) for item in items[whole + 1 : k + 1])
            return whole if opens and not shut and _is_less(items[whole], items[k]) else None
    return None


def _is_less(whole: Item, part: Item) -> bool:
    most, least = whole.mention.value, part.mention.value
    return _can_hold(whole, part) and most is not None and least is not None and least < most


def _can_hold(whole: Item, part: Item) -> bool:
    if (whole.mention.unit is None) != (part.mention.unit is None):
        return False
    if whole.mention.unit and part.mention.unit and whole.mention.unit.name != part.mention.unit.name:
        return False
    rates = whole.mention.unit is not None and whole.mention.unit.kind == "rate"
    if rates and part.counted.first < part.counted.last:
        return False  # "46 percent of women, including 40 percent of those in towns" are shares of two wholes
    most = whole.mention.value if whole.mention.value is not None else whole.mention.high
    least = part.mention.value if part.mention.value is not None else part.mention.low
    return most is None or least is None or least <= most


def _sibling(
    run: Run, items: Sequence[Item], wholes: Sequence[int | None], found: Sequence[Predicate | None], k: int
) -> int | None:
    """Return the whole of the part before, which "and four others" continues."""
    if k == 0 or wholes[k - 1] is None or not _can_hold(items[wholes[k - 1] or 0], items[k]):
        return None
    predicate = found[k]
    if predicate is not None and predicate.side == "right":
        return None
    between = [run.low(at) for at in range(items[k - 1].end, items[k].mention.first)]
    joined = bool(between) and between[-1] in {"and", ",", "another", "about", "some"} and "and" in between[-3:]
    ended = {".", ";", "but", "while", "who", ")", "—", "–"}  # "— including two babies — and six crew"
    return wholes[k - 1] if joined and not ended & set(between) else None
