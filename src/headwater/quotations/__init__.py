"""Quotation checks: a quotation beside the text it is taken from.

Each direct quotation (and the quoted part of a mixed one) is looked up in the other documents (``search``), compared
word by word (``comparing``), and judged by where the words stand there: in quotation marks, or in that document's own
voice, and whether the one who is quoted is that document (``sources``). A document that is known to be later, or to
have copied from this one, is never what a quotation is checked against. Verdicts: ``verbatim``, ``trimmed`` (words left
out behind an ellipsis, or a sentence shown as whole that goes on), ``altered``, ``promoted`` (that document's own words
presented as somebody else's), ``not_found`` (the quoted document is in the collection and does not hold the words) and
``unchecked``. Editors' insertions in brackets, capitals, punctuation and spelling style alter nothing. Known limit: a
quotation of one or two words is only looked up in documents that share a passage with this one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from headwater.ids import identify
from headwater.marks import quoted_spans
from headwater.quotations.comparing import Match, find_cut, match
from headwater.quotations.pieces import Quotation, read_quotation, read_words
from headwater.quotations.search import Found, Wanted, search
from headwater.quotations.sources import Resolved, Who, source_of, who_is
from headwater.records import (
    Analysis,
    Attribution,
    Place,
    QuotationChange,
    QuotationCheck,
    Reuse,
    Span,
    Speaker,
    Verdict,
)

__all__ = ["check_quotations"]

TELLING = 5  # words of a quotation that nobody writes twice by chance; fewer need a pair that shares a passage
NAMELY = 4  # words of a quotation that is missed in the document it is ascribed to
OWN_WORDS = 3  # words of somebody's own text that can be promoted to a quotation; two are a set phrase
OWN_SHARE = 0.8  # of a quotation's words that another text must hold in its own voice
QUOTED_SHARE = 0.8  # of the words that must stand in quotation marks there, to be a quotation there


@dataclass(frozen=True, slots=True)
class _Task:
    """One quotation to check."""

    attribution: Attribution
    text: int
    quotation: Quotation


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A document that holds the words, in what way, and how it stands to the quoting one."""

    text: int
    match: Match
    who: Who
    quoted: bool
    upstream: bool
    related: bool

    @property
    def rank(self) -> tuple[bool, bool, bool, float, int, bool, int]:
        """Best last: the quoted document itself, then where the words stand most exactly."""
        found, changes = self.match, len(self.match.changes)
        return (self.who == "itself", self.upstream, changes == 0, found.share, -changes, self.quoted, -self.text)


def check_quotations(
    analyses: Sequence[Analysis], reuse: Sequence[Reuse], resolved: Resolved | None = None
) -> tuple[QuotationCheck, ...]:
    """Return one check for each attribution that quotes, ordered by document id and place."""
    ordered = sorted(analyses, key=lambda a: a.document.id)
    desk = _Desk(ordered, reuse, resolved)
    tasks = [
        _Task(attribution, number, quotation)
        for number, analysis in enumerate(ordered)
        for attribution, quotation in _quotations(analysis, desk.quoted(number))
    ]
    texts = [a.document.text for a in ordered]
    wanted = [
        Wanted(
            t.text,
            " ".join(texts[t.text][w.start : w.end] for w in t.quotation.words),
            any(w.before != "none" for w in t.quotation.words),
        )
        for t in tasks
    ]
    found = search(texts, wanted)
    return tuple(desk.check(task, places) for task, places in zip(tasks, found, strict=True))


def _quotations(analysis: Analysis, marks: Sequence[Span]) -> Iterable[tuple[Attribution, Quotation]]:
    """Return the attributions that quote, each with the quoted words that are its own, not a nested one's."""
    text = analysis.document.text
    inner: dict[str, list[Span]] = {}
    for attribution in analysis.attributions:
        if attribution.inside and attribution.kind != "indirect":
            inner.setdefault(attribution.inside, []).extend(attribution.content)
    for attribution in sorted(analysis.attributions, key=lambda a: (a.content, a.id)):
        if attribution.kind == "indirect" or not attribution.content:
            continue
        spans = [
            cut
            for mark in marks
            for content in attribution.content
            if (cut := _common(mark, content)) and not _is_nested(cut, inner.get(attribution.id, ()))
        ]
        if not spans and attribution.kind == "direct":
            spans = list(attribution.content)
        quotation = read_quotation(text, spans)
        if quotation.words:
            yield attribution, quotation


