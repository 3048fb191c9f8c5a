"""The sentences of a review: templates around quotations, each with the numbers of its citations.

A sentence is a tuple of words and citation numbers. Double quotation marks stand around the source's own words as they
are printed, single ones around the words of whoever reports them; nothing else is quoted. "X says" commits to the
saying only. Known limits: English; whether a name takes a plural verb is judged by its form.
"""

import re
from collections.abc import Iterable, Sequence

from headwater.publishers import is_body
from headwater.records import ChangeKind, Origins, Polarity
from headwater.report.wording import CLOSING, OPENING, count, say_origins

Part = str | int
Sentence = tuple[Part, ...]
Named = tuple[str, Sequence[int]]  # who reports, and the numbers of the citations
Change = tuple[ChangeKind, str, str]  # kind, as quoted, in the original

NAMES = 3  # origins that are named
TELLING = 4  # letters of a name by which a reader knows whose sentence it is
_DETERMINED = re.compile(
    r"(?:the|he|she|it|they|we|i|who|a|an|its|his|her|their|our|my|this|these|those|that|some|many|several|most"
    r"|other|others|another|one|two|three|four|five|no|both|all|each|every|more|few|such|at|about|around|nearly|almost|over|up|dozens|hundreds"
    r"|thousands|\d[\d,.]*)\b",
    re.IGNORECASE,
)
_HEAD_ENDS = re.compile(
    r" (?:of|with|in|from|who|that|which|at|for|to|on|close|near|familiar|by|about|under|inside|against|over)\b"
    r"| ?[(,]"
)
_MANY = """
police people men women children others they some many several most few both critics we you these those media
"""
_PLURALS = frozenset(_MANY.split())
_ONE = "news series politics press congress analysis boss witness diocese business is"
_SINGULAR_S = frozenset(_ONE.split())
_VERBS: dict[Polarity, tuple[str, str]] = {
    "said": ("says", "say"),
    "denied": ("denies", "deny"),
    "not_said": ("does not say", "do not say"),
}
_GROUPS = re.compile(  # capital at the head of a sentence, or as the name of a people or party
    r"(?:ans|crats|ists|ians|goers|voters|aides|officials|lawmakers|senators|leaders|witnesses|residents|neighbou?rs"
    r"|survivors|relatives|doctors|farmers|sources|experts|critics|observers|protesters|prosecutors|investigators)$"
)
_ARTICLE = re.compile(r"(?:An?|The) (?=[a-z])")
_NAME = re.compile(r"[A-Z][\w’'-]+")
_BYLINE = re.compile(r"^By (?=[A-Z])")
_JUDGED = re.compile(r"^cannot be judged: ", re.IGNORECASE)
_TERMINAL = (".", "!", "?", "…")


def as_subject(name: str) -> str:
    """Return a name as the subject that opens a sentence.

    >>> as_subject("coast guard"), as_subject("officials"), as_subject("a port worker"), as_subject("eBay")
    ('The coast guard', 'Officials', 'A port worker', 'eBay')
    """
    flat = _BYLINE.sub("", " ".join(name.split()))
    if not flat[:1].islower() or flat[1:2].isupper():
        return flat
    if not _DETERMINED.match(flat) and not is_plural(flat):
        return f"The {flat}"
    return flat[0].upper() + flat[1:]


def is_plural(name: str) -> bool:
    """Whether a name takes a plural verb.

    >>> [is_plural(n) for n in ("Democrats", "Reuters", "two port workers", "Syrians and analysts", "the press")]
    [True, False, True, True, False]
    >>> [is_plural(n) for n in ("Ines Okoro and Tom Ruiz", "Norden Trade and Harbour Ministry")]
    [True, False]
    """
    if _are_two(name):
        return True
    head = _HEAD_ENDS.split(" ".join(name.split()), maxsplit=1)[0]
    last = head.removesuffix(" and").split(" ")[-1]
    lower = last.lower().removesuffix("’s").removesuffix("'s")
    if lower in _SINGULAR_S:
        return False
    if lower in _PLURALS:
        return True
    if last[:1].isupper():
        return bool(_GROUPS.search(lower))
    return (lower.endswith("s") and not lower.endswith(("ss", "us", "is"))) or (" and " in head and head.islower())


def _are_two(name: str) -> bool:
    """Whether two are named in full, and no body with an "and" in its name."""
    halves = [half.split() for half in name.split(" and ")]
    named = len(halves) == 2 and all(len(h) > 1 and all(word[:1].isupper() for word in h) for h in halves)
    return named and not is_body(name)


def says(name: str, polarity: Polarity) -> str:
    """Return the verb for who speaks: says, denies, does not say.

    >>> says("Okoro", "said"), says("officials", "denied"), says("the ministry", "not_said")
    ('says', 'deny', 'does not say')
    """
    singular, plural = _VERBS[polarity]
    return plural if is_plural(name) else singular


