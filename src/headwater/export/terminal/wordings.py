"""Wordings of one utterance and stories, for the terminal."""

from headwater.export.terminal.claims import name_some
from headwater.export.terminal.layout import Paper, clean
from headwater.export.terminal.quoting import say_change
from headwater.report.wording import count, quote
from headwater.report.wordings import StoryLine, UtteranceLine

WORDS = 200  # characters of a wording that are shown
NAMED = 4  # documents named for each


def put_utterance(paper: Paper, line: UtteranceLine) -> None:
    """Add an utterance: its longest wording, and what the others leave out or put otherwise."""
    for wording in line.wordings:
        labels = name_some([clean(place.label) for place in wording.places], NAMED)
        text = quote(clean(wording.words), WORDS)
        if wording.relation == "longest":
            paper.put(f"{paper.words(labels, 'bold')}: {text}", " “ ")
        elif wording.relation == "shorter":
            paper.put(f"{paper.words(labels, 'bold')} – a part: {text}", "   ")
        else:
            changes = "; ".join(say_change(paper, change) for change in wording.changes)
            paper.put(f"{paper.words(labels, 'bold')} – other words: {changes or text}", "   ")


def put_story(paper: Paper, line: StoryLine) -> None:
    """Add a story with its documents."""
    when = "" if line.first is None else line.first if line.first == line.last else f"{line.first} to {line.last}"
    title = clean(line.title or ", ".join(line.words))
    head = ", ".join(part for part in (count(len(line.documents), "document"), when) if part)
    paper.put(f"{paper.words(title, 'bold')} ({head})", " • ")
    paper.put(paper.words(name_some([clean(label) for label in line.labels], NAMED + 2), "dim"), "   ")
