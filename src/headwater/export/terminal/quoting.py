"""How a quotation was changed, for the terminal: in words, never by colour alone."""

from headwater.export.terminal.layout import Paper, clean
from headwater.records import QuotationChange


def say_change(paper: Paper, change: QuotationChange) -> str:
    """Return one change in words."""
    classes = f" ({', '.join(change.classes)})" if change.classes else ""
    original, quoted = clean(change.original), clean(change.quoted)
    if change.kind == "deleted":
        return f"left out {paper.words(f'“{original}”', 'red')}{classes}"
    if change.kind == "inserted":
        return f"added {paper.words(f'“{quoted}”', 'green')}{classes}"
    return f"{paper.words(f'“{original}”', 'red')} became {paper.words(f'“{quoted}”', 'green')}{classes}"
