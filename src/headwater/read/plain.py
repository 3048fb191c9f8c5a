"""Plain text: the bytes decoded, a byte-order mark dropped, nothing else changed.

UTF-8 where the bytes are valid UTF-8; else what a byte-order mark says, what the envelope declares, or what
resiliparse's detector finds where there is enough text to tell. What gave the encoding is said as evidence. Text that
was decoded wrongly before it came here ("â€œ") stays as it stands and is named, never repaired in silence.
"""

import codecs
import re
from dataclasses import dataclass

from headwater.errors import ReadError
from headwater.records import Evidence

CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")  # none of these stands in a text; 0x1b opens terminal colours
CONTROL_SHARE = 0.01  # of the first CONTROL_SAMPLE code points; above it the file is data, not text
CONTROL_SAMPLE = 4096
DETECTABLE = 60  # bytes above 0x7F and letters around them from which an encoding can be told
SAMPLE = 60_000  # bytes that detection looks at
MOJIBAKE = 2  # places; a single one may be quoted on purpose
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MOJIBAKE = re.compile("Ã[\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹Œ‘’“”•–—˜™š›œžŸ]|â€[\x80-\xbf™œ˜“”¦¢\ufffd]|Ð[\x80-\xbf°µ¾¸]Ñ|Ã[©¨¼¶¤]")
_HIDDEN = re.compile("[\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff\u00ad\U000e0000-\U000e007f]")
_DIRECTION = re.compile("[\u202a-\u202e\u2066-\u2069]")
_UNDECIDED = frozenset({"ascii", "utf-8", "utf_8"})  # what detectors say of bytes that are no UTF-8 and not known
_ALIASES = {"x-mac-cyrillic": "mac-cyrillic", "x-sjis": "cp932", "x-gbk": "gb18030", "windows-874": "cp874"}
_MAC = "mac-roman"
_CAPITAL_WITHIN = re.compile("[a-z][À-ÖØ-Þ]")  # "homeÓ", "itÕs": marks of the Macintosh read as something else
_NO_CHARSETS = {"utf-7", "punycode", "idna", "unicode-escape", "raw-unicode-escape", "unicode_escape", "undefined"}
# What these names stand for in files, whatever their standards say (WHATWG, Encoding Standard, 4.2)
_WIDER = {
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and how its encoding is known (None for UTF-8, which needs no reason)."""

    text: str
    evidence: Evidence | None = None


def decode(data: bytes, charset: str | None = None) -> Decoded:
    """Return ``data`` as text. Raises ReadError, with the reason, for what is no text or cannot be told."""
    if not data.strip():
        raise ReadError("empty file")
    decoded = _decoded(data, charset)
    if _looks_binary(decoded.text[:CONTROL_SAMPLE]):
        raise ReadError("binary data, not text")
    if not decoded.text.strip():
        raise ReadError("empty file")
    return decoded


def _decoded(data: bytes, charset: str | None) -> Decoded:
    mark = next((name for bom, name in _MARKS if data.startswith(bom)), None)
    if mark is not None:
        try:
            return Decoded(data.decode(mark), _evidence(mark, "byte-order mark", "Its first bytes are the mark of"))
        except UnicodeDecodeError as error:
            raise ReadError(f"marked as {mark.upper()}, but it is not (byte {error.start})") from error
    if b"\x00" in data[:CONTROL_SAMPLE]:
        raise ReadError("binary data, not text (holds NUL bytes)")
    try:
        return Decoded(data.removeprefix(codecs.BOM_UTF8).decode("utf-8"))
    except UnicodeDecodeError as error:
        wrong = error
    if _looks_binary(data[:CONTROL_SAMPLE].decode("latin-1")):
        raise ReadError("binary data, not text")
    if (text := decode_declared(data, charset)) is not None:
        return Decoded(text, _evidence(str(charset), "declared", "It is declared as"))
    found = _detected(data)
    if found is None:
        raise ReadError(
            f"not UTF-8 (byte 0x{data[wrong.start]:02X} at {wrong.start}), and too little to tell what else; "
            "convert it, for instance iconv -f WINDOWS-1252 -t UTF-8"
        )
    return found


def is_charset(name: str) -> bool:
    """Say whether a declared name is a character set that files are written in (Python knows codecs that are none)."""
    try:
        return codecs.lookup(name).name not in _NO_CHARSETS
    except (LookupError, ValueError):
        return False


def decode_declared(data: bytes, charset: str | None) -> str | None:
    """Return the text in the declared character set, as widely as the name is used; None where the bytes are not it.

    >>> decode_declared(b"\\x93No\\x94", "iso-8859-1")
    '“No”'
    """
    charset = _ALIASES.get(charset.lower(), charset) if charset is not None else None
    if charset is None or not is_charset(charset):
        return None
    for name in (_WIDER.get(codecs.lookup(charset).name), charset):
        try:
            if name is not None:
                return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue  # a lying declaration; the bytes decide
    return None


def detect(data: bytes) -> str | None:
    """Return the character set that a part of the bytes reads as, None where there is too little to tell.

    resiliparse's detector was right on fifteen of sixteen texts of twelve languages, charset-normalizer's on ten: it
    reads English and Spanish of Windows-1252 as Windows-1250 ("naďve"). It is asked where the other gives up.
    """
    if len(data) < DETECTABLE:
        return None
    from resiliparse.parse.encoding import detect_encoding

    sample = data[:SAMPLE]
    found = str(detect_encoding(sample))
    if not is_charset(found) or codecs.lookup(found).name in _UNDECIDED:
        from charset_normalizer import from_bytes

        best = from_bytes(sample).best()
        return best.encoding if best is not None and best.encoding not in _UNDECIDED else None
    found = _WIDER.get(codecs.lookup(found).name, found)
    if _CAPITAL_WITHIN.search(sample.decode(found, "replace")) and not _CAPITAL_WITHIN.search(sample.decode(_MAC)):
        return _MAC
    return found


def _detected(data: bytes) -> Decoded | None:
    charset = detect(data)
    if charset is None:
        return None
    try:
        return Decoded(data.decode(charset), _evidence(charset, "detected", "Its bytes are no UTF-8 and read as"))
    except (UnicodeDecodeError, LookupError):
        return None


def _evidence(charset: str, how: str, why: str) -> Evidence:
    return Evidence(f"encoding: {how}", f"{why} {charset.replace('_', '-')}.")


def _looks_binary(sample: str) -> bool:
    return len(CONTROLS.findall(sample)) > CONTROL_SHARE * len(sample)


def whole(text: str) -> str:
    """Return a text without lone halves of surrogate pairs, which no file can hold: each becomes U+FFFD."""
    return _SURROGATE.sub("\ufffd", text)


def suspicions(text: str) -> list[Evidence]:
    """Return what a reader should know before trusting how a text looks. The text itself is never changed."""
    found = []
    if len(broken := _MOJIBAKE.findall(text)) >= MOJIBAKE:
        found.append(
            Evidence(
                "encoding: suspicious",
                f"“{broken[0]}” and {len(broken) - 1} more places read like UTF-8 that was once decoded as "
                "windows-1252; the text is left as it stands.",
            )
        )
    if hidden := _HIDDEN.findall(text):
        turned = len(_DIRECTION.findall(text))
        what = f"{turned} of them turn the direction of writing" if turned else "such as zero-width spaces"
        found.append(
            Evidence("text: hidden characters", f"The text holds {len(hidden)} characters that are not seen, {what}.")
        )
    return found
