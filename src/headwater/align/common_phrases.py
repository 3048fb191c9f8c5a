"""Which pairs of documents share no more than a phrase that many use.

"The vote on 312 million crowns for a second lock" stands in all papers of a month: a name, an office, a figure with
what it counts. "I've never seen anything like it" is said by many. Two publishers that share so little, and nothing
else, took nothing from each other, unless one credits the other, both give the words to one source, or they are a whole
sentence. Of 28 such phrases in real news none was a copy. Of texts whose publisher is not known nothing is left out.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from headwater.align.credited import LONGEST, PHRASE, SAYING, find_credit
from headwater.align.judgements import Pair, Shared
from headwater.align.located import Located
from headwater.align.passages import Flags, Passages
from headwater.align.runs import Places
from headwater.align.signs import Signs
from headwater.align.sources import sources_of
from headwater.align.tokens import Tokens
from headwater.records import Analysis, Place, Reuse, Span

SPOKEN = 0.4  # of the words in quotation marks in both texts: a saying that both give


def find_phrases(
    analyses: Sequence[Analysis], tokens: Tokens, passages: Passages, located: Located, signs: Signs
) -> tuple[Flags, dict[Pair, int]]:
    """Say of each passage whether its pair shares no more than a phrase.

    Given with it: the pairs of which that is undecided, with the words that they share, since one text credits the
    other, or both quote them (``without_phrases``).
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
    quoted, whole = np.ones(len(firsts), dtype=bool), np.ones(len(firsts), dtype=bool)
    asked = np.repeat(may, sizes)
    for place, text in ((located.left, left), (located.right, right)):
        of_place = np.repeat(text, sizes)[asked]
        is_sentence, inside, length = _read_places(analyses, located, place[asked], of_place, signs)
        whole &= np.logical_or.reduceat(is_sentence[place], firsts)
        quoted &= np.add.reduceat(inside[place], firsts) >= SPOKEN * np.add.reduceat(length[place], firsts)
    may &= ~(whole & (matched >= SAYING))
    undecided: dict[Pair, int] = {}
    for number in np.flatnonzero(may).tolist():
        one, other = analyses[int(left[number])], analyses[int(right[number])]
        if quoted[number] or are_tied(one, other, signs):
            may[number] = False
            undecided[one.document.id, other.document.id] = int(matched[number])
    return np.repeat(may, sizes), undecided


def without_phrases(
    by_id: Mapping[str, Analysis], shared: Shared, undecided: Mapping[Pair, int], signs: Signs
) -> Shared:
    """Return ``shared`` without the pairs that share no more than a phrase, of those that are ``undecided``."""
    return {
        pair: found
        for pair, found in shared.items()
        if pair not in undecided or not _is_phrase(by_id[pair[0]], by_id[pair[1]], found, undecided[pair], signs)
    }


def _is_phrase(left: Analysis, right: Analysis, shared: Sequence[Reuse], matched: int, signs: Signs) -> bool:
    """Say whether the few words that two texts share, ``matched`` of them, are a phrase that many use."""
    if find_credit(left, right, shared, signs) or find_credit(right, left, shared, signs):
        return False
    ours, theirs = [r.left for r in shared], [r.right for r in shared]
    are_spoken = _are_spoken(signs.quoted(left), ours) and _are_spoken(signs.quoted(right), theirs)
    return not (are_spoken and _may_be_of_one(left, ours, right, theirs, is_long=matched >= SAYING))


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


def _read_places(
    analyses: Sequence[Analysis], located: Located, asked: Places, texts: Places, signs: Signs
) -> tuple[Flags, Places, Places]:
    """Return of each place that is ``asked`` for, of one of the ``texts``, whether it is a sentence, how many of its
    characters stand in quotation marks, and how many it has; nothing of the others."""
    is_sentence = np.zeros(len(located.places), dtype=bool)
    inside, length = np.zeros((2, len(located.places)), dtype=np.int64)
    numbers, at = np.unique(asked, return_index=True)
    for number, text in zip(numbers.tolist(), texts[at].tolist(), strict=True):
        place = located.places[number]
        is_sentence[number] = _is_sentence(analyses[text].document.text, place)
        inside[number] = _count_quoted(signs.quoted(analyses[text]), place)
        length[number] = place.end - place.start
    return is_sentence, inside, length


def _are_spoken(quoted: Sequence[Span], places: Sequence[Place]) -> bool:
    """Say whether enough of ``places`` lies in quotation marks."""
    return sum(_count_quoted(quoted, p) for p in places) >= SPOKEN * sum(p.end - p.start for p in places)


def _count_quoted(quoted: Sequence[Span], place: Place) -> int:
    """Return how many characters of ``place`` stand in quotation marks, those in two pairs of them twice."""
    return sum(max(0, min(place.end, q.end) - max(place.start, q.start)) for q in quoted)


def _may_be_of_one(
    one: Analysis, ours: Sequence[Place], other: Analysis, theirs: Sequence[Place], *, is_long: bool
) -> bool:
    """Say whether both texts may give the words to one source; of a source that is no name ("he") that is open."""
    left, right = sources_of(one, ours), sources_of(other, theirs)
    return bool(left & right) or (is_long and not (left and right))


def _is_sentence(text: str, place: Place) -> bool:
    """Say whether a place begins and ends where a sentence does."""
    return text[max(0, place.start - 8) : place.start].rstrip(" \u00a0\"“‘'(")[-1:] in ("", "\n", ".", "!", "?") and (
        text[place.end - 1] in ".!?" or text[place.end : place.end + 1] in (".", "!", "?")
    )
