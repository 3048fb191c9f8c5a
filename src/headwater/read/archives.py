"""Archives (ZIP, WACZ, TAR, gzip): their members as inputs of their own, read in memory, never written anywhere.

A member is refused whose name leads outside the archive, which is a link, is encrypted, or unpacks to more than an
honest file would; the others are read.
"""

import io
import lzma
import re
import stat
import tarfile
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Protocol

from headwater.errors import ReadError
from headwater.read import formats
from headwater.read.pieces import Cut, Passed
from headwater.read.splitting import WHOLE, Place, buffered, split, split_member, whole
from headwater.read.warcs import split_warc_gz

MEMBERS = 10_000  # of one archive
RATIO = 100  # unpacked to packed; text packs 3 to 10 times, logs up to 30
SMALL = 10_000_000  # bytes that anything may unpack to
_OUTSIDE = re.compile(r"\A(?:[/\\~]|[A-Za-z]:)|(?:\A|[/\\])\.\.(?:[/\\]|\Z)|\x00")
_NOT_MEANT = re.compile(r"(?:\A|/)(?:__MACOSX/|\.(?!\.)[^/]+\Z|Thumbs\.db\Z|desktop\.ini\Z)")
_OPEN_DOCUMENT = b"application/vnd.oasis.opendocument."
_TABLES = "a spreadsheet or slides; save the text as CSV, DOCX or PDF"
_DAMAGE = (zipfile.BadZipFile, tarfile.TarError, zlib.error, lzma.LZMAError, EOFError, OSError, NotImplementedError)
_DAMAGE_TOO = (ValueError, RuntimeError, IndexError, OverflowError)  # what zipfile raises for some damaged headers


class _Readable(Protocol):
    def read(self, size: int, /) -> bytes: ...


class _Guarded(io.RawIOBase):
    """A stream that gives no more than it may, and says damage in one kind of error."""

    def __init__(self, source: _Readable, most: Callable[[], int]) -> None:
        self._source = source
        self._most = most
        self._given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:  # Any: a writable buffer, which typing names from Python 3.12 on
        try:
            data = self._source.read(len(target))
        except ReadError:
            raise
        except (*_DAMAGE, *_DAMAGE_TOO) as error:
            raise ReadError(f"damaged ({str(error) or type(error).__name__})") from error
        self._given += len(data)
        if self._given > self._most():
            raise ReadError("unpacks to more than a hundred times its size; refused as a decompression bomb")
        target[: len(data)] = data
        return len(data)


def _stream(source: _Readable, most: Callable[[], int]) -> io.BufferedReader:
    return io.BufferedReader(_Guarded(source, most), 1 << 16)


