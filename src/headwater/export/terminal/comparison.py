"""Two documents side by side: what both have on one line, what differs in [brackets]."""

import textwrap

from headwater.export.terminal.layout import Paper, clean, visible
from headwater.export.terminal.summary import put_quotation
from headwater.report.comparison import ComparisonPage, Piece, SharedPassage, say_changes, say_direction
from headwater.report.wording import count

GUTTER = 3  # columns between the sides
SIDE_BY_SIDE = 70  # columns; a narrower terminal gets the sides one below the other


def render_comparison(page: ComparisonPage, width: int, color: bool) -> str:
    """Return a pair with its passages side by side."""
    paper = Paper(width, color)
    pair = page.pair
    left, right = clean(pair.left), clean(pair.right)
    paper.put(paper.words(clean(say_direction(pair)), "bold"))
    paper.put(
        f"{count(pair.passages, 'passage')}, {count(pair.words, 'word')} the same:"
        f" {pair.share:.0%} of {right}; {page.left_share:.0%} of {left}",
        "taken:   ",
    )
    paper.put(say_changes(page), "changed: ")
    alone = ((page.only_left.sentences, left), (page.only_right.sentences, right))
    if any(number for number, _ in alone):
        paper.put("; ".join(f"{count(n, 'sentence')} of {label}" for n, label in alone if n), "not shared: ")
    paper.put(clean(pair.why), "why:     ")
    if page.undated and pair.direction == "unknown":
        named = " and ".join(clean(label) for label in page.undated)
        paper.put(f"the date of {named}: who was first would follow from it, or from a credit", "missing: ")
    paper.put(paper.words("words that differ stand in [brackets]", "dim"))
    for passage in page.passages:
        paper.blank()
        _passage(paper, passage, pair.left, pair.right)
    for quotation in page.quotations:
        if quotation.verdict in ("altered", "promoted"):
            paper.blank()
            put_quotation(paper, quotation)
    return paper.text()


def _passage(paper: Paper, passage: SharedPassage, left: str, right: str) -> None:
    sides = [_marked(passage.left_pieces), _marked(passage.right_pieces)]
    if paper.width < SIDE_BY_SIDE:
        for label, text in zip((left, right), sides, strict=True):
            paper.put(paper.words(clean(label), "bold"))
            paper.put(text, "  ")
    else:
        column = (paper.width - GUTTER) // 2
        head = [f"{clean(label)}, from {at.start}" for label, at in ((left, passage.left), (right, passage.right))]
        columns = [textwrap.wrap(text, column) for text in sides]
        heads = [textwrap.wrap(text, column) for text in head]
        for rows, names in ((heads, ("bold",)), (columns, ())):
            for number in range(max(len(rows[0]), len(rows[1]))):
                one, two = (side[number] if number < len(side) else "" for side in rows)
                gap = " " * (column - visible(one) + GUTTER)
                paper.lines.append(f"{paper.style(one, *names)}{gap}{paper.style(two, *names)}".rstrip())
    notable = [change for change in passage.changes if change.classes]
    for change in notable:
        paper.put(
            f"{', '.join(change.classes)}: “{clean(change.left) or '–'}” / “{clean(change.right) or '–'}”", "  * "
        )


def _marked(pieces: tuple[Piece, ...]) -> str:
    parts = []
    for piece in pieces:
        text = clean(piece.text)
        if piece.changed:
            parts.append(f"[{text}]")
        elif text:
            lead, tail = (" " if piece.text[:1].isspace() else ""), (" " if piece.text[-1:].isspace() else "")
            parts.append(f"{lead}{text}{tail}")
        elif piece.text:
            parts.append(" ")
    joined = "".join(
        f" {part}" if part.startswith("[") and number and not parts[number - 1].endswith((" ", "“", '"')) else part
        for number, part in enumerate(parts)
    )
    return " ".join(joined.split())
