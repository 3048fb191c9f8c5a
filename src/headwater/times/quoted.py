"""The time of speaking inside a quotation: when its source spoke, where the text says so.

"Today" inside quotation marks is the speaker's today. A date that stands with the cue ("said on Friday", "On 12 May
the minister said") is when the source spoke; a year inside the source ("a 2014 report") is when it wrote. A date
farther off may be that of what is spoken about, so it is not used. Without such a date a quotation in news is read
from the document's date, and one in a narrative from nothing.
"""

import bisect
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Attribution, Segment, Span
from headwater.times.meanings import Expression

BEHIND_CUE = 40  # characters between the cue's end and its date: "told the state radio of Arlen on Friday"
OPENING = 12  # characters of a sentence before a date that opens it: "On", "Late on"


@dataclass(frozen=True, slots=True)
class Dated:
    """What dates a quotation: the index of the expression ``by`` which it is dated, None where there is none."""

    by: int | None


def quoted_expressions(
    expressions: Sequence[Expression], segments: tuple[Segment, ...], attributions: tuple[Attribution, ...]
) -> dict[int, Dated]:
    """Return, for each expression that stands inside a direct or mixed quotation, what dates that quotation."""
    starts = [expression.start for expression in expressions]
    sentences = sorted((part.start, part.end) for part in segments if part.kind == "sentence")
    found: dict[int, Dated] = {}
    widths: dict[int, int] = {}
    for attribution in sorted(attributions, key=lambda a: (a.content[0].start if a.content else 0, a.id)):
        if attribution.kind == "indirect" or not attribution.content:
            continue
        dated = Dated(_dating(attribution, expressions, starts, sentences))
        for span in attribution.content:
            first = bisect.bisect_left(starts, span.start)
            last = bisect.bisect_left(starts, span.end)
            for at in range(first, last):
                width = span.end - span.start
                if expressions[at].end <= span.end and width <= widths.get(at, width):  # the innermost quotation
                    found[at], widths[at] = dated, width
    return found


def _dating(
    attribution: Attribution, expressions: Sequence[Expression], starts: list[int], sentences: list[tuple[int, int]]
) -> int | None:
    def inside(spans: tuple[Span, ...], at: int) -> bool:
        return any(span.start <= expressions[at].start < span.end for span in spans)

    for span in attribution.source:
        for at in range(bisect.bisect_left(starts, span.start), bisect.bisect_left(starts, span.end)):
            if expressions[at].kind == "date":
                return at
    for cue in attribution.cue:
        sentence = _sentence(cue, sentences)
        first = bisect.bisect_left(starts, cue.start)
        last = bisect.bisect_left(starts, min(sentence.end, cue.end + BEHIND_CUE))
        for at in range(first, last):
            if expressions[at].kind == "date" and not inside(attribution.content, at):
                return at
        opening = bisect.bisect_left(starts, sentence.start)
        opens = opening < len(starts) and starts[opening] <= min(sentence.start + OPENING, cue.start)
        if opens and expressions[opening].kind == "date" and not inside(attribution.content, opening):
            return opening
    return None


def _sentence(cue: Span, sentences: list[tuple[int, int]]) -> Span:
    """The sentence of the cue; from the cue itself onwards where sentences are not known."""
    at = bisect.bisect_right(sentences, (cue.start, 1 << 62)) - 1
    if at >= 0 and sentences[at][0] <= cue.start < sentences[at][1]:
        return Span(*sentences[at])
    return Span(cue.start, cue.end + BEHIND_CUE)
