"""Decides how a number is hedged: exact, about, at least, at most, or reported as a movement up or down.

The words directly before the number decide, then those directly after it, then a verb of movement a few words before.
"nearly" and "almost" are *about*: the writer rounds, and does not set a bound.
"""

from dataclasses import dataclass

from headwater.figures.measures import SPANS
from headwater.figures.tokens import Run
from headwater.figures.vocabulary import listed
from headwater.records import QualifierKind

_ABOUT = """
about, around, roughly, approximately, approx, approx., some, nearly, almost, barely, circa, ca, ca., close to, near,
estimated, an estimated, in the region of, in the order of, on the order of, ~, ≈, approaching, somewhere around,
a rough, virtually, practically, averaged, averaging, more or less
"""
_AT_LEAST = """
at least, more than, over, above, no fewer than, no less than, not less than, not fewer than, upwards of,
upward of, in excess of, a minimum of, minimum of, exceeding, exceeds, exceeded, exceed, topped, surpassed,
surpassing, greater than, larger than, higher than, better than, well over, >, ≥, over than, beyond, longer than,
toll passes, toll passed, toll tops, toll topped, toll exceeds, toll exceeded, tops,
as few as, as little as, farther than, older than, bigger than
"""
_AT_MOST = """
up to, as many as, as much as, at most, no more than, not more than, fewer than, less than, under, below, a maximum of,
maximum of, <, ≤, lower than, smaller than, shorter than, within, as high as, as long as, no longer than, no later than,
younger than, capped at, no greater than
"""
_ABOUT_AFTER = "or so, or thereabouts, -odd, -ish"
_AT_LEAST_AFTER = "or more, plus, +, -plus, and above, and up, and counting, at least, or above, or older"
_AT_MOST_AFTER = "or less, or fewer, at most, or under, or below, or younger, max"


def _phrases(table: str, kind: QualifierKind) -> dict[str, QualifierKind]:
    return {" ".join(phrase.split()): kind for phrase in table.split(",")}


BEFORE = (
    _phrases(_ABOUT, "about")
    | _phrases(_AT_LEAST, "at_least")
    | _phrases(_AT_MOST, "at_most")
    | _phrases("exactly, precisely", "exact")
)
AFTER = _phrases(_ABOUT_AFTER, "about") | _phrases(_AT_LEAST_AFTER, "at_least") | _phrases(_AT_MOST_AFTER, "at_most")
UP = listed(
    """
    rise rises rose risen rising increase increases increased increasing grow grows grew grown growing growth
    jump jumps jumped jumping climb climbs climbed climbing gain gains gained gaining up surge surges surged
    surging soar soars soared soaring higher upward advanced advance advances rallied rally swelled leapt leaped
    spiked spike hike hiked boosted
    """
)
DOWN = listed(
    """
    fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease
    decreases decreased decreasing down downward plummet plummets plummeted plummeting crashed lost lose loses
    losing plunge plunges plunged plunging slump slumped slid slide slides shed sheds sank sink sinks tumbled
    tumble tumbles tumbling dipped dip dips shrank shrunk shrink contracted lower cut reduced slipped slip
    slashed slashing eased retreated
    """
)
MOVING = listed(  # "ticked up to 8.1 percent" came to it, "up to 8.1 percent" is a bound
    """
    tick ticks ticked ticking inch inched inching edge edged edging creep crept move moved moving shoot shot shooting go
    goes went gone going come came nudged bumped pushed bounced ramped drove driven brought
    """
)
_TAKEN = listed("take takes took taken taking hand handed handing turn turned turning win won winning")
_STEPS = frozenset({"by", "to", "of", "a", "an", "another", "just", "only", "almost", "further", "as", "the"})
_LOSSES = listed("lost lose loses losing gain gains gained gaining shed sheds cut hike hiked reduced boosted")
_SKIPPED = frozenset({"a", "an", "just", "only", "even", "another", "(", '"', "“", "total"})
_MEASURING = listed("for after in lasted lasting spent took takes of is was just aged to")
PARTICLE_VERBS = listed(  # "gave up 517 yards", "boiling down to $21"
    """
    gave give gives giving put puts putting made make makes making pick picks picked set sets boil boils boiling
    boiled sign signed signs pack packs packed packing break broke opened open took takes take show showed add
    adds turn turned turns
    """
)
_MOVED_ABOUT = 6  # tokens between the verb of movement and the number
_LONGEST = 5  # words in the longest entry of BEFORE


