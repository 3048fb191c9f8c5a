"""Whether two figures may be about the same event: the same proper names beside them, and windows that overlap.

A figure's names are those of its sentence. Its window is that of the time it is linked to; a window opened by "since"
ends when the document was published. Where either is unknown the answer is None: not judged, never guessed.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.figures.vocabulary import FUNCTION, listed
from headwater.records import Analysis, Figure, Time
from headwater.words import fold, words

_CALENDAR = """
january february march april may june july august september october november december monday tuesday wednesday thursday
friday saturday sunday
"""
_NO_NAMES = frozenset(_CALENDAR.split())
TITLES = listed(  # by which a paper is named for short: "told the Post"
    """
    post times courier ledger gazette herald tribune news agency journal monitor observer guardian telegraph mail mirror
    sun star express record chronicle independent press examiner inquirer review bulletin standard blog echo globe
    """
)
_DATE = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_OPENERS = frozenset({"since", "after"})
LEAD = 3  # sentences in which news says where and to whom it happened
_LAST = {4: "-12-31", 7: "-31"}  # what completes a year, a month


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when a figure holds: folded proper names, first and last day in ISO 8601 (None where unknown).

    ``lead`` are the names with which the text opens, ``when`` is the value of the time, as TIMEX3 writes it.
    """

    names: frozenset[str]
    first: str | None
    last: str | None
    lead: frozenset[str] = frozenset()
    when: str | None = None


class Settings:
    """The settings of one document's figures; sentences and times are looked up by place.

    ``papers`` are what the publishers of the collection are called (``names_of``).
    """

    def __init__(self, analysis: Analysis, papers: frozenset[str] = frozenset()) -> None:
        self._papers = papers
        self._text = analysis.document.text
        self._published = (analysis.document.published or "")[:10] or None
        self._sentences = sorted((s.start, s.end) for s in analysis.segments if s.kind == "sentence")
        self._times = {time.id: time for time in analysis.times}
        self._lead = frozenset(name for span in self._sentences[:LEAD] for name in self._names(*span))

    def of(self, figure: Figure) -> Setting:
        """Return the setting of ``figure``."""
        at = bisect_right(self._sentences, (figure.number.start, len(self._text))) - 1
        inside = at >= 0 and figure.number.start < self._sentences[at][1]
        names = self._names(*self._sentences[at]) if inside else frozenset[str]()
        time = self._times.get(figure.window or "")
        first, last = self._window(time) if time else (None, None)
        return Setting(names, first, last, self._lead, time.value if time else None)

    def _names(self, start: int, end: int) -> frozenset[str]:
        found = words(self._text, start, end)
        capital = [
            self._text[word.start].isupper() and word.folded.removesuffix("'s") not in _NO_NAMES for word in found
        ]
        if all(capital):  # capitals tell nothing
            return frozenset()
        names: set[str] = set()
        run: list[str] = []
        for at, word in enumerate(found):
            opens = at == 0 and (found[0].folded in FUNCTION or not any(capital[1:2]))  # any first word is capital
            if run and self._text[found[at - 1].end : word.start].strip(" ") not in {"", "'s", "’s"}:
                names.add(" ".join(run))  # "the mayor of Orsk, Lena Brandt" are two, and so is a line and the next
                run = []
            if capital[at] and not opens:
                run.append(word.folded.removesuffix("'s"))
            elif run:
                names.add(" ".join(run))
                run = []
        names.add(" ".join(run))
        return frozenset(n for n in names - self._papers if len(n) > 2 and n not in FUNCTION)

    def _window(self, time: Time) -> tuple[str | None, str | None]:
        value = time.value[:10]
        if not _DATE.fullmatch(value):
            return None, None
        before = self._text[max(0, time.start - 8) : time.start].split()
        opened = fold(before[-1]) in _OPENERS if before else False
        opened = opened or fold(self._text[time.start : time.end].split()[0]) in _OPENERS
        last = (self._published or "9999-12-31") if opened else value + _LAST.get(len(value), "")
        return value + {4: "-01-01", 7: "-01"}.get(len(value), ""), max(last, value)


def names_of(papers: Iterable[str]) -> frozenset[str]:
    """Return what publishers are called: "northern post", and "post" alone; their names tell nothing of an event."""
    runs = [[word.folded for word in words(paper) if word.folded != "the"] for paper in papers]
    return frozenset(" ".join(run) for run in runs) | {run[-1] for run in runs if run and run[-1] in TITLES}


def overlap(left: Setting, right: Setting) -> bool | None:
    """Whether the windows overlap; None where one is unknown."""
    if left.first is None or right.first is None or left.last is None or right.last is None:
        return None
    return left.first <= right.last and right.first <= left.last


def shared_names(left: Setting, right: Setting) -> list[str]:
    """Return the proper names that stand beside both figures, sorted."""
    return sorted(left.names & right.names)
