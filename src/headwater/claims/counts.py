"""Which statements in quite different words give one figure for one thing.

"Rebuilding the quay would cost 470 million crowns" and "repairs of what the storm left of the quay will cost 470
million crowns" share few words, but a figure, what it counts, and what else they speak of. Small numbers other than
of victims, shares, years and ages are given for many things at once and tell nothing. That is not enough by itself: of
24 such pairs of real news that were read, a third spoke of two things (polls, states that vote, "737 Max"). Where one
speaker says both on the same days, it was (7 of 7). Known limits: English.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from headwater.claims.forms import Form, Number, sense
from headwater.claims.tables import COMMON, COURTESY, SCALES, SMALL
from headwater.claims.vetoes import SMALL_NUMBER, fits

CROWDED = 40  # forms with one figure for one thing, beyond which it is a set phrase
SHARED = 2  # words that tell something, apart from the figure, that both must have
FEWEST_HARMED = 3  # people to whom the same happened; one and two are given for many things
_YEARS = (1900, 2100)
_BEFALL = """killed dead died | injured wounded hurt | arrested detained | missing | rescued saved | evacuated fled |
released freed | charged | convicted sentenced | tested | treated | searching"""
_BEFALLS = {sense(word): number for number, group in enumerate(_BEFALL.split("|")) for word in group.split()}
_NUMERALS = frozenset(map(sense, (*SMALL, *SCALES)))


def figured(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Yield each pair (i, j), i < j, of forms that give one telling figure for one thing, once, in order."""
    drawers: dict[tuple[float, str, str], list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        for number in _telling(form):
            for stem in set(number.near):
                drawers[number.value, number.unit, stem].append(i)
    found: set[tuple[int, int]] = set()
    for drawer in drawers.values():
        if len(drawer) <= CROWDED:
            found.update((i, j) for i, j in combinations(drawer, 2) if i != j)
    yield from sorted(found)


def count_one_thing(left: Form, right: Form) -> bool:
    """Return whether both give a telling figure for one thing and speak of the same besides."""
    if sum(_tells(stem) for stem in left.kinds & right.kinds) < SHARED:
        return False
    return any(
        a.value == b.value and fits(a, b) and set(a.near) & set(b.near) and _befall_alike(left, a, right, b)
        for a in _telling(left)
        for b in _telling(right)
    )


def _telling(form: Form) -> list[Number]:
    return [
        n
        for n in form.numbers
        if n.bound != "vague"
        and n.unit != "%"
        and (n.value > SMALL_NUMBER or (n.value >= FEWEST_HARMED and _befallen(form, n)))
        and not (not n.unit and _YEARS[0] <= n.value <= _YEARS[1])
        and "-" not in n.near[:1]
        and not any("-old" in word for word in n.near)
    ]


def _tells(stem: str) -> bool:
    return stem not in COMMON and stem not in COURTESY and stem not in _NUMERALS and not stem[0].isdigit()


def _befall_alike(left: Form, a: Number, right: Form, b: Number) -> bool:
    """Return whether nothing else is said to have befallen those who are counted, and of a few the same in both."""
    ours, theirs = _befallen(left, a), _befallen(right, b)
    return bool(ours & theirs) or (a.value > SMALL_NUMBER and (not ours or not theirs))


def _befallen(form: Form, number: Number) -> set[int]:
    around = (*number.near, *form.stems[max(0, number.at - 3) : number.at])
    return {_BEFALLS[stem] for stem in around if stem in _BEFALLS}
