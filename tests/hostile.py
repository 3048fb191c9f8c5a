"""Hostile files, made from a seed: mutations and truncations of good ones in every format, and bombs by hand.

Nothing here is large on disk; what is large is what a careless reader would make of it.
"""

import gzip
import json
import random
import zlib
from collections.abc import Callable, Iterator

import piles

SEEDS: dict[str, Callable[[], bytes]] = {
    "txt": lambda: piles.WORDS.encode(),
    "md": lambda: f"---\ntitle: Quay\n---\n# Quay\n\n> {piles.MORE}\n\n{piles.WORDS}\n".encode(),
    "html": piles.page,
    "json": lambda: json.dumps([piles.article(n) for n in range(3)]).encode(),
    "jsonl": piles.lines,
    "csv": lambda: f"title,text,date\nOne,{json.dumps(piles.WORDS)},2031-06-03\nTwo,Short.,2031\n".encode(),
    "eml": lambda: piles.message(attach=piles.page()),
    "mbox": piles.mbox,
    "xml": piles.feed,
    "warc": lambda: b"".join(piles.records(2)),
    "warc.gz": lambda: piles.warc_gz(2),
    "zip": lambda: piles.zipped({"a.txt": piles.WORDS.encode(), "b.html": piles.page(), "c.docx": piles.docx()}),
    "tar.gz": lambda: piles.tarred({"a.txt": piles.WORDS.encode(), "b.jsonl": piles.lines(1)}),
    "tar": lambda: piles.tarred({"a.txt": piles.WORDS.encode()}, ""),
    "txt.gz": lambda: gzip.compress(piles.WORDS.encode()),
    "docx": piles.docx,
    "epub": piles.epub,
    "rtf": piles.rtf,
    "pdf": piles.pdf,
    "mht": piles.mhtml,
}
ODD = (
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b"<",
    b">",
    b'"',
    b"&",
    b"\r\n",
    b"\x1f\x8b\x08",
    b"PK\x03\x04",
    b"%s",
    b"-1",
)
TRICKS = "\u202e\u200b\ufeff\u2066\u0000\ud7ff\uffff\U000e0041"


def mutations(seed: int, number: int) -> Iterator[tuple[str, bytes]]:
    """Yield ``number`` files with their names: each a good one with bytes changed, cut out, doubled, put in."""
    chance = random.Random(seed)
    suffixes = list(SEEDS)
    for n in range(number):
        suffix = suffixes[n % len(suffixes)]
        data = bytearray(SEEDS[suffix]())
        for _ in range(chance.choice((1, 1, 2, 5, 20, 100))):
            at = chance.randrange(len(data) + 1)
            action = chance.randrange(6)
            if action == 0 and data:
                data[at % len(data)] ^= 1 << chance.randrange(8)
            elif action == 1:
                data[at:at] = chance.choice(ODD)
            elif action == 2:
                del data[at : at + chance.randrange(1, 40)]
            elif action == 3:
                data[at:at] = data[at : at + chance.randrange(1, 400)] * chance.randrange(1, 5)
            elif action == 4:
                data[at : at + 8] = chance.randbytes(8)
            else:
                other = SEEDS[chance.choice(suffixes)]()
                data[at:at] = other[: chance.randrange(1, 200)]
        name = chance.choice(suffixes) if chance.random() < 0.1 else suffix  # some under a lying name
        yield f"mutated-{n:05}.{name}", bytes(data)


