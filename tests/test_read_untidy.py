"""Tables, mailboxes and feeds as offices, mail programs and publishers really write them."""

import json
import re
from pathlib import Path

import pytest

import piles
from headwater import pipeline
from test_read_piles import documents, outcomes

SPANISH = "El muro se movió, dijo la inspectora. «Avisamos dos veces», escribió."
TABLES = {
    "german.csv": (
        "\ufeffDatum;Überschrift;Volltext;Medium\r\n3.6.2031;Mauer;„Wir wussten nichts.“;Bote\r\n".encode(),
        "Mauer",
    ),
    "excel.csv": ("date\tHeadline\tBody Text\n2031-06-03\tWall\t“We warned them.”\n".encode("utf-16"), "Wall"),
    "separator.csv": (b"sep=;\r\ndate;title;text\r\n2031-06-03;Wall;It moved, she said.\r\n", "Wall"),
    "spanish.csv": (f"fecha;titular;texto\n03/06/2031;Muro;{SPANISH}\n".encode("windows-1252"), "Muro"),
    "monitor.csv": (b"Article Date,Title,Full Text (HTML)\nJun 3 2031,Wall,<p>It moved.</p><p>Twice.</p>\n", "Wall"),
}


@pytest.mark.parametrize("name", list(TABLES))
def test_tables_as_offices_and_monitoring_services_write_them_are_read(tmp_path: Path, name: str) -> None:
    data, title = TABLES[name]
    (found,) = documents(tmp_path, name, data)
    assert found.title == title
    assert found.published == (None if name == "spanish.csv" else "2031-06-03")
    assert not re.search("[\x80-\x9f\ufffd\0]", found.text)


def test_a_table_of_other_things_is_refused_once_and_not_row_by_row(tmp_path: Path) -> None:
    (found,) = outcomes(tmp_path, "months.csv", b"month,cm\n" + b"May,9\n" * 500)
    assert found.reason == "no column with a text; its columns are month, cm; name it with --columns text=NAME"


def test_a_sentence_that_begins_with_from_does_not_end_a_message(tmp_path: Path) -> None:
    first = (
        b"From a@b.example Tue Jun  3 09:12:44 2031\nSubject: One\n\nIt moved.\n\nFrom the council nothing was heard.\n"
    )
    one, two = documents(tmp_path, "a.mbox", first + b"\n" + first.replace(b"One", b"Two"))
    assert (one.title, two.title) == ("One", "Two")
    assert "From the council nothing was heard." in one.text
    bare = first.replace(b" a@b.example Tue Jun  3 09:12:44 2031", b" nobody").replace(b"\n\nFrom the", b"\n\nfrom the")
    assert len(documents(tmp_path, "b.mbox", bare + b"\n" + bare)) == 2


def test_a_feed_gives_no_day_of_change_that_it_does_not_say_and_titles_without_entities(tmp_path: Path) -> None:
    entry = (
        "<item><title><![CDATA[Wall &amp; road]]></title><link>https://a.example/1</link>"
        "<pubDate>Tue, 03 Jun 2031 07:30:00 GMT</pubDate><description>It moved, she said.</description></item>"
    )
    feed = f"<rss version='2.0'><channel><title>Echo</title>{entry}<item><guid>3</guid></item></channel></rss>"
    one, two = outcomes(tmp_path, "feed.xml", feed.encode())
    assert one.document is not None
    assert (one.document.title, one.document.modified) == ("Wall & road", None)
    assert two.reason == "an entry without a text"


@pytest.mark.parametrize("day", ["1582-10-10", "0001-01-01", "9999-12-31", "2031-06-30T23:59:60Z", "0000-01-01", "-44"])
def test_days_at_the_edges_of_the_calendar_stop_nothing(tmp_path: Path, day: str) -> None:
    rows = [
        {**piles.article(n), "date_publish": day, "text": f"On {day} the harbour was shut, she said."} for n in (1, 2)
    ]
    file = tmp_path / "a.jsonl"
    file.write_text("".join(json.dumps(row) + "\n" for row in rows))
    case = pipeline.trace([file])
    assert len(case.analyses) == 2
    for analysis in case.analyses:
        read = analysis.document.published
        assert read is None or read.startswith(day[:4])
        assert read is not None or any("published not read" in e.rule for e in analysis.document.evidence)
