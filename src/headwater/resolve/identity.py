"""Who stands behind the sources of one document: identities, before they are joined across documents."""

from dataclasses import dataclass, field

from headwater.records import Evidence, LinkBasis, SpeakerKind
from headwater.resolve.kinds import Gender
from headwater.resolve.tables import PERSON_NOUNS


@dataclass(slots=True)
class Identity:
    """Somebody or something that a document quotes.

    ``key`` tells identities of one document apart. ``proper`` is the folded name by which other documents may know
    the same one, None where there is none; ``short`` where that name is one word that others may share (a surname).
    ``issuer`` is who published a document, or whom an unnamed source belongs to.
    """

    key: str
    kind: SpeakerKind
    name: str
    proper: str | None = None
    short: bool = False
    sure: bool = False
    gender: Gender | None = None
    plural: bool = False
    issuer: "Identity | None" = None
    head: str = ""
    titles: frozenset[str] = frozenset()
    roles: frozenset[str] = frozenset()
    acronyms: tuple[str, ...] = ()
    names: dict[str, int] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)

    @property
    def is_person(self) -> bool:
        """He or she may stand for it."""
        return self.kind == "person" or (self.kind == "unnamed" and not self.plural and self.head in PERSON_NOUNS)

    @property
    def is_told(self) -> bool:
        """More than the shape of a name says what it is."""
        return self.kind == "unnamed" or self.sure or self.gender is not None

    @property
    def is_thing(self) -> bool:
        """“It” may stand for it."""
        return self.kind in ("organisation", "publisher", "document", "scripture")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a source span stands for: an identity or None, how that is known, and the reason; ``outlet`` is the
    publisher whose person the source is."""

    attribution: str
    identity: Identity | None
    basis: LinkBasis
    evidence: Evidence
    outlet: Identity | None = None
