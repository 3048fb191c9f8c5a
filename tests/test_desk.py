"""The desk's pages: the same records as everywhere, each with its twin, readable without a script."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_cases import by_hand, client_of, desk_of, keep, parse
from findings_by_hand import build
from headwater import report
from headwater.errors import CaseError, NotFoundError, UsageError
from headwater.pipeline import relate
from headwater.records import Analysis, Case, Document
from headwater.report import desk as pages
from headwater.report.desk.pages import cut
from headwater.report.desk.searching import Asked, match_of, search
from headwater.report.positions import movements
from headwater.report.quotations import cut_short
from headwater.store.shelf import Shelf, shelf_file, writing


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Case]:
    folder = tmp_path_factory.mktemp("desk") / "case"
    return folder, by_hand(folder)


@pytest.fixture
def shelf(case: tuple[Path, Case]) -> Iterator[Shelf]:
    with Shelf(pages.shelve(case[0])) as opened:
        yield opened


@pytest.fixture(scope="module")
def client(case: tuple[Path, Case]) -> TestClient:
    return client_of(desk_of(case[0]))


def test_every_page_is_the_record_that_the_whole_collection_gives(case: tuple[Path, Case], shelf: Shelf) -> None:
    found = report.index(case[1])
    for key in found.documents:
        assert pages.desk_document(shelf, key).page == report.document_page(found, key)
    for key in found.claims:
        assert pages.desk_claim(shelf, key).page == report.claim_page(found, key)
    for key in found.speakers:
        shown = pages.desk_speaker(shelf, key)
        assert shown.page == replace(report.speaker_page(found, key), positions=())
        assert shown.movements == tuple(m for m in movements(found) if m.speaker == key)
    for pair in report.pair_lines(found):
        assert pages.desk_comparison(shelf, pair.left_id, pair.right_id) == report.compare(
            found, pair.left_id, pair.right_id
        )


def test_a_review_is_that_of_the_whole_collection(case: tuple[Path, Case], shelf: Shelf) -> None:
    for topic in ("ferry", "counting", "people died", "Okoro"):
        assert pages.desk_review(shelf, topic).whole == report.review(report.index(case[1]), topic)


def test_lists_are_those_of_the_whole_collection(case: tuple[Path, Case], shelf: Shelf) -> None:
    found = report.index(case[1])
    assert pages.claims(shelf).page.lines == report.claim_list(found).claims
    assert pages.claims(shelf, everything=True).page.lines == report.claim_list(found, everything=True).claims
    assert pages.pairs(shelf).page.lines == report.pair_lines(found)
    assert pages.speakers(shelf).page.lines == report.speaker_list(found).speakers
    assert pages.quotations(shelf).page.lines == report.quotation_lines(found) + cut_short(found)
    assert [(n.number, n.what, n.why) for n in pages.not_judged(shelf)] == [
        (n.number, n.what, n.why) for n in report.summary(found).not_judged
    ]
    assert [line.id for line in pages.document_list(shelf).page.lines] == list(found.documents)


def addresses(client: TestClient) -> list[str]:
    """Return every address of the desk that a page leads to, from the first page on."""
    seen, waiting = {"/"}, ["/"]
    while waiting and len(seen) < 400:
        answer = client.get(waiting.pop())
        if "text/html" not in answer.headers["content-type"]:
            continue
        for address in re.findall(r'(?:href|hx-get|src|action)="(/[^"#]*)', answer.text):
            address = address.replace("&amp;", "&")
            if address not in seen:
                seen.add(address)
                waiting.append(address)
    return sorted(seen)


def test_every_link_leads_to_a_page(client: TestClient) -> None:
    found = addresses(client)
    assert len(found) > 60
    wrong = {a: client.get(a).status_code for a in found if not a.startswith("/original")}
    assert {address: status for address, status in wrong.items() if status != 200} == {}


@pytest.mark.parametrize(
    "path",
    ["/", "/documents", "/claims", "/quotations", "/pairs", "/speakers", "/figures", "/timeline", "/publishers",
     "/search?q=ferry", "/corrections", "/open", "/positions", "/revisions", "/wordings", "/stories",
     "/reading", "/export", "/review?topic=ferry", "/responsibility", "/following", "/day/2031-03-03"],
)  # fmt: skip
def test_every_page_has_its_record_as_json(client: TestClient, path: str) -> None:
    page = client.get(path)
    twin = parse(page.text).xpath('string(//link[@rel="alternate"]/@href)')
    answer = client.get(str(twin))
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    assert set(json.loads(answer.text)) == {"headwater", "page"}


def test_the_text_stands_whole_under_its_highlights(case: tuple[Path, Case], client: TestClient) -> None:
    for analysis in case[1].analyses:
        page = parse(client.get(f"/document/{analysis.document.id}").text)
        assert page.xpath('//div[@id="text"]')[0].text_content() == analysis.document.text


def test_a_span_has_an_address_and_is_marked_there(case: tuple[Path, Case], client: TestClient) -> None:
    document = case[1].analyses[0].document
    page = parse(client.get(f"/document/{document.id}/s5-30").text)
    assert "".join(page.xpath('//div[@id="text"]//span[contains(@class, "asked")]//text()')) == document.text[5:30]
    assert client.get(f"/document/{document.id}/s30-5").status_code == 404
    assert client.get(f"/document/{document.id}/s5-99999999").status_code == 404


def test_a_long_text_is_shown_in_parts_that_lose_nothing() -> None:
    text = "".join(f"Line {n} of a very long text.\n" for n in range(9000))
    parts = cut(text)
    assert "".join(text[start:end] for start, end in parts) == text
    assert max(end - start for start, end in parts) <= 36_000
    assert all(text[end - 1] == "\n" for _, end in parts[:-1])


def test_a_span_of_a_long_text_opens_its_part(tmp_path: Path) -> None:
    text = "\n".join(f"Line {n} of a very long text, the mayor said." for n in range(6000))
    document = Document("document-long", "long.txt", "0" * 64, text, publisher="The Long Read", language="en")
    keep(tmp_path / "case", relate([Analysis(document, (), (), (), ())]))
    with Shelf(pages.shelve(tmp_path / "case")) as shelf:
        shown = pages.desk_document(shelf, document.id, asked=(200_000, 200_040))
        assert shown.part.start <= 200_000 < shown.part.end
        assert shown.page.text == text[shown.part.start : shown.part.end]
        with pytest.raises(NotFoundError):
            pages.desk_document(shelf, document.id, part=99)


def test_search_finds_texts_sayings_and_claims(shelf: Shelf, case: tuple[Path, Case]) -> None:
    texts = {analysis.document.id: analysis.document.text for analysis in case[1].analyses}
    for kind in ("text", "said", "claim"):
        page = search(shelf, Asked("people died", kind))
        assert page.hits, kind
        for hit in page.hits:
            shown = "".join(run.text for run in hit.runs)
            assert shown in texts[hit.document] or kind == "text"
            assert any(run.hit for run in hit.runs)
            assert texts[hit.document][hit.start : hit.end].strip()


def test_search_is_narrowed_by_publisher_date_and_speaker(shelf: Shelf, case: tuple[Path, Case]) -> None:
    everything = search(shelf, Asked("ferry"))
    publisher = everything.facets.publishers[0]
    narrowed = search(shelf, Asked("ferry", publisher=publisher.value))
    assert narrowed.total == publisher.number < everything.total
    assert search(shelf, Asked("ferry", since="2100-01-01")).total == 0
    okoro = next(value for value in search(shelf, Asked("people", "said")).facets.speakers)
    assert search(shelf, Asked("people", "said", speaker=okoro.value)).total == okoro.number


@pytest.mark.parametrize(
    ("query", "match"),
    [
        ("ferry", '"ferry"'),
        ("NEAR(a b) OR text:*", '"NEAR(a" "b)" "OR" "text:"*'),
        ('"port almeric" -strike', '"port almeric" NOT "strike"'),
        ('say "', '"say"'),
        ("evacuat*", '"evacuat"*'),
    ],
)
def test_no_word_of_a_query_is_an_operator(query: str, match: str, shelf: Shelf) -> None:
    assert match_of(query) == match
    search(shelf, Asked(query))


@pytest.mark.parametrize("query", ["", "  ", "***", '""', "-only", "x" * 500])
def test_a_query_without_words_is_refused(query: str) -> None:
    with pytest.raises(UsageError):
        match_of(query)


def test_a_question_that_takes_too_long_is_given_up(case: tuple[Path, Case]) -> None:
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"
    with Shelf(pages.shelve(case[0]), seconds=0.2) as shelf, pytest.raises(CaseError, match="ask for less"):
        shelf.rows(endless)


def test_a_new_collection_gets_its_own_shelf_and_pages_turn_to_it(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    by_hand(folder)
    desk = desk_of(folder)
    client = client_of(desk)
    first = client.get("/index.json").json()["page"]["shelved"]["summary"]["documents"]
    keep(folder, relate(build().analyses[:1]))
    desk._looked = 0.0
    assert client.get("/index.json").json()["page"]["shelved"]["summary"]["documents"] == first
    desk.wait()
    desk._looked = 0.0
    assert client.get("/index.json").json()["page"]["shelved"]["summary"]["documents"] == 1
    assert len(list(folder.glob("shelf-*.db"))) == 1


def test_a_shelf_that_was_not_finished_is_made_again(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    by_hand(folder)
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom headwater.report.desk import shelving\n"
        "shelving._figures = lambda *_: os.kill(os.getpid(), 9)\n"
        "shelving.shelve(Path(sys.argv[1]))\n"
    )
    killed = subprocess.run([sys.executable, "-c", script, str(folder)], check=False)
    assert killed.returncode == -9
    assert list(folder.glob("shelf-*.part"))
    with Shelf(pages.shelve(folder)) as shelf:
        assert pages.overview(shelf).shelved.summary.documents == len(build().analyses)
    assert not list(folder.glob("shelf-*.part"))


def test_a_shelf_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    file = shelf_file(tmp_path, "collection")
    with pytest.raises(CaseError), writing(file) as database:
        database.execute("SELECT * FROM nothing")
    assert not list(tmp_path.iterdir())


def test_pages_come_without_a_script_and_name_their_parts(client: TestClient) -> None:
    page = parse(client.get("/").text)
    assert page.xpath("//main//h1")
    assert page.xpath("//nav[@aria-label]//a[@aria-current='page']")
    assert not page.xpath("//*[@style] | //style | //script[not(@src)] | //@*[starts-with(name(), 'on')]")
