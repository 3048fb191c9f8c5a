"""Two documents side by side: the passages that they share, what was changed in them, and who has it from whom."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from headwater.errors import NotFoundError
from headwater.records import Case, ChangeKind, Direction, Document, Place, Reuse, Span
from headwater.report.beside import Rest, Unshared, rests, unshared
from headwater.report.index import EvidenceLine, Index, Where, explain, index, where
from headwater.report.quotations import QuotationLine, quotation_line
from headwater.report.wording import count
from headwater.words import words


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of a passage; ``changed`` where the other side has other words, or none, in its place."""

    text: str
    changed: bool


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """A change in words: what stood, what stands, and what kinds of thing it touches."""

    kind: ChangeKind
    left: str
    right: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SharedPassage:
    """A passage on both sides, in pieces; ``left_rests`` and ``right_rests`` are what stands before and after it in the
    sentences that it cuts into. ``changes`` are in the order of the text, these rests among them."""

    id: str
    left: Where
    right: Where
    left_pieces: tuple[Piece, ...]
    right_pieces: tuple[Piece, ...]
    left_rests: tuple[Rest, Rest]
    right_rests: tuple[Rest, Rest]
    words: int
    identity: float
    changes: tuple[ChangeLine, ...]
    direction: Direction
    why: str
    evidence: tuple[EvidenceLine, ...]


@dataclass(frozen=True, slots=True)
class PairLine:
    """Two documents that share passages. ``left`` is the earlier one where the direction is known, else the one with
    the earlier date. ``words`` are those of the right document that stand in a passage of the left one too, in the
    same order, and ``share`` is their part of it: what a passage says in other words is not counted."""

    left: str
    right: str
    left_id: str
    right_id: str
    direction: Direction
    passages: int
    words: int
    share: float
    why: str
    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ComparisonPage:
    """A pair with its passages, in the order of the left document.

    ``left_share`` is the part of the left document's words that are shared; ``touched`` counts the changes by what
    they touch, most first, and ``reworded`` those that touch nothing of the kind. ``only_left`` and ``only_right`` are
    sentences that no passage reaches.
    """

    pair: PairLine
    left_share: float
    touched: tuple[tuple[str, int], ...]
    reworded: int
    undated: tuple[str, ...]  # labels of the documents whose date is not known
    passages: tuple[SharedPassage, ...]
    quotations: tuple[QuotationLine, ...]
    only_left: Unshared
    only_right: Unshared


def pair_lines(case: Case | Index) -> tuple[PairLine, ...]:
    """Return the pairs of documents that share passages, those that share most words first."""
    found = case if isinstance(case, Index) else index(case)
    pairs: defaultdict[tuple[str, str], list[Reuse]] = defaultdict(list)
    for reuse in found.case.reuse:
        pairs[reuse.left.document, reuse.right.document].append(reuse)
    sizes = {d: len(words(found.documents[d].text)) for d in {document for pair in pairs for document in pair}}
    lines = [_pair(found, *_oriented(found, reuses), reuses, sizes) for reuses in pairs.values()]
    return tuple(sorted(lines, key=lambda line: (-line.words, line.left, line.right)))


def compare(case: Case | Index, left: str, right: str) -> ComparisonPage:
    """Return two documents side by side, named by id, label, path or publisher.

    Raises NotFoundError where a name fits no document or several, or where the two share no passage.
    """
    found = case if isinstance(case, Index) else index(case)
    ids = {find_document(found, left), find_document(found, right)}
    first, *_ = ids
    reuses = [r for r in found.reuse_of.get(first, ()) if {r.left.document, r.right.document} == ids]
    if len(ids) < 2 or not reuses:
        raise NotFoundError(f"{left!r} and {right!r} share no passage that is long or rare enough to show")
    earlier, later = _oriented(found, reuses)
    sides = {key: [r.left if r.left.document == key else r.right for r in reuses] for key in (earlier, later)}
    passages = [_passage(found, reuse, sides, turned=reuse.left.document != earlier) for reuse in reuses]
    passages.sort(key=lambda passage: (passage.left.start, passage.right.start, passage.id))
    quotations = [
        quotation_line(found, check)
        for check in found.case.quotation_checks
        if check.against and {check.against.document, found.attributions[check.attribution].document} == ids
    ]
    sizes = {key: len(words(found.documents[key].text)) for key in (earlier, later)}
    changes = [change for passage in passages for change in passage.changes]
    touched = Counter(name for change in changes for name in change.classes)
    return ComparisonPage(
        pair=_pair(found, earlier, later, reuses, sizes),
        left_share=_count_words(found.documents[earlier].text, _same(reuses, earlier)) / max(sizes[earlier], 1),
        touched=tuple(sorted(touched.items(), key=lambda item: (-item[1], item[0]))),
        reworded=sum(not change.classes for change in changes),
        undated=tuple(found.labels[key] for key in (earlier, later) if not found.documents[key].published),
        passages=tuple(passages),
        quotations=tuple(quotations),
        only_left=unshared(found, earlier, sides[earlier]),
        only_right=unshared(found, later, sides[later]),
    )


def say_direction(pair: PairLine) -> str:
    """Return who has words from whom, as a sentence without its stop."""
    return {
        "left_to_right": f"{pair.right} has words of {pair.left}",
        "right_to_left": f"{pair.left} has words of {pair.right}",
        "shared_origin": "Both have words of a third text",
        "unknown": "They share words; nothing shows which had them first",
    }[pair.direction]


