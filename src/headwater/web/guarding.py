"""Who may ask the desk what: the checks that stand before every page.

The desk shows what people may have died for, on a machine on which a browser also opens other pages. So: only this
machine can connect (serving.py binds 127.0.0.1); only requests that name the desk's own host are answered, which ends
DNS rebinding; only a browser that has opened the one-time address is let in; what changes something must come from a
page of the desk itself (Sec-Fetch-Site, else Origin); and no answer may be framed, cached, sniffed, or sent along as a
referrer. All routes pass here: there is no list of exceptions but the one-time address itself.
"""

import hmac
import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ENTER = "/enter"
LONGEST_TARGET = 4_000  # characters of a path with its query
LARGEST_BODY = 2_000_000  # bytes
SAFE = ("GET", "HEAD")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; "
    "frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
ORIGINAL_POLICY = "sandbox; default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'"
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cache-control": "no-store",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
SHUT_OUT = (
    "This desk is open in the browser that it was started with.\n"
    "Its address works once: start `headwater desk` again for a new one.\n"
)


@dataclass(slots=True)
class Door:
    """What lets a browser in: an address that works once, then a cookie."""

    port: int
    token: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    session: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    used: bool = False

    @property
    def hosts(self) -> frozenset[str]:
        """The values of Host that name this desk."""
        return frozenset(f"{name}:{self.port}" for name in ("127.0.0.1", "localhost", "[::1]"))

    @property
    def cookie(self) -> str:
        """The cookie's name; cookies do not tell ports apart, so that the name must."""
        return f"headwater-desk-{self.port}"

    @property
    def address(self) -> str:
        """The one-time address."""
        return f"http://127.0.0.1:{self.port}{ENTER}?token={self.token}"

    def knows(self, cookies: str) -> bool:
        """Say whether a Cookie header holds the session."""
        jar: SimpleCookie = SimpleCookie()
        try:
            jar.load(cookies)
        except CookieError:
            return False
        found = jar.get(self.cookie)
        return found is not None and hmac.compare_digest(found.value.encode(), self.session.encode())

    def enter(self, token: str) -> Response:
        """Return the answer to the one-time address."""
        if self.used or not hmac.compare_digest(token.encode(), self.token.encode()):
            return PlainTextResponse(SHUT_OUT, 403)
        self.used = True
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.session, httponly=True, samesite="strict", path="/")
        return answer


class Guard:
    """The checks, around an application."""

    def __init__(self, app: ASGIApp, door: Door) -> None:
        self.app = app
        self.door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        if scope["type"] != "http":  # no page of the desk speaks anything else
            await send({"type": "websocket.close", "code": 1008})
            return

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _HEADERS.items():
                    headers.setdefault(name, value)
                del headers["server"]
            await send(message)

        refusal = self._refusal(scope)
        if refusal is not None:
            await refusal(scope, receive, guarded)
            return
        await self.app(scope, _limited(receive), guarded)

    def _refusal(self, scope: Scope) -> Response | None:
        """Return the answer to a request that may not pass; None for one that may."""
        headers = Headers(scope=scope)
        hosts = headers.getlist("host")
        if len(hosts) != 1 or hosts[0].lower() not in self.door.hosts:
            return PlainTextResponse("This is not the address of the desk.\n", 400)
        if len(scope.get("raw_path", b"")) + len(scope.get("query_string", b"")) > LONGEST_TARGET:
            return PlainTextResponse("The address is too long.\n", 414)
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > LARGEST_BODY:
            return PlainTextResponse("This is more than the desk takes.\n", 413)
        known = self.door.knows(headers.get("cookie", ""))
        if scope["path"] == ENTER and scope["method"] in SAFE and not known:
            return None
        if not known:
            return PlainTextResponse(SHUT_OUT, 403)
        if scope["method"] not in SAFE and not _is_own(headers):
            return PlainTextResponse("Only a page of the desk can ask for this.\n", 403)
        return None


def _is_own(headers: Headers) -> bool:
    """Say whether a request that changes something comes from a page of the desk.

    Every browser says so in Sec-Fetch-Site, which no page can forge. Origin must agree where it names a page; it is
    "null" in forms of pages that send no referrer, as the desk's are, so that it then counts for nothing by itself.
    """
    origin, site = headers.get("origin"), headers.get("sec-fetch-site")
    if origin not in (None, "null", f"http://{headers['host'].lower()}"):
        return False
    return site == "same-origin" if site is not None else origin not in (None, "null")


def _limited(receive: Receive) -> Receive:
    """Return ``receive`` that ends a body that is longer than it said, or than is taken."""
    taken = 0

    async def limited() -> Message:
        nonlocal taken
        message = await receive()
        taken += len(message.get("body", b""))
        if taken > LARGEST_BODY:
            return {"type": "http.disconnect"}
        return message

    return limited
