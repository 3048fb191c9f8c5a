"""Finds the quantities of a run: numbers with their units and hedges, ranges joined, what is no figure left out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from headwater.figures.exclusions import why_not
from headwater.figures.numerals import Numeral, read_numeral
from headwater.figures.qualifiers import Hedge, read_hedge
from headwater.figures.tokens import Run
from headwater.figures.units import Unit, unit_after, unit_before
from headwater.figures.vocabulary import is_plural

_DASHES = frozenset({"-", "–", "—"})
_GAP = 6  # tokens that may stand between the ends of "from 20 miles in 2008 to 29 miles"
_OPEN = frozenset({"more", "less", "fewer", "so"})
_SMALL = 1000  # numbers from here on are no part of "10 and 4 million"
_LEFT_OUT = 3  # figures back to the one whose verb is left out
_HEDGES = frozenset(
    {"about", "around", "up", "to", "some", "just", "approximately", "roughly", "nearly", "almost", "over", "a", "as"}
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A quantity over ``tokens[first:last]``; the number alone is ``tokens[number_first:number_last]``.

    A range has ``low`` and ``high`` and no ``value``; a vague word has ``low`` alone.
    """

    first: int
    last: int
    number_first: int
    number_last: int
    value: float | None
    low: float | None
    high: float | None
    unit: Unit | None
    hedge: Hedge | None
    form: str
    mantissa: float
    magnitude: float


def mentions(run: Run, *, comma_decimal: bool, taken: Callable[[int, int], bool]) -> list[Mention]:
    """Return the quantities of ``run`` in text order. ``taken(start, end)`` says that a date covers these offsets."""
    found = list(_single(run, comma_decimal=comma_decimal, taken=taken))
    joined = _join(run, found)
    hedged = [replace(m, hedge=_hedge(run, m)) for m in joined]
    return [_inherit(run, hedged, at) for at in range(len(hedged))]


def _hedge(run: Run, mention: Mention) -> Hedge | None:
    """Return how the mention is hedged, before or behind it, or between number and unit: "20 or more points"."""
    measured = _is_measured(mention)
    found = read_hedge(run, mention.first, mention.last, measured=measured)
    if found is None and mention.number_last < mention.last:
        inside = read_hedge(run, mention.number_last, mention.number_last, measured=measured)
        return inside if inside is not None and inside.first == mention.number_last else None
    return found


def _is_measured(mention: Mention) -> bool:
    return mention.unit is not None and mention.unit.kind in {"money", "rate"}


def _single(run: Run, *, comma_decimal: bool, taken: Callable[[int, int], bool]) -> Iterator[Mention]:
    at = 0
    while at < len(run.tokens):
        before = unit_before(run, at)
        numeral = read_numeral(run, at, comma_decimal=comma_decimal, money=before is not None)
        if numeral is None:
            at += 1
            continue
        after = unit_after(run, numeral.last)
        if after is None and numeral.form == "vague" and run.low(numeral.last) == "of":
            after = unit_after(run, numeral.last + 1)  # "hundreds of miles"
        if after is None and run.low(numeral.last) == "or" and run.low(numeral.last + 1) in _OPEN:
            after = unit_after(run, numeral.last + 2)  # "20 or more percentage points"
        if before and after and after.kind != "money":
            after = None  # "$80 per sq m" is money
        if why_not(run, numeral, before, after) is None and not _dated(run, numeral, before or after, taken):
            yield _mention(run, numeral, before, after)
        at = numeral.last


def _dated(run: Run, numeral: Numeral, unit: Unit | None, taken: Callable[[int, int], bool]) -> bool:
    """Whether a date expression covers the number and no unit makes it a length ("two years later")."""
    if unit is not None:
        return False
    return taken(run.tokens[numeral.first].start, run.tokens[numeral.last - 1].end)


def _mention(run: Run, numeral: Numeral, before: Unit | None, after: Unit | None) -> Mention:
    sign = _sign(run, numeral.first, before)
    first = min(numeral.first, before.first) if before else numeral.first
    if sign < 0 and not before:
        first -= 1 if run.low(first - 1) != "-" or run.low(first - 2) != "minus" else 2
    unit = before or after
    last = after.last if after else numeral.last
    return Mention(
        first=first,
        last=max(last, numeral.last),
        number_first=numeral.first,
        number_last=numeral.last,
        value=None if numeral.value is None else sign * numeral.value,
        low=numeral.low,
        high=None,
        unit=unit,
        hedge=None,
        form=numeral.form,
        mantissa=sign * numeral.mantissa,
        magnitude=numeral.magnitude,
    )


