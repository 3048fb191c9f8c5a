"""Page records put into templates, and the same records as JSON. Whatever comes from a document is escaped."""

import re
from functools import cache
from pathlib import Path, PurePath
from urllib.parse import quote, urlencode

import jinja2
import msgspec
from markupsafe import Markup

from headwater import __version__
from headwater.days import say_date
from headwater.export.handover import FORMATS
from headwater.export.page.drawing import draw
from headwater.export.page.runs import apart, as_html, highlight, original, printed, reported
from headwater.export.redaction import NOT_SAFE
from headwater.report.claims import ClaimPage
from headwater.report.comparison import say_changes, say_direction
from headwater.report.decisions import decided_about, say_decision
from headwater.report.desk.pages import DeskDocument
from headwater.report.documents import Mark
from headwater.report.tallies import say_range
from headwater.report.times import say_anchor
from headwater.report.wording import (
    ARROWS,
    BASES,
    DIRECTIONS,
    ENDS,
    LINKS,
    RELATIONS,
    VERDICTS,
    count,
    say_number,
    say_open,
    say_origins,
    shorten,
)
from headwater.report.wording import quote as in_quotes
from headwater.web.flows import MOST as DRAWN
from headwater.web.flows import flow_drawing, matrix

TEMPLATES = Path(__file__).parent / "templates"
_CORRECTION = re.compile(r"correction-[0-9a-f]{16,64}")
SHOWN = {"HTML": "text/html", "plain text": "text/plain; charset=utf-8"}  # formats that a frame can show
STANDINGS = {
    "applied": "worked in",
    "conflict": "in conflict",
    "orphaned": "orphaned: its words are not there, or not once",
    "undone": "undone",
    "waiting": "waits to be worked in",
}
ACROSS = {
    "stories": ("/stories", "Stories that several documents tell"),
    "utterances": ("/wordings", "Utterances quoted in several wordings"),
    "revisions": ("/revisions", "Pages read in several versions"),
    "movements": ("/positions", "Positions that moved"),
    "responsibility": ("/responsibility", "Who is said to have done a deed"),
}


def as_json(record: object) -> bytes:
    """Return a page's record as JSON, with the version that wrote it."""
    return msgspec.json.encode({"headwater": __version__, "page": record})


@cache
def environment() -> jinja2.Environment:
    """Return the templates with what they may call."""
    made = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "count_of": count,
        "decision": say_decision,
        "decided_about": decided_about,
        "origins": say_origins,
        "number": say_number,
        "short": shorten,
        "quote": in_quotes,
        "text": as_html,
        "apart": apart,
        "anchor": say_anchor,
        "pointed": _pointed,
        "day": say_date,
        "file_name": _file_name,
        "open_line": lambda line: say_open(line.number, line.what),
        "printed": printed,
        "reported": reported,
        "without_title": _without_title,
        "original": original,
        "segment": lambda text: quote(text, safe=""),
        "query": _query,
    }
    made.globals |= {
        "LINKS": LINKS,
        "BASES": BASES,
        "ENDS": ENDS,
        "VERDICTS": VERDICTS,
        "DIRECTIONS": {key: value.capitalize() for key, value in DIRECTIONS.items()},
        "ARROWS": ARROWS,
        "STANDINGS": STANDINGS,
        "ACROSS": ACROSS,
        "SHOWN": SHOWN,
        "FORMATS": FORMATS,
        "NOT_SAFE": NOT_SAFE,
        "RELATIONS": RELATIONS,
        "say_range": say_range,
        "say_changes": say_changes,
        "say_direction": say_direction,
        "version": __version__,
        "marked": marked,
        "drawing": drawing,
        "flow_drawing": flow_drawing,
        "matrix": matrix,
        "DRAWN": DRAWN,
    }
    return made


def _query(values: dict[str, object]) -> str:
    """Return the part of an address after the path, "?" included; what is None is left out."""
    kept = {
        key: [str(each) for each in value] if isinstance(value, tuple) else str(value)
        for key, value in values.items()
        if value is not None and value != ""
    }
    return f"?{urlencode(kept, doseq=True)}" if kept else ""


def _pointed(why: str) -> Markup:
    """Return a sentence of ours with links for the ids of corrections in it.

    >>> _pointed("Ada decided otherwise before (correction-00aa11bb00aa11bb); undo one.")
    Markup('Ada decided otherwise before (<a href="/corrections#correction-00aa11bb00aa11bb">see there</a>); undo one.')
    """
    return Markup(_CORRECTION.sub(r'<a href="/corrections#\g<0>">see there</a>', str(apart(why))))


def _file_name(path: str) -> str:
    """Return a file's name without its folders."""
    return PurePath(path).name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _without_title(label: str, title: str) -> str:
    """Return a document's label without the title that stands beside it."""
    return label.removesuffix(f", “{' '.join(title.split())}”") if title else label


def marked(shown: DeskDocument) -> Markup:
    """Return the shown part of a text with its marks."""
    start = shown.part.start
    marks = [*shown.page.marks, *([shown.asked] if shown.asked else [])]
    return highlight(
        shown.page.text,
        [
            Mark(
                max(mark.start - start, 0),
                min(mark.end - start, len(shown.page.text)),
                mark.layer,
                mark.badge,
                mark.depth,
            )
            for mark in marks
        ],
        "",
    )


def drawing(page: ClaimPage) -> Markup:
    """Return the drawing of a claim's chains, empty where there is none; documents and speakers are links."""
    keys = {report.place.document for report in page.reports}
    keys |= {
        link.upstream_document or link.upstream_id
        for report in page.reports
        for chain in report.chains
        for link in chain.links
    }
    links = {key: f"/{key.partition('-')[0]}/{key}" for key in keys if key.startswith(("document-", "speaker-"))}
    drawn = draw(page, links)
    return drawn.svg if drawn is not None else Markup("")
