"""Whom “he” means where the sentence names the occasion: “…,” he said in the interview.

Who was said before to have spoken on an occasion of that kind (“denied in an interview that …”) goes on speaking on it,
whoever else has been named in between. Two who did leave it open, and the pronoun to what stands near it.
"""

import re
from collections.abc import Sequence

from headwater.records import Span
from headwater.resolve.antecedents import Appearance, Choice
from headwater.resolve.kinds import Gender
from headwater.resolve.layout import Layout

REACH = 100  # characters behind the pronoun in which the occasion is named
LONGEST = 600  # characters of a sentence that are looked at
_NOUNS = (
    "interview", "speech", "address", "statement", "testimony", "deposition", "letter", "memo", "video", "broadcast",
    "sermon", "op-ed", "briefing", "hearing", "lecture", "conversation", "press conference", "news conference",
    "phone call",
)  # fmt: skip
_THIS = re.compile(
    rf"\b(?:in|during|at|on) (?:the|that|this|the same) (?:[\w-]{{1,15}} )?(?P<noun>{'|'.join(_NOUNS)})\b"
)
_ONE = {
    noun: re.compile(
        rf"\b(?:[Ii]n|[Dd]uring|[Aa]t|[Oo]n) (?:an?|the|his|her|that) (?:[\w'’-]{{1,20}} ){{0,4}}?{noun}\b"
    )
    for noun in _NOUNS
}


def choose_by_occasion(
    text: str, pronoun: Span, gender: Gender, layout: Layout, sources: Sequence[Appearance]
) -> Choice | None:
    """Return whom the pronoun means by the occasion that its sentence names; None where it names none, or two fit."""
    line_end = text.find("\n", pronoun.end, pronoun.end + REACH)
    named = _THIS.search(text, pronoun.end, line_end if line_end >= 0 else pronoun.end + REACH)
    if named is None:
        return None
    spoke: dict[str, Appearance] = {}
    for source in sources:
        if (
            source.start >= pronoun.start
            or not source.identity.is_person
            or source.identity.gender not in (gender, None)
        ):
            continue
        if _spoke_at(text, source, layout, named["noun"]):
            spoke[source.identity.key] = source
    if len(spoke) != 1:
        return None
    (found,) = spoke.values()
    why = f"“{found.identity.name}” is the one who spoke in the {named['noun']} that is meant."
    return Choice(found.identity, Span(found.start, found.end), why)


def _spoke_at(text: str, source: Appearance, layout: Layout, noun: str) -> bool:
    """Whether the sentence of a source says that it spoke on an occasion of this kind."""
    number = layout.sentence(source.start)
    start, end = layout.sentence_start(number), layout.sentence_start(number + 1)
    end = min(end if end > source.start else len(text), source.start + LONGEST)
    return _ONE[noun].search(text, start, end) is not None
