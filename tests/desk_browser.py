"""A real browser at a desk that is really served, for the tests that need one."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
import uvicorn

from desk_cases import desk_of
from headwater import pipeline
from headwater.store import CaseFolder
from headwater.web import create_app
from headwater.web.guarding import Door
from headwater.web.serving import bind
from headwater.web.working import Desk

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
needs_browser = pytest.mark.skipif(not CHROMIUM.is_file(), reason=f"{CHROMIUM} is not installed")
WATCH = """
addEventListener("securitypolicyviolation", (e) => console.log("VIOLATION", e.violatedDirective, e.blockedURI));
window.alert = window.confirm = window.prompt = () => console.log("EXECUTED");
"""


@contextmanager
def served(folder: Path) -> Iterator[tuple[Desk, Door]]:
    """Serve a case on a free port; corrections are worked in by the pipeline itself."""

    def refresh() -> None:
        with CaseFolder(folder) as case:
            pipeline.refresh(case)

    desk, listening = desk_of(folder, refresh), bind(0)
    door = Door(listening.getsockname()[1])
    config = uvicorn.Config(create_app(desk, door), log_level="error", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    listening.listen()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)
    thread.start()
    try:
        yield desk, door
    finally:
        server.should_exit = True
        thread.join(10)
        listening.close()


@contextmanager
def browser() -> Iterator[Any]:  # Any: playwright is imported only where there is a browser
    """Start the browser."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(ARGUMENTS))
        try:
            yield started
        finally:
            started.close()


@contextmanager
def opened(started: Any, door: Door, said: list[str], **options: Any) -> Iterator[Any]:  # Any: as above
    """Open the desk in a fresh context; ``said`` takes what the console says, dialogs and violations included."""

    def executed(dialog: Any) -> None:  # Any: as above
        said.append("EXECUTED dialog")
        dialog.dismiss()

    context = started.new_context(**options)
    context.add_init_script(WATCH)
    page = context.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(f"ERROR {error}"))
    page.on("dialog", executed)
    if not door.used:
        page.goto(door.address)
    else:
        context.add_cookies(
            [{"name": door.cookie, "value": door.session, "url": f"http://127.0.0.1:{door.port}/", "httpOnly": True}]
        )
    try:
        yield page
    finally:
        context.close()


def focus(page: Any, selector: str, words: str = "", most: int = 900) -> None:  # Any: as above
    """Press Tab until the focus is on an element that ``selector`` fits and that holds ``words``."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate(
            "([s, w]) => document.activeElement.matches(s) && document.activeElement.textContent.includes(w)",
            [selector, words],
        ):
            return
    raise AssertionError(f"{selector} with {words!r} is not reached by {most} presses of Tab on {page.url}")


def follow(page: Any, selector: str, words: str = "") -> None:  # Any: as above
    """Go to a link or a button by Tab, press Enter, and wait for the page that it leads to."""
    focus(page, selector, words)
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press("Enter")


def save(page: Any, selector: str, file: Path) -> Path:  # Any: as above
    """Go to a button by Tab, press Enter, and keep what is downloaded as ``file``."""
    focus(page, selector)
    with page.expect_download(timeout=120_000) as waiting:
        page.keyboard.press("Enter")
    waiting.value.save_as(file)
    return file
