"""``headwater add``: documents into a case that holds others."""

from collections.abc import Sequence

import click

from headwater.cli.asking import require_some, say_states
from headwater.cli.tracing import SKIPPED


@click.command()
@click.argument("case", metavar="CASE")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option("--metadata", metavar="FILE", help="As for trace; for the documents that are added.")
@click.option(
    "--workers", type=click.IntRange(1), help="Processes to use; by default one per core for larger collections."
)
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def add(case: str, paths: tuple[str, ...], metadata: str | None, workers: int | None, quiet: bool) -> int:
    """Add the documents under PATH to CASE, and say what that changed.

    Only the new documents are read and analysed; what all of them say together is worked out again, as if they had been
    traced at once. A document from a path that the case knows takes the place of the one before.
    """
    require_some(paths)
    return add_paths(case, paths, metadata=metadata, workers=workers, quiet=quiet)


def add_paths(
    case: str, paths: Sequence[str], *, metadata: str | None = None, workers: int | None = None, quiet: bool = False
) -> int:
    """Add documents to a case with progress on standard error, say what that changed, and return the exit code."""
    from headwater import pipeline
    from headwater.progress import ProgressLine
    from headwater.store import CaseFolder

    line = ProgressLine()
    with CaseFolder(case) as folder:
        old, claims = folder.documents(), {c.id for c in folder.findings("claims")}
    try:
        found = pipeline.add(case, paths, metadata=metadata, workers=workers, progress=None if quiet else line)
    finally:
        line.close()
    new = {a.document.id for a in found.analyses}
    fresh = len({c.id for c in found.claims} - claims)
    gone = f", {len(old - new)} replaced" if old - new else ""
    added = len(new - old)
    click.echo(f"{added} document{'' if added == 1 else 's'} added{gone}; {len(new)} in the case.")
    click.echo(f"{fresh} of {len(found.claims)} claims are new or have another set of reports.")
    return SKIPPED if say_states(found, paths) else 0
