"""What each document shows by itself of where its words come from: its quotation marks, and whom it credits."""

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from headwater.align.credits import find_credits, find_mentions, host_of
from headwater.marks import quoted_spans
from headwater.records import Analysis, Span

Spans = tuple[Span, ...]
Outlet = tuple[str | None, str | None]  # by what a document's publisher is known: its name and its host
Numbers = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]


class Signs:
    """What was read from each document, kept while pairs are judged: a document stands in many of them."""

    def __init__(self) -> None:
        self._credits: dict[str, dict[str, Span]] = {}
        self._quoted: dict[str, tuple[Spans, Spans]] = {}
        self._outlets: dict[str, Outlet] = {}
        self._mentions: dict[Outlet, dict[str, Spans]] = {}

    def credits(self, analysis: Analysis) -> Mapping[str, Span]:
        """Return whom a document credits but its own publisher, and where."""
        key = analysis.document.id
        if key not in self._credits:
            own = analysis.document.publisher
            self._credits[key] = {c.name: c.span for c in find_credits(analysis) if c.name != own}
        return self._credits[key]

    def mentions(self, analysis: Analysis, other: Analysis) -> Spans:
        """Return where a document credits the publisher of another one, if that is not its own."""
        known = self._mentions.setdefault(self._outlet(other), {})
        found = known.get(analysis.document.id)
        if found is None:
            publisher = other.document.publisher
            is_other = publisher and publisher != analysis.document.publisher
            found = find_mentions(analysis, publisher, other.document.url) if publisher and is_other else ()
            known[analysis.document.id] = found
        return found

    def name_each_other(self, analyses: Sequence[Analysis], left: Numbers, right: Numbers) -> tuple[Flags, Flags]:
        """Say of each pair of ``analyses`` whether the left one credits the right one's publisher, and the reverse."""
        numbers: dict[Outlet, int] = {}
        outlet = np.array([numbers.setdefault(self._outlet(a), len(numbers)) for a in analyses], dtype=np.int64)
        asked = np.concatenate([outlet[right] * len(analyses) + left, outlet[left] * len(analyses) + right])
        questions, of_pair = np.unique(asked, return_inverse=True)
        holders = np.unique(outlet, return_index=True)[1].tolist()
        answers = [
            bool(self.mentions(analyses[text], analyses[holders[number]]))
            for number, text in zip(*(x.tolist() for x in np.divmod(questions, len(analyses))), strict=True)
        ]
        ours, theirs = np.array(answers, dtype=bool)[of_pair].reshape(2, -1)
        return ours, theirs

    def _outlet(self, analysis: Analysis) -> Outlet:
        key = analysis.document.id
        if key not in self._outlets:
            self._outlets[key] = analysis.document.publisher, host_of(analysis.document.url)
        return self._outlets[key]

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
