"""What a document quotes: its attributions with the words in marks, or in a block, that are theirs."""

from collections.abc import Iterable, Sequence

from headwater.marks import quoted_spans
from headwater.quotations.pieces import Quotation, read_quotation
from headwater.records import Analysis, Attribution, Span

BLOCK_SHARE = 0.9  # of a block quotation that an attribution must hold, to give it as a whole


def find_quotations(analysis: Analysis) -> Iterable[tuple[Attribution, Quotation]]:
    """Return the attributions that quote, each with the quoted words that are its own, not a nested one's."""
    text = analysis.document.text
    marks = [q.inner for q in quoted_spans(text)]
    inner: dict[str, list[Span]] = {}
    for attribution in analysis.attributions:
        if attribution.inside and attribution.kind != "indirect":
            inner.setdefault(attribution.inside, []).extend(attribution.content)
    blocks = [Span(s.start, s.end) for s in analysis.segments if s.kind == "block_quotation"]
    for attribution in sorted(analysis.attributions, key=lambda a: (a.content, a.id)):
        in_block = _is_block(attribution, blocks)
        if (attribution.kind == "indirect" and not in_block) or not attribution.content:
            continue
        spans = [
            cut
            for mark in _own_marks(attribution, marks)
            for content in attribution.content
            if (cut := common_part(mark, content)) and not _is_nested(cut, inner.get(attribution.id, ()))
        ]
        whole = in_block or (attribution.kind == "direct" and not attribution.inside)
        if not spans and whole and not _meets(attribution, marks):
            spans = list(attribution.content)
        quotation = read_quotation(text, spans)
        if quotation.words:
            yield attribution, quotation


def _is_block(attribution: Attribution, blocks: Sequence[Span]) -> bool:
    """Say whether the content is a block quotation that somebody outside it is said to have written or said."""
    return any(
        not any(common_part(block, named) for named in (*attribution.source, *attribution.cue))
        and sum(c.end - c.start for content in attribution.content if (c := common_part(block, content)))
        >= BLOCK_SHARE * (block.end - block.start)
        for block in blocks
    )


def _own_marks(attribution: Attribution, marks: Sequence[Span]) -> list[Span]:
    """Return the outermost marks around words of the content that do not hold the source or the cue as well.

    In “The report says the gate is safe,” she said, the marks are hers and not the report's.
    """
    naming = (*attribution.source, *attribution.cue)
    own = [
        m
        for m in marks
        if any(common_part(m, c) for c in attribution.content)
        and not any(m.start <= n.start and n.end <= m.end for n in naming)
    ]
    return [m for m in own if not any(o != m and o.start <= m.start and m.end <= o.end for o in own)]


def _meets(attribution: Attribution, marks: Sequence[Span]) -> bool:
    return any(common_part(m, c) for m in marks for c in attribution.content)


def common_part(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _is_nested(span: Span, nested: Sequence[Span]) -> bool:
    """Say whether a nested attribution's content covers the quotation: it is that attribution's, not this one's."""
    return any(n.start - 2 <= span.start and span.end <= n.end + 2 for n in nested)
