"""Files that want to harm: the parent never falls, nothing takes longer or more than it may, each ends in a state.

The short run reads some hundreds of files; ``-m slow`` reads more than two thousand and prints the counts.
"""

import os
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest

import headwater
import hostile
import piles
from adversaries import adversaries
from headwater.errors import ReadError
from headwater.pipeline.analysing import Outcome, Work
from headwater.pipeline.reading import Pile, Sources
from headwater.read import Piece, find_inputs, read_table
from headwater.read.inputs import Input
from headwater.read.isolation import Limits, Worker, WorkerError, read_apart
from hostile_pdf import hostile_pdfs
from survival import command, sound, texts

SECONDS = 15.0  # a reader's limit here; half of what users get, so that the run ends


def read_all(folder: Path, files: Iterator[tuple[str, bytes]], limits: Limits) -> tuple[int, list[Outcome]]:
    number = 0
    for name, data in files:
        (folder / name).write_bytes(data)
        number += 1
    inputs = find_inputs([folder])
    pile = Pile(inputs, read_table(None, inputs.found), Sources(()), limits)
    return number, list(Work(pile, workers=2).read())


def say(line: str) -> None:
    sys.stdout.write(line + "\n")  # shown by pytest -s


def check(number: int, found: list[Outcome]) -> None:
    """Every file ended somewhere, each end has its reason, every text can be written down."""
    ended = {outcome.path.partition("#")[0] for outcome in found}
    states = Counter(o.document.state if o.document else "rejected" for o in found)
    kinds = Counter(f"{o.format}: {o.document.state if o.document else 'rejected'}" for o in found)
    say(f"\n{number} files, {len(found)} documents: {dict(states)}")
    say("\n".join(f"  {kind}: {count}" for kind, count in sorted(kinds.items())))
    assert len(ended) == number
    for outcome in found:
        if outcome.document is None:
            assert outcome.reason
            assert "\n" not in outcome.reason
            continue
        document = outcome.document
        assert document.text.strip()
        document.text.encode()
        assert bool(document.lost) == (document.state == "partial")
        assert all(0 <= s.start < s.end <= len(document.text) for s in document.structure)


def test_tricks_mutations_and_truncations_end_in_a_state_with_its_reason(tmp_path: Path) -> None:
    files = [*hostile.by_hand(), *hostile.mutations(1, 200), *hostile.truncations(5)]
    began = time.monotonic()
    number, found = read_all(tmp_path, iter(files), Limits(SECONDS))
    check(number, found)
    late = [o.path for o in found if "took longer" in (o.reason or "")]
    assert len(late) <= 3, late
    say(f"{time.monotonic() - began:.0f} s")


@pytest.mark.slow
def test_more_than_two_thousand_hostile_files_end_in_a_state_with_its_reason(tmp_path: Path) -> None:
    files = [*hostile.mutations(2, 2_400), *hostile.truncations(20)]
    number, found = read_all(tmp_path, iter(files), Limits(SECONDS))
    assert number >= 2_800
    check(number, found)
    assert not [o.path for o in found if "took longer" in (o.reason or "")]


def test_entities_are_not_expanded_and_no_file_is_read(tmp_path: Path) -> None:
    files = [(name, data) for name, data in hostile.by_hand() if name.startswith("entity-")]
    _, found = read_all(tmp_path, iter(files), Limits(SECONDS))
    for outcome in found:
        text = outcome.document.text if outcome.document else ""
        assert "root:" not in text
        assert "haha" not in text
        assert "xxxx" not in text
    assert {o.reason is not None for o in found if o.path.endswith((".xml", ".docx"))} == {True}


