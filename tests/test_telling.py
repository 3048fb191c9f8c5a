"""How a review shows a statement, and which reports tell of an utterance at all: tables of sentences.

In a row's text, <…> is the source, {…} the cue and […] the content.
"""

import re

import pytest

from headwater.records import Attribution, AttributionKind, Evidence, Span, SpeakerKind
from headwater.report.telling import How, how_shown, makes_sense, tells_of_saying


def attribution(marked: str) -> tuple[Attribution, str]:
    """Return the attribution whose parts are marked, and the text without the marks."""
    text = ""
    spans: dict[str, list[Span]] = {"<": [], "{": [], "[": []}
    for part in re.findall(r"<[^>]*>|\{[^}]*\}|\[[^\]]*\]|[^<{\[]+", marked):
        words = part[1:-1] if part[0] in spans else part
        if part[0] in spans:
            spans[part[0]].append(Span(len(text), len(text) + len(words)))
        text += words
    kind: AttributionKind = "direct" if spans["["] and spans["["][0].of(text)[:1] in '“"' else "indirect"
    made = Attribution(
        id="a",
        document="d",
        source=tuple(spans["<"]),
        cue=tuple(spans["{"]),
        content=tuple(spans["["]),
        kind=kind,
        polarity="said",
        certainty="stated",
        inside=None,
        score=0.9,
        evidence=Evidence("test", "", None),
    )
    return made, text


SHOWN: list[tuple[str, str, How]] = [
    ("a clause behind a verb of saying", "<The guild> {said} [that the quay was closed].", "reworded"),
    ("a pronoun opens a clause", "<Marn> {said} [he left the quay].", "reworded"),
    ("a clause before the verb", "[The quay was closed], <Marn> {said}.", "reworded"),
    ("a noun phrase is no clause", "<Marn> {announced} [the opening of the quay with a parade].", "told"),
    ("a relative clause is no clause", "<Marn> {reported} [a boat that was lost at sea].", "told"),
    ("the head of the clause was cut off", "[would not open the quay], <Marn> {said}.", "told"),
    ("a date before the clause", "<Marn> {said} [May 10 that it was open].", "told"),
    ("an end that wants more", "<Marn> {said} [the guild was poor and].", "told"),
    ("a quotation mark that is not closed", "<Marn> {said} [it was “a sad day for all].", "told"),
    ("a verb that says more", "<Marn> {threatened} [to close the quay].", "told"),
    ("a source's own words", "[“We left the quay,”] <Marn> {said}.", "direct"),
    ("own words behind a colon", "<Marn> {said}: [“We left the quay.”]", "direct"),
    ("own words that want the sentence", "<Marn> {called} it [“a sad day for the quay.”]", "told"),
]


@pytest.mark.parametrize(("reason", "marked", "how"), SHOWN, ids=[row[0] for row in SHOWN])
def test_how_a_statement_is_shown(reason: str, marked: str, how: How) -> None:
    assert how_shown(*attribution(marked)) == how, reason


TOLD: list[tuple[str, str, SpeakerKind, bool]] = [
    ("said", "<Marn> {said} [that the quay was closed].", "person", True),
    ("an act of words", "<Marn> {praised} [the guild].", "person", True),
    ("an act with an adverb", "<Marn> {has repeatedly accused} [the guild of theft].", "person", True),
    ("called for", "<The guild> {called for} [a new quay].", "organisation", True),
    ("according to", "{According to} <the guild>, [the quay is closed].", "organisation", True),
    ("quoted as saying", "<Marn> {was quoted as saying} [that the quay was closed].", "person", True),
    ("a document finds", "<The report> {found} [that the quay was unsafe].", "document", True),
    ("a person believes", "<Marn> {believes} [the quay is unsafe].", "person", True),
    ("a body believes", "<The guild> {believes} [the quay is unsafe].", "organisation", False),
    ("wants", "<Marn> {wants} [the keys of the quay].", "person", False),
    ("a plan", "<Marn> {is scheduled to discuss} [the quay].", "person", False),
    ("is expected", "<Marn> {is expected} [to leave the quay].", "person", False),
    ("was asked", "<Marn> {was asked} [about the quay].", "person", False),
    ("was first proposed", "The bridge {was first proposed by} <Marn> [in May].", "person", False),
    ("said nothing", "<The guild> {said nothing about} [the quay].", "organisation", False),
    ("a person rejects", "<Marn> {rejected} [the new quay].", "person", True),
    ("a court rejects", "<The court> {rejected} [the appeal].", "organisation", False),
    ("people without a name say", "<One rower> {said} [that the quay was closed].", "unnamed", True),
    ("people without a name call for", "<Rowers> {called for} [a new quay].", "unnamed", False),
    ("refused to say", "<Marn> {refused to say} [who closed the quay].", "person", False),
    ("did not accuse", "<Marn> {didn’t accuse} [the guild].", "person", False),
    ("a decision", "<The guild’s> {decision} [to close the quay].", "organisation", False),
    ("a film shows things", "<The film> {shows} [nine men on the quay].", "document", False),
    ("a quotation is always said", "<Marn> {smiled}. [“We are open.”]", "person", True),
]


@pytest.mark.parametrize(("reason", "marked", "kind", "told"), TOLD, ids=[row[0] for row in TOLD])
def test_what_tells_of_an_utterance(reason: str, marked: str, kind: SpeakerKind, told: bool) -> None:
    assert tells_of_saying(*attribution(marked), kind) is told, reason


@pytest.mark.parametrize(
    ("words", "how", "sense"),
    [
        ("Play Video 'A fine quay': Marn opens it", "told", False),
        ("Photo: the quay at Senna", "told", False),
        ("Marn calls for a new quay Read more", "told", False),
        ("Marn called for a new quay.", "told", True),
        ("a sad day", "direct", False),
        ("It is over", "direct", True),
        ("Who closed it?", "direct", True),
    ],
)
def test_what_makes_sense_by_itself(words: str, how: How, sense: bool) -> None:
    assert makes_sense(words, how) is sense
