"""What a review shows of a statement: the words, whose they are, and which reports are of one utterance.

``telling`` decides how a statement is shown. A long one is cut at sentences, from the first on the topic.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from headwater.records import Attribution, Claim, Polarity, Span, Speaker
from headwater.report.index import Index, Where, where, who
from headwater.report.phrasing import finish
from headwater.report.telling import QUOTES, How, how_shown, makes_sense
from headwater.report.topics import stems

LONG = 420  # code points of a statement that are shown; more is cut at sentences
GAP = 160  # code points between two spans of one statement that are filled, unless source or cue stand there
WIDE = 700  # code points from source to content within which the reporter's whole sentence is shown
SHARED = 0.5  # of the claims of the shorter statement that two reports of one utterance share
ALIKE = 0.6  # of the words of both reports together that they share, where no claim joins them
FAMILY = 4  # letters of a family name that is looked for in words
QUOTED = 3  # words of a quotation inside a reporter's sentence by which it is known again
FEWEST = 5  # words that they share at least
_QUOTED = re.compile(r"[“\"]([^“”\"]{1,400})[”\"]")
_THAT = re.compile(r"^that\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Utterance:
    """A statement as a review shows it. ``words`` have blanks for line breaks and " … " where something is left out;
    ``place`` runs from their first to their last word. ``voice`` is the
    speaker, or who issued the report or video that speaks; ``reporter`` the publisher, or the document's label;
    ``denied`` the stems of what is denied, empty where nothing is."""

    attribution: str
    voice: str | None
    name: str | None
    how: How
    polarity: Polarity
    words: str
    place: Where
    reporter: str
    published: str | None
    claims: tuple[Claim, ...]
    score: float
    denied: frozenset[str]


class Texts:
    """The texts of a case with their sentences, and the stems of the topic that is asked for."""

    def __init__(self, found: Index, wanted: Iterable[str]) -> None:
        self._texts = {key: document.text for key, document in found.documents.items()}
        self._sentences = {
            a.document.id: sorted((s.start, s.end) for s in a.segments if s.kind == "sentence")
            for a in found.case.analyses
        }
        self._ends = {key: sorted(end for _, end in known) for key, known in self._sentences.items()}
        self._wanted = frozenset(wanted)

    def sentences(self, document: str, span: Span) -> list[Span]:
        """Return ``span`` cut where sentences end."""
        ends = self._ends[document]
        inside = ends[bisect_right(ends, span.start) : bisect_left(ends, span.end)]
        text = self._texts[document]
        starts = [span.start, *(end + len(text[end:]) - len(text[end:].lstrip()) for end in inside)]
        return [Span(start, end) for start, end in zip(starts, [*inside, span.end], strict=True) if start < end]

    def sentence_around(self, document: str, span: Span) -> Span | None:
        """Return the sentence that holds ``span``; None where it lies in several."""
        known = self._sentences[document]
        at = bisect_right(known, (span.start, len(self._texts[document]))) - 1
        return Span(*known[at]) if at >= 0 and span.end <= known[at][1] else None

    def sentences_around(self, document: str, span: Span) -> Span:
        """Return ``span`` with the whole of the sentences in which it begins and ends."""
        first = self.sentence_around(document, Span(span.start, span.start + 1))
        last = self.sentence_around(document, Span(span.end - 1, span.end))
        return Span(first.start if first else span.start, last.end if last else span.end)

    def is_on_topic(self, document: str, span: Span) -> bool:
        """Whether a word of the topic stands there."""
        return not self._wanted.isdisjoint(stems(self._texts[document], span.start, span.end))

    def is_blank(self, document: str, start: int, end: int) -> bool:
        """Whether nothing is written there."""
        return not self._texts[document][start:end].strip()


def utterance(found: Index, attribution: Attribution, score: float, texts: Texts) -> Utterance | None:
    """Return how a review shows ``attribution``; None where its sentence would be told and is too long for it, says
    nothing by itself, or speaks of its speaker by name, which a reporter does of somebody else's words."""
    document = found.documents[attribution.document]
    text = document.text
    resolution = found.resolutions.get(attribution.id)
    how = how_shown(attribution, text)
    sentence = _sentence(attribution, text, texts) if how == "told" else None
    if how == "told" and sentence is None:
        if attribution.kind != "direct":
            return None
        how = "direct"
    spans = sentence or _filled(attribution, text)
    cut = _cut(attribution.document, spans, texts)
    opened, closed = cut[0].start == spans[0].start, cut[-1].end == spans[-1].end
    if how == "direct":
        said = "” … “".join(bare(span.of(text)) for span in cut)
    else:
        said = " … ".join(finish(span.of(text)) for span in cut)
    if how == "reworded":
        said = without_that(said)
    said = f"{'' if opened else '… '}{finish(said)}{'' if closed else ' …'}"
    known = found.speakers.get(resolution.speaker or "") if resolution else None
    if not makes_sense(said, how) or (how == "reworded" and known is not None and _is_of(said, known)):
        return None
    return Utterance(
        attribution.id,
        _voice(found, resolution.speaker if resolution else None),
        who(found, attribution.id),
        how,
        attribution.polarity,
        said,
        where(found, attribution.document, cut[0].start, cut[-1].end),
        document.publisher or found.labels[document.id],
        document.published,
        found.claims_of.get(attribution.id, ()),
        score,
        frozenset(stems(" ".join(span.of(text) for span in attribution.content)))
        if attribution.polarity == "denied"
        else frozenset(),
    )


