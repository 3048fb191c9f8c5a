"""The commands that hand findings over: to other programs, as a dossier, as an evidence pack."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import click

from headwater.cli.asking import latest, open_case, write_bytes
from headwater.errors import UsageError

if TYPE_CHECKING:
    from headwater.export.handover import Stamp
    from headwater.records import Case
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
        material = _material(case, folder, redact, drop_text)
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
        material = _material(case, folder, redact, drop_text)
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
    from headwater.corrections import to_lines
    from headwater.export.pack import Contents, write_pack

    with open_case(folder) as case:
        made = _material(case, folder, redact, drop_text)
        day = case.last_moment()[:10]
        if redact is None:
            given, log = to_lines(case.corrections()), case.log_lines()
            contents = Contents(made.findings, made.stamp, day, case.original, given, log)
        else:
            contents = Contents(made.findings, made.stamp, day, None, None, None, made.left_out)
        sums = _written(lambda: write_pack(contents, Path(out)), out)
    click.echo(f"written: {out}\nsha256 of its SHA256SUMS: {sums}", err=True)
    _tell(made)


@dataclass(frozen=True, slots=True)
class _Material:
    """Findings to hand over, redacted or not. ``told`` says what redaction did, "" without it."""

    findings: "Case"
    stamp: "Stamp"
    ids: Mapping[str, str]
    left_out: tuple[str, ...]
    told: str


def _material(case: "CaseFolder", folder: str, redact: str | None, drop_text: bool) -> _Material:
    """Return the findings of a case, redacted where a file says so; that is written to the case's log, in numbers."""
    from headwater.export.handover import make_stamp

    findings = latest(case, folder)
    if redact is None:
        if drop_text:
            raise UsageError("--drop-text goes with --redact FILE")
        return _Material(findings, make_stamp(findings, settings_of(case)), {}, (), "")
    from headwater.export.redaction import read_rules
    from headwater.export.redaction import redact as redact_findings

    rules = read_rules(Path(redact))
    done = redact_findings(findings, rules, drop_text=drop_text)
    replaced = sum(done.counts.values())
    told = f"{len(rules.rules)} entries, {replaced} places" + (", passages left out" if drop_text else "")
    details = {"entries": len(rules.rules), "places": replaced, "findings left out": done.dropped}
    case.write_log("redact", {**details, "passages": "left out" if drop_text else "kept"})
    return _Material(done.case, make_stamp(done.case, {"redacted": told}), done.ids, done.left_out, told)


def _tell(material: _Material) -> None:
    if material.told:
        click.echo(f"redacted: {material.told}", err=True)
        for line in material.left_out:
            click.echo(f"left out: {line}", err=True)


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
