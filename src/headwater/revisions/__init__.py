"""What changed between two versions of the same page: the words, and which quotations and figures they touch.

Documents with the same address are versions of one page. Their order is by the time of retrieval, of the last change
or of publishing, whichever both name; where neither does, the two are compared without saying which came first.
Sentences are aligned first (the longest common subsequence of Hunt and McIlroy, 1976, by difflib), words inside what
differs, so that the cost stays near the length of the text.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from rapidfuzz.distance import Indel

from headwater.align.changes import find_changes
from headwater.ids import identify
from headwater.records import Analysis, Attribution, Change, Figure, Place, Revision, RevisionOrder, Span
from headwater.revisions.addresses import same_page
from headwater.words import words

_ORDERS: tuple[RevisionOrder, ...] = ("retrieved", "modified", "published")
ALIKE = 0.5  # share of words from which two sentences are one, changed
MOVED = 4  # words more that the stretches must share when they are compared as one
RUN = 5  # words that two other sentences share, if any: a "her" or "of the trial" in both is nothing that stayed
PAIRS = 2_500  # pairs of sentences of a differing stretch that are compared one by one
LONGEST = 4000  # words of a differing stretch that are aligned one by one; a longer one counts as replaced whole


def find_revisions(analyses: Sequence[Analysis]) -> tuple[Revision, ...]:
    """Return what changed between neighbouring versions of each page, by address and order."""
    pages: defaultdict[str, list[Analysis]] = defaultdict(list)
    for analysis in analyses:
        if (page := same_page(analysis.document.url)) is not None:
            pages[page].append(analysis)
    found = []
    for page in sorted(pages):
        order, versions = _ordered(pages[page])
        for earlier, later in pairwise(versions):
            if earlier.document.text != later.document.text:
                found.append(_revision(page, order, earlier, later))
    return tuple(found)


def _ordered(versions: Sequence[Analysis]) -> tuple[RevisionOrder, list[Analysis]]:
    """Return by what the versions are ordered, and the versions in that order; "unknown" keeps that of their ids."""
    for order in _ORDERS:
        dates = [getattr(version.document, order) for version in versions]
        if all(dates) and len(set(dates)) == len(dates):
            return order, sorted(versions, key=lambda v: (str(getattr(v.document, order)), v.document.id))
    return "unknown", sorted(versions, key=lambda v: v.document.id)


def _revision(page: str, order: RevisionOrder, earlier: Analysis, later: Analysis) -> Revision:
    left, right = earlier.document, later.document
    changes = find_changes(left.text, right.text, tuple(_matched(left.text, right.text, earlier, later)))
    quotations = [
        *(Place(left.id, s.start, s.end) for s in _touched(_quoted(earlier), changes, "left")),
        *(Place(right.id, s.start, s.end) for s in _touched(_quoted(later), changes, "right")),
    ]
    figures = [
        *(Place(left.id, s.start, s.end) for s in _touched(_counted(earlier.figures), changes, "left")),
        *(Place(right.id, s.start, s.end) for s in _touched(_counted(later.figures), changes, "right")),
    ]
    return Revision(
        id=identify("revision", page, left.id, right.id),
        url=page,
        earlier=left.id,
        later=right.id,
        order=order,
        changes=changes,
        quotations=tuple(quotations),
        figures=tuple(figures),
        why=_why(order, earlier, later),
    )


def _why(order: RevisionOrder, earlier: Analysis, later: Analysis) -> str:
    if order == "unknown":
        return "Both were found at the same address; nothing says which came first."
    words_of = {"retrieved": "retrieved", "modified": "last changed", "published": "published"}[order]
    return (
        f"Both were found at the same address; one was {words_of} {getattr(earlier.document, order)}, "
        f"the other {getattr(later.document, order)}."
    )


def _matched(left: str, right: str, earlier: Analysis, later: Analysis) -> Iterator[tuple[Span, Span]]:
    """Yield the runs that both versions have, in order; the first and the last are empty, so that ends count too."""
    yield Span(0, 0), Span(0, 0)
    ours, theirs = _sentences(earlier), _sentences(later)
    matcher = SequenceMatcher(
        None, [_folded(left, s) for s in ours], [_folded(right, s) for s in theirs], autojunk=False
    )
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind == "equal":
            yield Span(ours[i1].start, ours[i2 - 1].end), Span(theirs[j1].start, theirs[j2 - 1].end)
        elif kind == "replace":
            yield from _matched_words(left, right, ours[i1:i2], theirs[j1:j2])
    yield Span(len(left), len(left)), Span(len(right), len(right))


def _matched_words(left: str, right: str, ours: Sequence[Span], theirs: Sequence[Span]) -> list[tuple[Span, Span]]:
    """Return the runs of words that two stretches share, in order.

    They are sought sentence by sentence, so that a name that moves to another sentence is no part of both; where whole
    sentences were joined or parted that finds less, and the stretches are compared as one.
    """
    whole = _stayed(_runs(left, right, ours, theirs), left, right, ours, theirs)
    pairs = _paired(left, right, ours, theirs)
    found: list[tuple[Span, Span]] = []
    i = j = 0
    for a, b in [*pairs, (len(ours), len(theirs))]:
        if a > i and b > j:
            found += _long(left, _runs(left, right, ours[i:a], theirs[j:b]))
        if a < len(ours):
            end = Span(ours[a].end, ours[a].end), Span(theirs[b].end, theirs[b].end)  # what changed there ends there
            found += [*_runs(left, right, ours[a : a + 1], theirs[b : b + 1]), end]
        i, j = a + 1, b + 1
    count = [sum(len(words(left, a.start, a.end)) for a, _ in runs) for runs in (whole, found)]
    return found if pairs and count[0] <= count[1] + MOVED else whole


def _stayed(
    runs: list[tuple[Span, Span]], left: str, right: str, ours: Sequence[Span], theirs: Sequence[Span]
) -> list[tuple[Span, Span]]:
    """Return all runs of stretches that are alike, of others the long ones: a rewritten paragraph shares odd words."""
    longest = max(len(words(t, s[0].start, s[-1].end)) for t, s in ((left, ours), (right, theirs)))
    shared = sum(len(words(left, run.start, run.end)) for run, _ in runs)
    return runs if shared >= ALIKE * longest else _long(left, runs)


def _long(left: str, runs: Sequence[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    return [run for run in runs if len(words(left, run[0].start, run[0].end)) >= RUN]


def _runs(left: str, right: str, ours: Sequence[Span], theirs: Sequence[Span]) -> list[tuple[Span, Span]]:
    mine = words(left, ours[0].start, ours[-1].end)
    others = words(right, theirs[0].start, theirs[-1].end)
    if max(len(mine), len(others)) > LONGEST:
        return []
    matcher = SequenceMatcher(None, [w.folded for w in mine], [w.folded for w in others], autojunk=False)
    return [
        (Span(mine[i].start, mine[i + size - 1].end), Span(others[j].start, others[j + size - 1].end))
        for i, j, size in matcher.get_matching_blocks()
        if size
    ]


def _paired(left: str, right: str, ours: Sequence[Span], theirs: Sequence[Span]) -> list[tuple[int, int]]:
    """Return which sentences are one sentence in both versions, by number, in order: as alike together as can be."""
    if len(ours) * len(theirs) > PAIRS:
        return []
    mine, others = (
        [[w.folded for w in words(t, s.start, s.end)] for s in spans] for t, spans in ((left, ours), (right, theirs))
    )
    best: list[list[tuple[float, list[tuple[int, int]]]]] = [[(0.0, [])] * (len(others) + 1)]
    for i, one in enumerate(mine):
        row: list[tuple[float, list[tuple[int, int]]]] = [(0.0, [])]
        for j, other in enumerate(others):
            likeness = _likeness(one, other)
            paired = best[i][j][0] + likeness, [*best[i][j][1], (i, j)]
            row.append(max([best[i][j + 1], row[j], *([paired] if likeness >= ALIKE else [])], key=lambda b: b[0]))
        best.append(row)
    return best[-1][-1][1]


def _likeness(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the share of the words of two sentences that both have in one order."""
    return float(Indel.normalized_similarity(one, other)) if set(one) & set(other) else 0.0


