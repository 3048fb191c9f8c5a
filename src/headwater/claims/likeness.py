"""Which texts say what a sentence says, in whatever words: the nearest first.

The sum of two cosines: of the vectors that the meaning model gives (other words for the same thing), and of the words
by their stems, rare ones counting more (tf-idf: Salton and Buckley 1988), which keeps to the names and figures that
were asked for. Texts of the same words have one score and stay in their order. A score is for ranking: it is no
probability that two texts say the same, and a text that denies the sentence is as near as one that says it. English;
in other languages the vectors tell little.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from headwater.claims.forms import sense
from headwater.models.meaning.posts import plain
from headwater.words import words

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]


@dataclass(frozen=True, slots=True)
class Likeness:
    """How near a text is: ``at`` its place in the collection, ``score`` of 0 to 2, the sum of the two cosines."""

    at: int
    score: float
    meaning: float
    words: float


class Collection:
    """Texts that are ready to be asked for what is like a sentence; those of the same words are read once."""

    def __init__(self, texts: Sequence[str], embed: Embed) -> None:
        first: dict[tuple[str, ...], int] = {}
        found = [tuple(word.folded for word in words(text)) for text in texts]
        self._same = np.array([first.setdefault(key, len(first)) for key in found], dtype=np.int64)
        shown = dict(zip(found, texts, strict=True))
        stems = [Counter(sense(word) for word in key) for key in first]
        spread = Counter(stem for counts in stems for stem in counts)
        self._rare = {stem: 1 + math.log((1 + len(first)) / (1 + n)) for stem, n in spread.items()}
        self._postings: dict[str, list[tuple[int, float]]] = {}
        for at, counts in enumerate(stems):
            for stem, weight in self._weigh(counts).items():
                self._postings.setdefault(stem, []).append((at, weight))
        self._embed = embed
        self._vectors = embed([shown[key] for key in first])

    def _weigh(self, counts: Counter[str]) -> dict[str, float]:
        """Return the weights of a text's stems, of length one together; stems that no text has are left out."""
        weights = {s: (1 + math.log(n)) * self._rare[s] for s, n in counts.items() if s in self._rare}
        norm = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {stem: weight / norm for stem, weight in weights.items()}

    def like(self, sentence: str, most: int) -> list[Likeness]:
        """Return the texts nearest to ``sentence``, ``most`` of them, the nearest first."""
        asked = plain(sentence)
        told = np.zeros(len(self._vectors))
        for stem, weight in self._weigh(Counter(sense(word.folded) for word in words(asked))).items():
            for at, other in self._postings[stem]:
                told[at] += weight * other
        meant = self._vectors @ self._embed([asked])[0]
        scores = (told + meant)[self._same]
        order = np.argsort(-scores, kind="stable")[:most]
        return [
            Likeness(int(at), float(scores[at]), float(meant[self._same[at]]), float(told[self._same[at]]))
            for at in order
        ]
