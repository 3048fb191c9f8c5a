"""Batches of windows with their gold as arrays, and what is done to them so that the model learns language rather
than names: word pieces are hidden, names are exchanged. Not needed to run the model."""

import random
from collections.abc import Sequence
from typing import Any

import numpy as np

from headwater.models.attribution.corpora import Gold, Text
from headwater.models.attribution.extract import CLS, PUNCTUATION, SEP
from headwater.models.attribution.pieces import SHAPES, Window

VOCABULARY = 30522
MASK = 103
IGNORE = -100

Item = tuple[int, Window, tuple[Gold, ...]]  # number of the text, window, gold of the text


class Names:
    """Single-piece capitalised words of the training texts, to be exchanged for one another: the model shall not
    learn who spoke in 2016."""

    def __init__(self, texts: Sequence[Text]) -> None:
        capital, plain = np.zeros(VOCABULARY), np.zeros(VOCABULARY)
        for t in texts:
            p = t.pieces
            whole = np.append(p.starts[1:] > p.ends[:-1], True) & np.insert(p.starts[1:] > p.ends[:-1], 0, True)
            first = np.zeros(len(p.ids), dtype=bool)
            first[p.sentences] = True
            shape = p.features % SHAPES
            np.add.at(capital, p.ids[whole & ~first & (shape == 1)], 1)
            np.add.at(plain, p.ids[whole & (shape == 0)], 1)
        self.ids = np.flatnonzero((capital >= 4) & (capital > 20 * plain))

    def exchange(self, ids: Any, rng: random.Random) -> Any:
        """Return ``ids`` with half of the names exchanged, the same one for the same name throughout."""
        table = np.arange(VOCABULARY)
        chosen = np.array([i for i in self.ids if rng.random() < 0.5])
        if len(chosen):
            table[chosen] = np.array(rng.choices(self.ids.tolist(), k=len(chosen)))
        return table[ids]


def epoch_windows(texts: Sequence[Text], rng: random.Random, size: int) -> list[Item]:
    """Cut each text into windows of whole sentences from a random place on, with some overlap."""
    found = []
    for n, t in enumerate(texts):
        total = len(t.pieces.ids)
        bounds = np.append(t.pieces.sentences, total)
        gold = rng.choice(t.gold)
        start, end = 0, 0
        while end < total:
            limit = start + (size if start else rng.randint(size // 3, size))
            end = int(bounds[np.searchsorted(bounds, limit, side="right") - 1])
            if end <= start:
                end = min(limit, total)
            found.append((n, Window(start, end, start, end), gold))
            back = bounds[np.searchsorted(bounds, max(end - size // 6, start + 1))]
            start = int(back) if start < back < end else end
    return found


class Batcher:
    """Turns windows into arrays for one step."""

    def __init__(self, texts: Sequence[Text], seed: int, size: int, tokens: int, masked: float) -> None:
        self.texts, self.size, self.tokens, self.masked = texts, size, tokens, masked
        self.rng = random.Random(seed)
        self.names = Names([t for t in texts if t.flat])

    def epoch(self) -> list[list[Item]]:
        items = epoch_windows(self.texts, self.rng, self.size)
        self.rng.shuffle(items)
        batches = []
        chunk = 24 * max(self.tokens // self.size, 1)
        for i in range(0, len(items), chunk):
            part = sorted(items[i : i + chunk], key=lambda x: x[1].end - x[1].start)
            now: list[Any] = []
            for item in part:
                longest = max(item[1].end - item[1].start, *(x[1].end - x[1].start for x in now), 0)
                if now and longest * (len(now) + 1) > self.tokens:
                    batches.append(now)
                    now = []
                now.append(item)
            batches.append(now)
        self.rng.shuffle(batches)
        return batches

    def arrays(self, batch: Sequence[Item]) -> dict[str, Any]:
        longest = max(w.end - w.start for _, w, _ in batch) + 2
        shape = (len(batch), longest)
        ids, mask = np.zeros(shape, np.int64), np.zeros(shape, np.int64)
        features = np.full(shape, PUNCTUATION, np.int64)
        top, deep = np.full(shape, IGNORE, np.int64), np.full(shape, IGNORE, np.int64)
        flat_content = np.zeros(shape, bool)
        plain = np.full(shape, IGNORE, np.int64)
        cues: list[tuple[int, int, int, Any, bool]] = []
        for row, (n, w, gold) in enumerate(batch):
            t = self.texts[n]
            length = w.end - w.start
            source = t.pieces.ids[w.start : w.end]
            if self.rng.random() < 0.4:
                source = self.names.exchange(source, self.rng)
            if self.masked:
                noise = np.array([self.rng.random() for _ in range(length)])
                source = np.where(noise < self.masked, MASK, source)
            ids[row, 0], ids[row, length + 1] = CLS, SEP
            ids[row, 1 : length + 1] = source
            features[row, 1 : length + 1] = t.pieces.features[w.start : w.end]
            mask[row, : length + 2] = 1
            top[row, 1 : length + 1] = deep[row, 1 : length + 1] = 0
            shift = 1 - w.start
            if t.flat:
                plain[row, 1 : length + 1] = 0
                for g in gold:
                    for kind, ranges in ((0, g.source), (1, g.content)):
                        for a, b in ranges:
                            if w.start <= a < b <= w.end:
                                plain[row, a + shift] = 1 + 2 * kind
                                plain[row, a + shift + 1 : b + shift] = 2 + 2 * kind
                            elif a < w.end and b > w.start:
                                plain[row, max(a + shift, 1) : min(b + shift, length + 1)] = IGNORE
            for a, b in t.unknown:
                if w.start <= a < w.end:
                    top[row, a + shift : min(b, w.end) + shift] = IGNORE
                    deep[row, a + shift : min(b, w.end) + shift] = IGNORE
            for g in gold:
                s, e = max(g.cue[0], w.start) + shift, min(g.cue[1], w.end) + shift
                for a, b in g.content:
                    a, b = max(a, w.start) + shift, min(b, w.end) + shift
                    if a < b and t.flat:
                        flat_content[row, a:b] = True
                if s >= e:
                    continue
                for target in (top, deep):
                    target[row, s] = 1
                    target[row, s + 1 : e] = 2
                if g.nested:
                    top[row, s:e] = 0
                parts = [g.cue, *g.source, *g.content]
                if all(w.start <= a and b <= w.end for a, b in parts):
                    tags = np.zeros(longest, np.int64)
                    for kind, ranges in ((0, g.source), (1, g.content)):
                        for a, b in ranges:
                            tags[a + shift] = 1 + 2 * kind
                            tags[a + shift + 1 : b + shift] = 2 + 2 * kind
                    cues.append((row, s, e, tags, g.nested))
        deep[flat_content & (deep == 0)] = IGNORE
        return {"ids": ids, "features": features, "mask": mask, "top": top, "deep": deep, "plain": plain, "cues": cues}
