"""Which attribution stands inside which: a tree by containment.

An attribution lies inside another when its source, cue and content all lie within the other's content. Its parent is
the smallest such holder. Whoever is cited for what another says has that one's content and lies inside it. Nothing ever
holds itself, since a holder starts before or ends after what it holds. Sweep by position with a stack of open holders;
linear after sorting.
"""

from collections.abc import Sequence

from headwater.attribute.candidates import Candidate, covered
from headwater.attribute.relayed import CITING

DEEPEST = 32  # holders kept open at a time; four deep is the most that was seen in print
SLACK = 2  # characters by which a cue or mark may stick out of the content


def parents(candidates: Sequence[Candidate]) -> list[int | None]:
    """Return for each candidate the index of the one that holds it. Candidates are sorted by position."""
    found: list[int | None] = []
    order = sorted(
        range(len(candidates)), key=lambda i: (_content_start(candidates[i]), -_content_end(candidates[i]), i)
    )
    holders: list[int] = []
    at = 0
    for i, inner in sorted(enumerate(candidates), key=lambda pair: (pair[1].start, pair[0])):
        while at < len(order) and _content_start(candidates[order[at]]) <= inner.start + SLACK:
            holders.append(order[at])
            at += 1
        holders = [h for h in holders if _content_end(candidates[h]) + SLACK > inner.start][-DEEPEST:]
        found.append(_smallest(candidates, holders, i))
    by_index = sorted(range(len(candidates)), key=lambda i: (candidates[i].start, i))
    result: list[int | None] = [None] * len(candidates)
    for position, i in enumerate(by_index):
        result[i] = found[position]
    return _with_cited(candidates, result)


def _with_cited(candidates: Sequence[Candidate], holders: list[int | None]) -> list[int | None]:
    """Return the holders, those that are cited for another's words inside that one: their contents are the same."""
    said = {c.content: i for i, c in enumerate(candidates) if c.rule != CITING}
    return [said.get(c.content) if c.rule == CITING else holders[i] for i, c in enumerate(candidates)]


def _content_start(candidate: Candidate) -> int:
    return candidate.content[0].start


def _content_end(candidate: Candidate) -> int:
    return candidate.content[-1].end


def _smallest(candidates: Sequence[Candidate], holders: Sequence[int], i: int) -> int | None:
    best: int | None = None
    for h in holders:
        if h == i or not _holds(candidates[h], candidates[i]):
            continue
        if best is None or (covered(candidates[h].content), h) < (covered(candidates[best].content), best):
            best = h
    return best


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether all spans of ``inner`` lie in fragments of the content of ``outer``, and its content is smaller."""
    if covered(inner.content) >= covered(outer.content):
        return False
    return all(
        any(held.start - SLACK <= span.start and span.end <= held.end + SLACK for held in outer.content)
        for span in (*inner.source, *inner.cue, *inner.content)
    )
