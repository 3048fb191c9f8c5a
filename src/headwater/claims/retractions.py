"""What a text takes back or calls untrue: "we reported that the dam was cracked. That was wrong", "an earlier version
said that it was", "reports that it was cracked are false".

A correction repeats what it corrects. So what a text gives as its own earlier report is denied where the next sentence
calls it wrong, and what an earlier version of it said is denied always. What somebody else said stays said, whatever
the text thinks of it. Known limits: English; a retraction in other words is not found.
"""

import re
from collections.abc import Sequence

from headwater.records import Attribution, Span

ABOVE = 400  # characters above in which a heading says that it is a correction
_HEADING = re.compile(r"(?m)^\W{0,3}(Corrections?|Clarifications?|Erratum|Retraction)(?:\b[^.\n]{0,80})?(?::\s|\n)")
REACH = 60  # characters behind a content in which it is called untrue
_VERSION = re.compile(
    r"\A\W*(?:an?|the|our)\s(?:earlier|previous|original|first)\s(?:version|report|article|story|headline|caption)\b",
    re.IGNORECASE,
)
_OWN = re.compile(
    r"\A\W*(?:we|our\s(?:report|article|story|newspaper|reporter)|this\s(?:newspaper|paper|article|story|report|site|post))\b",
    re.IGNORECASE,
)
_UNTRUE = re.compile(
    r"[\"'”’]?\s(?:is|are|was|were|has\sbeen|have\sbeen)\s(?:entirely\s|completely\s|simply\s|totally\s|both\s)?"
    r"(?:untrue|false|wrong|incorrect|baseless|unfounded|not\s(?:true|correct)|a\slie|lies|nonsense|fabricated|invented)\b",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"\A\W*(?:that|this|it|the\s(?:report|article|story|claim|information|figure|statement))\s"
    r"(?:was|is|were|has\sproved(?:\sto\sbe)?|proved(?:\sto\sbe)?|turned\sout\sto\sbe)\s(?:entirely\s|completely\s|simply\s)?"
    r"(?:wrong|false|incorrect|untrue|inaccurate|mistaken|not\s(?:true|correct|so|the\scase)|an?\s(?:mistake|error))\b",
    re.IGNORECASE,
)


def disowned(text: str, item: Attribution, sentences: Sequence[Span]) -> Span | None:
    """Return the sentence that calls untrue what it says is reported: "reports that he will resign are false"."""
    end = item.content[-1].end
    if _UNTRUE.match(text, end, end + REACH) is None:
        return None
    return next((s for s in sentences if s.start <= end < s.end), None)


def retracted(text: str, item: Attribution, sentences: Sequence[Span]) -> str | None:
    """Return the words in which a text takes back the content of an attribution; None where it does not.

    ``sentences`` are those of the text in order.
    """
    source = " ".join(span.of(text) for span in item.source)
    end = item.content[-1].end
    if _VERSION.match(source):
        return text[item.source[0].start : end]
    if not _OWN.match(source):
        return None
    behind = next((s for s in sentences if s.start >= end - 1), None)
    if behind is not None and _WRONG.match(behind.of(text)):
        return text[item.source[0].start : behind.end]
    heading = _HEADING.search(text, max(item.source[0].start - ABOVE, 0), item.source[0].start)
    return f"{heading[1]}: {text[item.source[0].start : end]}" if heading else None
