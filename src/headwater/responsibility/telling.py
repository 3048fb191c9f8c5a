"""Which sentences tell something: no question, no headline, no caption or furniture of a page."""

import re
from itertools import pairwise

_LEAST_LETTERS = 4  # of a word that a headline would begin with a capital: "with", not "of"
_LEAST_WORDS = 4  # such words before a sentence can be taken for a headline
_MOST_SMALL = 0.25  # share of such words that may be in lower case all the same
_WORD = re.compile(r"[^\W\d_]+")
_FURNITURE = re.compile(
    r"hide caption|toggle caption|enlarge this image|replay more videos|just watched|must watch|photos?:|\(photo by"
    r"|earlier version of this",
    re.IGNORECASE,
)
_SHUTS = "\"”'’»)]*"


def tells(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a sentence that tells something and ends as one.

    >>> tells("Rebels shelled Arlen.", 0, 21), tells("Arlen Bombing Suspect Wanted To Fit In.", 0, 39)
    (True, False)
    """
    sentence = text[start:end]
    ending = sentence.rstrip().rstrip(_SHUTS).rstrip()[-1:]
    if ending not in (".", "!", "…") or _FURNITURE.search(sentence):
        return False
    links = " MORE " in sentence and any(map(str.islower, sentence))  # of other articles, set into the sentence
    return not links and not _is_headline(sentence)


def _is_headline(sentence: str) -> bool:
    """Whether nearly all longer words begin with a capital; text all in capitals shows nothing."""
    words = [word for word in _WORD.findall(sentence) if len(word) >= _LEAST_LETTERS]
    if len(words) < _LEAST_WORDS or not any(map(str.islower, sentence)):
        return False
    small = sum(word[0].islower() for word in words)
    return small <= _MOST_SMALL * len(words) and not any(a.islower() and b.islower() for a, b in pairwise(words))
