"""Which stretches of a text stand in quotation marks, in any of the usual styles.

Method: within a paragraph every mark is given a direction by what stands beside it (blank, letter, punctuation) and,
where that leaves it open, by its own shape and by what is open at the moment; a stack then pairs marks of one family.
A mark without a partner is left alone and never touches the others. A quotation that runs over several paragraphs is
recognised by its opening mark being set again at the start of each, or by its only closing mark standing in a later
one. Apostrophes are told from closing single marks by their neighbours. Linear in the text.

Limits: a single mark after a plural in "s" is taken as closing only where no better one follows; two straight marks
with blanks on both sides pair in turn; a dropped mark can join two quotations, never more than one paragraph apart.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from headwater.records import Span

Style = Literal["double", "single", "guillemet", "corner", "dash"]

DEEPEST = 8  # open marks kept at a time; real texts nest three deep, hostile ones are cut here to stay linear
LOOK_AHEAD = 8  # marks examined for a better closing single mark
LONGEST_CARRY = 6  # paragraphs that a quotation without repeated marks may span

# One class of characters first, which is sought several times faster than alternatives; a lone ` has no shape below.
_MARK = re.compile(r"[\"“”„‟«»‹›‘’‚‛'`「」『』﹁﹂〝〞〟＂](?:(?<=')'|(?<=`)`)?")
_PARAGRAPH = re.compile(r"(?=\S)(?:[^\n\r\u2029]++|\r?\n(?![ \t]*\r?\n)|\r(?!\n))++")
_OPEN_BEFORE = frozenset("([{—–-/|‐¿¡")
_CLOSE_AFTER = frozenset(",.;:!?)]}—–-/…|،؛؟。，、")
_HEIGHT = re.compile(r"\d[’'′]\s?\d{1,2}\Z")  # 6’2” tall
_LEAD_IN = re.compile(r"[:,]\s?\Z")

# mark: (family, native direction); None where only its neighbours tell
_SHAPES: dict[str, tuple[str, str | None]] = {
    '"': ("double", None),
    "＂": ("double", None),
    "''": ("double", None),
    "``": ("double", "open"),
    "“": ("double", "open"),
    "”": ("double", "close"),
    "„": ("double", "open"),
    "‟": ("double", "open"),
    "«": ("guillemet", "open"),
    "»": ("guillemet", "close"),
    "‹": ("single guillemet", "open"),
    "›": ("single guillemet", "close"),
    "‘": ("single", "open"),
    "’": ("single", "close"),
    "‚": ("single", "open"),
    "‛": ("single", "open"),
    "'": ("single", None),
    "「": ("corner", "open"),
    "」": ("corner", "close"),
    "『": ("white corner", "open"),
    "』": ("white corner", "close"),
    "﹁": ("corner", "open"),
    "﹂": ("corner", "close"),
    "〝": ("corner", "open"),
    "〞": ("corner", "close"),
    "〟": ("corner", "close"),
}
_STYLES: dict[str, Style] = {
    "double": "double",
    "guillemet": "guillemet",
    "single guillemet": "guillemet",
    "single": "single",
    "corner": "corner",
    "white corner": "corner",
}


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch in quotation marks: ``outer`` with its marks, ``inner`` without, ``level`` 0 for the outermost.

    ``runs_on`` where the quotation goes on in the next paragraph, ``continues`` where it began in the one before.
    ``closed`` is False where its closing mark is missing for another reason.
    """

    outer: Span
    inner: Span
    level: int
    style: Style
    closed: bool = True
    runs_on: bool = False
    continues: bool = False


@dataclass(frozen=True, slots=True)
class _Mark:
    """A mark in place; ``direction`` is what its neighbours say: open, close, inside a word (None: they don't say)."""

    start: int
    end: int
    family: str
    native: str | None
    direction: str | None


@dataclass(slots=True)
class _Paired:
    """What pairing one paragraph gives."""

    found: list[Quoted]
    open: list[_Mark]
    orphan: _Mark | None


