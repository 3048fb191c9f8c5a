"""Group the names of one document into its cast: who is named, in which forms, and why the forms are one.

Full names first; then surnames and given names of people already named in full, acronyms (introduced in brackets or
made of the capitals of a longer name) and shortened names of organisations. A surname that two people bear is given
to the one named last in the same paragraph, else to nobody.
"""

import re
from bisect import bisect_right, insort
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from headwater.publishers import AGENCIES, BODIES, PUBLISHER_HEADS
from headwater.records import Span, SpeakerKind
from headwater.resolve.kinds import Gender
from headwater.resolve.names import Name, find_names
from headwater.resolve.tables import (
    CAMPS,
    NATIONS,
    ORGANISATION_NOUNS,
    PARTICLES,
    PLACE_HEADS,
    SCRIPTURES,
    SUFFIXES,
    TITLES,
)
from headwater.words import fold

SHORTEST_ACRONYM = 2  # letters
DOMINANT = 2  # times as often named as the next bearer of a surname: then the bare surname is taken as that one
_BRANDED = frozenset({"news", "tv", "radio", "television", "magazine", "today"})  # "Fox" is short for "Fox News"
PARAGRAPH = 400  # characters of a paragraph that are looked back in: texts without breaks are one paragraph throughout
NEAR = 800  # characters before a short name within which only one of its bearers is named
NEAR_BRACKET = 3  # characters between a name and the bracket with its acronym
_ACRONYM = re.compile(r"[A-Z][A-Za-z.&-]{1,9}")
_ITSELF = re.compile(
    r" (?:(?:has|have|had|also|later) )?(?:said|says|announced|announces|reported|reports|denied|denies|added|"
    r"confirmed|believes|expects|estimates|insisted|insists|claimed|claims|warned|agreed|argued|argues|told \w{1,12})"
    r"(?: [A-Z][a-z]{2,8}day)?(?: that)? its? "
)
_IS_A_FIRM = re.compile(  # "Norda, the maker of", "Norda (NRD)", "Norda CEO Ana Ruiz", "Norda's shareholders"
    r", (?:an?|the|one of the) (?:[\w’'-]{1,20} ){0,4}?(?:maker|company|firm|insurer|retailer|airline|manufacturer"
    r"|startup|start-up|chain|conglomerate|lender|automaker|carmaker|drugmaker|nonprofit|website|publisher)\b"
    r"| \((?:(?:NYSE|NASDAQ|Nasdaq): ?)?[A-Z]{2,5}\)| (?:CEO|chief executive|shares|stock|headquarters)\b"
    r"|['’]s (?:CEO|chief executive|shares|shareholders|stock|headquarters|customers|subsidiary|products)\b"
)
_DOTTED = re.compile(r"(?:\A|\W)[A-Z](?:\.[A-Z]){1,12}\Z")
_OF_A_NATION = re.compile(  # "Halmar's president": no person has one
    r"['’]s (?:president|prime minister|parliament|capital|embassy|king|queen|foreign minist"
    r"|defen[cs]e minist|central bank)"
)
_PARAGRAPH_END = re.compile(r"\n[ \t]*\n|\n")


@dataclass(slots=True)
class Member:
    """One named person, organisation … of a document, while it is being put together."""

    order: int
    kind: SpeakerKind | None
    key: str
    forms: dict[str, int] = field(default_factory=dict)  # form in the text → its first place
    gender: Gender | None = None
    mentions: list[tuple[int, int]] = field(default_factory=list)
    roles: set[str] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    why: dict[str, str] = field(default_factory=dict)  # form → the reason why it was taken for this member
    sure: bool = False
    bare: int = 0  # how often the surname or given name alone was taken for this member
    doubtful: bool = True  # one unknown word that only ever opens a sentence: perhaps no name at all

    @property
    def is_somebody(self) -> bool:
        """Whether a pronoun may mean it: a single word that nothing tells of may be a place."""
        if self.kind not in ("person", None):
            return True
        told = self.gender is not None or self.sure or bool(self.roles) or bool(self.titles)
        return told or (len(self.words) > 1 and not self.doubtful and self.words[0] not in PLACE_HEADS)

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the fullest form, folded."""
        return tuple(self.key.split())

    @property
    def name(self) -> str:
        """The form to call the member by: the one with most words, the earliest of those."""
        return max(self.forms, key=lambda form: (len(form.split()), len(form), -self.forms[form]))


@dataclass(slots=True)
class Cast:
    """The members of a document's cast in order of appearance, with an index from places to members."""

    members: list[Member]
    _places: list[tuple[int, int, int]]  # start, end, index of the member; in text order
    _by_key: dict[str, Member] = field(default_factory=dict)
    _by_last: dict[str, list[Member]] = field(default_factory=dict)

    def called(self, name: Name) -> Member | None:
        """Return the member whom a name that is not in the running text (a headline's) means, if one alone."""
        known = self._by_key.get(_canonical(name.key.split()))
        if known is None and " " not in name.key:
            bearers = self._by_last.get(name.key, [])
            known = bearers[0] if len(bearers) == 1 else None
            short = [m for m in self.members if m.kind != "person" and name.key in map(_folded, m.forms)]
            known = short[0] if known is None and not bearers and len(short) == 1 else known
        return known

    def at(self, start: int, end: int) -> Member | None:
        """Return the member whose name overlaps ``[start, end)``; the last such one."""
        index = bisect_right(self._places, (end - 1, 1 << 60, 0)) - 1
        if index >= 0 and self._places[index][1] > start:
            return self.members[self._places[index][2]]
        return None

    def before(self, position: int, since: int) -> list[tuple[int, int, Member]]:
        """Return the name mentions that begin in ``[since, position)`` in text order."""
        low = bisect_right(self._places, (since - 1, 1 << 60, 0))
        high = bisect_right(self._places, (position - 1, 1 << 60, 0))
        return [(start, end, self.members[index]) for start, end, index in self._places[low:high]]


