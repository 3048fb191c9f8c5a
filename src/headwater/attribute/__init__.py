"""Who said what in one document: sources, cues and contents, their kind, polarity and certainty, and which stands
inside which.

English: rules over frames (``english``, ``turns``), corrected and completed by the trained model where it is there
(``reconcile``). Other languages: direct quotations and their speakers by rule (``languages``); indirect speech is not
looked for there. Block quotations without marks are attributed to whom their announcement names (``blocks``), with no
source where it names nobody. Limits: see the modules.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute import blocks, english, languages, signatures, turns
from headwater.attribute.candidates import Candidate
from headwater.attribute.conventions import CONVENTIONS
from headwater.attribute.frames import Frame, frames, is_pseudonym
from headwater.attribute.judging import certainty, kind, polarity
from headwater.attribute.passives import turned
from headwater.attribute.reconcile import reconcile
from headwater.attribute.relayed import relayed
from headwater.attribute.repairing import repaired
from headwater.attribute.tree import parents
from headwater.attribute.trimming import (
    carried_on,
    chained,
    filled,
    parted,
    reached_back,
    with_shared_subject,
    with_tidy_content,
    with_tidy_cue,
    with_tidy_source,
)
from headwater.ids import identify
from headwater.marks import Quoted, quoted_spans
from headwater.models.attribution.model import Prediction
from headwater.records import Attribution, Document, Evidence, Place, Segment, Span

_OWN_WORK = re.compile(
    r"(?:our|my) (?:[\w-]{1,20} ){0,2}(?:findings|results|research|study|survey|analysis|investigation|"
    r"report|data|figures|work)",
    re.IGNORECASE,
)
VOICED = frozenset({"paragraph", "heading", "block_quotation", "caption", "list"})


def attribute(
    document: Document, segments: tuple[Segment, ...], predictions: Sequence[Prediction] | None
) -> tuple[Attribution, ...]:
    """Return the attributions of ``document`` by position.

    ``predictions`` are the model's for this text, None where there is no model for its language.

    >>> from headwater.segment import segment
    >>> document = Document("d", "a.txt", "", "Ada Quill said the quarry is shut.", language="en")
    >>> [(a.source[0].of(document.text), a.kind) for a in attribute(document, segment(document), None)]
    [('Ada Quill', 'indirect')]
    """
    parts = [s for s in segments if s.kind in VOICED]
    quoted = quoted_spans(document.text, [Span(s.start, s.end) for s in parts])
    pseudonyms = [q for q in quoted if is_pseudonym(document.text, q)]
    language = document.language or "en"
    if language in CONVENTIONS:
        quoted = sorted([*quoted, *languages.dash_lines(document.text, parts, language)], key=_by_place)
        return _settled(document, _foreign(document.text, parts, segments, quoted, language), quoted)
    read = _frames(document.text, parts, segments, quoted)
    quoted = [q for q in quoted if q not in pseudonyms]
    if predictions is not None:
        predictions = [_without(p, pseudonyms) for p in predictions if not _is_own(document.text, p.source, quoted)]
    outside = [*_outside(document.text, parts, read, segments), *signatures.find(document.text, quoted)]
    outside.extend(signatures.find_posts(document.text, parts))
    inside = [c for frame in read if frame.level for c in english.find(document.text, frame)]
    inside = [c for c in inside if not _is_self(document.text, c) and not _is_own(document.text, c.source, quoted)]
    if predictions is None:
        return _settled(document, [*outside, *inside], quoted)
    found = reconcile(document.text, quoted, predictions, outside, inside)
    found.extend(chained(document.text, found, outside))
    sentences = [Span(s.start, s.end) for s in segments if s.kind == "sentence"]
    found = filled(document.text, reached_back(document.text, found, sentences), sentences)
    found = turned(document.text, parted(document.text, carried_on(document.text, found, sentences)))
    found = [with_shared_subject(document.text, c, sentences) for c in repaired(document.text, found, segments)]
    found = relayed(document.text, [frame for frame in read if frame.level == 0], found, outside)
    found = [
        with_tidy_content(with_tidy_cue(document.text, with_tidy_source(document.text, c)), document.text)
        for c in found
    ]
    return _settled(document, found, quoted)


def _without(prediction: Prediction, pseudonyms: Sequence[Quoted]) -> Prediction:
    """Return a prediction without the pseudonyms that it takes for words that are said."""
    names = [q.outer for q in pseudonyms]
    content = tuple(s for s in prediction.content if not any(n.start <= s.start and s.end <= n.end for n in names))
    return prediction if content == prediction.content else replace(prediction, content=content)


def _outside(
    text: str, parts: Sequence[Segment], read: Sequence[Frame], segments: Sequence[Segment]
) -> list[Candidate]:
    """Return what the rules for English find outside quotation marks."""
    outside = turns.joined([frame for frame in read if frame.level == 0])
    found = [c for frame in outside for c in english.find(text, frame)]
    found = turns.go_on(outside, found)
    found.extend(turns.labelled(text, parts))
    found.extend(turns.interview(text, parts))
    found.extend(blocks.find(text, parts, outside, segments))
    return found


def _foreign(
    text: str, parts: Sequence[Segment], segments: Sequence[Segment], quoted: Sequence[Quoted], language: str
) -> list[Candidate]:
    """Return the direct quotations of a text in a language with a table of conventions."""
    outside = turns.joined([frame for frame in _frames(text, parts, segments, quoted) if frame.level == 0])
    found = [c for frame in outside for c in languages.find(text, frame, language)]
    return turns.go_on(outside, found)


def _is_self(text: str, candidate: Candidate) -> bool:
    """Whether a quoted speaker only speaks of himself ("I think"): no other source."""
    return candidate.source[:1] != () and candidate.source[0].of(text).lower() in {"i", "we"}


def _is_own(text: str, source: Sequence[Span], quoted: Sequence[Quoted]) -> bool:
    """Whether a quoted speaker only says what his own work shows: “Our findings suggest …” has no other source."""
    if not source or _OWN_WORK.fullmatch(text, source[0].start, source[0].end) is None:
        return False
    return any(q.inner.start <= source[0].start < q.inner.end for q in quoted)


def _by_place(quoted: Quoted) -> tuple[int, int]:
    return quoted.outer.start, -quoted.outer.end


def _frames(text: str, parts: Sequence[Segment], segments: Sequence[Segment], quoted: Sequence[Quoted]) -> list[Frame]:
    """Return the frames of every part of the text, in order."""
    found: list[Frame] = []
    sentences = [Span(s.start, s.end) for s in segments if s.kind == "sentence"]
    s = q = 0
    for number, part in enumerate(parts):
        first_s, first_q = s, q
        while s < len(sentences) and sentences[s].start < part.end:
            s += 1
        while q < len(quoted) and quoted[q].outer.start < part.end:
            q += 1
        found.extend(frames(text, Span(part.start, part.end), number, sentences[first_s:s], quoted[first_q:q]))
    return found


def _settled(document: Document, candidates: Sequence[Candidate], quoted: Sequence[Quoted]) -> tuple[Attribution, ...]:
    """Return the records for what was found, sorted, judged and nested."""
    text = document.text
    ordered = sorted(set(candidates), key=lambda c: (c.start, c.end, c.content, c.cue, c.source))
    outermost = [q for q in quoted if q.level == 0]
    ids = [identify("attribution", document.id, *_offsets(c)) for c in ordered]
    holders = parents(ordered)
    found = []
    for i, c in enumerate(ordered):
        holder = holders[i]
        found.append(
            Attribution(
                id=ids[i],
                document=document.id,
                source=c.source,
                cue=c.cue,
                content=c.content,
                kind=kind(c.content, outermost, set_off=c.rule in ("block quotation", "signed post")),
                polarity=polarity(text, c, document.language or "en"),
                certainty=certainty(text, c),
                inside=ids[holder] if holder is not None else None,
                score=c.score,
                evidence=Evidence(
                    c.rule, c.why, c.score, tuple(Place(document.id, s.start, s.end) for s in (*c.source, *c.cue))
                ),
            )
        )
    return tuple(found)


def _offsets(candidate: Candidate) -> list[object]:
    """Return what identifies a candidate: its spans by role."""
    return [
        f"{role}:{','.join(f'{s.start}-{s.end}' for s in spans)}"
        for role, spans in (("source", candidate.source), ("cue", candidate.cue), ("content", candidate.content))
    ]
