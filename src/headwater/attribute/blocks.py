"""Block quotations without marks: whose words they are, by the sentence that announces them.

The announcement is the sentence right before the block. Its last cue with a subject names the source; where it has
none, the content stands with no source, which later stages take as an end that is unknown, never as the publisher's
own voice.
"""

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
_CUES = SAYING_FORMS | BESIDE_MARKS | SHOWING_FORMS | _POINTING


def find(text: str, parts: Sequence[Segment], frames: Sequence[Frame]) -> list[Candidate]:
    """Return one attribution for each run of block quotations; ``frames`` are those outside marks, in order."""
    last_frame = {frame.paragraph: frame for frame in frames if frame.level == 0}
    found: list[Candidate] = []
    run: list[int] = []
    for number in range(len(parts) + 1):
        if number < len(parts) and parts[number].kind == "block_quotation":
            run.append(number)
        elif run:
            found.append(_announced(text, parts, run, last_frame.get(run[0] - 1)))
            run = []
    return found


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
