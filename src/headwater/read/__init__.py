"""From bytes to Documents: what there is to read, and what each piece of it says.

    Input ─ pieces_of ─► Piece, one after the other ─ read_piece ─► Document

``Document.text`` is final after this. A piece that cannot be read raises ReadError with a reason in one line; the
caller lists it as skipped and goes on.
"""

import hashlib
import io
import sys
from collections.abc import Iterator, Mapping

from headwater import records
from headwater.errors import ReadError
from headwater.ids import identify
from headwater.openings import read_opening
from headwater.read.extract import Extract
from headwater.read.formats import FORMATS, HTML, MHTML, Format, load
from headwater.read.inputs import Input, Inputs, find_inputs
from headwater.read.language import identify_language
from headwater.read.metadata import MetadataTable, is_date, read_table
from headwater.read.pieces import Cut, Left, Passed, Piece
from headwater.read.plain import suspicions, whole
from headwater.read.splitting import Place, format_of, split
from headwater.read.stand_ins import breaks_off, stand_in
from headwater.records import Document, Evidence

__all__ = [
    "Cut",
    "Input",
    "Inputs",
    "Left",
    "MetadataTable",
    "Passed",
    "Piece",
    "find_inputs",
    "format_of_input",
    "make_document",
    "pieces_of",
    "read_piece",
    "read_table",
]

LONGEST = 20_000_000  # code points of one text
DATES = ("published", "modified", "retrieved")
PAGES = (HTML, MHTML)
WRITE = "write it as 2031-03-09, since 09/03/2031 is read in two ways"


def pieces_of(found: Input, columns: Mapping[str, str] | None = None) -> Iterator[Cut]:
    """Yield what an input holds. Raises ReadError where it cannot be opened, or is nothing that is read."""
    try:
        stream = _opened(found)
        size = found.file.stat().st_size if found.file is not None else 0
    except OSError as error:
        raise ReadError(f"cannot be opened ({(error.strerror or str(error)).lower()})") from error
    try:
        place = Place(found.name, columns=columns or {}, size=size, at=lambda: stream.tell() if size else 0)
        yield from split(stream, place)
    except OSError as error:
        raise ReadError(f"cannot be read ({(error.strerror or str(error)).lower()})") from error
    finally:
        if found.file is not None:
            stream.close()


def format_of_input(found: Input) -> Format:
    """Return the format of an input. Raises ReadError where it cannot be opened, or is nothing that is read."""
    try:
        stream = _opened(found)
        try:
            return format_of(found.name, stream)
        finally:
            if found.file is not None:
                stream.close()
    except OSError as error:
        raise ReadError(f"cannot be opened ({(error.strerror or str(error)).lower()})") from error


def _opened(found: Input) -> io.BufferedReader:
    stream = sys.stdin.buffer if found.file is None else found.file.open("rb", buffering=1 << 16)
    assert isinstance(stream, io.BufferedReader)  # what opening for reading bytes gives
    return stream


def read_piece(found: Input, piece: Piece, given: Mapping[str, str]) -> Document:
    """Return the document in a piece. ``given`` is what the user's metadata says; it wins over what the file says.

    Raises ReadError where the bytes are not of their format, or hold no text.
    """
    kind = FORMATS[piece.format]
    if kind.reader is None:
        raise ReadError(f"a {kind.name} file inside another; unpack it")
    if not piece.data.strip():
        raise ReadError("empty file")
    extract: Extract = load(kind.reader)(piece if kind.of_piece else piece.data)
    if not extract.text.strip():
        raise ReadError("holds no text")
    if kind in PAGES and (shown := stand_in(extract.metadata.get("title"), extract.text)) is not None:
        raise ReadError(f"the page {shown}; save it from a browser once it is shown whole")
    if len(extract.text) > LONGEST:
        raise ReadError(f"gives more than {LONGEST // 1_000_000} million characters; split it into its documents")
    return _document(
        found.path + piece.inside,
        found.name + piece.inside,
        hashlib.sha256(piece.data).hexdigest(),
        extract,
        piece,
        given,
    )


def make_document(text: str, *, name: str = "text", **metadata: str) -> Document:
    """Return a document from a string, for use from Python; ``metadata`` as in a metadata table."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _document(name, name, sha256, Extract(text), Piece("", b"", "plain text"), metadata)


def _document(path: str, name: str, sha256: str, extract: Extract, piece: Piece, given: Mapping[str, str]) -> Document:
    identifier = identify("document", sha256, name)
    text = extract.text
    known, evidence = _known(extract, piece, given)
    for name, said in read_opening(text).said.items():
        if name not in known:
            known[name] = said.value
            shown = " ".join(said.span.of(text).split())
            place = records.Place(identifier, said.span.start, said.span.end)
            why = f"The text says it at its opening: “{shown}”."
            evidence.append(Evidence(f"{name}: {said.rule}", why, None, (place,)))
    if "language" not in known and (language := identify_language(text)) is not None:
        known["language"] = language
        evidence.append(Evidence("language: py3langid", f"The words of the text read as {language!r}."))
    lost = (*piece.lost, *extract.lost, *breaks_off(text))
    return Document(
        id=identifier,
        path=path,
        sha256=sha256,
        text=text,
        publisher=known.get("publisher"),
        title=known.get("title"),
        author=known.get("author"),
        published=known.get("published"),
        url=known.get("url"),
        language=known.get("language"),
        structure=extract.structure,
        evidence=(*evidence, *extract.evidence, *suspicions(text)),
        modified=known.get("modified"),
        retrieved=known.get("retrieved"),
        format=piece.format,
        state="partial" if lost else "ok",
        lost=lost,
    )


def _known(extract: Extract, piece: Piece, given: Mapping[str, str]) -> tuple[dict[str, str], list[Evidence]]:
    """Return the metadata, and what gave each: the user's table, else the document itself, else its envelope."""
    known = {key: value for key, value in given.items() if value}
    evidence = [Evidence(f"{f}: metadata table", f"The metadata table gives {known[f]!r}.") for f in sorted(known)]
    for said, how, who in (
        (extract.metadata, extract.declared_by, "file"),
        (piece.said, piece.how, "archive it stands in"),
    ):
        for field in sorted(said):
            if field in known or (field in DATES and not is_date(said[field])):
                continue
            known[field] = whole(said[field])
            evidence.append(Evidence(f"{field}: {how[field]}", f"The {who} declares {known[field]!r}."))
        evidence += [
            Evidence(f"{field}: {how[field]}", f"It is no date that can be read; {WRITE}.")
            for field in sorted(how)
            if field not in said
        ]
    return known, evidence
