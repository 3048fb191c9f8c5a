"""Quotations signed with a dash: “The pier is rotten.” — Ada Quill, ferry pilot.

The name stands after a dash at the end of the line that the quotation closes, or alone on the next. It is a name, in
capitals or the initials of its words in capitals; a dash that goes on in lower case is the writer's own aside.
Limit: a quotation without marks is not seen.
"""

import re
from collections.abc import Sequence

from headwater.attribute.candidates import Candidate
from headwater.marks import Quoted
from headwater.records import Span

SCORE = 0.9  # a guess: the few in PolNeAR are all right
FEWEST_WORDS = 4  # of a signed quotation; a shorter one is a title and its author
_WORD = r"[A-ZÀ-ÞА-ЯЁİŞÇ][\w’'.-]{0,60}"  # bounded, as all blanks are: nothing here may grow with the text
_NAME = rf"{_WORD}(?:[ \u00a0](?:{_WORD}|de|da|van|von|of|the|al|el|bin)){{0,5}}"
_SIGNED = re.compile(
    rf"[ \u00a0]{{0,60}}+(?:\n[ \t]{{0,60}}+)?(?P<dash>―|—|–|--?)[ \u00a0]?(?P<name>{_NAME})"
    r"(?P<role>,[ \u00a0][^\n“”\"„«»]{2,80})?[ \u00a0.]{0,60}(?=\n|\Z)"
)
_LINE_START = re.compile(r"(?:\A|\n)[ \t\u00a0]*\Z")


def find(text: str, quoted: Sequence[Quoted]) -> list[Candidate]:
    """Return an attribution for each outermost quotation that opens a line and is signed at its end."""
    found = []
    for q in quoted:
        if q.level or not _LINE_START.search(text, max(0, q.outer.start - 8), q.outer.start):
            continue
        if len(q.inner.of(text).split()) < FEWEST_WORDS:
            continue
        signed = _SIGNED.match(text, q.outer.end)
        if signed is None:
            continue
        end = signed.end("role") if signed["role"] else signed.end("name")
        found.append(
            Candidate(
                (Span(signed.start("name"), end),),
                (Span(signed.start("dash"), signed.end("dash")),),
                (q.outer,),
                "signature",
                "The quotation is signed with a name after a dash.",
                SCORE,
            )
        )
    return found
