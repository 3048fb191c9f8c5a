"""The commands that look after a case folder itself."""

from collections.abc import Sequence
from pathlib import Path

import click

from headwater.errors import CaseError, NotFoundError


@click.command()
@click.argument("folder", metavar="CASE|PACK")
def verify(folder: str) -> int:
    """Check a case or an evidence pack: bytes against their hashes, the log's chain, every finding against its text."""
    from headwater.store import CaseFolder, is_case

    if Path(folder).is_file():
        from headwater.export.pack import check_pack

        return _say(folder, check_pack(Path(folder)))
    if not is_case(Path(folder)):
        raise NotFoundError(f"{folder} is no case folder and no evidence pack")
    try:
        with CaseFolder(folder) as case:
            problems = case.problems()
    except CaseError as error:
        problems = [str(error)]
    return _say(folder, problems)


def _say(name: str, problems: Sequence[str]) -> int:
    click.echo("\n".join(problems) if problems else f"{name}: everything is as it was written")
    return 1 if problems else 0


@click.command()
@click.argument("case", metavar="CASE")
@click.argument("folder", metavar="FOLDER")
def copy(case: str, folder: str) -> int:
    """Copy a case into a new FOLDER and check the copy. The case may be written into meanwhile."""
    from headwater.cli.asking import open_case
    from headwater.store import CaseFolder

    with open_case(case) as opened:
        opened.copy_to(Path(folder))
    with CaseFolder(folder) as copied:
        problems = copied.problems()
    return _say(folder, problems)


@click.command()
@click.argument("folder", required=False, metavar="[CASE]")
@click.option("--json", "as_json", is_flag=True, help="Print what was found as JSON.")
def doctor(folder: str | None, as_json: bool) -> int:
    """Say what is installed, what is missing for which format, and whether disk, permissions and CASE are sound."""
    from headwater.doctor import examine

    found = list(examine(Path(folder) if folder is not None else None))
    if as_json:
        import json
        from dataclasses import asdict

        click.echo(json.dumps([asdict(finding) for finding in found], ensure_ascii=False))
    else:
        for finding in found:
            advice = f" – {finding.advice}" if finding.advice else ""
            click.echo(f"{finding.health:8} {finding.name}: {finding.found}{advice}")
    return 1 if any(finding.health == "broken" for finding in found) else 0
