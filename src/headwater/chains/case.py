"""The case as chains see it: documents, attributions and shared passages, found by place."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from headwater.marks import quoted_spans
from headwater.publishers import is_body
from headwater.records import (
    Analysis,
    Attribution,
    Document,
    Group,
    Place,
    Resolution,
    Reuse,
    Segment,
    Span,
    Speaker,
    Statement,
)
from headwater.resolve import Resolved
from headwater.resolve.credits import Credit, find_credits
from headwater.resolve.layout import position
from headwater.resolve.mentions import read_mention
from headwater.resolve.names import bare_name, find_names

COVERED = 0.6  # share of a statement that a shared passage must cover to be where its words are from
STANDING = 3  # attributions to one report or its issuer from which it stands behind what the document goes on to say
REPORTS = frozenset({"report", "study", "paper", "survey", "review", "audit", "article", "story", "investigation"})
MOST_FELLOWS = 20  # statements of one publisher looked at for a citation
TOLD_BACK, TOLD_REACH, LEAD_IN = 4, 60, 100  # characters around a cue in which it is said to whom
_TOLD = re.compile(r"(?:told|tell)\s(?:the\s(?=[A-Z]))?|s\stold\s")
_TOLD_TO = re.compile(r"\s(?:in an interview with|in an interview to|speaking to|to)\s(?:the\s(?=[A-Z]))?")
_INTERVIEW = re.compile(
    r"\b(?:[Ii]n an interview (?:with|to)|[Ss]peaking (?:to|on)|[Tt]alking to)\s(?:the\s(?=[A-Z]))?"
)
LONGEST_PARAGRAPH = 5_000  # characters before a place in which a quotation that runs on is sought
_OPENING = ("“", '"', "«", "„")
_CLOSING = re.compile(r"[”»]|[^\s(\[]\"")
_FIRST_PERSON = re.compile(r"\b(?:I|[Mm]e|[Mm]y|[Mm]ine|[Oo]ur|[Ww]e)\b(?![.’'])")
IN_MARKS = 0.8  # share of a statement that must stand in quotation marks to be somebody else's words
INSIDE = 0.5  # share of a place that an attribution's content must cover to be the one that says it


@dataclass(frozen=True, slots=True)
class Passage:
    """Where words of one document stand in another: ``here`` and ``there``, with the reuse that aligns them."""

    here: Place
    there: Place
    reuse: Reuse
    came_first: bool  # evidence shows that the words stood there before they stood here


@dataclass(slots=True)
class _Intervals:
    """Intervals by start, with the greatest end so far, so that overlaps are found without a full scan."""

    items: list[tuple[int, int, str]]
    starts: list[int] = field(default_factory=list)
    reach: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.items.sort()
        self.starts = [item[0] for item in self.items]
        furthest = 0
        for _, end, _ in self.items:
            furthest = max(furthest, end)
            self.reach.append(furthest)

    def overlapping(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Return the intervals that share a code point with ``[start, end)``, in order."""
        found = []
        index = bisect_right(self.starts, end - 1) - 1
        while index >= 0 and self.reach[index] > start:
            if self.items[index][1] > start:
                found.append(self.items[index])
            index -= 1
        return found[::-1]


@dataclass(frozen=True, slots=True)
class Frame:
    """A report that a document announces and goes on quoting: from where on, how often, and where."""

    report: Speaker
    since: int
    times: int
    places: tuple[Place, ...]


