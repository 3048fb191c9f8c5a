"""Findings in other programs' formats, each read back by a reader of that format, with hostile texts inside."""

import csv
import dataclasses
import hashlib
import html
import io
import json
import re
import subprocess
import sys
import zipfile
from functools import cache
from pathlib import Path
from typing import Any

import docx
import jsonschema
import openpyxl
import pyarrow.parquet
import pytest
from lxml import etree

from findings_by_hand import build
from headwater import analyse, make_document, relate
from headwater.corrections import propose
from headwater.errors import NotFoundError
from headwater.export.archive import make_zip
from headwater.export.contract import to_shape
from headwater.export.dossier import gather, render_docx, render_page
from headwater.export.handover import FORMATS, Stamp, make_stamp
from headwater.export.handover.sheets import LIVE, LONGEST
from headwater.export.pack import Contents, check_pack, write_pack
from headwater.records import Case

HOSTILE = ['=HYPERLINK("http://evil.example","x")', "+1+1", "-2+3|cmd", "@SUM(A1)", "\t=1", "＝1+1", " =1+1"]
STORY = (
    "“=1+1 is what the tally says,” said Ida Voss.\n\n"
    "The ferry company said on Monday that 214 people had been taken off, and “<script>alert(1)</script>” was painted "
    "on its side.\x0b\n\n“@SUM is a lie,” Voss said.\n\n"
)


@cache
def case() -> Case:
    """Return findings in which formulas, markup, controls and astral characters stand where texts and metadata do."""
    documents = [
        make_document(
            f"{STORY}“Number {n} 🛳 was late,” said Anders Holm of the ferry company.\n",
            name=f"{n}.txt",
            publisher=HOSTILE[n],
            title=f"<img src=x onerror=alert({n})>{HOSTILE[n]} & {{x}} 100%",
            author=HOSTILE[-n - 1],
            published=f"2031-05-0{n + 1}",
            url="https://post.example/a?b=1&c={2}" if n else "javascript:alert(1)",
        )
        for n in range(4)
    ]
    found = relate([analyse(d) for d in documents])
    attribution = found.analyses[0].attributions[0]
    at = "2031-06-01T08:00:00Z"
    made = propose(found, "accept", attribution.id, {}, who="=Ana", why="+heard it", at=at)
    return relate([analyse(d) for d in documents], corrections=[made])


@cache
def stamp() -> Stamp:
    return make_stamp(case(), {"aliases": "none"})


def make(name: str, findings: Case | None = None) -> bytes:
    made = FORMATS[name].make
    assert made is not None
    return made(findings or case(), stamp())


def make_files(name: str) -> dict[str, bytes]:
    made = FORMATS[name].make_files
    assert made is not None
    return dict(made(case(), stamp()))


def everything(name: str) -> bytes:
    """Return all bytes of a format that a reader would see as text."""
    data = make(name) if FORMATS[name].make is not None else make_zip(make_files(name))
    if name == "parquet":
        return b"".join(
            str(pyarrow.parquet.read_schema(io.BytesIO(f)).metadata).encode() for f in make_files(name).values()
        )
    if data[:2] == b"PK":
        with zipfile.ZipFile(io.BytesIO(data)) as packed:
            return b"".join(packed.read(inner) for inner in packed.namelist())
    return data


@pytest.mark.parametrize("name", FORMATS)
def test_every_output_names_its_inputs_version_and_settings(name: str) -> None:
    text = html.unescape(everything(name).decode("utf-8", "replace")).replace("\\", "")
    assert all(i.sha256 in text for i in stamp().inputs)
    assert len(stamp().inputs) == 4
    assert f"{stamp().headwater}" in text
    assert "aliases" in text


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_findings_give_the_same_bytes(name: str) -> None:
    turned = dataclasses.replace(case(), speakers=case().speakers[::-1]) if name == "jsonl" else case()
    if FORMATS[name].make is not None:
        assert make(name) == make(name, turned)
    else:
        assert make_files(name) == make_files(name)


@pytest.mark.parametrize("name", FORMATS)
def test_findings_by_hand_and_no_findings_are_written_too(name: str) -> None:
    nothing = Case((), (), (), (), (), (), (), (), ())
    for findings in (build(), nothing):
        mark = make_stamp(findings, {})
        one, several = FORMATS[name].make, FORMATS[name].make_files
        assert one(findings, mark) if one is not None else several is not None and several(findings, mark)


