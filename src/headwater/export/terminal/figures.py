"""Figures for the terminal: a table for each event, then every figure by document."""

from headwater.export.terminal.layout import Paper, clean
from headwater.report.figures import FigureLine
from headwater.report.tallies import FigureEvent, FiguresPage, Row, Voice, say_range
from headwater.report.wording import RELATIONS, count, say_origins

PLACES = 4  # reports named behind a voice
REASONS = 6  # relations shown of an event; the rest is counted
_OPENERS = frozenset({"since", "until", "till", "by", "before", "after", "between", "from"})


def render_figures(page: FiguresPage, width: int, color: bool) -> str:
    """Return the events, then every figure by document."""
    paper = Paper(width, color)
    if page.events:
        paper.put(paper.words("Figures for one thing, compared. Nothing is added up; no total is estimated.", "dim"))
    for event in page.events:
        _event(paper, event)
    if page.figures:
        paper.heading("Every figure")
    label = ""
    for line in page.figures:
        if line.place.label != label:
            label = line.place.label
            paper.heading(clean(label))
        _line(paper, line)
    return paper.text()


def _event(paper: Paper, event: FigureEvent) -> None:
    where = f", {clean(event.place)}" if event.place else ""
    when = f", {clean(event.window)}" if event.window else ""
    paper.heading(f"{clean(event.counts)}{where}{when}: {say_range(event)}")
    known = f"{count(event.sources, 'source')} in {count(event.documents, 'document')}; {say_origins(event.origins)}"
    paper.put(paper.words(known, "dim"), "   ")
    if event.minimum:
        paper.put(f"documented minimum {event.low}: {event.minimum}", "   ", "     ")
    for row in event.rows:
        _row(paper, row)
    told = [r for r in event.relations if r.relation != "part_of"]  # the rows say what is a part of what
    if event.sources == 1 and all(relation.relation == "equal" for relation in told):
        return
    for relation in told[:REASONS]:
        values = f"{clean(relation.left)} and {clean(relation.right)}"
        if relation.left == relation.right:
            values = clean(relation.left)
        pairs = f" ({count(relation.pairs, 'pair')})" if relation.pairs > 1 else ""
        said = f"{RELATIONS[relation.relation]}: {values}{pairs}. {clean(relation.why)}"
        paper.put(paper.words(said, "dim"), "   ", "     ")
    if len(told) > REASONS:
        paper.put(paper.words(f"and {count(len(told) - REASONS, 'relation')} more: --json", "dim"), "   ")


def _row(paper: Paper, row: Row) -> None:
    counts = f" {clean(row.counts)}" if row.counts else ""
    part = f" (part of {clean(row.part_of)})" if row.part_of else ""
    voices = "; ".join(_voice(voice) for voice in row.voices)
    value = clean(row.value)
    paper.put(f"{counts.strip()}{part} – {voices}".strip(), f"{paper.style(f'{value:>16}', 'bold')}  ", " " * 18)


def _voice(voice: Voice) -> str:
    labels = list(dict.fromkeys(clean(line.place.label) for line in voice.figures))
    shown = "; ".join(labels[:PLACES]) + (f" and {len(labels) - PLACES} more" if len(labels) > PLACES else "")
    return f"{clean(voice.name)} ({shown})" if labels != [clean(voice.name)] else clean(voice.name)


def _when(window: str) -> str:
    """Return "for June", and "since June" as it is."""
    return window if window.split()[0].lower() in _OPENERS else f"for {window}"


def _line(paper: Paper, line: FigureLine) -> None:
    parts = [
        f"counts {line.counts}" if line.counts else "",
        f"says {line.speaker}" if line.speaker else "",
        _when(line.window) if line.window else "",
        f"part of “{line.subset_of}”" if line.subset_of else "",
    ]
    rest = "; ".join(clean(part) for part in parts if part)
    value = clean(line.value)
    paper.put(f"“{clean(line.place.text)}”{'; ' + rest if rest else ''}", f"{value:>16}  ")
