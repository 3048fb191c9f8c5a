"""From tag scores to attributions: cues first, then for each cue its own source and content (as in semantic role
labelling: Gildea and Jurafsky 2002; one labelling per predicate, so attributions may overlap or nest).

Works on word pieces and on any network with the two calls of ``Network``, so that training and the shipped model
share it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from headwater.models.attribution.decode import best_tags, runs, softmax
from headwater.models.attribution.pieces import SHAPES, Pieces, Window, windows

CLS, SEP = 101, 102
PUNCTUATION = SHAPES - 1
SOURCE, CONTENT = 0, 1  # kinds in the role tags
SECOND_CHANCE = 3.0  # added to content tags where none was found for a likely cue

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]
Range = tuple[int, int]


class Network(Protocol):
    """What extraction needs of a network, in arrays."""

    def encode(self, ids: Numbers, features: Numbers, mask: Numbers) -> tuple[Scores, Scores]:
        """Return states (windows, pieces, width) and cue scores (windows, pieces, 6): top level, then any level."""

    def roles(self, states: Scores, mask: Numbers, cue: Numbers) -> tuple[Scores, Scores]:
        """Return role scores (cues, pieces, 5) and the log-odds (cues,) that the cue is one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds, chosen on the development set."""

    cue_bias: float = 1.0  # added to the cue tags before decoding: more candidates, which the second pass then judges
    keep: float = 0.5  # least probability for an attribution outside others
    keep_nested: float = 0.6  # least probability for one inside another's content
    batch: int = 8  # windows read together


@dataclass(frozen=True, slots=True)
class Found:
    """One attribution in piece numbers, with the probabilities it rests on."""

    cue: Range
    source: tuple[Range, ...]
    content: tuple[Range, ...]
    cue_score: float
    valid: float
    source_score: float
    content_score: float
    nested: bool

    @property
    def score(self) -> float:
        """How sure the model is that this is an attribution."""
        return self.valid


def _batches(items: Sequence[Window], size: int) -> Iterable[list[Window]]:
    ordered = sorted(items, key=lambda w: (w.end - w.start, w.start))
    for i in range(0, len(ordered), size):
        yield ordered[i : i + size]


def read_windows(network: Network, pieces: Pieces, batch: Sequence[Window]) -> tuple[Scores, Scores, Numbers]:
    """Return states, cue scores and mask of windows, without the marks that the encoder needs at either end."""
    longest = max(w.end - w.start for w in batch) + 2
    ids = np.zeros((len(batch), longest), dtype=np.int64)
    features = np.full((len(batch), longest), PUNCTUATION, dtype=np.int64)
    mask = np.zeros((len(batch), longest), dtype=np.int64)
    for row, w in enumerate(batch):
        length = w.end - w.start
        ids[row, 0], ids[row, length + 1] = CLS, SEP
        ids[row, 1 : length + 1] = pieces.ids[w.start : w.end]
        features[row, 1 : length + 1] = pieces.features[w.start : w.end]
        mask[row, : length + 2] = 1
    states, cues = network.encode(ids, features, mask)
    return states[:, 1:-1], cues[:, 1:-1], mask[:, 2:]


def _candidates(scores: Scores, window: Window, bias: float) -> list[tuple[int, int, float]]:
    """Return cue runs that the window answers for, relative to it, with their mean probability."""
    length = window.end - window.start
    scores = scores[:length].copy()
    probabilities = 1.0 - softmax(scores)[:, 0]
    scores[:, 1:] += bias
    low, high = window.own_start - window.start, window.own_end - window.start
    return [(s, e, float(probabilities[s:e].mean())) for _, s, e in runs(best_tags(scores[None])[0]) if low <= s < high]


def extract(network: Network, pieces: Pieces, settings: Settings) -> list[Found]:
    """Return the attributions of one document, in order of their cues."""
    found: list[Found] = []
    for batch in _batches(windows(pieces), settings.batch):
        states, cues, mask = read_windows(network, pieces, batch)
        rows: list[int] = []
        spans: list[tuple[int, int, float, bool]] = []
        for row, window in enumerate(batch):
            top = _candidates(cues[row, :, :3], window, settings.cue_bias)
            taken = {i for s, e, _ in top for i in range(s, e)}
            more = _candidates(cues[row, :, 3:], window, settings.cue_bias)
            candidates = [(*c, False) for c in top]
            candidates += [(*c, True) for c in more if taken.isdisjoint(range(c[0], c[1]))]
            rows += [row] * len(candidates)
            spans += candidates
        if not rows:
            continue
        marked = np.zeros((len(rows), states.shape[1]), dtype=np.int64)
        for i, (s, e, _, _) in enumerate(spans):
            marked[i, s:e] = 1
        chosen = np.array(rows)
        tags, valid = network.roles(states[chosen], mask[chosen], marked)
        found += _read(tags, valid, spans, [batch[r] for r in rows])
    return select(sorted(found, key=lambda f: (f.cue, f.nested)), settings)


def _read(
    tags: Scores, valid: Scores, spans: Sequence[tuple[int, int, float, bool]], of: Sequence[Window]
) -> Iterable[Found]:
    best = best_tags(tags)
    bare = np.flatnonzero(~(best > 2).any(1) & (valid > 0.0))
    if len(bare):  # a cue without a content is no attribution: take the likeliest content there is
        again = tags[bare]
        again[:, :, 3:] += SECOND_CHANCE
        best[bare] = best_tags(again)
    probabilities = softmax(tags)
    for i, (s, e, cue_score, nested) in enumerate(spans):
        window = of[i]
        row = best[i].copy()
        row[window.end - window.start :] = 0
        sure = probabilities[i]
        by_kind: dict[int, list[tuple[float, int, int]]] = {SOURCE: [], CONTENT: []}
        for kind, a, b in runs(row):
            p = float(np.take_along_axis(sure[a:b], row[a:b, None], 1).mean())
            by_kind[kind].append((p, a + window.start, b + window.start))
        if not by_kind[CONTENT]:
            continue
        source = max(by_kind[SOURCE], default=None)
        no_source = float(1.0 - sure[: window.end - window.start, 1].max())
        yield Found(
            cue=(s + window.start, e + window.start),
            source=((source[1], source[2]),) if source else (),
            content=tuple((a, b) for _, a, b in by_kind[CONTENT]),
            cue_score=cue_score,
            valid=1.0 / (1.0 + float(np.exp(-valid[i]))),
            source_score=source[0] if source else no_source,
            content_score=sum(p * (b - a) for p, a, b in by_kind[CONTENT]) / sum(b - a for _, a, b in by_kind[CONTENT]),
            nested=nested,
        )


def _within(inner: Sequence[Range], outer: Sequence[Range]) -> float:
    """Share of ``inner`` that lies in ``outer``."""
    length = sum(e - s for s, e in inner)
    return sum(max(0, min(e, oe) - max(s, os)) for s, e in inner for os, oe in outer) / max(length, 1)


def _clip(ranges: Sequence[Range], outer: Sequence[Range]) -> tuple[Range, ...]:
    return tuple((max(s, os), min(e, oe)) for s, e in ranges for os, oe in outer if max(s, os) < min(e, oe))


def select(found: Sequence[Found], settings: Settings) -> list[Found]:
    """Keep the likely ones: top-level attributions whose contents do not cover one another, then nested ones."""
    top: list[Found] = []
    inner: list[Found] = []
    for f in sorted((f for f in found if not f.nested), key=lambda f: (-f.score, f.cue)):
        if f.score < settings.keep:
            inner.append(f)
            continue
        # A fragment that a surer attribution holds belongs to that one.
        own = tuple(c for c in f.content if all(_within([c], t.content) <= 0.5 for t in top))
        if not own or any(_within(t.content, own) > 0.5 for t in top):
            inner.append(f)
        else:
            top.append(f if own == f.content else replace(f, content=own))
    kept = list(top)
    for f in sorted([*inner, *(f for f in found if f.nested)], key=lambda f: (-f.score, f.cue)):
        if f.score < settings.keep_nested:
            continue
        outer = [t for t in top if _within([f.cue], t.content) == 1.0]
        if not outer:
            continue
        content = _clip(f.content, outer[0].content)
        if not content or any(_within([f.cue], [k.cue]) > 0 for k in kept):
            continue
        kept.append(replace(f, source=_clip(f.source, outer[0].content), content=content, nested=True))
    return sorted(kept, key=lambda f: f.cue)
