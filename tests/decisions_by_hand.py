"""A few documents and what people decide about them, for the tests of corrections."""

import dataclasses
from collections.abc import Mapping, Sequence
from functools import cache

from headwater import analyse, make_document, relate
from headwater.corrections import propose
from headwater.export.contract import to_json
from headwater.records import (
    Analysis,
    Attribution,
    Case,
    Claim,
    Correction,
    CorrectionAction,
    CorrectionState,
    Speaker,
)

TEXTS = {
    "wire.txt": (
        "Harbour master Ida Voss said on Monday that 41 people had died on the ferry Halcyon.\n\n"
        "“Nobody had told the crew about the storm,” said Captain Anders Holm.\n"
    ),
    "post.txt": (
        "The Post\n\nAt least 41 people had died on the ferry Halcyon, harbour master Ida Voss said on Monday.\n\n"
        "“The gale came without a warning,” said Captain Holm, who has retired.\n"
    ),
    "letter.txt": "Dear all,\n\nThe shipyard said that the doors of the ferry had been welded shut in April.\n",
}
WHEN = {"wire.txt": "2031-06-02", "post.txt": "2031-06-03"}


def read(name: str, text: str) -> Analysis:
    """Return a text analysed alone."""
    metadata = {"publisher": name.partition(".")[0].title()}
    if name in WHEN:
        metadata["published"] = WHEN[name]
    return analyse(make_document(text, name=name, **metadata))


@cache
def analyses() -> tuple[Analysis, ...]:
    """Return the documents analysed alone."""
    return tuple(read(name, text) for name, text in TEXTS.items())


@cache
def plain() -> Case:
    """Return the documents as they are without corrections."""
    return relate(analyses())


def moment(number: int) -> str:
    """Return a time; a greater number is later."""
    return f"2031-07-01T08:{number // 60:02d}:{number % 60:02d}Z"


def decide(
    case: Case,
    action: CorrectionAction,
    target: str,
    number: int = 0,
    who: str = "Ana",
    given: Sequence[Correction] = (),
    value: Mapping[str, str] | None = None,
    **more: str,
) -> Correction:
    """Return what a person decides."""
    value = {**(value or {}), **more}
    return propose(case, action, target, value, who=who, why="the tape shows it", at=moment(number), given=given)


def saying(case: Case, words: str) -> Attribution:
    """Return the attribution with these words."""
    texts = {a.document.id: a.document.text for a in case.analyses}
    return next(
        t
        for a in case.analyses
        for t in a.attributions
        if t.content and any(words in span.of(texts[t.document]) for span in t.content)
    )


def speaker_of(case: Case, words: str) -> Speaker | None:
    """Return who is given as saying these words."""
    resolution = next(r for r in case.resolutions if r.attribution == saying(case, words).id)
    return next((s for s in case.speakers if s.id == resolution.speaker), None)


def speaker_named(case: Case, name: str) -> Speaker:
    """Return the speaker of a name."""
    return next(s for s in case.speakers if name in (s.name, *s.names))


def claim_of(case: Case, words: str) -> Claim:
    """Return the claim with these words."""
    return next(c for c in case.claims if words in c.text)


def state_of(case: Case, correction: Correction) -> CorrectionState:
    """Return what became of a correction."""
    return next(s for s in case.corrections if s.correction.id == correction.id)


def findings(case: Case) -> bytes:
    """Return all findings as bytes."""
    return to_json(dataclasses.replace(case, corrections=()), {})


def with_corrections(*corrections: Correction) -> Case:
    """Return the documents as people decided."""
    return relate(analyses(), corrections=corrections)
