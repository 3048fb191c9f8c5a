"""Passives whose subject was taken for the source: who is accused, praised or asked says nothing.

“Quill | was accused of | theft” tells, with nobody named, that Quill did it: the subject goes into the content. “Quill
| was told that | it leaks” is told by nobody named: the source is left out. Where “by Oduya” follows, the words are
Oduya's. Limit: one sentence; the subject must stand right before its verb, but for what commas set off.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute.candidates import Candidate
from headwater.records import Span

REACH = 160  # characters between a subject and its verb, for what commas set off
_BE = r"(?:(?:is|are|was|were|been|being|be|gets|got)\s|['’](?:s|re)\s)"
_ADVERBS = r"(?:(?:also|widely|often|repeatedly|recently|now|later|first|long|since|once|again|already|still)\s)?"
_JUDGED = re.compile(
    rf"{_BE}{_ADVERBS}(?P<verb>accused|charged|criticized|criticised|blamed|praised|credited|suspected|condemned|"
    r"convicted|indicted|slammed|mocked|lauded|hailed|rebuked|denounced|ridiculed)\b",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?:wrongly |falsely |also )?(?P<verb>accused of|charged with|suspected of|convicted of|indicted)\Z", re.IGNORECASE
)
_ADDRESSED = re.compile(
    rf"{_BE}{_ADVERBS}(?P<verb>asked|told|informed|reminded|warned|questioned|briefed|pressed|quizzed|grilled|assured|"
    r"advised|urged|instructed|ordered)\b",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r",?\s?|,[^.!?\n“”\"]*,\s")
_BY = re.compile(
    r"\sby\s(?P<who>(?:(?:the|a|an|his|her|their)\s)?(?:[\w’'-]{1,30}\s){0,3}?[A-ZÀ-Þ][\w.’'-]{0,30}(?:\s[A-ZÀ-Þ][\w’'-]{0,30}){0,4})"
)


def turned(text: str, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates, no subject of a passive left as the source of what is said of or to it."""
    return [_turned(text, c) for c in candidates]


def _turned(text: str, candidate: Candidate) -> Candidate:
    if len(candidate.source) != 1 or not candidate.cue:
        return candidate
    who, cue = candidate.source[0], candidate.cue[0]
    if not who.end <= cue.start <= who.end + REACH or _BETWEEN.fullmatch(text, who.end, cue.start) is None:
        return candidate
    if _ADDRESSED.search(text, cue.start, cue.end):
        return replace(candidate, source=())
    verb = _JUDGED.search(text, cue.start, cue.end) or _BARE.match(text, cue.start, cue.end)
    if verb is None or candidate.content[0].start < cue.end:
        return candidate
    by = _BY.match(text, verb.end("verb"))
    source = (Span(by.start("who"), by.end("who")),) if by is not None else ()
    rest = tuple(s for s in candidate.content if not any(s.start <= w.start < s.end for w in source))
    return replace(candidate, source=source, content=(who, *rest))
