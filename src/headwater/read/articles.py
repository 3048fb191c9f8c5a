"""An article as a row of a table: which of its columns is what.

The usual names of columns are known (of news-please, Fundus, Media Cloud, NewsAPI, datatrove, JSON Feed and the like);
``--columns text=body`` wins over them. Names are compared without case, blanks and punctuation; a dot goes into a
nested object ("source.name").
"""

import csv
import json
import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from headwater.errors import ReadError
from headwater.read.blocks import laid_out
from headwater.read.dates import iso_date
from headwater.read.extract import Extract
from headwater.read.pieces import Piece
from headwater.read.plain import decode, whole
from headwater.read.tags import blocks_guarded, read_guarded
from headwater.records import Segment

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "text": (
        *("text", "maintext", "fulltext", "articletext", "articlebody", "body", "bodytext", "plaintext", "contenttext"),
        *("content", "storytext", "story", "html", "contenthtml", "bodyhtml", "articlehtml", "rawhtml"),
        *("originaltext", "message", "messagetext", "posttext", "tweet", "tweettext", "transcript"),
        *(
            "fulltexthtml",
            "volltext",
            "artikeltext",
            "inhalt",
            "texto",
            "textocompleto",
            "contenido",
            "cuerpo",
            "texte",
            "textecomplet",
            "contenu",
            "testo",
            "tekst",
            "conteudo",
        ),
    ),
    "summary": (
        *("summary", "description", "abstract", "snippet", "lead", "teaser"),
        *("hitsentence", "zusammenfassung", "vorspann", "resumen", "resume", "chapo", "riassunto"),
    ),
    "title": (
        *("title", "headline", "heading"),
        *("titel", "uberschrift", "schlagzeile", "titulo", "titular", "titre", "titolo"),
    ),
    "url": (
        *("url", "link", "permalink", "sourceurl", "articleurl", "uri", "weburl"),
        *("webadresse", "enlace", "lien"),
    ),
    "published": (
        *("published", "publishedat", "publishdate", "datepublish", "datepublished", "pubdate", "publicationdate"),
        *("publishingdate", "dateofpublication", "date", "created", "createdat", "datecreated"),
        *("posted", "postedat", "postdate", "dateposted", "timestamp"),
        *(
            "articledate",
            "datum",
            "erscheinungsdatum",
            "veroffentlicht",
            "veroffentlichtam",
            "fecha",
            "fechadepublicacion",
            "datedepublication",
        ),
    ),
    "modified": ("modified", "modifiedat", "datemodified", "datemodify", "updated", "updatedat", "lastmodified"),
    "retrieved": (
        *("retrieved", "retrievedat", "datedownload", "downloaddate", "crawled", "crawldate", "crawledat"),
        *("fetched", "fetchedat", "accessed", "collected", "collectedat", "scrapedat"),
    ),
    "publisher": (
        *("publisher", "outlet", "sourcename", "newspaper", "sitename", "publication", "source", "site", "domain"),
        *("sourcedomain", "channel", "channelname", "channeltitle", "pagename", "accountname"),
        *(
            "outletname",
            "medianame",
            "mediaoutlet",
            "medium",
            "quelle",
            "zeitung",
            "medio",
            "fuente",
            "media",
            "fonte",
            "testata",
        ),
    ),
    "author": (
        *("author", "authors", "byline", "creator", "user", "username", "screenname", "handle", "sender", "postedby"),
        *("autor", "autorin", "verfasser", "autores", "auteur", "autore"),
    ),
    "language": (
        *("language", "lang"),
        *("sprache", "idioma", "langue", "lingua"),
    ),
}
DATES = ("published", "modified", "retrieved")
NESTED = ("metadata", "meta", "source", "article", "attributes", "fields")
LONGEST = 20_000  # characters of a title or a name
SHOWN = 12  # columns that are named where none holds a text
_NOT_NAME = re.compile(r"[^a-z0-9.]+")
_TAG = re.compile(
    r"</?(?:p|div|br|h[1-6]|blockquote|ul|ol|li|article|section|span|a|em|strong|html|body)\b[^<>]{0,2000}>", re.I
)
_PAGE = re.compile(r"\A\s*+<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)


def read_json(piece: Piece) -> Extract:
    """Return the article in a JSON object. Raises ReadError."""
    try:
        row = json.loads(decode(piece.data).text)
    except (ValueError, RecursionError) as error:
        reason = "nested too deep" if isinstance(error, RecursionError) else str(error)
        raise ReadError(f"not JSON ({reason})") from error
    if not isinstance(row, dict):
        raise ReadError("not a JSON object; an article is an object with its text in one field")
    return article(row, piece.columns, "feed field" if piece.format == "feed entry" else "column")


def read_csv(piece: Piece) -> Extract:
    """Return the article in a header line with one row. Raises ReadError."""
    csv.field_size_limit(len(piece.data) + 1)
    text = decode(piece.data, piece.charset).text
    first = text.split("\n", 1)[0]
    try:
        rows = list(csv.reader(text.splitlines(keepends=True), delimiter=max(",;\t|", key=first.count)))
    except csv.Error as error:
        raise ReadError(f"a row that is none ({error})") from error
    if len(rows) < 2:
        raise ReadError("a row without cells")
    return article(dict(zip(rows[0], rows[1], strict=False)), piece.columns)


def article(row: Mapping[str, Any], columns: Mapping[str, str], what: str = "column") -> Extract:
    """Return the text of a row and what its columns say of it; ``what`` is what evidence calls them.

    Raises ReadError where no column holds a text.
    """
    cells = _cells(row)
    metadata: dict[str, str] = {}
    by: dict[str, str] = {}
    for field in COLUMNS:
        name = _column(field, cells, columns)
        value = _said(cells[name]) if name is not None else None
        if name is None or not value:
            continue
        if field in DATES:
            moment = iso_date(value)
            by[field if moment else f"{field} not read"] = f"{what} “{name}” ({value[:80]})"
            if moment:
                metadata[field] = moment
        elif field not in ("text", "summary"):
            value = value.replace("_", "-").split("-")[0].lower() if field == "language" else " ".join(value.split())
            metadata[field], by[field] = value[:LONGEST], f"{what} “{name}”"
    name = _column("text", cells, columns)
    text = _said(cells[name]) if name is not None else None
    lost: tuple[str, ...] = ()
    if not text or not text.strip():
        name = _column("summary", cells, columns)
        text = _said(cells[name]) if name is not None else None
        lost = (f"only a summary ({what} “{name}”), not the whole text",)
    if not text or not text.strip():
        blank = list(dict.fromkeys(n for field in ("text", "summary") for n in _columns(field, cells, columns)))
        if blank:
            how = "empty" if not any(str(cells[n] or "").strip() for n in blank) else "without a text"
            named = " and ".join(f"“{n}”" for n in blank)
            found = f"columns {named} are" if blank[1:] else f"column {named} is"
            raise ReadError(f"no text: its {found} {how}"[:400])
        raise ReadError(no_text_column(list(row)))
    structure: tuple[Segment, ...] = ()
    if _TAG.search(text):
        text, structure = _from_markup(text)
    return Extract(whole(text), structure, metadata, by, lost)


def no_text_column(names: Sequence[str]) -> str:
    """Return what to say of a row or a table none of whose columns is known to hold a text."""
    shown = ", ".join(name or "one without a name" for name in names[:SHOWN])
    more = f" and {len(names) - SHOWN:,} more" if len(names) > SHOWN else ""
    return f"no column with a text; its columns are {shown[:300]}{more}; name it with --columns text=NAME"


def has_text_column(names: Sequence[str], columns: Mapping[str, str]) -> bool:
    """Say whether one of a table's columns is known to hold a text, or a summary of it."""
    cells = dict.fromkeys(names)
    return any(_columns(field, cells, columns) for field in ("text", "summary"))


def _from_markup(text: str) -> tuple[str, tuple[Segment, ...]]:
    data = text.encode("utf-8", "replace")
    if _PAGE.match(text):
        page = read_guarded(data, "utf-8")
        return page.text, page.structure
    found, structure = laid_out(blocks_guarded(data))
    if not found:
        raise ReadError("its text holds only marks and no words")
    return found, structure


def _cells(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns, those of nested objects under "outer.inner" too."""
    cells: dict[str, Any] = {}
    for name, value in row.items():
        cells[str(name)] = value
        if isinstance(value, dict):
            for inner, held in value.items():
                cells[f"{name}.{inner}"] = held
    return cells


def _plain(name: str) -> str:
    """Return a name of a column in bare letters: "Überschrift" as "uberschrift"."""
    return _NOT_NAME.sub("", unicodedata.normalize("NFKD", name).casefold())


def _column(field: str, cells: Mapping[str, Any], columns: Mapping[str, str]) -> str | None:
    """Return the column that holds a field: the one that the user named, else the first of the usual ones."""
    found = _columns(field, cells, columns)
    return next((name for name in found if field in columns or _said(cells[name])), None)


def _columns(field: str, cells: Mapping[str, Any], columns: Mapping[str, str]) -> list[str]:
    """Return the columns for a field, whether or not this row has something in them, the most usual first."""
    if field in columns:
        return [columns[field]] if columns[field] in cells else []
    plain: dict[str, str] = {}
    for name in cells:
        outer, _, inner = _plain(name).partition(".")
        if not inner:
            plain.setdefault(outer, name)
        elif outer == "source" and inner in ("name", "title"):
            plain.setdefault("sourcename", name)
        elif outer in NESTED:
            plain.setdefault(inner, name)
    return [plain[usual] for usual in COLUMNS[field] if usual in plain]


def _said(value: Any) -> str | None:
    """Return a cell as text: of a list its members, of an object its name."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, str):
        return whole(value) if value.strip() else None
    if isinstance(value, list):
        return ", ".join(said for item in value[:50] if (said := _said(item))) or None
    if isinstance(value, dict):
        return _said(value.get("name") or value.get("title"))
    return None
