"""Claims for the terminal: the list, and one claim with each report's chain as an indented tree."""

from headwater.export.terminal.layout import Paper, clean
from headwater.records import Verdict
from headwater.report.claims import ChainLine, ClaimLine, ClaimList, ClaimPage, Report
from headwater.report.likeness import LikeList
from headwater.report.wording import BASES, ENDS, LINKS, VERDICTS, count, quote, say_origins

WORDS = 200  # characters of a claim that are shown
EVIDENCE = 110  # characters of a quoted place
NAMED = 6  # documents named in a line
POLARITIES = {"said": "", "denied": "denied: ", "not_said": "not said: "}
COMPETING = 3  # competing claims named


def render_claims(page: ClaimList, width: int, color: bool) -> str:
    """Return the list of claims as text."""
    paper = Paper(width, color)
    if not page.claims or not page.repeated:
        paper.put("No claim is made by two documents, and none contradicts another.")
    for number, line in enumerate(page.claims, start=1):
        put_claim(paper, line, f"{number:>3} ")
    if page.single:
        paper.blank()
        paper.put(paper.words(f"{count(page.single, 'claim')} made once are not listed", "dim"))
    return paper.text()


def render_likes(page: LikeList, width: int, color: bool) -> str:
    """Return the claims nearest to a sentence as text."""
    paper = Paper(width, color)
    if not page.claims:
        paper.put(f"Nothing in {count(page.compared, 'statement')} is like it.")
    for number, line in enumerate(page.claims, start=1):
        lead = f"{number:>3} "
        put_claim(paper, line.claim, lead)
        place, margin = line.nearest, " " * len(lead)
        paper.put(
            f"{quote(clean(place.text), WORDS)} ({clean(place.label)}, {place.start}–{place.end})", f"{margin}as:  "
        )
        paper.put(paper.words(f"nearness of meaning {line.meaning:.2f}, of words {line.words:.2f}", "dim"), margin)
    paper.blank()
    paper.put(paper.words("Near is not the same: a figure, a name or a “not” may differ. Read the places.", "dim"))
    return paper.text()


def put_claim(paper: Paper, line: ClaimLine, lead: str) -> None:
    """Add a claim with its documents, origins and reason."""
    margin = " " * len(lead)
    paper.blank()
    paper.put(paper.words(f"{POLARITIES[line.polarity]}{quote(clean(line.text), WORDS)}", "bold"), lead)
    paper.put(say_standing(paper, line), margin)
    paper.put(clean(line.origins.why), f"{margin}why: ")
    paper.put(name_some([clean(label) for label in line.labels], NAMED), f"{margin}in:  ")
    for other in line.competing[:COMPETING]:
        said = name_some([clean(label) for label in other.documents], 2)
        paper.put(f"{POLARITIES[other.polarity]}{quote(clean(other.text), WORDS)} ({said})", f"{margin}but: ")
    if len(line.competing) > COMPETING:
        paper.put(f"and {len(line.competing) - COMPETING} more that compete", f"{margin}     ")
    paper.put(paper.words(f"headwater claim {line.id}", "dim"), margin)


def say_standing(paper: Paper, line: ClaimLine) -> str:
    """Return "5 documents, 1 independent origin: Okoro"."""
    judged = line.origins.at_least is not None
    origins = paper.words(say_origins(line.origins), "yellow" if not judged else "cyan")
    names = f": {clean(', '.join(line.origins.names))}" if line.origins.names else ""
    return f"{count(line.documents, 'document')}, {origins}{names}"


def name_some(names: list[str], limit: int) -> str:
    """Return names with a count of those left out."""
    rest = f"; and {len(names) - limit} more" if len(names) > limit else ""
    return "; ".join(names[:limit]) + rest


def render_claim(page: ClaimPage, width: int, color: bool) -> str:
    """Return one claim with its reports, each with its chain as a tree."""
    paper = Paper(width, color)
    line = page.line
    paper.put(paper.words(f"{POLARITIES[line.polarity]}“{clean(line.text)}”", "bold"))
    paper.put(say_standing(paper, line))
    paper.put(clean(line.origins.why), "why: ")
    for other in line.competing:
        said = name_some([clean(label) for label in other.documents], 3)
        paper.put(f"{POLARITIES[other.polarity]}{quote(clean(other.text), WORDS)} ({said}; {other.id})", "but: ")
    for number, report in enumerate(page.reports, start=1):
        paper.blank()
        _report(paper, report, number)
    paper.blank()
    paper.put(paper.words("What may say the same in other words is not counted; to see it:", "dim"))
    paper.put(paper.words(f"headwater claims --like {line.id}", "dim"), "   ")
    return paper.text()


def _report(paper: Paper, report: Report, number: int) -> None:
    place = report.place
    paper.put(paper.words(f"{clean(place.label)}", "bold"), f"{number:>2} ")
    said = {"said": "", "denied": " (denied)", "not_said": " (not said)"}[report.polarity]
    source = clean(report.source) if report.source else "the publisher's own voice"
    verdict = f", {say_verdict(report.verdict)}" if report.verdict not in (None, "unchecked") else ""
    paper.put(f"{quote(clean(place.text), WORDS)}", "   ")
    paper.put(paper.words(f"source: {source}{said}{verdict}; characters {place.start} to {place.end}", "dim"), "   ")
    for alternative, chain in enumerate(report.chains):
        if len(report.chains) > 1:
            paper.put(f"reading {alternative + 1} of {len(report.chains)}:", "   ")
        _chain(paper, chain)


def say_verdict(verdict: Verdict | None) -> str:
    """Return a verdict in words."""
    return f"quotation {VERDICTS[verdict]}" if verdict else ""


def _chain(paper: Paper, chain: ChainLine) -> None:
    margin = "   "
    for link in chain.links:
        paper.put(
            f"{LINKS[link.kind]} {paper.words(clean(link.upstream), 'cyan')} [{BASES[link.basis]}]", f"{margin}└ "
        )
        margin += "  "
        paper.put(clean(link.why), f"{margin}  ")
        for shown in link.shown:
            words = "the same words" if shown.same else ", ".join(quote(clean(w), EVIDENCE) for w in shown.words)
            paper.put(paper.words(f"{clean(shown.label)}: {words}", "dim"), f"{margin}  ")
    origin = f": {clean(chain.origin)}" if chain.origin else ""
    paper.put(f"{ENDS[chain.ends]}{origin}", f"{margin}● ")
    if chain.why:
        paper.put(clean(chain.why), f"{margin}  ")
