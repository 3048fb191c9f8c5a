"""Faults of the machine: a full disk, a failing one, no permission, a clock that jumps, too little memory.

A disk that fails and a clock that jumps are made by a small library that stands before the C library (LD_PRELOAD): the
n-th write or sync of a file fails (a broken disk, a full one, a quota that is used up), once or from then on, and the
time of day is shifted. It needs gcc and Linux.
"""

import errno
import os
import random
import resource
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path

from headwater.store import CaseFolder
from survival import Counted, FaultError, command, findings, is_refusal, sound, texts
from written_files import docx

_POWERS = "-dac_override,-dac_read_search"
REASONS = (errno.EIO, errno.ENOSPC, errno.EDQUOT)
YEAR = 365 * 24 * 3600  # s
MOMENTS = (  # s since the epoch; a run goes over each of them
    1_901_149_199,  # 2030-03-31 00:59:59 UTC: in Berlin the clock goes from 2 to 3
    1_919_293_199,  # 2030-10-27 00:59:59 UTC: in Berlin the hour from 2 to 3 comes twice
    1_483_228_799,  # 2016-12-31 23:59:59 UTC: a leap second follows
    2_147_483_647,  # 2038-01-19 03:14:07 UTC: the last second of 32 bits
)
MEMORY = (512_000_000, 1_000_000_000)  # bytes of address space for the whole of a run

SHIM = r"""
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>
static long calls, at = -1, shift, forever;
static int with = EIO;
__attribute__((constructor)) static void begin(void) {
    at = getenv("FAIL_AT") ? atol(getenv("FAIL_AT")) : -1;
    forever = getenv("FAIL_FOREVER") != NULL;
    with = getenv("FAIL_WITH") ? atoi(getenv("FAIL_WITH")) : EIO;
    shift = getenv("CLOCK_SHIFT") ? atol(getenv("CLOCK_SHIFT")) : 0;
}
__attribute__((destructor)) static void end(void) {
    FILE *out = getenv("CALLS") ? fopen(getenv("CALLS"), "w") : NULL;
    at = -1;
    if (out) { fprintf(out, "%ld", calls); fclose(out); }
}
static int fails(int file) {
    struct stat state;
    if (file <= 2 || fstat(file, &state) != 0 || !S_ISREG(state.st_mode)) return 0;
    calls++;
    if (at < 0 || calls < at || (calls > at && !forever)) return 0;
    errno = with;
    return 1;
}
#define REAL(name) ((__typeof__(&name)) dlsym(RTLD_NEXT, #name))
ssize_t write(int f, const void *b, size_t n) { return fails(f) ? -1 : REAL(write)(f, b, n); }
ssize_t pwrite(int f, const void *b, size_t n, off_t o) { return fails(f) ? -1 : REAL(pwrite)(f, b, n, o); }
ssize_t pwrite64(int f, const void *b, size_t n, off64_t o) { return fails(f) ? -1 : REAL(pwrite64)(f, b, n, o); }
int fsync(int f) { return fails(f) ? -1 : REAL(fsync)(f); }
int fdatasync(int f) { return fails(f) ? -1 : REAL(fdatasync)(f); }
int clock_gettime(clockid_t kind, struct timespec *now) {
    int done = REAL(clock_gettime)(kind, now);
    if (kind == CLOCK_REALTIME) now->tv_sec += shift;
    return done;
}
int gettimeofday(struct timeval *restrict now, void *restrict zone) {
    int done = REAL(gettimeofday)(now, zone);
    now->tv_sec += shift;
    return done;
}
time_t time(time_t *to) { time_t now = REAL(time)(NULL) + shift; if (to) *to = now; return now; }
"""


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
            if not is_refusal(done):
                raise FaultError(f"no clear message: {done.returncode} {done.stderr.decode()[-400:]}")
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
    if not is_refusal(done):
        raise FaultError(f"no clear refusal: {done.returncode} {done.stderr.decode()[-400:]}")
    return Counter({"refused": 1})


def shim(work: Path) -> Path:
    """Compile the library that fails and shifts; raises FileNotFoundError where there is no gcc."""
    source, library = work / "shim.c", work / "shim.so"
    source.write_text(SHIM)
    subprocess.run(["gcc", "-shared", "-fPIC", "-O1", "-w", "-o", library, source, "-ldl"], check=True)
    return library


