"""The case folder: what was acknowledged is whole, what was changed behind its back is said."""

import datetime
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

import headwater
from findings_by_hand import build
from headwater.errors import CaseError
from headwater.records import Anchor, Case, Correction
from headwater.store import CaseFolder, Kept, folder, is_case, shelf
from headwater.store.database import MIGRATIONS
from older_cases import as_version

MOMENT = datetime.datetime(2031, 6, 3, 8, tzinfo=datetime.UTC)
CASE: Case = build()


def still() -> datetime.datetime:
    return MOMENT


def filled(at: Path) -> CaseFolder:
    case = CaseFolder(at, clock=still)
    for number, analysis in enumerate(CASE.analyses):
        case.keep_analysis(f"a{number}", analysis)
    case.keep_collection("all", CASE, [f"a{n}" for n in range(len(CASE.analyses))])
    return case


def test_every_record_comes_back_equal(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        assert [case.analysis(f"a{n}") for n in range(len(CASE.analyses))] == list(CASE.analyses)
        collection = case.collection("all", "all", CASE.skipped)
        latest = case.latest()
    in_order = tuple(sorted(CASE.analyses, key=lambda a: a.document.path))
    assert latest == collection == replace(CASE, analyses=in_order)


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    with CaseFolder(tmp_path / "new") as case:
        assert (case.analysis("x"), case.collection("x", "x", ()), case.latest()) == (None, None, None)
    assert is_case(tmp_path / "new")


def test_an_original_is_kept_byte_for_byte_once(tmp_path: Path) -> None:
    with CaseFolder(tmp_path) as case:
        sha256 = case.keep_original(b"\xff\x00 bytes")
        assert case.keep_original(b"\xff\x00 bytes") == sha256
        assert case.original(sha256) == b"\xff\x00 bytes"
    assert len(list((tmp_path / "originals").iterdir())) == 1


def test_the_manifest_says_what_ran(tmp_path: Path) -> None:
    row = Kept("read", "f", 3, 2, {"empty file": 1}, 0.5, "0.1.0", {"workers": "1"})
    with CaseFolder(tmp_path) as case:
        case.record(row)
        assert case.manifest() == [row]


def log_of_three(folder: Path) -> Path:
    with CaseFolder(folder, clock=still) as case:
        for number in range(3):
            case.write_log("trace", {"documents": number})
        assert case.problems() == []
    return folder / "log.jsonl"


def test_any_flipped_byte_of_the_log_is_found(tmp_path: Path) -> None:
    file = log_of_three(tmp_path)
    data = file.read_bytes()
    for position in range(0, len(data), 7):
        changed = bytearray(data)
        changed[position] ^= 1
        file.write_bytes(bytes(changed))
        with CaseFolder(tmp_path) as case:
            assert case.problems(), position
        file.with_suffix(".torn").unlink(missing_ok=True)


def test_a_dropped_or_an_added_line_is_found(tmp_path: Path) -> None:
    file = log_of_three(tmp_path)
    lines = file.read_bytes().splitlines(keepends=True)
    for changed in (lines[:-1], lines[1:], [*lines, lines[-1]]):
        file.write_bytes(b"".join(changed))
        with CaseFolder(tmp_path) as case:
            assert case.problems()


def test_a_torn_last_line_is_moved_aside_and_the_log_goes_on(tmp_path: Path) -> None:
    file = log_of_three(tmp_path)
    with file.open("ab") as stream:
        stream.write(b'{"action":"tra')
    with CaseFolder(tmp_path, clock=still) as case:
        case.write_log("trace", {"documents": 4})
        assert case.problems() == []
    assert (tmp_path / "log.torn").read_bytes() == b'{"action":"tra\n'


def test_a_changed_original_and_a_lost_one_are_found(tmp_path: Path) -> None:
    with filled(tmp_path) as case:
        assert all("missing" in problem for problem in case.problems())
        sha256 = case.keep_original(b"text")
        case.keep_analysis("b", replace(CASE.analyses[0], document=replace(CASE.analyses[0].document, sha256=sha256)))
        assert not any(sha256 in problem for problem in case.problems())
        (tmp_path / "originals" / sha256).write_bytes(b"test")
        assert f"originals/{sha256}: its bytes are not those that were read" in case.problems()


def test_a_case_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    CaseFolder(tmp_path).close()
    database = sqlite3.connect(tmp_path / "case.db")
    database.execute("PRAGMA user_version = 99")
    database.close()
    with pytest.raises(CaseError, match="newer Headwater"):
        CaseFolder(tmp_path)


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS)))
def test_a_case_of_every_earlier_version_opens_and_says_the_same(tmp_path: Path, version: int) -> None:
    with filled(tmp_path / "now") as case:
        case.keep_original(b"text")
        case.write_log("trace", {"documents": len(CASE.analyses)})
        shown = case.latest()
    with CaseFolder(as_version(tmp_path / "now", version, tmp_path / "then")) as case:
        assert case.latest() == shown
        assert [p for p in case.problems() if "missing" not in p] == []
        assert len(case.log_lines().splitlines()) == 1


