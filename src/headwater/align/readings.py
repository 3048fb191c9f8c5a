"""Where two texts agree against a third that has the same passage: what tells apart copies of one text.

The method of common errors (Maas, Textkritik, 1927): copies of one text that were made independently do not agree where
they deviate from it. What two texts have in common where an older one differs shows that one of them is from the other,
or both from a copy between; what the later one has of the older text where the earlier one differs shows that it is not
from the earlier one alone. One wording may be chance (a house style, a correction), so several are asked for, or a rare
misspelling, or a stretch of new words outside quotation marks: words in quotation marks may have been heard by both.
A misspelling that somebody corrected tells nothing, since two may correct it alike. Texts of one publisher, and of
other weeks, are left alone: what they have in common is standing text more often than not. KEPT and NEW were set on
invented newsrooms (seeds 11 to 16 of ``eval/direction.py``, with misspellings and without).
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from rapidfuzz.distance import OSA

from headwater.align.judgements import (
    UNKNOWN,
    Judgement,
    Pair,
    Shared,
    clip,
    date_order,
    days_between,
    name_of,
    pair_of,
    rests_on,
)
from headwater.align.sharing import Sharing
from headwater.align.signs import Signs
from headwater.records import Analysis, Evidence, Place, Span
from headwater.words import Word, words

DAYS = 21  # between the oldest and the latest of three texts of one story
OLDER = 4  # documents that are asked about a pair: those that share most with the later one
SAME_SHARE = 0.75  # of the bits that two texts share which an older one shares with each, to be asked about them
KEPT = 2  # wordings of an older text that a later one has and the earlier lacks, before they tell anything
NEW = 3  # wordings that two have and the older lacks: two copyists may change the same word alike
TELLING = 3  # what a rare misspelling counts, or a long stretch in one piece
STRETCH = 8  # words of such a stretch: no two writers hit upon it
SPELLED = 5  # letters of a word of which it can be said that it is misspelled
KEPT_TEXTS = 1_000  # whose words are kept: those of one story are asked for together
SHOWN = 5  # wordings that are marked
SAID = 2  # of them that the sentence repeats


def by_readings(
    judged: Mapping[Pair, Judgement], by_id: Mapping[str, Analysis], sharing: Sharing, signs: Signs
) -> dict[Pair, Judgement]:
    """Judge pairs that only dates decide, or nothing does, by older documents that hold the same words."""
    settled = dict(judged)
    dated = sorted(_open_pairs(judged, by_id, sharing))
    if not dated:
        return settled
    collection = _Collection(by_id, sharing.shared, signs)
    asked = [(later, earlier, _older(by_id, sharing, earlier, later)) for later, earlier in dated]
    for later, rows in groupby((row for row in asked if row[2]), key=lambda row: row[0]):
        readings = _Readings(collection, later)
        for _, earlier, older in rows:
            pair = pair_of(earlier, later)
            judgement = _judge(judged.get(pair, UNKNOWN), by_id, earlier, older, readings)
            if judgement is not UNKNOWN:
                settled[pair] = judgement
    return settled


def _open_pairs(
    judged: Mapping[Pair, Judgement], by_id: Mapping[str, Analysis], sharing: Sharing
) -> Iterator[tuple[str, str]]:
    """Yield the later and the earlier document of each pair that older ones may decide."""
    for pair in sharing.copied:
        if pair not in judged or rests_on(judged[pair], "dates"):
            order = date_order(by_id[pair[0]], by_id[pair[1]])
            if order:
                yield pair if order > 0 else pair[::-1]


def _older(by_id: Mapping[str, Analysis], sharing: Sharing, earlier: str, later: str) -> list[str]:
    """Return the older documents of the same days that share most with the later one, all of different publishers."""
    own = {by_id[name].document.publisher for name in (earlier, later)}
    if None in own or len(own) < 2:
        return []
    bits = sharing.bits
    least = SAME_SHARE * bits[pair_of(earlier, later)]
    found = [
        third
        for third in sharing.partners[earlier] & sharing.partners[later]
        if min(bits[pair_of(third, earlier)], bits[pair_of(third, later)]) >= least
        and by_id[third].document.publisher not in {*own, None}
        and date_order(by_id[third], by_id[earlier]) < 0
        and days_between(by_id[third], by_id[later]) <= DAYS
    ]
    return sorted(found, key=lambda third: (-bits[pair_of(third, later)], third))[:OLDER]


def _judge(
    judgement: Judgement, by_id: Mapping[str, Analysis], earlier: str, older: Sequence[str], readings: "_Readings"
) -> Judgement:
    """Return what ``older`` documents show of a text and an earlier one that shares its words."""
    is_always_new = True
    for third in older:
        new = readings.shared_with(earlier, against=third, least=NEW)
        kept = [] if new else readings.shared_with(third, against=earlier, least=KEPT)
        if kept:
            return _from_older(by_id, earlier, readings.of, third, kept)
        is_always_new &= bool(new)
    if is_always_new or not rests_on(judgement, "dates"):
        return judgement
    later, one, other = (name_of(by_id[name]) for name in (readings.of, earlier, older[0]))
    return Judgement("unknown", f"{later} may have its words from {one} or from {other}, which is older.")


def _from_older(by_id: Mapping[str, Analysis], earlier: str, later: str, third: str, kept: Sequence[Span]) -> Judgement:
    text = by_id[later].document.text
    longest = sorted(kept, key=lambda span: (span.start - span.end, span.start))[:SAID]
    shown = ", ".join(f"“{clip(span.of(text))}”" for span in sorted(longest))
    names = [name_of(by_id[name]) for name in (later, third, earlier)]
    why = f"{names[0]} has words of {names[1]}, which is older, that {names[2]} lacks ({shown})."
    places = tuple(Place(later, span.start, span.end) for span in kept[:SHOWN])
    return Judgement("shared_origin", why, (Evidence("direction.readings", why, None, places),))


class _Collection:
    """The texts that are compared; what is read from them is kept."""

    def __init__(self, by_id: Mapping[str, Analysis], shared: Shared, signs: Signs) -> None:
        self.by_id, self.shared, self.signs = by_id, shared, signs
        self._holding: dict[str, list[str]] = {}
        self._plain: dict[str, str] = {}

    def text(self, document: str) -> str:
        return self.by_id[document].document.text

    def plain(self, document: str) -> str:
        """Return the words of a document as they are compared, a blank around each."""
        if document not in self._plain:
            if len(self._plain) >= KEPT_TEXTS:
                self._plain.clear()
            self._plain[document] = f" {' '.join([w.folded for w in words(self.text(document))])} "
        return self._plain[document]

    def holding(self, word: str) -> list[str]:
        """Return which documents of the whole collection hold a word; few words are asked for."""
        if word not in self._holding:
            self._holding[word] = [name for name, a in self.by_id.items() if word in a.document.text]
        return self._holding[word]


class _Readings:
    """The words of one document, and which of them others have."""

    def __init__(self, collection: _Collection, of: str) -> None:
        self.of = of
        self._all = collection
        self._row = words(collection.text(of))
        self._covered: dict[str, list[bool]] = {}

    def shared_with(self, other: str, *, against: str, least: int) -> list[Span]:
        """Return what the document has in common with ``other`` where ``against`` differs, as spans of it; nothing
        where that counts less than ``least`` wordings."""
        common, elsewhere = self._covered_by(other), self._covered_by(against)
        only = [ours and not theirs for ours, theirs in zip(common, elsewhere, strict=True)]
        found: list[Span] = []
        weight = at = 0
        for is_only, flags in groupby(only):
            stop = at + len(list(flags))
            worth = self._worth(against, at, stop, elsewhere) if is_only else 0
            if worth:
                found.append(Span(self._row[at].start, self._row[stop - 1].end))
                weight += worth
            at = stop
        return found if weight >= least else []

    def _worth(self, against: str, at: int, stop: int, elsewhere: Sequence[bool]) -> int:
        """Return what the words from ``at`` to ``stop`` count as a wording that ``against`` lacks."""
        is_variant = at > 0 and stop < len(self._row) and elsewhere[at - 1] and elsewhere[stop]
        around = self._row[at - 1 : stop + 1] if is_variant else self._row[at:stop]
        if f" {' '.join(w.folded for w in around)} " in self._all.plain(against):
            return 0
        if stop - at >= STRETCH:
            return TELLING if not self._is_spoken(Span(self._row[at].start, self._row[stop - 1].end)) else 0
        if not is_variant:
            return 0
        word = self._row[at].folded
        instead = self._between(around, against) if stop - at == 1 else None
        if instead is None or min(len(word), len(instead.folded)) < SPELLED or OSA.distance(word, instead.folded) > 1:
            return 1
        ours, theirs = self._row[at].span.of(self._all.text(self.of)), instead.span.of(self._all.text(against))
        return TELLING if self._is_rare(ours) and not self._is_rare(theirs) else 0

    def _between(self, around: Sequence[Word], document: str) -> Word | None:
        """Return the one word that stands in a document where another stands in this one."""
        first, last = re.escape(around[0].folded), re.escape(around[-1].folded)
        text = self._all.plain(document)
        found = re.search(rf" {first} \S+ {last} ", text)
        return words(self._all.text(document))[text.count(" ", 0, found.start()) + 1] if found else None

    def _is_rare(self, word: str) -> bool:
        """Say whether no text of the collection has the word but those that share a passage with this one."""
        return all(name == self.of or pair_of(name, self.of) in self._all.shared for name in self._all.holding(word))

    def _is_spoken(self, span: Span) -> bool:
        """Say whether half of a span or more stands in quotation marks."""
        marks = self._all.signs.outermost(self._all.by_id[self.of])
        return 2 * sum(max(0, min(span.end, q.end) - max(span.start, q.start)) for q in marks) >= span.end - span.start

    def _covered_by(self, other: str) -> list[bool]:
        """Say of each word whether it stands in a run that ``other`` has too."""
        if other not in self._covered:
            side = 0 if self.of < other else 1
            runs = sorted(b[side] for r in self._all.shared[pair_of(self.of, other)] for b in r.blocks)
            self._covered[other] = _cover(self._row, runs)
        return self._covered[other]


def _cover(row: Sequence[Word], runs: Sequence[Span]) -> list[bool]:
    """Say of each word whether one of ``runs``, which are in order, holds it."""
    covered = [False] * len(row)
    reach = number = 0
    for at, word in enumerate(row):
        while number < len(runs) and runs[number].start <= word.start:
            reach = max(reach, runs[number].end)
            number += 1
        covered[at] = word.start < reach
    return covered
