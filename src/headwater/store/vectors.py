"""Vectors of sentences, kept in a case folder so that a sentence is read by the model once.

One file for each version of the model; it holds nothing that cannot be made anew and can be deleted at any time. It is
written under another name and takes its name when it is whole; where two processes write, the later one wins.
"""

import hashlib
import os
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
Embed = Callable[[Sequence[str]], Vectors]


def keeping(folder: Path, version: str, embed: Embed) -> Embed:
    """Return ``embed`` with a memory in the case ``folder``; ``version`` is the model's."""
    file = folder / f"vectors-{version}.npz"

    def remembered(sentences: Sequence[str]) -> Vectors:
        keys = [int.from_bytes(hashlib.sha256(s.encode()).digest()[:8], "big") for s in sentences]
        known = _read(file)
        fresh = {key: s for key, s in zip(keys, sentences, strict=True) if key not in known}
        if fresh:
            made = embed(list(fresh.values()))
            known.update(zip(fresh, made, strict=True))
            if len(fresh) > 1:  # a single one is what somebody asked for
                _write(file, known)
        return np.array([known[key] for key in keys], dtype=np.float32)

    return remembered


def _read(file: Path) -> dict[int, Vectors]:
    """Return the vectors of a file, none where it is missing or damaged."""
    try:
        with np.load(file, allow_pickle=False) as kept:
            return dict(zip(kept["keys"].tolist(), kept["vectors"].astype(np.float32), strict=True))
    except (OSError, ValueError, KeyError, EOFError, zipfile.BadZipFile):
        return {}


def _write(file: Path, known: dict[int, Vectors]) -> None:
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    with part.open("wb") as out:
        np.savez(
            out,
            keys=np.array(list(known), dtype=np.uint64),
            vectors=np.array(list(known.values()), dtype=np.float16),  # a cosine moves by less than 0.001
        )
    part.replace(file)
