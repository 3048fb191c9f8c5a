"""The desk's lists, page by page, and its first page. A list goes on after the number of the last line shown."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from headwater.errors import NotFoundError
from headwater.records import Claim, CorrectionState, Skipped
from headwater.report.claims import ClaimLine, claim_line
from headwater.report.comparison import PairLine
from headwater.report.desk.flows import PublisherLine, PublisherPage
from headwater.report.desk.parts import Wanted, gather
from headwater.report.desk.shelving import Shelved
from headwater.report.figures import FigureLine
from headwater.report.intake import Intake
from headwater.report.positions import Movement
from headwater.report.quotations import QuotationLine
from headwater.report.responsibility import ResponsibilityLine
from headwater.report.revisions import RevisionLine
from headwater.report.speakers import SpeakerLine
from headwater.report.tallies import FigureEvent
from headwater.report.unjudged import NotJudged
from headwater.report.wordings import StoryLine, UtteranceLine
from headwater.store.shelf import Shelf, unpack, unsqueeze

MOST = 50  # lines on a page of a list
MONTHS = 60  # months in the drawing of documents by date
ACROSS = ("stories", "utterances", "revisions", "movements", "responsibility")  # lists that the first page leads to
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some lines of a list. ``total`` counts all of them; ``after`` is what the next page goes on after, None at the
    end; ``begins`` is the number of lines before the first one shown."""

    lines: tuple[T, ...]
    total: int
    after: int | None
    begins: int


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document in a list, with numbers of findings; ``alarms`` are quotations altered or promoted."""

    number: int
    id: str
    label: str
    day: str
    publisher: str
    language: str
    format: str
    state: str
    title: str
    characters: int
    attributions: int
    figures: int
    shared: int
    alarms: int


@dataclass(frozen=True, slots=True)
class DocumentList:
    """Documents by date, of one publisher or all, with the publishers to choose from."""

    page: Page[DocumentLine]
    publisher: str | None
    publishers: tuple[PublisherLine, ...]


@dataclass(frozen=True, slots=True)
class SpeakerLines:
    """Speakers by number of statements; ``silent`` are those who are named and not given as saying anything."""

    page: Page[SpeakerLine]
    silent: int


@dataclass(frozen=True, slots=True)
class ClaimLines:
    """Claims by rank; ``single`` are those of one document that no other contradicts. Where there are no others the
    first of these are listed, and ``repeated`` is false."""

    page: Page[ClaimLine]
    single: int
    repeated: bool


@dataclass(frozen=True, slots=True)
class HandOver:
    """Claims that a dossier can be made of, by rank; ``chosen`` is the one that the reader comes from."""

    claims: tuple[ClaimLine, ...]
    chosen: ClaimLine | None


@dataclass(frozen=True, slots=True)
class Month:
    """A month, "2031-03", with the number of documents that were published in it."""

    month: str
    documents: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The first page. ``corrections`` by what became of them: applied, conflict, orphaned, undone; ``across`` numbers
    what is told across documents, by the name of its list."""

    shelved: Shelved
    months: tuple[Month, ...]
    across: tuple[tuple[str, int], ...]
    corrections: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class FigurePage:
    """Figures by document, and on the first page what they count, by event."""

    events: Page[FigureEvent] | None
    figures: Page[FigureLine]


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read, in part, not at all; ``skipped`` names inputs that were not, the first of them."""

    intake: Intake
    skipped: tuple[Skipped, ...]


@dataclass(frozen=True, slots=True)
class CorrectionList:
    """What people decided, in order, and what became of each."""

    states: tuple[CorrectionState, ...]


def overview(shelf: Shelf) -> Overview:
    """Return the first page."""
    numbers: dict[str, int] = {}
    for state in _corrections(shelf):
        numbers[state.state] = numbers.get(state.state, 0) + 1
    across = tuple((table, size_of(shelf, table)) for table in ACROSS)
    return Overview(shelf.page("shelved", Shelved), months(shelf), across, tuple(sorted(numbers.items())))


def months(shelf: Shelf) -> tuple[Month, ...]:
    """Return the last MONTHS months in which something was published, in order."""
    rows = shelf.rows(
        "SELECT substr(day, 1, 7), sum(documents) FROM days WHERE length(day) > 4 GROUP BY 1 "
        "HAVING sum(documents) > 0 ORDER BY 1 DESC LIMIT ?",
        (MONTHS,),
    )
    return tuple(Month(*row) for row in reversed(rows))


DOCUMENT = (
    "SELECT number, id, label, day, publisher, language, format, state, title, characters, attributions, figures, "
    "shared, alarms FROM documents "
)


def document_list(shelf: Shelf, after: int = -1, publisher: str | None = None) -> DocumentList:
    """Return documents by date, then label."""
    shelved = shelf.page("shelved", Shelved)
    if publisher is None:
        rows = shelf.rows(DOCUMENT + "WHERE number > ? ORDER BY number LIMIT ?", (after, MOST + 1))
        total = shelved.summary.documents
        begins = _before(shelf, "documents", after)
    else:
        rows = shelf.rows(
            DOCUMENT + "WHERE publisher = ? AND number > ? ORDER BY number LIMIT ?", (publisher, after, MOST + 1)
        )
        ((total,),) = shelf.rows("SELECT count(*) FROM documents WHERE publisher = ?", (publisher,))
        begins = _before(shelf, "documents", after, "AND publisher = ?2", publisher)
    lines = tuple(DocumentLine(*row) for row in rows[:MOST])
    return DocumentList(
        Page(lines, total, lines[-1].number if len(rows) > MOST else None, begins), publisher, shelved.publishers
    )


_CLAIM = "SELECT number, line, CASE WHEN line IS NULL THEN payload END FROM claims"


def claims(shelf: Shelf, after: int = -1, *, everything: bool = False) -> ClaimLines:
    """Return claims by rank; those of one document that no other contradicts only if ``everything``."""
    condition = "" if everything else "AND line IS NOT NULL"
    rows = shelf.rows(f"{_CLAIM} WHERE number > ? {condition} ORDER BY number LIMIT ?", (after, MOST + 1))
    lines = _claim_lines(shelf, rows[:MOST])
    shelved = shelf.page("shelved", Shelved)
    total = shelved.claims + (shelved.summary.single_claims if everything else 0)
    begins = _before(shelf, "claims", after, condition)
    page = Page(lines, total, rows[MOST - 1][0] if len(rows) > MOST else None, begins)
    return ClaimLines(page, shelved.summary.single_claims, shelved.summary.repeated)


def _claim_lines(shelf: Shelf, rows: list[tuple[int, bytes | None, bytes | None]]) -> tuple[ClaimLine, ...]:
    """Return claims as lines; those that no list begins with are made into lines when they are asked for."""
    single = {n: unsqueeze(payload, Claim) for n, _, payload in rows if payload is not None}
    documents = {s.document for claim in single.values() for s in claim.statements}
    numbers = shelf.rows_of("SELECT number FROM documents WHERE id IN keys", documents)
    found = gather(shelf, Wanted(whole=frozenset(n for (n,) in numbers), claims=tuple(single.values())))
    return tuple(claim_line(found, single[n]) if line is None else unpack(line, ClaimLine) for n, line, _ in rows)


def repeated(shelf: Shelf, first: int = 0) -> ClaimLines:
    """Return the claims of a list by the number of their documents, most first, from the ``first`` on (from 0)."""
    rows = shelf.rows(
        f"{_CLAIM} WHERE line IS NOT NULL ORDER BY documents DESC, number LIMIT ? OFFSET ?", (MOST + 1, first)
    )
    shelved = shelf.page("shelved", Shelved)
    page = Page(_claim_lines(shelf, rows[:MOST]), shelved.claims, first + MOST if len(rows) > MOST else None, first)
    return ClaimLines(page, shelved.summary.single_claims, shelved.summary.repeated)


def hand_over(shelf: Shelf, claim: str | None = None) -> HandOver:
    """Return what can be chosen for handing over. Raises NotFoundError for a claim that is not there."""
    chosen = _claim_lines(shelf, shelf.rows(f"{_CLAIM} WHERE id = ?", (claim,)))
    if claim is not None and not chosen:
        raise NotFoundError(f"no claim {claim!r}")
    return HandOver(claims(shelf).page.lines, next(iter(chosen), None))


def lines_of(shelf: Shelf, table: str, kind: type[T], after: int, total: int, condition: str = "") -> Page[T]:
    """Return the lines of a table after the one with the number ``after``."""
    rows = shelf.rows(
        f"SELECT number, line FROM {table} WHERE number > ? {condition} ORDER BY number LIMIT ?", (after, MOST + 1)
    )
    lines = tuple(unpack(line, kind) for _, line in rows[:MOST])
    begins = _before(shelf, table, after, condition)
    return Page(lines, total, rows[MOST - 1][0] if len(rows) > MOST else None, begins)


def _before(shelf: Shelf, table: str, after: int, condition: str = "", *given: str) -> int:
    """Return how many lines of a table stand up to the one with the number ``after``; ``given`` from ?2 on."""
    if after < 0:
        return 0
    ((number,),) = shelf.rows(f"SELECT count(*) FROM {table} WHERE number <= ?1 {condition}", (after, *given))
    return int(number)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Pairs of documents that share passages, most words first; those of two publishers where ``earlier`` and ``later``
    are named, in either order where no direction is shown."""

    page: Page[PairLine]
    earlier: str | None
    later: str | None


