"""Find names by their shape: runs of capitalised words, split into titles and name, with the kind their words tell.

A rule-based reading in the manner of Mikheev, Moens and Grover (1999, "Named entity recognition without gazetteers"):
capitals, titles, given names and heads of organisations decide; a word that only begins a sentence is not a name.
Limits: scripts without capitals give no names; a name of two unknown words is taken for a person's unless “the”
stands before it.
"""

import functools
import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.links import LinkBox, find_link_boxes
from headwater.publishers import AGENCIES, PUBLISHER_HEADS
from headwater.records import Span, SpeakerKind
from headwater.resolve.given_names import FEMALE, MALE
from headwater.resolve.headlines import Parts, is_shouted, part_titles
from headwater.resolve.kinds import Gender, gender_of, kind_of
from headwater.resolve.tables import (
    ADJECTIVES,
    COURTESY,
    DEITIES,
    DOCUMENTS,
    KUNYAS,
    LINKERS,
    NATIONS,
    NO_NAME,
    ORGANISATION_HEADS,
    PARTICLES,
    PARTISANS,
    PERIODICALS,
    ROLES,
    SPEAKING,
    TITLES,
    TOPICS,
    UNNAMED_NOUNS,
    table,
)
from headwater.resolve.titles import borne_titles, is_given, is_surname, may_be_given, titles_end
from headwater.resolve.tokens import Token, is_abbreviation, tokens
from headwater.words import fold

LONGEST_WORD = 60  # characters; longer ones are no words
LONGEST_NAME = 12  # words; longer runs of capitals are headlines or lists
LONGEST_TITLED = 4  # words of a title with a given name, an initial and a surname
_CALLED = TITLES | ROLES
_MANY = frozenset({"people", "women", "men", "children"})
SAINTS = frozenset({"el", "san", "santa", "sao", "st"})  # words before a given name that make it a place's
_NO_SURNAME = NO_NAME | ROLES | TITLES | ORGANISATION_HEADS | PUBLISHER_HEADS
_NO_SHOUTED_SURNAME = NO_NAME | SPEAKING | ROLES | TITLES | ORGANISATION_HEADS | LINKERS - PARTICLES
_MONTH_NAMES = frozenset({"jan", "jun", "april", "may", "june", "august", "will"})
_BEFORE_MONTH = table("in on of until since by last next from to through early late mid this every")
_CLOSING = table("now today first here always without")  # in "Verity Now", "Rowers Without Oars"; small anywhere else
_SMALL_WITHIN = NO_NAME - PARTICLES - ORGANISATION_HEADS - _CLOSING  # capitals that end a name
_ACRONYMS = re.compile(r"[A-Z]{2,20}s")  # "MPs", "NGOs": many, no name
_PARTICIPLE = re.compile(r"[A-Z][a-z]{2,14}ing")
_VOWEL = re.compile(r"[AEIOUYÀ-Ý]")
_SMALL = re.compile(r"(?<![\w#@/])[a-zà-ÿ][^\W\d_]*+(?!\d)")  # not "#okoro2032"
_ARTICLE_BEFORE = re.compile(r"\b[Tt]he\s$")


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a text: ``span`` without titles, ``full`` with them, ``words`` folded.

    ``kind`` is None where one unknown word tells nothing. ``possessive`` where ’s follows.
    """

    span: Span
    full: Span
    words: tuple[str, ...]
    titles: tuple[str, ...]
    kind: SpeakerKind | None
    gender: Gender | None
    possessive: bool
    sure: bool

    @property
    def offices(self) -> frozenset[str]:
        """The titles that tell an office ("President"), not only a gender ("Mrs.")."""
        return frozenset(self.titles) & TITLES - COURTESY

    @property
    def key(self) -> str:
        """The name's words for comparison, initials left out where two words remain."""
        core = [word for word in self.words if len(word) > 1]
        return " ".join(core if len(core) >= 2 else self.words)