@pytest.fixture
def evil(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """A module that stands in for a reader, in the workers only."""
    folder = tmp_path / "modules"
    folder.mkdir()
    monkeypatch.setenv("PYTHONPATH", str(folder))
    (folder / "sitecustomize.py").write_text(
        "import sys, importlib.abc, importlib.util, os\n"
        "class Finder(importlib.abc.MetaPathFinder):\n"
        "    def find_spec(self, name, path, target=None):\n"
        "        if name == 'headwater.read.rtf':\n"
        "            file = os.path.join(os.path.dirname(__file__), 'evil.py')\n"
        "            return importlib.util.spec_from_file_location(name, file)\n"
        "sys.meta_path.insert(0, Finder())\n"
    )
    return folder / "evil.py"


EVIL = {
    "hangs": ("import time\n    time.sleep(60)", "took longer than 2 s"),
    "loops": ("while True: pass", "took longer than 2 s"),
    "eats memory": ("a = bytearray(3_000_000_000)", "more than 1 GB"),
    "dies": ("import os, signal\n    os.kill(os.getpid(), signal.SIGSEGV)", "its reader crashed (SIGSEGV)"),
    "leaves": ("import os\n    os._exit(7)", "its reader crashed (exit code 7)"),
    "raises": ("raise KeyError('x')", "damaged, or not understood by the reader for RTF"),
    "recurses": ("def f(): f()\n    f()", "damaged, or not understood by the reader for RTF (RecursionError"),
    "connects": ("import socket\n    socket.create_connection(('127.0.0.1', 9))", "asked for socket"),
    "looks up": ("import socket\n    socket.getaddrinfo('post.example', 80)", "asked for socket"),
    "starts": ("import subprocess\n    subprocess.run(['true'])", "asked for subprocess.Popen"),
    "writes": ("open(__file__ + '.written', 'w')", "wanted to write a file"),
    "deletes": ("import os\n    os.remove(__file__)", "asked for os.remove"),
    "prints": ("print('x' * 1000); import os; os.write(1, b'y' * 1000); raise ValueError('z')", "not understood"),
}


@pytest.mark.parametrize("deed", list(EVIL))
def test_a_reader_that_does_harm_costs_one_document(tmp_path: Path, evil: Path, deed: str) -> None:
    code, reason = EVIL[deed]
    evil.write_text(f"def read_rtf(data):\n    {code}\n")
    folder = tmp_path / "in"
    files = iter([("a.txt", b"Words before."), ("b.rtf", piles.rtf()), ("c.html", piles.page())])
    folder.mkdir()
    _, found = read_all(folder, files, Limits(2.0))
    before, bad, after = found
    assert before.document is not None
    assert after.document is not None
    assert reason in (bad.reason or ""), bad.reason
    assert not evil.with_name("evil.py.written").exists()


def test_a_worker_that_was_killed_by_somebody_else_is_replaced_and_the_document_read(tmp_path: Path) -> None:
    found = Input("a.html", "a.html", None)
    piece = Piece("", piles.page(), "HTML")
    with Worker(Limits()) as worker:
        assert read_apart(worker, found, piece, {}).text
        assert worker._process is not None
        worker._process.kill()
        assert read_apart(worker, found, piece, {}).text
    with pytest.raises(WorkerError):
        read_apart(worker, found, piece, {})


def test_a_closed_worker_leaves_no_process(tmp_path: Path) -> None:
    with Worker(Limits()) as worker:
        read_apart(worker, Input("a", "a.html", None), Piece("", piles.page(), "HTML"), {})
        process = worker._process
    assert process is not None
    assert process.poll() is not None


def test_plain_files_start_no_process(tmp_path: Path) -> None:
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(piles.WORDS)
    code = (
        "import subprocess, sys\n"
        "class Refusing(subprocess.Popen):\n"
        "    def __init__(self, *a, **k): raise AssertionError('a process was started')\n"
        "subprocess.Popen = Refusing\n"
        "from headwater import pipeline\n"
        "assert all(o.document for o in pipeline.read([sys.argv[1]]))\n"
    )
    assert subprocess.run([sys.executable, "-c", code, tmp_path], check=False).returncode == 0


SLOW_READER = """
def read_rtf(data):
    import time
    from headwater.read.extract import Extract
    time.sleep(1)
    return Extract("Words that took a second.")
"""
STOPPED = """
import sys
from headwater.read import Piece
from headwater.read.inputs import Input
from headwater.read.isolation import Limits, Worker, read_apart
with Worker(Limits(2.0)) as worker:
    print("ready", flush=True)
    print(read_apart(worker, Input("a", "a.rtf", None), Piece("", b"x", "RTF"), {}).text, flush=True)
"""


def test_a_program_that_was_stopped_for_longer_than_the_limit_loses_no_document(evil: Path) -> None:
    evil.write_text(SLOW_READER)
    with subprocess.Popen([sys.executable, "-c", STOPPED], stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "ready\n"
        time.sleep(0.3)
        program.send_signal(signal.SIGSTOP)
        time.sleep(4)
        program.send_signal(signal.SIGCONT)
        assert program.stdout.readline() == "Words that took a second.\n"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="the worker is found in /proc")
def test_a_run_and_a_worker_that_are_stopped_for_a_minute_lose_nothing(tmp_path: Path, evil: Path) -> None:
    """A laptop that sleeps stops the whole program; a worker that alone is stopped is replaced when its time is up."""
    evil.write_text(SLOW_READER.replace("sleep(1)", "sleep(3)"))
    pile = texts(tmp_path / "pile", 3)
    (pile / "slow.rtf").write_bytes(piles.rtf())
    cases = {"whole": tmp_path / "whole", "worker": tmp_path / "worker"}
    running = {
        name: subprocess.Popen(command(pile, case), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        for name, case in cases.items()
    }
    stopped = [running["whole"].pid, worker_of(running["worker"].pid)]
    for process in stopped:
        os.kill(process, signal.SIGSTOP)
    time.sleep(60)
    assert running["whole"].poll() is None
    os.kill(running["whole"].pid, signal.SIGCONT)
    said = {name: process.communicate(timeout=120) for name, process in running.items()}
    assert running["whole"].returncode == 0, said["whole"][1]
    assert sound(cases["whole"]) == 4
    assert running["worker"].returncode == 3
    assert b"slow.rtf: took longer than 30 s to read" in said["worker"][1]
    assert sound(cases["worker"]) == 3
    again = subprocess.run(
        [*command(pile, cases["worker"]), "--retry-failed"], capture_output=True, check=False, timeout=120
    )
    assert again.returncode == 0, again.stderr
    assert again.stdout == said["whole"][0]


def worker_of(process: int) -> int:
    """Return a process's first child, as soon as it has one."""
    until = time.monotonic() + 60
    while time.monotonic() < until:
        for thread in Path(f"/proc/{process}/task").iterdir():
            if found := (thread / "children").read_text().split():
                return int(found[0])
        time.sleep(0.05)
    raise AssertionError("no worker was started")


@pytest.mark.parametrize("number", [3, 30])
def test_an_interrupt_ends_the_program_and_its_workers_at_once(evil: Path, tmp_path: Path, number: int) -> None:
    evil.write_text(SLOW_READER.replace("sleep(1)", "sleep(20)"))
    for n in range(number):
        (tmp_path / f"{n}.rtf").write_bytes(piles.rtf())
    arguments = [sys.executable, "-m", "headwater", "trace", str(tmp_path), "--quiet"]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as program:
        time.sleep(4)
        assert program.poll() is None
        began = time.monotonic()
        program.send_signal(signal.SIGINT)
        assert program.wait(20) == 130
        assert time.monotonic() - began < 5  # two seconds on a machine that does nothing else


def test_a_second_interrupt_ends_the_program_at_once_and_loses_nothing_that_was_kept(
    evil: Path, tmp_path: Path
) -> None:
    evil.write_text(SLOW_READER.replace("sleep(1)", "sleep(60)"))
    pile = texts(tmp_path / "pile", 3)
    (pile / "slow.rtf").write_bytes(piles.rtf())
    case = tmp_path / "case"
    with subprocess.Popen(command(pile, case), stderr=subprocess.PIPE, stdout=subprocess.DEVNULL) as program:
        until = time.monotonic() + 60
        while sound(case) < 3 and time.monotonic() < until:
            time.sleep(0.1)
        assert program.poll() is None
        began = time.monotonic()
        program.send_signal(signal.SIGINT)
        time.sleep(0.05)
        program.send_signal(signal.SIGINT)
        assert program.wait(20) in (130, -signal.SIGINT)
        assert time.monotonic() - began < 5
    assert sound(case) == 3


def patterns() -> dict[str, re.Pattern[str] | re.Pattern[bytes]]:
    """Return every compiled pattern at the top of a module of the package, and those in its tables."""
    found: dict[str, re.Pattern[str] | re.Pattern[bytes]] = {}

    def note(name: str, value: object, depth: int = 0) -> None:
        if isinstance(value, re.Pattern):
            found.setdefault(f"{'read' if '.read.' in name else 'other'} {value.pattern!r}/{value.flags}", value)
        elif depth < 4 and isinstance(value, (tuple, list, set, frozenset)) and len(value) < 2_000:
            for item in value:
                note(name, item, depth + 1)
        elif depth < 4 and isinstance(value, dict) and len(value) < 2_000:
            for item in (*value, *value.values()):
                note(name, item, depth + 1)
        elif depth < 4 and type(value).__module__.startswith("headwater.") and hasattr(value, "__dataclass_fields__"):
            for field in value.__dataclass_fields__:
                note(name, getattr(value, field, None), depth + 1)

    for module in walk_packages(headwater.__path__, "headwater."):
        if module.name.endswith((".train", "__main__")) or ".engine" in module.name:
            continue
        try:
            loaded = import_module(module.name)
        except ImportError:
            continue  # an extra that is not installed here
        for name, value in list(vars(loaded).items()):
            note(f"{module.name}.{name}", value)
    return found


LENGTH = 100_000  # characters
ADVERSARIAL = {
    "letters": "a" * LENGTH,
    "capitals": "A" * LENGTH,
    "digits": "1" * LENGTH,
    "blanks": " " * LENGTH,
    "lines": "\n" * LENGTH,
    "words": "said " * (LENGTH // 5),
    "names": "Ida Voss " * (LENGTH // 9),
    "capitalised": "A " * (LENGTH // 2),
    "commas": "a," * (LENGTH // 2),
    "figures": "1,000 " * (LENGTH // 6),
    "dates": "3 June 2031, " * (LENGTH // 13),
    "months": "June " * (LENGTH // 5),
    "quotes": "“" * LENGTH,
    "pairs": "“a” " * (LENGTH // 4),
    "straight": '"' * LENGTH,
    "apostrophes": "'a " * (LENGTH // 3),
    "tags": "<a" * (LENGTH // 2),
    "brackets": "<" * LENGTH,
    "comments": "<!-- -" * (LENGTH // 6),
    "declarations": "<?xml " * (LENGTH // 6),
    "dashes": "-" * LENGTH,
    "long dashes": "—" * LENGTH,
    "full stops": "a. " * (LENGTH // 3),
    "dots": "." * LENGTH,
    "colons": "a:" * (LENGTH // 2),
    "line of marks": "> " * (LENGTH // 2),
    "headers": "a: b\n" * (LENGTH // 5),
    "front matter": "---\n" * (LENGTH // 4),
    "paragraphs": "A b.\n\n" * (LENGTH // 6),
    "capitals and comma": "AB, " * (LENGTH // 4),
    "parentheses": "(" * LENGTH,
    "dateline": "PORT ALMA, June " * (LENGTH // 16),
    "of": "of the " * (LENGTH // 7),
    "that": "that he said that " * (LENGTH // 18),
    "addresses": "https://a.b/" * (LENGTH // 12),
    "mixed": "a1 B. “c” – 2,5 % of (d) " * (LENGTH // 25),
}


def slow_patterns(subjects: Callable[[re.Pattern[str] | re.Pattern[bytes]], Iterable[str]], named: str) -> list[str]:
    """Return what takes more than a second of processor time, of the patterns whose names begin so."""
    slow = []
    for where, pattern in patterns().items():
        if not where.startswith(named):
            continue
        for subject in subjects(pattern):
            given = subject if isinstance(pattern.pattern, str) else subject.encode()
            began = time.process_time()
            for _ in pattern.finditer(given):  # type: ignore[arg-type]
                if time.process_time() - began > 5:
                    break
            if (taken := time.process_time() - began) > 1:
                slow.append(f"{taken:.1f} s on {subject[:40]!r}: {str(pattern.pattern)[:200]}")
    return slow


def usual(pattern: object) -> Iterator[str]:
    """Yield the strings that are tried on every pattern."""
    return (subject[:LENGTH] + "!" for subject in ADVERSARIAL.values())


def test_every_pattern_of_the_readers_takes_less_than_a_second_on_any_adversary() -> None:
    assert sum(where.startswith("read") for where in patterns()) > 40
    assert slow_patterns(usual, "read") == []


def test_every_pattern_takes_less_than_a_second_on_what_is_hard_for_it() -> None:
    assert sum(where.startswith("other") for where in patterns()) > 300
    assert slow_patterns(lambda pattern: adversaries(pattern, LENGTH), "") == []


@pytest.mark.slow
def test_every_other_pattern_takes_less_than_a_second_on_any_adversary() -> None:
    assert slow_patterns(usual, "other") == []


@pytest.mark.parametrize("source", [r"(a+)+b", r"a.*,x", r"\s*\Z", r"[A-Z]{2,}s", r"<a[^>]*>", rb"[.!?]+(?=\s)"])
def test_what_is_made_from_a_pattern_finds_the_slow_one(source: str | bytes) -> None:
    pattern = re.compile(source)

    def longest(length: int) -> float:
        return max(timed(pattern, subject) for subject in adversaries(pattern, length))

    length = 3 if source == r"(a+)+b" else 800
    assert longest(8 * length) > 16 * longest(length)  # 64 times for the square, 8 for what is in proportion


def timed(pattern: re.Pattern[str] | re.Pattern[bytes], subject: str) -> float:
    given = subject if isinstance(pattern.pattern, str) else subject.encode()
    began = time.process_time()
    for _ in pattern.finditer(given):  # type: ignore[arg-type]
        pass
    return time.process_time() - began


@pytest.mark.slow
def test_bombs_loops_and_lies_of_pdf_end_in_a_state_within_their_limits() -> None:
    """Thirty seconds, a gigabyte; what takes more costs itself, and the next is read as if nothing had been."""
    states: dict[str, str] = {}
    with Worker(Limits()) as worker:
        for name, data in hostile_pdfs():
            began = time.monotonic()
            try:
                document = read_apart(worker, Input(name, f"{name}.pdf", None), Piece("", data, "PDF"), {})
            except ReadError as error:
                states[name] = str(error)
            else:
                states[name] = " ".join((document.state, *document.lost))
                document.text.encode()
            assert time.monotonic() - began < 60, name  # two attempts, where the reader crashes
            assert worker._process is None or most_memory(worker._process.pid) < 1_200_000_000, name
    say(f"{len(states)} hostile PDF files: {Counter(state.split()[0] for state in states.values())}")
    assert len(states) > 50
    assert not any("\n" in state for state in states.values())
    assert "password" in states["locked"]
    assert "locked in a way that is not known" in states["locked-by-somebody"]
    assert "no text layer" in states["no-text"]
    assert "suspicious text layer: 100%" in states["strange-letters"]
    assert "suspicious text layer" in states["many-letters"]
    assert states["ten-thousand-pages"] == states["acts"] == states["two-tables"] == "ok"


def most_memory(process: int) -> int:
    """Return the most bytes that a process ever had in memory, where the system tells (Linux)."""
    status = Path(f"/proc/{process}/status")
    lines = status.read_text().splitlines() if status.exists() else []
    return next((1024 * int(line.split()[1]) for line in lines if line.startswith("VmHWM")), 0)


def test_every_seed_of_the_hostile_files_is_a_good_file(tmp_path: Path) -> None:
    files = ((f"seed.{suffix}", make()) for suffix, make in hostile.SEEDS.items())
    _, found = read_all(tmp_path, files, Limits())
    assert [(o.path, o.reason) for o in found if o.reason] == []
    assert {o.path.partition("seed.")[2].partition("#")[0] for o in found} == set(hostile.SEEDS)
