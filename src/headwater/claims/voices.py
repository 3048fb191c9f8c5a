"""By whom, on which days and in which documents the same words are said."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date

from headwater.claims.statements import Said
from headwater.records import Analysis, Story
from headwater.resolve import Resolved
from headwater.words import fold

ONE_EVENT = 3  # days between reports that can be of one event
SAME_TIME = 7  # days within which what is denied was said, where no story holds both
OF_TWO_THINGS = frozenset({"figure", "date"})  # of which one text gives two: of 17 such pairs in news none was a rival


@dataclass(frozen=True, slots=True)
class Voices:
    """By whom (names) and on which days (ordinals) each form is said; nobody and none where that is not known."""

    speakers: Sequence[Set[str]]
    days: Sequence[Set[int]]
    texts: Sequence[Set[str]]
    own: Sequence[bool]  # in the publisher's own voice only
    stories: Sequence[Set[str]]  # of the documents that say it

    def one_teller(self, i: int, j: int, kind: str) -> bool:
        """Return whether one publisher says both in its own voice, or one text gives both to one voice or to voices
        that nobody can tell apart ("some voters", "others"): it means two things by them, or tells what is new."""
        if self.own[i] and self.own[j] and self.speakers[i] == self.speakers[j] != frozenset():
            return True
        if len(self.texts[i] | self.texts[j]) > 1:
            return False
        if self.own[i] or self.own[j] or kind in OF_TWO_THINGS:
            return kind in OF_TWO_THINGS or (self.own[i] and self.own[j])
        return not (self.speakers[i] and self.speakers[j]) or bool(self.speakers[i] & self.speakers[j])

    def one_story(self, i: int, j: int) -> bool:
        """Return whether both stand in one text, or in texts of one story."""
        return bool(self.texts[i] & self.texts[j] or self.stories[i] & self.stories[j])

    def far_apart(self, i: int, j: int) -> bool:
        """Return whether the days of both are known and lie weeks apart, and no story holds both."""
        known = self.days[i] and self.days[j]
        return bool(known) and not self.one_story(i, j) and not self.within_days(i, j)

    def within_days(self, i: int, j: int) -> bool:
        """Return whether both are known to have been said within a few days."""
        return self._within(i, j, SAME_TIME)

    def one_event(self, i: int, j: int) -> bool:
        """Return whether two forms stand in reports of the same days."""
        return self._within(i, j, ONE_EVENT)

    def _within(self, i: int, j: int, days: int) -> bool:
        return any(abs(a - b) <= days for a in self.days[i] for b in self.days[j])

    def one_speaker(self, i: int, j: int) -> bool:
        """Return whether somebody says both."""
        return bool(self.speakers[i] & self.speakers[j])

    def one_source(self, i: int, j: int) -> bool:
        """Return whether both are given to one source, and neither is what a publisher says in its own voice."""
        return not self.own[i] and not self.own[j] and self.one_speaker(i, j)


@dataclass(frozen=True, slots=True)
class Told:
    """By whom (a name) and on which day (an ordinal) something is said; None where that is not known."""

    speaker: str | None
    day: int | None

    def may_be_one(self, other: "Told") -> bool:
        """Return whether it is not known that another says it, and at another time."""
        if self.speaker is not None and self.speaker == other.speaker:
            return True
        return self.day is None or other.day is None or abs(self.day - other.day) <= SAME_TIME


def find_told(said: Iterable[Said], analyses: Sequence[Analysis], resolved: Resolved) -> dict[str, Told]:
    """Return by whom and when each statement is made, by its id; what a publisher publishes it says."""
    named = {s.id: _plain(s.name) for s in resolved.speakers if s.kind in ("person", "organisation", "publisher")}
    sources = {r.attribution: named[r.speaker] for r in resolved.resolutions if r.speaker in named}
    own = {a.document.id: _plain(a.document.publisher or "") or None for a in analyses}
    days = {a.document.id: _day(a.document.published) for a in analyses}
    return {
        s.id: Told(own[s.document] if s.attribution is None else sources.get(s.attribution), days[s.document])
        for s in (item.statement for item in said)
    }


def find_voices(members: Sequence[Sequence[Said]], told: Mapping[str, Told], stories: Sequence[Story]) -> Voices:
    """Return who says each form, whose statements are its ``members``."""
    story = {document: story.id for story in stories for document in story.documents}
    by = [[told[m.statement.id] for m in said] for said in members]
    return Voices(
        [{t.speaker for t in items if t.speaker is not None} for items in by],
        [{t.day for t in items if t.day is not None} for items in by],
        [{m.statement.document for m in said} for said in members],
        [all(m.statement.attribution is None for m in said) for said in members],
        [{story[m.statement.document] for m in said if m.statement.document in story} for said in members],
    )


def _day(published: str | None) -> int | None:
    try:
        return date.fromisoformat((published or "")[:10]).toordinal()
    except ValueError:
        return None


def _plain(name: str) -> str:
    return fold(name).removeprefix("the ")