def say_changes(page: ComparisonPage) -> str:
    """Return how many changes touch what, and how many are other words only."""
    told = [count(number, name) for name, number in page.touched]
    if page.reworded:
        told.append(count(page.reworded, "other wording"))
    altered = sum(quotation.verdict == "altered" for quotation in page.quotations)
    if altered:
        told.insert(0, f"{count(altered, 'quotation')} not as in the original")
    return ", ".join(told) if told else "nothing; the words are the same"


def find_document(found: Index, name: str) -> str:
    """Return the id of the one document that ``name`` fits."""

    def fits(document: Document) -> bool:
        said = (document.id, document.path, found.labels[document.id], document.publisher, document.title)
        return name in said or document.path.endswith("/" + name)

    near = [document.id for document in found.documents.values() if fits(document)]
    if len(near) != 1:
        problem = "fits several documents" if near else "is no document of this collection"
        raise NotFoundError(f"{name!r} {problem}; name it by its path")
    return near[0]


def _oriented(found: Index, reuses: list[Reuse]) -> tuple[str, str]:
    """Return the pair's ids, earlier first."""
    first = reuses[0]
    pair = (first.left.document, first.right.document)
    directions = {reuse.direction for reuse in reuses}
    if directions == {"right_to_left"}:
        return pair[::-1]
    if directions == {"left_to_right"}:
        return pair
    left, right = sorted(pair, key=lambda key: (found.documents[key].published or "~", found.labels[key], key))
    return left, right


def _turn(direction: Direction, turned: bool) -> Direction:
    if not turned:
        return direction
    turn: dict[Direction, Direction] = {"left_to_right": "right_to_left", "right_to_left": "left_to_right"}
    return turn.get(direction, direction)


def _pair(found: Index, left: str, right: str, reuses: list[Reuse], sizes: Mapping[str, int]) -> PairLine:
    directions = {_turn(reuse.direction, reuse.left.document != left) for reuse in reuses}
    covered = _count_words(found.documents[right].text, _same(reuses, right))
    total = sizes[right]
    return PairLine(
        found.labels[left],
        found.labels[right],
        left,
        right,
        directions.pop() if len(directions) == 1 else "unknown",
        len(reuses),
        covered,
        covered / total if total else 0.0,
        max(reuses, key=lambda reuse: (reuse.bits, reuse.id)).why,
        tuple(sorted({name for reuse in reuses for change in reuse.changes for name in change.classes})),
    )


def _same(reuses: Sequence[Reuse], document: str) -> list[Span]:
    """Return what stands word for word in both, as places of one of them."""
    return [a if r.left.document == document else b for r in reuses for a, b in r.blocks]


def _count_words(text: str, places: Iterable[Span]) -> int:
    return len({word.start for place in places for word in words(text, place.start, place.end)})


def _passage(found: Index, reuse: Reuse, shared: Mapping[str, Sequence[Place]], *, turned: bool) -> SharedPassage:
    left, right = (reuse.right, reuse.left) if turned else (reuse.left, reuse.right)
    blocks = [(b, a) if turned else (a, b) for a, b in reuse.blocks]
    texts = found.documents[left.document].text, found.documents[right.document].text
    changes = []
    for change in reuse.changes:
        sides = (change.right, change.left) if turned else (change.left, change.right)
        kind: ChangeKind = change.kind
        if turned and kind != "replaced":
            kind = "deleted" if kind == "inserted" else "inserted"
        said = [side.of(text) if side else "" for side, text in zip(sides, texts, strict=True)]
        changes.append(ChangeLine(kind, said[0], said[1], change.classes))
    around = rests(found, left, shared[left.document]), rests(found, right, shared[right.document])
    before, after = (_at_edge(ours, theirs) for ours, theirs in zip(*around, strict=True))
    return SharedPassage(
        reuse.id,
        where(found, left.document, left.start, left.end),
        where(found, right.document, right.start, right.end),
        _pieces(texts[0], left, [a for a, _ in blocks]),
        _pieces(texts[1], right, [b for _, b in blocks]),
        *around,
        len(words(texts[1], right.start, right.end)),
        reuse.identity,
        (*before, *changes, *after),
        _turn(reuse.direction, turned),
        reuse.why,
        explain(found, reuse.evidence),
    )


def _at_edge(left: Rest, right: Rest) -> tuple[ChangeLine, ...]:
    """Return what stands beside a passage as a change: none where neither side has words there."""
    if not left.text and not right.text:
        return ()
    kind: ChangeKind = "replaced" if left.text and right.text else "deleted" if left.text else "inserted"
    return (ChangeLine(kind, left.text, right.text, tuple(dict.fromkeys(left.classes + right.classes))),)


def _pieces(text: str, place: Place, blocks: list[Span]) -> tuple[Piece, ...]:
    """Return a passage in runs that match and runs that do not; blanks and marks around words always match."""
    pieces: list[Piece] = []
    at = place.start
    for block in [*sorted(blocks), Span(place.end, place.end)]:
        start = min(max(block.start, at), place.end)
        gap = words(text, at, start)
        if gap:
            first, last = gap[0].start, gap[-1].end
            pieces += [Piece(text[at:first], False), Piece(text[first:last], True), Piece(text[last:start], False)]
        else:
            pieces.append(Piece(text[at:start], False))
        if block.end > start:
            pieces.append(Piece(text[start : min(block.end, place.end)], False))
        at = max(at, min(block.end, place.end))
    return tuple(piece for piece in pieces if piece.text)
