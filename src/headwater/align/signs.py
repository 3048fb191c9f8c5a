"""What each document shows by itself of where its words come from: its quotation marks, and whom it credits."""

from collections.abc import Mapping

from headwater.align.credits import find_credits, find_mentions, host_of
from headwater.marks import quoted_spans
from headwater.records import Analysis, Span

Spans = tuple[Span, ...]


class Signs:
    """What was read from each document, kept while pairs are judged: a document stands in many of them."""

    def __init__(self) -> None:
        self._credits: dict[str, dict[str, Span]] = {}
        self._quoted: dict[str, tuple[Spans, Spans]] = {}
        self._publishers: dict[str, tuple[str | None, str | None]] = {}
        self._mentions: dict[tuple[str, str | None, str | None], Spans] = {}

    def credits(self, analysis: Analysis) -> Mapping[str, Span]:
        """Return whom a document credits but its own publisher, and where."""
        key = analysis.document.id
        if key not in self._credits:
            own = analysis.document.publisher
            self._credits[key] = {c.name: c.span for c in find_credits(analysis) if c.name != own}
        return self._credits[key]

    def mentions(self, analysis: Analysis, other: Analysis) -> Spans:
        """Return where a document credits the publisher of another one, if that is not its own."""
        key = analysis.document.id, *self._publisher(other)
        found = self._mentions.get(key)
        if found is None:
            publisher = other.document.publisher
            is_other = publisher and publisher != analysis.document.publisher
            found = find_mentions(analysis, publisher, other.document.url) if publisher and is_other else ()
            self._mentions[key] = found
        return found

    def _publisher(self, analysis: Analysis) -> tuple[str | None, str | None]:
        """Return by what a document's publisher is known: its name and its host."""
        key = analysis.document.id
        if key not in self._publishers:
            self._publishers[key] = analysis.document.publisher, host_of(analysis.document.url)
        return self._publishers[key]

    def quoted(self, analysis: Analysis) -> Spans:
        """Return the stretches of a document in quotation marks, one inside another too."""
        return self._marked(analysis)[0]

    def outermost(self, analysis: Analysis) -> Spans:
        """Return the stretches of a document in quotation marks that lie in no other."""
        return self._marked(analysis)[1]

    def _marked(self, analysis: Analysis) -> tuple[Spans, Spans]:
        key = analysis.document.id
        if key not in self._quoted:
            found = quoted_spans(analysis.document.text)
            self._quoted[key] = tuple(q.inner for q in found), tuple(q.inner for q in found if q.level == 0)
        return self._quoted[key]
