"""The command line: options in, a stage's result out. Decides nothing but exit codes.

0 done; 1 something asked for was not found or a check failed; 2 bad usage, or a case or a file that cannot be written;
3 some inputs were skipped; 130 interrupted.
Results go to standard output, messages and progress to standard error. Heavy modules are imported by the command that
needs them, so that ``--help`` answers at once.
"""

import contextlib
import io
import os
import sys
from collections.abc import Sequence

import click

from headwater import __version__
from headwater.cli import (
    adding,
    collecting,
    correcting,
    custody,
    desk,
    exporting,
    reading,
    responsible,
    reviewing,
    tracing,
)
from headwater.errors import HeadwaterError, UsageError
from headwater.offline import go_offline, is_offline

INTERRUPTED = 130


SECTIONS: dict[str, dict[click.Command, str]] = {
    "Read documents": {
        tracing.trace: "Analyse documents and say what was found",
        adding.add: "Add more documents to a case",
        collecting.watch: "Go on adding what is new in folders and feeds",
        collecting.fetch: "Fetch pages into a web archive, and into a case",
        reading.report: "What was read whole, in part, not at all, and why",
    },
    "Ask": {
        desk.desk: "Read, search, compare and correct a case in the browser",
        reviewing.review: "Write a cited review of a topic",
        reading.claims: "Claims, those most worth checking first",
        reading.claim: "One claim: each report with its chain, step by step",
        reading.why: "What a finding rests on",
        reading.compare: "Two documents side by side: taken, changed, left out",
        reading.revisions: "What changed between versions of a page",
        reading.speakers: "Who speaks, how often, and who reports it",
        reviewing.positions: "Where a position moved",
        reading.figures: "Figures by event: who gives which number",
        reading.times: "Dates that are named, and the case in order",
        responsible.responsibility: "Who is said to have done a deed, by whom",
    },
    "Decide": {
        correcting.correct: "Accept, reject or change a finding",
        correcting.corrections: "What people decided, and what became of it",
    },
    "Hand over": {
        exporting.dossier: "Chosen claims with all they rest on, as HTML or DOCX",
        exporting.pack: "Originals, texts, findings and hashes in one file",
        exporting.export: "The findings in a format that other programs read",
    },
    "Look after a case": {
        custody.verify: "Check a case or an evidence pack against its hashes",
        custody.copy: "Copy a case, also while somebody writes into it",
        custody.doctor: "What is installed, what is missing for which format",
    },
}


class Outline(click.Group):
    """A group that lists its commands by what they are for."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands under the headings of their sections."""
        for heading, commands in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(str(command.name), words) for command, words in commands.items()])


@click.group(cls=Outline, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="headwater")
@click.option("--offline", is_flag=True, help="Refuse every network connection (or set HEADWATER_OFFLINE=1).")
def cli(offline: bool) -> None:
    """Trace who said what, on whose authority, and how many independent origins a claim has.

    \b
    headwater trace FOLDER --case CASE   analyse a folder, keep the result in CASE
    headwater desk CASE                  read and correct it in the browser
    headwater claims --in CASE           or ask from here; each command has --help
    """
    if offline or is_offline():
        go_offline()


for section in SECTIONS.values():
    for command, words in section.items():
        command.short_help = words
        cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
    _write_utf8()
    try:
        code = cli.main(
            args=None if arguments is None else list(arguments), prog_name="headwater", standalone_mode=False
        )
        sys.stdout.flush()  # what cannot be written is told here, not by the interpreter as it ends
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (KeyboardInterrupt, click.Abort):
        click.echo("interrupted", err=True)
        sys.exit(INTERRUPTED)
    except BrokenPipeError:
        _abandon_output()  # its reader went away; nothing is wrong with it
        sys.exit(0)
    except HeadwaterError as error:
        click.echo(f"headwater: {error}", err=True)
        sys.exit(error.exit_code)
    except OSError as error:
        sys.stderr.write(f"headwater: {error.filename or 'the output'} cannot be used ({error.strerror or error})\n")
        _abandon_output()
        sys.exit(UsageError.exit_code)
    sys.exit(code or 0)


def _write_utf8() -> None:
    """Write the same bytes on every system; Windows would put a file in a code page that lacks most characters."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=stream.errors, newline="\n")


def _abandon_output() -> None:
    """Point standard output at nothing, so that what is left in its buffer raises nothing at the end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
