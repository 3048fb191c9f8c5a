"""A dossier as DOCX: headings, quotations with their citations, steps as lists; nothing is linked or embedded."""

import datetime
import io
import zipfile
from typing import Any

import docx

from headwater.export.archive import make_zip
from headwater.export.dossier.gathering import Dossier, Section, quoted_in
from headwater.export.dossier.page import POLARITIES
from headwater.export.page.runs import without_controls
from headwater.report.claims import ChainLine, Report
from headwater.report.index import Where
from headwater.report.wording import BASES, ENDS, LINKS, VERDICTS, count, quote, say_origins

MOMENT = datetime.datetime(1980, 1, 1)  # no output depends on when it was made
SHOWN = 400  # characters of a place that shows a step
Paper = Any  # python-docx gives no types


def render_docx(dossier: Dossier) -> bytes:
    """Return the document; the same bytes for the same dossier."""
    paper = docx.Document()
    properties = paper.core_properties
    properties.author, properties.title = f"Headwater {dossier.stamp.headwater}", "Dossier"
    properties.created = properties.modified = MOMENT
    claims = count(len(dossier.sections), "claim")
    _put(paper, f"Dossier: {claims}", "Title")
    _put(
        paper,
        "Who is given as saying this, in which documents, and what each of them rests on. It says what the documents "
        "say, not whether it is so. Numbers in square brackets are documents, listed at the end with their hashes; "
        "characters are counted from the beginning of each text, from 0.",
    )
    for section in dossier.sections:
        _section(paper, dossier, section)
    _put(paper, "Documents", "Heading 1")
    for source in dossier.sources:
        told = [source.label, source.title, source.author, source.url, f"{source.characters:,} characters", source.path]
        _put(paper, f"[{source.number}] " + ". ".join(part for part in told if part) + ".")
        _put(paper, f"sha256 {source.sha256}", small=True)
    _put(paper, "How it was made", "Heading 1")
    settings = "".join(f"; {name}: {value}" for name, value in sorted(dossier.stamp.settings.items()))
    read = count(len(dossier.stamp.inputs), "document")
    _put(paper, f"Headwater {dossier.stamp.headwater}{settings}. {read} were read in all.")
    _put(paper, f"findings sha256 {dossier.stamp.findings}", small=True)
    buffer = io.BytesIO()
    paper.save(buffer)
    with zipfile.ZipFile(buffer) as packed:
        return make_zip({name: packed.read(name) for name in packed.namelist()})


def _put(paper: Paper, text: str, style: str | None = None, *, small: bool = False, bold: str = "") -> None:
    """Add a paragraph, ``bold`` before ``text``."""
    paragraph = paper.add_paragraph(style=style)
    if bold:
        paragraph.add_run(without_controls(bold)).bold = True
    run = paragraph.add_run(without_controls(text))
    if small:
        run.font.size = docx.shared.Pt(8)


def _cite(dossier: Dossier, place: Where) -> str:
    return f"[{dossier.number_of(place.document)}] {place.label}, characters {place.start}–{place.end}"


def _section(paper: Paper, dossier: Dossier, section: Section) -> None:
    line = section.line
    _put(paper, f"Claim {section.number}: {POLARITIES[line.polarity]}{quote(line.text, 600)}", "Heading 1")
    names = f": {', '.join(line.origins.names)}" if line.origins.names else ""
    _put(
        paper, f". {line.origins.why}", bold=f"{count(line.documents, 'document')}, {say_origins(line.origins)}{names}"
    )
    if section.decided:
        _put(paper, "What people decided", "Heading 2")
        for said in section.decided:
            _put(paper, said, "List Bullet")
    if line.competing or section.against:
        _put(paper, "What contradicts it", "Heading 2")
        for other in line.competing:
            _put(
                paper,
                f"{POLARITIES[other.polarity]}{quote(other.text, 600)} ({'; '.join(other.documents)})",
                "List Bullet",
            )
        for pair in section.against:
            sides = (f"“{p.place.text}” {_cite(dossier, p.place)}" for p in (pair.left, pair.right))
            _put(paper, f"{'; '.join(sides)}. {pair.why}", "List Bullet")
    _put(paper, "Reports", "Heading 2")
    for number, report in enumerate(section.page.reports, start=1):
        _report(paper, dossier, number, report)


def _report(paper: Paper, dossier: Dossier, number: int, report: Report) -> None:
    said = report.source or "in the publisher’s own voice"
    if report.polarity != "said":
        said += f" ({report.polarity.replace('_', ' ')})"
    if report.verdict and report.verdict != "unchecked":
        said += f"; quotation {VERDICTS[report.verdict]}"
    _put(paper, f": {said}", bold=f"{number}. {report.place.label}")
    _put(paper, report.place.text, "Quote")
    _put(paper, _cite(dossier, report.place), small=True)
    for reading, chain in enumerate(report.chains, start=1):
        if len(report.chains) > 1:
            _put(paper, f"Reading {reading} of {len(report.chains)}")
        _chain(paper, dossier, report, chain)


def _chain(paper: Paper, dossier: Dossier, report: Report, chain: ChainLine) -> None:
    for link, shown in quoted_in(report, chain):
        lead = f"{LINKS[link.kind].capitalize()} {link.upstream}"
        _put(paper, f" ({BASES[link.basis]}). {link.why}", "List Bullet", bold=lead)
        for quoted in shown:
            words = "The same words:" if quoted.same else ", ".join(quote(p.text, SHOWN) for p in quoted.places)
            cited = f"[{dossier.number_of(quoted.document)}] {quoted.label}, characters {quoted.characters}"
            _put(paper, f"{words} {cited}", "List Continue")
    origin = f": {chain.origin}" if chain.origin else ""
    _put(paper, f". {chain.why}" if chain.why else "", "List Bullet", bold=f"The chain {ENDS[chain.ends]}{origin}")
