"""Where a correction's words stand now: at the same place, at one other place in the same words, or nowhere."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from headwater.records import Anchor, Document, Place, Span

AROUND = 40  # code points kept before and after the words
OPENING = 80  # code points by which a document as a whole is known


def make_anchor(document: Document, start: int, end: int) -> Anchor:
    """Return the words at a place with those around them."""
    text = document.text
    return Anchor(
        document=document.id,
        start=start,
        end=end,
        quote=text[start:end],
        prefix=text[max(0, start - AROUND) : start],
        suffix=text[end : end + AROUND],
        name=document.path,
    )


def anchor_document(document: Document) -> Anchor:
    """Return what a document as a whole is known by: its opening."""
    return make_anchor(document, 0, min(OPENING, len(document.text)))


@dataclass(frozen=True, slots=True)
class Found:
    """Where an anchor's words stand now; ``moved`` where that is not where they stood."""

    place: Place
    moved: bool

    @property
    def span(self) -> Span:
        """The place without its document."""
        return Span(self.place.start, self.place.end)


class Texts:
    """The documents of a collection, by id and by the name under which they were given."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self.documents = {document.id: document for document in documents}
        self._by_path: dict[str, list[Document]] = defaultdict(list)
        self._by_name: dict[str, list[Document]] = defaultdict(list)
        for document in self.documents.values():
            self._by_path[document.path].append(document)
            self._by_name[PurePath(document.path).name].append(document)

    def locate(self, anchor: Anchor) -> Found | None:
        """Return where the anchor's words stand; None where they do not stand exactly once with those around them.

        Looked for in the document itself, or, where that is not in the collection, in the one given by its name.
        """
        same = self.documents.get(anchor.document)
        if same is not None and _stands(same.text, anchor):
            return Found(Place(same.id, anchor.start, anchor.end), moved=False)
        around = anchor.prefix + anchor.quote + anchor.suffix
        if not around:
            return None
        places = [
            Place(document.id, at + len(anchor.prefix), at + len(anchor.prefix) + len(anchor.quote))
            for document in ([same] if same is not None else self._successors(anchor))
            for at in _occurrences(document.text, around)
        ]
        return Found(places[0], moved=True) if len(places) == 1 else None

    def _successors(self, anchor: Anchor) -> list[Document]:
        if not anchor.name:
            return []
        return self._by_path.get(anchor.name) or self._by_name.get(PurePath(anchor.name).name, [])


def _stands(text: str, anchor: Anchor) -> bool:
    before = text[max(0, anchor.start - len(anchor.prefix)) : anchor.start]
    return (
        text[anchor.start : anchor.end] == anchor.quote
        and before == anchor.prefix
        and text.startswith(anchor.suffix, anchor.end)
    )


def _occurrences(text: str, words: str) -> list[int]:
    """Return where ``words`` begin; two are enough to know that they do not stand once."""
    first = text.find(words)
    if first < 0:
        return []
    second = text.find(words, first + 1)
    return [first] if second < 0 else [first, second]


def shared(left: Span, right: Span) -> float:
    """Return how much of what two spans cover together they share, 0 to 1."""
    both = min(left.end, right.end) - max(left.start, right.start)
    if both <= 0:
        return 1.0 if left == right else 0.0
    return both / (max(left.end, right.end) - min(left.start, right.start))
