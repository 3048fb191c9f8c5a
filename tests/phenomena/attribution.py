"""Phenomena of attribution: text → the attributions expected in it, with a one-line reason. Our own writing.

An expectation is one line, ``source | cue | content | kind | polarity | inside``: fragments are parted by " … ", an
empty source means that the text gives none, kind and polarity may be left out (not checked), ``inside`` is the number
(from 1) of the expectation that holds this one. Words count, punctuation does not. A row expects these attributions
and no others. ``by`` names what must find them: "rule" holds with no model at all, "model" needs it.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.attribute import attribute
from headwater.models.attribution.model import Prediction
from headwater.records import Attribution, Document, Span
from headwater.segment import segment

Predict = Callable[[str, Sequence[Span]], list[Prediction]]
By = Literal["rule", "model"]


@dataclass(frozen=True, slots=True)
class Expected:
    """One attribution in the words of the text."""

    source: tuple[str, ...]
    cue: tuple[str, ...]
    content: tuple[str, ...]
    kind: str | None
    polarity: str | None
    inside: int | None


@dataclass(frozen=True, slots=True)
class Row:
    """A text with what is expected in it."""

    text: str
    expected: tuple[Expected, ...]
    why: str
    language: str = "en"
    by: By = "rule"


def row(text: str, *expected: str, why: str, language: str = "en", by: By = "rule") -> Row:
    """Return a row from the short form."""
    return Row(text, tuple(_expected(line) for line in expected), why, language, by)


def _expected(line: str) -> Expected:
    fields = [field.strip() for field in line.split("|")] + [""] * 6
    source, cue, content = (tuple(part.strip() for part in f.split(" … ") if part.strip()) for f in fields[:3])
    return Expected(source, cue, content, fields[3] or None, fields[4] or None, int(fields[5]) if fields[5] else None)


_WORD = re.compile(r"\w+(?:[-'’.]\w+)*")


def found_in(row: Row, predict: Predict | None = None) -> tuple[Attribution, ...]:
    """Return what the program finds in the text of a row; ``predict`` is the model."""
    document = Document("row", "row.txt", "", row.text, language=row.language)
    parts = segment(document)
    sentences = [Span(s.start, s.end) for s in parts if s.kind == "sentence"]
    predictions = predict(row.text, sentences) if predict is not None and row.language == "en" else None
    return attribute(document, parts, predictions)


def mismatches(row: Row, found: Sequence[Attribution]) -> list[str]:
    """Return in words what is missing, what is too much and what is wrong; nothing where the row holds."""
    left = list(found)
    taken: dict[int, Attribution] = {}
    wrong: list[str] = []
    for number, expected in enumerate(row.expected, 1):
        match = next((a for a in left if _agrees(row.text, expected, a)), None)
        if match is None:
            wrong.append(f"missing: {' … '.join(expected.source)} | {' … '.join(expected.content)}")
            continue
        left.remove(match)
        taken[number] = match
        if expected.kind not in {None, match.kind}:
            wrong.append(f"kind is {match.kind}, not {expected.kind}")
        if expected.polarity not in {None, match.polarity}:
            wrong.append(f"polarity is {match.polarity}, not {expected.polarity}")
        holder = taken.get(expected.inside) if expected.inside else None
        if expected.inside and (holder is None or match.inside != holder.id):
            wrong.append(f"not inside number {expected.inside}")
    return wrong + [f"too much: {_shown(row.text, a)}" for a in left]


def _agrees(text: str, expected: Expected, found: Attribution) -> bool:
    """Whether source and content have the same words and the cues share one."""
    if _words(text, found.source) != _bag(expected.source) or _words(text, found.content) != _bag(expected.content):
        return False
    cue = _words(text, found.cue)
    return bool(set(cue) & set(_bag(expected.cue))) or not cue


def _bag(parts: Sequence[str]) -> list[str]:
    return [m[0] for part in parts for m in _WORD.finditer(part)]


def _words(text: str, spans: Sequence[Span]) -> list[str]:
    return [m[0] for span in spans for m in _WORD.finditer(span.of(text))]


def _shown(text: str, found: Attribution) -> str:
    return " | ".join(" … ".join(span.of(text) for span in spans) for spans in (found.source, found.cue, found.content))