def test_json_lines_hold_the_contract_exactly() -> None:
    lines = [json.loads(line) for line in make("jsonl").splitlines()]
    assert lines[0]["list"] == "export"
    shape = json.loads(json.dumps(lines))
    texts = {line["id"]: line["text"] for line in shape if line["list"] == "texts"}
    assert texts == {a.document.id: a.document.text for a in case().analyses}
    spans = [
        (a["document"], s)
        for a in lines
        if a["list"] == "attributions"
        for r in ("source", "cue", "content")
        for s in a[r]
    ]
    assert len(spans) > 20
    assert all(texts[document][s["start"] : s["end"]] == s["text"] for document, s in spans)
    assert len([line for line in lines if line["list"] == "claims"]) == len(case().claims)


def test_parquet_holds_the_contract_exactly() -> None:
    import msgspec

    shape = msgspec.to_builtins(to_shape(case(), {}))
    files = make_files("parquet")
    for name, rows in shape.items():
        if isinstance(rows, list):
            read = pyarrow.parquet.read_table(io.BytesIO(files[f"{name}.parquet"])).to_pylist()
            assert json.loads(json.dumps(read)) == json.loads(json.dumps(rows)), name
    texts = pyarrow.parquet.read_table(io.BytesIO(files["texts.parquet"])).to_pylist()
    assert {t["id"]: t["text"] for t in texts} == {a.document.id: a.document.text for a in case().analyses}


def cells(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8"), newline="")))


def test_no_cell_of_csv_is_live_by_default() -> None:
    live = []
    for data in make_files("csv").values():
        for row in cells(data)[1:]:
            live += [c for c in row if c.lstrip().startswith(LIVE) and not re.fullmatch(r"-?[\d.e+-]+", c)]
    assert live == []
    assert any("'=HYPERLINK" in row[4] for row in cells(make_files("csv")["documents.csv"]))


def test_raw_csv_is_exact() -> None:
    rows = cells(make_files("csv-raw")["texts.csv"])
    assert dict(rows[1:]) == {a.document.id: a.document.text for a in case().analyses}
    publishers = {row[4] for row in cells(make_files("csv-raw")["documents.csv"])[1:]}
    assert publishers == {a.document.publisher for a in case().analyses}


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make("xlsx")))
    kinds = [cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row]
    assert "f" not in kinds
    assert {"s", "n"} <= set(kinds)
    assert not any(cell.hyperlink for sheet in book for row in sheet.iter_rows() for cell in row)
    documents = {row[2]: row for row in book["documents"].iter_rows(min_row=2, values_only=True)}
    assert documents["0.txt"][4] == "'" + HOSTILE[0]
    assert "texts" not in book.sheetnames


def test_a_cell_that_is_too_long_says_that_it_was_cut() -> None:
    claim = dataclasses.replace(case().claims[0], text="x" * (LONGEST + 9))
    book = openpyxl.load_workbook(io.BytesIO(make("xlsx", dataclasses.replace(case(), claims=(claim,)))))
    shown = book["claims"].cell(2, 2).value
    assert len(shown) == LONGEST
    assert shown.endswith("have all]")


SELECTOR = {
    "oneOf": [
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextPositionSelector"},
                "start": {"type": "integer", "minimum": 0},
                "end": {"type": "integer", "minimum": 0},
            },
            "required": ["type", "start", "end"],
            "additionalProperties": False,
        },
        {
            "type": "object",
            "properties": {
                "type": {"const": "TextQuoteSelector"},
                "exact": {"type": "string", "minLength": 1},
                "prefix": {"type": "string"},
                "suffix": {"type": "string"},
            },
            "required": ["type", "exact"],
            "additionalProperties": False,
        },
    ]
}
MOTIVATIONS = ["describing", "linking", "commenting", "identifying"]
ANNOTATION = {  # of the Web Annotation Data Model, what these annotations use
    "type": "object",
    "properties": {
        "id": {"type": "string", "pattern": "^urn:"},
        "type": {"const": "Annotation"},
        "motivation": {"enum": MOTIVATIONS},
        "body": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "type": {"const": "TextualBody"},
                    "purpose": {"enum": MOTIVATIONS},
                    "format": {"const": "text/plain"},
                    "value": {"type": "string"},
                },
                "required": ["type", "value"],
                "additionalProperties": False,
            },
        },
        "target": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "properties": {
                    "source": {"type": "string", "pattern": "^(urn:headwater:|https?://)"},
                    "selector": {"type": "array", "items": SELECTOR, "minItems": 2},
                },
                "required": ["source", "selector"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["id", "type", "target"],
    "additionalProperties": False,
}
COLLECTION = {
    "type": "object",
    "properties": {
        "@context": {"type": "array", "contains": {"const": "http://www.w3.org/ns/anno.jsonld"}},
        "type": {"const": "AnnotationCollection"},
        "total": {"type": "integer", "minimum": 0},
        "first": {
            "type": "object",
            "properties": {
                "type": {"const": "AnnotationPage"},
                "startIndex": {"const": 0},
                "items": {"type": "array", "items": ANNOTATION},
            },
            "required": ["id", "type", "items", "partOf"],
        },
    },
    "required": ["@context", "id", "type", "total", "first"],
}


