"""``headwater trace``: documents in, a summary, a page or JSON out."""

import re
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater.cli.asking import color, require_some, say_states, trace_paths, width, write
from headwater.errors import UsageError

if TYPE_CHECKING:
    from headwater.pipeline import Again

SKIPPED = 3


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH...]")
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
    "--columns",
    metavar="FIELD=COLUMN,…",
    help="Which columns of tables of articles are what: text=body,title=headline.",
)
@click.option("--retry-failed", is_flag=True, help="In a case: do again only what was not read, or read in part.")
@click.option("--since-version", metavar="V", help="In a case: do again only what a version before V read.")
@click.option(
    "--workers", type=click.IntRange(1), help="Processes to use; by default one per core for larger collections."
)
@click.option(
    "--engine",
    type=click.Choice(["local", "spark"]),
    help="Where documents are analysed and compared: on this machine, or on Spark (docs/scale.md).",
)
@click.option("--master", metavar="URL", help="With --engine spark: local[4], spark://HOST:7077, k8s://…, sc://…")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def trace(
    paths: tuple[str, ...],
    metadata: str | None,
    aliases: str | None,
    as_json: bool,
    html: str | None,
    case: str | None,
    columns: str | None,
    retry_failed: bool,
    since_version: str | None,
    workers: int | None,
    engine: str | None,
    master: str | None,
    quiet: bool,
) -> int:
    """Analyse the documents under PATH (files, folders, - for standard input) and say what was found.

    Texts, pages, PDF, Word, e-books, mail, feeds, tables of articles (JSON Lines, CSV), web archives (WARC), archives
    of any of these. With --retry-failed or --since-version and no PATH, what was given the last time is meant.
    """
    again = _again(paths, case, retry_failed, since_version)
    require_some(paths)
    if master is not None and engine != "spark":
        raise UsageError("--master is for --engine spark")
    findings = trace_paths(
        paths,
        metadata,
        quiet,
        aliases=aliases,
        case=case,
        workers=workers,
        columns=_columns(columns),
        again=again,
        engine=engine,
        master=master,
    )
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
    return SKIPPED if say_states(findings) else 0


def _columns(given: str | None) -> dict[str, str]:
    """Return which column is which field. Raises UsageError."""
    from headwater.read.articles import COLUMNS

    found: dict[str, str] = {}
    for pair in (given or "").split(","):
        name, equals, column = pair.partition("=")
        if not pair.strip():
            continue
        if not equals or name.strip() not in COLUMNS or not column.strip():
            raise UsageError(f"--columns {pair!r}: give FIELD=COLUMN with FIELD one of {', '.join(COLUMNS)}")
        found[name.strip()] = column.strip()
    return found


def _again(paths: Sequence[str], case: str | None, retry_failed: bool, since_version: str | None) -> "Again | None":
    """Return what in the case is to be done again. Raises UsageError."""
    if not retry_failed and since_version is None:
        if not paths:
            raise UsageError("name the files or folders to trace, - for standard input")
        return None
    if case is None:
        raise UsageError("--retry-failed and --since-version need --case FOLDER")
    if since_version is not None and not re.fullmatch(r"\d+(?:\.\d+){0,3}", since_version):
        raise UsageError(f"--since-version {since_version}: give a version such as 0.2.0")
    from headwater.pipeline import Again

    return Again(retry_failed, since_version)


def _where(paths: Sequence[str], metadata: str | None, case: str | None) -> str:
    """Return the options that make a reading command look at what was just traced."""
    words = [word for path in ([case] if case is not None else paths) for word in ("--in", path)]
    return shlex.join(words + (["--metadata", metadata] if metadata is not None and case is None else []))
