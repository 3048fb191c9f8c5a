"""The command line: options in, a stage's result out. Decides nothing but exit codes.

0 done; 1 something asked for was not found; 2 bad usage; 3 some inputs were skipped; 130 interrupted.
Results go to standard output, messages and progress to standard error. Heavy modules are imported by the command that
needs them, so that ``--help`` answers at once.
"""

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from headwater import __version__
from headwater.errors import HeadwaterError, UsageError

if TYPE_CHECKING:
    from headwater.pipeline import Progress
    from headwater.records import Case

SKIPPED = 3
INTERRUPTED = 130
QUIET_FOR = 1.0  # seconds; shorter work shows no progress
EVERY = 0.2  # seconds between two updates on a terminal
EVERY_LINE = 10.0  # seconds between two lines where standard error is a file


class ProgressLine:
    """One line on standard error: what is being done, how far, how fast, how long still."""

    def __init__(self) -> None:
        self._began = self._shown = time.monotonic()
        self._stage = ""
        self._stage_began = self._began
        self._open = False

    def __call__(self, stage: str, done: int, total: int) -> None:
        now = time.monotonic()
        if stage != self._stage:
            self._stage, self._stage_began = stage, now
        terminal = sys.stderr.isatty()
        if now - self._began < QUIET_FOR or now - self._shown < (EVERY if terminal else EVERY_LINE):
            return
        self._shown = now
        line = f"{stage} {done}/{total}"
        if done and done < total and now > self._stage_began:
            rate = done / (now - self._stage_began)
            line += f", {rate:.1f} a second, about {(total - done) / rate:.0f} s left"
        if terminal:
            click.echo(f"\r\x1b[2K{line}", err=True, nl=False)
            self._open = True
        else:
            click.echo(line, err=True)

    def close(self) -> None:
        """Take the line away."""
        if self._open:
            click.echo("\r\x1b[2K", err=True, nl=False)


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="headwater")
def cli() -> None:
    """Trace who said what, on whose authority, and how many independent origins a claim has.

    \b
    headwater trace FOLDER               a readable summary
    headwater trace FOLDER --html PAGE   one page with texts, highlights and evidence
    headwater trace FOLDER --json        everything, as JSON
    """


@cli.command()
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "--metadata", metavar="FILE", help="CSV or JSON Lines: path, publisher, title, author, published, url, language."
)
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
    as_json: bool,
    html: str | None,
    case: str | None,
    workers: int | None,
    quiet: bool,
) -> int:
    """Analyse the documents under PATH (files, folders, - for standard input) and say what was found."""
    findings = _trace(paths, metadata, case, workers, quiet)
    if html is not None:
        from headwater.export.page import render as render_page

        _write(Path(html), render_page(findings))
        click.echo(f"page written: {html}", err=True)
    if as_json:
        from headwater.export.contract import to_json

        click.get_binary_stream("stdout").write(to_json(findings, {}) + b"\n")
    else:
        from headwater.export.terminal import render
        from headwater.report import summary

        click.echo(render(summary(findings), _width(), _color()))
    for skipped in findings.skipped:
        click.echo(f"skipped: {skipped.path}: {skipped.reason}", err=True)
    return SKIPPED if findings.skipped else 0


def _trace(paths: Sequence[str], metadata: str | None, case: str | None, workers: int | None, quiet: bool) -> "Case":
    from headwater import pipeline

    line = ProgressLine()
    progress: Progress | None = None if quiet else line
    try:
        return pipeline.trace(paths, metadata=metadata, case=case, workers=workers, progress=progress)
    finally:
        line.close()


def _write(path: Path, text: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}); name another file") from error


def _width() -> int:
    import shutil

    return min(110, shutil.get_terminal_size((100, 24)).columns)


def _color() -> bool:
    import os

    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    try:
        code = cli.main(
            args=None if arguments is None else list(arguments), prog_name="headwater", standalone_mode=False
        )
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        sys.stderr.close()  # the reader of our output went away; nothing is wrong with it
        sys.exit(0)
    except HeadwaterError as error:
        click.echo(f"headwater: {error}", err=True)
        sys.exit(error.exit_code)
    sys.exit(code or 0)
