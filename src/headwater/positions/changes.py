"""Finds reports that somebody's position moved: "softened its stance", "changed tactics", "no longer says".

A report is a finite verb of change with an object that names a position ("softened its stance"), a position that
changed ("its tone has hardened", "the Front's tone changed"), a change that is named ("in a reversal, the ministry said
…"), or a fixed phrase. What did not happen, has not happened yet or is asked or denied ("refused to change its line",
"will soften its stance", "denied that it had changed its story") is no report.
Known limits: English only; a change that no listed phrase reports is not found.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from headwater.records import Span

_VERBS = (
    r"softened|hardened|toughened|moderated|reversed|shifted|changed|revised|abandoned|dropped|reconsidered|altered"
    r"|sharpened|retracted|withdrew|recanted|walked back|rowed back on|backed away from|backtracked on|retreated from"
)
_OBJECTS = (
    r"stance|position|tone|line|rhetoric|approach|tactics|policy|views?|mind|message|account|story|version|claims?"
    r"|statements?|demands?|denials?|opposition|tune"
)
_MOVED = (
    r"softened|hardened|shifted|changed|moderated|evolved|sharpened|toughened|varied"
    r"|turned (?:softer|harsher|milder|around)"
)
_TURNED = re.compile(
    rf"\b(?:tone|stance|line|position|rhetoric|story|account|version|message|attitude|views?|tune)"
    rf"(?:\s+(?:on|toward|towards|about)\s+(?:[\w’'-]+\s+){{1,3}}?|\s+)(?:(?:has|have|had)\s+)?"
    rf"(?:(?:since|now|also|clearly|markedly|quietly|again|somewhat)\s+)?(?:{_MOVED})\b",
    re.IGNORECASE,
)
_NAMED = re.compile(
    r"\b(?:in (?:an?|what was an?|an apparent|a sharp|a sudden|a rare|a public|a complete|a striking) "
    r"(?:\w+ )?(?:(?:reversal|u-turn|about-face|turnaround|climbdown|volte-face)"
    r"(?: of (?:its|his|her|their) (?:\w+ ){0,2}?(?:stance|position|line|policy|tone))?"
    r"|(?:change|shift) (?:of|in) (?:\w+ )?"
    r"(?:course|tack|heart|mind|tone|line|policy|position|stance|tactics|rhetoric))"
    r"|(?:reversal|softening|hardening) of (?:its|his|her|their) (?:\w+ ){0,2}?(?:stance|position|line|policy|tone))\b",
    re.IGNORECASE,
)
_PHRASES = (
    r"changed (?:tactics|tack|course)|reversed (?:course(?! from)|itself|himself|herself|themselves)"
    r"|made an? (?:u-turn|about-face)"
    r"|did an? (?:u-turn|about-face)|backtracked|rowed back|struck a (?:softer|milder|harder|harsher|new) tone"
    r"|no longer (?:says|believes|insists|denies|supports|opposes|demands|claims|maintains)"
)
CHANGE = re.compile(rf"\b(?:(?:{_VERBS})\s+(?:[\w’']+\s+){{0,3}}?(?:{_OBJECTS})|{_PHRASES})\b", re.IGNORECASE)
_INSIDE = re.compile(
    rf"\b(?:on|toward|towards|about)\s+(?:the\s+)?([\w’'-]+(?:\s+[\w’'-]+){{0,2}}?)\s+(?:has|have|had|{_MOVED})\b"
)
OWNERS = frozenset({"its", "his", "her", "their", "that", "this", "those"})
_WRITTEN = frozenset({"line", "story", "version", "account", "message", "statement", "statements"})
_JOINS = frozenset({"and", "or", "in", "of", "on", "when", "while", "by", "as", "from", "but"})
OPENING = re.compile(  # "previously undecided women" opens nothing
    r"\b(?:at first|initially|in the beginning|originally|until then|had previously|(?-i:Previously))\b",
    re.IGNORECASE,
)
ADMITTED = re.compile(
    r"\bafter (?:initially|at first|first|earlier|previously|repeatedly|long) "
    r"(?:denying|insisting|claiming|rejecting|saying)\b",
    re.IGNORECASE,
)
_NOT_SO = """
to not never will would could may might should must if no neither refused without cannot can’t can't didn’t didn't
hasn’t hasn't haven’t haven't
"""
_UNREAL = frozenset(_NOT_SO.split())
_OPEN = frozenset({"whether", "if", "none", "nobody", "unless", "denied", "denies", "denying", "accused", "deny"})
_CLAUSE = 9  # words before the verb in which "whether" leaves it open
_LOOK = 3  # words before the verb in which "not" or "to" undoes it
_TOPIC = re.compile(r"\s{1,60}+(?:on|toward|towards|about|over|regarding|concerning)\s+((?:[\w’'-]+\s?){1,8})")
_OPPOSED = re.compile(r"\s{1,60}+to\s+((?:[\w’'-]+\s?){1,8})")
_TOPIC_WORDS = 4
_LINKS = frozenset({"on", "of", "about", "over", "toward", "towards", "the", "a", "an", "its", "his", "her", "their"})
_LEADING = frozenset({"the", "this", "its", "his", "her", "their", "a", "an", "some", "previous", "earlier"})
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december summer winter spring autumn weekend week month year years past last next time those these it
them him that
"""
_WHEN = frozenset(_CALENDAR.split())
_TOPIC_ENDS = re.compile(
    r"\b(?:and|but|by|in|after|before|when|while|as|since|which|that|who|with|for|to|at|from|so|apparently|because"
    r"|is|was|once|twice|again)\b"
)


