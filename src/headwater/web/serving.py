"""Serve the desk to this machine only: 127.0.0.1, no access log (it would hold the one-time address)."""

import socket
from collections.abc import Callable

import uvicorn
from starlette.types import ASGIApp

HOST = "127.0.0.1"


def bind(port: int) -> socket.socket:
    """Return a socket on this machine's own address; port 0 takes a free one. Raises OSError where it is taken."""
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    # On Windows the option that elsewhere frees a port soon would let other programs take it over while it is in use.
    option = getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR)
    listening.setsockopt(socket.SOL_SOCKET, option, 1)
    listening.bind((HOST, port))
    return listening


def serve(app: ASGIApp, listening: socket.socket, ready: Callable[[], None] = lambda: None) -> None:
    """Answer requests until interrupted; ``ready`` is called when the first can come."""
    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        date_header=False,
        lifespan="off",
        ws="none",
        timeout_keep_alive=15,
        limit_concurrency=64,
        h11_max_incomplete_event_size=16_384,
        timeout_graceful_shutdown=2,
    )
    server = uvicorn.Server(config)
    listening.listen(64)  # requests wait from now on
    ready()
    server.run(sockets=[listening])
