"""Formats that one person writes as one text: plain text, Markdown, a page."""

from headwater.errors import ReadError
from headwater.read.extract import Extract
from headwater.read.markdown import read_marks
from headwater.read.pieces import Piece
from headwater.read.plain import decode
from headwater.read.tags import read_guarded


def read_plain(piece: Piece) -> Extract:
    """Return the text as it is. Raises ReadError."""
    decoded = decode(piece.data, piece.charset)
    return Extract(decoded.text, evidence=(decoded.evidence,) if decoded.evidence else ())


def read_markdown(piece: Piece) -> Extract:
    """Return the text as it is, with the structure that its marks give it. Raises ReadError."""
    decoded = decode(piece.data, piece.charset)
    marked = read_marks(decoded.text)
    how = dict.fromkeys(marked.metadata, "front matter or first heading")
    evidence = (decoded.evidence,) if decoded.evidence else ()
    return Extract(decoded.text, marked.structure, marked.metadata, how, evidence=evidence)


def read_html(piece: Piece) -> Extract:
    """Return the main text of a page. Raises ReadError."""
    if not piece.data.strip():
        raise ReadError("empty file")
    return read_guarded(piece.data, piece.charset)
