"""Join the identities of many documents into speakers.

By name: the same full name (accents, case, titles and middle initials aside), an alias that the user gives, an acronym
that one longer name of the collection has, a surname with a title that one full name bears with the same title, a name
of one word that texts of the same event give in full (``short_names``), or by which nearly all texts of the collection
mean one full name (``bearers``).
An institution that texts call by the same common words of two or more ("the interior ministry"), and an organisation
of one word ("the Banner"), is one where the texts report one event or share words. Other surnames, unnamed sources and
documents stay with their own text. Linear in the number of identities and of pairs of related documents.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from headwater.ids import identify
from headwater.publishers import AGENCIES
from headwater.records import Document, Evidence, Speaker, SpeakerKind
from headwater.resolve.bearers import Bearers, find_middle_names
from headwater.resolve.identity import Identity
from headwater.resolve.ministries import find_ministries
from headwater.resolve.names import bare_name
from headwater.resolve.short_names import Owned, find_full_names, without_legal_form
from headwater.words import fold

SURE = 1000  # what one text that surely tells of a person, a body … weighs beside others that do not
MOST_EVIDENCE = 50  # reasons kept per speaker; a name in a million documents needs no more to be checked

_ALIKE = "Texts that report one event, or share words, call it the same."

_KIND_ORDER: tuple[SpeakerKind, ...] = (
    "publisher",
    "scripture",
    "organisation",
    "person",
    "document",
    "group",
    "unnamed",
)


@dataclass(slots=True)
class _Joined:
    """A speaker while it is being put together."""

    names: dict[str, str] = field(default_factory=dict)  # folded form → form
    kinds: dict[SpeakerKind, int] = field(default_factory=dict)
    proper: dict[str, int] = field(default_factory=dict)  # name by which it may be called → how often
    evidence: dict[tuple[str, str], Evidence] = field(default_factory=dict)
    issuer: Identity | None = None
    publishes: bool = False


@dataclass(frozen=True, slots=True)
class Joined:
    """The speakers, and the speaker of each identity by ``id()`` of the identity, of each publisher by its name."""

    speakers: tuple[Speaker, ...]
    of_identity: Mapping[int, str]


def join(
    owned: Sequence[Owned],
    documents: Iterable[Document],
    aliases: Mapping[str, str],
    related: Iterable[tuple[str, str]] = (),
) -> Joined:
    """Return the speakers behind the identities and the documents' publishers, sorted by id."""
    documents, related = list(documents), list(related)
    names = _Names(owned, aliases, related, documents)
    given = {bare_name(alias): name for alias, name in sorted(aliases.items())}
    joined: dict[str, _Joined] = defaultdict(_Joined)
    of_identity: dict[int, str] = {}
    for item in owned:
        settled = names.settle(item)
        identifier = identify("speaker", settled.key)
        of_identity[id(item.identity)] = identifier
        _add(joined[identifier], item, settled)
    for document in documents:
        if document.publisher:
            key = names.canonical(bare_name(document.publisher))
            one = joined[identify("speaker", f"name {key}")]
            one.names.setdefault(fold(document.publisher), document.publisher)
            one.publishes = True
            one.proper[document.publisher] = one.proper.get(document.publisher, 0) + 1
    speakers = []
    for identifier in sorted(joined):
        one = joined[identifier]
        issuer = of_identity.get(id(one.issuer)) if one.issuer is not None else None
        speakers.append(_speaker(identifier, one, issuer if issuer != identifier else None, given))
    return Joined(tuple(speakers), of_identity)


@dataclass(frozen=True, slots=True)
class _Settled:
    """The key of an identity's speaker, and why it is joined with others under another name, if it is."""

    key: str
    why: str = ""
    rule: str = ""


