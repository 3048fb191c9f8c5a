"""The forms under which a listed name may stand in a text, as expressions over folded texts.

A person: the full name with anything short between its parts, reversed, with initials, with parts left out; the
family name and given names alone; the initials; each inflected. An organisation or a place: the whole name, inflected.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.export.redaction.folding import fold_name
from headwater.export.redaction.rules import Rule

# endings that names take: possessives and plurals, Slavic, Baltic, Romanian, Finnish, Hungarian and Turkish cases
_ENDINGS = """
s es 's a u e i y o em om am im ym ovi ova ove ovou ovy ovym ovo ovich ovych ou ej oj in ina inu inou iny ine ami ach ia
iu iem owi owie owa owej owego ego emu an en ean lui ul n na ne nak nek ban ben ra re val vel t at et ta tta ssa sta lla
lta lle ksi da de dan den ya ye nin nun un"""
_PARTICLES = "van von der den de da di du la le el al bin ibn ben of the and y e af zu zum ten ter dos das"
_TITLES = "mr mrs ms miss dr prof professor sir dame lord lady captain judge president minister"
ENDINGS = _ENDINGS.split()
PARTICLES = frozenset(_PARTICLES.split())
TITLES = frozenset(_TITLES.split())
VOWELS = "aeoiy"  # an ending takes the place of one of these
BETWEEN = r"(?:[\W_]|%20){0,3}"
LEFT, RIGHT = r"(?<![^\W_])", r"(?![^\W_])"
SHORTEST = 3  # letters of a part that stands for the person by itself in any case; shorter ones only with a capital
INSIDE = 4  # letters of a part that gives a person away inside an address
AMBIGUOUS = " or "


@dataclass(frozen=True, slots=True)
class Form:
    """An expression over folded texts, what replaces it, and whether it counts only where a capital begins it.

    ``needle`` are letters without which the expression fits nowhere; looking for them first is quick.
    """

    pattern: re.Pattern[str]
    pseudonym: str
    needle: str
    capital: bool = False


@dataclass(frozen=True, slots=True)
class Telltale:
    """A part of a person's name, folded, letters only, that gives the person away inside an address."""

    letters: str
    pseudonym: str


def forms_of(rules: Sequence[Rule]) -> tuple[list[Form], list[Telltale]]:
    """Return the forms of all names, longer names first, and the telltale parts. Parts that several of the listed
    people share stand for all of them."""
    whole: list[tuple[int, Form]] = []
    parts: dict[tuple[str, bool], dict[str, None]] = {}
    initials: dict[tuple[str, ...], dict[str, None]] = {}
    telltales: dict[str, dict[str, None]] = {}
    for rule in rules:
        for name in rule.names if rule.kind != "pattern" else ():
            words = [w for w in fold_name(name).split() if w.rstrip(".") not in TITLES] or fold_name(name).split()
            whole.append((len(name), Form(_phrase(words), rule.pseudonym, _stem(words[-1]))))
            if rule.kind == "person" and _is_name(name):
                _add_person(words, rule.pseudonym, whole, parts, initials, telltales)
    found = [form for _, form in sorted(whole, key=lambda w: -w[0])]
    for letters, owners in initials.items():
        spelled = r"\.\s?".join(map(re.escape, letters))
        found.append(Form(re.compile(rf"{LEFT}{spelled}\.(?:'s)?"), AMBIGUOUS.join(owners), "", capital=True))
    for (part, capital), owners in sorted(parts.items(), key=lambda p: -len(p[0][0])):
        pattern = re.compile(LEFT + _inflected(part) + RIGHT)
        found.append(Form(pattern, AMBIGUOUS.join(owners), _stem(part), capital))
    return found, [Telltale(letters, AMBIGUOUS.join(owners)) for letters, owners in telltales.items()]


def _is_name(name: str) -> bool:
    """Whether a name is one of words with capitals, not a description such as “the ferry queen”."""
    words = [word for word in name.split() if fold_name(word) not in PARTICLES]
    return bool(words) and all(word[:1].isupper() or not word[:1].islower() for word in words)


def _add_person(
    words: list[str],
    pseudonym: str,
    whole: list[tuple[int, Form]],
    parts: dict[tuple[str, bool], dict[str, None]],
    initials: dict[tuple[str, ...], dict[str, None]],
    telltales: dict[str, dict[str, None]],
) -> None:
    family, given = words[-1], [word for word in words[:-1] if word not in PARTICLES]
    size = len(" ".join(words))
    particles = [word for word in words[:-1] if word in PARTICLES]
    if particles:
        whole.append((size, Form(_phrase([*particles, family]), pseudonym, _stem(family))))
    if given:
        lead = "".join(rf"(?:{re.escape(word)}{BETWEEN})?" for word in particles)
        parts_ahead = [rf"(?:{_spelled(g)}|{re.escape(g[0])}\.?){BETWEEN}" for g in given]
        some = "|".join(
            first + "".join(rf"(?:{later})?" for later in parts_ahead[n + 1 :]) for n, first in enumerate(parts_ahead)
        )
        middle = r"(?:[^\W\d_]\.?[ -]?)?"  # an initial that was not listed
        ahead = re.compile(rf"{LEFT}(?:{some}){middle}{lead}{_inflected(family)}{RIGHT}")
        after = "|".join([*map(_spelled, given), *(rf"{re.escape(g[0])}\." for g in given)])
        behind = re.compile(rf"{LEFT}{_spelled(family)}{BETWEEN}(?:{after})(?:{BETWEEN}[^\W\d_]\.)?")
        joined = _letters("".join(words))
        whole += [(size + 2, Form(ahead, pseudonym, _stem(family))), (size + 1, Form(behind, pseudonym, _stem(family)))]
        if len(joined) >= 2 * SHORTEST:
            whole.append((size, Form(re.compile(re.escape(joined)), pseudonym, joined)))
        initials.setdefault(tuple(word[0] for word in [*given, family]), {})[pseudonym] = None
    for part in (*given, family):
        capital = part != family or len(part) < SHORTEST
        parts.setdefault((part, capital), {})[pseudonym] = None
        for piece in part.split("-"):
            if len(_letters(piece)) >= INSIDE:
                telltales.setdefault(_letters(piece), {})[pseudonym] = None
            if piece != part and len(piece) >= SHORTEST:
                parts.setdefault((piece, True), {})[pseudonym] = None


def _phrase(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(LEFT + BETWEEN.join([*map(_spelled, words[:-1]), _inflected(words[-1])]) + RIGHT)


def _spelled(word: str) -> str:
    """Return an expression for a word; its hyphens and apostrophes may be missing, or blanks."""
    return "".join(re.escape(c) if c.isalnum() else r"[\W_]{0,2}" for c in word)


def _inflected(word: str) -> str:
    endings = "|".join(sorted(map(re.escape, ENDINGS), key=len, reverse=True))
    ending = rf"(?:[':][^\W\d_]{{0,5}}|{endings})?"
    if len(word) > SHORTEST and word[-1] in VOWELS:
        return rf"(?:{_spelled(word)}{ending}|{_spelled(word[:-1])}(?:{endings}))"
    return _spelled(word) + ending


def _stem(word: str) -> str:
    """Return the letters of a word that every form of it keeps."""
    letters = _letters(word)
    return letters[:-1] if letters[-1:] in VOWELS else letters


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
