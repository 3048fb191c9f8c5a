"""Which pairs of forms are compared at all: those that share rare words, so that work grows with the collection, not
with its square.

Each form is filed under its rarest content words, alone where few forms share one, else in twos (blocking after
Fellegi and Sunter 1969, keys as in prefix filtering, Chaudhuri et al. 2006). A drawer that is still crowded is put in
the order of its words, and each form is compared with its next neighbours (Hernández and Stolfo 1995).
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

from headwater.claims.forms import Form
from headwater.claims.tables import COMMON

RAREST = 6  # words of a form that it is filed under
CROWDED = 40  # forms under a key from which only neighbours are compared
NEIGHBOURS = 6


def candidates(forms: Sequence[Form]) -> Iterator[tuple[int, int]]:
    """Yield each pair (i, j), i < j, of forms worth comparing once, in order."""
    content = [sorted({s for s in f.stems if s not in COMMON}) for f in forms]
    count = Counter(stem for stems in content for stem in stems)
    drawers: dict[str | tuple[str, str], list[int]] = defaultdict(list)
    for i, stems in enumerate(content):
        rarest = sorted(stems, key=lambda s: (count[s], s))[:RAREST]
        for stem in rarest:
            if count[stem] <= CROWDED:
                drawers[stem].append(i)
        for pair in combinations(sorted(rarest), 2):
            drawers[pair].append(i)
    found: set[tuple[int, int]] = set()
    for key in sorted(drawers, key=str):
        drawer = drawers[key]
        if len(drawer) <= CROWDED:
            found.update(combinations(drawer, 2))
        else:
            ordered = sorted(drawer, key=lambda i: (forms[i].stems, i))
            for at, i in enumerate(ordered):
                for j in ordered[at + 1 : at + 1 + NEIGHBOURS]:
                    found.add((min(i, j), max(i, j)))
    yield from sorted(found)
