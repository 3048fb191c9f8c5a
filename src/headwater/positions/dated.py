"""Positions from dated statements: the same speaker says what it denied, or gives another count, in a later document.

Two statements are on one topic when they share most of their content words. The documents' dates order them; where a
date is missing nothing is said. A count must be of the same thing, in the same words, beside a shared name or noun.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from headwater.positions.reported import statement_of
from headwater.records import Analysis, Attribution, Figure
from headwater.words import words

SHARED = 0.5  # of the content words of the shorter statement
FEWEST = 3  # content words that must be shared
FEWEST_COUNTED = 2  # "one man" tells of a man, not of a count
NEIGHBOURS = 20  # later statements on the same word that each is compared with
_SHORTEST = 4  # letters of a content word
_NEGATIONS = frozenset({"not", "no", "never", "none", "nobody", "nothing", "without", "neither", "cannot"})
_COMMON = "that this with from have been were they their would could will into about there which said says"
_STANCES = {"admit": "admits", "acknowledg": "acknowledges", "conced": "concedes", "confirm": "confirms"}  # by stem
_EMPTY = frozenset(_COMMON.split())
_PREPOSITIONS = frozenset(
    {"against", "after", "before", "during", "inside", "near", "over", "under", "towards", "since"}
)


@dataclass(frozen=True, slots=True)
class Said:
    """A dated statement of a speaker with its content words, and whether it comes to a denial."""

    speaker: str
    date: str
    statement: str
    document: str
    start: int
    content: frozenset[str]
    text: str  # of the content
    stance: str
    negative: bool
    denied: bool
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """Two statements of one speaker, the earlier first, with the topic and what each comes to."""

    speaker: str
    topic: str
    earlier: Said
    later: Said
    stances: tuple[str, str]
    why: str


def moves(analyses: Sequence[Analysis], speakers: Mapping[str, str]) -> Iterator[Move]:
    """Yield the moves between dated statements. ``speakers`` gives the speaker of each attribution."""
    by_speaker: dict[str, list[Said]] = defaultdict(list)
    for analysis in analyses:
        if analysis.document.published:
            for item in analysis.attributions:
                if item.id in speakers and item.content and item.polarity != "not_said":
                    by_speaker[speakers[item.id]].append(_said(analysis, item, speakers[item.id]))
    for speaker in sorted(by_speaker):
        yield from _moves(sorted(by_speaker[speaker], key=lambda s: (s.date, s.document, s.start, s.statement)))


def _said(analysis: Analysis, item: Attribution, speaker: str) -> Said:
    text = analysis.document.text
    found = [w.folded for span in item.content for w in words(text, span.start, span.end)]
    denied = item.polarity == "denied"
    negated = any(w in _NEGATIONS or w.endswith("n't") for w in found)
    return Said(
        speaker=speaker,
        date=(analysis.document.published or "")[:10],
        statement=statement_of(item),
        document=analysis.document.id,
        start=item.content[0].start,
        content=frozenset(w for w in found if _tells(w)),
        text=" ".join(" ".join(span.of(text).split()) for span in item.content),
        stance=_stance(item, text),
        negative=denied != negated,
        denied=denied,
        figures=tuple(f for f in analysis.figures if f.attribution == item.id and f.counts and f.value is not None),
    )


def _tells(word: str) -> bool:
    return len(word) >= _SHORTEST and word not in _EMPTY | _NEGATIONS and not word[0].isdigit()


def _stance(item: Attribution, text: str) -> str:
    """Return how the speaker is said to say it: "admits" where the text says so, else "denies" or "says"."""
    if item.polarity == "denied":
        return "denies"
    cue = " ".join(span.of(text) for span in item.cue).lower()
    return next((said for stem, said in _STANCES.items() if stem in cue), "says")


def _moves(said: Sequence[Said]) -> Iterator[Move]:
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, item in enumerate(said):
        near = sorted({n for word in item.content for n in by_word[word][-NEIGHBOURS:]})
        for earlier in (said[n] for n in near):
            if earlier.date < item.date and earlier.document != item.document:
                yield from _compare(earlier, item)
        for word in item.content:
            by_word[word].append(number)


def _compare(earlier: Said, later: Said) -> Iterator[Move]:
    shared = earlier.content & later.content
    if len(shared) < FEWEST or len(shared) < SHARED * min(len(earlier.content), len(later.content)):
        return
    denied = earlier if earlier.denied else later
    topic = f"“{_longest_stretch(denied.text, shared)}”"
    if earlier.negative != later.negative and (earlier.denied or later.denied):
        stances = (earlier.stance, later.stance)
        why = f"both statements are about {topic}; one is denied, dated {earlier.date} and {later.date}"
        yield Move(later.speaker, topic, earlier, later, stances, why)
    for figure in later.figures:
        for before in earlier.figures:
            if _counts_the_same(before, figure) and before.value != figure.value:
                stances = (f"{before.value:,.6g} {before.counts}", f"{figure.value:,.6g} {figure.counts}")
                why = f"the same speaker counts {figure.counts}, dated {earlier.date} and {later.date}"
                yield Move(later.speaker, f"{figure.counts}", earlier, later, stances, why)


def _longest_stretch(text: str, shared: frozenset[str]) -> str:
    """Return the stretch of a text with most of the shared words and no other that tells anything: its topic.

    A preposition at its end belongs to what is left out: "force was used", not "force was used against".
    """
    best: tuple[int, int, int] = (0, 0, 0)
    start = end = count = 0
    for word in words(text):
        if word.folded in _PREPOSITIONS:
            continue
        if word.folded in shared:
            start, end, count = (start if count else word.start), word.end, count + 1
            best = max(best, (count, -start, end))
        elif _tells(word.folded):
            count = 0
    return text[-best[1] : best[2]]


def _counts_the_same(left: Figure, right: Figure) -> bool:
    """Whether both count the same thing whole: a part is only comparable where words say which part it is."""
    if left.counts != right.counts or left.unit is not None or right.unit is not None:
        return False
    if min(left.value or 0.0, right.value or 0.0) < FEWEST_COUNTED:
        return False
    are_parts = left.subset_of is not None or right.subset_of is not None
    return not are_parts or len(words(left.counts or "")) > 1
