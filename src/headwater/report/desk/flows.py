"""Who has words from whom, by publisher: flows between publishers, and the publishers themselves."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from headwater.records import Document
from headwater.report.comparison import PairLine
from headwater.report.index import Index

LISTED = 2_000  # publishers on their page
FLOWS = 400  # lines of who has words from whom, of each kind
MATRIX = 24  # publishers in the matrix


@dataclass(frozen=True, slots=True)
class Flow:
    """How many pairs of documents show that one publisher has words from another, and how many words."""

    earlier: str
    later: str
    pairs: int
    words: int


@dataclass(frozen=True, slots=True)
class PublisherLine:
    """A publisher with its documents, and the days of the first and the last; None where no date is known."""

    name: str
    documents: int
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """Who has words from whom. ``matrix`` are the publishers by which a table is drawn, most words first."""

    publishers: tuple[PublisherLine, ...]
    flows: tuple[Flow, ...]
    undirected: tuple[Flow, ...]
    flows_left: int
    matrix: tuple[str, ...]


def publisher_lines(documents: Iterable[Document]) -> tuple[PublisherLine, ...]:
    days: defaultdict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.publisher:
            days[document.publisher].append((document.published or "")[:10])
    lines = []
    for name, known in days.items():
        dated = sorted(day for day in known if day)
        lines.append(PublisherLine(name, len(known), dated[0] if dated else None, dated[-1] if dated else None))
    return tuple(sorted(lines, key=lambda line: (-line.documents, line.name)))


def flows(found: Index, pairs: Iterable[PairLine], *, directed: bool) -> tuple[Flow, ...]:
    """Return who has words from whom, most words first; pairs whose direction is not known where not ``directed``."""
    numbers: Counter[tuple[str, str]] = Counter()
    sizes: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        if (pair.direction in ("left_to_right", "right_to_left")) != directed:
            continue
        sides = [found.documents[key].publisher or found.labels[key] for key in (pair.left_id, pair.right_id)]
        if pair.direction == "right_to_left":
            sides.reverse()
        earlier, later = sides if directed else sorted(sides)
        numbers[earlier, later] += 1
        sizes[earlier, later] += pair.words
    lines = (Flow(*key, number, sizes[key]) for key, number in numbers.items())
    return tuple(sorted(lines, key=lambda flow: (-flow.words, flow.earlier, flow.later)))


def publisher_page(
    publishers: tuple[PublisherLine, ...], directed: tuple[Flow, ...], undirected: tuple[Flow, ...]
) -> PublisherPage:
    """Return the flows in which most words are, and the publishers that take part most."""
    weight: Counter[str] = Counter()
    for flow in (*directed, *undirected):
        weight.update(dict.fromkeys((flow.earlier, flow.later), flow.words))
    matrix = tuple(sorted(weight, key=lambda name: (-weight[name], name))[:MATRIX])
    left = max(0, len(directed) - FLOWS) + max(0, len(undirected) - FLOWS)
    return PublisherPage(publishers[:LISTED], directed[:FLOWS], undirected[:FLOWS], left, matrix)