class _Names:
    """What the collection as a whole tells about its names."""

    def __init__(
        self,
        owned: Sequence[Owned],
        aliases: Mapping[str, str],
        related: Sequence[tuple[str, str]],
        documents: Sequence[Document],
    ) -> None:
        self.aliases = {bare_name(alias): bare_name(name) for alias, name in sorted(aliases.items())}
        self.acronyms: dict[str, set[str]] = defaultdict(set)
        self.bearers = Bearers(owned)
        for item in owned:
            identity = item.identity
            if identity.proper is None or identity.short:
                continue
            key = bare_name(identity.proper)
            for acronym in identity.acronyms:
                if fold(acronym) != key:
                    self.acronyms[fold(acronym)].add(key)
        self.middles = find_middle_names(owned)
        self.institutions = _join_institutions(owned, related)
        publishers = {d.id: d.publisher for d in documents if d.publisher}
        self.full = find_full_names(owned, publishers, related)
        self.ministries = find_ministries(owned, publishers, related)

    def canonical(self, key: str) -> str:
        """Return the key under which a full name is known: an alias's name, an agency's long name, an acronym's."""
        key = self.aliases.get(key, key)
        key = fold(AGENCIES[key]) if key in AGENCIES else key
        key = self.middles.get(key, key)
        longer = self.acronyms.get(key, ())
        if len(longer) == 1:
            (only,) = longer
            return self.aliases.get(only, only)
        return without_legal_form(key)

    def settle(self, item: Owned) -> _Settled:
        identity = item.identity
        local = f"{item.document} {identity.key}"
        called = _called_alike(identity)
        same = self.institutions.get((item.document, called)) if called is not None else None
        institution = _Settled(f"{same} {called}", _ALIKE, "institution")
        ministry = self.ministries.get((item.document, identity.key))
        if ministry is not None:
            return _Settled(f"name {self.canonical(ministry.key)}", ministry.why, "ministry")
        if identity.proper is None:
            return institution if same is not None else _Settled(local)
        key = bare_name(identity.proper)
        if key in self.aliases:
            return _Settled(
                f"name {self.canonical(key)}", f"“{identity.name}” is given as another name of this one.", "alias"
            )
        if not identity.short:
            canonical = self.canonical(key)
            if canonical != key and key in self.acronyms:
                why = f"“{identity.name}” is the acronym of one name only in the collection."
                return _Settled(f"name {canonical}", why, "acronym")
            return _Settled(f"name {canonical}")
        for title in sorted(identity.titles):
            only = self.bearers.alone(title, key)
            if only is not None:
                why = f"One full name only in the collection goes with “{title.capitalize()} {identity.name}”."
                return _Settled(f"name {self.canonical(only.key)}", why, "title and surname")
        full = self.full.get((item.document, identity.key))
        if full is not None:
            return _Settled(f"name {self.canonical(full.key)}", full.why, "one full name")
        known = self.bearers.known(item) if identity.kind == "person" else None
        if known is not None:
            why = (
                f"Of {known.of:,} texts that give the full name of one called “{identity.name}”, {known.texts:,} name "
                f"“{known.name}”."
            )
            return _Settled(f"name {self.canonical(known.key)}", why, "well known")
        return institution if same is not None else _Settled(local)


def _called_alike(identity: Identity) -> str | None:
    """Return the words by which related documents know the same body, None where they would not tell it."""
    if identity.kind != "organisation" or identity.plural:
        return None
    if identity.proper is None:
        return identity.key if " " in identity.name else None
    return f"short {identity.proper}" if identity.short else None


def _join_institutions(owned: Sequence[Owned], related: Iterable[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Return for each institution that related documents call the same the first of these documents.

    Of bodies without a name of their own only those called by two words or more: there are many police forces at one
    event.
    """
    bearers: dict[str, set[str]] = defaultdict(set)
    for item in owned:
        called_alike = _called_alike(item.identity)
        if called_alike is not None:
            bearers[called_alike].add(item.document)
    parent = {(document, key): document for key, documents in bearers.items() for document in documents}

    def root(document: str, key: str) -> str:
        while parent[document, key] != document:
            document = parent[document, key]
        return document

    called: dict[str, set[str]] = defaultdict(set)
    for key, documents in bearers.items():
        for document in documents:
            called[document].add(key)
    joined: set[tuple[str, str]] = set()
    for left, right in sorted(related):
        for key in called.get(left, set()) & called.get(right, set()):
            low, high = sorted((root(left, key), root(right, key)))
            parent[high, key] = low
            joined |= {(left, key), (right, key)}
    return {(document, key): root(document, key) for document, key in joined}


def _add(one: _Joined, item: Owned, settled: _Settled) -> None:
    identity = item.identity
    for form in (identity.name, *identity.names):
        one.names.setdefault(fold(form), form)
    one.kinds[identity.kind] = one.kinds.get(identity.kind, 0) + (SURE if identity.sure else 1)
    if identity.proper is not None and not identity.short:
        one.proper[identity.name] = one.proper.get(identity.name, 0) + 1
    if one.issuer is None:
        one.issuer = identity.issuer
    for evidence in identity.evidence:
        if len(one.evidence) < MOST_EVIDENCE:
            one.evidence.setdefault((evidence.rule, evidence.why), evidence)
    if settled.why and len(one.evidence) < MOST_EVIDENCE:
        one.evidence.setdefault((settled.rule, settled.why), Evidence(settled.rule, settled.why))


def _speaker(identifier: str, one: _Joined, issuer: str | None, given: Mapping[str, str]) -> Speaker:
    names = tuple(sorted(one.names.values(), key=lambda name: (-len(name), name)))
    kind = max(_KIND_ORDER, key=lambda k: (one.kinds.get(k, 0), -_KIND_ORDER.index(k)))
    if one.publishes and not (kind == "person" and one.kinds[kind] >= SURE):
        kind = "publisher"
    wanted = sorted({given[key] for form in one.names.values() if (key := bare_name(form)) in given})
    if wanted:
        name = wanted[0]
    elif one.proper:
        name = max(sorted(one.proper), key=lambda n: (len(n.split()), one.proper[n]))
        if kind == "person":  # most texts leave the middle name out: it is written as most write it
            alike = [
                n for n in sorted(one.proper) if (n.split()[0], n.split()[-1]) == (name.split()[0], name.split()[-1])
            ]
            name = max(alike, key=lambda n: (one.proper[n], len(n)))
    else:
        name = next(iter(one.names.values()))
    return Speaker(identifier, name, kind, names, tuple(one.evidence.values()), issuer)
