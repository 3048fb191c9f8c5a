"""The commands that hand findings over: to other programs, as a dossier, as an evidence pack."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from headwater.cli.asking import latest, open_case, write_bytes
from headwater.errors import UsageError

if TYPE_CHECKING:
    from headwater.export.material import Material
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
Command = Callable[..., None]
FIRST = 10  # claims of a dossier for which none was named


def redacting(command: Command) -> Command:
    """Give a command that hands findings over the options of redaction."""
    command = click.option(
        "--drop-text", is_flag=True, help="With --redact: leave out the passages around what is redacted."
    )(command)
    return click.option("--redact", metavar="FILE", help="Replace the names and patterns that FILE lists.")(command)


@click.command()
@click.argument("folder", metavar="CASE")
@click.option("--format", "name", required=True, type=click.Choice(NAMES), help="What to write; see docs/exports.md.")
@redacting
@click.option("--raw", is_flag=True, help="CSV byte for byte: cells that a spreadsheet would run stay as they are.")
@click.argument("out", metavar="OUT")
def export(folder: str, name: str, raw: bool, out: str, redact: str | None, drop_text: bool) -> None:
    """Write the findings of a case in a format that other programs read.

    OUT is a file; for the formats of several files (parquet, csv) a folder, or a .zip.
    """
    from headwater.export.archive import make_zip
    from headwater.export.handover import FORMATS

    if raw and name != "csv":
        raise UsageError("--raw is for --format csv; the other formats are exact anyway")
    with open_case(folder) as case:
        material = _material(case, redact, drop_text)
    findings, stamp = material.findings, material.stamp
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
    _tell(material)


@click.command()
@click.argument("folder", metavar="CASE")
@click.argument("claims", nargs=-1, metavar="[ID]...")
@click.option("--out", required=True, metavar="FILE", help="The file to write: .html or .docx.")
@redacting
def dossier(folder: str, claims: tuple[str, ...], out: str, redact: str | None, drop_text: bool) -> None:
    """Write a dossier of claims: reports, chains, quotations with citations, hashes.

    ID is a claim's id or its beginning; without any, the ten claims most worth checking are taken. To get a PDF, print
    the HTML page from a browser.
    """
    from headwater.export.dossier import gather, render_docx, render_page
    from headwater.export.dossier.gathering import chosen_or_first
    from headwater.report.claims import match

    suffix = Path(out).suffix.lower()
    if suffix not in (".html", ".htm", ".docx"):
        raise UsageError(f"--out {out}: the name must end in .html or .docx")
    with open_case(folder) as case:
        known = {claim.id for claim in latest(case, folder).claims}
        wanted = [match(claim, known, "claim") for claim in claims]
        material = _material(case, redact, drop_text)
    findings = material.findings
    chosen = [material.ids.get(claim, claim) for claim in wanted]
    made = gather(findings, chosen_or_first(findings, chosen, FIRST), material.stamp)
    write_bytes(Path(out), render_docx(made) if suffix == ".docx" else render_page(made).encode("utf-8"))
    click.echo(f"written: {out} ({len(made.sections)} claims, {len(made.sources)} documents)", err=True)
    _tell(material)


@click.command()
@click.argument("folder", metavar="CASE")
@click.argument("out", metavar="OUT.zip")
@redacting
def pack(folder: str, out: str, redact: str | None, drop_text: bool) -> None:
    """Write an evidence pack: originals, texts, findings, log, hashes, and a page that opens offline.

    To check it: unpack it and run `sha256sum -c SHA256SUMS`, or run `headwater verify OUT.zip`.
    """
    from headwater.export.material import pack_contents
    from headwater.export.pack import write_pack

    with open_case(folder) as case:
        made = _material(case, redact, drop_text)
        contents = pack_contents(case, made)
        sums = _written(lambda: write_pack(contents, Path(out)), out)
    click.echo(f"written: {out}\nsha256 of its SHA256SUMS: {sums}", err=True)
    _tell(made)


def _material(case: "CaseFolder", redact: str | None, drop_text: bool) -> "Material":
    """Return what is handed over, redacted where a file says so."""
    from headwater.export.material import take_out
    from headwater.export.redaction import read_rules

    if redact is None and drop_text:
        raise UsageError("--drop-text goes with --redact FILE")
    return take_out(case, read_rules(Path(redact)) if redact is not None else None, drop_text=drop_text)


def _tell(material: "Material") -> None:
    if material.told:
        click.echo(f"redacted: {material.told}", err=True)
        for what in material.left_out:
            click.echo(f"left out: {what}", err=True)
    for line in material.not_found:
        click.echo(f"not found: line {line} of the list stands in no text; check how it is written", err=True)


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
