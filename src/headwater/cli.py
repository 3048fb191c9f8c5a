"""The command line: options in, a stage's result out. Decides nothing but exit codes.

0 done; 1 something asked for was not found; 2 bad usage; 3 some inputs were skipped; 130 interrupted.
Results go to standard output, messages and progress to standard error. Heavy modules are imported by the command that
needs them, so that ``--help`` answers at once.
"""

import os
import shlex
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from headwater import __version__
from headwater.errors import HeadwaterError, NotFoundError, UsageError

if TYPE_CHECKING:
    from headwater.records import Case

SKIPPED = 3
INTERRUPTED = 130
CASE_VARIABLE = "HEADWATER_CASE"


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="headwater")
def cli() -> None:
    """Trace who said what, on whose authority, and how many independent origins a claim has.

    \b
    headwater trace FOLDER               a readable summary
    headwater trace FOLDER --html PAGE   one page with texts, highlights and evidence
    headwater trace FOLDER --json        everything, as JSON
    headwater claim ID --in FOLDER       one claim's reports and chains
    headwater compare A B                what two documents share, and what was changed
    """


@cli.command()
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
    findings = _trace(paths, metadata, quiet, aliases=aliases, case=case, workers=workers)
    if html is not None:
        from headwater.export.page import render as render_page

        _write(Path(html), render_page(findings))
        click.echo(f"page written: {html}", err=True)
    if as_json:
        from headwater.export.contract import to_json

        sys.stdout.buffer.write(to_json(findings, {"aliases": aliases, "metadata": metadata}) + b"\n")
    else:
        from headwater.export.terminal import render
        from headwater.report import summary

        click.echo(render(summary(findings), _width(), _color()))
        if findings.claims:
            click.echo(f"\nTo follow a claim: headwater claim ID {_where(paths, metadata, case)}")
    for skipped in findings.skipped:
        click.echo(f"skipped: {skipped.path}: {skipped.reason}", err=True)
    return SKIPPED if findings.skipped else 0


_WHERE = (
    click.option(
        "--in", "sources", multiple=True, metavar="PATH", help="Documents to trace, or a case folder; repeatable."
    ),
    click.option("--metadata", metavar="FILE", help="As for trace."),
    click.option("--quiet", is_flag=True, help="No progress on standard error."),
)
Command = Callable[..., None]


def _reading(command: Command) -> Command:
    """Give a command that shows findings its options: which documents, or which case, they are of."""
    for option in reversed(_WHERE):
        command = option(command)
    return command


@cli.command()
@click.option("--all", "everything", is_flag=True, help="Also claims that only one document makes.")
@_reading
def claims(everything: bool, **where: Any) -> None:
    """List claims, those most worth checking first, with their independent origins."""
    from headwater.export.terminal import render_claims
    from headwater.report import claim_list

    _show(render_claims, claim_list(_findings(**where), everything=everything))


@cli.command()
@click.argument("identifier", metavar="ID")
@_reading
def claim(identifier: str, **where: Any) -> None:
    """Show every report of a claim with its chain, step by step, and the words that show each step.

    ID may be shortened to its first characters.
    """
    from headwater.export.terminal import render_claim
    from headwater.report import claim_page

    _show(render_claim, claim_page(_findings(**where), identifier))


@cli.command()
@click.argument("identifier", metavar="ID")
@_reading
def why(identifier: str, **where: Any) -> None:
    """Say what a finding rests on: the rule or model, the reason, the words."""
    from headwater.export.terminal import render_why
    from headwater.report import why as reasons

    _show(render_why, reasons(_findings(**where), identifier))


@cli.command()
@click.argument("name", required=False)
@_reading
def speakers(name: str | None, **where: Any) -> None:
    """List who speaks, how often, and who reports it; with NAME, all that this speaker is said to say."""
    from headwater.export.terminal import render_speaker, render_speakers
    from headwater.report import speaker_list, speaker_page

    findings = _findings(**where)
    if name is None:
        _show(render_speakers, speaker_list(findings))
    else:
        _show(render_speaker, speaker_page(findings, name))


@cli.command()
@_reading
def figures(**where: Any) -> None:
    """List the figures that are claimed, by whom, and which disagree."""
    from headwater.export.terminal import render_figures
    from headwater.report import figure_list

    _show(render_figures, figure_list(_findings(**where)))


@cli.command()
@_reading
def times(**where: Any) -> None:
    """List the dates and times that are named, with what each was anchored to."""
    from headwater.export.terminal import render_times
    from headwater.report import time_list

    _show(render_times, time_list(_findings(**where)))


@cli.command()
@click.argument("left", metavar="A")
@click.argument("right", metavar="B")
@_reading
def compare(left: str, right: str, **where: Any) -> None:
    """Show side by side what two documents share, what was changed, and what can be said about direction.

    A and B are files, or with --in the names of two documents among those.
    """
    from headwater.export.terminal import render_comparison
    from headwater.report import compare as compare_documents

    if not where["sources"]:
        where["sources"] = (left, right)
    _show(render_comparison, compare_documents(_findings(**where), left, right))


@cli.command()
@click.argument("folder", metavar="CASE")
def verify(folder: str) -> int:
    """Check a case: originals against their hashes, the log's chain, every finding against its text."""
    from headwater.store import CaseFolder, is_case

    if not is_case(Path(folder)):
        raise NotFoundError(f"{folder} is no case folder")
    with CaseFolder(folder) as case:
        problems = case.problems()
    click.echo("\n".join(problems) if problems else f"{folder}: everything is as it was written")
    return 1 if problems else 0


T = TypeVar("T")


def _show(render: Callable[[T, int, bool], str], page: T) -> None:
    click.echo(render(page, _width(), _color()))


def _findings(sources: Sequence[str], metadata: str | None, quiet: bool) -> "Case":
    """Return the findings of a case folder, or of the documents that are named."""
    from headwater.store import CaseFolder, is_case

    chosen = list(sources) or [path for path in [os.environ.get(CASE_VARIABLE)] if path]
    if not chosen:
        raise UsageError(f"name the documents or the case folder with --in PATH (or set {CASE_VARIABLE})")
    if len(chosen) == 1 and is_case(Path(chosen[0])):
        with CaseFolder(chosen[0]) as folder:
            found = folder.latest()
        if found is None:
            raise NotFoundError(f"{chosen[0]} is a case without findings; trace documents into it first")
        return found
    return _trace(chosen, metadata, quiet)


def _trace(
    paths: Sequence[str],
    metadata: str | None,
    quiet: bool,
    *,
    aliases: str | None = None,
    case: str | None = None,
    workers: int | None = None,
) -> "Case":
    from headwater import pipeline
    from headwater.progress import ProgressLine
    from headwater.read.aliases import read_aliases

    line = ProgressLine()
    names = read_aliases(aliases) if aliases is not None else None
    progress = None if quiet else line
    try:
        return pipeline.trace(paths, metadata=metadata, aliases=names, case=case, workers=workers, progress=progress)
    finally:
        line.close()


def _where(paths: Sequence[str], metadata: str | None, case: str | None) -> str:
    """Return the options that make a reading command look at what was just traced."""
    words = [word for path in ([case] if case is not None else paths) for word in ("--in", path)]
    return shlex.join(words + (["--metadata", metadata] if metadata is not None and case is None else []))


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
