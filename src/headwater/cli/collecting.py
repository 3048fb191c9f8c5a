"""The commands that bring documents in from the web: ``fetch``, and ``watch`` for what comes later."""

import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import click

from headwater.cli.tracing import SKIPPED
from headwater.errors import HeadwaterError, UsageError
from headwater.offline import is_offline

LEAST_PAUSE = 60  # seconds between two looks at the same feed


@click.command()
@click.argument("addresses", nargs=-1, metavar="URL...")
@click.option("--from", "listed", metavar="FILE", help="A file with an address a line; - for standard input.")
@click.option(
    "--feed", "feeds", multiple=True, metavar="URL", help="Fetch what this feed or sitemap lists; repeatable."
)
@click.option("--case", metavar="FOLDER", help="Add what was fetched to this case.")
@click.option("--warc", metavar="FILE", help="Keep the answers in this WARC file (default: in the case, by day).")
@click.option("--most", type=click.IntRange(1), default=500, show_default=True, help="Fetch at most so many addresses.")
@click.option("--ignore-robots", is_flag=True, help="Fetch also what a host's robots.txt does not allow.")
@click.option("--allow-private", is_flag=True, help="Fetch also from addresses that are not public, on any port.")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
def fetch(
    addresses: tuple[str, ...],
    listed: str | None,
    feeds: tuple[str, ...],
    case: str | None,
    warc: str | None,
    most: int,
    ignore_robots: bool,
    allow_private: bool,
    quiet: bool,
) -> int:
    """Fetch pages into a WARC file, and into a case.

    Politely: one request to a host every two seconds, robots.txt heeded. Only public addresses are contacted, over
    HTTP and HTTPS; redirects are judged as the first address was. Nothing else in Headwater uses the network.
    """
    if is_offline():
        raise UsageError("offline: nothing is fetched")
    if case is None and warc is None:
        raise UsageError("say where to keep what is fetched: --case FOLDER or --warc FILE")
    from headwater.fetch import Limits, fetch_all
    from headwater.fetch.feeds import links_of

    limits = Limits(allow_private=allow_private)
    wanted = [*addresses, *(_lines(listed) if listed is not None else ())]
    failed = False
    for feed in feeds:
        try:
            wanted += links_of(feed, limits)
        except HeadwaterError as error:  # the other feeds and addresses are fetched all the same
            failed = True
            click.echo(f"not fetched: {error}", err=True)
    if not wanted and not failed:
        raise UsageError("name the addresses to fetch, or a file (--from) or a feed (--feed) that lists them")
    if case is not None:
        _make(case)
        wanted = _not_yet_fetched(Path(case), wanted)
    target = Path(warc) if warc is not None else _warc_of(Path(case or "."))
    fetched = 0
    for result in fetch_all(wanted[:most], target, limits, ignore_robots=ignore_robots):
        if result.reason is not None:
            failed = True
            reason = result.reason.removeprefix(f"{result.url}: ")
            click.echo(f"not fetched: {result.url}: {reason}", err=True)
        else:
            fetched += 1
            if not quiet:
                click.echo(f"fetched: {result.url} ({result.size:,} bytes)", err=True)
    if len(wanted) > most:
        failed = True
        click.echo(f"{len(wanted) - most} addresses left for another time (--most {most})", err=True)
    click.echo(f"{fetched} of {len(wanted)} fetched{f' into {target}' if fetched else ''}")
    added = _add(case, [str(target)], quiet) if case is not None and fetched else 0
    return SKIPPED if failed else added


@click.command()
@click.argument("case", metavar="CASE")
@click.argument("folders", nargs=-1, metavar="FOLDER...")
@click.option("--feed", "feeds", multiple=True, metavar="URL", help="Fetch what is new in this feed; repeatable.")
@click.option(
    "--every", type=click.IntRange(LEAST_PAUSE), default=900, show_default=True, help="Seconds between looks."
)
@click.option("--once", is_flag=True, help="Look once and end, for use from a timer.")
@click.option("--quiet", is_flag=True, help="No progress on standard error.")
@click.pass_context
def watch(
    context: click.Context,
    case: str,
    folders: tuple[str, ...],
    feeds: tuple[str, ...],
    every: int,
    once: bool,
    quiet: bool,
) -> int:
    """Add what is new in folders and feeds to a case, again and again, until it is interrupted."""
    if not folders and not feeds:
        raise UsageError("name a folder or a feed (--feed URL) to watch")
    if feeds and is_offline():
        raise UsageError("offline: feeds cannot be watched; folders can")
    seen: dict[str, tuple[float, int]] = {}
    while True:
        code = 0
        try:
            changed = [folder for folder in folders if _changed(Path(folder), seen)]
            if changed:
                code = _add(case, changed, quiet)
            if feeds:
                code = max(code, context.invoke(fetch, feeds=feeds, case=case, quiet=quiet, most=500))
        except HeadwaterError as error:
            if once or not seen:  # nothing was ever looked at: what was asked for is wrong
                raise
            click.echo(f"headwater: {error}", err=True)
        if once:
            return code
        if not quiet:
            click.echo(f"looked at {datetime.now(UTC):%H:%M} UTC; next in {every} s", err=True)
        time.sleep(every)


def _make(case: str) -> None:
    """Make the case where there is none, before anything is fetched into its folder."""
    from headwater.store import CaseFolder

    CaseFolder(case).close()


def _add(case: str, paths: Sequence[str], quiet: bool) -> int:
    from headwater.cli.adding import add_paths

    return add_paths(case, paths, quiet=quiet)


def _changed(folder: Path, seen: dict[str, tuple[float, int]]) -> bool:
    """Say whether a folder holds a file to read that is new or another than before; remember what it holds."""
    from headwater.read import find_inputs

    if not folder.exists():
        raise UsageError(f"{folder}: no such folder")
    now = {}
    for found in find_inputs([folder]).found:  # a case that lies in the folder is none of them
        try:
            state = Path(found.file or found.path).stat()
        except OSError:
            continue
        now[found.path] = (state.st_mtime, state.st_size)
    fresh = any(seen.get(name) != state for name, state in now.items())
    seen.update(now)
    return fresh


def _warc_of(case: Path) -> Path:
    return case / "fetched" / f"{datetime.now(UTC):%Y-%m-%dT%H%M%S}.warc.gz"


def _lines(file: str) -> Iterator[str]:
    with click.open_file(file, encoding="utf-8") as stream:
        for line in stream:
            if (address := line.strip()) and not address.startswith("#"):
                yield address


def _not_yet_fetched(case: Path, wanted: Sequence[str]) -> list[str]:
    """Return the addresses that were not fetched today: a page may change, but the same feed is read many times."""
    from headwater.fetch import fetched_into

    known = fetched_into(case / "fetched", f"{datetime.now(UTC):%Y-%m-%d}")
    return [url for url in dict.fromkeys(wanted) if url not in known]
