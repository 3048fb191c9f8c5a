"""Which groups are part of another group: the clause of a sentence that is a statement as a whole.

"The ferry sank and 41 people died" and "41 people died" in the same documents are shown once, as the fuller of the two.
A group is folded into another only where each of its statements lies inside a statement of the other, so that no
document is said to make the fuller claim that makes only the clause; and never where a figure, a date, a name or a
negation forbids it.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from headwater.claims.statements import Said
from headwater.claims.vetoes import veto
from headwater.claims.wholeness import wholeness

OPEN = 8  # statements around another one that are looked at; deeper nests are not read by people
SLACK = 2  # characters, a mark or a blank, by which a clause may stick out


def fold(groups: Mapping[int, Sequence[Said]]) -> dict[int, int]:
    """Return which groups (by key) are folded into which; the targets are never folded themselves."""
    where: dict[str, list[tuple[int, int, int, Said]]] = defaultdict(list)
    for key, items in groups.items():
        for item in items:
            where[item.statement.document].append((item.statement.start, -item.statement.end, key, item))
    held: dict[int, Counter[int]] = defaultdict(Counter)
    pairs: dict[tuple[int, int], tuple[Said, Said]] = {}
    for document in sorted(where):
        around: list[tuple[int, int, int, Said]] = []
        for found in sorted(where[document], key=lambda f: (f[:3], f[3].statement.id)):
            start, end, key, item = found[0], -found[1], found[2], found[3]
            around = [a for a in around if -a[1] > start][-OPEN:]
            for outer in {a[2]: a for a in around if -a[1] + SLACK >= end and a[2] != key}.values():
                held[key][outer[2]] += 1
                pairs.setdefault((key, outer[2]), (item, outer[3]))
            around.append(found)
    into: dict[int, int] = {}
    for key in sorted(held, key=lambda k: (len(groups[k]), k)):
        fuller = [
            outer
            for outer, count in held[key].items()
            if count >= len(groups[key]) and _may_fold(*pairs[key, outer]) and _root(into, outer) != key
        ]
        if fuller:
            into[key] = min(fuller, key=lambda k: (-len(groups[k]), k))
    return {key: _root(into, key) for key in into}


def _root(into: Mapping[int, int], key: int) -> int:
    while key in into:
        key = into[key]
    return key


def _may_fold(part: Said, whole: Said) -> bool:
    """Return whether the part says nothing else than the whole does.

    A whole that is no statement by itself would hide a part that is one.
    """
    if part.denied != whole.denied or (part.form.negated and not whole.form.negated):
        return False
    if wholeness(part.form.text) == "whole" and wholeness(whole.form.text) != "whole":
        return False
    return veto(part.form, whole.form) is None
