"""The records: one frozen class per kind of finding, one class per table. Standard library only.

Offsets are Unicode code points into ``Document.text``, half-open. Records of one stage are never edited by another
stage; later stages add records that point back by id. Every judgement carries Evidence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

AttributionKind = Literal["direct", "indirect", "mixed"]
Polarity = Literal["said", "denied", "not_said"]
Certainty = Literal["stated", "hedged", "alleged"]
SegmentKind = Literal[
    "heading",
    "paragraph",
    "sentence",
    "block_quotation",
    "caption",
    "list",
    "table",
    "byline",
    "dateline",
    "credit",
    "boilerplate",
]
SpeakerKind = Literal["person", "organisation", "publisher", "document", "scripture", "group", "unnamed"]
Direction = Literal["left_to_right", "right_to_left", "shared_origin", "unknown"]
Verdict = Literal["verbatim", "trimmed", "altered", "not_found", "unchecked", "promoted"]
RevisionOrder = Literal["retrieved", "modified", "published", "unknown"]
ChangeKind = Literal["inserted", "deleted", "replaced"]
VariantRelation = Literal["longest", "same", "shorter", "changed"]
QualifierKind = Literal["exact", "about", "at_most", "at_least", "up", "down"]
TimeKind = Literal["date", "time", "duration", "set"]
LinkKind = Literal["said_by", "reported_by", "cites", "copied_from"]
LinkBasis = Literal["stated", "coreference", "implicit", "reuse"]
ChainEnd = Literal["named", "unnamed", "publisher", "outside", "unknown"]
DeedStanding = Literal["asserted", "claimed", "accused", "possible", "denied"]
FigureRole = Literal["event", "background", "fighters", "unreal"]
FigureRelation = Literal["equal", "within_qualifier", "part_of", "update", "conflict", "not_comparable"]
State = Literal["ok", "partial", "unmeasured"]  # an input that gives no document at all is Skipped
CorrectionAction = Literal[
    "accept",
    "reject",
    "edit_span",
    "reattribute",
    "merge_speakers",
    "split_speaker",
    "rename_speaker",
    "merge_claims",
    "split_claim",
    "set_date",
    "set_publisher",
    "note",
    "undo",
]
Standing = Literal["applied", "conflict", "orphaned", "undone"]


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A run of code points ``[start, end)`` in a text that is known from the context."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """Return the words that the span covers; the only slicing there is."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A span in a named document."""

    document: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a judgement was made: the rule (or model and version), a sentence to check, and the spans it rests on."""

    rule: str
    why: str
    score: float | None = None
    places: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A structural part of a text. Sentences lie inside paragraphs; other kinds replace the paragraph they cover."""

    kind: SegmentKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Document:
    """One text with its metadata.

    ``sha256`` is of the bytes that were read. ``published``, ``modified`` and ``retrieved`` are ISO 8601 dates, or
    times with their zone where the input gives one. ``structure`` holds what the format itself marks (HTML block
    quotations, headings); plain text has none. ``evidence`` says how each piece of metadata is known; unknown metadata
    is None, never guessed. ``format`` names what the bytes were ("HTML", "PDF"). ``lost`` says, a line each, what is
    missing: of the text where ``state`` is "partial", of the findings where it is "unmeasured".
    """

    id: str
    path: str
    sha256: str
    text: str
    publisher: str | None = None
    title: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    language: str | None = None
    structure: tuple[Segment, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    modified: str | None = None
    retrieved: str | None = None
    format: str | None = None
    state: State = "ok"
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Skipped:
    """An input that was not analysed, with the reason in one line; ``format`` where it could be told."""

    path: str
    reason: str
    format: str | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """A source says a content, signalled by a cue (Pareti 2015). Spans may be discontinuous, in text order.

    ``source`` is empty where the text gives none ("was described as"). ``inside`` is the attribution whose content
    holds this one. ``polarity`` "not_said" ("did not say X") never supports X. ``score`` is a calibrated probability
    that content and source are right.
    """

    id: str
    document: str
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    kind: AttributionKind
    polarity: Polarity
    certainty: Certainty
    inside: str | None
    score: float
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Time:
    """A date expression. ``value`` is TIMEX3, ``edtf`` ISO 8601-2 (None where it has no form).

    ``text_value`` is what the expression says by itself ("XXXX-02-01"); ``value`` is the anchored form, equal to
    ``text_value`` where nothing anchors it. ``anchor`` names what it was anchored to in words, else None.
    """

    id: str
    document: str
    start: int
    end: int
    kind: TimeKind
    value: str
    text_value: str
    edtf: str | None
    anchor: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Qualifier:
    """How a figure is hedged, with the words that do it (None where the form of the number does)."""

    kind: QualifierKind
    span: Span | None


@dataclass(frozen=True, slots=True)
class Figure:
    """A claimed quantity. ``start``/``end`` cover the whole mention, ``number`` the number in it.

    ``value`` is None for a range or a vague word ("dozens"), which give ``low`` and, where bounded, ``high``.
    ``counts`` is the counted thing with its predicate, in the text's words. ``window`` is a Time id, ``subset_of``
    a Figure id, ``attribution`` the innermost attribution that claims it, None in the publisher's voice. ``role`` tells
    people who came to harm in what the text reports ("event") from totals over a longer time and events long past
    ("background"), from losses of fighting ("fighters") and from what might have been, may yet be or was not
    ("unreal"); None where no people come to harm.
    """

    id: str
    document: str
    start: int
    end: int
    number: Span
    value: float | None
    low: float | None
    high: float | None
    qualifier: Qualifier | None
    unit: str | None
    counts: str | None
    window: str | None
    subset_of: str | None
    attribution: str | None
    evidence: Evidence
    role: FigureRole | None = None


@dataclass(frozen=True, slots=True)
class Responsibility:
    """Somebody is said to have done a deed. ``actor`` is who, ``deed`` the clause that tells it, ``cue`` its verb.

    ``standing`` is how it is said: "asserted" without reserve, "claimed" by the actor's own side, "accused" by somebody
    else, "possible", "denied". ``holder`` is who says so, empty in the publisher's voice; ``attribution`` the innermost
    attribution around it. ``by_authorities`` says whether the holder is one, true for an arrest by nobody named; None
    where nobody is named. Never a judgement that it is so.
    """

    id: str
    document: str
    actor: Span
    deed: Span
    cue: Span
    standing: DeedStanding
    holder: tuple[Span, ...]
    by_authorities: bool | None
    attribution: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Analysis:
    """Everything that is known from one document alone. Segments are in text order."""

    document: Document
    segments: tuple[Segment, ...]
    attributions: tuple[Attribution, ...]
    times: tuple[Time, ...]
    figures: tuple[Figure, ...]
    responsibility: tuple[Responsibility, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """A difference between two passages: ``left``/``right`` are spans in their documents, None where nothing stands.

    ``classes`` name what matters to a reader: number, date, name, negation, hedge, attribution, characterisation.
    """

    kind: ChangeKind
    left: Span | None
    right: Span | None
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """What changed between two versions of one page. ``left`` of a change is in ``earlier``, ``right`` in ``later``.

    ``order`` says by which date the versions are ordered; with "unknown", neither is known to be the earlier one.
    ``quotations`` and ``figures`` are the places in either version that a change touches.
    """

    id: str
    url: str
    earlier: str
    later: str
    order: RevisionOrder
    changes: tuple[Change, ...]
    quotations: tuple[Place, ...]
    figures: tuple[Place, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Reuse:
    """A passage shared by two documents; ``left.document < right.document`` by id.

    ``blocks`` are the matched runs (left, right) in left order; ``identity`` is the matched share of the longer side;
    ``bits`` the information of the matched words. ``direction`` is that of the pair where evidence shows one.
    """

    id: str
    left: Place
    right: Place
    blocks: tuple[tuple[Span, Span], ...]
    identity: float
    bits: float
    changes: tuple[Change, ...]
    direction: Direction
    why: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationChange:
    """A difference between a quotation and the text it is taken from, in words."""

    kind: ChangeKind
    quoted: str
    original: str
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationCheck:
    """A direct quotation compared with the text it is taken from."""

    id: str
    attribution: str
    against: Place | None
    verdict: Verdict
    changes: tuple[QuotationChange, ...]
    why: str


@dataclass(frozen=True, slots=True)
class QuotationVariant:
    """One document's wording of an utterance. ``of`` is the attribution whose wording holds it: "same" has the same
    words, "shorter" a part of them, "changed" others as well (``changes``, against that wording)."""

    attribution: str
    place: Place
    relation: VariantRelation
    of: str | None
    changes: tuple[QuotationChange, ...] = ()


@dataclass(frozen=True, slots=True)
class QuotationVariants:
    """One utterance as several documents quote it, the longest wording first; ``longest`` is where that stands."""

    id: str
    longest: Place
    variants: tuple[QuotationVariant, ...]


@dataclass(frozen=True, slots=True)
class Story:
    """Documents about one event, in the order of their dates. ``words`` set it apart, the most telling first;
    ``first`` and ``last`` are the days between which its dated documents lie."""

    id: str
    documents: tuple[str, ...]
    words: tuple[str, ...]
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class Speaker:
    """The identity behind source spans. ``names`` are the forms found, longest first; ``evidence`` says why they
    were taken to be one. ``issuer`` is the speaker who published a document or whom an unnamed source belongs to."""

    id: str
    name: str
    kind: SpeakerKind
    names: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    issuer: str | None = None


@dataclass(frozen=True, slots=True)
class Resolution:
    """Which speaker an attribution's source is; ``speaker`` is None where it cannot be told."""

    attribution: str
    speaker: str | None
    basis: LinkBasis
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Statement:
    """One utterance in one place: an attribution's content, or a sentence in the publisher's own voice."""

    id: str
    document: str
    start: int
    end: int
    attribution: str | None


@dataclass(frozen=True, slots=True)
class Link:
    """One step from ``downstream`` to ``upstream`` (ids, or a name that stands outside the case)."""

    kind: LinkKind
    downstream: str
    upstream: str
    basis: LinkBasis
    why: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Chain:
    """The links from a statement towards where its words come from. A second reading is a second chain."""

    statement: str
    links: tuple[Link, ...]
    ends: ChainEnd
    origin: str | None
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """Statements that say the same thing, before their chains are known. ``competing`` are Group ids (same sentence,
    another figure, date or polarity)."""

    id: str
    text: str
    statements: tuple[Statement, ...]
    competing: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Origins:
    """The number of independent origins as a range; None where it cannot be judged."""

    at_least: int | None
    at_most: int | None
    names: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class ClaimFigures:
    """The spread of the figures inside one claim."""

    low: float
    high: float
    agree: bool | None


@dataclass(frozen=True, slots=True)
class Claim:
    """What several statements say, with a chain for each report of it. ``rank`` orders claims for a reader who
    wants to check them: higher first. ``evidence`` says what a person decided about it."""

    id: str
    text: str
    statements: tuple[Statement, ...]
    chains: tuple[Chain, ...]
    documents: int
    publishers: int
    origins: Origins
    figures: ClaimFigures | None
    competing: tuple[str, ...]
    rank: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """How two figures relate, with the reason."""

    left: str
    right: str
    relation: FigureRelation
    why: str


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a position, in order."""

    order: int
    stance: str
    time: str | None
    statements: tuple[str, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Position:
    """What a speaker said on a topic, step by step."""

    speaker: str
    topic: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where in a text, in a form that survives other runs and other versions of the text.

    ``start`` and ``end`` hold for the text with the id ``document``; ``name`` is the name under which it was given.
    ``prefix`` and ``suffix`` are up to 40 code points before and after ``quote``.
    """

    document: str
    start: int
    end: int
    quote: str
    prefix: str
    suffix: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """What a person decided about a finding; never changed, only undone by another.

    ``id`` is a hash of everything else, ``kind`` what the target is ("attribution", "speaker", "claim", "document",
    "figure", "time", "reuse", "check", "correction"), ``target`` the id that it had when the correction was made,
    ``anchors`` where it stands. ``at`` is ISO 8601 in UTC.
    """

    id: str
    action: CorrectionAction
    kind: str
    target: str
    anchors: tuple[Anchor, ...]
    who: str
    at: str
    why: str
    value: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class CorrectionState:
    """What became of a correction in a collection, with the reason in one sentence."""

    correction: Correction
    state: Standing
    why: str


@dataclass(frozen=True, slots=True)
class Case:
    """Everything that is known of a collection. Every tuple is in a fixed order that does not depend on the order
    in which documents were given."""

    analyses: tuple[Analysis, ...]
    skipped: tuple[Skipped, ...]
    reuse: tuple[Reuse, ...]
    quotation_checks: tuple[QuotationCheck, ...]
    speakers: tuple[Speaker, ...]
    resolutions: tuple[Resolution, ...]
    claims: tuple[Claim, ...]
    comparisons: tuple[Comparison, ...]
    positions: tuple[Position, ...]
    corrections: tuple[CorrectionState, ...] = ()
    revisions: tuple[Revision, ...] = ()
    quotation_variants: tuple[QuotationVariants, ...] = ()
    stories: tuple[Story, ...] = ()
