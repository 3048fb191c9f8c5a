"""Many at one case at once: four runs that write, eight that read, and the desk answering in a browser's place."""

import random
import signal
import subprocess
import threading
import time
from collections import Counter
from contextlib import AbstractContextManager
from pathlib import Path
from types import TracebackType

import httpx

from headwater.web.pages import PAGES
from survival import RUN, Counted, FaultError, command, findings, sound, texts

WRITERS = (6, 8, 12, 18)  # texts that each of them traces
READERS = 8
PATIENCE = 300  # s for one run among so many
SLOW = 60.0  # s for a page of the desk, on a machine that the others fill
LISTS = tuple(page.path for page in PAGES if "{" not in page.path)


class Visitor(AbstractContextManager["Visitor"]):
    """Somebody at a desk of their own, who opens one list after the other; what went wrong is raised at the end."""

    def __init__(self, case: Path) -> None:
        self.counted: Counted = Counter()
        self.problem: str | None = None
        arguments = [*RUN, "desk", str(case), "--no-browser"]
        self._desk = subprocess.Popen(arguments, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._visit)

    def __enter__(self) -> "Visitor":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        self._thread.join()
        self._desk.send_signal(signal.SIGINT)
        if self._desk.wait(SLOW) not in (0, 130):
            self.problem = self.problem or f"the desk ended with {self._desk.returncode}"
        if self._desk.stdout is not None:
            self._desk.stdout.close()

    def _visit(self) -> None:
        assert self._desk.stdout is not None
        address = self._desk.stdout.readline().split()[-1]
        home = address.partition("/enter")[0]
        try:
            with httpx.Client(timeout=SLOW) as client:
                client.get(address)
                while not self._over.is_set() and self.problem is None:
                    for path in LISTS:
                        self._look(client, home + path)
        except httpx.HTTPError as error:
            self.problem = f"the desk gave no answer: {error!r}"

    def _look(self, client: httpx.Client, address: str) -> None:
        began = time.monotonic()
        answer = client.get(address)
        taken = int(1000 * (time.monotonic() - began))
        if answer.status_code != 200 or "working failed" in answer.text:
            self.problem = f"the desk answered {answer.status_code} to {address}: {answer.text[-300:]}"
        self.counted["pages of the desk"] += 1
        self.counted["slowest page in ms"] = max(self.counted["slowest page in ms"], taken)


def many(work: Path, trials: int, chance: random.Random) -> Counted:
    """Four runs write into one case while eight and the desk read it; nobody is turned away, nothing is lost."""
    del chance
    piles = [texts(work / f"pile{number}", number) for number in WRITERS]
    case = work / "case"
    findings(piles[0], case)
    ends = time.monotonic() + trials
    counted: Counted = Counter()
    with Visitor(case) as visitor:
        while time.monotonic() < ends:
            writers = [_run(command(pile, case)) for pile in piles]
            readers = [_run([*RUN, "claims", "--in", str(case)]) for _ in range(READERS)]
            said = [process.communicate(timeout=PATIENCE)[1] for process in (*writers, *readers)]
            for process, words in zip((*writers, *readers), said, strict=True):
                if process.returncode != 0:
                    raise FaultError(f"turned away: {words.decode()[-400:]}")
            counted["runs that wrote"] += len(writers)
            counted["runs that read"] += len(readers)
    if visitor.problem is not None:
        raise FaultError(visitor.problem)
    counted.update(visitor.counted)
    sound(case)
    if findings(piles[-1], case) != findings(piles[-1], work / "fresh"):
        raise FaultError("the findings differ after many wrote at once")
    counted["converged"] += 1
    return counted


def _run(arguments: list[str]) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
