"""TimelineJS JSON: documents on the day they were published, with the claims that each is the first to report."""

import json
from collections import defaultdict

from markupsafe import escape

from headwater.export.handover.stamp import Stamp
from headwater.records import Case, Document
from headwater.report.index import index

MOST = 5  # claims named at a document
Node = dict[str, object]


def timeline_js(case: Case, stamp: Stamp) -> bytes:
    """Return a timeline; documents without a date are counted in its title. Text is escaped: it is shown as HTML."""
    found = index(case)
    first: defaultdict[str, list[str]] = defaultdict(list)
    for claim in sorted(case.claims, key=lambda c: (-c.rank, c.id)):
        places = sorted(claim.statements, key=lambda s: (found.order[s.document], s.start))
        if len({s.document for s in places}) > 1:
            first[places[0].document].append(claim.text)
    dated = [d for d in found.documents.values() if d.published and _date(d.published)]
    about = f"{len(case.analyses)} documents, {len(case.analyses) - len(dated)} of them without a date. Made by "
    title: Node = {
        "text": {"headline": "Documents by date", "text": _html([about + stamp.lines()[0] + ".", *stamp.lines()[1:]])}
    }
    events = [_event(d, found.labels[d.id], first[d.id]) for d in dated]
    whole = {"title": title, "events": events}
    return json.dumps(whole, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n"


def _event(document: Document, label: str, claims: list[str]) -> Node:
    lines = [f"First here to report: {claim}" for claim in claims[:MOST]]
    if len(claims) > MOST:
        lines.append(f"and {len(claims) - MOST} claims more")
    event: Node = {
        "unique_id": document.id,
        "start_date": _date(document.published or ""),
        "text": {"headline": str(escape(document.title or label)), "text": _html([label, *lines])},
    }
    return event | ({"group": str(escape(document.publisher))} if document.publisher else {})


def _date(published: str) -> Node | None:
    """Return the parts of a date as TimelineJS wants them; None for what is no date."""
    parts = published[:10].split("-")
    if not parts[0] or not all(part.isascii() and part.isdigit() for part in parts):
        return None
    return {name: int(part) for name, part in zip(("year", "month", "day"), parts, strict=False)}


def _html(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line)}</p>" for line in lines)
