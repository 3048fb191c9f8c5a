"""What stands at the edge of a PDF's pages and is no part of its text: running heads and feet, page numbers, and what
a browser prints round a page (the time and the title above, the address below).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.read.pdf_lines import Line

EDGE = 0.09  # of the page's height: where running heads and feet stand
RECURS = 3  # pages on which a line must stand at the edge to be a running head; both of two
_DIGITS = re.compile(r"\d+")
_ADDRESS = re.compile(r"(?P<url>(?:https?|file)://[^\s…]{3,2000})(?P<cut>…|\.\.\.)?(?: \d{1,4}/\d{1,4})?")
_PRINTED = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? \d{1,2}[:.]\d\d(?: [AP]M)?(?: .{0,500})?")


@dataclass(frozen=True, slots=True)
class Page:
    """The lower and the upper edge of a page, in points."""

    bottom: float
    top: float

    def has_at_edge(self, line: Line) -> bool:
        """Say whether a line stands where running heads and feet do."""
        margin = EDGE * (self.top - self.bottom)
        return line.box.top < self.bottom + margin or line.box.bottom > self.top - margin


@dataclass(frozen=True, slots=True)
class Inner:
    """The lines of a document's text, and the address that a browser printed below them, None without."""

    lines: list[Line]
    url: str | None


def without_edges(lines: Sequence[Line], pages: dict[int, Page]) -> Inner:
    """Leave out the lines at the edge of pages that recur, digits apart, bare page numbers, and a browser's print."""
    edge = [line for line in lines if pages[line.page].has_at_edge(line)]
    seen: dict[str, set[int]] = {}
    for line in edge:
        seen.setdefault(_DIGITS.sub("#", line.text), set()).add(line.page)
    enough = min(RECURS, max(2, len(pages)))
    recurring = {form for form, on in seen.items() if len(on) >= enough or form.strip("#-–— |/()") == ""}
    addresses = [found for line in edge if (found := _ADDRESS.fullmatch(line.text)) is not None]
    outside = {
        line
        for line in edge
        if _DIGITS.sub("#", line.text) in recurring
        or (addresses and (_ADDRESS.fullmatch(line.text) or _PRINTED.fullmatch(line.text)))
    }
    printed = {found["url"] for found in addresses if found["url"].startswith("http") and not found["cut"]}
    return Inner([line for line in lines if line not in outside], printed.pop() if len(printed) == 1 else None)
