"""Cases and clients for the tests of the desk."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from lxml import html
from starlette.testclient import TestClient

from findings_by_hand import build
from headwater import report
from headwater.ids import identify
from headwater.records import Case
from headwater.store import CaseFolder
from headwater.web import create_app
from headwater.web.guarding import Door
from headwater.web.working import Desk

PORT = 8765
OWN = {"origin": f"http://127.0.0.1:{PORT}", "sec-fetch-site": "same-origin"}


def keep(folder: Path, case: Case) -> None:
    """Keep findings in a case folder as a run of the pipeline would."""
    with CaseFolder(folder) as kept:
        members = []
        for number, analysis in enumerate(case.analyses):
            key = identify("analysis", number, analysis.document.id, analysis.document.title)
            kept.keep_analysis(key, analysis)
            members.append(key)
        kept.keep_collection(identify("collection", *members), case, members)


def by_hand(folder: Path) -> Case:
    """Keep the findings made by hand; return them."""
    case = build()
    keep(folder, case)
    return case


def desk_of(folder: Path, refresh: Callable[[], object] = lambda: None) -> Desk:
    """Return a desk on a case, its shelf made."""
    desk = Desk(folder, refresh, lambda: report.desk.shelve(folder), "Ada Test")
    desk.open()
    return desk


def client_of(desk: Desk, door: Door | None = None, *, entered: bool = True) -> TestClient:
    """Return a client at the desk, let in or not."""
    door = door or Door(PORT)
    client = TestClient(create_app(desk, door), base_url=f"http://127.0.0.1:{door.port}", follow_redirects=False)
    if entered:
        assert client.get(door.address).status_code == 303
    return client


def parse(page: str) -> Any:  # Any: the stubs give xpath every type there is
    """Return a page as a tree."""
    return html.document_fromstring(page)
