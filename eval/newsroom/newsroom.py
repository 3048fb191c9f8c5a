"""Publishers at work: who asks whom, who copies whom, who credits, who misquotes, who rounds.

An event has primary sources that assert facts. An agency and some papers ask sources themselves; the others take a
report that is there already: word for word, with cuts, or in their own words, with or without credit, sometimes with a
source of their own, sometimes with a mistake. What is written down beside each statement is where it truly comes from.
With ``errors``, writers also misspell; copyists keep what they copy, correct it now and then, and misspell themselves.
"""

import datetime
import random
from dataclasses import dataclass, field, replace
from typing import Literal

from newsroom import world
from newsroom.grammar import ASIDES, BACKGROUND, DAYS, EVENTS, FACTS, HEADLINES, TIMES, Fact, expand
from newsroom.world import Source

Voice = Literal["indirect", "direct", "own", "credited"]
Mode = Literal["reported", "verbatim", "trimmed", "rewritten"]
ROUNDED = 10  # figures are rounded to this; only those above three times of it
RUN = 8  # words in a row that two writers who do not know of each other do not both write
TRIES = 200
MISSPELLED = 0.12  # of the pieces that somebody types
CAREFUL = 0.3  # of the copyists correct what they copy
COPY_MODES: tuple[Mode, ...] = ("verbatim", "trimmed", "rewritten")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence as it is written. ``content`` is where in ``text`` the statement stands; None for background.

    ``stated`` is whether the text says whose the statement is, by name; ``origin`` is whose it truly is. ``shown`` is
    the name that a reader can know from this text: the source, or the outlet that is credited.
    """

    text: str
    content: tuple[int, int] | None = None
    fact: str = ""
    value: int = 0
    origin: str = ""
    shown: str | None = None
    voice: Voice = "own"
    key: int = 0  # the wording: equal where one text copies the other
    errors: tuple[tuple[str, str], ...] = ()  # words that are misspelled, and as they are spelled


@dataclass(frozen=True, slots=True)
class Assertion:
    """What a source says, in the words it said it in where somebody quotes."""

    source: Source
    fact: Fact
    value: int
    quote: str


@dataclass(frozen=True, slots=True)
class Report:
    """A document: its pieces, and where the publisher has them from."""

    path: str
    publisher: str
    published: datetime.datetime
    pieces: tuple[Piece, ...]
    mode: Mode
    upstream: str | None = None
    credited: bool = False


@dataclass(slots=True)
class Event:
    """An event with what is said about it and by whom."""

    number: int
    slots: dict[str, str]
    assertions: list[Assertion]
    start: datetime.datetime
    reports: list[Report] = field(default_factory=list)
    runs: dict[tuple[str, str], set[tuple[str, ...]]] = field(default_factory=dict)


class Newsroom:
    """Writes one event after the other; the same seed writes the same texts."""

    def __init__(self, seed: int, *, errors: bool = False) -> None:
        self.rng = random.Random(seed)
        self.pen = random.Random(f"{seed} errors") if errors else None  # apart, so that the other texts stay the same
        self.keys = 0
        names = {world.publisher(self.rng) for _ in range(40)}
        self.publishers = sorted(names)
        self.agencies = sorted({world.agency(self.rng) for _ in range(3)})

    def event(self, number: int) -> Event:
        """Return an event with all its documents."""
        rng = self.rng
        slots = dict(rng.choice(EVENTS))
        slots |= {
            "thing": world.word(rng, ["a", "on", "is", "or"]),
            "place": world.place(rng),
            "d": str(rng.randint(9, 90)),
        }
        slots |= {"day": rng.choice(DAYS), "time": f"[{'|'.join(TIMES)}]", "aside": f"[{'|'.join(ASIDES)}]"}
        for name in ("part", "cause"):
            slots[name] = expand(slots[name], slots, rng)
        event = Event(number, slots, [], datetime.datetime(2031, 1, 1) + datetime.timedelta(days=rng.randint(0, 900)))
        sources = [world.person(rng, i) for i in range(rng.randint(2, 4))]
        sources += [world.organisation(rng, 8)] if rng.random() < 0.5 else []
        sources += [world.unnamed(rng, 9)] if rng.random() < 0.5 else []
        facts = rng.sample(FACTS, rng.randint(5, 9))
        for fact in facts:
            value = rng.randint(fact.low, fact.high) if fact.high else 0
            who = rng.sample(sources, 2 if rng.random() < 0.45 and len(sources) > 1 else 1)
            for source in who:
                said = value
                if fact.high and source is not who[0] and rng.random() < 0.35:
                    said = value + rng.randint(1, 1 + fact.high // 8)  # two sources may give two figures
                quote = self._fresh(event, fact.quotes, fact, said, source.id)
                event.assertions.append(Assertion(source, fact, said, quote[:1].upper() + quote[1:]))
        self._report(event)
        return event

    def _report(self, event: Event) -> None:
        rng = self.rng
        papers = rng.sample(self.publishers, rng.randint(3, 9))
        agency = rng.choice(self.agencies)
        at = event.start + datetime.timedelta(hours=6)
        event.reports.append(self._own_report(event, agency, at))
        for paper in papers:
            at += datetime.timedelta(hours=rng.randint(2, 30))
            if rng.random() < 0.35:
                event.reports.append(self._own_report(event, paper, at))
            else:
                event.reports.append(self._copy(event, paper, at, rng.choice(event.reports)))

    def _own_report(self, event: Event, publisher: str, at: datetime.datetime) -> Report:
        """Return a report for which the publisher asked sources itself."""
        rng = self.rng
        told = rng.sample(event.assertions, min(len(event.assertions), rng.randint(3, 6)))
        pieces = [self._headline(event)]
        named: set[str] = set()
        for said in told:
            pieces.append(self._piece(event, said, named))
            if rng.random() < 0.4:
                pieces.append(self._background(event))
        if rng.random() < 0.2:
            seen = rng.choice([f for f in FACTS if f.name not in {a.fact.name for a in event.assertions}])
            value = rng.randint(seen.low, seen.high) if seen.high else 0
            pieces.append(self._own_voice(event, seen, value, publisher))
        return Report(self._path(event), publisher, at, self._spelled(pieces), "reported")

    def _copy(self, event: Event, publisher: str, at: datetime.datetime, taken: Report) -> Report:
        """Return a report that is made of another one."""
        rng = self.rng
        mode = rng.choice(COPY_MODES)
        credited = rng.random() < 0.5
        body = list(taken.pieces[1:])
        if mode == "trimmed" and len(body) > 3:
            body = body[: rng.randint(2, len(body) - 1)]
        named: set[str] = set()
        if mode == "rewritten":
            body = [p for p in (self._rewrite(event, piece, taken, credited, named) for piece in body) if p is not None]
        elif rng.random() < 0.25:
            body = [self._slip(piece) for piece in body]
        pieces = [self._headline(event) if rng.random() < 0.5 else taken.pieces[0], *body]
        if credited and mode != "rewritten":
            pieces.append(
                Piece(
                    rng.choice(
                        (
                            f"({taken.publisher})",
                            f"Source: {taken.publisher}",
                            f"{taken.publisher} contributed to this report.",
                        )
                    )
                )
            )
        if rng.random() < 0.3:
            pieces.insert(min(len(pieces), 2), self._piece(event, rng.choice(event.assertions), named))
        return Report(self._path(event), publisher, at, self._spelled(pieces), mode, taken.path, credited)

    def _spelled(self, pieces: list[Piece]) -> tuple[Piece, ...]:
        """Return the pieces as somebody types them: errors are corrected or made; names stay as they are."""
        if self.pen is None:
            return tuple(pieces)
        is_careful = self.pen.random() < CAREFUL
        typed = []
        for piece in pieces:
            for wrong, right in piece.errors if is_careful else ():
                piece = replace(_respell(piece, wrong, right), errors=())
            typed.append(_misspell(piece, self.pen) if self.pen.random() < MISSPELLED else piece)
        return tuple(typed)

    def _path(self, event: Event) -> str:
        return f"{event.number // 1000:04}/{event.number:07}-{len(event.reports):02}.txt"

    def _key(self) -> int:
        self.keys += 1
        return self.keys

    def _headline(self, event: Event) -> Piece:
        text = expand(self.rng.choice(HEADLINES), event.slots, self.rng)
        return Piece(text[:1].upper() + text[1:], key=self._key())

    def _background(self, event: Event) -> Piece:
        text = expand(self.rng.choice(BACKGROUND), event.slots, self.rng)
        return Piece(text[:1].upper() + text[1:], key=self._key())

    def _words(self, event: Event, fact: Fact, value: int, source: str) -> str:
        return self._fresh(event, fact.frames, fact, value, source)

    def _fresh(self, event: Event, frames: tuple[str, ...], fact: Fact, value: int, source: str) -> str:
        """Return words that no other source's report of the fact has in a long run: independent writers differ."""
        taken = {run for (name, who), runs in event.runs.items() if name == fact.name and who != source for run in runs}
        words = ""
        for _ in range(TRIES):
            words = expand(self.rng.choice(frames), event.slots | {"n": figure(value)}, self.rng)
            runs = {tuple(words.lower().split()[i : i + RUN]) for i in range(len(words.split()) - RUN + 1)}
            if not runs & taken:
                event.runs.setdefault((fact.name, source), set()).update(runs)
                break
        return words

    def _own_voice(self, event: Event, fact: Fact, value: int, origin: str) -> Piece:
        words = self._words(event, fact, value, origin)
        text = f"{words[:1].upper()}{words[1:]}."
        return Piece(text, (0, len(text) - 1), fact.name, value, origin, None, "own", self._key())

    def _piece(self, event: Event, said: Assertion, named: set[str]) -> Piece:
        """Return a sentence in which the source says it, as a quotation or not."""
        rng = self.rng
        source = self._mention(said.source, named)
        direct = rng.random() < 0.35
        words = said.quote if direct else self._words(event, said.fact, said.value, said.source.id)
        before, content, after = frame_quote(words, source, rng) if direct else frame_indirect(words, source, rng)
        text = f"{before}{content}{after}"
        shown = said.source.name if said.source.kind != "unnamed" else None
        spot = (len(before), len(before) + len(content))
        voice: Voice = "direct" if direct else "indirect"
        return Piece(text, spot, said.fact.name, said.value, said.source.id, shown, voice, self._key())

    def _mention(self, source: Source, named: set[str]) -> str:
        """Return how a text names the source: in full first, then by surname, pronoun or role."""
        rng = self.rng
        if source.kind == "unnamed":
            return source.name
        if source.id in named:
            if source.kind == "organisation":
                return source.name
            last = source.names[-1]
            return rng.choice((last, last, "she" if source.she else "he")) if len(named) == 1 else last
        named.add(source.id)
        if source.kind == "organisation":
            return f"the {source.name}"
        role = source.role
        form = rng.random()
        if form < 0.4 or role.startswith("a "):
            return f"{source.name}, {role if role.startswith('a ') else 'the ' + role},"
        return f"{role} {source.name}" if " of " not in role else f"{source.name}, {role},"

    def _rewrite(self, event: Event, piece: Piece, taken: Report, credited: bool, named: set[str]) -> Piece | None:
        """Return the piece in other words; None where the writer drops it."""
        rng = self.rng
        if piece.content is None or rng.random() < 0.15:
            return None
        fact = next(f for f in FACTS if f.name == piece.fact)
        value = piece.value
        if value >= 3 * ROUNDED and rng.random() < 0.15:
            value = round(value / ROUNDED) * ROUNDED
        source = next((a.source for a in event.assertions if a.source.id == piece.origin), None)
        keeps = rng.random() < 0.7 and source is not None and (piece.shown == source.name or source.kind == "unnamed")
        if keeps and source is not None:
            if piece.voice == "direct" and rng.random() < 0.6:
                said = Assertion(source, fact, piece.value, piece.text[piece.content[0] : piece.content[1]])
                made = self._again(said, named)
            else:
                made = self._told(event, source, fact, value, named)
            if credited and rng.random() < 0.5:
                tail = rng.choice((f", {taken.publisher} reported.", f", according to {taken.publisher}."))
                if made.voice == "indirect" and made.text.endswith("."):
                    made = replace(made, text=made.text[:-1] + tail)
            return made
        if credited:
            words = self._words(event, fact, value, piece.origin)
            before, content, after = frame_indirect(words, taken.publisher, rng, outlet=True)
            spot = (len(before), len(before) + len(content))
            return Piece(
                before + content + after, spot, fact.name, value, piece.origin, taken.publisher, "credited", self._key()
            )
        return self._own_voice(event, fact, value, piece.origin)

    def _told(self, event: Event, source: Source, fact: Fact, value: int, named: set[str]) -> Piece:
        words = self._words(event, fact, value, source.id)
        before, content, after = frame_indirect(words, self._mention(source, named), self.rng)
        spot = (len(before), len(before) + len(content))
        shown = source.name if source.kind != "unnamed" else None
        return Piece(before + content + after, spot, fact.name, value, source.id, shown, "indirect", self._key())

    def _again(self, said: Assertion, named: set[str]) -> Piece:
        """Return the same quotation in another frame."""
        before, content, after = frame_quote(said.quote.rstrip(".,"), self._mention(said.source, named), self.rng)
        spot = (len(before), len(before) + len(content))
        shown = said.source.name if said.source.kind != "unnamed" else None
        return Piece(
            before + content + after, spot, said.fact.name, said.value, said.source.id, shown, "direct", self._key()
        )

    def _slip(self, piece: Piece) -> Piece:
        """Return the piece with a word changed, as copyists do."""
        for word, other in (("people", "persons"), ("had been", "were"), ("would", "will"), ("after", "following")):
            at = piece.text.find(f" {word} ")
            if at < 0 or self.rng.random() < 0.4:
                continue
            return _respell(piece, f" {word} ", f" {other} ")
        return piece


