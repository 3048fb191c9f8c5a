"""Training material: PolNeAR and GUM as word pieces with gold attributions. Not needed to run the model."""

import gzip
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from tokenizers import Tokenizer

from headwater.models.attribution.decode import softmax
from headwater.models.attribution.extract import Network, read_window, surroundings
from headwater.models.attribution.pieces import Pieces, Window, cut, windows
from headwater.records import Span

_BREAK = re.compile(r"[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[A-Z0-9])|\n+")
LONGEST_CONTENT = 150  # pieces; a longer GUM content is a whole speech
UNSURE = 0.6  # a chance above which an unmarked cue in GUM news is left out of the loss: PolNeAR would mark it
AS_POLNEAR = frozenset({"news"})  # genres of GUM in which a cue that only PolNeAR would mark is not held to be wrong


@dataclass(frozen=True, slots=True)
class Gold:
    """One gold attribution in piece ranges."""

    cue: tuple[int, int]
    source: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    nested: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """One training text. ``flat`` says that its gold never marks what lies inside a content; in ``unknown`` pieces the
    gold says nothing either way."""

    id: str
    text: str
    pieces: Pieces
    gold: tuple[tuple[Gold, ...], ...]  # one per annotator
    flat: bool
    raw: tuple[Mapping[str, Any], ...]  # attributions of the first annotator, as in the file
    unknown: tuple[tuple[int, int], ...] = ()


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """Yield the lines of a gzipped JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        for line in lines:
            if line.strip():
                yield json.loads(line)


def sentences(text: str) -> list[Span]:
    """Return rough sentences: good enough to cut windows at."""
    found, start = [], 0
    for m in [*_BREAK.finditer(text), None]:
        end = m.end() if m else len(text)
        a, b = start, end
        while a < b and text[a].isspace():
            a += 1
        while b > a and text[b - 1].isspace():
            b -= 1
        if a < b:
            found.append(Span(a, b))
        start = end
    return found


def piece_range(pieces: Pieces, start: int, end: int) -> tuple[int, int] | None:
    """Return the pieces that a character range touches."""
    a = int(np.searchsorted(pieces.ends, start, side="right"))
    b = int(np.searchsorted(pieces.starts, end, side="left"))
    return (a, b) if a < b else None


def _ranges(pieces: Pieces, fragments: Sequence[Sequence[int]]) -> tuple[tuple[int, int], ...]:
    found = (piece_range(pieces, s, e) for s, e in fragments)
    return tuple(r for r in sorted(f for f in found if f))


def polnear(tokenizer: Tokenizer, path: Path) -> list[Text]:
    """Read PolNeAR; attributions without a cue or a content are left out."""
    texts = []
    for row in rows(path):
        pieces = cut(tokenizer, row["text"], sentences(row["text"]))
        by_annotator = row["attributions"]
        gold = tuple(
            tuple(
                Gold(cue[0], _ranges(pieces, a["source"]), content)
                for a in by_annotator[name]
                if (cue := _ranges(pieces, a["cue"])) and (content := _ranges(pieces, a["content"]))
            )
            for name in sorted(by_annotator)
        )
        raw = tuple(by_annotator[sorted(by_annotator)[0]])
        texts.append(Text(row["id"], row["text"], pieces, gold, True, raw))
    return texts


def made(tokenizer: Tokenizer, found: Iterable[Mapping[str, Any]]) -> list[Text]:
    """Texts of our own making, whose gold is whole."""
    texts = []
    for row in found:
        pieces = cut(tokenizer, row["text"], sentences(row["text"]))
        gold = tuple(
            Gold(_ranges(pieces, a["cue"])[0], _ranges(pieces, a["source"]), _ranges(pieces, a["content"]), a["nested"])
            for a in row["attributions"]
        )
        texts.append(Text(row["id"], row["text"], pieces, (gold,), False, tuple(row["attributions"])))
    return texts


def gum(tokenizer: Tokenizer, path: Path, network: Network | None = None) -> list[Text]:
    """Read GUM, whose satellites hold source and cue together; ``network`` tells them apart. Without one, the texts
    are good for measuring only."""
    texts = []
    for row in rows(path):
        pieces = cut(tokenizer, row["text"], sentences(row["text"]))
        raw = tuple(row["attributions"])
        reader = _Satellites(network, pieces) if network else None
        gold: list[Gold] = []
        unknown = list(reader.likely_cues()) if reader and row["genre"] in AS_POLNEAR else []
        for a in raw if reader else ():
            satellite, content = _ranges(pieces, a["satellite"]), _ranges(pieces, a["content"])
            if not satellite or not content or reader is None:
                continue
            if sum(e - s for s, e in content) > LONGEST_CONTENT:
                unknown += satellite
                continue
            cue, source = reader.split(satellite)
            nested = any(
                s <= a["satellite"][0][0] and a["satellite"][-1][1] <= e
                for other in raw
                if other is not a
                for s, e in other["content"]
            )
            gold.append(Gold(cue, source, content, nested))
        plain = tuple({"source": [], "cue": [], "content": a["content"]} for a in raw)
        texts.append(Text(row["id"], row["text"], pieces, (tuple(gold),), False, plain, tuple(unknown)))
    return texts


class _Satellites:
    """Tells source from cue inside the satellites of one text, by a network trained on PolNeAR."""

    def __init__(self, network: Network, pieces: Pieces) -> None:
        self._network = network
        total = len(pieces.ids)
        self._cue = np.zeros(total, dtype=np.float32)
        self._where: list[tuple[Window, Any]] = []
        for window in windows(pieces):
            states, cues = read_window(network, pieces, window)
            chance = 1.0 - softmax(cues[:, 3:])[:, 0]
            own = slice(window.own_start, window.own_end)
            self._cue[own] = chance[window.own_start - window.start : window.own_end - window.start]
            self._where.append((window, states))

    def likely_cues(self) -> Iterator[tuple[int, int]]:
        """Pieces that PolNeAR would most likely mark: where GUM does not in news, its rules differ, so nothing is
        known. In other genres what GUM leaves out ("I wanted to help her") is learned as no attribution."""
        for i in np.flatnonzero(self._cue > UNSURE).tolist():
            yield i, i + 1

    def split(self, satellite: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], tuple[tuple[int, int], ...]]:
        """Return cue and source inside a satellite."""
        low, high = satellite[0][0], satellite[-1][1]
        best = low + int(self._cue[low:high].argmax())
        start, end = best, best + 1
        while start > low and self._cue[start - 1] > 0.3:
            start -= 1
        while end < high and self._cue[end] > 0.3:
            end += 1
        window, states = next(w for w in self._where if w[0].own_start <= best < w[0].own_end)
        near, marked = surroundings([(max(start - window.start, 0), end - window.start)], len(states))
        tags, _ = self._network.roles(states[near], marked)
        first_seen = window.start + int(near[0, 0])
        chance = dict(enumerate(softmax(tags[0])[:, 1:3].sum(-1).tolist(), first_seen))
        sure = [i for i in range(low, high) if chance.get(i, 0.0) > 0.4 and not start <= i < end]
        if not sure:
            return (start, end), ()
        first = last = max(sure, key=lambda i: chance[i])
        while first - 1 in sure:
            first -= 1
        while last + 1 in sure:
            last += 1
        return (start, end), ((first, last + 1),)
