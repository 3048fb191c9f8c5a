"""The desk's page of a speaker: what it is said to say, on all topics or one, how its position and its wording moved,
and what others are given as saying in which one of its names stands.

A topic is looked for by its words, in any of their forms, in what is said; a name by its words as they are. What others
say *about* somebody without a name is not found.
"""

from dataclasses import dataclass, replace

from headwater.errors import NotFoundError, UsageError
from headwater.records import CorrectionState
from headwater.report.desk.moved import speaker_now
from headwater.report.desk.pages import corrections_of
from headwater.report.desk.parts import Wanted, gather
from headwater.report.index import Where
from headwater.report.positions import Measured, Movement
from headwater.report.speakers import SpeakerLine, SpeakerPage, speaker_page
from headwater.report.topics import stems
from headwater.store.shelf import Shelf, unpack

SAID = 50  # statements of a speaker on one page
ABOUT = 12  # statements of others that name the speaker
NAMES = 6  # names by which those are looked for
LONGEST = 200  # characters of a topic


@dataclass(frozen=True, slots=True)
class About:
    """What somebody else is given as saying; ``speaker`` and ``name`` are None where the text does not show who."""

    place: Where
    speaker: str | None
    name: str | None


@dataclass(frozen=True, slots=True)
class DeskSpeaker:
    """A speaker with some of the statements, from ``first`` of ``total`` on; ``topic`` where only those on one are
    shown. ``measured`` is on all statements, None where no wording differs between two days; ``about`` are the first
    statements of others that hold one of ``called``; ``published`` counts documents of a publisher of this name."""

    page: SpeakerPage
    topic: str | None
    total: int
    movements: tuple[Movement, ...]
    measured: Measured | None
    called: tuple[str, ...]
    about: tuple[About, ...]
    published: int
    first: int
    corrections: tuple[CorrectionState, ...]


def desk_speaker(shelf: Shelf, key: str, first: int = 0, topic: str | None = None) -> DeskSpeaker:
    """Return a speaker with the statements from the ``first`` on (from 0); where people joined it with another, that.

    Raises NotFoundError; UsageError for a topic without words.
    """
    rows = shelf.rows("SELECT number, line FROM speakers WHERE id = ?", (key,))
    if not rows:
        now = speaker_now(shelf, key)
        if now is None:
            raise NotFoundError(f"no speaker {key!r}")
        return replace(desk_speaker(shelf, now, first, topic), corrections=corrections_of(shelf, [key, now]))
    number, line = rows[0][0], unpack(rows[0][1], SpeakerLine)
    shown, total = _said(shelf, number, topic, first)
    moved = shelf.rows("SELECT line FROM movements WHERE speaker = ? ORDER BY number", (key,))
    differs = shelf.rows("SELECT payload FROM measured WHERE speaker = ?", (key,))
    found = gather(
        shelf,
        Wanted(
            whole=frozenset(document for document, _ in shown),
            speakers=frozenset({key}),
            only=frozenset(attribution for _, attribution in shown),
        ),
    )
    called = _called(line)
    return DeskSpeaker(
        replace(speaker_page(found, key), line=line, positions=()),
        topic,
        total,
        tuple(unpack(each, Movement) for (each,) in moved),
        next((unpack(each, Measured) for (each,) in differs), None),
        called,
        _about(shelf, number, called),
        shelf.rows("SELECT count(*) FROM documents WHERE publisher = ?", (line.name,))[0][0],
        first,
        corrections_of(shelf, [key]),
    )


def _said(shelf: Shelf, number: int, topic: str | None, first: int) -> tuple[list[tuple[int, str]], int]:
    """Return documents and attributions of a speaker by date and place, and how many there are; of a topic, those that
    hold all its words."""
    source = "said WHERE speaker = ?"
    values: list[object] = [number]
    if topic is not None:
        wanted = stems(topic)[:8]
        if not wanted or len(topic) > LONGEST:
            raise UsageError("name the topic in one or a few words")
        source = (
            "said_words JOIN statements ON statements.number = said_words.rowid "
            "JOIN said ON said.speaker = statements.speaker AND said.document = statements.document "
            "AND said.attribution = statements.target WHERE said_words MATCH ? AND statements.speaker = ?"
        )
        values = [" ".join(f"{_phrase(stem)}*" for stem in wanted), number]
    ((total,),) = shelf.rows(f"SELECT count(*) FROM {source}", values)
    rows = shelf.rows(
        f"SELECT said.document, said.attribution FROM {source} "
        "ORDER BY said.document, said.start, said.attribution LIMIT ? OFFSET ?",
        (*values, SAID, first),
    )
    return [(document, attribution) for document, attribution in rows], total


def _called(line: SpeakerLine) -> tuple[str, ...]:
    """Return the names that stand for the speaker alone as far as names do: whole ones, and the last name."""
    last = line.name.split()[-1] if line.name.split() else ""
    names = [line.name, *line.names]
    proper = [name for name in names if all(word[:1].isupper() for word in name.split())]
    whole = [name for name in proper if " " in name or line.kind != "person" or name == last]
    return tuple(dict.fromkeys(name for name in whole if len(name) > 2))[:NAMES]


def _about(shelf: Shelf, number: int, called: tuple[str, ...]) -> tuple[About, ...]:
    if not called:
        return ()
    rows = shelf.rows(
        'SELECT documents.id, documents.label, statements.start, statements."end", '
        'substr(texts.text, statements.start + 1, statements."end" - statements.start), speakers.id, speakers.name '
        "FROM said_words JOIN statements ON statements.number = said_words.rowid "
        "JOIN documents ON documents.number = statements.document JOIN texts ON texts.number = statements.document "
        "LEFT JOIN speakers ON speakers.number = statements.speaker "
        "WHERE said_words MATCH ? AND statements.kind = 'said' AND statements.speaker IS NOT ? LIMIT ?",
        (" OR ".join(_phrase(name) for name in called), number, ABOUT),
    )
    return tuple(About(Where(*place), speaker, name) for *place, speaker, name in rows)


def _phrase(words: str) -> str:
    return '"' + words.replace('"', " ").replace("\x00", " ") + '"'
