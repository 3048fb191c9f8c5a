"""Where sentences end inside a block of text, in any script.

Method: every run of terminators is a candidate; it is refused where what stands before (abbreviation, initial,
ordinal) or after (lower case) speaks against it, in the manner of Mikheev (2002) without his document statistics.
Linear in the length of the text: each candidate looks at a bounded stretch on either side. Limits: a sentence that
starts in lower case is not seen; an unknown abbreviation before a capital splits.
"""

import re
from collections.abc import Iterator

from headwater.records import Span
from headwater.segment.abbreviations import NEVER, OPENERS, ORDINAL_STOP, SOMETIMES

LOOK = 48  # code points looked at on either side of a candidate; longer than any abbreviation or opening word
_CLOSERS = "”\"’'»«“›‹)\\]」』）】"
_CANDIDATE = re.compile(
    rf"(?<![.!?…؟۔।])(?P<stop>[.!?…؟۔।]++)[{_CLOSERS}]*+(?:[ \u00a0\u202f]»)?(?=\s|\Z)|(?P<wide>[。！？]+)[」』”’）]*"
)
_LAST_TOKEN = re.compile(r"[^\s(\[“\"„«»‘]*\Z")
_NEXT = re.compile(r"\s*[“\"„«»‘'‹›(\[「『¿¡*_—–-]*\s?(?P<word>[^\W_][\w’'-]*)?")
_ACRONYM = re.compile(r"[^\W\d_]{1,3}(?:\.[^\W\d_]{1,3})+")
_QUESTION_THEN_CUE = re.compile(  # “Who knew?” Ada Quill asked.
    r"\A\s*+(?:[A-Z][\w’'-]*+\s){1,4}(?:said|says|asked|asks|shouted|yelled|cried|added|replied|wrote|tweeted|wondered)\b"
)


def sentences(text: str, start: int, end: int, language: str | None) -> Iterator[Span]:
    """Yield the sentences of ``text[start:end]`` in order, without the white space around them.

    >>> text = "Mr. Oduya left at 3 p.m. Tuesday. “Why?” he asked."
    >>> [span.of(text) for span in sentences(text, 0, len(text), "en")]
    ['Mr. Oduya left at 3 p.m. Tuesday.', '“Why?” he asked.']
    """
    begin = _skip_space(text, start, end)
    for candidate in _CANDIDATE.finditer(text, start, end):
        if candidate.start() < begin or not _ends_sentence(text, begin, end, candidate, language or "en"):
            continue
        yield Span(begin, candidate.end())
        begin = _skip_space(text, candidate.end(), end)
    last = end
    while last > begin and text[last - 1].isspace():
        last -= 1
    if begin < last:
        yield Span(begin, last)


def _skip_space(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _ends_sentence(text: str, begin: int, end: int, candidate: re.Match[str], language: str) -> bool:
    if candidate["wide"]:
        return True
    after = text[candidate.end() : min(end, candidate.end() + LOOK)]
    upcoming = _NEXT.match(after)
    word = (upcoming["word"] if upcoming else None) or ""
    if not word:
        return after.lstrip()[:1] not in {".", "…", ",", ";"}
    if word[0].islower():
        return False
    stop = candidate["stop"]
    if stop[-1] in "?!" and candidate.end() - candidate.start("stop") > len(stop) and _QUESTION_THEN_CUE.match(after):
        return False
    if stop != "." or candidate.end() - candidate.start("stop") > 1:
        return True
    token = _LAST_TOKEN.search(text[max(begin, candidate.start() - LOOK) : candidate.start()])
    return _full_stop_ends(token[0] if token else "", word, candidate.start() == begin, language)


def _full_stop_ends(token: str, word: str, at_start: bool, language: str) -> bool:
    """Whether a full stop after ``token`` ends the sentence when ``word`` follows."""
    folded = token.casefold()
    opens = word.casefold() in OPENERS
    if not token:
        return not at_start
    if folded in NEVER.get(language, NEVER["en"]):
        return folded in {"no", "art", "al", "sec", "v"} and not word[0].isdigit() and opens
    if token.isdigit():
        return not (language in ORDINAL_STOP and len(token) <= 2)
    if folded in SOMETIMES.get(language, SOMETIMES["en"]) or _ACRONYM.fullmatch(token):
        return opens
    if len(token) == 1 and token.isalpha():  # an initial, or half of "z. B."
        return token == "I" or opens
    return True
