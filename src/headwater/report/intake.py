"""What became of everything that was given to read: which was read, in part, not at all, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from headwater.records import Case

UNTOLD = "unknown"  # the format of what could not even be opened
_PARTICULAR = re.compile(r"“[^”]{0,200}”|'[^']{0,200}'|\([^()]{0,300}\)|[#/][^\s;:,]+|0x[0-9A-Fa-f]+|\d[\d,.]*")


@dataclass(frozen=True, slots=True)
class FormatLine:
    """How the documents of one format fared."""

    format: str
    ok: int
    partial: int
    unmeasured: int
    rejected: int


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A reason with the number of documents that it befell: ``example`` is the reason of the one at ``path``."""

    number: int
    path: str
    example: str


@dataclass(frozen=True, slots=True)
class Intake:
    """The reading of a collection. ``unmeasured`` were read and not analysed: nothing is known of what they say.
    ``passed`` are parts of archives that hold no text and were never meant to, by what they are."""

    documents: int
    characters: int
    ok: int
    formats: tuple[FormatLine, ...]
    partial: tuple[ReasonLine, ...]
    unmeasured: tuple[ReasonLine, ...]
    rejected: tuple[ReasonLine, ...]
    passed: tuple[tuple[str, int], ...]


def intake(case: Case, passed: Mapping[str, int]) -> Intake:
    """Return what became of everything that was given; reasons by how often they occur."""
    documents = [analysis.document for analysis in case.analyses]
    formats: dict[str, Counter[str]] = defaultdict(Counter)
    lost: dict[str, list[tuple[str, str]]] = {"partial": [], "unmeasured": []}
    for document in documents:
        formats[document.format or UNTOLD][document.state] += 1
        for reason in document.lost if document.state in lost else ():
            lost[document.state].append((document.path, reason))
    for skipped in case.skipped:
        formats[skipped.format or UNTOLD]["rejected"] += 1
    return Intake(
        documents=len(documents),
        characters=sum(len(document.text) for document in documents),
        ok=sum(document.state == "ok" for document in documents),
        formats=tuple(
            FormatLine(name, states["ok"], states["partial"], states["unmeasured"], states["rejected"])
            for name, states in sorted(formats.items(), key=lambda row: (-row[1].total(), row[0]))
        ),
        partial=_by_reason(lost["partial"]),
        unmeasured=_by_reason(lost["unmeasured"]),
        rejected=_by_reason([(skipped.path, skipped.reason) for skipped in case.skipped]),
        passed=tuple(sorted(passed.items(), key=lambda row: (-row[1], row[0]))),
    )


def _by_reason(found: list[tuple[str, str]]) -> tuple[ReasonLine, ...]:
    """Return the reasons with their numbers; reasons that differ only in a name or a number are one."""
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, reason in sorted(found):
        kinds[_PARTICULAR.sub("…", reason)].append((path, reason))
    lines = [ReasonLine(len(places), *places[0]) for places in kinds.values()]
    return tuple(sorted(lines, key=lambda line: (-line.number, line.example)))
