"""Positions from reports of change inside one document: what was said at first, the change, what is said now.

A sentence that tells both sides of a turn gives both steps (``turns``). Around any other report the sentences are read:
an opening ("At first, …", "initially") before it, and a statement introduced by "now" or "thus" right behind it.
"""

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Literal

from headwater.ids import identify
from headwater.positions.changes import OPENING, find_changes
from headwater.positions.subjects import Names, find_possessor, find_subject, find_subject_behind
from headwater.positions.turns import Turn, find_turns
from headwater.records import Analysis, Attribution, Segment, Span, Time
from headwater.words import words

BACK = 14  # sentences before the report in which an opening is looked for
AHEAD = 2  # sentences behind it in which what is said now is looked for
_NOW = re.compile(r"^\W*(?:now|thus|instead|today)\b", re.IGNORECASE)
_TELLING = 4  # letters of a word of a topic
STEM = 6  # letters; shorter words are seldom what a text is about
_NOUNS = ("s", "ion", "ment", "ness", "ity", "er", "or", "ance", "ence", "ism", "ship", "age")
_NO_NOUNS = ("ous", "ss", "us", "'s", "’s")
OFTEN = 3  # times that a text uses a word that it may be about
MATTERS = 8  # words kept of what a text may be about
_FREQUENT = """
about above after again against among another because before being between could during every further having itself
later members might other others their there these those through under until which while would people several official
where whose recent recently report reported group organization video videos including country countries without already
leaders leader president government minister statement yesterday according
"""
_COMMON = frozenset(_FREQUENT.split())
_MARKS = "\"“”„«»'‘’-–— "
_THIRD = frozenset({"he", "she", "they", "it", "his", "her", "their", "its"})
_SELF = 30  # code points before a change in which its owner stands, the last words of them
_OWNER = 2
_BESIDE = 3  # sentences round the report: what they speak of is nearer to it than what the text uses most
UNTOLD = "a matter that the sentence does not name"
_FINDERS = {"before": find_subject, "possessor": find_possessor, "after": find_subject_behind}

Phase = Literal[0, 1, 2]  # at first, the change, now


@dataclass(frozen=True, slots=True)
class Matter:
    """A word that a text may be about: its stem, the form to show, how often it stands in the text, and whether in the
    report's own sentence or in the title too."""

    stem: str
    form: str
    count: int
    is_near: bool


@dataclass(frozen=True, slots=True)
class Reported:
    """One statement of a position: when in the movement it stands, its words for it, and why.

    ``topic`` is None where the report names none; ``matters`` are then the words that the text uses most.
    """

    speaker: str
    topic: str | None
    matters: tuple[Matter, ...]
    phase: Phase
    stance: str
    statement: str
    time: str | None
    document: str
    start: int
    why: str


@dataclass(frozen=True, slots=True)
class _About:
    """Whose change on what a document reports."""

    analysis: Analysis
    speaker: str
    topic: str | None
    matters: tuple[Matter, ...]

    def step(
        self,
        sentence: Segment,
        phase: Phase,
        stance: str,
        why: str,
        said: Attribution | None = None,
        sides: tuple[Span, Span] | None = None,
    ) -> Reported:
        """Return the sentence, or what is ``said`` in it, as a statement of this position.

        Of two ``sides`` that the sentence tells, the first is meant: a date nearer to the other is not its own.
        """
        statement = statement_of(said) if said is not None else _statement(self.analysis, sentence)
        time = _time(self.analysis, sentence, sides)
        document = self.analysis.document.id
        return Reported(
            self.speaker, self.topic, self.matters, phase, stance, statement, time, document, sentence.start, why
        )