def joined(others: Sequence[tuple[str, str, Sequence[int]]]) -> Sentence:
    """Return who else stands under a heading: the name, what shows that it belongs there, and its citations.

    >>> joined([("Ada Marn", "called “ministry spokeswoman Ada Marn”", [1])])
    ('Under this heading, as the texts show, also: Ada Marn (called “ministry spokeswoman Ada Marn”)', 1, '.')
    """
    parts: list[Part] = ["Under this heading, as the texts show, also: "]
    for at, (name, why, numbers) in enumerate(others):
        parts += [f"{'; ' if at else ''}{name} ({why})", *numbers]
    parts[0:2] = [f"{parts[0]}{parts[1]}"]
    return (*parts, ".")


def direct(name: str, words: str, reporter: str, numbers: Sequence[int], polarity: Polarity = "said") -> Sentence:
    """Return a sentence around a source's own words.

    >>> direct("Okoro", "We are still counting.", "Norden Wire", [1])
    ('Okoro says: “We are still counting.” (in Norden Wire)', 1, '.')
    """
    return f"{as_subject(name)} {says(name, polarity)}: “{words}” (in {reporter})", *numbers, "."


def reworded(name: str, words: str, reporter: str, numbers: Sequence[int], polarity: Polarity = "said") -> Sentence:
    """Return a sentence around what a reporter says that a source says.

    >>> reworded("coast guard", "120 people had been brought ashore", "Norden Wire", [2])
    ('The coast guard says that: ‘120 people had been brought ashore’ (wording of Norden Wire)', 2, '.')
    """
    frame = f"{as_subject(name)} {says(name, polarity)} that: ‘{words}’ (wording of {reporter})"
    return frame, *numbers, "."


def told(name: str, words: str, reporter: str, numbers: Sequence[int]) -> Sentence:
    """Return a sentence around the reporter's own sentence, where that says more than that somebody says something.

    >>> told("front", "It threatened to burn the barns", "The Lantern", [3])
    ('The Lantern writes of the front: ‘It threatened to burn the barns’', 3, '.')
    >>> told("Front", "The Front praised the villages", "Norden Wire", [4])
    ('Norden Wire writes: ‘The Front praised the villages’', 4, '.')
    """
    known = name.split("(")[0].strip().lower() in words.lower() or any(
        len(part) >= TELLING and part in words for part in _NAME.findall(name.split("(")[0])
    )
    subject = as_subject(name)
    plain = subject != name or _ARTICLE.match(name) is not None
    of = "" if known or name == reporter else f" of {subject[0].lower() + subject[1:] if plain else subject}"
    return _closed(f"{reporter} writes{of}: ‘{words}’", numbers, words)


def unsourced(words: str, reporter: str, numbers: Sequence[int]) -> Sentence:
    """Return a sentence around a statement for which the text names nobody.

    >>> unsourced("nine people have died", "The Lantern", [5])
    ('The Lantern names nobody for this: ‘nine people have died’', 5, '.')
    """
    return _closed(f"{reporter} names nobody for this: ‘{words}’", numbers, words)


def _closed(frame: str, numbers: Sequence[int], words: str) -> Sentence:
    """Return a sentence that ends with the quoted words' own full stop, or with one of its own."""
    return (frame, *numbers) if words.rstrip("\"'”’»").endswith(_TERMINAL) else (frame, *numbers, ".")


def also(same: Sequence[Named], other: Sequence[Named]) -> Sentence | None:
    """Return who else reports it; None where nobody does.

    >>> also([("Almeric Post", [2]), ("Mirror", [3, 4])], [("Salt & Signals", [5])])
    ('Also in the same words in Almeric Post', 2, ' and Mirror', 3, 4, ', in other words in Salt & Signals', 5, '.')
    >>> also([], [("Almeric Post", [2])])
    ('Also in other words in Almeric Post', 2, '.')
    """
    parts: list[Part] = []
    for group, how in ((same, "in the same words"), (other, "in other words")):
        if group:
            parts += _listed(f"{', ' if parts else 'Also '}{how} in ", group)
    return (*parts, ".") if parts else None


def _listed(opening: str, group: Sequence[Named]) -> list[Part]:
    parts: list[Part] = []
    for at, (reporter, numbers) in enumerate(group):
        join = opening if at == 0 else " and " if at == len(group) - 1 else ", "
        parts += [f"{join}{reporter}", *numbers]
    return parts


