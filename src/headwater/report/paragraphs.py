"""Which statements a review shows, and which of them are reports of one utterance: one paragraph each.

Of statements that hold one another one is shown, and a headline goes where the text says the same. Reports are brought
together by ``same_utterance``, those of one document too; the paragraph opens with the earliest document's report, the
source's own words before a reporter's.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from headwater.records import Attribution
from headwater.report.bodies import Bond
from headwater.report.index import Index
from headwater.report.topics import stems
from headwater.report.utterances import Utterance, same_utterance

IN_HEADLINE = 2  # words that a headline shares with what the text says, from which on only the latter is shown
SHARED_WORDS = 12  # the longest words by which reports of one utterance are brought together
INSIDE = 0.5  # share of a statement that statements inside it cover, from which on only those are shown
_NEAREST = ("direct", "reworded", "told")  # to what was said


def innermost(found: Index, items: Sequence[Attribution]) -> list[Attribution]:
    """Return the statements without those that mostly consist of other ones that are shown, in the order of places."""
    chosen = {item.id: item for item in items}
    covered: defaultdict[str, int] = defaultdict(int)
    for item in items:
        outer = item.inside
        while outer is not None and outer in found.attributions:
            covered[outer] += sum(span.end - span.start for span in item.content)
            outer = found.attributions[outer].inside
    kept = [
        item
        for item in chosen.values()
        if covered[item.id] < INSIDE * sum(span.end - span.start for span in item.content)
    ]
    return sorted(kept, key=lambda a: (found.order[a.document], a.content[0].start, a.id))


def _outermost(shown: Iterable[Utterance]) -> list[Utterance]:
    """Return the statements without those that another of the same voice shows anyway.

    A reporter's sentence goes where the words in it are shown as said; of two of a kind the wider one stays, of two
    alike the first.
    """
    items = list(shown)
    order = {item.attribution: number for number, item in enumerate(items)}
    by_voice: defaultdict[tuple[str, str | None], list[Utterance]] = defaultdict(list)
    for item in items:
        by_voice[item.place.document, item.voice or item.name].append(item)

    def is_shown(item: Utterance, other: Utterance) -> bool:
        if (item.how == "told") != (other.how == "told"):
            return item.how == "told" and _meets(item, other)
        alike = (item.place.start, item.place.end) == (other.place.start, other.place.end)
        return order[other.attribution] < order[item.attribution] if alike else _holds(other, item)

    return [
        item
        for item in items
        if not any(
            is_shown(item, other)
            for other in by_voice[item.place.document, item.voice or item.name]
            if other is not item
        )
    ]


def _meets(left: Utterance, right: Utterance) -> bool:
    return left.place.start < right.place.end and right.place.start < left.place.end


def _holds(outer: Utterance, inner: Utterance) -> bool:
    return outer.place.start <= inner.place.start and inner.place.end <= outer.place.end


def without_headlines(found: Index, shown: Sequence[Utterance], under: Mapping[str, Bond]) -> list[Utterance]:
    """Return the statements without the headlines that only say in short what the same voice says in the text."""
    titles = {a.document.id: [s for s in a.segments if s.kind == "heading"] for a in found.case.analyses}
    told: defaultdict[tuple[str, str | None, str], list[set[str]]] = defaultdict(list)
    heads = []
    for item in shown:
        place = item.place
        if any(s.start <= place.start and place.end <= s.end for s in titles[place.document]):
            heads.append(item)
        else:
            told[place.document, voice_of(item, under), item.polarity].append(set(stems(item.words)))
    again = {
        item.attribution
        for item in heads
        for words in told[item.place.document, voice_of(item, under), item.polarity]
        if len(words & set(stems(item.words))) >= IN_HEADLINE
    }
    return [item for item in shown if item.attribution not in again]


def paragraphs(found: Index, shown: Iterable[Utterance], under: Mapping[str, Bond]) -> list[list[Utterance]]:
    """Return the reports of each utterance, by document, the earliest first."""
    result: list[list[Utterance]] = []
    known: defaultdict[tuple[str, str], list[list[Utterance]]] = defaultdict(list)  # by what an utterance may share
    for item in _outermost(shown):
        keys = _keys(item, voice_of(item, under))
        near = {id(reports): reports for key in keys for reports in known[key]}
        for reports in near.values():
            if same_utterance(reports[0], item, one_voice=_is_one_body(found, reports[0], item, under)):
                reports.append(item)
                break
        else:
            reports = [item]
            result.append(reports)
            for key in keys:
                known[key].append(reports)
    return [sorted(reports, key=lambda r: _place(found, r, reports)) for reports in result]


def _place(found: Index, report: Utterance, reports: Sequence[Utterance]) -> tuple[int, int, int]:
    """Sort a paragraph's reports by this: document, and in the first one what is nearest to what was said."""
    opens = report.place.document == reports[0].place.document
    near = _NEAREST.index(report.how) if opens else 0
    return (found.order[report.place.document], near, report.place.start)


def _is_one_body(found: Index, left: Utterance, right: Utterance, under: Mapping[str, Bond]) -> bool:
    """Whether both are the words of one body, under whatever name; a spokesman's words are his own."""
    voices = [found.speakers.get(voice or "") for voice in (left.voice, right.voice)]
    persons = any(voice is not None and voice.kind == "person" for voice in voices)
    return not persons and left.voice is not None and voice_of(left, under) == voice_of(right, under)


def _keys(item: Utterance, body: str | None) -> list[tuple[str, str]]:
    """Return what two reports of one utterance have in common at least one of: a claim, or a voice with a long word."""
    long_words = sorted(set(stems(item.words)), key=lambda word: (-len(word), word))[:SHARED_WORDS]
    voices = {voice for voice in (item.voice, item.name, body) if voice}
    shared = [*long_words, *sorted(item.denied)]
    return [("claim", c.id) for c in item.claims] + [(voice, word) for voice in sorted(voices) for word in shared]


def voice_of(item: Utterance, under: Mapping[str, Bond]) -> str | None:
    """Return the speaker under whose heading a statement stands."""
    bond = under.get(item.voice or "")
    return bond.body if bond is not None else item.voice


def prominence(reports: Sequence[Utterance]) -> float:
    """Return how prominent an utterance is: how near the topic, and how many documents report it."""
    return max(report.score for report in reports) * math.sqrt(len({report.place.document for report in reports}))


def standing(said: Iterable[Sequence[Utterance]], documents: int) -> float:
    """Return how prominent a speaker is on the topic: the most prominent utterance of each document, added up, and more
    where the speaker is quoted in many ``documents`` of the case, on whatever topic."""
    most: dict[str, float] = {}
    for reports in said:
        for report in reports:
            most[report.place.document] = max(most.get(report.place.document, 0.0), prominence(reports))
    return sum(most.values()) * (1 + math.log(max(1, documents)))
