"""A review of what is said on a topic: by speaker, in the order of dates, every sentence a quotation or a frame of one.

Which statements: those that ``topics`` finds, those of one speaker if asked. Reports of one utterance make one
paragraph; it opens with the earliest report. What was left out is counted, never dropped silently.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.days import say_date
from headwater.errors import NotFoundError
from headwater.records import Case, Origins, QuotationCheck, Speaker, SpeakerKind
from headwater.report import phrasing
from headwater.report.bodies import Bond, bonds
from headwater.report.figures import Dispute, disputes
from headwater.report.index import Index, Where, index, where
from headwater.report.paragraphs import innermost, paragraphs, prominence, standing, voice_of, without_headlines
from headwater.report.people import find_speakers, named_by
from headwater.report.phrasing import Named, Sentence
from headwater.report.positions import Movement, StepLine, movements
from headwater.report.telling import tells_of_saying
from headwater.report.topics import Topics, stems
from headwater.report.utterances import Texts, Utterance, bare, same_words, utterance, without_that
from headwater.report.wording import count

SURE = 0.5  # probability from which on an attribution is quoted in a review
SPEAKERS = 12  # sections; further speakers are counted
PARAGRAPHS = 8  # of each speaker, the most prominent; the rest is counted
OF_ONE = 40  # of a speaker whom the topic names
OWN = 0.05  # share of what is said on a topic that the speaker says at least whom it names
OTHER_WORDS = 1.0  # score of a statement that makes a claim on the topic in words that do not name it
UNNAMED = "Sources that the texts do not name"


@dataclass(frozen=True, slots=True)
class Citation:
    """What a number in brackets stands for."""

    number: int
    place: Where


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One utterance with its reports. ``published`` is the date of the earliest, ``claim`` the claim it belongs to."""

    published: str | None
    sentences: tuple[Sentence, ...]
    origins: Origins | None
    claim: str | None


