"""To whom a document gives some of its words, by the words that name the source."""

from collections.abc import Sequence

from headwater.records import Analysis, Place, Span
from headwater.words import words

_EMPTY = """the a an of in on at to by with for and his her its their he she it they who"""
EMPTY_WORDS = frozenset(_EMPTY.split())


def sources_of(analysis: Analysis, spans: Sequence[Span] | Sequence[Place]) -> set[str]:
    """Return the words that name the sources to whom ``spans`` are attributed."""
    found: set[str] = set()
    for attribution in analysis.attributions:
        if any(c.start < s.end and s.start < c.end for c in attribution.content for s in spans):
            found |= words_of_source(analysis, attribution.source)
    return found


def words_of_source(analysis: Analysis, source: Sequence[Span]) -> set[str]:
    """Return the telling words of a source and the initials of the names in it ("KMM")."""
    text = analysis.document.text
    found: set[str] = set()
    for span in source:
        own = words(text, span.start, span.end)
        found |= {w.folded for w in own} - EMPTY_WORDS
        initials = "".join(text[w.start].lower() for w in own if text[w.start].isupper())
        if len(initials) >= 3:
            found.add(initials)
    return found
