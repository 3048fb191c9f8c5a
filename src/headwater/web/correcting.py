"""What a person decides, taken from plain forms: kept in the case at once, worked into the findings in the background.

The desk works nothing out itself: a correction is made from the part of the collection that the page showed, added to
the case's log, and whatever depends on it follows when the case has been gone through again.
"""

import datetime
import re
from collections.abc import Mapping
from typing import get_args
from urllib.parse import quote

from starlette.responses import RedirectResponse, Response

from headwater.corrections import next_moment, propose
from headwater.errors import UsageError
from headwater.records import Case, CorrectionAction
from headwater.report import desk as report
from headwater.store import CaseFolder
from headwater.web.working import Desk

VALUES = ("speaker", "part", "spans", "text", "with", "new", "members", "published", "publisher")
LONGEST = 4_000  # characters of one field
_NOTHING = Case((), (), (), (), (), (), (), (), ())
_PATH = re.compile(r"/(?:[A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)?")  # an address of the desk: never "//", never a scheme


def give_correction(given: Mapping[str, str], desk: Desk) -> Response:
    """Keep a correction and have it worked in; lead back to the page that it was made on."""
    if any(len(value) > LONGEST for key, value in given.items() if key != "members"):
        raise UsageError(f"a field is longer than {LONGEST} characters")
    action, kind, target = (given.get(name, "").strip() for name in ("action", "kind", "target"))
    if action not in get_args(CorrectionAction):
        raise UsageError("choose what is to be done")
    if not given.get("why", "").strip():
        raise UsageError("say why; the reason stands beside the finding from then on")
    value = {key: given[key].strip() for key in VALUES if given.get(key, "").strip()}
    members = tuple(value.get("members", "").split(","))
    with CaseFolder(desk.folder) as folder:
        before = folder.corrections()
        with desk.shelf() as shelf:
            if action == "undo":
                part = None
            else:
                part = report.part_for(
                    shelf, kind, target, given.get("document") or None, value.get("with", ""), members
                )
        made = propose(
            _NOTHING if part is None else part.case,
            action,  # type: ignore[arg-type]
            target,
            value,
            who=given.get("who", "").strip() or desk.who,
            why=given["why"],
            at=next_moment(datetime.datetime.now(datetime.UTC), before),
            given=before,
        )
        folder.add_correction(made)
    desk.work()
    return RedirectResponse(back_to(given.get("back", "")), 303)


def back_to(path: str) -> str:
    """Return an address of the desk to go to; anything else leads to the list of corrections.

    >>> back_to("/document/document-1/s3-9"), back_to("//evil.example"), back_to("/\\\\evil.example")
    ('/document/document-1/s3-9', '/corrections', '/corrections')
    """
    if _PATH.fullmatch(path) is None or ".." in path:
        return "/corrections"
    return quote(path)