def behind(origins: Origins | None, reports: int, speaker: str | None = None, documents: int = 0) -> Sentence:
    """Return how many independent origins stand behind a paragraph; the speaker as its own only one is not named again.

    ``documents`` make the claim whose origins these are: more than report the utterance where others say the same.

    >>> behind(Origins(1, 1, ("Ines Okoro",), ""), 4)
    ('4 reports, 1 independent origin: Ines Okoro.',)
    >>> behind(Origins(1, 1, ("Ines Okoro",), ""), 1, "Ines Okoro")
    ('1 report, 1 independent origin.',)
    >>> behind(Origins(None, None, (), "the ministry names no source"), 1)
    ('1 report; independent origins cannot be judged: the ministry names no source.',)
    >>> behind(None, 1)
    ('1 report; its origins were not counted.',)
    >>> behind(Origins(2, 2, ("Ines Okoro", "Tom Ruiz"), ""), 1, "Ines Okoro", 3)
    ('1 report; 3 documents make the claim, 2 independent origins: Ines Okoro, Tom Ruiz.',)
    """
    opening = count(reports, "report")
    if documents > reports and origins is not None:
        opening += f"; {count(documents, 'document')} make the claim"
    if origins is None:
        return (f"{opening}; its origins were not counted.",)
    if origins.at_least is None and origins.at_most is None:
        why = _JUDGED.sub("", origins.why).rstrip(".")
        return (f"{opening}; {say_origins(origins)}: {why}.",)
    named = (
        ""
        if origins.names == (speaker,)
        else ", ".join(origins.names[:NAMES]) + (" …" if len(origins.names) > NAMES else "")
    )
    return (f"{opening}, {say_origins(origins)}{': ' + named if named else ''}.",)


def altered(reporter: str, number: int, original: str, against: int, changes: Iterable[Change]) -> Sentence:
    """Return how a printed quotation differs from the words it is taken from.

    >>> altered("Mirror", 3, "Wire", 1, [("replaced", "rough", "heavy"), ("deleted", "", "almost")])
    ('Mirror', 3, ' changes the quotation against Wire', 1, ': it has “rough” for “heavy”, leaves out “almost”.')
    """
    return (reporter, number, f" changes the quotation against {original}", against, f": it {_changes(changes)}.")


def promoted(reporter: str, number: int, name: str, original: str, against: int) -> Sentence:
    """Return that a text's own words were printed as somebody else's.

    >>> promoted("Frontier Brief", 2, "Ember Front", "Karsat Monitor", 1)
    ('Frontier Brief', 2, ' gives these words as those of Ember Front; in Karsat Monitor', 1, ' they are its own.')
    """
    return (
        reporter, number, f" gives these words as those of {name}; in {original}", against, " they are its own.",
    )  # fmt: skip


def _changes(changes: Iterable[Change]) -> str:
    said = []
    for kind, quoted, original in changes:
        if kind == "replaced":
            said.append(f"has “{_bare(quoted)}” for “{_bare(original)}”")
        elif kind == "inserted":
            said.append(f"adds “{_bare(quoted)}”")
        else:
            said.append(f"leaves out “{_bare(original)}”")
    return ", ".join(said)


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(OPENING + CLOSING)


def disputed(sides: Sequence[tuple[str, Sequence[Named]]]) -> Sentence:
    """Return a dispute: each value with what it counts, and who gives it.

    >>> disputed([("312 farmers", [("Observatory", [4]), ("Wire", [5])]), ("140 farmers", [("Ministry", [6])])])
    ('The sources disagree: 312 farmers (Observatory', 4, ', Wire', 5, ') against 140 farmers (Ministry', 6, ').')
    """
    parts: list[Part] = ["The sources disagree: "]
    for at, (value, given) in enumerate(sides):
        parts[-1] = f"{parts[-1]}{') against ' if at else ''}{value} ("
        for nth, (who, numbers) in enumerate(given):
            opening = parts.pop() if nth == 0 else ", "
            parts += [f"{opening}{who}", *numbers]
        parts.append("")
    return (*parts[:-1], ").")


def step(order: int, stance: str, words: str, numbers: Sequence[int], date: str | None = None) -> Sentence:
    """Return one step of a position: what it is called, the words of its first statement, all its citations.

    ``stance`` is in quotation marks already where it is the text's.

    >>> step(2, "‘softened its stance’", "the group softened its stance", [4, 5], "12 May 2026")
    ('2. ‘softened its stance’ (12 May 2026): ‘the group softened its stance’', 4, ', also', 5, '.')
    >>> step(1, "denies", "There was no raid.", [7])
    ('1. denies: ‘There was no raid.’', 7)
    """
    when = f" ({date})" if date else ""
    parts: list[Part] = [f"{order}. {stance}{when}: ‘{words}’", numbers[0]]
    for at, number in enumerate(numbers[1:]):
        parts += ["," if at else ", also", number]
    return tuple(parts) if words.endswith(_TERMINAL) and len(numbers) == 1 else (*parts, ".")


def finish(words: str) -> str:
    """Return words without the comma that tied them to their cue.

    >>> finish("We are still counting,"), finish("Is it?")
    ('We are still counting', 'Is it?')
    """
    flat = " ".join(words.split())
    return flat if flat.endswith(_TERMINAL) else flat.rstrip(",;:– —")


def plain(sentence: Sentence) -> str:
    """Return a sentence as text, its citations in square brackets.

    >>> plain(("Okoro says: “No.” (in Norden Wire)", 1, "."))
    'Okoro says: “No.” (in Norden Wire) [1].'
    """
    return "".join(f" [{part}]" if isinstance(part, int) else part for part in sentence)