def find_names(text: str, start: int = 0, end: int | None = None, *, headlines: bool = False) -> list[Name]:
    """Return the names in ``text[start:end]`` in text order.

    Of lines in title case (headlines) only given names with the word after them, unless ``headlines`` is set. Of a
    text that is all in capitals given names with the word after them, nations, agencies and what cannot be a word.

    >>> text = "The harbour master Ines Okoro told the Almeric Post."
    >>> [(name.span.of(text), name.kind) for name in find_names(text)]
    [('Ines Okoro', 'person'), ('Almeric Post', 'publisher')]
    """
    stop = len(text) if end is None else end
    names: list[Name] = []
    if is_shouted(text):
        return _names_among_capitals(text, tokens(text, start, stop))
    common = _common_words(text, start, stop)
    boxes = find_link_boxes(text)
    position = start
    while position < stop:
        newline = text.find("\n", position, stop)
        line_end = stop if newline < 0 else newline
        line = [token for token in tokens(text, position, line_end) if not _in_box(boxes, token)]
        parts = Parts([line], []) if headlines else part_titles(text, line)
        for part in parts.running:
            names += _names_of_line(text, part, common)
        for part in parts.titles:
            names += _names_of_headline(text, part)
        position = line_end + 1
    return sorted(names, key=lambda name: name.span)


def _in_box(boxes: Sequence[LinkBox], token: Token) -> bool:
    """Whether a word stands among links to other articles; the full name there counts where the text lacks it."""
    for box in boxes:
        if box.span.start <= token.start < box.span.end:
            return token.start >= box.name.end or fold(box.before).removesuffix(".") not in TITLES
    return False


def _names_of_line(text: str, line: Sequence[Token], common: frozenset[str]) -> list[Name]:
    names: list[Name] = []
    index = 0
    while index < len(line):
        borne = _is_month_name(text, line, index) or _is_may(text, line, index)
        if not _begins_name(line[index]) and not _is_most_high(line, index) and not borne:
            index += 1
            continue
        finish = _run_end(text, line, index)
        if finish - index > 1 and _opens_sentence(text, line, index) and _is_opener(text, line, index, common):
            index += 1  # "Injecting Okoro into the race ..." names Okoro
            continue
        if finish - index == 1 and line[index].folded in ADJECTIVES and not line[index].text.isupper():
            index += 1
            continue
        plain = finish - index == 1 and _is_noun(line[index], common) and not is_surname(text, line[index])
        if plain and _opens_sentence(text, line, index):
            index += 1  # "Sources said", "Experts differ"
            continue
        if finish - index == 1 and _ACRONYMS.fullmatch(line[index].text):
            index += 1
            continue
        name = _read_run(text, line, index, finish)
        if name is not None:
            names.append(name)
        index = finish
    return names


def _names_of_headline(text: str, line: Sequence[Token]) -> list[Name]:
    """Return what is surely a name among capitals: a given name and the word after it."""
    names = []
    for left, right in itertools.pairwise(line):
        given = left.folded in MALE or left.folded in FEMALE
        plain = right.is_capital and right.folded not in _NO_SURNAME
        if given and plain and right.folded.isalpha() and not left.possessive and _adjacent(text, left, right):
            gender: Gender = "male" if left.folded in MALE else "female"
            span = Span(left.start, right.end)
            words = (left.folded, right.folded)
            names.append(Name(span, span, words, (), "person", gender, right.possessive, True))
    return names


def _names_among_capitals(text: str, line: Sequence[Token]) -> list[Name]:
    """Return what is surely a name where all is in capitals: given names with a surname, agencies, nations, “FMLN”."""
    names = []
    index = 0
    while index < len(line):
        token, finish = line[index], index + 1
        before = line[index - 1].folded if index else ""
        begins = token.folded in (MALE | FEMALE) - NO_NAME - ADJECTIVES - DEITIES and before not in SAINTS
        while begins and finish < len(line) and is_given(line[finish - 1]) and _follows(text, line, finish):
            finish += 1
        words = tuple(t.folded for t in line[index:finish])
        if len(words) > 1 and not is_given(line[finish - 1]):
            gender: Gender = "male" if words[0] in MALE else "female"
            names.append(_plain_name(line[index:finish], "person", gender))
        elif token.folded in _shouted_surnames(text) and not token.possessive:
            names.append(_plain_name([token], "person", None))
        elif token.folded in AGENCIES:
            names.append(_plain_name([token], "publisher", None))
        elif len(token.text) > 2 and (token.folded in NATIONS or _is_acronym(token)):
            names.append(_plain_name([token], "organisation", None))
        index = finish
    return names


