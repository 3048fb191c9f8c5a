"""In which order a reader would want to check claims.

A claim that is attributed, disputed, carried by several publishers and specific (figures, names) comes first. What
publishers say in their own voice without a figure is mostly background, and what one publisher repeats word for word
in many documents is furniture: both go down. The numbers are weights of ours, not probabilities.
"""

import math

from headwater.claims.forms import form

ATTRIBUTED = 2.0
DISPUTED = 2.5  # a competing claim or a denial exists
PUBLISHERS = 1.5  # for each doubling of the number of publishers
FIGURE = 0.8  # for each of up to three
NAME = 0.25  # for each of up to four
SHORT = -1.5  # fewer than SHORTEST words say too little to check
SHORTEST = 6
FURNITURE = -6.0  # the same words in FURNITURE_FROM documents of one publisher, attributed to nobody
FURNITURE_FROM = 4


def rank(text: str, *, attributed: bool, competing: int, publishers: int, documents: int, same_words: bool) -> float:
    """Return how much a reader would want to check the claim; higher comes first."""
    made = form(text)
    score = PUBLISHERS * math.log2(max(1, publishers))
    score += ATTRIBUTED * attributed + DISPUTED * (competing > 0)
    score += FIGURE * min(3, len(made.numbers)) + NAME * min(4, len({name for _, name in made.names}))
    score += SHORT * (len(made.words) < SHORTEST)
    if not attributed and same_words and publishers <= 1 and documents >= FURNITURE_FROM:
        score += FURNITURE
    return round(score, 3)
