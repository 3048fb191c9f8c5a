"""The desk's pages about one thing: a document, a claim, a pair of documents."""

import re
from dataclasses import dataclass, replace

from headwater.errors import NotFoundError
from headwater.records import Claim, Comparison, CorrectionState, Document, QuotationCheck, Reuse
from headwater.report.claims import ClaimLine, ClaimPage, claim_page
from headwater.report.comparison import ComparisonPage, compare
from headwater.report.desk.moved import claim_now
from headwater.report.desk.parts import Wanted, gather, number_of
from headwater.report.documents import DocumentPage, Mark, Note, document_page
from headwater.store.shelf import Shelf, unpack, unsqueeze

ROOM = 24_000  # characters of a text on one page; longer texts are shown in parts that end between paragraphs
REUSED = 200  # passages that a document shares, those that hold most information
COMPARED = 120  # comparisons of a document's figures that are looked up, conflicts first
REPORTS = 40  # reports of a claim on one page
_PARAGRAPH = re.compile(r"\n\s*\n|\n")


@dataclass(frozen=True, slots=True)
class PartOf:
    """Which part of a text is shown: ``number`` of ``parts``, ``start`` to ``end`` in code points."""

    number: int
    parts: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DeskDocument:
    """A document for reading. ``page`` holds the text of this part only; places of marks and notes count from the
    beginning of the whole text, as everywhere. ``earlier`` and ``later`` are its neighbours by date."""

    page: DocumentPage
    part: PartOf
    state: str
    lost: tuple[str, ...]
    notes: int
    comparisons_left: int
    reuse_left: int
    asked: Mark | None
    corrections: tuple[CorrectionState, ...]
    earlier: str | None
    later: str | None


@dataclass(frozen=True, slots=True)
class DeskClaim:
    """A claim with some of its reports, from ``first`` of ``reports``."""

    page: ClaimPage
    first: int
    reports: int
    corrections: tuple[CorrectionState, ...]


def desk_document(shelf: Shelf, key: str, part: int = 1, asked: tuple[int, int] | None = None) -> DeskDocument:
    """Return a document; the part that holds ``asked``, a span to be shown, else the part with this number.

    Raises NotFoundError for an id that is not there, and for a span or a part that lies outside the text.
    """
    number = number_of(shelf, key)
    found = gather(shelf, about_document(shelf, number))
    page = document_page(found, key)
    if asked is not None and not 0 <= asked[0] < asked[1] <= len(page.text):
        raise NotFoundError(f"the text has {len(page.text)} characters; {asked[0]} to {asked[1]} is no span of it")
    parts = cut(page.text)
    if asked is not None:
        part = next(n for n, (_, end) in enumerate(parts, start=1) if asked[0] < end or n == len(parts))
    if not 1 <= part <= len(parts):
        raise NotFoundError(f"the text has {len(parts)} parts; there is no part {part}")
    start, end = parts[part - 1]
    notes = tuple(note for note in page.notes if _stands_in(note, page, start, end))
    badges = {note.badge for note in notes}
    marks = tuple(m for m in page.marks if m.start < end and m.end > start and (m.badge is None or m.badge in badges))
    neighbours = dict(shelf.rows("SELECT number, id FROM documents WHERE number IN (?, ?)", (number - 1, number + 1)))
    document = found.documents[key]
    ((total,),) = shelf.rows('SELECT count(*) FROM comparisons WHERE "left" = ?1 OR "right" = ?1', (number,))
    ((shared,),) = shelf.rows('SELECT count(*) FROM reuse WHERE "left" = ?1 OR "right" = ?1', (number,))
    return DeskDocument(
        replace(page, text=page.text[start:end], marks=marks, notes=notes),
        PartOf(part, len(parts), start, end),
        document.state,
        document.lost,
        len(page.notes),
        max(0, total - COMPARED),
        max(0, shared - REUSED),
        Mark(*asked, "asked", None) if asked is not None else None,
        (*corrections_of(shelf, [key, *(note.id for note in page.notes)]), *_orphaned(shelf, document)),
        neighbours.get(number - 1),
        neighbours.get(number + 1),
    )


