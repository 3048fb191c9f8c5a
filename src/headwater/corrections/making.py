"""A correction made from what a person asks for: its target found, its words anchored, its value complete."""

import datetime
import itertools
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import msgspec

from headwater.corrections.anchors import anchor_document, make_anchor
from headwater.corrections.checking import ALLOWED, identify_correction, problem
from headwater.errors import NotFoundError, UsageError
from headwater.records import (
    Anchor,
    Attribution,
    Case,
    Claim,
    Correction,
    CorrectionAction,
    Document,
    Figure,
    QuotationCheck,
    Reuse,
    Span,
    Speaker,
    Statement,
    Time,
)

__all__ = ["ALLOWED", "next_moment", "propose"]

MOST = 12  # members of each side by which a speaker or a claim is known again
Target = Attribution | Figure | Time | Reuse | QuotationCheck | Claim | Speaker | Document | Correction
S = TypeVar("S", Speaker, Claim)
M = TypeVar("M", Attribution, Statement)
_SPAN = re.compile(r"(\d{1,12})-(\d{1,12})")
_KIND = {
    Attribution: "attribution",
    Figure: "figure",
    Time: "time",
    Reuse: "reuse",
    QuotationCheck: "check",
    Claim: "claim",
    Speaker: "speaker",
    Document: "document",
    Correction: "correction",
}


def next_moment(now: datetime.datetime, given: Iterable[Correction]) -> str:
    """Return the time to give a correction: now, or a second after the last, so that later is always later."""
    moment = now.astimezone(datetime.UTC).replace(microsecond=0, tzinfo=None)
    last = max((c.at for c in given), default="")
    if last and last >= moment.isoformat() + "Z":
        moment = datetime.datetime.strptime(last, "%Y-%m-%dT%H:%M:%SZ") + datetime.timedelta(seconds=1)
    return moment.isoformat() + "Z"


def propose(
    case: Case,
    action: CorrectionAction,
    target: str,
    value: Mapping[str, str],
    *,
    who: str,
    why: str,
    at: str,
    given: Sequence[Correction] = (),
) -> Correction:
    """Return the correction that a person asks for. ``target`` may be the beginning of an id; ``given`` are the
    corrections so far, which can be undone.

    ``value``: ``speaker`` for reattribute; ``part`` (source, cue, content) and ``spans`` ("10-20,30-35", code points)
    or ``text`` for edit_span; ``with`` (an id) for the merges; ``new`` (a name) and ``members`` (ids of attributions)
    for split_speaker; ``new`` for rename_speaker; ``members`` (ids of statements or of their attributions) for
    split_claim; ``published``, ``publisher``, ``text`` for set_date, set_publisher, note.
    Raises NotFoundError for an id that is not there, UsageError for what cannot be done with it.
    """
    found = _find(case, target, given)
    kind = _KIND[type(found)]
    if kind not in ALLOWED[action]:
        raise UsageError(f"{action} is not for: {kind}; it is for: {', '.join(sorted(ALLOWED[action]))}")
    anchors, full = _anchored(case, action, found, dict(value))
    blank = Correction("", action, kind, found.id, anchors, who.strip(), at, why.strip(), full)
    made = replace(blank, id=identify_correction(blank))
    wrong = problem(made)
    if wrong is not None:
        raise UsageError(f"{action} {found.id}: {wrong}")
    return made


def _find(case: Case, key: str, given: Sequence[Correction]) -> Target:
    known: dict[str, Target] = {a.document.id: a.document for a in case.analyses}
    known |= {attribution.id: attribution for a in case.analyses for attribution in a.attributions}
    known |= {figure.id: figure for a in case.analyses for figure in a.figures}
    known |= {time.id: time for a in case.analyses for time in a.times}
    known |= {reuse.id: reuse for reuse in case.reuse}
    known |= {check.id: check for check in case.quotation_checks}
    known |= {speaker.id: speaker for speaker in case.speakers}
    known |= {claim.id: claim for claim in case.claims}
    known |= {correction.id: correction for correction in given}
    if key in known:
        return known[key]
    near = sorted(each for each in known if key and each.startswith(key))
    if len(near) == 1:
        return known[near[0]]
    if near:
        raise NotFoundError(f"{len(near)} ids begin with {key!r} ({', '.join(near[:3])} …); give more of the id")
    named = [a.document for a in case.analyses if key and f"/{a.document.path}".endswith(f"/{key}")]
    if len(named) == 1:
        return named[0]
    if named:
        raise NotFoundError(f"{len(named)} documents are called {key!r}; give more of the path")
    raise NotFoundError(
        f"no finding has the id {key!r}, and no document that path; the reading commands and --json show the ids"
    )


