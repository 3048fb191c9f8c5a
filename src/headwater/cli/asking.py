"""What commands share: which findings are asked for, tracing with progress, and how a page is printed."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from headwater.errors import NotFoundError, UsageError

if TYPE_CHECKING:
    from headwater.claims.likeness import Likeness
    from headwater.pipeline import Again
    from headwater.records import Case
    from headwater.store import CaseFolder

CASE_VARIABLE = "HEADWATER_CASE"
NEAREST = 100  # statements in a ranking by meaning
SAID = 20  # lines about what was not read; the rest is counted
_AS_JSON = "headwater.as_json"

_WHERE = (
    click.option(
        "--in", "sources", multiple=True, metavar="PATH", help="Documents to trace, or a case folder; repeatable."
    ),
    click.option("--metadata", metavar="FILE", help="As for trace."),
    click.option("--quiet", is_flag=True, help="No progress on standard error."),
    click.option(
        "--json",
        "as_json",
        is_flag=True,
        expose_value=False,
        callback=lambda context, _, chosen: context.meta.update({_AS_JSON: chosen}),
        help="The page's record as JSON.",
    ),
)
Command = Callable[..., None]
T = TypeVar("T")


def of_findings(command: Command) -> Command:
    """Give a command that shows findings its options: which documents, or which case, they are of."""
    for option in reversed(_WHERE):
        command = option(command)
    return command


def show(render: Callable[[T, int, bool], str], page: T) -> None:
    """Print a page in the terminal's layout, or its record as JSON where that was asked for."""
    if click.get_current_context().meta.get(_AS_JSON):
        import msgspec

        click.echo(msgspec.json.format(msgspec.json.encode(page), indent=1))
        return
    click.echo(render(page, width(), color()))


def as_json() -> bool:
    """Whether the command was asked for its page's record."""
    return bool(click.get_current_context().meta.get(_AS_JSON))


def findings(sources: Sequence[str], metadata: str | None, quiet: bool) -> "Case":
    """Return the findings of a case folder, or of the documents that are named; what of them was not read is told.

    Raises NotFoundError where none was.
    """
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
    traced = trace_paths(chosen, metadata, quiet)
    if not traced.analyses and traced.skipped:
        raise NotFoundError(f"nothing was read: {traced.skipped[0].path}: {traced.skipped[0].reason}")
    say_states(traced)
    return traced


def ranking(sentence: str, sources: Sequence[str]) -> "Callable[[Sequence[str]], list[Likeness]]":
    """Return what ranks texts by their nearness to ``sentence``; a case remembers what was read for it."""
    from headwater.claims.likeness import Collection
    from headwater.models.meaning.model import load
    from headwater.store import is_case
    from headwater.store.vectors import keeping

    model = load()
    chosen = list(sources) or [path for path in [os.environ.get(CASE_VARIABLE)] if path]
    kept = len(chosen) == 1 and is_case(Path(chosen[0]))
    embed = keeping(Path(chosen[0]), model.version, model.embed) if kept else model.embed
    return lambda texts: Collection(texts, embed).like(sentence, NEAREST)


def open_case(folder: str) -> "CaseFolder":
    """Open a case folder that is there. Raises NotFoundError where none is."""
    from headwater.store import CaseFolder, is_case

    if not is_case(Path(folder)):
        raise NotFoundError(f"{folder} is no case folder; `headwater trace … --case {folder}` makes one")
    return CaseFolder(folder)


def latest(case: "CaseFolder", folder: str) -> "Case":
    """Return what was found last. Raises NotFoundError for a case without findings."""
    found = case.latest()
    if found is None:
        raise NotFoundError(f"{folder} is a case without findings; trace documents into it first")
    return found


def trace_paths(
    paths: Sequence[str],
    metadata: str | None,
    quiet: bool,
    *,
    aliases: str | None = None,
    case: str | None = None,
    workers: int | None = None,
    columns: Mapping[str, str] | None = None,
    again: "Again | None" = None,
    engine: str | None = None,
    master: str | None = None,
) -> "Case":
    """Trace documents with progress on standard error; the options are those of ``headwater trace``."""
    from headwater import pipeline
    from headwater.progress import ProgressLine
    from headwater.read.aliases import read_aliases

    line = ProgressLine()
    names = read_aliases(aliases) if aliases is not None else None
    progress = None if quiet else line
    try:
        return pipeline.trace(
            paths,
            metadata=metadata,
            aliases=names,
            case=case,
            workers=workers,
            progress=progress,
            columns=columns,
            again=again,
            engine=engine,
            master=master,
        )
    finally:
        line.close()


def say_states(findings: "Case", asked: Sequence[str] = ()) -> bool:
    """Say on standard error what was not read, or not wholly, or not analysed, of ``asked`` or of everything.

    Returns whether something was not read.
    """
    skipped = [s for s in findings.skipped if _is_below(s.path, asked)]
    partly = [a.document for a in findings.analyses if a.document.state != "ok" and _is_below(a.document.path, asked)]
    _say_some([f"skipped: {left.path}: {left.reason}" for left in skipped], "skipped")
    _say_some([f"{d.state}: {d.path}: {'; '.join(d.lost)}" for d in partly], "read in part or not analysed")
    return bool(skipped)


def _say_some(lines: Sequence[str], what: str) -> None:
    """Say lines on standard error; of a table with a thousand rows of one fault not every row."""
    for line in lines[:SAID]:
        click.echo(line, err=True)
    if len(lines) > SAID:
        click.echo(
            f"and {len(lines) - SAID:,} more {what}: headwater report CASE tells them by their reasons", err=True
        )


def _is_below(path: str, asked: Sequence[str]) -> bool:
    """Say whether a path is one of those asked for, or stands in one; every path does where none is named."""
    here, *places = (Path(os.path.normpath(place)).as_posix() for place in (path, *asked))
    return (
        not places
        or "." in places
        or any(here == place or here.startswith((f"{place}/", f"{place}#")) for place in places)
    )


def write(path: Path, text: str) -> None:
    """Write a text file that the user named, with its folders. Raises UsageError where that cannot be done."""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """Write a file that the user named, with its folders. Raises UsageError where that cannot be done."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    except OSError as error:
        raise UsageError(f"cannot write {path} ({error.strerror}); name another file") from error


def width() -> int:
    """Return the number of columns to write in."""
    import shutil

    return min(110, shutil.get_terminal_size((100, 24)).columns)


def color() -> bool:
    """Say whether standard output takes colours (https://no-color.org)."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"


def require_some(paths: Sequence[str]) -> None:
    """Raise UsageError where none of the paths is there: it is a slip of the pen, and no case is begun for it."""
    if paths and not any(path == "-" or os.path.lexists(path) for path in paths):
        raise UsageError(f"{' and '.join(paths[:3])}: no such file or folder; check the path")
