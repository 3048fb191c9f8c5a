"""Dossiers and evidence packs: what they hold, how they are checked, the commands that write them."""

import hashlib
import io
import json
import re
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import docx
import pytest
from lxml import etree

from exports_by_hand import case, stamp
from findings_by_hand import build
from headwater.errors import NotFoundError
from headwater.export.archive import make_zip
from headwater.export.dossier import gather, render_docx, render_page
from headwater.export.handover import make_stamp
from headwater.export.pack import Contents, check_pack, write_pack
from headwater.records import Case


def test_a_dossier_shows_claims_with_places_and_runs_nothing() -> None:
    chosen = [c.id for c in case().claims[:3]]
    dossier = gather(case(), chosen, stamp())
    page = render_page(dossier)
    root = etree.HTML(page)
    assert list(root.iter("script", "img", "iframe", "link", "object")) == []
    assert not [a for e in root.iter() for a in e.attrib if str(a).startswith("on")]
    assert not [e for e in root.iter() if e.get("style")]
    links = [str(a.get("href")) for a in root.iter("a")]
    assert not [link for link in links if not link.startswith(("#", "https://"))]
    assert [m for m in root.iter("meta") if m.get("http-equiv") == "Content-Security-Policy"]
    assert {link[1:] for link in links if link.startswith("#")} <= {e.get("id") for e in root.iter()}
    quoted = ["".join(map(str, q.itertext())) for q in root.iter("blockquote")]
    assert len(quoted) == sum(len(s.page.reports) for s in dossier.sections)
    texts = [a.document.text.replace("\x0b", "\ufffd") for a in case().analyses]
    assert all(any(q in text for text in texts) for q in quoted)
    assert "confirmed by =ana" in page.lower()
    assert all(source.sha256 in page for source in dossier.sources)


def test_a_dossier_as_docx_holds_what_the_page_holds_and_is_the_same_again() -> None:
    dossier = gather(build(), [c.id for c in build().claims], stamp())
    data = render_docx(dossier)
    assert data == render_docx(dossier)
    text = "\n".join(p.text for p in docx.Document(io.BytesIO(data)).paragraphs)
    for section in dossier.sections:
        assert section.line.origins.why in text
        for report in section.page.reports:
            assert report.place.text in text
            assert f"characters {report.place.start}–{report.place.end}" in text
    assert stamp().findings in text
    with pytest.raises(NotFoundError):
        gather(build(), ["claim-none"], stamp())


def contents(findings: Case) -> Contents:
    originals = {a.document.sha256: a.document.text.encode() for a in findings.analyses}
    return Contents(findings, make_stamp(findings, {}), "2031-06-01", originals.__getitem__, b"", b"", ())


