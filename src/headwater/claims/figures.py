"""Whether two statements give one figure for one thing in one place, however differently they put it.

"41 people died when the ferry sank off Almeric" and "the number of dead off Almeric stood at 41" have few words in
common, but all that can be checked: a telling number, a name, and what happened to whom. Known limit: what happened
must be said with words of one sense; two ways of putting it that share none are missed.
"""

from headwater.claims.forms import Form, Number, sense
from headwater.claims.similarity import weigh
from headwater.claims.tables import COMMON, SENSES
from headwater.claims.vetoes import SMALL_NUMBER

SHARED = 0.4  # share of what the fuller one tells that both must: a death toll in passing is not what a sentence says
_NO_EVENTS = ("say", "people", "police", "hospital", "child", "car", "house", "percent", "worker")
_NOTHING = frozenset(map(sense, _NO_EVENTS))
# What may happen: the words of one sense that are no words for people, places or saying.
HAPPENS = frozenset(sense(line.split()[0]) for line in SENSES.strip().splitlines()) - _NOTHING


def same_figure(left: Form, right: Form) -> bool:
    """Return whether both give the same telling number, name the same place or people and share what happened.

    >>> from headwater.claims.forms import form
    >>> ferry = form("At least 41 people died when the ferry sank off Almeric")
    >>> same_figure(ferry, form("The number of dead off Almeric stood at 41"))
    True
    >>> same_figure(ferry, form("The captain said 41 people were rescued off Almeric"))
    False
    """
    shared = set(left.stems) & set(right.stems) - COMMON
    a, b = ({name for _, name in made.names} for made in (left, right))
    if not (a & set(right.words) or b & set(left.words)) or not _matched(left, right):
        return False
    heavier = max(sum(map(weigh, set(made.stems) - COMMON)) for made in (left, right))
    return bool(shared & HAPPENS) and sum(map(weigh, shared)) >= SHARED * heavier


def _matched(left: Form, right: Form) -> bool:
    """Return whether each telling number of one stands in the other."""
    a, b = (sorted({(n.value, n.unit) for n in made.numbers if _tells(n)}) for made in (left, right))
    return bool(a) and a == b


def _tells(number: Number) -> bool:
    return number.bound != "vague" and (number.value > SMALL_NUMBER or number.value != int(number.value))
