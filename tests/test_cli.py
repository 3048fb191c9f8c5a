"""The command as its user meets it: exit codes, what goes to which stream, bad input, reruns."""

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

ROOT = Path(__file__).resolve().parents[1]
STORY = (
    "The ferry operator Nordlinie said on Monday that 214 passengers had been taken off the stranded vessel.\n\n"
    "“Nobody was hurt, and everybody was ashore by noon,” said Captain Ida Voss.\n"
)


def headwater(*arguments: str, given: bytes = b"", cwd: Path | None = None) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONHASHSEED": "random", "PYTHONWARNINGS": "default"}
    return subprocess.run(
        [sys.executable, "-m", "headwater", *arguments],
        input=given,
        capture_output=True,
        check=False,
        cwd=cwd,
        env=environment,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "a.txt").write_text(STORY)
    (texts / "b.txt").write_text("Harbour Post\n\n" + STORY + "\nThe police are looking into it.\n")
    return texts


def test_json_follows_the_published_schema_and_every_text_is_its_slice(folder: Path) -> None:
    run = headwater("trace", str(folder), "--json")
    assert (run.returncode, run.stderr) == (0, b"")
    output = json.loads(run.stdout)
    jsonschema.validate(output, json.loads((ROOT / "docs" / "schema.json").read_text()))
    texts = {d["id"]: Path(d["path"]).read_text() for d in output["documents"]}
    spans = [(a["document"], s) for a in output["attributions"] for r in ("source", "cue", "content") for s in a[r]]
    spans += [(f["document"], f) for f in output["figures"] + output["times"]]
    assert len(spans) > 6
    for document, span in spans:
        assert texts[document][span["start"] : span["end"]] == span["text"]


def test_two_runs_give_the_same_bytes_in_any_order_of_paths(folder: Path) -> None:
    one = headwater("trace", str(folder / "a.txt"), str(folder / "b.txt"), "--json")
    two = headwater("trace", str(folder / "b.txt"), str(folder / "a.txt"), "--json")
    assert one.stdout == two.stdout


def test_standard_input_is_read(folder: Path) -> None:
    run = headwater("trace", "-", "--json", given=STORY.encode())
    assert run.returncode == 0
    assert json.loads(run.stdout)["documents"][0]["characters"] == len(STORY)


def test_what_cannot_be_read_is_one_line_each_and_the_rest_is_done(folder: Path) -> None:
    (folder / "empty.txt").write_bytes(b"")
    (folder / "picture.txt").write_bytes(b"\x89PNG\x00\x00")
    (folder / "latin.txt").write_bytes("Präsident".encode("latin-1"))
    with (folder / "huge.txt").open("wb") as stream:
        stream.truncate(50_000_000)
    run = headwater("trace", str(folder), str(folder / "missing.txt"), "--json")
    assert run.returncode == 3
    output = json.loads(run.stdout)
    assert len(output["documents"]) == 2
    reasons = {Path(s["path"]).name: s["reason"] for s in output["skipped"]}
    assert set(reasons) == {"empty.txt", "picture.txt", "latin.txt", "huge.txt", "missing.txt"}
    assert run.stderr.decode().count("skipped: ") == 5


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read every file")
def test_a_file_without_permission_is_skipped(folder: Path) -> None:
    (folder / "a.txt").chmod(0)
    assert headwater("trace", str(folder), "--json").returncode == 3


def test_nothing_readable_is_said_and_is_no_crash(tmp_path: Path) -> None:
    run = headwater("trace", str(tmp_path))
    assert run.returncode == 3
    assert b"the folder holds no files" in run.stderr


@pytest.mark.parametrize("arguments", [["trace"], ["trace", ".", "--no-such-option"], ["no-such-command"]])
def test_bad_usage_exits_with_2(arguments: list[str]) -> None:
    run = headwater(*arguments)
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr


def test_a_metadata_table_without_paths_exits_with_2(folder: Path) -> None:
    table = folder.parent / "table.csv"
    table.write_text("publisher\nHarbour Post\n")
    run = headwater("trace", str(folder), "--metadata", str(table))
    assert run.returncode == 2
    assert run.stderr.decode().startswith("headwater: metadata ")


