"""Block quotations without marks: whose words they are, by the sentence that announces them.

The announcement is the sentence right before the block. Its last cue with a subject names the source; where it has
none, the content stands with no source, which later stages take as an end that is unknown, never as the publisher's
own voice.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence

from headwater.attribute import subjects
from headwater.attribute.candidates import Candidate
from headwater.attribute.cues import BESIDE_MARKS, PREPOSITIONS, SAYING_FORMS, SHOWING_FORMS
from headwater.attribute.frames import Frame, Token
from headwater.records import Segment, Span

NAMED = 0.7  # announced by a cue with a subject; a guess, PolNeAR has too few to measure
UNNAMED = 0.6  # set off as a block, nobody named
_POINTING = frozenset({"points", "pointed", "highlights", "highlighted", "puts", "quotes", "quoted", "cites", "cited"})
_QUOTING = frozenset({"quotes", "quoted", "quoting", "cites", "cited"})
LONGEST_LINE = 300  # characters of a line that announces a letter
_ADDRESS = r"\s*<[^<>\s@]{1,80}@[^<>\s@]{1,80}>"
_WROTE = re.compile(rf"(?:,\s|\A)(?P<who>[^\n,<>:]{{2,60}}?){_ADDRESS}\s*(?P<cue>wrote|writes)\s?:\Z")
_SENDER = re.compile(r"(?m)^(?P<cue>From)\s?:\s*(?P<who>[^\n<>:]{2,60}?)\s*(?=<|\[|\n|\Z)")
_CUES = SAYING_FORMS | BESIDE_MARKS | SHOWING_FORMS | _POINTING


def find(text: str, parts: Sequence[Segment], frames: Sequence[Frame], segments: Sequence[Segment]) -> list[Candidate]:
    """Return one attribution for each run of block quotations; ``frames`` are those outside marks, in order.

    ``segments`` are all of the text: what stands between two blocks, as the head of a letter does, parts their runs.
    """
    last_frame = {frame.paragraph: frame for frame in frames if frame.level == 0}
    heads = [s for s in segments if s.kind == "boilerplate"]
    found: list[Candidate] = []
    run: list[int] = []
    for number in range(len(parts) + 1):
        block = number < len(parts) and parts[number].kind == "block_quotation"
        if run and (not block or _between(heads, parts[run[-1]].end, parts[number].start) is not None):
            since = parts[run[0] - 1].end if run[0] else 0
            head = _between(heads, since, parts[run[0]].start)
            letter = _letter(text, parts, run, head) if head is not None else _reply(text, parts, run)
            found.append(letter or _announced(text, parts, run, last_frame.get(run[0] - 1)))
            run = []
        if block:
            run.append(number)
    return found


def _between(heads: Sequence[Segment], start: int, end: int) -> Segment | None:
    """Return the last of the segments that lies between two places."""
    at = bisect_left(heads, end, key=lambda s: s.start) - 1
    return heads[at] if at >= 0 and heads[at].start >= start else None


def _letter(text: str, parts: Sequence[Segment], run: Sequence[int], head: Segment) -> Candidate | None:
    """Return whose letter a block is that stands under its head: “From: Ada Quill <ada@vail.example>”."""
    sender = _SENDER.search(text, head.start, head.end)
    return _sent(parts, run, sender) if sender is not None else None


def _reply(text: str, parts: Sequence[Segment], run: Sequence[int]) -> Candidate | None:
    """Return whose letter a block is that a reply announces: “On 14 March, Ada Quill <ada@vail.example> wrote:”."""
    if not run[0]:
        return None
    before = parts[run[0] - 1]
    wrote = _WROTE.search(text, max(before.start, before.end - LONGEST_LINE), before.end)
    return _sent(parts, run, wrote) if wrote is not None else None


def _sent(parts: Sequence[Segment], run: Sequence[int], found: re.Match[str]) -> Candidate:
    who, cue = Span(*found.span("who")), Span(*found.span("cue"))
    content = tuple(Span(parts[n].start, parts[n].end) for n in run)
    why = "The line before the block names its sender, as letters that are answered or passed on do."
    return Candidate((who,), (cue,), content, "block quotation", why, NAMED)


def _announced(text: str, parts: Sequence[Segment], run: Sequence[int], before: Frame | None) -> Candidate:
    content = tuple(Span(parts[n].start, parts[n].end) for n in run)
    if before is not None and before.tokens and before.tokens[-1].low == ":":
        tokens = before.tokens
        colon = Span(tokens[-1].start, tokens[-1].end)
        for i in range(len(tokens) - 1, -1, -1):
            if (
                tokens[i].low in _CUES
                and not (i and tokens[i].is_name)
                and (subject := _subject(before, i)) is not None
            ):
                who = _quoted_one(tokens, i) or Span(tokens[subject.first].start, tokens[subject.after - 1].end)
                cue = Span(tokens[i].start, tokens[i].end)
                why = "The sentence before the block names who says it and ends in a colon."
                return Candidate((who,), (cue,), content, "block quotation", why, NAMED)
        why = "A colon announces the block; nobody is named."
        return Candidate((), (colon,), content, "block quotation", why, UNNAMED)
    return Candidate((), (), content, "block quotation", "The words are set off as a block; nobody is named.", UNNAMED)


def _quoted_one(tokens: Sequence[Token], i: int) -> Span | None:
    """Return whom a verb of quoting quotes: "The Post also quotes *a pilot, Ada Quill*:"; None for any other verb."""
    held = tokens[i + 1 : -1]
    if tokens[i].low not in _QUOTING or not held or held[0].low in PREPOSITIONS or not held[-1].is_name:
        return None
    return Span(held[0].start, held[-1].end) if not any(t.is_quotation for t in held) else None


def _subject(frame: Frame, i: int) -> subjects.Subject | None:
    """Return the subject before the cue, or the name that opens its clause ("Quill finds it odd and points to")."""
    tokens = frame.tokens
    if (subject := subjects.before(tokens, i)) is not None:
        return subject
    start = i
    while start > 0 and tokens[start - 1].low not in {".", ";", "!", "?"} and not tokens[start - 1].is_quotation:
        start -= 1
    end = subjects.opening(tokens, start)
    return subjects.Subject(start, end, i) if end is not None and end <= i else None
