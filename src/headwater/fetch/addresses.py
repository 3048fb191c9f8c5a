"""Which addresses may be contacted: public ones only, judged after resolving and used as judged.

A name is resolved once; every address that it gives is judged, and the connection goes to that very address, so that
a second answer of the name server (DNS rebinding) changes nothing. Python's ``ipaddress`` is not enough by itself: it
calls addresses global that carry a private one inside (NAT64, 6to4, mapped), multicast and old site-local ones.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from headwater.errors import UsageError

PORTS = {"http": 80, "https": 443}
_Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_REFUSED = [
    ipaddress.ip_network(network)
    for network in (
        *(
            "0.0.0.0/8",
            "100.64.0.0/10",
            "192.0.0.0/24",
            "192.88.99.0/24",
            "198.18.0.0/15",
            "224.0.0.0/4",
            "240.0.0.0/4",
        ),
        *(
            "::/96",
            "100::/64",
            "2001::/23",
            "2001:db8::/32",
            "fc00::/7",
            "fe80::/10",
            "fec0::/10",
            "ff00::/8",
            "5f00::/16",
        ),
    )
]
_NAT64 = (ipaddress.IPv6Network("64:ff9b::/96"), ipaddress.IPv6Network("64:ff9b:1::/48"))


class NotAllowedError(UsageError):
    """An address that is not contacted; ``str(error)`` says which and why."""


@dataclass(frozen=True, slots=True)
class Target:
    """Where a request goes: the address as judged, and what the server is called."""

    scheme: str
    host: str
    port: int
    address: str
    path: str  # with the query

    @property
    def netloc(self) -> str:
        """Return the host as the Host header names it."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORTS[self.scheme] else f"{host}:{self.port}"


def target_of(url: str, *, allow_private: bool = False) -> Target:
    """Return where a request for ``url`` goes. Raises NotAllowedError; ``allow_private`` lets local addresses pass."""
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").rstrip(".")
    except ValueError as error:
        raise NotAllowedError(f"{url}: not a web address ({error})") from error
    if parts.scheme not in PORTS:
        raise NotAllowedError(
            f"{url}: only http and https are fetched, not {parts.scheme or 'an address without a scheme'}"
        )
    if parts.username is not None or parts.password is not None or "\\" in url:
        raise NotAllowedError(f"{url}: addresses with a user name or a backslash are not fetched")
    if not host or any(c.isspace() or ord(c) < 32 for c in parts.geturl()):
        raise NotAllowedError(f"{url}: not a web address")
    port = port if port is not None else PORTS[parts.scheme]
    if port not in PORTS.values() and not allow_private:
        raise NotAllowedError(f"{url}: port {port} is not fetched; only 80 and 443 are")
    address = _resolved(url, host, port, allow_private)
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port, address, _quoted(path))


def _resolved(url: str, host: str, port: int, allow_private: bool) -> str:
    try:
        name = host if ":" in host else host.encode("idna").decode("ascii")
        found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise NotAllowedError(f"{url}: the name {host} cannot be resolved ({error})") from error
    addresses = sorted({str(entry[4][0]) for entry in found}, key=lambda a: (":" in a, a))
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                where = f"{host} is at {address}, which" if host != address else host
                raise NotAllowedError(f"{url}: {where} is not a public address")
    return addresses[0]


def is_public(address: str) -> bool:
    """Say whether an address stands for a machine on the public internet, whatever other address it carries inside.

    >>> [is_public(a) for a in ("93.184.215.14", "127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::")]
    [True, False, False, False, False]
    """
    try:
        found: _Address = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if "%" in address:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        inner = found.ipv4_mapped or found.sixtofour or (found.teredo[1] if found.teredo else None)
        if inner is None and any(found in network for network in _NAT64):
            inner = ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
    refused = any(found.version == network.version and found in network for network in _REFUSED)
    return found.is_global and not found.is_multicast and not refused


def _quoted(path: str) -> str:
    """Return the path in ASCII, as a request line needs it; what is quoted already stays as it is."""
    from urllib.parse import quote

    return quote(path, safe="/%?&=+,;:@!$'()*~[]-._|")
