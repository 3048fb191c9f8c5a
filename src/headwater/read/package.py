"""Documents that are ZIP packages (DOCX, ODT, EPUB): their members, read in memory and within limits."""

import zipfile
from io import BytesIO
from typing import Any

from headwater.errors import ReadError

MEMBERS = 10_000
MEMBER = 50_000_000  # bytes of one part when unpacked; the text part of a book has some 10^6
TOTAL = 200_000_000
RATIO = 200  # of a whole package; XML packs some 10 to 30 times


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


def parse_xml(data: bytes, name: str) -> Any:
    """Return the root element. Raises ReadError for what is not well-formed, or brings a document type of its own."""
    from lxml import etree

    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:65536]:
        raise ReadError(f"its part {name} brings its own document type; refused (entities can hide bombs)")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError(f"its part {name} is not well-formed XML ({error.msg})") from error
