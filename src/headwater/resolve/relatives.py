"""Whom “who”, “which” or “whose” stands for: the name or the description of a person right before it."""

import re
from collections.abc import Callable

from headwater.records import Span
from headwater.resolve.antecedents import Choice
from headwater.resolve.cast import Cast
from headwater.resolve.identity import Identity
from headwater.resolve.mentions import Mention, person_before
from headwater.resolve.registry import Registry

RELATIVE_REACH = 100  # characters between "who" and the name it belongs to
_BEFORE_WHO = re.compile(
    r" ?(?:of [\w .’'-]{2,40})?(?:\([^()\n]{1,20}\))?(?:,| ?(?:—|–|--))? ?(?:[^,.;!?\n“”\"—–]{1,70}, )?"
)


def choose_relative(
    mention: Mention, cast: Cast, known: Registry, subject: Callable[[Mention], Identity | None]
) -> Choice:
    """Return whom the relative pronoun stands for; ``subject`` tells whom a description means."""
    text, position = known.text, mention.span.start
    noun = person_before(text, position) if mention.head == "who" else None
    if noun is not None:  # "a narrator who", "a man who"
        identity = subject(noun)
        return Choice(identity, noun.span, f"“who” follows “{noun.span.of(text)}”.")
    near = cast.before(position, position - RELATIVE_REACH)
    if mention.head == "who":  # "Ana Ruiz, now the harbour master of Almeric, who"
        near = [n for n in near if n[2].kind in ("person", None) and n[2].is_somebody]
        if len(near) > 1 and not near[-1][2].sure and text[near[-2][1] : near[-1][0]] == " of ":
            near.pop()  # "Ana Ruiz of Lower Vail, who"
        joined = bool(near) and text[near[-1][0] - 5 : near[-1][0]] == " and "  # "Ruiz and Lund, who both"
        if near and not joined and _BEFORE_WHO.fullmatch(text, near[-1][1], position):
            start, end, member = near[-1]
            return Choice(known.member(member), Span(start, end), f"“who” follows “{member.name}”.")
        return Choice(None, None, "No single name stands right before “who”.")
    if near:
        start, end, member = near[-1]
        gap = text[end:position].strip(" \n")
        if gap in ("", ",", ")", "),") and text[position - 1 : position].isspace():
            return Choice(known.member(member), Span(start, end), f"“{mention.head}” follows “{member.name}”.")
    return Choice(None, None, f"No name stands right before “{mention.head}”.")
