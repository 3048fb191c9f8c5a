"""Faults that a case must survive: killed processes, changed bytes, a failing machine, many at once, stops, copies.

usage: python tests/faults.py [SCENARIO...] [--trials N] [--seed N]

Each scenario runs the program in processes of their own on texts of our own and prints what it counted. After every
fault the case must open, what was acknowledged must be whole, ``verify`` must find nothing, and the same command run
again must give the same bytes as if nothing had happened. The texts are French: no model is loaded, so a run is short
and most of it is writing.
"""

import argparse
import gzip
import json
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import crowd_faults
import machine_faults
from findings_by_hand import build
from headwater.errors import CaseError
from headwater.report.desk import shelve
from headwater.store import CaseFolder
from headwater.store.database import MIGRATIONS
from headwater.store.shelf import Shelf
from older_cases import as_version
from piles import answer, record
from survival import Counted, FaultError, command, findings, sound, texts

ARCHIVED = 60  # pages
INTERRUPTED = (130, -signal.SIGINT)  # one to a shell; Python ends by the signal where it strikes an import
# keeps documents one after the other, and says the number of each once it is kept
WRITER = (
    "import sys, headwater.store as s, pathlib\n"
    "sys.path.insert(0, sys.argv[2])\nfrom findings_by_hand import build\ncase = build()\n"
    "with s.CaseFolder(sys.argv[1]) as folder:\n"
    "    start = len(folder.versions())\n"
    "    for n in range(start, start + 10_000):\n"
    "        folder.keep_original(str(n).encode())\n"
    "        folder.keep_analysis(f'k{n}', case.analyses[n % len(case.analyses)])\n"
    "        if n % 50 == 49: folder.keep_collection(f'c{n}', case, [f'k{m}' for m in range(n - 40, n)])\n"
    "        folder.write_log('kept', {'n': n})\n"
    "        print(n, flush=True)\n"
)


