"""DOCX, ODT, EPUB, RTF and MHTML: the text that is in them, what it is, and what is refused."""

import zipfile
from io import BytesIO

import pytest

from headwater.errors import ReadError
from headwater.read.docx import read_docx
from headwater.read.epub import read_epub
from headwater.read.extract import Extract
from headwater.read.mhtml import read_mhtml
from headwater.read.odt import read_odt
from headwater.read.rtf import read_rtf
from written_files import docx, epub, odt, zipped

SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def parts(extract: Extract) -> list[tuple[str, str]]:
    """Return kind and words of every part; the words are cut from the text by the part's offsets."""
    return [(part.kind, extract.text[part.start : part.end]) for part in extract.structure]


def p(words: str, style: str = "") -> str:
    properties = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{properties}<w:r><w:t>{words}</w:t></w:r></w:p>"


def test_a_word_file_gives_its_parts_in_order() -> None:
    body = (
        p("Quarry shut", "Heading1")
        + p("The report reads:")
        + p("The wall was raised without a permit.", "IntenseQuote")
        + '<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>First point</w:t></w:r></w:p>'
        + "<w:tbl><w:tr><w:tc>" + p("Hurt") + "</w:tc><w:tc>" + p("12") + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    assert parts(read_docx(docx(body))) == [
        ("heading", "Quarry shut"),
        ("paragraph", "The report reads:"),
        ("block_quotation", "The wall was raised without a permit."),
        ("list", "First point"),
        ("table", "Hurt | 12"),
    ]


def test_tracked_changes_read_as_if_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>The board </w:t></w:r><w:del><w:r><w:delText>denied</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>confirmed</w:t></w:r></w:ins><w:r><w:t> it.</w:t></w:r></w:p>"
    )
    assert read_docx(docx(body)).text == "The board confirmed it."


def test_notes_of_a_word_file_follow_its_text() -> None:
    notes = '<w:footnote w:type="separator" w:id="0"/><w:footnote w:id="2">' + p("Minutes of 4 May.") + "</w:footnote>"
    assert read_docx(docx(p("It was agreed."), footnotes=notes)).text == "It was agreed.\n\n[2] Minutes of 4 May."


def test_a_raised_number_is_not_run_on_to_the_number_before_it() -> None:
    up = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>{}</w:t></w:r>'
    words = (
        "<w:r><w:t>The 11</w:t></w:r>",
        up.format(2),
        "<w:r><w:t> people left for the 4</w:t></w:r>",
        up.format("th"),
    )
    body = f"<w:p>{''.join(words)}</w:p>"
    assert read_docx(docx(body)).text == "The 11² people left for the 4th"
    rtf = rb"{\rtf1\ansi The 11{\super 2} people and 30 m\super 2\nosupersub  of road, the 4{\super th}.}"
    assert read_rtf(rtf).text == "The 11² people and 30 m² of road, the 4th."


def test_comments_in_the_margin_are_counted_as_lost() -> None:
    each = "".join(f"<w:comment>{p(words)}</w:comment>" for words in ("Who says so?", "No.", ""))
    comments = f'<w:comments xmlns:w="{SPACE}">{each}</w:comments>'
    with zipfile.ZipFile(data := BytesIO(docx(p("It was agreed."))), "a") as package:
        package.writestr("word/comments.xml", comments)
    found = read_docx(data.getvalue())
    assert (found.text, found.lost) == ("It was agreed.", ("2 comments in the margin are not read",))


def test_properties_of_a_word_file_never_give_a_day_of_publishing() -> None:
    properties = (
        "<dc:title>Quarry</dc:title><dc:creator>Ada Lund</dc:creator><dcterms:modified>2031-02-03</dcterms:modified>"
    )
    found = read_docx(docx(p("Text."), properties=properties))
    assert found.metadata == {"title": "Quarry", "author": "Ada Lund", "modified": "2031-02-03"}
    assert found.declared_by["modified"] == "document property modified"


def test_an_opendocument_gives_its_parts_in_order() -> None:
    body = (
        "<text:h>Quarry shut</text:h><text:p>The report<text:s text:c='2'/>reads:</text:p>"
        '<text:p text:style-name="P1">The wall was raised.</text:p>'
        "<text:list><text:list-item><text:p>First</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Hurt</text:p></table:table-cell>"
        "<table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
        "<text:p>Kept<office:annotation><text:p>a comment</text:p></office:annotation> whole.</text:p>"
    )
    styles = '<style:style style:name="P1" style:parent-style-name="Quotations"/>'
    assert parts(read_odt(odt(body, styles=styles))) == [
        ("heading", "Quarry shut"),
        ("paragraph", "The report  reads:"),
        ("block_quotation", "The wall was raised."),
        ("list", "First"),
        ("table", "Hurt | 12"),
        ("paragraph", "Kept whole."),
    ]


def test_a_loop_of_styles_ends() -> None:
    styles = "".join(
        f'<style:style style:name="{name}" style:parent-style-name="{parent}"/>' for name, parent in ("AB", "BA")
    )
    assert parts(read_odt(odt('<text:p text:style-name="A">Words.</text:p>', styles=styles))) == [
        ("paragraph", "Words.")
    ]


