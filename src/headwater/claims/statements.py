"""Which stretches of the documents are statements.

A statement is the content of an attribution, sentence by sentence, or a sentence in the publisher's own voice. Three
kinds of content are none: what somebody "did not say" supports nothing; an attribution that only carries another ("the
agency reported that the minister said …") is a link of the other's chain; a question, a name or another content without
a predicate says nothing to check (``wholeness``), and a phrase inside another's sentence is a part of that sentence.
A sentence is in the publisher's own voice where no attribution's content covers much of it and no source with its cue
stands in it: what follows "the harbour master told reporters" may be hers, however little of it was taken for content.
"""

import bisect
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.claims.forms import Form, form
from headwater.claims.retractions import disowned, retracted
from headwater.claims.tables import COMMON
from headwater.claims.wholeness import announces, is_question, may_have_verb, may_say, says, wholeness
from headwater.ids import identify
from headwater.records import Analysis, Attribution, Segment, Span, Statement

OWN_VOICE = 0.3  # share of a sentence that attributed content may cover in a sentence of the publisher's own
CARRIED = 0.75  # share of a content that an inner attribution fills when the outer one only carries it
SHORTEST_SENTENCE = 4  # content words; shorter sentences ("More follows.") are no statements of their own
SMALLEST = 12  # characters that are a statement by themselves
NEAR = 3  # characters between a content and the source or cue after it
LONGEST_GAP = 300  # characters of a sentence that are taken into a content
HANGING = ("to ", "of ", "for ", "by ")
_ASIDE = frozenset(",—–-()")
SILENT = frozenset({"boilerplate", "byline", "dateline", "credit"})


@dataclass(frozen=True, slots=True)
class Said:
    """A statement with what grouping needs to know of it."""

    statement: Statement
    form: Form
    denied: bool
    figures: int
    heading: bool
    told: str = ""  # with source and cue, where the words alone mislead: "the Front claims to have won"
    acts: frozenset[str] = frozenset()  # senses of the cue's words where the words hang on it: "unveiled two bills"
    meant: bool = False  # they say what is to be done: "promised to lower the levy"


def statements_of(analysis: Analysis) -> list[Said]:
    """Return the statements of one document in text order."""
    text, language = analysis.document.text, analysis.document.language
    figures = sorted(f.start for f in analysis.figures)
    found: list[Said] = []
    carried = carriers(analysis.attributions)
    sentences = [Span(s.start, s.end) for s in analysis.segments if s.kind == "sentence"]
    starts = {s.start for s in sentences}
    titles = [Span(s.start, s.end) for s in analysis.segments if s.kind == "heading" and s.start not in starts]
    sentences = sorted([*sentences, *titles])
    marks = sorted(s.start for item in analysis.attributions for s in (*item.source, *item.cue))
    headings = _merge(_spans(analysis.segments, frozenset({"heading"})))
    inner: dict[str, list[Span]] = defaultdict(list)
    phrases: set[str] = set()  # attributions of no more than a phrase inside another's words
    for item in analysis.attributions:
        reached = _reach(item)
        if item.inside and reached:
            words = _without_that(" ".join(span.of(text) for span in item.content))
            if wholeness(words, language) in ("fragment", "nothing"):
                phrases.add(item.id)
            elif item.polarity != "not_said":
                inner[item.inside].append(reached)
    notes = _merge(
        s for s in sentences if not may_say(text[s.start : s.end]) and not is_question(text[s.start : s.end])
    )
    for item in analysis.attributions:
        if item.content and _share(notes, item.content[0].start, item.content[-1].end) > 0.5:
            continue
        if item.polarity == "not_said" or item.id in carried or not item.content:
            continue
        if item.id in phrases and item.inside not in carried:
            continue
        for found_spans in _utterances(text, item, sentences):
            if any(_fills(reached, found_spans) for reached in inner.get(item.id, ())):
                continue  # it carries another's words
            spans = _completed(text, item, found_spans, sentences, marks)
            words = _without_that(" ".join(span.of(text) for span in spans))
            untrue, taken_back = disowned(text, item, sentences), retracted(text, item, sentences)
            denied = untrue is not None or (item.polarity == "denied") != (taken_back is not None)
            made = form(words, denied)
            if any(word not in COMMON for word in made.words) and says(words, language):
                start, end = spans[0].start, spans[-1].end
                key = identify("statement", item.document, item.id, start, end)
                statement = Statement(key, item.document, start, end, item.id)
                heading = _share(headings, start, end) > 0.5
                shown = _told(text, item, spans, words)
                acts: frozenset[str] = frozenset()
                if not denied and item.kind != "direct" and _hangs(words, made.words):
                    acts = form(" ".join(cue.of(text) for cue in item.cue)).kinds - COMMON
                    made = form(shown) if shown else made  # who threatens to do it says another thing than who agrees
                whole = untrue.of(text) if untrue is not None else taken_back or shown
                meant = words.startswith("to ")
                found.append(Said(statement, made, denied, _within(figures, start, end), heading, whole, acts, meant))
    found += _in_own_voice(analysis, figures, headings)
    return sorted(found, key=lambda s: (s.statement.start, s.statement.end, s.statement.id))