def gather(text: str) -> Cast:
    """Return the cast of ``text``."""
    names = find_names(text)
    builder = _Builder(text, [m.start() for m in _PARAGRAPH_END.finditer(text)])
    for name in sorted(names, key=lambda n: (len(n.key.split()) < 2, n.span)):
        builder.place(name)
    builder.add_acronyms()
    return builder.cast()


class _Builder:
    """Holds the indices that make grouping linear in the number of names."""

    def __init__(self, text: str, paragraphs: Sequence[int]) -> None:
        self.text = text
        self.paragraphs = paragraphs
        self.members: list[Member] = []
        self.by_key: dict[str, Member] = {}
        self.by_last: dict[str, list[Member]] = defaultdict(list)
        self.by_first: dict[str, list[Member]] = defaultdict(list)
        self.by_word: dict[str, list[Member]] = defaultdict(list)
        self.placed: list[tuple[int, int, Member]] = []

    def place(self, name: Name) -> None:
        """Give the name to the member it belongs to, or make a new one."""
        words = tuple(name.key.split())
        form = _written(self.text, name.span)
        known = self._known(name, words)
        if (
            known is None
            and len(words) == 1
            and words[0] in ORGANISATION_NOUNS
            and not name.span.of(self.text).isupper()
        ):
            return  # "the Commission", "Bank": a noun in capitals
        why = "" if known is None else self._reason(known, name, form)
        if known is not None and len(words) == 1 < len(known.words):
            known.bare += 1
        if known is None:
            known = self._new(name, words)
        known.forms.setdefault(form, name.span.start)
        known.forms[form] = min(known.forms[form], name.span.start)
        if why:
            known.why.setdefault(form, why)
        known.gender = known.gender or name.gender
        known.titles.update(title for title in name.titles if title in TITLES)
        called = {f.isupper() for f in known.forms if " " not in f}
        shouted = len(words) == 1 and form.isupper() and (len(known.words) > 1 or len(called) > 1)  # "PENCE:"
        if len(called) > 1 and not form.isupper() and known.kind == "organisation" and name.kind is None:
            known.kind, known.sure = None, False  # it was no acronym
        if name.sure and not known.sure and name.kind is not None and not shouted:
            known.kind, known.sure = name.kind, True
        elif known.kind is None and not shouted:
            known.kind = name.kind
        known.doubtful &= len(words) == 1 and name.kind is None and _opens(self.text, name.full.start)
        if known.kind in ("person", None) and not known.sure and self.text.startswith(", which ", name.span.end):
            known.kind = "organisation"
        nation = name.possessive and len(words) == 1 and _OF_A_NATION.match(self.text, name.span.end)
        if nation and known.kind in ("person", None) and not known.sure:
            known.kind = "organisation"
        insort(known.mentions, (name.span.start, name.span.end))
        self.placed.append((name.span.start, name.span.end, known))

    def _known(self, name: Name, words: tuple[str, ...]) -> Member | None:
        exact = self.by_key.get(_canonical(words))
        bearers = self.by_last.get(words[0], []) if len(words) == 1 and name.kind == "organisation" else []
        shouted = bool(bearers) and name.span.of(self.text).isupper()  # "PENCE:" in transcripts
        borne = bool(bearers) and (not name.sure or any(m.sure for m in bearers))  # "in Ruiz", "Jordan" of Ana Jordan
        if shouted or borne or (len(words) == 1 and name.kind in (None, "person")):
            bearers = self.by_last.get(words[0], []) or self.by_first.get(words[0], [])
            offices = name.offices
            if offices:  # "President Okoro" is not the Ana Okoro who is named later without that title
                bearers = [m for m in bearers if m.titles & offices or m.mentions[0][0] < name.span.start]
            chosen = self._bearer(name, bearers) or exact
            return chosen or (None if bearers or name.titles else self._shortened(name, words))
        if exact is not None:
            return exact
        if len(words) > 1 and words[0] in PARTICLES:
            return self._bearer(name, [m for m in self.by_last.get(words[-1], []) if m.words[-len(words) :] == words])
        if len(words) == 1 and name.kind == "scripture":
            return None
        if name.kind in ("organisation", "publisher"):
            return self._shortened(name, words)
        return None

    def _bearer(self, name: Name, bearers: Sequence[Member]) -> Member | None:
        fitting = [m for m in bearers if name.gender is None or m.gender is None or m.gender == name.gender]
        if len(fitting) <= 1:
            return fitting[0] if fitting else None
        introduced = [m for m in fitting if m.mentions[0][0] < name.span.start]
        if len(introduced) == 1:
            return introduced[0]
        begin = max(self._paragraph_of(name.span.start), name.span.start - PARAGRAPH)
        latest = _latest(fitting, begin, name.span.start)
        called = [m for m in fitting if m.bare]
        if len(called) == 1 and not name.titles:  # “Ruiz”, all along; the sister is “Ana Ruiz” each time
            return called[0] if latest in ([], called) or latest[-1] is called[0] else None
        if latest:
            return latest[-1]
        near = _latest(fitting, name.span.start - NEAR, name.span.start)
        if len(near) == 1:
            return near[0]
        often = sorted(introduced, key=lambda m: -len(m.mentions))
        if len(often) > 1 and len(often[0].mentions) >= DOMINANT * len(often[1].mentions):
            return often[0]
        return None

    def _paragraph_of(self, position: int) -> int:
        index = bisect_right(self.paragraphs, position) - 1
        return self.paragraphs[index] if index >= 0 else 0

    def _shortened(self, name: Name, words: tuple[str, ...]) -> Member | None:
        """“the Observatory” for the “Norden Observatory for Tides”: the words begin or end one longer name."""
        if " ".join(words) in NATIONS:
            return None  # "U.S." is not short for "U.S. Court of Appeals"
        shouted = name.span.of(self.text).isupper()  # "NTSB" is not short for the "NTSB Academy"
        longer = [
            member
            for member in self.by_word.get(words[0], [])
            if member.kind in ("organisation", "publisher")
            and len(member.words) > len(words)
            and (member.words[-len(words) :] == words or _opens_with(member, words))
            and member.words[0] not in CAMPS  # "Okoro" is not short for "Team Okoro"
            and not (member.kind == "organisation" and member.words[0] == words[0] and shouted)
        ]
        if len(longer) > 1:  # "the Times", after one of two Times was named
            longer = _latest(longer, name.span.start - NEAR, name.span.start)
        if len(longer) != 1 or (name.kind and longer[0].kind != name.kind and len(words) > 1):
            return None
        return longer[0] if min(longer[0].forms.values()) < name.span.start else None

    def _reason(self, member: Member, name: Name, form: str) -> str:
        if form in member.forms:
            return ""
        if member.kind == "person" and len(name.key.split()) == 1:
            return f"“{form}” is a part of the name “{member.name}”, which nobody else in the text bears."
        return f"“{form}” is a form of the name “{member.name}” in the same text."

    def _new(self, name: Name, words: tuple[str, ...]) -> Member:
        key = _canonical(words)
        member = Member(len(self.members), name.kind, " ".join(words), gender=name.gender, sure=name.sure)
        self.members.append(member)
        self.by_key[key] = member
        if name.kind == "person" and (len(words) >= 2 or name.offices):
            self.by_last[next((w for w in reversed(words) if w not in SUFFIXES), words[-1])].append(member)
            if len(words) >= 2:
                self.by_first[words[0]].append(member)
        for word in set(words):
            self.by_word[word].append(member)
        return member

    def add_acronyms(self) -> None:
        """Join acronyms with the longer name whose capitals they are made of."""
        by_initials: dict[str, list[Member]] = defaultdict(list)
        for member in self.members:
            for form in member.forms:
                for initials in _initials(form):
                    if member not in by_initials[initials]:
                        by_initials[initials].append(member)
        gone: dict[int, Member] = {}
        for member in self.members:
            form = member.name
            if len(member.words) != 1 or not _ACRONYM.fullmatch(form) or sum(c.isupper() for c in form) < 2:
                continue
            letters = form.replace(".", "").replace("&", "").upper()
            longer = [m for m in by_initials.get(letters, []) if m is not member and len(m.words) > 1]
            introduced = [m for m in longer if self._introduces(m, form)]
            chosen = introduced if len(introduced) == 1 else longer if len(letters) >= 3 else []
            if len(chosen) == 1 and chosen[0].kind != "person":
                how = "is introduced in brackets after" if introduced else "is made of the capitals of"
                self._absorb(chosen[0], member, f"“{form}” {how} “{chosen[0].name}”.")
                gone[member.order] = chosen[0]
            elif len(introduced) == 1:
                introduced[0].kind, introduced[0].sure = "organisation", True
                self._absorb(introduced[0], member, f"“{form}” is introduced in brackets after “{introduced[0].name}”.")
                gone[member.order] = introduced[0]
        self.members = [member for member in self.members if member.order not in gone]
        self.by_key = {key: gone.get(member.order, member) for key, member in self.by_key.items()}
        self.placed = [(start, end, gone.get(member.order, member)) for start, end, member in self.placed]

    def _introduces(self, member: Member, acronym: str) -> bool:
        return any(
            self.text.startswith(acronym, bracket + 1)
            for form, start in member.forms.items()
            for bracket in (self.text.find("(", start + len(form), start + len(form) + NEAR_BRACKET),)
            if bracket >= 0
        )

    def _absorb(self, member: Member, other: Member, why: str) -> None:
        member.mentions += other.mentions
        for form, start in other.forms.items():
            member.forms.setdefault(form, start)
            member.why.setdefault(form, why)
        if member.kind is None:
            member.kind = other.kind

    def _is_a_body(self, member: Member) -> bool:
        """Whether “it” follows a name as what speaks (“Norda said it would close”), or what no person has."""
        told = (_ITSELF, _IS_A_FIRM) if member.gender is None and not member.titles else (_ITSELF,)
        return any(pattern.match(self.text, end) for _, end in member.mentions for pattern in told)

    def cast(self) -> Cast:
        """Return the cast with members numbered in order of appearance."""
        self.placed.sort(key=lambda place: place[:2])
        order: dict[int, int] = {}
        members: list[Member] = []
        places = []
        for start, end, member in self.placed:
            if id(member) not in order:
                order[id(member)] = len(members)
                members.append(member)
            places.append((start, end, order[id(member)]))
        for index, member in enumerate(members):
            member.order = index
            member.mentions.sort()
            if member.kind is None and len(member.words) == 1 and self._is_a_body(member):
                member.kind = "organisation"
        return Cast(members, places, self.by_key, dict(self.by_last))


