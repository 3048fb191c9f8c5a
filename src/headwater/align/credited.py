"""Whether a credit is for the words that two texts share: a text may credit many, each for something."""

import re
from collections.abc import Sequence

from headwater.align.credits import HEAD, TAIL, in_credit_line
from headwater.align.judgements import days_between, side_of
from headwater.align.signs import Signs
from headwater.records import Analysis, Reuse, Span
from headwater.words import words

_TOLD = re.compile(r"\b(?:told|tells|interview (?:with|on|by))\s(?:the\s)?\Z", re.IGNORECASE)
_SIGNATURE = re.compile(r"\A[^\n]*\n\W{0,4}(?:[A-Z][\w.'’-]{1,20},? ){2,4}")  # "…”\n\nKit Oduya, " of the Almeric Post
_SENTENCE_END = re.compile(r"[.!?][\"”’']?\s|\n")
COPIED_SHARE = 0.3  # of a text that is shared, from which a credit at its head or end is for it
REACH = 1_000  # characters between a credit and the words that it is for
DAYS = 21  # between two texts of one story: later a credit must be for more, and be nearer to it
PHRASE = 18  # words: fewer may be a name and an office, which stand in the reports of years
SAYING = 8  # words: fewer are what everybody says, unless both texts name the same source for them
LONGEST = 25  # characters of a word and the blank behind it: more than so many for each word are no few words
TELLING = 20  # characters of a matched run that a credit may be for: fewer are "said that" and "of the"
TOLD_WORDS = 12  # words that both have with "she told the Post" among them: fewer are who spoke, not what was said


def find_credit(namer: Analysis, other: Analysis, shared: Sequence[Reuse], signs: Signs) -> Span | None:
    """Return where a text credits the publisher of another one for the words that both share."""
    names = signs.mentions(namer, other)
    if not names:
        return None
    is_near = days_between(namer, other) <= DAYS
    return next((name for name in names if _is_for(namer, name, shared, is_near=is_near)), None)


def _is_for(namer: Analysis, name: Span, shared: Sequence[Reuse], *, is_near: bool) -> bool:
    """Whether a credit is for the words that both share: it stands in a paragraph of theirs, or before one with a
    colon, or at the head or the end of a text that is mostly theirs. Of two texts that are not near in time, more than
    a phrase must be shared, and the credit must stand in a sentence of it.

    A name inside them stands in both texts and tells nothing, but in a dateline, which an agency signs and its
    customers keep, and where somebody told the named one what the other text repeats ("she told the Post").
    """
    text, document = namer.document.text, namer.document.id
    sides = [side_of(r, document) for r in shared]
    same = [[b[r.left.document != document] for b in r.blocks] for r in shared]
    told = _TOLD.search(text, max(0, name.start - 30), name.start)  # an interview: of its words, but of no others
    holding = [runs for runs in same if any(run.start <= name.start < run.end for run in runs)]
    if holding:
        is_told = told is not None and any(_has_words(text, runs, TOLD_WORDS) for runs in holding)
        return is_told or in_credit_line(namer, name)
    if not _has_words(text, [run for runs in same for run in runs], SAYING if is_near else PHRASE):
        return False
    covered = sum(side.end - side.start for side in sides)
    at_an_end = name.start < HEAD or name.end > len(text) - TAIL
    if not told and at_an_end and covered >= COPIED_SHARE * len(text):
        return True
    for run in [run for runs in same for run in runs if run.end - run.start >= TELLING] or sides:
        between = text[min(name.end, run.end) : max(name.start, run.start)]
        if len(between) > REACH:
            continue
        is_one_sentence = not _SENTENCE_END.search(between)
        if is_one_sentence or (not told and _is_joined(between) and (is_near or between.rstrip().endswith(":"))):
            return True
    return False


def _has_words(text: str, spans: Sequence[Span], least: int) -> bool:
    """Say whether ``spans`` hold so many words; they are counted only where they may be fewer."""
    if sum(span.end - span.start for span in spans) >= least * LONGEST:
        return True
    return sum(len(words(text, span.start, span.end)) for span in spans) >= least


def _is_joined(between: str) -> bool:
    """Whether what stands between a credit and the words is in their paragraph, or ends in a colon before it, or is the
    name of who signs them."""
    if "\n" not in between.strip("\n "):
        return "\n" not in between or between.rstrip().endswith(":")
    return _SIGNATURE.fullmatch(between) is not None
