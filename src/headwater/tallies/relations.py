"""How two figures that count the same thing relate: equal, within qualifier, update or conflict.

Each figure stands for a range: "at least 40" for 40 and above, "about 40" for what would be rounded to it, "dozens" for
12 and above. Ranges that meet agree; ranges that do not are in conflict, unless the same source counted on.
"""

from headwater.records import Figure, FigureRelation

ABOUT = 0.1  # share of the value that "about" covers at least; "about 1,900" was written for counts up to 2,090


def bounds(figure: Figure) -> tuple[float, float]:
    """Return the lowest and the highest value that the figure's words allow.

    >>> from headwater.tallies.relations import rounding
    >>> rounding(2000.0), rounding(1900.0), rounding(44.0)
    (500.0, 190.0, 4.4)
    """
    kind = figure.qualifier.kind if figure.qualifier else "exact"
    low = figure.value if figure.value is not None else figure.low or 0.0
    high = figure.value if figure.value is not None else figure.high
    if high is None or kind == "at_least":
        return low, float("inf")
    if kind == "at_most":
        return float("-inf"), high
    if kind == "about":
        return low - rounding(low), high + rounding(high)
    return low, high


def rounding(value: float) -> float:
    """Return how far "about" reaches: half a unit of the last digit that is not zero, and ABOUT at least."""
    size = abs(value)
    if size < 10 or size != int(size):
        return size * ABOUT
    unit = 1.0
    while size % (unit * 10) == 0:
        unit *= 10
    return max(size * ABOUT, unit / 2)


def same(left: Figure, right: Figure) -> bool:
    """Whether both figures write the same value with the same hedge."""
    return (left.value, left.low, left.high, _kind(left)) == (right.value, right.low, right.high, _kind(right))


def relate(left: Figure, right: Figure) -> FigureRelation:
    """Return equal, within_qualifier or conflict, from the values alone."""
    if same(left, right):
        return "equal"
    (low, high), (other_low, other_high) = bounds(left), bounds(right)
    return "within_qualifier" if low <= other_high and other_low <= high else "conflict"


def _kind(figure: Figure) -> str:
    kind = figure.qualifier.kind if figure.qualifier else "exact"
    return "exact" if kind in {"up", "down"} else kind
