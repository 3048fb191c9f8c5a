"""Read a source span: is it a pronoun, a name, a description, a crowd, or somebody who speaks for another?

The head of the phrase decides (the last word before the first preposition, comma or relative pronoun); a name in
apposition outranks it ("the harbour master, Ines Okoro").
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from headwater.records import Span, SpeakerKind
from headwater.resolve.headlines import in_headline
from headwater.resolve.names import Name, find_names, small_words
from headwater.resolve.tables import (
    CLASSES,
    DOCUMENTS,
    ISSUED,
    MOUTHPIECES,
    ORGANISATION_NOUNS,
    OTHER_PRONOUNS,
    PERSON_NOUNS,
    PERSON_PRONOUNS,
    PLURAL_PRONOUNS,
    RELATIVE_PRONOUNS,
    ROLES,
    SEEN,
    SPEAKER_PRONOUNS,
    THING_PRONOUNS,
    TITLE_COMPANIONS,
    TITLES,
    UNNAMED_NOUNS,
    table,
)
from headwater.resolve.tokens import Token, tokens

Form = Literal["pronoun", "name", "joint", "mouthpiece", "definite", "indefinite", "crowd", "other"]

_DEFINITE = table("such the this that these those his her its their my our said")
_INDEFINITE = table("a an one another some any each every two three four five six seven eight nine ten")
_CROWD = table(
    "many several most few some all both other others more dozens hundreds thousands nearly about almost half part"
    " majority two three four five six seven eight nine ten twelve critics those percent"
)
_PARTS = table("one two three some several many most each part much")
_PREPOSITIONS = table(
    "of for from in with at on by to near among inside within who whom which that whose familiar close briefed speaking"
    " including like against about under before after during named called known over across outside between"
    " reached contacted interviewed involved wounded injured detained arrested displaced living working"
)
_ENDING_HEADS = _PREPOSITIONS | ISSUED | SEEN
LONGEST_DESCRIPTION = 120  # characters
_DESCRIPTION = re.compile(
    r"(?:^|[.,”\"\n] ?)((?:[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ss]everal|[Ss]ome|[Tt]he) (?:[\w’'-]+ ){1,14})\Z"
)
LONGEST_SUBJECT = 80  # characters
_BRACKETS = re.compile(r"\([^()\n]{0,40}\)\.?|, [DRI]-[A-Z][\w.]*")
_PARTY = re.compile(r"[DRI]-[A-Z]")
_AND_MORE = re.compile(r"\band (?:many |several |some )?(?:more|others?)\b")
_AND = re.compile(r"\band(?: (?:the|president|premier|minister|king))? $")
_DWELLERS = table(
    "resident villager inhabitant local citizen islander farmer fisherman shopkeeper neighbour neighbor people"
)
NAMED_AS_REACH = 45  # characters before a name
_NAMED_AS = re.compile(
    r"\b(?:noms? de guerre|pseudonym|alias|kunya|(?:named|identified|known|introduced)(?: [a-z]+){0,5} as)"
    r"(?: of)? [“\"]?\Z"
)
_COMMA = re.compile(r"[,;:()—–]")
_LEADS_AWAY = re.compile(r"\b(?:of|for|from|with|by|to|and|who)\b|[,:]")
_OF_A_PLACE = re.compile(r"\A of [A-ZÀ-Þ][\w.’'-]{1,20}(?: [A-ZÀ-Þ][\w.’'-]{1,20}){0,2}")  # "Ana Ruiz of Norden and …"
_COUPLE = re.compile(
    r"(?:[Tt]he )?(?:[\w-]{1,20} ){0,2}(?:couple|pair|duo|trio|\w{2,20}s), "
)  # "the couple, Ana and …"
_JOINS = re.compile(
    r"(?:,? (?:of|for|from|[DRI]-)[^,;:.]{1,30}+,?)? and (?:the |an? |his |her |its )?(?:[\w’'-]{1,20}+ ){0,4}"
)
_SORTS = table("group movement organisation organization militia network company firm airline newspaper magazine")
_EMBLEMS = table("banner register ledger bulletin dispatch post platform index log column page sign diary")
_VOICES = table("narrator speaker voiceover voice-over announcer presenter subtitles caption")


@dataclass(frozen=True, slots=True)
class Mention:
    """A source span, read.

    ``head`` is the folded head noun of a description, the pronoun itself, or empty; ``name`` the name that the span
    gives to the source; ``owner`` the name or pronoun that possesses or houses it ("the ministry" in "a spokesman for
    the ministry") with its place; ``outlet`` a publisher whose person the source is ("the Gazette's Ana Ruiz").
    """

    span: Span
    form: Form
    head: str
    name: Name | None
    owner: Span | None
    outlet: Span | None
    names: tuple[Name, ...]

    def is_voice(self) -> bool:
        """The narrator or unnamed speaker of a recording, whose words are the recording's."""
        return self.head in _VOICES

    def is_document(self) -> bool:
        """The source is a thing that holds words."""
        return self.head in DOCUMENTS or (self.head.endswith("s") and self.head[:-1] in DOCUMENTS)


def read_mention(text: str, span: Span) -> Mention:
    """Return the source span of ``text`` as a Mention."""
    found = tokens(text, span.start, span.end)
    if not found:
        return Mention(span, "other", "", None, None, None, ())
    if len(found) <= 2 and (pronoun := found[-1].folded) in _PRONOUNS and (len(found) == 1 or found[0].folded == "and"):
        return Mention(span, "pronoun", pronoun, None, None, None, ())
    found_names = find_names(text, span.start, span.end, headlines=True)
    names = tuple(name for name in found_names if not _PARTY.match(text, name.span.start))
    if found[0].folded == "those" and len(found) > 1 and found[1].folded.endswith(("ing", "ed")):
        return Mention(span, "crowd", "those", None, None, None, names)  # "those defending the Harbour Act"
    if joint := _joint(text, span, names):
        return Mention(span, "joint", "", None, None, None, joint)
    if all(token.folded in _DEFINITE | _INDEFINITE | {"and", "of"} or token.text.isdigit() for token in found):
        return Mention(span, "other", "", None, None, None, ())  # a source cut off before its noun
    head_end = _head_end(text, found)
    if len(found) > 2 and found[1].folded == "of" and found[0].folded in _PARTS:  # "one of the videos" is a video
        rest = found[3:] if found[2].folded in _DEFINITE and len(found) > 3 else found[2:]
        head_end = len(found) - len(rest) + _head_end(text, rest)
    head = found[head_end - 1]
    spoken_for = next((t for t in found if t.folded in MOUTHPIECES), None)
    name = _own_name(text, found, head_end, names, spoken_for)
    owner = _owner(text, found, head_end, names, name)
    listed = name is not None and len(names) > 2 and _AND_MORE.search(text, name.span.end, span.end)
    joined = name is not None and _AND.search(text[span.start : name.full.start]) and not _is_office(text, name)
    if name is not None and (listed or joined):
        return Mention(span, "crowd", "", None, None, None, names)  # "the campaign and the Bank of Norden"
    if name is not None and name.kind == "group":
        return Mention(span, "crowd", head.folded, None, owner, None, names)
    if name is not None:
        outlet = _outlet(found, names, name)
        return Mention(span, "name", "", name, None if outlet else owner, outlet, names)
    if spoken_for is not None and owner is not None:
        return Mention(span, "mouthpiece", spoken_for.folded, None, owner, None, names)
    return Mention(span, _form(found, head_end), head.folded, None, owner, None, names)


def has_spokesman(text: str, mention: Mention) -> bool:
    """Whether the source span calls somebody a spokesman."""
    return any(token.folded in MOUTHPIECES for token in tokens(text, mention.span.start, mention.span.end))


def body_before_spokesman(text: str, mention: Mention) -> Mention | None:
    """Return the words before “spokesman” read as a mention: “coast guard” in “coast guard spokesman Erik Vaal”."""
    if mention.owner is not None:
        return None
    found = tokens(text, mention.span.start, mention.span.end)
    at = next((i for i, token in enumerate(found) if token.folded in MOUTHPIECES), 0)
    first = 1 if found and found[0].folded in _DEFINITE | _INDEFINITE else 0
    return read_mention(text, Span(found[first].start, found[at - 1].end)) if at > first else None


def says_what_it_is(text: str, mention: Mention) -> bool:
    """Whether the noun only tells what the name right before it is the name of: “the Desert Lions group”."""
    if mention.owner is None or mention.head not in _SORTS:
        return False
    return text[mention.owner.end : mention.span.end].strip() == mention.head


def kind_of_crowd(mention: Mention) -> SpeakerKind:
    """Return the kind of a source without a name: a class of people is a group."""
    return "group" if mention.names and mention.names[-1].kind == "group" else "unnamed"


def without_owner(text: str, mention: Mention) -> Mention:
    """Return the description without who has what it means: “housing ministry” of “her own housing ministry”."""
    found = tokens(text, mention.span.start, mention.span.end)
    first = next((i + 1 for i, token in enumerate(found[:-1]) if token.possessive), 0)
    while first < len(found) - 1 and found[first].folded in _DEFINITE | {"own"}:
        first += 1
    return replace(mention, span=Span(found[first].start, mention.span.end), owner=None)


def is_words(text: str, name: Name) -> bool:
    """Whether capitals that the text's cast does not have are no name: “Deserters want”, “Ex-Harbour Master: …”."""
    if not in_headline(text, name.span.start):
        return len(name.words) == 1
    return not name.sure or (name.kind == "organisation" and name.words[-1] in ROLES)


def person_before(text: str, position: int) -> Mention | None:
    """Return the description of a person that ends right before ``position``: “a narrator” before “who”."""
    before = tokens(text, max(0, position - LONGEST_SUBJECT), position)
    if not before or before[-1].folded not in PERSON_NOUNS | _VOICES or text[before[-1].end : position] != " ":
        return None
    for token in reversed(before[-5:-1]):
        if token.folded in _DEFINITE | _INDEFINITE:
            return read_mention(text, Span(token.start, before[-1].end))
    return None


def description_before(text: str, position: int) -> Mention | None:
    """Return the description of people right before a verb: “, a senior officer who was there, ” before “said”."""
    match = _DESCRIPTION.search(text[max(0, position - LONGEST_DESCRIPTION) : position])
    if match is None:
        return None
    start = max(0, position - LONGEST_DESCRIPTION)
    mention = read_mention(text, Span(start + match.start(1), start + match.end(1)))
    singular = mention.head.removesuffix("s")
    return mention if mention.name is None and {mention.head, singular} & PERSON_NOUNS else None


def find_subjects(text: str, sentences: Sequence[int]) -> list[Mention]:
    """Return the descriptions of people and writings at the head of sentences: “The narrator …”, “Another video …”."""
    found = []
    for start in sentences:
        words = tokens(text, start, min(len(text), start + LONGEST_SUBJECT))[:6]
        if not words or words[0].folded not in _DEFINITE | _INDEFINITE:
            continue
        for word, following in itertools.pairwise([*words[1:], None]):
            noun = word is not None and (word.folded in _SUBJECTS)
            parted = word is not None and following is not None and "," in text[word.end : following.start]
            if word is None or text[word.start - 1] not in " \u00a0":
                break
            if noun and (following is None or parted or following.folded not in _SUBJECTS):
                found.append(read_mention(text, Span(words[0].start, word.end)))
                break
    return [m for m in found if m.name is None or m.name.key in ORGANISATION_NOUNS]  # "The Commission"


_SUBJECTS = PERSON_NOUNS | DOCUMENTS | ORGANISATION_NOUNS | _VOICES
_PRONOUNS = (
    frozenset(PERSON_PRONOUNS)
    | THING_PRONOUNS
    | PLURAL_PRONOUNS
    | SPEAKER_PRONOUNS
    | RELATIVE_PRONOUNS
    | OTHER_PRONOUNS
)


def _joint(text: str, span: Span, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names of a source that names two or more in a list, the last after “and”: “Ruiz and Okoro”."""
    bare = [name for name in _unbracketed(text, names) if not name.possessive]
    places = {n.span for last, n in itertools.pairwise(bare) if text[last.span.end : n.full.start] == " of "}
    bare = [name for name in bare if name.span not in places]
    people = tuple(name for name in bare if name.kind == "person" and name.sure)
    if len(people) == 2 and _are_joined(text, span, people):
        return people
    if len(bare) > 1 and _is_office(text, bare[-1]) and not (bare[-2].kind == "person" and bare[-2].sure):
        return ()  # "Harbour and Works Department Director Ines Okoro"
    if len(bare) < 2 or bare[0].full.start > span.start + len("both the "):
        return ()  # "insiders in Norden and Almeric"
    between = [text[a.span.end : b.full.start] for a, b in itertools.pairwise(bare)]
    gaps = [_OF_A_PLACE.sub("", _BRACKETS.sub("", gap)).strip() for gap in between]
    listed = gaps[-1] in ("and", ", and", "&", "or", "and the") and all(
        gap in (",", "and", ", and", ", and the", "and the") for gap in gaps
    )
    return tuple(name for name in _unbracketed(text, names) if name.span not in places) if listed else ()


def _is_office(text: str, name: Name) -> bool:
    """Whether a body's name stands before the title of a person: “Works Department Director Ines Okoro”."""
    first = tokens(text, name.full.start, name.span.start)[:1]
    return name.kind == "person" and bool(first) and first[0].folded not in TITLES | TITLE_COMPANIONS


def _are_joined(text: str, span: Span, people: Sequence[Name]) -> bool:
    """Whether “and” joins two people named with what they are: “mayor Ana Ruiz and port chief Ines Okoro”."""
    couple = _COUPLE.fullmatch(text, span.start, people[0].full.start)
    if couple is None and _LEADS_AWAY.search(text, span.start, people[0].full.start):
        return False
    return _JOINS.fullmatch(text, people[0].span.end, people[1].full.start) is not None


def _unbracketed(text: str, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names without what only says where a politician is from: “(D-Norden)”, “, R-Almeric,”."""
    return tuple(
        name
        for name in names
        if text[max(0, name.full.start - 1) : name.full.start] != "(" and not _PARTY.match(text, name.span.start)
    )


def _head_end(text: str, found: list[Token]) -> int:
    """Return the index after the head noun: before the first comma, preposition or relative pronoun."""
    for index in range(1, len(found)):
        gap = text[found[index - 1].end : found[index].start]
        if any(mark in gap for mark in (",", ";", ":", "(", "—", "–", "--")) or found[index].folded in _ENDING_HEADS:
            return _last_word(found, index)
    return _last_word(found, len(found))


def _last_word(found: list[Token], end: int) -> int:
    """Numbers after a noun are no head: “Koran 5:54”, “Article 6”."""
    while end > 1 and found[end - 1].text.isdigit():
        end -= 1
    return end


def _own_name(
    text: str, found: list[Token], head_end: int, names: tuple[Name, ...], spoken_for: Token | None
) -> Name | None:
    """Return the name that the phrase gives to the source itself, not to its owner or place."""
    head = found[head_end - 1]
    for name in names:  # "the spokesman, who uses the nom de guerre Abu Hafs"
        if not name.possessive and _NAMED_AS.search(text, max(0, name.full.start - NAMED_AS_REACH), name.full.start):
            return name
    for name in names:  # "The Minister for Water (Ms. Okoro)"
        if name.titles and text[name.full.start - 1 : name.full.start] == "(" and text.startswith(")", name.span.end):
            return name
    for name in names:
        document = head.folded in DOCUMENTS or head.folded.removesuffix("s") in DOCUMENTS
        if not name.sure and document and not _is_banner(text, name):
            continue  # "New Polls" in a headline
        if name.full.start <= head.start < name.span.end and (not name.possessive or head is found[-1]):
            return name  # "campaign manager Ana Ruiz", "the Norden Bank of Tides"
    if head_end < len(found):
        following = found[head_end]
        names = _apposed(text, following, names)
        gap = text[head.end : following.start]
        for name in names:
            between = text[following.start : name.full.start]
            kindly = name is names[-1] and name.span.end >= found[-1].end and len(name.words) > 1
            behind = name.full.start >= following.start and (
                between in ("", "state ") or (kindly and _KIND.fullmatch(between) is not None)
            )
            apposed = any(mark in gap for mark in (",", "--", "—", "–")) and behind and not name.possessive
            called = (
                following.folded in ("named", "called")
                and name.full.start == found[min(head_end + 1, len(found) - 1)].start
            )
            titled = name.kind == "person" and bool(name.offices)  # "Another rival, state Sen. Ines Okoro"
            role = titled or (_is_role(found[:head_end], head) and name.kind in ("person", None, "organisation"))
            if (apposed and role) or called:
                return name
    if spoken_for is not None or head.folded in ROLES:
        for name in names:  # "a spokesman for the port, Ana Ruiz", "a lawyer for the papers, Ana Ruiz,"
            before = text[max(0, name.full.start - 2) : name.full.start]
            after = text[name.span.end : name.span.end + 1] if name.span.end < found[-1].end else ","
            if before.startswith(",") and after == "," and name.kind == "person" and not name.possessive:
                return name
    return None


_KIND = re.compile(r"(?:[a-z-]{3,20} ){1,3}")  # "her first pick, tide keeper | Ana Ruiz"


def _apposed(text: str, following: Token, names: tuple[Name, ...]) -> tuple[Name, ...]:
    """Return the names without what only says where a person of the same apposition is from: “the rower, Vail’s Ada
    Quill”, “the leader, Norden senator Ada Quill”."""
    opens = [name for name in names if name.full.start == following.start and name.kind != "person"]
    people = [name for name in names if name.kind == "person" and name.sure]
    for person in people if opens else []:
        start = person.full.start
        if opens[0].span.end < start and _COMMA.search(text, following.start, start) is None:
            moved = replace(person, full=Span(following.start, person.full.end))
            return tuple(moved if other is person else other for other in names if other is not opens[0])
    return names


def _is_banner(text: str, name: Name) -> bool:
    """Whether a thing that groups and papers are named after is a name here: “the Banner”, never written small."""
    if len(name.words) > 1 or name.words[0] not in _EMBLEMS or name.words[0] in small_words(text):
        return False
    return text[max(0, name.span.start - 4) : name.span.start] in ("the ", "The ") and not in_headline(
        text, name.span.start
    )


def _is_role(phrase: list[Token], head: Token) -> bool:
    return head.folded in ROLES or head.folded in ORGANISATION_NOUNS or phrase[0].folded in ("the", "his", "her", "its")


def _owner(text: str, found: list[Token], head_end: int, names: tuple[Name, ...], own: Name | None) -> Span | None:
    """Return the place of the one the source belongs to: possessor, complement of “for/of/with …”, or first noun."""
    for name in names:
        if name.possessive and name is not own:
            return name.span
    if found[0].folded in ("his", "her", "their", "its", "our", "my"):
        return Span(found[0].start, found[0].end)
    for index in range(head_end):
        if found[index].possessive and found[index].end <= found[head_end - 1].start:
            return Span(found[0].start, found[index].end)  # "the ministry's spokesman"
    inside_own = own is not None and head_end < len(found) and found[head_end].start < own.span.end
    link = head_end
    head = found[head_end - 1].folded
    if head.removesuffix("s") in _DWELLERS and link < len(found) and found[link].folded in ("of", "from", "in", "at"):
        return None  # "a resident of Norden" is nobody's
    if link < len(found) and found[link].folded in ISSUED:
        link = next((k for k in range(link, len(found)) if found[k].folded == "by"), len(found))
    if (
        link + 1 < len(found)
        and not inside_own
        and found[link].folded in ("for", "of", "with", "at", "from", "by", "in", "to")
    ):
        start = found[link + 1].start
        for name in names:
            if name.full.start >= start and name is not own and (own is None or name.full.start >= own.span.end):
                gap = text[start : name.full.start].strip().casefold()
                if gap in ("", "the", "a", "an") or len(gap.split()) <= 4:
                    return name.span if not name.possessive else None
        finish = link + 1
        while finish + 1 < len(found) and text[found[finish].end : found[finish + 1].start] == " ":
            if found[finish + 1].folded in _PREPOSITIONS and found[finish + 1].folded != "of":
                break
            finish += 1
        return Span(start, found[finish].end)
    for name in names:
        if own is None and name.full.end <= found[head_end - 1].start:
            return name.span  # "the White House spokesman", "a Gazette report"
    return None


def _outlet(found: list[Token], names: tuple[Name, ...], own: Name) -> Span | None:
    """Return the publisher that the named person writes for: “the Gazette's Ana Ruiz”, “Ana Ruiz of the Gazette”."""
    for name in names:
        if name is own or own.kind not in ("person", None):
            continue
        if name.possessive and name.span.end < own.full.start and name.kind == "publisher":
            return name.span
        between = [t.folded for t in found if own.span.end <= t.start < name.full.start]
        if name.kind == "publisher" and between and between[0] in ("of", "from", "at", "with") and len(between) <= 2:
            return name.span
    return None


def _form(found: list[Token], head_end: int) -> Form:
    head = found[head_end - 1]
    first = found[0].folded
    if head.folded in CLASSES or first in _CROWD or first.isdigit() or (first[0].isdigit()):
        return "crowd"
    if first in _DEFINITE or any(token.possessive for token in found[:head_end]):
        return "definite"
    if first in _INDEFINITE:
        return "indefinite"
    if _is_plural(head) or head.folded in UNNAMED_NOUNS:
        return "crowd"
    return "other"


def _is_plural(head: Token) -> bool:
    word = head.folded
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is"))