def test_the_page_is_written_and_holds_the_texts(folder: Path) -> None:
    page = folder.parent / "out" / "page.html"
    assert headwater("trace", str(folder), "--html", str(page)).returncode == 0
    assert "Captain Ida Voss" in page.read_text()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the device that is always full is Linux's")
@pytest.mark.parametrize("form", [[], ["--json"]])
def test_output_that_cannot_be_written_is_one_line_and_exits_with_2(folder: Path, form: list[str]) -> None:
    with Path("/dev/full").open("wb") as full:
        command = [sys.executable, "-m", "headwater", "trace", str(folder), "--quiet", *form]
        run = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, check=False)
    assert run.returncode == 2
    assert run.stderr.decode() == "headwater: the output cannot be used (No space left on device)\n"


def test_a_case_that_cannot_be_opened_exits_with_2_and_fails_its_check_with_1(folder: Path, tmp_path: Path) -> None:
    case = tmp_path / "case"
    assert headwater("trace", str(folder), "--case", str(case)).returncode == 0
    (case / "case.db").write_bytes(b"no database " * 1000)
    for suffix in ("-wal", "-shm"):
        (case / f"case.db{suffix}").unlink(missing_ok=True)
    again = headwater("trace", str(folder), "--case", str(case), "--quiet")
    assert (again.returncode, len(again.stderr.splitlines())) == (2, 1)
    assert headwater("verify", str(case)).returncode == 1


