"""A dossier as one HTML page: no network, no script, made for reading and for print."""

import base64
import hashlib
from functools import cache
from pathlib import Path

import jinja2
from markupsafe import Markup

from headwater.export.dossier.gathering import Dossier, quoted_in
from headwater.export.handover.addresses import is_address
from headwater.export.page.drawing import draw
from headwater.export.page.runs import apart, as_html
from headwater.report.wording import BASES, ENDS, LINKS, VERDICTS, count, quote, say_origins, shorten

_TEMPLATES = Path(__file__).parent / "templates"


def render_page(dossier: Dossier) -> str:
    """Return the page."""
    style = (_TEMPLATES / "dossier.css").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(style.encode("utf-8")).digest()).decode("ascii")
    links = {source.id: f"#s{source.number}" for source in dossier.sources}
    return (
        _environment()
        .get_template("dossier.html")
        .render(
            dossier=dossier,
            style=Markup(style),
            policy=f"default-src 'none'; style-src 'sha256-{digest}'",
            drawings={section.line.id: draw(section.page, links) for section in dossier.sections},
            numbers={source.id: source.number for source in dossier.sources},
        )
    )


@cache
def _environment() -> jinja2.Environment:
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES), autoescape=True, undefined=jinja2.StrictUndefined
    )
    environment.filters |= {
        "count_of": count,
        "origins": say_origins,
        "quote": quote,
        "short": shorten,
        "text": as_html,
        "apart": apart,
        "safe_address": is_address,
    }
    environment.globals |= {
        "LINKS": LINKS,
        "BASES": BASES,
        "ENDS": ENDS,
        "VERDICTS": VERDICTS,
        "POLARITIES": POLARITIES,
        "quoted_in": quoted_in,
    }
    return environment


POLARITIES = {"said": "", "denied": "denied: ", "not_said": "not said: "}
