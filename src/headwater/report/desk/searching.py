"""Full-text search: texts, what somebody is said to say, and claims, with snippets, numbers by facet, and places.

A query is words, "words in a row", beginnings of words (libel*) and -words to leave out; all must be met. Where very
many texts hold the words, the first WIDEST of them by date are shown and counted, and the page says so: to rank or
count them all would take longer than a reader waits. Words are compared without case and accents (SQLite's FTS5,
unicode61); languages written without spaces are therefore found only by whole runs between marks.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from headwater.errors import UsageError
from headwater.store.shelf import Shelf

Kind = Literal["text", "said", "claim"]
WIDEST = 1_000  # hits that are ranked and counted
SHOWN = 25  # hits on a page
FACETS = 12  # values of a facet
LONGEST = 400  # characters of a query
BEFORE, AFTER = "\ue0f0", "\ue0f1"  # around hit words in FTS5's answer; private characters, no writing uses them
_TERM = re.compile(r'(-?)"([^"]*)"|(-?)([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Asked:
    """What is searched for, and where. ``since`` and ``until`` are days, ``speaker`` an id."""

    query: str
    kind: Kind = "text"
    publisher: str | None = None
    since: str | None = None
    until: str | None = None
    speaker: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a snippet; ``hit`` where they are what was searched for."""

    text: str
    hit: bool


@dataclass(frozen=True, slots=True)
class Hit:
    """A place that was found: in ``document`` from ``start`` to ``end``; ``target`` is the claim or finding, or the
    document itself."""

    kind: Kind
    target: str
    document: str
    label: str
    title: str
    day: str
    start: int
    end: int
    runs: tuple[Run, ...]
    speaker: str | None
    speaker_name: str | None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """A value by which hits can be narrowed, and how many have it."""

    value: str
    name: str
    number: int


