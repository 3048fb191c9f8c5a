"""Piles to pieces to documents: every format that holds many documents, and what is said of what it cannot give."""

import gzip
import html
import json
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

import piles
from headwater import pipeline
from headwater.errors import ReadError
from headwater.pipeline.analysing import Outcome
from headwater.read import Input, pieces_of
from headwater.read.articles import COLUMNS
from headwater.read.dates import iso_date
from headwater.read.formats import load
from headwater.read.tags import count_tags
from headwater.records import Document


def outcomes(folder: Path, name: str, data: bytes, **columns: str) -> list[Outcome]:
    (folder / name).write_bytes(data)
    return list(pipeline.read([folder / name], columns=columns, workers=1))


def documents(folder: Path, name: str, data: bytes, **columns: str) -> list[Document]:
    return [o.document for o in outcomes(folder, name, data, **columns) if o.document is not None]


def reasons(found: list[Outcome]) -> dict[str, str]:
    return {o.path.partition("#")[2]: o.reason for o in found if o.reason is not None}


def shown(document: Document, kind: str) -> list[str]:
    return [document.text[s.start : s.end] for s in document.structure if s.kind == kind]


def test_json_lines_give_a_document_a_line_and_a_bad_line_costs_one(tmp_path: Path) -> None:
    found = outcomes(tmp_path, "pile.jsonl", piles.lines(2) + b"{bad\n\n[1]\n" + piles.lines(1))
    assert [o.path.rpartition("/")[2] for o in found] == [f"pile.jsonl#{n}" for n in (1, 2, 3, 5, 6)]
    assert set(reasons(found)) == {"3", "5"}
    first = found[0].document
    assert first is not None
    assert (first.title, first.author, first.url) == ("Quay 1", "Ida Voss, Jan Roe", "https://post.example/1")
    assert (first.publisher, first.published) == ("post.example", "2031-06-03T10:00:00")
    assert first.text == piles.WORDS + " (1)"
    assert any(e.rule == "published: column “date_publish” (2031-06-03 10:00:00)" for e in first.evidence)


@pytest.mark.parametrize(
    ("row", "field", "expected"),
    [
        ({"content": "Text.", "source": {"id": None, "name": "Bay Wire"}}, "publisher", "Bay Wire"),
        ({"text": "Text.", "metadata": {"url": "https://a.example", "date": "2031-06"}}, "url", "https://a.example"),
        ({"text": "Text.", "metadata": {"url": "https://a.example", "date": "2031-06"}}, "published", "2031-06"),
        ({"Body": "Text.", "Publish Date": "June 3, 2031"}, "published", "2031-06-03"),
        ({"text": "Text.", "published_at": 1938326400}, "published", "2031-06-04T08:00:00+00:00"),
        ({"plaintext": "Text.", "updated_at": "2031-06-05", "date": "2031-06-03"}, "modified", "2031-06-05"),
        ({"maintext": "Text.", "date_download": "2031-06-09"}, "retrieved", "2031-06-09"),
        ({"text": "Text.", "lang": "de-AT"}, "language", "de"),
        ({"text": "Text.", "date": "03/04/2031"}, "published", None),
    ],
)
def test_the_usual_columns_are_known(tmp_path: Path, row: dict[str, object], field: str, expected: str | None) -> None:
    (found,) = documents(tmp_path, "one.json", json.dumps(row).encode())
    assert getattr(found, field) == expected
    assert found.text == "Text."


def test_a_date_that_cannot_be_read_is_named_and_not_guessed(tmp_path: Path) -> None:
    (found,) = documents(tmp_path, "one.json", b'{"text": "Words.", "date": "03/04/2031"}')
    assert "published not read: column “date” (03/04/2031)" in {e.rule for e in found.evidence}


def test_columns_that_the_user_names_win(tmp_path: Path) -> None:
    row = json.dumps({"text": "Wrong.", "inhalt": "Right.", "kopf": "Title", "title": "No"}).encode()
    (found,) = documents(tmp_path, "one.jsonl", row, text="inhalt", title="kopf")
    assert (found.text, found.title) == ("Right.", "Title")


