"""Which words of an English news text are a source, a cue and a content that belong together.

Placeholder until the first trained weights are in: ``load`` says that they are missing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from headwater.errors import ModelError
from headwater.records import Span

_FOLDER = Path(__file__).parent
_WEIGHTS = _FOLDER / "encoder.onnx"


@dataclass(frozen=True, slots=True)
class Prediction:
    """One attribution found by the model. Spans are in text order; ``source`` may be empty, ``content`` never is.

    ``score`` is the calibrated probability that content and source are right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """The loaded model."""

    version: str

    def predict(self, text: str, sentences: Sequence[Span]) -> list[Prediction]:
        """Return the attributions of ``text`` in order of their cues; they may lie inside one another's content."""
        raise ModelError("the attribution model has no weights yet")


@cache
def load() -> AttributionModel:
    """Load the model once; raise ModelError where its files are missing or are not the ones that were shipped."""
    if not _WEIGHTS.is_file():
        raise ModelError(f"the weights of the attribution model are missing: {_WEIGHTS.name}; reinstall headwater")
    return AttributionModel(version="none")
