"""Finds sentences that tell both sides of a turn: what was said before and what is said now, or two counts.

"The ministry initially denied the raid but later admitted it": a verb of saying or judging with a word that puts it
behind ("initially", "had previously", "once"), and in the same sentence one with a word that puts it after ("later",
"now", "has since", "but on Friday"). "Raised its count from 41 to 54" tells two counts.
Known limits: English only; both sides must be the acts of one subject, which is judged by the clause between them:
a name or "he" before the second verb ends the turn.
"""

import re
from dataclasses import dataclass

from headwater.records import Span

_PAST = (
    r"denied|said|insisted|claimed|rejected|called|refused|maintained|opposed|supported|backed|promised|argued|blamed"
    r"|condemned|praised|dismissed|ruled out|defended|threatened|vowed|pledged|favou?red|endorsed|admitted|agreed"
    r"|declared|described|reported|stated|declined|accused|welcomed|put"
)
_PRESENT = (
    r"says?|admits?|accepts?|concedes?|acknowledges?|believes?|claims?|insists?|denies|deny|maintains?|argues?|supports?"
    r"|opposes?|wants?|calls?|backs?|favou?rs?|rejects?|puts?|describes?|agrees?|speaks? of|accuses?|blames?"
)
_AFTER = (
    r"denied|said|insisted|claimed|rejected|called|maintained|opposed|supported|backed|argued|blamed|condemned|praised"
    r"|dismissed|defended|admitted|acknowledged|conceded|accepted|confirmed|agreed|withdrew|retracted|apologi[sz]ed"
    r"|relented|reversed|recanted|backtracked|gave in|endorsed|changed|corrected|put"
)
_FIRST = (
    r"initially|at first|originally|previously|earlier|formerly|once|long|repeatedly|for (?:weeks|months|years|days)"
)
BEFORE = re.compile(
    rf"\b(?:(?:had\s+)?(?:{_FIRST})\s+(?:{_PAST})|had\s+(?:long |always |repeatedly )?(?:{_PAST})"
    rf"|(?:{_PAST})(?=[^.;!?]{{0,90}}?\s(?:at first|initially|originally)\b))\b",
    re.IGNORECASE,
)
NOW = re.compile(
    rf"\b(?:(?:but|and|then|before)?\s*(?:now|today)\s+(?:{_PRESENT})|(?:has|have)\s+(?:since|now)\s+(?:{_AFTER})"
    rf"|(?:(?:but|and)\s+)?(?:later|then|eventually|finally|subsequently|afterwards)\s+(?:{_AFTER})"
    rf"|(?:but|and)\s+on\s+(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\s+(?:{_AFTER}))\b",
    re.IGNORECASE,
)
_AFTER_DENYING = re.compile(
    r"\bafter\s+(?:(?:initially|at first|first|earlier|previously|repeatedly|long|(?:day|week|month|year)s of)\s+)"
    r"(?:denying|insisting|claiming|rejecting|saying|refusing|opposing|defending|dismissing|calling)\b",
    re.IGNORECASE,
)
_DENIES = r"denied|rejected|dismissed|ruled out|disputed"
_ADMITS = r"admitted|acknowledged|conceded|confirmed|accepted|admits|acknowledges|concedes|confirms|accepts"
_AFTER_IT = re.compile(
    rf"\bafter\s+(?:it|he|she|they)\s+(?P<was>(?:had\s+)?(?:(?:{_FIRST})\s+)?"
    rf"(?:(?P<denied>{_DENIES})|(?P<admitted>{_ADMITS})))\b",
    re.IGNORECASE,
)
_DENIAL = re.compile(rf"\b(?:{_DENIES}|denies|rejects|dismisses)\b", re.IGNORECASE)
_ADMISSION = re.compile(rf"\b(?:{_ADMITS})\b", re.IGNORECASE)
_NUMBER = r"(?P<{0}>(?:at least |about |around |more than |nearly )?\d[\d,.]*\d|\d)"
_COUNT = r"(?:death )?(?:toll|count|estimate|figure|number|tally|total)"
_COUNTS = re.compile(
    rf"\b(?:raised|revised|lowered|cut|increased|reduced|corrected|updated|changed)\s+(?:its|the|their|his|her)\s+"
    rf"(?:\w+\s+){{0,2}}?(?P<of>{_COUNT}(?:\s+of\s+(?:the\s+)?\w+)?)\s+(?:up\s+|down\s+|upwards?\s+|downwards?\s+)?"
    rf"from\s+{_NUMBER.format('was')}\s+to\s+{_NUMBER.format('now')}",
    re.IGNORECASE,
)
_UP_FROM = re.compile(
    rf"\b(?:put|puts|now puts|placed)\s+the\s+"
    rf"(?P<of>{_COUNT}(?:\s+of\s+(?:the\s+)?\w+)?)\s+at\s+{_NUMBER.format('now')}"
    rf"(?:\s+\w+){{0,2}},?\s+(?:up|down)\s+from\s+(?:an?\s+(?:earlier|previous|initial)\s+(?:\w+\s+)?of\s+)?"
    rf"{_NUMBER.format('was')}",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(r"\b(?:[Hh]e|[Ss]he|[Ii]t|[Tt]hey|[Ww]e|I)\s*$|(?<![.!?]\s)(?<!^)\b[A-Z]\w+(?:’s|'s)?\s*$")
_RELATIVE = re.compile(r",\s*(?:which|who)\s*$")
_APART = 220  # code points between the two sides
_PEOPLE_BEFORE = 40  # code points before the second verb in which another subject is looked for


@dataclass(frozen=True, slots=True)
class Turn:
    """The two sides of a turn: what each is called, where it stands, and the topic where the words name one."""

    before: Span
    after: Span
    topic: Span | None

    def meets(self, other: "Turn") -> bool:
        """Whether both cover words in common."""
        return self.before.start < other.after.end and other.before.start < self.after.end


def find_turns(text: str, start: int, end: int) -> list[Turn]:
    """Return the turns that the sentence ``text[start:end]`` tells, in text order."""
    if text[start:end].rstrip().endswith("?"):
        return []
    found = [*_counts(text, start, end), *_after_it(text, start, end)]
    for pattern, after in ((BEFORE, NOW), (_AFTER_DENYING, None)):
        for opening in pattern.finditer(text, start, end):
            turn = _two_sided(text, opening, after, start, end)
            if turn is not None and not any(
                turn.before.start < t.after.end and t.before.start < turn.after.end for t in found
            ):
                found.append(turn)
    return sorted(found, key=lambda turn: turn.before)


def _counts(text: str, start: int, end: int) -> list[Turn]:
    result = []
    for pattern in (_COUNTS, _UP_FROM):
        for match in pattern.finditer(text, start, end):
            was, now = Span(*match.span("was")), Span(*match.span("now"))
            result.append(Turn(was, now, Span(*match.span("of"))))
    return result


def _after_it(text: str, start: int, end: int) -> list[Turn]:
    """Return the turns told backwards: "admitted the breach, a week after it had denied one"."""
    result = []
    for match in _AFTER_IT.finditer(text, start, end):
        opposite = _ADMISSION if match["denied"] else _DENIAL
        now = opposite.search(text, max(start, match.start() - _APART), match.start())
        if now is not None and not _is_unreal(text, start, now.start()):
            topic = _object(text, match.end(), end)
            result.append(Turn(Span(*match.span("was")), Span(*now.span()), topic))
    return result


def _two_sided(text: str, opening: re.Match[str], after: re.Pattern[str] | None, start: int, end: int) -> Turn | None:
    if _is_unreal(text, start, opening.start()):
        return None
    stop = min(end, opening.end() + _APART)
    if after is None:
        second = re.compile(rf"\b(?:{_AFTER}|{_PRESENT})\b").search(text, opening.end(), stop)
        if second is None or (text.find(",", opening.end(), second.start()) < 0 and opening.start() == start):
            second = None
        if second is None:  # "admitted the raid after initially denying it"
            earlier = list(re.compile(rf"\b(?:{_AFTER}|{_PRESENT})\b").finditer(text, start, opening.start()))
            if not earlier:
                return None
            second = earlier[-1]
            return Turn(Span(*opening.span()), Span(*second.span()), _object(text, second.end(), opening.start()))
        return Turn(Span(*opening.span()), Span(*second.span()), _object(text, opening.end(), second.start()))
    second = after.search(text, opening.end(), stop)
    if second is None or _has_other_subject(text, opening.end(), second.start()):
        return None
    return Turn(Span(*opening.span()), Span(*second.span()), _object(text, opening.end(), second.start()))


def _is_unreal(text: str, start: int, at: int) -> bool:
    before = text[max(start, at - 40) : at].lower().split()
    return bool({"if", "whether", "not", "never", "unless"} & set(before[-4:]))


def _has_other_subject(text: str, start: int, end: int) -> bool:
    """Whether another subject stands right before the second verb: "had denied it, but Tolland now says"."""
    between = text[max(start, end - _PEOPLE_BEFORE) : end]
    return _OTHER_SUBJECT.search(between) is not None and _RELATIVE.search(between) is None


_ARTICLES = r"(?:the|a|an|any|all|its|his|her|their|such|this|these|those)\s+"
_OBJECT = re.compile(rf"\s{{1,60}}+(?:{_ARTICLES})?((?:[\w’'-]+\s?){{1,4}})", re.IGNORECASE)
_ENDS = re.compile(
    r"\b(?:that|and|but|by|in|after|before|when|while|as|since|which|who|with|for|to|at|from|so|because|is|was|were|had"
    r"|has|would|will|it|them|him|on|any|at|initially|originally|being|having|there|no|not|he|she|they|the|of|then"
    r"|later|now|a|an)\b"
)


def _object(text: str, start: int, end: int) -> Span | None:
    """Return the noun phrase that follows a verb, without its article: "denied the raid"; None for a clause."""
    match = _OBJECT.match(text, start, end)
    if match is None:
        return None
    stop = _ENDS.search(match[1])
    words = (match[1][: stop.start()] if stop else match[1]).rstrip()
    return Span(match.start(1), match.start(1) + len(words)) if words else None
