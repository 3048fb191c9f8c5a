"""What a person needs to see to decide about one finding: its words, its members, what was decided before."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from headwater.corrections import ALLOWED
from headwater.errors import NotFoundError
from headwater.records import Attribution, CorrectionState
from headwater.report.desk.pages import about_document, claims_by_id, corrections_of, numbers_of
from headwater.report.desk.parts import Wanted, gather, number_of
from headwater.report.index import Index, Where, content_of, where, who
from headwater.report.wording import say_value
from headwater.store.shelf import Shelf

NAMES = 60  # speakers that are offered by name
MEMBERS = 200  # members of a speaker or a claim that are listed
AROUND = 160  # characters shown before and after
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a finding that have a role: source, cue, content, or whole."""

    role: str
    place: Where


@dataclass(frozen=True, slots=True)
class Member:
    """A statement of a claim, or an attribution of a speaker, with who is given as saying it."""

    id: str
    place: Where
    source: str | None


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be chosen, with its name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class Decision:
    """A finding that can be decided about. ``before`` and ``after`` stand around its words; ``back`` is its page."""

    kind: str
    target: str
    title: str
    document: str | None
    back: str
    parts: tuple[Part, ...]
    before: str
    words: str
    after: str
    members: tuple[Member, ...]
    others: tuple[Choice, ...]
    now: tuple[Choice, ...]
    actions: tuple[str, ...]
    corrections: tuple[CorrectionState, ...]


def decision(shelf: Shelf, kind: str, target: str, document: str | None) -> Decision:
    """Return what can be decided about a finding. Raises NotFoundError."""
    found = part_for(shelf, kind, target, document)
    made = _MADE[kind](shelf, found, target)
    actions = tuple(action for action in ALLOWED if kind in ALLOWED[action])
    return replace(made, actions=actions, corrections=corrections_of(shelf, [target]))


def part_for(
    shelf: Shelf, kind: str, target: str, document: str | None, second: str = "", members: tuple[str, ...] = ()
) -> Index:
    """Return the part of the collection in which a correction can be made.

    ``document`` is the one in which the finding stands; ``second`` another finding that the correction names;
    ``members`` are attributions that it names. Raises NotFoundError for what is not there.
    """
    if kind not in _MADE:
        raise NotFoundError(f"nothing can be decided about a {kind[:20]!r}")
    if kind == "speaker":
        return gather(shelf, _about_speakers(shelf, (target, second), members))
    if kind == "claim":
        claims = claims_by_id(shelf, tuple(key for key in (target, second) if key))
        documents = {s.document for claim in claims for s in claim.statements}
        return gather(shelf, Wanted(whole=frozenset(numbers_of(shelf, documents).values()), claims=claims))
    return gather(shelf, about_document(shelf, number_of(shelf, document or target)))


def _about_speakers(shelf: Shelf, keys: tuple[str, ...], members: tuple[str, ...]) -> Wanted:
    """Return the first statements of the speakers, and those that are named."""
    documents: set[int] = set()
    for key in keys:
        rows = shelf.rows(
            "SELECT document FROM said WHERE speaker = (SELECT number FROM speakers WHERE id = ?) "
            "ORDER BY document, start LIMIT ?",
            (key, MEMBERS),
        )
        documents |= {n for (n,) in rows}
    named = shelf.rows_of("SELECT document FROM said WHERE attribution IN keys", members) if members else []
    return Wanted(whole=frozenset({*documents, *(n for (n,) in named)}), speakers=frozenset(key for key in keys if key))


def _blank(kind: str, target: str, title: str, document: str | None, back: str) -> Decision:
    return Decision(kind, target, title, document, back, (), "", "", "", (), (), (), (), ())


def _shown(found: Index, made: Decision, place: Where) -> Decision:
    text = found.documents[place.document].text
    before, after = text[max(0, place.start - AROUND) : place.start], text[place.end : place.end + AROUND]
    return replace(made, before=before, words=place.text, after=after)


def _names(shelf: Shelf, leave_out: str = "") -> tuple[Choice, ...]:
    rows = shelf.rows("SELECT id, name FROM speakers ORDER BY number LIMIT ?", (NAMES,))
    return tuple(Choice(key, name) for key, name in rows if key != leave_out)


def _attribution(shelf: Shelf, found: Index, target: str) -> Decision:
    attribution = _get(found.attributions, target, "attribution")
    document = attribution.document
    parts = tuple(
        Part(role, where(found, document, span.start, span.end))
        for role, spans in (("source", attribution.source), ("cue", attribution.cue), ("content", attribution.content))
        for span in spans
    )
    back = f"/document/{document}/s{parts[-1].place.start}-{parts[-1].place.end}"
    made = _blank("attribution", target, f"Who said this, in {found.labels[document]}?", document, back)
    resolution = found.resolutions.get(target)
    now = (Choice(resolution.speaker or "", who(found, target) or "not known"),) if resolution else ()
    return _shown(found, replace(made, parts=parts, others=_names(shelf), now=now), content_of(found, attribution))


