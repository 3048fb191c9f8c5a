"""Readers of risky formats in a process of their own that can be killed: one bad document costs one document.

A worker is started when it is first needed, reads one piece after the other, and is replaced when it dies, hangs or
takes more memory than it may, which is looked at from here where the system enforces no cap. Its time is counted in
ticks of this process, so that a machine that slept, or a program that was stopped, costs no document. What a worker may
do is decided in ``confined``.
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

import msgspec

from headwater.errors import ReadError
from headwater.read import confined
from headwater.read.confined import Task
from headwater.read.inputs import Input
from headwater.read.memory import memory_of
from headwater.read.pieces import Cut, Left, Passed, Piece
from headwater.records import Analysis, Document

WATCHED = not sys.platform.startswith("linux")  # whether memory has to be looked at
TICK = 0.25  # seconds between two looks at the clock
REPLY = 600_000_000  # bytes of one answer; the findings of a text of LONGEST code points stay far below
ANALYSIS = 120.0  # seconds that analysing a document may take, and
ANALYSIS_RATE = 2_000  # bytes of it a second more
# Made here, once: msgspec builds what it knows of a type on first use, and two threads that do so at once crash Python.
_DOCUMENTS = msgspec.msgpack.Decoder(Document)
_ANALYSES = msgspec.msgpack.Decoder(Analysis)
_CUTS: dict[int, msgspec.msgpack.Decoder[Piece] | msgspec.msgpack.Decoder[Left] | msgspec.msgpack.Decoder[Passed]] = {
    confined.CUT: msgspec.msgpack.Decoder(Piece),
    confined.LEFT: msgspec.msgpack.Decoder(Left),
    confined.PASSED: msgspec.msgpack.Decoder(Passed),
}
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one document may take: seconds on the clock, bytes of memory beyond what its process has."""

    seconds: float = 30.0
    memory: int = 1_000_000_000


class WorkerError(ReadError):
    """A worker that gave no answer; the message says why in words for the document's entry.

    ``is_fault`` tells what the document did from what befell the worker; ``started`` that the text had been read.
    """

    def __init__(self, reason: str, *, is_fault: bool, started: bool) -> None:
        super().__init__(reason)
        self.is_fault = is_fault
        self.started = started


