"""What became of everything that was given to read: which was read, in part, not at all, and why."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from headwater.records import Case, Document

NOT_READ = " not read: "  # what reading notes of a day that is none, behind the name of its field
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
    ``passed`` are parts of archives that hold no text and were never meant to, by what they are. ``undated`` are
    documents whose declared day could not be read, ``repeated`` the paths of those that hold one text, most first."""

    documents: int
    characters: int
    ok: int
    formats: tuple[FormatLine, ...]
    partial: tuple[ReasonLine, ...]
    unmeasured: tuple[ReasonLine, ...]
    rejected: tuple[ReasonLine, ...]
    passed: tuple[tuple[str, int], ...]
    undated: tuple[ReasonLine, ...]
    repeated: tuple[tuple[str, ...], ...]


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
        undated=_by_reason([(d.path, reason) for d in documents for reason in _unread_days(d)]),
        repeated=_repeated(documents),
    )


def _unread_days(document: Document) -> list[str]:
    """Return which declared days of a document could not be read, and what to do."""
    rules = ((evidence.rule.partition(NOT_READ), evidence.why) for evidence in document.evidence)
    return [f"{field}, {what}: {why}" for (field, is_told, what), why in rules if is_told]


def _repeated(documents: list[Document]) -> tuple[tuple[str, ...], ...]:
    paths: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        paths[document.text].append(document.path)
    found = [tuple(sorted(places)) for places in paths.values() if len(places) > 1]
    return tuple(sorted(found, key=lambda places: (-len(places), places)))


def _by_reason(found: list[tuple[str, str]]) -> tuple[ReasonLine, ...]:
    """Return the reasons with their numbers; reasons that differ only in a name or a number are one."""
    kinds: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for path, reason in sorted(found):
        kinds[_PARTICULAR.sub("…", reason)].append((path, reason))
    lines = [ReasonLine(len(places), *places[0]) for places in kinds.values()]
    return tuple(sorted(lines, key=lambda line: (-line.number, line.example)))