def _misspell(piece: Piece, pen: random.Random) -> Piece:
    """Return the piece with two letters inside one of its words swapped, or one doubled or left out."""
    long = [w for w in piece.text.split() if w.isalpha() and w.islower() and len(w) >= 6 and piece.text.count(w) == 1]
    if not long:
        return piece
    word, at = pen.choice(long), pen.randint(1, 3)
    kind = pen.randint(0, 2)
    wrong = word[:at] + (word[at + 1] + word[at], word[at] + word[at : at + 2], word[at + 1])[kind] + word[at + 2 :]
    return piece if wrong == word else replace(_respell(piece, word, wrong), errors=(*piece.errors, (wrong, word)))


def _respell(piece: Piece, word: str, other: str) -> Piece:
    """Return the piece with one word written otherwise; its statement stays where it stands."""
    at = piece.text.find(word)
    if at < 0:
        return piece
    text, shift = f"{piece.text[:at]}{other}{piece.text[at + len(word) :]}", len(other) - len(word)
    if piece.content is None:
        return replace(piece, text=text)
    start, end = piece.content
    return replace(piece, text=text, content=(start + shift * (at < start), end + shift * (at < end)))


def figure(value: int) -> str:
    """Return a figure as news writes it: small ones in words."""
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
    return small[value] if value < len(small) else f"{value:,}"