class Worker:
    """One process that reads. Not for more than one thread at a time. Close it, or use ``with``."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()
        self._allowed: float | None = None  # seconds for what is waited for now
        self._spent = 0.0
        self._most = 0  # bytes for it, beyond what the process had
        self._overdue = self._swollen = False
        self._over = threading.Event()

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *error: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process, whatever it does. May be called from another thread."""
        self._over.set()
        with self._lock:
            process, is_busy = self._process, self._allowed is not None
        if process is not None and is_busy:
            process.kill()  # the thread that waits for it sees its end and cleans up
        elif process is not None:
            self._reap(process)

    def ask(self, task: Task, analysis_seconds: float = ANALYSIS) -> Iterator[tuple[int, bytes]]:
        """Yield the frames of the answer. Raises WorkerError."""
        process = self._running()
        payload = msgspec.msgpack.encode(task)
        started = False
        try:
            self._wait_for(lambda: _write(process, payload), self._limits.seconds, self._limits.memory)
            while True:
                seconds = analysis_seconds if started else self._limits.seconds
                memory = self._limits.memory * (confined.ANALYSIS if started else 1)
                kind, answer = self._wait_for(lambda: _frame(process), seconds, memory)
                if kind == confined.MEMORY:
                    self._reap(process)
                    raise WorkerError(self._too_much_memory(), is_fault=True, started=started)
                started = started or kind == confined.STARTED
                yield kind, answer
                if kind not in (confined.STARTED, confined.CUT, confined.LEFT, confined.PASSED):
                    return
        except (EOFError, OSError) as error:
            raise self._death(process, started) from error
        except GeneratorExit:
            self._reap(process)  # the rest of the answer is not wanted
            raise

    def _too_much_memory(self) -> str:
        return f"needs more than {self._limits.memory / 1e9:g} GB of memory"

    def _running(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._over.is_set():
                raise WorkerError("interrupted", is_fault=False, started=False)
            if self._process is None:
                self._process = _start(self._limits)
                self._overdue = self._swollen = False
                threading.Thread(target=self._watch, args=(self._process,), daemon=True).start()
            return self._process

    def _wait_for(self, step: Callable[[], T], seconds: float, memory: int) -> T:
        with self._lock:
            self._allowed, self._most, self._spent = seconds, memory, 0.0
        try:
            return step()
        finally:
            with self._lock:
                self._allowed = None

    def _watch(self, process: subprocess.Popen[bytes]) -> None:
        last = time.monotonic()
        had = memory_of(process.pid) if WATCHED else None
        while process.poll() is None:
            time.sleep(TICK)
            now = time.monotonic()
            has = memory_of(process.pid) if had is not None and self._allowed is not None else None
            with self._lock:
                self._spent += min(now - last, 2 * TICK)
                overdue = self._allowed is not None and self._spent > self._allowed
                self._overdue = self._overdue or overdue
                swollen = had is not None and has is not None and has > had + self._most
                self._swollen = self._swollen or swollen
            last = now
            if overdue or swollen:
                process.kill()

    def _reap(self, process: subprocess.Popen[bytes]) -> int:
        with self._lock:
            self._process = None
        process.kill()
        code = process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # the rest of what was to be sent; nobody reads it
                    stream.close()
        return code

    def _death(self, process: subprocess.Popen[bytes], started: bool) -> WorkerError:
        try:
            code = process.wait(1)  # its pipe is closed: it is ending by itself
        except subprocess.TimeoutExpired:
            code = 0
        overdue, swollen, seconds = self._overdue, self._swollen, self._limits.seconds
        self._reap(process)
        if swollen:
            return WorkerError(self._too_much_memory(), is_fault=True, started=started)
        if overdue:
            what = "its analysis took too long" if started else f"took longer than {seconds:g} s to read"
            return WorkerError(what, is_fault=True, started=started)
        name = signal.Signals(-code).name if -code in set(signal.Signals) else f"exit code {code}"
        if name == "SIGXCPU":
            return WorkerError(f"took longer than {seconds:g} s to read", is_fault=True, started=started)
        return WorkerError(f"its reader crashed ({name})", is_fault=False, started=started)


def _start(limits: Limits) -> subprocess.Popen[bytes]:
    root = str(Path(__file__).parents[2])
    code = f"import sys; sys.path.append({root!r}); from headwater.read.confined import main; main()"
    return subprocess.Popen(
        [sys.executable, "-P", "-c", code, str(limits.seconds), str(limits.memory)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,  # Ctrl-C is for this process; it ends its workers
        creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),  # the same on Windows
    )


def _write(process: subprocess.Popen[bytes], payload: bytes) -> None:
    assert process.stdin is not None
    process.stdin.write(len(payload).to_bytes(8, "big"))
    process.stdin.write(payload)
    process.stdin.flush()


def _frame(process: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    assert process.stdout is not None
    header = process.stdout.read(confined.HEADER)
    if len(header) < confined.HEADER:
        raise EOFError
    size = int.from_bytes(header[1:], "big")
    payload = process.stdout.read(size) if size <= REPLY else b""
    if len(payload) < size:
        process.kill()
        raise EOFError
    return header[0], payload


def read_apart(worker: Worker, found: Input, piece: Piece, given: Mapping[str, str]) -> Document:
    """Return the document in a piece, read by a worker. Raises ReadError."""
    (answer,) = _answers(worker, Task(_name(found, piece), piece, dict(given)))
    document = _DOCUMENTS.decode(answer[1])
    return replace(document, path=found.path + piece.inside)


def analyse_apart(
    worker: Worker, found: Input, piece: Piece, given: Mapping[str, str], then: str
) -> Analysis | Document:
    """Return what the function ``then`` ("module:function") makes of the document in a piece, read by a worker.

    The document itself comes back, with the state "unmeasured", where reading went well and ``then`` did not. Raises
    ReadError.
    """
    task = Task(_name(found, piece), piece, dict(given), then=then)
    try:
        frame, answer = _answers(worker, task, ANALYSIS + len(piece.data) / ANALYSIS_RATE)[-1]
    except WorkerError as error:
        if not error.started:
            raise
        return unmeasured(read_apart(worker, found, piece, given), str(error))
    if frame == confined.UNMEASURED:
        return unmeasured(read_apart(worker, found, piece, given), answer.decode())
    analysis = _ANALYSES.decode(answer)
    return replace(analysis, document=replace(analysis.document, path=found.path + piece.inside))


def unmeasured(document: Document, reason: str) -> Document:
    """Return a document whose text is known and what it says is not."""
    return replace(document, state="unmeasured", lost=(*document.lost, f"not analysed: {reason}"))


def _answers(worker: Worker, task: Task, analysis_seconds: float = ANALYSIS) -> list[tuple[int, bytes]]:
    """Return the frames of an answer. What befell the worker, and not by the document's fault, is tried once more."""
    for attempt in (1, 2):
        try:
            frames = list(worker.ask(task, analysis_seconds))
        except WorkerError as error:
            if error.is_fault or attempt == 2:
                raise
            continue
        kind, answer = frames[-1]
        if kind == confined.REFUSED:
            raise ReadError(answer.decode())
        return frames
    raise AssertionError("two attempts end in an answer or an error")


def _name(found: Input, piece: Piece) -> bytes:
    return found.name.encode("utf-8", "surrogateescape")


def split_apart(worker: Worker, found: Input, columns: Mapping[str, str]) -> Iterator[Cut]:
    """Yield what an input holds, cut by a worker, as it is cut. Raises ReadError, after what could be cut."""
    assert found.file is not None
    task = Task(found.name.encode("utf-8", "surrogateescape"), file=os.fsencode(found.file), columns=dict(columns))
    for kind, answer in worker.ask(task):
        if kind == confined.REFUSED:
            raise ReadError(answer.decode())
        if kind in _CUTS:
            yield _CUTS[kind].decode(answer)
