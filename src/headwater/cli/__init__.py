"""The command line: options in, a stage's result out. Decides nothing but exit codes.

0 done; 1 something asked for was not found or a check failed; 2 bad usage, or a case or a file that cannot be written;
3 some inputs were skipped; 130 interrupted.
Results go to standard output, messages and progress to standard error. Heavy modules are imported by the command that
needs them, so that ``--help`` answers at once.
"""

import contextlib
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


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="headwater")
@click.option("--offline", is_flag=True, help="Refuse every network connection (or set HEADWATER_OFFLINE=1).")
def cli(offline: bool) -> None:
    """Trace who said what, on whose authority, and how many independent origins a claim has.

    \b
    headwater trace FOLDER               a readable summary
    headwater trace FOLDER --html PAGE   one page with texts, highlights and evidence
    headwater trace FOLDER --json        everything, as JSON
    headwater claim ID --in FOLDER       one claim's reports and chains
    headwater compare A B                what two documents share, and what was changed
    """
    if offline or is_offline():
        go_offline()


for command in (
    tracing.trace,
    adding.add,
    collecting.fetch,
    collecting.watch,
    reading.claims,
    reading.claim,
    reading.why,
    reading.speakers,
    reading.figures,
    reading.times,
    responsible.responsibility,
    reviewing.positions,
    reviewing.review,
    reading.compare,
    reading.report,
    reading.revisions,
    correcting.correct,
    correcting.corrections,
    exporting.export,
    exporting.dossier,
    exporting.pack,
    custody.verify,
    custody.copy,
    desk.desk,
    custody.doctor,
):
    cli.add_command(command)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit with its code."""
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


def _abandon_output() -> None:
    """Point standard output at nothing, so that what is left in its buffer raises nothing at the end."""
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