@functools.lru_cache(maxsize=16)
def _shouted_surnames(text: str) -> frozenset[str]:
    """Return the surnames of the people whom a text in capitals names in full: “HOLM SAID”, after “MARTIN HOLM”."""
    line = tokens(text, 0, len(text))
    found = set()
    for index in range(len(line) - 1):
        if line[index].folded in (MALE | FEMALE) - NO_NAME - ADJECTIVES - DEITIES and _follows(text, line, index + 1):
            found.add(line[index + 1].folded)
    return frozenset(found - MALE - FEMALE - PARTICLES)


def _follows(text: str, line: Sequence[Token], index: int) -> bool:
    """Whether the word may go on a name that a given name begins."""
    before, token = line[index - 1], line[index]
    taken = token.folded in _NO_SHOUTED_SURNAME
    return not taken and token.folded.isalpha() and not before.possessive and _adjacent(text, before, token)


def _is_acronym(token: Token) -> bool:
    return token.text.isalpha() and not _VOWEL.search(token.text)


def _plain_name(found: Sequence[Token], kind: SpeakerKind, gender: Gender | None) -> Name:
    span = Span(found[0].start, found[-1].end)
    return Name(span, span, tuple(t.folded for t in found), (), kind, gender, found[-1].possessive, True)


def _common_words(text: str, start: int, end: int) -> frozenset[str]:
    """Return the words that the text also writes small, given names and titles left out."""
    found = {fold(match[0]) for match in _SMALL.finditer(text, start, end)}
    return frozenset(found - MALE - FEMALE - TITLES - ORGANISATION_HEADS - PUBLISHER_HEADS)


@functools.lru_cache(maxsize=16)
def small_words(text: str) -> frozenset[str]:
    """Return the words that a text writes small somewhere: these are no names where they open a sentence."""
    return _common_words(text, 0, len(text))


def _is_opener(text: str, line: Sequence[Token], index: int, common: frozenset[str]) -> bool:
    """Whether a word before a name only opens the sentence: the text writes it small, or has the name without it."""
    first, second = line[index], line[index + 1]
    if first.folded in common or _PARTICIPLE.fullmatch(first.text) is None:
        return first.folded in common
    plain = second.folded not in TITLES | ORGANISATION_HEADS | PUBLISHER_HEADS | ROLES and len(second.text) > 2
    known = first.folded not in MALE | FEMALE | NATIONS and text.count(second.text) > max(1, text.count(first.text))
    return plain and known  # "Backing Okoro was wrong"


def _is_noun(token: Token, common: frozenset[str]) -> bool:
    word = token.folded
    return (
        word in common or word in UNNAMED_NOUNS or word in DOCUMENTS or word in ROLES or word.removesuffix("s") in ROLES
    )


def _opens_sentence(text: str, line: Sequence[Token], index: int) -> bool:
    if index == 0:
        return True
    gap = text[line[index - 1].end : line[index].start]
    return any(mark in gap for mark in '.!?:“"') and not (line[index - 1].stop and is_abbreviation(line[index - 1]))


def _begins_name(token: Token) -> bool:
    return token.is_capital and token.folded not in NO_NAME and len(token.text) <= LONGEST_WORD


def _is_most_high(line: Sequence[Token], index: int) -> bool:
    """Whether “Most” begins a name of God."""
    return line[index].text == "Most" and index + 1 < len(line) and line[index + 1].text == "High"


def _is_month_name(text: str, line: Sequence[Token], index: int) -> bool:
    """Whether a month's name is somebody's: “Jun Okoro”, “April Lund”."""
    if line[index].folded not in _MONTH_NAMES or not line[index].is_capital or index + 1 >= len(line):
        return False
    after = line[index + 1]
    if line[index].folded == "will" and _opens_sentence(text, line, index):
        return False  # "Will Congress act?"
    plain = after.is_capital and after.text.isalpha() and after.folded not in NO_NAME | TITLES | ORGANISATION_HEADS
    return plain and not line[index].stop and _adjacent(text, line[index], after)


def _is_may(text: str, line: Sequence[Token], index: int) -> bool:
    """Whether “May” is the surname of somebody whom the text names in full, and no month."""
    token = line[index]
    if token.text != "May" or "may" not in borne_titles(text) or (index and line[index - 1].folded in _BEFORE_MONTH):
        return False
    return not text[token.end : token.end + 2].strip().isdigit()


