"""Positions for the terminal: steps with their words, dated statements, and the words that only one period uses."""

from headwater.days import say_date
from headwater.export.terminal.layout import Paper, clean
from headwater.report.index import Where
from headwater.report.positions import Movement, PositionList, Wording, WordUse
from headwater.report.wording import count, quote

WORDS = 220  # characters of a statement that are shown
NOTHING = "No position is shown to have moved: no text reports a change, and no dated statements differ."


def render_positions(page: PositionList, width: int, color: bool) -> str:
    """Return the movements, then the dated statements and the wording where a speaker was asked for."""
    paper = Paper(width, color)
    if not page.movements:
        paper.put(NOTHING)
    for movement in page.movements:
        _movement(paper, movement)
    if page.said:
        on = f" on “{clean(page.topic)}”" if page.topic else ""
        paper.heading(f"Statements of {clean(page.speaker or '')}{on}, in the order of dates")
        for line in page.said:
            denied = "" if line.polarity == "said" else f" ({line.polarity.replace('_', ' ')})"
            _place(paper, f"{say_date(line.published)}{denied}: ", line.shown)
        if page.said_left_out:
            paper.put(paper.words(f"and {count(page.said_left_out, 'statement')} more", "dim"))
    if page.rewordings:
        paper.heading("The same in other words on another day (measured, not interpreted)")
    for changed in page.rewordings:
        for opening, said, own in (("then", changed.earlier, changed.gone), ("now ", changed.later, changed.new)):
            _place(paper, f"{opening} {say_date(said.published)}: ", said.place)
            only = ", ".join(f"“{clean(words)}”" for words in own)
            if only:
                paper.put(paper.words(f"only here: {only}", "dim"), "    ")
    if page.wording is not None:
        _wording(paper, page.wording)
    return paper.text()


def _movement(paper: Paper, movement: Movement) -> None:
    paper.heading(f"{clean(movement.name)} on {clean(movement.topic)}")
    for step in movement.steps:
        date = f" · {clean(step.date)}" if step.date else ""
        paper.put(f"{paper.words(clean(step.stance), 'bold')}{date}", f"{step.order:>2}. ")
        for place in step.places:
            _place(paper, "    ", place)
        paper.put(paper.words(f"order: {clean(step.how)}", "dim"), "    ")
        paper.put(paper.words(f"why: {clean(step.why)}", "dim"), "    ")


def _place(paper: Paper, opening: str, place: Where) -> None:
    words = quote(clean(place.text), WORDS)
    where = paper.words(f"[{clean(place.label)}, {place.start}–{place.end}]", "dim")
    paper.put(f"{words} {where}", opening, "    ")


def _wording(paper: Paper, wording: Wording) -> None:
    paper.heading("Words that only one period uses (measured, not interpreted)")
    for period, number, used in (
        (wording.earlier, wording.earlier_statements, wording.gone),
        (wording.later, wording.later_statements, wording.new),
    ):
        when = " to ".join(dict.fromkeys(say_date(day) for day in period))
        paper.put(f"{_uses(used)}", f"only {when}, {count(number, 'statement')}: ", "    ")


def _uses(used: tuple[WordUse, ...]) -> str:
    said = ", ".join(f"{clean(use.word)} ({use.statements})" for use in used)
    return said or "no word in two statements or more"
