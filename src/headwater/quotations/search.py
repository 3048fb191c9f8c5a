"""Where the words of quotations stand in other documents: every run of three words is looked up in all texts at once.

The runs of all quotations are sorted; one pass over the words of the collection finds them (a sort join, linear in the
collection). In each document the densest stretch of hits is the place that is compared.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.align.seeds import hash_runs
from headwater.align.tokens import Tokens, tokenise
from headwater.records import Span

RUN = 3  # words; a quotation of fewer is not looked up
COMMON = 200  # places of one run, beyond which it is a set phrase and not used
ENOUGH = 1000  # places looked at for one quotation
DOCUMENTS = 8  # documents with most hits in which a quotation is compared
STRETCH = 4  # times the words of the quotation that a place may run over (it may leave much out)
ROOM = 40  # words on top of that
SLACK = 3  # words taken in on either side of a place
MOST_SLACK = 12  # words taken in at most, as many as the quotation has there
WIDE = 40  # words taken in where the quotation leaves words out


_Places = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of document number ``text`` that may hold the quotation, with the number of runs found."""

    text: int
    span: Span
    hits: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A quotation to look up: the number of its own text, its words, and whether it leaves words out."""

    text: int
    words: str
    broken: bool


def search(texts: Sequence[str], quotations: Sequence[Wanted]) -> list[list[Found]]:
    """Return for each quotation where else it may stand, best first."""
    tokens = tokenise(texts)
    wanted = tokenise([q.words for q in quotations])
    runs, keys = hash_runs(tokens, RUN), hash_runs(wanted, RUN)
    inside = np.zeros(len(keys), dtype=bool)
    for first, stop in zip(wanted.first[:-1].tolist(), wanted.first[1:].tolist(), strict=True):
        inside[first : max(first, stop - RUN + 1)] = True
    distinct = np.unique(keys[inside])
    if len(distinct) == 0 or len(runs) == 0:
        return [[] for _ in quotations]
    spot = np.minimum(np.searchsorted(distinct, runs), len(distinct) - 1)
    places = np.flatnonzero(distinct[spot] == runs)
    owner = np.searchsorted(tokens.first, places, side="right") - 1
    fits = places + RUN <= tokens.first[owner + 1]
    places, owner = places[fits], owner[fits]
    by_run: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for place, text in zip(places.tolist(), owner.tolist(), strict=True):
        by_run[int(runs[place])].append((text, place))
    result = []
    for number, quotation in enumerate(quotations):
        first, stop = int(wanted.first[number]), int(wanted.first[number + 1])
        hits: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for at, found in _rarest(by_run, keys[first : max(first, stop - RUN + 1)].tolist()):
            for text, place in found:
                if text != quotation.text:
                    hits[text].append((place, at))
        ranked = sorted(hits, key=lambda t: (-len({at for _, at in hits[t]}), t))[:DOCUMENTS]
        slack = WIDE if quotation.broken else SLACK
        result.append([_densest(tokens, t, hits[t], stop - first, slack) for t in ranked])
    return result


def _rarest(by_run: Mapping[int, list[tuple[int, int]]], runs: Sequence[int]) -> Iterator[tuple[int, _Places]]:
    """Yield the runs of a quotation with their places, the rarest first, until ENOUGH places have been seen.

    A quotation in a large collection holds phrases that stand in hundreds of texts; they cost much and show little.
    """
    told = sorted((len(found), at, found) for at, run in enumerate(runs) if (found := by_run.get(run)))
    seen = 0
    for number, at, found in told:
        if number > COMMON or seen > ENOUGH:
            return
        seen += number
        yield at, found


def _densest(tokens: Tokens, text: int, hits: list[tuple[int, int]], length: int, slack: int) -> Found:
    """Return the stretch of at most STRETCH times the quotation that holds most of its runs."""
    hits.sort()
    reach = STRETCH * length + ROOM
    best: list[tuple[int, int]] = []
    most = 0
    low = 0
    counts: dict[int, int] = defaultdict(int)
    for high, (place, at) in enumerate(hits):
        counts[at] += 1
        while place - hits[low][0] > reach:
            gone = hits[low][1]
            counts[gone] -= 1
            if not counts[gone]:
                del counts[gone]
            low += 1
        shorter = len(counts) == most and best and place - hits[low][0] < best[-1][0] - best[0][0]
        if len(counts) > most or shorter:
            best, most = hits[low : high + 1], len(counts)
    ahead, rest = best[0][1], length - RUN - best[-1][1]  # words of the quotation before and behind the runs found
    begin = best[0][0] - ahead - _slack(slack, ahead)
    stop = best[-1][0] + RUN + rest + _slack(slack, rest)
    begin, stop = max(begin, int(tokens.first[text])), min(stop, int(tokens.first[text + 1]))
    return Found(text, Span(int(tokens.start[begin]), int(tokens.end[stop - 1])), most)


def _slack(least: int, words: int) -> int:
    """Return how many words more to take in where ``words`` of the quotation lie beyond the runs that were found.

    The more of them lie there the more the original may hold that was left out between them.
    """
    return max(least, min(words, MOST_SLACK)) if words else 0
