"""The contract's JSON: shape, slices, order, and the published schema."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from findings_by_hand import build
from headwater.export.contract import json_schema, to_json, write_schema
from headwater.records import Case, Skipped

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def output() -> dict[str, Any]:
    result: dict[str, Any] = json.loads(to_json(build(), {"z": 1, "a": {"b": None}}))
    return result


def test_the_output_validates_against_the_schema(output: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator(json_schema()).validate(output)


def test_the_schema_refuses_a_missing_field(output: dict[str, Any]) -> None:
    broken = {key: value for key, value in output.items() if key != "claims"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.Draft202012Validator(json_schema()).validate(broken)


def test_the_published_schema_is_the_generated_one(tmp_path: Path) -> None:
    write_schema(tmp_path / "schema.json")
    assert (tmp_path / "schema.json").read_bytes() == (ROOT / "docs" / "schema.json").read_bytes()


def test_every_field_of_the_contract_is_there(output: dict[str, Any]) -> None:
    assert {*output} >= {
        *("headwater", "settings", "documents", "skipped", "attributions", "speakers", "reuse", "quotation_checks"),
        *("figures", "times", "positions", "claims"),
    }
    assert {*output["attributions"][0]} >= {
        *("id", "document", "source", "cue", "content", "kind", "inside", "speaker", "score"),
    }
    link = next(link for claim in output["claims"] for chain in claim["chains"] for link in chain["links"])
    assert {*link} >= {"kind", "from", "to", "why", "evidence"}
    assert {*output["figures"][0]} >= {
        *("id", "document", "start", "end", "text", "value", "low", "high", "qualifier", "unit", "counts", "window"),
        *("subset_of", "attribution"),
    }


def texts(node: Any, owner: str | None = None) -> list[tuple[str, int, int, str]]:
    """Return every (document, start, end, text) below ``node``."""
    found = []
    if isinstance(node, dict):
        owner = node.get("document", owner)
        if {"start", "end", "text"} <= {*node} and owner:
            found.append((owner, node["start"], node["end"], node["text"]))
        for value in node.values():
            found += texts(value, owner)
    elif isinstance(node, list):
        for value in node:
            found += texts(value, owner)
    return found


def test_every_text_equals_its_slice(output: dict[str, Any]) -> None:
    whole = {analysis.document.id: analysis.document.text for analysis in build().analyses}
    found = texts(output)
    assert len(found) > 20
    assert all(text == whole[owner][start:end] for owner, start, end, text in found)


def test_the_order_of_the_findings_does_not_matter() -> None:
    findings = build()
    turned = Case(
        **{field.name: tuple(reversed(getattr(findings, field.name))) for field in dataclasses.fields(findings)}
    )
    turned = dataclasses.replace(
        turned,
        analyses=tuple(
            dataclasses.replace(a, attributions=a.attributions[::-1], figures=a.figures[::-1]) for a in turned.analyses
        ),
    )
    assert to_json(turned, {"a": 1, "b": 2}) == to_json(findings, {"b": 2, "a": 1})


def test_a_file_name_that_is_no_unicode_can_be_printed() -> None:
    findings = dataclasses.replace(build(), skipped=(Skipped("bad\udcff.txt", "empty"),))
    assert json.loads(to_json(findings, {}))["skipped"] == [{"path": "bad�.txt", "reason": "empty"}]
