"""Put a collection on the shelf: the rows from which every page of the desk is made, and the lines of its lists.

Lists show the lines that the report functions make; they are made once, here. A page about one thing is made when it
is asked for, by the same functions, from the rows that it needs. Time and room grow with the collection, not faster.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, count
from pathlib import Path
from sqlite3 import Connection

from headwater.errors import NotFoundError
from headwater.records import Analysis, Case, Comparison, FigureRelation, Resolution, Skipped
from headwater.report.claims import claim_line, worth_listing
from headwater.report.desk.flows import PublisherLine, flows, publisher_lines, publisher_page
from headwater.report.figures import figure_line
from headwater.report.index import Index, content_of, index
from headwater.report.intake import Intake, intake
from headwater.report.positions import measured, movements
from headwater.report.quotations import ALARMS, cut_short, quotation_line
from headwater.report.responsibility import responsibility_list
from headwater.report.revisions import revision_list
from headwater.report.speakers import speaker_list
from headwater.report.summary import Summary, summary
from headwater.report.tallies import figure_events
from headwater.report.timeline import timeline
from headwater.report.unjudged import not_judged
from headwater.report.wordings import story_lines, utterance_lines
from headwater.store import CaseFolder
from headwater.store.passing import passed_over
from headwater.store.shelf import DocumentRow, kept_collection, pack, shelf_file, squeeze, writing

MOST_SKIPPED = 500  # inputs that were not read, named one by one; all are counted by reason
LEFT_OPEN = 50  # things that could not be judged, named one by one of each kind; all are counted
OFFERED = 300  # publishers by which lists can be narrowed
FIRST = 12  # claims, pairs, quotations, disputes and versions on the first page
QUOTED = 12  # sentences kept of what many say of one day; all are counted
RELATIONS: tuple[FigureRelation, ...] = ("conflict", "update", "within_qualifier", "part_of", "equal", "not_comparable")
_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Shelved:
    """What is kept whole: the first page, the numbers behind lists, the publishers with most documents."""

    summary: Summary
    claims: int
    speakers: int  # those who are named and not given as saying anything among them
    pairs: int
    quotations: int
    cut_short: int
    disputes: int
    events: int
    movements: int
    publishers: tuple[PublisherLine, ...]
    skipped: tuple[Skipped, ...]
    intake: Intake


def shelve(folder: Path, progress: Progress | None = None) -> Path:
    """Return the shelf of the collection that a case holds, made where it is missing.

    Raises NotFoundError for a case that nothing was traced into.
    """
    key = kept_collection(folder)
    if key is not None and shelf_file(folder, key).is_file():
        return shelf_file(folder, key)
    with CaseFolder(folder) as case:
        latest, key = case.latest(), kept_collection(folder)
        passed = passed_over(case.manifest())
    if latest is None or key is None:
        raise NotFoundError(f"{folder} is a case without findings; trace documents into it first")
    file = shelf_file(folder, key)
    with writing(file) as database:
        fill(database, latest, passed, progress)
    return file


def fill(
    database: Connection, case: Case, passed: Mapping[str, int] | None = None, progress: Progress | None = None
) -> None:
    """Write the rows of a case into an empty shelf; ``passed`` are parts of archives that hold no text, by kind."""
    found = index(case)
    steps = (_documents, _speakers, _reuse, _quotations, _claims, _figures, _dates, _statements, _across)
    for done, step in enumerate(steps):
        if progress is not None:
            progress("laying out pages", done, len(steps))
        step(database, found)
    _whole(database, found, passed or {})


def _insert(database: Connection, table: str, rows: Iterable[tuple[object, ...]]) -> None:
    """Insert rows, all as long as the first."""
    waiting = iter(rows)
    first = next(waiting, None)
    if first is not None:
        sql = f"INSERT INTO {table} VALUES ({','.join('?' * len(first))})"
        database.executemany(sql, chain((first,), waiting))


def _clean(text: str) -> str:
    """Return text that SQLite can keep: half a surrogate pair is no character."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _documents(database: Connection, found: Index) -> None:
    analyses = {analysis.document.id: analysis for analysis in found.case.analyses}
    resolutions: defaultdict[str, list[Resolution]] = defaultdict(list)
    for resolution in found.case.resolutions:
        if resolution.attribution in found.attributions:
            resolutions[found.attributions[resolution.attribution].document].append(resolution)
    alarms = Counter(
        found.attributions[check.attribution].document
        for check in found.case.quotation_checks
        if check.verdict in ALARMS
    )
    ordered = [analyses[key] for key in found.documents]
    _insert(database, "documents", (_row(found, n, a, alarms[a.document.id]) for n, a in enumerate(ordered)))
    _insert(
        database, "texts", ((n, _clean(a.document.title or ""), _clean(a.document.text)) for n, a in enumerate(ordered))
    )
    _insert(
        database,
        "analyses",
        ((n, squeeze(a), squeeze(resolutions[a.document.id])) for n, a in enumerate(ordered)),
    )


