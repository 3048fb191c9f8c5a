"""Web archives (WARC, ISO 28500): the pages of their response records, their address and the time of fetching.

The framing is read here, so that what is damaged costs one record: after bytes that cannot be unpacked the search goes
on at the next gzip member, and a file that ends inside a record is said to be cut off (warcio and fastwarc are silent
there). What a record holds is unpacked by fastwarc (Bevendorff et al. 2018), never more than MAXIMUM of it.
"""

import io
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from headwater.errors import ReadError
from headwater.read import formats
from headwater.read.dates import iso_date
from headwater.read.pieces import MAXIMUM, Cut, Passed, Piece
from headwater.read.plain import is_charset, whole
from headwater.read.splitting import Place

HEADER = 65_536  # bytes of a record's header
CHUNK = 1 << 16
KEPT = 4_000_000  # packed bytes of a member that are searched again where it turns out to be damaged
MAGIC = b"\x1f\x8b\x08"
START = b"\r\nWARC/1."  # of a record behind another
_READ = ("response", "resource", "conversion")
_TYPES = ("text/html", "application/xhtml+xml", "text/plain", "application/pdf")


class _DamageError(Exception):
    """The bytes at this place are no record; the message says why."""


class _Source(Protocol):
    """Bytes in members, each beginning with a record."""

    at: int

    def next_member(self) -> bool:
        """Go to the next member; say whether there is one."""

    def read(self, size: int) -> bytes:
        """Return up to ``size`` bytes of this member, none at its end. Raises _DamageError."""

    def unread(self, data: bytes) -> None:
        """Put bytes back."""


class _Packed:
    """The members of a gzip file."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._waiting = b""  # packed, not used yet
        self._tried = b""  # packed, used by this member
        self._back = b""
        self._member: zlib._Decompress | None = None
        self._failed = False
        self.at = 0

    def next_member(self) -> bool:
        while self._member is not None and not self._failed and self.read(CHUNK):
            pass
        is_said = self._failed  # what follows damage is skipped without a second word
        if self._failed:
            self._waiting = (self._tried + self._waiting)[1:]  # the next member, not this one again
            self.at -= len(self._tried) - 1
        self._member, self._tried, self._back, self._failed = None, b"", b"", False
        is_other = False
        while (found := self._waiting.find(MAGIC)) < 0 and (more := self._stream.read(CHUNK)):
            is_other = is_other or bool(self._waiting[:-2].strip(b"\x00"))
            self.at += len(self._waiting[:-2])
            self._waiting = self._waiting[-2:] + more
        before = self._waiting[:found] if found >= 0 else self._waiting
        self.at += len(before)
        self._waiting = self._waiting[len(before) :]
        if not is_said and (is_other or before.strip(b"\x00")):
            raise _DamageError("bytes that are no gzip member")
        if found >= 0:
            self._member = zlib.decompressobj(31)
        return found >= 0

    def read(self, size: int) -> bytes:
        if self._back:
            data, self._back = self._back[:size], self._back[size:]
            return data
        member = self._member
        if member is None or self._failed:
            return b""
        while not member.eof:
            if not self._waiting:
                self._waiting = self._stream.read(CHUNK)
                if not self._waiting:
                    self._member = None
                    raise _DamageError("the file is cut off inside a record")
            packed = self._waiting
            try:
                data = member.decompress(packed, size)
            except zlib.error as error:
                self._failed = True
                raise _DamageError(f"damaged bytes ({error})") from error
            self._waiting = member.unused_data or member.unconsumed_tail
            used = len(packed) - len(self._waiting)
            self.at += used
            self._tried = (self._tried + packed[:used])[-KEPT:]
            if data:
                return data
        return b""

    def unread(self, data: bytes) -> None:
        self._back = data + self._back


class _Bare:
    """A file that is not packed: one member, and another after each damage."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._back = b""
        self.at = 0

    def next_member(self) -> bool:
        data = self._back or self._stream.read(CHUNK)
        while data:
            found = data.find(b"WARC/")
            if found >= 0:
                self._back = data[found:]
                return True
            more = self._stream.read(CHUNK)
            data = data[-4:] + more if more else b""
        return False

    def read(self, size: int) -> bytes:
        if self._back:
            data, self._back = self._back[:size], self._back[size:]
            return data
        data = self._stream.read(size)
        self.at += len(data)
        return data

    def unread(self, data: bytes) -> None:
        self._back = data + self._back


@dataclass(frozen=True, slots=True)
class _Record:
    """A record: its header fields in lower case, its bytes (header too), None where they are not wanted."""

    fields: Mapping[str, str]
    data: bytes | None
    size: int


