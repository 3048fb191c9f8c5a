"""Bytes to documents: what is read, what it says of itself, and one clear line for what cannot be read."""

import os
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater import pipeline
from headwater.errors import ReadError, UsageError
from headwater.pipeline.keeping import last_sources
from headwater.read import Piece, find_inputs, make_document, pieces_of, read_piece, read_table
from headwater.read import language as language_module
from headwater.records import Document
from headwater.store import CaseFolder
from headwater.store.passing import passed_over

PAGE = """<html lang="en-GB"><head><title>Lake falls - Harbour Post</title>
<meta property="og:site_name" content="Harbour Post">
<meta property="article:published_time" content="2031-06-03T08:00:00+00:00">
<meta name="author" content="Ida Voss"></head>
<body><nav><a href="/">Home</a> <a href="/n">News</a></nav><article><h1>Lake falls</h1>
<p>The water board said on Monday that levels had fallen by 12 per cent since March, the lowest in a decade.</p>
<p>In a letter to residents, it wrote:</p>
<blockquote><p>We have asked every household to halve its use. There is no second reservoir.</p></blockquote>
<p>Members of the council called the letter “late and thin”, and asked for the figures behind it to be published.</p>
</article><footer>All rights reserved by the Harbour Post</footer></body></html>"""


def read(path: Path, **given_metadata: str) -> Document:
    (found,) = find_inputs([path]).found
    (piece,) = pieces_of(found)
    assert isinstance(piece, Piece)
    return read_piece(found, piece, given_metadata)


def test_plain_text_is_kept_as_it_is_but_for_the_byte_order_mark(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"\xef\xbb\xbf One\r\nline\xc2\xa0\xf0\x9f\x98\x80 \n")
    assert read(file).text == " One\r\nline\u00a0😀 \n"


@settings(deadline=None, max_examples=50)
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_any_text_comes_back_whole(text: str) -> None:
    assert make_document(text).text == text


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty file"),
        ("blank.txt", b" \n\t ", "empty file"),
        ("mark.txt", b"\xef\xbb\xbf\n", "empty file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\x00\x00", "a picture; if it shows a text"),
        ("noise.txt", bytes(range(1, 256)) * 8, "binary data, not text"),
        (
            "latin.txt",
            "Der Präsident sagte nichts".encode("latin-1"),
            "not UTF-8 (byte 0xE4 at 6), and too little",
        ),
        ("wide.txt", b"\xff\xfet\x00e", "marked as UTF-16, but it is not"),
        ("sheet.xlsx", b"PK", "a spreadsheet; save it as CSV"),
        ("empty.html", b"", "empty file"),
        ("bare.html", b"<html><body></body></html>", "the page holds no running text"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(tmp_path: Path, name: str, data: bytes, reason: str) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with pytest.raises(ReadError) as error:
        read(file)
    assert str(error.value).startswith(reason)
    assert "\n" not in str(error.value)


def test_too_large_an_input_is_refused_without_reading_it_whole(tmp_path: Path) -> None:
    file = tmp_path / "huge.txt"
    with file.open("wb") as stream:
        stream.truncate(50_000_000)
    with pytest.raises(ReadError, match="larger than 20 MB"):
        read(file)


def test_a_missing_path_is_listed_and_the_rest_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    inputs = find_inputs([tmp_path / "nothing", tmp_path / "a.txt"])
    assert [i.name for i in inputs.found] == ["a.txt"]
    assert inputs.skipped[0].reason.startswith("no such file or folder")


def test_a_folder_is_read_in_depth_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b/c.txt", "a.txt", ".hidden/x.txt", "b/.DS_Store"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Words.")
    assert [i.name for i in find_inputs([tmp_path]).found] == ["a.txt", "b/c.txt"]


def test_a_pipe_among_the_files_is_named_and_never_opened(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "~$a.docx").write_bytes(b"\x04user")
    os.mkfifo(tmp_path / "pipe")
    inputs = find_inputs([tmp_path])
    assert [i.name for i in inputs.found] == ["a.txt"]
    assert [(s.path, s.reason) for s in inputs.skipped] == [
        (str(tmp_path / "pipe"), "no file (a pipe, a socket or a device); not read")
    ]


@pytest.mark.skipif(sys.platform == "darwin", reason="macOS refuses names that are no UTF-8")
def test_a_name_that_is_no_text_is_written_down_and_its_file_is_read(tmp_path: Path) -> None:
    file = Path(os.fsdecode(os.fsencode(tmp_path) + b"/bad\xffname.txt"))
    file.write_text("The mill burned, the mayor said.")
    case = tmp_path / "case"
    for paths in ([file], [tmp_path]):
        (analysis,) = pipeline.trace(paths, case=case).analyses
        assert analysis.document.path == f"{tmp_path}/bad\\xffname.txt"
    with CaseFolder(case) as folder:
        assert last_sources(folder).paths == (str(tmp_path),)
    pipeline.trace([file], case=case)
    assert len(pipeline.trace([], case=case, again=pipeline.Again(failed=True)).analyses) == 1


