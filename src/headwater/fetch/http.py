"""One request over HTTP/1.1, to an address that was judged, within limits of time, size and redirects.

Proxies of the environment are not used: what would be judged then is the proxy. Cookies are neither kept nor sent.
"""

import contextlib
import http.client
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin

from headwater import __version__
from headwater.errors import ReadError
from headwater.fetch.addresses import Target, target_of

AGENT = f"headwater/{__version__} (evidence desk; fetches what its user names)"
REDIRECTS = (301, 302, 303, 307, 308)
_CHUNK = 65_536


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one request may take: seconds in all and per step, bytes as sent and as unpacked, redirects."""

    seconds: float = 60.0
    step: float = 15.0
    size: int = 20_000_000
    redirects: int = 5
    allow_private: bool = False


@dataclass(frozen=True, slots=True)
class Response:
    """What a server answered. ``url`` is the address that answered, ``asked`` the one that was asked for."""

    asked: str
    url: str
    address: str
    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes  # as sent, transfer coding undone, content coding kept
    began: float  # seconds since the epoch, when the last request was sent

    def header(self, name: str) -> str:
        """Return a header's value, or "" where there is none."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    def text_body(self, limit: int) -> bytes:
        """Return the body with its content coding undone. Raises ReadError for what unpacks to more than ``limit``."""
        coding = self.header("content-encoding").strip().lower()
        if coding in ("", "identity"):
            return self.body
        if coding not in ("gzip", "x-gzip", "deflate"):
            raise ReadError(f"its content coding {coding} was not asked for and is not read")
        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 32)
        try:
            unpacked = unpacker.decompress(self.body, limit + 1)
        except zlib.error as error:
            raise ReadError(f"its {coding} coding is damaged ({error})") from error
        if len(unpacked) > limit:
            raise ReadError(f"unpacks to more than {limit:,} bytes; refused as a decompression bomb")
        return unpacked


def get(url: str, limits: Limits, headers: Mapping[str, str] | None = None) -> Response:
    """Fetch ``url``, following redirects, each judged as the first was.

    Raises NotAllowedError for an address that is not contacted, ReadError where the server cannot be reached, breaks
    off, takes too long or sends too much.
    """
    deadline = time.monotonic() + limits.seconds
    at = url
    for _ in range(limits.redirects + 1):
        target = target_of(at, allow_private=limits.allow_private)
        response = _once(url, at, target, limits, deadline, headers or {})
        location = response.header("location")
        if response.status not in REDIRECTS or not location:
            return response
        at = urljoin(at, location)
    raise ReadError(f"{url}: more than {limits.redirects} redirects")


def _once(
    asked: str, url: str, target: Target, limits: Limits, deadline: float, headers: Mapping[str, str]
) -> Response:
    left = deadline - time.monotonic()
    if left <= 0:
        raise ReadError(f"{asked}: took more than {limits.seconds:.0f} s")
    connection = _Connection(target, min(limits.step, left))
    over_time = threading.Event()

    def stop() -> None:
        over_time.set()
        connection.abort()

    watch = threading.Timer(left, stop)  # a server that sends a byte now and then never runs into a socket's time-out
    watch.daemon = True
    watch.start()
    began = time.time()
    try:
        sent = {
            "Host": target.netloc,
            "User-Agent": AGENT,
            "Accept": "*/*",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }
        connection.putrequest("GET", target.path, skip_host=True, skip_accept_encoding=True)
        for name, value in {**sent, **headers}.items():
            connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        body = _body(answer, limits.size)
        if over_time.is_set():
            raise ReadError(f"{asked}: took more than {limits.seconds:.0f} s")
        kept = tuple(
            (name, value)
            for name, value in answer.getheaders()
            if name.lower() not in ("transfer-encoding", "connection")
        )
        return Response(asked, url, target.address, answer.status, answer.reason, kept, body, began)
    except _TooLargeError:
        raise ReadError(f"{asked}: sends more than {limits.size:,} bytes") from None
    except (OSError, http.client.HTTPException, ValueError) as error:
        if over_time.is_set():
            raise ReadError(f"{asked}: took more than {limits.seconds:.0f} s") from error
        raise ReadError(f"{asked}: {_plain(error)}") from error
    finally:
        watch.cancel()
        connection.close()


class _TooLargeError(Exception):
    pass


def _body(answer: http.client.HTTPResponse, size: int) -> bytes:
    parts: list[bytes] = []
    total = 0
    while chunk := answer.read(min(_CHUNK, size + 1 - total)):
        parts.append(chunk)
        total += len(chunk)
        if total > size:
            raise _TooLargeError
    if answer.length:  # what is still to come of the length that was declared
        raise http.client.IncompleteRead(b"".join(parts), answer.length)
    return b"".join(parts)


def _plain(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "the server does not answer in time"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not valid ({error.verify_message})"
    if isinstance(error, http.client.IncompleteRead):
        return f"the answer breaks off after {len(error.partial):,} bytes"
    return f"cannot be fetched ({type(error).__name__}: {error})"


class _Connection(http.client.HTTPConnection):
    """A connection to the address that was judged, whatever its name resolves to now."""

    def __init__(self, target: Target, step: float) -> None:
        super().__init__(target.host, target.port, timeout=step)
        self._target = target
        self._plain: socket.socket | None = None  # ``sock`` is let go of as soon as an answer begins

    def connect(self) -> None:
        self._plain = plain = socket.create_connection((self._target.address, self._target.port), self.timeout)
        if self._target.scheme == "https":
            self.sock = self._plain = ssl.create_default_context().wrap_socket(plain, server_hostname=self._target.host)
        else:
            self.sock = plain

    def abort(self) -> None:
        """Break the connection off from another thread."""
        if self._plain is not None:
            with contextlib.suppress(OSError):
                self._plain.shutdown(socket.SHUT_RDWR)
