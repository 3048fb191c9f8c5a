"""What is cut out of an input: the bytes of one document each, and what was left or passed over on the way."""

from collections.abc import Mapping
from dataclasses import dataclass, field

MAXIMUM = 20_000_000  # bytes of one document; an article has some 10^4, the largest book some 10^7


@dataclass(frozen=True, slots=True)
class Piece:
    """The bytes of one document.

    ``inside`` is where it stands in its input ("#17", "#https://…"), empty for an input that is one document.
    ``format`` is a name in the table of formats. ``charset`` is what its envelope declares, ``said`` what the envelope
    says of the document and ``how`` by which of its fields, ``lost`` what is known to be missing. ``columns`` maps
    fields to columns where the user named them. ``at`` is the number of bytes of the input that were used up when the
    piece was cut.
    """

    inside: str
    data: bytes
    format: str
    charset: str | None = None
    said: Mapping[str, str] = field(default_factory=dict)
    how: Mapping[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    columns: Mapping[str, str] = field(default_factory=dict)
    at: int = 0


@dataclass(frozen=True, slots=True)
class Left:
    """A part of an input that could not be read, with the reason in one line."""

    inside: str
    reason: str
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Passed:
    """Parts of an input that hold no text and were never meant to: what they are, and how many."""

    what: str
    number: int = 1


Cut = Piece | Left | Passed
