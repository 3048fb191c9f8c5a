"""Whether a text reports, as news does, or tells, teaches, argues or talks: how much to ask of what the model is
unsure of.

The model has learnt from press reports, where every "wants to", "criticised" or "plans" is somebody's position. In
a talk, a guide or a textbook the same words mostly tell what people do. A text reports where words of reporting stand
in its own voice (outside quotation marks) at ``FEWEST`` per hundred words, and where they are no rarer than a
``PERSONAL``-th of its "I", "we" and "you".
"""

import re
from collections.abc import Sequence

from headwater.marks import Quoted
from headwater.records import Span

FEWEST = 0.5  # per hundred words; PolNeAR has 1.4 in the middle and less in 13 of 100, GUM outside news 0.1
PERSONAL = 4.0
LEAST = 0.55  # score below which, in a text that does not report, only clauses and quotations count as said
_REPORTING = re.compile(
    r"\b(?:said|says|told|tells|according to|wrote|tweeted|added|argued|announced|reported|spokes\w+)\b", re.IGNORECASE
)
_PERSON = re.compile(r"\b(?:I|[Ww]e|[Yy]ou|[Mm]y|[Oo]ur|[Yy]our)\b")
_WORD = re.compile(r"\S+")
_CLAUSE = re.compile(
    r"[\"“”,\s]{0,60}+(?:that|whether|if|how|what|why|who|when|where|which|there|it|he|she|they|we|i|you|this|these|those)\b",
    re.IGNORECASE,
)


def reports(text: str, quoted: Sequence[Quoted]) -> bool:
    """Return whether the text is written as a report; ``quoted`` by position. A text without a word of its own is."""
    words = reporting = persons = at = 0
    for span in (*(q.outer for q in quoted if q.level == 0), Span(len(text), len(text))):
        if span.start > at:
            words += sum(1 for _ in _WORD.finditer(text, at, span.start))
            reporting += sum(1 for _ in _REPORTING.finditer(text, at, span.start))
            persons += sum(1 for _ in _PERSON.finditer(text, at, span.start))
        at = max(at, span.end)
    return 100 * reporting >= FEWEST * words and PERSONAL * reporting >= persons


def is_clause(text: str, content: Sequence[Span]) -> bool:
    """Return whether a content opens as a clause does: with a conjunction, a question word or a pronoun."""
    return any(_CLAUSE.match(text, span.start, span.end) is not None for span in content[:1])
