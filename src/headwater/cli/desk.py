"""The command that opens a case at the desk, in the browser of this machine."""

from pathlib import Path

import click

from headwater.errors import NotFoundError, UsageError


@click.command()
@click.argument("case", metavar="CASE")
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="Listen on this port; by default a free one.")
@click.option("--no-browser", is_flag=True, help="Print the address only.")
@click.option("--who", metavar="NAME", help="Who decides; by default the name you are logged in under.")
def desk(case: str, port: int, no_browser: bool, who: str | None) -> None:
    """Open a case in the browser: read, compare, search, correct.

    Only this machine can connect, and only the browser that opens the address first. It works until it is interrupted
    (Ctrl-C); nothing is sent anywhere.
    """
    import webbrowser

    from headwater.progress import ProgressLine
    from headwater.report.desk import shelve
    from headwater.store import is_case
    from headwater.web import create_app
    from headwater.web.guarding import Door
    from headwater.web.serving import bind, serve
    from headwater.web.working import Desk

    folder = Path(case)
    if not is_case(folder):
        raise NotFoundError(f"{case} is no case folder; `headwater trace … --case {case}` makes one")
    line = ProgressLine()
    try:
        shelve(folder, line)
    finally:
        line.close()
    try:
        listening = bind(port)
    except OSError as error:
        raise UsageError(f"port {port} cannot be used ({error.strerror}); name another with --port") from error
    door = Door(listening.getsockname()[1])
    opened = Desk(
        folder,
        lambda: _apart(folder, refresh=True),
        lambda: _apart(folder),
        who or _user(),
    )

    def ready() -> None:
        click.echo(f"The desk is open at {door.address}")
        click.echo("The address works once, on this machine. Ctrl-C closes the desk.", err=True)
        if not no_browser:
            webbrowser.open(door.address)

    serve(create_app(opened, door), listening, ready)


def _user() -> str:
    """Return the name that the user is logged in under, empty where the system gives none: forms then ask for it."""
    import getpass

    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):
        return ""


def _apart(folder: Path, *, refresh: bool = False) -> None:
    """Work in a process of its own, so that pages stay quick. Raises CaseError where it fails."""
    import multiprocessing

    from headwater.errors import CaseError

    context = multiprocessing.get_context("spawn")  # forking a process that holds threads may deadlock
    said, told = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(str(folder), refresh, told), daemon=True)
    process.start()
    told.close()
    try:
        problem = said.recv()
    except EOFError:
        problem = "it ended before it was done"
    process.join()
    if problem:
        raise CaseError(problem)


def _work(folder: str, refresh: bool, told) -> None:  # type: ignore[no-untyped-def]
    from headwater import pipeline
    from headwater.errors import HeadwaterError
    from headwater.report.desk import shelve
    from headwater.store import CaseFolder

    problem = ""
    try:
        if refresh:
            with CaseFolder(folder) as case:
                pipeline.refresh(case)
        shelve(Path(folder))
    except HeadwaterError as error:
        problem = str(error)
    told.send(problem)
