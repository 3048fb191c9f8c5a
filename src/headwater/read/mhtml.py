"""MHTML (RFC 2557): a web page saved by a browser with all that belongs to it; its main page is read."""

import email
import email.policy
from email.message import EmailMessage

from headwater.errors import ReadError
from headwater.read.extract import Extract
from headwater.read.tags import read_guarded

PARTS = 5_000


def read_mhtml(data: bytes) -> Extract:
    """Return the main text of a saved page, its address and the time of saving. Raises ReadError."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    assert isinstance(message, EmailMessage)  # what the default policy makes
    for number, part in enumerate(message.walk()):
        if number > PARTS:
            raise ReadError(f"a saved page of more than {PARTS:,} parts")
        if part.get_content_type() in ("text/html", "application/xhtml+xml"):
            payload = part.get_payload(decode=True)
            break
    else:
        raise ReadError("the saved page (MHTML) holds no HTML")
    if not isinstance(payload, bytes) or not payload.strip():
        raise ReadError("the saved page (MHTML) is empty")
    page = read_guarded(payload, part.get_content_charset())
    metadata, declared_by = dict(page.metadata), dict(page.declared_by)
    for field, value, what in (
        ("url", message.get("Snapshot-Content-Location") or part.get("Content-Location"), "Content-Location"),
        ("retrieved", _iso(message), "Date of saving"),
    ):
        if value and field not in metadata and not str(value).startswith("cid:"):
            metadata[field], declared_by[field] = str(value), what
    return Extract(page.text, page.structure, metadata, declared_by, page.lost)


def _iso(message: EmailMessage) -> str | None:
    date = message["Date"]
    found = getattr(date, "datetime", None)
    return found.isoformat() if found is not None else None
