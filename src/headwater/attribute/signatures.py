"""Quotations signed by a name: “The pier is rotten.” — Ada Quill, ferry pilot.

Posts set into a page as they were are signed with a name and a handle, and have no marks: The pier is rotten. — Ada
Quill (@adaquill) March 3, 2031. All that stands in the line before the signature is the post, or the paragraph above
where the signature has a line of its own.

The name stands after a dash at the end of the line that the quotation closes, or alone on the next; or it is the whole
of the next paragraph, before a comma and the paper or office of its bearer, as digests of the press sign what they
quote. It is a name, in capitals or the initials of its words in capitals; a dash that goes on in lower case is the
writer's own aside. Limit: any other quotation without marks is not seen.
"""

import re
from collections.abc import Sequence

from headwater.attribute.candidates import Candidate
from headwater.marks import Quoted
from headwater.records import Segment, Span

SCORE = 0.9  # a guess: the few in PolNeAR are all right
FEWEST_WORDS = 4  # of a signed quotation; a shorter one is a title and its author
_WORD = r"[A-ZÀ-ÞА-ЯЁİŞÇ][\w’'.-]{0,60}"  # bounded, as all blanks are: nothing here may grow with the text
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_WORD}|de|da|van|von|of|the|al|el|bin)){{0,5}}"
_SIGNED = re.compile(
    rf"[ \u00a0]{{0,60}}+(?:\n[ \t]{{0,60}}+)?(?P<dash>―|—|–|--?)[ \u00a0]?(?P<name>{_NAME})"
    r"(?P<role>,[ \u00a0][^\n“”\"„«»]{2,80})?[ \u00a0.]{0,60}(?=\n|\Z)"
)
_PARAGRAPH = re.compile(
    rf"[ \u00a0\u200d]{{0,9}}\n\s{{0,9}}(?P<name>{_WORD}(?:[ \u00a0](?:{_WORD}|de|da|van|von|of|the|al|el|bin)){{1,5}})"
    rf",[ \u00a0](?P<role>{_WORD}(?:[ \u00a0](?:{_WORD}|of|the|and|&)){{0,5}})[ \u00a0\u200d]{{0,9}}(?=\n|\Z)"
)
_POSTED = re.compile(
    r"(?P<dash>―|—|–|--?)[ \u00a0]?(?P<name>[^\n()@—–]{2,60}?)[ \u00a0]\((?P<handle>@\w{1,30})\)"
    r"(?:[ \u00a0](?:[A-Z][a-z]{2,9}\.?[ \u00a0]\d{1,2},|\d{1,2}[ \u00a0][A-Z][a-z]{2,9}\.?)[ \u00a0]\d{4}"
    r"|\s{0,9}+(?=\n|\Z))"
)
_LINK = re.compile(r"(?:\s{0,9}+(?:https?://|pic\.)\S{1,200}+){1,9}+\s{0,9}+\Z")
LONGEST_POST = 4_000  # characters; longer ones are articles with a handle under them
_DESK = re.compile(r"\b(?:Board|Editors|Editorial|Staff)\Z")  # whoever writes what a paper says as such
_LINE_START = re.compile(r"(?:\A|\n)[ \t\u00a0]*(?:(?:[Cc]laim|CLAIM|[Qq]uote|QUOTE|[Ss]tatement|STATEMENT):[ ]?)?\Z")


def find(text: str, quoted: Sequence[Quoted]) -> list[Candidate]:
    """Return an attribution for each outermost quotation that opens a line and is signed at its end."""
    found = []
    for q in quoted:
        if q.level or not _LINE_START.search(text, max(0, q.outer.start - 30), q.outer.start):
            continue
        if len(q.inner.of(text).split()) < FEWEST_WORDS:
            continue
        signed = _SIGNED.match(text, q.outer.end)
        below = _PARAGRAPH.match(text, q.outer.end) if signed is None else None
        if signed is not None:
            dated = any(c.isdigit() for c in signed["role"] or "")
            last = "role" if signed["role"] and not dated else "name"
            source: tuple[Span, ...] = (Span(signed.start("name"), signed.end(last)),)
            cue = Span(signed.start("dash"), signed.end("dash"))
        elif below is not None:
            name, paper = (Span(below.start(part), below.end(part)) for part in ("name", "role"))
            source = (paper,) if _DESK.search(below["name"]) else (name, paper)
            cue = Span(below.end("name"), below.start("role") - 1)
        else:
            continue
        why = "The quotation is signed with a name."
        found.append(Candidate(source, (cue,), (q.outer,), "signature", why, SCORE))
    return found


def find_posts(text: str, parts: Sequence[Segment]) -> list[Candidate]:
    """Return an attribution for each post that is signed with a name and a handle."""
    found = []
    above: Segment | None = None
    for part in parts:
        start = part.start
        for signed in _POSTED.finditer(text, part.start, part.end):
            content = Span(start, signed.start())
            if not content.of(text).strip() and start == part.start and above is not None:
                content = Span(above.start, above.end)
            content = _tight(text, content)
            start = signed.end()
            words = content.of(text).split()
            if len(words) < FEWEST_WORDS or content.end - content.start > LONGEST_POST:
                continue
            source, cue = (Span(signed.start(group), signed.end(group)) for group in ("name", "dash"))
            why = "The post is signed with a name and a handle."
            found.append(Candidate((source,), (cue,), (content,), "signed post", why, SCORE))
        above = part
    return found


def _tight(text: str, content: Span) -> Span:
    """Return a post without the blanks around it and the links at its end."""
    words = content.of(text)
    link = _LINK.search(words, max(0, len(words) - 600))
    kept = words[: link.start()] if link else words
    return Span(content.end - len(words.lstrip()), content.start + len(kept.rstrip()))
