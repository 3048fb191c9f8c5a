"""Training texts of our own making, for forms that the corpora lack: attributions inside attributions, quotations set
as blocks without marks, speakers named by a colon, agencies that cite others, quotations over several paragraphs.

Seeded; every name is invented. What is said is taken at random from sentences of the training texts that no
annotator marked, and what is reported at second hand from sentences that consist of one attribution.
"""

import random
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from headwater.models.attribution.corpora import sentences

_FIRST = [
    "Marta",
    "Ilves",
    "Edwin",
    "Odette",
    "Kasimir",
    "Leonie",
    "Tomas",
    "Ferris",
    "Ansel",
    "Ingrid",
    "Bela",
    "Ruta",
    "Oskar",
    "Mina",
    "Joren",
    "Tilda",
    "Amara",
    "Idris",
    "Noor",
    "Sefu",
    "Yuki",
    "Hana",
    "Rafa",
    "Lucia",
]
_LAST = [
    "Verhoek",
    "Tallow",
    "Ostrander",
    "Quill",
    "Marchetti",
    "Dunmore",
    "Ashby",
    "Lindqvist",
    "Okafor",
    "Petrov",
    "Halloran",
    "Nakata",
    "Sorel",
    "Braun",
    "Kettering",
    "Amadi",
    "Rook",
    "Vasquez",
    "Thorne",
    "Ibsen",
    "Kaplan",
    "Moreau",
    "Haddad",
    "Castell",
]
_ROLE = [
    "the mayor",
    "the harbour master",
    "a spokesman for the union",
    "the health minister",
    "a police official",
    "the company",
    "officials",
    "the agency",
    "a resident",
    "the report",
    "the senator",
    "one witness",
    "the ministry",
    "two people briefed on the matter",
    "a court filing",
    "researchers at the institute",
    "the teacher",
    "analysts",
    "the governor's office",
    "her lawyer",
]
_AGENCY = [
    "the Daily Lantern",
    "Northwind News",
    "the Carrow Gazette",
    "Meridian Radio",
    "the Tidewater Post",
    "state television",
    "the Orrin Press Agency",
]
_SAY = [
    "said",
    "says",
    "told reporters",
    "has said",
    "added",
    "explained",
    "claimed",
    "insisted",
    "argued",
    "warned",
    "announced",
    "confirmed",
    "wrote",
    "noted",
    "reported",
    "testified",
    "acknowledged",
    "stated",
    "maintains",
    "believes",
    "thinks",
    "suggested",
    "alleged",
]
_THAT = ["told investigators", "told the court", "assured voters", "has warned", "conceded", "told the council"]
_LEAD = [
    "wrote",
    "said in a statement",
    "put it this way",
    "posted",
    "replied",
    "said",
    "had this to say",
    "wrote in a letter to staff",
    "said in remarks to the council",
    "stated",
]
_INNER = ["he said", "she said", "they said"]
_WHOLE = re.compile(r"[a-z]{3}\.$")  # "Mr." or "J." does not end a sentence
_CUT = re.compile(r"\b(?:[A-Z]|[A-Z][a-z]{1,3})\.\s*$")
_JOINS = frozenset(
    [
        "But",
        "And",
        "Or",
        "So",
        "Which",
        "Yet",
        "Nor",
        "Because",
        "Than",
        "Also",
        "Still",
        "Instead",
        "Indeed",
        "However",
        "Meanwhile",
        "Then",
    ]
)


