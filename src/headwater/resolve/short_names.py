"""Whom a name of one word means that its own text never gives in full: “Okafor”, “Veltri”.

Only by texts that themselves report the same event or share words with it, and only where they know one full name with
that surname, or one company of that name, and nothing speaks against it: another gender, another role. Two bearers
leave it open.
Limit: who is so well known that no text of the event gives the full name stays with each text.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.publishers import LEGAL_FORMS
from headwater.resolve.identity import Identity
from headwater.resolve.names import bare_name


@dataclass(frozen=True, slots=True)
class Owned:
    """An identity and the document it is from."""

    document: str
    identity: Identity


@dataclass(frozen=True, slots=True)
class Full:
    """The key of the full name that a short one means, and a sentence that says why."""

    key: str
    why: str


def without_legal_form(key: str) -> str:
    """Return a folded name without the form of its company.

    >>> without_legal_form("veltri ag"), without_legal_form("ag")
    ('veltri', 'ag')
    """
    first, _, last = key.rpartition(" ")
    return first if first and last in LEGAL_FORMS else key


def find_full_names(
    owned: Sequence[Owned], publishers: Mapping[str, str], related: Iterable[tuple[str, str]]
) -> dict[tuple[str, str], Full]:
    """Return whom the short names mean, by document and key of the identity; ``publishers`` are of the documents."""
    near = neighbours(related)
    bearers: dict[tuple[str, str], dict[str, list[Identity]]] = defaultdict(lambda: defaultdict(list))
    bodies: dict[tuple[str, str], set[str]] = defaultdict(set)
    for document, publisher in publishers.items():
        if document in near:
            key = bare_name(publisher)
            for short in short_forms(key):
                bodies[document, short].add(key)
    for item in owned:
        one = item.identity
        if item.document not in near or one.proper is None or one.short:
            continue
        key = bare_name(one.proper)
        if one.kind == "person" and " " in key:
            bearers[item.document, key.split()[-1]][key].append(one)
        elif one.kind in ("organisation", "publisher"):
            for short in short_forms(key):
                bodies[item.document, short].add(key)
    found: dict[tuple[str, str], Full] = {}
    for item in owned:
        one = item.identity
        if item.document not in near or one.proper is None or not one.short or " " in bare_name(one.proper):
            continue
        name = bare_name(one.proper)
        known: dict[str, list[Identity]] = defaultdict(list)
        named: set[str] = set()
        beside = bearers.get((item.document, name), {})  # whom its own text gives in full, and sets apart
        if len(beside) > 1:
            continue
        for document in near[item.document]:
            for key, bearing in bearers.get((document, name), {}).items():
                if key not in beside:
                    known[key] += bearing
            named |= bodies.get((document, name), set())
        full = _person(one, known, named) or _body(one, named)
        if full is not None and not (known and named):
            found[item.document, one.key] = full
    return found


def short_forms(key: str) -> set[str]:
    """Return what a body may be called for short: without its legal form, a company by its first word alone."""
    whole = without_legal_form(key)
    return {whole} if whole == key else {whole, whole.split()[0]}


def _person(short: Identity, bearers: Mapping[str, Sequence[Identity]], bodies: set[str]) -> Full | None:
    if len(bearers) != 1 or bodies or short.kind != "person":
        return None
    ((key, known),) = bearers.items()
    genders = {one.gender for one in (short, *known)} - {None}
    roles = frozenset().union(*(one.roles for one in known))
    if len(genders) > 1 or (short.roles and roles and not short.roles & roles):
        return None
    called = f" and calls that one “{min(short.roles & roles)}” too" if short.roles & roles else ""
    name = max((one.name for one in known), key=len)
    why = f"Of the texts that report one event, or share words, one knows “{name}”, none another “{short.name}”"
    return Full(key, f"{why}{called}.")


def _body(short: Identity, bodies: set[str]) -> Full | None:
    known = {without_legal_form(key) for key in bodies}
    if len(known) != 1 or short.titles or short.roles:
        return None
    why = f"A text that reports the same event, or shares words, says what “{short.name}” is: no person."
    return Full(min(known), why)


def neighbours(related: Iterable[tuple[str, str]]) -> dict[str, list[str]]:
    """Return for each document those that it is itself related to, and itself; a third one's are another event."""
    found: dict[str, set[str]] = defaultdict(set)
    for left, right in related:
        found[left] |= {left, right}
        found[right] |= {left, right}
    return {document: sorted(near) for document, near in found.items()}
