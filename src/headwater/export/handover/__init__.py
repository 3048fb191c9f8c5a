"""Findings in the formats that other programs read. Each output names its input hashes, version and settings.

A format is one file, or several under names of their own; equal findings give equal bytes. The formats, field by
field, are described in docs/exports.md.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from headwater.export.handover.annotations import web_annotations
from headwater.export.handover.citations import bibtex, csl_json
from headwater.export.handover.entities import followthemoney
from headwater.export.handover.graph import gexf, graphml
from headwater.export.handover.lines import json_lines
from headwater.export.handover.parquet import parquet
from headwater.export.handover.provenance import prov_json
from headwater.export.handover.schemaorg import schema_org
from headwater.export.handover.sheets import csv_files, raw_csv_files, xlsx
from headwater.export.handover.stamp import Stamp, make_stamp
from headwater.export.handover.timeline import timeline_js
from headwater.records import Case

__all__ = ["FORMATS", "Format", "Stamp", "make_stamp"]


@dataclass(frozen=True, slots=True)
class Format:
    """A format: what it is for, and what makes it. ``make`` gives the bytes of one file, ``make_files`` those of
    several by name; exactly one of them is there."""

    about: str
    make: Callable[[Case, Stamp], bytes] | None = None
    make_files: Callable[[Case, Stamp], Mapping[str, bytes]] | None = None


FORMATS: Mapping[str, Format] = {
    "jsonl": Format("every finding, exactly, a JSON object a line", json_lines),
    "parquet": Format("every finding, exactly, a Parquet file a kind (needs headwater[parquet])", None, parquet),
    "csv": Format("tables, safe to open in a spreadsheet", None, csv_files),
    "csv-raw": Format("tables, byte for byte as in the texts; not for spreadsheets", None, raw_csv_files),
    "xlsx": Format("a workbook, safe to open", xlsx),
    "annotations": Format("W3C Web Annotations, JSON-LD", web_annotations),
    "prov": Format("W3C PROV: what was made from what, by whom, PROV-JSON", prov_json),
    "schema.org": Format("schema.org Claim and Quotation, JSON-LD, without any rating", schema_org),
    "ftm": Format("FollowTheMoney entities, JSON Lines", followthemoney),
    "gexf": Format("a graph for Gephi", gexf),
    "graphml": Format("a graph for yEd, Cytoscape, NetworkX", graphml),
    "timeline": Format("TimelineJS", timeline_js),
    "bibtex": Format("the documents as a bibliography", bibtex),
    "csl": Format("the documents as CSL-JSON, for Zotero, Pandoc", csl_json),
}
