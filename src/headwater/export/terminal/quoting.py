"""How a quotation was changed, for the terminal: in words, never by colour alone."""

from collections.abc import Sequence

from headwater.export.terminal.layout import Paper, clean
from headwater.records import ChangeKind, QuotationChange
from headwater.report.revisions import RevisedWords
from headwater.report.wording import quote

LONGEST = 160  # characters of a change that are shown


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
