"""Findings handed over from the desk: the exports, dossiers and packs that the command line writes, as downloads.

They are asked for by a form, so that names to be left out stand in no address and in no browser's history. The whole
collection is read for it, so that this takes as long as the command does; it changes nothing but the case's log, which
says that something was redacted.
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
from headwater.export.handover import FORMATS
from headwater.export.material import Material, pack_contents, take_out
from headwater.export.pack import write_pack
from headwater.export.redaction import Rules, parse_rules
from headwater.export.review import render_html, render_markdown, write_docx
from headwater.report import desk as report
from headwater.store import CaseFolder
from headwater.web.answering import render
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
class Asked:
    """What is to be handed over: "pack", "dossier.html", "dossier.docx" or a format; of a dossier, which claims.

    ``listed`` is a redaction list, ``names`` and ``patterns`` are more of it, one a line.
    """

    what: str
    claims: tuple[str, ...] = ()
    listed: str = ""
    names: str = ""
    patterns: str = ""
    drop_text: bool = False


def hand_over(request: Request, desk: Desk, asked: Asked) -> Response:
    """Return what is asked for as a file; the form again, with what it said, where the list cannot be used."""
    try:
        rules = _rules(asked)
        if rules is None and asked.drop_text:
            raise UsageError("passages are left out around what is redacted: list names or patterns too")
        with CaseFolder(desk.folder) as case:
            chosen = take_out(case, rules, drop_text=asked.drop_text)
            if asked.what == "pack":
                return _pack(case, chosen)
    except UsageError as error:
        with desk.shelf() as shelf:
            page = report.hand_over(shelf)
        return render(request, desk, "export.html", 400, page=page, said=str(error), asked=asked)
    if asked.what in ("dossier.html", "dossier.docx"):
        return _dossier(asked, chosen)
    return _export(asked.what, chosen)


def _rules(asked: Asked) -> Rules | None:
    patterns = [f"pattern: {line.strip()}" for line in asked.patterns.splitlines() if line.strip()]
    text = "\n".join((asked.listed.removeprefix("\ufeff"), asked.names, *patterns))
    return parse_rules(text, "list") if text.strip() else None


def _export(name: str, chosen: Material) -> Response:
    if name not in FORMATS:
        raise NotFoundError("there is no such format")
    made = FORMATS[name]
    if made.make is not None:
        return _download(made.make(chosen.findings, chosen.stamp), f"headwater-{name}{ENDINGS.get(name, '')}")
    assert made.make_files is not None
    return _download(make_zip(made.make_files(chosen.findings, chosen.stamp)), f"headwater-{name}.zip")


def _dossier(asked: Asked, chosen: Material) -> Response:
    if len(asked.claims) > MOST:
        raise UsageError(f"choose at most {MOST} claims")
    claims = [chosen.ids.get(claim, claim) for claim in asked.claims]
    if not {claim.id for claim in chosen.findings.claims}.issuperset(claims):
        raise NotFoundError("a claim that was chosen is not in the case any more, or was redacted")
    made = gather(chosen.findings, chosen_or_first(chosen.findings, claims, FIRST), chosen.stamp)
    data = render_docx(made) if asked.what.endswith(".docx") else render_page(made).encode("utf-8")
    return _download(data, asked.what)


def _pack(case: CaseFolder, chosen: Material) -> Response:
    with tempfile.NamedTemporaryFile(prefix="headwater-", suffix=".zip", delete=False) as made:
        file = Path(made.name)
    try:
        write_pack(pack_contents(case, chosen), file)
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return FileResponse(file, filename="evidence.zip", background=BackgroundTask(file.unlink, missing_ok=True))


def corrections_file(request: Request, desk: Desk) -> Response:
    """Return what people decided as JSON Lines, to keep or to share."""
    with CaseFolder(desk.folder) as case:
        return _download(to_lines(case.corrections()), "corrections.jsonl")


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


def _download(data: bytes, name: str) -> Response:
    headers = {"content-disposition": f'attachment; filename="{name}"'}
    return Response(data, media_type="application/octet-stream", headers=headers)