Owner = Literal["before", "possessor", "after"]  # where the sentence names whose position it is


@dataclass(frozen=True, slots=True)
class Change:
    """A report of change: its words, the topic where the text names one, and where its owner is named."""

    span: Span
    topic: str | None
    owner: Owner = "before"


def find_changes(text: str, start: int, end: int) -> list[Change]:
    """Return the reports of change in the sentence ``text[start:end]``, in text order."""
    if text[start:end].rstrip().endswith("?"):
        return []
    found: list[Change] = []
    forms: tuple[tuple[re.Pattern[str], Owner], ...] = (
        (CHANGE, "before"),
        (ADMITTED, "before"),
        (_TURNED, "possessor"),
        (_NAMED, "after"),
    )
    for match, owner in ((m, owner) for form, owner in forms for m in form.finditer(text, start, end)):
        before = text[max(start, match.start() - 60) : match.start()].lower().split()[-_LOOK:]
        clause = text[max(start, match.start() - 80) : match.start()].lower().split()[-_CLAUSE:]
        span = Span(match.start(), match.end())
        unreal = _UNREAL & set(before) or _OPEN & set(clause)
        if not unreal and (owner != "before" or _owned(match[0])) and not _overlap(span, found):
            found.append(Change(span, _topic(text, match.end(), end) or _topic_inside(match[0]), owner))
    return sorted(found, key=lambda c: c.span)


def _overlap(span: Span, found: Sequence[Change]) -> bool:
    return any(span.start < change.span.end and change.span.start < span.end for change in found)


def _topic_inside(words: str) -> str | None:
    """Return the topic that stands inside the report: "its position on the dam has shifted"."""
    match = re.search(
        r"\b(?:on|toward|towards|about)\s+(?:the\s+)?([\w’'-]+(?:\s+[\w’'-]+){0,2}?)\s+(?:has|have|had|" + _MOVED + ")",
        words,
    )
    return match[1] if match else None


def _owned(words: str) -> bool:
    """Whether a position is named as the subject's own: "its stance", not "revised version", "the committee’s line"."""
    if not CHANGE.fullmatch(words) or re.fullmatch(_PHRASES, words, re.IGNORECASE):
        return True
    verb, *middle, noun = words.lower().split()
    if noun in _WRITTEN and {"that", "this", "those"} & set(middle):
        return False  # "dropped this line" is of a text
    if middle[:1] == ["on"] and verb == "backtracked":
        middle = middle[1:]
    return any(word in OWNERS for word in middle) and not _JOINS & set(middle)


def _topic(text: str, at: int, end: int) -> str | None:
    opposed = text.endswith("opposition", 0, at)
    match = (_OPPOSED if opposed else _TOPIC).match(text, at, end)
    if match is None:
        return None
    stop = _TOPIC_ENDS.search(match[1])
    topic = (match[1][: stop.start()] if stop else match[1]).split()
    while topic and topic[0].lower() in _LEADING:
        topic = topic[1:]
    last = _TOPIC_WORDS
    while last < len(topic) and topic[last - 1][0].isupper() and topic[last][0].isupper():
        last += 1  # a name is not cut in two
    while last < len(topic) and topic[last - 1].lower() in _LINKS:
        last -= 1  # "the plan on" tells half
    return " ".join(topic[:last]) if topic and topic[0].lower() not in _WHEN else None
