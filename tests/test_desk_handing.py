"""What is handed over from the desk: the same files that the command line writes."""

import hashlib
import io
import zipfile
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from desk_cases import by_hand, client_of, desk_of
from headwater.export.handover import FORMATS, make_stamp
from headwater.records import Case
from headwater.store import CaseFolder


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> tuple[TestClient, Case]:
    folder = tmp_path_factory.mktemp("handing") / "case"
    found = by_hand(folder)
    with CaseFolder(folder) as kept:
        for analysis in found.analyses:  # originals under the digests that the findings made by hand have
            (folder / "originals" / analysis.document.sha256).write_bytes(analysis.document.text.encode())
        latest = kept.latest()
    assert latest is not None
    return client_of(desk_of(folder)), latest


@pytest.mark.parametrize("name", sorted(FORMATS))
def test_an_export_is_the_file_that_the_command_writes(
    case: tuple[TestClient, Case], name: str, tmp_path: Path
) -> None:
    if name == "parquet":
        pytest.importorskip("pyarrow")
    client, found = case
    answer = client.get(f"/export/{name}")
    assert answer.status_code == 200
    assert answer.headers["content-disposition"].startswith('attachment; filename="headwater-')
    chosen, stamp = FORMATS[name], make_stamp(found, {})
    if chosen.make is not None:
        assert answer.content == chosen.make(found, stamp)
    else:
        assert chosen.make_files is not None
        with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
            assert {n: packed.read(n) for n in packed.namelist()} == dict(chosen.make_files(found, stamp))


def test_a_dossier_holds_the_claims_that_were_chosen(case: tuple[TestClient, Case]) -> None:
    client, found = case
    claim = max(found.claims, key=lambda c: c.documents)
    page = client.get(f"/dossier?claim={claim.id}")
    assert page.status_code == 200
    assert page.headers["content-disposition"] == 'attachment; filename="dossier.html"'
    assert "41 people died" in page.text
    assert client.get(f"/dossier?claim={claim.id}&form=docx").content[:2] == b"PK"
    assert client.get("/dossier?claim=claim-none").status_code == 404
    assert client.get("/dossier?form=exe").status_code == 400


def test_an_evidence_pack_proves_itself(case: tuple[TestClient, Case]) -> None:
    answer = case[0].get("/pack")
    assert answer.status_code == 200
    with zipfile.ZipFile(io.BytesIO(answer.content)) as packed:
        sums = packed.read("SHA256SUMS").decode().splitlines()
        assert len(sums) > 3
        for line in sums:
            digest, name = line.split(maxsplit=1)
            assert hashlib.sha256(packed.read(name.lstrip("*"))).hexdigest() == digest, name


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
    assert case[0].get("/export/pdf").status_code == 404
    assert case[0].get("/export/..%2fcase.db").status_code == 404
