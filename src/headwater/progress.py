"""Progress of long work: one line on standard error. Nothing for short work."""

import sys
import time

QUIET_FOR = 1.0  # seconds; shorter work shows no progress
EVERY = 0.2  # seconds between two updates on a terminal
EVERY_LINE = 10.0  # seconds between two lines where standard error is a file


class ProgressLine:
    """One line on standard error: what is being done, how far, how fast, how long still."""

    def __init__(self) -> None:
        self._began = self._shown = time.monotonic()
        self._stage = ""
        self._stage_began = self._began
        self._shown_width = 0

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_began = stage, now
        terminal = sys.stderr.isatty()
        if now - self._began < QUIET_FOR or now - self._shown < (EVERY if terminal else EVERY_LINE):
            return
        self._shown = now
        line = f"{stage} {done}/{total}"
        if done and done < total and now > self._stage_began:
            rate = done / (now - self._stage_began)
            line += f", {rate:.1f} a second, about {(total - done) / rate:.0f} s left"
        if terminal:
            sys.stderr.write(f"\r{line:<{self._shown_width}}")  # blanks: not every console knows the code for it
            sys.stderr.flush()
            self._shown_width = len(line)
        else:
            sys.stderr.write(line + "\n")

    def close(self) -> None:
        """Take the line away."""
        if self._shown_width:
            sys.stderr.write(f"\r{'':<{self._shown_width}}\r")
            sys.stderr.flush()
            self._shown_width = 0
