"""Two documents side by side: what both have on one line, what differs in [brackets]."""

import textwrap

from headwater.export.terminal.layout import Paper, clean, visible
from headwater.export.terminal.summary import put_quotation
from headwater.report.comparison import ComparisonPage, Piece, SharedPassage
from headwater.report.wording import count

GUTTER = 3  # columns between the sides
SIDE_BY_SIDE = 70  # columns; a narrower terminal gets the sides one below the other


def render_comparison(page: ComparisonPage, width: int, color: bool) -> str:
    """Return a pair with its passages side by side."""
    paper = Paper(width, color)
    pair = page.pair
    left, right = clean(pair.left), clean(pair.right)
    said = {
        "left_to_right": f"{right} has words of {left}",
        "right_to_left": f"{left} has words of {right}",
        "shared_origin": "Both have words of a third text",
        "unknown": "They share words; nothing shows which had them first",
    }[pair.direction]
    paper.put(paper.words(said, "bold"))
    paper.put(
        f"{count(pair.passages, 'passage')}, {count(pair.words, 'word')} the same:"
        f" {pair.share:.0%} of {right}; {page.left_share:.0%} of {left}",
        "taken:   ",
    )
    paper.put(_say_changes(page), "changed: ")
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


def _say_changes(page: ComparisonPage) -> str:
    """Return how many changes touch what, and how many are other words only."""
    told = [count(number, name) for name, number in page.touched]
    if page.reworded:
        told.append(count(page.reworded, "other wording"))
    altered = sum(quotation.verdict == "altered" for quotation in page.quotations)
    if altered:
        told.insert(0, f"{count(altered, 'quotation')} not as in the original")
    return ", ".join(told) if told else "nothing; the words are the same"


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
