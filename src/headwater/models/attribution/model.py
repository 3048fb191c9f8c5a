"""Which words of an English news text are a source, a cue and a content that belong together.

One pass of a small transformer (MiniLM: Wang et al. 2020) over windows of whole sentences tags cues; a second, light
one labels source and content for each cue by itself, so that attributions may share words, have no source, or lie
inside one another's content. ``train.py`` makes the files, CARD.md says how well it does and where it does not:
English only, and learned from US politics of 2015-16.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tokenizers import Tokenizer

from headwater.errors import ModelError
from headwater.models.attribution.certainty import Calibration
from headwater.models.attribution.extract import Found, Numbers, Range, Scores, Settings, extract
from headwater.models.attribution.pieces import Pieces, cut
from headwater.models.sessions import open_session
from headwater.records import Span

_FOLDER = Path(__file__).parent
MANIFEST = "manifest.json"
SLOW_FUSION = "SkipLayerNormFusion"  # its kernel is seven times slower than addition and LayerNormalization apart
FILES = ("encoder.onnx", "roles.onnx", "tokenizer.json")


@dataclass(frozen=True, slots=True)
class Prediction:
    """One attribution found by the model. Spans are in text order; ``source`` may be empty, ``content`` never is.

    ``score`` is the calibrated probability that content and source are right.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


class _Sessions:
    """The two networks; the calls that ``extract`` makes."""

    def __init__(self, folder: Path) -> None:
        self._encoder, self._roles = (
            open_session(folder / name, without=[SLOW_FUSION]) for name in ("encoder.onnx", "roles.onnx")
        )

    def encode(self, ids: Numbers, features: Numbers) -> tuple[Scores, Scores]:
        states, cues = self._encoder.run(None, {"ids": ids, "features": features})
        return states, cues

    def roles(self, states: Scores, cue: Numbers) -> tuple[Scores, Scores]:
        tags, valid = self._roles.run(None, {"states": states, "cue": cue})
        return tags, valid


@dataclass(frozen=True, slots=True)
class AttributionModel:
    """The loaded model; reading it needs no lock, so threads may share it."""

    version: str
    tokenizer: Tokenizer = field(repr=False)
    network: _Sessions = field(repr=False)
    settings: Settings
    calibration: Calibration

    def predict(self, text: str, sentences: Sequence[Span]) -> list[Prediction]:
        """Return the attributions of ``text`` in order of their cues; they may lie inside one another's content."""
        pieces = cut(self.tokenizer, text, sentences)
        return [
            Prediction(
                source=spans(pieces, found.source),
                cue=spans(pieces, [found.cue]),
                content=spans(pieces, found.content),
                score=found.score,
            )
            for found in self.find(pieces)
        ]

    def find(self, pieces: Pieces) -> list[Found]:
        """Return what ``predict`` returns, in word pieces and with the scores of the parts."""
        return extract(self.network, pieces, self.settings, self.calibration) if len(pieces.ids) else []


def spans(pieces: Pieces, ranges: Sequence[Range]) -> tuple[Span, ...]:
    """Return where ranges of pieces lie in the text."""
    return tuple(Span(int(pieces.starts[s]), int(pieces.ends[e - 1])) for s, e in ranges)


def digest(path: Path) -> str:
    """Return the SHA-256 of a file, in hexadecimal."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def open_folder(folder: Path) -> AttributionModel:
    """Open a model; raise ModelError where a file is missing or is not the one that the manifest names."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise ModelError(f"the attribution model has no readable {MANIFEST}; reinstall headwater") from error
    for name in FILES:
        path = folder / name
        if not path.is_file():
            raise ModelError(f"the attribution model lacks {name}; reinstall headwater")
        if digest(path) != manifest["sha256"][name]:
            raise ModelError(f"{name} of the attribution model is not the file that was shipped; reinstall headwater")
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    calibration = manifest["calibration"]
    return AttributionModel(
        version=manifest["version"],
        tokenizer=tokenizer,
        network=_Sessions(folder),
        settings=Settings(**manifest["settings"]),
        calibration=Calibration(tuple(calibration["weights"]), calibration["bias"]),
    )


@cache
def load() -> AttributionModel:
    """Load the shipped model, once; raise ModelError where its files are missing or not those that were shipped."""
    return open_folder(_FOLDER)
