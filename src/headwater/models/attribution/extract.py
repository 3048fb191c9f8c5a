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

from headwater.models.attribution.certainty import Calibration
from headwater.models.attribution.decode import best_tags, runs, softmax
from headwater.models.attribution.pieces import SHAPES, Pieces, Window, windows

CLS, SEP = 101, 102
SELF = frozenset({1045, 2057})  # "i", "we"
PUNCTUATION = SHAPES - 1
SOURCE, CONTENT = 0, 1  # kinds in the role tags
BEFORE, AFTER = 64, 96  # pieces before and after the start of a cue that its role pass sees: 99 % of attributions fit
MARGIN = 16  # pieces beyond its cue's paragraph that the role pass sees
STEP = 16  # its lengths are multiples of this
SECOND_CHANCE = 3.0  # added to content tags where none was found for a likely cue

Scores = NDArray[np.float32]
Numbers = NDArray[np.int64]
Range = tuple[int, int]


class Network(Protocol):
    """What extraction needs of a network, in arrays."""

    def encode(self, ids: Numbers, features: Numbers) -> tuple[Scores, Scores]:
        """Return states (rows, pieces, width) and cue scores (rows, pieces, 6): top level, then any level."""

    def roles(self, states: Scores, cue: Numbers) -> tuple[Scores, Scores]:
        """Return role scores (cues, pieces, 5) and the log-odds (cues,) that the cue is one."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Thresholds, chosen on the development set."""

    cue_bias: float = 1.0  # added to the cue tags before decoding: more candidates, which the second pass then judges
    least_cue: float = 0.1  # least probability of a cue to be judged at all: the second pass costs time
    keep: float = 0.3  # least score of an attribution outside others
    keep_nested: float = 0.87  # least score of one inside another's content: PolNeAR has none, so each costs precision


@dataclass(frozen=True, slots=True)
class _Cue:
    """A run of pieces of a window that may be a cue, with its mean probability and whether only the second tagger,
    which knows of inner ones, has it."""

    start: int
    end: int
    score: float
    nested: bool


@dataclass(frozen=True, slots=True)
class _Judged:
    """A cue with what the role pass says of it: ``first`` is the piece of the text that ``tags`` begin at."""

    cue: _Cue
    window: int
    first: int
    tags: Scores
    valid: float


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
    score: float = 0.0


def read_window(network: Network, pieces: Pieces, window: Window) -> tuple[Scores, Scores]:
    """Return states and cue scores of a window, without the marks that the encoder needs at either end."""
    length = window.end - window.start
    ids = np.empty((1, length + 2), dtype=np.int64)
    features = np.full((1, length + 2), PUNCTUATION, dtype=np.int64)
    ids[0, 0], ids[0, length + 1] = CLS, SEP
    ids[0, 1:-1] = pieces.ids[window.start : window.end]
    features[0, 1:-1] = pieces.features[window.start : window.end]
    states, cues = network.encode(ids, features)
    return states[0, 1:-1], cues[0, 1:-1]


def _candidates(read: Sequence[Scores], parts: Sequence[Window], settings: Settings) -> list[list[_Cue]]:
    """Return per window the cue runs that it answers for, relative to it."""
    longest = max(len(scores) for scores in read)
    both = np.zeros((len(read), 2, longest, 3), dtype=np.float32)
    both[:, :, :, 1:] = -1e4
    for row, scores in enumerate(read):
        both[row, 0, : len(scores)], both[row, 1, : len(scores)] = scores[:, :3], scores[:, 3:]
    probabilities = 1.0 - softmax(both)[:, :, :, 0]
    both[:, :, :, 1:] += settings.cue_bias
    tags = best_tags(both.reshape(-1, longest, 3)).reshape(len(read), 2, longest)
    found: list[list[_Cue]] = []
    for row, window in enumerate(parts):
        low, high = window.own_start - window.start, window.own_end - window.start
        taken: set[int] = set()
        cues: list[_Cue] = []
        for level in (0, 1):
            for _, s, e in runs(tags[row, level]):
                p = float(probabilities[row, level, s:e].sum()) / (e - s)
                if low <= s < high and p >= settings.least_cue and taken.isdisjoint(range(s, e)):
                    cues.append(_Cue(s, e, p, level == 1))
            taken = {i for cue in cues for i in range(cue.start, cue.end)}
        found.append(cues)
    return found


