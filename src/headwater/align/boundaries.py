"""Where a passage visibly starts and ends: widened over quotation marks and sentence marks that both texts share.

Matched words give the core. A passage takes in a mark that both texts have at that end (a closing quotation mark, a
full stop), and never a word that is not matched.
"""

from headwater.records import Span

OPENING = "“‘\"'«„‚([「『"
CLOSING = "”’\"'»“‘)].,;:!?…」』。，！？"
REACH = 4  # characters beyond a word in which marks are taken


def widen(left: str, right: str, left_core: Span, right_core: Span) -> tuple[Span, Span]:
    """Return the two spans with the marks that both texts have at the same end.

    >>> widen('He said: “It burst.” Then', 'A “It burst.” B', Span(10, 18), Span(3, 11))
    (Span(start=9, end=20), Span(start=2, end=13))
    """
    left_start, right_start, left_end, right_end = left_core.start, right_core.start, left_core.end, right_core.end
    for _ in range(REACH):
        if left_start == 0 or right_start == 0:
            break
        one, other = left[left_start - 1], right[right_start - 1]
        if one not in OPENING or _plain(one) != _plain(other):
            break
        left_start, right_start = left_start - 1, right_start - 1
    for _ in range(REACH):
        if left_end >= len(left) or right_end >= len(right):
            break
        one, other = left[left_end], right[right_end]
        if one not in CLOSING or _plain(one) != _plain(other):
            break
        left_end, right_end = left_end + 1, right_end + 1
    return Span(left_start, left_end), Span(right_start, right_end)


def _plain(mark: str) -> str:
    if mark in '“”„«»"「」『』':
        return '"'
    return "'" if mark in "‘’‚'" else mark
