"""Where a speaker's position moved: the ordered steps of what it said on a topic.

Three kinds of evidence, and silence otherwise: reports of change in the texts ("softened its stance", ``changes``,
``reported``), dated statements of the same speaker that deny what it said or count otherwise (``dated``), and dated
texts by which it condemns and reaches out to the same people (``attitudes``). The steps
are shown as the texts word them; whether a step is a retreat or a clarification is for the reader.
Known limits: English; the topic of a report that names none is the word that the sentences around it use most,
where the report or the title holds it or reports in several documents share it; else none
is named.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from headwater.positions.attitudes import attitudes, turned
from headwater.positions.dated import Move, moves
from headwater.positions.reported import UNTOLD, Reported, reported
from headwater.positions.subjects import Names
from headwater.records import Analysis, Position, Step
from headwater.resolve import Resolved

__all__ = ["find_positions"]


def find_positions(analyses: Sequence[Analysis], resolved: Resolved) -> tuple[Position, ...]:
    """Return the positions that moved, by speaker and topic. The order of ``analyses`` does not matter."""
    ordered = sorted(analyses, key=lambda a: (a.document.path, a.document.id))
    names = Names(resolved.speakers)
    speakers = {r.attribution: r.speaker for r in resolved.resolutions if r.speaker is not None}
    found = [
        *_from_reports(item for a in ordered for item in reported(a, names, speakers)),
        *_from_moves(moves(ordered, speakers)),
        *turned(item for a in ordered for item in attitudes(a, names, speakers)),
    ]
    return tuple(sorted(found, key=lambda p: (p.speaker, p.topic, p.steps[0].statements)))


def _from_reports(items: Iterable[Reported]) -> list[Position]:
    """Return one position per speaker and topic, with a step for each phase; documents that agree share steps."""
    by_speaker: dict[str, list[Reported]] = defaultdict(list)
    for item in items:
        by_speaker[item.speaker].append(item)
    groups = [(speaker, *pair) for speaker, group in by_speaker.items() for pair in _by_topic(group)]
    positions = []
    for speaker, topic, group in groups:
        steps: list[Step] = []
        for phase in sorted({item.phase for item in group}):
            inside = [item for item in group if item.phase == phase]
            stances = list(dict.fromkeys(item.stance for item in inside))
            steps.append(
                Step(
                    order=len(steps) + 1,
                    stance=" / ".join(stances),
                    time=next((item.time for item in inside if item.time), None),
                    statements=tuple(dict.fromkeys(item.statement for item in inside)),
                    why=inside[0].why,
                )
            )
        positions.append(Position(speaker, topic, tuple(steps)))
    return positions


def _by_topic(items: Sequence[Reported]) -> list[tuple[str, list[Reported]]]:
    """Return the reports on one speaker by topic; those that name none go by the words their texts use most.

    The word that most of the reports share is taken first, then the most frequent one; so two texts on one subject
    meet although each uses another word more.
    """
    named: dict[str, list[Reported]] = defaultdict(list)
    for item in items:
        if item.topic is not None:
            named[item.topic.lower()].append(item)
    shown = {key: Counter(item.topic for item in group if item.topic) for key, group in named.items()}
    groups = [(min(shown[key], key=lambda t: (-shown[key][t], t)), group) for key, group in named.items()]
    rest = [item for item in items if item.topic is None]
    while rest:
        shared: Counter[str] = Counter()
        often: Counter[str] = Counter()
        for matters in {(item.document, item.matters) for item in rest}:
            for matter in matters[1]:
                shared[matter.stem] += 1
                often[matter.stem] += matter.count
        stem = min(often, key=lambda s: (-shared[s], -often[s], s))
        inside = [item for item in rest if any(m.stem == stem for m in item.matters)]
        forms = Counter(m.form for item in inside for m in item.matters if m.stem == stem)
        is_near = any(m.is_near for item in inside for m in item.matters if m.stem == stem)
        is_shown = is_near or shared[stem] > 1
        groups.append((min(forms, key=lambda f: (-forms[f], f)) if is_shown else UNTOLD, inside))
        rest = [item for item in rest if item not in inside]
    return groups


def _from_moves(items: Iterable[Move]) -> list[Position]:
    """Return one position per speaker and topic, with a step for each statement in the order of dates."""
    groups: dict[tuple[str, str], list[Move]] = defaultdict(list)
    for item in items:
        groups[item.speaker, item.topic].append(item)
    positions = []
    for (speaker, topic), group in groups.items():
        stances: dict[tuple[str, str, int, str], tuple[str, str]] = {}
        for move in group:
            for said, stance in zip((move.earlier, move.later), move.stances, strict=True):
                stances.setdefault((said.date, said.document, said.start, said.statement), (stance, move.why))
        moved: list[Step] = []
        for (_, _, _, statement), (stance, why) in sorted(stances.items()):
            if not moved or moved[-1].stance != stance:
                moved.append(Step(len(moved) + 1, stance, None, (statement,), why))
        if len(moved) > 1:
            positions.append(Position(speaker, topic, tuple(moved)))
    return positions