def _belongs_to_many(text: str, line: Sequence[Token], index: int) -> bool:
    """Whether a plural owner before ``index`` is a part of a body's name: “the Karsat Relatives' Committee”, “the
    People's Party”, “the Women's Tide Center”."""
    owners = line[index - 1]
    gap = text[owners.end : line[index].start].replace("’", "'")
    many = (gap == "' " and owners.text.endswith("s")) or (gap == "'s " and owners.folded in _MANY)
    head = line[index].is_capital and line[index].folded in PUBLISHER_HEADS
    return many and (head or _ends_in_head(text, line, index))


def _run_end(text: str, line: Sequence[Token], first: int) -> int:
    """Return the index after the last word of the run that begins at ``first``."""
    index = first + 1
    while index < len(line) and index - first < LONGEST_NAME:
        before = line[index - 1]
        if _belongs_to_many(text, line, index):
            index += 1
            continue
        if before.possessive or (before.stop and not is_abbreviation(before)):
            break
        if not _adjacent(text, before, line[index]):
            break
        if line[index].is_capital:
            small = line[index].folded in _SMALL_WITHIN and line[index].text != "May"
            if small and not _is_middle(before, line[index]):
                break
            index += 1
            continue
        if line[index].text.isdigit() and before.folded in ("channel", "radio", "article", "sura", "surah"):
            index += 1
            continue
        jump = _linkers_end(text, line, first, index)
        if jump is None:
            break
        index = jump
    return index


def _is_middle(before: Token, token: Token) -> bool:
    """Whether a word is a middle initial that is spelt like a word: "David A. Okoro", "Ines I. Ostler"."""
    return token.stop and len(token.text) == 1 and is_given(before)


def _adjacent(text: str, left: Token, right: Token) -> bool:
    gap = text[left.end + (2 if left.possessive else 0) + (1 if left.stop else 0) : right.start]
    return gap in (" ", "\u00a0")


def _linkers_end(text: str, line: Sequence[Token], first: int, index: int) -> int | None:
    """Return the index of the capital that lower-case linkers at ``index`` lead to, None where they lead out."""
    left = {token.folded for token in line[first:index]}
    reach = index
    while reach < len(line) and reach - index < 3 and line[reach].folded in LINKERS and not line[reach].is_capital:
        if not _adjacent(text, line[reach - 1], line[reach]):
            return None
        reach += 1
    if reach >= len(line) or not line[reach].is_capital or not _adjacent(text, line[reach - 1], line[reach]):
        return None
    links = [token.folded for token in line[index:reach]]
    if all(link in PARTICLES for link in links):
        return reach
    if links in (["and"], ["&"]) and line[index - 1].folded in TOPICS and _ends_in_head(text, line, reach):
        return reach  # "the Health and Works Inspectorate"
    person = index - first > 2 and _ends_in_person(line[first:index])  # "Senate Leader Ines Okoro of Norden"
    opens = (bool(left & (ORGANISATION_HEADS | PERIODICALS)) and not person) or line[index - 1].folded in TITLES
    if links[0] in ("of", "for") and opens:
        return reach
    if links == ["of"] and line[index - 1].folded in ("messenger", "prophet", "apostle", "book"):
        return reach  # "the Messenger of God"
    if links == ["the"] and line[first].folded in KUNYAS:
        return reach  # "Abu Hafs the Tall"
    if (
        links[0] in ("and", "&")
        and left & ORGANISATION_HEADS
        and any(t.folded in ("of", "for") for t in line[first:index])
    ):
        return reach if line[reach].folded not in TITLES or _is_purpose(text, line, index, reach) else None
    return reach if links[0] == "&" else None


def _ends_in_person(run: Sequence[Token]) -> bool:
    """Whether a run of capitals ends in a title, a given name and a surname."""
    titles = [at for at, token in enumerate(run[:-2]) if token.folded in _CALLED]
    return bool(titles) and run[titles[-1] + 1].folded in MALE | FEMALE and len(run) - titles[-1] <= LONGEST_TITLED


def _is_purpose(text: str, line: Sequence[Token], index: int, reach: int) -> bool:
    """Whether a title behind “and” is what a body is for, and nobody's: “the Centre for Law and Justice said”."""
    after = line[reach + 1] if reach + 1 < len(line) else None
    alone = after is None or not (after.is_capital and _adjacent(text, line[reach], after))
    return alone and line[index - 1].folded in TOPICS | {"law", "peace", "truth"}


