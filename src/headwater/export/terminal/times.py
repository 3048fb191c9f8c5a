"""Dates for the terminal: by document, then in one order where it can be told."""

from collections.abc import Sequence

from headwater.export.terminal.layout import Paper, clean
from headwater.report.timeline import TimelineEntry, TimesPage
from headwater.report.times import say_anchor
from headwater.report.wording import quote

WORDS = 150  # characters of a sentence that are shown
LABELS = 3  # documents named beside a sentence


def render_times(page: TimesPage, width: int, color: bool) -> str:
    """Return the date expressions by document, then the timeline of the case."""
    paper = Paper(width, color)
    label = ""
    for line in page.times:
        if line.place.label != label:
            label = line.place.label
            paper.heading(clean(label))
        anchor = f"; from {clean(say_anchor(line.anchor))}" if line.anchor else ""
        paper.put(f"“{clean(line.place.text)}” {paper.words(f'{line.kind}{anchor}', 'dim')}", f"{line.value:>16}  ")
    if page.timeline:
        paper.heading("In order")
        _entries(paper, page.timeline)
    if page.no_year:
        paper.heading("Days whose year no text gives")
        _entries(paper, page.no_year)
    if page.following:
        paper.heading("Told as later or earlier, no day given")
    for following in page.following:
        label = clean(following.sentence.label)
        paper.put(
            f"{quote(clean(following.sentence.text), WORDS)} {paper.words(f'[{label}]', 'dim')}",
            f"“{clean(following.words)}”: ",
            "    ",
        )
        if following.before is not None:
            paper.put(paper.words(f"told after {quote(clean(following.before.text), WORDS)}", "dim"), "    ")
    return paper.text()


def _entries(paper: Paper, entries: Sequence[TimelineEntry]) -> None:
    shown = ""
    for entry in entries:
        when = entry.when if entry.when != shown else ""
        shown = entry.when
        labels = list(dict.fromkeys(clean(place.label) for place in entry.sentences))
        more = f" and {len(labels) - LABELS} more" if len(labels) > LABELS else ""
        said = f"{quote(clean(entry.sentences[0].text), WORDS)} "
        said += paper.words(f"[{'; '.join(labels[:LABELS])}{more}]", "dim")
        paper.put(said, f"{when:>17}  ", " " * 19)
        for anchor in entry.anchors:
            if "dated in" in anchor or "same passage" in anchor:
                paper.put(paper.words(f"counted from {clean(say_anchor(anchor))}", "dim"), " " * 19)