def _is_of(words: str, speaker: Speaker) -> bool:
    """Whether words call a person by the family name: “Tolland may want to wait”, said of Tolland and not by her."""
    family = speaker.name.split()[-1]
    named = re.search(rf"\b{re.escape(family)}\b(?!['’]s\b)", words) if len(family) >= FAMILY else None
    return speaker.kind == "person" and named is not None


def _voice(found: Index, speaker: str | None) -> str | None:
    known = found.speakers.get(speaker or "")
    issued = known is not None and known.kind == "document" and known.issuer in found.speakers
    return known.issuer if known is not None and issued else speaker


def same_utterance(left: Utterance, right: Utterance, *, one_voice: bool = False) -> bool:
    """Whether two reports are of one utterance: one voice or name, and most of the shorter one's claims or words.

    ``one_voice`` says that the two voices are known to be one body's. Words decide only
    where both give the same figures. Two denials are one where one of them denies nothing that the other does not; a
    sentence that quotes nothing but words of the other, in one month, is of the same utterance.
    """
    one_voice = one_voice or left.voice == right.voice or left.name == right.name
    if left.polarity != right.polarity or not one_voice:
        return False
    ours, theirs = {c.id for c in left.claims}, {c.id for c in right.claims}
    if len(ours & theirs) >= max(1.0, SHARED * min(len(ours), len(theirs))):
        return True
    if left.denied and right.denied and (left.denied <= right.denied or right.denied <= left.denied):
        return True
    if (left.published or "")[:7] == (right.published or "")[:7] and (_quotes(left, right) or _quotes(right, left)):
        return True
    here, there = set(stems(left.words)), set(stems(right.words))
    counts = [{word for word in side if word[:1].isdigit()} for side in (here, there)]
    return counts[0] == counts[1] and len(here & there) >= max(FEWEST, ALIKE * len(here | there))


def _quotes(teller: Utterance, other: Utterance) -> bool:
    """Whether a reporter's sentence has quotations, and all of them of the other's words."""
    quoted = [_letters(run) for run in _QUOTED.findall(teller.words)] if teller.how == "told" else []
    said = f" {' '.join(_letters(other.words))} "
    return bool(quoted) and all(len(run) >= QUOTED and f" {' '.join(run)} " in said for run in quoted)


def same_words(left: Utterance, right: Utterance) -> bool:
    """Whether both print the same words; case and punctuation apart."""
    return left.how == right.how and _letters(left.words) == _letters(right.words)


def _letters(words: str) -> list[str]:
    return re.findall(r"\w+", words.casefold())


def _sentence(attribution: Attribution, text: str, texts: Texts) -> list[Span] | None:
    """Return the reporter's sentence around source, cue and content, or sentences; None where these are long or in
    several paragraphs."""
    spans = [*attribution.source, *attribution.cue, *attribution.content]
    covered = Span(min(s.start for s in spans), max(s.end for s in spans))
    whole = texts.sentences_around(attribution.document, covered)
    alone = texts.sentence_around(attribution.document, covered) is not None
    if whole.end - whole.start <= (LONG if alone else WIDE) and "\n\n" not in text[whole.start : whole.end]:
        return [whole]
    return None


def _filled(attribution: Attribution, text: str) -> list[Span]:
    """Return the content's spans, joined where only words of neither source nor cue lie between them."""
    others = [*attribution.source, *attribution.cue]
    result = [attribution.content[0]]
    for before, span in pairwise(attribution.content):
        between = any(other.start < span.start and other.end > before.end for other in others)
        if between or span.start - before.end > GAP or "\n\n" in text[before.end : span.start]:
            result.append(span)
        else:
            result[-1] = Span(result[-1].start, span.end)
    return result


def _cut(document: str, spans: list[Span], texts: Texts) -> list[Span]:
    """Return the sentences from the first that is on the topic, LONG code points at most, one at least."""
    if sum(span.end - span.start for span in spans) <= LONG:
        return spans
    parts = [part for span in spans for part in texts.sentences(document, span)]
    first = next((at for at, part in enumerate(parts) if texts.is_on_topic(document, part)), 0)
    taken = [parts[first]]
    for part in parts[first + 1 :]:
        if sum(span.end - span.start for span in taken) + part.end - part.start > LONG:
            break
        taken.append(part)
    result = [taken[0]]
    for part in taken[1:]:
        if texts.is_blank(document, result[-1].end, part.start):
            result[-1] = Span(result[-1].start, part.end)
        else:
            result.append(part)
    return result


def without_that(words: str) -> str:
    """Return a clause without the "that" that tied it to its cue."""
    return _THAT.sub("", words, count=1)


def bare(words: str) -> str:
    """Return words without the quotation marks around them, however many.

    >>> bare("''We are counting,''"), bare("“No.”"), bare("the workers' pay")
    ('We are counting', 'No.', "the workers' pay")
    """
    flat = finish(words)
    opened = flat.lstrip(QUOTES)
    if opened != flat:
        flat = opened.rstrip(QUOTES)
    return finish(flat.rstrip('"”“»'))
