"""The other side of ``isolation``: a process that reads one piece after the other, and may do nothing else.

No network (its own empty network namespace where the system lets it, refused calls everywhere), no files written, no
processes started, memory and processor time capped while it parses. What it is asked for comes through its standard
input, what it found goes to its standard output; both are frames of a kind, a length and MessagePack.
"""

import ctypes
import io
import os
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import msgspec

from headwater.errors import ReadError
from headwater.read import Input, Left, Piece, pieces_of, read_piece
from headwater.read.formats import load
from headwater.records import Document

READ, ANALYSED, REFUSED, UNMEASURED, CUT, LEFT, PASSED, STARTED, END, MEMORY = b"rauxclpsem"  # kinds of frames
HEADER = 9  # bytes: the kind and the length of what follows
MARGIN = 10  # seconds of processor time beyond the wall clock; only for a process whose parent is gone
ANALYSIS = 4  # times the memory of reading
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_FORBIDDEN = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system")
_CHANGES = ("os.remove", "os.rename", "os.rmdir", "os.mkdir", "os.link", "os.symlink", "os.truncate", "shutil.")


@dataclass(frozen=True, slots=True)
class Task:
    """What is asked for: to read a piece (and hand the document to the function ``then``), or to split a file.

    Names are bytes, since names of files need not be text.
    """

    name: bytes
    piece: Piece | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    file: bytes | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    then: str | None = None


class _NotAllowedError(PermissionError):
    """Something that reading a document never needs."""


def confine() -> None:
    """Take from this process what reading does not need. Cannot be undone."""
    sys.dont_write_bytecode = True
    _leave_network()
    try:
        import resource
    except ImportError:
        pass  # Windows has no such limits
    else:
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))

    def refuse(event: str, arguments: tuple[Any, ...]) -> None:
        if event.startswith(_FORBIDDEN):
            raise _NotAllowedError(f"a document's reader asked for {event}")
        if event.startswith(_CHANGES):
            raise _NotAllowedError(f"a document's reader asked for {event}")
        if event == "open" and len(arguments) == 3 and _writes(arguments[1], arguments[2]):
            raise _NotAllowedError("a document's reader wanted to write a file")

    sys.addaudithook(refuse)
    setattr(tempfile, "TemporaryFile", _in_memory)  # noqa: B010  # what a library would put aside (py3langid: its model)


def _in_memory(*_: object, **__: object) -> io.BytesIO:
    return io.BytesIO()


def _writes(mode: object, flags: object) -> bool:
    if isinstance(mode, str) and set(mode) & set("wax+"):
        return True
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def _leave_network() -> None:
    """Go into a network namespace of its own, where Linux lets an ordinary user; the audit hook stands anyway."""
    if not sys.platform.startswith("linux"):
        return
    library = ctypes.CDLL(None)
    if library.unshare(_NEW_NETWORK) != 0:
        library.unshare(_NEW_USER | _NEW_NETWORK)


@contextmanager
def _capped(memory: int, seconds: float | None) -> Iterator[None]:
    """Cap what this process may take in addition to what it has; lifted at the end."""
    try:
        import resource
    except ImportError:
        yield
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    _, hard_time = resource.getrlimit(resource.RLIMIT_CPU)
    if (taken := _taken()) is not None:  # a Mac tells nothing, and enforces no such limit
        resource.setrlimit(resource.RLIMIT_AS, (_within(taken + memory, hard), hard))
    if seconds is not None:
        used = resource.getrusage(resource.RUSAGE_SELF)
        most = int(used.ru_utime + used.ru_stime + seconds + MARGIN)
        resource.setrlimit(resource.RLIMIT_CPU, (_within(most, hard_time), hard_time))
    try:
        yield
    finally:
        if taken is not None:
            resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        resource.setrlimit(resource.RLIMIT_CPU, (hard_time, hard_time))


def _within(wanted: int, hard: int) -> int:
    """Return a limit that the system's own allows; below zero stands for none."""
    return min(wanted, hard) if hard >= 0 else wanted


def _taken() -> int | None:
    try:
        pages = Path("/proc/self/statm").read_text().split()[0]
    except OSError:
        return None
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


class _Channel:
    """Frames in and out."""

    def __init__(self, source: BinaryIO, target: BinaryIO) -> None:
        self._source = source
        self._target = target

    def receive(self) -> Task | None:
        header = self._source.read(8)
        if len(header) < 8:
            return None
        return msgspec.msgpack.decode(self._source.read(int.from_bytes(header, "big")), type=Task)

    def send(self, kind: int, payload: bytes = b"") -> None:
        self._target.write(bytes([kind]) + len(payload).to_bytes(8, "big") + payload)
        self._target.flush()


def main() -> None:
    """Serve until standard input ends. Arguments: seconds and bytes that reading one piece may take."""
    seconds, memory = float(sys.argv[1]), int(sys.argv[2])
    source, target = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):  # what a library prints must not get between the frames
        os.dup2(nowhere, stream)
    confine()
    channel = _Channel(source, target)
    while (task := channel.receive()) is not None:
        try:
            _serve(task, channel, seconds, memory)
        except MemoryError:
            channel.send(MEMORY)
            return


def _serve(task: Task, channel: _Channel, seconds: float, memory: int) -> None:
    if task.piece is None:
        _split(task, channel, memory)
        return
    found = Input("", task.name.decode("utf-8", "surrogateescape"), None)
    try:
        with _capped(memory, seconds):
            document = read_piece(found, task.piece, task.given)
    except MemoryError:
        raise
    except ReadError as error:
        channel.send(REFUSED, str(error).encode("utf-8", "replace"))
        return
    except Exception as error:  # a reader's own bug, or its library's: the document is refused, not the pile
        channel.send(REFUSED, _bug(task.piece.format, error))
        return
    if task.then is None:
        channel.send(READ, msgspec.msgpack.encode(document))
        return
    channel.send(STARTED)
    _analyse(document, task.then, channel, memory)


def _bug(what: str, error: Exception) -> bytes:
    said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return f"damaged, or not understood by the reader for {what} ({said})".encode("utf-8", "replace")


def _analyse(document: Document, then: str, channel: _Channel, memory: int) -> None:
    try:
        with _capped(ANALYSIS * memory, None):
            payload = msgspec.msgpack.encode(load(then)(document))
    except Exception as error:  # the text was read: it is kept, and what it says is left open
        said = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        channel.send(UNMEASURED, said.encode("utf-8", "replace"))
        if isinstance(error, MemoryError):
            raise
        return
    channel.send(ANALYSED, payload)


def _split(task: Task, channel: _Channel, memory: int) -> None:
    assert task.file is not None
    name = task.name.decode("utf-8", "surrogateescape")
    found = Input(os.fsdecode(task.file), name, Path(os.fsdecode(task.file)))
    try:
        with _capped(memory, None):
            for cut in pieces_of(found, task.columns):
                if isinstance(cut, Piece):
                    channel.send(CUT, msgspec.msgpack.encode(cut))
                elif isinstance(cut, Left):
                    channel.send(LEFT, msgspec.msgpack.encode(cut))
                else:
                    channel.send(PASSED, msgspec.msgpack.encode(cut))
    except MemoryError:
        raise
    except ReadError as error:
        channel.send(REFUSED, str(error).encode("utf-8", "replace"))
        return
    except Exception as error:
        channel.send(REFUSED, _bug("such files", error))
        return
    channel.send(END)
