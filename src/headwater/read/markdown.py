"""Markdown: the text stays as it is, marks included, so that offsets index the user's file; its structure becomes
segments (headings, block quotations, lists) and its front matter metadata. CommonMark's block rules, without nesting:
a line is judged by its first mark. Known limit: reference-style and HTML blocks are plain paragraphs.
"""

import re
from dataclasses import dataclass

from headwater.read.metadata import FIELDS, is_date
from headwater.records import Segment, SegmentKind

_FRONT_MATTER = re.compile(r"\A---[^\S\n]*\n(?P<body>(?:[^\n]*\n){0,60}?)---[^\S\n]*(?:\n|\Z)")
_FIELD = re.compile(r"^(?P<key>[A-Za-z_]+):[^\S\n]*(?P<value>[^\n]*)$", re.MULTILINE)
_ALIASES = {"date": "published", "site": "publisher", "source": "publisher", "link": "url", "lang": "language"}
_HEADING = re.compile(r"[^\S\n]{0,3}#{1,6}[^\S\n]")
_QUOTATION = re.compile(r"[^\S\n]{0,3}>")
_ITEM = re.compile(r"[^\S\n]{0,3}(?:[-*+]|\d{1,3}[.)])[^\S\n]")


@dataclass(frozen=True, slots=True)
class Marked:
    """The structure and metadata that a text marks itself."""

    structure: tuple[Segment, ...]
    metadata: dict[str, str]


def read_marks(text: str) -> Marked:
    """Return the segments and the front matter of a Markdown text."""
    front = _FRONT_MATTER.match(text)
    body = front.end() if front else 0
    segments: list[Segment] = [Segment("boilerplate", 0, body)] if front else []
    metadata: dict[str, str] = {}
    for match in _FIELD.finditer(front["body"] if front else ""):
        key = _ALIASES.get(match["key"].lower(), match["key"].lower())
        value = match["value"].strip().strip("\"'")
        if key in FIELDS and value and (key != "published" or is_date(value)):
            metadata[key] = value
    segments += _blocks(text, body)
    title = next((s for s in segments if s.kind == "heading"), None)
    if title is not None:
        metadata.setdefault("title", text[title.start : title.end])
    return Marked(tuple(segments), metadata)


def _blocks(text: str, start: int) -> list[Segment]:
    segments: list[Segment] = []
    kind: SegmentKind | None = None
    begin = end = at = start
    for line in text[start:].splitlines(keepends=True):
        found = _kind(line, kind)
        if found != kind or found == "heading":
            if kind is not None:
                segments.append(Segment(kind, begin, end))
            kind, begin = found, at + (len(line) - len(line.lstrip(" \t#")) if found == "heading" else 0)
        end = at + len(line.rstrip())
        at += len(line)
    if kind is not None:
        segments.append(Segment(kind, begin, end))
    return [s for s in segments if s.start < s.end]


def _kind(line: str, before: SegmentKind | None) -> SegmentKind | None:
    if not line.strip():
        return None
    if _HEADING.match(line):
        return "heading"
    if _QUOTATION.match(line):
        return "block_quotation"
    if _ITEM.match(line):
        return "list"
    if before in ("block_quotation", "list"):
        return before  # a lazy continuation line
    return None
