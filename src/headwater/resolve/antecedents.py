"""Choose whom “he”, “she”, “it” or “they” stands for, or nobody.

A hand-weighted salience score in the manner of Lappin and Leass (1994), with the source of the attribution before as
the strongest cue; two candidates that score alike give no answer. Gender, where known, must agree.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.records import Span
from headwater.resolve.identity import Identity
from headwater.resolve.kinds import Gender
from headwater.resolve.layout import Layout

WINDOW = 6  # sentences in which an antecedent is looked for
WINDOW_CHARACTERS = 2500
MARGIN = 0.6  # by which the best candidate must lead the next; below it a hand check found one in three wrong
# Weights, from reading a few hundred pronoun sources of PolNeAR train.
PER_SENTENCE = 0.7  # lost for each sentence in between
SUBJECT = 1.0  # the name is the first in its sentence
LAST_SOURCE = 2.0  # it is the source of the attribution before
INTERRUPTED = 0.0  # the same, where a sentence in between is about somebody else
EARLIER_SOURCE = 0.6  # it was a source before that
IN_QUOTATION = 1.5  # lost where the name stands inside somebody's direct words and the pronoun does not
UNNAMED = 0.5  # lost by a source that was given no name ("one questioner"): few are taken up again
UNKNOWN_GENDER = 0.4  # lost where no word tells the candidate's gender


@dataclass(frozen=True, slots=True)
class Appearance:
    """A place where an identity is spoken of."""

    start: int
    end: int
    identity: Identity
    source: bool = False  # it is the source of an attribution here
    joined: bool = False  # “and” joins it to the name before
    voice: bool = False  # the narrator of a recording: he or she, though the recording is a thing
    subject: bool = False  # it opens its sentence


@dataclass(frozen=True, slots=True)
class Choice:
    """The chosen identity, where it was spoken of, and a reason; identity None where two fit or none does."""

    identity: Identity | None
    place: Span | None
    why: str


def choose_person(position: int, gender: Gender, layout: Layout, seen: Iterable[Appearance]) -> Choice:
    """Return whom “he” or “she” at ``position`` stands for."""
    fitting = [a for a in seen if (a.identity.is_person or a.voice) and a.identity.gender in (gender, None)]
    return _choose(position, gender, layout, fitting, "he" if gender == "male" else "she")


def choose_thing(position: int, layout: Layout, seen: Sequence[Appearance]) -> Choice:
    """Return what “it” at ``position`` stands for: a thing that was the source just before, or the only one near."""
    sentence = layout.sentence(position)
    sources = [a for a in seen if a.source]
    opening = [a for a in seen if a.subject and a.identity.is_thing and 0 <= sentence - layout.sentence(a.start) <= 1]
    if opening and (not sources or opening[-1].start > sources[-1].start):
        last = opening[-1]
        return Choice(last.identity, Span(last.start, last.end), f"“{last.identity.name}” opens the sentence before.")
    if sources and sources[-1].identity.is_thing and sentence - layout.sentence(sources[-1].start) <= 2:
        last = sources[-1]
        return Choice(last.identity, Span(last.start, last.end), f"“{last.identity.name}” is the source just before.")
    near = [a for a in seen if sentence - layout.sentence(a.start) <= 1 and not _quoted_elsewhere(a, position, layout)]
    things = {a.identity.key: a for a in near if a.identity.is_thing}
    if len(things) == 1:
        only = next(iter(things.values()))
        why = f"“{only.identity.name}” is the only organisation or document named in this sentence or the one before."
        return Choice(only.identity, Span(only.start, only.end), why)
    return Choice(None, None, "No single organisation or document stands near enough for “it” to mean.")


def choose_plural(position: int, layout: Layout, seen: Sequence[Appearance]) -> Choice:
    """Return whom “they” at ``position`` stands for: several who were the source just before."""
    around = layout.quotation(position)  # "They told me so," a woman said: not the officials who spoke before her
    sources = [a for a in seen if a.source and (around is None or around.start <= a.start)]
    if sources:
        last = sources[-1]
        plural = last.identity.plural or last.identity.kind in ("group", "organisation")
        if plural and layout.sentence(position) - layout.sentence(last.start) <= 1:
            return Choice(
                last.identity, Span(last.start, last.end), f"“{last.identity.name}” is the source just before."
            )
    return Choice(None, None, "No source of several stands just before “they”.")


def _subjects(fitting: Sequence[Appearance], layout: Layout) -> set[int]:
    """Return where the first name of each sentence begins, and those that “and” joins to it.

    A sentence that opens with “he” or “his” has its subject there, whoever is named behind it.
    """
    subjects: set[int] = set()
    sentence, last = -1, -1
    for appearance in fitting:
        number = layout.sentence(appearance.start)
        if (
            (number != sentence and (number not in layout.resumed or _is_opening(appearance, number, layout)))
            or (appearance.start == last and last in subjects)
            or (appearance.joined and last in subjects)
        ):
            subjects.add(appearance.start)
        sentence, last = number, appearance.start
    return subjects


def _is_opening(appearance: Appearance, number: int, layout: Layout) -> bool:
    """Whether a sentence opens with what is spoken of, or with “But” before it."""
    return appearance.start - layout.sentence_start(number) <= len("Instead, ")


def _quoted_elsewhere(appearance: Appearance, position: int, layout: Layout) -> bool:
    around = layout.quotation(appearance.start)
    return around is not None and not around.start <= position < around.end


def _choose(position: int, gender: Gender, layout: Layout, fitting: Sequence[Appearance], pronoun: str) -> Choice:
    here = layout.sentence(position)
    sources = [a for a in fitting if a.source]
    last = sources[-1] if sources else None
    subjects = _subjects(fitting, layout)
    lead = LAST_SOURCE
    if last is not None and any(
        a.start in subjects and a.start > last.end and a.identity is not last.identity and not layout.quotation(a.start)
        for a in fitting
    ):
        lead = INTERRUPTED
    best: dict[str, tuple[float, Appearance]] = {}
    was_source = {a.identity.key for a in sources}
    for appearance in fitting:
        number = layout.sentence(appearance.start)
        distance = here - number
        if distance > WINDOW:
            continue
        score = -PER_SENTENCE * distance
        score += SUBJECT * (appearance.start in subjects)
        score += (
            lead
            if last is not None and appearance.identity is last.identity
            else (EARLIER_SOURCE if appearance.identity.key in was_source else 0.0)
        )
        score -= IN_QUOTATION * _quoted_elsewhere(appearance, position, layout)
        score -= UNKNOWN_GENDER * (appearance.identity.gender is None)
        score -= UNNAMED * (appearance.identity.kind == "unnamed")
        key = appearance.identity.key
        if key not in best or score >= best[key][0]:
            best[key] = (score, appearance)
    ranked = sorted(best.values(), key=lambda pair: (-pair[0], -pair[1].start))
    if not ranked:
        return Choice(None, None, f"Nobody named before fits “{pronoun}”.")
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < MARGIN:
        names = f"“{ranked[0][1].identity.name}” and “{ranked[1][1].identity.name}”"
        return Choice(None, None, f"“{pronoun}” may mean {names}.")
    chosen = ranked[0][1]
    how = "is the source before" if last is not None and chosen.identity is last.identity else "was named last"
    return Choice(
        chosen.identity, Span(chosen.start, chosen.end), f"“{chosen.identity.name}” {how} and fits “{pronoun}”."
    )
