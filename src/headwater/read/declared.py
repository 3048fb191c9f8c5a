"""What a web page declares about itself: meta tags, JSON-LD, <time>, <link>; what it prints round its headline.

A day is taken from the page's words only where a line holds nothing else, stands by the headline and before the running
text, and no other such line there says another.
"""

import itertools
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from headwater.openings import is_publisher, names_of_byline
from headwater.read.dates import DateLine, date_line, iso_date
from headwater.read.metadata import is_date
from headwater.read.package import FILLED_IN

_METAS: Mapping[str, tuple[str, ...]] = {
    "published": (
        *("article:published_time", "og:published_time", "datepublished", "date", "dc.date", "dc.date.issued"),
        *("dcterms.created", "dcterms.issued", "pubdate", "publishdate", "parsely-pub-date", "sailthru.date"),
    ),
    "modified": (
        *("article:modified_time", "og:updated_time", "datemodified", "last-modified", "dcterms.modified"),
        "dc.date.modified",
    ),
    "publisher": ("og:site_name", "dc.publisher", "application-name"),
    "author": ("author", "article:author", "dc.creator", "parsely-author"),
    "title": ("og:title",),
    "url": ("og:url",),
}
_LINKED = {
    "published": "datePublished",
    "modified": "dateModified",
    "publisher": "publisher",
    "author": "author",
    "title": "headline",
}
_DATES = ("published", "modified")
_SAVED_FROM = re.compile(r"<!--\s{0,9}saved from url=\(\d{1,5}\)(https?://[^\s>]{1,2000})")
NOTED_WITHIN = 4096  # characters at the top of a page in which a browser notes where it saved it from
_BLANKS = re.compile(r"\s+")
_BY = re.compile(r"\A(?:[Ww]ritten |[Pp]osted |[Rr]eported )?[Bb]y:? (?=\S)")
_BY_IN = {  # by language, since they are parts of names elsewhere: "Von Trapp", "Di Stefano"
    "fr": re.compile(r"\A(?:par|propos recueillis par) (?=\S)", re.IGNORECASE),
    "de": re.compile(r"\A(?:ein (?:artikel|beitrag) )?von (?=\S)", re.IGNORECASE),
    **dict.fromkeys(("es", "pt"), re.compile(r"\Apor (?=\S)", re.IGNORECASE)),
    "it": re.compile(r"\Adi (?=\S)"),
    "nl": re.compile(r"\Adoor (?=\S)", re.IGNORECASE),
}
_BYLINE = re.compile(  # classes of elements that hold nothing but who wrote the page
    r"(?:article|entry|post|story|c|o|m)?(?:__|--|-|_)?(?:byline|by-line|author)(?:(?:__|--|-|_)(?:name|author|link))?",
    re.IGNORECASE,
)
_COMMENTS = re.compile(r"comment|respond|repl(?:y|ies)|disqus|related|sidebar|teaser|(?<!v)card|promo", re.IGNORECASE)
_PARTED = re.compile(r"\s(?:[|·•–—-]|::|»|«)\s")
LEVELS = 12  # of elements above a byline that are looked at for comments and teasers
LONGEST_TITLE = 300  # characters of a title that are looked at, from its end
AUTHORS = 20  # of one page
RUNNING = 60  # code points of a paragraph from which it is running text
STANDFIRSTS = 2  # paragraphs that may stand between a headline and the line with the day
LINE = 80  # code points of an element that is looked at for a day
NEAR = 200  # elements round a headline that are looked at for it


@dataclass(frozen=True, slots=True)
class Declared:
    """The metadata that a page declares, and for each field the declaration that gave it; the first one wins."""

    found: dict[str, str] = field(default_factory=dict)
    by: dict[str, str] = field(default_factory=dict)

    def note(self, field: str, value: str | None, what: str) -> None:
        """Take a value for a field that has none yet; a date only where it can be told which one it is."""
        words = _BLANKS.sub(" ", value or "").strip()
        if field == "author":
            words = _BY.sub("", words)
            if FILLED_IN["author"].fullmatch(words):
                return
        said = (words if is_date(words) else iso_date(words)) if field in _DATES else words
        is_address = words.startswith(("http:", "https:"))
        if said and field not in self.found and is_address == (field == "url"):
            self.found[field], self.by[field] = said, what


def declared(tree: Any, source: str) -> Declared:
    """Return what a page (an lxml tree, and its source) says of itself."""
    page = Declared()
    _from_metas(tree, page)
    for script in tree.iter("script"):
        if (script.get("type") or "").lower() == "application/ld+json":
            for item in _linked_data(script.text or ""):
                for name, key in _LINKED.items():
                    page.note(name, _text_of(item.get(key)), f"JSON-LD {key}")
    _from_elements(tree, page)
    _from_lines(tree, page)
    if (saved := _SAVED_FROM.search(source[:NOTED_WITHIN])) is not None:
        page.note("url", saved[1], "where the browser saved it from")
    return page