def _in_own_voice(analysis: Analysis, figures: Sequence[int], headings: Sequence[Span]) -> list[Said]:
    """Return the sentences that the publisher says itself."""
    text, language = analysis.document.text, analysis.document.language
    found = []
    covered = _merge(span for item in analysis.attributions for span in item.content)
    told = sorted(item.cue[0].start for item in analysis.attributions if item.source and item.cue)
    silent = _merge(_spans(analysis.segments, SILENT))
    for part in analysis.segments:
        if part.kind != "sentence" or _share(covered, part.start, part.end) > OWN_VOICE:
            continue
        if _share(silent, part.start, part.end) > 0.5 or _within(told, part.start, part.end):
            continue
        words = text[part.start : part.end]
        if not says(words, language) or announces(words):
            continue
        made = form(words)
        if sum(word not in COMMON for word in made.words) < SHORTEST_SENTENCE:
            continue
        statement = Statement(
            identify("statement", analysis.document.id, part.start, part.end),
            analysis.document.id,
            part.start,
            part.end,
            None,
        )
        heading = _share(headings, part.start, part.end) > 0.5
        found.append(Said(statement, made, False, _within(figures, part.start, part.end), heading))
    return found


def _told(text: str, item: Attribution, spans: Sequence[Span], words: str) -> str:
    """Return source, cue and content in one where the content alone would mislead: a denied, an infinitive, or one that
    the cue parts."""
    if len(spans) > 1 and item.kind == "indirect":  # "she has been described as a moderate": the cue holds it together
        whole = text[spans[0].start : spans[-1].end]
        gap = text[spans[0].end : spans[1].start].strip()
        put_in = gap[:1] in _ASIDE and gap[-1:] in _ASIDE  # ", she said,"
        cut = any(spans[0].end <= cue.start and cue.end <= spans[-1].start for cue in item.cue)
        return whole if cut and not put_in and "\n" not in whole and len(whole) <= LONGEST_GAP else ""
    if not item.source or not item.cue or len(spans) > 1 or item.kind == "direct":
        return ""
    start, cue = item.source[0].start, item.cue[-1].end
    ordered = item.source[-1].end <= item.cue[0].start and cue <= spans[0].start
    hangs = _hangs(words, form(words).words) or wholeness(words) == "fragment"
    against = item.polarity == "denied" or item.cue[0].of(text).split()[-1].startswith("accus")
    if not ordered or not (against or hangs):
        return ""
    whole = text[start : spans[0].end]
    return whole if "\n" not in whole and len(whole) <= LONGEST_GAP else ""


def _hangs(words: str, folded: tuple[str, ...]) -> bool:
    """Return whether words say something only behind their cue: "to lift the levy", "two bills against the mayor"."""
    return words.startswith(HANGING) or not may_have_verb(folded)