@dataclass(frozen=True, slots=True)
class Moved:
    """The steps in which a position moved, a sentence each."""

    topic: str
    steps: tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """What one speaker says on the topic, and those whom the texts show to speak for it (``joined`` says why).

    ``left_out`` counts the statements that are not shown.
    """

    speaker: str | None
    heading: str
    joined: tuple[Sentence, ...]
    paragraphs: tuple[Paragraph, ...]
    moved: tuple[Moved, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Source:
    """A document that is cited, for the bibliography."""

    document: str
    label: str
    publisher: str | None
    title: str | None
    author: str | None
    published: str | None
    url: str | None
    path: str
    sha256: str
    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Review:
    """A cited review. ``meant`` are the speakers whom the topic names, if none was asked for: all that they say is in.
    ``unsure`` counts statements on the topic that are attributed with too little certainty, ``unsaid`` passages that
    tell what somebody thinks, wants or does and of no utterance, or that cannot be shown whole, ``speakers_left_out``
    speakers without a section."""

    topic: str
    speaker: str | None
    meant: tuple[str, ...]
    opening: tuple[Sentence, ...]
    sections: tuple[Section, ...]
    disputes: tuple[Sentence, ...]
    unsure: int
    unsaid: int
    speakers_left_out: int
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """The paragraphs of one section; ``joined`` says of whom statements stand there with the voice's own, and why."""

    voice: str | None
    heading: str
    paragraphs: list[list[Utterance]]
    joined: tuple[Bond, ...]


@dataclass(slots=True)
class _Notes:
    """Citations as they are given out: one number per place, from 1."""

    found: Index
    numbers: dict[tuple[str, int, int], int] = field(default_factory=dict)
    places: list[Where] = field(default_factory=list)

    def cite(self, place: Where) -> int:
        """Return the number of ``place``."""
        key = (place.document, place.start, place.end)
        if key not in self.numbers:
            self.places.append(place)
            self.numbers[key] = len(self.places)
        return self.numbers[key]

    def sources(self) -> tuple[Source, ...]:
        """Return the documents that are cited, in the order of the case."""
        cited: defaultdict[str, list[Citation]] = defaultdict(list)
        for number, place in enumerate(self.places, start=1):
            cited[place.document].append(Citation(number, place))
        result = []
        for key in sorted(cited, key=lambda k: self.found.order[k]):
            d = self.found.documents[key]
            label, cites = self.found.labels[key], tuple(cited[key])
            result.append(
                Source(key, label, d.publisher, d.title, d.author, d.published, d.url, d.path, d.sha256, cites)
            )
        return tuple(result)


def review(case: Case | Index, topic: str, *, speaker: str | None = None) -> Review:
    """Return the review of ``topic``, of one ``speaker`` (a name, an alias or an id) if given.

    A topic that is the name of a speaker takes in all that this speaker is given as saying, beside what others say with
    the name.

    Raises NotFoundError where no statement is about the topic, or no speaker has the name.
    """
    found = case if isinstance(case, Index) else index(case)
    chosen = find_speakers(found, speaker) if speaker is not None else None
    under = bonds(found)
    if chosen is not None:
        under = {key: bond for key, bond in under.items() if bond.body in chosen}
        chosen |= under.keys()
    scores = Topics(found).about(topic)
    meant, own = _meant_by(found, topic, len(scores)) if chosen is None else ((), set[str]())
    for key in _in_other_words(found, scores) | own - scores.keys():
        scores[key] = OTHER_WORDS
    on_topic = [found.attributions[key] for key in scores if chosen is None or _speaker(found, key) in chosen]
    sure = [item for item in on_topic if item.score >= SURE and item.polarity != "not_said"]
    said = [item for item in sure if tells_of_saying(item, found.documents[item.document].text, _kind(found, item.id))]
    if not said:
        by = f" by {speaker}" if speaker is not None else ""
        raise NotFoundError(f"no statement{by} on {topic!r}; give other words, or fewer (statements must have all)")
    voices = {_speaker(found, item.id) for item in said}
    meant = tuple(one for one in meant if one.id in voices)
    texts = Texts(found, stems(topic))
    inmost = innermost(found, said)
    shown = [one for item in inmost if (one := utterance(found, item, scores[item.id], texts)) is not None]
    if not shown:
        raise NotFoundError(f"nothing that is said on {topic!r} can be shown whole")
    first = {under[one.id].body if one.id in under else one.id for one in meant}
    groups = _by_speaker(found, paragraphs(found, without_headlines(found, shown, under), under), under)
    groups.sort(key=lambda group: group.voice not in first)
    notes = _Notes(found)
    moved = movements(found, topic=topic, speakers=chosen)
    sections = tuple(
        _section(found, notes, group, moved, OF_ONE if group.voice in first else PARAGRAPHS)
        for group in groups[:SPEAKERS]
    )
    return Review(
        topic=topic,
        speaker=speaker,
        meant=tuple(dict.fromkeys(one.name for one in meant)),
        opening=(*_opening(found, topic, shown, groups), *_meant(topic, meant)),
        sections=sections,
        disputes=tuple(_dispute(notes, d) for d in disputes(found) if _is_on_topic(d, topic, notes)),
        unsure=len(on_topic) - len(sure),
        unsaid=len(sure) - len(said) + len(inmost) - len(shown),
        speakers_left_out=max(0, len(groups) - SPEAKERS),
        sources=notes.sources(),
    )


def _meant_by(found: Index, topic: str, about: int) -> tuple[tuple[Speaker, ...], set[str]]:
    """Return the speakers that a topic names, and what they are given as saying; none where they say next to nothing of
    all that is said ``about`` it: "Brexit" is no speaker though a headline made it one."""
    meant = named_by(found.speakers.values(), topic)
    own = {key for key in found.attributions if _speaker(found, key) in {one.id for one in meant}}
    return (meant, own) if len(own) >= OWN * about else ((), set())


def _in_other_words(found: Index, scores: Mapping[str, float]) -> set[str]:
    """Return further statements that make the same claim as one that is on the topic."""
    claims = {claim.id: claim for key in scores for claim in found.claims_of.get(key, ())}
    statements = {s.attribution for claim in claims.values() for s in claim.statements if s.attribution is not None}
    return statements & found.attributions.keys() - scores.keys()


def _speaker(found: Index, attribution: str) -> str | None:
    resolution = found.resolutions.get(attribution)
    return resolution.speaker if resolution else None


def _kind(found: Index, attribution: str) -> SpeakerKind | None:
    known = found.speakers.get(_speaker(found, attribution) or "")
    return known.kind if known is not None else None


def _by_speaker(found: Index, paragraphs: Iterable[list[Utterance]], under: Mapping[str, Bond]) -> list[_Group]:
    """Return paragraphs by speaker, the most prominent first; sources without a name come last.

    Who speaks for a body stands under it, two who speak together under the first of them with a heading. People of one
    description ("House Republicans") share a heading; two other speakers of one name are told apart by the document of
    the first statement.
    """
    groups: defaultdict[str, list[list[Utterance]]] = defaultdict(list)
    for reports in paragraphs:
        voice = voice_of(reports[0], under)
        groups[voice or "" if _heading(found, voice) != UNNAMED else UNNAMED].append(reports)
    headings = {key: _heading(found, key) for key in groups}
    for key, shared in _shared(found, headings).items():
        groups[shared] += groups.pop(key)
        del headings[key]
    often = Counter(headings.values())
    quoted: defaultdict[str, set[str]] = defaultdict(set)
    for key, resolution in found.resolutions.items():
        if resolution.speaker is not None and key in found.attributions:
            quoted[resolution.speaker].add(found.attributions[key].document)
    result = []
    for key, group in groups.items():
        apart = f" (in {group[0][0].place.label})" if often[headings[key]] > 1 else ""
        voices = dict.fromkeys(report.voice or "" for reports in group for report in reports)
        joined = tuple(under[v] for v in voices if v in under and key != UNNAMED)
        result.append(_Group(key if key != UNNAMED else None, f"{headings[key]}{apart}", group, joined))
    return sorted(
        result, key=lambda g: (g.heading == UNNAMED, -standing(g.paragraphs, len(quoted[g.voice or ""])), g.heading)
    )


def _shared(found: Index, headings: Mapping[str, str]) -> dict[str, str]:
    """Return which speakers stand under another's heading: people of the same description, and two in one breath."""
    first: dict[str, str] = {}
    for key in sorted(headings):
        first.setdefault(headings[key], key)
    result = {}
    for key, heading in headings.items():
        known = found.speakers.get(key)
        if known is None or known.kind not in ("group", "unnamed"):
            continue
        alike = first[heading] if found.speakers[first[heading]].kind == known.kind else key
        one = next((first[name] for name in heading.split(" and ") if name != heading and name in first), key)
        if one != key or alike != key:
            result[key] = one if one != key else alike
    return {key: to for key, to in result.items() if to not in result}


def _heading(found: Index, speaker: str | None) -> str:
    """Return whose section a statement belongs to: a video's or a report's is that of whoever issued it."""
    voice = found.speakers.get(speaker or "")
    body = voice is not None and voice.kind == "organisation" and " " in voice.name  # "the interior ministry"
    unnamed = voice is None or voice.kind == "unnamed" or not (body or any(c.isupper() for c in voice.name))
    if voice is None or unnamed or (voice.kind == "document" and voice.name[1:].islower()):
        return UNNAMED
    return phrasing.as_subject(voice.name)


def _section(found: Index, notes: _Notes, group: _Group, moved: Sequence[Movement], most: int) -> Section:
    prominent = sorted(group.paragraphs, key=lambda r: (-prominence(r), r[0].place.start))[:most]
    prominent.sort(key=lambda r: (r[0].published or "~", found.order[r[0].place.document], r[0].place.start))
    voices = {group.voice, *(bond.member for bond in group.joined)} - {None}
    return Section(
        group.voice,
        group.heading,
        _joined(found, notes, group.joined),
        tuple(_paragraph(found, notes, reports) for reports in prominent),
        tuple(_movement(notes, m) for m in moved if m.speaker in voices),
        len(group.paragraphs) - len(prominent),
    )


def _joined(found: Index, notes: _Notes, joined: Iterable[Bond]) -> tuple[Sentence, ...]:
    """Return the sentence that says who else stands under the heading, and by which words of the texts."""
    shown: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for bond in joined:
        speaker = found.speakers[bond.member]
        name = speaker.name if speaker.kind == "person" else f"“{speaker.name}”"
        shown[name, bond.why].append(notes.cite(bond.place))
    return (phrasing.joined([(*key, numbers) for key, numbers in shown.items()]),) if shown else ()


def _paragraph(found: Index, notes: _Notes, reports: Sequence[Utterance]) -> Paragraph:
    first = reports[0]
    by_document: defaultdict[str, list[Utterance]] = defaultdict(list)
    for report in reports:
        by_document[report.place.document].append(report)
    numbers = {key: [notes.cite(report.place) for report in own] for key, own in by_document.items()}
    sentences = [_lead(first, numbers[first.place.document])]
    same: list[Named] = []
    other: list[Named] = []
    for own in list(by_document.values())[1:]:
        alike = any(same_words(first, report) for report in own)
        (same if alike else other).append((own[0].reporter, numbers[own[0].place.document]))
    others = phrasing.also(same, other)
    if others is not None:
        sentences.append(others)
    for report in reports:
        check = found.checks.get(report.attribution)
        if check is not None:
            sentences += _check(found, notes, report, check)
    claim = max(first.claims, key=lambda c: (c.documents, c.rank, c.id), default=None)
    origins, documents = (claim.origins, claim.documents) if claim else (None, 0)
    sentences.append(phrasing.behind(origins, len(by_document), first.name, documents))
    return Paragraph(first.published, tuple(sentences), origins, claim.id if claim else None)


def _lead(item: Utterance, numbers: Sequence[int]) -> Sentence:
    if item.name is None:
        return phrasing.unsourced(item.words, item.reporter, numbers)
    if item.how == "told":
        return phrasing.told(item.name, item.words, item.reporter, numbers)
    if item.how == "direct":
        return phrasing.direct(item.name, item.words, item.reporter, numbers, item.polarity)
    return phrasing.reworded(item.name, item.words, item.reporter, numbers, item.polarity)


def _check(found: Index, notes: _Notes, item: Utterance, check: QuotationCheck) -> list[Sentence]:
    """Return what is to be told of a quotation that was compared with the words it is taken from."""
    if check.against is None or check.verdict not in ("altered", "promoted"):
        return []
    against = check.against
    original = found.documents[against.document].publisher or found.labels[against.document]
    number = notes.cite(item.place)
    place = notes.cite(where(found, against.document, against.start, against.end))
    if check.verdict == "promoted":
        return [phrasing.promoted(item.reporter, number, item.name or "its source", original, place)]
    changes = [(c.kind, c.quoted, c.original) for c in check.changes]
    return [phrasing.altered(item.reporter, number, original, place, changes)] if changes else []


def _movement(notes: _Notes, movement: Movement) -> Moved:
    """Return the steps with the words of the first statement of each, and the citations of all."""
    steps = [
        phrasing.step(
            s.order, _stance(s), without_that(bare(s.places[0].text)), [notes.cite(p) for p in s.places], s.date
        )
        for s in movement.steps
        if s.places
    ]
    return Moved(movement.topic, tuple(steps))


def _stance(step: StepLine) -> str:
    """Return what a step is called, in single marks where a text has these words."""
    written = " ".join(" ".join(place.text.split()) for place in step.places).lower()
    return ", ".join(f"‘{each}’" if each.lower() in written else each for each in step.stance.split(" / "))


def _dispute(notes: _Notes, dispute: Dispute) -> Sentence:
    """Return a dispute with one report of each voice for each value."""
    sides: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for line in dispute.figures:
        by = line.speaker or notes.found.documents[line.place.document].publisher or line.place.label
        value = f"{line.value} {line.counts}" if line.counts else line.value
        if by not in sides[value]:
            sides[value][by] = notes.cite(line.place)
    return phrasing.disputed(
        [(value, [(who, [number]) for who, number in given.items()]) for value, given in sides.items()]
    )


def _is_on_topic(dispute: Dispute, topic: str, notes: _Notes) -> bool:
    """Whether the dispute is about the topic: a cited statement holds one of its figures, or it counts the topic."""
    cited = any(
        p.document == line.place.document and p.start <= line.place.start and line.place.end <= p.end
        for line in dispute.figures
        for p in notes.places
    )
    counted = {word for line in dispute.figures for word in stems(line.counts or "")}
    return cited or not counted.isdisjoint(stems(topic))


def _opening(found: Index, topic: str, shown: Sequence[Utterance], groups: Sequence[_Group]) -> tuple[Sentence, ...]:
    documents = {item.place.document for item in shown}
    dates = sorted(item.published for item in shown if item.published)
    utterances = sum(len(group.paragraphs) for group in groups)
    named = sum(group.heading != UNNAMED for group in groups)
    when = f", {say_date(dates[0])} to {say_date(dates[-1])}" if dates else ""
    if dates and say_date(dates[0]) == say_date(dates[-1]):
        when = f", {say_date(dates[0])}"
    who = [count(named, "speaker")] if named else []
    speakers = " and ".join(who + (["unnamed sources"] if named < len(groups) else []))
    scope = f"{count(utterances, 'statement')} on “{topic}” by {speakers}"
    return ((f"{scope} in {count(len(documents), 'document')} of {found.size:,}{when}.",),)


def _meant(topic: str, speakers: Sequence[Speaker]) -> tuple[Sentence, ...]:
    """Return the sentence that says whom the topic names."""
    names = list(dict.fromkeys(speaker.name for speaker in speakers))
    if not names:
        return ()
    who = f"the speaker {names[0]}" if len(names) == 1 else f"the speakers {', '.join(names[:-1])} and {names[-1]}"
    whose = "This speaker is" if len(names) == 1 else "They are"
    return ((f"“{topic}” is taken for {who}. {whose} quoted on all topics, others where they use the name.",),)