@dataclass(frozen=True, slots=True)
class Facets:
    """How many of the hits have which publisher, year, language, speaker; most frequent first."""

    publishers: tuple[FacetValue, ...]
    years: tuple[FacetValue, ...]
    languages: tuple[FacetValue, ...]
    speakers: tuple[FacetValue, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """Hits, best first, from ``first`` on. ``total`` counts those up to WIDEST; ``more`` says that there are more."""

    asked: Asked
    total: int
    more: bool
    first: int
    hits: tuple[Hit, ...]
    facets: Facets
    kinds: tuple[FacetValue, ...]


def match_of(query: str) -> str:
    """Return a query in FTS5's language; every word is quoted, so that none is taken for an operator.

    Raises UsageError for a query that is too long or holds nothing to look for.

    >>> match_of('ferry "port almeric" -strike lib*')
    '"ferry" "port almeric" "lib"* NOT "strike"'
    """
    if len(query) > LONGEST:
        raise UsageError(f"search for fewer words (at most {LONGEST} characters)")
    wanted: list[str] = []
    unwanted: list[str] = []
    for minus, phrase, dash, word in _TERM.findall(query):
        said = phrase or word
        if not re.search(r"\w", said):
            continue
        begins = not phrase and said.endswith("*")
        term = '"' + said.rstrip("*").replace('"', " ").replace("\x00", " ") + '"' + ("*" if begins else "")
        (unwanted if minus or dash else wanted).append(term)
    if not wanted:
        raise UsageError("name at least one word to look for")
    return " ".join([" ".join(wanted), *(f"NOT {term}" for term in unwanted)])


def search(shelf: Shelf, asked: Asked, first: int = 0) -> SearchPage:
    """Return what a query finds. Raises UsageError for one that cannot be used."""
    match = match_of(asked.query)
    numbers = _ranked(shelf, asked, match)
    more = len(numbers) > WIDEST
    numbers = numbers[:WIDEST]
    shown = numbers[first : first + SHOWN]
    hits = _text_hits(shelf, match, shown) if asked.kind == "text" else _statement_hits(shelf, asked, shown)
    return SearchPage(asked, len(numbers), more, first, hits, _facets(shelf, asked, numbers), _kinds(shelf, match))


def _conditions(asked: Asked) -> tuple[str, list[object]]:
    """Return what narrows a search, on ``documents``, and the values for it."""
    parts: list[str] = []
    values: list[object] = []
    for column, sign, value in (
        ("publisher", "=", asked.publisher),
        ("day", ">=", asked.since),
        ("day", "<=", asked.until),
        ("language", "=", asked.language),
    ):
        if value:
            parts.append(f" AND documents.{column} {sign} ?")
            values.append(value)
    return "".join(parts), values


def _ranked(shelf: Shelf, asked: Asked, match: str) -> list[int]:
    """Return the numbers of hits, at most one more than WIDEST; best first where there are no more than WIDEST."""
    narrowed, values = _conditions(asked)
    if asked.kind == "text":
        table, source = "words", "words JOIN documents ON documents.number = words.rowid"
        if asked.speaker:
            narrowed += (
                " AND documents.number IN (SELECT document FROM said JOIN speakers ON speakers.number = said.speaker"
                " WHERE speakers.id = ?)"
            )
            values.append(asked.speaker)
    else:
        table = "said_words"
        source = (
            "said_words JOIN statements ON statements.number = said_words.rowid "
            "JOIN documents ON documents.number = statements.document"
        )
        narrowed += " AND statements.kind = ?"
        values.append(asked.kind)
        if asked.speaker:
            narrowed += " AND statements.speaker = (SELECT number FROM speakers WHERE id = ?)"
            values.append(asked.speaker)
    sql = f"SELECT {table}.rowid FROM {source} WHERE {table} MATCH ?{narrowed} LIMIT ?"
    found = [n for (n,) in shelf.rows(sql, [match, *values, WIDEST + 1])]
    if len(found) > WIDEST:
        return found
    best = f"SELECT {table}.rowid FROM {source} WHERE {table} MATCH ?{narrowed} ORDER BY {table}.rank, {table}.rowid"
    return [n for (n,) in shelf.rows(best, [match, *values])]


def _text_hits(shelf: Shelf, match: str, numbers: list[int]) -> tuple[Hit, ...]:
    """Return hits in whole texts, each with the best run of words in it."""
    hits = []
    for number in numbers:
        ((key, label, title, day, snippet, text),) = shelf.rows(
            "SELECT documents.id, documents.label, documents.title, documents.day, "
            "snippet(words, 1, ?, ?, '', 40), texts.text "
            "FROM words JOIN documents ON documents.number = words.rowid JOIN texts ON texts.number = words.rowid "
            "WHERE words MATCH ? AND words.rowid = ?",
            (BEFORE, AFTER, match, number),
        )
        runs = _runs(snippet)
        start, end = _place(text, runs)
        hits.append(Hit("text", key, key, label, title, day, start, end, runs, None, None))
    return tuple(hits)


def _runs(snippet: str) -> tuple[Run, ...]:
    runs = []
    for n, piece in enumerate(re.split(f"{BEFORE}|{AFTER}", snippet)):
        if piece:
            runs.append(Run(piece, n % 2 == 1))
    return tuple(runs)


def _place(text: str, runs: tuple[Run, ...]) -> tuple[int, int]:
    """Return where the first hit of a snippet stands; the whole beginning where the snippet is of the title only."""
    at = text.find("".join(run.text for run in runs))
    if at < 0:
        return 0, min(1, len(text))
    for run in runs:
        if run.hit:
            return at, at + len(run.text)
        at += len(run.text)
    return 0, min(1, len(text))


def _statement_hits(shelf: Shelf, asked: Asked, numbers: list[int]) -> tuple[Hit, ...]:
    """Return what is said, and claims, with the words of the query marked."""
    rows = shelf.rows_of(
        'SELECT statements.number, statements.kind, target, documents.id, label, documents.title, day, start, "end", '
        'substr(text, start + 1, "end" - start), speakers.id, speakers.name '
        "FROM statements JOIN documents ON documents.number = statements.document "
        "JOIN texts ON texts.number = statements.document LEFT JOIN speakers ON speakers.number = statements.speaker "
        "WHERE statements.number IN keys",
        numbers,
    )
    words = [term.rstrip("*") for *_, term in _TERM.findall(asked.query) if term] + [
        phrase for _, phrase, _, _ in _TERM.findall(asked.query) if phrase
    ]
    hit = re.compile("|".join(rf"\b{re.escape(word)}" for word in words if word) or r"(?!)", re.IGNORECASE)
    by_number = {row[0]: row[1:] for row in rows}
    hits = []
    for number in numbers:
        kind, target, key, label, title, day, start, end, text, speaker, name = by_number[number]
        runs, at = [], 0
        for found in hit.finditer(text):
            runs += [Run(text[at : found.start()], False), Run(found[0], True)]
            at = found.end()
        runs.append(Run(text[at:], False))
        shown = tuple(run for run in runs if run.text)
        hits.append(Hit(kind, target, key, label, title, day, start, end, shown, speaker, name))
    return tuple(hits)


def _facets(shelf: Shelf, asked: Asked, numbers: list[int]) -> Facets:
    """Return what the hits can be narrowed by."""
    if asked.kind == "text":
        rows = shelf.rows_of(
            "SELECT publisher, substr(day, 1, 4), language FROM documents WHERE number IN keys", numbers
        )
        said = shelf.rows_of("SELECT DISTINCT speaker, document FROM said WHERE document IN keys", numbers)
        spoken = Counter(str(speaker) for speaker, _ in said)
    else:
        rows = shelf.rows_of(
            "SELECT publisher, substr(day, 1, 4), language, speaker FROM statements "
            "JOIN documents ON documents.number = statements.document WHERE statements.number IN keys",
            numbers,
        )
        spoken = Counter(str(row[3]) for row in rows if row[3] is not None)
    common = _most(spoken)
    names = {
        str(n): (key, name)
        for n, key, name in shelf.rows_of(
            "SELECT number, id, name FROM speakers WHERE number IN keys", [int(n) for n, _ in common]
        )
    }
    return Facets(
        _values(row[0] for row in rows),
        _values(row[1] for row in rows),
        _values(row[2] for row in rows),
        tuple(FacetValue(*names[n], number) for n, number in common if n in names),
    )


def _values(found: Iterable[str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, value, number) for value, number in _most(Counter(v for v in found if v)))


def _most(counted: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:FACETS]


def _kinds(shelf: Shelf, match: str) -> tuple[FacetValue, ...]:
    """Return how many texts, sayings and claims hold the words, each counted up to WIDEST."""
    ((texts,),) = shelf.rows("SELECT count(*) FROM (SELECT 1 FROM words WHERE words MATCH ? LIMIT ?)", (match, WIDEST))
    rows = shelf.rows(
        "SELECT kind, count(*) FROM (SELECT kind FROM said_words JOIN statements ON number = said_words.rowid "
        "WHERE said_words MATCH ? LIMIT ?) GROUP BY kind",
        (match, WIDEST),
    )
    said = dict(rows)
    names = {"text": "in texts", "said": "in what is said", "claim": "in repeated claims"}
    numbers = {"text": texts, "said": said.get("said", 0), "claim": said.get("claim", 0)}
    return tuple(FacetValue(kind, name, numbers[kind]) for kind, name in names.items())