def under(library: Path, arguments: list[str], **settings: object) -> "subprocess.CompletedProcess[bytes]":
    """Run a command behind the library with these settings in its environment."""
    given = {name: str(value) for name, value in settings.items()}
    environment = {**os.environ, "LD_PRELOAD": str(library), "PYTHONDONTWRITEBYTECODE": "1", **given}
    return subprocess.run(arguments, capture_output=True, check=False, timeout=300, env=environment)


def failing(work: Path, trials: int, chance: random.Random) -> Counted:
    """Let the n-th write or sync fail, once or from then on; the message must be one line, nothing lost."""
    library = shim(work)
    pile = texts(work / "pile")
    expected = findings(pile, work / "whole")
    calls = work / "calls"
    under(library, command(pile, work / "counted"), CALLS=calls)
    most = int(calls.read_text())
    counted: Counted = Counter()
    for trial in range(trials):
        case = work / f"case{trial}"
        reason = REASONS[trial % len(REASONS)]
        settings: dict[str, object] = {"FAIL_AT": trial * most // trials + 1, "FAIL_WITH": reason}
        if chance.random() < 0.5:
            settings["FAIL_FOREVER"] = 1
        done = under(library, command(pile, case), **settings)
        if done.returncode != 0:
            counted["stopped"] += 1
            if not is_refusal(done):
                raise FaultError(f"no clear message at {settings}: {done.returncode} {done.stderr.decode()[-600:]}")
        elif done.stdout != expected:
            raise FaultError(f"other findings after a write failed unseen at {settings}")
        else:
            counted["went on"] += 1
        sound(case)
        if findings(pile, case) != expected:
            raise FaultError(f"the findings differ after a failing disk at {settings}")
        counted["converged"] += 1
    counted["writes and syncs of one run"] = most
    return counted


def clock(work: Path, trials: int, chance: random.Random) -> Counted:
    """Move the time of day between runs, by up to a year, to where clocks are put forward or back, to a leap second.

    Nothing fails; the log's order does not depend on it.
    """
    library = shim(work)
    pile = texts(work / "pile", 6)
    expected = findings(pile, work / "whole")
    case = work / "case"
    moments = []
    zones = ("UTC", "Europe/Berlin", "Asia/Kathmandu", "", "Nowhere/Atall")
    for trial in range(trials):
        jumps = (YEAR, -YEAR, 0, chance.randint(-YEAR, YEAR), *(moment - int(time.time()) for moment in MOMENTS))
        shift = jumps[trial % len(jumps)]
        again = [*command(pile, case), "--since-version", "99"]  # everything is done again
        done = under(library, again, CLOCK_SHIFT=shift, TZ=chance.choice(zones))
        if done.returncode != 0 or done.stdout != expected:
            raise FaultError(f"shifted by {shift} s: {done.stderr.decode()[-400:]}")
        sound(case)
        with CaseFolder(case) as folder:
            moments.append(folder.last_moment())
    if moments == sorted(moments):
        raise FaultError("the clock did not jump")
    return Counter({"jumps": trials, "log lines": len((case / "log.jsonl").read_bytes().splitlines())})


def memory(work: Path, trials: int, chance: random.Random) -> Counted:
    """Give the whole run little memory and a document that wants more: it is named, the others are read."""
    del trials, chance
    pile = texts(work / "pile", 4)
    many = "".join(f"<w:p/>{random.Random(n).random()}" + "<w:p/>" * 150 for n in range(45_000))
    (pile / "many.docx").write_bytes(docx(many))

    for most in MEMORY:
        _with_memory(command(pile, work / f"case{most}"), work / f"case{most}", most)
    return Counter(
        {"limits": len(MEMORY), "documents that wanted too much": len(MEMORY), "read beside": 4 * len(MEMORY)}
    )


def _with_memory(arguments: list[str], case: Path, most: int) -> None:
    """Run with so many bytes of address space; raises FaultError unless one document alone is lost, for that reason."""

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    done = subprocess.run(arguments, capture_output=True, check=False, timeout=300, preexec_fn=limit)
    if done.returncode != 3 or b"Traceback" in done.stderr:
        raise FaultError(f"ended with {done.returncode}: {done.stderr.decode()[-600:]}")
    if sound(case) != 4:
        raise FaultError("not all of the others were read")
    if b"memory" not in done.stderr:
        raise FaultError(f"the reason is not named: {done.stderr.decode()[-300:]}")
