"""A review as one self-contained HTML page: no script, no network, everything from documents escaped."""

import re
from collections.abc import Iterator
from pathlib import Path

import jinja2

from headwater import __version__
from headwater.export.page.runs import apart
from headwater.export.review import bibliography
from headwater.export.terminal.layout import clean
from headwater.report.phrasing import Sentence
from headwater.report.review import Review

_TEMPLATES = Path(__file__).parent / "templates"
_ADDRESS = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def render_html(page: Review) -> str:
    """Return the review as a page that opens without a network."""
    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(_TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["apart"] = apart
    cited = sorted((c for source in page.sources for c in source.citations), key=lambda c: c.number)
    return environment.get_template("review.html").render(
        page=page, cited=cited, words=bibliography, parts=_parts, address=_address, clean=clean, version=__version__
    )


def _parts(sentence: Sentence) -> Iterator[tuple[str, int]]:
    """Yield words with 0, or an empty string with the number of a citation."""
    for part in sentence:
        yield ("", part) if isinstance(part, int) else (part, 0)


def _address(url: str | None) -> str | None:
    """Return an address that is safe to link to; None for anything else."""
    return url if url is not None and _ADDRESS.fullmatch(url) else None
