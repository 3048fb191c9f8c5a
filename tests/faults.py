"""Faults that a case must survive: killed processes, a full disk, no permission, many at once, stops and interrupts.

usage: python tests/faults.py [SCENARIO...] [--trials N] [--seed N]

Each scenario runs the program in processes of their own on texts of our own and prints what it counted. After every
fault the case must open, what was acknowledged must be whole, ``verify`` must find nothing, and the same command run
again must give the same bytes as if nothing had happened. The texts are French: no model is loaded, so a run is short
and most of it is writing.
"""

import argparse
import json
import os
import random
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from headwater.errors import HeadwaterError
from headwater.store import CaseFolder, is_case

TEXTS = 24
INTERRUPTED = (130, -signal.SIGINT)  # one to a shell; Python ends by the signal where it strikes an import
_RUN = [sys.executable, "-m", "headwater"]
_POWERS = "-dac_override,-dac_read_search"
Counted = Counter[str]


class FaultError(AssertionError):
    """A fault lost something, or left a case that does not open."""


def texts(folder: Path, number: int = TEXTS) -> Path:
    """Write short texts that quote each other's words, and return their folder."""
    folder.mkdir(parents=True)
    for n in range(number):
        (folder / f"{n:03}.txt").write_text(
            f"Le port de Vail reste fermé {n % 7} jours, a dit le maire, après la chute du mur de la carrière.\n\n"
            f"« Personne n’est venu avant le {n % 28 + 1} mai », a déclaré Mira Oduya. « J’ai écrit {n} fois. »\n",
            encoding="utf-8",
        )
    return folder


def command(pile: Path, case: Path, *more: str) -> list[str]:
    """Return the command that traces a pile into a case, in one process, with its findings as JSON."""
    return [*_RUN, "trace", str(pile), "--case", str(case), "--json", "--quiet", "--workers", "1", *more]


def findings(pile: Path, case: Path) -> bytes:
    """Run to the end and return the findings; raises FaultError where that fails."""
    done = subprocess.run(command(pile, case), capture_output=True, check=False, timeout=300)
    if done.returncode != 0:
        raise FaultError(f"a run after the fault ended with {done.returncode}: {done.stderr.decode()[-500:]}")
    return done.stdout


def sound(case: Path) -> int:
    """Open a case and check all of it; return the number of analyses that are kept in it."""
    if not is_case(case):
        return 0
    try:
        with CaseFolder(case) as folder:
            problems = folder.problems()
            kept = len(folder.versions())
    except HeadwaterError as error:
        raise FaultError(f"the case does not open: {error}") from error
    if problems:
        raise FaultError(f"the case is damaged: {problems[:3]}")
    return kept


def kill(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 at random moments of a bulk run, again in the run that follows, then let one end."""
    pile = texts(work / "pile")
    began = time.monotonic()
    expected = findings(pile, work / "whole")
    length = time.monotonic() - began
    counted: Counted = Counter()
    for trial in range(trials):
        case = work / f"case{trial}"
        before = 0
        for _ in range(2):  # the second strikes while the first is being recovered from
            with subprocess.Popen(command(pile, case), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as running:
                time.sleep(chance.random() * length)
                running.send_signal(signal.SIGKILL)
            kept = sound(case)
            if kept < before:
                raise FaultError(f"{before - kept} acknowledged documents are gone")
            before = kept
            counted["killed"] += 1
            counted["killed before anything was kept" if kept == 0 else "killed with documents kept"] += 1
        if findings(pile, case) != expected:
            raise FaultError(f"trial {trial}: the findings differ after kills")
        sound(case)
        counted["converged"] += 1
    return counted


def single(work: Path, trials: int, chance: random.Random) -> Counted:
    """Kill -9 between and within single documents; what was said to be kept must be kept."""
    counted: Counted = Counter()
    writer = (
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
    case = work / "case"
    for _ in range(trials):
        arguments = [sys.executable, "-c", writer, str(case), str(Path(__file__).parent)]
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


def disk(work: Path, trials: int, chance: random.Random) -> Counted:
    """Let files grow to a random size only, as a full disk does; the message must be one line, and nothing lost."""
    pile = texts(work / "pile")
    expected = findings(pile, work / "whole")
    size = max(f.stat().st_size for f in (work / "whole").rglob("*") if f.is_file())
    counted: Counted = Counter()
    for trial in range(trials):
        case = work / f"case{trial}"
        room = chance.randrange(4096, size * 2)

        def limit(room: int = room) -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

        done = subprocess.run(command(pile, case), capture_output=True, check=False, timeout=300, preexec_fn=limit)
        if done.returncode != 0:
            counted["stopped for want of room"] += 1
            if not _is_one_line(done.stderr.decode()):
                raise FaultError(f"no clear message: {done.stderr.decode()[-400:]}")
        sound(case)
        if findings(pile, case) != expected:
            raise FaultError(f"trial {trial}: the findings differ after a full disk")
        counted["converged"] += 1
    return counted


def permission(work: Path, trials: int, chance: random.Random) -> Counted:
    """Write into a folder that may not be written: refused in one line, and reading a case still works."""
    del trials, chance
    pile = texts(work / "pile", 3)
    case = work / "case"
    findings(pile, case)
    shut = work / "shut"
    shut.mkdir(mode=0o555)
    powerless = ["setpriv", f"--bounding-set={_POWERS}", f"--inh-caps={_POWERS}"]  # root may write anywhere
    refused = [*(powerless if os.getuid() == 0 else []), *command(pile, shut / "case")]
    done = subprocess.run(refused, capture_output=True, check=False)
    if done.returncode == 0 or not _is_one_line(done.stderr.decode()):
        raise FaultError(f"no clear refusal: {done.returncode} {done.stderr.decode()[-400:]}")
    return Counter({"refused": 1})


def _is_one_line(said: str) -> bool:
    return "Traceback" not in said and len(said.strip().splitlines()) == 1


def many(work: Path, trials: int, chance: random.Random) -> Counted:
    """Two runs write into one case while eight read it; nobody is turned away, nothing is lost."""
    del chance
    counted: Counted = Counter()
    piles = [texts(work / "one", 12), texts(work / "two", 18)]
    case = work / "case"
    findings(piles[0], case)
    ends = time.monotonic() + trials
    while time.monotonic() < ends:
        writers = [subprocess.Popen(command(p, case), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for p in piles]
        readers = [
            subprocess.Popen([*_RUN, "claims", "--in", str(case)], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
            for _ in range(8)
        ]
        for process in (*writers, *readers):
            _, said = process.communicate(timeout=300)
            if process.returncode != 0:
                raise FaultError(f"turned away: {said.decode()[-400:]}")
        counted["runs that wrote"] += len(writers)
        counted["runs that read"] += len(readers)
    sound(case)
    if findings(piles[1], case) != findings(piles[1], work / "fresh"):
        raise FaultError("the findings differ after many wrote at once")
    counted["converged"] += 1
    return counted


def stop(work: Path, trials: int, chance: random.Random) -> Counted:
    """SIGSTOP for a while, as a closed laptop does; and Ctrl-C: exit 130 at once, finished work kept."""
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
    "kill": (kill, 100),
    "single": (single, 100),
    "disk": (disk, 50),
    "permission": (permission, 1),
    "many": (many, 120),
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
