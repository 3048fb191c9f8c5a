"""``headwater trace``: documents in, a summary, a page or JSON out."""

import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from headwater.cli.asking import color, trace_paths, width, write

SKIPPED = 3


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--metadata",
    metavar="FILE",
    help="CSV or JSON Lines with path and any of publisher, title, author, published, url, language.",
)
@click.option("--aliases", metavar="FILE", help="CSV with alias and name: who else a speaker is called.")
@click.option("--json", "as_json", is_flag=True, help="Print everything as one JSON object (docs/schema.json).")
@click.option("--html", metavar="FILE", help="Write one self-contained page.")
@click.option("--case", metavar="FOLDER", help="Keep originals and findings there; next time do only what changed.")
@click.option(
    "--workers", type=click.IntRange(1), help="Processes to use; by default one per core for larger collections."
)
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def trace(
    paths: tuple[str, ...],
    metadata: str | None,
    aliases: str | None,
    as_json: bool,
    html: str | None,
    case: str | None,
    workers: int | None,
    quiet: bool,
) -> int:
    """Analyse the documents under PATH (files, folders, - for standard input) and say what was found."""
    findings = trace_paths(paths, metadata, quiet, aliases=aliases, case=case, workers=workers)
    if html is not None:
        from headwater.export.page import render as render_page

        write(Path(html), render_page(findings))
        click.echo(f"page written: {html}", err=True)
    if as_json:
        from headwater.export.contract import to_json

        sys.stdout.buffer.write(to_json(findings, {"aliases": aliases, "metadata": metadata}) + b"\n")
    else:
        from headwater.export.terminal import render
        from headwater.report import summary

        click.echo(render(summary(findings), width(), color()))
        if findings.claims:
            click.echo(f"\nTo follow a claim: headwater claim ID {_where(paths, metadata, case)}")
    for skipped in findings.skipped:
        click.echo(f"skipped: {skipped.path}: {skipped.reason}", err=True)
    return SKIPPED if findings.skipped else 0


def _where(paths: Sequence[str], metadata: str | None, case: str | None) -> str:
    """Return the options that make a reading command look at what was just traced."""
    words = [word for path in ([case] if case is not None else paths) for word in ("--in", path)]
    return shlex.join(words + (["--metadata", metadata] if metadata is not None and case is None else []))
