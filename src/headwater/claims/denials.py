"""Statements that share too few words to be scored, of which one denies the other.

Statements that nobody came to harm, against statements of how many did (“no detainee died”, “three men died”), are
found by what is said to have happened. A “no” is of those whom it names: “no child was hurt” leaves room for three hurt
men, and “no passenger” for the crew. A short denial of anything else (“there is no crack in the dam”, “denied that he
would resign”) is against what holds all its words in their order (“he will resign within days”). Known limits: English;
whether both speak of one event is for the caller to judge.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.claims.forms import Form, sense
from headwater.claims.similarity import common_order
from headwater.claims.tables import COMMON, COURTESY
from headwater.claims.vetoes import Veto, dates, names
from headwater.claims.wholeness import wholeness

REACH = 8  # words after the number or the "no" within which it is told what befell them
FEWEST = 2  # words of a short denial that tell something
SHORT = 4  # at most; a longer one is scored
MORE = 3  # times the words of a denial that what it denies may have
MOST = 200  # statements on each side that are paired
_BEFALLS_WORDS = "died dead killed hurt injured wounded harmed arrested detained shot drowned beaten tortured"
_BEFALLS = frozenset(map(sense, _BEFALLS_WORDS.split()))
_ANYBODY_WORDS = "people person persons men others victims casualties"
_ANYBODY = frozenset(map(sense, _ANYBODY_WORDS.split()))
_SOME_ONLY_WORDS = "child children woman women girl girls boy boys baby babies"
_SOME_ONLY = frozenset(map(sense, _SOME_ONLY_WORDS.split()))
_BETWEEN_WORDS = "was were is are had has have been be of the one a body among those"
_THERE = {("there", verb) for verb in ("is", "are", "was", "were")}
_BETWEEN = frozenset(_BETWEEN_WORDS.split())


def denials(forms: Sequence[Form]) -> Iterator[tuple[int, int, Veto]]:
    """Return pairs of forms by index, the lower first, of which one says that nobody and the other that some did."""
    none: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    some: dict[str, list[tuple[int, frozenset[str]]]] = defaultdict(list)
    for i, form in enumerate(forms):
        if (found := _nobody(form)) is not None:
            none[found[0]].append((i, found[1]))
        for what, who in _counted(form):
            some[what].append((i, who))
    for what in sorted(none):
        for i, spared in none[what][:MOST]:
            for j, hit in some.get(what, ())[:MOST]:
                left, right = forms[i], forms[j]
                if _may_be(spared, hit) and dates(left, right) is None and names(left, right) is None:
                    low, high = sorted((i, j))
                    yield low, high, Veto("negation", forms[low].text[:60], forms[high].text[:60])


def short_denials(forms: Sequence[Form]) -> Iterator[tuple[int, int, Veto]]:
    """Return pairs of forms by index, the lower first, of which one denies in a few words what the other says."""
    said = [tuple(s for s in form.stems if s not in COMMON and s not in COURTESY) for form in forms]
    where: dict[str, list[int]] = defaultdict(list)
    for i, form in enumerate(forms):
        for stem in set(said[i]) if not (form.negated or form.negations) else ():
            where[stem].append(i)
    for i, form in enumerate(forms):
        told = said[i]
        if not form.negated or not FEWEST <= len(told) <= SHORT or wholeness(form.text) != "whole":
            continue
        rarest = min(told, key=lambda s: (len(where[s]), s))
        for j in where[rarest] if len(where[rarest]) <= MOST else ():
            if _holds_all(form, told, said[j]) and dates(form, forms[j]) is None and names(form, forms[j]) is None:
                low, high = sorted((i, j))
                yield low, high, Veto("negation", forms[low].text[:60], forms[high].text[:60])


def _holds_all(denial: Form, told: Sequence[str], other: Sequence[str]) -> bool:
    """Return whether a statement says what is denied, hardly more, and in that order, but for "there is no"."""
    if len(other) > MORE * len(told) or not set(told) <= set(other):
        return False
    return denial.words[:1] == ("there",) or common_order(told, other) == len(told)


def leaves_room(left: Form, right: Form) -> bool:
    """Return whether one says that none of some people came to harm and the other that others did."""
    for a, b in ((left, right), (right, left)):
        spared = _nobody(a)
        hit = [who for what, who in _counted(b) if spared is not None and what == spared[0]]
        if spared is not None and hit and not any(_may_be(spared[1], who) for who in hit):
            return True
    return False


def _nobody(form: Form) -> tuple[str, frozenset[str]] | None:
    """Return what befell nobody, and who is meant, where a statement opens so."""
    first = 2 if form.words[:2] in _THERE else 0
    opening = form.words[first : first + 2]
    if form.denied or not (opening[:1] in (("no",), ("nobody",), ("none",)) or opening == ("not", "one")):
        return None
    at = next((i for i in range(first + 1, min(len(form.stems), first + REACH)) if form.stems[i] in _BEFALLS), None)
    if at is None:
        return None
    who = frozenset(form.stems[i] for i in range(first + 1, at) if form.words[i] not in _BETWEEN)
    return form.stems[at], who


def _counted(form: Form) -> Iterator[tuple[str, frozenset[str]]]:
    """Return what befell how many, and who they are, for each number of a statement that denies nothing."""
    if form.negated or form.negations:
        return
    for number in form.numbers:
        stop = min(len(form.stems), number.at + 1 + REACH)
        at = next((i for i in range(number.at + 1, stop) if form.stems[i] in _BEFALLS), None)
        if at is not None and not number.unit and number.value > 0:
            words = range(number.at + 1, at)
            yield form.stems[at], frozenset(form.stems[i] for i in words if form.words[i] not in _BETWEEN)


def _may_be(spared: frozenset[str], hit: frozenset[str]) -> bool:
    """Return whether those of whom none was hit may be those who were."""
    if not spared or spared & hit:
        return True
    return not spared & _SOME_ONLY and (not hit or bool(hit & _ANYBODY) or spared <= _ANYBODY)
