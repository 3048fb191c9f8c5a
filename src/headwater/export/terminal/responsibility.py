"""Who is said to have done a deed, for the terminal."""

from headwater.export.terminal.layout import Paper, clean
from headwater.report.responsibility import ResponsibilityLine
from headwater.report.wording import quote

HOW_SURE = (
    "In news read for the first time, one row in eight about attacks was wrong, and one in four elsewhere: read the"
    " words."
)
WORDS = 200  # characters of the sentence that tells the deed


def render_responsibility(page: tuple[ResponsibilityLine, ...], width: int, color: bool) -> str:
    """Return the statements of responsibility by document, with the sentence that makes each."""
    paper = Paper(width, color)
    label = ""
    for line in page:
        if line.place.label != label:
            label = line.place.label
            paper.heading(clean(label))
        authority = " (an authority)" if line.by_authorities and line.standing != "claimed" else ""
        paper.put(f"{clean(line.says)}{authority}", f"{line.standing:>9}  ")
        paper.put(paper.words(quote(clean(line.place.text), WORDS), "dim"), " " * 11)
    if not page:
        paper.put("No text says who did an act of violence.")
    else:
        paper.blank()
        paper.put(paper.words("What is said, by whom. Headwater does not say who did it.", "dim"))
        paper.put(paper.words(HOW_SURE, "dim"))
    return paper.text()
