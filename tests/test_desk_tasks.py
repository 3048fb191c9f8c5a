"""What the desk is for, done by keyboard alone in a real browser on texts that were really published.

The texts lie beside the checkout and are no part of it; where they are missing these tests are skipped.
"""

import gzip
import json
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desk_browser import browser, focus, follow, needs_browser, opened, save, served
from headwater.records import Attribution, Case
from headwater.store import CaseFolder

SHARED = Path(__file__).resolve().parents[2] / "shared" / "data"
SEEDS, NEWS = SHARED / "seeds", SHARED / "reuse" / "news_7k.jsonl.gz"
pytestmark = [needs_browser, pytest.mark.filterwarnings("ignore::ResourceWarning")]
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason=f"{SEEDS} is not there")
needs_news = pytest.mark.skipif(not NEWS.is_file(), reason=f"{NEWS} is not there")


@pytest.fixture(scope="module")
def started() -> Iterator[Any]:  # Any: playwright is imported only where there is a browser
    with browser() as running:
        yield running


def trace(source: Path, folder: Path) -> Path:
    """Trace texts into a case."""
    command = [sys.executable, "-m", "headwater", "trace", str(source), "--case", str(folder), "--quiet"]
    subprocess.run(command, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return trace(SEEDS, tmp_path_factory.mktemp("seeds") / "case")


@pytest.fixture(scope="module")
def elections(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("elections")
    with gzip.open(NEWS, "rt", encoding="utf-8") as rows:
        chosen = [row for row in map(json.loads, rows) if row["topic"] == "elections" and row["date"] is None]
    (folder / "rows.jsonl").write_text("".join(json.dumps(row) + "\n" for row in chosen), encoding="utf-8")
    return trace(folder / "rows.jsonl", folder / "case")


def latest(folder: Path) -> Case:
    with CaseFolder(folder) as case:
        found = case.latest()
    assert found is not None
    return found


def check(folder: Path) -> int:
    """Check an unpacked pack as somebody without Headwater does."""
    return subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True).returncode


def open_elsewhere(started: Any, file: Path) -> str:  # Any: as above
    """Open a page from the disk in another browser that has no network; return its words. Nothing may be blocked."""
    said: list[str] = []
    context = started.new_context(offline=True)
    try:
        page = context.new_page()
        page.on("console", lambda message: said.append(message.text))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.goto(file.as_uri())
        words = str(page.inner_text("body"))
    finally:
        context.close()
    assert said == []
    return words


@pytest.mark.slow
@needs_news
def test_a_claim_that_five_documents_repeat_is_found_and_has_one_origin(started: Any, elections: Path) -> None:
    with served(elections) as (_, door), opened(started, door, []) as page:
        follow(page, "header nav a", "Claims")
        follow(page, "nav.kinds a", "In most documents")
        follow(page, ".line a[href^='/claim/']", "The transcript shows Trump being Trump")
        assert page.inner_text(".standing >> nth=0").startswith("5 documents, 1 independent origin")
        assert page.locator("ol.reports > li").count() == 5
        assert page.locator("ol.reports mark").count() == 5
        assert page.text_content("svg.chain .joined") == "the same words"
        focus(page, "svg.chain a")


@pytest.mark.parametrize(
    ("case", "added"),
    [
        pytest.param("seeds", "in Syria and Iraq", marks=needs_seeds),
        pytest.param("elections", "worst foreign policy blunder", marks=[needs_news, pytest.mark.slow]),
    ],
)
def test_a_quotation_that_was_changed_is_found_and_the_change_is_shown(
    started: Any, case: str, added: str, request: pytest.FixtureRequest
) -> None:
    with served(request.getfixturevalue(case)) as (_, door), opened(started, door, []) as page:
        follow(page, "header nav a", "Quotations")
        assert added in page.locator(".card ins").all_inner_texts()
        follow(page, ".card h3 a")
        printed = page.locator("#text .asked").all_inner_texts()
        assert added in " ".join("".join(printed).split())
        if case == "seeds":
            follow(page, "header nav a", "Shared words")
            follow(page, "a[href^='/compare/']", "side by side")
            assert any(added in words for words in page.locator(".sides ins").all_inner_texts())


def saying(case: Case, words: str) -> Attribution:
    texts = {a.document.id: a.document.text for a in case.analyses}
    return next(
        t for a in case.analyses for t in a.attributions if any(words in s.of(texts[t.document]) for s in t.content)
    )


@pytest.mark.slow
@needs_news
def test_a_wrong_speaker_is_corrected_and_every_page_follows(started: Any, elections: Path, tmp_path: Path) -> None:
    words = "nobody really knows for sure"
    before = latest(elections)
    wrong = saying(before, words)
    old = next(r.speaker for r in before.resolutions if r.attribution == wrong.id)
    with served(elections) as (desk, door), opened(started, door, []) as page:
        keys = page.keyboard
        keys.press("/")
        keys.type(f'"{words}"')
        with page.expect_navigation(wait_until="load"):
            keys.press("Enter")
        follow(page, ".hits a")
        badge = page.locator(f".note:has(a.decide[href*='{wrong.id}'])").get_attribute("data-n")
        for _ in range(200):
            if page.evaluate("document.activeElement.dataset.n || ''") == badge:
                break
            keys.press("j")
        keys.press("c")
        page.wait_for_selector(f"#for-{badge} input[name=speaker]:focus")
        keys.type("Somebody Else Entirely")
        focus(page, f"#for-{badge} input[name=why]")
        keys.type("The recording has another voice.")
        with page.expect_navigation(wait_until="load"):
            keys.press("Enter")
        desk.wait(300)
        follow(page, "#status a")
        new = next(s.id for s in latest(elections).speakers if s.name == "Somebody Else Entirely")
        home = f"http://127.0.0.1:{door.port}"

        def shown(path: str) -> str:
            page.goto(home + path)
            return " ".join(page.inner_text("main").split())

        assert words in shown(f"/speaker/{new}")
        assert words not in shown(f"/speaker/{old}")
        assert "Said by Somebody Else Entirely" in shown(f"/document/{wrong.document}")
        assert "Somebody Else Entirely" in shown(f'/search?kind=said&q="{words}"')
        assert "The recording has another voice." in shown("/corrections")
        assert words in shown("/review?topic=knows&speaker=Somebody Else Entirely")
        claims = [c for c in latest(elections).claims if any(s.attribution == wrong.id for s in c.statements)]
        assert claims
        for claim in claims:
            assert "Somebody Else Entirely" in shown(f"/claim/{claim.id}")
        page.goto(f"{home}/export")
        lines = save(page, "button[value=csv-raw]", tmp_path / "tables.zip")
        with zipfile.ZipFile(lines) as packed:
            assert "Somebody Else Entirely" in packed.read("attributions.csv").decode()


@pytest.mark.parametrize(
    "case",
    [
        pytest.param("seeds", marks=needs_seeds),
        pytest.param("elections", marks=[needs_news, pytest.mark.slow]),
    ],
)
def test_a_dossier_and_a_pack_are_handed_over_and_checked_elsewhere(
    started: Any, case: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    folder = request.getfixturevalue(case)
    with served(folder) as (_, door), opened(started, door, []) as page:
        follow(page, "header nav a", "Hand over")
        pack = save(page, "button[value=pack]", tmp_path / "evidence.zip")
        focus(page, "input[name=claim]")
        page.keyboard.press("Space")
        claim = str(page.evaluate("document.activeElement.closest('label').textContent"))
        dossier = save(page, "button[value='dossier.html']", tmp_path / "dossier.html")
        page.reload()
        name = max(latest(folder).speakers, key=lambda s: (s.kind == "person", len(s.names), s.id)).name
        focus(page, "#names")
        page.keyboard.type(name)
        hidden = save(page, "button[value=jsonl]", tmp_path / "hidden.jsonl")
    chosen = re.sub(r"\W+", " ", claim)[:40].strip()
    assert chosen in re.sub(r"\W+", " ", open_elsewhere(started, dossier))
    assert name not in hidden.read_text(encoding="utf-8")
    elsewhere = tmp_path / "elsewhere"
    with zipfile.ZipFile(pack) as packed:
        packed.extractall(elsewhere)
    assert check(elsewhere) == 0
    assert f"{len(latest(folder).analyses)} documents" in open_elsewhere(started, elsewhere / "index.html")
    target = next(iter(sorted((elsewhere / "texts").iterdir())))
    data = bytearray(target.read_bytes())
    data[len(data) // 2] ^= 1
    target.write_bytes(bytes(data))
    assert check(elsewhere) != 0
