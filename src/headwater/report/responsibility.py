"""Who is said to have done a deed, in words: "X says that Y did it", never that Y did it."""

from dataclasses import dataclass

from headwater.records import Case, DeedStanding, Responsibility
from headwater.report.index import Index, Where, index, where

_SAYS: dict[DeedStanding, str] = {
    "asserted": "{holder} says that {actor} did it",
    "claimed": "{holder} says that its own side did it",
    "accused": "{holder} suspects or accuses {actor}",
    "possible": "{holder} says that {actor} may have done it",
    "denied": "{holder} says that {actor} did not do it",
}
OWN_VOICE = "the text"
AUTHORITY = "an authority"  # "arrested for": whose act it is goes without saying


@dataclass(frozen=True, slots=True)
class ResponsibilityLine:
    """One statement of responsibility: the sentence that tells the deed, who is named, by whom, and how.

    ``by_authorities`` is None where nobody says so but the text.
    """

    id: str
    place: Where
    actor: str
    holder: str | None
    by_authorities: bool | None
    standing: DeedStanding
    says: str
    why: str


def responsibility_list(case: Case | Index) -> tuple[ResponsibilityLine, ...]:
    """Return the statements of responsibility by document and place."""
    found = case if isinstance(case, Index) else index(case)
    lines = [one for analysis in found.case.analyses for one in analysis.responsibility]
    lines.sort(key=lambda one: (found.order[one.document], one.deed, one.cue, one.id))
    return tuple(responsibility_line(found, one) for one in lines)


def responsibility_line(found: Index, one: Responsibility) -> ResponsibilityLine:
    """Return one statement of responsibility in words."""
    text = found.documents[one.document].text
    actor = " ".join(one.actor.of(text).split())
    holder = " … ".join(" ".join(span.of(text).split()) for span in one.holder) or None
    nobody = AUTHORITY if one.by_authorities else OWN_VOICE
    says = _SAYS[one.standing].format(actor=f"“{actor}”", holder=f"“{holder}”" if holder else nobody)
    if one.standing == "claimed" and (teller := _teller(found, one)):
        says += f", as “{teller}” tells"
    place = where(found, one.document, one.deed.start, one.deed.end)
    return ResponsibilityLine(one.id, place, actor, holder, one.by_authorities, one.standing, says, one.evidence.why)


def _teller(found: Index, one: Responsibility) -> str | None:
    """Return who tells of another's claim: "Quill said that the man had confessed"."""
    by = found.attributions.get(one.attribution) if one.attribution is not None else None
    if by is None or any(told.start < held.end and held.start < told.end for told in by.source for held in one.holder):
        return None
    text = found.documents[one.document].text
    return " … ".join(" ".join(span.of(text).split()) for span in by.source) or None
