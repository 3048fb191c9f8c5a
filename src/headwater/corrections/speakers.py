"""Speakers that people joined, parted, renamed, confirmed, and attributions that they gave to another speaker.

The order in which decisions take effect is that of their reach: joined first, parted next, then single attributions, so
that the narrower decision is the one that is seen. Names come last: those that a decision mentions are the old ones.
"""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import get_args

from headwater.corrections.anchors import Texts
from headwater.corrections.members import Members, find_attribution, locate_parts
from headwater.corrections.standing import Item, orphan, settle
from headwater.corrections.wording import evidence_of, moved_note
from headwater.ids import identify
from headwater.records import Analysis, Correction, CorrectionState, Evidence, Resolution, Speaker, SpeakerKind
from headwater.words import fold

_TURN = {"accept": 0, "merge_speakers": 1, "split_speaker": 2, "reattribute": 3, "rename_speaker": 4}
_GONE = "Neither the speaker nor any words given to it are in the collection."


@dataclass(frozen=True, slots=True)
class _Sides:
    """Speakers and attributions that a correction is about; ``first`` are those of its target (or that go out)."""

    first: tuple[str, ...]  # attributions
    second: tuple[str, ...]
    target: str | None  # speakers
    other: str | None
    moved: bool


def correct_speakers(
    speakers: Sequence[Speaker],
    resolutions: Sequence[Resolution],
    analyses: Sequence[Analysis],
    corrections: Sequence[Correction],
) -> tuple[tuple[Speaker, ...], tuple[Resolution, ...], tuple[CorrectionState, ...]]:
    """Return speakers by id and resolutions by attribution as people decided, and the states of those corrections."""
    wanted = [c for c in corrections if c.kind == "speaker" or c.action == "reattribute"]
    if not wanted:
        return tuple(speakers), tuple(resolutions), ()
    texts = Texts(a.document for a in analyses)
    by_document = {a.document.id: a for a in analyses}
    members = Members(texts, (t for a in analyses for t in a.attributions), ())
    board = _Board(speakers, resolutions)
    items: list[Item] = []
    states: list[CorrectionState] = []
    sides: dict[str, _Sides] = {}
    for correction in wanted:
        if correction.action == "reattribute":
            spans = locate_parts(correction, texts)
            found = spans and find_attribution(correction.target, spans, by_document[spans.document])
            one = _Sides((found.id,), (), None, None, bool(spans and spans.moved)) if found else None
        else:
            one = _find_sides(correction, board, members)
        if one is None:
            states.append(orphan(correction, "" if correction.action == "reattribute" else _GONE))
            continue
        sides[correction.id] = one
        items.append(Item(correction, _answers(correction, one), moved_note(one.moved)))
    held, settled = settle(items)
    for item in sorted(held, key=lambda i: (_TURN.get(i.correction.action, 9), i.correction.at, i.correction.id)):
        board.apply(item.correction, sides[item.correction.id])
    return board.result(), tuple(board.resolutions[key] for key in sorted(board.resolutions)), (*states, *settled)


def _find_sides(correction: Correction, board: "_Board", members: Members) -> _Sides | None:
    found = members.find("attribution", correction)
    count = int(correction.value.get("of_target", str(len(found))))
    first = tuple(key for key, _ in found[:count] if key is not None)
    second = tuple(key for key, _ in found[count:] if key is not None)
    moved = any(moved for _, moved in found)
    value = correction.value
    if correction.action == "split_speaker":
        target = board.find(correction.target, value.get("name", ""), (*second, *first))
        return _Sides(first, second, target, None, moved) if first else None
    target = board.find(correction.target, value.get("name", ""), first)
    other = board.find(value.get("with", ""), value.get("with_name", ""), second)
    if target is None or (correction.action == "merge_speakers" and other is None):
        return None
    return _Sides(first, second, target, other, moved)


def _answers(correction: Correction, sides: _Sides) -> dict[Hashable, str]:
    action = correction.action
    if action == "reattribute":
        return {("speaker", sides.first[0]): "name " + fold(correction.value["speaker"])}
    if action == "split_speaker":
        answers: dict[Hashable, str] = {
            ("speaker", key): "name " + fold(correction.value["new"]) for key in sides.first
        }
        return answers | {_pair(a, b): "apart" for a in sides.first for b in sides.second}
    if action == "merge_speakers":
        by_name: dict[Hashable, str] = {_pair(sides.target or "", sides.other or ""): "together"}
        return by_name | {_pair(a, b): "together" for a in sides.first for b in sides.second}
    if action == "rename_speaker":
        return {("name", sides.target): correction.value["new"].strip()}
    return {}