def _sentences(analysis: Analysis) -> list[Span]:
    """Return the sentences, and the parts that have none (bylines, captions), in order, none overlapping."""
    found: list[Span] = []
    parts = sorted(analysis.segments, key=lambda s: (s.start, s.kind != "sentence", s.end))
    inner = {s.start for s in analysis.segments if s.kind == "sentence"}
    for part in parts:
        if part.kind != "sentence" and part.start in inner:
            continue
        if not found or part.start >= found[-1].end:
            found.append(Span(part.start, part.end))
    return found


def _folded(text: str, span: Span) -> str:
    return " ".join(word.folded for word in words(span.of(text)))


def _quoted(analysis: Analysis) -> list[Span]:
    """Return the words that somebody is quoted with."""
    return sorted({s for a in analysis.attributions if _is_quotation(a) for s in a.content})


def _is_quotation(attribution: Attribution) -> bool:
    return attribution.kind in ("direct", "mixed")


def _counted(figures: Sequence[Figure]) -> list[Span]:
    return sorted({Span(f.start, f.end) for f in figures})


def _touched(spans: Sequence[Span], changes: Sequence[Change], side: str) -> Iterator[Span]:
    """Yield the spans in which something stands that the other version has not, or has otherwise."""
    changed = [span for change in changes if (span := getattr(change, side)) is not None]
    for span in spans:
        if any(change.start < span.end and span.start < change.end for change in changed):
            yield span
