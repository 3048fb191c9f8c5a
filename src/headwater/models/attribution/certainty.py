"""How sure the model may say it is: a logistic function of the parts' probabilities (Platt 1999), fitted on the
development set so that of what it gives 0.9, nine in ten are right."""

import math
from dataclasses import dataclass
from typing import Protocol

Range = tuple[int, int]


class Parts(Protocol):
    """What is known of an attribution that was found."""

    @property
    def source(self) -> tuple[Range, ...]:
        """Where its source is; empty where there is none."""

    @property
    def content(self) -> tuple[Range, ...]:
        """Where its content is."""

    @property
    def cue_score(self) -> float:
        """How sure the cue tagger is."""

    @property
    def valid(self) -> float:
        """How sure the role pass is that the cue is one."""

    @property
    def source_score(self) -> float:
        """How sure the tags of the source are, or of there being none."""

    @property
    def content_score(self) -> float:
        """How sure the tags of the content are."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights of the signs; without any, the probability of the cue stands for all."""

    weights: tuple[float, ...] = ()
    bias: float = 0.0

    def probability(self, found: Parts) -> float:
        """Return the chance that content and source of ``found`` are right."""
        if not self.weights:
            return found.valid
        total = self.bias + sum(w * x for w, x in zip(self.weights, signs(found), strict=True))
        return round(1.0 / (1.0 + math.exp(-max(min(total, 30.0), -30.0))), 4)


def signs(found: Parts) -> tuple[float, ...]:
    """Return the signs that are weighed.

    >>> from headwater.models.attribution.extract import Found
    >>> [round(x, 1) for x in signs(Found((2, 3), ((0, 2),), ((3, 9),), 0.5, 0.9, 0.5, 0.5, nested=False))]
    [0.0, 2.2, 0.0, 0.0, 0.0, 1.8, 0.0]
    """
    length = sum(e - s for s, e in found.content)
    return (
        _log_odds(found.cue_score),
        _log_odds(found.valid),
        _log_odds(found.source_score),
        _log_odds(found.content_score),
        float(not found.source),
        math.log(max(length, 1)),
        float(len(found.content) > 1),
    )


def _log_odds(p: float) -> float:
    p = min(max(p, 1e-4), 1 - 1e-4)
    return math.log(p / (1 - p))
