"""The shapes of the contract's JSON, one class per object; the published schema is generated from them.

Every class mirrors one object of the contract, field for field; fields beyond the contract's floor stand last in
their class. Offsets are code points into ``Document.text``, half-open.
"""

from typing import Any

from msgspec import Struct, field

from headwater.records import (
    AttributionKind,
    Certainty,
    ChainEnd,
    ChangeKind,
    DeedStanding,
    Direction,
    FigureRelation,
    FigureRole,
    LinkBasis,
    LinkKind,
    Polarity,
    QualifierKind,
    RevisionOrder,
    SpeakerKind,
    State,
    TimeKind,
    VariantRelation,
    Verdict,
)

Pair = tuple[int, int]


class SpanShape(Struct, frozen=True):
    """A span of a document's text; ``text`` equals the slice."""

    start: int
    end: int
    text: str


class PlaceShape(Struct, frozen=True):
    """A span in a named document."""

    document: str
    start: int
    end: int


class EvidenceShape(Struct, frozen=True):
    """Why a judgement was made: the rule, one sentence, and the places it rests on."""

    rule: str
    why: str
    score: float | None
    places: list[PlaceShape]


class DocumentShape(Struct, frozen=True):
    """One document that was read."""

    id: str
    path: str
    sha256: str
    publisher: str | None
    title: str | None
    published: str | None
    language: str | None
    characters: int
    author: str | None
    url: str | None
    evidence: list[EvidenceShape]
    modified: str | None
    retrieved: str | None
    format: str | None
    state: State
    lost: list[str]


class SkippedShape(Struct, frozen=True):
    """One input that was not analysed."""

    path: str
    reason: str


class AttributionShape(Struct, frozen=True):
    """A source says a content, signalled by a cue."""

    id: str
    document: str
    source: list[SpanShape]
    cue: list[SpanShape]
    content: list[SpanShape]
    kind: AttributionKind
    inside: str | None
    speaker: str | None
    score: float
    polarity: Polarity
    certainty: Certainty
    evidence: EvidenceShape


class SpeakerShape(Struct, frozen=True):
    """The identity behind source spans. ``issuer`` is the speaker who published it or whom it belongs to."""

    id: str
    name: str
    kind: SpeakerKind
    names: list[str]
    evidence: list[EvidenceShape]
    issuer: str | None


class TextChangeShape(Struct, frozen=True):
    """A difference between two reused passages; null where nothing stands on that side."""

    kind: ChangeKind
    left: Pair | None
    right: Pair | None
    classes: list[str]


class ReuseShape(Struct, frozen=True):
    """A passage shared by two documents, with its matched runs."""

    id: str
    left: PlaceShape
    right: PlaceShape
    blocks: list[tuple[Pair, Pair]]
    identity: float
    direction: Direction
    why: str
    bits: float
    changes: list[TextChangeShape]
    evidence: list[EvidenceShape]


class QuotationChangeShape(Struct, frozen=True):
    """A difference between a quotation and the text it is taken from, in words."""

    kind: ChangeKind
    quoted: str
    original: str
    classes: list[str]


class QuotationCheckShape(Struct, frozen=True):
    """A direct quotation compared with the text it is taken from."""

    attribution: str
    against: PlaceShape | None
    verdict: Verdict
    changes: list[QuotationChangeShape]
    why: str
    id: str


class QualifierShape(Struct, frozen=True):
    """How a figure is hedged; the span is null where the form of the number does it."""

    kind: QualifierKind
    span: SpanShape | None


class FigureShape(Struct, frozen=True):
    """A claimed quantity."""

    id: str
    document: str
    start: int
    end: int
    text: str
    value: float | None
    low: float | None
    high: float | None
    qualifier: QualifierShape | None
    unit: str | None
    counts: str | None
    window: str | None
    subset_of: str | None
    attribution: str | None
    number: SpanShape
    evidence: EvidenceShape
    role: FigureRole | None


class TimeShape(Struct, frozen=True):
    """A date expression, normalised."""

    id: str
    document: str
    start: int
    end: int
    text: str
    kind: TimeKind
    value: str
    edtf: str | None
    anchor: str | None
    text_value: str
    evidence: EvidenceShape


