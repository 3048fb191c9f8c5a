"""Where a passage visibly starts and ends: widened over quotation marks and sentence marks that both texts share.

Matched words give the core. A passage takes in a mark that both texts have at that end (a closing quotation mark, a
full stop), and never a word that is not matched.
"""

OPENING = "“‘\"'«„‚([「『"
CLOSING = "”’\"'»“‘)].,;:!?…」』。，！？"
REACH = 4  # characters beyond a word in which marks are taken
_PLAIN = dict.fromkeys('“”„«»"「」『』', '"') | dict.fromkeys("‘’‚'", "'")
_OPENING = {mark: _PLAIN.get(mark, mark) for mark in OPENING}
_CLOSING = {mark: _PLAIN.get(mark, mark) for mark in CLOSING}


def count_opening(left: str, right: str, left_start: int, right_start: int) -> int:
    """Return how many opening marks both texts have before a passage, whatever their style.

    >>> count_opening('He said: “It burst.” Then', 'A "It burst." B', 10, 3)
    1
    """
    reach = min(left_start, right_start, REACH)
    for count in range(reach):
        mark = _OPENING.get(left[left_start - 1 - count])
        if mark is None or mark != _PLAIN.get(other := right[right_start - 1 - count], other):
            return count
    return reach


def count_closing(left: str, right: str, left_end: int, right_end: int) -> int:
    """Return how many closing marks and sentence marks both texts have behind a passage.

    >>> count_closing('He said: “It burst.” Then', 'A "It burst." B', 18, 11)
    2
    """
    reach = min(len(left) - left_end, len(right) - right_end, REACH)
    for count in range(reach):
        mark = _CLOSING.get(left[left_end + count])
        if mark is None or mark != _PLAIN.get(other := right[right_end + count], other):
            return count
    return reach
