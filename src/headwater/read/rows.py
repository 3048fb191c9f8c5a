"""Tables of articles (JSON Lines, JSON, CSV): cut into rows without being parsed, in memory that does not grow.

A row keeps its bytes as they stand in the file, those of a table in UTF-16 as UTF-8; a CSV row is preceded by the
header line. One bad row costs one row.
"""

import codecs
import csv
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from headwater.errors import ReadError
from headwater.read import formats
from headwater.read.articles import has_text_column, no_text_column
from headwater.read.channels import exported, posts
from headwater.read.pieces import MAXIMUM, Cut, Left
from headwater.read.plain import decode
from headwater.read.splitting import Place

CHUNK = 1 << 20
HEADER = 1_000_000  # bytes of a header line
LISTS = (
    "articles",
    "items",
    "documents",
    "results",
    "stories",
    "posts",
    "data",
    "entries",
    "response",
    "docs",
    "hits",
    "messages",
)
UNCLOSED = "a quotation mark without its partner: what stands on several lines here may be several rows"
_TOKEN = re.compile(rb'["{}\[\]]')
_STRING = re.compile(rb'"(?:[^"\\]++|\\.)*+"', re.DOTALL)
_DELIMITERS = ",;\t|"
_SEPARATOR = re.compile(rb"(?:\xef\xbb\xbf)?sep=([\x20-\x7e\t])\r?\n", re.IGNORECASE)


def split_lines(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the lines of JSON Lines that are not blank, "#" and the number of the line."""
    for number, line in _lines(stream):
        if line is None:
            yield place.left(_too_large("line"), str(number), formats.LINES)
        elif line.strip():
            data = line.strip().removeprefix(b"\xef\xbb\xbf")
            yield place.piece(data, formats.ARTICLE, str(number))


def _too_large(what: str) -> str:
    return f"a {what} larger than {MAXIMUM // 1_000_000} MB"


def _lines(stream: io.BufferedReader) -> Iterator[tuple[int, bytes | None]]:
    """Yield the lines with their numbers from 1; None for one that is too large."""
    number = 0
    while line := stream.readline(MAXIMUM + 1):
        number += 1
        if len(line) <= MAXIMUM or line.endswith(b"\n"):
            yield number, line
            continue
        while (rest := stream.readline(CHUNK)) and not rest.endswith(b"\n"):
            pass
        yield number, None


def split_json(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the objects of a JSON file: those of its array, or of the list that its one object holds.

    Raises ReadError for JSON without an object.
    """
    head = stream.peek(formats.HEAD)[: formats.HEAD].removeprefix(b"\xef\xbb\xbf").lstrip()
    number = 0
    listed = head.startswith(b"{")
    for data in _objects(stream):
        number += 1
        if isinstance(data, str):
            yield place.left(data, str(number), formats.JSON)
        elif listed and number == 1 and (messages := exported(data)) is not None:
            yield from posts(_objects(io.BufferedReader(io.BytesIO(messages))), place)
        elif listed and number == 1 and (inner := _held(data)) is not None:
            yield from _unpacked(inner, place)
        else:
            yield place.piece(data, formats.ARTICLE, str(number))
    if not number and not head.strip():
        raise ReadError("empty file")
    if not number:
        raise ReadError("JSON without an object; an article is an object with its text in one field")


def _objects(stream: io.BufferedReader) -> Iterator[bytes | str]:
    """Yield the outermost objects as they stand; a sentence for one that is too large or cut off."""
    buffer, at, start, depth, dropped = b"", 0, None, 0, False
    while True:
        token = _TOKEN.search(buffer, at)
        end: int | None = None
        if token is not None:
            end = token.end()
            if token[0] == b'"':
                string = _STRING.match(buffer, token.start())
                end = string.end() if string is not None else None
        if token is None or end is None:
            keep = start if start is not None else (token.start() if token is not None else len(buffer))
            if start is not None and len(buffer) - start > MAXIMUM:
                dropped, keep = True, token.start() if token is not None else len(buffer)
                start = keep
            resume = token.start() if token is not None else len(buffer)
            chunk = stream.read(CHUNK)
            if not chunk:
                if depth:
                    yield "ends in the middle of an object; the file is cut off"
                return
            if token is not None and len(buffer) - token.start() > MAXIMUM:
                yield "a string without an end; the rest is not read"
                return
            buffer, at = buffer[keep:] + chunk, resume - keep
            start = None if start is None else 0
            continue
        at = end
        if token[0] == b"{":
            depth += 1
            if depth == 1:
                start, dropped = token.start(), False
        elif token[0] == b"}" and depth:
            depth -= 1
            if depth == 0 and start is not None:
                yield _too_large("object") if dropped or end - start > MAXIMUM else buffer[start:end]
                start = None


def _held(data: bytes) -> bytes | None:
    """Return the list of articles that an object holds under one of the usual names, as JSON; None where none."""
    if not any(f'"{name}"'.encode() in data for name in LISTS):
        return None
    import msgspec

    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError):
        return None
    for name in LISTS:
        raw = bytes(fields[name]).lstrip() if name in fields else b""
        if raw.startswith(b"[") and raw[1:].lstrip().startswith(b"{"):
            return raw
        if raw.startswith(b"{") and (inner := _held(raw)) is not None:
            return inner
    return None


