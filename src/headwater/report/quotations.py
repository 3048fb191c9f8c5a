"""Quotations that were compared with the text they are taken from."""

from dataclasses import dataclass

from headwater.records import Case, QuotationChange, QuotationCheck, Verdict
from headwater.report.index import Index, Where, content_of, content_words, index, where, who
from headwater.words import words

ALARMS: tuple[Verdict, ...] = ("promoted", "altered")  # what a reader must hear of, worst first

ADDING = frozenset({"and", "because", "since", "so", "who", "which", "where", "while", "for", "to"})
ADVERSE = frozenset({"but", "unless", "except", "only", "if", "although", "though", "however", "provided"})
TURN = "turn"  # the class of words without which the rest may say something else


@dataclass(frozen=True, slots=True)
class QuotationLine:
    """A quotation as printed and the words it is taken from; ``original`` is None where none were found. ``words`` are
    the printed ones, without what a reporter says between them."""

    id: str
    attribution: str
    verdict: Verdict
    speaker: str | None
    quoted: Where
    words: str
    original: Where | None
    changes: tuple[QuotationChange, ...]
    why: str


def quotation_lines(case: Case | Index, verdicts: tuple[Verdict, ...] = ALARMS) -> tuple[QuotationLine, ...]:
    """Return the quotations with one of ``verdicts``, in the order of ``verdicts``, then by document and place."""
    found = case if isinstance(case, Index) else index(case)
    lines = [quotation_line(found, check) for check in found.case.quotation_checks if check.verdict in verdicts]
    lines.sort(key=lambda q: (verdicts.index(q.verdict), found.order[q.quoted.document], q.quoted.start, q.id))
    return tuple(lines)


def cut_short(case: Case | Index) -> tuple[QuotationLine, ...]:
    """Return the trimmed quotations of which what was left out may turn the rest ("but only after …"), by document and
    place. Nothing in them is false; a reader must hear of the rest."""
    lines = quotation_lines(case, ("trimmed",))
    return tuple(line for line in lines if any(_may_turn(change) for change in line.changes))


def _may_turn(change: QuotationChange) -> bool:
    """Say whether words that were left out may turn the rest: a reason or one thing more does so only with a "but"."""
    said = [word.folded for word in words(change.original)]
    return TURN in change.classes and (said[0] not in ADDING or not ADVERSE.isdisjoint(said))


def quotation_line(found: Index, check: QuotationCheck) -> QuotationLine:
    """Return one check with its words."""
    against = check.against
    return QuotationLine(
        check.id,
        check.attribution,
        check.verdict,
        who(found, check.attribution),
        content_of(found, found.attributions[check.attribution]),
        content_words(found, found.attributions[check.attribution]),
        where(found, against.document, against.start, against.end) if against else None,
        check.changes,
        check.why,
    )