def _row(found: Index, number: int, analysis: Analysis, alarms: int) -> DocumentRow:
    d = analysis.document
    return DocumentRow(
        number,
        d.id,
        _clean(found.labels[d.id]),
        (d.published or "")[:10],
        _clean(d.publisher or ""),
        d.language or "",
        d.format or "",
        d.state,
        _clean(d.title or ""),
        _clean(d.path),
        len(d.text),
        len(analysis.attributions),
        len(analysis.figures),
        len(found.reuse_of.get(d.id, ())),
        alarms,
        pack(replace(d, text="", structure=())),
    )


def _speakers(database: Connection, found: Index) -> None:
    listed = speaker_list(found, everything=True)
    numbers = {line.id: number for number, line in enumerate(listed.speakers)}
    _insert(
        database,
        "speakers",
        (
            (n, line.id, _clean(line.name), line.kind, line.statements, pack(found.speakers[line.id]), pack(line))
            for n, line in enumerate(listed.speakers)
        ),
    )
    _insert(
        database,
        "said",
        sorted(
            {
                (numbers[r.speaker], found.order[place.document], place.start, r.attribution)
                for r in found.case.resolutions
                if r.speaker in numbers and r.attribution in found.attributions
                for place in [content_of(found, found.attributions[r.attribution])]
            }
        ),
    )
    _insert(database, "positions", ((p.speaker, pack(p)) for p in found.case.positions))
    _insert(database, "movements", ((n, m.speaker, pack(m)) for n, m in enumerate(movements(found))))
    _insert(database, "measured", ((speaker, pack(differs)) for speaker, differs in measured(found)))


def _reuse(database: Connection, found: Index) -> None:
    order = found.order
    _insert(
        database,
        "reuse",
        (
            (n, r.id, order[r.left.document], order[r.right.document], r.bits, pack(r))
            for n, r in enumerate(found.case.reuse)
        ),
    )


def _quotations(database: Connection, found: Index) -> None:
    """Alarms first, worst first; then those that are cut short; then the other verdicts."""
    lines = [(check, quotation_line(found, check)) for check in found.case.quotation_checks]
    places = {check.id: place for place, check in enumerate(found.case.quotation_checks)}
    cut = {line.id for line in cut_short(found)}
    lines.sort(
        key=lambda pair: (
            ALARMS.index(pair[0].verdict) if pair[0].verdict in ALARMS else len(ALARMS) + (pair[0].id not in cut),
            pair[0].verdict,
            found.order[pair[1].quoted.document],
            pair[1].quoted.start,
            pair[0].id,
        )
    )
    _insert(
        database,
        "checks",
        (
            (
                n,
                places[check.id],
                check.id,
                found.order[line.quoted.document],
                found.order[check.against.document] if check.against else None,
                check.verdict,
                pack(check),
                pack(line),
            )
            for n, (check, line) in enumerate(lines)
        ),
    )


def _claims(database: Connection, found: Index) -> None:
    ranked = sorted(found.case.claims, key=lambda claim: (-claim.rank, claim.id))
    listed = {claim.id for claim in worth_listing(found)[0]}
    places = {claim.id: place for place, claim in enumerate(found.case.claims)}

    def rows() -> Iterator[tuple[object, ...]]:
        for n, claim in enumerate(ranked):
            line = pack(claim_line(found, claim)) if claim.id in listed else None
            yield n, places[claim.id], claim.id, claim.documents, squeeze(claim), line

    _insert(database, "claims", rows())
    _insert(
        database,
        "claim_documents",
        sorted({(found.order[s.document], n) for n, claim in enumerate(ranked) for s in claim.statements}),
    )


def _figures(database: Connection, found: Index) -> None:
    def owner(key: str) -> int:
        return found.order[found.figures[key].document]

    def weight(comparison: Comparison) -> int:
        return RELATIONS.index(comparison.relation)

    ordered = sorted(found.figures.values(), key=lambda f: (found.order[f.document], f.start, f.id))
    _insert(
        database,
        "figures",
        ((n, f.id, found.order[f.document], pack(figure_line(found, f))) for n, f in enumerate(ordered)),
    )
    _insert(database, "events", ((n, pack(event)) for n, event in enumerate(figure_events(found))))
    known = [c for c in found.case.comparisons if c.left in found.figures and c.right in found.figures]
    _insert(
        database,
        "comparisons",
        ((n, owner(c.left), owner(c.right), weight(c), pack(c)) for n, c in enumerate(known)),
    )


