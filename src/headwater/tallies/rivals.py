"""Whether two figures with different values are rivals: one thing, one event, two voices that can be told apart.

A conflict is what a fact-checker acts on, so every doubt decides against it. The counted thing must be named with what
happened to it, or with what is said of it in the same words; a share or a sum without a counted thing is never a rival.
Inside one document two named sources are needed: a writer who gives two figures himself counts two things.
Known limits: English; sources are told apart by their words, so one body under two names passes for two.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from headwater.figures.movements import Movement
from headwater.figures.vocabulary import FUNCTION, listed
from headwater.records import Analysis, Attribution, Figure
from headwater.tallies.events import TITLES, Setting, overlap
from headwater.words import words

_AHEAD = 120  # code points behind a figure in which the rest of its clause is read
_SAID = 12  # words of a clause or a source that are compared
_CLAUSE = re.compile(r"[,;.:!?()\[\]\n–—\"“”]")
_REASON = re.compile(r"\b(?:because|for \w+ing|for the \w+ing)\b", re.IGNORECASE)
_PARTITIVE = re.compile(r"\bof (?:the|those|these|them|whom|its|their)\b", re.IGNORECASE)
_PLACE = re.compile(r"\b(?:in|from|at|near)\s+([A-Z]\w+)")
_SEATED = re.compile(r"(?<![A-Z]\w )\b([A-Z]\w+)\s+([a-z]{4,})\b")  # "Tarsk hospital", "Torrick police"
_OTHERS = frozenset({"other", "others", "another", "more", "further", "additional"})
TELLING = 10  # from which on equal counts are taken for the same although little else shows it
LEAST = 2  # "one person was wounded" tells of a person, not of a toll
MOST_APART = 10  # times; in one document "126 dead" and "killed four" are further apart than two counts of one event
MOST_OPEN = 3  # times; "at least 16,933" and "about 200,000" meet, but not because they count the same dead
_BODIES = TITLES | listed(
    """
    committee institute observatory union party authority police hospital ministry office bureau council university
    centre center group foundation association commission service department network society court company army
    """
)
_EMPTY = listed(
    """
    a an the of in on at to by for from with and or but that which who was were is are be been being has have had it
    its their his her they he she we this these those as than more also only not no said says say according now so far
    """
)
_POINTING = listed(
    """
    he she it they we you i who which that this these those one others another group fund agency company study report
    poll survey researchers authors author writers organisation organization body foundation centre center institute
    article version paper newspaper statement document source sources analysis spokesman spokeswoman official officials
    man woman former latest earlier new following
    """
)


@dataclass(frozen=True, slots=True)
class Tally:
    """A figure with what decides whether and how it compares; ``narrowed`` are words that make the thing narrower.

    ``movement`` says how the count moved to the number, where the text tells it so.
    """

    figure: Figure
    thing: tuple[str, str]
    narrowed: frozenset[str]
    said: frozenset[str]
    setting: Setting
    source: str
    source_places: frozenset[str]
    attributed: bool
    is_part: bool
    movement: Movement | None
    published: str
    publisher: str
    words: str

    @property
    def order(self) -> tuple[str, str, str, int, str]:
        """Time first, so that neighbours are close in time and an update follows what it updates."""
        return (self.setting.last or "", self.published, self.figure.document, self.figure.start, self.figure.id)

    @property
    def is_bare(self) -> bool:
        """Whether only a unit is known: two sums of dollars measure anything."""
        return self.figure.unit is not None and not self.figure.counts


def said_of(analysis: Analysis, figure: Figure) -> frozenset[str]:
    """Return the words that tell in the figure's clause what is said of the counted."""
    return frozenset(_content(_clause(analysis, figure)))


def reason_of(analysis: Analysis, figure: Figure) -> frozenset[str]:
    """Return the words of the reason that narrows the counted: "116 were held because they had sold grain"."""
    clause = _clause(analysis, figure)
    found = _REASON.search(clause)
    return frozenset(_content(clause[found.start() :])) if found else frozenset()


def is_share(written: str) -> bool:
    """Whether the words count some of a whole: "nine of the dead" is no rival of "41 people"."""
    return bool(_PARTITIVE.search(written))


def source_words(analysis: Analysis, attribution: Attribution | None) -> str:
    """Return the words that name who gives the figure, sorted; empty where they only point back ("the group said")."""
    if attribution is None:
        named = analysis.document.publisher or ""
    else:
        named = " ".join(span.of(analysis.document.text) for span in attribution.source)
    return " ".join(sorted({word for word in _content(named) if word not in _POINTING}))


def places_of(analysis: Analysis, attribution: Attribution | None) -> frozenset[str]:
    """Return where the source is: "police in Seattle", "the Dunmere hospital" tell of Seattle and of Dunmere."""
    if attribution is None:
        return frozenset()
    named = " ".join(span.of(analysis.document.text) for span in attribution.source)
    seated = {match[1].lower() for match in _SEATED.finditer(named) if match[2] not in FUNCTION}
    return frozenset(match[1].lower() for match in _PLACE.finditer(named)) | (seated - FUNCTION)


def same_source(left: Tally, right: Tally) -> bool:
    """Whether both are given by one source: "Okoro" and "harbour master Ines Okoro" share a word."""
    return bool(set(left.source.split()) & set(right.source.split()))


def counts_on(left: Tally, right: Tally) -> bool:
    """Whether ``right`` is larger and later: the text says that the count rose to it, or one source counts again."""
    least, most = left.figure.value or left.figure.low or 0.0, right.figure.value or right.figure.low or 0.0
    if most <= least:
        return False
    if right.movement == "rose" and left.figure.document == right.figure.document:
        return left.figure.end < right.figure.start
    if right.movement == "rose":
        return bool(left.published) and left.published[:10] <= right.published[:10]
    days = left.setting.last or left.published, right.setting.last or right.published
    return all(days) and days[0] < days[1] and same_source(left, right)


