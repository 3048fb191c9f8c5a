"""What a web page declares about itself: meta tags, JSON-LD, <time>, <link>; never a guess at its text."""

import json
import re
from collections.abc import Iterator
from typing import Any

from headwater.read.metadata import is_date

_PUBLISHED = (
    "article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "dcterms.created",
    "pubdate",
)
_PUBLISHER = ("og:site_name", "dc.publisher", "application-name")
_AUTHOR = ("author", "article:author", "dc.creator")
_BLANKS = re.compile(r"\s+")


def declared(tree: Any) -> tuple[dict[str, str], dict[str, str]]:
    """Return the metadata of a parsed page (an lxml tree), and for each field the declaration that gave it."""
    found: dict[str, str] = {}
    by: dict[str, str] = {}

    def note(field: str, value: str | None, what: str) -> None:
        if field not in found and value and value.strip() and (field != "published" or is_date(value.strip())):
            found[field], by[field] = _BLANKS.sub(" ", value).strip(), what

    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, meta.get("content") or "")
    for field, names in (
        ("published", _PUBLISHED),
        ("publisher", _PUBLISHER),
        ("author", _AUTHOR),
        ("title", ("og:title",)),
    ):
        for name in names:
            note(field, metas.get(name), f'meta "{name}"')
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for item in _linked_data(script.text or ""):
                note("published", _text_of(item.get("datePublished")), "JSON-LD datePublished")
                note("publisher", _text_of(item.get("publisher")), "JSON-LD publisher")
                note("author", _text_of(item.get("author")), "JSON-LD author")
                note("title", _text_of(item.get("headline")), "JSON-LD headline")
    for element in tree.iter("time"):
        if element.get("pubdate") is not None or "published" in (element.get("class") or "").lower():
            note("published", element.get("datetime"), "<time>")
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            note("title", "".join(element.itertext()), f"<{tag}>")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            note("url", link.get("href"), 'link rel="canonical"')
    root = tree.getroottree().getroot()
    note("language", ((root.get("lang") or "").split("-")[0]).lower(), "html lang")
    return found, by


def _linked_data(text: str) -> Iterator[dict[str, Any]]:
    try:
        data = json.loads(text)
    except ValueError:
        return
    for item in data if isinstance(data, list) else [data]:
        if isinstance(item, dict):
            yield item
            graph = item.get("@graph")
            if isinstance(graph, list):
                yield from (entry for entry in graph if isinstance(entry, dict))


def _text_of(value: Any) -> str | None:
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
