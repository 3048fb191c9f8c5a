"""Where in a string something is to be redacted, and the string without it, with a map from old offsets to new."""

import itertools
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.export.redaction.folding import Folded, views
from headwater.export.redaction.forms import Form, forms_of
from headwater.export.redaction.patterns import PatternSearch
from headwater.export.redaction.rules import Rules

_TOKEN = re.compile(r"\S+")
_ADDRESS = re.compile(r"://|^www\.|[^\s@]@[^\s@]+\.|^[<(\[\"'“‘]?(?:mailto|tel):", re.IGNORECASE)
_JOINED = re.compile(r"[@#_/\\=&%~+.:\d]")  # what makes one word of several, in handles, paths, hashtags
ADDRESS = "[address removed]"
_EDGES = "<>()[]{}\"'“”‘’,;.!?"


@dataclass(frozen=True, slots=True, order=True)
class Cut:
    """A stretch of a string that goes, and what comes in its place. ``pattern`` where a pattern asked for it."""

    start: int
    end: int
    instead: str
    pattern: bool = False


class Finder:
    """Finds what the rules list, in any string."""

    def __init__(self, rules: Rules, search: PatternSearch) -> None:
        self._search = search
        self._forms, self._telltales = forms_of(rules.rules)
        self._pseudonyms = [rule.pseudonym for rule in rules.rules if rule.kind == "pattern"]

    def find(self, text: str) -> list[Cut]:
        """Return what goes, in order, without overlaps; of two that overlap the longer one, widened to both."""
        if not text:
            return []
        cuts = [Cut(start, end, self._pseudonyms[n], True) for n, start, end in self._search.find(text)]
        for view in views(text):
            cuts += _names(view, text, self._forms)
        cuts = _joined(cuts)
        return _joined([*cuts, *self._addresses(text, cuts)])

    def _addresses(self, text: str, cuts: Sequence[Cut]) -> list[Cut]:
        """Return the web and mail addresses that hold a name, whole, and words in which a name is hidden."""
        found = []
        every = _letters(text)
        if not cuts and not any(t.letters in every for t in self._telltales):
            return []
        for match in _TOKEN.finditer(text):
            word = match[0]
            if not (_ADDRESS.search(word) or _JOINED.search(word) or _has_inner_capital(word)):
                continue
            start = match.start() + len(word) - len(word.lstrip(_EDGES))
            end = match.end() - (len(word) - len(word.rstrip(_EDGES)))
            if start >= end:
                continue
            inside = [c for c in cuts if c.start < end and start < c.end]
            rest = _letters("".join(_outside(text, start, end, inside)))
            telltale = any(t.letters in rest for t in self._telltales)
            if telltale or (inside and _ADDRESS.search(word)):
                found.append(Cut(start, end, ADDRESS))
        return found


def _names(view: Folded, text: str, forms: Sequence[Form]) -> list[Cut]:
    found = []
    letters = "".join(c for c in view.text if c.isalnum())
    for form in forms:
        if form.needle not in letters:
            continue
        for match in form.pattern.finditer(view.text):
            if match.end() == match.start():
                continue
            start, end = view.starts[match.start()], view.ends[match.end() - 1]
            if form.capital and not text[start].isupper():
                continue
            found.append(Cut(start, end, form.pseudonym))
    return found


def _joined(cuts: Sequence[Cut]) -> list[Cut]:
    """Return cuts in order, those that overlap made one: what replaces it is that of the longest."""
    found: list[Cut] = []
    best = 0
    for cut in sorted(cuts, key=lambda c: (c.start, -c.end)):
        if found and cut.start < found[-1].end:
            last = found[-1]
            longer = cut.end - cut.start > best
            best = max(best, cut.end - cut.start)
            instead = cut.instead if longer else last.instead
            found[-1] = Cut(last.start, max(last.end, cut.end), instead, last.pattern or cut.pattern)
        else:
            found.append(cut)
            best = cut.end - cut.start
    return found


def _outside(text: str, start: int, end: int, cuts: Sequence[Cut]) -> list[str]:
    pieces, at = [], start
    for cut in sorted(cuts):
        pieces.append(text[at : max(at, cut.start)])
        at = max(at, cut.end)
    return [*pieces, text[at:end]]


def _has_inner_capital(word: str) -> bool:
    return any(a.islower() and b.isupper() for a, b in itertools.pairwise(word))


def _letters(text: str) -> str:
    return "".join(c for c in views(text)[-1].text if c.isalnum())


class Rewritten:
    """A string after its cuts. ``text`` is the new string; old offsets are turned into new ones."""

    def __init__(self, text: str, cuts: Sequence[Cut]) -> None:
        self.cuts = list(cuts)
        pieces: list[str] = []
        self._olds: list[int] = []  # where each cut began and ended, and where its replacement does
        self._news: list[tuple[int, int]] = []
        at = new = 0
        for cut in self.cuts:
            pieces += [text[at : cut.start], cut.instead]
            new += cut.start - at
            self._olds.append(cut.start)
            self._news.append((new, new + len(cut.instead)))
            new += len(cut.instead)
            at = cut.end
        self.text = "".join([*pieces, text[at:]])

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a span stands now; one that cuts through a replaced stretch covers all of it."""
        return self._move(start, last=False), max(self._move(end, last=True), self._move(start, last=False))

    def _move(self, offset: int, *, last: bool) -> int:
        i = bisect_right(self._olds, offset if not last else offset - 1) - 1
        if i < 0:
            return offset
        cut, (new_start, new_end) = self.cuts[i], self._news[i]
        if offset < cut.end or (last and offset == cut.end):
            return new_end if last else new_start
        return new_end + offset - cut.end

    def touches(self, start: int, end: int) -> list[Cut]:
        """Return the cuts that share a character with a span."""
        return [cut for cut in self.cuts if cut.start < end and start < cut.end]
