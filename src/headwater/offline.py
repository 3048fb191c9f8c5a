"""No connection at all: a guard that the interpreter itself holds.

Python tells audit hooks (PEP 578) of every name that is resolved and every connection that is opened, whatever
library does it; a hook cannot be taken away again. Listening on a loopback address, as the desk does, is no
connection, and neither are sockets between processes of one machine.
"""

import os
import sys

VARIABLE = "HEADWATER_OFFLINE"
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
_REFUSED = {"socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.sendto"}
_held = False


class OfflineError(OSError):
    """Something tried to reach the network after ``go_offline``."""


def go_offline() -> None:
    """Refuse every connection of this process from now on, and of the worker processes that it starts."""
    global _held
    os.environ[VARIABLE] = "1"
    if not _held:
        _held = True
        sys.addaudithook(_refuse)


def is_offline() -> bool:
    """Say whether this process, or the one that started it, has been told to go without network."""
    return os.environ.get(VARIABLE, "") not in ("", "0")


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event not in _REFUSED:
        return
    address = arguments[1] if event in ("socket.connect", "socket.sendto") and len(arguments) > 1 else arguments[0]
    host = address[0] if isinstance(address, tuple) and address else address
    if isinstance(address, (str, bytes)) and event in ("socket.connect", "socket.sendto"):
        return  # a path: a socket between processes of this machine
    if host not in (*_LOOPBACK, None):
        raise OfflineError(f"offline: {event} to {host!r} refused")
