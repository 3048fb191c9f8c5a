"""Positions from dated statements: the same speaker says what it denied, gives another count, or names another day for
what it had announced, in a later document.

Two statements are on one topic when they share most of their content words. The documents' dates order them; where a
date is missing nothing is said. A count must be of the same thing, in the same words, beside a shared name or noun, and
of the same time: the jobs of May are no other count of those of June. A
day that was named must have lain ahead, and apart from it nearly all words must be the same.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.claims.wholeness import has_verb, is_question
from headwater.positions.reported import statement_of
from headwater.records import Analysis, Attribution, Figure, Time
from headwater.words import words

SHARED = 0.5  # of the content words of the shorter statement
FEWEST = 3  # content words that must be shared
DENIED = 0.67  # of the content words of the shorter of a denial and what is said against it
ANNOUNCED = 0.75  # of the content words of the shorter of two announcements, their dates left out
FEWEST_COUNTED = 2  # "one man" tells of a man, not of a count
NEIGHBOURS = 20  # later statements on the same word that each is compared with
_CALENDAR = re.compile(r"\d{4}(?:-\d\d){0,2}$")  # a year, month or day as TIMEX3 writes it
_SHORTEST = 4  # letters of a content word
_NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "without", "neither", "cannot"})
_COMMON = "that this with from have been were they their would could will into about there which said says"
_STANCES = {"admit": "admits", "acknowledg": "acknowledges", "conced": "concedes", "confirm": "confirms"}  # by stem
_EMPTY = frozenset(_COMMON.split())
_DIRECTING = (
    "urg",
    "ask",
    "prod",
    "order",
    "press",
    "instruct",
    "demand",
    "request",
    "encourag",
    "push",
    "beg",
    "plead",
)
_PREPOSITIONS = frozenset(
    {"against", "after", "before", "during", "inside", "near", "over", "under", "towards", "since"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """A dated statement of a speaker with its content words, and whether it comes to a denial."""

    speaker: str
    date: str
    statement: str
    document: str
    start: int
    content: frozenset[str]
    text: str  # of the content
    stance: str
    negative: bool
    denied: bool
    asserted: bool  # unlike what somebody is urged to do
    figures: tuple[Figure, ...]
    windows: Mapping[str, str]  # the value of each figure's time, by the figure's id
    ahead: Time | None  # the one date in it, where it lies ahead of the document's
    ahead_text: str
    announced: frozenset[str]  # its content words without that date's


@dataclass(frozen=True, slots=True)
class Move:
    """Two statements of one speaker, the earlier first, with the topic and what each comes to."""

    speaker: str
    topic: str
    earlier: Said
    later: Said
    stances: tuple[str, str]
    why: str


def moves(analyses: Sequence[Analysis], speakers: Mapping[str, str]) -> Iterator[Move]:
    """Yield the moves between dated statements. ``speakers`` gives the speaker of each attribution."""
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for analysis in analyses:
        if analysis.document.published:
            for item in analysis.attributions:
                if item.id in speakers and item.content and item.polarity != "not_said":
                    by_speaker[speakers[item.id]].append(_said(analysis, item, speakers[item.id]))
    for speaker in sorted(by_speaker):
        said = sorted(by_speaker[speaker], key=lambda s: (s.date, s.document, s.start, s.statement))
        yield from _moves(said)
        yield from _slips([item for item in said if item.ahead is not None and not item.negative])


def _said(analysis: Analysis, item: Attribution, speaker: str) -> Said:
    text = analysis.document.text
    found = [w.folded for span in item.content for w in words(text, span.start, span.end)]
    content = frozenset(w for w in found if _tells(w))
    ahead = _ahead(analysis, item)
    dated = frozenset(w.folded for w in words(text, ahead.start, ahead.end)) if ahead else frozenset()
    denied = item.polarity == "denied"
    figures = tuple(f for f in analysis.figures if f.attribution == item.id and f.counts and f.value is not None)
    when = {t.id: t.value for t in analysis.times}
    negated = any(w in _NEGATIONS or w.endswith("n't") for w in found)
    return Said(
        speaker=speaker,
        date=(analysis.document.published or "")[:10],
        statement=statement_of(item),
        document=analysis.document.id,
        start=item.content[0].start,
        content=content,
        text=" ".join(" ".join(span.of(text).split()) for span in item.content),
        stance=_stance(item, text),
        negative=denied != negated,
        denied=denied,
        asserted=not _directs(item, text),
        figures=figures,
        windows={f.id: when[f.window] for f in figures if f.window in when},
        ahead=ahead,
        ahead_text=text[ahead.start : ahead.end] if ahead else "",
        announced=content - dated,
    )


def _ahead(analysis: Analysis, item: Attribution) -> Time | None:
    """Return the date that the content names, where it is the only one and lies ahead of the document's own."""
    inside = [
        t
        for t in analysis.times
        if t.kind == "date" and any(s.start <= t.start and t.end <= s.end for s in item.content)
    ]
    published = (analysis.document.published or "")[:10]
    if len(inside) != 1 or not _CALENDAR.match(inside[0].value) or inside[0].value <= published[: len(inside[0].value)]:
        return None
    return inside[0]


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _EMPTY | _NEGATIONS and not word[0].isdigit()