_OF = "SELECT number FROM documents WHERE publisher = {0} OR (publisher = '' AND label = {0})"


def pairs(shelf: Shelf, after: int = -1, between: tuple[str, str] | None = None) -> Pairs:
    """Return pairs of documents, those of two publishers or all."""
    if between is None:
        return Pairs(lines_of(shelf, "pairs", PairLine, after, shelf.page("shelved", Shelved).pairs), None, None)
    one, two = _OF.format("?1"), _OF.format("?2")
    these = f'(("left" IN ({one}) AND "right" IN ({two})) OR ("left" IN ({two}) AND "right" IN ({one})))'
    rows = shelf.rows(
        f"SELECT number, line FROM pairs WHERE {these} AND number > ?3 ORDER BY number LIMIT ?4",
        (*between, after, MOST + 1),
    )
    ((total,),) = shelf.rows(f"SELECT count(*) FROM pairs WHERE {these}", between)
    lines = tuple(unpack(line, PairLine) for _, line in rows[:MOST])
    ((begins,),) = shelf.rows(f"SELECT count(*) FROM pairs WHERE {these} AND number <= ?3", (*between, after))
    return Pairs(Page(lines, total, rows[MOST - 1][0] if len(rows) > MOST else None, begins), *between)


def speakers(shelf: Shelf, after: int = -1, *, everything: bool = False) -> SpeakerLines:
    """Return speakers, those with most statements first; those without any only if ``everything``."""
    shelved = shelf.page("shelved", Shelved)
    speaking = shelved.summary.speakers
    total, condition = (shelved.speakers, "") if everything else (speaking, "AND statements > 0")
    return SpeakerLines(lines_of(shelf, "speakers", SpeakerLine, after, total, condition), shelved.speakers - speaking)


