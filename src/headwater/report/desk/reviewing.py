"""The cited review of a topic, from the statements that may be about it; a person chooses what stays in it.

Which documents are looked at is decided by their words alone: those in which something is said that holds a word of
the topic, in any of its forms, the first MOST by date where there are more. What is on the topic among them, and how
it is told, is decided by ``review`` as everywhere.
"""

from dataclasses import dataclass, replace

from headwater.errors import UsageError
from headwater.records import Claim, Comparison, Position, QuotationCheck, Speaker
from headwater.report.desk.parts import Wanted, gather
from headwater.report.people import named_by
from headwater.report.phrasing import Sentence
from headwater.report.review import Paragraph, Review, Section, review
from headwater.report.topics import stems
from headwater.store.shelf import Shelf, unpack, unsqueeze
from headwater.words import words

MOST = 150  # documents that are looked at
LONGEST = 200  # characters of a topic
NAMED = 200  # speakers whose name holds the words of a topic, of whom those are chosen who have just this name


@dataclass(frozen=True, slots=True)
class Choice:
    """A paragraph of the review; ``key`` is what leaves it out or takes it in."""

    key: str
    paragraph: Paragraph
    is_in: bool


@dataclass(frozen=True, slots=True)
class DeskReview:
    """A review with what was chosen. ``whole`` is the review without what was left out, ``choices`` its sections with
    all their paragraphs; ``looked_at`` documents of ``documents`` that hold a word of the topic."""

    whole: Review
    choices: tuple[tuple[Choice, ...], ...]
    headings: tuple[str, ...]
    joined: tuple[tuple[Sentence, ...], ...]
    without: tuple[str, ...]
    looked_at: int
    documents: int


def desk_review(shelf: Shelf, topic: str, speaker: str | None = None, without: tuple[str, ...] = ()) -> DeskReview:
    """Return the review of a topic without the paragraphs whose keys are given.

    Raises UsageError for a topic without words, NotFoundError where nothing is said on it.
    """
    wanted = stems(topic)[:8]
    if not wanted or len(topic) > LONGEST:
        raise UsageError("name the topic in one or a few words")
    match = " OR ".join('"' + stem.replace('"', " ") + '"*' for stem in wanted)
    numbers = [
        n
        for (n,) in shelf.rows(
            "SELECT DISTINCT document FROM said_words JOIN statements ON number = said_words.rowid "
            "WHERE said_words MATCH ? AND kind = 'said' ORDER BY document",
            (match,),
        )
    ]
    if speaker is None:
        numbers = sorted({*numbers, *_spoken_in(shelf, topic)})
    claims = shelf.rows_of("SELECT DISTINCT claim FROM claim_documents WHERE document IN keys", numbers[:MOST])
    rows = shelf.rows_of("SELECT place, payload FROM claims WHERE number IN keys", [n for (n,) in claims])
    positions = shelf.rows_of(
        "SELECT DISTINCT positions.rowid, positions.payload FROM positions "
        "JOIN speakers ON speakers.id = positions.speaker JOIN said ON said.speaker = speakers.number "
        "WHERE said.document IN keys",
        numbers[:MOST],
    )
    conflicts = shelf.rows_of(
        'SELECT number, "right", payload FROM comparisons WHERE weight = 0 AND "left" IN keys', numbers[:MOST]
    )
    checks = shelf.rows_of("SELECT place, payload FROM checks WHERE document IN keys", numbers[:MOST])
    found = gather(
        shelf,
        Wanted(
            whole=frozenset(numbers[:MOST]),
            claims=tuple(unsqueeze(payload, Claim) for _, payload in sorted(rows)),
            checks=tuple(unpack(payload, QuotationCheck) for _, payload in sorted(checks)),
            comparisons=tuple(unpack(p, Comparison) for _, right, p in sorted(conflicts) if right in numbers[:MOST]),
            positions=tuple(unpack(payload, Position) for _, payload in sorted(set(positions))),
        ),
    )
    whole = review(found, topic, speaker=speaker)
    choices = tuple(
        tuple(Choice(key, p, key not in without) for p in section.paragraphs for key in [_key(p)])
        for section in whole.sections
    )
    kept = tuple(_without(section, chosen) for section, chosen in zip(whole.sections, choices, strict=True))
    return DeskReview(
        replace(whole, sections=tuple(section for section in kept if section.paragraphs)),
        choices,
        tuple(section.heading for section in whole.sections),
        tuple(section.joined for section in whole.sections),
        without,
        len(numbers[:MOST]),
        len(numbers),
    )


def _spoken_in(shelf: Shelf, topic: str) -> list[int]:
    """Return the documents in which a speaker is quoted whom the topic names, by number."""
    like = " AND ".join("name LIKE ?" for _ in words(topic)) or "0"
    rows = shelf.rows(
        f"SELECT payload FROM speakers WHERE statements > 0 AND {like} LIMIT {NAMED}",
        [f"%{topic[word.start : word.end]}%" for word in words(topic)],
    )
    meant = named_by((unpack(payload, Speaker) for (payload,) in rows), topic)
    return [
        n
        for (n,) in shelf.rows_of(
            "SELECT DISTINCT document FROM said JOIN speakers ON speakers.number = said.speaker "
            "WHERE speakers.id IN keys",
            [speaker.id for speaker in meant],
        )
    ]


def _key(paragraph: Paragraph) -> str:
    """Return a paragraph's key: the number of its first citation, which is that of the place it opens with."""
    numbers = [part for sentence in paragraph.sentences for part in sentence if isinstance(part, int)]
    return str(numbers[0]) if numbers else "0"


def _without(section: Section, choices: tuple[Choice, ...]) -> Section:
    kept = tuple(choice.paragraph for choice in choices if choice.is_in)
    return replace(section, paragraphs=kept, left_out=section.left_out + len(choices) - len(kept))
