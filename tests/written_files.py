"""Files of each format, written by the tests themselves: what a reader must give is known from what was put in."""

import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO

Line = tuple[float, float, float, str]  # left and baseline in points from the lower left corner, type size, words


def zipped(parts: Mapping[str, bytes | str]) -> bytes:
    """Return a ZIP package of these parts."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def pdf(pages: Sequence[Sequence[Line]], *, info: Mapping[str, str] | None = None) -> bytes:
    """Return a PDF in Helvetica with these lines; a page without lines has no text layer."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects.append(font)
    for lines in pages:
        drawn = b"".join(
            b"BT /F1 %.1f Tf %.1f %.1f Td (" % (size, left, base) + _escaped(words) + b") Tj ET\n"
            for left, base, size, words in lines
        )
        objects.append(b"<< /Length %d >>\nstream\n" % len(drawn) + drawn + b"endstream")
        content = len(objects)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % content
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [" + b" ".join(kids) + b"] /Count %d >>" % len(kids)
    trailer = b"/Root 1 0 R"
    if info:
        objects.append(
            b"<< " + b" ".join(b"/" + k.encode() + b" (" + _escaped(v) + b")" for k, v in info.items()) + b" >>"
        )
        trailer += b" /Info %d 0 R" % len(objects)
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d %b >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, trailer, start)
    return bytes(out)


def _escaped(words: str) -> bytes:
    return words.encode("cp1252").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def column(text: str, *, left: float = 72, top: float = 700, size: float = 11, letters: int = 80) -> list[Line]:
    """Return the lines of a paragraph set in a column of about ``letters`` letters, a line every 14 points."""
    lines: list[Line] = []
    words: list[str] = []
    for word in [*text.split(), None]:
        if words and (word is None or len(" ".join([*words, word])) > letters):
            lines.append((left, top - 14 * len(lines), size, " ".join(words)))
            words = []
        if word is not None:
            words.append(word)
    return lines


_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, *, footnotes: str = "", properties: str = "") -> bytes:
    """Return a DOCX whose body is this WordprocessingML."""
    parts = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "word/document.xml": f"<w:document {_W}><w:body>{body}</w:body></w:document>",
    }
    if footnotes:
        parts["word/footnotes.xml"] = f"<w:footnotes {_W}>{footnotes}</w:footnotes>"
    if properties:
        parts["docProps/core.xml"] = (
            '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">{properties}'
            "</cp:coreProperties>"
        )
    return zipped(parts)


def odt(body: str, *, styles: str = "") -> bytes:
    """Return an ODT whose text is this OpenDocument XML."""
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "text", "table", "style")
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"<office:document-content {spaces}>"
            f"<office:automatic-styles>{styles}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def epub(chapters: Mapping[str, str], *, title: str = "A Book", date: str = "2031-05-02", **more: str) -> bytes:
    """Return an EPUB of these pages in this order."""
    items = "".join(
        f'<item id="c{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in enumerate(chapters)
    )
    spine = "".join(f'<itemref idref="c{n}"/>' for n in range(len(chapters)))
    return zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
            '<rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
            "OEBPS/book.opf": '<package xmlns="http://www.idpf.org/2007/opf"><metadata '
            f'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:date>{date}</dc:date>'
            f"<dc:language>en-GB</dc:language></metadata><manifest>{items}</manifest><spine>{spine}</spine></package>",
            **{f"OEBPS/{name}": page for name, page in chapters.items()},
            **more,
        }
    )
