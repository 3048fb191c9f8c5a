"""What a format's reader gives: the text, and what the file itself says about it."""

from dataclasses import dataclass, field

from headwater.records import Evidence, Segment


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one document as its format's reader gives it.

    ``structure`` is what the format marks (headings, block quotations, captions, lists, tables), offsets into
    ``text``. ``metadata`` has any of publisher, title, author, published, modified, retrieved, url, language;
    ``declared_by`` names for each what in the file gave it. ``lost`` says, a line each, what could not be read; where
    it is not empty the document counts as partly read. ``evidence`` is what else a reader should know (the encoding).
    """

    text: str
    structure: tuple[Segment, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    declared_by: dict[str, str] = field(default_factory=dict)
    lost: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
