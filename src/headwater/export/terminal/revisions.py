"""What changed between versions of a page, for the terminal: words dropped and words added, never by colour alone."""

from headwater.export.terminal.layout import Paper, clean
from headwater.report.revisions import RevisedWords, RevisionLine
from headwater.report.wording import count, quote

WORDS = 200  # characters of a changed stretch


def render_revisions(page: tuple[RevisionLine, ...], width: int, color: bool) -> str:
    """Return every pair of versions with its changes, those that touch quotations and figures first."""
    paper = Paper(width, color)
    if not page:
        paper.put("No page was read in two versions that differ.")
    for line in page:
        paper.heading(clean(line.url))
        paper.put(f"{clean(line.earlier)} → {clean(line.later)}")
        paper.put(paper.words(clean(line.why), "dim"))
        touched = [
            f"{count(number, name)} {'is' if number == 1 else 'are'} touched"
            for number, name in ((len(line.quotations), "quotation"), (len(line.figures), "figure"))
            if number
        ]
        paper.put("; ".join([count(len(line.changes), "change"), *touched]))
        for change in sorted(line.changes, key=lambda c: (not c.touches, not c.classes)):
            _change(paper, change)
    return paper.text()


def _change(paper: Paper, change: RevisedWords) -> None:
    names = [*(f"in a {name}" for name in change.touches), *change.classes]
    said = f" ({', '.join(names)})" if names else ""
    if change.left:
        paper.put(f"{quote(clean(change.left), WORDS)}{said}", " − ")
    if change.right:
        paper.put(f"{quote(clean(change.right), WORDS)}{'' if change.left else said}", " + ")
    paper.put(paper.words(f"… {clean(change.before)} [ ] {clean(change.after)} …", "dim"), "   ")