class Case:
    """Lookups over everything that is known before chains are traced."""

    def __init__(
        self, analyses: Sequence[Analysis], resolved: Resolved, reuse: Sequence[Reuse], groups: Sequence[Group]
    ) -> None:
        self.documents: dict[str, Document] = {a.document.id: a.document for a in analyses}
        self.segments: dict[str, tuple[Segment, ...]] = {a.document.id: a.segments for a in analyses}
        self.attributions: dict[str, Attribution] = {t.id: t for a in analyses for t in a.attributions}
        self.by_document: dict[str, tuple[Attribution, ...]] = {
            a.document.id: tuple(sorted(a.attributions, key=lambda t: (position(t), t.id))) for a in analyses
        }
        self.speakers: dict[str, Speaker] = {s.id: s for s in resolved.speakers}
        self.resolutions: dict[str, Resolution] = {r.attribution: r for r in resolved.resolutions}
        self.credits: dict[str, tuple[Credit, ...]] = {a.document.id: find_credits(a.document) for a in analyses}
        self._by_name = _names(resolved.speakers)
        self._people = {bare_name(s.name): s.id for s in resolved.speakers if s.kind == "person"}
        self._contents = {
            a.document.id: _Intervals([(s.start, s.end, t.id) for t in a.attributions for s in t.content])
            for a in analyses
        }
        self._reuse = {r.id: r for r in reuse}
        self._passages = _by_place(reuse, self.documents)
        self._frames: dict[str, Frame | None] = {}
        self._quoted: dict[str, _Intervals] = {}
        self._groups = {s.id: group for group in groups for s in group.statements}
        self._by_publisher: dict[str, dict[str, list[Statement]]] = {}
        self._by_document: dict[str, dict[str, list[Statement]]] = {}
        self._by_speaker: dict[tuple[str, str], list[Attribution]] = defaultdict(list)
        for resolution in resolved.resolutions:
            attribution = self.attributions.get(resolution.attribution)
            if attribution is not None and resolution.speaker is not None and attribution.content:
                self._by_speaker[attribution.document, resolution.speaker].append(attribution)

    def speaker(self, attribution: Attribution) -> Speaker | None:
        """Return the speaker of the attribution's source, None where it is not known."""
        resolution = self.resolutions.get(attribution.id)
        return self.speakers.get(resolution.speaker) if resolution and resolution.speaker else None

    def named(self, name: str) -> Speaker | None:
        """Return the publisher or organisation that goes by ``name``."""
        found = self._by_name.get(bare_name(name))
        return self.speakers[found] if found else None

    def person(self, name: str) -> str:
        """Return the speaker that goes by the full ``name``, else the name itself."""
        return self._people.get(bare_name(name), name)

    def outlet(self, attribution: Attribution) -> tuple[Speaker, Place] | None:
        """Return the publisher whose person the source is ("the Gazette's Ana Ruiz"), and where it is named."""
        if not attribution.source:
            return None
        text = self.documents[attribution.document].text
        mention = read_mention(text, attribution.source[0])
        if mention.outlet is None:
            return None
        speaker = self.named(mention.outlet.of(text))
        if speaker is None:
            return None
        return speaker, Place(attribution.document, mention.outlet.start, mention.outlet.end)

    def told_to(self, attribution: Attribution) -> tuple[Speaker, Place] | None:
        """Return the publisher to whom the source says it (“told the Gazette”, “in an interview with Radio Delta”)."""
        if not attribution.cue or not attribution.source:
            return None
        text = self.documents[attribution.document].text
        cue = attribution.cue[-1]
        match = _TOLD.match(text, max(cue.end - TOLD_BACK, cue.start), min(len(text), cue.end + TOLD_REACH))
        if match is None:
            match = _TOLD_TO.match(text, cue.end, min(len(text), cue.end + TOLD_REACH))
        if match is None:
            start = text.rfind("\n", max(0, attribution.source[0].start - LEAD_IN), attribution.source[0].start) + 1
            match = _INTERVIEW.search(text, start, attribution.source[0].start)
        if match is None:
            return None
        named = find_names(text, match.end(), min(len(text), match.end() + TOLD_REACH))
        if not named or named[0].full.start != match.end():
            return None
        speaker = self.named(named[0].span.of(text))
        if speaker is None or speaker.kind != "publisher" or is_body(speaker.name):
            return None
        return speaker, Place(attribution.document, named[0].span.start, named[0].span.end)

    def attribution_at(self, place: Place) -> Attribution | None:
        """Return the innermost attribution whose content covers most of ``place``."""
        best: tuple[int, str] | None = None
        intervals = self._contents.get(place.document)
        for start, end, name in intervals.overlapping(place.start, place.end) if intervals else ():
            shared = min(end, place.end) - max(start, place.start)
            if shared >= INSIDE * (place.end - place.start) and (best is None or (end - start, name) < best):
                best = (end - start, name)
        return self.attributions[best[1]] if best else None

    def around(self, attribution: Attribution) -> Attribution | None:
        """Return the attribution in whose content this one lies: the one it names, else one that holds all of it."""
        if attribution.inside is not None:
            return self.attributions.get(attribution.inside)
        if attribution.source or not attribution.content:
            return None
        span = span_of(attribution)
        best: tuple[int, str] | None = None
        for start, end, name in self._contents[attribution.document].overlapping(span.start, span.end):
            holds = start <= span.start and span.end <= end and name != attribution.id
            if holds and self.attributions[name].source and (best is None or (end - start, name) < best):
                best = (end - start, name)
        return self.attributions[best[1]] if best else None

    def told_after(self, place: Place) -> Attribution | None:
        """Return the attribution that closes a sentence in nobody's content: “…, Ana Ruiz said.”."""
        text = self.documents[place.document].text
        found = self._contents.get(place.document)
        for _, _, name in found.overlapping(place.start, place.end) if found else ():
            attribution = self.attributions[name]
            told = (*attribution.source, *attribution.cue)
            if not attribution.source or not attribution.cue or attribution.inside is not None:
                continue
            last = max(span.end for span in told)
            first = min(span.start for span in told)
            rest = "".join(c if c.isalnum() else " " for c in text[last : place.end])
            closes = last <= place.end and len(rest.split()) <= 3  # "told reporters", "said on Monday"
            if closes and first > place.start and text[place.start : first].rstrip().endswith((",", ",”", ',"')):
                return attribution
        return None

    def said_by(self, document: str, speaker: Speaker) -> list[Attribution]:
        """Return what a document gives to a speaker, in reading order; the first MOST_FELLOWS."""
        found = self._by_speaker.get((document, speaker.id), [])
        return sorted(found, key=lambda a: (position(a), a.id))[:MOST_FELLOWS]

    def is_own_voice(self, place: Place) -> bool:
        """Whether the document says in its own voice what stands at ``place``: nobody else's content covers it.

        An attribution whose source stands inside the place is part of what the document says there.
        """
        attribution = self.attribution_at(place)
        if attribution is None:
            return not self._is_told(place)
        told = (*attribution.source, *attribution.cue)
        return any(place.start <= span.start and span.end <= place.end for span in told)

    def in_marks(self, place: Place) -> bool:
        """Whether what stands at ``place`` stands in quotation marks: whoever's words they are, not the text's own."""
        if place.document not in self._quoted:
            spans = [q.outer for q in quoted_spans(self.documents[place.document].text) if q.level == 0]
            self._quoted[place.document] = _Intervals([(s.start, s.end, "") for s in spans])
        found = self._quoted[place.document].overlapping(place.start, place.end)
        covered = sum(min(end, place.end) - max(start, place.start) for start, end, _ in found)
        return covered >= IN_MARKS * (place.end - place.start) or self._goes_on(place)

    def _goes_on(self, place: Place) -> bool:
        """Whether the paragraph opens with a quotation mark and nothing has closed it before the place."""
        text = self.documents[place.document].text
        start = text.rfind("\n", 0, place.start) + 1
        before = text[start : max(place.start, start + 1)]
        return len(before) <= LONGEST_PARAGRAPH and before[:1] in _OPENING and not _CLOSING.search(before, 1)

    def speaks_of_itself(self, place: Place) -> bool:
        """Whether the words at ``place`` speak of "me" or "us", and not in a quotation within them."""
        text = self.documents[place.document].text
        quotes = any(mark in text[place.start : place.end] for mark in '"“”«»')
        return not quotes and _FIRST_PERSON.search(text, place.start, place.end) is not None

    def _is_told(self, place: Place) -> bool:
        """Whether the contents of several attributions together fill most of the place, one with its source before."""
        intervals = self._contents.get(place.document)
        found = intervals.overlapping(place.start, place.end) if intervals else []
        filled = sum(min(end, place.end) - max(start, place.start) for start, end, _ in found)
        told = (self.attributions[name] for _, _, name in found)
        outside = any(one.source and one.source[0].end <= place.start for one in told)
        return outside and filled >= INSIDE * (place.end - place.start)

    def passages(self, place: Place) -> list[Passage]:
        """Return where else the words at ``place`` stand, those that came first before others, closest first."""
        found = []
        intervals = self._passages.get(place.document)
        for _, _, name in intervals.overlapping(place.start, place.end) if intervals else ():
            passage = _align(self._reuse[name], place)
            if passage is not None:
                found.append(passage)
        return sorted(found, key=self._closeness)

    def _closeness(self, passage: Passage) -> tuple[bool, float, str, str]:
        there = self.documents[passage.there.document]
        return (not passage.came_first, -passage.reuse.identity, there.published or "9", there.id)

    def frame(self, document: str) -> Frame | None:
        """Return the report that stands behind the document's account, if one does."""
        if document not in self._frames:
            self._frames[document] = self._find_frame(document)
        return self._frames[document]

    def _find_frame(self, document: str) -> Frame | None:
        by_issuer: dict[str, list[tuple[Attribution, Speaker]]] = defaultdict(list)
        for attribution in self.by_document[document]:
            speaker = self.speaker(attribution)
            if speaker is None or attribution.inside is not None:
                continue
            if speaker.kind in ("organisation", "publisher"):
                by_issuer[speaker.id].append((attribution, speaker))
            elif speaker.issuer is not None or speaker.kind == "document":
                by_issuer[speaker.issuer or speaker.id].append((attribution, speaker))
        best: Frame | None = None
        for issuer in sorted(by_issuer):
            found = by_issuer[issuer]
            reports = [s for _, s in found if s.kind == "document" and s.name.split(" (")[0] in REPORTS]
            if len(found) >= STANDING and reports and (best is None or len(found) > best.times):
                places = tuple(Place(document, span.start, span.end) for a, _ in found[:3] for span in a.source)
                best = Frame(reports[0], position(found[0][0]), len(found), places)
        return best

    def fellows(self, statement: Statement, speaker: Speaker) -> list[Statement]:
        """Return the statements of the same claim in documents that the speaker published, the earliest first."""
        group = self._groups.get(statement.id)
        if group is None:
            return []
        if group.id not in self._by_publisher:
            self._by_publisher[group.id] = self._sort_by_publisher(group)
        by_publisher = self._by_publisher[group.id]
        names = sorted({bare_name(name) for name in (speaker.name, *speaker.names)})
        return [fellow for name in names for fellow in by_publisher.get(name, ())]

    def beside(self, statement: Statement) -> list[Statement]:
        """Return the statements of the same claim in the same document, by position."""
        group = self._groups.get(statement.id)
        if group is None:
            return []
        if group.id not in self._by_document:
            found = self._by_document[group.id] = defaultdict(list)
            for one in sorted(group.statements, key=lambda s: (s.document, s.start, s.end, s.id)):
                if len(found[one.document]) < MOST_FELLOWS:
                    found[one.document].append(one)
        return self._by_document[group.id][statement.document]

    def _sort_by_publisher(self, group: Group) -> dict[str, list[Statement]]:
        found: dict[str, list[Statement]] = defaultdict(list)
        for statement in group.statements:
            publisher = self.documents[statement.document].publisher
            if publisher:
                found[bare_name(publisher)].append(statement)
        for statements in found.values():
            statements.sort(key=lambda s: (self.documents[s.document].published or "9", s.document, s.start))
            del statements[MOST_FELLOWS:]
        return found


