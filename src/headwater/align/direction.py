"""Who took the words from whom: shown by evidence, else `unknown`.

In order: one text credits the other's publisher and not the reverse; both credit the same agency, or a third document
of the collection whose words both carry (`shared_origin`); versions of one publisher by their dates; one text gives as
a quotation what the other, a report or the text of a body such as a ministry, says in its own voice (`shared_origin`
where it quotes the same source with more than the other holds); a long copy without any credit by its dates, unless a
still older document shares as much with it. Evidence that points both ways is no evidence. COPIED_RUN, AS_MUCH and
VERSION_DAYS were set on invented newsrooms (seeds 11 to 16 of ``eval/direction.py``, which measures on others); the
other limits are chosen by judgement. Real pages date and credit less well than invented ones (docs/reuse.md); of 600
real articles, all eleven pairs where one newspaper quoted what another printed without marks were no copies.
Known limit: a reworded copy that credits nobody stays unknown.
"""

import re
from collections.abc import Mapping, Sequence

from headwater.align.credits import HEAD, TAIL, credits_agencies, in_credit_line
from headwater.align.judgements import (
    COPIED_RUN,
    UNKNOWN,
    Judgement,
    Pair,
    Shared,
    date_order,
    days_between,
    longest_run,
    name_of,
    side_of,
    time_order,
)
from headwater.align.signs import Signs
from headwater.align.sources import EMPTY_WORDS, sources_of, words_of_source
from headwater.align.third_parties import through_third, without_older, without_other_texts
from headwater.align.wrapping import Wrapped, find_wrapped
from headwater.publishers import is_body
from headwater.records import Analysis, Evidence, Place, Reuse, Span
from headwater.words import words