def _written(text: str, span: Span) -> str:
    """Return a name with the full stop that is a part of it: “U.N.”."""
    form = span.of(text)
    return f"{form}." if _DOTTED.search(form) and text.startswith(".", span.end) else form


def _folded(form: str) -> str:
    return fold(form).removesuffix(".")


def _opens(text: str, position: int) -> bool:
    before = text[max(0, position - 3) : position].rstrip(" \u00a0")
    return not before or before[-1] in ".!?:“\"‘'\n"


def _opens_with(member: Member, words: tuple[str, ...]) -> bool:
    """Say whether words open a name and may be short for it; a place is not: "Norden" for the "Norden Bank"."""
    common = ORGANISATION_NOUNS | BODIES | PUBLISHER_HEADS - _BRANDED
    placed = len(member.words) == 2 and member.words[1] in common
    return member.words[: len(words)] == words and not placed


def _latest(members: Sequence[Member], start: int, end: int) -> list[Member]:
    """Return the members that are named in ``[start, end)``, the one named last at the end."""
    spots = []
    for member in members:
        index = bisect_right(member.mentions, (end - 1, 1 << 60)) - 1
        if index >= 0 and member.mentions[index][0] >= start:
            spots.append((member.mentions[index][0], member.order, member))
    return [member for _, _, member in sorted(spots, key=lambda spot: spot[:2])]


def _canonical(words: Sequence[str]) -> str:
    """Return the key under which the forms of one full name meet."""
    joined = " ".join(words)
    if joined in AGENCIES:
        return AGENCIES[joined]
    if words and words[0] in SCRIPTURES:
        return SCRIPTURES[words[0]]
    return joined


def _initials(form: str) -> set[str]:
    """Return the acronyms that the words of a name may be shortened to."""
    parts = re.split(r"[\s-]+", form)
    capitals = [part for part in parts if part[:1].isupper()]
    if len(capitals) < SHORTEST_ACRONYM:
        return set()
    return {"".join(p[0] for p in capitals).upper(), "".join(p[0] for p in parts if p[:1].isalpha()).upper()}