def test_no_payload_lies_in_a_tree_that_is_searched(tmp_path: Path) -> None:
    """WITHOUT ROWID keeps whole rows in the tree: each look for a key would read the payloads that it passes."""
    CaseFolder(tmp_path).close()
    for database in (sqlite3.connect(tmp_path / "case.db"), sqlite3.connect(":memory:")):
        if database.execute("SELECT 1 FROM sqlite_master").fetchone() is None:
            database.executescript(shelf._TABLES)
        tables = dict(database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'"))
        database.close()
        assert "analyses" in tables
        assert [name for name, sql in tables.items() if "payload" in sql and "WITHOUT ROWID" in sql] == []


def test_a_large_collection_is_kept_in_parts_and_each_lost_or_changed_one_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(folder, "PART", 1)
    for change in ("DELETE FROM findings WHERE kind = 'claims' AND part = 0", "UPDATE findings SET part = part + 100"):
        case = filled(tmp_path / change[:6])
        assert case.latest() is not None
        assert case.findings("claims") == CASE.claims
        case._database.execute(change)
        with pytest.raises(CaseError, match="not as it was written"):
            case.latest()
        assert any("not as it was written" in p for p in case.problems())
        case.close()


def test_a_copy_holds_what_the_case_held_and_never_covers_another_folder(tmp_path: Path) -> None:
    with filled(tmp_path / "case") as case:
        sha256 = case.keep_original(b"text")
        case.write_log("trace", {"documents": 3})
        case.copy_to(tmp_path / "copy")
        case.write_log("trace", {"documents": 4})
        with CaseFolder(tmp_path / "copy") as copy:
            assert copy.latest() == case.latest()
            assert copy.original(sha256) == b"text"
            assert copy.log_lines() + case.log_lines().splitlines(keepends=True)[1] == case.log_lines()
            assert [p for p in copy.problems() if "missing" not in p] == []
        with pytest.raises(CaseError, match="not empty"):
            case.copy_to(tmp_path / "copy")


def test_a_folder_of_something_else_and_a_damaged_case_are_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear")
    with pytest.raises(CaseError, match="no case"):
        CaseFolder(tmp_path)
    with pytest.raises(CaseError, match="is a file"):
        CaseFolder(tmp_path / "letter.txt")
    (tmp_path / "broken").mkdir()
    (tmp_path / "broken" / "case.db").write_bytes(b"not a database" * 100)
    with pytest.raises(CaseError, match="not a database"):
        CaseFolder(tmp_path / "broken")


def correction(number: int) -> Correction:
    anchor = Anchor("document-1", 4, 9, "words", "four", "", "a.txt")
    at = "2031-06-03T08:00:00Z"
    return Correction(f"correction-{number}", "note", "claim", "claim-1", (anchor,), "Ida", at, "why", {"text": "t"})


def test_corrections_are_kept_in_order_once_each_and_bound_to_the_log(tmp_path: Path) -> None:
    with CaseFolder(tmp_path, clock=still) as case:
        for number in (2, 1, 2):
            case.add_correction(correction(number))
        assert case.corrections() == (correction(2), correction(1))
        assert case.problems() == []
        assert len((tmp_path / "log.jsonl").read_bytes().splitlines()) == 2
        case._database.execute("UPDATE corrections SET payload = CAST(replace(payload, 'why', 'who') AS BLOB)")
        assert len(case.problems()) == 2


def test_a_corrected_analysis_is_shown_and_the_one_found_is_kept_beside_it(tmp_path: Path) -> None:
    first, second, third = CASE.analyses
    shown = replace(first, attributions=())
    with filled(tmp_path) as case:
        case.keep_analysis("corrected-0", shown)
        case.keep_collection(
            "new", CASE, ["a0", "a1", "a2"], corrected={"a0": "corrected-0"}, aliases={"IV": "Ida Voss"}
        )
        latest = case.latest()
        assert latest is not None
        assert set(latest.analyses) == {shown, second, third}
        assert case.as_found() == {"a0": first, "a1": second, "a2": third}
        assert case.aliases() == {"IV": "Ida Voss"}
        case.keep_collection("newer", CASE, ["a0", "a1"])
        assert case.analysis("corrected-0") is None
        assert set(case.as_found()) == {"a0", "a1"}


WRITER = """
import sys
sys.path.insert(0, {tests!r})
from findings_by_hand import build
from headwater.store import CaseFolder
analysis = build().analyses[0]
with CaseFolder(sys.argv[1]) as case:
    for number in range(100_000):
        case.keep_analysis(f"k{{number}}", analysis)
        case.write_log("kept", {{"number": number}})
        print(number, flush=True)
"""


def test_a_killed_writer_loses_nothing_that_it_acknowledged(tmp_path: Path) -> None:
    chance = random.Random(7)
    code = WRITER.format(tests=os.fspath(Path(__file__).parent))
    for trial in range(8):
        folder = tmp_path / str(trial)
        with subprocess.Popen([sys.executable, "-c", code, folder], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.random() * 0.1)
            writer.send_signal(signal.SIGKILL)
            said = [0, *(int(line) for line in writer.stdout.read().splitlines(keepends=True) if line.endswith(b"\n"))]
        with CaseFolder(folder) as case:
            assert all(case.analysis(f"k{number}") is not None for number in said)
            assert [p for p in case.problems() if "originals" not in p] == []


AT_ONCE = """
import sys, threading
sys.path.insert(0, {tests!r})
sys.setswitchinterval(1e-6)
from findings_by_hand import build
from headwater.records import Analysis
from headwater.store.shelf import pack, unpack
payload, start = pack(build().analyses[0]), threading.Barrier(8)
def first():
    start.wait()
    unpack(payload, Analysis)
threads = [threading.Thread(target=first) for _ in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_threads_that_decode_their_first_record_at_once_do_not_crash_the_program() -> None:
    code = AT_ONCE.format(tests=os.fspath(Path(__file__).parent))
    for _ in range(6):  # one run in three crashed
        assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_what_decodes_in_threads_has_its_decoders_made_before() -> None:
    package = Path(headwater.__file__).parent
    for file in (package / "read" / "isolation.py", *(package / "store").glob("*.py"), *(package / "web").glob("*.py")):
        assert "msgpack.decode(" not in file.read_text(), file
        assert "json.decode(" not in file.read_text(), file


def test_no_flipped_byte_of_the_database_is_believed(tmp_path: Path) -> None:
    """A flip is found by ``problems``, refused when the case is opened or read, or changes nothing that is shown."""
    whole = tmp_path / "whole"
    with CaseFolder(whole) as case:
        for number in range(3):
            case.keep_analysis(f"k{number}", CASE.analyses[number % len(CASE.analyses)])
        case.keep_collection("c", CASE, ["k0"], aliases={"EMV": "Echo Monitor Vail"})
        case._database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shown = case.latest()
    data = (whole / "case.db").read_bytes()
    chance = random.Random(11)
    found = harmless = 0
    for trial in range(250):
        folder = tmp_path / f"flip{trial}"
        shutil.copytree(whole, folder)
        place, bit = chance.randrange(len(data)), 1 << chance.randrange(8)
        (folder / "case.db").write_bytes(data[:place] + bytes([data[place] ^ bit]) + data[place + 1 :])
        try:
            with CaseFolder(folder) as case:
                problems = [p for p in case.problems() if "originals" not in p]
                read = case.latest()
        except CaseError:
            found += 1
            continue
        finally:
            shutil.rmtree(folder)
        assert problems or read == shown, f"bit {bit} of byte {place} changed what is shown, unseen"
        found += bool(problems)
        harmless += not problems
    assert found > 30  # the rest of a small database is free space
    assert found + harmless == 250
