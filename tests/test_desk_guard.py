"""Who may ask the desk what: every route, every table of hosts and origins, every way round."""

import re
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from starlette.applications import Starlette
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.websockets import WebSocketDisconnect

from desk_cases import OWN, PORT, by_hand, client_of, desk_of
from headwater.cli import main
from headwater.records import Case
from headwater.web import create_app
from headwater.web.correcting import back_to
from headwater.web.guarding import LARGEST_BODY, Door
from headwater.web.pages import PAGES
from headwater.web.serving import bind
from headwater.web.working import Desk


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Desk, Case]:
    folder = tmp_path_factory.mktemp("guard") / "case"
    found = by_hand(folder)
    return desk_of(folder), found


@pytest.fixture
def client(case: tuple[Desk, Case]) -> TestClient:
    return client_of(case[0])


def routes(app: Starlette, case: Case) -> Iterator[tuple[str, str]]:
    """Yield every method and address of the application, with ids that exist."""
    document, claim = case.analyses[0].document.id, case.claims[0].id
    values = {"key": document, "left": document, "right": document, "kind": "claim", "target": claim, "name": "desk.js"}
    for route in app.routes:
        assert isinstance(route, Route)
        path = route.path.replace("{start:int}", "1").replace("{end:int}", "9")
        here = values | ({"key": claim} if path.startswith("/claim/") else {})
        for name, value in here.items():
            path = path.replace("{" + name + "}", value)
        for method in sorted(route.methods or ()):
            yield method, path


def test_every_route_is_shut_without_the_cookie(case: tuple[Desk, Case]) -> None:
    door = Door(PORT)
    app = create_app(case[0], door)
    client = client_of(case[0], door, entered=False)
    asked = list(routes(app, case[1]))
    assert len(asked) > 2 * len(PAGES)
    for method, path in asked:
        for cookie in ("", f"{door.cookie}=wrong", f"other={door.session}", f"{door.cookie}="):
            answer = client.request(method, path, headers={"cookie": cookie, **OWN})
            assert answer.status_code in (401, 403), (method, path, cookie)
            assert "Port Almeric" not in answer.text


def test_the_address_works_once(case: tuple[Desk, Case]) -> None:
    door = Door(PORT)
    client = client_of(case[0], door, entered=False)
    assert client.get("/enter?token=").status_code == 403
    assert client.get("/enter?token=é").status_code == 403
    answer = client.get(door.address)
    assert (answer.status_code, answer.headers["location"]) == (303, "/")
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=strict" in cookie
    assert door.token not in cookie
    assert client.get("/").status_code == 200
    other = client_of(case[0], door, entered=False)
    assert other.get(door.address).status_code == 403
    assert other.get("/").status_code == 403


HOSTS = [
    ("127.0.0.1:8765", 200),
    ("localhost:8765", 200),
    ("LOCALHOST:8765", 200),
    ("[::1]:8765", 200),
    ("127.0.0.1", 400),
    ("127.0.0.1:80", 400),
    ("localhost", 400),
    ("localhost.evil.example:8765", 400),
    ("127.0.0.1.nip.io:8765", 400),
    ("evil.example", 400),
    ("evil.example:8765", 400),
    ("127.0.0.1:8765@evil.example", 400),
    ("[::1]", 400),
    ("0.0.0.0:8765", 400),
    ("127.1:8765", 400),
    ("", 400),
]


@pytest.mark.parametrize(("host", "status"), HOSTS)
def test_only_requests_that_name_the_desk_are_answered(client: TestClient, host: str, status: int) -> None:
    assert client.get("/", headers={"host": host}).status_code == status


