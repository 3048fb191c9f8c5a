"""Turns: quotations whose speaker is named in another sentence, and lines that name their speaker by a colon.

- A quotation that goes on after its cue's sentence, or runs on over paragraphs, belongs to the same attribution.
- A paragraph that is nothing but a quotation, right after a quoted paragraph, is the same speaker going on (a
  "floating" quotation); a paragraph that names anyone else in between ends that.
- A colon at the end of a sentence leads to the quotation that opens the next.
- ``Q:`` and ``A:`` open the turns of an interview; paragraphs up to the next one go on with the same turn.
- ``NAME: words`` is a transcript where at least ``FEWEST_TURNS`` paragraphs have that form, else only in a headline.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from headwater.attribute.candidates import Candidate, shared
from headwater.attribute.cues import CITED
from headwater.attribute.frames import Frame
from headwater.records import Segment, Span

FEWEST_TURNS = 3  # paragraphs of the form NAME: words
# Share right on the first 300 articles of PolNeAR train, rules alone: 41 of 49 headlines, 11 of 11 transcript turns
# (too few for more than 0.9); floating quotations were too few to count, so theirs is a cautious guess.
FLOATING = 0.6
TRANSCRIPT = 0.9
HEADLINE = 0.84
_LABEL = re.compile(
    r"[“\"]?(?P<name>[A-ZÀ-Þ][\w’'.-]{0,60}"
    r"(?:[ ](?:(?:a[dlnrstz]-|el-|ul-)?[A-ZÀ-Þ][\w’'.-]{0,60}|of|the|de|van|von)){0,5}"
    r"(?:[ ]\([^()\n]{1,40}\))?)"
    r"(?P<colon>:)\s++(?=\S)"
)
_BODY = re.compile(r"(?P<name>[A-ZÀ-Þ][\w’'-]{0,30}(?:[ ][\w’'-]{1,30}){1,3})(?P<colon>:)\s++(?=\S)")  # "Rights group:"
_GENRE = frozenset({"internal", "press", "open", "news", "media", "joint", "official"})  # "Internal memo:" is a title
_ASKED = re.compile(r"(?P<name>Q|A|Question|Answer)(?P<colon>[:.])\s++(?=\S)")
_MARKS = '“”"'
_NO_SPEAKERS = frozenset(
    {
        "note",
        "notes",
        "update",
        "updated",
        "editor",
        "correction",
        "clarification",
        "read",
        "watch",
        "listen",
        "photo",
        "video",
        "q",
        "a",
        "question",
        "answer",
        "where",
        "when",
        "who",
        "what",
        "why",
        "how",
        "time",
        "date",
        "location",
        "address",
        "contact",
        "phone",
        "email",
        "tags",
        "related",
        "source",
        "sources",
        "step",
        "tip",
        "summary",
        "interview",
        "profile",
        "review",
        "obituary",
        "explainer",
        "timeline",
        "background",
        "results",
        "conclusion",
        "example",
        "warning",
        "fact",
        "figure",
        "table",
        "ps",
        "p.s",
        "re",
        "subject",
        "from",
        "to",
        "cc",
        "breaking",
        "exclusive",
        "opinion",
        "analysis",
        "live",
        "today",
        "here",
        "these",
        "this",
        "that",
        "there",
        "and",
        "but",
        "so",
        "yes",
        "no",
    }
)


def joined(frames: Sequence[Frame]) -> list[Frame]:
    """Return the frames with each lead-in ("She said this:") joined to the quotation that opens the next frame."""
    found: list[Frame] = []
    for frame in frames:
        last = found[-1] if found else None
        if (
            last is not None
            and frame.level == last.level == 0
            and frame.paragraph - last.paragraph <= 1
            and last.tokens
            and frame.tokens
            and last.tokens[-1].low == ":"
            and frame.tokens[0].is_quotation
        ):
            found[-1] = Frame(last.tokens + frame.tokens, last.start, frame.end, 0, frame.paragraph)
        else:
            found.append(frame)
    return found


def go_on(frames: Sequence[Frame], candidates: Sequence[Candidate]) -> list[Candidate]:
    """Return the candidates with the quotations that go on in later sentences added to their contents.

    ``frames`` are those outside marks, in order; candidates that stand inside marks are not touched.
    """
    held = list(candidates)
    by_cue = sorted(range(len(held)), key=lambda i: held[i].cue[-1].start if held[i].cue else -1)
    cues = [held[i].cue[-1].start if held[i].cue else -1 for i in by_cue]
    last: int | None = None
    paragraph = -1
    for frame in frames:
        own = sorted(by_cue[bisect_left(cues, frame.start) : bisect_left(cues, frame.end)])
        own = [i for i in own if not _in_quotation(frame, held[i])]
        quotations = [t for t in frame.tokens if t.quoted is not None]
        if own:
            quoting = [i for i in own if any(shared(held[i].content, (Span(q.start, q.end),)) for q in quotations)]
            last = quoting[-1] if quoting else None
        elif last is not None and quotations and _is_bare(frame):
            opening = quotations[0].quoted
            same = frame.paragraph == paragraph
            if same or (opening is not None and (opening.continues or frame.paragraph == paragraph + 1)):
                whole = (*held[last].content, *(Span(q.start, q.end) for q in quotations))
                held[last] = replace(held[last], content=tuple(sorted(set(whole))))
            else:
                last = None
        else:
            last = None
        paragraph = frame.paragraph
    return held


def _in_quotation(frame: Frame, candidate: Candidate) -> bool:
    at = candidate.cue[-1].start
    return any(t.quoted is not None and t.start < at < t.end for t in frame.tokens)


def _is_bare(frame: Frame) -> bool:
    """Whether a frame is nothing but quotations."""
    return all(t.is_quotation or not t.is_word for t in frame.tokens)


def labelled(text: str, parts: Sequence[Segment]) -> list[Candidate]:
    """Return the attributions of lines that name their speaker by a colon."""
    labels = [(part, m) for part in parts if (m := _label(text, part)) is not None]
    turns = sum(part.kind != "heading" for part, _ in labels)
    found = []
    for part, m in labels:
        if part.kind != "heading" and turns < FEWEST_TURNS:
            continue
        rule = "headline" if part.kind == "heading" else "transcript"
        content = Span(m.end(), part.end)
        if (
            text[m.start()] in _MARKS and text[part.end - 1] in _MARKS
        ):  # a transcript set in marks, paragraph by paragraph
            content = Span(m.end(), part.end - 1)
        if rule == "headline" and (len(content.of(text).split()) < 3 or m["name"].isupper()):
            continue  # "Front: No Way Back" is a topic
        found.append(
            Candidate(
                (Span(m.start("name"), m.end("name")),),
                (Span(m.start("colon"), m.end("colon")),),
                (content,),
                rule,
                "The line names its speaker before a colon.",
                HEADLINE if rule == "headline" else TRANSCRIPT,
            )
        )
    return found


def interview(text: str, parts: Sequence[Segment]) -> list[Candidate]:
    """Return the turns of an interview that is set as “Q: …” and “A: …”."""
    labels = [(n, m) for n, part in enumerate(parts) if (m := _ASKED.match(text, part.start, part.end)) is not None]
    if len(labels) < FEWEST_TURNS or {m["name"][0] for _, m in labels} != {"Q", "A"}:
        return []
    found = []
    for (number, m), after in zip(labels, [*(n for n, _ in labels[1:]), labels[-1][0] + 1], strict=True):
        rest = [p for p in parts[number + 1 : after] if p.kind == "paragraph"]
        content = (Span(m.end(), parts[number].end), *(Span(p.start, p.end) for p in rest))
        name, colon = (Span(m.start(g), m.end(g)) for g in ("name", "colon"))
        why = "The letter says whose turn of the interview it is."
        found.append(Candidate((name,), (colon,), content, "transcript", why, TRANSCRIPT))
    return found


def _label(text: str, part: Segment) -> re.Match[str] | None:
    m = _LABEL.match(text, part.start, min(part.end, part.start + 120))
    if m is None and part.kind == "heading":
        m = _BODY.match(text, part.start, part.end)
        m = m if m is not None and m["name"].split()[-1].lower() in CITED else None
    if m is not None and m["name"].split()[0].lower() in _GENRE and m["name"].split()[-1].islower():
        return None
    if m is None or m["name"].split()[0].lower().strip(".") in _NO_SPEAKERS or m.end() >= part.end:
        return None
    counted = part.kind == "heading" and text[m.end()].isdigit() and " " in text[m.end() : part.end]  # "Army: 12 dead"
    if not text[m.end()].isalpha() and not counted and text[m.end()] not in "“\"‘'([…":
        return None  # Pledged: 781. A table, not a turn
    return m
