"""``headwater fetch`` and ``watch`` on a server of the test's own: pages and feeds into a case, versions kept apart."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from headwater.cli import collecting
from headwater.errors import ReadError
from headwater.fetch.feeds import links_in
from headwater.pipeline import trace

ARTICLE = (
    "<html lang=en><head><title>Quarry</title></head><body><article><h1>Quarry shut</h1>"
    "<p>{number} people were hurt when the wall of the quarry gave way, the harbour board said on Tuesday.</p>"
    "<p>“We were told in May,” said Mira Oduya, who lives below the wall of the quarry with her family.</p>"
    "<p>The road to the ferry is closed until the wall has been measured by an independent inspector.</p>"
    "</article></body></html>"
)


class Site(BaseHTTPRequestHandler):
    """A site with a feed, a robots.txt and two articles; ``number`` is what the first article says today."""

    number = "Four"

    def do_GET(self) -> None:
        host = self.headers["Host"]
        pages = {
            "/robots.txt": ("text/plain", "User-agent: *\nDisallow: /secret\n"),
            "/quarry": ("text/html; charset=utf-8", ARTICLE.format(number=self.number)),
            "/ferry": ("text/html; charset=utf-8", ARTICLE.format(number="Nine").replace("quarry", "ferry")),
            "/feed": (
                "application/rss+xml",
                f"<rss version='2.0'><channel><title>Echo</title><item><title>Q</title><link>http://{host}/quarry</link>"
                f"</item><item><link>http://{host}/ferry</link></item><item><link>http://{host}/secret/x</link></item>"
                "</channel></rss>",
            ),
        }
        kind, body = pages.get(self.path, ("text/plain", ""))
        self.send_response(200 if body else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body.encode())

    def log_message(self, format: str, *arguments: object) -> None:
        """Say nothing."""


@pytest.fixture
def site() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}"
        server.shutdown()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "headwater", *arguments], capture_output=True, text=True, check=False, timeout=300
    )


def test_a_private_site_is_refused_unless_it_is_asked_for(site: str, tmp_path: Path) -> None:
    done = run("fetch", f"{site}/quarry", "--warc", str(tmp_path / "x.warc.gz"))
    assert done.returncode == 3
    port = site.rpartition(":")[2]
    assert done.stderr == f"not fetched: {site}/quarry: port {port} is not fetched; only 80 and 443 are\n"
    assert not (tmp_path / "x.warc.gz").exists()


def test_a_feed_is_fetched_into_a_case_and_its_documents_are_analysed(site: str, tmp_path: Path) -> None:
    case = tmp_path / "case"
    done = run("fetch", "--feed", f"{site}/feed", "--case", str(case), "--allow-private")
    assert done.returncode == 3, done.stderr
    assert "2 of 3 fetched" in done.stdout
    assert "2 in the case" in done.stdout
    assert "robots.txt does not allow it" in done.stderr
    shown = run("speakers", "--in", str(case))
    assert "Mira Oduya" in shown.stdout
    again = run("fetch", "--feed", f"{site}/feed", "--case", str(case), "--allow-private")
    assert "0 of 1 fetched" in again.stdout, "what was fetched today is not fetched again"
    assert run("verify", str(case)).returncode == 0


def test_two_versions_of_a_page_are_kept_and_what_changed_is_shown(
    site: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case"
    for number, name in (("Four", "a"), ("Nine", "b")):
        monkeypatch.setattr(Site, "number", number)
        warc = tmp_path / f"{name}.warc.gz"
        assert run("fetch", f"{site}/quarry", "--warc", str(warc), "--allow-private").returncode == 0
        assert run("add", str(case), str(warc), "--quiet").returncode == 0
    shown = json.loads(run("revisions", "--in", str(case), "--json").stdout)
    text = json.dumps(shown)
    assert '"left": "Four", "right": "Nine"' in text or '"left":"Four","right":"Nine"' in text.replace('": "', '":"')


def test_watching_once_adds_what_is_new_in_a_folder(tmp_path: Path) -> None:
    pile, case = tmp_path / "pile", tmp_path / "case"
    pile.mkdir()
    (pile / "a.txt").write_text("The mayor of Vail said the bridge was closed.")
    assert run("watch", str(case), str(pile), "--once").returncode == 0
    (pile / "b.txt").write_text("The harbour board denied that the bridge was closed.")
    done = run("watch", str(case), str(pile), "--once")
    assert "1 document added" in done.stdout, done.stdout + done.stderr
    assert "2 in the case" in done.stdout


def test_a_case_that_lies_in_the_folder_is_not_watched_itself(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The mayor of Vail said the bridge was closed.")
    seen: dict[str, tuple[float, int]] = {}
    assert collecting._changed(tmp_path, seen)
    trace([tmp_path], case=tmp_path / "case")
    assert not collecting._changed(tmp_path, seen)
    (tmp_path / "a.txt").write_text("The mayor of Vail said the bridge was open.")
    assert collecting._changed(tmp_path, seen)


def test_a_feed_that_cannot_be_had_costs_only_itself(site: str, tmp_path: Path) -> None:
    case = tmp_path / "case"
    feeds = ("--feed", "http://no-such-host.invalid/feed", "--feed", f"{site}/quarry", "--feed", f"{site}/feed")
    done = run("fetch", *feeds, "--case", str(case), "--allow-private", "--ignore-robots")
    assert done.returncode == 3
    said = [line for line in done.stderr.splitlines() if line.startswith("not fetched")]
    assert len(said) == 3, done.stderr
    assert "the name no-such-host.invalid cannot be resolved" in said[0]
    assert "lists no pages (neither a feed nor a sitemap?)" in said[1]
    assert "2 of 3 fetched" in done.stdout


def test_watching_goes_on_where_a_feed_cannot_be_had(tmp_path: Path) -> None:
    pile, case = tmp_path / "pile", tmp_path / "case"
    pile.mkdir()
    (pile / "a.txt").write_text("The mayor of Vail said the bridge was closed.")
    done = run("watch", str(case), str(pile), "--feed", "http://no-such-host.invalid/feed", "--once")
    assert done.returncode == 3
    assert "1 document added" in done.stdout
    assert "0 of 0 fetched" in done.stdout


def test_a_hostile_feed_is_read_by_a_worker_and_refused() -> None:
    laughs = b"<!DOCTYPE r [<!ENTITY a 'x'>]><rss version='2.0'><channel><item><link>&a;</link></item></channel></rss>"
    with pytest.raises(ReadError, match="declares entities of its own"):
        links_in(laughs, "https://echo.example/feed")


def test_the_links_of_a_feed_are_those_of_its_entries_once_each() -> None:
    feed = (
        b"<rss version='2.0'><channel><item><title>Q</title><link>/quarry</link></item><item><title>3</title></item>"
        b"<item><link>/quarry</link><description>words</description></item><item><link>https://b.example/x</link></item>"
        b"</channel></rss>"
    )
    assert links_in(feed, "https://echo.example/feed") == ["https://echo.example/quarry", "https://b.example/x"]
    sitemap = b"<urlset><url><loc>\n https://a.example/1?b&amp;c </loc></url></urlset>"
    assert links_in(sitemap, "https://a.example/") == ["https://a.example/1?b&c"]
