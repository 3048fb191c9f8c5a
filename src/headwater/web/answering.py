"""Answers: a page of the desk, or what a reader is told when there is none."""

from starlette.requests import Request
from starlette.responses import Response

from headwater.errors import CaseError, HeadwaterError, NotFoundError
from headwater.web.pages import PAGES
from headwater.web.rendering import as_json, environment
from headwater.web.working import Desk

HEADINGS = {
    400: "This cannot be done as it was asked for",
    404: "There is no such page",
    500: "Something went wrong",
    503: "Not now",
}
ASKED = (
    "q",
    "kind",
    "publisher",
    "speaker",
    "language",
    "since",
    "until",
    "after",
    "events",
    "first",
    "part",
    "all",
    "document",
    "topic",
    "claim",
    "by",
)


def render(request: Request, desk: Desk, template: str, status: int = 200, **values: object) -> Response:
    """Return a page; all templates know the request's address and the navigation."""
    path = request.url.path
    twin = "/index.json" if path == "/" else path + ".json"
    query = f"?{request.url.query}" if request.url.query else ""
    body = (
        environment()
        .get_template(template)
        .render(
            **values,
            desk=desk,
            asked_again=False,
            posted=request.method == "POST",
            here=path,
            query={name: request.query_params.get(name) for name in ASKED},
            twin=twin + query,
            navigation=[entry for entry in PAGES if entry.name],
            case_name=desk.folder.resolve().name,
        )
    )
    return Response(body, status, media_type="text/html")


def problem(request: Request, desk: Desk, error: HeadwaterError | None) -> Response:
    """Return what a reader is told when there is no page; what was asked for is not repeated."""
    status = {NotFoundError: 404, CaseError: 503, type(None): 500}.get(type(error), 400)
    said = str(error) if error is not None else "Something in the desk itself went wrong; the case is as it was."
    if request.url.path.endswith(".json"):
        return Response(as_json({"error": said}), status, media_type="application/json")
    if status == 404 and request.url.path == "/review":  # nothing is said on it: the form stays, to ask in other words
        return render(request, desk, "review.html", status, page=None, said=said)
    refused = request.method == "POST" and status == 404  # what a form names is not there; the page itself is
    return render(request, desk, "problem.html", status, said=said, heading=HEADINGS[400 if refused else status])