def _directs(item: Attribution, text: str) -> bool:
    """Whether the cue says or denies nothing by the speaker: "urged", "is said to have", "has been accused of"."""
    found = [w.folded for span in item.cue for w in words(text, span.start, span.end)]
    passive = found[:1] in (["is"], ["was"], ["are"], ["were"]) or "been" in found or "accused" in found
    return passive or any(word.startswith(_DIRECTING) for word in found)


def _stance(item: Attribution, text: str) -> str:
    """Return how the speaker is said to say it: "admits" where the text says so, else "denies" or "says"."""
    if item.polarity == "denied":
        return "denies"
    cue = " ".join(span.of(text) for span in item.cue).lower()
    return next((said for stem, said in _STANCES.items() if stem in cue), "says")


def _moves(said: Sequence[Said]) -> Iterator[Move]:
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(said):
        near = sorted({n for word in item.content for n in by_word[word][-NEIGHBOURS:]})
        for earlier in (said[n] for n in near):
            if earlier.date < item.date and earlier.document != item.document:
                yield from _compare(earlier, item)
        for word in item.content:
            by_word[word].append(number)


def _slips(said: Sequence[Said]) -> Iterator[Move]:
    """Yield the announcements that name another day than one before did: "will open in March", then "in June"."""
    topics: dict[str, str] = {}  # by statement, as the first of them words it
    for number, later in enumerate(said):
        for earlier in reversed(said[max(0, number - NEIGHBOURS) : number]):
            shared = earlier.announced & later.announced
            if earlier.document == later.document or earlier.date >= later.date or len(shared) < FEWEST:
                continue
            if len(shared) < ANNOUNCED * min(len(earlier.announced), len(later.announced)):
                continue
            topic = topics.get(earlier.statement) or f"“{_longest_stretch(earlier.text, shared)}”"
            topics[later.statement] = topic
            if earlier.ahead and later.ahead and not _may_be_one(earlier.ahead.value, later.ahead.value):
                stances = (earlier.ahead_text, later.ahead_text)
                texts = f"the texts of {earlier.date} and {later.date}"
                why = f"both statements are about {topic}; {texts} name different dates for it"
                yield Move(later.speaker, topic, earlier, later, stances, why)
            break


def _may_be_one(left: str, right: str) -> bool:
    return left.startswith(right) or right.startswith(left)


def _compare(earlier: Said, later: Said) -> Iterator[Move]:
    shared = earlier.content & later.content
    if len(shared) < FEWEST or len(shared) < SHARED * min(len(earlier.content), len(later.content)):
        return
    denied = earlier if earlier.denied else later
    topic = f"“{_longest_stretch(denied.text, shared)}”"
    near = len(shared) >= DENIED * min(len(earlier.content), len(later.content))
    asserted = earlier.asserted and later.asserted and _are_propositions(earlier, later)
    if earlier.negative != later.negative and (earlier.denied or later.denied) and near and asserted:
        stances = (earlier.stance, later.stance)
        why = f"both statements are about {topic}; one is denied, dated {earlier.date} and {later.date}"
        yield Move(later.speaker, topic, earlier, later, stances, why)
    for figure in later.figures:
        for before in earlier.figures:
            one_time = earlier.windows.get(before.id) == later.windows.get(figure.id)
            if one_time and _counts_the_same(before, figure) and before.value != figure.value:
                stances = (f"{before.value:,.6g} {before.counts}", f"{figure.value:,.6g} {figure.counts}")
                why = f"the same speaker counts {figure.counts}, dated {earlier.date} and {later.date}"
                yield Move(later.speaker, f"{figure.counts}", earlier, later, stances, why)


def _are_propositions(earlier: Said, later: Said) -> bool:
    """Whether both say something that can be denied; a thing that is denied ("the raid") may be owned up to."""
    owned = {earlier.stance, later.stance} & set(_STANCES.values())
    said = (earlier, later)
    return not any(is_question(one.text) or (not owned and not has_verb(_words(one.text))) for one in said)


def _words(text: str) -> list[str]:
    return [word.folded for word in words(text)]


def _longest_stretch(text: str, shared: frozenset[str]) -> str:
    """Return the stretch of a text with most of the shared words and no other that tells anything: its topic.

    A preposition at its end belongs to what is left out: "force was used", not "force was used against".
    """
    best: tuple[int, int, int] = (0, 0, 0)
    start = end = count = 0
    for word in words(text):
        if word.folded in _PREPOSITIONS:
            continue
        if word.folded in shared:
            start, end, count = (start if count else word.start), word.end, count + 1
            best = max(best, (count, -start, end))
        elif _tells(word.folded):
            count = 0
    return text[-best[1] : best[2]]


def _counts_the_same(left: Figure, right: Figure) -> bool:
    """Whether both count the same thing whole: a part is only comparable where words say which part it is."""
    if left.counts != right.counts or left.unit is not None or right.unit is not None:
        return False
    if min(left.value or 0.0, right.value or 0.0) < FEWEST_COUNTED:
        return False
    are_parts = left.subset_of is not None or right.subset_of is not None
    return not are_parts or len(words(left.counts or "")) > 1
