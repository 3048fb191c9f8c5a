"""Which pages a feed (RSS, Atom) or a sitemap lists; it is fetched as any page is and read by a worker."""

import html
import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

from headwater.errors import ReadError
from headwater.fetch import http
from headwater.read import Input, Passed, Piece
from headwater.read.formats import ENTRY
from headwater.read.isolation import Limits, Worker, split_apart

LINKS = 50_000  # what one sitemap may list (sitemaps.org)
_LOCATION = re.compile(rb"<(?:\w{1,10}:)?loc>([^<]{1,2000}+)</")


def links_of(url: str, limits: http.Limits) -> list[str]:
    """Return the addresses that a feed or a sitemap lists, in its order.

    Raises NotAllowedError and ReadError as ``get`` does, and ReadError for what is neither a feed nor a sitemap.
    """
    answer = http.get(url, limits)
    if answer.status >= 400:
        raise ReadError(f"{url}: the server answers {answer.status} {answer.reason}")
    return links_in(answer.text_body(limits.size), url)


def links_in(data: bytes, url: str) -> list[str]:
    """Return the addresses in the bytes of a feed or a sitemap. Raises ReadError where there are none."""
    if b"<urlset" in data[:2000] or b"<sitemapindex" in data[:2000]:
        found = [html.unescape(link.decode("utf-8", "replace")).strip() for link in _LOCATION.findall(data)]
    else:
        found = list(_links_of_entries(data, url))
    if not found:
        raise ReadError(f"{url}: lists no pages (neither a feed nor a sitemap?)")
    return [urljoin(url, link) for link in dict.fromkeys(found)][:LINKS]


def _links_of_entries(data: bytes, url: str) -> Iterator[str]:
    """Yield the addresses of a feed's entries; a worker reads the feed, as it reads those that come as files."""
    with tempfile.TemporaryDirectory() as folder, Worker(Limits()) as worker:
        file = Path(folder) / "feed.rss"
        file.write_bytes(data)
        try:
            for cut in split_apart(worker, Input(url, file.name, file), {}):
                if isinstance(cut, Passed) or cut.format != ENTRY.name:
                    continue
                if isinstance(cut, Piece):
                    yield from filter(None, [json.loads(cut.data).get("url")])
                elif "/" in cut.inside:  # an entry that is an address alone
                    yield cut.inside.removeprefix("#")
        except ReadError as error:
            raise ReadError(f"{url}: {error}") from error
