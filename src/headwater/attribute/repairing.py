"""Slips that the sentence around a cue shows: whose words they are, and where what is said begins and ends.

- A participle after an inverted cue goes on with its speaker: “It leans, said Quill, *adding* that …” is Quill's.
- What a headline says ends with the headline, what a text says does not begin in it.
- “rejected claims by the mayor that the wall leans” denies that the wall leans, not “by the mayor”.
- “claims to have won”: the infinitive opens what is said.
- “nobody was telling the truth” gives nobody's words.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute.candidates import Candidate
from headwater.records import Segment, Span

REACH = 300  # characters between an inverted cue and a participle that goes on with its speaker
_PARTICIPLE = re.compile(
    r"(?:and )?(?:adding|saying|noting|insisting|arguing|warning|explaining|claiming|stressing|pointing out|telling)\b"
)
_BY = re.compile(r"(?:made )?by [^,.;:!?“”\"\n]{2,80}? that\s")
_INFINITIVE = re.compile(r"(?<=[a-z]) to\Z")
_IDIOM = re.compile(r"\s(?:the (?:whole )?truth|lies|a lie|untruths|stories|tales)\b")


def repaired(text: str, candidates: Sequence[Candidate], segments: Sequence[Segment]) -> list[Candidate]:
    """Return the candidates without these slips, in the same order."""
    kept = [c for c in candidates if not _is_idiom(text, c)]
    headings = sorted({(s.start, s.end) for s in segments if s.kind == "heading"})
    whole = [_within_heading(c, headings) for c in kept]
    whole = [_without_agent(text, _with_infinitive(text, c)) for c in whole]
    return _gone_on(text, whole)


def _is_idiom(text: str, candidate: Candidate) -> bool:
    return bool(candidate.cue) and _IDIOM.match(text, candidate.cue[-1].end, candidate.cue[-1].end + 20) is not None


def _within_heading(candidate: Candidate, headings: Sequence[tuple[int, int]]) -> Candidate:
    """Return the candidate with its content on the same side of a heading's end as its cue."""
    if not candidate.cue or not headings:
        return candidate
    holder = _heading(candidate.cue[0].start, headings)
    content = []
    for span in candidate.content:
        other = _heading(span.start, headings)
        if holder is not None:
            span = Span(max(span.start, holder[0]), min(span.end, holder[1]))
        elif other is not None:
            span = Span(max(span.start, other[1]), span.end)
        if span.start < span.end:
            content.append(span)
    return replace(candidate, content=tuple(content)) if content else candidate


def _heading(position: int, headings: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    at = bisect_right(headings, (position, 1 << 60)) - 1
    return headings[at] if at >= 0 and position < headings[at][1] else None


def _without_agent(text: str, candidate: Candidate) -> Candidate:
    first = candidate.content[0]
    match = _BY.match(text, first.start, first.end)
    if match is None or not candidate.cue or candidate.cue[-1].end > first.start:
        return candidate
    return replace(candidate, content=(Span(match.end() - len("that "), first.end), *candidate.content[1:]))


def _with_infinitive(text: str, candidate: Candidate) -> Candidate:
    """Return the candidate with the "to" of an infinitive in its content, not in its cue."""
    if not candidate.cue:
        return candidate
    cue, first = candidate.cue[-1], candidate.content[0]
    if not _INFINITIVE.search(text, cue.start, cue.end) or first.start != cue.end + 1:
        return candidate
    return replace(
        candidate,
        cue=(*candidate.cue[:-1], Span(cue.start, cue.end - len(" to"))),
        content=(Span(cue.end - len("to"), first.end), *candidate.content[1:]),
    )


def _gone_on(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, participles that go on with an inverted cue's speaker given to that one."""
    inverted = sorted(
        (c for c in candidates if c.source and c.cue and c.content and c.cue[0].end + 1 == c.source[0].start),
        key=lambda c: c.cue[0].start,
    )
    starts = [c.cue[0].start for c in inverted]
    found = []
    for c in candidates:
        if c.cue and _PARTICIPLE.match(text, c.cue[0].start, c.cue[0].end):
            at = bisect_right(starts, c.cue[0].start - 1) - 1
            lead = inverted[at] if at >= 0 else None
            if lead is not None and _goes_on(text, lead, c):
                c = replace(c, source=lead.source)
        found.append(c)
    return found


def _goes_on(text: str, lead: Candidate, candidate: Candidate) -> bool:
    """Whether a participle's source is none, or stands in what the speaker before it says."""
    between = text[lead.source[-1].end : candidate.cue[0].start]
    if lead.source[-1].end > candidate.cue[0].start or len(between) > REACH or re.search(r"[.!?\n“”\"]", between):
        return False
    return not candidate.source or any(
        held.start <= candidate.source[0].start < held.end or candidate.source[0].start < lead.cue[0].start
        for held in lead.content
    )
