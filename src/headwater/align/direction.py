"""Who took the words from whom: shown by evidence, else `unknown`.

In order: one text credits the other's publisher for the words and not the reverse; both credit the same agency, or a
third document of the collection whose words both carry (`shared_origin`); versions of one publisher by their dates; one
text gives as a quotation what the other, a report or the text of a body such as a ministry, says in its own voice
(`shared_origin` where it quotes the same source with more than the other holds); a long copy without any credit by its
dates, unless another document of that day shares as much with it. What older documents with the same words show wins
over dates (``readings``). Evidence that points both ways is no evidence. COPIED_RUN and VERSION_DAYS were set on
invented newsrooms (seeds 11 to 16 of ``eval/direction.py``, which measures on others); the other limits are chosen by
judgement. Real pages date and credit less well than invented ones (docs/reuse.md); of 600 real articles, all eleven
pairs where one newspaper quoted what another printed without marks were no copies. Known limit: a reworded copy that
credits nobody stays unknown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

import numpy as np

from headwater.align.credited import find_credit
from headwater.align.credits import credits_agencies
from headwater.align.judgements import (
    Judgement,
    Pair,
    Shared,
    clip,
    date_order,
    days_between,
    name_of,
    names_of,
    side_of,
    time_order,
)
from headwater.align.readings import by_readings
from headwater.align.sharing import Sharing
from headwater.align.signs import Signs
from headwater.align.sources import EMPTY_WORDS, sources_of, words_of_source
from headwater.align.third_parties import through_copy, through_third, without_other_texts, without_rivals
from headwater.align.wrapping import Wrapped, find_wrapped
from headwater.days import say_dates
from headwater.publishers import is_body
from headwater.records import Analysis, Evidence, Place, Reuse, Span
from headwater.words import words

VERSION_SHARE = 0.3  # of the shorter text that versions of one publisher share
DATED_SHARE = 0.4  # of the later text that an uncredited copy shares, before dates alone decide
DATED_BITS = 150.0  # that it shares: a paragraph, not a quotation
VERSION_DAYS = 21  # between versions of one report; later a publisher repeats its phrases
WRAPPED_WORDS = 12  # words in quotation marks here that are the other text's own voice
BESIDE = 60  # characters of the sentence on either side of a credit that are shown
MORE_WORDS = 8  # words of a further quotation of the same source


def judge_directions(by_id: Mapping[str, Analysis], shared: Shared, signs: Signs) -> dict[Pair, Judgement]:
    """Return the judgement for each pair of document ids (left < right) in ``shared``; UNKNOWN for those left out.

    Nearly all pairs of a large collection show nothing: no rule is asked about a pair that it cannot judge.
    """
    sharing = Sharing(shared)
    credited = without_other_texts(_Desk(by_id, sharing, signs).judge(), by_id, sharing)
    dated = by_readings(without_rivals(credited, by_id, sharing), by_id, sharing, signs)
    return through_copy(through_third(dated, by_id, sharing), by_id, sharing)


class _Desk:
    """Judges each pair from its own two texts."""

    def __init__(self, by_id: Mapping[str, Analysis], sharing: Sharing, signs: Signs) -> None:
        self._by_id, self._sharing, self._signs = by_id, sharing, signs

    def judge(self) -> dict[Pair, Judgement]:
        """Return the judgement for each pair of which its own two texts show something, in the order of the pairs."""
        pairs = list(self._sharing.shared)
        judged = {pair: judgement for pair in self._naming(pairs) if (judgement := self._by_names(pair))}
        unnamed = [pair for pair in pairs if pair not in judged]
        # No word is shorter than a character.
        wrapped = find_wrapped(self._sharing.shared, unnamed, self._quoted, least=WRAPPED_WORDS)
        for pair in unnamed:
            if pair in wrapped or pair in self._sharing.copied:
                judgement = self._by_texts(pair, wrapped.get(pair))
                if judgement:
                    judged[pair] = judgement
        return judged

    def _naming(self, pairs: Sequence[Pair]) -> Iterator[Pair]:
        """Yield the pairs that may be judged by whom the two name, or by the publisher of both."""
        analyses = list(self._by_id.values())
        number = {analysis.document.id: n for n, analysis in enumerate(analyses)}
        left, right = (np.array([number[pair[side]] for pair in pairs], dtype=np.int64) for side in (0, 1))
        ours, theirs = self._signs.name_each_other(analyses, left, right)
        for pair, is_credited in zip(pairs, (ours | theirs).tolist(), strict=True):
            one, other = (self._by_id[name].document.publisher for name in pair)
            if is_credited or one == other or pair in self._sharing.copied:
                yield pair

    def _quoted(self, document: str) -> Sequence[Span]:
        return self._signs.outermost(self._by_id[document])

    def _by_names(self, pair: Pair) -> Judgement | None:
        """Judge by whom the two name, and by the publisher of both."""
        left, right = (self._by_id[name] for name in pair)
        shared, is_copied = self._sharing.shared[pair], pair in self._sharing.copied
        return (
            self._by_credit(left, right, shared)
            or (self._by_common_credit(left, right) if is_copied else None)
            or _by_version(left, right, shared, is_copied=is_copied)
        )

    def _by_texts(self, pair: Pair, wrapped: Wrapped | None) -> Judgement | None:
        """Judge by what the two share."""
        left, right = (self._by_id[name] for name in pair)
        shared, order = self._sharing.shared[pair], date_order(left, right)
        by_wrapping = self._by_wrapping(left, right, shared, wrapped, order) if wrapped else None
        if by_wrapping or pair not in self._sharing.copied or self._sharing.bits[pair] < DATED_BITS:
            return by_wrapping
        return self._by_dates(left, right, shared, order)

    def _by_credit(self, left: Analysis, right: Analysis, shared: Sequence[Reuse]) -> Judgement | None:
        right_names = find_credit(right, left, shared, self._signs)
        left_names = find_credit(left, right, shared, self._signs)
        if (right_names is None) == (left_names is None):
            return None
        namer, named, span = (right, left, right_names) if right_names else (left, right, left_names)
        assert span is not None
        why = f"{name_of(namer)} credits {name_of(named)} (“{_around(namer.document.text, span)}”)."
        if date_order(left, right) == (-1 if namer is left else 1):  # the namer is dated before what it names
            why = f"{name_of(namer)} credits {name_of(named)}, but is dated before it."
            return Judgement("unknown", why)
        evidence = Evidence("direction.credit", why, None, (Place(namer.document.id, span.start, span.end),))
        return Judgement("left_to_right" if namer is right else "right_to_left", why, (evidence,))

    def _by_common_credit(self, left: Analysis, right: Analysis) -> Judgement | None:
        if days_between(left, right) > VERSION_DAYS:
            return None  # an agency's phrases stand in the reports of years
        ours, theirs = self._signs.credits(left), self._signs.credits(right)
        for name in sorted(ours.keys() & theirs.keys()):
            why = f"Both credit {name}."
            places = (
                Place(left.document.id, ours[name].start, ours[name].end),
                Place(right.document.id, theirs[name].start, theirs[name].end),
            )
            return Judgement("shared_origin", why, (Evidence("direction.agency", why, None, places),))
        return None

    def _by_wrapping(
        self, left: Analysis, right: Analysis, shared: Sequence[Reuse], wrapped: Wrapped, order: int
    ) -> Judgement | None:
        """Judge by what stands in quotation marks in one text only."""
        of_left, of_right = (
            _own_words(left, right, wrapped.left, shared),
            _own_words(right, left, wrapped.right, shared),
        )
        in_left = _count(left, of_left) >= WRAPPED_WORDS
        if in_left == (_count(right, of_right) >= WRAPPED_WORDS):
            return None
        quoting, quoted, spans = (left, right, of_left) if in_left else (right, left, of_right)
        names = names_of(quoting, quoted)
        places = tuple(Place(quoting.document.id, s.start, s.end) for s in spans)
        more = self._more_of_the_same(quoting, spans, shared)
        if more:
            why = (
                f"{names[0]} quotes words that {names[1]} has without quotation marks, and more of the same source that"
                f" {names[1]} lacks (“{clip(more.of(quoting.document.text))}”)."
            )
            more_place = Place(quoting.document.id, more.start, more.end)
            return Judgement("shared_origin", why, (Evidence("direction.more", why, None, (*places, more_place)),))
        if order == (-1 if quoting is left else 1):
            return None
        # Reports often print a post or a statement without marks: only a body's text, or a report, is its own voice.
        sources = sources_of(quoting, spans)
        if not sources or not (sources & _REPORTS or is_body(quoted.document.publisher or "")):
            return None
        why = f"{names[0]} gives in quotation marks what {names[1]} says in its own voice."
        evidence = Evidence("direction.wrapped", why, None, places)
        return Judgement("left_to_right" if quoting is right else "right_to_left", why, (evidence,))

    def _more_of_the_same(self, quoting: Analysis, spans: Sequence[Span], shared: Sequence[Reuse]) -> Span | None:
        """Return further words in quotation marks of the source of ``spans`` that the other text does not hold."""
        sources = sources_of(quoting, spans)
        covered = [side_of(r, quoting.document.id) for r in shared]
        further = [
            said
            for said in self._signs.outermost(quoting)
            if not any(c.start < said.end and said.start < c.end for c in covered)
            and len(words(quoting.document.text, said.start, said.end)) >= MORE_WORDS
        ]
        return next((said for said in further if sources_of(quoting, [said]) & sources), None)

    def _by_dates(self, left: Analysis, right: Analysis, shared: Sequence[Reuse], order: int) -> Judgement | None:
        if order == 0 or self._signs.credits(left) or self._signs.credits(right):
            return None
        earlier, later = (left, right) if order < 0 else (right, left)
        if credits_agencies(later):
            return None
        sides = _merged(side_of(r, later.document.id) for r in shared)
        covered = sum(s.end - s.start for s in sides)
        quoted = sum(
            max(0, min(s.end, q.end) - max(s.start, q.start)) for s in sides for q in self._signs.outermost(later)
        )
        # Two reporters at one speech share its words: only what is shared beside them speaks for a copy.
        if covered - quoted < DATED_SHARE * len(later.document.text):
            return None
        late, early = say_dates(later.document.published or "", earlier.document.published or "")
        why = (
            f"{round(100 * covered / len(later.document.text))} % of the text of {name_of(later)} ({late}) stands in"
            f" that of {name_of(earlier)} ({early}); neither credits an agency or the other."
        )
        evidence = Evidence("direction.dates", why, None, ())
        return Judgement("left_to_right" if order < 0 else "right_to_left", why, (evidence,))


def _by_version(left: Analysis, right: Analysis, shared: Sequence[Reuse], *, is_copied: bool) -> Judgement | None:
    publisher = left.document.publisher
    if not publisher or publisher != right.document.publisher:
        return None
    order = date_order(left, right)
    if order == 0:
        return _by_last_change(left, right)
    shorter = min((left, right), key=lambda a: len(a.document.text))
    covered = sum(side_of(r, shorter.document.id).end - side_of(r, shorter.document.id).start for r in shared)
    if covered < VERSION_SHARE * len(shorter.document.text) or not is_copied:
        return None
    if days_between(left, right) > VERSION_DAYS:
        return None
    one, two = sorted((left.document.published or "", right.document.published or ""))
    why = f"Both are of {publisher}: {' and '.join(say_dates(one, two))}."
    evidence = Evidence("direction.version", why)
    return Judgement("left_to_right" if order < 0 else "right_to_left", why, (evidence,))


def _by_last_change(left: Analysis, right: Analysis) -> Judgement | None:
    """Judge two versions of one page of one day by when each was last changed."""
    one, two = left.document.modified, right.document.modified
    order = time_order(one, two)
    if order == 0 or not left.document.url or left.document.url != right.document.url:
        return None
    first, last = say_dates(*sorted((one or "", two or "")))
    why = f"Both were found at the same address, one last changed on {first}, the other on {last}."
    return Judgement("left_to_right" if order < 0 else "right_to_left", why, (Evidence("direction.version", why),))


def _own_words(quoting: Analysis, quoted: Analysis, spans: Sequence[Span], shared: Sequence[Reuse]) -> list[Span]:
    """Return those of the ``spans`` in quotation marks that the other text does not give as another's words itself."""
    if not spans:
        return []
    own, other = (0, 1) if shared[0].left.document == quoting.document.id else (1, 0)
    there = {block[own]: block[other] for reuse in shared for block in reuse.blocks}
    publisher = {w.folded for w in words(quoted.document.publisher or "")} - EMPTY_WORDS
    reported = [
        content
        for attribution in quoted.attributions
        if attribution.source and not publisher & words_of_source(quoted, attribution.source)
        for content in attribution.content
    ]
    return [s for s in spans if not any(c.start <= there[s].start and there[s].end <= c.end for c in reported)]


