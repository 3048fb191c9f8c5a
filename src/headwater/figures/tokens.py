"""Cuts a document into the runs of text that are read for figures, and each run into tokens.

A run is a sentence, or a segment that is not divided into sentences. Only runs that hold a digit or a number word are
tokenised, which keeps the stage linear and quick: most sentences hold neither.
Known limit: a run is at most RUN_LIMIT code points; a longer one is cut at a blank.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from headwater.records import Segment, Span

RUN_LIMIT = 4000  # code points; the longest sentence of 7,500 news texts has about 2,500
SILENT = frozenset({"byline", "dateline", "credit", "boilerplate"})  # their numbers are dates, phones and prices of ads
DIVIDED = frozenset({"paragraph", "block_quotation", "list", "caption", "heading"})

_TITLED = 2  # long words with a capital, from which on a run may be a heading in title case

_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)*|[½⅓⅔¼¾⅛])"
    r"|(?P<word>[^\W\d_](?:\.[^\W\d_](?![^\W\d_]))+\.?|[^\W\d_][^\W\d_\u0300-\u036f]*(?:['’][^\W\d_]+)*)"
    r"|(?P<mark>[^\w\s]|_)"
)
_PARAGRAPH = re.compile(r"\n[ \t\r\u00a0]*\n|\Z")
_SENTENCE_END = re.compile(r"(?<=[^\W\d_]{4})[.!?]['\"”’)\]]*\s+(?=['\"“‘(\[]*[A-Z0-9])")
_HAS_NUMBER = re.compile(
    r"\d|[½⅓⅔¼¾⅛]|\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w{3,5}teen|twenty|thirty|forty|fifty"
    r"|sixty|seventy|eighty|ninety|hundreds?|thousands?|(?:m|b|tr)illions?|dozens?|scores|tens|half|thirds?|quarters?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Token:
    """A number, a word or a mark in place. ``low`` is its lower-case form, ``glued`` says that no blank precedes it."""

    start: int
    end: int
    text: str
    low: str
    kind: str
    glued: bool

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.kind == "word" and self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Run:
    """The tokens of one stretch of text. ``shouted`` means capitals throughout, where they tell nothing."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    shouted: bool

    def low(self, index: int) -> str:
        """Return the lower-case token at ``index``, or an empty string beyond either end."""
        return self.tokens[index].low if 0 <= index < len(self.tokens) else ""

    def kind(self, index: int) -> str:
        """Return the kind of the token at ``index``, or an empty string beyond either end."""
        return self.tokens[index].kind if 0 <= index < len(self.tokens) else ""

    def glued(self, index: int) -> bool:
        """Whether the token at ``index`` exists and follows the one before without a blank."""
        return 0 <= index < len(self.tokens) and self.tokens[index].glued


def runs(text: str, segments: Sequence[Segment]) -> Iterator[Run]:
    """Yield the tokenised runs of ``text`` that hold a number, in text order."""
    for span in _pieces(text, segments):
        if _HAS_NUMBER.search(text, span.start, span.end):
            yield tokenise(text, span.start, span.end)


def tokenise(text: str, start: int, end: int) -> Run:
    """Return the tokens of ``text[start:end]``.

    >>> [t.text for t in tokenise("About 1,200 U.S. troops (5-10%).", 0, 32).tokens]
    ['About', '1,200', 'U.S.', 'troops', '(', '5', '-', '10', '%', ')', '.']
    """
    tokens: list[Token] = []
    last, upper, lower, titled, plain = -1, 0, 0, 0, 0
    for match in _TOKEN.finditer(text, start, end):
        word = match[0]
        kind = match.lastgroup or "mark"
        if kind == "word" and len(word) > 1:
            upper += word.isupper()
            lower += not word.isupper()
            if len(word) > 3 and tokens:
                titled += word[0].isupper()
                plain += not word[0].isupper()
        tokens.append(
            Token(match.start(), match.end(), word, word.lower().replace("’", "'"), kind, match.start() == last)
        )
        last = match.end()
    return Run(start, end, tuple(tokens), shouted=upper > 4 * lower or titled > max(_TITLED, 4 * plain))


def _pieces(text: str, segments: Sequence[Segment]) -> Iterator[Span]:
    """Yield sentences, and what segments hold outside sentences; plain paragraphs where nothing was segmented."""
    if not segments:
        yield from _cut(text, Span(0, len(text)))
        return
    sentences = sorted({Span(s.start, s.end) for s in segments if s.kind == "sentence"})
    starts = [s.start for s in sentences]
    seen_until = 0
    for segment in sorted(segments, key=lambda s: (s.start, -s.end)):
        if segment.kind == "sentence":
            if segment.start >= seen_until:
                yield from _short(text, Span(segment.start, segment.end))
                seen_until = segment.end
        elif segment.kind in DIVIDED and not _holds_one(starts, segment) and segment.start >= seen_until:
            yield from _cut(text, Span(segment.start, segment.end))
            seen_until = segment.end


def _holds_one(starts: list[int], segment: Segment) -> bool:
    at = bisect_left(starts, segment.start)
    return at < len(starts) and starts[at] < segment.end


def _cut(text: str, whole: Span) -> Iterator[Span]:
    """Yield sentences by punctuation alone."""
    start = whole.start
    while start < whole.end:
        blank = _PARAGRAPH.search(text, start, whole.end)
        stop = blank.start() if blank else whole.end
        for match in _SENTENCE_END.finditer(text, start, stop):
            yield from _short(text, Span(start, match.end()))
            start = match.end()
        yield from _short(text, Span(start, stop))
        start = max(blank.end() if blank else stop, stop + 1)


def _short(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    while span.end - start > RUN_LIMIT:
        cut = text.rfind(" ", start + RUN_LIMIT // 2, start + RUN_LIMIT) + 1 or start + RUN_LIMIT
        yield Span(start, cut)
        start = cut
    if start < span.end:
        yield Span(start, span.end)
