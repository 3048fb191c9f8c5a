"""One self-contained HTML page: overview, texts with highlights and notes, drawn chains, passages side by side.

It opens without a network, reads without JavaScript and prints. Everything that comes from a document is escaped; the
content security policy lets only the page's own style and script run, by their hashes. Very large collections: the
overview covers everything, texts are shown up to TEXTS characters in all, and what is left out is named.
"""

import base64
import hashlib
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePath

import jinja2
from markupsafe import Markup

from headwater import __version__
from headwater.export.page.drawing import Drawing, draw
from headwater.export.page.runs import apart, as_html, highlight, original, printed, reported
from headwater.records import Case, Origins
from headwater.report import claim_page, compare, document_pages, index, summary
from headwater.report.claims import ClaimPage
from headwater.report.comparison import ComparisonPage, PairLine, say_changes, say_direction
from headwater.report.documents import DocumentPage
from headwater.report.quotations import QuotationLine
from headwater.report.summary import Summary
from headwater.report.unjudged import NotJudged
from headwater.report.wording import (
    ARROWS,
    BASES,
    ENDS,
    LINKS,
    VERDICTS,
    count,
    quote,
    say_number,
    say_open,
    say_origins,
    shorten,
)

TEXTS = 2_500_000  # characters of text on one page; browsers stay quick up to about this
OPEN = 8  # claims that stand open; the others unfold
CLAIMS = 80  # claims shown
PAIRS = 40  # pairs shown side by side
TABLE = 120  # pairs listed
DISPUTES = 40
REVISIONS = 40  # pages read in several versions
_TEMPLATES = Path(__file__).parent / "templates"
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Claim:
    anchor: str
    page: ClaimPage
    drawing: Drawing | None


@dataclass(frozen=True, slots=True)
class _Document:
    anchor: str
    page: DocumentPage
    text: Markup


@dataclass(frozen=True, slots=True)
class _Pair:
    anchor: str
    page: ComparisonPage


def render(case: Case) -> str:
    """Return the page."""
    found = index(case)
    first = summary(found)
    pages = document_pages(found, TEXTS)
    anchors = {page.id: f"d{number}" for number, page in enumerate(pages, start=1)}
    links = {key: f"#{anchor}" for key, anchor in anchors.items()}
    left_out = [found.labels[key] for key in found.documents if key not in anchors]
    lines = first.claims[:CLAIMS]
    claim_anchors = {line.id: f"c{number}" for number, line in enumerate(lines, start=1)}
    claims = []
    for line in lines:
        page = claim_page(found, line.id)
        claims.append(_Claim(claim_anchors[line.id], page, draw(page, links)))
    shown_pairs = first.pairs[:PAIRS]
    pair_anchors = {_key(pair): f"p{number}" for number, pair in enumerate(shown_pairs, start=1)}
    style = (_TEMPLATES / "style.css").read_text(encoding="utf-8")
    script = (_TEMPLATES / "script.js").read_text(encoding="utf-8")
    return (
        _environment()
        .get_template("page.html")
        .render(
            title=_title(first),
            version=__version__,
            policy=_policy(style, script),
            style=Markup(style),
            script=Markup(script),
            summary=first,
            claims=claims,
            open_claims=OPEN,
            claims_left=len(first.claims) - len(lines),
            claim_anchors=claim_anchors,
            disputes=first.disputes[:DISPUTES],
            documents=[_Document(anchors[p.id], p, highlight(p.text, p.marks, f"{anchors[p.id]}-")) for p in pages],
            left_out=left_out,
            anchors=anchors,
            pairs=[_Pair(pair_anchors[_key(p)], compare(found, p.left_id, p.right_id)) for p in shown_pairs],
            pairs_left=len(first.pairs) - len(shown_pairs),
            pair_anchors=pair_anchors,
            most_pairs=TABLE,
            most_revisions=REVISIONS,
        )
    )


def _key(pair: PairLine) -> tuple[str, str]:
    return pair.left_id, pair.right_id


def _title(first: Summary) -> str:
    line = count(first.documents, "document")
    if first.publishers:
        line += f" by {count(len(first.publishers), 'publisher')}"
    if first.first and first.last:
        line += f", {first.first}" if first.first == first.last else f", {first.first} to {first.last}"
    return line


def _policy(style: str, script: str) -> str:
    """Return a content security policy that lets nothing but this style and this script run."""

    def digest(text: str) -> str:
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii") + "'"

    runs = f"script-src {digest(script)}; style-src {digest(style)}"
    return f"default-src 'none'; {runs}; base-uri 'none'; form-action 'none'"


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters |= {
        "count_of": count,
        "origins": _say_origins,
        "number": say_number,
        "short": shorten,
        "quote": quote,
        "text": as_html,
        "apart": apart,
        "file_name": _file_name,
        "safe_address": _is_address,
        "open_line": _say_open,
        "printed": printed,
        "reported": reported,
        "original": original,
        "classes": _classes,
    }
    environment.globals |= {
        "LINKS": LINKS,
        "BASES": BASES,
        "ENDS": ENDS,
        "VERDICTS": VERDICTS,
        "ARROWS": ARROWS,
        "say_changes": say_changes,
        "say_direction": say_direction,
    }
    return environment


def _say_origins(origins: Origins) -> str:
    return say_origins(origins)


def _say_open(line: NotJudged) -> str:
    return say_open(line.number, line.what)


def _file_name(path: str) -> str:
    """Return a file's name without its folders, which are nobody's business but the user's."""
    return PurePath(path).name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _is_address(url: str) -> bool:
    return _ADDRESS.fullmatch(url) is not None


def _classes(line: QuotationLine) -> list[str]:
    return sorted({name for change in line.changes for name in change.classes})