_TOLD = re.compile(r"\b(?:told|tells|interview (?:with|on|by))\s(?:the\s)?\Z", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")
VERSION_SHARE = 0.3  # of the shorter text that versions of one publisher share
DATED_SHARE = 0.4  # of the later text that an uncredited copy shares, before dates alone decide
DATED_BITS = 150.0  # that it shares: a paragraph, not a quotation
VERSION_DAYS = 21  # between versions of one report; later a publisher repeats its phrases
WRAPPED_WORDS = 12  # words in quotation marks here that are the other text's own voice
COPIED_SHARE = 0.3  # of a text that is shared, from which a credit at its head or end is for it
REACH = 1_000  # characters between a credit and the words that it is for
MORE_WORDS = 8  # words of a further quotation of the same source


def judge_directions(by_id: Mapping[str, Analysis], shared: Shared, signs: Signs) -> dict[Pair, Judgement]:
    """Return the judgement for each pair of document ids (left < right) in ``shared``."""
    judged = _Desk(by_id, signs).judge(shared)
    credited = without_other_texts(judged, by_id, shared)
    return through_third(without_older(credited, by_id, shared), by_id, shared)


class _Desk:
    """Judges each pair from its own two texts."""

    def __init__(self, by_id: Mapping[str, Analysis], signs: Signs) -> None:
        self._by_id, self._signs = by_id, signs

    def judge(self, shared: Shared) -> dict[Pair, Judgement]:
        """Return the judgement for each pair from its own two texts, in the order of the pairs."""
        by_names = {pair: self._by_names(pair, shared[pair]) for pair in sorted(shared)}
        unnamed = [pair for pair, judgement in by_names.items() if judgement is None]
        # No word is shorter than a character.
        wrapped = find_wrapped(shared, unnamed, self._quoted, least=WRAPPED_WORDS)
        return {
            pair: judgement or self._by_texts(pair, shared[pair], wrapped.get(pair))
            for pair, judgement in by_names.items()
        }

    def _quoted(self, document: str) -> Sequence[Span]:
        return self._signs.outermost(self._by_id[document])

    def _credited(self, analysis: Analysis, other: Analysis, shared: Sequence[Reuse]) -> Span | None:
        """Return where a document credits the publisher of another one for words that both share."""
        return next((m for m in self._signs.mentions(analysis, other) if _is_for(analysis, m, shared)), None)

    def _by_names(self, pair: Pair, shared: Sequence[Reuse]) -> Judgement | None:
        """Judge by whom the two name, and by the publisher of both."""
        left, right = (self._by_id[name] for name in pair)
        return (
            self._by_credit(left, right, shared)
            or self._by_common_credit(left, right, shared)
            or _by_version(left, right, shared)
        )

    def _by_texts(self, pair: Pair, shared: Sequence[Reuse], wrapped: Wrapped | None) -> Judgement:
        """Judge by what the two share."""
        left, right = (self._by_id[name] for name in pair)
        order = date_order(left, right)
        by_wrapping = self._by_wrapping(left, right, shared, wrapped, order) if wrapped else None
        return by_wrapping or self._by_dates(left, right, shared, order) or UNKNOWN

    def _by_credit(self, left: Analysis, right: Analysis, shared: Sequence[Reuse]) -> Judgement | None:
        right_names = self._credited(right, left, shared)
        left_names = self._credited(left, right, shared)
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

    def _by_common_credit(self, left: Analysis, right: Analysis, shared: Sequence[Reuse]) -> Judgement | None:
        if longest_run(shared) < COPIED_RUN or days_between(left, right) > VERSION_DAYS:
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
        places = tuple(Place(quoting.document.id, s.start, s.end) for s in spans)
        more = self._more_of_the_same(quoting, spans, shared)
        if more:
            why = (
                f"{name_of(quoting)} quotes words that {name_of(quoted)} gives without quotation marks, and from the"
                f" same source others that are not in it (“{_clip(more.of(quoting.document.text))}”)."
            )
            more_place = Place(quoting.document.id, more.start, more.end)
            return Judgement("shared_origin", why, (Evidence("direction.more", why, None, (*places, more_place)),))
        if order == (-1 if quoting is left else 1):
            return None
        # Reports often print a post or a statement without marks: only a body's text, or a report, is its own voice.
        sources = sources_of(quoting, spans)
        if not sources or not (sources & _REPORTS or is_body(quoted.document.publisher or "")):
            return None
        why = f"{name_of(quoting)} gives in quotation marks what {name_of(quoted)} says in its own voice."
        evidence = Evidence("direction.wrapped", why, None, places)
        return Judgement("left_to_right" if quoting is right else "right_to_left", why, (evidence,))

    def _more_of_the_same(self, quoting: Analysis, spans: Sequence[Span], shared: Sequence[Reuse]) -> Span | None:
        """Return a further quotation of the source of ``spans`` that the other text does not hold."""
        sources = sources_of(quoting, spans)
        covered = [side_of(r, quoting.document.id) for r in shared]
        for attribution in quoting.attributions:
            if attribution.kind == "indirect" or not attribution.content:
                continue
            content = Span(attribution.content[0].start, attribution.content[-1].end)
            if any(c.start < content.end and content.start < c.end for c in covered):
                continue
            if len(words(quoting.document.text, content.start, content.end)) < MORE_WORDS:
                continue
            if words_of_source(quoting, attribution.source) & sources:
                return content
        return None

    def _by_dates(self, left: Analysis, right: Analysis, shared: Sequence[Reuse], order: int) -> Judgement | None:
        if order == 0 or self._signs.credits(left) or self._signs.credits(right):
            return None
        earlier, later = (left, right) if order < 0 else (right, left)
        if longest_run(shared) < COPIED_RUN or credits_agencies(later):
            return None
        sides = [side_of(r, later.document.id) for r in shared]
        covered = sum(s.end - s.start for s in sides)
        quoted = sum(
            max(0, min(s.end, q.end) - max(s.start, q.start)) for s in sides for q in self._signs.outermost(later)
        )
        # Two reporters at one speech share its words: only what is shared beside them speaks for a copy.
        if covered - quoted < DATED_SHARE * len(later.document.text) or sum(r.bits for r in shared) < DATED_BITS:
            return None
        late, early = _when(later.document.published, earlier.document.published)
        why = (
            f"{name_of(later)} is dated {late}, {name_of(earlier)} {early}, and"
            f" {round(100 * covered / len(later.document.text))} % of the later text stands in the earlier one."
        )
        evidence = Evidence("direction.dates", why, None, ())
        return Judgement("left_to_right" if order < 0 else "right_to_left", why, (evidence,))


def _is_for(namer: Analysis, name: Span, shared: Sequence[Reuse]) -> bool:
    """Whether a credit is for the words that both share: it stands in a paragraph of theirs, or before one with a
    colon, or at the head or the end of a text that is mostly theirs.

    A name inside them stands in both texts and tells nothing, but in a dateline, which an agency signs and its
    customers keep.
    """
    text, document = namer.document.text, namer.document.id
    sides = [side_of(r, document) for r in shared]
    same = (b[r.left.document != document] for r in shared for b in r.blocks)
    if any(run.start <= name.start < run.end for run in same):
        return in_credit_line(namer, name)
    told = _TOLD.search(text, max(0, name.start - 30), name.start)  # an interview: of its words, but of no others
    covered = sum(side.end - side.start for side in sides)
    at_an_end = name.start < HEAD or name.end > len(text) - TAIL
    if not told and at_an_end and covered >= COPIED_SHARE * len(text):
        return True
    for side in sides:
        between = text[min(name.end, side.end) : max(name.start, side.start)]
        if told and len(between) <= REACH and not _SENTENCE_END.search(between):
            return True
        if not told and len(between) <= REACH and ("\n" not in between.strip("\n ")) and _is_joined(between):
            return True
    return False


def _is_joined(between: str) -> bool:
    """Whether what stands between a credit and the words is in their paragraph, or ends in a colon before it."""
    return "\n" not in between or between.rstrip().endswith(":")


def _by_version(left: Analysis, right: Analysis, shared: Sequence[Reuse]) -> Judgement | None:
    publisher = left.document.publisher
    if not publisher or publisher != right.document.publisher:
        return None
    order = date_order(left, right)
    if order == 0:
        return _by_last_change(left, right)
    shorter = min((left, right), key=lambda a: len(a.document.text))
    covered = sum(side_of(r, shorter.document.id).end - side_of(r, shorter.document.id).start for r in shared)
    if covered < VERSION_SHARE * len(shorter.document.text) or longest_run(shared) < COPIED_RUN:
        return None
    if days_between(left, right) > VERSION_DAYS:
        return None
    one, two = _when(left.document.published, right.document.published)
    why = f"Both are of {publisher}, dated {one} and {two}."
    evidence = Evidence("direction.version", why)
    return Judgement("left_to_right" if order < 0 else "right_to_left", why, (evidence,))


def _by_last_change(left: Analysis, right: Analysis) -> Judgement | None:
    """Judge two versions of one page of one day by when each was last changed."""
    one, two = left.document.modified, right.document.modified
    order = time_order(one, two)
    if order == 0 or not left.document.url or left.document.url != right.document.url:
        return None
    why = f"Both were found at the same address, last changed {one} and {two}."
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
    """Return the span with some words of its line on either side."""
    start, end = max(0, span.start - 30), min(len(text), span.end + 20)
    while 0 < start < span.start and not text[start - 1].isspace():
        start += 1
    while span.end < end < len(text) and not text[end].isspace():
        end -= 1
    return " ".join(text[start:end].split())


def _day(published: str | None) -> str:
    return (published or "")[:10]


def _when(one: str | None, other: str | None) -> tuple[str, str]:
    """Return both dates as days, with the time where the day is the same."""
    if _day(one) != _day(other):
        return _day(one), _day(other)
    return (one or "")[:16].replace("T", " "), (other or "")[:16].replace("T", " ")


def _clip(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 90 else plain[:89].rsplit(" ", 1)[0] + "…"
