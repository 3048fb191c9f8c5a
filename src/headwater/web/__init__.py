"""The desk: a web application for one person on one machine, in which a case is read, compared, corrected, handed over.

Pages are read through ``report`` only, and every page has its record as JSON beside it. Reading needs no script.
"""

from collections.abc import Callable
from pathlib import Path

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.errors import HeadwaterError, NotFoundError
from headwater.web.answering import problem, render
from headwater.web.correcting import give_correction
from headwater.web.guarding import ENTER, Door, Guard
from headwater.web.handing import Asked, corrections_file, hand_over, review_file
from headwater.web.originals import original_bytes
from headwater.web.pages import PAGES, Page
from headwater.web.rendering import as_json, environment
from headwater.web.working import Desk

STATIC = Path(__file__).parent / "static"
STYLE = Path(__file__).parents[1] / "export" / "page" / "templates" / "style.css"
_TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}


def create_app(desk: Desk, door: Door) -> Starlette:
    """Return the application; every route stands behind the guard."""
    files = {file.name: file.read_bytes() for file in STATIC.iterdir() if file.suffix in _TYPES}
    files["page.css"] = STYLE.read_bytes()  # the look that the page on one file has

    async def static(request: Request) -> Response:
        name = request.path_params["name"]
        if name not in files:
            return problem(request, desk, NotFoundError("no such file"))
        return Response(files[name], media_type=_TYPES[Path(name).suffix])

    async def enter(request: Request) -> Response:
        if door.knows(request.headers.get("cookie", "")):
            return RedirectResponse("/", 303)
        return door.enter(request.query_params.get("token", ""))

    async def status(request: Request) -> Response:
        return Response(
            environment().get_template("status.html").render(desk=desk, asked_again=True), media_type="text/html"
        )

    def in_thread(answer: Callable[[Request, Desk], Response]) -> Callable[[Request], object]:
        async def endpoint(request: Request) -> Response:
            return await run_in_threadpool(_answer, answer, request, desk)

        return endpoint

    async def post_correction(request: Request) -> Response:
        form = await request.form(max_files=0, max_fields=400)
        given = {key: str(value) for key, value in form.items() if isinstance(value, str)}
        given["members"] = ",".join(str(value) for value in form.getlist("members"))
        return await run_in_threadpool(_answer, lambda r, d: give_correction(given, d), request, desk)

    async def post_export(request: Request) -> Response:
        async with request.form(max_files=1, max_fields=400) as form:
            given = {key: value for key, value in form.items() if isinstance(value, str)}
            file = form.get("listed")
            data = await file.read() if isinstance(file, UploadFile) else b""
            claims = tuple(str(value) for value in form.getlist("claim"))
        asked = Asked(
            given.get("what", ""),
            claims,
            data.decode("utf-8-sig", "replace"),
            given.get("names", ""),
            given.get("patterns", ""),
            "drop_text" in given,
        )
        return await run_in_threadpool(_answer, lambda r, d: hand_over(r, d, asked), request, desk)

    routes = [
        Route(ENTER, enter),
        Route("/static/{name}", static),
        Route("/status", status),
        Route("/corrections", post_correction, methods=["POST"]),
        Route("/export", post_export, methods=["POST"]),
        Route("/review/file", in_thread(review_file)),
        Route("/corrections/file", in_thread(corrections_file)),
        Route("/original/{key}/bytes", in_thread(original_bytes)),
    ]
    for page in PAGES:
        routes.append(Route(page.twin, in_thread(_twin(page))))
        routes.append(Route(page.path, in_thread(_page(page))))
    app = Starlette(routes=routes, middleware=[Middleware(Guard, door=door)])
    app.add_exception_handler(404, lambda r, _: problem(r, desk, NotFoundError("there is no such page")))
    app.add_exception_handler(Exception, lambda r, _: problem(r, desk, None))
    return app


def _answer(answer: Callable[[Request, Desk], Response], request: Request, desk: Desk) -> Response:
    try:
        return answer(request, desk)
    except HeadwaterError as error:
        return problem(request, desk, error)


def _record(page: Page, request: Request, desk: Desk) -> object:
    with desk.shelf() as shelf:
        return page.read(shelf, request)


def _twin(page: Page) -> Callable[[Request, Desk], Response]:
    def twin(request: Request, desk: Desk) -> Response:
        return Response(as_json(_record(page, request, desk)), media_type="application/json")

    return twin


def _page(page: Page) -> Callable[[Request, Desk], Response]:
    def show(request: Request, desk: Desk) -> Response:
        record = _record(page, request, desk)
        return render(request, desk, page.template, page=record)

    return show
