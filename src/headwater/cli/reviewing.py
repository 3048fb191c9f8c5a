"""The commands that read a subject across the documents: positions over time, and the cited review."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from headwater.cli.asking import as_json, findings, of_findings, show, write_bytes
from headwater.errors import UsageError

if TYPE_CHECKING:
    from headwater.report import Review


@click.command()
@click.argument("name", required=False)
@click.option("--topic", metavar="WORDS", help="Only movements and statements on this topic.")
@of_findings
def positions(name: str | None, topic: str | None, **where: Any) -> None:
    """Show where a position moved, step by step; with NAME, also this speaker's dated statements and its wording.

    NAME is a speaker's name or a part of it.
    """
    from headwater.export.terminal import render_positions
    from headwater.report import position_list

    show(render_positions, position_list(findings(**where), name, topic=topic))


@click.command()
@click.argument("topic")
@click.option("--speaker", metavar="NAME", help="Only statements of this speaker (a name or a part of it).")
@click.option(
    "--format",
    "form",
    type=click.Choice(["markdown", "html", "docx"]),
    help="By default as the name of the file ends, else markdown.",
)
@click.option("--out", metavar="FILE", help="Write there instead of to standard output.")
@of_findings
def review(topic: str, speaker: str | None, form: str | None, out: str | None, **where: Any) -> None:
    """Write a cited review of what is said on TOPIC: by speaker, in time order, every sentence with its place.

    TOPIC is a word or a few; of one or two all must be there, in any of their forms.
    """
    from headwater.export.review import render_html, render_markdown, write_docx
    from headwater.report import review as write_review

    chosen = form or {".html": "html", ".htm": "html", ".docx": "docx"}.get(Path(out or "").suffix.lower(), "markdown")
    if chosen == "docx" and out is None and not as_json():
        raise UsageError("a DOCX file needs a name: --out FILE.docx")
    page = write_review(findings(**where), topic, speaker=speaker)
    if as_json():
        show(lambda *_: "", page)
        return
    forms: dict[str, Callable[[Review], str | bytes]] = {
        "html": render_html,
        "docx": write_docx,
        "markdown": render_markdown,
    }
    written = forms[chosen](page)
    data = written if isinstance(written, bytes) else written.encode("utf-8")
    if out is None:
        sys.stdout.buffer.write(data)
        return
    write_bytes(Path(out), data)
    click.echo(f"review written: {out}", err=True)