def reported(analysis: Analysis, names: Names, speakers: Mapping[str, str]) -> Iterator[Reported]:
    """Yield what the document reports of anybody's change of position, in text order.

    ``speakers`` gives the speaker of each attribution.
    """
    text = analysis.document.text
    sentences = [s for s in analysis.segments if s.kind == "sentence"]
    names = names.among(frozenset(speakers[a.id] for a in analysis.attributions if a.id in speakers))
    for number, sentence in enumerate(sentences):
        turns = find_turns(text, sentence.start, sentence.end)
        for turn in turns:
            yield from _told_in_full(analysis, names, sentences, number, turn)
        for change in find_changes(text, sentence.start, sentence.end):
            if any(turn.before.start < change.span.end and change.span.start < turn.after.end for turn in turns):
                continue  # the turn tells more
            subject = _FINDERS[change.owner](text, names, Span(sentence.start, sentence.end), change.span)
            if subject is None or _is_of_another(analysis, change.span, subject.speaker.id, speakers):
                continue
            owner = {w.folded for name in subject.speaker.names for w in words(name)}
            matters = () if change.topic else _matters(analysis, sentences, number, owner)
            if not (change.topic or matters):
                continue
            about = _About(analysis, subject.speaker.id, change.topic, matters)

            opening = _opening(text, names, sentences, number, subject.speaker.id)
            if opening is not None:
                words_of = OPENING.search(text, sentences[opening].start, sentences[opening].end)
                said = words_of[0] if words_of else "at first"
                yield about.step(
                    sentences[opening], 0, said.lower(), f"“{said}” opens what the text sets against the change"
                )
            said = " ".join(change.span.of(text).split())
            yield about.step(sentence, 1, said, f"the text reports that the speaker “{said}”; {subject.how}")
            now = _now(text, names, sentences, number, subject.speaker.id)
            if now is not None:
                why = "the sentence follows the report of the change and says what holds now"
                yield about.step(sentences[now], 2, "now", why)
                continue
            said_next = _said_next(analysis, sentences, number, about, speakers)
            if said_next is not None:
                cue = " ".join(span.of(text) for span in said_next.cue)
                why = f"in the next sentence the same speaker “{cue}” this"
                yield about.step(sentences[number + 1], 2, cue, why, said_next)


def _is_of_another(analysis: Analysis, place: Span, speaker: str, speakers: Mapping[str, str]) -> bool:
    """Whether the speaker is quoted with it in the third person: “I think his views have changed”, said Vell."""
    quoting = (a for a in analysis.attributions if a.kind != "indirect" and speakers.get(a.id) == speaker)
    inside = any(c.start <= place.start < c.end for a in quoting for c in a.content)
    text = analysis.document.text
    before = [w.folded for w in words(text, max(0, place.start - _SELF), place.start)][-_OWNER:]
    return inside and bool(_THIRD & {*before, *(w.folded for w in words(text, place.start, place.end))})


def _told_in_full(
    analysis: Analysis, names: Names, sentences: Sequence[Segment], number: int, turn: Turn
) -> Iterator[Reported]:
    """Yield both sides of a turn that one sentence tells."""
    text, sentence = analysis.document.text, sentences[number]
    whole = Span(sentence.start, sentence.end)
    sides = sorted((turn.before, turn.after))
    subject = find_subject(text, names, whole, sides[0])
    if subject is None:
        subject = find_subject(text, names, whole, sides[1])
        if subject is None or subject.place.start < whole.start:
            return  # "it" goes back to a name in this sentence that is nobody's for sure, not to one before it
    owner = {w.folded for name in subject.speaker.names for w in words(name)}
    topic = " ".join(turn.topic.of(text).split()) if turn.topic else None
    matters = () if topic else _matters(analysis, sentences, number, owner)
    if not (topic or matters):
        topic = UNTOLD
    about = _About(analysis, subject.speaker.id, topic, matters)
    phases: tuple[tuple[Span, Phase], ...] = ((turn.before, 0), (turn.after, 2))
    for side, phase in phases:
        stance = " ".join(side.of(text).split())
        said = next((a for a in analysis.attributions if any(_meet(c, side) for c in a.cue) and a.content), None)
        was, now = (" ".join(each.of(text).split()) for each in (turn.before, turn.after))
        why = f"one sentence sets “{was}” against “{now}”"
        other = turn.after if side is turn.before else turn.before
        yield about.step(sentence, phase, stance, f"{why}; {subject.how}", said, (side, other))


def _meet(left: Span, right: Span) -> bool:
    return left.start < right.end and right.start < left.end


def _said_next(
    analysis: Analysis, sentences: Sequence[Segment], number: int, about: _About, speakers: Mapping[str, str]
) -> Attribution | None:
    """Return what the speaker says in the sentence behind the report, with a cue of its own.

    In a new paragraph it must speak of the topic: there the text may turn to something else.
    """
    if number + 1 >= len(sentences):
        return None
    text, behind = analysis.document.text, sentences[number + 1]
    if "\n" in text[sentences[number].end : behind.start]:
        topic = {w.folded[:STEM] for w in words(about.topic or "")} | {m.stem for m in about.matters}
        topic = {stem for stem in topic if len(stem) >= _TELLING}
        if not topic & {w.folded[:STEM] for w in words(text, behind.start, behind.end)}:
            return None
    said = (a for a in analysis.attributions if a.cue and behind.start <= a.cue[0].start < behind.end)
    return next((a for a in said if speakers.get(a.id) == about.speaker and a.polarity == "said"), None)


