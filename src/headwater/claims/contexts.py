"""Whether two documents can be about the same thing: the names that they have in common.

"The roads stayed closed after the accident" says nothing of which accident: two statements that share no name are one
claim only where their documents share enough names. Names are capitalised words that do not open a sentence. Known
limit: two events in one place with the same people are not told apart; scripts without capitals have no names, there
only equal words are one claim.
"""

import re
from collections.abc import Sequence

from headwater.claims.forms import Form
from headwater.claims.tables import COMMON, COURTESY, MONTH_NUMBERS, WEEKDAYS
from headwater.words import words

LEAST = 2  # names that two documents must share
SHARE = 0.2  # of the names of the document with fewer
TAKEN = 5  # documents of each side that are looked at
LONGEST = 4000  # words of a document in which names are looked for
_OPENING = re.compile(r"[.!?\n“\":]")
Names = frozenset[str]


def names_in(text: str) -> Names:
    """Return the names in a text.

    >>> sorted(names_in("On Monday the ferry sank. Rescuers said Ines Okoro of Port Almeric saw it."))
    ['almeric', 'ines', 'okoro', 'port']
    """
    found = set()
    before = 0
    for word in words(text, 0, min(len(text), LONGEST * 8)):
        between = text[before : word.start]
        opens = before == 0 or (between != " " and _OPENING.search(between) is not None)
        before = word.end
        if text[word.start].isupper() and not opens and word.folded not in COMMON and len(word.folded) > 1:
            found.add(word.folded.removesuffix("'s"))
    return frozenset(found - MONTH_NUMBERS.keys() - set(WEEKDAYS))


def share_name(left: Form, right: Form) -> bool:
    """Return whether both statements have a name in common."""
    a, b = ({name for _, name in made.names} - COURTESY for made in (left, right))
    return bool(a & set(right.words) or b & set(left.words))


def share_context(left: Sequence[Names], right: Sequence[Names]) -> bool:
    """Return whether a document of one side can be about the same thing as one of the other."""
    return any(_alike(a, b) for a in left[:TAKEN] for b in right[:TAKEN])


def _alike(a: Names, b: Names) -> bool:
    least = min(len(a), len(b))
    return len(a & b) >= min(least, max(LEAST, SHARE * least)) if least else not a and not b
