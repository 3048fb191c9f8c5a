"""From bytes to Documents: what there is to read, and what each input says.

``Document.text`` is final after this. An input that cannot be read raises ReadError with a reason in one line; the
caller lists it as skipped and goes on.
"""

import hashlib
import sys
from collections.abc import Mapping

from headwater.errors import ReadError
from headwater.ids import identify
from headwater.read.inputs import Input, Inputs, find_inputs
from headwater.read.language import identify_language
from headwater.read.metadata import MetadataTable, published_in_text, read_table
from headwater.read.plain import decode
from headwater.records import Document, Evidence, Segment

__all__ = [
    "Input",
    "Inputs",
    "MetadataTable",
    "find_inputs",
    "make_document",
    "read_bytes",
    "read_document",
    "read_table",
]

MAXIMUM = 20_000_000  # bytes of one input; an article has some 10^4, the largest book some 10^7
HTML = {".html", ".htm", ".xhtml"}
MARKDOWN = {".md", ".markdown"}
PLAIN = {".txt", ".text", ""}


def read_bytes(found: Input) -> bytes:
    """Return the bytes of an input. Raises ReadError where it cannot be opened or is larger than MAXIMUM."""
    if found.file is None:
        data = sys.stdin.buffer.read(MAXIMUM + 1)
    else:
        try:
            with found.file.open("rb") as stream:
                data = stream.read(MAXIMUM + 1)
        except OSError as error:
            raise ReadError(f"cannot be opened ({(error.strerror or str(error)).lower()})") from error
    if len(data) > MAXIMUM:
        raise ReadError(f"larger than {MAXIMUM // 1_000_000} MB; split it into its documents")
    return data


def read_document(found: Input, data: bytes, given: Mapping[str, str]) -> Document:
    """Return the document in ``data``. ``given`` is what the user's metadata says; it wins over what the file says.

    Raises ReadError where the format is not one that is read, or the bytes are not of that format.
    """
    suffix = "" if "." not in found.name.rsplit("/", 1)[-1] else "." + found.name.rsplit(".", 1)[-1].lower()
    said: dict[str, str] = {}
    how: dict[str, str] = {}
    structure: tuple[Segment, ...] = ()
    if suffix in HTML:
        from headwater.read.html import read_page

        if not data.strip():
            raise ReadError("empty file")
        page = read_page(data)
        text, structure, said, how = page.text, page.structure, page.metadata, page.declared_by
    elif suffix in MARKDOWN:
        from headwater.read.markdown import read_marks

        text = decode(data)
        marked = read_marks(text)
        structure, said = marked.structure, marked.metadata
        how = dict.fromkeys(said, "front matter or first heading")
    elif suffix in PLAIN:
        text = decode(data)
    else:
        raise ReadError(f"the format {suffix} is not read yet; plain text, Markdown and HTML are")
    return _document(found.path, found.name, hashlib.sha256(data).hexdigest(), text, structure, said, how, given)


def make_document(text: str, *, name: str = "text", **metadata: str) -> Document:
    """Return a document from a string, for use from Python; ``metadata`` as in a metadata table."""
    sha256 = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _document(name, name, sha256, text, (), {}, {}, metadata)


def _document(
    path: str,
    name: str,
    sha256: str,
    text: str,
    structure: tuple[Segment, ...],
    said: Mapping[str, str],
    how: Mapping[str, str],
    given: Mapping[str, str],
) -> Document:
    identifier = identify("document", sha256, name)
    evidence = [
        Evidence(f"{field}: metadata table", f"The metadata table gives {given[field]!r}.") for field in sorted(given)
    ]
    evidence += [
        Evidence(f"{field}: {how[field]}", f"The file declares {said[field]!r}.")
        for field in sorted(said)
        if field not in given
    ]
    known = {**said, **given}
    if "published" not in known and (found := published_in_text(text, identifier)) is not None:
        known["published"] = found[0]
        evidence.append(found[1])
    if "language" not in known and (language := identify_language(text)) is not None:
        known["language"] = language
        evidence.append(Evidence("language: py3langid", f"The words of the text read as {language!r}."))
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
        structure=structure,
        evidence=tuple(evidence),
    )
