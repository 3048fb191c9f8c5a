"""Originals, as they were read. They are somebody else's pages: never shown as pages of the desk.

Their bytes are sent with a policy that lets nothing run and nothing load, and are shown in a frame without any right.
What a browser cannot show in such a frame is offered for download.
"""

from starlette.requests import Request
from starlette.responses import Response

from headwater.errors import NotFoundError
from headwater.report import desk as report
from headwater.web.guarding import ORIGINAL_POLICY
from headwater.web.rendering import SHOWN
from headwater.web.working import Desk


def original_bytes(request: Request, desk: Desk) -> Response:
    """Return an original's bytes."""
    key = str(request.path_params["key"])
    with desk.shelf() as shelf:
        page = report.provenance(shelf, key)
    if len(page.sha256) != 64 or not page.sha256.isalnum():
        raise NotFoundError("this document has no original")
    data = _bytes(desk, page.sha256)
    headers = {
        "content-security-policy": ORIGINAL_POLICY,
        "x-frame-options": "SAMEORIGIN",
        "content-disposition": "inline" if page.format in SHOWN else f'attachment; filename="{page.sha256[:16]}"',
    }
    return Response(data, media_type=SHOWN.get(page.format or "", "application/octet-stream"), headers=headers)


def _bytes(desk: Desk, sha256: str) -> bytes:
    file = desk.folder / "originals" / sha256
    if file.is_symlink() or not file.is_file():
        raise NotFoundError("the original is not in the case")
    return file.read_bytes()