def test_annotations_follow_the_model_and_quote_their_places() -> None:
    made = json.loads(make("annotations"))
    jsonschema.validate(made, COLLECTION)
    items = made["first"]["items"]
    assert made["total"] == len(items) > 20
    assert len({item["id"] for item in items}) == len(items)
    texts = {f"urn:headwater:{a.document.id}": a.document.text for a in case().analyses}
    checked = 0
    for item in items:
        for target in item["target"]:
            position, quoted = target["selector"]
            if target["source"] in texts:
                text = texts[target["source"]]
                assert text[position["start"] : position["end"]] == quoted["exact"]
                assert text[: position["start"]].endswith(quoted["prefix"])
                assert text[position["end"] :].startswith(quoted["suffix"])
                checked += 1
    assert checked > 5


def test_prov_names_nothing_that_it_does_not_describe() -> None:
    made = json.loads(make("prov"))
    nodes = {kind: set(made[kind]) for kind in ("entity", "activity", "agent")}
    assert set(made["prefix"]) == {"hw", "prov"}
    for relation, ends in {
        "used": {"prov:activity": "activity", "prov:entity": "entity"},
        "wasGeneratedBy": {"prov:activity": "activity", "prov:entity": "entity"},
        "wasDerivedFrom": {"prov:generatedEntity": "entity", "prov:usedEntity": "entity"},
        "wasAttributedTo": {"prov:entity": "entity", "prov:agent": "agent"},
        "wasAssociatedWith": {"prov:activity": "activity", "prov:agent": "agent"},
    }.items():
        assert made[relation], relation
        for key, statement in made[relation].items():
            assert key.startswith("_:")
            assert all(statement[role] in nodes[kind] for role, kind in ends.items())
    names = nodes["entity"] | nodes["activity"] | nodes["agent"]
    assert all(re.fullmatch(r"hw:[A-Za-z0-9_-]+", name) for name in names)
    assert any("heard it" in activity["prov:label"] for activity in made["activity"].values())


def test_schema_org_has_claims_and_quotations_and_no_rating() -> None:
    text = make("schema.org").decode()
    graph = json.loads(text)["@graph"]
    kinds = {node["@type"] for node in graph}
    assert {"Article", "Claim", "Quotation", "Person", "Dataset"} <= kinds
    assert kinds <= {"Article", "Claim", "Quotation", "Person", "Organization", "Dataset"}
    assert not re.search(r"rating|ClaimReview|bestRating|reviewBody", text, re.IGNORECASE)
    ids = {node["@id"] for node in graph}
    claims = [node for node in graph if node["@type"] == "Claim"]
    assert all(place["@id"] in ids for claim in claims for place in claim["appearance"])
    assert "javascript:" not in text


# the properties of the public schema that each kind of entity may have, by own reading of its YAML files
THING = {"name", "alias", "summary", "description", "publisher", "sourceUrl", "notes"}
FTM = {
    "PlainText": THING | {"fileName", "title", "author", "publishedAt", "language", "mimeType", "bodyText"},
    "Person": THING,
    "Organization": THING,
    "UnknownLink": {"subject", "object", "role", "summary", "date", "proof", "recordId"},
    "Note": THING | {"entity"},
}


