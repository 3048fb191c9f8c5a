"""What the desk lists besides the findings of one document: days, deeds, wordings measured, what was passed over."""

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_cases import client_of, desk_of, keep, parse
from headwater import report
from headwater.cli import cli
from headwater.corrections import from_lines, propose, to_lines
from headwater.errors import NotFoundError, UsageError
from headwater.pipeline import relate
from headwater.pipeline.analysing import analyse
from headwater.records import Case, Document
from headwater.report import desk as pages
from headwater.report.responsibility import responsibility_list
from headwater.store import CaseFolder
from headwater.store.shelf import Shelf

TEXTS = {
    "Harl Wire": (
        "2031-03-05",
        "Mayor Mira Tolland said: “The eastern dam is a folly, and the folly must be stopped before the spring.”\n\n"
        "Tolland said: “The folly will cost this town its river and its fields.”\n\n"
        "The Halcyon sank off Port Almeric on Tuesday. In 1998 two trawlers sank.\n",
    ),
    "Karsat Post": (
        "2031-03-06",
        "The Halcyon sank off Port Almeric on March 4.\n\n"
        "The Salt Front claimed responsibility for the bomb in Arlen.\n",
    ),
    "Lantern": (
        "2031-09-10",
        "Mayor Mira Tolland said: “The eastern dam is a duty, and the duty must be done before the spring.”\n\n"
        "Tolland said: “The duty is to those who live below the wall.”\n\n"
        "On May 9, 2030 the Front burned a barn. Several weeks later it softened its stance.\n",
    ),
    "Undated Letter": (None, "On June 8 the Front burned a mill.\n"),
}


@pytest.fixture(scope="module")
def case() -> Case:
    return relate(
        analyse(
            Document(f"document-{n}", f"{n}.txt", "", text, publisher=name, published=published, language="en")
        )
        for n, (name, (published, text)) in enumerate(TEXTS.items())
    )  # fmt: skip


