"""Which pairs of documents share no more than a phrase that many use.

"The vote on 312 million crowns for a second lock" stands in all papers of a month: a name, an office, a figure with
what it counts. "I've never seen anything like it" is said by many. Two publishers that share so little, and nothing
else, took nothing from each other, unless one credits the other, both give the words to one source, or they are a whole
sentence. Of 28 such phrases in real news none was a copy. Of texts whose publisher is not known nothing is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from headwater.align.credited import LONGEST, PHRASE, SAYING, find_credit
from headwater.align.judgements import Pair, Shared
from headwater.align.located import Located
from headwater.align.marked import TEXT, Marked
from headwater.align.passages import Flags, Passages
from headwater.align.runs import Places
from headwater.align.signs import Signs
from headwater.align.sources import sources_of
from headwater.align.tokens import Tokens
from headwater.records import Analysis, Place, Reuse

SPOKEN = 0.4  # of the words in quotation marks in both texts: a saying that both give


@dataclass(frozen=True, slots=True)
class Undecided:
    """The few words that a pair shares, ``words`` of them; ``spoken`` where both texts have them in quotation marks."""

    words: int
    spoken: bool


def find_phrases(
    analyses: Sequence[Analysis], tokens: Tokens, passages: Passages, located: Located, signs: Signs
) -> tuple[Flags, dict[Pair, Undecided]]:
    """Say of each passage whether its pair shares no more than a phrase.

    Given with it: the pairs of which that is undecided, since one text credits the other, or both quote the words
    (``without_phrases``).
    """
    firsts = passages.firsts_of_pairs()
    sizes = np.diff(np.append(firsts, len(passages)))
    runs = passages.runs
    characters = tokens.end[runs.left + runs.length - 1] - tokens.start[runs.left]
    matched, letters = (
        np.add.reduceat(np.bincount(runs.of, weights=counted, minlength=len(passages)), firsts)
        for counted in (runs.length, characters)
    )
    left, right = np.divmod(passages.pair[firsts], len(analyses))
    may = (matched < PHRASE) & (letters < PHRASE * LONGEST) & _are_of_two_publishers(analyses, left, right)
    spoken, whole = np.ones(len(firsts), dtype=bool), np.ones(len(firsts), dtype=bool)
    asked = np.repeat(may, sizes)
    for place in (located.left, located.right):
        is_sentence, inside = _read_places(analyses, located, place[asked], signs)
        length = located.end - located.start
        whole &= np.logical_or.reduceat(is_sentence[place], firsts)
        spoken &= np.add.reduceat(inside[place], firsts) >= SPOKEN * np.add.reduceat(length[place], firsts)
    may &= ~(whole & (matched >= SAYING))
    open_ = may & spoken
    quiet = np.flatnonzero(may & ~spoken)
    ours, theirs = signs.name_each_other(analyses, left[quiet], right[quiet])
    open_[quiet] = ours | theirs
    undecided = {
        (analyses[one].document.id, analyses[other].document.id): Undecided(int(words), is_spoken)
        for one, other, words, is_spoken in zip(
            *(x[open_].tolist() for x in (left, right, matched, spoken)), strict=True
        )
    }
    return np.repeat(may & ~open_, sizes), undecided


def without_phrases(
    by_id: Mapping[str, Analysis], shared: Shared, undecided: Mapping[Pair, Undecided], signs: Signs
) -> Shared:
    """Return ``shared`` without the pairs that share no more than a phrase, of those that are ``undecided``."""
    return {
        pair: found
        for pair, found in shared.items()
        if pair not in undecided or not _is_phrase(by_id[pair[0]], by_id[pair[1]], found, undecided[pair], signs)
    }


def _is_phrase(left: Analysis, right: Analysis, shared: Sequence[Reuse], undecided: Undecided, signs: Signs) -> bool:
    """Say whether the few words that two texts share are a phrase that many use."""
    if find_credit(left, right, shared, signs) or find_credit(right, left, shared, signs):
        return False
    return not (undecided.spoken and _may_be_of_one(left, right, shared, is_long=undecided.words >= SAYING))


def _are_of_two_publishers(analyses: Sequence[Analysis], left: Places, right: Places) -> Flags:
    names = sorted({a.document.publisher for a in analyses if a.document.publisher})
    numbers = {name: number for number, name in enumerate(names)}
    publisher = np.array([numbers.get(a.document.publisher or "", -1) for a in analyses])
    are_two: Flags = (publisher[left] >= 0) & (publisher[right] >= 0) & (publisher[left] != publisher[right])
    return are_two


def are_tied(one: Analysis, other: Analysis, signs: Signs) -> bool:
    """Say whether one text may retell the other.

    Two publishers that do not credit each other tell of one thing; where one is not known, nothing says that they do.
    """
    ours, theirs = one.document.publisher, other.document.publisher
    if not ours or not theirs or ours == theirs:
        return True
    return bool(signs.mentions(one, other) or signs.mentions(other, one))


def _read_places(analyses: Sequence[Analysis], located: Located, asked: Places, signs: Signs) -> tuple[Flags, Places]:
    """Return of each place that is ``asked`` for whether it is a sentence, and how many of its characters stand in
    quotation marks, those in two pairs of them twice; nothing of the others."""
    is_sentence, inside = np.zeros(len(located.places), dtype=bool), np.zeros(len(located.places), dtype=np.int64)
    asked = np.unique(asked)
    texts, number = np.unique(located.text[asked], return_inverse=True)
    marked = Marked.of([signs.quoted(analyses[text]) for text in texts.tolist()])
    inside[asked] = marked.count(*((number << TEXT) + side[asked] for side in (located.start, located.end)))
    is_sentence[asked] = [
        _is_sentence(analyses[text].document.text, located.places[n])
        for n, text in zip(asked.tolist(), located.text[asked].tolist(), strict=True)
    ]
    return is_sentence, inside


def _may_be_of_one(left: Analysis, right: Analysis, shared: Sequence[Reuse], *, is_long: bool) -> bool:
    """Say whether both texts may give the words to one source; of a source that is no name ("he") that is open."""
    ours, theirs = sources_of(left, [r.left for r in shared]), sources_of(right, [r.right for r in shared])
    return bool(ours & theirs) or (is_long and not (ours and theirs))


def _is_sentence(text: str, place: Place) -> bool:
    """Say whether a place begins and ends where a sentence does."""
    return text[max(0, place.start - 8) : place.start].rstrip(" \u00a0\"“‘'(")[-1:] in ("", "\n", ".", "!", "?") and (
        text[place.end - 1] in ".!?" or text[place.end : place.end + 1] in (".", "!", "?")
    )
