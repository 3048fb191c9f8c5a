"""Findings in other programs' formats, each read back by a reader of that format, with hostile texts inside."""

import dataclasses
import html
import io
import json
import re

import jsonschema
import pyarrow.parquet
import pytest
from lxml import etree

from exports_by_hand import case, everything, make, make_files, stamp
from findings_by_hand import build
from headwater.export.contract import to_shape
from headwater.export.handover import FORMATS, make_stamp
from headwater.records import Case


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