def _stands_in(note: Note, page: DocumentPage, start: int, end: int) -> bool:
    return start <= note.start < end or (note.start >= end == len(page.text))


def cut(text: str, room: int = ROOM) -> list[tuple[int, int]]:
    """Return the parts in which a text is shown: none longer than ``room`` and a half, cut where paragraphs end.

    >>> cut("ab\\ncd\\nef", 4), cut("", 4)
    ([(0, 6), (6, 8)], [(0, 0)])
    """
    parts, start = [], 0
    while len(text) - start > room + room // 2:
        end = text.find("\n", start + room, start + room + room // 2)
        end = start + room if end < 0 else end + 1
        parts.append((start, end))
        start = end
    return [*parts, (start, len(text))]


def about_document(shelf: Shelf, number: int) -> Wanted:
    """Return what is found in a document, and what it is compared with."""
    comparisons = shelf.rows(
        'SELECT number, payload, "left", "right" FROM comparisons WHERE "left" = ?1 OR "right" = ?1 '
        "ORDER BY weight, number LIMIT ?2",
        (number, COMPARED),
    )
    claims = shelf.rows(
        "SELECT payload FROM claim_documents JOIN claims ON claim = number WHERE document = ? ORDER BY place", (number,)
    )
    (key,) = shelf.rows("SELECT id FROM documents WHERE number = ?", (number,))[0]
    return Wanted(
        whole=frozenset({number, *(n for _, _, left, right in comparisons for n in (left, right))}),
        claims=tuple(_of_document(unsqueeze(payload, Claim), key) for (payload,) in claims),
        reuse=tuple(
            unpack(payload, Reuse)
            for _, payload in sorted(
                shelf.rows(
                    'SELECT number, payload FROM reuse WHERE "left" = ?1 OR "right" = ?1 ORDER BY bits DESC LIMIT ?2',
                    (number, REUSED),
                )
            )
        ),
        checks=_checks(shelf, "document = ?1", number),
        comparisons=tuple(unpack(payload, Comparison) for _, payload, _, _ in sorted(comparisons)),
    )


def _of_document(claim: Claim, document: str) -> Claim:
    """Return a claim with the chains of one document's statements; its numbers stay those of the whole."""
    mine = {s.id for s in claim.statements if s.document == document}
    return replace(claim, chains=tuple(c for c in claim.chains if c.statement in mine))


def _checks(shelf: Shelf, condition: str, number: int) -> tuple[QuotationCheck, ...]:
    rows = shelf.rows(f"SELECT payload FROM checks WHERE {condition} ORDER BY place", (number,))
    return tuple(unpack(payload, QuotationCheck) for (payload,) in rows)


def desk_claim(shelf: Shelf, key: str, first: int = 0) -> DeskClaim:
    """Return a claim with its reports from the ``first`` on (from 0); where people joined it with another or took it
    apart, the claim that it is now. Raises NotFoundError."""
    rows = shelf.rows("SELECT payload, line FROM claims WHERE id = ?", (key,))
    if not rows:
        now = claim_now(shelf, key)
        if now is None:
            raise NotFoundError(
                f"no claim {key!r}; it may have changed with what is read or decided: search for its words"
            )
        return replace(desk_claim(shelf, now, first), corrections=corrections_of(shelf, [key, now]))
    claim = unsqueeze(rows[0][0], Claim)
    order = numbers_of(shelf, {s.document for s in claim.statements})
    statements = sorted(claim.statements, key=lambda s: (order[s.document], s.start, s.id))[first : first + REPORTS]
    ids = {s.id for s in statements}
    shown = replace(claim, statements=tuple(statements), chains=tuple(c for c in claim.chains if c.statement in ids))
    line = None if rows[0][1] is None else unpack(rows[0][1], ClaimLine)
    competing = claims_by_id(shelf, claim.competing) if line is None else ()
    whole = {order[s.document] for s in statements}
    whole |= set(numbers_of(shelf, {s.document for other in competing for s in other.statements}).values())
    documents = {s.document for s in statements}
    found = gather(
        shelf,
        Wanted(
            whole=frozenset(whole),
            claims=(shown, *competing),
            reuse=_among(shelf, {order[document] for document in documents}),
            checks=tuple(
                unpack(payload, QuotationCheck)
                for (payload,) in shelf.rows_of(
                    "SELECT payload FROM checks WHERE document IN keys", {order[document] for document in documents}
                )
            ),
        ),
    )
    page = claim_page(found, key)
    return DeskClaim(
        page if line is None else replace(page, line=line),
        first,
        len(claim.statements),
        corrections_of(shelf, [key]),
    )


def _among(shelf: Shelf, numbers: set[int]) -> tuple[Reuse, ...]:
    """Return the passages that some documents share with each other."""
    some = ",".join("?" * len(numbers))
    rows = shelf.rows(
        f'SELECT number, payload FROM reuse WHERE "left" IN ({some}) AND "right" IN ({some}) ORDER BY number',
        [*numbers, *numbers],
    )
    return tuple(unpack(payload, Reuse) for _, payload in rows)


def numbers_of(shelf: Shelf, documents: set[str]) -> dict[str, int]:
    """Return the numbers of documents by their ids."""
    return dict(shelf.rows_of("SELECT id, number FROM documents WHERE id IN keys", documents))


def claims_by_id(shelf: Shelf, ids: tuple[str, ...]) -> tuple[Claim, ...]:
    """Return the claims that are there, by number."""
    rows = shelf.rows_of("SELECT number, payload FROM claims WHERE id IN keys", ids)
    return tuple(unsqueeze(payload, Claim) for _, payload in sorted(rows))


def desk_comparison(shelf: Shelf, left: str, right: str) -> ComparisonPage:
    """Return two documents side by side. Raises NotFoundError where one is not there or they share no passage."""
    numbers = number_of(shelf, left), number_of(shelf, right)
    rows = shelf.rows(
        'SELECT payload FROM reuse WHERE ("left" = ?1 AND "right" = ?2) OR ("left" = ?2 AND "right" = ?1)', numbers
    )
    checks = shelf.rows(
        "SELECT payload FROM checks WHERE (document = ?1 AND against = ?2) OR (document = ?2 AND against = ?1) "
        "ORDER BY place",
        numbers,
    )
    found = gather(
        shelf,
        Wanted(
            whole=frozenset(numbers),
            reuse=tuple(unpack(payload, Reuse) for (payload,) in rows),
            checks=tuple(unpack(payload, QuotationCheck) for (payload,) in checks),
        ),
    )
    return compare(found, left, right)


def corrections_of(shelf: Shelf, targets: list[str]) -> tuple[CorrectionState, ...]:
    """Return what people decided about some findings, by time."""
    rows = shelf.rows_of("SELECT number, payload FROM corrections WHERE target IN keys", targets)
    return tuple(unpack(payload, CorrectionState) for _, payload in sorted(rows))


def _orphaned(shelf: Shelf, document: Document) -> tuple[CorrectionState, ...]:
    """Return decisions about words that stood in a document and do not stand there any more, or not once."""
    return tuple(
        state
        for state in shelf.page("orphaned", tuple[CorrectionState, ...])
        if state.correction.kind != "document"
        and any(document.id == anchor.document or document.path == anchor.name for anchor in state.correction.anchors)
    )


def provenance(shelf: Shelf, key: str) -> Document:
    """Return a document's metadata and how each piece of it is known, without its text. Raises NotFoundError."""
    rows = shelf.rows("SELECT record FROM documents WHERE id = ?", (key,))
    if not rows:
        raise NotFoundError(f"no document {key!r}")
    return unpack(rows[0][0], Document)
