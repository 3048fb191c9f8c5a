"""Quotation checks: a quotation beside the text it is taken from.

Each direct quotation (and the quoted part of a mixed one) is looked up in the other documents (``search``), compared
word by word (``comparing``), and judged by where the words stand there: in quotation marks, or in that document's own
voice, and whether the one who is quoted is that document (``sources``). A document that is known to be later, or to
have copied from this one, is never what a quotation is checked against. Verdicts: ``verbatim``, ``trimmed`` (words left
out behind an ellipsis, or a sentence shown as whole that goes on), ``altered``, ``promoted`` (that document's own words
presented as somebody else's), ``not_found`` (the quoted document is in the collection and does not hold the words) and
``unchecked``. Words are ``altered`` only against the quoted document itself or one that this one is shown to build on:
of two reports of one speech neither is the original, and an earlier date makes none. Words that the other document
gives as somebody's indirect speech are not its own, so they are not ``promoted``; its wording is no proof of what was
said, so they stay ``unchecked``. Only words in marks are checked, and of a quotation there only what its marks hold.
Editors' insertions in brackets, capitals, punctuation and spelling style alter nothing. Known limit: a quotation of one
or two words is looked up only in the quoted document itself, for a "not" that was lost.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from headwater.align.credits import find_mentions
from headwater.ids import identify
from headwater.marks import quoted_spans
from headwater.publishers import is_body as is_body_name
from headwater.quotations.comparing import STRAY, Match, find_condition, find_cut, match
from headwater.quotations.pieces import Quotation, Said, longest_piece, read_words
from headwater.quotations.quoted import common_part, find_quotations
from headwater.quotations.search import Found, Wanted, search
from headwater.quotations.sources import Resolved, Who, source_of, speaks_for, who_is
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
from headwater.words import words

__all__ = ["check_quotations"]

TELLING = 5  # words of a quotation that nobody writes twice by chance; fewer need a pair that shares a passage
LONG = 4  # letters of a word that tells something
FEW = 20  # places of a word in a text, beyond which it is no telling one
LOOKED_UP = 3  # words of a quotation; "Commander-in-Chief" is one
NEAR = 60  # characters on either side in which more words of a quotation are sought
NAMELY = 4  # words of a quotation that is missed in the document it is ascribed to
BEFORE, BEHIND = 300, 60  # characters around words in which a report names who wrote or said them
FIRST_PERSON = frozenset({"i", "me", "my", "mine", "we", "us", "our", "ours", "myself"})
OWN_WORDS = 4  # words of somebody's own text that can be promoted to a quotation; fewer are a name or a set phrase
OWN_SHARE = 0.8  # of a quotation's words that another text must hold in its own voice
MATCHED_SHARE = 0.8  # of the words that are the same, where no run of TELLING words is
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
        for attribution, quotation in find_quotations(analysis)
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


class _Desk:
    """The collection as the checks see it: who copied from whom, what is quoted where, who the sources are."""

    def __init__(self, analyses: Sequence[Analysis], reuse: Sequence[Reuse], resolved: Resolved | None) -> None:
        self._analyses = analyses
        number = {a.document.id: n for n, a in enumerate(analyses)}
        self._direction: dict[tuple[int, int], str] = {}
        self._sharing: defaultdict[int, set[int]] = defaultdict(set)  # the texts that share words with each
        self._rules: dict[tuple[int, int], set[str]] = {}
        self._passages: dict[tuple[int, int], list[tuple[Place, Place]]] = {}
        for r in reuse:
            if r.left.document in number and r.right.document in number:
                pair = number[r.left.document], number[r.right.document]
                self._direction[pair] = r.direction
                self._sharing[pair[0]].add(pair[1])
                self._sharing[pair[1]].add(pair[0])
                self._rules[pair] = {e.rule for e in r.evidence}
                self._passages.setdefault(pair, []).append((r.left, r.right))
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
        if mine and theirs and mine[:10] != theirs[:10] and theirs[:10] > mine[:10]:
            return False, False
        return True, self._names(here, there)

    def _names(self, here: int, there: int) -> bool:
        """Say whether this document credits the other's publisher, and not the reverse; to be named is not enough."""
        one, other = self._analyses[here], self._analyses[there]
        ours, theirs = one.document.publisher, other.document.publisher
        if not theirs or ours == theirs or not find_mentions(one, theirs, other.document.url):
            return False
        return not (ours and find_mentions(other, ours, one.document.url))

    def _credits(self, here: int, there: int) -> bool:
        """Say whether this document names the other's publisher, alone or as evidence of where its words are from."""
        pair = min(here, there), max(here, there)
        return self._names(here, there) or "direction.credit" in self._rules.get(pair, ())

    def check(self, task: _Task, places: Sequence[Found]) -> QuotationCheck:
        """Return the check of one quotation."""
        is_long = longest_piece(task.quotation) >= LOOKED_UP
        candidates = [c for place in places if (c := self._candidate(task, place))] if is_long else []
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
        pair = min(task.text, place.text), max(task.text, place.text)
        related = pair in self._direction
        if found is None or (len(task.quotation.words) < TELLING and not (related and found.share == 1)):
            return None
        quoted = self._is_quoted(place.text, found.runs)
        aligned = related and self._is_aligned(task, place.text, found.place)
        if aligned and not quoted and found.share < 1:
            found = self._with_more(task, place, found)
        if quoted:
            kept = self._in_marks(place.text, original, found.runs)
            found = match(here.document.text, task.quotation, there.document.text, kept) or found
        source = source_of(task.attribution, here.document.text)
        reported = quoted or self._told_of(place.text, found.place) is not None
        speakers = self._speakers_behind(task.attribution)
        who = who_is(source, speakers, there, reported=reported)
        if who == "third" and speaks_for(source, speakers, there.document.publisher, here.document.text):
            who = "unclear"  # its spokesman may well say what it wrote
        if not quoted and found.share < OWN_SHARE and not (aligned and who == "itself"):
            return None
        if who != "itself" and found.changes and not aligned and not _is_telling(found):
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

    def _in_marks(self, number: int, original: Sequence[Said], runs: Sequence[Span]) -> list[Said]:
        """Return the words in marks there and the matched ones: a "she said" between them is not left out.

        A word or two outside the marks matched by chance.
        """
        analysis = self._analyses[number]
        text = analysis.document.text
        blocks = [Span(s.start, s.end) for s in analysis.segments if s.kind == "block_quotation"]
        inside = [*self.quoted(number), *blocks, *(run for run in runs if len(words(text, run.start, run.end)) > STRAY)]
        return [w for w in original if any(s.start <= w.start and w.end <= s.end for s in inside)]

    def _is_aligned(self, task: _Task, there: int, place: Span) -> bool:
        """Say whether the quotation and the place are parts of one shared passage."""
        left, right = min(task.text, there), max(task.text, there)
        own = Span(task.quotation.words[0].start, task.quotation.words[-1].end)
        for one, other in self._passages.get((left, right), ()):
            mine, theirs = (one, other) if task.text == left else (other, one)
            if mine.start < own.end and own.start < mine.end and theirs.start < place.end and place.start < theirs.end:
                return True
        return False

    def _with_more(self, task: _Task, place: Found, found: Match) -> Match:
        """Return the match in a wider stretch of the other text where that holds more of the words."""
        here, there = self._analyses[task.text].document.text, self._analyses[place.text].document.text
        start, end = max(place.span.start - NEAR, 0), min(place.span.end + NEAR, len(there))
        wider = match(here, task.quotation, there, read_words(there, start, end))
        return wider if wider and wider.matched > found.matched else found

    def _told_of(self, number: int, place: Span) -> str | None:
        """Return to whom the document gives the words at ``place`` indirectly; None where they are its own."""
        analysis = self._analyses[number]
        for attribution in sorted(analysis.attributions, key=lambda a: (a.content, a.id)):
            shared = [cut for c in attribution.content if (cut := common_part(c, place))]
            if sum(s.end - s.start for s in shared) >= OWN_SHARE * (place.end - place.start):
                return source_of(attribution, analysis.document.text) or "somebody"
        return None

    def _judge(self, task: _Task, best: _Candidate) -> tuple[Verdict, tuple[QuotationChange, ...], str]:
        here, there = self._analyses[task.text], self._analyses[best.text]
        name = _name(there)
        found = best.match
        own_voice = not best.quoted and best.who == "third" and len(task.quotation.words) >= OWN_WORDS
        told_of = self._told_of(best.text, found.place) if own_voice else None
        if told_of:
            why = f"{name} gives these words as those of “{_clip(told_of)}”, but not in quotation marks."
            return "unchecked", found.changes, why
        if own_voice and self._is_own(task, best):
            source = self._called(task.attribution, here.document.text)
            return (
                "promoted",
                found.changes,
                f"The words are {_possessive(name)} own; here they are given as those of {source}.",
            )
        if own_voice:
            why = f"{name} has these words without quotation marks; whose they are there is not shown."
            return "unchecked", found.changes, why
        if found.changes:
            if best.who != "itself" and not best.upstream:
                why = (
                    f"Two reports give the words differently ({name} is the other); neither is shown to be the source."
                )
                return "unchecked", found.changes, why
            if best.who != "itself" and best.quoted and found.is_part:
                return "unchecked", found.changes, f"{name} leaves words out of these."
            if best.who != "itself" and best.quoted and _is_more(here.document.text, task.quotation, found.changes):
                return "unchecked", found.changes, f"{name} quotes only a part of these words."
            return "altered", found.changes, f"In {name} the words are otherwise: {_tell(found.changes)}."
        if found.cuts:
            return "trimmed", found.cuts, f"An ellipsis stands for words of {name}: {_tell(found.cuts)}."
        phrase = not best.quoted and best.who != "itself" and len(task.quotation.words) < TELLING
        cut = None if phrase else find_cut(here.document.text, task.quotation, there.document.text, found.place)
        if cut:
            return "trimmed", (cut,), f"In {name} there is more of the sentence: “{_clip(cut.original)}”."
        if best.quoted and best.who != "itself" and (other := self._said_by_other(task, best)):
            return "unchecked", (), f"The words stand in {name}, but as those of {other}."
        return "verbatim", (), f"The words stand in {name}."

    def _is_own(self, task: _Task, best: _Candidate) -> bool:
        """Return whether the words are shown to be the other document's own: this one credits it, or it is of a body
        that speaks for itself, and nothing there points to whom they are given here.

        A report often gives a post or a statement without marks: in the first person, after or before who made it.
        """
        there = self._analyses[best.text]
        text, place = there.document.text, best.match.place
        is_body = there.document.publisher is not None and is_body_name(there.document.publisher)
        if not (
            self._credits(task.text, best.text) or (is_body and (best.related or len(task.quotation.words) > TELLING))
        ):
            return False
        if not is_body and FIRST_PERSON & {word.form for word in task.quotation.words}:
            return False
        if text[: place.start].rstrip("\"“”'‘’ \n").endswith(":"):
            return False
        around = text[max(place.start - BEFORE, 0) : place.start] + text[place.end : place.end + BEHIND]
        return not any(
            name in around
            for speaker in self._speakers_behind(task.attribution)
            if speaker.kind == "person"
            for name in speaker.name.split()[-1:]
        )

    def _said_by_other(self, task: _Task, best: _Candidate) -> str | None:
        """Return who says the words in the other document, where that is another person than the one named here."""
        ours = self._named_person(task.attribution, self._analyses[task.text])
        there = self._analyses[best.text]
        if ours is None:
            return None
        for attribution in there.attributions:
            if not any(
                c.start <= best.match.place.start and best.match.place.end <= c.end for c in attribution.content
            ):
                continue
            theirs = self._person(attribution)
            if theirs is None or set(theirs.name.split()) & set(ours.name.split()) or theirs.id == ours.id:
                return None
            return theirs.name
        return None

    def _person(self, attribution: Attribution) -> Speaker | None:
        speaker = self._speakers.get(self._speaker_of.get(attribution.id) or "")
        return speaker if speaker is not None and speaker.kind == "person" else None

    def _named_person(self, attribution: Attribution, analysis: Analysis) -> Speaker | None:
        """Return the person whom the words of the source name, not one that a pronoun stands for."""
        speaker = self._person(attribution)
        named = speaker is not None and speaker.name.split()[-1] in source_of(attribution, analysis.document.text)
        return speaker if named else None

    def _called(self, attribution: Attribution, text: str) -> str:
        """Return the words of the source; whom they stand for, where they are a small word only ("she")."""
        source = source_of(attribution, text)
        speaker = self._speakers.get(self._speaker_of.get(attribution.id) or "")
        return speaker.name if speaker is not None and source.islower() and " " not in source else source or "somebody"

    def _only_denied(self, task: _Task) -> QuotationCheck | None:
        """Return the check of a word or two that the quoted document itself says only with a "not" before them.

        Too few to be looked up; but who is said to have called farmers “the enemy”, and said that they are not, is
        quoted with the contrary.
        """
        here, wanted = self._analyses[task.text], [word.form for word in task.quotation.words]
        if not any(len(form) >= LONG for form in wanted):
            return None
        source, speakers = source_of(task.attribution, here.document.text), self._speakers_behind(task.attribution)
        for pair in sorted(pair for pair in self._direction if task.text in pair):
            there = self._analyses[pair[0] if pair[1] == task.text else pair[1]]
            text = there.document.text
            if who_is(source, speakers, there, reported=False) != "itself" or text.casefold().count(wanted[-1]) > FEW:
                continue
            places = _places(read_words(text, 0, len(text)), wanted)
            cuts = [find_condition(here.document.text, task.quotation, text, place) for place in places]
            if cuts and cuts[0] is not None and all(cuts):
                against = Place(there.document.id, places[0].start, places[0].end)
                why = f"{_name(there)} has the words only behind “{_clip(cuts[0].original)}”."
                return _check(task, against, "trimmed", (cuts[0],), why)
        return None

    def _missing(self, task: _Task) -> QuotationCheck:
        """Judge a quotation that no document holds: not found if it names a document it builds on."""
        here = self._analyses[task.text]
        if len(task.quotation.words) < LOOKED_UP and (found := self._only_denied(task)) is not None:
            return found
        if len(task.quotation.words) >= NAMELY:
            source, speakers = source_of(task.attribution, here.document.text), self._speakers_behind(task.attribution)
            for other in sorted(self._sharing[task.text]):
                there = self._analyses[other]
                named = there.document.publisher or there.document.title
                article = there.document.title and not is_body_name(there.document.publisher or "")
                if (
                    named
                    and not article  # a paper prints many; that one does not hold the words tells nothing
                    and self._relation(task.text, other)[1]
                    and who_is(source, speakers, there, reported=False) == "itself"
                ):
                    why = f"{_name(there)} is in the collection and does not hold these words."
                    return _check(task, None, "not_found", (), why)
        return _check(task, None, "unchecked", (), "No document of the collection that could be the source holds them.")


