"""Which columns the lines of a PDF stand in: what is set in and what only stands in the next column are told by it."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.read.pdf_lines import Line

COLUMNS = 4  # of a page
COLUMN_LINES = 5  # fewer beside a column are its margin
SAME_EDGE = 3.0  # points
BAND = 6.0  # points; lines at one height stand in one band of the page, or in two that touch
_Band = tuple[int, int]  # the page, and the band from its foot


@dataclass(frozen=True, slots=True)
class Column:
    """The usual left edge of a column of lines and the right one to which its longest go, in points."""

    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of each page, the fullest first, and the left edges of its lines at each height, in order."""

    on: Mapping[int, Sequence[Column]]
    lefts: Mapping[_Band, Sequence[float]]

    def of(self, line: Line) -> Column:
        """Return the column that a line begins in, the fullest of its page where it begins in none."""
        columns = self.on[line.page]
        return next((c for c in columns if c.left - SAME_EDGE <= line.box.left < c.right), columns[0])

    def is_set_in(self, line: Line, by: float) -> bool:
        """Say whether a line begins so many points right of its column's edge, and nothing stands between the two."""
        edge = self.of(line).left
        return line.box.left > edge + by and not any(
            bisect_left(self.lefts[band], edge - SAME_EDGE) < bisect_left(self.lefts[band], line.box.left - SAME_EDGE)
            for band in _bands(line)
            if band in self.lefts
        )


def columns_of(lines: Sequence[Line]) -> Columns:
    """Return the columns that lines stand in; linear in their number, whatever stands where."""
    lefts: defaultdict[_Band, list[float]] = defaultdict(list)
    pages: defaultdict[int, list[Line]] = defaultdict(list)
    for line in lines:
        pages[line.page].append(line)
        lefts[line.page, _band(line)].append(line.box.left)
    ordered = {band: sorted(found) for band, found in lefts.items()}
    return Columns({page: _columns(found, ordered) for page, found in pages.items()}, ordered)


def _columns(lines: Sequence[Line], lefts: Mapping[_Band, Sequence[float]]) -> list[Column]:
    """Return the columns of a page: each begins where one before it has ended.

    Lines that have others to their right say where a column ends; a page may hold lines across it as well.
    """
    found: list[Column] = []
    waiting = list(lines)
    while waiting and len(found) < COLUMNS and (not found or len(waiting) >= COLUMN_LINES):
        weight = Counter(round(line.box.left) for line in waiting)
        left = float(min(weight, key=lambda x: (-weight[x], x)))
        own = [line for line in waiting if abs(line.box.left - left) <= SAME_EDGE]
        parted = [line for line in own if _has_right_of(line, lefts)]
        ends = sorted(line.box.right for line in (parted if len(parted) >= COLUMN_LINES else own))
        found.append(Column(left, ends[int(0.9 * (len(ends) - 1))]))
        waiting = [line for line in waiting if all(line.box.left >= c.right or line.box.right <= c.left for c in found)]
    return found


def _has_right_of(line: Line, lefts: Mapping[_Band, Sequence[float]]) -> bool:
    return any(band in lefts and lefts[band][-1] > line.box.right for band in _bands(line))


def _band(line: Line) -> int:
    return int(line.box.bottom // BAND)


def _bands(line: Line) -> Iterator[_Band]:
    yield from ((line.page, _band(line) + step) for step in (-1, 0, 1))
