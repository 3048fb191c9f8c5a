"""Which pages a feed (RSS, Atom) or a sitemap lists; it is fetched as any page is and parsed from its bytes."""

import re
from io import BytesIO

from headwater.errors import ReadError
from headwater.fetch.http import Limits, get

LINKS = 50_000  # what one sitemap may list (sitemaps.org)
_LOCATION = re.compile(rb"<(?:\w{1,10}:)?loc>([^<]{1,2000}+)</")


def links_of(url: str, limits: Limits) -> list[str]:
    """Return the addresses that a feed or a sitemap lists, in its order.

    Raises NotAllowedError and ReadError as ``get`` does, and ReadError for what is neither a feed nor a sitemap.
    """
    answer = get(url, limits)
    if answer.status >= 400:
        raise ReadError(f"{url}: the server answers {answer.status} {answer.reason}")
    return links_in(answer.text_body(limits.size), url)


def links_in(data: bytes, url: str) -> list[str]:
    """Return the addresses in the bytes of a feed or a sitemap. Raises ReadError where there are none."""
    import html
    from urllib.parse import urljoin

    if b"<urlset" in data[:2000] or b"<sitemapindex" in data[:2000]:
        found = [html.unescape(link.decode("utf-8", "replace")).strip() for link in _LOCATION.findall(data)]
    else:
        import feedparser

        parsed = feedparser.parse(
            BytesIO(data),  # bytes would be tried as the name of a file
            sanitize_html=False,
            resolve_relative_uris=False,
        )
        found = [entry.link for entry in parsed.entries if entry.get("link")]
    if not found:
        raise ReadError(f"{url}: lists no pages (neither a feed nor a sitemap?)")
    return [urljoin(url, link) for link in dict.fromkeys(found)][:LINKS]