def split_zip(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield what the members of a ZIP hold, "#" and the member's name. Raises ReadError for one that is damaged."""
    source = stream if stream.seekable() and place.depth == 0 else buffered(whole(stream, WHOLE))
    try:
        archive = zipfile.ZipFile(source)
        members = archive.infolist()
        names = {member.filename for member in members}
        kind = _stream(archive.open("mimetype"), lambda: SMALL).read(100) if "mimetype" in names else b""
    except (*_DAMAGE, *_DAMAGE_TOO) as error:
        raise ReadError(f"damaged ZIP ({error})") from error
    single = _document(names, kind)
    if single is not None:
        source.seek(0)
        yield place.piece(whole(source), single)
        return
    _check_overlap(members)
    packaged = "datapackage.json" in names and any(name.startswith("archive/") for name in names)
    seen: set[str] = set()
    used = 0
    for number, member in enumerate(members):
        if number == MEMBERS:
            yield place.left(f"more than {MEMBERS:,} members; the rest is not read", format=formats.ZIP)
            return
        used += member.compress_size
        name = member.filename
        if member.filename.endswith("/"):  # is_dir() fails on an empty name
            continue
        if _NOT_MEANT.search(name) or (packaged and not name.startswith("archive/")):
            yield Passed("members that are no documents (of the system, or of the archive itself)")
            continue
        here = replace(place, at=lambda used=used: used)  # type: ignore[misc]
        yield from _zip_member(archive, member, here, _once(name, seen))


def _document(names: set[str], kind: bytes) -> formats.Format | None:
    """Return the format where the package is one document. Raises ReadError for packages of tables and slides."""
    if kind.startswith(_OPEN_DOCUMENT) and not kind.startswith(_OPEN_DOCUMENT + b"text"):
        raise ReadError(_TABLES)
    if "word/document.xml" in names:
        return formats.DOCX
    if "META-INF/container.xml" in names:
        return formats.EPUB
    if "content.xml" in names and "META-INF/manifest.xml" in names:
        return formats.ODT
    if "xl/workbook.xml" in names or "ppt/presentation.xml" in names:
        raise ReadError(_TABLES)
    if "Index/Document.iwa" in names:
        raise ReadError("a file of Apple's Pages, Numbers or Keynote; export it as DOCX or PDF")
    return None


def _check_overlap(members: list[zipfile.ZipInfo]) -> None:
    """Refuse members that share their bytes (Fifield 2019): nothing honest packs so."""
    end = 0
    for member in sorted(members, key=lambda m: m.header_offset):
        if member.header_offset < end:
            raise ReadError("members of the ZIP overlap; refused as a decompression bomb")
        end = member.header_offset + member.compress_size


def _once(name: str, seen: set[str]) -> str:
    number = 1
    once = name
    while once in seen:
        number += 1
        once = f"{name}~{number}"
    seen.add(once)
    return once


def _zip_member(archive: zipfile.ZipFile, member: zipfile.ZipInfo, place: Place, part: str) -> Iterator[Cut]:
    reason = _refused(member.filename, stat.S_ISLNK(member.external_attr >> 16))
    if member.flag_bits & 1:
        reason = "encrypted; unpack it with its password"
    most = max(SMALL, RATIO * member.compress_size)
    if member.file_size > most:
        reason = f"unpacks to {member.file_size:,} bytes from {member.compress_size:,}; refused as a decompression bomb"
    if reason is not None:
        yield place.left(reason, _shown(part))
        return
    try:
        opened = archive.open(member)
    except (*_DAMAGE, *_DAMAGE_TOO) as error:
        yield place.left(f"damaged ({error})", _shown(part))
        return
    with opened:
        below = place.below(_shown(part), member.filename)
        yield from split_member(_stream(opened, lambda: most), below)


def _refused(name: str, is_link: bool) -> str | None:
    if _OUTSIDE.search(name):
        return "its name leads outside the archive; not read"
    return "a link, not a file; not read" if is_link else None


def _shown(name: str) -> str:
    """Return a member's name as text that can be written down anywhere."""
    return name.encode("utf-8", "replace").decode()


def split_tar(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield what the members of a TAR (packed or not) hold, "#" and the member's name. Raises ReadError."""
    limit = max(SMALL, RATIO * (place.size or WHOLE // RATIO))
    unpacked = number = 0
    seen: set[str] = set()
    try:
        with tarfile.open(fileobj=stream, mode="r|*") as archive:
            for member in archive:
                number += 1
                unpacked += member.size
                if number > MEMBERS:
                    yield place.left(f"more than {MEMBERS:,} members; the rest is not read", format=formats.TAR)
                    return
                if unpacked > limit:
                    raise ReadError(f"unpacks to more than {limit:,} bytes; refused as a decompression bomb")
                if not member.isdir():
                    yield from _tar_member(archive, member, place, _once(member.name, seen))
    except ReadError:
        raise
    except (*_DAMAGE, *_DAMAGE_TOO) as error:
        after = f" after {number:,} members; the rest is not read" if number else ""
        raise ReadError(f"damaged TAR ({error}){after}") from error
    if not number:
        raise ReadError("a TAR without members")


def _tar_member(archive: tarfile.TarFile, member: tarfile.TarInfo, place: Place, part: str) -> Iterator[Cut]:
    reason = _refused(member.name, member.issym() or member.islnk())
    if reason is None and not member.isfile():
        reason = "no file (a device or a pipe); not read"
    if _NOT_MEANT.search(member.name):
        yield Passed("members that are no documents (of the system, or of the archive itself)")
        return
    opened = archive.extractfile(member) if reason is None else None
    if opened is None:
        yield place.left(reason or "cannot be opened", _shown(part))
        return
    below = place.below(_shown(part), member.name)
    yield from split_member(_stream(opened, lambda: member.size), below)


class _Unpacked:
    """The bytes of a gzip file, its members one after the other; its end is checked."""

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._packed = b""
        self._member = zlib.decompressobj(31)
        self.used = 0

    def read(self, size: int, /) -> bytes:
        while True:
            if not self._packed:
                self._packed = self._stream.read(1 << 16)
                self.used += len(self._packed)
                if not self._packed:
                    if self._member.eof or self.used == 0:
                        return b""
                    raise ReadError("the gzip file is cut off; what came before is read")
            if self._member.eof:
                if not self._packed.lstrip(b"\x00"):
                    self._packed = b""
                    continue
                self._member = zlib.decompressobj(31)
            data = self._member.decompress(self._packed, size)
            self._packed = self._member.unused_data or self._member.unconsumed_tail
            if data:
                return data


def split_gzip(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield what a gzip file holds. Raises ReadError."""
    try:
        head = zlib.decompressobj(31).decompress(stream.peek(formats.HEAD)[: formats.HEAD], 1000)
    except zlib.error as error:
        raise ReadError(f"damaged gzip file ({error})") from error
    if head.startswith(b"WARC/"):
        yield from split_warc_gz(stream, place)
        return
    unpacked = _Unpacked(stream)
    name = place.name.removesuffix(".gz").removesuffix(".GZ")
    inner = _stream(unpacked, lambda: max(SMALL, RATIO * unpacked.used))
    yield from split(inner, replace(place, name=name, depth=place.depth + 1))