def _places(words_there: Sequence[Said], wanted: Sequence[str]) -> list[Span]:
    """Return where words stand in a row."""
    n = len(wanted)
    rows = (words_there[i : i + n] for i in range(len(words_there) - n + 1))
    return [Span(row[0].start, row[-1].end) for row in rows if [word.form for word in row] == list(wanted)]


def _is_more(text: str, quotation: Quotation, changes: Sequence[QuotationChange]) -> bool:
    """Say whether nothing differs but that the quotation begins earlier or goes on: a report may quote less of it."""
    whole = text[quotation.words[0].start : quotation.words[-1].end]
    return all(c.kind == "inserted" and (whole.startswith(c.quoted) or whole.endswith(c.quoted)) for c in changes)


def _is_telling(found: Match) -> bool:
    """Say whether enough words are the same for both to be one utterance: two questions of one poll are not."""
    return found.matched >= TELLING and (found.longest >= TELLING or found.share >= MATCHED_SHARE)


def _check(
    task: _Task, against: Place | None, verdict: Verdict, changes: tuple[QuotationChange, ...], why: str
) -> QuotationCheck:
    return QuotationCheck(
        identify("check", task.attribution.id, against, verdict), task.attribution.id, against, verdict, changes, why
    )


def _name(analysis: Analysis) -> str:
    document = analysis.document
    return document.publisher or document.title or PurePath(document.path).name


def _possessive(name: str) -> str:
    return name + ("'" if name.endswith("s") else "'s")


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
