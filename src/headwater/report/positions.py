"""Positions over time: the steps of what a speaker said on a topic, its dated statements, and how its wording differs.

Steps are shown as the texts word them, each with its statements, its date where there is one, and how its order is
known. Wording is measured between two periods, parted where the longest time passes between two statements: the words
that only one of them uses. What a difference means is for the reader.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from headwater.days import say_date
from headwater.ids import identify
from headwater.records import Case, Polarity, Step
from headwater.report.index import Index, Where, content_of, index, where
from headwater.report.people import find_speakers
from headwater.report.rewording import DatedStatement, Rewording, copy_keys, is_copied, rewordings
from headwater.report.telling import how_shown, tells_of_saying
from headwater.report.topics import Topics, stems
from headwater.report.utterances import Texts, utterance
from headwater.words import words

FEWEST = 2  # statements of a period that use a word, before its absence elsewhere is shown
MOST_WORDS = 12  # shown of each period
SURE = 0.5  # probability from which on an attribution is taken for a statement
MOST_SAID = 40  # dated statements that are listed
Uses = Mapping[str, tuple[str, int]]  # by stem: its most frequent form, the statements that use it


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with the places of its statements, earliest document first; ``date`` in words where one is known."""

    order: int
    stance: str
    date: str | None
    places: tuple[Where, ...]
    why: str
    how: str


@dataclass(frozen=True, slots=True)
class Movement:
    """How one speaker's position on a topic moved."""

    speaker: str
    name: str
    topic: str
    steps: tuple[StepLine, ...]


@dataclass(frozen=True, slots=True)
class WordUse:
    """A word and the number of statements that use it."""

    word: str
    statements: int


@dataclass(frozen=True, slots=True)
class Wording:
    """Two periods and the words that only one of them uses in FEWEST statements or more."""

    earlier: tuple[str, str]
    later: tuple[str, str]
    earlier_statements: int
    later_statements: int
    gone: tuple[WordUse, ...]
    new: tuple[WordUse, ...]


@dataclass(frozen=True, slots=True)
class Measured:
    """How the wording of one speaker differs between two periods, and of statements alike between two days."""

    wording: Wording | None
    rewordings: tuple[Rewording, ...]


@dataclass(frozen=True, slots=True)
class Listed:
    """A dated statement as listed: ``shown`` is the reporter's sentence where the content alone says too little."""

    published: str
    polarity: Polarity
    place: Where
    shown: Where


@dataclass(frozen=True, slots=True)
class PositionList:
    """Movements by speaker and topic; ``said``, ``wording`` and ``rewordings`` only where a speaker is asked for."""

    speaker: str | None
    topic: str | None
    movements: tuple[Movement, ...]
    said: tuple[Listed, ...]
    said_left_out: int
    wording: Wording | None
    rewordings: tuple[Rewording, ...]


def position_list(case: Case | Index, speaker: str | None = None, *, topic: str | None = None) -> PositionList:
    """Return how positions moved: of all speakers, or of one with its dated statements; on all topics, or on one.

    Raises NotFoundError for a name that no speaker has.
    """
    found = case if isinstance(case, Index) else index(case)
    chosen = find_speakers(found, speaker) if speaker is not None else None
    moved = movements(found, topic=topic, speakers=chosen)
    said = _dated(found, chosen, topic) if chosen is not None else ()
    left_out = max(0, len(said) - MOST_SAID)
    listed = _listed(found, said[:MOST_SAID])
    return PositionList(speaker, topic, moved, listed, left_out, wording(found, said), rewordings(found, said))


def _listed(found: Index, said: Sequence[DatedStatement]) -> tuple[Listed, ...]:
    """Return statements as they are listed, each place once."""
    texts = Texts(found, ()) if said else None
    result: dict[Where, Listed] = {}
    for statement in said:
        item = found.attributions[statement.attribution]
        told = how_shown(item, found.documents[item.document].text) == "told" and item.kind != "direct"
        whole = utterance(found, item, 0.0, texts) if texts is not None and told else None
        shown = whole.place if whole is not None else statement.place
        result.setdefault(shown, Listed(statement.published, statement.polarity, statement.place, shown))
    return tuple(result.values())


