"""States of documents, from the reader to the case, the JSON and the report; what is done again, and only that."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import piles
from headwater import pipeline
from headwater.cli import cli
from headwater.errors import CaseError, UsageError
from headwater.export.contract import to_json
from headwater.export.terminal import render
from headwater.export.terminal.intake import render_intake
from headwater.pipeline import Again, analysing
from headwater.pipeline.keeping import last_sources
from headwater.pipeline.reading import Meter, Sources
from headwater.read import find_inputs, isolation
from headwater.records import Analysis, Case, Document, Skipped
from headwater.report import summary
from headwater.report.desk import reading, shelve
from headwater.report.intake import FormatLine, intake
from headwater.store import CaseFolder
from headwater.store.shelf import Shelf

COSTLY = "headwater.pipeline.analysing.analyse"


@pytest.fixture
def pile(tmp_path: Path) -> Path:
    folder = tmp_path / "pile"
    folder.mkdir()
    (folder / "a.txt").write_text(piles.WORDS)
    (folder / "b.xml").write_bytes(piles.feed())
    (folder / "c.html").write_bytes(b"<html></html>")
    (folder / "d.mbox").write_bytes(piles.mbox(1))
    return folder


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(cli, arguments, standalone_mode=False)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def states(case: Case) -> dict[str, str]:
    return {a.document.path.rpartition("/")[2]: a.document.state for a in case.analyses}


def test_every_document_has_its_state_in_the_findings_the_json_and_the_report(pile: Path) -> None:
    case = pipeline.trace([pile])
    assert states(case) == {"a.txt": "ok", "1": "ok", "2": "partial", "d.mbox#1": "ok"}
    output = json.loads(to_json(case, {}))
    by_state = {d["state"]: d for d in output["documents"]}
    assert by_state["partial"]["lost"] == ["only a summary (feed field “summary”), not the whole text"]
    assert by_state["ok"]["lost"] == []
    assert output["skipped"] == [{"path": f"{pile}/c.html", "reason": output["skipped"][0]["reason"]}]
    page = intake(case, {"warcinfo records": 2})
    assert (page.documents, page.ok, len(page.rejected)) == (4, 3, 1)
    assert FormatLine("feed entry", 1, 1, 0, 0) in page.formats
    assert FormatLine("HTML", 0, 0, 0, 1) in page.formats
    assert "1 document read only in part" in render(summary(case), 100, False)
    shown = render_intake(page, 100, False)
    for words in ("4 documents read, 1 input not", "only a summary", "warcinfo records", "c.html"):
        assert words in shown


def test_the_report_names_copies_and_days_that_could_not_be_read(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(piles.WORDS)
    (tmp_path / "b.txt").write_text(piles.WORDS)
    (tmp_path / "sheet.csv").write_text("text,date\nThe quay is shut.,03/04/2031\nIt is open.,05/04/2031\n")
    page = intake(pipeline.trace([tmp_path]), {})
    assert page.repeated == ((f"{tmp_path}/a.txt", f"{tmp_path}/b.txt"),)
    (line,) = page.undated
    assert line.number == 2
    assert "“date” (03/04/2031)" in line.example
    assert "write it as 2031-03-09" in line.example
    shown = " ".join(render_intake(page, 100, False).split())
    assert "The same text more than once" in shown
    assert "Days that could not be read 2 published, column “date” (03/04/2031)" in shown


def test_a_document_whose_analysis_fails_is_unmeasured_and_never_counts_as_saying_nothing(
    pile: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(document: object) -> None:
        raise IndexError("stumbled")

    monkeypatch.setattr(COSTLY, fail)
    case = pipeline.trace([pile / "a.txt"])
    (analysis,) = case.analyses
    assert analysis.document.text == piles.WORDS
    assert (analysis.document.state, analysis.document.lost) == (
        "unmeasured",
        ("not analysed: IndexError: stumbled",),
    )
    page = intake(case, {})
    assert page.unmeasured[0].example == "not analysed: IndexError: stumbled"
    assert "nothing is known of what they say" in render_intake(page, 100, False)


def test_only_what_failed_is_done_again_and_the_paths_are_remembered(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case"
    first = pipeline.trace([pile], case=case)
    done: list[str] = []
    monkeypatch.setattr("headwater.pipeline.keeping.code_fingerprint", lambda: "other code")
    real = pipeline.analyse

    def counted(document: Document) -> Analysis:
        done.append(document.path.rpartition("/")[2])
        return real(document)

    monkeypatch.setattr(COSTLY, counted)
    (pile / "c.html").write_bytes(piles.page())
    again = pipeline.trace([], case=case, again=Again(failed=True))
    assert sorted(done) == ["2", "c.html"]
    assert {a.document.id for a in first.analyses} < {a.document.id for a in again.analyses}
    assert again.skipped == ()


def test_only_what_an_older_version_read_is_done_again(
    pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = tmp_path / "case"
    pipeline.trace([pile / "a.txt"], case=case)
    monkeypatch.setattr("headwater.store.folder.__version__", "0.9.0")
    pipeline.trace([pile], case=case, again=Again(since="0.0.1"))
    with CaseFolder(case) as folder:
        made = {folder.versions()[key] for key in folder.as_found()}
    assert made == {"0.1.0", "0.9.0"}  # a.txt stays as it was
    pipeline.trace([], case=case, again=Again(since="0.9.0"))
    with CaseFolder(case) as folder:
        assert {folder.versions()[key] for key in folder.as_found()} == {"0.9.0"}


def test_the_command_line_retries_reports_and_refuses(pile: Path, tmp_path: Path) -> None:
    case = str(tmp_path / "case")
    assert run("trace", str(pile), "--case", case, "--quiet").return_value == 3
    shown = run("report", case).output
    assert "4 documents read, 1 input not" in shown
    assert "In part" in shown or "in part" in shown
    (pile / "c.html").write_bytes(piles.page())
    assert run("trace", "--case", case, "--retry-failed", "--quiet").return_value == 0
    assert "5 documents read, 0 inputs not" in run("report", case).output
    for arguments in (["trace"], ["trace", "--retry-failed"], ["trace", str(pile), "--columns", "body=text"]):
        with pytest.raises(UsageError):
            run(*arguments)
    with pytest.raises(UsageError, match="give a version"):
        run("trace", "--case", case, "--since-version", "soon")


def test_columns_are_taken_from_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"inhalt": piles.WORDS, "kopf": "Head"}))
    result = run("trace", str(tmp_path / "a.jsonl"), "--columns", "text=inhalt,title=kopf", "--json", "--quiet")
    assert json.loads(result.stdout)["documents"][0]["title"] == "Head"


def test_a_case_that_knows_no_paths_says_so(tmp_path: Path) -> None:
    with CaseFolder(tmp_path / "case") as folder, pytest.raises(CaseError, match="name the paths"):
        last_sources(folder)


def test_sources_are_kept_as_they_were_given(pile: Path, tmp_path: Path) -> None:
    pipeline.trace([pile / "a.txt"], case=tmp_path / "case", columns={"text": "body"})
    with CaseFolder(tmp_path / "case") as folder:
        assert last_sources(folder) == Sources((str(pile / "a.txt"),), None, {"text": "body"})


def test_reading_in_any_order_in_any_number_of_processes_gives_the_same_bytes(pile: Path) -> None:
    for number in range(14):  # so many that processes side by side read them
        (pile / f"{number}.txt").write_text(f"{piles.WORDS} The harbour has {number + 3} piers.")
    paths = sorted(pile.iterdir())
    runs = {to_json(pipeline.trace(order, workers=n), {}) for order, n in ((paths, 1), (paths[::-1], 2), (paths, 16))}
    assert len(runs) == 1


def test_what_is_left_is_told_by_bytes_where_inputs_hold_many(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(piles.lines(1_000))
    inputs = find_inputs([tmp_path])
    meter = Meter(inputs)
    size = (tmp_path / "a.jsonl").stat().st_size
    for number in range(1, 101):
        meter.cut(number * size // 1_000)
    assert 990 <= meter.total() <= 1_010
    seen: list[tuple[str, int, int]] = []
    for _ in pipeline.read([tmp_path], workers=1, progress=lambda *step: seen.append(step)):
        pass
    assert seen[-1] == ("reading documents", 1_000, 1_000)
    assert all(done <= total for _, done, total in seen)


def test_reasons_that_differ_only_in_names_and_numbers_are_one() -> None:
    skipped = tuple(Skipped(f"{n}.txt", f"not UTF-8 (byte 0xE{n} at {n})") for n in range(5))
    case = Case((), skipped, (), (), (), (), (), (), ())
    (line,) = intake(case, {}).rejected
    assert (line.number, line.path) == (5, "0.txt")


def test_what_is_not_read_now_is_told_where_the_findings_are_the_same(tmp_path: Path) -> None:
    pile, case = tmp_path / "pile", tmp_path / "case"
    pile.mkdir()
    (pile / "a.txt").write_text(piles.WORDS)
    picture = (pile / "c.png", b"\x89PNG\r\n\x1a\n" + bytes(100))
    told = []
    for file, data in ((pile / "b.pdf", b"%PDF-1.4 broken"), picture, picture):
        (pile / "b.pdf").unlink(missing_ok=True)
        file.write_bytes(data)
        run("trace", str(pile), "--case", str(case), "--quiet")
        with CaseFolder(case) as folder:
            latest = folder.latest()
            related = [row for row in folder.manifest() if row.stage == "relate"]
            assert not folder.problems()
        assert latest is not None
        assert [Path(s.path).name for s in latest.skipped] == [file.name]
        assert len(related) == 1
        with Shelf(shelve(case)) as shelf:
            told.append([Path(s.path).name for s in reading(shelf).skipped])
    assert told == [["b.pdf"], ["c.png"], ["c.png"]]


def test_a_long_text_is_analysed_within_limits_and_its_time_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "long.txt"
    file.write_text(
        "« Le port est fermé », a dit le maire de Vail, Mira Oduya, le 3 mai 2031.\n\n" * 40, encoding="utf-8"
    )
    here = to_json(pipeline.trace([file], workers=1), {})
    monkeypatch.setattr(analysing, "LONG", 1_000)
    monkeypatch.setattr(analysing, "TELL", 0.05)
    seen: list[str] = []
    apart = to_json(pipeline.trace([file], workers=1, progress=lambda stage, *_: seen.append(stage)), {})
    assert apart == here
    assert "reading a long document, 0.0 MB, long.txt" in seen
    monkeypatch.setattr(isolation, "ANALYSIS", 0.0)
    monkeypatch.setattr(isolation, "ANALYSIS_RATE", 1e12)
    (found,) = pipeline.trace([file], workers=1).analyses
    assert (found.document.state, found.document.lost) == (
        "unmeasured",
        ("not analysed: its analysis took too long",),
    )
