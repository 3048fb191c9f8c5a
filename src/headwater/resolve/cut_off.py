"""Sources that were cut off from their names, or missed though the name stands right before the verb."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.records import Attribution, Span
from headwater.resolve.cast import Cast, Member
from headwater.resolve.mentions import Mention
from headwater.resolve.tables import PERSON_NOUNS, table
from headwater.words import fold

REACH = 100  # characters between a name and the verb or description that belongs to it
LINE_REACH = 2500  # characters between a source and its cue in which a line break is looked for
SPEECH = table(
    "said says told tells added adds explained explains confirmed confirms stated states noted notes insisted argued"
    " warned announced wrote writes replied continued"
)
_HEARS = re.compile(
    r"(?:(?:was|were|has|have|had|been|also|later) ){0,4}heard?s?\b"
    r"|(?:(?:has|have|had|also|later) ){0,3}(?:was|were|been|being) (?:told|informed|advised|assured|warned)\b",
    re.IGNORECASE,
)
_WE = re.compile(r"\b[Ww]e\b")
_NAMES = re.compile(r", (?:[A-Z][\w.’'-]*+ ){0,4}")  # titles before the name
APPOSITION = re.compile(r" |, (?:\d{1,3}|an?|the|who)\b[^.!?;:“”\"\n]{0,80}, ")


@dataclass(frozen=True, slots=True)
class Named:
    """A member of the cast and where it is named."""

    identity: Member
    span: Span


def lies_elsewhere(text: str, attribution: Attribution) -> bool:
    """Whether the source stands in a line before the cue's, as a headline's name does."""
    source, cue = attribution.source[0], attribution.cue
    return bool(cue) and "\n" in text[source.end : min(cue[0].start, source.end + LINE_REACH)]


def speech_cue(text: str, attribution: Attribution) -> Span | None:
    """Return the cue where it is a verb of speaking that must have a subject right before it."""
    if not attribution.cue:
        return None
    verb = fold(attribution.cue[0].of(text)).split()
    return attribution.cue[0] if verb and verb[0] in SPEECH else None


def named_before(text: str, cast: Cast, position: int) -> Named | None:
    """Return the person whose name, with an apposition at most, ends right before ``position``."""
    near = cast.before(position, position - REACH)
    if not near:
        return None
    start, end, member = near[-1] if near[-1][2].kind == "person" else near[0]
    if member.kind != "person" or not APPOSITION.fullmatch(text, end, position):
        return None
    return Named(member, Span(start, end))


def named_in_front(text: str, cast: Cast, mention: Mention, content: Sequence[Span]) -> Member | None:
    """Return whom a source cut off after its name means: “the fire chief” in “Ana Ruiz, the fire chief,”."""
    start = mention.span.start
    if text[max(0, start - 2) : start] != ", " or mention.head not in PERSON_NOUNS:
        return None
    near = cast.before(start, start - REACH)
    told = any(span.start < start - 2 <= span.end for span in content)  # "It sank off Vail, a doctor said"
    if not near or near[-1][1] != start - 2 or told:
        return None
    member = near[-1][2]  # not "Separately, a nurse said"
    return member if member.kind in ("person", None) and member.is_somebody else None


def named_behind(text: str, cast: Cast, end: int) -> Member | None:
    """Return whom a description that ends at ``end`` is given as: “The brigade's commander, Colonel Ana Ruiz,”."""
    near = cast.before(end + REACH, end)
    if not near or near[0][2].kind not in ("person", None) or _NAMES.fullmatch(text, end, near[0][0]) is None:
        return None
    return near[0][2]


def only_hears(text: str, attribution: Attribution) -> bool:
    """Whether the source only hears what is said: “The court heard that”, “Jurors were told that”."""
    return bool(attribution.cue) and _HEARS.match(attribution.cue[0].of(text)) is not None


def is_topic(text: str, attribution: Attribution, member: Member | None) -> bool:
    """Whether a title such as “Almeric: what is known” names no more than a place, as far as the text tells."""
    if not attribution.source or not attribution.cue or attribution.cue[0].of(text).strip() != ":":
        return False
    first = text[: attribution.source[0].start].strip() == ""
    held = attribution.content[0].of(text) if attribution.content else ""
    if first and attribution.kind == "indirect" and _WE.search(held):
        return True  # "Halcyon: we count 63 dead", over what a body publishes
    return first and (member is None or (member.kind in ("organisation", None) and not member.sure))
