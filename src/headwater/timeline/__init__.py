"""Dates that stand in another document: by a shared passage, or by an event named in one text and dated in another.

``anchor_across`` looks at the dates that a document alone leaves open. A passage that a dated document has too gives
its dates (``passages``). "Two weeks later" behind a video, and "two weeks after the sinking of the Halcyon", are
counted from the day on which the collection dates that video or that sinking (``events``). The year stays XXXX where
no text gives it. Two texts that date the event differently decide nothing.
Known limits: English; an event is known by a noun and a name beside it ("the video of the Harl Province").
"""

from collections.abc import Sequence
from dataclasses import replace

from headwater.records import Analysis, Reuse, Time
from headwater.timeline.events import from_events
from headwater.timeline.passages import from_passages

__all__ = ["anchor_across"]


def anchor_across(analyses: Sequence[Analysis], reuse: Sequence[Reuse]) -> tuple[Analysis, ...]:
    """Return the analyses with the dates that only the collection tells; what a document tells itself stays."""
    with_passages = _with(analyses, from_passages(analyses, reuse))
    return _with(with_passages, from_events(with_passages))


def _with(analyses: Sequence[Analysis], found: Sequence[Time]) -> tuple[Analysis, ...]:
    times = {time.id: time for time in found}
    return tuple(
        replace(a, times=tuple(times.get(t.id, t) for t in a.times)) if any(t.id in times for t in a.times) else a
        for a in analyses
    )
