"""Piles of documents as people have them, made in memory: pages, mail, feeds, tables, archives."""

import gzip
import io
import json
import tarfile
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage

WORDS = (
    "The harbour board said on Monday that the lower quay of Port Alma would stay shut until June, after a survey "
    "found cracks in eleven of its forty piles. “Nobody will unload there before every pile has been seen,” its "
    "chairwoman, Ida Voss, said."
)
MORE = "Three companies that load grain at the quay have asked who is going to pay for the months of waiting."


def page(title: str = "Quay stays shut", charset: str = "utf-8") -> bytes:
    """Return a page with a heading, paragraphs and a block quotation."""
    text = (
        f'<!doctype html><html lang="en"><head><meta charset="{charset}"><title>{title}</title>'
        '<meta property="og:site_name" content="Harbour Post">'
        '<meta property="article:published_time" content="2031-06-03T08:00:00Z"></head>'
        f"<body><nav><a href='/'>Home</a></nav><article><h1>{title}</h1><p>{WORDS}</p><p>{MORE}</p>"
        f"<blockquote><p>We have asked for a second survey, and shall pay for it.</p></blockquote>"
        f"<p>{title}: {MORE}</p>"
        "</article></body></html>"
    )
    return text.encode(charset, "xmlcharrefreplace")


def article(number: int = 1) -> dict[str, object]:
    """Return an article as a row of a table."""
    return {
        "maintext": f"{WORDS} ({number})",
        "title": f"Quay {number}",
        "url": f"https://post.example/{number}",
        "date_publish": "2031-06-03 10:00:00",
        "source_domain": "post.example",
        "authors": ["Ida Voss", "Jan Roe"],
    }


def lines(number: int = 3) -> bytes:
    """Return articles as JSON Lines."""
    return b"".join(json.dumps(article(n)).encode() + b"\n" for n in range(1, number + 1))


def message(body: str = f"Hello,\n\n> We said no,\n> twice.\n\n{WORDS}\n", *, attach: bytes | None = None) -> bytes:
    """Return an e-mail, with a page attached where one is given."""
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = (
        "Ida Voss <ida@post.example>",
        "desk@post.example",
        "Re: the quay – news",
    )
    mail["Date"] = "Tue, 03 Jun 2031 08:00:00 +0200"
    mail.set_content(body)
    if attach is not None:
        mail.add_attachment(attach, maintype="text", subtype="html", filename="page.html")
    return mail.as_bytes()


def mbox(number: int = 3) -> bytes:
    """Return a mailbox."""
    return b"".join(b"From ida@post.example Tue Jun  3 08:00:00 2031\n" + message() + b"\n\n" for _ in range(number))


def feed() -> bytes:
    """Return an RSS feed with one whole entry and one summary."""
    return (
        '<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>'
        "<title>Harbour Post</title><language>en-gb</language>"
        "<item><title>One</title><link>https://post.example/1</link><pubDate>Tue, 03 Jun 2031 08:00:00 GMT</pubDate>"
        f"<description>Short.</description><content:encoded><![CDATA[<p>{WORDS}</p><blockquote>{MORE}</blockquote>]]>"
        "</content:encoded></item>"
        f"<item><title>Two</title><link>https://post.example/2</link><description>{MORE}</description></item>"
        "</channel></rss>"
    ).encode()


def answer(body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = "") -> bytes:
    """Return what a server answers."""
    return f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}\r\n".encode() + body


def record(
    block: bytes, url: str = "https://post.example/1", kind: str = "response", *, length: str | None = None
) -> bytes:
    """Return a WARC record."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2031-06-04T08:00:00Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {length or len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def records(number: int = 5) -> list[bytes]:
    """Return WARC records: pages, each followed by a picture."""
    made = []
    for n in range(number):
        made.append(record(answer(page(f"Quay {n}")), f"https://post.example/{n}"))
        made.append(record(answer(b"\x89PNG", "image/png"), f"https://post.example/{n}.png"))
    return made


def warc_gz(number: int = 5) -> bytes:
    """Return a packed WARC, a gzip member a record."""
    return b"".join(gzip.compress(one, mtime=0) for one in records(number))


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Return a ZIP."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def tarred(members: Mapping[str, bytes], packing: str = "gz") -> bytes:
    """Return a TAR."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode=f"w:{packing}") as archive:  # type: ignore[call-overload]
        for name, data in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            archive.addfile(member, io.BytesIO(data))
    return target.getvalue()


def docx(paragraphs: int = 3, document_type: str = "") -> bytes:
    """Return a Word file."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = f"<w:p><w:r><w:t>{WORDS}</w:t></w:r></w:p>" * paragraphs
    xml = f'<?xml version="1.0"?>{document_type}<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>'
    return zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": xml.encode()})


def rtf() -> bytes:
    """Return an RTF file."""
    return (r"{\rtf1\ansi " + MORE + r"\par " + MORE + "}").encode("ascii")


def pdf(text: str = MORE) -> bytes:
    """Return a PDF of one page with a text layer."""
    stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode("latin-1")
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    made, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj" % number + body + b"endobj\n"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + table
    return made + b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, start)


def epub() -> bytes:
    """Return an e-book of one chapter."""
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0"><rootfiles>'
        '<rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>'
    )
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>The quay</dc:title></metadata><manifest>'
        '<item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/></spine>'
        "</package>"
    )
    chapter = f'<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>One</h1><p>{WORDS}</p></body></html>'
    return zipped(
        {
            "mimetype": b"application/epub+zip",
            "META-INF/container.xml": container.encode(),
            "book.opf": package.encode(),
            "a.xhtml": chapter.encode(),
        }
    )


def mhtml() -> bytes:
    """Return a page as browsers save it."""
    mail = EmailMessage()
    mail["From"], mail["Subject"] = "<Saved by a browser>", "Quay"
    mail["Snapshot-Content-Location"] = "https://post.example/1"
    mail["Date"] = "Tue, 03 Jun 2031 08:00:00 +0200"
    mail.set_content(page().decode(), subtype="html")
    mail.make_related()
    return mail.as_bytes()