def one_may_be_wrong(left: Tally, right: Tally) -> bool:
    """Whether two publishers give the same source's count within a day, so that one of them may only misreport it."""
    apart = days_apart(left, right)
    given = left.attributed and right.attributed and right.movement is None and apart is not None and apart < 2
    return given and same_source(left, right) and left.publisher != right.publisher


def two_voices(left: Tally, right: Tally) -> bool:
    """Whether two sources that are both named give the figures."""
    named = left.attributed and right.attributed and left.source and right.source
    return bool(named) and not same_source(left, right)


def one_event(left: Tally, right: Tally) -> bool:
    """Whether nothing says that the figures hold for other times or places.

    A window inside another is another window: the dead of a day are no rivals of the dead of its year.
    """
    known = left.setting.first is not None, right.setting.first is not None
    if known == (True, True) and not _same_window(left, right):
        return False
    if known[0] != known[1] and left.figure.document == right.figure.document:
        return False
    beside = [_places(tally) for tally in (left, right)]
    return not all(beside) or bool(beside[0] & beside[1])


def one_thing(left: Tally, right: Tally) -> bool:
    """Whether both count the same specific thing, with the same words that make it narrower."""
    if left.is_bare or right.is_bare or left.narrowed != right.narrowed:
        return False
    if counts_the_rest(left) or counts_the_rest(right) or not _are_alike_in_size(left, right):
        return False
    if left.figure.unit is None and left.thing[1]:
        return True
    return bool(left.said) and left.said == right.said


def counts_the_rest(tally: Tally) -> bool:
    """Whether the figure counts what another left over: "two dead and seven others wounded"."""
    return any(word.folded in _OTHERS for word in words(tally.figure.counts or ""))


def may_agree(left: Tally, right: Tally) -> bool:
    """Whether two figures whose ranges meet are near enough to be of one count; "up to 4,000" and "up to 5,000" meet
    wherever the count is low, but nobody gives it so."""
    if all(t.figure.qualifier is not None and t.figure.qualifier.kind == "at_most" for t in (left, right)):
        return left.figure.value == right.figure.value
    low, high = sorted(tally.figure.value or tally.figure.low or 0.0 for tally in (left, right))
    return high <= low * MOST_OPEN


def _are_alike_in_size(left: Tally, right: Tally) -> bool:
    low, high = sorted(tally.figure.value or tally.figure.low or 0.0 for tally in (left, right))
    return low >= LEAST and (left.figure.document != right.figure.document or high <= low * MOST_APART)


def is_told_apart(left: Tally, right: Tally, names: Sequence[str]) -> bool:
    """Whether shared names and windows are narrow enough to say that two counts are of one event.

    A name that is also the source's says nothing of the event, and in a whole year one place sees several events.
    """
    sources = set(left.source.split()) | set(right.source.split())
    beside = [name for name in names if not set(name.split()) <= sources]
    first, last = left.setting.first or "", min(left.setting.last or "", right.setting.last or "")
    whole_year = first.endswith("-01-01") and last.endswith("-12-31")
    return len(beside) > whole_year


def shared_heads(left: Tally, right: Tally) -> list[str]:
    """Return the names beside both figures or at the head of their texts, sorted; no names of papers and offices."""
    beside = (left.setting.names | left.setting.lead) & (right.setting.names | right.setting.lead)
    return sorted(name for name in beside if not _is_body(name))


def common_names(left: Tally, right: Tally) -> list[str]:
    """Return the names that both texts give for an event, without those of the sources, sorted.

    What a body is named after may tell of the event: "the Torrick hospital", "the Torrick Relatives' Committee".
    """
    sources = {
        word for t in (left, right) for word in set(t.source.split()) - t.source_places if not _is_body(t.source)
    }
    return [name for name in shared_heads(left, right) if not set(name.split()) <= sources]


def _is_body(name: str) -> bool:
    return bool(_BODIES & set(name.split()))


def days_apart(left: Tally, right: Tally) -> int | None:
    """Return the days between both texts, None where the day of one is not known."""
    try:
        days = [date.fromisoformat(tally.published[:10]) for tally in (left, right)]
    except ValueError:  # only a year, or a month
        return None
    return abs((days[0] - days[1]).days)


def in_time(tally: Tally) -> tuple[str, str, int, str]:
    """Sort tallies by this: the dates of their texts, then document and place."""
    return tally.published or "~", tally.figure.document, tally.figure.start, tally.figure.id


def _same_window(left: Tally, right: Tally) -> bool:
    if left.setting.first != right.setting.first or not overlap(left.setting, right.setting):
        return False
    ends = left.setting.last or "", right.setting.last or ""
    until_now = all(end >= tally.published[:10] for end, tally in zip(ends, (left, right), strict=True))
    return ends[0] == ends[1] or until_now


def _places(tally: Tally) -> set[str]:
    """Return the words of the names beside the figure that are not its source's."""
    beside = {word for name in tally.setting.names for word in name.split()}
    return (beside - set(tally.source.split())) | tally.source_places


def _clause(analysis: Analysis, figure: Figure) -> str:
    text = analysis.document.text[figure.end : figure.end + _AHEAD]
    stop = _CLAUSE.search(text)
    return text[: stop.start()] if stop else text


def _content(text: str) -> list[str]:
    found = [word.folded.removesuffix("'s").removesuffix("’s") for word in words(text)]
    return [word for word in found if word not in _EMPTY][:_SAID]