def kill(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 at random moments of a bulk run, again in the run that follows, then let one end."""
    pile = texts(work / "pile")
    rows = [{"text": file.read_text(encoding="utf-8"), "title": f"Rapport {file.stem}"} for file in pile.iterdir()]
    (pile / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return _killed(work, pile, 2 * len(rows), trials, chance)


def archive(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 in the middle of a web archive, twice; the run that follows does only the pages that were not kept."""
    pages = sorted(texts(work / "texts", ARCHIVED).iterdir())
    pile = work / "pile"
    pile.mkdir()
    bodies = [f"<html lang=fr><body><article><p>{page.read_text(encoding='utf-8')}" for page in pages]
    records = [record(answer(body.encode()), f"https://post.example/{n}") for n, body in enumerate(bodies)]
    (pile / "crawl.warc.gz").write_bytes(b"".join(gzip.compress(one, mtime=0) for one in records))
    return _killed(work, pile, len(records), trials, chance)


def _killed(work: Path, pile: Path, documents: int, trials: int, chance: random.Random) -> Counted:
    """Trace a pile of so many documents, killed twice, then to the end; what was kept is not done again."""
    expected = findings(pile, work / "whole")
    length = _writing(command(pile, work / "timed"), work / "timed")
    counted: Counted = Counter()
    for trial in range(trials):
        case = work / f"case{trial}"
        before = 0
        for _ in range(2):  # the second strikes while the first is being recovered from
            with subprocess.Popen(command(pile, case), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                _await(case / "case.db-wal", running)
                time.sleep(chance.random() * length)
                running.send_signal(signal.SIGKILL)
            kept = sound(case)
            if kept < before:
                raise FaultError(f"{before - kept} acknowledged documents are gone")
            before = kept
            counted["killed"] += 1
            counted["killed before anything was kept" if kept == 0 else "killed with documents kept"] += 1
            if 0 < kept < documents:
                counted["killed half way"] += 1
        if findings(pile, case) != expected:
            raise FaultError(f"trial {trial}: the findings differ after kills")
        if (again := _done_again(case)) != documents - before:
            raise FaultError(f"{again} documents were done after the kills; {before} of {documents} were kept already")
        sound(case)
        counted["converged"] += 1
    return counted


def _done_again(case: Path) -> int:
    """Return how many documents the last run into a case analysed, as its log says."""
    line = json.loads((case / "log.jsonl").read_bytes().splitlines()[-1])
    return int(line["details"]["done again"])


def _await(file: Path, running: "subprocess.Popen[bytes]") -> None:
    """Wait until a file is there, which SQLite makes when a case is opened, or the process has ended."""
    while not file.exists() and running.poll() is None:
        time.sleep(0.005)


def _writing(arguments: Sequence[str], case: Path) -> float:
    """Return for how many seconds a run has its case open."""
    with subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
        _await(case / "case.db-wal", running)
        began = time.monotonic()
        running.wait()
    return time.monotonic() - began


def single(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 between and within single documents; what was said to be kept must be kept."""
    counted: Counted = Counter()
    case = work / "case"
    for _ in range(trials):
        arguments = [sys.executable, "-c", WRITER, str(case), str(Path(__file__).parent)]
        with subprocess.Popen(arguments, stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(chance.random() * 0.15)
            running.send_signal(signal.SIGKILL)
            said = [int(line) for line in running.stdout.read().splitlines(keepends=True) if line.endswith(b"\n")]
        with CaseFolder(case) as folder:
            kept = set(folder.versions())
            problems = [p for p in folder.problems() if not p.startswith("originals/sha-")]
        if problems:
            raise FaultError(f"the case is damaged: {problems[:3]}")
        if lost := [n for n in said if f"k{n}" not in kept]:
            raise FaultError(f"acknowledged and lost: {lost[:5]}")
        counted["killed"] += 1
        counted["acknowledged"] += len(said)
    return counted


def migrate(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 while a case of an earlier version is brought up to date; opened again, it is whole and says the same."""
    whole = filled(work / "whole", 400)
    with CaseFolder(whole) as folder:
        expected = folder.latest()
    counted: Counted = Counter()
    opening = "import sys; from headwater.store import CaseFolder; print(flush=True); CaseFolder(sys.argv[1]).close()"
    for trial in range(trials):
        version = 1 + trial % (len(MIGRATIONS) - 1)
        case = as_version(whole, version, work / f"case{trial}")
        with subprocess.Popen([sys.executable, "-c", opening, str(case)], stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()  # imports are done; what follows is the migration
            time.sleep(chance.random() * 0.06)
            running.send_signal(signal.SIGKILL)
        database = sqlite3.connect(case / "case.db")
        (stands,) = database.execute("PRAGMA user_version").fetchone()
        database.close()
        if stands not in (version, len(MIGRATIONS)):
            raise FaultError(f"a case of version {version} stands at {stands}, half way")
        counted[f"killed {'before' if stands == version else 'after'} it was brought up to date"] += 1
        sound(case)
        with CaseFolder(case) as folder:
            if folder.latest() != expected:
                raise FaultError(f"a case of version {version} says other things after its migration was killed")
        shutil.rmtree(case)
    return counted


def index(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 while the pages' shelf with its full-text index is made; there is all of it or nothing."""
    case = filled(work / "case", 300)
    began = time.monotonic()
    file = shelve(case)
    length = time.monotonic() - began
    names = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%words%' ORDER BY name"
    with Shelf(file, 60) as shelf:
        tables = [name for (name,) in shelf.rows(names)]
        expected = [shelf.rows(f'SELECT * FROM "{name}"') for name in tables]
    counted: Counted = Counter()
    making = (
        "import sys, pathlib; from headwater.report.desk import shelve; print(flush=True); "
        "shelve(pathlib.Path(sys.argv[1])); print(flush=True)"
    )
    for _ in range(trials):
        file.unlink(missing_ok=True)
        with subprocess.Popen([sys.executable, "-c", making, str(case)], stdout=subprocess.PIPE) as running:
            assert running.stdout is not None
            running.stdout.readline()
            time.sleep(chance.random() * 1.5 * length)
            running.send_signal(signal.SIGKILL)
        counted[f"killed with the index {'whole' if file.exists() else 'not yet there'}"] += 1
        if shelve(case) != file or list(case.glob("shelf-*.part")):
            raise FaultError("a part of an index was left behind")
        with Shelf(file, 60) as shelf:
            if [shelf.rows(f'SELECT * FROM "{name}"') for name in tables] != expected:
                raise FaultError("an index that was killed and made again says other things")
    sound(case)
    return counted


def flip(work: Path, trials: int, chance: random.Random) -> Counted:
    """Change one bit of the database at a random place: it is found, refused, or changes nothing that is shown."""
    whole = filled(work / "whole", 6)
    with CaseFolder(whole) as folder:
        shown = folder.latest()
    data = (whole / "case.db").read_bytes()
    counted: Counted = Counter()
    case = work / "case"
    for _ in range(trials):
        shutil.copytree(whole, case)
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        (case / "case.db").write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
        try:
            with CaseFolder(case) as folder:
                problems = folder.problems()
                read = folder.latest()
        except CaseError:
            counted["refused"] += 1
        else:
            if not problems and read != shown:
                raise FaultError(f"bit {bit} of byte {place} changed what is shown, unseen")
            counted["found" if problems else "without effect"] += 1
        shutil.rmtree(case)
    return counted


def filled(case: Path, documents: int) -> Path:
    """Make a case of so many analyses made by hand, with their originals, and fold its database into one file."""
    made = build()
    with CaseFolder(case) as folder:
        for number in range(documents):
            analysis = made.analyses[number % len(made.analyses)]
            data = f"{number} {analysis.document.text}".encode()
            document = replace(analysis.document, path=f"{number:05}.txt", sha256=folder.keep_original(data))
            folder.keep_analysis(f"k{number:05}", replace(analysis, document=document))
        folder.keep_collection("all", made, [f"k{number:05}" for number in range(documents)])
        folder.write_log("trace", {"documents": documents})
    return case


def copy(work: Path, trials: int, chance: random.Random) -> Counted:
    """Copy a case while another process writes into it; every copy opens, is whole and holds what was said before."""
    counted: Counted = Counter()
    case = work / "case"
    arguments = [sys.executable, "-c", WRITER, str(case), str(Path(__file__).parent)]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        for trial in range(trials):
            said = int(running.stdout.readline())
            time.sleep(chance.random() * 0.1)
            copied = work / f"copy{trial}"
            with CaseFolder(case) as folder:
                folder.copy_to(copied)
            with CaseFolder(copied) as folder:
                kept = folder.versions()
                problems = [p for p in folder.problems() if not p.startswith("originals/sha-")]
            if problems or f"k{said}" not in kept:
                raise FaultError(f"a copy is not whole: {problems[:3]}")
            counted["copies"] += 1
            counted["documents in the last copy"] = len(kept)
            shutil.rmtree(copied)
        running.kill()
    return counted


def stop(work: Path, trials: int, chance: random.Random) -> Counted:
    """SIGSTOP for a while, as a closed laptop does; and Ctrl-C, once or twice: exit 130 at once, finished work kept."""
    pile = texts(work / "pile")
    expected = findings(pile, work / "whole")
    counted: Counted = Counter()
    for trial in range(trials):
        case = work / f"case{trial}"
        with subprocess.Popen(command(pile, case), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as running:
            time.sleep(chance.random())
            running.send_signal(signal.SIGSTOP)
            time.sleep(0.3)
            running.send_signal(signal.SIGCONT)
            out, _ = running.communicate(timeout=300)
        if out != expected:
            raise FaultError(f"trial {trial}: the findings differ after a stop")
        counted["stopped and went on"] += 1
        case = work / f"interrupted{trial}"
        with subprocess.Popen(command(pile, case), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as running:
            time.sleep(0.3 + chance.random())
            running.send_signal(signal.SIGINT)
            sent = time.monotonic()
            if trial % 2:
                time.sleep(0.05)
                running.send_signal(signal.SIGINT)
            _, said = running.communicate(timeout=60)
        if running.returncode not in (0, *INTERRUPTED):
            raise FaultError(f"an interrupt ended with {running.returncode}: {said.decode()[-300:]}")
        if running.returncode in INTERRUPTED:
            counted["interrupted"] += 1
            counted["slowest end in ms"] = max(counted["slowest end in ms"], int(1000 * (time.monotonic() - sent)))
        sound(case)
        if findings(pile, case) != expected:
            raise FaultError(f"trial {trial}: the findings differ after an interrupt")
    return counted


SCENARIOS: dict[str, tuple[Callable[[Path, int, random.Random], Counted], int]] = {
    "kill": (kill, 75),  # twice each
    "archive": (archive, 25),  # twice each
    "single": (single, 50),
    "migrate": (migrate, 50),
    "index": (index, 50),
    "flip": (flip, 2_000),
    "copy": (copy, 20),
    "disk": (machine_faults.disk, 50),
    "failing": (machine_faults.failing, 100),
    "clock": (machine_faults.clock, 20),
    "memory": (machine_faults.memory, 1),
    "permission": (machine_faults.permission, 1),
    "many": (crowd_faults.many, 600),  # seconds
    "stop": (stop, 10),
}


def run(name: str, trials: int | None = None, seed: int = 0) -> Counted:
    """Run one scenario in a folder of its own; return what was counted. Raises FaultError."""
    scenario, usual = SCENARIOS[name]
    with tempfile.TemporaryDirectory() as folder:
        return scenario(Path(folder), usual if trials is None else trials, random.Random(seed))


def main(arguments: Sequence[str] | None = None) -> None:
    """Run scenarios and print what each counted, as a line of JSON."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scenarios", nargs="*", choices=[*SCENARIOS, []], metavar="SCENARIO")
    parser.add_argument("--trials", type=int, help="trials (seconds for many); by default the scenario's own number")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args(arguments)
    for name in options.scenarios or SCENARIOS:
        counted = {"scenario": name, **run(name, options.trials, options.seed), "lost": 0}
        sys.stdout.write(json.dumps(counted) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