def extract(network: Network, pieces: Pieces, settings: Settings, calibration: Calibration) -> list[Found]:
    """Return the attributions of one document, in order of their cues."""
    parts = windows(pieces)
    read = [read_window(network, pieces, window) for window in parts]
    candidates = _candidates([cues for _, cues in read], parts, settings)
    borders = np.flatnonzero(pieces.features // SHAPES % 2 == 1)
    judged: list[_Judged] = []
    for (states, _), window, cues in zip(read, parts, candidates, strict=True):
        by_length: dict[int, list[tuple[_Cue, int]]] = {}
        for cue in cues:
            first, length = _seen(cue, window, borders)
            by_length.setdefault(length, []).append((cue, first))
        for length, group in by_length.items():
            near = np.array([first for _, first in group])[:, None] + np.arange(length)
            edges = np.array([(cue.start, cue.end) for cue, _ in group])
            marked = ((near >= edges[:, :1]) & (near < edges[:, 1:])).astype(np.int64)
            tags, valid = network.roles(states[near], marked)
            judged += [
                _Judged(cue, window.start, window.start + first, tags[i], float(valid[i]))
                for i, (cue, first) in enumerate(group)
            ]
    found = _read(judged)
    scored = [replace(f, score=calibration.probability(f)) for f in found]
    kept = select(sorted(scored, key=lambda f: (f.cue, f.nested)), settings)
    return [f for f in kept if not f.nested or _another(pieces, f.source)]


def _seen(cue: _Cue, window: Window, borders: Numbers) -> Range:
    """Return from which piece of the window on the role pass reads for a cue, and how many: its paragraph and
    ``MARGIN`` pieces on either side, no more than ``BEFORE`` and ``AFTER`` of its start."""
    at = window.start + cue.start
    following = int(np.searchsorted(borders, at, side="right"))
    low = int(borders[following - 1]) if following else 0
    high = int(borders[following]) if following < len(borders) else window.end
    first = max(cue.start - BEFORE, low - MARGIN - window.start, 0)
    end = min(cue.start + AFTER, high + MARGIN - window.start, window.end - window.start)
    length = -(-(end - first) // STEP) * STEP  # so that cues with paragraphs of about one length share a pass
    total = window.end - window.start
    length = min(length, total)
    return min(first, total - length), length


def _another(pieces: Pieces, source: Sequence[Range]) -> bool:
    """Whether an inner attribution has a source, and one other than the speaker himself ("I think")."""
    named = [int(pieces.ids[i]) for s, e in source for i in range(s, e)]
    return bool(named) and not (len(named) == 1 and named[0] in SELF)


def surroundings(cues: Sequence[Range], total: int) -> tuple[Numbers, Numbers]:
    """Return for each cue which pieces of its window the role pass sees, and the cue's place among them."""
    length = min(BEFORE + AFTER, total)
    starts = np.clip(np.array([s for s, _ in cues]) - BEFORE, 0, total - length)
    near = starts[:, None] + np.arange(length)
    firsts, ends = (np.array(edge)[:, None] for edge in zip(*cues, strict=True))
    return near, ((near >= firsts) & (near < ends)).astype(np.int64)


def _read(judged: Sequence[_Judged]) -> Iterable[Found]:
    if not judged:
        return
    tags = np.zeros((len(judged), max(len(j.tags) for j in judged), 5), dtype=np.float32)
    tags[:, :, 1:] = -1e4
    for i, j in enumerate(judged):
        tags[i, : len(j.tags)] = j.tags
    best = best_tags(tags)
    bare = np.flatnonzero(~(best > 2).any(1) & np.array([j.valid > 0.0 for j in judged]))
    if len(bare):  # a cue without a content is no attribution: take the likeliest content there is
        again = tags[bare]
        again[:, :, 3:] += SECOND_CHANCE
        best[bare] = best_tags(again)
    probabilities = softmax(tags)
    said = np.take_along_axis(probabilities, best[:, :, None], 2)[:, :, 0]
    unsaid = 1.0 - probabilities[:, :, 1].max(1)
    for i, j in enumerate(judged):
        by_kind: dict[int, list[tuple[float, int, int]]] = {SOURCE: [], CONTENT: []}
        for kind, a, b in runs(best[i]):
            by_kind[kind].append((float(said[i, a:b].sum()) / (b - a), a + j.first, b + j.first))
        if not by_kind[CONTENT]:
            continue
        source = max(by_kind[SOURCE], default=None)
        yield Found(
            cue=(j.cue.start + j.window, j.cue.end + j.window),
            source=((source[1], source[2]),) if source else (),
            content=tuple((a, b) for _, a, b in by_kind[CONTENT]),
            cue_score=j.cue.score,
            valid=1.0 / (1.0 + float(np.exp(-j.valid))),
            source_score=source[0] if source else float(unsaid[i]),
            content_score=sum(p * (b - a) for p, a, b in by_kind[CONTENT]) / sum(b - a for _, a, b in by_kind[CONTENT]),
            nested=j.cue.nested,
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
        near = [t for t in top if t.content[0][0] < f.content[-1][1] and f.content[0][0] < t.content[-1][1]]
        own = tuple(c for c in f.content if all(_within([c], t.content) <= 0.5 for t in near))
        if not own or any(_within(t.content, own) > 0.5 for t in near):
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
