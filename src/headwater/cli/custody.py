"""The commands that look after a case folder itself."""

from pathlib import Path

import click

from headwater.errors import NotFoundError


@click.command()
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