@pytest.mark.parametrize(
    ("headers", "passes"),
    [
        (OWN, True),
        ({"origin": f"http://127.0.0.1:{PORT}"}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({}, False),
        ({"origin": "null"}, False),
        ({"origin": "null", "sec-fetch-site": "same-origin"}, True),  # what a browser sends with no-referrer
        ({"origin": "null", "sec-fetch-site": "cross-site"}, False),
        ({"origin": "https://evil.example"}, False),
        ({"origin": f"http://127.0.0.1:{PORT + 1}"}, False),
        ({"origin": f"https://127.0.0.1:{PORT}"}, False),
        ({"origin": f"http://localhost:{PORT}"}, False),
        ({"origin": f"http://127.0.0.1:{PORT}.evil.example"}, False),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none"}, False),
        ({"origin": f"http://127.0.0.1:{PORT}", "sec-fetch-site": "cross-site"}, False),
        ({"origin": "https://evil.example", "sec-fetch-site": "same-origin"}, False),
    ],
)
def test_only_a_page_of_the_desk_can_change_something(
    client: TestClient, headers: dict[str, str], passes: bool
) -> None:
    for method in ("POST", "PUT", "DELETE", "PATCH"):
        status = client.request(method, "/corrections", headers=headers, data={"action": "x"}).status_code
        assert (status != 403) is passes, method
    assert client.post("/corrections", headers=headers, data={"action": "x"}).status_code == (400 if passes else 403)


def test_every_answer_carries_the_policy(case: tuple[Desk, Case], client: TestClient) -> None:
    for method, path in routes(create_app(case[0], Door(PORT)), case[1]):
        if method != "GET":
            continue
        answer = client.get(path)
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy, path
        assert "unsafe-eval" not in policy
        assert "script-src 'self'" in policy or policy.startswith("sandbox")
        assert answer.headers["cache-control"] == "no-store"
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert "frame-ancestors 'none'" in policy or policy.startswith("sandbox")
        assert "server" not in answer.headers


@pytest.mark.parametrize("headers", [{}, OWN, {"host": "evil.example"}])
def test_a_websocket_is_refused_whoever_asks(client: TestClient, headers: dict[str, str]) -> None:
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/", headers=headers):
        pass


def test_what_is_too_large_is_refused(client: TestClient) -> None:
    assert client.get("/search?q=" + "a" * 5000).status_code == 414
    assert client.post("/corrections", headers=OWN, data={"why": "x" * (LARGEST_BODY + 1)}).status_code == 413
    assert client.get("/", headers={"content-length": "-1"}).status_code == 413


@pytest.mark.parametrize(
    "path",
    [
        "/static/..%2f..%2frendering.py",
        "/static/../rendering.py",
        "/static/%2e%2e/rendering.py",
        "/static/desk.js%00.css",
        "/static//etc/passwd",
        "/static/%2fetc%2fpasswd",
        "/original/..%2f..%2fcase.db/bytes",
        "/original/%00/bytes",
        "/document/..%2fcase.db",
        "/document/%00",
        "/static/htmx.LICENSE",
    ],
)
def test_no_path_leads_out(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "SQLite format" not in answer.text
    assert "root:" not in answer.text


def test_an_original_that_is_a_link_is_not_followed(case: tuple[Desk, Case], client: TestClient) -> None:
    document = next(a.document for a in case[1].analyses)
    file = case[0].folder / "originals" / document.sha256
    file.symlink_to("/etc/passwd")
    try:
        assert client.get(f"/original/{document.id}/bytes").status_code == 404
    finally:
        file.unlink()


@pytest.mark.parametrize(
    "path",
    ["//evil.example", "/\\evil.example", "https://evil.example", "/\tevil", "javascript:alert(1)", "/a/../..", "",
     "/%2f%2fevil.example", "\\\\evil", "/claims\r\nset-cookie: a=b", "/claims//x"],
)  # fmt: skip
def test_a_correction_leads_back_to_the_desk_only(path: str) -> None:
    assert back_to(path) == "/corrections"


def test_nothing_that_was_asked_for_is_repeated_as_markup(client: TestClient) -> None:
    for path in ("/document/<script>alert(1)</script>", "/search?q=<img src=x onerror=alert(1)>", "/<b>x</b>",
                 "/documents?publisher=\"><script>alert(1)</script>", "/search?q=a&kind=<script>"):  # fmt: skip
        answer = client.get(path)
        assert "<script>alert" not in answer.text
        assert "<img src" not in answer.text
        assert "<b>x" not in answer.text


def test_the_desk_listens_on_this_machine_only() -> None:
    listening = bind(0)
    try:
        assert listening.getsockname()[0] == "127.0.0.1"
        assert listening.family == socket.AF_INET
    finally:
        listening.close()


def test_the_command_opens_the_desk_and_keeps_its_address_out_of_the_log(tmp_path: Path) -> None:
    by_hand(tmp_path / "case")
    command = [sys.executable, "-m", "headwater", "desk", str(tmp_path / "case"), "--no-browser"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            address = process.stdout.readline().split()[-1]
            with httpx.Client() as client:
                assert client.get(address).status_code == 303
                home = address.partition("/enter")[0]
                page = client.get(f"{home}/")
                assert page.status_code == 200
                assert "token" not in page.text
                assert httpx.get(address).status_code == 403
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)
        assert "token" not in process.stdout.read() + process.stderr.read()
        assert process.returncode == 130


def test_a_folder_that_is_no_case_is_named(tmp_path: Path) -> None:
    with pytest.raises(SystemExit) as raised:
        main(["desk", str(tmp_path), "--no-browser"])
    assert raised.value.code == 1


def test_two_doors_have_other_keys() -> None:
    one, two = Door(1), Door(2)
    assert len({one.token, one.session, two.token, two.session}) == 4
    assert min(len(one.token), len(one.session)) >= 43  # 256 bits
    assert one.cookie != two.cookie


def test_no_template_trusts_what_a_document_says() -> None:
    templates = Path(__file__).parents[1] / "src" / "headwater" / "web" / "templates"
    for file in templates.glob("*.html"):
        source = file.read_text(encoding="utf-8")
        assert "|safe" not in source, file.name
        assert "autoescape" not in source, file.name
        assert not re.search(r"\son\w+=|<style|javascript:|style=", source), file.name