@dataclass(frozen=True, slots=True)
class Hedge:
    """A qualifier and the tokens ``[first, last)`` that say it."""

    kind: QualifierKind
    first: int
    last: int


def read_hedge(run: Run, first: int, last: int, *, measured: bool = True) -> Hedge | None:
    """Return how the mention over tokens ``[first, last)`` is hedged, or None where nothing hedges it.

    ``measured`` says that it is money or a rate: "lost 3%" is a movement, "lost 40 homes" is not.
    """
    return _before(run, first) or _after(run, last) or _moved(run, first, measured=measured)


def _before(run: Run, first: int) -> Hedge | None:
    at = first
    while run.low(at - 1) in _SKIPPED and first - at < 3:
        at -= 1
    for end in range(first, at - 1, -1):
        found = _phrase(run, end)
        if found and run.low(found.first) == "up" and run.low(found.first - 1) in MOVING:
            return Hedge("up", found.first - 1, end)
        if found:
            return None if _spans_time(run, found, first) or _is_about(run, found, first) else found
    return None


def _is_about(run: Run, found: Hedge, first: int) -> bool:
    """Whether "over" or "about" says of what: "talks broke down over a 9 percent rise", unlike "over a dozen"."""
    articled = found.last < first and run.low(found.last) in {"a", "an", "the"}
    if articled and run.low(found.first) == "over" and run.low(found.first - 1) in _TAKEN:
        return True  # "took over a two-storey house"
    return articled and run.low(found.first) in {"over", "about", "around"} and run.kind(first) == "number"


def _spans_time(run: Run, found: Hedge, first: int) -> bool:
    """Whether "over" means during: "grew over eight years", but not "for over eight years"."""
    low = run.low(found.first)
    if low not in {"over", "within"} or found.last - found.first > 1 or run.low(found.first - 1) in _MEASURING:
        return False
    return any(run.low(at) in SPANS for at in range(first, first + 4))


def _phrase(run: Run, end: int) -> Hedge | None:
    for length in range(min(_LONGEST, end), 0, -1):
        kind = BEFORE.get(" ".join(run.low(i) for i in range(end - length, end)))
        if kind:
            return Hedge(kind, end - length, end)
    return None


def _after(run: Run, last: int) -> Hedge | None:
    for length in (2, 1):
        joined = "".join(("" if run.glued(last + k) else " ") + run.low(last + k) for k in range(length)).strip()
        kind = AFTER.get(joined)
        if kind and last + length <= len(run.tokens):
            return Hedge(kind, last, last + length)
    return None


def _moved(run: Run, first: int, *, measured: bool) -> Hedge | None:
    """Find "rose by", "down", "grow sales by" before the number."""
    if run.low(first - 1) == "-" and run.low(first - 2) == "sub":
        return Hedge("at_most", first - 2, first)
    if run.low(first - 1) == "+":
        return Hedge("up", first - 1, first)
    if {run.low(first - 1), run.low(first - 2)} & {"just", "only"}:
        return None  # "rose just 3%", "rise only to 2%" play the movement down
    steps = run.low(first - 1) != "by"  # "grow sales by 35%": the thing that moved may stand between
    for at in range(first - 1, max(first - _MOVED_ABOUT, -1), -1):
        low = run.low(at)
        if low in {"up", "down"} and run.low(at - 1) in PARTICLE_VERBS:
            return None
        if low in _LOSSES and not measured:
            return None
        if low in UP or low in DOWN:
            last = first if run.low(first - 1) == "to" else at + 1  # "rose to" gives where it came to, "rose" how far
            return Hedge("up" if low in UP else "down", at, last)
        if low not in _STEPS and (steps or run.kind(at) != "word"):
            return None
    return None