def movements(
    found: Index, *, topic: str | None = None, speakers: frozenset[str] | None = None
) -> tuple[Movement, ...]:
    """Return the movements on ``topic``: it is named in the movement's own topic or in one of its statements."""
    places = _places(found)
    wanted = set(stems(topic)) if topic is not None else set()
    result = []
    for position in found.case.positions:
        if speakers is not None and position.speaker not in speakers:
            continue
        steps = tuple(_step(found, step, places) for step in position.steps)
        told = {word for step in steps for place in step.places for word in stems(place.text)}
        if topic is None or wanted & set(stems(position.topic)) or (wanted and wanted <= told):
            name = found.speakers[position.speaker].name if position.speaker in found.speakers else position.speaker
            result.append(Movement(position.speaker, name, position.topic, steps))
    return tuple(sorted(result, key=lambda m: (m.name, m.topic, m.speaker)))


def wording(found: Index, said: Sequence[DatedStatement]) -> Wording | None:
    """Return the words that only one of two periods uses; None where the statements are of one day."""
    days = sorted({statement.published[:10] for statement in said})
    split = _longest_gap(days)
    if split is None:
        return None
    earlier = [s for s in said if s.published[:10] < split]
    later = [s for s in said if s.published[:10] >= split]
    before, after = _uses(found, earlier), _uses(found, later)
    names = {word for statement in said for word in _name_words(found, statement)}
    return Wording(
        (earlier[0].published[:10], earlier[-1].published[:10]),
        (later[0].published[:10], later[-1].published[:10]),
        len(earlier),
        len(later),
        _only(before, after, names),
        _only(after, before, names),
    )


def _places(found: Index) -> Mapping[str, Where]:
    """Return the place of every statement that a step can name: contents of attributions, and sentences."""
    places = {key: where(found, s.document, s.start, s.end) for key, s in found.statements.items()}
    named = {statement for position in found.case.positions for step in position.steps for statement in step.statements}
    if named <= places.keys():
        return places
    for analysis in found.case.analyses:
        document = analysis.document.id
        for item in analysis.attributions:
            if item.content:
                key = identify("statement", document, item.id, item.content[0].start, item.content[-1].end)
                places.setdefault(key, content_of(found, item))
        for segment in analysis.segments:
            if segment.kind == "sentence":
                key = identify("statement", document, segment.start, segment.end)
                places.setdefault(key, where(found, document, segment.start, segment.end))
    return places


def _step(found: Index, step: Step, places: Mapping[str, Where]) -> StepLine:
    known = [places[statement] for statement in step.statements if statement in places]
    known.sort(key=lambda p: (found.order[p.document], p.start))
    time = found.times.get(step.time or "")
    said, how = None, "in the order in which the text tells it"
    if time is not None and any(c.isdigit() for c in time.value):
        written = where(found, time.document, time.start, time.end).text
        said, how = say_date(time.value), f"dated in the text: “{' '.join(written.split())}”"
    elif time is not None:
        written = where(found, time.document, time.start, time.end).text
        how = f"in the text's order; it says “{' '.join(written.split())}”"
    elif known and found.documents[known[0].document].published and "dated" in step.why:
        said = say_date(found.documents[known[0].document].published)
        how = "by the date of the document that reports it"
    return StepLine(step.order, step.stance, said, tuple(known), step.why, how)


def measured(found: Index) -> Iterator[tuple[str, Measured]]:
    """Yield the speakers whose wording can be compared between days, each with how it differs."""
    for speaker, given in _dated_by_speaker(found).items():
        if len({statement.published[:10] for statement in given}) > 1:
            said = _once(found, given)
            differs = Measured(wording(found, said), rewordings(found, said))
            if differs.rewordings or (differs.wording and (differs.wording.gone or differs.wording.new)):
                yield speaker, differs


