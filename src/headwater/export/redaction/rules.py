"""The file that says what to redact.

One entry a line; blank lines and lines that begin with # are passed over:

    Ida Voss                            a person: full name, name parts, initials, inflected, in addresses
    Ida Voss; the ferry queen           other names of the same person, as whole phrases
    organisation: Nordlinie             whole names only; also place:
    pattern: [A-Z]{2}-\\d{4}             a regular expression (Python's), case as written
"""

import re
from dataclasses import dataclass
from pathlib import Path

from headwater.errors import UsageError

KINDS = {"person": "Person", "organisation": "Organisation", "place": "Place", "pattern": "Removed"}


@dataclass(frozen=True, slots=True)
class Rule:
    """One person, organisation, place or pattern, and what stands in its place. Names are as they were given.

    ``line`` is that of the file, from 1.
    """

    kind: str
    pseudonym: str
    names: tuple[str, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that is to be redacted, in the order of the file, which gives the numbers of the pseudonyms."""

    rules: tuple[Rule, ...]


def read_rules(file: Path) -> Rules:
    """Return the rules of a file. Raises UsageError where it cannot be read or an entry is none."""
    try:
        text = file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"redaction {file}: cannot be read ({error}); give a text file in UTF-8") from error
    return parse_rules(text, str(file))


def parse_rules(text: str, name: str) -> Rules:
    """Return the rules of a text. Raises UsageError with the line that is none."""
    found: list[Rule] = []
    numbers = dict.fromkeys(KINDS, 0)
    for number, line in enumerate(text.splitlines(), start=1):
        entry = line.strip()
        if not entry or entry.startswith("#"):
            continue
        kind, colon, rest = entry.partition(":")
        kind = kind.strip().casefold()
        if colon and kind.isascii() and kind.isalpha() and kind not in KINDS:
            raise UsageError(
                f"redaction {name}, line {number}: {kind!r} is no kind of entry; write one of {', '.join(KINDS)} "
                "before the colon, or a name alone"
            )
        if not colon or kind not in KINDS:
            kind, rest = "person", entry
        names = (rest.strip(),) if kind == "pattern" else tuple(n for part in rest.split(";") if (n := part.strip()))
        if not any(any(c.isalnum() for c in n) for n in names):
            raise UsageError(f"redaction {name}, line {number}: nothing to redact in {line!r}")
        if kind == "pattern":
            _check(names[0], name, number)
        numbers[kind] += 1
        found.append(Rule(kind, f"{KINDS[kind]} {numbers[kind]}", names, number))
    if not found:
        raise UsageError(f"redaction {name}: it lists nothing; write one name or pattern a line")
    return Rules(tuple(found))


def _check(pattern: str, name: str, number: int) -> None:
    try:
        compiled = re.compile(pattern)
    except (re.error, OverflowError, RecursionError) as error:
        raise UsageError(f"redaction {name}, line {number}: no regular expression ({error})") from error
    if compiled.search(""):
        raise UsageError(f"redaction {name}, line {number}: the pattern fits the empty text, so it fits everywhere")
