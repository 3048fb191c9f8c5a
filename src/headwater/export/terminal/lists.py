"""Speakers, and one finding explained, for the terminal."""

from headwater.export.terminal.layout import Paper, clean
from headwater.report.index import EvidenceLine
from headwater.report.speakers import SpeakerList, SpeakerPage
from headwater.report.why import Why
from headwater.report.wording import count, quote

WORDS = 160  # characters of a quoted place
NAMES = 6  # other forms of a name


def render_speakers(page: SpeakerList, width: int, color: bool) -> str:
    """Return the speakers with their numbers of statements."""
    paper = Paper(width, color)
    for line in page.speakers:
        kind = "" if line.kind == "person" else f" ({line.kind})"
        paper.put(f"{paper.words(clean(line.name), 'bold')}{kind}", f"{line.statements:>4}  ")
        others = [clean(name) for name in line.names if name != line.name][:NAMES]
        if others:
            paper.put(paper.words(f"also: {'; '.join(others)}", "dim"), "      ")
        paper.put(paper.words(f"reported by {clean(', '.join(line.reported_by))}", "dim"), "      ")
    if page.unresolved:
        paper.blank()
        paper.put(f"{count(page.unresolved, 'attribution')} more whose source the text does not show")
    if page.silent:
        paper.put(paper.words(f"{count(page.silent, 'speaker')} more named and not given as saying anything", "dim"))
    return paper.text()


def render_speaker(page: SpeakerPage, width: int, color: bool) -> str:
    """Return one speaker with all statements."""
    paper = Paper(width, color)
    line = page.line
    paper.put(paper.words(clean(line.name), "bold"))
    paper.put(paper.words(f"{line.kind}; {line.id}; names: {clean('; '.join(line.names))}", "dim"))
    _evidence(paper, page.evidence)
    label = ""
    for said in page.said:
        if said.place.label != label:
            label = said.place.label
            paper.heading(clean(label))
        denied = "" if said.polarity == "said" else f" ({said.polarity.replace('_', ' ')})"
        paper.put(f"{quote(clean(said.place.text), WORDS)}{denied}", " • ")
        paper.put(paper.words(clean(said.how), "dim"), "   ")
    for stance in page.positions:
        paper.heading(f"On {clean(stance.topic)}")
        for step in stance.steps:
            paper.put(f"{clean(step.stance)} – {clean(step.why)}", f"{step.order:>2} ")
    return paper.text()


def render_why(page: Why, width: int, color: bool) -> str:
    """Return one finding explained."""
    paper = Paper(width, color)
    paper.put(paper.words(f"{page.kind} {page.id}", "bold"))
    if page.place is not None:
        place = page.place
        paper.put(f"“{clean(place.text)}”")
        paper.put(paper.words(f"{clean(place.label)}, characters {place.start} to {place.end}", "dim"))
    for fact in page.facts:
        paper.put(clean(fact.value), f"{fact.name}: ", "  ")
    _evidence(paper, page.evidence)
    return paper.text()


def _evidence(paper: Paper, evidence: tuple[EvidenceLine, ...]) -> None:
    for line in evidence:
        score = f", {line.score:.2f}" if line.score is not None else ""
        paper.put(f"{clean(line.why)} {paper.words(f'({clean(line.rule)}{score})', 'dim')}", "because: ", "  ")
        for place in line.places:
            if place.text.strip():
                said = f"{clean(place.label)}, {place.start} to {place.end}: {quote(clean(place.text), WORDS)}"
                paper.put(paper.words(said, "dim"), "  ")