def _utterances(text: str, item: Attribution, sentences: Sequence[Span]) -> list[tuple[Span, ...]]:
    """Return the contents of an attribution sentence by sentence; a quotation of a page is many statements.

    A piece of a few letters, such as a closing mark, stays with the sentence before it; so does a piece that a new
    span brings, unless a paragraph has ended in between.
    """
    parts: list[list[Span]] = []
    for span in item.content:
        i = max(0, bisect.bisect_right(sentences, Span(span.start, span.start + 1)) - 1)
        at = span.start
        pieces = []
        while at < span.end:
            cut = sentences[i + 1].start if i + 1 < len(sentences) else span.end
            pieces.append(Span(at, min(cut, span.end)))
            at, i = pieces[-1].end, i + 1
        for number, piece in enumerate(pieces):
            if parts and (
                (number == 0 and "\n" not in text[parts[-1][-1].end : piece.start])
                or piece.end - piece.start < SMALLEST
            ):
                last = parts[-1]
                joined = number > 0 and last[-1].end == piece.start
                parts[-1] = [*last[:-1], Span(last[-1].start, piece.end)] if joined else [*last, piece]
            else:
                parts.append([piece])
    return [tuple(part) for part in parts]


def _completed(
    text: str, item: Attribution, spans: Sequence[Span], sentences: Sequence[Span], marks: Sequence[int]
) -> tuple[Span, ...]:
    """Return the spans of one utterance without holes, and from the start of its sentence where it is but the tail.

    What stands between two pieces of a content is said too unless a source, a cue or a quotation mark stands there. In
    "The ship sent a call and went down, Okoro said" all is hers, though only "and went down" was found.
    """
    parts = [spans[0]]
    for span in spans[1:]:
        if _plain(text, parts[-1].end, span.start, marks):
            parts[-1] = Span(parts[-1].start, span.end)
        else:
            parts.append(span)
    i = bisect.bisect_right(sentences, Span(spans[0].start, len(text))) - 1
    after = min((s.start for s in (*item.source, *item.cue)), default=0)
    end = parts[-1].end
    if i < 0 or not 0 <= after - end <= NEAR or text[end:after].strip("\"'”’, ") or item.kind != "indirect":
        return tuple(parts)
    start = sentences[i].start
    tail = text[parts[0].start : end].startswith(("and ", "or ", "but "))
    if tail and start < parts[0].start and end <= sentences[i].end and _plain(text, start, parts[0].start, marks):
        parts[0] = Span(start, parts[0].end)
    return tuple(parts)


def _plain(text: str, start: int, end: int, marks: Sequence[int]) -> bool:
    """Return whether nothing between two places shows that somebody else speaks there."""
    return (
        end - start <= LONGEST_GAP
        and not _within(marks, start, end)
        and not any(mark in text[start:end] for mark in '"“”„«»\n')
    )


def _without_that(words: str) -> str:
    """Return the words without the "that" by which a cue takes them up: "said that trucks had been loaded"."""
    return words.removeprefix("that ")


def carriers(attributions: Sequence[Attribution]) -> set[str]:
    """Return the attributions whose content is little more than another attribution."""
    outer = {item.id: item for item in attributions}
    found = set()
    for inner in attributions:
        carrier = outer.get(inner.inside or "")
        reached = _reach(inner)
        if carrier is not None and carrier.content and reached and _fills(reached, carrier.content):
            found.add(carrier.id)
    return found


def _reach(item: Attribution) -> Span | None:
    """Return from where to where the words of an attribution reach, source and cue included."""
    spans = [*item.source, *item.cue, *item.content]
    return Span(min(s.start for s in spans), max(s.end for s in spans)) if item.content else None


def _fills(reached: Span, content: Sequence[Span]) -> bool:
    """Return whether an inner attribution is nearly all of a content."""
    filled = sum(max(0, min(reached.end, s.end) - max(reached.start, s.start)) for s in content)
    return filled >= CARRIED * sum(s.end - s.start for s in content)


def _spans(segments: Iterable[Segment], kinds: frozenset[str]) -> list[Span]:
    return [Span(s.start, s.end) for s in segments if s.kind in kinds]


def _merge(spans: Iterable[Span]) -> list[Span]:
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _overlap(merged: Sequence[Span], start: int, end: int) -> int:
    total = 0
    i = max(0, bisect.bisect_right(merged, Span(start, start)) - 1)
    while i < len(merged) and merged[i].start < end:
        total += max(0, min(end, merged[i].end) - max(start, merged[i].start))
        i += 1
    return total


def _share(merged: Sequence[Span], start: int, end: int) -> float:
    return _overlap(merged, start, end) / max(1, end - start)


def _within(positions: Sequence[int], start: int, end: int) -> int:
    return bisect.bisect_left(positions, end) - bisect.bisect_left(positions, start)
