"""From an input to its pieces, one after the other: an input is never held whole unless it is one document.

An archive may hold archives, mailboxes and tables; each level adds its part to the name ("post.zip#box.mbox#17").
"""

import io
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from headwater.errors import ReadError
from headwater.read.formats import FORMATS, HEAD, Format, load, recognise
from headwater.read.pieces import MAXIMUM, Cut, Left, Piece

DEPTH = 3  # archives in archives; more is a loop or a bomb
WHOLE = 100_000_000  # bytes of an archive inside an archive, which has to be held whole


@dataclass(frozen=True, slots=True)
class Place:
    """Where a splitter works: the name so far, how many archives deep, which columns the user named.

    ``size`` is the number of bytes of the whole input (0 where it is not known), ``at`` says how many are used up.
    """

    name: str
    inside: str = ""
    depth: int = 0
    columns: Mapping[str, str] = field(default_factory=dict)
    size: int = 0
    at: Callable[[], int] = lambda: 0

    def below(self, part: str, name: str | None = None) -> "Place":
        """Return the place of a member; ``name`` where its format is told by another name than ``part``."""
        return replace(self, name=name or part, inside=f"{self.inside}#{part}", depth=self.depth + 1)

    def piece(self, data: bytes, format: Format, part: str = "") -> Piece:
        """Return a piece that stands here, or at ``part`` of this place."""
        inside = f"{self.inside}#{part}" if part else self.inside
        return Piece(inside, data, format.name, columns=self.columns, at=self.at())

    def left(self, reason: str, part: str = "", format: Format | None = None) -> Left:
        """Return that something here could not be read."""
        inside = f"{self.inside}#{part}" if part else self.inside
        return Left(inside, reason, format.name if format is not None else None)


def format_of(name: str, stream: io.BufferedReader) -> Format:
    """Return the format of a stream without using it up. Raises ReadError."""
    return recognise(name, stream.peek(HEAD)[:HEAD])


def split(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Yield what the stream holds, in order. Raises ReadError where it is nothing that is read, or is too large."""
    found = format_of(place.name, stream)
    if found.splitter is None:
        yield place.piece(whole(stream), found)
        return
    if place.depth > DEPTH:
        raise ReadError(f"archives inside archives, more than {DEPTH} deep; unpack it yourself if you trust it")
    yield from load(found.splitter)(stream, place)


def split_member(stream: io.BufferedReader, place: Place) -> Iterator[Cut]:
    """Like ``split``, for one member of several: what goes wrong in it is said and the others go on."""
    try:
        yield from split(stream, place)
    except ReadError as error:
        yield place.left(str(error), format=_told(stream, place))


def _told(stream: io.BufferedReader, place: Place) -> Format | None:
    try:
        return format_of(place.name, stream)
    except (ReadError, ValueError):
        return None


def whole(stream: io.BufferedReader, most: int = MAXIMUM) -> bytes:
    """Return all that is left in a stream. Raises ReadError where that is more than ``most`` bytes."""
    data = stream.read(most + 1)
    if len(data) > most:
        raise ReadError(f"larger than {most // 1_000_000} MB; split it into its documents")
    return data


def buffered(data: bytes) -> io.BufferedReader:
    """Return bytes as a stream that can be looked into."""
    return io.BufferedReader(io.BytesIO(data), HEAD)


def is_parsed_apart(piece: Piece) -> bool:
    """Say whether a piece has to be read in a process of its own."""
    if piece.format in ("JSON article", "CSV row"):  # plain code, unless a column holds a page
        return b"<" in piece.data or b"\\u003c" in piece.data.lower()
    return not FORMATS[piece.format].is_safe
