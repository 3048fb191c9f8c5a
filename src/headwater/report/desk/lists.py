"""The desk's lists, page by page, and its first page. A list goes on after the number of the last line shown."""

from dataclasses import dataclass
from typing import Generic, TypeVar

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
from headwater.report.revisions import RevisionLine
from headwater.report.speakers import SpeakerLine
from headwater.report.summary import NotJudged
from headwater.report.tallies import FigureEvent
from headwater.report.wordings import StoryLine, UtteranceLine
from headwater.store.shelf import Shelf, unpack, unsqueeze

MOST = 50  # lines on a page of a list
DAYS = 40  # days on a page of the timeline
MONTHS = 60  # months in its drawing, the last in which something was published
PER_DAY = 12  # documents and dates shown of one day
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """Some lines of a list. ``total`` counts all of them; ``after`` is what the next page goes on after, None at the
    end; ``begins`` is the number of lines before the first one shown where it is known."""

    lines: tuple[T, ...]
    total: int
    after: int | None


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
class Overview:
    """The first page. ``corrections`` by what became of them: applied, conflict, orphaned, undone."""

    shelved: Shelved
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
class DayLine:
    """A day (or a month) with the number of documents published and of date expressions that name it."""

    day: str
    documents: int
    named: int


@dataclass(frozen=True, slots=True)
class Named:
    """A date expression from ``start`` to ``end`` of a document, and the words around it."""

    document: str
    label: str
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class DayPage:
    """A day of the timeline: documents published on it, and words of texts that name it."""

    line: DayLine
    documents: tuple[DocumentLine, ...]
    named: tuple[Named, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """Days in order; ``bars`` are months with their numbers of documents and of dates named."""

    days: tuple[DayPage, ...]
    bars: tuple[DayLine, ...]
    after: str | None


@dataclass(frozen=True, slots=True)
class CorrectionList:
    """What people decided, in order, and what became of each."""

    states: tuple[CorrectionState, ...]


def overview(shelf: Shelf) -> Overview:
    """Return the first page."""
    numbers: dict[str, int] = {}
    for state in _corrections(shelf):
        numbers[state.state] = numbers.get(state.state, 0) + 1
    return Overview(shelf.page("shelved", Shelved), tuple(sorted(numbers.items())))


_DOCUMENT = (
    "SELECT number, id, label, day, publisher, language, format, state, title, characters, attributions, figures, "
    "shared, alarms FROM documents "
)


def document_list(shelf: Shelf, after: int = -1, publisher: str | None = None) -> DocumentList:
    """Return documents by date, then label."""
    shelved = shelf.page("shelved", Shelved)
    if publisher is None:
        rows = shelf.rows(_DOCUMENT + "WHERE number > ? ORDER BY number LIMIT ?", (after, MOST + 1))
        total = shelved.summary.documents
    else:
        rows = shelf.rows(
            _DOCUMENT + "WHERE publisher = ? AND number > ? ORDER BY number LIMIT ?", (publisher, after, MOST + 1)
        )
        ((total,),) = shelf.rows("SELECT count(*) FROM documents WHERE publisher = ?", (publisher,))
    lines = tuple(DocumentLine(*row) for row in rows[:MOST])
    return DocumentList(
        Page(lines, total, lines[-1].number if len(rows) > MOST else None), publisher, shelved.publishers
    )


def claims(shelf: Shelf, after: int = -1, *, everything: bool = False) -> Page[ClaimLine]:
    """Return claims by rank; those of one document that no other contradicts only if ``everything``."""
    condition = "" if everything else "AND line IS NOT NULL"
    rows = shelf.rows(
        f"SELECT number, line, CASE WHEN line IS NULL THEN payload END FROM claims "
        f"WHERE number > ? {condition} ORDER BY number LIMIT ?",
        (after, MOST + 1),
    )
    single = {n: unsqueeze(payload, Claim) for n, line, payload in rows[:MOST] if line is None}
    documents = {s.document for claim in single.values() for s in claim.statements}
    numbers = shelf.rows_of("SELECT number FROM documents WHERE id IN keys", documents)
    found = gather(shelf, Wanted(whole=frozenset(n for (n,) in numbers), claims=tuple(single.values())))
    lines = tuple(
        claim_line(found, single[n]) if line is None else unpack(line, ClaimLine) for n, line, _ in rows[:MOST]
    )
    shelved = shelf.page("shelved", Shelved)
    total = shelved.claims + (shelved.summary.single_claims if everything else 0)
    return Page(lines, total, rows[MOST - 1][0] if len(rows) > MOST else None)


def _lines(shelf: Shelf, table: str, kind: type[T], after: int, total: int, condition: str = "") -> Page[T]:
    rows = shelf.rows(
        f"SELECT number, line FROM {table} WHERE number > ? {condition} ORDER BY number LIMIT ?", (after, MOST + 1)
    )
    lines = tuple(unpack(line, kind) for _, line in rows[:MOST])
    return Page(lines, total, rows[MOST - 1][0] if len(rows) > MOST else None)


def pairs(shelf: Shelf, after: int = -1) -> Page[PairLine]:
    """Return pairs of documents that share passages, most words first."""
    return _lines(shelf, "pairs", PairLine, after, shelf.page("shelved", Shelved).pairs)


def speakers(shelf: Shelf, after: int = -1) -> Page[SpeakerLine]:
    """Return speakers, those with most statements first."""
    return _lines(shelf, "speakers", SpeakerLine, after, shelf.page("shelved", Shelved).summary.speakers)


def quotations(shelf: Shelf, after: int = -1) -> Page[QuotationLine]:
    """Return quotations that were altered or promoted, worst first."""
    total = shelf.page("shelved", Shelved).quotations
    return _lines(shelf, "checks", QuotationLine, after, total, f"AND number < {total}")


def events(shelf: Shelf, after: int = -1) -> Page[FigureEvent]:
    """Return events with all numbers that are given for them; those in conflict first."""
    return _lines(shelf, "events", FigureEvent, after, shelf.page("shelved", Shelved).events)


def positions(shelf: Shelf, after: int = -1) -> Page[Movement]:
    """Return positions that moved, by speaker."""
    return _lines(shelf, "movements", Movement, after, shelf.page("shelved", Shelved).movements)


def revisions(shelf: Shelf, after: int = -1) -> Page[RevisionLine]:
    """Return versions of a page with what changed between them; those that touch quotations and figures first."""
    return _lines(shelf, "revisions", RevisionLine, after, _size(shelf, "revisions"))


def wordings(shelf: Shelf, after: int = -1) -> Page[UtteranceLine]:
    """Return utterances that are quoted in more than one wording, those in most documents first."""
    return _lines(shelf, "utterances", UtteranceLine, after, _size(shelf, "utterances"))


def stories(shelf: Shelf, after: int = -1) -> Page[StoryLine]:
    """Return the stories, those that most documents tell first."""
    return _lines(shelf, "stories", StoryLine, after, _size(shelf, "stories"))


def _size(shelf: Shelf, table: str) -> int:
    return int(shelf.rows(f"SELECT count(*) FROM {table}")[0][0])


def reading(shelf: Shelf) -> Reading:
    """Return what became of everything that was given to read."""
    shelved = shelf.page("shelved", Shelved)
    return Reading(shelved.intake, shelved.skipped)


def figure_page(shelf: Shelf, after: int = -1) -> FigurePage:
    """Return figures by document and place, and before them the events that they count."""
    total = shelf.page("shelved", Shelved).summary.figures
    begun = after >= 0
    return FigurePage(None if begun else events(shelf), _lines(shelf, "figures", FigureLine, after, total))


def publishers(shelf: Shelf) -> PublisherPage:
    """Return who has words from whom."""
    return shelf.page("publishers", PublisherPage)


def timeline(shelf: Shelf, after: str = "") -> Timeline:
    """Return the days after one, each with what was published on it and what texts say of it."""
    rows = shelf.rows("SELECT day, documents, named FROM days WHERE day > ? ORDER BY day LIMIT ?", (after, DAYS + 1))
    months = shelf.rows(
        "SELECT substr(day, 1, 7), sum(documents), sum(named) FROM days GROUP BY 1 HAVING sum(documents) > 0 "
        "ORDER BY 1 DESC LIMIT ?",
        (MONTHS,),
    )
    return Timeline(
        tuple(_day(shelf, DayLine(*row)) for row in rows[:DAYS]),
        tuple(DayLine(*row) for row in reversed(months)),
        rows[DAYS - 1][0] if len(rows) > DAYS else None,
    )


def _day(shelf: Shelf, line: DayLine) -> DayPage:
    published = shelf.rows(_DOCUMENT + "WHERE day = ? ORDER BY number LIMIT ?", (line.day, PER_DAY))
    named = shelf.rows(
        'SELECT id, label, dated.start, dated."end", substr(text, max(dated.start - 79, 1), 240) '
        "FROM dated JOIN documents ON documents.number = dated.document JOIN texts ON texts.number = dated.document "
        "WHERE dated.day = ? ORDER BY dated.document, dated.start LIMIT ?",
        (line.day, PER_DAY),
    )
    return DayPage(
        line,
        tuple(DocumentLine(*row) for row in published),
        tuple(Named(i, label, start, end, _around(words, start > 80)) for i, label, start, end, words in named),
    )


def _around(words: str, cut: bool) -> str:
    """Return the words around a date on one line; where they were ``cut`` from a text, without the broken first."""
    flat = " ".join(words.split())
    return "… " + flat.partition(" ")[2] if cut else flat


def not_judged(shelf: Shelf) -> tuple[NotJudged, ...]:
    """Return what was left open."""
    return shelf.page("shelved", Shelved).summary.not_judged


def _corrections(shelf: Shelf) -> list[CorrectionState]:
    rows = shelf.rows("SELECT payload FROM corrections ORDER BY number")
    return [unpack(payload, CorrectionState) for (payload,) in rows]


def correction_list(shelf: Shelf) -> CorrectionList:
    """Return what people decided."""
    return CorrectionList(tuple(_corrections(shelf)))
