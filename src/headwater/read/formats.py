"""Which formats there are, how each is told, and what reads it.

What the first bytes show wins over what the name says. A format whose reader gives one document names a ``reader``,
one that holds many a ``splitter``; both are imported when first used. What is parsed in the program's own process is
marked ``is_safe``: formats that are decoded, not parsed, or are parsed by linear code over bytes.
"""

import importlib
import importlib.util
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from headwater.errors import ReadError

HEAD = 8192  # bytes that show the format


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the suffixes that go with it, and "module:function" of what reads or splits it.

    ``of_piece`` readers take the Piece (they need its envelope), the others its bytes.
    """

    name: str
    suffixes: tuple[str, ...] = ()
    reader: str | None = None
    splitter: str | None = None
    is_safe: bool = False
    of_piece: bool = False


PLAIN = Format("plain text", (".txt", ".text", ""), "headwater.read.written:read_plain", is_safe=True, of_piece=True)
HTML = Format("HTML", (".html", ".htm", ".xhtml"), "headwater.read.written:read_html", of_piece=True)
ARTICLE = Format("JSON article", (), "headwater.read.articles:read_json", is_safe=True, of_piece=True)
ROW = Format("CSV row", (), "headwater.read.articles:read_csv", is_safe=True, of_piece=True)
ENTRY = Format("feed entry", (), "headwater.read.articles:read_json", of_piece=True)
MESSAGE = Format("e-mail", (".eml",), "headwater.read.mail:read_message", "headwater.read.mail:split_message")
PDF = Format("PDF", (".pdf",), "headwater.read.pdf:read_pdf")
DOCX = Format("DOCX", (".docx", ".docm"), "headwater.read.docx:read_docx")
ODT = Format("ODT", (".odt",), "headwater.read.odt:read_odt")
EPUB = Format("EPUB", (".epub",), "headwater.read.epub:read_epub")
ZIP = Format("ZIP", (".zip", ".wacz"), splitter="headwater.read.archives:split_zip")
TAR = Format(
    "TAR",
    (".tar", ".tgz", ".tbz2", ".txz", ".tar.gz", ".tar.bz2", ".tar.xz"),
    splitter="headwater.read.archives:split_tar",
)
GZIP = Format("gzip", (".gz",), splitter="headwater.read.archives:split_gzip")
WARC = Format("WARC", (".warc",), splitter="headwater.read.warcs:split_warc")
WARC_GZ = Format("WARC.gz", (".warc.gz",), splitter="headwater.read.warcs:split_warc_gz")
FEED = Format("feed", (".rss", ".atom"), splitter="headwater.read.feeds:split_feed")
SITEMAP = Format("sitemap", (), splitter="headwater.read.feeds:split_sitemap")
MBOX = Format("mbox", (".mbox",), splitter="headwater.read.mail:split_mbox")
MHTML = Format("MHTML", (".mht", ".mhtml"), "headwater.read.mhtml:read_mhtml")
RTF = Format("RTF", (".rtf",), "headwater.read.rtf:read_rtf")
JSON = Format("JSON", (".json",), splitter="headwater.read.rows:split_json", is_safe=True)
LINES = Format("JSON Lines", (".jsonl", ".ndjson", ".jl"), splitter="headwater.read.rows:split_lines", is_safe=True)
CSV = Format("CSV", (".csv", ".tsv", ".tab"), splitter="headwater.read.rows:split_csv", is_safe=True)
MARKDOWN = Format("Markdown", (".md", ".markdown"), "headwater.read.written:read_markdown", is_safe=True, of_piece=True)
EXPORT = Format("database export", (), splitter="headwater.read.databases:split_export", is_safe=True)
EXPORTED = Format("database article", (), "headwater.read.databases:read_article", is_safe=True, of_piece=True)
POST = Format("channel message", (), "headwater.read.channels:read_post", is_safe=True, of_piece=True)

FORMATS: dict[str, Format] = {
    f.name: f
    for f in (
        *(PLAIN, MARKDOWN, HTML, MHTML, PDF, DOCX, ODT, RTF, EPUB, MESSAGE, MBOX, FEED, ENTRY, SITEMAP),
        *(JSON, LINES, ARTICLE, CSV, ROW, WARC, WARC_GZ, ZIP, TAR, GZIP, EXPORT, EXPORTED, POST),
    )
}
_SUFFIXES = {suffix: f for f in FORMATS.values() for suffix in f.suffixes}
_REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an Office file from before 2007; save it as DOCX or PDF"),
    (b"Rar!\x1a\x07", "a RAR archive; unpack it, or pack it as ZIP"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive; unpack it, or pack it as ZIP"),
)
_PICTURE = "a picture; if it shows a text, make that by OCR first (ocrmypdf, tesseract)"
_RECORDING = "a recording; if it holds speech, read its transcript"
_NO_TEXT = (
    *((magic, _PICTURE) for magic in (b"\xff\xd8\xff", b"\x89PNG\r\n", b"GIF8", b"II*\x00", b"MM\x00*")),
    *((magic, _RECORDING) for magic in (b"ID3\x03", b"ID3\x04", b"OggS\x00", b"fLaC\x00", b"\x1aE\xdf\xa3")),
)
_SAID_BY_SUFFIX = {
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".tif", ".tiff", ".webp", ".heic", ".bmp", ".svg"), _PICTURE),
    **dict.fromkeys((".mp3", ".m4a", ".wav", ".ogg", ".mp4", ".mov", ".avi", ".mkv", ".webm"), _RECORDING),
    ".msg": "a message of Outlook; save it as EML, or as text",
    ".pst": "a mailbox of Outlook; export its messages as EML or mbox",
    ".dat": "data of a program; what Outlook packs into winmail.dat is unpacked with tnef",
    ".webarchive": "a page saved by Safari; save it as page source, or print it as PDF",
    **dict.fromkeys((".srt", ".vtt", ".sbv"), "subtitles; save what is said as text"),
    **dict.fromkeys((".url", ".webloc", ".gdoc"), "a link to a document, not the document; fetch or export that"),
    **dict.fromkeys((".mobi", ".azw", ".azw3"), "a book for one reading device; convert it to EPUB"),
    **dict.fromkeys((".xls", ".ods", ".xlsx", ".numbers"), "a spreadsheet; save it as CSV"),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), "slides; save them as PDF"),
    ".opml": "a list of feeds; fetch those that you want",
    ".msf": "an index of a mail program; the mailbox stands beside it",
    **dict.fromkeys((".cdx", ".cdxj"), "an index of a web archive; the archive itself is read"),
}
_PACKED = {b"BZh": "bzip2", b"\xfd7zXZ\x00": "xz"}
_ELEMENT = re.compile(rb"<([A-Za-z_][\w.:-]{0,60})[\s>/]")
_NOT_ROOT = re.compile(
    rb"\s++|<\?[^>]{0,2000}\?>|<!--(?:[^-]|-(?!->)){0,1000}+-->|<!DOCTYPE(?![^>]{0,20}html)[^>]{0,2000}>", re.I
)
_PAGE = re.compile(rb"\A\s*+(?:<!--(?:[^-]|-(?!->)){0,4000}+-->\s*+)*+<(?:!doctype\s+html|html[\s>])", re.I)
_ROOTS = {
    b"rss": FEED,
    b"feed": FEED,
    b"rdf:rdf": FEED,
    b"urlset": SITEMAP,
    b"sitemapindex": SITEMAP,
    b"html": HTML,
}
_FIRST_OF_MANY = re.compile(  # how exports of news databases begin, see ``databases``
    rb"^[^\S\n]{0,80}(?:(?:document|article) 1 of \d{1,5}|1 of \d{1,5} (?:documents|articles))[^\S\n]{0,9}\r?$",
    re.IGNORECASE | re.MULTILINE,
)
_SAVED_PAGE = re.compile(rb"^Snapshot-Content-Location:|^From: <Saved by ", re.IGNORECASE | re.MULTILINE)


def suffix_of(name: str) -> str:
    """Return the suffix of a name in lower case, ".warc.gz" and ".tar.gz" as one; "" where it has none."""
    last = name.replace("\\", "/").rsplit("/", 1)[-1].lower()
    for double in (".warc.gz", ".tar.gz", ".tar.bz2", ".tar.xz"):
        if last.endswith(double):
            return double
    suffix = PurePath(last).suffix
    return suffix if re.fullmatch(r"\.\w{1,10}", suffix) else ""


def recognise(name: str, head: bytes) -> Format:
    """Return the format of bytes that begin with ``head`` (HEAD of them). Raises ReadError for one that is not read."""
    suffix = suffix_of(name)
    found = _by_content(head, suffix) or _by_suffix(suffix)
    return EXPORT if found is PLAIN and _FIRST_OF_MANY.search(head) else found


def _by_content(head: bytes, suffix: str) -> Format | None:
    for magic, what in (*_REFUSED, *_NO_TEXT):
        if head.startswith(magic):
            raise ReadError(_SAID_BY_SUFFIX.get(suffix, what))
    if head.lstrip().startswith(b"%PDF-") or (suffix == ".pdf" and b"%PDF-" in head[:1024]):
        return PDF
    if head.startswith(b"{\\rtf"):
        return RTF
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _package(head, suffix)
    if head.startswith(b"\x1f\x8b"):
        return {".warc.gz": WARC_GZ, ".tar.gz": TAR, ".tgz": TAR}.get(suffix, GZIP)
    for magic, packer in _PACKED.items():
        if head.startswith(magic):
            if suffix in TAR.suffixes:
                return TAR
            raise ReadError(f"packed with {packer}; unpack it, or pack it with gzip")
    if head[257:262] == b"ustar":
        return TAR
    if head.startswith(b"WARC/"):
        return WARC
    return _marked_up(head, suffix)


def _package(head: bytes, suffix: str) -> Format:
    """Tell a ZIP package by its first members; ``split_zip`` looks at all names where these do not show it."""
    if b"mimetypeapplication/epub+zip" in head[:200]:
        return EPUB
    if b"mimetypeapplication/vnd.oasis.opendocument.text" in head[:200]:
        return ODT
    by_name = _SUFFIXES.get(suffix)
    return by_name if by_name in (DOCX, EPUB, ODT) else ZIP


def _marked_up(head: bytes, suffix: str) -> Format | None:
    text = head
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = head.decode("utf-16", "replace").encode()
    text = text.removeprefix(b"\xef\xbb\xbf")
    if _PAGE.match(text):
        return HTML
    at = 0
    while found := _NOT_ROOT.match(text, at):
        at = found.end()
    if (element := _ELEMENT.match(text, at)) is not None:
        return _ROOTS.get(element[1].lower())
    if suffix in (".eml", ".mht", ".mhtml"):
        return MHTML if suffix != ".eml" or _SAVED_PAGE.search(text[:2000]) else MESSAGE
    return None


def _by_suffix(suffix: str) -> Format:
    if suffix == ".xml":
        raise ReadError("XML that is no feed, no sitemap and no page; not read")
    found = _SUFFIXES.get(suffix)
    if suffix in _SAID_BY_SUFFIX:
        raise ReadError(_SAID_BY_SUFFIX[suffix])
    if found is None:
        raise ReadError(
            f"the format {suffix} is not read yet; text, HTML, PDF, Word, mail, feeds, tables, archives are"
        )
    return found


def load(reference: str) -> Callable[..., Any]:
    """Return the function that "module:function" names. Raises ReadError for a reader that is not there yet."""
    module, _, function = reference.partition(":")
    if importlib.util.find_spec(module) is None:
        raise ReadError(f"this version has no reader for {module.rsplit('.', 1)[-1].upper()} yet")
    found: Callable[..., Any] = getattr(importlib.import_module(module), function)
    return found
