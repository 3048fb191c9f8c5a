"""Sayings without a verb whose subject speaks: "according to", "in the words of", passives and adverbs.

A passive or an adverb ("reportedly") says that somebody says so, not who: its source stays empty unless "by" names one.
"""

from collections.abc import Iterator, Sequence

from headwater.attribute import subjects
from headwater.attribute.candidates import Candidate
from headwater.attribute.clauses import REACH, clause_end, clause_start, low_at, span_of
from headwater.attribute.cues import RELATIVE
from headwater.attribute.frames import Token
from headwater.records import Span

_BEFORE_NOUNS = frozenset(
    {"a", "an", "the", "his", "her", "its", "their", "this", "that", "'s", "’s", "of", "for", "by"}
)
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "also", "later"})
# Share with source and content right (token F1 of both at least .5) on the first 300 articles of PolNeAR train, rules
# alone; counts were 95, 25 and 17. "In the words of" was not there to count and gets the score of "according to".
SCORES = {"according to": 0.84, "passive without source": 0.52, "adverb without source": 0.29}


def according(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """According to Quill, content. / Content, according to Quill, more content."""
    last_part = not any(t.low == "," for t in tokens[i + 2 : i + 30])
    end = subjects.after(tokens, i + 2, clause_follows=i == 0 or not last_part)
    if end is None:
        return
    who = Span(tokens[i + 2].start, tokens[end - 1].end)
    left = clause_start(tokens, i)
    spans = []
    if (i - left >= 2 or (left < i and tokens[left].is_quotation)) and low_at(
        tokens, i - 1 if tokens[i - 1].low != "," else i - 2
    ) not in {"that", "and", "but"}:
        last = i - 1 if tokens[i - 1].low in {",", "(", "—", "–"} else i
        spans.append(Span(tokens[left].start, tokens[last - 1].end))
    if low_at(tokens, end) == "," or (not spans and end < len(tokens)):
        at = end + 1 if low_at(tokens, end) == "," else end
        if not spans:
            at = _past_relative(tokens, at)
        stop = clause_end(tokens, at)
        other = (
            bool(spans) and low_at(tokens, at) in {"but", "while", "although", "though", "citing", "quoting"} | RELATIVE
        )
        if stop > at and not other:
            spans.append(Span(tokens[at].start, tokens[stop - 1].end))
    if spans:
        cue = Span(tokens[i].start, tokens[i + 1].end)
        yield Candidate(
            (who,), (cue,), tuple(spans), "according to", "The words stand with “according to”.", SCORES["according to"]
        )


def _past_relative(tokens: Sequence[Token], at: int) -> int:
    """Return the token after "which tracks the tides," at ``at``, else ``at``."""
    if low_at(tokens, at) not in RELATIVE - {"that"}:
        return at
    return next((k + 1 for k in range(at, min(len(tokens), at + REACH)) if tokens[k].low == ","), at)


def passive(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """The deal was described as dead. No source is given; with "by Quill" there is one."""
    if low_at(tokens, i + 1) not in {"as", "to"} and not (i + 1 < len(tokens) and tokens[i + 1].is_quotation):
        return
    subject = subjects.before(tokens, i)
    if subject is None:
        return
    end = clause_end(tokens, i + 1)
    source: tuple[Span, ...] = ()
    for k in range(i + 2, end):
        if tokens[k].low == "by" and (who := subjects.after(tokens, k + 1)) is not None and who >= end:
            source, end = (Span(tokens[k + 1].start, tokens[who - 1].end),), k
            break
    cue = Span(tokens[subject.cue].start, tokens[i].end)
    held = Span(tokens[subject.first].start, tokens[subject.after - 1].end)
    content = (held, *span_of(tokens, i + 1, end))
    why = "The passive names nobody who says it." if not source else "The passive names who says it after “by”."
    yield Candidate(source, (cue,), content, "passive without source", why, SCORES["passive without source"])


def quoted_as_saying(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """The pier will close, the clerk was quoted as saying. What is said may also follow (``relayed``)."""
    subject = subjects.before(tokens, i)
    closes = low_at(tokens, i + 3) in {"", ".", ",", "by", "in", "on"} and low_at(tokens, i + 2).endswith("ing")
    if subject is None or not closes or subject.first < 2 or low_at(tokens, i - 1) not in _BEING:
        return
    left = subject.first - 1
    if tokens[left].low != "," and not tokens[left].is_quotation:
        return
    last = left if tokens[left].is_quotation else left - 1
    first = clause_start(tokens, left)
    if first > last:
        return
    held = Span(tokens[first].start, tokens[last].end)
    who = Span(tokens[subject.first].start, tokens[subject.after - 1].end)
    cue = Span(tokens[subject.cue].start, tokens[i + 2].end)
    why = "The words stand with “as saying”."
    yield Candidate((who,), (cue,), (held,), "cited as saying", why, SCORES["according to"])


def adverb(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """The mayor reportedly left. No source is given."""
    if low_at(tokens, i - 1) in _BEFORE_NOUNS or (low_at(tokens, i + 1) or "").endswith("ing"):
        return  # "his allegedly unfair report": of one word, not of what is told
    left, right = clause_start(tokens, i), clause_end(tokens, i + 1)
    spans = []
    if i > left:
        spans.append(Span(tokens[left].start, tokens[i - 1].end))
    if right > i + 1:
        spans.append(Span(tokens[i + 1].start, tokens[right - 1].end))
    if spans and right - left > 3:
        cue = Span(tokens[i].start, tokens[i].end)
        yield Candidate(
            (),
            (cue,),
            tuple(spans),
            "adverb without source",
            "The adverb says that others say so, not who.",
            SCORES["adverb without source"],
        )


def words_of(tokens: Sequence[Token], i: int) -> Iterator[Candidate]:
    """In the words of Quill, “content.” Only with a quotation right after the name: the words are what is quoted."""
    end = subjects.after(tokens, i + 2)
    if end is None or low_at(tokens, i - 1) != "the" or low_at(tokens, i - 2) != "in":
        return
    at = end + 1 if low_at(tokens, end) in {",", ":"} else end
    if at < len(tokens) and tokens[at].is_quotation:
        who = Span(tokens[i + 2].start, tokens[end - 1].end)
        cue = Span(tokens[i - 2].start, tokens[i + 1].end)
        content = (Span(tokens[at].start, tokens[at].end),)
        why = "The words stand with “in the words of”."
        yield Candidate((who,), (cue,), content, "according to", why, SCORES["according to"])