class ResponsibilityShape(Struct, frozen=True):
    """Somebody is said to have done a deed: by whom, and with how much reserve; never a judgement that it is so."""

    id: str
    document: str
    start: int
    end: int
    text: str
    actor: SpanShape
    cue: SpanShape
    standing: DeedStanding
    holder: list[SpanShape]
    by_authorities: bool | None
    attribution: str | None
    evidence: EvidenceShape


class StepShape(Struct, frozen=True):
    """One step of a position."""

    order: int
    stance: str
    time: str | None
    statements: list[str]
    why: str


class PositionShape(Struct, frozen=True):
    """What a speaker said on a topic, step by step."""

    speaker: str
    topic: str
    steps: list[StepShape]


class StatementShape(Struct, frozen=True):
    """One utterance in one place."""

    id: str
    document: str
    start: int
    end: int
    attribution: str | None
    text: str


class LinkShape(Struct, frozen=True):
    """One step towards where the words come from."""

    kind: LinkKind
    from_: str = field(name="from")
    to: str
    why: str
    evidence: list[PlaceShape]
    basis: LinkBasis


class ChainShape(Struct, frozen=True):
    """The links from a statement to its end."""

    statement: str
    links: list[LinkShape]
    ends: ChainEnd
    origin: str | None
    why: str


class OriginsShape(Struct, frozen=True):
    """The number of independent origins as a range; null where it cannot be judged."""

    at_least: int | None
    at_most: int | None
    names: list[str]
    why: str


class ClaimFiguresShape(Struct, frozen=True):
    """The spread of the figures inside one claim."""

    low: float
    high: float
    agree: bool | None


class ClaimShape(Struct, frozen=True):
    """What several statements say, with a chain for each report of it."""

    id: str
    text: str
    statements: list[StatementShape]
    chains: list[ChainShape]
    documents: int
    publishers: int
    origins: OriginsShape
    figures: ClaimFiguresShape | None
    competing: list[str]
    rank: float
    evidence: list[EvidenceShape]


class ComparisonShape(Struct, frozen=True):
    """How two figures relate."""

    left: str
    right: str
    relation: FigureRelation
    why: str


class RevisionShape(Struct, frozen=True):
    """What changed between two versions of one page; with order "unknown" neither is known to be the earlier one."""

    id: str
    url: str
    earlier: str
    later: str
    order: RevisionOrder
    changes: list[TextChangeShape]
    quotations: list[PlaceShape]
    figures: list[PlaceShape]
    why: str


class QuotationVariantShape(Struct, frozen=True):
    """One document's wording of an utterance; ``of`` is the attribution whose wording holds this one."""

    attribution: str
    document: str
    start: int
    end: int
    relation: VariantRelation
    of: str | None
    changes: list[QuotationChangeShape]


class QuotationVariantsShape(Struct, frozen=True):
    """One utterance as several documents quote it; ``longest`` is where its longest wording stands."""

    id: str
    longest: PlaceShape
    variants: list[QuotationVariantShape]


class StoryShape(Struct, frozen=True):
    """Documents about one event, in the order of their dates; ``words`` set it apart."""

    id: str
    documents: list[str]
    words: list[str]
    first: str | None
    last: str | None


class TraceShape(Struct, frozen=True):
    """The whole of ``headwater trace --json``."""

    headwater: str
    settings: dict[str, Any]  # Any: each setting has a shape of its own
    documents: list[DocumentShape]
    skipped: list[SkippedShape]
    attributions: list[AttributionShape]
    speakers: list[SpeakerShape]
    reuse: list[ReuseShape]
    quotation_checks: list[QuotationCheckShape]
    figures: list[FigureShape]
    times: list[TimeShape]
    positions: list[PositionShape]
    claims: list[ClaimShape]
    comparisons: list[ComparisonShape]
    revisions: list[RevisionShape]
    responsibility: list[ResponsibilityShape]
    quotation_variants: list[QuotationVariantsShape]
    stories: list[StoryShape]
