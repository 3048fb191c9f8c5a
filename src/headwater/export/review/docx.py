"""A review as DOCX: Word's own heading styles, citations as numbers that the list at the end explains.

Control characters that XML cannot hold become U+FFFD. The file carries no date of making, so that the same review
gives the same text.
"""

import io
from datetime import datetime

import docx
from docx.document import Document as Docx
from docx.text.paragraph import Paragraph as DocxParagraph

from headwater.export.review.bibliography import KEY, entry, kept, lead_in, left_out, place, section_left_out, title
from headwater.export.terminal.layout import clean
from headwater.report.phrasing import Sentence
from headwater.report.review import Review

_NO_DATE = datetime(2000, 1, 1)


def write_docx(page: Review) -> bytes:
    """Return the review as the bytes of a DOCX file."""
    document = docx.Document()
    document.core_properties.title = clean(title(page))
    document.core_properties.author = "Headwater"
    document.core_properties.created = document.core_properties.modified = _NO_DATE
    document.add_heading(clean(title(page)), level=0)
    _sentences(document.add_paragraph(), page.opening)
    _muted(document, KEY)
    for section in page.sections:
        document.add_heading(clean(section.heading), level=1)
        if section.joined:
            _sentences(document.add_paragraph(), section.joined)
        for paragraph in section.paragraphs:
            written = document.add_paragraph()
            when = lead_in(paragraph.published)
            if when:
                written.add_run(f"{when} ").bold = True
            _sentences(written, paragraph.sentences)
        if section.moved:
            document.add_heading("Where the position moved", level=2)
        for moved in section.moved:
            document.add_paragraph(f"On {clean(moved.topic)}:")
            for sentence in moved.steps:
                _sentences(document.add_paragraph(style="List Bullet"), (sentence,))
        if section.left_out:
            _muted(document, section_left_out(section.left_out))
    if page.disputes:
        document.add_heading("Figures in dispute", level=1)
        for sentence in page.disputes:
            _sentences(document.add_paragraph(style="List Bullet"), (sentence,))
    for said in left_out(page):
        _muted(document, said)
    _end(document, page)
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def _end(document: Docx, page: Review) -> None:
    document.add_heading("Documents", level=1)
    for source in page.sources:
        url = f" {clean(source.url)}." if source.url else ""
        document.add_paragraph(f"{clean(entry(source))}.{url} {clean(kept(source))}", style="List Bullet")
    document.add_heading("Citations", level=1)
    for citation in sorted((c for s in page.sources for c in s.citations), key=lambda c: c.number):
        document.add_paragraph(f"[{citation.number}] {clean(citation.place.label)}, {place(citation)}.")


def _sentences(paragraph: DocxParagraph, sentences: tuple[Sentence, ...]) -> None:
    for at, sentence in enumerate(sentences):
        if at:
            paragraph.add_run(" ")
        for part in sentence:
            if isinstance(part, int):
                paragraph.add_run(f"[{part}]").font.superscript = True
            else:
                lead = " " if part.startswith(" ") else ""
                paragraph.add_run(lead + clean(part))


def _muted(document: Docx, words: str) -> None:
    document.add_paragraph().add_run(clean(words)).italic = True
