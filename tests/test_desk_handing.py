"""What is handed over from the desk: the same files that the command line writes."""

import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from desk_cases import OWN, by_hand, client_of, desk_of, parse
from headwater.export.handover import FORMATS, make_stamp
from headwater.records import Case
from headwater.store import CaseFolder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("handing") / "case"


@pytest.fixture(scope="module")
def case(folder: Path) -> tuple[TestClient, Case]:
    found = by_hand(folder)
    with CaseFolder(folder) as kept:
        for analysis in found.analyses:  # originals under the digests that the findings made by hand have
            (folder / "originals" / analysis.document.sha256).write_bytes(analysis.document.text.encode())
        latest = kept.latest()
    assert latest is not None
    return client_of(desk_of(folder)), latest


def save(client: TestClient, what: str, listed: str = "", **given: str) -> Any:  # Any: the client's answer
    """Press a button of the page on which findings are handed over."""
    files = {"listed": ("list.txt", listed.encode(), "text/plain")}
    return client.post("/export", data={"what": what, **given}, files=files, headers=OWN)


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_is_the_file_that_the_command_writes(
    case: tuple[TestClient, Case], name: str, tmp_path: Path
) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    client, found = case
    answer = save(client, name)
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="headwater-')
    chosen, stamp = FORMATS[name], make_stamp(found, {"aliases": "none"})
    if chosen.make is not None:
        assert answer.content == chosen.make(found, stamp)
    else:
        assert chosen.make_files is not None
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            assert {n: packed.read(n) for n in packed.namelist()} == dict(chosen.make_files(found, stamp))


def test_a_dossier_holds_the_claims_that_were_chosen(case: tuple[TestClient, Case]) -> None:
    client, found = case
    claim = max(found.claims, key=lambda c: c.documents)
    page = save(client, "dossier.html", claim=claim.id)
    assert page.status_code == 200
    assert page.headers["content-disposition"] == 'attachment; filename="dossier.html"'
    assert "41 people died" in page.text
    assert save(client, "dossier.docx", claim=claim.id).content[:2] == b"PK"
    assert save(client, "dossier.html", claim="claim-none").status_code == 404
    assert save(client, "dossier.exe").status_code == 404


def test_the_claim_that_a_reader_comes_from_is_ticked(case: tuple[TestClient, Case]) -> None:
    client, found = case
    for claim in found.claims:
        page = parse(client.get(f"/export?claim={claim.id}").text)
        assert page.xpath("//input[@name='claim'][@checked]/@value") == [claim.id]
        assert len(page.xpath(f"//input[@value='{claim.id}']")) == 1
    assert client.get("/export?claim=claim-none").status_code == 404


def test_an_evidence_pack_proves_itself(case: tuple[TestClient, Case]) -> None:
    answer = save(case[0], "pack")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        sums = packed.read("SHA256SUMS").decode().splitlines()
        assert len(sums) > 3
        for line in sums:
            digest, name = line.split(maxsplit=1)
            assert hashlib.sha256(packed.read(name.lstrip("*"))).hexdigest() == digest, name


@pytest.mark.parametrize("what", ["pack", "dossier.html", "dossier.docx", *sorted(set(FORMATS) - {"parquet"})])
@pytest.mark.parametrize("way", ["names", "patterns", "file"])
def test_what_is_listed_is_in_nothing_that_is_saved(case: tuple[TestClient, Case], what: str, way: str) -> None:
    given = {
        "names": {"names": "Ines Okoro\norganisation: Norden Wire"},
        "patterns": {"patterns": "(?i)okoro\n(?i)norden wire"},
        "file": {"listed": "# who\nInes Okoro\norganisation: Norden Wire\n"},
    }[way]
    answer = save(case[0], what, **given)
    assert answer.status_code == 200
    data = answer.content
    parts = [data]
    if data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            parts = [name.encode() + packed.read(name) for name in packed.namelist()]
    for part in parts:
        assert b"okoro" not in part.lower()
        assert b"norden wire" not in part.lower()


def test_redaction_is_logged_in_numbers_without_names(case: tuple[TestClient, Case], folder: Path) -> None:
    client, _ = case
    before = (folder / "log.jsonl").read_text().count('"redact"')
    assert save(client, "jsonl", names="Ines Okoro", drop_text="1").status_code == 200
    lines = [line for line in (folder / "log.jsonl").read_text().splitlines() if '"redact"' in line]
    assert len(lines) == before + 1
    assert json.loads(lines[-1])["details"]["entries"] == 1
    assert "koro" not in "".join(lines)


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"patterns": "(a"}, "no regular expression"),
        ({"patterns": "x*"}, "fits the empty text"),
        ({"names": "# nobody"}, "it lists nothing"),
        ({"drop_text": "1"}, "list names or patterns too"),
    ],
)
def test_a_list_that_cannot_be_used_hands_nothing_over(
    case: tuple[TestClient, Case], given: dict[str, str], said: str
) -> None:
    answer = save(case[0], "jsonl", **given)
    assert answer.status_code == 400
    page = parse(answer.text)
    assert said in page.xpath("//*[@role='alert']")[0].text_content()
    assert page.xpath("string(//textarea[@name='patterns'])") == given.get("patterns", "")


def test_a_review_is_saved_without_what_was_left_out(case: tuple[TestClient, Case]) -> None:
    client = case[0]
    page = client.get("/review.json?topic=ferry").json()["page"]
    keys = [choice["key"] for section in page["choices"] for choice in section]
    assert keys
    whole = client.get("/review/file?topic=ferry").text
    without = client.get("/review/file?topic=ferry&without=" + "&without=".join(keys))
    assert "Halcyon" in whole
    assert len(without.text) < len(whole)
    for form, start in (("html", b"<!doctype html"), ("docx", b"PK")):
        assert client.get(f"/review/file?topic=ferry&form={form}").content.startswith(start)
    assert client.get("/review?topic=zebra").status_code == 404
    assert client.get("/review?topic=" + "x" * 300).status_code == 400


def test_what_does_not_exist_is_not_handed_over(case: tuple[TestClient, Case]) -> None:
    for what in ("pdf", "../case.db", ""):
        assert save(case[0], what).status_code == 404
