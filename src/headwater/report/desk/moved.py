"""Where a claim or a speaker is now, whose id is gone: what people joined or took apart got another one.

An id is a hash of what a finding consists of, so a correction that changes this changes the id. The log says for which
words the old one stood; its address leads to what those words belong to now.
"""

from collections import Counter

from headwater.records import Anchor, Claim, Correction, CorrectionState
from headwater.store.shelf import Shelf, unpack, unsqueeze

_CHANGING = ("merge_claims", "split_claim", "merge_speakers", "split_speaker", "rename_speaker")


def claim_now(shelf: Shelf, key: str) -> str | None:
    """Return the claim that most statements of a claim now stand in, which had ``key`` when somebody decided about it;
    None where nobody did."""
    stood = [place for correction in _decided(shelf, key) for place in _anchors(correction, key)]
    places = Counter((anchor.document, anchor.start, anchor.end) for anchor in stood)
    found: Counter[str] = Counter()
    rows = shelf.rows_of(
        "SELECT DISTINCT claims.number, claims.payload FROM documents "
        "JOIN claim_documents ON document = documents.number JOIN claims ON claims.number = claim "
        "WHERE documents.id IN keys",
        {document for document, _, _ in places},
    )
    for _, payload in sorted(rows):
        claim = unsqueeze(payload, Claim)
        found[claim.id] += sum(places[s.document, s.start, s.end] for s in claim.statements)
    return _most(found)


def speaker_now(shelf: Shelf, key: str) -> str | None:
    """Return the speaker to whom most statements of a speaker are given now; None where nobody decided about it."""
    members = [member for correction in _decided(shelf, key) for member in _members(correction, key)]
    rows = shelf.rows_of(
        "SELECT speakers.id, said.attribution FROM said JOIN speakers ON speakers.number = said.speaker "
        "WHERE said.attribution IN keys",
        members,
    )
    return _most(Counter(speaker for speaker, _ in sorted(rows)))


def _decided(shelf: Shelf, key: str) -> list[Correction]:
    """Return what was decided about an id, or about another that it was to be joined with."""
    rows = shelf.rows("SELECT payload FROM corrections ORDER BY number")
    given = [unpack(payload, CorrectionState).correction for (payload,) in rows]
    return [c for c in given if c.action in _CHANGING and key in (c.target, c.value.get("with"))]


def _anchors(correction: Correction, key: str) -> tuple[Anchor, ...]:
    return correction.anchors[_part(correction, key)]


def _members(correction: Correction, key: str) -> list[str]:
    return correction.value.get("members", "").split()[_part(correction, key)]


def _part(correction: Correction, key: str) -> slice:
    """Return which members were, and remain, what had the id: first stand those that were joined to another or taken
    out, then the others."""
    count = correction.value.get("of_target", "")
    first = int(count) if count.isdecimal() else None
    taken_out = correction.action in ("split_claim", "split_speaker")
    return slice(first, None) if taken_out or key != correction.target else slice(first)


def _most(found: Counter[str]) -> str | None:
    known = +found
    return max(sorted(known), key=lambda key: known[key]) if known else None
