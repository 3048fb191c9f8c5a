"""Fetching: which addresses are contacted, what a hostile server can do, and what is kept of an answer."""

import gzip
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest

from headwater.errors import HeadwaterError, ReadError
from headwater.fetch import Limits, NotAllowedError, fetch_all
from headwater.fetch.addresses import is_public, target_of
from headwater.fetch.http import Response, get
from headwater.fetch.manners import Manners

LOCAL = Limits(seconds=3, step=1, size=10_000, allow_private=True)

PRIVATE = [
    "127.0.0.1",
    "127.1.2.3",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "10.255.255.255",
    "100.64.0.1",
    "100.127.255.255",
    "169.254.0.1",
    "169.254.169.254",
    "172.16.0.1",
    "172.31.255.255",
    "192.0.0.1",
    "192.0.0.170",
    "192.0.2.1",
    "192.88.99.1",
    "192.168.0.1",
    "192.168.255.255",
    "198.18.0.1",
    "198.19.255.255",
    "198.51.100.1",
    "203.0.113.1",
    "224.0.0.1",
    "239.255.255.255",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::7f00:1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:169.254.169.254",
    "64:ff9b::7f00:1",
    "64:ff9b::a00:1",
    "64:ff9b:1::a00:1",
    "2002:7f00:1::",
    "2002:a00:1::",
    "2002:c0a8:101::",
    "2001::1",
    "2001:db8::1",
    "2001:0:4136:e378:8000:63bf:3fff:fdd2",
    "fc00::1",
    "fd12:3456:789a::1",
    "fe80::1",
    "fe80::1%eth0",
    "fec0::1",
    "ff02::1",
    "ff0e::1",
    "100::1",
    "5f00::1",
]
PUBLIC = [
    "93.184.215.14",
    "8.8.8.8",
    "1.1.1.1",
    "100.63.255.255",
    "172.32.0.1",
    "2606:4700:4700::1111",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    assert not is_public(address)
    host = f"[{address}]" if ":" in address else address
    with pytest.raises(NotAllowedError):
        target_of(f"http://{host}/")


@pytest.mark.parametrize("address", PUBLIC)
def test_public_addresses_pass(address: str) -> None:
    assert is_public(address)


HOSTILE_URLS = [
    "http://2130706433/",
    "http://0x7f.1/",
    "http://127.1/",
    "http://0177.0.0.1/",
    "http://１２７.0.0.1/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://user@127.0.0.1/",
    "http://a:b@example.com/",
    "http://example.com:22/",
    "http://example.com:6379/",
    "http://example.com:0/",
    "http://example.com:99999/",
    "http://example.com\\@127.0.0.1/",
    "http:///etc/passwd",
    "http://[::1/",
    "file:///etc/passwd",
    "gopher://127.0.0.1:6379/_x",
    "data:text/html,x",
    "jar:http://x!/y",
    "ftp://example.com/",
    "//example.com/",
    "example.com",
    "",
    "javascript:alert(1)",
    "http://no-such-host.invalid/",
    "http://exa mple.com/",
]


@pytest.mark.parametrize("url", HOSTILE_URLS)
def test_addresses_in_disguise_are_refused(url: str) -> None:
    with pytest.raises(NotAllowedError):
        target_of(url)


def test_a_name_that_has_one_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (a, 80)) for a in ("93.184.215.14", "10.0.0.1")]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *a, **k: answers)
    with pytest.raises(NotAllowedError, match=r"10\.0\.0\.1, which is not a public address"):
        target_of("http://two-faced.example/")


