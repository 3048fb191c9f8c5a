"""Find the reports, videos, letters … that a document speaks of, so that “the report” can be told from another.

A writing is introduced by “a”, “one”, “another”, a number or an owner, and meant again by “the”, “this”, “it”. Its
issuer is the owner ("the Gazette's report"), the complement ("a report from the Gazette") or the subject of a verb of
publishing in the same sentence ("The institute released a report").
"""

import re
from bisect import bisect_right
from dataclasses import dataclass

from headwater.resolve.cast import Cast, Member
from headwater.resolve.tables import DOCUMENTS, ISSUED, NATIONS, PLATFORMS, PUBLISHER_NOUNS, SEEN, table
from headwater.resolve.tokens import tokens

LOOK_BACK = 60  # characters before the noun in which its determiner stands
LOOK_AHEAD = 60  # characters after it in which "by/from/of NAME" stands
SENTENCE_LOOK_BACK = 200  # characters before it in which the verb of publishing and its subject stand

_WORD = re.compile(r"(?<!\w)[^\W\d_]+(?:-[^\W\d_]+)*(?!\w)")
_NEW = table("a an one another some two three several new")
_AGAIN = table("the this that these those said its his her their our my")
_ISSUED = re.compile(
    r"\b(?:publish(?:e[sd]|ing)?|releas(?:e[sd]|ing)|issu(?:e[sd]|ing)|post(?:ed|ing)|produc(?:e[sd]|ing)"
    r"|put (?:out|up)|distribut(?:e[sd]?|ing)|upload(?:s|ed|ing)?|print(?:s|ed|ing)|air(?:s|ed|ing)"
    r"|broadcast(?:s|ing)?|ran)\b"
)
_NOT_ITS_OWN = table(  # "a study funded by the association" is not the association's
    "funded financed sponsored paid supported backed criticised criticized rejected dismissed denounced condemned"
    " welcomed praised rubbished questioned challenged"
)
_DATED = re.compile(  # "the May 22 poll" is another than "the May 15 poll"
    r"\b(?:Jan|Feb|March|April|May|June|July|Aug|Sept|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}\b"
)
_ASKING = table("poll survey")  # named after where people were asked
_WEEKLY = tuple(PUBLISHER_NOUNS | {"newsletter", "journal", "channel", "station"})
_COMPLEMENT = re.compile(
    rf",?\s{{1,9}}(?:(?:{'|'.join(sorted(ISSUED))})\s{{1,9}}(?:\w{{1,20}}\s{{1,9}}){{0,4}}?by"
    r"|of\s{1,9}(?:[\w,.]{1,15}\s{1,9}){1,4}?by"
    r"|(?:\w{1,40}\s{1,9}){0,2}?(?:by|from|of|in)|on)\s{1,9}(?:the\s{1,9})?(?:[a-z]\w{1,40}\s{1,9}){0,3}"
)
# Words for the same kind of writing: “the study” may be the report named before, “the video” never is.
_KINDS = (
    table("report study paper survey poll review audit assessment analysis census index"),
    table("video clip recording tape film documentary footage broadcast"),
    table("article story editorial commentary column essay post blog segment dispatch account"),
    table("statement declaration communique release notice"),
    table("letter memo memorandum note email e-mail message document"),
    table("lawsuit complaint filing indictment affidavit petition"),
)
_STANDS_FOR = {noun: kind for kind in _KINDS for noun in kind}


@dataclass(slots=True)
class Writing:
    """A thing with words in it: its noun, where it is introduced, who issued it."""

    start: int
    end: int
    noun: str
    issuer: Member | None
    number: int

    def is_a(self, noun: str) -> bool:
        """Whether ``noun`` may mean this kind of writing."""
        return noun == self.noun or noun in _STANDS_FOR.get(self.noun, ())


@dataclass(slots=True)
class Writings:
    """The writings of a document, and which one each place with such a noun means."""

    found: list[Writing]
    _starts: list[int]
    _meant: list[Writing]

    def at(self, start: int, end: int) -> Writing | None:
        """Return the writing that the noun in ``[start, end)`` means."""
        index = bisect_right(self._starts, end - 1) - 1
        return self._meant[index] if index >= 0 and self._starts[index] >= start else None

    def before(self, position: int, nouns: frozenset[str]) -> Writing | None:
        """Return the last writing spoken of before ``position`` whose noun is one of ``nouns``."""
        for index in range(bisect_right(self._starts, position - 1) - 1, -1, -1):
            if self._meant[index].noun in nouns:
                return self._meant[index]
            if position - self._starts[index] > 4000:  # characters; what was shown pages ago is not "the video"
                return None
        return None