def test_what_a_browser_saved_beside_a_page_is_passed_over_and_counted(tmp_path: Path) -> None:
    (tmp_path / "Wall.html").write_text(PAGE)
    for name in ("Wall_files/a.css", "Wall_files/img/w.jpg", "case_files/b.txt"):
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("Words.")
    found = find_inputs([tmp_path])
    assert [i.name for i in found.found] == ["Wall.html", "case_files/b.txt"]
    assert found.passed == {"files that belong to saved pages (pictures, styles, scripts)": 2}
    case = pipeline.trace([tmp_path], case=tmp_path / "case")
    assert case.skipped == ()
    with CaseFolder(tmp_path / "case") as folder:
        assert sum(passed_over(folder.manifest()).values()) == 2


def test_a_metadata_table_among_the_documents_is_no_document(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Words.")
    (tmp_path / "metadata.csv").write_text("path,publisher\na.txt,Coast News\n")
    inputs = find_inputs([tmp_path], leave_out=tmp_path / "metadata.csv")
    assert [i.name for i in inputs.found] == ["a.txt"]


def test_ids_do_not_depend_on_where_the_collection_lies(tmp_path: Path) -> None:
    ids = []
    for place in ("here", "there"):
        (tmp_path / place).mkdir()
        (tmp_path / place / "a.txt").write_text("The same words.")
        ids.append(read(tmp_path / place).id)
    assert ids[0] == ids[1]


def test_equal_files_under_two_names_are_two_documents(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("The same words.")
    first, second = (read(tmp_path / name) for name in ("a.txt", "b.txt"))
    assert first.sha256 == second.sha256
    assert first.id != second.id


def test_a_page_gives_its_text_structure_and_declared_metadata(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_text(PAGE)
    page = read(file)
    assert (page.publisher, page.author, page.language) == ("Harbour Post", "Ida Voss", "en")
    assert page.published == "2031-06-03T08:00:00+00:00"
    assert "Home" not in page.text
    (quotation,) = [s for s in page.structure if s.kind == "block_quotation"]
    assert page.text[quotation.start : quotation.end].startswith("We have asked every household")
    assert "“late and thin”" in page.text


def test_markdown_keeps_its_marks_and_gives_its_structure(tmp_path: Path) -> None:
    file = tmp_path / "post.md"
    file.write_text(
        "---\ntitle: A post\ndate: 2031-02-01\n---\n# Heading\n\nText.\n\n> Quoted words\n> go on\n\n- item\n"
    )
    post = read(file)
    assert (post.title, post.published) == ("A post", "2031-02-01")
    shown = [(s.kind, post.text[s.start : s.end]) for s in post.structure]
    assert shown[1:] == [
        ("heading", "Heading"),
        ("block_quotation", "> Quoted words\n> go on"),
        ("list", "- item"),
    ]


def test_the_metadata_table_wins_and_finds_its_rows_by_name(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text("PORT ALMA, 3 June 2031 (CN) -- The port is shut.")
    table = tmp_path / "metadata.csv"
    table.write_text("path,publisher,published\na.txt,Coast News,2031-06-04\n")
    inputs = find_inputs([tmp_path / "texts"]).found
    document = read(tmp_path / "texts" / "a.txt", **read_table(table, inputs).row(inputs[0]))
    assert (document.publisher, document.published) == ("Coast News", "2031-06-04")


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("PORT ALMA, 3 June 2031 (CN) -- The port is shut.", "2031-06-03"),
        ("   SAN ORO, 14 JAN 90 -- [TEXT] THE PORT IS SHUT.", "1990-01-14"),
        ("The port is shut\nPublished: June 3, 2031\nIt was shut on 1 May 2030.", "2031-06-03"),
        ("The port was shut on 3 June 2031 by the board.", None),
        ("PORT ALMA, June 3 (CN) -- The port is shut.", None),
    ],
)
def test_a_date_is_taken_from_a_dateline_only_when_it_has_a_year(text: str, published: str | None) -> None:
    assert make_document(text).published == published


@pytest.mark.parametrize("content", ["publisher\nX\n", '{"publisher": "X"}\n', "path,published\na.txt,yesterday\n"])
def test_a_metadata_table_that_cannot_be_used_is_a_usage_error(tmp_path: Path, content: str) -> None:
    table = tmp_path / "metadata.csv"
    table.write_text(content)
    with pytest.raises(UsageError, match="metadata"):
        read_table(table, ())


def test_languages_are_told_apart_and_short_texts_have_none() -> None:
    identify = language_module.identify_language
    assert (
        identify("The council said that it was not in a position to answer the questions of the press by then.") == "en"
    )
    german = (
        "Die Regierung erklärte am Montag, dass sie die Zahlen nicht bestätigen könne und auf den Bericht warte, den "
    )
    assert identify(german + "die Behörde in der nächsten Woche vorlegen will.") == "de"
    assert identify("Port shut") is None
