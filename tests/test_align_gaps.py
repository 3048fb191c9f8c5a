"""What stands between words, as bytes: the same as looking at the text around each word."""

import random
import re

from headwater.align.gaps import BORDER, CLOSES, CLOSING, MARK_REACH, MAY_CLOSE, MAY_OPEN, OPENING, OPENS
from headwater.align.tokens import tokenise

_PIECES = [
    "a",
    "bc",
    "dé",
    " ",
    "  ",
    "\n",
    "\n ",
    ".",
    '"',
    "“",
    "”",
    "'",
    "’",
    "他",
    "说",
    "-",
    "«",
    "…",
    "!",
    "x\u0301",
]
_BORDER = re.compile(r'[.!?”"»…。！？]|\n\s*\n')


def _look(text: str, before: int, start: int, end: int) -> int:
    gap = text[before:start]
    found = CLOSES if any(c in gap for c in CLOSING) else 0
    found |= OPENS if any(c in gap for c in OPENING) else 0
    found |= BORDER if _BORDER.search(gap) else 0
    found |= (
        MAY_OPEN if any(c in OPENING + "'’‘‚" and c != "’" for c in text[max(start - MARK_REACH, 0) : start]) else 0
    )
    return found | (MAY_CLOSE if any(c in CLOSING + "'’‘" for c in text[end : end + MARK_REACH]) else 0)


def test_marks_are_those_around_each_word() -> None:
    chance = random.Random(3)
    texts = ["".join(chance.choice(_PIECES) for _ in range(chance.randint(0, 60))) for _ in range(500)]
    words = tokenise(texts)
    seen = 0
    for number, text in enumerate(texts):
        own = words.of(number)
        before = 0
        for start, end, marks in zip(own.start.tolist(), own.end.tolist(), own.gaps.tolist(), strict=True):
            assert marks == _look(text, before, start, end), (text, start)
            before, seen = end, seen | marks
    assert seen == CLOSES | OPENS | BORDER | MAY_OPEN | MAY_CLOSE