@pytest.mark.parametrize("layout", ["array", "object", "indented", "nested"])
def test_json_in_every_layout_gives_its_articles(tmp_path: Path, layout: str) -> None:
    rows = [piles.article(n) for n in range(3)]
    value = {"array": rows, "indented": rows, "object": {"status": "ok", "articles": rows}}.get(
        layout, {"response": {"results": rows}}
    )
    data = json.dumps(value, indent=2 if layout == "indented" else None).encode()
    assert [d.title for d in documents(tmp_path, "pile.json", data)] == ["Quay 0", "Quay 1", "Quay 2"]


def test_a_json_array_that_is_cut_off_gives_what_is_whole(tmp_path: Path) -> None:
    data = json.dumps([piles.article(n) for n in range(4)]).encode()
    found = outcomes(tmp_path, "pile.json", data[: len(data) - 40])
    assert [o.document is not None for o in found] == [True, True, True, False]
    assert "cut off" in (found[-1].reason or "")


def test_a_table_gives_a_document_a_row_with_markup_as_structure(tmp_path: Path) -> None:
    table = (
        "headline;body;outlet\n"
        f'One;"{piles.WORDS}\nA second line.";Harbour Post\n'
        f"Two;<p>{piles.MORE}</p><blockquote>Said by others.</blockquote>;Bay Wire\n;;\n"
    )
    one, two = documents(tmp_path, "table.csv", table.encode("windows-1252"))
    assert (one.title, one.publisher) == ("One", "Harbour Post")
    assert one.text.endswith("said.\nA second line.")
    assert shown(two, "block_quotation") == ["Said by others."]


def test_a_table_without_a_text_column_says_what_it_has(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "table.csv", b"path,publisher\na.txt,Coast News\n")
    assert found.reason == "no column with a text; its columns are path, publisher; name it with --columns text=NAME"


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("title,body\nOne,\n", "no text: its column “body” is empty"),
        ("title,body\nOne,  \n", "no text: its column “body” is empty"),
        ("title,body,summary\nOne,,\n", "no text: its columns “body” and “summary” are empty"),
    ],
)
def test_a_row_whose_text_column_is_empty_names_the_column(tmp_path: Path, table: str, reason: str) -> None:
    (found,) = outcomes(tmp_path, "table.csv", table.encode())
    assert found.reason == reason


def test_a_row_whose_text_is_an_object_is_not_called_empty(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "table.jsonl", b'{"title": "One", "text": {"kind": 3}}\n')
    assert found.reason == "no text: its column “text” is without a text"


def test_a_row_with_an_unclosed_quotation_mark_is_read_in_part(tmp_path: Path) -> None:
    one, two = documents(tmp_path, "table.csv", b'title,text\nOne,Words.\nTwo,"no end\nThree,Fine words.\n')
    assert (one.state, two.state) == ("ok", "partial")


@pytest.mark.parametrize(
    ("name", "data"), [("a.csv", b"title,text\n"), ("b.jsonl", b"\n\n"), ("c.zip", b"PK\x05\x06" + bytes(18))]
)
def test_what_holds_no_document_is_said(tmp_path: Path, name: str, data: bytes) -> None:
    (found,) = outcomes(tmp_path, name, data)
    assert found.reason == "holds no document"


def test_mail_keeps_quoted_lines_as_block_quotations_and_attachments_as_documents(tmp_path: Path) -> None:
    mail, attached = documents(tmp_path, "post.eml", piles.message(attach=piles.page()))
    assert (mail.title, mail.author, mail.published) == (
        *("Re: the quay – news", "Ida Voss"),
        "2031-06-03T08:00:00+02:00",
    )
    assert shown(mail, "block_quotation") == ["We said no,\ntwice."]
    assert attached.path.endswith("post.eml#page.html")
    assert attached.publisher == "Harbour Post"


ANNOUNCED = [
    "-----Original Message-----",
    "---------- Forwarded message ---------",
    "Begin forwarded message:",
    "-----Ursprüngliche Nachricht-----",
    "________________________________",
]


@pytest.mark.parametrize("line", ANNOUNCED)
def test_what_stands_below_an_announced_message_is_somebody_else_s(tmp_path: Path, line: str) -> None:
    below = "From: Jan Roe\nSubject: quay\n\nWe agree.\n\n> Shut it.\n"
    body = f"Dear Ada,\n\n> We said no.\n\nsee below.\n\n{line}\n{below}"
    (mail,) = documents(tmp_path, "post.eml", piles.message(body))
    assert shown(mail, "block_quotation") == ["We said no.", "We agree.", "Shut it."]


