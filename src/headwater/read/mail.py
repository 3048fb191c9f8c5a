"""E-mail (RFC 5322, MIME) and mailboxes (mbox): the text of each message, attachments as documents of their own.

The plain part is read, the HTML part where there is none. What a message quotes, answers or sends on is somebody else's
words, see ``mail_text``. Headers and parts are bounded before they are parsed.
"""

import email
import email.header
import email.utils
import io
import re
from collections.abc import Iterator
from email.message import Message

from headwater.errors import ReadError
from headwater.read import formats
from headwater.read.blocks import laid_out
from headwater.read.dates import iso_date
from headwater.read.extract import Extract
from headwater.read.mail_text import body_blocks, with_earlier
from headwater.read.pieces import MAXIMUM, Cut, Passed
from headwater.read.plain import decode
from headwater.read.plain import whole as without_surrogates
from headwater.read.splitting import Place, buffered, split_member, whole
from headwater.read.tags import blocks_guarded

PARTS = 1_000  # of one message
NESTED = 100  # multiparts in one message; each level costs the parser a level of its stack
HEADER = 5_000  # characters of a header that are read
_MULTIPART = re.compile(rb"^content-type:\s{0,100}(?:multipart|message)/", re.IGNORECASE | re.MULTILINE)
_DATED = re.compile(rb"From [^\n]{0,500}\d:\d\d[^\n]{0,40}\d{4}|From [^\n]{0,500}\d{4}[^\n]{0,40}\d:\d\d")


def read_message(data: bytes) -> Extract:
    """Return the text of one message. Raises ReadError."""
    message = _parsed(data)
    plain, pages = _bodies(message)
    lost: list[str] = []
    blocks = [block for part in plain for block in body_blocks(_text(part, lost))]
    is_plain = bool(blocks)
    if not is_plain:
        read = (blocks_guarded(_text(part, lost).encode("utf-8", "replace")) for part in pages)
        blocks = [block for part in read for block in with_earlier(part)]
    text, structure = laid_out(blocks)
    if is_plain:  # nothing marks the sender's own paragraphs; their lines show what they are
        structure = tuple(part for part in structure if part.kind != "paragraph")
    if not text.strip():
        raise ReadError("; ".join(["the message holds no text", *lost]))
    metadata, by = _headers(message)
    return Extract(without_surrogates(text), structure, metadata, by, tuple(lost))


