"""Finds reports that somebody's position moved: "softened its stance", "changed tactics", "no longer says".

A report is a finite verb of change with an object that names a position, or a fixed phrase. What did not happen or has
not happened yet ("refused to change its line", "will soften its stance") is no report.
Known limits: English only; a change that no listed phrase reports is not found.
"""

import re
from dataclasses import dataclass

from headwater.records import Span

_VERBS = (
    r"softened|hardened|toughened|moderated|reversed|shifted|changed|revised|abandoned|dropped|reconsidered|altered"
    r"|sharpened|retracted|withdrew|recanted|walked back|rowed back on|backed away from|backtracked on|retreated from"
)
_OBJECTS = (
    r"stance|position|tone|line|rhetoric|approach|tactics|policy|views?|mind|message|account|story|version|claims?"
    r"|statements?|demands?|denials?|opposition|tune"
)
_PHRASES = (
    r"changed (?:tactics|tack|course)|reversed (?:course|itself|himself|herself|themselves)"
    r"|made an? (?:u-turn|about-face)"
    r"|did an? (?:u-turn|about-face)|backtracked|rowed back|struck a (?:softer|milder|harder|harsher|new) tone"
    r"|no longer (?:says|believes|insists|denies|supports|opposes|demands|claims|maintains)"
)
CHANGE = re.compile(rf"\b(?:(?:{_VERBS})\s+(?:[\w’']+\s+){{0,3}}?(?:{_OBJECTS})|{_PHRASES})\b", re.IGNORECASE)
OWNERS = frozenset({"its", "his", "her", "their", "that", "this", "those"})
_JOINS = frozenset({"and", "or", "in", "of", "on", "when", "while", "by", "as", "from", "but"})
OPENING = re.compile(r"\b(?:at first|initially|in the beginning|previously|originally|until then)\b", re.IGNORECASE)
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
_OPEN = frozenset({"whether", "if", "none", "nobody", "unless"})
_CLAUSE = 9  # words before the verb in which "whether" leaves it open
_LOOK = 3  # words before the verb in which "not" or "to" undoes it
_TOPIC = re.compile(r"\s+(?:on|toward|towards|about|over|regarding|concerning)\s+((?:[\w’'-]+\s?){1,5})")
_TOPIC_WORDS = 4
_LEADING = frozenset({"the", "this", "its", "his", "her", "their", "a", "an", "some", "previous", "earlier"})
_CALENDAR = """
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december summer winter spring autumn weekend week month year years past last next time those these it
them him that
"""
_WHEN = frozenset(_CALENDAR.split())
_TOPIC_ENDS = re.compile(
    r"\b(?:and|but|by|in|after|before|when|while|as|since|which|that|who|with|for|to|at|from|so|apparently|because"
    r"|is|was)\b"
)


@dataclass(frozen=True, slots=True)
class Change:
    """A report of change: its words, and the topic where the text names one."""

    span: Span
    topic: str | None


def find_changes(text: str, start: int, end: int) -> list[Change]:
    """Return the reports of change in the sentence ``text[start:end]``, in text order."""
    found = []
    for match in (*CHANGE.finditer(text, start, end), *ADMITTED.finditer(text, start, end)):
        before = text[max(start, match.start() - 60) : match.start()].lower().split()[-_LOOK:]
        clause = text[max(start, match.start() - 80) : match.start()].lower().split()[-_CLAUSE:]
        if not _UNREAL & set(before) and not _OPEN & set(clause) and _owned(match[0]):
            found.append(Change(Span(match.start(), match.end()), _topic(text, match.end(), end)))
    return sorted(found, key=lambda c: c.span)


def _owned(words: str) -> bool:
    """Whether a position is named as the subject's own: "its stance", not "revised version", "the committee’s line"."""
    if not CHANGE.fullmatch(words) or re.fullmatch(_PHRASES, words, re.IGNORECASE):
        return True
    middle = words.lower().split()[1:-1]
    return any(word in OWNERS for word in middle) and not _JOINS & set(middle)


def _topic(text: str, at: int, end: int) -> str | None:
    match = _TOPIC.match(text, at, end)
    if match is None:
        return None
    stop = _TOPIC_ENDS.search(match[1])
    topic = (match[1][: stop.start()] if stop else match[1]).split()
    while topic and topic[0].lower() in _LEADING:
        topic = topic[1:]
    return " ".join(topic[:_TOPIC_WORDS]) if topic and topic[0].lower() not in _WHEN else None