def test_a_pack_is_checked_by_sha256sum_and_fails_after_one_byte(tmp_path: Path) -> None:
    file, folder = tmp_path / "pack.zip", tmp_path / "unpacked"
    sums = write_pack(contents(case()), file)
    again = tmp_path / "again.zip"
    assert write_pack(contents(case()), again) == sums
    assert file.read_bytes() == again.read_bytes()
    assert check_pack(file) == []
    with zipfile.ZipFile(file) as packed:
        packed.extractall(folder)

    def checked() -> int:
        return subprocess.run(["sha256sum", "-c", "--quiet", "SHA256SUMS"], cwd=folder, capture_output=True).returncode

    assert checked() == 0
    assert hashlib.sha256((folder / "SHA256SUMS").read_bytes()).hexdigest() == sums
    listed = {line.partition("  ")[2] for line in (folder / "SHA256SUMS").read_text().splitlines()}
    there = {str(p.relative_to(folder)) for p in folder.rglob("*") if p.is_file()}
    assert there == listed | {"SHA256SUMS"}
    for name in sorted(there):
        data = (folder / name).read_bytes()
        if not data:
            continue
        changed = bytearray(data)
        changed[len(data) // 2] ^= 1
        (folder / name).write_bytes(bytes(changed))
        assert checked() != 0, name
        (folder / name).write_bytes(data)
    assert checked() == 0
    page = (folder / "index.html").read_text()
    assert not re.search(r"(?:src|href)=\"https?://[^\"]*\.(?:js|css|png)", page)


def test_a_pack_is_a_crate(tmp_path: Path) -> None:
    file = tmp_path / "pack.zip"
    write_pack(contents(case()), file)
    with zipfile.ZipFile(file) as packed:
        graph: list[dict[str, Any]] = json.loads(packed.read("ro-crate-metadata.json"))["@graph"]
        names = set(packed.namelist())
    nodes = {node["@id"]: node for node in graph}
    descriptor, root = nodes["ro-crate-metadata.json"], nodes["./"]
    assert descriptor["conformsTo"] == {"@id": "https://w3id.org/ro/crate/1.1"}
    assert descriptor["about"] == {"@id": "./"}
    assert {"name", "description", "datePublished", "license"} <= set(root)
    parts = {part["@id"] for part in root["hasPart"]}
    assert parts == names - {"SHA256SUMS", "ro-crate-metadata.json"}
    assert parts <= set(nodes)
    assert root["license"]["@id"] in nodes


@pytest.mark.parametrize("name", ["texts", "findings.json", "SHA256SUMS", "index.html"])
def test_a_pack_with_a_changed_an_added_or_a_lost_file_is_said(tmp_path: Path, name: str) -> None:
    file = tmp_path / "pack.zip"
    write_pack(contents(case()), file)
    with zipfile.ZipFile(file) as packed:
        files = {inner: packed.read(inner) for inner in packed.namelist()}
    target = next(inner for inner in sorted(files) if inner.startswith(name))
    for change in (
        files | {target: files[target][:-1] + b"?"},
        files | {"extra.txt": b""},
        {inner: data for inner, data in files.items() if inner != target},
    ):
        file.write_bytes(make_zip(change))
        assert check_pack(file)
    file.write_bytes(b"PK no zip")
    assert check_pack(file)


def headwater(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "headwater", *arguments], capture_output=True, text=True, check=False)


def test_the_commands_write_and_verify(tmp_path: Path) -> None:
    texts, folder = tmp_path / "texts", str(tmp_path / "case")
    texts.mkdir()
    (texts / "a.txt").write_text("“The lake is closed,” said Ida Voss on Monday.\n")
    assert headwater("trace", str(texts), "--case", folder, "--quiet").returncode == 0
    out = str(tmp_path / "out.jsonl")
    assert headwater("export", folder, "--format", "jsonl", out).returncode == 0
    assert "Ida Voss" in Path(out).read_text()
    assert headwater("export", folder, "--format", "csv", str(tmp_path / "csv")).returncode == 0
    assert (tmp_path / "csv" / "claims.csv").is_file()
    assert headwater("export", folder, "--format", "csv", out).returncode == 2
    assert headwater("export", folder, "--format", "xlsx", "--raw", out).returncode == 2
    assert headwater("dossier", folder, "--out", str(tmp_path / "d.docx")).returncode == 0
    assert headwater("dossier", folder, "--out", str(tmp_path / "d.pdf")).returncode == 2
    assert headwater("dossier", folder, "claim-none", "--out", str(tmp_path / "d.html")).returncode == 1
    pack = str(tmp_path / "pack.zip")
    assert headwater("pack", folder, pack).returncode == 0
    assert headwater("verify", pack).returncode == 0
    names = tmp_path / "names.txt"
    names.write_text("Ida Voss\n")
    names.write_text(f"{names.read_text().rstrip()}\nZebulon Quartermain\n")  # in no text
    done = headwater("pack", folder, pack, "--redact", str(names))
    assert done.returncode == 0
    slips = [line for line in str(done.stderr).split("not found: ") if "stands in no text" in line]
    assert slips
    assert f"line {len(names.read_text().splitlines())} of the list" in slips[-1]
    with zipfile.ZipFile(pack) as packed:
        inside = b"".join(packed.read(name) for name in packed.namelist())
        assert not [name for name in packed.namelist() if name.startswith(("originals", "log", "corrections"))]
    assert b"Voss" not in inside
    assert b"Person 1" in inside
    assert headwater("export", folder, "--format", "jsonl", "--drop-text", out).returncode == 2
    log = (tmp_path / "case" / "log.jsonl").read_text()
    assert '"action":"redact"' in log
    assert "Voss" not in log
    assert headwater("verify", folder).returncode == 0