def _unpacked(inner: bytes, place: Place) -> Iterator[Cut]:
    feed = (place.name.lower().endswith(".json") and b'"content_html"' in inner) or b'"content_text"' in inner
    row = formats.ENTRY if feed else formats.ARTICLE
    for number, data in enumerate(_objects(io.BufferedReader(io.BytesIO(inner))), start=1):
        if isinstance(data, str):
            yield place.left(data, str(number), row)
        else:
            yield place.piece(data, row, str(number))


class _Recoded(io.RawIOBase):
    """A stream in another encoding as UTF-8."""

    def __init__(self, source: io.BufferedReader, encoding: str) -> None:
        self._source = source
        self._decoder = codecs.getincrementaldecoder(encoding)("replace")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:  # Any: a writable buffer, which typing names from Python 3.12 on
        while not self._ready:
            chunk = self._source.read(len(target))
            self._ready = self._decoder.decode(chunk, final=not chunk).encode("utf-8", "replace")
            if not chunk:
                break
        given, self._ready = self._ready[: len(target)], self._ready[len(target) :]
        target[: len(given)] = given
        return len(given)


def split_csv(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the rows of a table, "#" and the number of the row under the header. Raises ReadError without a header."""
    csv.field_size_limit(MAXIMUM)
    if stream.peek(2)[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE):
        stream = io.BufferedReader(_Recoded(stream, "utf-16"), CHUNK)
    head = stream.peek(formats.HEAD)[: formats.HEAD]
    header = stream.readline(HEADER)
    said = _SEPARATOR.fullmatch(header)
    if said is not None:  # Excel's own line
        header = stream.readline(HEADER)
    if not header.strip():
        raise ReadError("empty file")
    decoded = decode(head if len(head) > len(header) else header, None) if not _is_utf8(head) else None
    charset = decoded.evidence.why.rsplit(" ", 1)[-1].rstrip(".") if decoded and decoded.evidence else "utf-8"
    first = header.removeprefix(b"\xef\xbb\xbf").decode(charset, "replace")
    tabs = place.name.lower().endswith((".tsv", ".tab"))
    delimiter = said[1].decode() if said is not None else "\t" if tabs else max(_DELIMITERS, key=first.count)
    try:
        names = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error as error:
        raise ReadError(f"its first line is no header of a table ({error})") from error
    if not has_text_column(names, place.columns):
        raise ReadError(no_text_column(names))
    used: list[bytes] = []

    def texts() -> Iterator[str]:
        for _, line in _lines(stream):
            if line is not None:
                used.append(line)
                yield line.decode(charset, "replace")

    rows = csv.reader(texts(), delimiter=delimiter)
    number = 0
    while True:
        used.clear()
        number += 1
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield place.left(f"a row that cannot be told from the next ({error})", str(number), formats.CSV)
            continue
        if row is None:
            return
        if any(cell.strip() for cell in row):
            raw = b"".join(used)
            piece = replace(place.piece(header + raw, formats.ROW, str(number)), charset=charset)
            if raw.count(b'"') % 2 and raw.count(b"\n") > 1:
                piece = replace(piece, lost=(UNCLOSED,))
            yield Left(piece.inside, _too_large("row"), formats.ROW.name) if len(piece.data) > MAXIMUM else piece
        else:
            number -= 1


def _is_utf8(head: bytes) -> bool:
    try:
        head.decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(head) - 4  # a character cut in half by the end of the head
    return True
