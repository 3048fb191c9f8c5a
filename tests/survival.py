"""What scenarios of faults share: a pile, the command that traces it, and what must hold of a case afterwards."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

from headwater.errors import HeadwaterError
from headwater.store import CaseFolder, is_case

TEXTS = 24
RUN = [sys.executable, "-m", "headwater"]
NOT_WRITTEN = 2  # exit code
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
    return [*RUN, "trace", str(pile), "--case", str(case), "--json", "--quiet", "--workers", "1", *more]


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


def is_refusal(done: "subprocess.CompletedProcess[bytes]") -> bool:
    """Say whether a program ended with exit code 2 and said what is wrong in one line, without a traceback."""
    said = done.stderr.decode()
    return done.returncode == NOT_WRITTEN and "Traceback" not in said and len(said.strip().splitlines()) == 1