def _count(analysis: Analysis, spans: Sequence[Span]) -> int:
    return sum(len(words(analysis.document.text, s.start, s.end)) for s in spans)


_REPORTS = frozenset({"report", "study", "review", "survey", "paper", "analysis", "assessment"})


def _around(text: str, span: Span) -> str:
    """Return the span with what stands beside it in its sentence."""
    before = re.split(r"[.!?][\"”’']?\s|\n", text[max(0, span.start - BESIDE) : span.start])
    behind = re.split(r"(?<=[.!?])[\"”’']?\s|\n", text[span.end : span.end + BESIDE])
    start, end = span.start - len(before[-1]), span.end + len(behind[0])
    opening = "" if len(before) > 1 or start == 0 else "…"
    closing = "" if len(behind) > 1 or end == len(text) else "…"
    while opening and start < span.start and not text[start - 1].isspace():
        start += 1
    while closing and span.end < end and not text[end].isspace():
        end -= 1
    return f"{opening}{' '.join(text[start:end].split())}{closing}"


def _merged(places: Iterable[Place]) -> list[Span]:
    """Return the stretches that ``places`` of one text cover, each once."""
    merged: list[Span] = []
    for place in sorted(places):
        if merged and place.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, place.end))
        else:
            merged.append(Span(place.start, place.end))
    return merged