def _sign(run: Run, at: int, before: Unit | None) -> int:
    """Return -1 where a minus stands before the number: "minus 4", "minus-130", "-0.5", "$-50bn"."""
    previous = run.low(at - 1)
    if (run.low(at - 2), run.low(at - 3)) == ("or", "plus"):
        return 1  # "plus or minus three points"
    if previous == "minus" or (previous == "-" and run.low(at - 2) == "minus"):
        return -1
    if previous in {"-", "−", "–"} and run.glued(at):
        free = not run.glued(at - 1) or run.low(at - 2) in {"(", "["} or before is not None
        return -1 if free and run.kind(at - 2) != "number" else 1
    return 1


def _join(run: Run, found: list[Mention]) -> list[Mention]:
    joined: list[Mention] = []
    at = 0
    while at < len(found):
        pair = _range(run, found[at], found[at + 1]) if at + 1 < len(found) else None
        joined.append(pair or found[at])
        at += 2 if pair else 1
    return joined


def _range(run: Run, left: Mention, right: Mention) -> Mention | None:
    """Return the range of two neighbours: "5-10", "15 to 22", "between X and Y", "from X to Y", "three or four"."""
    if left.value is None or right.value is None:
        return None
    if left.unit and right.unit and not _same_unit(left.unit, right.unit):
        return None
    if left.unit and not right.unit and left.unit.kind != "money" and left.unit.first >= left.number_last:
        return None
    between = [run.low(at) for at in range(left.last, right.first)]
    bare = [word for word in between if (word not in _HEDGES or word == "to") and word != "-"]  # "10- to 15-foot"
    opener = _opener(run, left)
    glued = len(between) == 1 and between[0] in _DASHES
    if opener == "between":
        joins = (("and" in bare or "to" in bare) and len(between) <= _GAP) or glued
    elif opener == "from":
        joins = ("to" in between and len(between) <= _GAP and not {",", ";", "and"} & set(between)) or glued
    elif glued:
        joins = left.value < right.value or left.mantissa < right.mantissa
    elif bare == ["to"]:
        joins = left.mantissa < right.mantissa and not (left.unit and _moves_to(run, left))
    elif bare == ["or"]:
        step = right.value - left.value
        joins = left.unit is None and 0 < step <= max(2, left.value) and not is_plural(run.low(left.last))
    else:
        joins = False
    if not joins:
        return None
    low = left.value
    rising = left.value < right.mantissa or (opener == "between" and left.value < _SMALL)  # "between 10 and 4 million"
    if left.magnitude == 1.0 < right.magnitude and rising and _leaves_magnitude(left, right):
        low = left.value * right.magnitude
    return replace(
        right,
        first=left.first,
        number_first=left.number_first,
        value=None,
        low=min(low, right.value),
        high=max(low, right.value),
        unit=right.unit or left.unit,
        form="range",
    )


def _same_unit(left: Unit, right: Unit) -> bool:
    return left.name == right.name or (left.kind == right.kind == "money" and {left.name, right.name} <= {"$", "USD"})


def _leaves_magnitude(left: Mention, right: Mention) -> bool:
    """Whether the left end leaves its magnitude to the right: "3 to 5 million", "$89 to $93 billion"."""
    return left.unit is None or (left.unit.kind == "money" and left.form == "digits")


def _moves_to(run: Run, left: Mention) -> bool:
    """Whether "to" gives where a movement ended: "rose 5 percent to 10 percent"."""
    hedge = read_hedge(run, left.first, left.first)
    if run.low(left.first - 1) == "by":
        return True
    return hedge is not None and hedge.kind in {"up", "down"}


def _opener(run: Run, left: Mention) -> str:
    at = left.first - 1
    while run.low(at) in _HEDGES and left.first - at < 4:
        at -= 1
    return run.low(at)


def _inherit(run: Run, found: list[Mention], at: int) -> Mention:
    """Give a conversion in brackets the hedge of what it converts: "more than seven miles (11 km)".

    "Shares of Oram were down 2.3%, Harl by 2.6%": the verb that is left out is that of the first.
    """
    mention = found[at]
    if mention.hedge is None and run.low(mention.first - 1) == "by" and _is_measured(mention):
        moved = [m for m in found[max(0, at - _LEFT_OUT) : at] if m.hedge and m.hedge.kind in {"up", "down"}]
        before = moved[-1] if moved else None
        between = {run.low(k) for k in range(before.last, mention.first)} if before else {";"}
        return replace(mention, hedge=before.hedge) if before and not between & {";", ".", "but"} else mention
    if at == 0 or mention.hedge or mention.first - 1 != found[at - 1].last or run.low(mention.first - 1) != "(":
        return mention
    before = found[at - 1]
    converts = before.unit and mention.unit and before.unit.kind == mention.unit.kind
    return replace(mention, hedge=before.hedge) if converts else mention