def split_message(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield a message, then what is attached to it, "#" and the name of the attachment. Raises ReadError."""
    data = whole(stream)
    message = _parsed(data)
    attached = list(_attachments(message))
    plain, pages = _bodies(message)
    if plain or pages or not attached:
        yield place.piece(data, formats.MESSAGE)
    else:
        yield Passed("messages that hold only attachments")
    seen: set[str] = set()
    for number, part in enumerate(attached, start=1):
        name = _decoded(part.get_filename() or "").replace("/", "_") or f"attachment-{number}"
        name = name if name not in seen else f"{number}-{name}"
        seen.add(name)
        kind = part.get_content_maintype()
        if kind in ("image", "audio", "video", "font"):
            yield Passed(f"attached files of type {kind}")
            continue
        payload = _payload(part)
        if part.get_content_type() == "message/rfc822":
            name = name if name.lower().endswith(".eml") else f"{name}.eml"
        if not payload:
            yield place.left("an empty attachment", name)
            continue
        yield from split_member(buffered(payload), place.below(name))


def split_mbox(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield the messages of a mailbox, "#" and their number, each followed by its attachments. Raises ReadError."""
    number = 0
    for data in _messages(stream):
        number += 1
        if data is None:
            yield place.left(f"a message larger than {MAXIMUM // 1_000_000} MB", str(number), formats.MESSAGE)
        else:
            yield from split_member(buffered(data), place.below(str(number), "message.eml"))
    if not number:
        raise ReadError("a mailbox without messages (none begins with a line “From ”)")


def _messages(stream: io.BufferedReader) -> Iterator[bytes | None]:
    """Yield what stands between "From " lines that follow a blank line; None for what is too large.

    Where the first of these lines bears a date (RFC 4155), one without a date is a sentence of a message.
    """
    lines: list[bytes] | None = None
    size = 0
    blank = True
    dated = bool(_DATED.match(stream.peek(formats.HEAD)))
    while line := stream.readline(MAXIMUM + 1):
        if blank and line.startswith(b"From ") and (not dated or _DATED.match(line)):
            if lines is not None:
                yield b"".join(lines) if size <= MAXIMUM else None
            lines, size = [], 0
        elif lines is not None:
            size += len(line)
            if size <= MAXIMUM:
                lines.append(line)
        blank = not line.strip()
    if lines is not None:
        yield b"".join(lines) if size <= MAXIMUM else None


def _parsed(data: bytes) -> Message:
    if not data.strip():
        raise ReadError("empty file")
    if len(_MULTIPART.findall(data)) > NESTED:
        raise ReadError(f"a message of more than {NESTED} parts inside parts")
    try:
        message = email.message_from_bytes(data)
    except (RecursionError, ValueError, LookupError) as error:
        raise ReadError(f"damaged: no message could be read from it ({error})") from error
    if not message.keys():
        raise ReadError("no e-mail: it has no header")
    return message


def _parts(message: Message) -> Iterator[Message]:
    """Yield the parts that are no containers, not those of attached messages."""
    waiting = [message]
    number = 0
    while waiting:
        part = waiting.pop()
        number += 1
        if number > PARTS:
            raise ReadError(f"a message of more than {PARTS:,} parts")
        held = part.get_payload() if part.is_multipart() else None  # a lying charset would be an error here
        if isinstance(held, list) and part.get_content_type() != "message/rfc822":
            waiting.extend(reversed([inner for inner in held if isinstance(inner, Message)]))
        else:
            yield part


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or part.get_content_maintype() not in ("text", "multipart")


def _attachments(message: Message) -> Iterator[Message]:
    for part in _parts(message):
        named = part.get_filename() is not None and part is not message
        is_body = part.get_content_type() in ("text/plain", "text/html")
        if part.get_content_maintype() != "multipart" and (named or not is_body or _is_attached(part)):
            yield part


def _bodies(message: Message) -> tuple[list[Message], list[Message]]:
    """Return the parts that are the message itself: plain ones and pages."""
    own = [p for p in _parts(message) if not _is_attached(p) and (p is message or p.get_filename() is None)]
    plain = [part for part in own if part.get_content_type() == "text/plain"]
    return plain, [part for part in own if part.get_content_type() == "text/html"]


def _payload(part: Message) -> bytes:
    held = part.get_payload() if part.is_multipart() else None
    if isinstance(held, list):  # an attached message
        return b"".join(inner.as_bytes() for inner in held[:1] if isinstance(inner, Message))
    try:
        payload = part.get_payload(decode=True)
    except (ValueError, LookupError):
        return b""
    return payload if isinstance(payload, bytes) else b""


def _text(part: Message, lost: list[str]) -> str:
    data = _payload(part)
    if not data.strip():
        return ""
    try:
        return decode(data, part.get_content_charset()).text
    except ReadError as error:
        lost.append(f"a {part.get_content_type()} part: {error}")
        return ""


def _decoded(value: object) -> str:
    """Return a header in words. Encoded words that lie about their charset stay as they are."""
    text = str(value)[:HEADER]
    try:
        parts = email.header.decode_header(text)
        words = "".join(
            part.decode(charset or "utf-8", "replace") if isinstance(part, bytes) else part for part, charset in parts
        )
    except (ValueError, LookupError, email.errors.HeaderParseError):
        words = text
    return without_surrogates(" ".join(words.split()))


def _headers(message: Message) -> tuple[dict[str, str], dict[str, str]]:
    metadata: dict[str, str] = {}
    by: dict[str, str] = {}
    for field, header in (
        ("title", "Subject"),
        ("author", "From"),
        ("published", "Date"),
        ("language", "Content-Language"),
    ):
        value = _decoded(message.get(header, ""))
        if field == "author":
            name, address = email.utils.parseaddr(value)
            value = name or address
        elif field == "published":
            value = iso_date(re.sub(r" \([^()]{0,40}\)$", "", value)) or ""
        elif field == "language":
            value = value.split(",")[0].split("-")[0].strip().lower()
        if value:
            metadata[field], by[field] = value, f"header {header}"
    return metadata, by
