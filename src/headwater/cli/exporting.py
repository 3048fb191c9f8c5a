"""The commands that hand findings over: to other programs, as a dossier, as an evidence pack."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from headwater.cli.asking import latest, open_case, write_bytes
from headwater.errors import UsageError

if TYPE_CHECKING:
    from headwater.store import CaseFolder

T = TypeVar("T")
NAMES = (
    "jsonl",
    "parquet",
    "csv",
    "xlsx",
    "annotations",
    "prov",
    "schema.org",
    "ftm",
    "gexf",
    "graphml",
    "timeline",
    "bibtex",
    "csl",
)
FIRST = 10  # claims of a dossier for which none was named


@click.command()
@click.argument("folder", metavar="CASE")
@click.option("--format", "name", required=True, type=click.Choice(NAMES), help="What to write; see docs/exports.md.")
@click.option("--raw", is_flag=True, help="CSV byte for byte: cells that a spreadsheet would run stay as they are.")
@click.argument("out", metavar="OUT")
def export(folder: str, name: str, raw: bool, out: str) -> None:
    """Write the findings of a case in a format that other programs read.

    OUT is a file; for the formats of several files (parquet, csv) a folder, or a .zip.
    """
    from headwater.export.archive import make_zip
    from headwater.export.handover import FORMATS, make_stamp

    if raw and name != "csv":
        raise UsageError("--raw is for --format csv; the other formats are exact anyway")
    with open_case(folder) as case:
        findings = latest(case, folder)
        stamp = make_stamp(findings, settings_of(case))
    chosen = FORMATS["csv-raw" if raw else name]
    if chosen.make is not None:
        write_bytes(Path(out), chosen.make(findings, stamp))
        written = [out]
    else:
        assert chosen.make_files is not None
        files = chosen.make_files(findings, stamp)
        written = _write_several(out, files, make_zip(files) if out.endswith(".zip") else None)
    for file in written:
        click.echo(f"written: {file}", err=True)


@click.command()
@click.argument("folder", metavar="CASE")
@click.argument("claims", nargs=-1, metavar="[ID]...")
@click.option("--out", required=True, metavar="FILE", help="The file to write: .html or .docx.")
def dossier(folder: str, claims: tuple[str, ...], out: str) -> None:
    """Write a dossier of claims: reports, chains, quotations with citations, hashes.

    ID is a claim's id or its beginning; without any, the ten claims most worth checking are taken. To get a PDF, print
    the HTML page from a browser.
    """
    from headwater.export.dossier import gather, render_docx, render_page
    from headwater.export.dossier.gathering import chosen_or_first
    from headwater.export.handover import make_stamp

    suffix = Path(out).suffix.lower()
    if suffix not in (".html", ".htm", ".docx"):
        raise UsageError(f"--out {out}: the name must end in .html or .docx")
    with open_case(folder) as case:
        findings = latest(case, folder)
        stamp = make_stamp(findings, settings_of(case))
    made = gather(findings, chosen_or_first(findings, claims, FIRST), stamp)
    write_bytes(Path(out), render_docx(made) if suffix == ".docx" else render_page(made).encode("utf-8"))
    click.echo(f"written: {out} ({len(made.sections)} claims, {len(made.sources)} documents)", err=True)


@click.command()
@click.argument("folder", metavar="CASE")
@click.argument("out", metavar="OUT.zip")
def pack(folder: str, out: str) -> None:
    """Write an evidence pack: originals, texts, findings, log, hashes, and a page that opens offline.

    To check it: unpack it and run `sha256sum -c SHA256SUMS`, or run `headwater verify OUT.zip`.
    """
    from headwater.corrections import to_lines
    from headwater.export.handover import make_stamp
    from headwater.export.pack import Contents, write_pack

    with open_case(folder) as case:
        findings = latest(case, folder)
        stamp = make_stamp(findings, settings_of(case))
        given, log = to_lines(case.corrections()), case.log_lines()
        contents = Contents(findings, stamp, case.last_moment()[:10], case.original, given, log)
        sums = _written(lambda: write_pack(contents, Path(out)), out)
    click.echo(f"written: {out}\nsha256 of its SHA256SUMS: {sums}", err=True)


def _written(write: Callable[[], T], out: str) -> T:
    try:
        Path(out).parent.mkdir(parents=True, exist_ok=True)
        return write()
    except OSError as error:
        raise UsageError(f"cannot write {out} ({error.strerror}); name another file") from error


def _write_several(out: str, files: Mapping[str, bytes], packed: bytes | None) -> list[str]:
    if packed is not None:
        write_bytes(Path(out), packed)
        return [out]
    if Path(out).is_file():
        raise UsageError(f"{out} is a file, and this format has several; name a folder, or a file that ends in .zip")
    for file, data in files.items():
        write_bytes(Path(out) / file, data)
    return [str(Path(out) / file) for file in files]


def settings_of(case: "CaseFolder") -> dict[str, str]:
    """Return the settings that the findings were made with, for their stamp."""
    import hashlib
    import json

    aliases = case.aliases()
    digest = hashlib.sha256(json.dumps(aliases, sort_keys=True).encode()).hexdigest()
    return {"aliases": f"{len(aliases)} (sha256 {digest})" if aliases else "none"}