def _figure(shelf: Shelf, found: Index, target: str) -> Decision:
    figure = _get(found.figures, target, "figure")
    place = where(found, figure.document, figure.start, figure.end)
    back = f"/document/{figure.document}/s{figure.start}-{figure.end}"
    made = _blank("figure", target, f"The figure {say_value(figure)} in {place.label}", figure.document, back)
    return _shown(found, replace(made, parts=(Part("whole", place),)), place)


def _time(shelf: Shelf, found: Index, target: str) -> Decision:
    time = _get(found.times, target, "date")
    place = where(found, time.document, time.start, time.end)
    back = f"/document/{time.document}/s{time.start}-{time.end}"
    made = _blank("time", target, f"The date {time.value} in {place.label}", time.document, back)
    return _shown(found, replace(made, parts=(Part("whole", place),)), place)


def _reuse(shelf: Shelf, found: Index, target: str) -> Decision:
    reuse = _get({each.id: each for each in found.case.reuse}, target, "pair of passages")
    left, right = (where(found, p.document, p.start, p.end) for p in (reuse.left, reuse.right))
    back = f"/compare/{left.document}/{right.document}"
    made = _blank("reuse", target, f"Words that {left.label} and {right.label} share", left.document, back)
    return _shown(found, replace(made, parts=(Part(left.label, left), Part(right.label, right))), left)


def _check(shelf: Shelf, found: Index, target: str) -> Decision:
    check = _get({each.id: each for each in found.case.quotation_checks}, target, "quotation")
    place = content_of(found, found.attributions[check.attribution])
    back = f"/document/{place.document}/s{place.start}-{place.end}"
    made = _blank("check", target, f"A quotation in {place.label}", place.document, back)
    return _shown(found, made, place)


def _speaker(shelf: Shelf, found: Index, target: str) -> Decision:
    speaker = _get(found.speakers, target, "speaker")
    mine = [a for a in found.attributions.values() if _spoken_by(found, a) == target]
    mine.sort(key=lambda a: (found.order[a.document], content_of(found, a).start))
    members = tuple(Member(a.id, content_of(found, a), who(found, a.id)) for a in mine[:MEMBERS])
    made = _blank("speaker", target, f"Who is {speaker.name}?", None, f"/speaker/{target}")
    return replace(made, words=speaker.name, members=members, others=_names(shelf, target))


def _spoken_by(found: Index, attribution: Attribution) -> str | None:
    resolution = found.resolutions.get(attribution.id)
    return resolution.speaker if resolution else None


def _claim(shelf: Shelf, found: Index, target: str) -> Decision:
    claim = _get(found.claims, target, "claim")
    statements = sorted(claim.statements, key=lambda s: (found.order[s.document], s.start))
    members = tuple(
        Member(s.id, where(found, s.document, s.start, s.end), who(found, s.attribution)) for s in statements[:MEMBERS]
    )
    near = {
        n
        for (n,) in shelf.rows_of(
            "SELECT claim FROM claim_documents WHERE document IN keys",
            numbers_of(shelf, {s.document for s in statements[:12]}).values(),
        )
    }
    rows = shelf.rows_of("SELECT number, id FROM claims WHERE number IN keys", sorted(near)[:NAMES])
    texts = {c.id: c.text for c in claims_by_id(shelf, tuple(key for _, key in sorted(rows) if key != target))}
    others = (*claim.competing, *(key for key in texts if key not in claim.competing))
    texts |= {c.id: c.text for c in claims_by_id(shelf, claim.competing)}
    made = _blank("claim", target, "Do these reports say the same?", None, f"/claim/{target}")
    chosen = tuple(Choice(key, texts[key]) for key in others if key in texts)
    return replace(made, words=claim.text, members=members, others=chosen)


def _document(shelf: Shelf, found: Index, target: str) -> Decision:
    document = _get(found.documents, target, "document")
    made = _blank("document", target, f"Where {found.labels[target]} is from", target, f"/document/{target}")
    now = (Choice("publisher", document.publisher or ""), Choice("published", document.published or ""))
    return replace(made, words=document.title or document.text[:AROUND], now=now)


def _get(known: Mapping[str, T], key: str, what: str) -> T:
    if key not in known:
        raise NotFoundError(f"no {what} {key!r}")
    return known[key]


_MADE = {
    "attribution": _attribution,
    "figure": _figure,
    "time": _time,
    "reuse": _reuse,
    "check": _check,
    "speaker": _speaker,
    "claim": _claim,
    "document": _document,
}
