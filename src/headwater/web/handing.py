"""Findings handed over from the desk: the exports, dossiers and packs that the command line writes, as downloads.

The whole collection is read for it, so that this takes as long as the command does; it changes nothing.
"""

import tempfile
from dataclasses import dataclass
from pathlib import Path

from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from headwater.corrections import to_lines
from headwater.errors import NotFoundError, UsageError
from headwater.export.archive import make_zip
from headwater.export.dossier import gather, render_docx, render_page
from headwater.export.dossier.gathering import chosen_or_first
from headwater.export.handover import FORMATS, Stamp, make_stamp
from headwater.export.pack import Contents, write_pack
from headwater.export.review import render_html, render_markdown, write_docx
from headwater.records import Case
from headwater.report import desk as report
from headwater.store import CaseFolder
from headwater.web.working import Desk

ENDINGS = {
    "jsonl": ".jsonl",
    "xlsx": ".xlsx",
    "annotations": ".jsonld",
    "prov": ".json",
    "schema.org": ".jsonld",
    "ftm": ".jsonl",
    "gexf": ".gexf",
    "graphml": ".graphml",
    "timeline": ".json",
    "bibtex": ".bib",
    "csl": ".json",
}
FIRST = 10  # claims of a dossier for which none was chosen
MOST = 200  # claims of a dossier


@dataclass(frozen=True, slots=True)
class _Material:
    findings: Case
    stamp: Stamp


def export(request: Request, desk: Desk) -> Response:
    """Return an export as a file."""
    name = str(request.path_params["name"])
    if name not in FORMATS:
        raise NotFoundError("there is no such format")
    with CaseFolder(desk.folder) as case:
        material = _material(case, desk)
    chosen = FORMATS[name]
    if chosen.make is not None:
        return _download(chosen.make(material.findings, material.stamp), f"headwater-{name}{ENDINGS.get(name, '')}")
    assert chosen.make_files is not None
    return _download(make_zip(chosen.make_files(material.findings, material.stamp)), f"headwater-{name}.zip")


def dossier(request: Request, desk: Desk) -> Response:
    """Return a dossier of the claims that were chosen."""
    form = request.query_params.get("form", "html")
    claims = request.query_params.getlist("claim")
    if form not in ("html", "docx") or len(claims) > MOST:
        raise UsageError(f"choose HTML or DOCX, and at most {MOST} claims")
    with CaseFolder(desk.folder) as case:
        material = _material(case, desk)
    known = {claim.id for claim in material.findings.claims}
    if not known.issuperset(claims):
        raise NotFoundError("a claim that was chosen is not in the case any more")
    made = gather(material.findings, chosen_or_first(material.findings, claims, FIRST), material.stamp)
    data = render_docx(made) if form == "docx" else render_page(made).encode("utf-8")
    return _download(data, f"dossier.{form}")


def pack(request: Request, desk: Desk) -> Response:
    """Return an evidence pack."""
    with tempfile.NamedTemporaryFile(prefix="headwater-", suffix=".zip", delete=False) as made:
        file = Path(made.name)
    try:
        with CaseFolder(desk.folder) as case:
            material = _material(case, desk)
            contents = Contents(
                material.findings,
                material.stamp,
                case.last_moment()[:10],
                case.original,
                to_lines(case.corrections()),
                case.log_lines(),
            )
            write_pack(contents, file)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return FileResponse(file, filename="evidence.zip", background=BackgroundTask(file.unlink, missing_ok=True))


def review_file(request: Request, desk: Desk) -> Response:
    """Return a review, as it was chosen, as a file."""
    given = request.query_params
    with desk.shelf() as shelf:
        page = report.desk_review(
            shelf, given.get("topic", ""), given.get("speaker") or None, tuple(given.getlist("without"))
        ).whole
    form = given.get("form", "markdown")
    if form == "docx":
        return _download(write_docx(page), "review.docx")
    if form == "html":
        return _download(render_html(page).encode("utf-8"), "review.html")
    return _download(render_markdown(page).encode("utf-8"), "review.md")


def _material(case: CaseFolder, desk: Desk) -> _Material:
    found = case.latest()
    if found is None:
        raise NotFoundError("this case holds no findings")
    return _Material(found, make_stamp(found, dict(desk.settings(case))))


def _download(data: bytes, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)