def quoted_spans(text: str, paragraphs: Sequence[Span] | None = None) -> list[Quoted]:
    """Return the quoted stretches of ``text`` by position, outer before inner.

    ``paragraphs`` are the borders that no pair may cross; by default blank lines part them.

    >>> text = 'Quill’s “plan ‘B’” and the driver\\'s "no."'
    >>> [(q.inner.of(text), q.level) for q in quoted_spans(text)]
    [('plan ‘B’', 0), ('B', 1), ('no.', 0)]
    """
    borders = paragraphs if paragraphs is not None else [Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    paired = [_pair(text, border) for border in borders]
    found: list[Quoted] = []
    for i, part in enumerate(paired):
        found.extend(part.found)
        if part.open:
            found.extend(_unclosed(text, borders, paired, i))
    return _levelled(_joined(found, borders))


def _pair(text: str, border: Span) -> _Paired:
    """Pair the marks of one paragraph."""
    marks = _marks(text, border)
    stack: list[_Mark] = []
    found: list[Quoted] = []
    orphan: _Mark | None = None
    for i, mark in enumerate(marks):
        direction = _direction(text, marks, i, stack)
        if mark.family.endswith("guillemet") and direction != mark.native:
            mark = replace(mark, family=">" + mark.family)  # »so« as in German and Danish books
        if direction == "open":
            stack.append(mark)
            del stack[:-DEEPEST]
        elif direction == "close":
            at = _partner(stack, mark)
            if at is None:
                if orphan is None and not found and mark.family != "single":
                    orphan = mark
                continue
            opening = stack[at]
            del stack[at:]
            if opening.end < mark.start:
                found.append(_quoted(opening, mark))
    return _Paired(found, stack, orphan)


def _quoted(opening: _Mark, closing: _Mark) -> Quoted:
    return Quoted(
        Span(opening.start, closing.end), Span(opening.end, closing.start), 0, _STYLES[opening.family.removeprefix(">")]
    )


def _marks(text: str, border: Span) -> list[_Mark]:
    """Return the marks of a paragraph with what their neighbours say, apostrophes inside words left out."""
    found = []
    for match in _MARK.finditer(text, border.start, border.end):
        before = text[match.start() - 1] if match.start() > border.start else " "
        after = text[match.end()] if match.end() < border.end else " "
        shape = _SHAPES.get(match[0])
        if shape is None:
            continue
        family, native = shape
        if _in_word(before) and _in_word(after) and (native != "open" or family == "single"):
            continue
        found.append(_Mark(match.start(), match.end(), family, native, _beside(before, after)))
    return found


def _in_word(char: str) -> bool:
    """Whether the character is of a script that puts blanks between words."""
    return char.isalnum() and char < "\u2e80"


def _beside(before: str, after: str) -> str | None:
    """Return the direction that the characters beside a mark suggest."""
    opens = before.isspace() or before in _OPEN_BEFORE or _SHAPES.get(before, ("", None))[1] == "open"
    closes = after.isspace() or after in _CLOSE_AFTER or _SHAPES.get(after, ("", None))[1] == "close"
    if before.isspace() and not after.isspace():
        return "open"
    if after.isspace() and not before.isspace():
        return "close"
    if opens != closes:
        return "open" if opens else "close"
    return None


def _direction(text: str, marks: list[_Mark], i: int, stack: list[_Mark]) -> str | None:
    """Return whether ``marks[i]`` opens or closes, None where it is no quotation mark."""
    mark = marks[i]
    is_open = _partner(stack, mark) is not None
    if mark.family == "double" and _HEIGHT.search(text[max(0, mark.start - 6) : mark.start]):
        return None
    if mark.family == "single":
        return _single(text, marks, i, is_open)
    if mark.family in {"guillemet", "single guillemet"}:
        return _guillemet(mark, stack)
    if mark.family in {"corner", "white corner"}:
        return mark.native
    if text[mark.start] == "„":
        return "open"
    if text[mark.start] == "“" and any(text[m.start] == "„" for m in stack) and mark.direction != "open":
        return "close"
    if mark.native == "open":  # “ after a blank at the end of a paragraph closes, whatever its shape
        return "close" if is_open and mark.direction == "close" else _blank_sided(text, mark, is_open) or "open"
    if mark.native == "close":  # ”so” as in Swedish
        return "open" if mark.direction == "open" and not is_open else "close"
    if mark.direction == "close" and not is_open and text[mark.start - 1 : mark.start].isdigit():
        return None  # 6" of rain
    return mark.direction or ("close" if is_open else "open")


def _blank_sided(text: str, mark: _Mark, is_open: bool) -> str | None:
    after = text[mark.end : mark.end + 1]
    return "close" if is_open and (not after or after.isspace()) else None


def _single(text: str, marks: list[_Mark], i: int, is_open: bool) -> str | None:
    mark = marks[i]
    if mark.native == "open":
        if is_open and _blank_sided(text, mark, is_open):
            return "close"
        return "open" if mark.direction != "close" and not _is_elision(text, mark) else None
    if mark.direction == "open":
        return "open" if mark.native is None and not is_open and not _is_elision(text, mark) else None
    if not is_open or (_is_plural(text, mark) and _better_follows(text, marks, i)):
        return None
    return "close"


_ELISION = re.compile(r"(?:em|tis|twas|til|till|cause|n|round|bout|cuz|nuff|fraid|\d0s|\d\d)\b", re.IGNORECASE)


def _is_elision(text: str, mark: _Mark) -> bool:
    """Whether the mark stands for letters left out at the start of a word ('em, ’90s)."""
    return bool(_ELISION.match(text, mark.end, mark.end + 8))


def _is_plural(text: str, mark: _Mark) -> bool:
    return text[mark.start - 1] in "sS" and text[mark.end : mark.end + 1].isspace()


def _better_follows(text: str, marks: list[_Mark], i: int) -> bool:
    """Whether a later single mark of the paragraph closes for sure, before another opens."""
    for other in marks[i + 1 : i + 1 + LOOK_AHEAD]:
        if other.family != "single":
            continue
        if other.native == "open" or other.direction == "open":
            return False
        if other.direction != "open" and not _is_plural(text, other):
            return True
    return False


def _guillemet(mark: _Mark, stack: list[_Mark]) -> str:
    """« opens unless » opened; » closes unless nothing is open and it stands where an opening mark would."""
    if mark.native == "open":
        return "close" if any(m.family == ">" + mark.family for m in stack) else "open"
    if any(m.family == mark.family and m.native == "open" for m in stack):
        return "close"
    return "open" if mark.direction == "open" else "close"


def _partner(stack: list[_Mark], mark: _Mark) -> int | None:
    """Return the place in ``stack`` of the open mark that ``mark`` would close."""
    for at in range(len(stack) - 1, -1, -1):
        if stack[at].family == mark.family:
            return at
    return None


def _unclosed(text: str, borders: Sequence[Span], paired: list[_Paired], i: int) -> Iterator[Quoted]:
    """Yield what the open mark of paragraph ``i`` can be said to open."""
    opening = paired[i].open[0]
    style = _STYLES[opening.family.removeprefix(">")]
    again = any(q.style == style and q.outer.start > opening.start for q in paired[i].found)
    here = Quoted(
        Span(opening.start, borders[i].end), Span(opening.end, borders[i].end), 0, style, closed=False, runs_on=True
    )
    if opening.end >= borders[i].end:
        return
    if not again and i + 1 < len(borders) and _opens_with(text, borders[i + 1], opening.family):
        yield here
        return
    if opening.family == "single":
        return
    last = i if again else min(i + LONGEST_CARRY, len(borders) - 1)
    for j in range(i + 1, last + 1):
        orphan = paired[j].orphan
        if orphan is not None and orphan.family == opening.family:
            yield here
            for k in range(i + 1, j):
                yield Quoted(borders[k], borders[k], 0, style, closed=False, runs_on=True, continues=True)
            start = borders[j].start
            yield Quoted(Span(start, orphan.end), Span(start, orphan.start), 0, style, continues=True)
            return
        if paired[j].found or paired[j].open:
            break
    if _LEAD_IN.search(text[max(0, opening.start - 2) : opening.start]):
        end = min((q.outer.start for q in paired[i].found if q.outer.start >= opening.end), default=borders[i].end)
        if end == opening.end:
            return
        yield Quoted(Span(opening.start, end), Span(opening.end, end), 0, style, closed=False)


def _opens_with(text: str, border: Span, family: str) -> bool:
    """Whether the paragraph starts with an opening mark of ``family``."""
    mark = _MARK.match(text, border.start, border.end)
    shape = _SHAPES.get(mark[0]) if mark else None
    return shape is not None and shape[0] == family and shape[1] != "close"


def _joined(found: list[Quoted], borders: Sequence[Span]) -> list[Quoted]:
    """Say of a quotation at the start of a paragraph that it goes on from the one before."""
    ends = {q.outer.end for q in found if q.runs_on}
    starts = {b.start for a, b in pairwise(borders) if a.end in ends}
    return [replace(q, continues=True) if q.outer.start in starts else q for q in found]


def _levelled(found: list[Quoted]) -> list[Quoted]:
    """Return ``found`` by position with the depth of each."""
    levelled: list[Quoted] = []
    ends: list[int] = []
    for quoted in sorted(found, key=lambda q: (q.outer.start, -q.outer.end)):
        while ends and ends[-1] <= quoted.outer.start:
            ends.pop()
        levelled.append(replace(quoted, level=len(ends)) if ends else quoted)
        ends.append(quoted.outer.end)
    return levelled
