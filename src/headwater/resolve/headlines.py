"""Which words of a text stand in capitals that tell nothing: lines in title case, telexes all in capitals.

A headline may also stand inside a paragraph, in brackets or marks ("(RELATED: Harbour Boss Quits …)"), as the names of
other articles and of books do. Limits: a sentence of names alone looks like a headline; so does a German one.
"""

import functools
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.resolve.tokens import Token, is_abbreviation, tokens

LONGEST_HEADLINE = 300  # characters to either side
TITLE_CASE = 0.75  # share of capitalised long words from which a line is a headline: its capitals tell nothing
STOPPED_TITLE_CASE = 0.9  # the same for one that ends in a full stop, as a sentence full of names does
SHOUTED = 0.9  # share of capital letters from which a text is set in capitals, as telexes are: they tell nothing there
SHOUTED_LETTERS = 80  # letters of a text that is too short to tell
TITLE_CASE_WORDS = range(5, 20)  # long words in such a line: fewer tell nothing, more are a list or a paragraph
_SET_OFF = re.compile(r"\([^()\n]{20,300}\)|“[^“”\n]{20,200}”|\"[^\"\n]{20,200}\"")


@dataclass(frozen=True, slots=True)
class Parts:
    """A line's words: in running text, and in title case, as the names of other articles and of books are."""

    running: list[list[Token]]
    titles: list[list[Token]]


def part_titles(text: str, line: list[Token]) -> Parts:
    """Return a line with what stands in brackets or marks in title case apart: “(RELATED: Harbour Boss Quits …)”."""
    if not line:
        return Parts([], [])
    if is_title_case(line):
        return Parts([], [line])
    parts = Parts([], [])
    at = 0
    for match in _SET_OFF.finditer(text, line[0].start, line[-1].end + 1):
        first = bisect_left(line, match.start(), lo=at, key=_start)
        after = bisect_left(line, match.end(), lo=first, key=_start)
        if is_title_case(line[first:after]):
            parts.running.append(line[at:first])
            parts.titles.append(line[first:after])
            at = after
    parts.running.append(line[at:])
    return parts


def _start(token: Token) -> int:
    return token.start


@functools.lru_cache(maxsize=16)
def is_shouted(text: str) -> bool:
    """Whether the whole text is set in capitals.

    >>> is_shouted("THE HARBOUR MASTER SAID ON MONDAY THAT NO SHIP " * 3), is_shouted("No ship left, NATO said. " * 9)
    (True, False)
    """
    letters = sum(map(str.isalpha, text))
    return letters >= SHOUTED_LETTERS and sum(map(str.isupper, text)) >= SHOUTED * letters


def is_title_case(line: Sequence[Token]) -> bool:
    """Most long words of the line are capitalised and it is one sentence, as a headline is."""
    if not line or any(token.stop and not is_abbreviation(token) for token in line[:-1]):
        return False
    long = [token for token in line if len(token.text) >= 4]
    least = STOPPED_TITLE_CASE if line[-1].stop else TITLE_CASE
    return len(long) in TITLE_CASE_WORDS and sum(token.is_capital for token in long) >= least * len(long)


def in_headline(text: str, position: int) -> bool:
    """Whether the line around ``position`` is in title case."""
    floor = max(0, position - LONGEST_HEADLINE)
    start = max(text.rfind("\n", floor, position) + 1, floor)
    end = text.find("\n", position, position + LONGEST_HEADLINE)
    return is_title_case(tokens(text, start, end if end >= 0 else min(len(text), position + LONGEST_HEADLINE)))
