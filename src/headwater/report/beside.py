"""What stands beside shared passages and is not shared: the rest of a sentence that is cut into, and whole sentences.

A passage ends where the words end that both have. That a copy leaves out who said it, or half a sentence, shows only
beside it. Nothing is judged here: what touches an attribution, a figure or a date was found in the texts before.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.records import Analysis, Place, Span
from headwater.report.index import Index, Where, where
from headwater.words import words

ROOM = 300  # characters shown of the rest of a sentence, nearest to the passage
LISTED = 12  # sentences that only one side has, quoted; all are counted


@dataclass(frozen=True, slots=True)
class Rest:
    """The words of a sentence before or after the passage that cuts into it; ``classes`` say what they touch."""

    text: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unshared:
    """The sentences of one document that no shared passage reaches: how many, and the first of them."""

    sentences: int
    first: tuple[Where, ...]


def rests(found: Index, place: Place, shared: Sequence[Place]) -> tuple[Rest, Rest]:
    """Return what stands in the same sentence before a passage and after it; ``shared`` are all passages of the pair
    in this document, of which nothing is repeated."""
    first = next((s for s in _sentences(found, place.document) if s.start < place.start < s.end), None)
    last = next((s for s in _sentences(found, place.document) if s.start < place.end < s.end), None)
    start = max([first.start, *(p.end for p in shared if p.end <= place.start)]) if first else place.start
    end = min([last.end, *(p.start for p in shared if p.start >= place.end)]) if last else place.end
    return (
        _rest(found, place.document, Span(start, place.start), at_end=True),
        _rest(found, place.document, Span(place.end, end), at_end=False),
    )


def unshared(found: Index, document: str, shared: Sequence[Place]) -> Unshared:
    """Return the sentences that no passage of the pair reaches."""
    alone = [s for s in _sentences(found, document) if not any(p.start < s.end and s.start < p.end for p in shared)]
    return Unshared(len(alone), tuple(where(found, document, s.start, s.end) for s in alone[:LISTED]))


def _sentences(found: Index, document: str) -> list[Span]:
    return [
        Span(segment.start, segment.end)
        for analysis in _of(found, document)
        for segment in analysis.segments
        if segment.kind == "sentence"
    ]


def _of(found: Index, document: str) -> list[Analysis]:
    """Return what is found in one document: a comparison must not cost more in a larger collection."""
    return [analysis for analysis in found.case.analyses if analysis.document.id == document]


def _rest(found: Index, document: str, span: Span, *, at_end: bool) -> Rest:
    """Return a piece of a text, without the marks and blanks that lead to it; no words, no rest."""
    text = found.documents[document].text
    said = words(text, span.start, span.end)
    if not said:
        return Rest("", ())
    shown = text[span.start : said[-1].end] if at_end else text[said[0].start : span.end]
    if len(shown) > ROOM:
        shown = f"… {shown[-ROOM:].partition(' ')[2]}" if at_end else f"{shown[:ROOM].rpartition(' ')[0]} …"
    return Rest(" ".join(shown.split()), _touched(found, document, Span(said[0].start, said[-1].end)))


def _touched(found: Index, document: str, span: Span) -> tuple[str, ...]:
    """Return what of the document's findings lies within a span."""

    def within(spans: Iterable[Span]) -> bool:
        return any(span.start <= each.start and each.end <= span.end for each in spans)

    here = _of(found, document)
    touched = {
        "number": within(f.number for a in here for f in a.figures),
        "date": within(Span(t.start, t.end) for a in here for t in a.times),
        "attribution": within(s for a in here for t in a.attributions for s in (*t.source, *t.cue)),
    }
    return tuple(name for name, there in touched.items() if there)