def _dates(database: Connection, found: Index) -> None:
    """Days, months and years with what was published on them and what texts tell of them."""
    entries, following = timeline(found)
    published = Counter(day for d in found.documents.values() if _DATE.fullmatch(day := (d.published or "")[:10]))
    told = Counter(entry.value for entry in entries)
    _insert(database, "days", ((day, published[day], told[day]) for day in sorted({*published, *told})))
    _insert(
        database,
        "entries",
        (
            (n, e.value, len(e.sentences), pack(replace(e, sentences=e.sentences[:QUOTED])))
            for n, e in enumerate(entries)
        ),
    )
    _insert(database, "following", ((n, pack(line)) for n, line in enumerate(following)))
    _insert(database, "responsibility", ((n, pack(line)) for n, line in enumerate(responsibility_list(found))))


def _statements(database: Connection, found: Index) -> None:
    """What search finds besides whole texts: what is said, by whom, and claims that several documents make."""
    numbers = dict(database.execute("SELECT id, number FROM speakers"))
    numbered = count()

    def rows() -> Iterator[tuple[tuple[object, ...], str]]:
        for attribution in found.attributions.values():
            place = content_of(found, attribution)
            resolution = found.resolutions.get(attribution.id)
            speaker = numbers.get(resolution.speaker) if resolution else None
            document = found.order[place.document]
            row = (next(numbered), "said", attribution.id, document, place.start, place.end, speaker)
            yield row, place.text
        for claim in found.case.claims:
            first = min(claim.statements, key=lambda s: (found.order[s.document], s.start), default=None)
            if claim.documents > 1 and first is not None:
                row = (next(numbered), "claim", claim.id, found.order[first.document], first.start, first.end, None)
                yield row, claim.text

    for row, text in rows():
        database.execute("INSERT INTO statements VALUES (?, ?, ?, ?, ?, ?, ?)", row)
        database.execute("INSERT INTO said_words (rowid, text) VALUES (?, ?)", (row[0], _clean(text)))


def _across(database: Connection, found: Index) -> None:
    """What is told across documents: versions of a page, wordings of an utterance, stories."""
    _insert(database, "revisions", ((n, pack(line)) for n, line in enumerate(revision_list(found))))
    _insert(database, "utterances", ((n, pack(line)) for n, line in enumerate(utterance_lines(found))))
    _insert(database, "stories", ((n, pack(line)) for n, line in enumerate(story_lines(found))))


def _whole(database: Connection, found: Index, passed: Mapping[str, int]) -> None:
    whole = summary(found)
    order = found.order
    _insert(
        database,
        "pairs",
        ((n, order[pair.left_id], order[pair.right_id], pack(pair)) for n, pair in enumerate(whole.pairs)),
    )
    _insert(
        database,
        "disputes",
        ((n, len({line.place.document for line in d.figures}), pack(d)) for n, d in enumerate(whole.disputes)),
    )
    first = replace(
        whole,
        claims=whole.claims[:FIRST],
        pairs=whole.pairs[:FIRST],
        quotations=whole.quotations[:FIRST],
        cut_short=whole.cut_short[:FIRST],
        revisions=whole.revisions[:FIRST],
        utterances=(),
        stories=(),
        disputes=whole.disputes[:FIRST],
        skipped=(),
    )
    publishers = publisher_lines(found.documents.values())
    shelved = Shelved(
        first,
        len(whole.claims),
        len(found.speakers),
        len(whole.pairs),
        len(whole.quotations),
        len(whole.cut_short),
        len(whole.disputes),
        _count(database, "events"),
        _count(database, "movements"),
        publishers[:OFFERED],
        whole.skipped[:MOST_SKIPPED],
        intake(found.case, passed),
    )
    flowing = publisher_page(
        publishers, flows(found, whole.pairs, directed=True), flows(found, whole.pairs, directed=False)
    )
    orphaned = tuple(state for state in found.case.corrections if state.state == "orphaned")
    whole_pages = {
        "shelved": shelved,
        "publishers": flowing,
        "open": not_judged(found, LEFT_OPEN),
        "orphaned": orphaned,
    }
    _insert(database, "pages", ((name, pack(page)) for name, page in whole_pages.items()))
    _insert(
        database,
        "corrections",
        ((n, s.correction.id, s.correction.target, pack(s)) for n, s in enumerate(found.case.corrections)),
    )


def _count(database: Connection, table: str) -> int:
    return int(database.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
