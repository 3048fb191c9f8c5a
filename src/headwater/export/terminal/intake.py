"""The reading report: what was read, in part, not at all, and why."""

from headwater.export.terminal.layout import Paper, clean
from headwater.report.intake import Intake, ReasonLine
from headwater.report.wording import count

REASONS = 20  # shown of each list; the rest is counted
PLACES = 4  # of one text


def render_intake(page: Intake, width: int, color: bool) -> str:
    """Return the reading report as text."""
    paper = Paper(width, color)
    rejected = sum(line.number for line in page.rejected)
    paper.put(paper.words(f"{count(page.documents, 'document')} read, {count(rejected, 'input')} not", "bold"))
    paper.put(paper.words(f"{page.characters:,} characters; {page.ok:,} whole", "dim"))
    if page.formats:
        paper.heading("By format")
        wide = max(6, *(len(line.format) for line in page.formats))
        paper.put(
            paper.words(f"{'':<{wide}}{'whole':>9}{'in part':>9}{'unmeasured':>12}{'not read':>10}", "dim"), "   "
        )
        for line in page.formats:
            numbers = f"{line.ok:>9,}{line.partial:>9,}{line.unmeasured:>12,}{line.rejected:>10,}"
            paper.lines.append(f"   {clean(line.format):<{wide}}{numbers}")
    _reasons(paper, "Read in part: what is missing", page.partial)
    _reasons(paper, "Read, but not analysed: nothing is known of what they say", page.unmeasured)
    _reasons(paper, "Not read", page.rejected)
    _reasons(paper, "Days that could not be read", page.undated)
    if page.repeated:
        paper.heading("The same text more than once; it counts as one origin")
        for places in page.repeated[:REASONS]:
            more = f" and {len(places) - PLACES:,} more" if len(places) > PLACES else ""
            paper.put(clean(f"{', '.join(places[:PLACES])}{more}"), f"{len(places):>7,}  ", " " * 9)
        if len(page.repeated) > REASONS:
            paper.put(f"and {count(len(page.repeated) - REASONS, 'more text')}", " " * 9)
    if page.passed:
        paper.heading("Passed over, since it holds no text")
        for what, number in page.passed:
            paper.put(clean(what), f"{number:>7,}  ", " " * 9)
    return paper.text()


def _reasons(paper: Paper, heading: str, lines: tuple[ReasonLine, ...]) -> None:
    if not lines:
        return
    paper.heading(heading)
    for line in lines[:REASONS]:
        paper.put(clean(line.example), f"{line.number:>7,}  ", " " * 9)
        where = clean(line.path) if line.number == 1 else f"for instance {clean(line.path)}"
        paper.put(paper.words(where, "dim"), " " * 9)
    if len(lines) > REASONS:
        rest = sum(line.number for line in lines[REASONS:])
        paper.put(f"and {rest:,} more for {count(len(lines) - REASONS, 'other reason')}", " " * 9)
