"""Documents that are ZIP packages (DOCX, ODT, EPUB): their members, read in memory and within limits."""

import re
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any, NamedTuple

from headwater.errors import ReadError
from headwater.read.blocks import Block

MEMBERS = 10_000
MEMBER = 50_000_000  # bytes of one part when unpacked; the text part of a book has some 10^6
TOTAL = 200_000_000
RATIO = 200  # of a whole package; XML packs some 10 to 30 times
# What programs put where a person should write
FILLED_IN = {
    "title": re.compile(
        r"(?:Microsoft \w+|LibreOffice \w+) - .{0,300}"
        r"|(?:Document|Dokument|Documento|Untitled|Unbenannt|Template) ?\d{0,4}",
        re.IGNORECASE,
    ),
    "author": re.compile(
        r"user\d{0,4}|(?:windows|microsoft office|office) user|(?:site ?|web ?)?admin(?:istrator)?|webmaster|root"
        r"|owner|unknown|author|editor|wordpress|benutzer|utilisateur|usuario|python-docx|openpyxl|apache poi",
        re.IGNORECASE,
    ),
}


class Properties(NamedTuple):
    """The metadata of a document and what declares each field."""

    metadata: dict[str, str]
    declared_by: dict[str, str]


class Package:
    """The members of a package by name. Nothing is ever written to the disk."""

    def __init__(self, data: bytes) -> None:
        """Raises ReadError for what is no ZIP, is encrypted or unpacks to more than an honest document would."""
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            members = self._zip.infolist()
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as error:
            raise ReadError(f"damaged ZIP package ({error})") from error
        if len(members) > MEMBERS:
            raise ReadError(f"a package of {len(members)} parts; more than {MEMBERS} are not read")
        if any(member.flag_bits & 1 for member in members):
            raise ReadError("encrypted; save it without a password")
        unpacked = sum(member.file_size for member in members)
        if unpacked > TOTAL or unpacked > RATIO * max(len(data), 10_000):
            raise ReadError(f"unpacks to {unpacked:,} bytes from {len(data):,}; refused as a decompression bomb")
        self.names = tuple(member.filename for member in members)

    def part(self, name: str) -> bytes:
        """Return one member. Raises ReadError where it is missing, damaged or too large."""
        try:
            with self._zip.open(name) as stream:
                data = stream.read(MEMBER + 1)
        except KeyError as error:
            raise ReadError(f"its part {name} is missing") from error
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError, EOFError) as error:
            raise ReadError(f"its part {name} is damaged ({error})") from error
        except Exception as error:  # zlib, lzma and bz2 raise errors of their own
            raise ReadError(f"its part {name} cannot be unpacked ({error})") from error
        if len(data) > MEMBER:
            raise ReadError(f"its part {name} unpacks to more than {MEMBER:,} bytes")
        return data

    def xml(self, name: str) -> Any:  # an lxml element; the stubs do not fit trees of foreign vocabularies
        """Return the root of an XML part. Entities are not expanded, nothing outside is opened. Raises ReadError."""
        return parse_xml(self.part(name), name)


def properties(package: Package, part: str, fields: Mapping[str, str]) -> Properties:
    """Return what a part with a document's properties says: ``fields`` names what each of its elements stands for.

    What an office program fills in by itself ("Document1", "user") is nobody's word and left out. A date of saving is
    never one of publishing.
    """
    found = Properties({}, {})
    if part not in package.names:
        return found
    for element in package.xml(part).iter():
        name = element.tag.rsplit("}", 1)[-1] if isinstance(element.tag, str) else ""
        value = " ".join((element.text or "").split())
        field = fields.get(name)
        if field is not None and value and not (field in FILLED_IN and FILLED_IN[field].fullmatch(value)):
            found.metadata[field], found.declared_by[field] = value, f"document property {name}"
    return found


def titled(found: Properties, blocks: Sequence[Block]) -> Properties:
    """Return the properties, with the heading that the text opens with for a title where there is none."""
    if "title" in found.metadata or not blocks or blocks[0].kind != "heading":
        return found
    title = " ".join(blocks[0].text.split())
    return Properties({**found.metadata, "title": title}, {**found.declared_by, "title": "first heading"})


def parse_xml(data: bytes, name: str) -> Any:
    """Return the root element. Raises ReadError for what is not well-formed, or brings a document type of its own."""
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
        raise ReadError(f"its part {name} brings its own document type; refused (entities can hide bombs)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if getattr(error, "code", None) == etree.ErrorTypes.ERR_NO_MEMORY:  # its message is “unknown error”
            raise MemoryError from error
        raise ReadError(f"its part {name} is not well-formed XML ({error.msg})") from error