def _anchored(
    case: Case, action: CorrectionAction, found: Target, value: dict[str, str]
) -> tuple[tuple[Anchor, ...], dict[str, str]]:
    documents = {a.document.id: a.document for a in case.analyses}
    if isinstance(found, Correction):
        return (), value
    if isinstance(found, Document):
        return (anchor_document(found),), value
    if isinstance(found, Reuse):
        places = (found.left, found.right)
        return tuple(make_anchor(documents[p.document], p.start, p.end) for p in places), value
    if isinstance(found, Speaker):
        return _speaker_anchors(case, action, found, value, documents)
    if isinstance(found, Claim):
        return _claim_anchors(case, action, found, value, documents)
    if isinstance(found, QuotationCheck):
        attribution = next(t for a in case.analyses for t in a.attributions if t.id == found.attribution)
        anchors, parts = _finding_anchors(attribution, documents[attribution.document])
        return anchors, {**value, "attribution": attribution.id, "parts": " ".join(parts)}
    document = documents[found.document]
    anchors, parts = _finding_anchors(found, document)
    if action == "edit_span":
        new = _new_spans(value, document, found)
        anchors = (*anchors, *(make_anchor(document, s.start, s.end) for s in new))
        parts = [*parts, *("new" for _ in new)]
        value = {"part": value.get("part", "whole")}
    if isinstance(found, Attribution):
        known = {"kind": found.kind, "polarity": found.polarity, "certainty": found.certainty}
        inside = {"inside": found.inside} if found.inside else {}
        if action == "reattribute":
            value = _with_speaker(case, value)
        return anchors, {**value, **known, **inside, "parts": " ".join(parts)}
    return anchors, {**value, "parts": " ".join(parts), "finding": msgspec.json.encode(found).decode()}


def _finding_anchors(found: Attribution | Figure | Time, document: Document) -> tuple[tuple[Anchor, ...], list[str]]:
    if isinstance(found, Attribution):
        named = [
            (part, span)
            for part, spans in (("source", found.source), ("cue", found.cue), ("content", found.content))
            for span in spans
        ]
    else:
        named = [("whole", Span(found.start, found.end))]
    return tuple(make_anchor(document, span.start, span.end) for _, span in named), [part for part, _ in named]