def _from_metas(tree: Any, page: Declared) -> None:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
        metas.setdefault(name, meta.get("content") or "")
    for link in tree.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            page.note("url", link.get("href"), 'link rel="canonical"')
    for wanted, names in _METAS.items():
        for name in names:
            page.note(wanted, metas.get(name), f'meta "{name}"')


def _from_elements(tree: Any, page: Declared) -> None:
    for element in tree.iter("time"):
        marks = f"{element.get('class') or ''} {element.get('itemprop') or ''}".lower()
        for name, mark in (("published", "publish"), ("modified", "modified")):
            if mark in marks or (name == "published" and element.get("pubdate") is not None):
                page.note(name, element.get("datetime"), "<time>")
    for element in tree.iter("a"):
        if "author" in (element.get("rel") or "").lower().split():
            page.note("author", "".join(element.itertext()), 'link rel="author"')
    for element in tree.iter("p", "div", "span", "a", "address", "li"):
        if (names := _byline(element)) is not None:
            page.note("author", names, f'class "{element.get("class") or element.get("itemprop")}"')
    for element in tree.iter("title"):
        if is_publisher(last := _PARTED.split("".join(element.itertext()).strip()[-LONGEST_TITLE:])[-1].strip()):
            page.note("publisher", last, "end of <title>")
    for tag in ("h1", "title"):
        for element in tree.iter(tag):
            page.note("title", "".join(element.itertext()), f"<{tag}>")
    root = tree.getroottree().getroot()
    page.note("language", (root.get("lang") or "").split("-")[0].lower(), "html lang")


def _from_lines(tree: Any, page: Declared) -> None:
    """Note the day that a line by the headline gives."""
    headline = next(tree.iter("h1"), None)
    for above in itertools.islice(headline.iterancestors(), LEVELS) if headline is not None else ():
        lines = list(_lines_by(headline, above))
        for name, is_change in (("published", False), ("modified", True)):
            days = {line.day for line in lines if line.is_change is is_change}
            if len(days) == 1:
                page.note(name, days.pop(), "line by the headline")
        if lines or above.tag == "body":
            return


def _lines_by(headline: Any, above: Any) -> Iterator[DateLine]:
    """Yield the days that stand alone in a line in ``above``, up to its running text; below the headline in a body."""
    is_below = False
    paragraphs = 0
    for element in itertools.islice(above.iter(), NEAR):
        is_below = is_below or element is headline
        if not isinstance(element.tag, str) or (above.tag == "body" and not is_below):
            continue
        text = _BLANKS.sub(" ", beginning(element, LINE)).strip()
        paragraphs += (
            is_below
            and element.tag in ("p", "div")
            and len(_BLANKS.sub(" ", (element.text or "")[:LONGEST_TITLE])) > RUNNING
        )
        if paragraphs > STANDFIRSTS:
            return
        if 0 < len(text) <= LINE and not _is_beside(element) and (line := date_line(text)) is not None:
            yield line


def beginning(element: Any, most: int) -> str:
    """Return the text of an element as far as it takes to see that it is longer than ``most``: a page may be one word
    of many megabytes in many elements."""
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part[: most + 1])
        length += len(part)
        if length > most or len(parts) > most:
            break
    return "".join(parts)


def _is_beside(element: Any) -> bool:
    """Say whether an element stands among comments, teasers or the page's own navigation."""
    for above in itertools.islice(itertools.chain([element], element.iterancestors()), LEVELS):
        if above.tag in ("nav", "aside", "footer", "blockquote", "figure", "table") or _COMMENTS.search(_marks(above)):
            return True
    return False


def _marks(element: Any) -> str:
    return f"{element.get('class') or ''} {element.get('id') or ''}"[:300] if element.tag != "body" else ""


def _byline(element: Any) -> str | None:
    """Return who wrote the page by an element that is marked as its byline; None for others, and for a list of many."""
    marks = (element.get("class") or "").split()
    if element.get("itemprop") != "author" and not any(_BYLINE.fullmatch(mark) for mark in marks):
        return None
    above = element
    for _ in range(LEVELS):
        if above is None or above.tag == "body":
            break
        if _COMMENTS.search(_marks(above)):
            return None
        above = above.getparent()
    words = _BLANKS.sub(" ", "".join(element.itertext())[:300]).strip()
    language = (element.getroottree().getroot().get("lang") or "").split("-")[0].lower()
    return names_of_byline(_BY_IN.get(language, _BY).sub("", _BY.sub("", words)))


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
    if isinstance(value, list):
        return ", ".join(name for one in value[:AUTHORS] if not isinstance(one, list) and (name := _text_of(one)))
    if isinstance(value, dict):
        value = value.get("name")
    return value if isinstance(value, str) else None