def find_writings(text: str, cast: Cast) -> Writings:
    """Return the writings that ``text`` speaks of."""
    found: list[Writing] = []
    starts: list[int] = []
    meant: list[Writing] = []
    recent: dict[str, Writing] = {}
    for match in _WORD.finditer(text):
        noun = match[0].casefold()
        if noun not in DOCUMENTS:
            continue
        start, end = match.span()
        named = text[start].isupper() and cast.at(start, end) is not None  # "the Norden Post"
        if named or text[end : end + 1] == "-" or text[start - 1 : start] == "-":
            continue
        before = _noun_phrase_start(text, start)
        issuer = _issuer(text, cast, before.start, start, end)
        alike = [recent[n] for n in _STANDS_FOR.get(noun, ()) if n in recent]
        known = recent.get(noun) or max(alike, key=lambda writing: writing.start, default=None)
        again = before.again and _DATED.search(text, before.start, start) is None
        if known is not None and again and (issuer is None or known.issuer in (None, issuer)):
            writing = known
            writing.issuer = writing.issuer or issuer
        elif before.again or before.new or issuer is not None:
            writing = Writing(start, end, noun, issuer, len(found))
            found.append(writing)
        else:
            continue  # a verb or a bare noun: "to report", "story after story"
        recent[noun] = writing
        starts.append(start)
        meant.append(writing)
    return Writings(found, starts, meant)


@dataclass(frozen=True, slots=True)
class _Phrase:
    start: int
    new: bool
    again: bool


def _noun_phrase_start(text: str, noun_start: int) -> _Phrase:
    floor = max(0, noun_start - LOOK_BACK)
    before = tokens(text, floor, noun_start)
    follower = noun_start
    for token in reversed(before[-6:]):
        gap = text[token.end : follower]
        if any(mark in gap for mark in '.;:,!?\n()“”"') and not token.stop:
            break
        if token.folded in _NEW:
            return _Phrase(token.start, True, False)
        if token.folded in _AGAIN:
            return _Phrase(token.start, False, True)
        if token.possessive:
            return _Phrase(token.start, True, True)
        follower = token.start
    return _Phrase(follower, False, False)


def _in_brackets(text: str, floor: int, position: int) -> bool:
    return text.rfind("(", floor, position) > text.rfind(")", floor, position)


def _breaks(text: str, start: int, end: int) -> bool:
    return any(mark in text[start:end] for mark in ",.;:()“”\n")


def _is_opener(member: Member) -> bool:
    """Whether a capital only opens a sentence: “Dire data”."""
    return member.doubtful and member.kind is None


def _issuer(text: str, cast: Cast, phrase_start: int, noun_start: int, noun_end: int) -> Member | None:
    owner = cast.at(phrase_start, phrase_start + 1)  # "the Harbour Office's survey", whose phrase opens with "Office"
    if owner is not None and not _is_opener(owner) and not PLATFORMS & set(owner.words):
        return owner
    for _, _, member in cast.before(noun_start, phrase_start):
        placed = " ".join(member.words) in NATIONS and text[noun_start:noun_end].lower() in _ASKING  # "a Texas poll"
        if not placed and not _is_opener(member) and not PLATFORMS & set(member.words):
            return member  # "the Gazette's report", "an Al-Naba editorial"
    link = _COMPLEMENT.match(text, noun_end, noun_end + LOOK_AHEAD)
    if link is not None and not (SEEN | _NOT_ITS_OWN) & set(link[0].split()):
        named = cast.at(link.end(), link.end() + 1)
        if named is not None and PLATFORMS & set(named.words):
            named = None  # "a statement posted on Telegram"
        if named is not None and named.kind != "scripture":
            after = cast.before(link.end() + LOOK_AHEAD, link.end() + 1)  # "in the official Front weekly Beacon"
            closer = [m for start, _, m in after if m.kind == "publisher" and not _breaks(text, link.end(), start)]
            if not closer and text[link.end() : link.end() + LOOK_AHEAD].partition(",")[0].endswith(_WEEKLY):
                closer = [m for start, _, m in after if text[start - 6 : start].endswith((", ", ", The "))]
            return closer[0] if closer else named
    since = max(0, noun_start - SENTENCE_LOOK_BACK)
    floor = max(text.rfind(".", since, noun_start), text.rfind("\n", since, noun_start), since - 1) + 1
    verbs = list(_ISSUED.finditer(text, floor, phrase_start))
    if verbs:
        subjects = [s for s in cast.before(verbs[-1].start(), floor) if not _in_brackets(text, floor, s[0])]
        if subjects:
            return subjects[-1][2]
    return None