def frame_indirect(words: str, source: str, rng: random.Random, *, outlet: bool = False) -> tuple[str, str, str]:
    """Return what stands before, the content, and what stands after, for reported speech."""
    capital = words[:1].upper() + words[1:]
    leader = source[:1].upper() + source[1:]
    verb = rng.choice(
        ("reported", "said", "wrote") if outlet else ("said", "told reporters", "confirmed", "added", "explained")
    )
    form = rng.random()
    if form < 0.35:
        return "", capital, f", {source} {verb}."
    if form < 0.7:
        return f"{leader} {verb} that ", words, "."
    if form < 0.85 and source not in ("he", "she"):
        return "", capital, f", according to {source.rstrip(',')}."
    if form < 0.95 and source not in ("he", "she"):
        return f"According to {source.rstrip(',')}, ", words, "."
    return f"{leader} {'also ' if rng.random() < 0.3 else ''}said ", words, "."


def frame_quote(words: str, source: str, rng: random.Random) -> tuple[str, str, str]:
    """Return what stands before, the content, and what stands after, for a direct quotation."""
    leader = source[:1].upper() + source[1:]
    verb = rng.choice(("said", "told reporters", "said on the phone", "said at a news conference", "added"))
    form = rng.random()
    if form < 0.6:
        return "“", f"{words},", f"” {source} {verb}."
    if form < 0.85:
        return f"{leader} {verb}: “", f"{words}.", "”"
    return f"{leader} said, “", f"{words}.", "”"