def split_warc(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the pages of a WARC file, "#" and their address. Raises ReadError for a file without records."""
    yield from _split(_Bare(stream), place)


def split_warc_gz(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the pages of a packed WARC file, "#" and their address. Raises ReadError for a file without records."""
    yield from _split(_Packed(stream), place)


def _split(source: _Source, place: Place) -> Iterator[Cut]:
    passed: Counter[str] = Counter()
    seen: Counter[int] = Counter()
    here = replace(place, at=lambda: source.at)
    records = 0
    damage: str | None = None
    is_found = False
    while True:
        try:
            if not is_found and not source.next_member():
                break
            is_found = False
            while (record := _record(source)) is not None:
                if damage is not None:
                    yield here.left(damage, format=formats.WARC)
                    damage = None
                records += 1
                yield from _page(record, here, passed, seen)
        except _DamageError as error:
            damage = damage or (f"after {records:,} records: {error}" if records else str(error))
            is_found = _found_again(source)
    if not records:
        raise ReadError(f"a web archive (WARC) without a record that can be read ({damage or 'empty'})")
    if damage is not None:
        yield here.left(damage, format=formats.WARC)
    yield from (Passed(what, number) for what, number in sorted(passed.items()))


def _record(source: _Source) -> _Record | None:
    """Return the next record of the member, None at its end. Raises _DamageError."""
    head = b""
    while (end := head.find(b"\r\n\r\n")) < 0:
        more = source.read(CHUNK)
        head = (head + more).lstrip(b"\r\n") if not head else head + more
        if not more and not head.strip():
            return None
        if not more or len(head) > HEADER + CHUNK:
            source.unread(head[len(START) :])
            raise _DamageError("a record's header without an end")
    source.unread(head[end + 4 :])
    if not head.startswith(b"WARC/"):
        raise _DamageError("bytes that are no record")
    fields = _fields(head[:end])
    length = fields.get("content-length", "")
    if not length.isascii() or not length.isdigit() or len(length) > 15:
        raise _DamageError("a record without a length")
    wanted = fields.get("warc-type") in _READ and int(length) <= MAXIMUM + HEADER
    parts = [head[: end + 4]]
    left = int(length)
    while left:
        more = source.read(min(left, CHUNK))
        if not more:
            raise _DamageError("the file is cut off inside a record, or the record says a wrong length")
        left -= len(more)
        if wanted:
            parts.append(more)
    _check_end(source)
    return _Record(fields, b"".join(parts) if wanted else None, int(length))


def _found_again(source: _Source) -> bool:
    """Go on in this member to what looks like the next record; say whether there is one."""
    data = b""
    try:
        while more := source.read(CHUNK):
            data = data[-len(START) :] + more
            if (found := data.find(START)) >= 0:
                source.unread(data[found + 2 :])
                return True
    except _DamageError:
        pass  # already said, or said with the next damage: this member holds no other record
    return False


def _fields(head: bytes) -> dict[str, str]:
    fields: dict[str, str] = {}
    for line in head.split(b"\r\n")[1:]:
        name, colon, value = line.partition(b":")
        if colon:
            fields.setdefault(name.strip().lower().decode("latin-1"), value.strip().decode("utf-8", "replace"))
    return fields


def _check_end(source: _Source) -> None:
    """Read the two line ends behind a record; other bytes there show that its length is wrong. Raises _DamageError."""
    ends = b""
    while len(ends) < 4 and (more := source.read(4 - len(ends))):
        ends += more
    if ends.strip(b"\r\n"):
        source.unread(ends)
        raise _DamageError("a record that is longer than it says")


def _page(record: _Record, place: Place, passed: Counter[str], seen: Counter[int]) -> Iterator[Cut]:
    kind = record.fields.get("warc-type", "unknown")
    url = whole(record.fields.get("warc-target-uri", "").strip("<>"))[:2000]
    if kind not in _READ:
        passed[f"{kind} records"] += 1
        return
    if record.data is None:
        yield place.left(f"a record larger than {MAXIMUM // 1_000_000} MB ({record.size:,} bytes)", url, formats.WARC)
        return
    answer = _unpacked(record.data)
    if isinstance(answer, str):
        if answer.startswith("passed: "):
            passed[answer.removeprefix("passed: ")] += 1
        else:
            yield place.left(answer, url, formats.WARC)
        return
    seen[hash(url)] += 1
    part = url if seen[hash(url)] == 1 else f"{url}#{seen[hash(url)]}"
    said = {"url": url}
    how = {"url": "WARC-Target-URI"}
    if moment := iso_date(record.fields.get("warc-date", "")):
        said["retrieved"], how["retrieved"] = moment, "WARC-Date"
    try:
        found = formats.recognise(".html" if answer.type != "text/plain" else ".txt", answer.body[: formats.HEAD])
    except ReadError as error:
        yield place.left(str(error), part, formats.WARC)
        return
    if found.reader is None:
        passed[f"answers that are {found.name} and no pages"] += 1
        return
    piece: Piece = place.piece(answer.body, found, part)
    yield replace(piece, charset=answer.charset, said=said, how=how, lost=answer.lost)


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a server answered: the page's bytes with all packing taken off."""

    body: bytes
    type: str
    charset: str | None
    lost: tuple[str, ...]


def _unpacked(data: bytes) -> _Answer | str:
    """Return what a record holds; a sentence where it cannot be read, "passed: " before it where it is no page."""
    from fastwarc.warc import ArchiveIterator

    try:
        record = next(iter(ArchiveIterator(io.BytesIO(data), parse_http=False, quirks_mode=True)))
        if record.is_http:
            record.parse_http(auto_decode="all", quirks_mode=True)
    except (OSError, ValueError, StopIteration) as error:
        return f"damaged: what the server answered cannot be read ({error})"
    headers = record.http_headers if record.is_http else None
    status = headers.status_code if headers is not None else 200
    if status != 200:
        return f"passed: answers with status {status}"
    kind = (record.http_content_type if record.is_http else record.headers.get("Content-Type", "")) or ""
    kind = kind.partition(";")[0].strip().lower()
    if kind and kind not in _TYPES:
        return f"passed: answers of type {kind.split('/')[0] if kind.isprintable() else 'unknown'}"
    body = bytearray()
    lost: tuple[str, ...] = ()
    try:
        while len(body) <= MAXIMUM and (more := record.reader.read(CHUNK)):
            body += more
    except OSError as error:
        lost = (f"the answer is damaged ({error}); read up to there",)
    if len(body) > MAXIMUM:
        return f"unpacks to more than {MAXIMUM // 1_000_000} MB"
    if not body.strip():
        return lost[0] if lost else "passed: empty answers"
    charset = record.http_charset if record.is_http else None
    return _Answer(bytes(body), kind, charset if charset and is_charset(charset) else None, lost)
