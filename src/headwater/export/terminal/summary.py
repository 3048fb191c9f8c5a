"""The summary that ``headwater trace`` prints: what to check first, then what is open."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from headwater.export.terminal.claims import name_some, put_claim
from headwater.export.terminal.layout import Paper, clean
from headwater.export.terminal.quoting import excerpts, say_change, say_revised
from headwater.export.terminal.wordings import put_story, put_utterance
from headwater.report.comparison import PairLine
from headwater.report.figures import Dispute
from headwater.report.quotations import QuotationLine
from headwater.report.revisions import RevisionLine
from headwater.report.summary import Summary
from headwater.report.wording import count, quote, say_open

CLAIMS = 8  # shown of each list; the rest is counted
QUOTATIONS = 8
UTTERANCES = 4
DISPUTES = 6
STORIES = 6
REVISIONS = 4
CHANGES = 6  # shown of a page
PAIRS = 8
SKIPPED = 5
WORDS = 240  # characters of a quotation that are shown
T = TypeVar("T")


def render(summary: Summary, width: int, color: bool) -> str:
    """Return the summary as text."""
    paper = Paper(width, color)
    _opening(paper, summary)
    if not summary.documents:
        return paper.text()
    _claims(paper, summary)
    _quotations(paper, summary)
    _some(
        paper, "The same words, quoted in more than one way", summary.utterances, put_utterance, UTTERANCES, "utterance"
    )
    _disputes(paper, summary)
    _some(paper, "Pages that were changed", summary.revisions, put_revision, REVISIONS, "page")
    _some(paper, "Shared passages", summary.pairs, put_pair, PAIRS, "pair")
    _some(paper, "Documents about one event", summary.stories, put_story, STORIES, "group")
    _not_judged(paper, summary)
    return paper.text()


def _opening(paper: Paper, summary: Summary) -> None:
    line = count(summary.documents, "document")
    if summary.publishers:
        line += f" by {count(len(summary.publishers), 'publisher')}"
    if summary.first and summary.last:
        line += f", {summary.first}" if summary.first == summary.last else f", {summary.first} to {summary.last}"
    paper.put(paper.words(line, "bold"))
    found = [
        count(summary.attributions, "attribution"),
        count(summary.speakers, "speaker"),
        count(summary.figures, "figure"),
        count(summary.times, "date"),
        f"{count(len(summary.pairs), 'pair')} of documents with shared passages",
    ]
    paper.put(paper.words(", ".join(found), "dim"))
    for skipped in summary.skipped[:SKIPPED]:
        paper.put(f"{clean(skipped.path)}: {clean(skipped.reason)}", "not read: ")
    if len(summary.skipped) > SKIPPED:
        paper.put(f"and {len(summary.skipped) - SKIPPED:,} more not read")
    if summary.partial:
        paper.put(f"{count(summary.partial, 'document')} read only in part")
    if summary.unmeasured:
        paper.put(f"{count(summary.unmeasured, 'document')} read but not analysed: nothing is known of what they say")


def _more(paper: Paper, shown: int, total: int, noun: str, where: str) -> None:
    if total > shown:
        paper.put(paper.words(f"and {count(total - shown, noun)} more: {where}", "dim"), "   ")


def _claims(paper: Paper, summary: Summary) -> None:
    if not summary.claims:
        paper.heading("Claims")
        paper.put("No claim is made by two documents, and none contradicts another.", "   ")
        return
    paper.heading("Claims most worth checking")
    if not summary.repeated:
        paper.put("No claim is made by two documents, and none contradicts another. Of single documents:", "   ")
    for number, line in enumerate(summary.claims[:CLAIMS], start=1):
        put_claim(paper, line, f"{number:>2} ")
    _more(paper, CLAIMS, len(summary.claims), "claim", "headwater claims")


def _quotations(paper: Paper, summary: Summary) -> None:
    if not (summary.quotations or summary.cut_short or summary.quotations_right):
        return
    paper.heading("Quotations against the texts they are taken from")
    for line in summary.quotations[:QUOTATIONS]:
        put_quotation(paper, line)
    _more(paper, QUOTATIONS, len(summary.quotations), "quotation", "--json or --html")
    for line in summary.cut_short[:QUOTATIONS]:
        put_quotation(paper, line)
    _more(paper, QUOTATIONS, len(summary.cut_short), "quotation", "--json or --html")
    if summary.quotations_right:
        one = summary.quotations_right == 1
        right = f"{count(summary.quotations_right, 'quotation')} {'agrees' if one else 'agree'} with the text"
        paper.put(f"{right} {'it is' if one else 'they are'} taken from", " ✓ ")


def _some(
    paper: Paper, heading: str, lines: Sequence[T], put: Callable[[Paper, T], None], most: int, noun: str
) -> None:
    """Add the first lines of a list, and how many more there are; nothing for an empty one."""
    if not lines:
        return
    paper.heading(heading)
    for line in lines[:most]:
        put(paper, line)
    _more(paper, most, len(lines), noun, "--json or --html")


def put_quotation(paper: Paper, line: QuotationLine) -> None:
    """Add a quotation that is not what its text says."""
    said = {
        "promoted": "puts words into a mouth",
        "altered": "changes a quotation",
        "trimmed": "leaves out what may turn a quotation",
    }.get(line.verdict, line.verdict)
    speaker = f" of {clean(line.speaker)}" if line.speaker and line.verdict in ("altered", "trimmed") else ""
    if line.speaker and line.verdict == "promoted":
        said = f"puts words into the mouth of {clean(line.speaker)}"
    paper.put(paper.words(f"{clean(line.quoted.label)} {said}{speaker}", "bold"), " ! ")
    printed, original = clean(line.words), clean(line.original.text) if line.original else ""
    if original and line.verdict == "altered":
        printed, original = excerpts(printed, original, WORDS)
    paper.put(f"{quote(printed, WORDS)}", "   printed:  ")
    if line.original is not None:
        paper.put(f"{quote(original, WORDS)} ({clean(line.original.label)})", "   original: ")
    if line.verdict != "promoted" and line.changes:
        label = "   cut:      " if line.verdict == "trimmed" else "   changed:  "
        paper.put("; ".join(say_change(paper, change) for change in line.changes), label)
    else:
        paper.put(clean(line.why), "   why:      ")


def _disputes(paper: Paper, summary: Summary) -> None:
    if not summary.disputes and not summary.disputes_inside:
        return
    paper.heading("Figures that disagree")
    for dispute in summary.disputes[:DISPUTES]:
        put_dispute(paper, dispute)
    _more(paper, DISPUTES, len(summary.disputes), "dispute", "headwater figures")
    if summary.disputes_inside:
        inside = f"{count(summary.disputes_inside, 'dispute')} inside single documents: headwater figures"
        paper.put(paper.words(inside, "dim"), "   ")


def put_dispute(paper: Paper, dispute: Dispute) -> None:
    """Add the figures of one dispute, a line for each value and who gives it."""
    by_value: dict[str, dict[str, list[str]]] = {}
    for line in dispute.figures:
        counts = f" {line.counts}" if line.counts else ""
        speakers = by_value.setdefault(clean(f"{line.value}{counts}"), {})
        speakers.setdefault(clean(line.speaker or ""), []).append(clean(line.place.label))
    for number, (value, speakers) in enumerate(by_value.items()):
        said = "; ".join(_say_sources(speaker, labels) for speaker, labels in speakers.items())
        paper.put(f"{paper.words(value, 'bold')} – {said}", " ≠ " if number else "   ", "     ")
    for reason in dispute.why[:2]:
        paper.put(clean(reason), "   why: ")


def _say_sources(speaker: str, labels: list[str]) -> str:
    places = name_some(list(dict.fromkeys(labels)), 3)
    return f"{speaker} ({places})" if speaker else places


def put_revision(paper: Paper, line: RevisionLine) -> None:
    """Add a page of which two versions differ: what was changed within quotations and figures, then how much else."""
    earlier, later = clean(line.earlier), clean(line.later)
    order = f"{earlier} and {later} differ" if line.order == "unknown" else f"{later} has changes to {earlier}"
    paper.put(f"{order}: {clean(line.url)}", " ± ")
    told = [change for change in line.changes if change.touches]
    for change in told[:CHANGES]:
        paper.put(say_revised(paper, change), "   ")
    if rest := len(line.changes) - len(told[:CHANGES]):
        paper.put(paper.words(f"{count(rest, 'other change')}: headwater revisions", "dim"), "   ")


def put_pair(paper: Paper, pair: PairLine) -> None:
    """Add a pair of documents that share passages."""
    left, right = clean(pair.left), clean(pair.right)
    said = {
        "left_to_right": f"{right} has words of {left}",
        "right_to_left": f"{left} has words of {right}",
        "shared_origin": f"{left} and {right} have words of a third text",
        "unknown": f"{left} and {right} share words",
    }[pair.direction]
    paper.put(f"{said}: {count(pair.passages, 'passage')}, {count(pair.words, 'word')} the same", " = ")
    if pair.direction != "unknown":
        paper.put(paper.words(clean(pair.why), "dim"), "   ")


def _not_judged(paper: Paper, summary: Summary) -> None:
    if not summary.not_judged:
        return
    paper.heading("Not judged")
    for line in summary.not_judged:
        paper.put(f"{say_open(line.number, line.what)}: {line.why}", " ? ")
