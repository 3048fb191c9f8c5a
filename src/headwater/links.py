"""Where links to other articles run into the sentences of a text, as some pages leave them when they are copied.

A box about a person stands right behind the name, opens with the full name, glued to the first of its headlines, and
ends in "MORE": "Ana Lund Ana Maria LundPort board meets Vail votes again MORE (R-Vail) said". What stands in it is said
by nobody in the text. Limits: boxes of that one form.
"""

import functools
import re
from dataclasses import dataclass

from headwater.records import Span

LONGEST_BOX = 600  # characters; the longest seen in 82 such articles has 420
_END = re.compile(r" MORE\b")
_OPENING = re.compile(
    r"\b(?P<before>[A-ZÀ-Þ][\w.’'-]{0,40} )?(?P<last>[A-ZÀ-Þ][\w’'-]{1,40}) "
    r"(?P<name>(?:[A-ZÀ-Þ(][\w.)’'-]{0,40} ){0,5}(?P=last))(?=[A-ZÀ-Þ0-9])"
)


@dataclass(frozen=True, slots=True)
class LinkBox:
    """A box of links: ``span`` covers it, ``name`` the full name that it opens with, ``before`` the word before the
    surname that it stands behind, empty where there is none."""

    span: Span
    name: Span
    before: str


@functools.lru_cache(maxsize=16)
def find_link_boxes(text: str) -> tuple[LinkBox, ...]:
    """Return the boxes of links in ``text`` by position.

    >>> text = "Chair Ana Lund Ana Maria LundPort board meets Vail votes again MORE (R-Vail) said no."
    >>> [(box.span.of(text), box.name.of(text)) for box in find_link_boxes(text)]
    [('Ana Maria LundPort board meets Vail votes again MORE', 'Ana Maria Lund')]
    """
    found: list[LinkBox] = []
    for end in _END.finditer(text):
        since = max(found[-1].span.end if found else 0, end.start() - LONGEST_BOX)
        opening = _OPENING.search(text, max(since, text.rfind("\n", since, end.start()) + 1), end.start())
        if opening is not None:
            name = Span(*opening.span("name"))
            found.append(LinkBox(Span(name.start, end.end()), name, (opening["before"] or "").strip()))
    return tuple(found)