HEADERS = [
    "From: Jan Roe <roe@quay.example>\nSent: 3 June 2031 08:00\nTo: Ida Voss\nSubject: quay",
    "*From:* Jan Roe\n*Date:* Tue, 3 Jun 2031\n*To:* Ida Voss",
    "Von: Roe, Jan\nGesendet: Dienstag, 3. Juni 2031 08:00\nAn: Voss, Ida\nBetreff: Kai",
    "De : Jan Roe\nEnvoyé : mardi 3 juin 2031 08:00\nÀ : Ida Voss\nObjet : quai",
    "От: Ян Ро\nДата: 3 июня 2031\nКому: Ида Фосс\nТема: причал",
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("kind", ["plain", "html"])
def test_what_stands_below_the_header_of_an_earlier_message_is_somebody_else_s(
    tmp_path: Path, header: str, kind: str
) -> None:
    body = f"Dear Ada,\n\nsee below.\n\n{header}\n\nDear Ida,\n\nwe agree.\n"
    if kind == "html":
        body = "".join(f"<p>{html.escape(part).replace(chr(10), '<br>')}</p>" for part in body.strip().split("\n\n"))
    data = f"From: a@b.example\nContent-Type: text/{kind}; charset=utf-8\n\n{body}".encode()
    (mail,) = documents(tmp_path, "post.eml", data)
    assert shown(mail, "block_quotation") == ["Dear Ida,", "we agree."]
    assert shown(mail, "boilerplate") == [header]


def test_an_agenda_is_no_header_of_a_message(tmp_path: Path) -> None:
    body = "To: the ferry at eight.\nDate: Monday.\nSubject: the quay.\n\nWe meet at noon.\n"
    (mail,) = documents(tmp_path, "post.eml", piles.message(body))
    assert shown(mail, "block_quotation") == []


def test_quoted_answers_keep_apart_who_is_quoted_in_them(tmp_path: Path) -> None:
    body = (
        "No.\n\nOn Tue, 3 Jun 2031 at 09:00, Jan Roe <roe@quay.example> wrote:\n> Is it shut?\n>\n"
        "> On Mon, 2 Jun 2031, Ida Voss wrote:\n>> The quay is open.\n>> It stays open.\n> I doubt it.\n"
        "-- \nAda\nVail Post\n"
    )
    (mail,) = documents(tmp_path, "post.eml", piles.message(body))
    assert shown(mail, "block_quotation") == ["Is it shut?", "The quay is open.\nIt stays open.", "I doubt it."]
    assert shown(mail, "boilerplate") == [">", "--\nAda\nVail Post"]
    between = mail.text.index("On Mon"), mail.text.index("The quay is open.")
    assert mail.text[slice(*between)].strip() == "On Mon, 2 Jun 2031, Ida Voss wrote:"


def test_a_line_across_a_message_announces_none(tmp_path: Path) -> None:
    (mail,) = documents(tmp_path, "post.eml", piles.message("Dear Ada,\n\n--\n____________________\nJan Roe\n"))
    assert shown(mail, "block_quotation") == []


def test_a_mailbox_gives_its_messages(tmp_path: Path) -> None:
    found = documents(tmp_path, "box.mbox", piles.mbox(3))
    assert [d.path.rpartition("/")[2] for d in found] == ["box.mbox#1", "box.mbox#2", "box.mbox#3"]


def test_a_feed_gives_whole_entries_and_marks_summaries(tmp_path: Path) -> None:
    one, two = documents(tmp_path, "feed.xml", piles.feed())
    assert (one.state, one.publisher, one.published) == ("ok", "Harbour Post", "2031-06-03T08:00:00+00:00")
    assert shown(one, "block_quotation") == [piles.MORE]
    assert (two.state, two.text) == ("partial", piles.MORE)
    assert "only a summary" in two.lost[0]


def test_a_json_feed_gives_its_items(tmp_path: Path) -> None:
    items = [{"id": "1", "url": "https://a.example/1", "content_html": f"<p>{piles.WORDS}</p>"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Harbour Post", "items": items}
    (found,) = documents(tmp_path, "feed.json", json.dumps(feed).encode())
    assert (found.text, found.url) == (piles.WORDS, "https://a.example/1")


def test_a_sitemap_is_listed_and_gives_nothing_to_read(tmp_path: Path) -> None:
    data = b'<?xml version="1.0"?><urlset xmlns="x"><url><loc>https://a</loc></url><url><loc>https://b</loc></url></urlset>'
    (found,) = outcomes(tmp_path, "sitemap.xml", data)
    assert (found.reason or "").startswith("a sitemap that lists 2 addresses")


@pytest.mark.parametrize("packed", ["members", "one member", "not packed"])
def test_a_warc_gives_its_pages_with_address_and_time_of_fetching(tmp_path: Path, packed: str) -> None:
    bare = b"".join(piles.records(3))
    data = {"members": piles.warc_gz(3), "one member": gzip.compress(bare), "not packed": bare}[packed]
    found = documents(tmp_path, "pile.warc" if packed == "not packed" else "pile.warc.gz", data)
    assert [d.url for d in found] == [f"https://post.example/{n}" for n in range(3)]
    assert {d.retrieved for d in found} == {"2031-06-04T08:00:00+00:00"}
    assert {d.published for d in found} == {"2031-06-03T08:00:00Z"}
    assert {d.path.partition("#")[2] for d in found} == {f"https://post.example/{n}" for n in range(3)}


def test_a_page_that_was_fetched_twice_is_two_documents(tmp_path: Path) -> None:
    one, two = (piles.record(piles.answer(piles.page(t))) for t in ("One", "Two"))
    again = piles.record(b"", kind="revisit")
    first, second = documents(tmp_path, "p.warc", one + two + again)
    assert (first.title, second.title) == ("One", "Two")
    assert second.path.endswith("#https://post.example/1#2")


def test_damaged_members_of_a_warc_cost_themselves_and_are_reported(tmp_path: Path) -> None:
    members = [gzip.compress(one, mtime=0) for one in piles.records(20)]
    for place in (4, 12, 30):
        members[place] = members[place][:60] + bytes(b ^ 0x55 for b in members[place][60:90]) + members[place][90:]
    found = outcomes(tmp_path, "p.warc.gz", b"".join(members))
    assert len([o for o in found if o.document is not None]) == 17
    assert len([o for o in found if "damaged" in (o.reason or "")]) == 3


def test_a_warc_that_is_cut_at_any_of_200_places_is_said_to_be_cut(tmp_path: Path) -> None:
    data = piles.warc_gz(2)
    whole = {place for place in range(len(data)) if data[place : place + 3] == b"\x1f\x8b\x08"}
    cuts = sorted({round(1 + step * (len(data) - 2) / 199) for step in range(200)})
    for place in cuts:
        (tmp_path / f"{place}.warc.gz").write_bytes(data[:place])
    said = {o.path.rpartition("/")[2].partition(".")[0] for o in pipeline.read([tmp_path], workers=1) if o.reason}
    assert len(cuts) == 200
    assert {place for place in cuts if str(place) not in said} <= whole


@pytest.mark.parametrize(
    ("block", "reason"),
    [
        (piles.answer(gzip.compress(bytes(40_000_000)), more="Content-Encoding: gzip\r\n"), "more than 20 MB"),
        (piles.answer(b"zz\r\nnot chunks", more="Transfer-Encoding: chunked\r\n"), "damaged"),
        (piles.answer(b"9999\r\nshort", more="Transfer-Encoding: chunked\r\n"), ""),
    ],
)
def test_what_a_server_packed_wrongly_is_said(tmp_path: Path, block: bytes, reason: str) -> None:
    good = piles.record(piles.answer(piles.page()), "https://post.example/good")
    found = outcomes(tmp_path, "p.warc", piles.record(block) + good)
    assert found[-1].document is not None
    assert found[-1].document.url == "https://post.example/good"
    assert len(found) == 2
    assert reason in (found[0].reason or " ".join(found[0].document.lost if found[0].document else ()))


@pytest.mark.parametrize("length", ["10", "999999", "-1", "", "x", "99999999999999999999"])
def test_a_record_with_a_wrong_length_does_not_take_the_others_along(tmp_path: Path, length: str) -> None:
    good = [piles.record(piles.answer(piles.page()), f"https://post.example/{n}") for n in range(3)]
    bad = piles.record(piles.answer(piles.page()), length=length or "none")
    packed = b"".join(gzip.compress(one) for one in [good[0], bad, *good[1:]])
    found = outcomes(tmp_path, "p.warc.gz", packed)
    assert {o.document.url for o in found if o.document} >= {f"https://post.example/{n}" for n in range(3)}
    assert any(o.reason for o in found)


def test_a_wacz_gives_the_pages_of_its_archive(tmp_path: Path) -> None:
    members = {"datapackage.json": b"{}", "archive/data.warc.gz": piles.warc_gz(2), "pages/pages.jsonl": b"{}"}
    found = outcomes(tmp_path, "p.wacz", piles.zipped(members))
    assert [o.document.url for o in found if o.document] == ["https://post.example/0", "https://post.example/1"]
    assert not reasons(found)


def test_an_archive_of_everything_gives_everything(tmp_path: Path) -> None:
    members = {
        "a.txt": piles.WORDS.encode(),
        "in/b.html": piles.page(),
        "c.jsonl": piles.lines(2),
        "d.zip": piles.zipped({"e.txt": piles.MORE.encode()}),
        "f.mbox": piles.mbox(1),
        "g.warc.gz": piles.warc_gz(1),
        "h.docx": piles.docx(),
        "i.txt.gz": gzip.compress(piles.MORE.encode()),
    }
    expected = Counter({"plain text": 3, "HTML": 2, "JSON article": 2, "e-mail": 1, "DOCX": 1})
    for name, data in (("p.zip", piles.zipped(members)), ("p.tar.gz", piles.tarred(members))):
        found = outcomes(tmp_path, name, data)
        assert not reasons(found), name
        assert Counter(o.format for o in found) == expected, name


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("lie.pdf", piles.page(), "HTML"),
        ("lie.txt", piles.zipped({"a.txt": b"Words of a note."}), "plain text"),
        ("lie.html", piles.docx(), "DOCX"),
        ("lie.docx", piles.rtf(), "RTF"),
        ("lie.txt", piles.feed(), "feed entry"),
        ("lie.zip", piles.docx(), "DOCX"),
        ("lie.txt", piles.pdf(), "PDF"),
    ],
)
def test_content_wins_over_a_lying_suffix(tmp_path: Path, name: str, data: bytes, kind: str) -> None:
    assert {o.format for o in outcomes(tmp_path, name, data)} == {kind}


ENCODINGS = {
    "utf-16": ("The board said “no” on Monday. " * 4, True),
    "utf-16-le": ("Das Präsidium äußerte sich über die Größe der Straße nicht. ", False),
    "windows-1252": ("Der Präsident sagte über die Größe der Straße nichts, außer dass er später komme. " * 3, True),
    "windows-1251": ("Правительство сообщило в понедельник, что порт будет закрыт до июня. " * 3, True),
    "koi8-r": ("Правительство сообщило в понедельник, что порт будет закрыт до июня. " * 3, True),
    "gb18030": ("政府星期一表示，港口将关闭至六月，因为调查发现四十根桩中有十一根出现裂缝。" * 3, True),
    "shift_jis": (
        "政府は月曜日、港を六月まで閉鎖すると発表した。調査で四十本の杭のうち十一本にひびが見つかった。" * 3,
        True,
    ),
    "euc-kr": (
        "정부는 월요일에 항구를 유월까지 폐쇄한다고 밝혔다. 조사에서 말뚝 마흔 개 중 열한 개에 금이 갔다. " * 3,
        True,
    ),
    "iso-8859-7": ("Η κυβέρνηση είπε τη Δευτέρα ότι το λιμάνι θα μείνει κλειστό έως τον Ιούνιο. " * 3, True),
}


UNDECLARED = [
    ("cp1252", "“We went home,” she said – the mayor’s café was shut. It’s a naïve view, he said."),
    ("cp1252", "Ministerium: „Niemand wurde vertrieben“, erklärte der Minister am 13. März."),
    ("cp1252", "El alcalde señaló que habrá más daños. «No había señales», añadió el jefe de policía."),
    ("mac-roman", "“We went home,” she said – the mayor’s café was shut. It’s a naïve view, he said."),
    ("cp1250", "Minister powiedział, że w wypadku zginęło pięć osób. „Nie było żadnych sygnałów”, dodał."),
    ("cp1254", "Bakan, kazada beş kişinin öldüğünü söyledi. “Hiçbir işaret yoktu,” dedi sözcü."),
    ("cp1251", "Не менее 14 человек обратились в больницы, сообщила служба здравоохранения."),
    ("cp1256", "قال المتحدث باسم الوزارة إن القوات انسحبت من القرية يوم الثلاثاء."),
]


@pytest.mark.parametrize(("charset", "words"), UNDECLARED)
@pytest.mark.parametrize("name", ["a.txt", "a.html"])
def test_letters_are_right_where_nothing_declares_the_encoding(
    tmp_path: Path, charset: str, words: str, name: str
) -> None:
    data = (f"<html><body><p>{words}</p></body></html>" if name.endswith("html") else words).encode(charset)
    (found,) = documents(tmp_path, name, data)
    assert found.text == words


@pytest.mark.parametrize("charset", list(ENCODINGS))
def test_other_encodings_are_told_and_named_or_refused(tmp_path: Path, charset: str) -> None:
    text, is_told = ENCODINGS[charset]
    (found,) = outcomes(tmp_path, "a.txt", text.encode(charset))
    if not is_told:
        assert found.reason is not None
        return
    assert found.document is not None, found.reason
    assert found.document.text == text
    assert any(e.rule.startswith("encoding: ") for e in found.document.evidence)


def test_a_declared_charset_is_used_and_a_lying_one_is_not(tmp_path: Path) -> None:
    text = "Der Präsident äußerte sich nicht zur Größe der Straße. " * 4
    told = piles.message("x").replace(b'charset="utf-8"', b'charset="iso-8859-1"')
    for charset, body in (
        ("iso-8859-1", text.encode("latin-1")),
        ("utf-16", text.encode()),
        ("punycode", text.encode()),
    ):
        head = told.partition(b"\n\n")[0].replace(b"iso-8859-1", charset.encode())
        head = b"\n".join(row for row in head.split(b"\n") if b"Transfer" not in row)
        (found,) = documents(tmp_path, "a.eml", head + b"\n\n" + body)
        assert found.text.strip() == text.strip()


def test_mojibake_and_hidden_characters_are_named_and_left_as_they_are(tmp_path: Path) -> None:
    broken = (piles.WORDS + piles.WORDS).encode().decode("windows-1252", "replace")
    (found,) = documents(tmp_path, "a.txt", broken.encode())
    assert found.text == broken
    assert "encoding: suspicious" in {e.rule for e in found.evidence}
    turned = "The board said \u202eon\u202c Monday\u200b."
    (found,) = documents(tmp_path, "b.txt", turned.encode())
    assert found.text == turned
    assert "text: hidden characters" in {e.rule for e in found.evidence}


def test_half_a_surrogate_pair_becomes_a_replacement_character(tmp_path: Path) -> None:
    (found,) = documents(tmp_path, "a.jsonl", b'{"text": "A \\ud83d half.", "title": "\\udc00"}')
    assert (found.text, found.title) == ("A \ufffd half.", "\ufffd")


def test_pages_beyond_reason_are_read_in_part_and_at_once(tmp_path: Path) -> None:
    attributes = b"<html><body><p " + b" ".join(b"a%d=1" % n for n in range(60_000)) + b">" + piles.page()[15:]
    nested = b"<html><body>" + b"<div>" * 200_000 + piles.WORDS.encode() + b"</div>" * 200_000
    many = b"<html><body>" + (b"<p>" + piles.MORE.encode() + b"</p>") * 100_000
    for data in (attributes, nested, many):
        (found,) = documents(tmp_path, "a.html", data)
        assert found.state == "partial"
        assert piles.WORDS in found.text or piles.MORE in found.text
        assert all(found.text[s.start : s.end].strip() for s in found.structure)


def test_tags_are_counted_as_they_nest() -> None:
    tags = count_tags(b"<div a=1 b='>' c=\"x\"><p>one<p>two<br/><span>x</span></div><div></div>")
    assert (tags.depth, tags.excess()) == (2, None)
    assert count_tags(b"<a " + b"x=1 " * 5_000 + b">").attributes >= 5_000
    assert count_tags(b"<b>" * 1_000).depth == 1_000


@pytest.mark.parametrize(
    "value", ["31/12/2031", "yesterday", "", "2031-13-45", "99999999999999999", "1582-02-30", "x" * 500]
)
def test_what_is_no_date_is_none(value: str) -> None:
    found = iso_date(value)
    assert found is None or found == "2031-12-31"


def test_a_pile_is_read_the_same_in_any_number_of_processes(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.jsonl").write_bytes(piles.lines(20))
    (tmp_path / "in" / "b.warc.gz").write_bytes(piles.warc_gz(5))
    (tmp_path / "in" / "c.eml").write_bytes(piles.message(attach=piles.page()))
    one, two = (list(pipeline.read([tmp_path / "in"], workers=n)) for n in (1, 3))
    assert one == two
    assert len({o.document.id for o in one if o.document}) == 27


def test_a_row_of_the_metadata_table_reaches_a_pile_and_its_pieces(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_bytes(piles.lines(2))
    table = tmp_path / "m.csv"
    table.write_text("path,publisher,title\na.jsonl,Bay Wire,\na.jsonl#2,,Another\n")
    one, two = pipeline.read([tmp_path / "a.jsonl"], metadata=table)
    assert one.document is not None
    assert two.document is not None
    assert (one.document.publisher, one.document.title) == ("Bay Wire", "Quay 1")
    assert (two.document.publisher, two.document.title) == ("Bay Wire", "Another")


MEMORY = """
import resource, sys
from headwater import pipeline
found = sum(o.document is not None for o in pipeline.read([sys.argv[1]], workers=1))
print(found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


def test_memory_does_not_grow_with_the_pile(tmp_path: Path) -> None:
    peaks = []
    for number in (200, 20_000):
        file = tmp_path / f"{number}.jsonl"
        with file.open("wb") as stream:
            for _ in range(number // 100):
                stream.write(piles.lines(100))
        run = subprocess.run([sys.executable, "-c", MEMORY, file], capture_output=True, check=True, text=True)
        found, peak, _ = map(int, run.stdout.split())
        assert found == number
        peaks.append(peak)
    assert peaks[1] < peaks[0] + 20_000  # kB


def test_an_input_that_holds_nothing_to_read_is_said_once(tmp_path: Path) -> None:
    for name, data in (
        ("a.zip", b"PK\x03\x04broken"),
        ("b.warc", b"WARC/1.0\r\n"),
        ("c.gz", b"\x1f\x8b\x08xx"),
        ("d.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
    ):
        (found,) = outcomes(tmp_path, name, data)
        assert found.reason
        assert "\n" not in found.reason


def test_every_field_of_a_table_is_a_field_of_a_document() -> None:
    assert set(COLUMNS) - {"text", "summary"} <= set(Document.__slots__)


def test_a_reader_that_is_not_there_is_said() -> None:
    with pytest.raises(ReadError, match="no reader for NOTHING yet"):
        load("headwater.read.nothing:read_nothing")


def test_a_first_line_that_is_no_header_is_refused_with_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"$t\rI")
    with pytest.raises(ReadError, match="no header of a table"):
        list(pieces_of(Input("a.csv", "a.csv", tmp_path / "a.csv"), {}))


CHANNEL = {
    "name": "Vail Front",
    "type": "public_channel",
    "messages": [
        {"id": 1, "type": "service", "date": "2031-03-01T10:00:00", "text": ""},
        {
            "id": 2,
            "type": "message",
            "date": "2031-03-09T08:15:00",
            "date_unixtime": "1930806900",
            "from": "Vail Front",
            "text": ["We left the ", {"type": "bold", "text": "quay"}, " at dawn."],
        },
        {
            "id": 3,
            "type": "message",
            "date": "2031-03-09T12:40:00",
            "from": "Vail Front",
            "forwarded_from": "North Wind",
            "text": "The quay is ours.",
        },
        {"id": 4, "type": "message", "date": "2031-03-10T09:00:00", "from": "Vail Front", "photo": "a.jpg", "text": ""},
    ],
}


def test_an_exported_channel_gives_its_messages_and_what_it_sends_on_is_another_s(tmp_path: Path) -> None:
    own, sent_on = documents(tmp_path, "result.json", json.dumps(CHANNEL).encode())
    assert (own.path.rpartition("#")[2], own.text) == ("2", "We left the quay at dawn.")
    assert (own.publisher, own.published) == ("Vail Front", "2031-03-09T07:15:00+00:00")
    assert (sent_on.publisher, sent_on.published, sent_on.retrieved) == ("North Wind", None, "2031-03-09T12:40:00")


def test_a_sheet_of_a_monitor_is_read_by_its_usual_columns(tmp_path: Path) -> None:
    table = "ID;Date posted;Channel;Original text;Link\n1;2031-03-09;Vail Front;We left.;https://t.example/2\n"
    (found,) = documents(tmp_path, "sheet.csv", table.encode())
    assert (found.text, found.publisher, found.published) == ("We left.", "Vail Front", "2031-03-09")