def _pair(left: str, right: str) -> Hashable:
    return ("pair", *sorted((left, right)))


class _Board:
    """Speakers and resolutions while corrections take effect."""

    def __init__(self, speakers: Iterable[Speaker], resolutions: Iterable[Resolution]) -> None:
        self.speakers = {speaker.id: speaker for speaker in speakers}
        self.resolutions = {resolution.attribution: resolution for resolution in resolutions}
        self._became: dict[str, str] = {}

    def find(self, key: str, name: str, attributions: Iterable[str]) -> str | None:
        """Return a speaker by its id, else the one that most of its attributions have now, else the one so named."""
        if key in self.speakers:
            return key
        now = Counter(
            speaker for a in attributions if a in self.resolutions and (speaker := self.resolutions[a].speaker)
        )
        if now:
            return max(sorted(now), key=lambda speaker: now[speaker])
        return self.named(name)

    def named(self, name: str) -> str | None:
        """Return the only speaker that goes by a name."""
        wanted = fold(name)
        found = [s.id for s in self.speakers.values() if wanted and wanted == fold(s.name)]
        return found[0] if len(found) == 1 else None

    def apply(self, correction: Correction, sides: _Sides) -> None:
        if correction.action == "accept" and sides.target is not None:
            self._tell(self._now(sides.target), evidence_of(correction, "confirmed"))
        elif correction.action == "merge_speakers" and sides.target is not None and sides.other is not None:
            self._merge(correction, self._now(sides.target), self._now(sides.other))
        elif correction.action == "split_speaker":
            self._give(correction, sides.first, correction.value["new"])
        elif correction.action == "rename_speaker" and sides.target is not None:
            self._rename(correction, self._now(sides.target))
        elif correction.action == "reattribute":
            self._give(correction, sides.first, correction.value["speaker"])

    def _now(self, key: str) -> str:
        while key in self._became:
            key = self._became[key]
        return key

    def _tell(self, key: str, said: Evidence) -> None:
        speaker = self.speakers[key]
        self.speakers[key] = replace(speaker, evidence=(*speaker.evidence, said))

    def _rename(self, correction: Correction, key: str) -> None:
        speaker, name = self.speakers[key], correction.value["new"].strip()
        said = evidence_of(correction, f"“{speaker.name}” named “{name}”")
        names = tuple(dict.fromkeys((name, *speaker.names, speaker.name)))
        self.speakers[key] = replace(speaker, name=name, names=names, evidence=(*speaker.evidence, said))

    def _merge(self, correction: Correction, target: str, other: str) -> None:
        if target == other:
            return
        keep, gone = self.speakers[target], self.speakers.pop(other)
        self._became[other] = target
        names = sorted({*keep.names, *gone.names, gone.name}, key=lambda name: (-len(name), name))
        said = evidence_of(correction, f"“{gone.name}” joined with “{keep.name}”")
        issuer = keep.issuer or gone.issuer
        self.speakers[target] = replace(
            keep,
            names=tuple(names),
            evidence=(*keep.evidence, *gone.evidence, said),
            issuer=None if issuer in (target, other) else issuer,
        )
        for key, speaker in self.speakers.items():
            if speaker.issuer == other:
                self.speakers[key] = replace(speaker, issuer=None if key == target else target)
        for key, resolution in self.resolutions.items():
            if resolution.speaker == other:
                self.resolutions[key] = replace(resolution, speaker=target)

    def _give(self, correction: Correction, attributions: Iterable[str], name: str) -> None:
        wanted = correction.value.get("speaker_id", "")
        key = self._now(wanted) if self._now(wanted) in self.speakers else self.named(name)
        if key is None:
            key = identify("speaker", f"name {fold(name)}")
            said = correction.value.get("kind", "person")
            kind: SpeakerKind = said if said in get_args(SpeakerKind) else "person"  # type: ignore[assignment]
            self.speakers[key] = Speaker(key, name, kind, (name,), (evidence_of(correction, f"“{name}” named"),))
        for attribution in attributions:
            before = self.resolutions.get(attribution)
            said_so = evidence_of(correction, f"given to {name}", (), before.evidence if before else None)
            self.resolutions[attribution] = Resolution(attribution, key, "stated", said_so)

    def result(self) -> tuple[Speaker, ...]:
        return tuple(self.speakers[key] for key in sorted(self.speakers))
