"""What stands between words, as one byte for each word: the marks that decide where a passage ends.

CLOSES, OPENS and BORDER tell of the gap before the word: a closing double quotation mark, an opening one, the end of a
sentence or a blank line. MAY_OPEN says that a quotation mark that can open stands at most MARK_REACH characters before
the word, MAY_CLOSE that one that can close stands as near behind it. Only the marks are visited, not the words.
"""

import numpy as np
import numpy.typing as npt

CLOSES, OPENS, BORDER, MAY_OPEN, MAY_CLOSE = 1, 2, 4, 8, 16
MARK_REACH = 3  # characters beyond a word in which quotation marks are sought
CLOSING = '”“»«」』"'  # double quotation marks; most single ones are apostrophes
OPENING = '“„«»「『"'
_MAY_CLOSE = CLOSING + "'’‘"
_MAY_OPEN = OPENING + "'‘‚"
_BORDERS = '.!?”"»…。！？'
_NEWLINE = 32
_MARKS = np.zeros(0x110000, dtype=np.uint8)
for _marks, _bit in (
    (CLOSING, CLOSES),
    (OPENING, OPENS),
    (_BORDERS, BORDER),
    (_MAY_OPEN, MAY_OPEN),
    (_MAY_CLOSE, MAY_CLOSE),
    ("\n", _NEWLINE),
):
    for _mark in _marks:
        _MARKS[ord(_mark)] |= _bit


def find_marks(
    joined: str,
    codes: npt.NDArray[np.uint32],
    start: npt.NDArray[np.int64],
    end: npt.NDArray[np.int64],
    text_start: npt.NDArray[np.int64],
    text_end: npt.NDArray[np.int64],
) -> npt.NDArray[np.uint8]:
    """Return the byte of each word ``[start, end)`` of ``joined``, whose text lies in ``[text_start, text_end)``."""
    found = np.zeros(len(start), dtype=np.uint8)
    if len(start) == 0:
        return found
    kind = _MARKS.take(codes)
    place = np.flatnonzero(kind)
    kind = kind[place]
    after = np.searchsorted(start, place, side="right")  # the word that follows a mark
    of_gap = after < len(start)
    of_gap[of_gap] &= place[of_gap] >= text_start[after[of_gap]]
    behind = (after == 0) | (place >= end[after - 1])  # not inside the word before
    gap = of_gap & behind
    np.bitwise_or.at(found, after[gap], kind[gap] & np.uint8(CLOSES | OPENS | BORDER))
    lines = np.flatnonzero(gap & (kind == _NEWLINE))
    same_gap = after[lines[1:]] == after[lines[:-1]]
    one, other = lines[:-1][same_gap], lines[1:][same_gap]
    blank = place[other] == place[one] + 1
    for at in np.flatnonzero(~blank).tolist():
        blank[at] = joined[int(place[one[at]]) : int(place[other[at]])].isspace()
    found[after[one[blank]]] |= BORDER
    for step in range(MARK_REACH):  # words of one character may all be near one mark
        opens = np.flatnonzero((kind & MAY_OPEN > 0) & (after + step < len(start)))
        word = after[opens] + step
        near = (place[opens] >= start[word] - MARK_REACH) & (place[opens] >= text_start[word])
        found[word[near]] |= MAY_OPEN
        closes = np.flatnonzero((kind & MAY_CLOSE > 0) & (after - 1 - step >= 0))
        word = after[closes] - 1 - step
        near = (
            (place[closes] >= end[word]) & (place[closes] < end[word] + MARK_REACH) & (place[closes] < text_end[word])
        )
        found[word[near]] |= MAY_CLOSE
    return found