def test_the_connection_goes_to_the_address_that_was_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that answers otherwise the second time (DNS rebinding) changes nothing."""
    asked: list[str] = []
    connected: list[str] = []

    def resolve(host: str, port: int, **_: object) -> list[object]:
        asked.append(host)
        address = "93.184.215.14" if len(asked) == 1 else "127.0.0.1"
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    def connect(address: tuple[str, int], *_: object, **__: object) -> socket.socket:
        connected.append(address[0])
        raise ConnectionRefusedError("closed")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    with pytest.raises(ReadError):
        get("http://rebinding.example/", Limits())
    assert (asked, connected) == (["rebinding.example"], ["93.184.215.14"])


@contextmanager
def server(*answers: bytes | float) -> Iterator[tuple[str, list[bytes]]]:
    """Serve each connection with the same bytes, pausing where a number stands; yield its address and what it heard."""
    heard: list[bytes] = []
    listening = socket.create_server(("127.0.0.1", 0))
    listening.settimeout(0.05)
    ended = threading.Event()

    def serve() -> None:
        while not ended.is_set():
            try:
                connection, _ = listening.accept()
            except TimeoutError:
                continue
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                try:
                    heard.append(connection.recv(65_536))
                    for answer in answers:
                        if isinstance(answer, bytes):
                            connection.sendall(answer)
                        else:
                            ended.wait(answer)
                except OSError:
                    continue

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}", heard
    finally:
        ended.set()
        listening.close()
        thread.join(5)


def page(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    lines = [f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}", "", ""]
    return "\r\n".join(lines).encode() + body


def test_an_answer_is_taken_as_it_came() -> None:
    with server(page(b"<p>hello</p>", "Content-Type: text/html")) as (url, heard):
        found = get(f"{url}/a?b=c", LOCAL)
    assert (found.status, found.body, found.header("content-type")) == (200, b"<p>hello</p>", "text/html")
    request = heard[0].decode()
    assert request.startswith("GET /a?b=c HTTP/1.1\r\n")
    assert "cookie" not in request.lower()
    assert "referer" not in request.lower()


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    from headwater.fetch import http

    judged: list[bool] = []

    def judge(url: str, *, allow_private: bool = False) -> object:
        judged.append(allow_private)
        return target_of(url, allow_private=len(judged) == 1)  # the first step plays a public server

    monkeypatch.setattr(http, "target_of", judge)
    with (
        server(page(b"", "Location: http://169.254.169.254/latest/meta-data/", status="302 Found")) as (url, _),
        pytest.raises(NotAllowedError, match="not a public address"),
    ):
        get(url, Limits(seconds=3))
    assert judged == [False, False]


@pytest.mark.parametrize("location", ["file:///etc/passwd", "gopher://127.0.0.1/", "http://user@127.0.0.1/"])
def test_a_redirect_to_another_scheme_is_refused(location: str) -> None:
    with server(page(b"", f"Location: {location}", status="301 Moved")) as (url, _), pytest.raises(NotAllowedError):
        get(url, LOCAL)


HOSTILE_SERVERS: list[tuple[str, tuple[bytes | float, ...], str]] = [
    ("silence", (5.0,), "does not answer in time"),
    (
        "slow headers",
        tuple(x for c in b"HTTP/1.1 200 OK\r\nX: " + b"y" * 50 for x in (bytes([c]), 0.2)),
        "took more than 3 s",
    ),
    ("slow body", (b"HTTP/1.1 200 OK\r\n\r\n", *(x for _ in range(40) for x in (b"y", 0.2))), "took more than 3 s"),
    ("endless body", (b"HTTP/1.1 200 OK\r\n\r\n", b"y" * 200_000), "more than 10,000 bytes"),
    ("a lie about the length", (b"HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nshort",), "breaks off"),
    ("endless headers", (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500,), "cannot be fetched"),
    ("a huge header", (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 100_000 + b"\r\n\r\n",), "cannot be fetched"),
    ("no HTTP", (b"220 smtp ready\r\n",), "cannot be fetched"),
    ("nothing", (), "cannot be fetched"),
    (
        "broken chunks",
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",),
        "breaks off|cannot be fetched",
    ),
]


@pytest.mark.parametrize(("answers", "reason"), [s[1:] for s in HOSTILE_SERVERS], ids=[s[0] for s in HOSTILE_SERVERS])
def test_a_hostile_server_is_bounded(answers: tuple[bytes | float, ...], reason: str) -> None:
    began = time.monotonic()
    with server(*answers) as (url, _), pytest.raises(ReadError, match=reason):
        get(url, LOCAL)
    assert time.monotonic() - began < 8


def test_a_certificate_that_nobody_vouches_for_is_refused_and_so_is_no_tls(tmp_path: Path) -> None:
    openssl = shutil.which("openssl")
    if openssl is None:
        pytest.skip("a certificate is made with openssl")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    wanted = ["-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1", "-subj", "/CN=localhost"]
    made = [openssl, "req", *wanted, "-keyout", str(key), "-out", str(certificate)]
    subprocess.run(made, check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)

    class Quiet(BaseHTTPRequestHandler):
        pass

    with HTTPServer(("127.0.0.1", 0), Quiet) as secure:
        secure.socket = context.wrap_socket(secure.socket, server_side=True)
        threading.Thread(target=secure.handle_request, daemon=True).start()
        with pytest.raises(ReadError, match="its certificate is not valid"):
            get(f"https://127.0.0.1:{secure.server_address[1]}/", LOCAL)
    with server(page(b"hello")) as (url, _), pytest.raises(ReadError, match="cannot be fetched"):
        get(url.replace("http:", "https:"), LOCAL)


def test_a_loop_of_redirects_ends() -> None:
    with (
        server(page(b"", "Location: /again", status="302 Found")) as (url, heard),
        pytest.raises(ReadError, match="redirects"),
    ):
        get(url, LOCAL)
    assert len(heard) == LOCAL.redirects + 1


def test_a_compressed_bomb_is_refused_when_it_is_unpacked() -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    with server(page(bomb, "Content-Encoding: gzip")) as (url, _):
        found = get(url, LOCAL)
    with pytest.raises(ReadError, match="bomb"):
        found.text_body(100_000)


def answers(pages: dict[str, Response]) -> Manners:
    """Return manners whose network is this table, with a clock that only sleeping moves."""
    now = [0.0]

    def fetch(url: str, limits: Limits) -> Response:
        if url not in pages:
            raise ReadError(f"{url}: not there")
        return pages[url]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    return Manners(fetch, Limits(), clock=lambda: now[0], sleep=sleep)


def response(url: str, body: bytes = b"<p>x</p>", status: int = 200, **headers: str) -> Response:
    named = tuple((name.replace("_", "-"), value) for name, value in headers.items())
    return Response(url, url, "93.184.215.14", status, "OK", named, body, 1_900_000_000.0)


SITE = "https://echo.example"
ROBOTS = response(f"{SITE}/robots.txt", b"User-agent: *\nDisallow: /private\nCrawl-delay: 7\n")


def test_robots_are_heeded_and_hosts_are_given_time(tmp_path: Path) -> None:
    manners = answers(
        {r.url: r for r in (ROBOTS, response(f"{SITE}/a"), response(f"{SITE}/b"), response(f"{SITE}/private/c"))}
    )
    found = list(
        fetch_all([f"{SITE}/a", f"{SITE}/b", f"{SITE}/a", f"{SITE}/private/c"], tmp_path / "x.warc.gz", manners=manners)
    )
    assert [(f.url, f.status) for f in found] == [(f"{SITE}/a", 200), (f"{SITE}/b", 200), (f"{SITE}/private/c", None)]
    assert "robots.txt" in (found[2].reason or "")
    assert manners.clock() == 7.0


def test_a_host_whose_robots_cannot_be_reached_is_left_alone(tmp_path: Path) -> None:
    (found,) = fetch_all([f"{SITE}/a"], tmp_path / "x.warc.gz", manners=answers({f"{SITE}/a": response(f"{SITE}/a")}))
    assert found.status is None


def test_a_busy_server_is_asked_again_when_it_says(tmp_path: Path) -> None:
    busy = answers({ROBOTS.url: ROBOTS, f"{SITE}/a": response(f"{SITE}/a", status=429, Retry_After="11")})
    (found,) = fetch_all([f"{SITE}/a"], tmp_path / "x.warc.gz", manners=busy)
    assert found.status == 429
    assert busy.clock() == 11.0
    long = answers({ROBOTS.url: ROBOTS, f"{SITE}/a": response(f"{SITE}/a", status=503, Retry_After="9000")})
    (found,) = fetch_all([f"{SITE}/a"], tmp_path / "x.warc.gz", manners=long)
    assert found.reason == f"{SITE}/a: the server asks to wait 9000 s; try again later"


def test_what_was_fetched_can_be_read_back_from_the_archive(tmp_path: Path) -> None:
    from warcio.archiveiterator import ArchiveIterator

    warc = tmp_path / "deep" / "x.warc.gz"
    pages = {ROBOTS.url: ROBOTS, **{f"{SITE}/{n}": response(f"{SITE}/{n}", f"<p>{n}</p>".encode()) for n in "ab"}}
    list(fetch_all([f"{SITE}/a", f"{SITE}/b"], warc, manners=answers(pages)))
    with warc.open("rb") as stream:
        records = [
            (r.rec_headers["WARC-Target-URI"], r.rec_headers["WARC-Date"], r.content_stream().read())
            for r in ArchiveIterator(stream, check_digests=True)
        ]
    assert records == [
        (f"{SITE}/a", "2030-03-17T17:46:40Z", b"<p>a</p>"),
        (f"{SITE}/b", "2030-03-17T17:46:40Z", b"<p>b</p>"),
    ]


def test_one_address_that_fails_costs_only_itself(tmp_path: Path) -> None:
    pages = {ROBOTS.url: ROBOTS, f"{SITE}/b": response(f"{SITE}/b")}
    found = list(
        fetch_all(["file:///etc/passwd", f"{SITE}/a", f"{SITE}/b"], tmp_path / "x.warc.gz", manners=answers(pages))
    )
    assert [f.status for f in found] == [None, None, 200]


def test_every_error_is_one_of_ours() -> None:
    for url in HOSTILE_URLS:
        with pytest.raises(HeadwaterError):
            get(url, Limits(seconds=1))