def _new_spans(value: Mapping[str, str], document: Document, found: Attribution | Figure | Time) -> list[Span]:
    """Return the spans that a person marks, by their offsets or by their words. Raises UsageError."""
    length = len(document.text)
    if value.get("spans"):
        spans = []
        for piece in value["spans"].split(","):
            match = _SPAN.fullmatch(piece.strip())
            if match is None:
                raise UsageError(f"spans={value['spans']!r}: write START-END, several with commas between them")
            spans.append(Span(int(match[1]), int(match[2])))
        ordered = sorted(spans)
        apart = all(a.end <= b.start for a, b in itertools.pairwise(ordered))
        if not apart or any(not 0 <= s.start < s.end <= length for s in ordered):
            raise UsageError(f"spans={value['spans']!r}: they overlap, are empty, or lie outside the text (0-{length})")
        return ordered
    words = value.get("text", "")
    if not words:
        return []
    starts = [m.start() for m in re.finditer(f"(?={re.escape(words)})", document.text)]
    if not starts:
        raise NotFoundError(f"the document does not hold {words!r}; give the words exactly, or spans=START-END")
    near = _centre(found)
    starts.sort(key=lambda start: abs(start + len(words) // 2 - near))
    return [Span(starts[0], starts[0] + len(words))]


def _centre(found: Attribution | Figure | Time) -> int:
    if not isinstance(found, Attribution):
        return (found.start + found.end) // 2
    spans = found.content or found.source or found.cue
    return (spans[0].start + spans[-1].end) // 2


def _with_speaker(case: Case, value: dict[str, str]) -> dict[str, str]:
    """Return the value with the speaker's name and, where the case has this speaker, its id."""
    wanted = value.get("speaker", "").strip()
    known = next((s for s in case.speakers if s.id == wanted), None)
    if known is not None:
        return {**value, "speaker": known.name, "speaker_id": known.id}
    return {**value, "speaker": wanted}


def _attributions_of(case: Case, speaker: str) -> list[Attribution]:
    mine = {r.attribution for r in case.resolutions if r.speaker == speaker}
    return [t for a in case.analyses for t in a.attributions if t.id in mine and t.content]


def _speaker_anchors(
    case: Case, action: CorrectionAction, found: Speaker, value: dict[str, str], documents: Mapping[str, Document]
) -> tuple[tuple[Anchor, ...], dict[str, str]]:
    mine = _attributions_of(case, found.id)
    other: list[Attribution] = []
    full = {**value, "name": found.name}
    if action == "merge_speakers":
        second = _only(case.speakers, value.get("with", ""), "speaker")
        if second.id == found.id:
            raise UsageError("a speaker cannot be joined with itself")
        mine, other = mine[:MOST], _attributions_of(case, second.id)[:MOST]
        full |= {"with": second.id, "with_name": second.name}
    elif action == "split_speaker":
        out = _chosen(value, {t.id: t for t in mine}, "attribution of this speaker")
        mine, other = out, [t for t in mine if t not in out][:MOST]
    else:
        mine = mine[:MOST]
    anchors = tuple(make_anchor(documents[t.document], t.content[0].start, t.content[0].end) for t in (*mine, *other))
    return anchors, full | {"members": " ".join(t.id for t in (*mine, *other)), "of_target": str(len(mine))}


def _claim_anchors(
    case: Case, action: CorrectionAction, found: Claim, value: dict[str, str], documents: Mapping[str, Document]
) -> tuple[tuple[Anchor, ...], dict[str, str]]:
    mine: list[Statement] = list(found.statements)
    other: list[Statement] = []
    full = dict(value)
    if action == "merge_claims":
        second = _only(case.claims, value.get("with", ""), "claim")
        if second.id == found.id:
            raise UsageError("a claim cannot be joined with itself")
        mine, other = mine[:MOST], list(second.statements)[:MOST]
        full["with"] = second.id
    elif action == "split_claim":
        by_id = {s.id: s for s in mine} | {s.attribution: s for s in mine if s.attribution is not None}
        out = _chosen(value, by_id, "statement of this claim")
        mine, other = out, [s for s in mine if s not in out][:MOST]
        if not other:
            raise UsageError("every statement of the claim would go out; leave at least one")
    else:
        mine = mine[:MOST]
    anchors = tuple(make_anchor(documents[s.document], s.start, s.end) for s in (*mine, *other))
    return anchors, full | {"members": " ".join(s.id for s in (*mine, *other)), "of_target": str(len(mine))}


def _only(items: Sequence[S], key: str, kind: str) -> S:
    near = [item for item in items if item.id == key] or [item for item in items if key and item.id.startswith(key)]
    if len(near) != 1:
        raise NotFoundError(f"with={key!r}: {'several' if near else 'no'} {kind}s have this id; give the id of one")
    return near[0]


def _chosen(value: Mapping[str, str], known: Mapping[str, M], what: str) -> list[M]:
    """Return the members that are named, each once, in the order of their ids. Raises NotFoundError, UsageError."""
    found: dict[str, M] = {}
    for key in value.get("members", "").replace(",", " ").split():
        near = [each for each in known if each == key] or [each for each in known if each.startswith(key)]
        if len({known[each].id for each in near}) != 1:
            raise NotFoundError(f"members: {key!r} is no {what}, or more than one")
        found[known[near[0]].id] = known[near[0]]
    if not found:
        raise UsageError(f"name what goes out: members=ID,ID (each an {what})")
    return [found[key] for key in sorted(found)]
