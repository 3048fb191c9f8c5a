"""Whom the collection as a whole knows by a surname, by a title with it, and by a name with a middle name.

News gives a bare surname at first mention only to those whom every reader knows: "President Almeric". A text that means
another bearer gives that one's name in full. So where one full name with the surname (and the title) is alone in the
collection, or stands in KNOWN texts and in TIMES as many as all others together, the surname means that one: misread
names and members of the family are in every large collection. Limit: who is that well known by two texts only, or
beside another nearly as well known, stays with each text.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.resolve.given_names import FEMALE, MALE
from headwater.resolve.names import bare_name
from headwater.resolve.short_names import Owned, short_forms
from headwater.resolve.tables import COURTESY, SUFFIXES, TITLES
from headwater.words import fold

KNOWN = 10  # texts that give the full name
TIMES = 10  # as many as of all other bearers together
_OFFICES = TITLES - COURTESY


@dataclass(frozen=True, slots=True)
class Bearer:
    """A full name, by its key and as it is written; in how many of all texts that give a full name it is this one."""

    key: str
    name: str
    texts: int
    of: int


class Bearers:
    """The full names of a collection's persons, by surname and by title and surname."""

    def __init__(self, owned: Iterable[Owned]) -> None:
        self._texts: dict[tuple[str, str], dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._written: dict[str, Counter[str]] = defaultdict(Counter)
        self._genders: dict[str, set[str]] = defaultdict(set)
        self._roles: dict[str, set[str]] = defaultdict(set)
        self._bodies: dict[str, set[str]] = defaultdict(set)
        for item in owned:
            one = item.identity
            if one.proper is None:
                continue
            key = bare_name(one.proper)
            if one.kind in ("organisation", "publisher"):
                for short in short_forms(key):
                    self._bodies[short].add(item.document)
            elif one.kind == "person" and not one.short:
                surname = key.split()[-1]
                for title in ("", *one.titles):
                    self._texts[title, surname][key].add(item.document)
                self._written[key][one.name] += 1
                self._genders[key] |= {one.gender} if one.gender is not None else set()
                self._roles[key] |= one.roles

    def alone(self, title: str, surname: str) -> Bearer | None:
        """Return the only full name that bears the surname with the title; names with and without a middle name are
        one."""
        found = self._first(title, surname)
        return found if found is not None and found.texts == found.of else None

    def known(self, short: Owned) -> Bearer | None:
        """Return whom a name of one word means that nearly all texts would mean by it, where its own names no other."""
        surname = bare_name(short.identity.proper or "")
        for title in (*sorted(short.identity.titles & _OFFICES), ""):
            found = self._first(title, surname)
            others = 0 if found is None else found.of - found.texts + (len(self._bodies[surname]) if not title else 0)
            if found is None or found.texts < max(KNOWN, TIMES * others):
                continue
            if title or self._may_be(short, found.key):
                return found
        return None

    def _may_be(self, short: Owned, key: str) -> bool:
        """Return whether neither gender nor role nor another full name of its text speaks against a full name."""
        one, genders = short.identity, self._genders[key]
        if key.split()[-1] in MALE or key.split()[-1] in FEMALE:
            return False  # a child called by the first name only, a name that was changed
        if one.gender is not None and genders and one.gender not in genders:
            return False
        if one.roles and not one.roles & self._roles[key]:
            return False
        first, surname = key.split()[0], key.split()[-1]
        named = self._texts["", surname]
        return not any(short.document in texts for other, texts in named.items() if other.split()[0] != first)

    def _first(self, title: str, surname: str) -> Bearer | None:
        """Return the full name in most texts, forms with a middle name counted with it."""
        named = self._texts.get((title, surname))
        if not named:
            return None
        texts: dict[str, set[str]] = defaultdict(set)
        for key, documents in named.items():
            texts[key.split()[0]] |= documents
        first = min(texts, key=lambda name: (-len(texts[name]), name))
        key = min((k for k in named if k.split()[0] == first), key=lambda k: (-len(named[k]), k))
        written = self._written[key]
        name = min(written, key=lambda form: (-written[form], form))
        return Bearer(key, name, len(texts[first]), sum(map(len, texts.values())))


def find_middle_names(owned: Sequence[Owned]) -> Mapping[str, str]:
    """Return for full names with a middle name the same without it, where the collection tells that it is one person.

    “Ana Maria Ruiz” is “Ana Ruiz” where the collection has no other middle name of an Ana Ruiz, and an “Ana M. Ruiz” or
    one who holds the same office.
    """
    middles: dict[tuple[str, str], set[str]] = defaultdict(set)
    initials: dict[tuple[str, str], set[str]] = defaultdict(set)
    offices: dict[tuple[str, str, str], set[str]] = defaultdict(set)
    for item in owned:
        if item.identity.kind != "person" or item.identity.short:
            continue
        held = (item.identity.titles | item.identity.roles) & _OFFICES
        for form in (item.identity.name, *item.identity.names):
            words = fold(form).replace(".", "").split()
            if len(words) == 2:
                offices[words[0], "", words[1]] |= held
            if len(words) != 3 or words[2] in SUFFIXES:
                continue
            found = middles if len(words[1]) > 1 else initials
            found[words[0], words[2]].add(words[1])
            offices[words[0], words[1], words[2]] |= held
    return {
        f"{first} {only} {last}": f"{first} {last}"
        for (first, last), whole in middles.items()
        for only in whole
        if len(whole) == 1
        and (
            initials.get((first, last)) == {only[0]}
            or ((first, last) not in initials and offices[first, only, last] & offices[first, "", last])
        )
    }
