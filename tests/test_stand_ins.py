"""Pages that stand in for an article are refused, texts that break off are read in part, and honest ones whole."""

from pathlib import Path

import pytest

import piles
from headwater import pipeline
from headwater.pipeline.analysing import Outcome
from headwater.read.stand_ins import breaks_off, stand_in
from written_files import zipped

BEGUN = "The mill at Halden will close in June, its owner said on Monday.\n\n"
LONG = (
    "The council said that it would look at every letter that had been sent to it since the spring of last year. " * 2
)

STAND_INS = [
    # title, text, what it is
    (None, "You need to enable JavaScript to run this app.", "JavaScript"),
    ("Courier", "Please enable JavaScript and cookies to continue", "JavaScript"),
    ("Courier", "JavaScript is disabled in your browser.\n\nReload", "JavaScript"),
    ("Just a moment...", "Checking if the site connection is secure\n\na.example needs to review the security of your "
     "connection before proceeding.", "robots"),
    ("Courier", "Verify you are human by completing the action below.\n\nRay ID: 8c1", "robots"),
    ("Before you continue", "We use cookies and data to deliver our services.", "cookies"),
    ("Kurier", "Wir verwenden Cookies, um Inhalte zu personalisieren.\n\nAlle akzeptieren", "cookies"),
    ("404 Not Found", "404 Not Found\n\nnginx", "an error of the server (“404 Not Found”)"),
    ("Courier", "Page not found\n\nThe page you asked for is not here any more.", "an error of the server"),
    ("Access Denied", "Access Denied\n\nYou don't have permission to access this.", "an error of the server"),
    ("Error 503", "Please try again later.", "an error of the server"),
    ("Kurier", "Seite nicht gefunden\n\nZur Startseite", "an error of the server"),
]  # fmt: skip
ARTICLES = [
    # a headline about such a thing, with an article
    ("Access denied", "Access denied\n\n" + LONG * 3),
    ("Not found", LONG * 4),
    # the line of a banner beside an article
    ("Mill", "You need to enable JavaScript to run this app.\n\n" + LONG),
    ("Mill", "We use cookies and data to deliver our services.\n\n" + LONG),
    # a sentence about cookies in one
    ("Cookies", "The minister said the shop had set cookies without asking, and that “we value your privacy” was "
     "no answer.\n\n" + LONG),
    # short, and none of these
    ("Mill", "The mill will close in June, its owner said."),
    ("503 jobs to go", "503 jobs will go at the mill, its owner said."),
]  # fmt: skip

CUT = [
    ("Subscribe to continue reading.", "Subscribe to continue reading."),
    ("Already a subscriber? Log in.", "Already a subscriber?"),
    ("This article is for subscribers only.", "for subscribers only"),
    ("Sign in or create an account to keep reading", "to keep reading"),
    ("Jetzt weiterlesen mit Probeabo", "weiterlesen"),
    ("Cet article est réservé aux abonnés.", "réservé aux abonnés"),
    ("Il vous reste 83 % de cet article à lire.", "83 %"),
    ("Suscríbete para seguir leyendo", "seguir leyendo"),
    ("Four workers were hurt at the quarry, the fire service said… [+2310 chars]", "[+2310 chars]"),
    ("Four workers were hurt at the quarry […]", "[…]"),
]
WHOLE = [
    "The paper said that it would ask readers to subscribe from June.",
    "“Already the subscribers leave,” he said.",
    "He had [...] never seen the letter, he said.",
    "The board read the letters to the end. More on Monday.",
    "Two of 12 documents were shown to the court.",
]


@pytest.mark.parametrize(("title", "text", "what"), STAND_INS, ids=[text[:30] for _, text, _ in STAND_INS])
def test_a_page_that_stands_in_for_another_says_so(title: str | None, text: str, what: str) -> None:
    found = stand_in(title, text)
    assert found is not None
    assert what in found


@pytest.mark.parametrize(("title", "text"), ARTICLES, ids=[text[:30] for _, text in ARTICLES])
def test_an_article_stands_for_itself(title: str, text: str) -> None:
    assert stand_in(title, text) is None


@pytest.mark.parametrize(("line", "shown"), CUT, ids=[line for line, _ in CUT])
def test_a_text_that_breaks_off_says_where(line: str, shown: str) -> None:
    (found,) = breaks_off(BEGUN + line)
    assert found.startswith("breaks off: “")
    assert shown in found


@pytest.mark.parametrize("line", WHOLE)
def test_a_text_that_speaks_of_such_things_is_whole(line: str) -> None:
    assert breaks_off(BEGUN + line) == ()


def test_articles_of_a_database_in_one_file_are_named() -> None:
    export = "1 of 2 DOCUMENTS\n\nThe Vail Courier\n\n" + BEGUN + "2 of 2 DOCUMENTS\n\nStrait Herald\n\n" + BEGUN
    assert "2 articles of a database in one file" in breaks_off(export)[0]


def outcome(folder: Path, name: str, data: bytes) -> Outcome:
    (folder / name).write_bytes(data)
    (found,) = pipeline.read([folder / name], workers=1)
    return found


def test_a_stand_in_is_skipped_with_what_to_do_and_a_text_file_of_the_same_words_is_read(tmp_path: Path) -> None:
    words = "You need to enable JavaScript to run this app."
    page = outcome(
        tmp_path, "a.html", f"<html><body><div id=root></div><noscript>{words}</noscript></body></html>".encode()
    )
    assert page.reason == (
        "the page shows only that it wants JavaScript; save it from a browser once it is shown whole"
    )
    assert outcome(tmp_path, "a.txt", words.encode()).document is not None


def test_a_page_that_breaks_off_is_read_in_part(tmp_path: Path) -> None:
    data = piles.page().replace(b"</article>", b"<p>Subscribe to continue reading.</p></article>")
    document = outcome(tmp_path, "a.html", data).document
    assert document is not None
    assert (document.state, document.lost) == ("partial", ("breaks off: “Subscribe to continue reading.”",))


OPEN = "application/vnd.oasis.opendocument."
OFFICE = [
    (
        "a.ods",
        zipped({"mimetype": OPEN + "spreadsheet", "content.xml": "<a/>", "META-INF/manifest.xml": "<a/>"}),
        "sheet",
    ),
    ("a.odp", zipped({"mimetype": OPEN + "presentation", "content.xml": "<a/>"}), "slides"),
    ("a.pages", zipped({"Index/Document.iwa": "x", "preview.jpg": "x"}), "Apple"),
    ("a.xlsx", zipped({"xl/workbook.xml": "<a/>"}), "spreadsheet"),
    ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Outlook"),
    ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "spreadsheet; save it as CSV"),
    ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Office file from before 2007"),
    ("a.srt", b"1\n00:00:01,000 --> 00:00:04,000\nThe mayor said no.\n", "subtitles"),
    ("a.webloc", b"<?xml version='1.0'?><plist><dict/></plist>", "a link to a document"),
]


@pytest.mark.parametrize(("name", "data", "reason"), OFFICE, ids=[name for name, _, _ in OFFICE])
def test_what_other_programs_write_is_refused_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, reason: str
) -> None:
    assert reason in (outcome(tmp_path, name, data).reason or "")
