"""Who speaks: every speaker with the number of statements and who reports them, and one speaker's statements."""

from collections import defaultdict
from dataclasses import dataclass

from headwater.errors import NotFoundError
from headwater.records import Case, Polarity, SpeakerKind, Step
from headwater.report.claims import match
from headwater.report.index import EvidenceLine, Index, Where, content_of, explain, index


@dataclass(frozen=True, slots=True)
class SpeakerLine:
    """A speaker in a list."""

    id: str
    name: str
    kind: SpeakerKind
    names: tuple[str, ...]
    statements: int
    reported_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """One statement of a speaker."""

    attribution: str
    place: Where
    polarity: Polarity
    how: str


@dataclass(frozen=True, slots=True)
class Stance:
    """A speaker's steps on one topic."""

    topic: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SpeakerPage:
    """A speaker with all statements, earliest document first."""

    line: SpeakerLine
    evidence: tuple[EvidenceLine, ...]
    said: tuple[Said, ...]
    positions: tuple[Stance, ...]


@dataclass(frozen=True, slots=True)
class SpeakerList:
    """Speakers by number of statements. ``unresolved`` counts attributions whose source is not known, ``silent``
    those left out, who are named and not given as saying anything."""

    speakers: tuple[SpeakerLine, ...]
    unresolved: int
    silent: int


def speaker_list(case: Case | Index, *, everything: bool = False) -> SpeakerList:
    """Return the speakers, those with most statements first; those without any only if ``everything``."""
    found = case if isinstance(case, Index) else index(case)
    said = _statements(found)
    lines = [_line(found, key, said.get(key, [])) for key in found.speakers if everything or key in said]
    lines.sort(key=lambda line: (-line.statements, line.name, line.id))
    resolved = sum(len(attributions) for attributions in said.values())
    return SpeakerList(tuple(lines), len(found.attributions) - resolved, len(found.speakers) - len(lines))


def speaker_page(case: Case | Index, key: str) -> SpeakerPage:
    """Return one speaker by id or name. Raises NotFoundError where none or several fit."""
    found = case if isinstance(case, Index) else index(case)
    named = [s for s in found.speakers.values() if key.casefold() in {n.casefold() for n in (s.name, *s.names)}]
    if len(named) > 1:
        several = "; ".join(sorted(f"{s.name} ({s.id})" for s in named))
        raise NotFoundError(f"{len(named)} speakers are called {key!r}: {several}; give a full name or an id")
    chosen = named[0].id if named else match(key, found.speakers, "speaker")
    attributions = _statements(found).get(chosen, [])
    said = tuple(
        Said(
            key,
            content_of(found, found.attributions[key]),
            found.attributions[key].polarity,
            found.resolutions[key].evidence.why,
        )
        for key in attributions
    )
    positions = tuple(Stance(p.topic, p.steps) for p in found.case.positions if p.speaker == chosen)
    evidence = explain(found, found.speakers[chosen].evidence)
    return SpeakerPage(_line(found, chosen, attributions), evidence, said, positions)


def _statements(found: Index) -> dict[str, list[str]]:
    """Return attribution ids by speaker, in the order of documents and places."""
    said: defaultdict[str, list[str]] = defaultdict(list)
    for resolution in found.resolutions.values():
        if resolution.speaker is not None and resolution.attribution in found.attributions:
            said[resolution.speaker].append(resolution.attribution)

    def place(key: str) -> tuple[int, int, str]:
        content = content_of(found, found.attributions[key])
        return (found.order[content.document], content.start, key)

    return {speaker: sorted(keys, key=place) for speaker, keys in said.items()}


def _line(found: Index, key: str, attributions: list[str]) -> SpeakerLine:
    speaker = found.speakers[key]
    documents = dict.fromkeys(found.attributions[attribution].document for attribution in attributions)
    publishers = dict.fromkeys(found.documents[d].publisher or found.labels[d] for d in documents)
    return SpeakerLine(speaker.id, speaker.name, speaker.kind, speaker.names, len(attributions), tuple(publishers))
