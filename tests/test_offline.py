"""Nothing reaches for the network unless it was asked to fetch, and with --offline not even then."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
NETWORK = {
    "socket",
    "ssl",
    "http",
    "http.client",
    "urllib.request",
    "urllib3",
    "requests",
    "httpx",
    "ftplib",
    "smtplib",
}
MAY = ("fetch", "web", "cli/desk.py", "read/worker.py", "read/isolation.py")  # workers close sockets, they open none
AUDITED = """
import sys
def refuse(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname"):
        raise SystemExit(f"NETWORK: {event} {arguments}")
sys.addaudithook(refuse)
from headwater.cli import main
main(sys.argv[1:])
"""


def run(*arguments: str, code: str = AUDITED) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=300, check=False
    )


def test_only_the_packages_that_may_import_the_network_do() -> None:
    package = ROOT / "src" / "headwater"
    for file in package.rglob("*.py"):
        name = file.relative_to(package).as_posix()
        if name.startswith(MAY):
            continue
        for node in ast.walk(ast.parse(file.read_text())):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not NETWORK & set(names), f"{name} imports {names}"


def test_reading_and_analysing_open_no_connection(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        '<html><head><link rel=stylesheet href="https://echo.example/a.css"></head><body><article>'
        '<img src="https://echo.example/a.png"><p>The mayor said “we were not told” and left the hall early.</p>'
        "</article></body></html>"
    )
    done = run("trace", str(page), str(ROOT / "samples" / "collection"), "--case", str(tmp_path / "case"), "--quiet")
    assert "NETWORK" not in done.stdout + done.stderr
    assert done.returncode == 0, done.stderr


def test_everything_but_fetching_works_where_there_is_no_network_at_all(tmp_path: Path) -> None:
    apart = ["unshare", "--map-root-user", "--net"]
    if shutil.which("unshare") is None or subprocess.run([*apart, "true"], check=False).returncode != 0:
        pytest.skip("this system gives no network namespace")
    case = str(tmp_path / "case")
    (tmp_path / "a.html").write_text(f"<html><body><article><p>{'The mayor said it moved. ' * 9}</p></article>")
    for words in (
        ["trace", str(tmp_path / "a.html"), "--case", case, "--quiet"],
        *(["claims", "--in", case], ["report", case], ["verify", case], ["doctor", case], ["add", case, case]),
    ):
        command = [*apart, sys.executable, "-m", "headwater", *words]
        done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
        assert done.returncode in (0, 3), done.stderr


def test_offline_refuses_to_fetch() -> None:
    done = run(
        "--offline",
        "fetch",
        "https://echo.example/",
        code="import sys; from headwater.cli import main; main(sys.argv[1:])",
    )
    assert done.returncode == 2
    assert "offline" in done.stderr


@pytest.mark.parametrize(
    "attempt",
    ["socket.create_connection(('93.184.215.14', 80), 1)", "socket.getaddrinfo('echo.example', 80)",
     "socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b'x', ('93.184.215.14', 53))"],
)  # fmt: skip
def test_the_guard_holds_against_any_library(attempt: str) -> None:
    code = f"import socket\nfrom headwater.offline import OfflineError, go_offline\ngo_offline()\ntry:\n    {attempt}\n"
    code += "except OfflineError as error:\n    print('refused', error)\n"
    assert run(code=code).stdout.startswith("refused")


def test_the_guard_lets_processes_of_this_machine_talk() -> None:
    code = (
        "import socket\nfrom headwater.offline import go_offline\ngo_offline()\n"
        "s = socket.create_server(('127.0.0.1', 0)); c = socket.create_connection(s.getsockname()); print('talking')"
    )
    assert run(code=code).stdout == "talking\n"
