"""How near two English sentences are in meaning, by the angle between their vectors.

A small transformer (MiniLM-L6: Wang et al. 2020; tuned as sentence encoders are: Reimers and Gurevych 2019) reads each
sentence by itself and gives the mean of its last states. ``train.py`` makes the files, CARD.md says how well it does.
The vectors of word pieces are the attribution model's own table: both models were tuned from one ancestor, so the
table is stored once. English only; a figure, a name or a "not" hardly turns a vector, so nothing is decided by it
alone.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from headwater.errors import ModelError
from headwater.models.meaning.table import WordTable, read_table
from headwater.models.sessions import open_session

Vectors = NDArray[np.float32]
LONGEST = 96  # word pieces of a sentence that are read; the rest is cut off
BATCH = 32  # sentences of one length that are read at once
FILE, MANIFEST = "encoder.onnx", "manifest.json"
_FOLDER = Path(__file__).parent
_TABLE = _FOLDER.parent / "attribution"


@dataclass(frozen=True, slots=True)
class MeaningModel:
    """The loaded encoder; reading it needs no lock, so threads may share it."""

    version: str
    width: int
    tokenizer: Tokenizer = field(repr=False)
    table: WordTable = field(repr=False)
    session: Any = field(repr=False)  # Any: onnxruntime has no types

    def embed(self, sentences: Sequence[str]) -> Vectors:
        """Return a vector of length one per sentence, shape (sentences, ``width``); products are cosines."""
        found = np.zeros((len(sentences), self.width), dtype=np.float32)
        by_length: dict[int, list[tuple[int, list[int]]]] = defaultdict(list)
        for at, encoded in enumerate(self.tokenizer.encode_batch(list(sentences))):
            by_length[len(encoded.ids)].append((at, encoded.ids))
        for rows in by_length.values():  # of one length, so that nothing needs to be filled up and masked
            for first in range(0, len(rows), BATCH):
                batch = rows[first : first + BATCH]
                words = self.table.rows(np.array([ids for _, ids in batch]))
                found[[at for at, _ in batch]] = self.session.run(None, {"words": words})[0]
        return found


def open_folder(folder: Path, table: Path) -> MeaningModel:
    """Open a model whose word table lies in the encoder of ``table``; raise ModelError where a file is missing or is
    not the one that the manifest names."""
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        data = (folder / FILE).read_bytes()
    except (OSError, ValueError) as error:
        raise ModelError("the meaning model is not whole; reinstall headwater") from error
    if hashlib.sha256(data).hexdigest() != manifest["sha256"][FILE]:
        raise ModelError(f"{FILE} of the meaning model is not the file that was shipped; reinstall headwater")
    tokenizer = Tokenizer.from_file(str(table / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    session = open_session(data)
    return MeaningModel(manifest["version"], manifest["width"], tokenizer, read_table(table / FILE), session)


@cache
def load() -> MeaningModel:
    """Load the shipped model, once; raise ModelError where its files are missing or not those that were shipped."""
    return open_folder(_FOLDER, _TABLE)
