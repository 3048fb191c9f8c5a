"""Feeds (RSS, Atom): an entry is a document where the feed carries its text; sitemaps carry none.

Read with feedparser, after a look for document types of its own making: a feed needs no entities.
"""

import html
import io
import json
import re
from collections.abc import Iterator
from typing import Any

from headwater.errors import ReadError
from headwater.read import formats
from headwater.read.dates import iso_date
from headwater.read.pieces import Cut
from headwater.read.splitting import Place, whole

ENTRIES = 20_000  # of one feed; the largest archives of feeds have some 10^3
_ENTITY = re.compile(rb"<!(?:ENTITY|DOCTYPE[^>\[]{0,2000}\[)", re.IGNORECASE)
_LOCATION = re.compile(rb"<(?:[a-z0-9]{1,10}:)?loc[\s>]", re.IGNORECASE)


def split_feed(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the entries of a feed as JSON objects, "#" and their address, or their number. Raises ReadError."""
    import feedparser

    data = whole(stream)
    if _ENTITY.search(_narrow(data)):
        raise ReadError("the feed declares entities of its own; refused (they can hide bombs)")
    feed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    if not feed.entries:
        raise ReadError("a feed without entries" if feed.get("version") else "damaged: no feed could be read from it")
    publisher = _unescaped(_text(feed.feed.get("title")))
    seen: set[str] = set()
    for number, entry in enumerate(feed.entries[:ENTRIES], start=1):
        fields = {
            "title": _unescaped(_text(entry.get("title"))),
            "url": _text(entry.get("link")),
            "author": _text(entry.get("author")),
            "published": _date(entry, "published"),
            "modified": _date(entry, "updated"),
            "language": _text(feed.feed.get("language")),
            "publisher": publisher,
            "html": _content(entry),
            "summary": _text(entry.get("summary")),
        }
        part = fields["url"] if fields["url"] and fields["url"] not in seen else str(number)
        seen.add(part)
        held = {key: value for key, value in fields.items() if value}
        if not held.keys() & {"html", "summary"}:
            yield place.left("an entry without a text", part, formats.ENTRY)
            continue
        yield place.piece(
            json.dumps(held, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace"), formats.ENTRY, part
        )
    if len(feed.entries) > ENTRIES:
        yield place.left(f"more than {ENTRIES:,} entries; the rest is not read", format=formats.FEED)
    if feed.bozo and "SAX" in type(feed.bozo_exception).__name__:
        found = "one entry was" if len(feed.entries) == 1 else f"{len(feed.entries):,} entries were"
        yield place.left(f"the feed is damaged ({feed.bozo_exception}); {found} found")


def split_sitemap(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Say what a sitemap lists. Always raises ReadError: there is nothing in it to read."""
    number = len(_LOCATION.findall(_narrow(whole(stream))))
    many = "one address" if number == 1 else f"{number:,} addresses"
    raise ReadError(f"a sitemap that lists {many} and holds no text; fetch the pages that it names")


def _narrow(data: bytes) -> bytes:
    """Return the bytes so that ASCII patterns find what they look for in UTF-16 and UTF-32 too."""
    return data.replace(b"\x00", b"") if b"\x00" in data[:400] else data


def _text(value: Any) -> str | None:  # feedparser's dictionaries hold anything
    return value.strip() or None if isinstance(value, str) else None


def _unescaped(value: str | None) -> str | None:
    """Return a title without the entities of HTML that feeds write into it."""
    return html.unescape(value) if value is not None else None


def _content(entry: Any) -> str | None:
    parts = [_text(part.get("value")) for part in entry.get("content", []) if isinstance(part, dict)]
    return max((part for part in parts if part), key=len, default=None)


def _date(entry: Any, field: str) -> str | None:
    """Return a date as the feed writes it where that can be read, else as feedparser read it."""
    written = _text(dict.get(entry, field))  # its own get() gives the day of publishing for one of updating
    if written is None:
        return None
    parsed = entry.get(f"{field}_parsed")
    if iso_date(written) is None and parsed is not None:
        return "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z".format(*parsed[:6])
    return written