def truncations(places: int) -> Iterator[tuple[str, bytes]]:
    """Yield every seed cut at ``places`` places."""
    for suffix, make in SEEDS.items():
        data = make()
        for step in range(places):
            yield f"cut-{step:03}.{suffix}", data[: step * len(data) // places]


def by_hand() -> Iterator[tuple[str, bytes]]:
    """Yield bombs, loops and lies, a name for each trick."""
    text = piles.WORDS.encode()
    laughs = (
        "<!DOCTYPE r [<!ENTITY a 'ha'>"
        + "".join(f"<!ENTITY {chr(98 + n)} '{f'&{chr(97 + n)};' * 10}'>" for n in range(9))
        + "]>"
    )
    quadratic = f"<!DOCTYPE r [<!ENTITY a '{'x' * 50_000}'>]>"
    outside = "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'><!ENTITY b SYSTEM 'http://127.0.0.1:9/'>]>"
    for name, kind in (("laughs", laughs), ("quadratic", quadratic), ("outside", outside)):
        rss = (
            f'<?xml version="1.0"?>{kind}<rss version="2.0"><channel><item><title>&a;&j;</title></item></channel></rss>'
        )
        yield f"entity-{name}.xml", rss.encode()
        yield f"entity-{name}-16.xml", rss.replace('"1.0"', '"1.0" encoding="utf-16"').encode("utf-16")
        yield f"entity-{name}.docx", piles.docx(1, kind)
        yield f"entity-{name}.html", f"{kind}<html><body><p>&a;&j; {piles.WORDS}</p></body></html>".encode()
    yield "utf7.html", b"<html><meta charset=utf-7><p>+ADw-script+AD4-" + text
    yield "bomb.txt.gz", gzip.compress(bytes(50_000_000))
    yield "bomb-twice.gz", gzip.compress(gzip.compress(bytes(50_000_000)))
    yield "bomb.zip", piles.zipped({"a.txt": bytes(40_000_000), "b.txt": text})
    yield "bomb.docx", piles.zipped({"[Content_Types].xml": b"<a/>", "word/document.xml": b"<a>" * 9_000_000})
    yield "paragraphs.docx", piles.docx(20_000)
    yield "bomb.tar.gz", piles.tarred({"a.txt": bytes(60_000_000)})
    yield "bomb.warc.gz", gzip.compress(piles.record(piles.answer(bytes(60_000_000))))
    yield (
        "bomb-inside.warc",
        piles.record(piles.answer(gzip.compress(bytes(60_000_000)), more="Content-Encoding: gzip\r\n")),
    )
    deep = text
    for level in range(12):
        deep = piles.zipped({f"{level}.zip" if level else "a.txt": deep})
    yield "deep.zip", deep
    yield "deep.json", b"[" * 200_000 + b"{" + b"]" * 200_000
    yield "deep.jsonl", b'{"text":' + b"[" * 200_000 + b"]" * 200_000 + b"}"
    yield "deep-object.json", b'{"a":' * 100_000 + b"1" + b"}" * 100_000
    yield "number.jsonl", b'{"text": "a", "date": ' + b"9" * 5_000 + b"}"
    yield "infinite.jsonl", b'{"text": "words", "date": Infinity, "url": NaN}'
    yield "keys.jsonl", b"{" + b",".join(b'"k%d": "v"' % n for n in range(100_000)) + b"}"
    yield "quote.csv", b'title,text\na,"' + b"word " * 200_000
    yield "columns.csv", b",".join(b"c%d" % n for n in range(50_000)) + b"\n" + b"x," * 50_000
    yield "header-only.csv", b"title,text\n"
    yield "nul.csv", b"title,text\n\x00,\x00\x00words\n"
    yield "mime.eml", b"".join(b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n) for n in range(1_000))
    yield "boundaries.eml", b"Content-Type: multipart/mixed; boundary=b\n\n" + b"--b\n\nx\n" * 20_000
    yield "header.eml", b"Subject: " + b"a" * 1_000_000 + b"\n\n" + text
    yield "headers.eml", b"".join(b"X-%d: y\n" % n for n in range(100_000)) + b"\n" + text
    yield "words.eml", b"Subject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\n" + text
    yield "charset.eml", b"Subject: =?nonsense?q?a?=\nContent-Type: text/plain; charset=rot13\n\n" + text
    inner = piles.message(attach=piles.page())
    for _ in range(30):
        inner = b"Content-Type: message/rfc822\nSubject: outer\n\n" + inner
    yield "letters.eml", inner
    yield "from.mbox", b"From a\n\n" * 300
    yield "attributes.html", b"<p " + b" ".join(b"a%d" % n for n in range(60_000)) + b">" + text
    yield "quoted.html", b"<p a='" + b">" * 100_000 + b"' b=\"" + b"<" * 100_000
    yield "nested.html", b"<div>" * 200_000 + text
    yield "nested-tables.html", b"<table><tr><td>" * 20_000 + text
    yield "unclosed.html", b"<b><i><a href=x><font>" * 20_000 + text
    yield "paragraphs.html", (b"<p>" + text + b"</p>") * 30_000
    yield "comment.html", b"<!--" * 100_000 + text
    yield "script.html", b"<script>" * 50_000 + text
    yield "entities.html", b"<p>" + b"&amp" * 200_000 + b"&#1114112;&#xd800;&#0;" + text
    yield "json-ld.html", b'<script type="application/ld+json">' + b"[" * 100_000 + b"</script><p>" + text
    yield "nul.html", b"\x00".join(piles.page()[n : n + 1] for n in range(2_000))
    yield "mark.html", b"\xff\xfe" + piles.page()
    yield "charset.html", piles.page().replace(b"utf-8", b"utf-16")
    yield "base.html", piles.page().replace(b"<head>", b"<head><base href='file:///etc/passwd'>")
    yield "tricks.txt", f"{TRICKS}{piles.WORDS}{TRICKS * 5_000}".encode("utf-8", "surrogatepass")
    yield "zalgo.txt", ("a" + "\u0301" * 100_000 + piles.WORDS).encode()
    yield "line.txt", b"word " * 400_000
    yield "blanks.txt", b" \n" * 500_000 + text
    yield "quotes.txt", "“‘".encode() * 50_000 + text
    yield "dashes.md", b"---\n" + b"a: b\n" * 100_000
    yield "hashes.md", b"# " * 100_000 + b"\n" + b"> " * 100_000 + text
    yield "loop.pdf", piles.pdf().replace(b"startxref\n", b"startxref\n9").replace(b"/Kids[3 0 R]", b"/Kids[2 0 R]")
    yield "prev.pdf", piles.pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev 9")
    yield "no-text.pdf", piles.pdf("")
    stream = zlib.compress(zlib.compress(bytes(100_000_000)))
    yield (
        "bomb.pdf",
        piles.pdf()
        .replace(b"stream\nBT", b"stream\n" + stream + b"BT")
        .replace(b"/Length", b"/Filter[/FlateDecode/FlateDecode]/Length"),
    )
    yield "pages.pdf", piles.pdf().replace(b"/Kids[3 0 R]/Count 1", b"/Kids[" + b"3 0 R " * 3_000 + b"]/Count 3000")
    yield (
        "locked.pdf",
        piles.pdf().replace(b"/Root 1 0 R", b"/Root 1 0 R/Encrypt<</Filter/Standard/V 1/R 2/O(a)/U(b)/P 4>>"),
    )
    yield "braces.rtf", b"{\\rtf1" + b"{" * 100_000 + text
    yield "unicode.rtf", b"{\\rtf1 " + b"\\u-10179?" * 10_000 + b"\\bin99999999 x}"
    yield "loop.epub", piles.epub().replace(b"a.xhtml", b"book.opf")
    yield "empty.zip", b"PK\x05\x06" + bytes(18)
    yield "names.zip", piles.zipped({f"../{n}.txt" if n % 2 else f"/{n}.txt": text for n in range(50)})
    yield "same.zip", piles.zipped({"a.txt": text}) + piles.zipped({"a.txt": text})
    yield "length.warc", piles.record(piles.answer(piles.page()), length="9" * 14)
    yield "zero.warc", b""
    yield "revisit.warc", piles.record(b"", kind="revisit") * 2_000
    yield "same-address.warc", piles.record(piles.answer(piles.page())) * 3
    yield "header.warc", b"WARC/1.0\r\n" + b"X: y\r\n" * 100_000
    yield "chunks.warc", piles.record(piles.answer(b"ffffffffffffffff\r\nx", more="Transfer-Encoding: chunked\r\n"))
    yield "sitemap.xml", b"<urlset>" + b"<url><loc>https://a</loc></url>" * 100_000
    yield "feed-deep.xml", b"<rss><channel><item>" + b"<a>" * 50_000
    yield "feed-many.xml", b"<rss version='2.0'><channel>" + b"<item><title>a</title><link>b</link></item>" * 300
    yield "name\u202etxt.exe", text