def _dated(found: Index, speakers: frozenset[str], topic: str | None) -> tuple[DatedStatement, ...]:
    by_speaker = _dated_by_speaker(found)
    on_topic = Topics(found).about(topic) if topic is not None else None
    said = [s for key in speakers for s in by_speaker.get(key, ()) if on_topic is None or s.attribution in on_topic]
    return _once(found, [s for s in said if s.polarity == "not_said" or _is_said(found, s)])


def _is_said(found: Index, statement: DatedStatement) -> bool:
    item = found.attributions[statement.attribution]
    known = found.speakers.get(found.resolutions[item.id].speaker or "")
    return tells_of_saying(item, found.documents[item.document].text, known.kind if known is not None else None)


def _dated_by_speaker(found: Index) -> dict[str, list[DatedStatement]]:
    """Return the statements that are sure enough and have a date, by speaker."""
    said: defaultdict[str, list[DatedStatement]] = defaultdict(list)
    for key, resolution in found.resolutions.items():
        item = found.attributions.get(key)
        if item is None or resolution.speaker is None or item.score < SURE or not item.content:
            continue
        published = found.documents[item.document].published
        if published and item.inside not in found.attributions:
            said[resolution.speaker].append(DatedStatement(key, published, item.polarity, content_of(found, item)))
    return dict(said)


def _once(found: Index, said: Iterable[DatedStatement]) -> tuple[DatedStatement, ...]:
    """Return each utterance once, as first reported and by date: a later report of one claim, or of one passage, is
    the same."""
    kept: list[DatedStatement] = []
    alike: defaultdict[str, list[DatedStatement]] = defaultdict(list)
    ordered = sorted(said, key=lambda s: (s.published, found.order[s.place.document], s.place.start, s.attribution))
    for statement in ordered:
        keys = copy_keys(found, statement)
        if not any(is_copied(found, before, statement) for key in keys for before in alike[key]):
            kept.append(statement)
            for key in keys:
                alike[key].append(statement)
    return tuple(kept)


def _longest_gap(days: Sequence[str]) -> str | None:
    """Return the first day of the later period; None where there are not two days."""
    known = []
    for day in days:
        try:
            known.append(date.fromisoformat(day))
        except ValueError:
            continue
    gaps = [(later - earlier, later) for earlier, later in pairwise(known)]
    return max(gaps, key=lambda gap: (gap[0], -gap[1].toordinal()))[1].isoformat() if gaps else None


def _uses(found: Index, said: Sequence[DatedStatement]) -> dict[str, tuple[str, int]]:
    """Return for each stem its most frequent form and the number of statements that use it."""
    forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
    used: Counter[str] = Counter()
    for statement in said:
        text = found.documents[statement.place.document].text
        here = words(text, statement.place.start, statement.place.end)
        known = [(stem, word.folded) for word in here for stem in stems(word.folded)]
        for stem, form in known:
            forms[stem][form] += 1
        used.update({stem for stem, _ in known})
    return {stem: (min(f, key=lambda w: (-f[w], w)), used[stem]) for stem, f in forms.items()}


def _only(mine: Uses, other: Uses, left: set[str]) -> tuple[WordUse, ...]:
    alone = [WordUse(*use) for stem, use in mine.items() if stem not in other and use[1] >= FEWEST and stem not in left]
    alone = [use for use in alone if len(use.word) > 3]
    return tuple(sorted(alone, key=lambda use: (-use.statements, use.word))[:MOST_WORDS])


def _name_words(found: Index, statement: DatedStatement) -> list[str]:
    """Return the stems of the statement's speaker's names: who speaks of himself has not changed his wording."""
    speaker = found.speakers.get(found.resolutions[statement.attribution].speaker or "")
    return [stem for name in speaker.names for stem in stems(name)] if speaker else []