@dataclass(frozen=True, slots=True)
class Quotations:
    """Quotations that are not what was written, worst first, then those of which what was left out may turn the rest;
    how many there are of each."""

    page: Page[QuotationLine]
    changed: int
    cut_short: int


def quotations(shelf: Shelf, after: int = -1) -> Quotations:
    """Return quotations that a reader must hear of."""
    shelved = shelf.page("shelved", Shelved)
    total = shelved.quotations + shelved.cut_short
    page = lines_of(shelf, "checks", QuotationLine, after, total, f"AND number < {total}")
    return Quotations(page, shelved.quotations, shelved.cut_short)


def events(shelf: Shelf, after: int = -1) -> Page[FigureEvent]:
    """Return events with all numbers that are given for them; those in conflict first."""
    return lines_of(shelf, "events", FigureEvent, after, shelf.page("shelved", Shelved).events)


def positions(shelf: Shelf, after: int = -1) -> Page[Movement]:
    """Return positions that moved, by speaker."""
    return lines_of(shelf, "movements", Movement, after, shelf.page("shelved", Shelved).movements)


def revisions(shelf: Shelf, after: int = -1) -> Page[RevisionLine]:
    """Return versions of a page with what changed between them; those that touch quotations and figures first."""
    return lines_of(shelf, "revisions", RevisionLine, after, size_of(shelf, "revisions"))


def wordings(shelf: Shelf, after: int = -1) -> Page[UtteranceLine]:
    """Return utterances that are quoted in more than one wording, those in most documents first."""
    return lines_of(shelf, "utterances", UtteranceLine, after, size_of(shelf, "utterances"))


def stories(shelf: Shelf, after: int = -1) -> Page[StoryLine]:
    """Return the stories, those that most documents tell first."""
    return lines_of(shelf, "stories", StoryLine, after, size_of(shelf, "stories"))


def size_of(shelf: Shelf, table: str) -> int:
    """Return the number of lines of a table."""
    return int(shelf.rows(f"SELECT count(*) FROM {table}")[0][0])


def reading(shelf: Shelf) -> Reading:
    """Return what became of everything that was given to read."""
    shelved = shelf.page("shelved", Shelved)
    return Reading(shelved.intake, shelved.skipped)


def figure_page(shelf: Shelf, after: int = -1, events_after: int = -1) -> FigurePage:
    """Return figures by document and place, and before them the events that they count."""
    total = shelf.page("shelved", Shelved).summary.figures
    begun = after >= 0
    return FigurePage(
        None if begun else events(shelf, events_after), lines_of(shelf, "figures", FigureLine, after, total)
    )


def publishers(shelf: Shelf) -> PublisherPage:
    """Return who has words from whom."""
    return shelf.page("publishers", PublisherPage)


def not_judged(shelf: Shelf) -> tuple[NotJudged, ...]:
    """Return what was left open, with the first of each kind."""
    return shelf.page("open", tuple[NotJudged, ...])


def responsibility(shelf: Shelf, after: int = -1) -> Page[ResponsibilityLine]:
    """Return who is said to have done a deed, by document and place."""
    return lines_of(shelf, "responsibility", ResponsibilityLine, after, size_of(shelf, "responsibility"))


def _corrections(shelf: Shelf) -> list[CorrectionState]:
    rows = shelf.rows("SELECT payload FROM corrections ORDER BY number")
    return [unpack(payload, CorrectionState) for (payload,) in rows]


def correction_list(shelf: Shelf) -> CorrectionList:
    """Return what people decided."""
    return CorrectionList(tuple(_corrections(shelf)))