def test_help_answers_at_once_and_imports_nothing_heavy() -> None:
    code = (
        "import sys, headwater.cli; print([m for m in ('numpy', 'onnxruntime', 'lxml', 'jinja2') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert run.stdout.strip() == b"[]"


@pytest.mark.slow
def test_a_folder_of_ten_thousand_files_of_which_three_are_broken(tmp_path: Path) -> None:
    for number in range(10_000):
        (tmp_path / f"{number:05d}.txt").write_text(f"Notice {number}: the board meets on day {number}.")
    for number in (17, 5_000, 9_999):
        (tmp_path / f"{number:05d}.txt").write_bytes(b"\xff\xfe\x00")
    run = headwater("trace", str(tmp_path), "--json")
    assert run.returncode == 3
    output = json.loads(run.stdout)
    assert (len(output["documents"]), len(output["skipped"])) == (9_997, 3)


def test_a_second_run_in_a_case_does_only_what_changed_and_gives_the_same_bytes(folder: Path) -> None:
    case = str(folder.parent / "case")
    first = headwater("trace", str(folder), "--json", "--case", case)
    again = headwater("trace", str(folder), "--json", "--case", case)
    assert first.returncode == again.returncode == 0
    assert first.stdout == again.stdout == headwater("trace", str(folder), "--json").stdout
    (folder / "c.txt").write_text("The police said on Tuesday that two crew members had been questioned.\n")
    assert headwater("trace", str(folder), "--case", case).returncode == 0
    log = [json.loads(line) for line in (Path(case) / "log.jsonl").read_text().splitlines()]
    assert [entry["details"]["done again"] for entry in log] == [2, 0, 1]
    assert [entry["details"]["documents"] for entry in log] == [2, 2, 3]


@pytest.mark.parametrize("command", ["claims", "speakers", "figures", "times"])
def test_every_list_can_be_read_from_documents_and_from_a_case(folder: Path, command: str) -> None:
    case = str(folder.parent / "case")
    assert headwater("trace", str(folder), "--case", case).returncode == 0
    from_case = headwater(command, "--in", case)
    assert from_case.returncode == 0
    assert from_case.stdout == headwater(command, "--in", str(folder)).stdout


def test_the_summary_says_how_to_follow_a_claim_and_that_works(folder: Path) -> None:
    shown = headwater("trace", str(folder)).stdout.decode()
    hint = shown.strip().splitlines()[-1].partition("headwater claim ID ")[2]
    claim = re.search(r"headwater claim (claim-\w+)", shown)
    assert claim is not None
    assert headwater("claim", claim[1], *shlex.split(hint)).returncode == 0


def test_a_claim_and_its_reasons_are_found_by_their_ids(folder: Path) -> None:
    output = json.loads(headwater("trace", str(folder), "--json").stdout)
    claim = output["claims"][0]["id"]
    shown = headwater("claim", claim, "--in", str(folder))
    assert (shown.returncode, shown.stderr) == (0, b"")
    assert headwater("why", output["attributions"][0]["id"], "--in", str(folder)).returncode == 0
    missing = headwater("claim", "claim-nothing", "--in", str(folder))
    assert missing.returncode == 1
    assert missing.stderr.startswith(b"headwater: ")


def test_the_beginning_of_an_id_is_enough_where_it_is_one(folder: Path) -> None:
    listed = headwater("claims", "--all", "--json", "--in", str(folder)).stdout
    ids = [row["id"] for row in json.loads(listed)["claims"]]
    short = ids[0][: len("claim-") + 10]
    assert headwater("why", short, "--in", str(folder)).stdout.decode().startswith(f"claim {ids[0]}")
    if len(ids) > 1:
        many = headwater("why", "claim-", "--in", str(folder))
        assert (many.returncode, b"give more of the id" in many.stderr) == (1, True)


def test_a_folder_that_is_not_there_is_an_error_and_what_is_skipped_is_told(folder: Path) -> None:
    missing = headwater("claims", "--in", str(folder / "nowhere"))
    assert (missing.returncode, missing.stdout) == (1, b"")
    assert b"no such file" in missing.stderr
    partly = headwater("claims", "--in", str(folder), "--in", str(folder / "nowhere"))
    assert (partly.returncode, b"skipped: " in partly.stderr) == (0, True)


@pytest.mark.parametrize("command", [("trace", "{nowhere}", "--case", "{case}"), ("add", "{case}", "{nowhere}")])
def test_a_path_with_a_slip_of_the_pen_begins_no_case(tmp_path: Path, command: tuple[str, ...]) -> None:
    places = {"nowhere": str(tmp_path / "nowhere"), "case": str(tmp_path / "case")}
    done = headwater(*(word.format(**places) for word in command))
    assert (done.returncode, done.stdout) == (2, b"")
    assert b"no such file or folder" in done.stderr
    assert not (tmp_path / "case").exists()


def test_every_command_stands_under_a_heading_of_the_help() -> None:
    from headwater.cli import SECTIONS, cli

    assert {command.name for section in SECTIONS.values() for command in section} == set(cli.commands)
    shown = headwater("--help").stdout.decode()
    assert "..." not in shown.partition("Commands:")[0].partition("Read documents:")[2]
    assert all(f"{heading}:" in shown for heading in SECTIONS)


def test_compare_shows_what_two_files_share(folder: Path) -> None:
    run = headwater("compare", str(folder / "a.txt"), str(folder / "b.txt"))
    assert run.returncode == 0
    assert "214 passengers" in run.stdout.decode()


def test_a_reading_command_without_documents_is_bad_usage() -> None:
    run = headwater("claims")
    assert run.returncode == 2
    assert b"--in PATH" in run.stderr


def test_verify_finds_a_changed_original(folder: Path) -> None:
    case = folder.parent / "case"
    headwater("trace", str(folder), "--case", str(case))
    assert headwater("verify", str(case)).returncode == 0
    original = next((case / "originals").iterdir())
    original.write_bytes(original.read_bytes().replace(b"214", b"241"))
    run = headwater("verify", str(case))
    assert run.returncode == 1
    assert b"its bytes are not those that were read" in run.stdout


def test_a_gazetteer_names_speakers_and_a_contradictory_one_is_bad_usage(folder: Path) -> None:
    table = folder.parent / "aliases.csv"
    table.write_text("alias,name\nCaptain Ida Voss,Ida Maria Voss\n")
    output = json.loads(headwater("trace", str(folder), "--aliases", str(table), "--json").stdout)
    assert "Ida Maria Voss" in {s["name"] for s in output["speakers"]}
    assert output["settings"]["aliases"] == str(table)
    table.write_text("alias,name\nVoss,Ida Voss\nVoss,Jan Voss\n")
    run = headwater("trace", str(folder), "--aliases", str(table))
    assert run.returncode == 2
    assert b"keep one" in run.stderr
