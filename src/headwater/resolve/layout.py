"""Where the sentences and the quoted words of a document lie, for whoever asks by place."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.records import Analysis, Attribution, Span

_RESUMES = re.compile(r"\s?(?:(?:But|And|So|Yet|Still|Then|Later|Instead),? )?(?:[Hh]e|[Ss]he|[Hh]is|[Hh]er)\b")


@dataclass(slots=True)
class Layout:
    """Where the sentences, the direct quotations and the headings of a text lie."""

    sentences: Sequence[int]
    quotations: Sequence[Span]
    headings: Sequence[Span] = ()
    asides: Sequence[Span] = ()  # datelines, bylines, credits: who is named there is nobody whom the story speaks of
    resumed: frozenset[int] = frozenset()  # numbers of sentences that open with “he” or “his”: their subject is known
    _starts: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._starts = [span.start for span in self.quotations]

    def sentence(self, position: int) -> int:
        """Return the number of the sentence that holds ``position``."""
        return bisect_right(self.sentences, position)

    def sentence_start(self, number: int) -> int:
        """Return where a sentence, by its number, begins."""
        return self.sentences[number - 1] if 0 < number <= len(self.sentences) else 0

    def in_heading(self, position: int) -> bool:
        """Whether ``position`` lies in a heading."""
        return any(span.start <= position < span.end for span in self.headings)

    def in_aside(self, position: int) -> bool:
        """Whether ``position`` lies in a dateline, a byline or a credit."""
        return any(span.start <= position < span.end for span in self.asides)

    def quotation(self, position: int) -> Span | None:
        """Return the direct quotation around ``position``."""
        index = bisect_right(self._starts, position) - 1
        return self.quotations[index] if index >= 0 and position < self.quotations[index].end else None


def lay_out(analysis: Analysis) -> Layout:
    """Return where the sentences and direct quotations of the document lie."""
    sentences = sorted({segment.start for segment in analysis.segments if segment.kind in ("sentence", "heading")})
    headings = [Span(segment.start, segment.end) for segment in analysis.segments if segment.kind == "heading"]
    asides = [Span(s.start, s.end) for s in analysis.segments if s.kind in ("dateline", "byline", "credit")]
    text = analysis.document.text
    resumed = frozenset(number for number, start in enumerate(sentences, 1) if _RESUMES.match(text, start))
    return Layout(sentences, _direct_quotations(analysis), headings, asides, resumed)


def _direct_quotations(analysis: Analysis) -> list[Span]:
    spans = sorted({span for a in analysis.attributions if a.kind == "direct" for span in a.content})
    merged: list[Span] = []
    for span in spans:
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def position(attribution: Attribution) -> int:
    """Return where an attribution stands in the reading order."""
    spans = attribution.source or attribution.cue or attribution.content
    return spans[0].start if spans else 0


class Holders:
    """Which attribution's content holds a source: the one named in ``inside``, else the direct one around it."""

    def __init__(self, attributions: Sequence[Attribution]) -> None:
        self.spans = sorted(
            (span.start, span.end, a.id)
            for a in attributions
            if a.kind != "indirect" or a.evidence.rule == "transcript"
            for span in a.content
        )
        self.starts = [start for start, _, _ in self.spans]
        self.spoken = {a.id for a in attributions if a.kind == "direct" or a.evidence.rule == "transcript"}

    def around(self, attribution: Attribution, span: Span) -> str | None:
        """Return the id of the attribution in whose content ``span`` stands."""
        if attribution.inside is not None:
            return attribution.inside
        index = bisect_right(self.starts, span.start) - 1
        for start, end, holder in reversed(self.spans[max(0, index - 3) : index + 1]):
            if start <= span.start and span.end <= end and holder != attribution.id:
                return holder
        return None

    def is_spoken(self, position: int) -> bool:
        """Whether ``position`` lies in somebody's very words."""
        index = bisect_right(self.starts, position)
        return any(position < end and name in self.spoken for _, end, name in self.spans[max(0, index - 4) : index])

    def verbatim(self, attribution: Attribution, span: Span) -> str | None:
        """Return the id of the attribution in whose very words ``span`` stands, None where it is only reported."""
        holder = self.around(attribution, span)
        return holder if holder in self.spoken else None
