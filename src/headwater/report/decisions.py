"""What a person decided, in words: the same on every page that shows it."""

from pathlib import PurePath

from headwater.days import say_date
from headwater.records import Anchor, Correction
from headwater.report.wording import count, quote

WORDS = 120  # characters of words that were set


def say_decision(correction: Correction) -> str:
    """Return what was decided, as a sentence without its stop."""
    value = correction.value
    out = value.get("of_target", "")
    some = f"{count(int(out), 'statement')} taken out" if out.isdecimal() else "Statements taken out"
    part = value.get("part", "words").capitalize()
    return {
        "accept": "Confirmed",
        "reject": "Taken away as wrong",
        "edit_span": f"{part} set to {quote(' … '.join(a.quote for a in _roles(correction, 'new')), WORDS)}",
        "reattribute": f"Given to {value.get('speaker', '')}",
        "rename_speaker": f"Named {value.get('new', '')}",
        "merge_speakers": f"Joined with {value.get('with_name', 'another speaker')}",
        "split_speaker": f"{some} and given to {value.get('new', '')}",
        "merge_claims": "Joined with a claim that says the same",
        "split_claim": f"{some} as saying something else",
        "set_date": f"Date set to {say_date(value.get('published'))}",
        "set_publisher": f"Publisher set to {value.get('publisher', '')}",
        "note": f"Note: {value.get('text', '')}",
        "undo": "An earlier decision undone",
    }[correction.action]


def decided_about(correction: Correction) -> str:
    """Return the words or the name that were decided about; empty for what has none."""
    if correction.kind == "document":
        return PurePath(correction.anchors[0].name).name if correction.anchors else ""
    if correction.kind == "speaker":
        return correction.value.get("name", "")
    words = _roles(correction, "content") or correction.anchors[:1]
    return " … ".join(anchor.quote for anchor in words)


def _roles(correction: Correction, role: str) -> tuple[Anchor, ...]:
    """Return the anchors that stand for one part of an attribution: source, cue, content, or the new words of one."""
    roles = correction.value.get("parts", "").split()
    return tuple(anchor for anchor, name in zip(correction.anchors, roles, strict=False) if name == role)
