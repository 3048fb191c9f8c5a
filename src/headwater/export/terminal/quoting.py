"""How a quotation was changed, for the terminal: in words, never by colour alone."""

from collections.abc import Sequence

from headwater.export.terminal.layout import Paper, clean
from headwater.records import ChangeKind, QuotationChange
from headwater.report.revisions import RevisedWords
from headwater.report.wording import quote
from headwater.words import Word, words

NEAR = 8  # words shown on either side of what differs
LONGEST = 160  # characters of a change that are shown


def excerpts(printed: str, original: str, limit: int) -> tuple[str, str]:
    """Return a quotation and its original: whole, or, where one is longer than ``limit`` characters, the part that
    differs with some words around it."""
    if max(len(printed), len(original)) <= limit:
        return printed, original
    ours, theirs = words(printed), words(original)
    pairs = [(a.folded, b.folded) for a, b in zip(ours, theirs, strict=False)]
    same = next((at for at, (a, b) in enumerate(pairs) if a != b), len(pairs))
    ends = [(a.folded, b.folded) for a, b in zip(reversed(ours), reversed(theirs), strict=False)]
    after = next((at for at, (a, b) in enumerate(ends) if a != b), len(ends))
    if same == len(ours) == len(theirs):
        return printed, original
    one, two = (_part(text, found, same, after) for text, found in ((printed, ours), (original, theirs)))
    return one, two


def _part(text: str, found: Sequence[Word], same: int, after: int) -> str:
    first, stop = max(same - NEAR, 0), min(len(found) - after + NEAR, len(found))
    start = found[first].start if first else 0
    end = found[stop - 1].end if stop < len(found) else len(text)
    return ("… " if first else "") + text[start:end] + (" …" if stop < len(found) else "")


def say_change(paper: Paper, change: QuotationChange) -> str:
    """Return one change in words."""
    return _say(paper, change.kind, change.original, change.quoted, change.classes)


def say_revised(paper: Paper, change: RevisedWords) -> str:
    """Return one change between two versions of a page in words."""
    places = [f"in a {name}" for name in change.touches]
    return _say(paper, change.kind, change.left, change.right, (*places, *change.classes))


def _say(paper: Paper, kind: ChangeKind, before: str, after: str, touched: Sequence[str]) -> str:
    classes = f" ({', '.join(touched)})" if touched else ""
    gone, new = paper.words(quote(clean(before), LONGEST), "red"), paper.words(quote(clean(after), LONGEST), "green")
    if kind == "deleted":
        return f"left out {gone}{classes}"
    if kind == "inserted":
        return f"added {new}{classes}"
    return f"{gone} became {new}{classes}"
