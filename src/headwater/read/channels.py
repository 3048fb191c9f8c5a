"""Channels as Telegram Desktop exports them (result.json): a message is a document, its channel the publisher.

What a channel sends on is another's: the publisher is then whom it names, and the day is only that of sending on.
"""

import json
from collections.abc import Iterator
from typing import Any

from headwater.errors import ReadError
from headwater.read import formats
from headwater.read.dates import iso_date, since_epoch
from headwater.read.extract import Extract
from headwater.read.pieces import Cut, Passed, Piece
from headwater.read.plain import decode, whole
from headwater.read.splitting import Place

KINDS = frozenset(
    ("public_channel", "private_channel", "public_supergroup", "private_supergroup", "private_group", "personal_chat")
)
LONGEST = 500  # characters of a name


def exported(data: bytes) -> bytes | None:
    """Return the list of messages in an exported channel as it stands, None for any other object."""
    import msgspec

    try:
        fields = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        kind = msgspec.json.decode(fields["type"])
    except (msgspec.MsgspecError, RecursionError, UnicodeDecodeError, KeyError):
        return None
    messages = bytes(fields.get("messages", b"")).lstrip()
    return messages if isinstance(kind, str) and kind in KINDS and messages.startswith(b"[") else None


def posts(messages: Iterator[bytes | str], place: Place) -> Iterator[Cut]:
    """Yield the messages with a text, "#" and their number in the export."""
    for number, data in enumerate(messages, start=1):
        if isinstance(data, str):
            yield place.left(data, str(number), formats.POST)
            continue
        row = _row(data)
        if row.get("type") != "message" or not _text(row).strip():
            yield Passed("messages of a channel without a text")
            continue
        yield place.piece(data, formats.POST, str(row["id"]) if isinstance(row.get("id"), int) else str(number))


def read_post(piece: Piece) -> Extract:
    """Return the text of a message. Raises ReadError."""
    row = _row(decode(piece.data).text.encode("utf-8", "replace"))
    text = _text(row)
    if not text.strip():
        raise ReadError("a message without a text")
    metadata: dict[str, str] = {}
    by: dict[str, str] = {}
    sent_on = "forwarded_from" if isinstance(row.get("forwarded_from"), str) else None
    for field, name in (
        ("publisher", sent_on or "from"),
        ("retrieved" if sent_on else "published", "date_unixtime" if row.get("date_unixtime") else "date"),
    ):
        said = row.get(name)
        value = _moment(said) if name.startswith("date") else said
        if isinstance(value, str) and value.strip():
            metadata[field], by[field] = whole(" ".join(value.split()))[:LONGEST], f"field “{name}”"
    return Extract(whole(text), (), metadata, by)


def _row(data: bytes) -> dict[str, Any]:  # Any: whatever JSON holds
    try:
        row = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return row if isinstance(row, dict) else {}


def _text(row: dict[str, Any]) -> str:
    """Return a text, its marked parts joined as they are shown."""
    held = row.get("text")
    parts = held if isinstance(held, list) else [held]
    words = (part.get("text") if isinstance(part, dict) else part for part in parts)
    return "".join(word for word in words if isinstance(word, str))


def _moment(said: object) -> str | None:
    """Return a time in UTC where it is given as seconds, else as it is written, without its zone."""
    if isinstance(said, str) and said.isdecimal() and len(said) < len("100000000000"):
        return since_epoch(int(said))
    return iso_date(said) if isinstance(said, str) else None
