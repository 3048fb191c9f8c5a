"""Exports of news databases: article by article, with what the database writes round each."""

from pathlib import Path

from headwater import pipeline
from headwater.records import Document

CENTRED = """
                               1 of 2 DOCUMENTS


                                  Vail Post

                           June 13, 2031 Friday
                              Morning Edition

Quarry was never inspected, says engineer

BYLINE: Ida Voss

LENGTH: 40 words


An engineer says that the quarry was never inspected.

"I wrote three times," said Jan Roe, who left in April.

LOAD-DATE: June 14, 2031

               Copyright 2031 Vail Post
                 All Rights Reserved


                               2 of 2 DOCUMENTS


                                 Harbour Echo

                           June 14, 2031 Saturday

Union calls for an inquiry

LENGTH: 12 words

The union called on Friday for an inquiry.
"""
LABELLED = """Document 1 of 2

Quarry fears grow

Author: Roe, Jan

Full text: The wall has moved, said Ida Voss, the mayor.
She will speak on Monday.

Publication title: Vail Post

Publication date: Jun 12, 2031

Document URL: https://db.example/1

____________________________________________________________

Document 2 of 2

Second wall

Full text: Nothing has moved.
"""


def read(folder: Path, text: str) -> list[Document]:
    (folder / "export.txt").write_text(text)
    return [o.document for o in pipeline.read([folder / "export.txt"], workers=1) if o.document is not None]


def prose(document: Document) -> str:
    """Return what is neither a headline nor written by the database."""
    marked = [(s.start, s.end) for s in document.structure if s.kind in ("boilerplate", "heading")]
    kept = [c for n, c in enumerate(document.text) if not any(start <= n < end for start, end in marked)]
    return " ".join("".join(kept).split())


def test_an_export_with_centred_lines_gives_its_articles(tmp_path: Path) -> None:
    first, second = read(tmp_path, CENTRED)
    assert first.path.endswith("export.txt#1")
    assert (first.publisher, first.published, first.author, first.title) == (
        *("Vail Post", "2031-06-13", "Ida Voss"),
        "Quarry was never inspected, says engineer",
    )
    assert prose(first).startswith('An engineer says that the quarry was never inspected. "I wrote')
    assert (second.publisher, second.published, second.author) == ("Harbour Echo", "2031-06-14", None)
    assert prose(second) == "The union called on Friday for an inquiry."


def test_an_export_with_labels_gives_its_articles(tmp_path: Path) -> None:
    first, second = read(tmp_path, LABELLED)
    assert (first.publisher, first.published, first.author, first.title, first.url) == (
        *("Vail Post", "2031-06-12", "Roe, Jan", "Quarry fears grow"),
        "https://db.example/1",
    )
    assert prose(first).startswith("The wall has moved, said Ida Voss, the mayor. She will speak on Monday.")
    assert (second.title, prose(second)) == ("Second wall", "Nothing has moved.")


def test_a_text_whose_numbers_do_not_run_on_is_one_text(tmp_path: Path) -> None:
    (found,) = read(tmp_path, "Document 1 of 7\n\nThe quarry is shut.\n\nDocument 5 of 7\n\nIt is open.\n")
    assert found.format == "plain text"
    assert found.state == "partial"
