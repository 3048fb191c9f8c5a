"""A user's regular expressions, run where they can be stopped: Python's engine may take for ever on some of them.

Each text gets a time that grows with its length only; an expression that needs more is refused.
"""

import multiprocessing
import re
from collections.abc import Sequence
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from headwater.errors import UsageError

START = 20.0  # seconds for the process to start and for any text
PER_CHARACTER = 2e-5  # seconds for each character and pattern: two seconds for a text of 100,000


def _work(pipe: Connection, patterns: Sequence[str]) -> None:
    compiled = [re.compile(pattern) for pattern in patterns]
    pipe.send("ready")
    while (text := pipe.recv()) is not None:
        pipe.send([(n, *match.span()) for n, one in enumerate(compiled) for match in one.finditer(text) if match[0]])


class PatternSearch:
    """Finds patterns in texts in a process of its own; use ``with``. The rules have seen to it that they compile."""

    def __init__(self, patterns: Sequence[str]) -> None:
        self._patterns = patterns
        self._process: multiprocessing.process.BaseProcess | None = None

    def __enter__(self) -> "PatternSearch":
        if self._patterns:
            context = multiprocessing.get_context("spawn")
            self._pipe, theirs = context.Pipe()
            self._process = context.Process(target=_work, args=(theirs, list(self._patterns)), daemon=True)
            self._process.start()
            self._receive(START, "")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._pipe.close()

    def find(self, text: str) -> list[tuple[int, int, int]]:
        """Return the number of the pattern, start and end of each find. Raises UsageError where it takes too long."""
        if self._process is None or not text:
            return []
        self._pipe.send(text)
        found: list[tuple[int, int, int]] = self._receive(1 + PER_CHARACTER * len(text) * len(self._patterns), text)
        return found

    def _receive(self, seconds: float, text: str) -> Any:  # Any: what the other side sends
        if not self._pipe.poll(seconds):
            raise UsageError(
                f"redaction: the patterns took more than {seconds:.0f} seconds on a text of {len(text):,} characters; "
                "write them without repetitions inside repetitions"
            )
        return self._pipe.recv()
