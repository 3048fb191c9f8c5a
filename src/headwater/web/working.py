"""What the desk holds while it runs: the case, the shelf that pages read, and work in the background.

A page reads the shelf of one collection, whole. When the case holds another collection (a correction was worked in,
an ingest in another process has ended) a shelf for it is made in the background, and pages turn to it when it is there.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from headwater.errors import CaseError, HeadwaterError
from headwater.report.desk import shelve
from headwater.store.shelf import Shelf, kept_collection, shelf_file

LOOK = 1.0  # seconds between two looks at which collection the case holds


@dataclass(slots=True)
class Desk:
    """A case at the desk. ``refresh`` works corrections into the case; ``shelving`` makes the shelf of what it holds.

    Both run in a background thread, one at a time, and may use processes of their own.
    """

    folder: Path
    refresh: Callable[[], object]
    shelving: Callable[[], object]
    who: str
    failed: str | None = None
    _file: Path | None = None
    _looked: float = 0.0
    _wanted: bool = False
    _given_up: str | None = None  # the collection for which no shelf could be made
    _worker: threading.Thread | None = None
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def open(self) -> None:
        """Make the shelf where it is missing; the first page waits for it."""
        self._file = shelve(self.folder)

    def shelf(self) -> Shelf:
        """Return the shelf that pages read now, opened."""
        self._look()
        for _ in range(3):
            file = self._file
            if file is not None and file.is_file():
                try:
                    return Shelf(file)
                except CaseError:
                    pass  # its successor has just taken its place
            self._file = shelve(self.folder)
        raise CaseError(f"{self.folder}: the pages' shelf cannot be opened")

    @property
    def is_working(self) -> bool:
        """Whether pages show a state that will soon be another."""
        worker = self._worker
        return worker is not None and worker.is_alive()

    def _look(self) -> None:
        """Turn to the collection that the case holds now, or have its shelf made."""
        now = time.monotonic()
        if now - self._looked < LOOK:
            return
        self._looked = now
        key = kept_collection(self.folder)
        if key is None or key == self._given_up or self.is_working:
            return
        file = shelf_file(self.folder, key)
        if file == self._file:
            return
        if file.is_file():
            self._file = file
        else:
            self._start()

    def work(self) -> None:
        """Have what people decided worked in; asked for while that goes on, it is done once more after."""
        with self._lock:
            self._wanted = True
        self._start()

    def _start(self) -> None:
        with self._lock:
            if self.is_working:
                return
            self._worker = threading.Thread(target=self._run, name="desk", daemon=True)
            self._worker.start()

    def _run(self) -> None:
        while True:
            with self._lock:
                wanted, self._wanted = self._wanted, False
            try:
                if wanted:
                    self.refresh()
                self.shelving()
                self._file = shelve(self.folder)
                self.failed = None
            except HeadwaterError as error:
                self.failed = str(error)
                self._given_up = kept_collection(self.folder)
            except BaseException:
                self.failed = "there is an error in the program itself"
                self._given_up = kept_collection(self.folder)
                raise
            with self._lock:
                if not self._wanted:
                    self._worker = None
                    return

    def wait(self, seconds: float = 60.0) -> None:
        """Wait until nothing is being worked in."""
        until = time.monotonic() + seconds
        while self.is_working and time.monotonic() < until:
            time.sleep(0.02)