def test_followthemoney_entities_use_its_schemas_and_point_at_each_other() -> None:
    entities = [json.loads(line) for line in make("ftm").splitlines()]
    ids = {e["id"]: e["schema"] for e in entities}
    assert len(ids) == len(entities)
    assert set(FTM) >= set(ids.values()) >= {"PlainText", "Person", "UnknownLink", "Note"}
    for e in entities:
        assert set(e) == {"id", "schema", "properties"}
        assert set(e["properties"]) <= FTM[e["schema"]], e["schema"]
        assert all(isinstance(v, list) and all(isinstance(x, str) and x for x in v) for v in e["properties"].values())
        for role in ("subject", "object", "proof", "entity"):
            assert all(x in ids for x in e["properties"].get(role, ()))
        if e["schema"] == "UnknownLink":
            assert ids[e["properties"]["subject"][0]] in ("Person", "Organization")
    assert {x for e in entities for x in e["properties"].get("language", ())} == {"eng"}


def graph_of(root: "etree._Element", node: str, edge: str) -> tuple[set[str], list[tuple[str, str]]]:
    nodes = [str(n.get("id")) for n in root.iter(node)]
    assert len(set(nodes)) == len(nodes)
    return set(nodes), [(str(e.get("source")), str(e.get("target"))) for e in root.iter(edge)]


def test_graphs_parse_and_their_edges_end_at_nodes() -> None:
    gexf = etree.fromstring(make("gexf"))
    space = "{http://gexf.net/1.3}"
    nodes, edges = graph_of(gexf, f"{space}node", f"{space}edge")
    assert {a for edge in edges for a in edge} <= nodes
    keys = {a.get("id") for a in gexf.iter(f"{space}attribute")}
    assert {v.get("for") for v in gexf.iter(f"{space}attvalue")} <= keys
    graphml = etree.fromstring(make("graphml"))
    space = "{http://graphml.graphdrawing.org/xmlns}"
    assert graph_of(graphml, f"{space}node", f"{space}edge") == (nodes, edges)
    keys = {k.get("id") for k in graphml.iter(f"{space}key")}
    assert {d.get("key") for d in graphml.iter(f"{space}data")} <= keys
    assert len(nodes) == 4 + len(case().speakers) + len(case().claims)
    assert len(edges) > 8


def test_a_timeline_is_in_order_and_shows_no_markup_of_others() -> None:
    made = json.loads(make("timeline"))
    dates = [(e["start_date"]["year"], e["start_date"]["month"], e["start_date"]["day"]) for e in made["events"]]
    assert dates == sorted(dates)
    assert len(dates) == 4
    shown = [made["title"], *made["events"]]
    text = "".join(e["text"]["headline"] + e["text"]["text"] + e.get("group", "") for e in shown)
    assert set(re.findall(r"<\w+", text)) == {"<p"}


def test_bibtex_is_balanced_and_has_an_entry_for_each_document() -> None:
    text = make("bibtex").decode()
    depth, at = 0, 0
    while at < len(text):
        if text[at] == "\\":
            at += 1
        else:
            depth += {"{": 1, "}": -1}.get(text[at], 0)
        assert depth >= 0
        at += 1
    assert depth == 0
    keys = re.findall(r"@misc\{([^,]+),", text)
    assert len(keys) == len(set(keys)) == 4
    assert all(re.fullmatch(r"[a-z0-9-]+", key) for key in keys)
    assert "javascript:" not in text


CSL = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["article-newspaper", "document"]},
            "author": {"type": "array", "items": {"type": "object", "required": ["literal"]}},
            "issued": {
                "type": "object",
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "items": {"type": "array", "items": {"type": "integer"}, "maxItems": 3},
                    }
                },
                "required": ["date-parts"],
            },
            "title": {"type": "string"},
            "container-title": {"type": "string"},
            "publisher": {"type": "string"},
            "language": {"type": "string"},
            "URL": {"type": "string", "pattern": "^https?://"},
            "note": {"type": "string"},
        },
        "required": ["id", "type", "title"],
        "additionalProperties": False,
    },
}


def test_csl_json_is_csl_json() -> None:
    items = json.loads(make("csl"))
    jsonschema.validate(items, CSL)
    assert len({item["id"] for item in items}) == 4


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
    assert headwater("pack", folder, pack, "--redact", str(names)).returncode == 0
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
