"""Statements that share too few words to be scored, of which one denies the other.

Statements that nobody came to harm, against statements of how many did (“no detainee died”, “three men died”), are
found by what is said to have happened, in the past: “29,000 could die” tells of no dead. A “no” is of those whom it
names: “no child was hurt” leaves room for three hurt men, and “no passenger” for the crew. “There is no crack in the
dam” is against “the dam has a crack” and “there are two cracks”, and not against all that speaks of cracks. A short
denial of anything else (“denied that he would resign”) is against what holds all its words in their order (“he will
resign within days”). Known limits: English; whether both speak of one event is for the caller to judge.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from headwater.claims.forms import Form, sense
from headwater.claims.similarity import common_order
from headwater.claims.tables import COMMON, COURTESY
from headwater.claims.vetoes import Veto, dates, names, tenses
from headwater.claims.wholeness import has_verb, wholeness

REACH = 8  # words after the number within which it is told what befell them
NEAR = 5  # words after a "no" within which it is
FEWEST = 2  # words of a short denial that tell something
SHORT = 4  # at most; a longer one is scored
MORE = 3  # times the words of a denial that what it denies may have
MOST = 200  # statements on each side that are paired
HAVING = 4  # words between "has" or "there is" and what there is


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _senses(words: str) -> frozenset[str]:
    return frozenset(map(sense, words.split()))


_BEFALLS = _set("died dead killed hurt injured wounded harmed arrested detained shot drowned beaten tortured")
_ANYBODY = _senses("people person persons men others victims casualties")
_SOME_ONLY = _senses("child children woman women girl girls boy boys baby babies")
_BE = _set("is are was were")
_BETWEEN = _set("was were is are had has have been be of the one a body among those")
_UNSURE = _set("could would may might can will shall should if to")  # before it: it has not befallen anybody
_HAVE = _set("has have had found find finds discovered contains shows developed with")
_KNOWN = _set("the this that these those his her its their our my your such")


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
        if not FEWEST <= len(told) <= SHORT or not _denies(form):
            continue
        rarest = min(told, key=lambda s: (len(where[s]), s))
        for j in where[rarest] if len(where[rarest]) <= MOST else ():
            if _holds_all(form, told, forms[j], said[j]) and not any(
                rule(form, forms[j]) for rule in (dates, names, tenses)
            ):
                low, high = sorted((i, j))
                yield low, high, Veto("negation", forms[low].text[:60], forms[high].text[:60])


def _denies(form: Form) -> bool:
    """Return whether a statement denies a predicate, or that there is something; not "either all or none will be"."""
    if not form.negated or wholeness(form.text) != "whole" or not has_verb(form.words):
        return False
    return _nothing_there(form) is not None or all(form.words[i].endswith(("not", "n't")) for i in form.negations)


def _nothing_there(form: Form) -> str | None:
    """Return what there is none of: the word before the first preposition of "there is no crack in the dam"."""
    if form.words[:1] != ("there",) or len(form.negations) != 1 or form.words[1:2] == ("will",):
        return None
    behind = range(form.negations[0] + 1, len(form.words))
    first = next((i for i in behind if form.words[i] not in COMMON), None)
    if first is None or not _BE & set(form.words[1 : form.negations[0] + 1]):
        return None
    last = next((i for i in behind if i > first and form.words[i] in COMMON), len(form.words))
    return form.stems[last - 1]


def _holds_all(denial: Form, told: Sequence[str], other: Form, said: Sequence[str]) -> bool:
    """Return whether a statement says what is denied, hardly more, and in that order, but for "there is no"."""
    if len(said) > MORE * len(told) or not set(told) <= set(said):
        return False
    missing = _nothing_there(denial)
    if missing is not None:
        return _has(other, missing)
    return denial.words[0] != "there" and common_order(told, said) == len(told)


def _has(form: Form, what: str) -> bool:
    """Return whether a statement says that there is something, not only something of what is known: "has a crack"."""
    for at in (i for i, stem in enumerate(form.stems) if stem == what):
        before = form.words[max(0, at - HAVING) : at]
        begin = next((k for k, w in enumerate(before) if w in _HAVE or (w in _BE and "there" in before[:k])), None)
        if begin is not None and not _KNOWN & set(before[begin + 1 :]):
            return True
    return False


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
    first = 2 if form.words[:1] == ("there",) and form.words[1:2] and form.words[1] in _BE else 0
    opening = form.words[first : first + 2]
    if form.denied or not (opening[:1] in (("no",), ("nobody",), ("none",)) or opening == ("not", "one")):
        return None
    at = _befallen(form, first + 1, NEAR)
    if at is None:
        return None
    who = frozenset(form.stems[i] for i in range(first + 1, at) if form.words[i] not in _BETWEEN)
    return form.stems[at], who


def _counted(form: Form) -> Iterator[tuple[str, frozenset[str]]]:
    """Return what befell how many, and who they are, for each number of a statement that denies nothing."""
    if form.negated or form.negations:
        return
    for number in form.numbers:
        at = _befallen(form, number.at + 1, REACH)
        if at is not None and not number.unit and number.value > 0:
            words = range(number.at + 1, at)
            yield form.stems[at], frozenset(form.stems[i] for i in words if form.words[i] not in _BETWEEN)


def _befallen(form: Form, start: int, reach: int) -> int | None:
    """Return where it is told what befell those before it; None where that has not happened."""
    found = next((i for i in range(start, min(len(form.words), start + reach)) if form.words[i] in _BEFALLS), None)
    return None if found is None or _UNSURE & set(form.words[start:found]) else found


def _may_be(spared: frozenset[str], hit: frozenset[str]) -> bool:
    """Return whether those of whom none was hit may be those who were."""
    if not spared or spared & hit:
        return True
    return not spared & _SOME_ONLY and (not hit or bool(hit & _ANYBODY) or spared <= _ANYBODY)
