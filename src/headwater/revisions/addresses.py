"""When two addresses are of the same page: scheme, capitals of the host, fragment and tracking marks apart."""

from urllib.parse import parse_qsl, urlencode, urlsplit

_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "igshid", "ocid", "cmpid", "smid", "ref_src")


def same_page(url: str | None) -> str | None:
    """Return the address that all spellings of a page's address share; None for what is no web address.

    >>> same_page("http://WWW.Echo.example:80/a/?utm_source=x&id=3#top")
    'https://www.echo.example/a?id=3'
    """
    if url is None:
        return None
    try:
        parts = urlsplit(url.strip())
        host, port = parts.hostname, parts.port
    except ValueError:
        return None
    if parts.scheme not in ("http", "https") or not host:
        return None
    query = [
        (key, value) for key, value in parse_qsl(parts.query, keep_blank_values=True) if not key.startswith(_TRACKING)
    ]
    shown = host if port in (None, 80, 443) else f"{host}:{port}"
    return f"https://{shown}{parts.path.rstrip('/')}" + (f"?{urlencode(query)}" if query else "")
