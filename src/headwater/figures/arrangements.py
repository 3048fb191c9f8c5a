"""Decides which numbers are no figures by how they stand to other numbers: cells of a table, places in a row, odds,
sizes of timber.
"""

from headwater.figures.numerals import Numeral, is_number_word
from headwater.figures.tokens import Run
from headwater.figures.units import Unit
from headwater.figures.vocabulary import FUNCTION, listed

ROW = 4  # numbers side by side that make a row of a table
_PICTURES = listed("caption photo photos image images slide picture page part step next previous")


def is_cell(run: Run, numeral: Numeral) -> bool:
    """Find a number in a row of numbers with nothing between them."""
    first, last = numeral.first, numeral.last
    while run.kind(first - 1) == "number" and numeral.first - first < ROW:
        first -= 1
    while run.kind(last) == "number" and last - numeral.last < ROW:
        last += 1
    return last - first >= ROW and (first < numeral.first or numeral.last < last)


def is_odds(run: Run, numeral: Numeral, after: Unit | None) -> bool:
    """Find both numbers of "more than 20 to 1" and "ten to one", behind which nothing is counted."""
    first, last = numeral.first, numeral.last
    if run.low(last) == "to" and run.low(last + 1) in {"1", "one"}:
        end = last + 2
    elif run.low(first) in {"1", "one"} and last == first + 1 and run.low(first - 1) == "to":
        end = last if run.kind(first - 2) == "number" or is_number_word(run.low(first - 2)) else -1
    else:
        return False
    ended = run.kind(end) != "word" or run.low(end) in FUNCTION or run.low(end).endswith("wide")
    return after is None and end >= 0 and ended


def is_timber(run: Run, numeral: Numeral) -> bool:
    """Find "2-by-4s", "two-by-four"."""
    first, last = numeral.first, numeral.last
    behind = run.low(last) == "-" and run.low(last + 1) == "by" and run.low(last + 2) == "-"
    before = run.low(first - 1) == "-" and run.low(first - 2) == "by" and run.low(first - 3) == "-"
    return (behind and run.glued(last + 3)) or (before and run.glued(first))


def is_place_in_row(run: Run, numeral: Numeral) -> bool:
    """Find "Hide caption 5 of 18 Photos", unlike "5 of 18 ports": which of so many pictures, with no noun counted."""
    at = numeral.first
    if run.low(at - 1) == "of" and run.kind(at - 2) == "number":
        at -= 2
    place, total = at, at + 2
    if run.kind(place) != "number" or run.low(at + 1) != "of" or run.kind(total) != "number":
        return False
    behind = run.kind(total + 1) != "word" or run.tokens[total + 1].is_capital or len(run.low(total + 1)) == 1
    before = place == 0 or run.low(place - 1) in _PICTURES or run.tokens[place - 1].is_capital
    return behind and before
