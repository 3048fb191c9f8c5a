"""Invented people, places, organisations and publishers, from syllables."""

import random
from dataclasses import dataclass
from typing import Literal

SourceKind = Literal["person", "organisation", "document", "unnamed", "publisher"]

_FIRST = """Ines Tomas Marit Viktor Lena Edvin Petra Sabine Radek Agnes Oren Mila Jonas Talia Bruno Selma Ivo Nadia
Karim Elin Stefan Dora Matei Rosa Anton Leila Hugo Vera Emil Zora Pavel Greta Samir Alma
Ruben Nina Marek Olga Luca Freya"""
_ONSETS = "B Br D Dr F G Gr H K Kr L M N P R S St T Tr V W Z"
_NUCLEI = "a e i o u ai ei au"
_CODAS = "l n r s t k nd rn lt sk m v"
_ENDS = "ov ic en er a o in ek ard em i us el"
_PLACE_ENDS = "ford ov grad mere holm sk ia port burg no stad vik"
_ROLES = (
    ("harbour master", "harbour office"),
    ("police spokesman", "regional police"),
    ("fire chief", "fire brigade"),
    ("hospital director", "district hospital"),
    ("mayor", "town hall"),
    ("transport minister", "transport ministry"),
    ("union leader", "workers' union"),
    ("state prosecutor", "prosecutor's office"),
    ("company spokeswoman", "company"),
    ("rescue coordinator", "rescue service"),
    ("provincial governor", "provincial government"),
    ("chief engineer", "safety board"),
)
_WITNESSES = ("schoolteacher", "baker", "lorry driver", "student", "nurse", "retired welder", "shopkeeper", "farmer")
_UNNAMED = (
    "an official who asked not to be named",
    "a person familiar with the inquiry",
    "two workers who spoke on condition of anonymity",
    "a security source",
    "residents",
    "witnesses",
    "sources close to the company",
    "a senior officer who was not authorised to speak",
)
_OBSERVATORIES = ("Rights Observatory", "Safety Observatory", "Monitoring Group", "Institute for Public Safety")
_PAPERS = (
    "Post",
    "Times",
    "Herald",
    "Mirror",
    "Gazette",
    "Courier",
    "Echo",
    "Tribune",
    "Chronicle",
    "Observer",
    "Dispatch",
)


@dataclass(frozen=True, slots=True)
class Source:
    """Whom a statement comes from first. ``names`` are the forms by which a text may name it."""

    id: str
    kind: SourceKind
    name: str
    role: str
    names: tuple[str, ...]
    she: bool = False


def word(rng: random.Random, ends: list[str]) -> str:
    """Return an invented name."""
    stem = rng.choice(_ONSETS.split()) + rng.choice(_NUCLEI.split()) + rng.choice(_CODAS.split())
    if rng.random() < 0.5:
        stem += rng.choice(_NUCLEI.split()) + rng.choice(_CODAS.split())
    return stem + rng.choice(ends)


def place(rng: random.Random) -> str:
    """Return the name of a place."""
    name = word(rng, _PLACE_ENDS.split())
    return f"{rng.choice(['Port', 'Upper', 'New', 'Saint'])} {name}" if rng.random() < 0.2 else name


def person(rng: random.Random, number: int) -> Source:
    """Return somebody with a name who knows something: in office, or an eyewitness."""
    first, last = rng.choice(_FIRST.split()), word(rng, _ENDS.split())
    if rng.random() < 0.7:
        role, office = rng.choice(_ROLES)
        described = f"the {role}" if rng.random() < 0.6 else f"{role} of the {office}"
        described = role if described.startswith("the ") else described
    else:
        described = f"a {rng.choice(_WITNESSES)} who saw it"
    return Source(f"s{number}", "person", f"{first} {last}", described, (f"{first} {last}", last), rng.random() < 0.5)


def organisation(rng: random.Random, number: int) -> Source:
    """Return an organisation that counts or investigates by itself."""
    name = f"{word(rng, _PLACE_ENDS.split())} {rng.choice(_OBSERVATORIES)}"
    return Source(f"s{number}", "organisation", name, "", (name,))


def unnamed(rng: random.Random, number: int) -> Source:
    """Return a source that no text names."""
    return Source(f"s{number}", "unnamed", rng.choice(_UNNAMED), "", ())


def publisher(rng: random.Random) -> str:
    """Return the name of a newspaper, a broadcaster or a blog."""
    form = rng.random()
    name = word(rng, _PLACE_ENDS.split())
    if form < 0.7:
        return f"{'The ' if rng.random() < 0.5 else ''}{name} {rng.choice(_PAPERS)}"
    return f"Radio {name}" if form < 0.85 else f"{name} {rng.choice(['Letters', 'Notebook', 'Briefing', 'Review'])}"


def agency(rng: random.Random) -> str:
    """Return the name of a news agency."""
    return f"{word(rng, _PLACE_ENDS.split())} {rng.choice(['News Agency', 'Wire', 'Press Agency'])}"