def _opening(text: str, names: Names, sentences: Sequence[Segment], number: int, speaker: str) -> int | None:
    for at in range(number - 1, max(number - 1 - BACK, -1), -1):
        sentence = sentences[at]
        opening = OPENING.search(text, sentence.start, sentence.end)
        if opening is None:
            continue
        if text[sentence.start : opening.start()].strip(_MARKS):  # "a right that it had previously": whose?
            subject = find_subject(text, names, Span(sentence.start, sentence.end), Span(*opening.span()))
            if subject is not None and subject.speaker.id == speaker:
                return at
        elif not _names_others(text, names, sentence, speaker):
            return at
    return None


def _now(text: str, names: Names, sentences: Sequence[Segment], number: int, speaker: str) -> int | None:
    for at in range(number + 1, min(number + 1 + AHEAD, len(sentences))):
        sentence = sentences[at]
        if _NOW.match(text[sentence.start : sentence.end]) and not _names_others(text, names, sentence, speaker):
            return at
    return None


def _names_others(text: str, names: Names, sentence: Segment, speaker: str) -> bool:
    """Whether a sentence names speakers, and not this one."""
    named = {found.id for found, _ in names.found(text, sentence.start, sentence.end)}
    points = any(word.folded in _THIRD for word in words(text, sentence.start, sentence.end))  # "now its weekly says"
    return bool(named) and speaker not in named and not points


def _matters(analysis: Analysis, sentences: Sequence[Segment], number: int, owner: set[str]) -> tuple[Matter, ...]:
    """Return the words near the report that the whole text uses most, thrice at least, their forms taken together.

    "deserters", "deserted" and "desertion" are one word here: they share their first STEM letters. It is shown in its
    most frequent form that has the ending of a noun, and a word without such a form is none.
    """
    text = analysis.document.text
    own = text[sentences[number].start : sentences[number].end]
    nearest = {word.folded[:STEM] for words_of in (analysis.document.title or "", own) for word in words(words_of)}
    first, last = max(0, number - BACK), min(len(sentences), number + 1 + AHEAD)
    near = {w.folded[:STEM] for w in words(text, sentences[first].start, sentences[last - 1].end)}
    said = [word for sentence in sentences for word in words(text, sentence.start, sentence.end)]
    lower = {word.folded for word in said if text[word.start].islower()}  # what is only capital is a name
    forms: dict[str, Counter[str]] = defaultdict(Counter)
    for word in said:
        plain = len(word.folded) >= STEM and word.folded not in _COMMON and word.folded not in owner
        if plain and word.folded in lower and word.folded[:STEM] in near:
            forms[word.folded[:STEM]][word.folded] += 1
    found = []
    for stem, counts in forms.items():
        nouns = {
            form: count for form, count in counts.items() if form.endswith(_NOUNS) and not form.endswith(_NO_NOUNS)
        }
        if counts.total() >= OFTEN and nouns:
            found.append(Matter(stem, min(nouns, key=lambda w: (-nouns[w], w)), counts.total(), stem in nearest))
    close = sentences[max(0, number - _BESIDE)].start, sentences[min(len(sentences), number + 1 + AHEAD) - 1].end
    beside = {w.folded[:STEM] for w in words(text, *close)}
    kept = [m for m in found if m.stem in beside] or found
    return tuple(sorted(kept, key=lambda m: (-m.count, m.stem))[:MATTERS])


def _statement(analysis: Analysis, sentence: Segment) -> str:
    """Return the statement id of the attributed content that covers most of the sentence, else of the sentence."""
    best: tuple[int, Attribution] | None = None
    for item in analysis.attributions:
        covered = sum(max(0, min(c.end, sentence.end) - max(c.start, sentence.start)) for c in item.content)
        if 2 * covered > sentence.end - sentence.start and (best is None or covered > best[0]):
            best = (covered, item)
    document = analysis.document.id
    if best is None:
        return identify("statement", document, sentence.start, sentence.end)
    return statement_of(best[1])


def statement_of(item: Attribution) -> str:
    """Return the id of the statement that an attribution's content is."""
    return identify("statement", item.document, item.id, item.content[0].start, item.content[-1].end)


def _time(analysis: Analysis, sentence: Segment, sides: tuple[Span, Span] | None) -> str | None:
    times = sorted(analysis.times, key=lambda t: t.start)
    at = bisect_left([t.start for t in times], sentence.start)
    inside = list(takewhile(lambda t: t.start < sentence.end, times[at:]))
    if sides is not None:
        inside = [t for t in inside if t.kind == "date" and _apart(t, sides[0]) < _apart(t, sides[1])]
    return inside[0].id if inside else None


def _apart(time: Time, side: Span) -> int:
    """Return the code points between a date and the words that it may belong to."""
    return max(time.start - side.end, side.start - time.end)
