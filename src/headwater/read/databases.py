"""Exports of news databases: many articles in one text, each below "3 of 41 DOCUMENTS" or "Document 3 of 41".

Each becomes a document of its own, its text as it stands in the file. What the database says of it ("BYLINE: …",
"Publication date: …", the lines with publisher and day above the headline) is metadata and no prose. Limits: exports
saved as Word, RTF or PDF are read as one text, and say so.
"""

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from headwater.read import formats
from headwater.read.dates import iso_date
from headwater.read.extract import Extract
from headwater.read.pieces import Cut, Passed, Piece
from headwater.read.plain import decode
from headwater.read.splitting import Place, whole
from headwater.records import Segment

BEGINS = re.compile(
    r"^[^\S\n]{0,80}(?:(?:document|article) (?P<n>\d{1,5}) of \d{1,5}|(?P<m>\d{1,5}) of \d{1,5} (?:documents|articles))"
    r"[^\S\n]{0,9}\r?$",
    re.IGNORECASE | re.MULTILINE,
)
LONGEST_LINE = 120  # code points of a line above a headline
LONGEST_TITLE = 300  # code points
_PARAGRAPH = re.compile(r"\S[^\n]*(?:\n[^\S\n]*\S[^\n]*)*")
_LABEL = re.compile(r"(?P<label>[A-Z][A-Za-z /-]{2,40}):[^\S\n]{0,40}")
_FIELDS = {
    "publisher": ("publication title", "publication", "newspaper", "source"),
    "published": ("publication date", "date"),
    "author": ("byline", "author", "authors"),
    "title": ("headline", "title"),
    "url": ("document url",),
}
_BODY = frozenset({"body", "full text", "fulltext", "text", "abstract", "highlight"})
_OTHERS = frozenset(
    (
        *("section", "length", "dateline", "load-date", "language", "graphic", "publication-type", "journal-code"),
        *("language of publication", "publication type", "copyright", "subject", "location", "company", "people"),
        *("organization", "geographic", "last updated", "database", "issn", "edition", "publisher", "identifier"),
        *("place of publication", "country of publication", "publication subject", "publication year", "links"),
        *("publication info", "source type", "document type", "document feature", "proquest document id", "type"),
    )
)
_FIELD_OF: Mapping[str, str] = {label: field for field, labels in _FIELDS.items() for label in labels}


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph: where it stands, and its label in small letters, "" without one."""

    start: int
    end: int
    label: str
    behind: int  # where what follows the label begins


def split_export(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the articles, "#" and their number. Raises ReadError."""
    data = whole(stream)
    text = decode(data).text
    begins = list(BEGINS.finditer(text))
    if [int(b["n"] or b["m"]) for b in begins] != list(range(1, len(begins) + 1)):
        yield place.piece(data, formats.PLAIN)
        return
    if begins and text[: begins[0].start()].strip():
        yield Passed("covers of database exports")
    ends = [*(b.start() for b in begins[1:]), len(text)]
    for number, (begin, end) in enumerate(zip(begins, ends, strict=True), start=1):
        yield place.piece(text[begin.end() : end].strip().encode(), formats.EXPORTED, str(number))


def read_article(piece: Piece) -> Extract:
    """Return an article with what the database says of it. Raises ReadError."""
    text = decode(piece.data, "utf-8").text
    parts = list(_parts(text))
    metadata: dict[str, str] = {}
    structure: list[Segment] = []
    labelled = next((n for n, part in enumerate(parts) if part.label), 0)
    structure += _above(text, parts[:labelled], metadata)
    for part in parts[labelled:]:
        if part.label in _BODY:
            structure.append(Segment("boilerplate", part.start, part.behind))
        elif part.label:
            structure.append(Segment("boilerplate", part.start, part.end))
            _note(metadata, _FIELD_OF.get(part.label), text[part.behind : part.end])
    how = dict.fromkeys(metadata, "field of the database")
    return Extract(text, tuple(s for s in structure if s.start < s.end), metadata, how)


def _above(text: str, head: list[_Part], metadata: dict[str, str]) -> Iterator[Segment]:
    """Yield what stands above the labels: publisher and day, then the headline; nothing where no day is told."""
    days = [n for n, part in enumerate(head) if _is_day(text[part.start : part.end].split("\n")[0])]
    if not days:
        if len(head) == 1 and head[0].end - head[0].start <= LONGEST_TITLE:
            _note(metadata, "title", text[head[0].start : head[0].end])
            yield Segment("heading", head[0].start, head[0].end)
        return
    for part in head[: days[0] + 1]:
        yield Segment("boilerplate", part.start, part.end)
    _note(metadata, "published", text[head[days[0]].start : head[days[0]].end].split("\n")[0])
    if days[0] > 0:
        _note(metadata, "publisher", text[head[days[0] - 1].start : head[days[0] - 1].end])
    if days[0] + 1 < len(head):
        title = head[days[0] + 1]
        _note(metadata, "title", text[title.start : title.end])
        yield Segment("heading", title.start, title.end)


def _is_day(line: str) -> bool:
    return len(line) <= LONGEST_LINE and iso_date(line.strip()) is not None


def _note(metadata: dict[str, str], field: str | None, value: str) -> None:
    words = " ".join(value.split())
    said = iso_date(words) if field == "published" else words
    if field is not None and said:
        metadata.setdefault(field, said)


def _parts(text: str) -> Iterator[_Part]:
    """Yield the paragraphs; labels on lines of one paragraph part it."""
    for found in _PARAGRAPH.finditer(text):
        at = found.start()
        for line in re.finditer(r"[^\n]+\n?", found[0]):
            start = found.start() + line.start()
            if start > at and _label(text, start):
                yield _part(text, at, start)
                at = start
        yield _part(text, at, found.end())


def _label(text: str, start: int) -> re.Match[str] | None:
    found = _LABEL.match(text, start)
    label = found["label"].lower() if found is not None else ""
    return found if label in _BODY or label in _OTHERS or label in _FIELD_OF else None


def _part(text: str, start: int, end: int) -> _Part:
    found = _label(text, start)
    return _Part(start, end, found["label"].lower() if found else "", found.end() if found else start)