def _common(one: Span, other: Span) -> Span | None:
    start, end = max(one.start, other.start), min(one.end, other.end)
    return Span(start, end) if start < end else None


def _is_nested(span: Span, nested: Sequence[Span]) -> bool:
    """Say whether a nested attribution's content covers the quotation: it is that attribution's, not this one's."""
    return any(n.start - 2 <= span.start and span.end <= n.end + 2 for n in nested)


class _Desk:
    """The collection as the checks see it: who copied from whom, what is quoted where, who the sources are."""

    def __init__(self, analyses: Sequence[Analysis], reuse: Sequence[Reuse], resolved: Resolved | None) -> None:
        self._analyses = analyses
        number = {a.document.id: n for n, a in enumerate(analyses)}
        self._direction: dict[tuple[int, int], str] = {}
        for r in reuse:
            if r.left.document in number and r.right.document in number:
                self._direction[number[r.left.document], number[r.right.document]] = r.direction
        speakers = {s.id: s for s in resolved.speakers} if resolved else {}
        self._speakers: Mapping[str, Speaker] = speakers
        self._speaker_of = {r.attribution: r.speaker for r in resolved.resolutions} if resolved else {}
        self._quoted: dict[int, list[Span]] = {}

    def quoted(self, number: int) -> list[Span]:
        """Return what stands in outer quotation marks, without them; neighbouring paragraphs of one speech apart."""
        if number not in self._quoted:
            spans = [q.inner for q in quoted_spans(self._analyses[number].document.text) if q.level == 0]
            self._quoted[number] = spans
        return self._quoted[number]

    def _speakers_behind(self, attribution: Attribution) -> list[Speaker]:
        found = []
        speaker = self._speakers.get(self._speaker_of.get(attribution.id) or "")
        if speaker:
            found.append(speaker)
            issuer = self._speakers.get(speaker.issuer or "")
            if issuer and issuer.kind in ("publisher", "organisation") and speaker.kind in ("document", "publisher"):
                found.append(issuer)
        return found

    def _relation(self, here: int, there: int) -> tuple[bool, bool]:
        """Return whether the other document may be what this one took words from, and whether evidence shows it."""
        left, right = min(here, there), max(here, there)
        direction = self._direction.get((left, right))
        towards_here = "left_to_right" if left == there else "right_to_left"
        if direction in ("left_to_right", "right_to_left"):
            return direction == towards_here, direction == towards_here
        mine, theirs = (self._analyses[n].document.published for n in (here, there))
        if mine and theirs and mine[:10] != theirs[:10]:
            return theirs[:10] < mine[:10], theirs[:10] < mine[:10]
        return True, direction == "shared_origin"

    def check(self, task: _Task, places: Sequence[Found]) -> QuotationCheck:
        """Return the check of one quotation."""
        candidates = [c for place in places if (c := self._candidate(task, place))]
        if not candidates:
            return self._missing(task)
        best = max(candidates, key=lambda c: c.rank)
        verdict, changes, why = self._judge(task, best)
        against = Place(self._analyses[best.text].document.id, best.match.place.start, best.match.place.end)
        return _check(task, against, verdict, changes, why)

    def _candidate(self, task: _Task, place: Found) -> _Candidate | None:
        possible, shown = self._relation(task.text, place.text)
        if not possible:
            return None
        here, there = self._analyses[task.text], self._analyses[place.text]
        original = read_words(there.document.text, place.span.start, place.span.end)
        found = match(here.document.text, task.quotation, there.document.text, original)
        related = (min(task.text, place.text), max(task.text, place.text)) in self._direction
        if found is None or (len(task.quotation.words) < TELLING and not (related and found.share == 1)):
            return None
        quoted = self._is_quoted(place.text, found.runs)
        if not quoted and found.share < OWN_SHARE:
            return None
        who = who_is(source_of(task.attribution, here.document.text), self._speakers_behind(task.attribution), there)
        if who == "third" and found.changes and found.matched < TELLING:
            return None
        return _Candidate(place.text, found, who, quoted, shown, related)

    def _is_quoted(self, number: int, runs: Sequence[Span]) -> bool:
        """Say whether the matched words stand in quotation marks, a block quotation or a direct quotation there."""
        analysis = self._analyses[number]
        blocks = [Span(s.start, s.end) for s in analysis.segments if s.kind == "block_quotation"]
        inside = [*self.quoted(number), *blocks]
        total = sum(r.end - r.start for r in runs)
        covered = sum(max(0, min(r.end, s.end) - max(r.start, s.start)) for r in runs for s in inside)
        return covered >= QUOTED_SHARE * total

    def _judge(self, task: _Task, best: _Candidate) -> tuple[Verdict, tuple[QuotationChange, ...], str]:
        here, there = self._analyses[task.text], self._analyses[best.text]
        name = _name(there)
        found = best.match
        own_voice = not best.quoted and best.who == "third" and len(task.quotation.words) >= OWN_WORDS
        if own_voice and (best.upstream or best.related or len(task.quotation.words) > TELLING):
            source = source_of(task.attribution, here.document.text) or "somebody"
            return "promoted", found.changes, f"The words are {name}'s own; here they are given as those of {source}."
        if found.changes:
            if best.who == "third" and not best.upstream and best.quoted:
                why = f"{name} gives the words otherwise, and nothing shows who changed them."
                return "unchecked", found.changes, why

            return "altered", found.changes, f"In {name} the words are otherwise: {_tell(found.changes)}."
        if found.cuts:
            return "trimmed", found.cuts, f"An ellipsis stands for words of {name}: {_tell(found.cuts)}."
        cut = find_cut(here.document.text, task.quotation, there.document.text, found.place)
        if cut:
            return "trimmed", (cut,), f"In {name} there is more of the sentence: “{_clip(cut.original)}”."
        return "verbatim", (), f"The words stand in {name}."

    def _missing(self, task: _Task) -> QuotationCheck:
        """Judge a quotation that no document holds: not found if it names a document it builds on."""
        here = self._analyses[task.text]
        if len(task.quotation.words) >= NAMELY:
            source, speakers = source_of(task.attribution, here.document.text), self._speakers_behind(task.attribution)
            for left, right in sorted(self._direction):
                if task.text not in (left, right):
                    continue
                other = right if left == task.text else left
                there = self._analyses[other]
                named = there.document.publisher or there.document.title
                if named and self._relation(task.text, other)[1] and who_is(source, speakers, there) == "itself":
                    why = f"{_name(there)} is in the collection and does not hold these words."
                    return _check(task, None, "not_found", (), why)
        return _check(task, None, "unchecked", (), "No document of the collection that could be the source holds them.")


def _check(
    task: _Task, against: Place | None, verdict: Verdict, changes: tuple[QuotationChange, ...], why: str
) -> QuotationCheck:
    return QuotationCheck(
        identify("check", task.attribution.id, against, verdict), task.attribution.id, against, verdict, changes, why
    )


def _name(analysis: Analysis) -> str:
    document = analysis.document
    return document.publisher or document.title or PurePath(document.path).name


def _tell(changes: Sequence[QuotationChange]) -> str:
    told = []
    for change in changes[:3]:
        quoted, original = f"“{_clip(change.quoted)}”", f"“{_clip(change.original)}”"
        if change.kind == "replaced":
            told.append(f"{original} is {quoted} here")
        else:
            told.append(f"{quoted} was put in" if change.kind == "inserted" else f"{original} is left out")
    return "; ".join(told) + ("; …" if len(changes) > 3 else "")


def _clip(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= 80 else plain[:79] + "…"
