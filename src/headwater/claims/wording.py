"""Which words stand for a claim."""

import re
from collections import Counter
from collections.abc import Sequence

from headwater.claims.statements import Said
from headwater.claims.wholeness import wholeness

INVISIBLE = " \t\n\u00a0\u200b\u200d\u2060\ufeff"
_TRAILING = re.compile(r",([\s”’\"']*)$")
WHOLE = ("whole", "leaning", "fragment", "nothing")  # what is rather shown


def choose_words(items: Sequence[Said]) -> str:
    """Return the words that stand for the claim: such as say it by themselves, the commonest, longer rather than not.

    The commonest, for the longest may give more than the other documents do. Words that are denied say the contrary of
    the claim ("denied that men had died", beside "nobody died"): only where nothing else stands for it.
    """
    count = Counter(item.form.words for item in items)
    best = min(
        items,
        key=lambda i: (
            i.denied,
            WHOLE.index(wholeness(i.form.text)),
            -count[i.form.words],
            i.heading,
            i.statement.attribution is None,
            -min(len(i.form.words), 40),
            i.form.text,
        ),
    )
    return _tidied(best.told or best.form.text)


def _tidied(text: str) -> str:
    """Return words without the comma by which a cue follows them, and without quotation marks that have no partner.

    >>> _tidied("The quay is closed,”"), _tidied("The “quay,”"), _tidied("he saw “the quay"), _tidied("\\u200d “It is")
    ('The quay is closed', 'The “quay”', 'he saw “the quay', 'It is')
    """
    text = text.strip(INVISIBLE)
    for mark in ("”", '"', "''"):
        if text.endswith(mark) and (text.count("“") < text.count("”") if mark == "”" else text.count(mark) % 2):
            text = text.removesuffix(mark)
    for mark in ("“", '"', "''"):
        if text.startswith(mark) and (text.count("”") < text.count("“") if mark == "“" else text.count(mark) % 2):
            text = text.removeprefix(mark)
    return _TRAILING.sub(r"\1", text.strip(INVISIBLE)) or text
