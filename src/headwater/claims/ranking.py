"""In which order a reader would want to check claims.

What several publishers carry, or what publishers dispute, comes before what one says. Then counts what is attributed,
specific (figures, names) and what documents put first, as news does with what matters most. What publishers say in
their own voice without a figure is mostly background, what one publisher repeats word for word in many documents is
furniture, and what says nothing without the text around it cannot be checked as it stands: all these go down. The
numbers are weights of ours, not probabilities.
"""

import math

from headwater.claims.forms import form
from headwater.claims.wholeness import wholeness

ATTRIBUTED = 2.0
DISPUTED = 2.0  # a competing claim or a denial exists
SPREAD = 8.0  # two publishers carry or dispute it; outweighs all that one document can bring
REPEATED = 3.0  # two documents of one or of unknown publishers carry it
PUBLISHERS = 1.5  # for each doubling of the number of publishers
FIGURE = 0.8  # for each of up to three
NAME = 0.25  # for each of up to four
OPENING = 2.0  # the share of its documents that open with it
SHORT = -1.5  # fewer than SHORTEST words say too little to check
SHORTEST = 6
HEADLINE = -6.0  # it stands in headlines only: they shorten what the text below says
FURNITURE = -6.0  # the same words in FURNITURE_FROM documents of one publisher, attributed to nobody
FURNITURE_FROM = 4
STANDING = {"whole": 0.0, "leaning": -8.0, "fragment": -12.0, "nothing": -16.0}


def rank(
    text: str,
    *,
    attributed: bool,
    competing: int,
    publishers: int,
    documents: int,
    same_words: bool,
    disputing: int = 0,
    opening: float = 0.0,
    headline: bool = False,
    language: str | None = "en",
) -> float:
    """Return how much a reader would want to check the claim; higher comes first.

    ``disputing`` are the publishers of the claim and of those that compete with it; ``opening`` is the share of its
    documents that open with it; ``headline`` says that nothing but headings has it.
    """
    made = form(text)
    score = PUBLISHERS * math.log2(max(1, publishers))
    if publishers > 1 or disputing > 1:
        score += SPREAD
    elif documents > 1 and (attributed or not same_words):  # a note that a publisher prints again is no second report
        score += REPEATED
    score += ATTRIBUTED * attributed + DISPUTED * (competing > 0) + OPENING * opening
    score += FIGURE * min(3, len(made.numbers)) + NAME * min(4, len({name for _, name in made.names}))
    score += SHORT * (len(made.words) < SHORTEST) + STANDING[wholeness(text, language)]
    score += HEADLINE * headline
    if not attributed and same_words and publishers <= 1 and documents >= FURNITURE_FROM:
        score += FURNITURE
    return round(score, 3)
