"""Write the documents, their metadata and the true provenance graph.

truth.json is a list of events: their documents, sources, statements (place, fact, value, true origin, the name a
reader can know), claims with the true number of origins, and reuse with its direction.
"""

import csv
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from newsroom.newsroom import Event, Newsroom, Piece, Report

PARAGRAPH = "\n\n"


def write(folder: Path, seed: int, documents: int, *, errors: bool = False) -> int:
    """Write at least ``documents`` documents, whole events, with misspellings or without; return how many there are."""
    texts = folder / "documents"
    texts.mkdir(parents=True, exist_ok=True)
    room = Newsroom(seed, errors=errors)
    written = number = 0
    with (
        (folder / "metadata.csv").open("w", newline="", encoding="utf-8") as table,
        (folder / "truth.json").open("w", encoding="utf-8") as truth,
    ):
        rows = csv.writer(table)
        rows.writerow(["path", "publisher", "published"])
        truth.write("[")
        while written < documents:
            event = room.event(number)
            for report in event.reports:
                path = texts / report.path
                path.parent.mkdir(exist_ok=True)
                path.write_text(text_of(report), encoding="utf-8")
                rows.writerow([f"documents/{report.path}", report.publisher, report.published.isoformat() + "Z"])
            truth.write((",\n" if number else "\n") + json.dumps(truth_of(event), ensure_ascii=False))
            written += len(event.reports)
            number += 1
        truth.write("\n]\n")
    return written


def text_of(report: Report) -> str:
    """Return the text of a document, a paragraph per piece."""
    return PARAGRAPH.join(piece.text for piece in report.pieces) + "\n"


def placed(report: Report) -> Iterator[tuple[Piece, int]]:
    """Yield each piece with its offset in the text."""
    at = 0
    for piece in report.pieces:
        yield piece, at
        at += len(piece.text) + len(PARAGRAPH)


def truth_of(event: Event) -> dict[str, Any]:
    """Return what is true of an event, as rows of JSON."""
    sources = {a.source.id: a.source for a in event.assertions}
    statements = [
        {
            "document": report.path,
            "start": at + piece.content[0],
            "end": at + piece.content[1],
            "fact": piece.fact,
            "value": piece.value,
            "origin": f"{event.number}:{piece.origin}",
            "name": sources[piece.origin].name if piece.origin in sources else piece.origin,
            "shown": piece.shown,
            "voice": piece.voice,
        }
        for report in event.reports
        for piece, at in placed(report)
        if piece.content is not None
    ]
    claims: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in statements:
        claims[str(row["fact"]), int(str(row["value"]))].add(str(row["origin"]))
    return {
        "event": event.number,
        "documents": [
            {"path": r.path, "publisher": r.publisher, "mode": r.mode, "upstream": r.upstream, "credited": r.credited}
            for r in event.reports
        ],
        "sources": [{"id": s.id, "kind": s.kind, "name": s.name} for s in sources.values()],
        "statements": statements,
        "claims": [{"fact": f, "value": v, "origins": sorted(o)} for (f, v), o in sorted(claims.items())],
        "reuse": reuse_of(event.reports),
    }


def reuse_of(reports: Sequence[Report]) -> list[dict[str, Any]]:
    """Return the passages that are copied, as runs of pieces with the same wording, with the direction."""
    by_path = {report.path: report for report in reports}
    found = []
    for report in reports:
        upstream = by_path.get(report.upstream or "")
        if upstream is None or report.mode == "rewritten":
            continue
        where = {p.key: (at, at + len(p.text)) for p, at in placed(upstream) if p.key}
        cases: list[list[int]] = []
        for piece, at in placed(report):
            if piece.key not in where:
                continue
            start, end = where[piece.key]
            if cases and cases[-1][1] + len(PARAGRAPH) == start and cases[-1][3] + len(PARAGRAPH) == at:
                cases[-1][1], cases[-1][3] = end, at + len(piece.text)
            else:
                cases.append([start, end, at, at + len(piece.text)])
        found.append({"left": upstream.path, "right": report.path, "direction": "left_to_right", "cases": cases})
    return found