@dataclass
class _Draft:
    """A text under construction with its attributions."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    found: list[dict[str, Any]] = field(default_factory=list)

    def add(self, words: str) -> list[int]:
        """Add words; return where they stand."""
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return [start, self.length]

    def note(
        self, source: Sequence[list[int]], cue: Sequence[list[int]], content: Sequence[list[int]], nested: bool = False
    ) -> None:
        """Note an attribution."""
        self.found.append({"source": [*source], "cue": [*cue], "content": [*content], "nested": nested})


@dataclass(frozen=True)
class Material:
    """What the texts are made of: unmarked sentences, and sentences that are one attribution each."""

    plain: Sequence[str]
    reports: Sequence[tuple[str, Mapping[str, Any]]]


def material(rows: Sequence[Mapping[str, Any]]) -> Material:
    """Collect sentences of the training texts."""
    plain, reports = [], []
    for row in rows:
        text = row["text"]
        gold = row["attributions"][sorted(row["attributions"])[0]]
        marked = sorted((s, e, n) for n, a in enumerate(gold) for r in ("source", "cue", "content") for s, e in a[r])
        for sentence in sentences(text):
            words = sentence.of(text)
            touching = {n for s, e, n in marked if s < sentence.end and e > sentence.start}
            if not 5 <= len(words.split()) <= 32 or not words[0].isupper() or "\n" in words or not _WHOLE.search(words):
                continue
            if words.split()[0] in _JOINS or _CUT.search(text[max(sentence.start - 6, 0) : sentence.start]):
                continue
            if not touching:
                if not set(words) & set("“”\"'‘’"):
                    plain.append(words)
            elif len(touching) == 1:
                a = gold[touching.pop()]
                fragments = [f for r in ("source", "cue", "content") for f in a[r]]
                if a["cue"] and a["content"] and all(sentence.start <= s and e <= sentence.end for s, e in fragments):
                    moved = {
                        r: [[s - sentence.start, e - sentence.start] for s, e in a[r]]
                        for r in ("source", "cue", "content")
                    }
                    reports.append((words, moved))
    return Material(plain, reports)


def _name(rng: random.Random) -> str:
    kind = rng.random()
    if kind < 0.35:
        return f"{rng.choice(_FIRST)} {rng.choice(_LAST)}"
    if kind < 0.5:
        return (
            f"{rng.choice(('Mr.', 'Ms.', 'Dr.', 'Sen.', 'Judge', 'President', 'Prime Minister'))} {rng.choice(_LAST)}"
        )
    if kind < 0.65:
        return rng.choice(_LAST)
    if kind < 0.75:
        return rng.choice(("he", "she", "they"))
    return rng.choice(_ROLE)


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def _lower(words: str) -> str:
    """Lower the first word where it is not a name."""
    first = words.split()[0]
    common = {"The", "A", "An", "In", "On", "It", "He", "She", "They", "There", "This", "That", "These", "His", "Her"}
    common |= {"Their", "But", "And", "As", "At", "For", "If", "When", "While", "Many", "Some", "One", "Two", "Most"}
    return words[0].lower() + words[1:] if first in common else words


def _inner(d: _Draft, m: Material, rng: random.Random, quoted: bool, depth: int) -> list[int]:
    """Add an attribution that stands inside another; return where its sentence stands (without its full stop)."""
    start = d.length
    if rng.random() < 0.6:
        for _ in range(20):
            words, a = rng.choice(m.reports)
            if not (quoted and set(words) & set('“”"')):
                break
        body = words[:-1] if not words.endswith(("..", '."')) else words
        moved = body if quoted else _lower(body)
        d.add(moved)
        cues, sources, contents = (
            [[b + start, min(e, len(body)) + start] for b, e in a[r] if b < len(body)]
            for r in ("cue", "source", "content")
        )
        d.note(sources, cues, contents, nested=True)
        return [start, d.length]
    source = d.add(_upper(_name(rng)) if quoted else _name(rng))
    d.add(" ")
    cue = d.add(rng.choice(_SAY + _THAT))
    d.add(" ")
    content_start = d.length
    if rng.random() < 0.5:
        d.add("that ")
    if depth and rng.random() < 0.3:
        _inner(d, m, rng, False, depth - 1)
    else:
        d.add(_lower(rng.choice(m.plain)[:-1]))
    d.note([source], [cue], [[content_start, d.length]], nested=True)
    return [start, d.length]


def _nested_indirect(d: _Draft, m: Material, rng: random.Random) -> None:
    if rng.random() < 0.25:
        cue = d.add("According to")
        d.add(" ")
        source = d.add(_name(rng))
        d.add(", ")
        content = _inner(d, m, rng, False, 1)
        d.note([source], [cue], [content])
        d.add(".")
        return
    source = d.add(_upper(_name(rng)))
    d.add(" ")
    cue = d.add(rng.choice(_SAY + _THAT))
    d.add(" ")
    start = d.length
    if rng.random() < 0.6:
        d.add("that ")
    _inner(d, m, rng, False, 1)
    if rng.random() < 0.2:
        d.add(" and that " + _lower(rng.choice(m.plain)[:-1]))
    d.note([source], [cue], [[start, d.length]])
    d.add(".")


def _nested_direct(d: _Draft, m: Material, rng: random.Random) -> None:
    left, right = rng.choice((("“", "”"), ('"', '"')))
    start = d.length
    d.add(left)
    if rng.random() < 0.4:
        d.add(rng.choice(m.plain) + " ")
    _inner(d, m, rng, True, 0)
    d.add("," + right)
    content = [start, d.length]
    d.add(" ")
    name, verb = _name(rng), rng.choice(("said", "says", "told reporters", "wrote", "added", "recalled"))
    if rng.random() < 0.3 and " " not in verb and name not in ("he", "she", "they"):
        cue = d.add(verb)
        d.add(" ")
        source = d.add(name)
    else:
        source = d.add(name)
        d.add(" ")
        cue = d.add(verb)
    contents = [content]
    d.add(".")
    if rng.random() < 0.4:
        d.add(" ")
        contents.append(d.add(left + rng.choice(m.plain) + right))
    d.note([source], [cue], contents)


def _block(d: _Draft, m: Material, rng: random.Random) -> None:
    source = d.add(_upper(_name(rng)))
    d.add(" ")
    cue = d.add(rng.choice(_LEAD))
    d.add(":")
    gap = rng.choice(("\n\n", "\n\n", "\n", "\n\n    "))
    d.add(gap)
    paragraphs = [" ".join(rng.choice(m.plain) for _ in range(rng.randint(1, 3))) for _ in range(rng.choice((1, 1, 2)))]
    marks = rng.random() < 0.4
    contents = []
    for n, p in enumerate(paragraphs):
        last = n == len(paragraphs) - 1
        contents.append(d.add(("“" if marks else "") + p + ("”" if marks and last else "")))
        if not last:
            d.add(gap)
    d.note([source], [cue], contents if len(contents) == 1 else [[contents[0][0], contents[-1][1]]])
    d.add("\n\n")


def _paragraphs(d: _Draft, m: Material, rng: random.Random) -> None:
    """A direct quotation over two paragraphs, each of which opens with a mark."""
    first = d.add("“" + rng.choice(m.plain)[:-1] + ",”")
    d.add(" ")
    source = d.add(_name(rng))
    d.add(" ")
    cue = d.add(rng.choice(("said", "says", "told the committee", "wrote")))
    d.add(". ")
    start = d.length
    d.add("“" + rng.choice(m.plain) + "\n\n“" + rng.choice(m.plain) + "”")
    d.note([source], [cue], [first, [start, d.length]])
    d.add("\n\n")


def _transcript(d: _Draft, m: Material, rng: random.Random) -> None:
    names = [rng.choice(_LAST).upper() if rng.random() < 0.7 else rng.choice(_LAST) for _ in range(2)]
    d.add("\n")
    for _ in range(rng.randint(2, 4)):
        source = d.add(rng.choice(names))
        cue = d.add(":")
        d.add(" ")
        content = d.add(" ".join(rng.choice(m.plain) for _ in range(rng.randint(1, 2))))
        d.note([source], [cue], [content])
        d.add("\n")


def _headline(d: _Draft, m: Material, rng: random.Random) -> None:
    d.add("\n\n")
    words = rng.choice(m.plain)[:-1]
    if rng.random() < 0.5:
        source = d.add(_upper(_name(rng)))
        cue = d.add(":")
        d.add(" ")
        content = d.add(words)
    else:
        content = d.add(words)
        d.add(", ")
        source = d.add(rng.choice([*_LAST, "officials", "report", "police", "study", "ministry"]))
        d.add(" ")
        cue = d.add(rng.choice(("says", "say", "warns", "claims", "finds", "tells court")))
    d.note([source], [cue], [content])
    d.add("\n\n")


def _citing(d: _Draft, m: Material, rng: random.Random) -> None:
    """An agency reports what it has from somebody else."""
    outer = rng.choice(_AGENCY)
    start = d.length
    if rng.random() < 0.5:
        source = d.add(_upper(outer))
        d.add(" ")
        cue = d.add("reported")
        d.add(" ")
        content = d.add("that " + _lower(rng.choice(m.plain)[:-1]))
    else:
        content = d.add(rng.choice(m.plain)[:-1])
        d.add(", ")
        source = d.add(outer)
        d.add(" ")
        cue = d.add(rng.choice(("reported", "said", "reports")))
    d.note([source], [cue], [[start if content[0] == start else content[0], content[1]]])
    d.add(", ")
    inner_cue = d.add(rng.choice(("citing", "quoting", "citing")))
    d.add(" ")
    inner = d.add(rng.choice([r for r in _ROLE if not r.startswith("the company")]))
    d.note([inner], [inner_cue], [content])
    d.add(".")


def _passive(d: _Draft, m: Material, rng: random.Random) -> None:
    """Nobody is named."""
    if rng.random() < 0.5:
        cue = d.add(rng.choice(("It was reported", "It is understood", "It was alleged", "It is claimed")))
        d.add(" ")
        content = d.add("that " + _lower(rng.choice(m.plain)[:-1]))
        d.note([], [cue], [content])
        d.add(".")
    else:
        cue = d.add(rng.choice(("Reportedly", "Allegedly")))
        d.add(", ")
        content = d.add(_lower(rng.choice(m.plain)[:-1]))
        d.note([], [cue], [content])
        d.add(".")


_FORMS: tuple[tuple[float, Callable[[_Draft, Material, random.Random], None]], ...] = (
    (0.34, _nested_indirect),
    (0.24, _nested_direct),
    (0.1, _block),
    (0.07, _paragraphs),
    (0.07, _transcript),
    (0.06, _headline),
    (0.07, _citing),
    (0.05, _passive),
)


def texts(m: Material, count: int, seed: int) -> list[dict[str, Any]]:
    """Return ``count`` texts with their attributions, as rows like those of the corpora."""
    rng = random.Random(seed)
    made = []
    for n in range(count):
        d = _Draft()
        for _ in range(rng.randint(2, 4)):
            for _ in range(rng.choice((0, 1, 1, 2))):
                d.add(rng.choice(m.plain) + rng.choice((" ", " ", "\n\n")))
            form = rng.choices([f for _, f in _FORMS], [w for w, _ in _FORMS])[0]
            form(d, m, rng)
            d.add(rng.choice((" ", " ", "\n\n")))
        d.add(rng.choice(m.plain))
        made.append({"id": f"own-{n}", "text": "".join(d.parts), "attributions": d.found})
    return made