def _ends_in_head(text: str, line: Sequence[Token], index: int) -> bool:
    """Whether the capitals from ``index`` on have the head of an organisation among their first three."""
    for at in range(index, min(len(line), index + 3)):
        if not line[at].is_capital or (at > index and not _adjacent(text, line[at - 1], line[at])):
            return False
        if line[at].folded in ORGANISATION_HEADS:
            return True
    return False


def _read_run(text: str, line: Sequence[Token], first: int, finish: int) -> Name | None:
    run = line[first:finish]
    cut = titles_end(run)
    cut = 0 if cut == 1 and _is_unknown_given_name(text, line, first, finish) else cut
    titles, core = run[:cut], _without_repetition(run, cut)
    if not core and len(run) == 1 and is_surname(text, run[0]):
        core = run  # "King", after "Peter King"
        titles = run[:0]
    if not core:
        return None  # an office alone ("the Prime Minister"): a description, not a name
    words = tuple(token.folded for token in core)
    if words[-1] in PARTISANS:
        return None  # "the Norden Republican": a description
    article = _ARTICLE_BEFORE.search(text, max(0, run[0].start - 5), run[0].start) is not None
    role = _role_before(text, line, first, core[-1].end)
    kind, sure = kind_of(core, words, bool(titles), article, role)
    if len(core) == 1 and kind is None and core[0].folded in NO_NAME and not is_surname(text, core[0]):
        return None
    gender = gender_of(words, titles, role) if kind in ("person", None) else None
    return Name(
        Span(core[0].start, core[-1].end),
        Span(run[0].start, core[-1].end),
        words,
        tuple(token.folded for token in titles),
        kind,
        gender,
        core[-1].possessive,
        sure,
    )


def _is_unknown_given_name(text: str, line: Sequence[Token], first: int, finish: int) -> bool:
    """Whether a word before “Joy Okoro” is a part of the name, as the text nowhere names Joy Okoro without it."""
    run = line[first:finish]
    if len(run) != len(("Brianne", "Joy", "Okoro")) or not may_be_given(run[0]):
        return False
    if _ARTICLE_BEFORE.search(text, max(0, run[0].start - 5), run[0].start) or _opens_sentence(text, line, first):
        return False  # "Enter Joy Okoro"
    return text.count(text[run[1].start : run[2].end]) == text.count(text[run[0].start : run[2].end])


def _role_before(text: str, line: Sequence[Token], first: int, end: int) -> str:
    """Return the word in small letters before a run that ends at ``end``; none in “left the site,” Ruiz said."""
    before = line[first - 1] if first else line[first]
    if before.is_capital or before.stop:
        return ""
    apposed = text[before.end : line[first].start] == ", " and text[end : end + 1] in {",", ".", ";", ")"}
    return before.folded if apposed or _adjacent(text, before, line[first]) else ""  # "its weekly, Al-Dawn."


def _without_repetition(run: Sequence[Token], cut: int) -> Sequence[Token]:
    """Return the name behind its titles, as the fuller of two forms where both stand there.

    Link boxes of pages leave “Okoro Ines OkoroSenator” in their texts.
    """
    for at, token in enumerate(run):
        for before in range(at - 1):  # with a given name between the two
            first = run[before]
            end = len(first.text)
            if end < 3 or not token.folded.startswith(first.folded):
                continue
            if token.text[end : end + 1].isupper():
                name = Token(token.start, token.start + end, token.text[:end], first.folded, False, False)
                return [*run[before + 1 : at], name]
            if token.folded == first.folded and not before and at == len(run) - 1 and run[1].is_capital:
                return run[cut or 1 :]
    return run[cut:]


@functools.lru_cache(maxsize=1 << 14)
def bare_name(name: str) -> str:
    """Return a name folded for comparison: no article, initials, punctuation or titles.

    >>> bare_name("The Almeric Post"), bare_name("Dr. Ines B. Okoro")
    ('almeric post', 'ines okoro')
    """
    words = [token.folded for token in tokens(name, 0, len(name))]
    while len(words) > 1 and words[0] in ("the", "a", "an", "der", "die", "das", "le", "la"):
        words = words[1:]
    while len(words) > 2 and words[0] in TITLES:
        words = words[1:]
    core = [word for word in words if len(word) > 1]
    return " ".join(core if len(core) >= 2 else words)
