"""Whether a number is what a moving count came to: "the toll had risen to five", "brought the toll to at least 12".

Read backwards from the number: hedges, "to", what moved, the verb. "Rose by 4 percent" came to nothing that is named.
"""

from typing import Literal

from headwater.figures.qualifiers import DOWN, UP
from headwater.figures.vocabulary import listed
from headwater.records import Figure
from headwater.words import words

Movement = Literal["rose", "fell"]

_REACH = 100  # code points before a number
_MOST = 10  # words back to the verb
_HEDGES = listed(
    "at least about around more than over some nearly almost roughly approximately a an no fewer total of new"
)
_RAISED = listed(
    "raised raises raising brought brings bringing took takes taking pushed pushes pushing revised updated"
)
_ARRIVING = listed("reaches reached hits passes passed tops topped exceeds exceeded surpasses surpassed")
_BETWEEN = listed(
    """
    the its his her their official confirmed overall total death deaths toll number count figure of dead killed injured
    wounded missing victims people casualties further again sharply steadily from upwards upward up overnight since then
    """
)


def reached(text: str, figure: Figure) -> Movement | None:
    """Return how the count moved to the figure's number in ``text``, None where it is told as no movement.

    >>> from headwater.figures import find_figures
    >>> from headwater.records import Document
    >>> for text in ("The death toll has risen to at least 12.", "Jobs fell to 900.", "The budget rose by 4 percent."):
    ...     print(reached(text, find_figures(Document("d", "a.txt", "", text), (), (), ())[0]))
    rose
    fell
    None
    """
    start = figure.number.start
    before = [word.folded for word in words(text[max(0, start - _REACH) : start])][-_MOST:]
    while before and before[-1] in _HEDGES:
        before.pop()
    if before and before[-1] in _ARRIVING:
        return "rose"
    if not before or before.pop() != "to":
        return None
    for word in reversed(before):
        if word in UP or word in _RAISED:
            return "rose"
        if word in DOWN:
            return "fell"
        if word not in _BETWEEN and not word[0].isdigit():
            return None
    return None
