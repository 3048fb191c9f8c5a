"""Statements that nobody came to harm, against statements of how many did: “no detainee died”, “three men died”.

They share too few words to be scored, so they are found by what is said to have happened. A “no” is of those whom it
names: “no child was hurt” leaves room for three hurt men, and “no passenger” for the crew. Known limits: English; only
what befalls people; whether both speak of one event is for the caller to judge.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.claims.forms import Form, sense
from headwater.claims.vetoes import Veto, dates, names

REACH = 8  # words after the number or the "no" within which it is told what befell them
MOST = 200  # statements on each side that are paired
_BEFALLS_WORDS = "died dead killed hurt injured wounded harmed arrested detained shot drowned beaten tortured"
_BEFALLS = frozenset(map(sense, _BEFALLS_WORDS.split()))
_ANYBODY_WORDS = "people person persons men others victims casualties"
_ANYBODY = frozenset(map(sense, _ANYBODY_WORDS.split()))
_SOME_ONLY_WORDS = "child children woman women girl girls boy boys baby babies"
_SOME_ONLY = frozenset(map(sense, _SOME_ONLY_WORDS.split()))
_BETWEEN_WORDS = "was were is are had has have been be of the one a body"
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
    opening = form.words[:2]
    if form.denied or not (opening[:1] in (("no",), ("nobody",), ("none",)) or opening == ("not", "one")):
        return None
    at = next((i for i in range(1, min(len(form.stems), REACH)) if form.stems[i] in _BEFALLS), None)
    if at is None:
        return None
    who = frozenset(form.stems[i] for i in range(1, at) if form.words[i] not in _BETWEEN)
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
