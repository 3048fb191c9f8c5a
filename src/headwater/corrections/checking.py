"""What a correction must hold to be one: every file of corrections is somebody else's until it was checked."""

import datetime
import hashlib
from collections.abc import Mapping

from headwater.records import Anchor, Correction, CorrectionAction

FINDINGS = frozenset({"attribution", "figure", "time"})
KINDS = FINDINGS | {"reuse", "check", "claim", "speaker", "document"}
ALLOWED: Mapping[CorrectionAction, frozenset[str]] = {
    "accept": FINDINGS | {"reuse", "check", "claim", "speaker"},
    "reject": FINDINGS | {"reuse", "check", "claim"},
    "edit_span": FINDINGS,
    "reattribute": frozenset({"attribution"}),
    "merge_speakers": frozenset({"speaker"}),
    "split_speaker": frozenset({"speaker"}),
    "rename_speaker": frozenset({"speaker"}),
    "merge_claims": frozenset({"claim"}),
    "split_claim": frozenset({"claim"}),
    "set_date": frozenset({"document"}),
    "set_publisher": frozenset({"document"}),
    "note": KINDS,
    "undo": frozenset({"correction"}),
}
_PARTS = {"attribution": {"source", "cue", "content", "new"}, "figure": {"whole", "new"}, "time": {"whole", "new"}}
_VALUES: Mapping[str, tuple[str, ...]] = {
    "reattribute": ("speaker",),
    "split_speaker": ("new",),
    "rename_speaker": ("new",),
    "merge_speakers": ("with",),
    "set_publisher": ("publisher",),
    "note": ("text",),
}


def identify_correction(correction: Correction) -> str:
    """Return the id that a correction must have: a hash of all else that it holds."""
    digest = hashlib.sha256()

    def add(text: str) -> None:
        data = text.encode("utf-8", "surrogatepass")
        digest.update(len(data).to_bytes(8, "big") + data)

    for text in (correction.action, correction.kind, correction.target, correction.who, correction.at, correction.why):
        add(text)
    for anchor in correction.anchors:
        for part in (
            anchor.document,
            anchor.start,
            anchor.end,
            anchor.quote,
            anchor.prefix,
            anchor.suffix,
            anchor.name,
        ):
            add(str(part))
    for key in sorted(correction.value):
        add(key)
        add(correction.value[key])
    return f"correction-{digest.hexdigest()[:32]}"


def problem(correction: Correction) -> str | None:
    """Return why a correction cannot be taken as it is; None where it can."""
    if correction.kind not in ALLOWED[correction.action]:
        return f"{correction.action} is not for a {correction.kind}"
    if not correction.who.strip() or not correction.why.strip():
        return "it says not who decided, or not why"
    if not _is_moment(correction.at):
        return f"its time {correction.at!r} is not of the form 2026-05-01T12:00:00Z"
    if correction.action == "undo":
        return None
    if not all(_is_whole(anchor) for anchor in correction.anchors):
        return "an anchor's offsets do not fit its words"
    if not correction.anchors and correction.kind != "speaker":
        return "it has no anchor"
    missing = [name for name in _VALUES.get(correction.action, ()) if not correction.value.get(name, "").strip()]
    if missing:
        return f"its value lacks {missing[0]!r}"
    if correction.action == "set_date" and not is_date(correction.value.get("published", "")):
        return "its value needs published=YYYY-MM-DD"
    return _problem_of_spans(correction) if correction.kind in FINDINGS | {"check"} else _problem_of_members(correction)


def _problem_of_spans(correction: Correction) -> str | None:
    parts = correction.value.get("parts", "").split()
    allowed = _PARTS.get(correction.kind, _PARTS["attribution"])
    if len(parts) != len(correction.anchors) or not set(parts) <= allowed:
        return "value['parts'] does not say what each anchor is"
    if len({anchor.document for anchor in correction.anchors}) != 1:
        return "its anchors are in more than one document"
    if any(not anchor.quote for anchor in correction.anchors):
        return "an anchor has no words"
    if correction.kind in ("figure", "time") and parts.count("whole") != 1:
        return "value['parts'] names no whole"
    if correction.action == "edit_span":
        part = correction.value.get("part", "whole")
        wanted = {"source", "cue", "content"} if correction.kind == "attribution" else {"whole"}
        if part not in wanted:
            return f"value['part'] must be one of {', '.join(sorted(wanted))}"
        if "new" not in parts and part == "content":
            return "a finding needs words; to remove it, reject it"
        if correction.kind != "attribution" and parts.count("new") != 1:
            return "it needs one new span"
    return None


def _problem_of_members(correction: Correction) -> str | None:
    if correction.kind not in ("speaker", "claim"):
        return None
    if len(correction.value.get("members", "").split()) != len(correction.anchors):
        return "value['members'] does not say what each anchor is"
    count = correction.value.get("of_target", "0")
    if not (count.isascii() and count.isdigit() and len(count) < 7 and int(count) <= len(correction.anchors)):
        return "value['of_target'] is no number of anchors"
    return None


def _is_whole(anchor: Anchor) -> bool:
    return 0 <= anchor.start <= anchor.end and anchor.end - anchor.start == len(anchor.quote)


def _is_moment(text: str) -> bool:
    try:
        return datetime.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").strftime("%Y-%m-%dT%H:%M:%SZ") == text
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Return whether a text is an ISO 8601 date, or a time with its zone."""
    try:
        if len(text) == len("2026-05-01"):
            datetime.date.fromisoformat(text)
            return True
        return datetime.datetime.fromisoformat(text).tzinfo is not None
    except ValueError:
        return False