def _names(speakers: Iterable[Speaker]) -> dict[str, str]:
    found: dict[str, str] = {}
    for speaker in sorted(speakers, key=lambda s: (s.kind != "publisher", s.id)):
        if speaker.kind in ("publisher", "organisation"):
            for name in (speaker.name, *speaker.names):
                found.setdefault(bare_name(name), speaker.id)
    return found


def _by_place(reuse: Iterable[Reuse], documents: Mapping[str, Document]) -> dict[str, _Intervals]:
    items: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    for item in reuse:
        if item.left.document in documents and item.right.document in documents:
            items[item.left.document].append((item.left.start, item.left.end, item.id))
            items[item.right.document].append((item.right.start, item.right.end, item.id))
    return {document: _Intervals(found) for document, found in items.items()}


def _align(reuse: Reuse, place: Place) -> Passage | None:
    """Return where the words of ``place`` stand on the other side, None where too few of them do."""
    left = reuse.left.document == place.document
    covered = 0
    start = end = -1
    for ours, theirs in reuse.blocks:
        here, there = (ours, theirs) if left else (theirs, ours)
        low, high = max(here.start, place.start), min(here.end, place.end)
        if low < high:
            covered += high - low
            first = min(there.start + (low - here.start), there.end)
            last = max(there.end - (here.end - high), first)
            start, end = (first, last) if start < 0 else (min(start, first), max(end, last))
    if start < 0 or covered < COVERED * (place.end - place.start):
        return None
    other = reuse.right if left else reuse.left
    came_first = reuse.direction == ("right_to_left" if left else "left_to_right")
    return Passage(place, Place(other.document, start, max(end, start + 1)), reuse, came_first)


def span_of(attribution: Attribution) -> Span:
    """Return the stretch from the first to the last word of the content."""
    return Span(attribution.content[0].start, attribution.content[-1].end)


def label(document: Document) -> str:
    """Return the file name by which a reader knows a document."""
    return PurePosixPath(document.path.replace("\\", "/")).name