@pytest.fixture(scope="module")
def folder(case: Case, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("lists") / "case"
    keep(made, case)
    return made


@pytest.fixture(scope="module")
def shelf(folder: Path) -> Iterator[Shelf]:
    with Shelf(pages.shelve(folder)) as opened:
        yield opened


def test_the_timeline_is_that_of_the_dates_of_the_case(shelf: Shelf, case: Case) -> None:
    whole = report.times_page(case)
    shown = [line.entry for day in pages.timeline(shelf).days for line in day.entries]
    assert shown == [*whole.timeline, *whole.no_year]
    assert pages.following(shelf).lines == whole.following
    assert [day.when for day in pages.timeline(shelf).days][-1] == "8 June, no year given"


def test_sentences_of_two_documents_on_one_day_are_one_entry(shelf: Shelf, folder: Path) -> None:
    day = pages.day(shelf, "2031-03-04").day
    (line,) = day.entries
    assert line.sentences == 2
    assert line.entry.anchors
    page = parse(client_of(desk_of(folder)).get("/day/2031-03-04").text)
    assert len(page.xpath("//main//li//a[contains(@href, '/document/')]")) == 2
    assert "counted from" in page.text_content()


def test_a_day_goes_on_over_pages_and_an_unknown_one_is_not_found(tmp_path: Path) -> None:
    names = ["".join(letters) for letters in itertools.product("abcdefgh", repeat=2)]
    text = "\n\n".join(f"On 4 March 2031 {n}son left {n}ford for {n}shire with {n}ley and {n}by." for n in names)
    keep(tmp_path / "case", relate([analyse(Document("document-a", "a.txt", "", text, language="en"))]))
    with Shelf(pages.shelve(tmp_path / "case")) as shelf:
        first, second = pages.day(shelf, "2031-03-04"), pages.day(shelf, "2031-03-04", 50)
        assert (len(first.day.entries), first.more) == (50, True)
        assert (len(second.day.entries), second.more) == (len(names) - 50, False)
        assert len(pages.timeline(shelf).days[0].entries) == 12
        with pytest.raises(NotFoundError):
            pages.day(shelf, "2031-03-05")


def test_who_is_said_to_have_done_it_is_listed_as_said(shelf: Shelf, case: Case, folder: Path) -> None:
    assert pages.responsibility(shelf).lines == responsibility_list(case)
    page = client_of(desk_of(folder)).get("/responsibility").text
    assert "“The Salt Front” says that its own side did it" in page
    assert "does not say who did it" in page


def test_a_speaker_shows_how_the_wording_differs_between_two_days(shelf: Shelf, case: Case, folder: Path) -> None:
    asked = report.position_list(case, "Tolland")
    (tolland,) = [speaker.id for speaker in case.speakers if "Tolland" in speaker.name]
    differs = pages.desk_speaker(shelf, tolland).measured
    assert differs is not None
    assert (differs.wording, differs.rewordings) == (asked.wording, asked.rewordings)
    page = parse(client_of(desk_of(folder)).get(f"/speaker/{tolland}").text)
    assert {"folly", "stopped"} <= set(page.xpath("//div[@class='side']/del/text()"))
    assert {"duty", "done"} <= set(page.xpath("//div[@class='side']/ins/text()"))


def test_a_speaker_is_read_by_topic_and_by_what_others_say_with_its_name(tmp_path: Path) -> None:
    texts = (
        "Mayor Mira Tolland said that the dam was a folly.\n\nTolland said that the river was rising.\n",
        "Joren Pell said that Tolland had never seen the dam.\n\nPell said that the harvest was late.\n",
    )
    case = relate(analyse(Document(f"document-{n}", f"{n}.txt", "", t, language="en")) for n, t in enumerate(texts))
    keep(tmp_path / "case", case)
    (tolland,) = [speaker.id for speaker in case.speakers if "Tolland" in speaker.name]
    with Shelf(pages.shelve(tmp_path / "case")) as shelf:
        whole = pages.desk_speaker(shelf, tolland)
        assert (whole.total, len(whole.page.said)) == (2, 2)
        dam = pages.desk_speaker(shelf, tolland, topic="dams")
        assert (dam.total, [said.place.text for said in dam.page.said]) == (1, ["that the dam was a folly"])
        assert pages.desk_speaker(shelf, tolland, topic="harvest").total == 0
        assert [(line.name, line.place.text) for line in whole.about] == [
            ("Joren Pell", "that Tolland had never seen the dam")
        ]
        with pytest.raises(UsageError):
            pages.desk_speaker(shelf, tolland, topic="x" * 300)
    client = client_of(desk_of(tmp_path / "case"))
    assert client.get(f"/speaker/{tolland}?topic=dam").status_code == 200
    assert client.get(f"/speaker/{tolland}?topic=***").status_code == 400


def test_what_was_decided_is_saved_as_the_file_that_the_command_writes(tmp_path: Path, case: Case) -> None:
    keep(tmp_path / "case", case)
    claim = case.claims[0].id
    with CaseFolder(tmp_path / "case") as folder:
        folder.add_correction(propose(case, "accept", claim, {}, who="Ana", why="seen", at="2031-07-01T08:00:00Z"))
        kept = folder.corrections()
    answer = client_of(desk_of(tmp_path / "case")).get("/corrections/file")
    assert answer.content == to_lines(kept)
    assert from_lines(answer.content) == kept


def test_speakers_who_are_not_given_as_saying_anything_are_shown_when_asked_for(shelf: Shelf, case: Case) -> None:
    whole = report.speaker_list(case, everything=True).speakers
    speaking = tuple(line for line in whole if line.statements)
    listed = pages.speakers(shelf)
    assert (listed.page.lines, listed.silent) == (speaking, len(whole) - len(speaking))
    assert pages.speakers(shelf, everything=True).page.lines == whole
    assert report.speaker_list(case).silent == len(whole) - len(speaking)


def test_where_no_claim_is_repeated_all_lists_begin_with_those_of_single_documents(tmp_path: Path) -> None:
    text = "Mayor Mira Tolland said: “The eastern dam is a folly.”\n\nTolland said that the river is rising.\n"
    case = relate([analyse(Document("document-a", "a.txt", "", text, language="en"))])
    keep(tmp_path / "case", case)
    whole = report.summary(case)
    assert whole.claims
    assert not whole.repeated
    client = client_of(desk_of(tmp_path / "case"))
    for path in ("/", "/claims", "/claims?all=1"):
        page = parse(client.get(path).text)
        links = [str(link) for link in page.xpath("//li[@class='line']//p[@class='said']/a/@href")]
        assert set(links) == {f"/claim/{line.id}" for line in whole.claims}, path
    assert "No claim is made by two documents" in client.get("/claims").text


def test_parts_of_archives_that_were_passed_over_are_counted(tmp_path: Path) -> None:
    warc = tmp_path / "few.warc"
    kinds = ["request", "metadata", "metadata"]
    warc.write_bytes(
        b"".join(
            f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: 2\r\n\r\nok\r\n\r\n".encode("ascii") for kind in kinds
        )
    )
    (tmp_path / "a.txt").write_text("The Halcyon sank, the harbour master said.\n", encoding="utf-8")
    code = cli.main(
        ["trace", str(tmp_path / "a.txt"), str(warc), "--case", str(tmp_path / "case"), "--quiet"],
        standalone_mode=False,
    )
    assert code in (0, 3, None)
    desk = desk_of(tmp_path / "case")
    passed = dict(client_of(desk).get("/reading.json").json()["page"]["intake"]["passed"])
    assert passed == {"metadata records": 2, "request records": 1}
    shown = parse(client_of(desk).get("/reading").text).text_content()
    assert "Passed over" in shown
    assert "3 in all" in " ".join(shown.split())


def test_what_is_left_open_is_named_with_what_is_missing(shelf: Shelf, folder: Path) -> None:
    lines = pages.not_judged(shelf)
    undated = next(line for line in lines if line.what == "document" and "date" in line.why)
    assert [each.place.label for each in undated.first] == ["Undated Letter"]
    unchecked = next(line for line in lines if line.what == "quotation")
    assert unchecked.number == len(unchecked.first) == 4
    assert all(each.why for each in unchecked.first)
    page = parse(client_of(desk_of(folder)).get("/open").text)
    links = page.xpath("//details//a/@href")
    assert f"/correct/document/{undated.first[0].target}" in links
    assert any(link.startswith(f"/document/{unchecked.first[0].place.document}/s") for link in links)


def test_numbers_that_one_source_gives_alike_are_folded_and_conflicts_are_not(tmp_path: Path) -> None:
    said = "“{} dockers died in Torrick on Monday,” harbour master Ines Okoro said. Okoro said nine cranes fell."
    texts = {"Harl Wire": said.format("Four"), "Karsat Post": said.format("Six")}
    case = relate(
        analyse(Document(f"document-{n}", f"{n}.txt", "", text, publisher=name, published="2031-03-05", language="en"))
        for n, (name, text) in enumerate(texts.items())
    )
    keep(tmp_path / "case", case)
    with desk_of(tmp_path / "case").shelf() as opened:
        events = pages.figure_page(opened).events
    assert events is not None
    page = parse(client_of(desk_of(tmp_path / "case")).get("/figures").text)
    folded = [" ".join(e.text_content().split()) for e in page.xpath("//details[contains(@class, 'event')]/summary")]
    shown = [" ".join(e.text_content().split()) for e in page.xpath("//article/h3")]
    in_conflict = [e for e in events.lines if any(r.relation == "conflict" for r in e.relations)]
    assert len(shown) >= len(in_conflict) > 0
    assert any(title.startswith("9 cranes") for title in folded)


def test_the_page_of_a_publisher_leads_to_its_documents(folder: Path, case: Case) -> None:
    client = client_of(desk_of(folder))
    for speaker in case.speakers:
        page = parse(client.get(f"/speaker/{speaker.id}").text)
        links = page.xpath("//p[@class='acts']//a[starts-with(@href, '/documents?')]/text()")
        assert links == (["1 document published"] if speaker.name in TEXTS else [])


def test_events_of_figures_go_on_after_a_page_of_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.report.desk.lists.MOST", 2)
    said = "Ines Okoro said four dockers died in Torrick. Okoro said nine cranes fell. Okoro said 31 ships left."
    case = relate(
        analyse(Document(f"document-{n}", f"{n}.txt", "", said, publisher=name, published="2031-03-05", language="en"))
        for n, name in enumerate(("Harl Wire", "Karsat Post"))
    )
    keep(tmp_path / "case", case)
    client = client_of(desk_of(tmp_path / "case"))
    shown, stretches, path = [], [], "/figures"
    for _ in range(9):
        page = parse(client.get(path).text)
        stretches += page.xpath("//nav[@aria-label='More events']/span/text()")
        shown += [" ".join(e.text_content().split()) for e in page.xpath("//article/h3 | //details/summary/strong")]
        onward = page.xpath("//nav[@aria-label='More events']/a[@rel='next']/@href")
        if not onward:
            break
        (path,) = onward
    assert len(shown) == len(set(shown)) == 3
    assert stretches == ["1 to 2 of 3", "3 to 3 of 3"]


def test_lists_say_which_of_their_lines_they_show(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("headwater.report.desk.lists.MOST", 2)
    client = client_of(desk_of(folder))
    for path in ("/documents", "/claims?all=1", "/claims?by=documents", "/speakers?all=1", "/pairs"):
        ends: list[int] = []
        while path:
            page = parse(client.get(path).text)
            for words in page.xpath("//nav[@class='onward']/span/text()"):
                first, _, last, _, total = (int(w) if w.isdigit() else w for w in words.split())
                assert first == (ends[-1] + 1 if ends else 1)
                assert last <= total
                ends.append(last)
            path = next(iter(page.xpath("//nav[@class='onward']/a[@rel='next']/@href")), "")
            assert path or not ends or ends[-1] == total


def test_documents_of_one_name_are_told_by_their_files(tmp_path: Path) -> None:
    said = "Ines Okoro said four dockers died in Torrick."
    case = relate(
        analyse(Document(f"document-{n}", f"{n}.html", "", f"{said} {n}", publisher="Harl Wire", title="Docks"))
        for n in range(2)
    )
    keep(tmp_path / "case", case)
    cells = parse(client_of(desk_of(tmp_path / "case")).get("/documents").text).xpath("//td[@class='any']")
    assert [" ".join(cell.text_content().split()) for cell in cells] == [f"DocksHarl Wire · {n}.html" for n in range(2)]


def test_a_review_on_which_nothing_is_said_can_be_asked_again(folder: Path) -> None:
    answer = client_of(desk_of(folder)).get("/review?topic=zeppelin")
    assert answer.status_code == 404
    page = parse(answer.text)
    assert "no statement on 'zeppelin'" in page.text_content()
    assert page.xpath("//main//input[@name='topic']/@value") == ["zeppelin"]
