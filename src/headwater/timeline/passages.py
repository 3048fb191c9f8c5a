"""Dates of an undated document from a passage that it shares with a dated one: the same words mean the same day.

Only words that stand in a matched run with the same words around them count, and only where all documents that have
the passage agree. Which of them copied does not matter.
"""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from headwater.records import Analysis, Document, Evidence, Place, Reuse, Span, Time
from headwater.timeline.naming import name_of
from headwater.times.calendar import edtf_of


def from_passages(analyses: Sequence[Analysis], reuse: Sequence[Reuse]) -> list[Time]:
    """Return the open dates of documents without a date that a shared passage tells."""
    by_id = {a.document.id: a for a in analyses}
    starts = {key: [t.start for t in a.times] for key, a in by_id.items()}
    open_: dict[str, Time] = {}
    told: defaultdict[str, dict[str, tuple[Time, Document]]] = defaultdict(dict)
    for shared in reuse:
        for mine, other in ((shared.left, shared.right), (shared.right, shared.left)):
            here, there = by_id.get(mine.document), by_id.get(other.document)
            if here is None or there is None or here.document.published or not there.document.published:
                continue
            for left, right in shared.blocks:
                own, its = (left, right) if mine is shared.left else (right, left)
                for time, answer in _pairs(here, there, own, its, starts):
                    open_[time.id] = time
                    told[time.id].setdefault(answer.value, (answer, there.document))
    result = []
    for key, answers in sorted(told.items()):
        if len(answers) == 1:
            ((answer, document),) = answers.values()
            result.append(_anchored(open_[key], answer, document))
    return result


def is_open(time: Time) -> bool:
    """Whether a date lacks its year, or more."""
    return time.kind in ("date", "time") and time.value.startswith("XXXX")


def _pairs(
    here: Analysis, there: Analysis, own: Span, its: Span, starts: dict[str, list[int]]
) -> Iterator[tuple[Time, Time]]:
    """Yield open dates of a run with the dates that stand at the same place of the other text."""
    if own.end - own.start != its.end - its.start:
        return
    known = starts[here.document.id]
    others = {t.start: t for t in there.times}
    for time in here.times[bisect_left(known, own.start) : bisect_right(known, own.end)]:
        answer = others.get(time.start - own.start + its.start)
        inside = time.end <= own.end and answer is not None and answer.end - answer.start == time.end - time.start
        if answer is None or not inside or not is_open(time) or "X" in answer.value or answer.value.endswith("_REF"):
            continue
        if here.document.text[time.start : time.end] == there.document.text[answer.start : answer.end]:
            yield time, answer


def _anchored(time: Time, answer: Time, document: Document) -> Time:
    name, day = name_of(document), (document.published or "")[:10]
    why = f"The same passage stands in {name} of {day}, where these words are {answer.value}."
    return replace(
        time,
        value=answer.value,
        edtf=edtf_of(answer.value),
        anchor=f"same passage in {name}, {day}",
        evidence=Evidence(
            rule="times: shared passage",
            why=why,
            places=(*time.evidence.places, Place(document.id, answer.start, answer.end)),
        ),
    )
