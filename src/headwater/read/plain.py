"""Plain text: the bytes decoded as UTF-8, a byte-order mark dropped, nothing else changed."""

import codecs
import re

from headwater.errors import ReadError

CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # none of these stands in a text; 0x1b opens terminal colours
CONTROL_SHARE = 0.01  # of the first CONTROL_SAMPLE code points; above it the file is data, not text
CONTROL_SAMPLE = 4096
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes) -> str:
    """Return ``data`` as text. Raises ReadError, with the reason, for what is not UTF-8 text."""
    if not data.strip():
        raise ReadError("empty file")
    if data.startswith(_UTF16):
        raise ReadError("UTF-16 text, not UTF-8; convert it (iconv -f UTF-16 -t UTF-8)")
    if b"\x00" in data[:CONTROL_SAMPLE]:
        raise ReadError("binary data, not text (holds NUL bytes)")
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        if _looks_binary(data[:CONTROL_SAMPLE].decode("latin-1")):
            raise ReadError("binary data, not text") from error
        raise ReadError(
            f"not UTF-8 (byte 0x{data[error.start]:02X} at {error.start}); convert it, for instance "
            "iconv -f WINDOWS-1252 -t UTF-8"
        ) from error
    if _looks_binary(text[:CONTROL_SAMPLE]):
        raise ReadError("binary data, not text")
    if not text.strip():
        raise ReadError("empty file")
    return text


def _looks_binary(sample: str) -> bool:
    return len(CONTROLS.findall(sample)) > CONTROL_SHARE * len(sample)