def test_a_book_gives_its_chapters_in_the_order_of_its_spine() -> None:
    found = read_epub(
        epub(
            {
                "z.xhtml": "<html><body><h1>One</h1><p>First.</p><blockquote><p>So.</p></blockquote></body></html>",
                "a.xhtml": "<html><body><h1>Two</h1><p>Second.</p></body></html>",
            }
        )
    )
    assert parts(found) == [
        ("heading", "One"),
        ("paragraph", "First."),
        ("block_quotation", "So."),
        ("heading", "Two"),
        ("paragraph", "Second."),
    ]
    assert found.metadata == {"title": "A Book", "published": "2031-05-02", "language": "en"}


def test_a_chapter_that_is_missing_is_named_and_the_rest_is_read() -> None:
    whole = epub(
        {"a.xhtml": "<html><body><p>First.</p></body></html>", "b.xhtml": "<html><body><p>Second.</p></body></html>"}
    )
    source = zipfile.ZipFile(BytesIO(whole))
    cut = zipped({name: source.read(name) for name in source.namelist() if not name.endswith("b.xhtml")})
    found = read_epub(cut)
    assert found.text == "First."
    assert found.lost == ("OEBPS/b.xhtml: its part OEBPS/b.xhtml is missing",)


def test_a_locked_book_is_refused() -> None:
    locked = epub({"a.xhtml": "<p>x</p>"}, **{"META-INF/encryption.xml": "<EncryptedData/>"})
    with pytest.raises(ReadError, match="DRM"):
        read_epub(locked)


def test_rtf_gives_its_paragraphs_and_its_title() -> None:
    source = (
        rb"{\rtf1\ansi{\info{\title Quarry}}{\fonttbl\f0 Times;}The board \'93agreed\'94.\par Nobody was hurt.\par}"
    )
    found = read_rtf(source)
    assert [words for _, words in parts(found)] == ["The board “agreed”.", "Nobody was hurt."]
    assert found.metadata == {"title": "Quarry"}


SAVED = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://echo.example/quarry
Date: Tue, 3 Feb 2031 10:00:00 +0100
MIME-Version: 1.0
Content-Type: multipart/related; boundary="b"

--b
Content-Type: text/html; charset="windows-1252"
Content-Transfer-Encoding: quoted-printable

<html><head><title>Quarry</title></head><body><article><h1>Quarry shut</h1>
<p>The mayor said =93we were not told=94 and left the hall before the vote was called by the chair.</p>
<p>The board meets again in a week, and nobody at the town hall would say what it is going to decide.</p>
</article></body></html>
--b
Content-Type: image/png
Content-Location: https://echo.example/a.png

x
--b--
"""


def test_a_saved_page_is_read_with_its_address_charset_and_day_of_saving() -> None:
    found = read_mhtml(SAVED)
    assert "said “we were not told” and left" in found.text
    assert found.metadata["url"] == "https://echo.example/quarry"
    assert found.metadata["retrieved"] == "2031-02-03T10:00:00+01:00"


REFUSED = [
    (read_docx, b"PK\x03\x04broken", "damaged ZIP package"),
    (read_docx, zipped({"a.txt": "x"}), "word/document.xml is missing"),
    (read_docx, docx("<w:p/>"), "holds no text"),
    (read_docx, zipped({"word/document.xml": "<!DOCTYPE d [<!ENTITY a 'b'>]><d>&a;</d>"}), "own document type"),
    (read_docx, zipped({"word/document.xml": "<open>"}), "not well-formed"),
    (read_docx, zipped({"word/document.xml": "A" * 60_000_000}), "decompression bomb"),
    (read_odt, zipped({"content.xml": "<x/>"}), "no text document"),
    (read_epub, zipped({"mimetype": "application/epub+zip"}), "META-INF/container.xml is missing"),
    (read_rtf, b"plain words", "not RTF"),
    (read_rtf, b"{\\rtf1 " + b"{" * 1000 + b"}" * 1001, "groups inside each other"),
    (read_mhtml, b"Subject: nothing\n\nplain", "no HTML"),
]  # fmt: skip


@pytest.mark.parametrize(("reader", "data", "reason"), REFUSED, ids=[reason for _, _, reason in REFUSED])
def test_what_cannot_be_read_says_why(reader: object, data: bytes, reason: str) -> None:
    assert callable(reader)
    with pytest.raises(ReadError, match=reason):
        reader(data)


FILLED_IN = [
    ("<dc:title>Microsoft Word - Document1</dc:title>", None),
    ("<dc:title>Dokument2</dc:title>", None),
    ("<dc:title>Document of the council</dc:title>", "Document of the council"),
    ("", None),
]


@pytest.mark.parametrize(("properties", "title"), FILLED_IN)
def test_what_an_office_program_fills_in_by_itself_is_no_title_and_no_author(
    properties: str, title: str | None
) -> None:
    heading = '<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Statement on the wall</w:t></w:r></w:p>'
    paragraph = "<w:p><w:r><w:t>The wall moved.</w:t></w:r></w:p>"
    said = f"{properties}<dc:creator>Microsoft Office User</dc:creator>"
    found = read_docx(docx(heading + paragraph, properties=said))
    assert found.metadata == {"title": title or "Statement on the wall"}
    assert "title" not in read_docx(docx(paragraph)).metadata


def test_notes_that_are_not_read_are_named() -> None:
    found = read_rtf(rb"{\rtf1 The wall moved.{\footnote See the file.}\par}")
    assert "The wall moved." in found.text
    assert found.lost
