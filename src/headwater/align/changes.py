"""What was changed between two passages, word by word, and what a reader should look at.

Between the matched runs of a passage stand the words that only one side has: deleted (left only), inserted (right
only) or replaced. Marks, blanks and capitals are no changes. A change carries the classes whose words differ between
its sides: number, date, name, negation, hedge, attribution, characterisation. Word lists decide, so the classes hold
for English; other languages get number and name only.
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from headwater.records import Change, ChangeKind, Span
from headwater.words import Word, words


def _listed(words_of_class: str) -> frozenset[str]:
    return frozenset(words_of_class.split())


_NUMBER_WORDS = _listed(
    """
    hundred hundreds thousand thousands million millions billion billions trillion dozen dozens half twice double
    triple first second third quarter
    """
)
_SMALL = """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen twenty"""
_TENS = "thirty forty fifty sixty seventy eighty ninety"
_DIGITS = {name: str(value) for value, name in enumerate(_SMALL.split())} | {
    name: str(10 * value) for value, name in enumerate(_TENS.split(" "), 3)
}
_MONTHS = _listed(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec
    """
)
_DATE_WORDS = _listed(
    """
    january february march april june july august september october november december jan feb mar apr jun jul
    aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thurs fri sat sun yesterday today tomorrow tonight
    """
)
_NEGATIONS = _listed(
    """
    not no never none neither nor nobody nothing nowhere without hardly scarcely barely deny denies denied denying
    fail fails failed refuse refuses refused false untrue impossible unable
    """
)
_HEDGES = _listed(
    """
    may might could would can possibly perhaps probably likely unlikely reportedly allegedly apparently
    seemingly appears appear appeared seems seem seemed suggests suggest suggested alleged suspected presumed
    presumably feared about around approximately roughly nearly almost estimated estimate estimates believed thought
    some potential potentially maybe partly expected
    """
)
_ATTRIBUTIONS = _listed(
    """
    said says say saying told tells according reported reports report reporting claims claimed claim stated
    states announced argued argues wrote writes added adds asked explained warned warns insisted noted quoted
    citing cited cites alleges testified confirmed
    """
)
_ATTRIBUTING = frozenset({("found", "that"), ("view", "of"), ("opinion", "of"), ("words", "of"), ("thinks", "that")})
_CHARACTERISATIONS = _listed(
    """
    radical extremist extreme notorious controversial disgraced infamous shocking stunning outrageous brutal
    bloody ruthless corrupt crooked failed failing embattled beleaguered alarming horrific heinous deadly
    devastating disastrous dire massive huge mere so-called self-styled self-proclaimed hardline hard-line
    far-right far-left leftist rightwing right-wing left-wing liberal conservative socialist fascist racist
    terrorist thug regime heroic legendary beloved respected renowned leading embarrassing humiliating
    desperate reckless dangerous historic unprecedented landmark sweeping crushing evil innocent illegal fake
    bogus sham scandal rampaged
    """
)
_TURNING = _listed("but unless except if although though however provided wrong doubt mistaken lie")
# "only" bounds what was kept where it follows it at once ("pay | only half of it") or has a condition behind it; in
# a clause of its own ("and only one was hurt") it says nothing of what was kept.
_ONLY = re.compile(
    r"\A\W{0,9}(?:but )?only\b|\bonly (?:after|when|where|because|once|until|for|to|on|with|by)\b", re.IGNORECASE
)
_CONTRACTED = {"can't": "can", "cannot": "can"}
_LONG_AS = frozenset({("long", "as")})  # "as long as", "so long as"
_OPINION = re.compile(
    r"\b(?:as far as (?:i|we|anyone|anybody) |(?:my|our) (?:knowledge|view|opinion)\b|i (?:think|believe|guess)\b)"
)
_NEGATED = "n't"
_CLASSES = ("number", "date", "name", "negation", "hedge", "attribution", "characterisation")
_IN_LISTS = {
    "number": _NUMBER_WORDS | _DIGITS.keys(),
    "date": _DATE_WORDS,
    "negation": _NEGATIONS | {"cannot"},
    "hedge": _HEDGES | {"cannot"},
    "attribution": _ATTRIBUTIONS,
    "characterisation": _CHARACTERISATIONS,
}
_LISTED = {
    form: tuple(name for name, listed in _IN_LISTS.items() if form in listed)
    for form in frozenset().union(*_IN_LISTS.values())
}
_TELLING = _LISTED.keys() | {f"{word}s" for word in _CHARACTERISATIONS} | {first for first, _ in _ATTRIBUTING}
OTHER_TEXT = 20  # words
REWRITTEN = 14  # words of both sides
AROUND = 16  # characters on either side of a change that show whether it starts a sentence or stands beside a month
# A number may be a day, a capital start a sentence, "about" stand before a number.
_NEEDS_CONTEXT = re.compile("[A-Z0-9]|[^\x00-\x7f]|\\b(?:about|around|some)\\b")
_OF_NUMBERS = frozenset({"about", "around", "some"})  # they hedge a number, and else nothing: "about the dam"
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon)|\b[A-Z])\.\s*\Z")
_RELATIVE_DAYS = frozenset({"yesterday", "today", "tomorrow", "tonight"})


def find_changes(left: str, right: str, blocks: Sequence[tuple[Span, Span]]) -> tuple[Change, ...]:
    """Return the changes between neighbouring ``blocks``, in order.

    >>> left, right = "The dam killed 40 people in May.", "The dam may have killed 14 people in May."
    >>> blocks = ((Span(0, 7), Span(0, 7)), (Span(8, 14), Span(17, 23)), (Span(18, 31), Span(27, 40)))
    >>> [(c.kind, c.right and c.right.of(right), c.classes) for c in find_changes(left, right, blocks)]
    [('inserted', 'may have', ('hedge',)), ('replaced', '14', ('number',))]
    """
    gaps = (
        (read_gap(left, left_before.end, left_after.start), read_gap(right, right_before.end, right_after.start))
        for (left_before, right_before), (left_after, right_after) in pairwise(blocks)
    )
    return tuple(change for ours, theirs in gaps if (change := compare_gaps(ours, theirs)))


class Gap(NamedTuple):  # made by the hundred thousand
    """What one text has between two blocks.

    ``forms`` are its words in the form in which they are compared, ``span`` is where they stand (None for no words),
    ``told`` what they say in each of the classes, in the order of _CLASSES.
    """

    forms: tuple[str, ...]
    span: Span | None
    told: tuple[tuple[str, ...], ...]


_NOTHING = Gap((), None, ())


def read_gap(text: str, start: int, end: int) -> Gap:
    """Return what ``text`` has between two blocks, of which the first ends at ``start``."""
    if end - start <= 1:
        return _NOTHING
    gap = text[start:end]
    if not _NEEDS_CONTEXT.search(gap):
        found = _read_again(gap, 0, end - start, is_plain="'" not in gap)
    else:
        first = max(start - AROUND, 0)
        found = _read_again(text[first : end + AROUND], start - first, end - first, is_plain=False)
    if not found.span:
        return _NOTHING
    return Gap(found.forms, Span(start + found.span.start, start + found.span.end), found.told)


@lru_cache(maxsize=1 << 16)
def _read_again(text: str, start: int, end: int, *, is_plain: bool) -> Gap:
    """Return what stands between ``start`` and ``end``, places from ``start`` on; copies share gaps.

    ``text`` holds what matters around it. What ``is_plain`` tells nothing but by the words of the lists.
    """
    found = words(text, start, end)
    if not found:
        return _NOTHING
    forms = tuple([w.folded for w in found])
    tells = len(found) <= OTHER_TEXT and not (is_plain and _TELLING.isdisjoint(forms))
    told = _by_class(text, found) if tells else None
    in_order = tuple([tuple(sorted(told.get(name, ()))) for name in _CLASSES]) if told else ()
    return Gap(forms, Span(found[0].start - start, found[-1].end - start), in_order)


def compare_gaps(ours: Gap, theirs: Gap) -> Change | None:
    """Return the change from ``ours`` to ``theirs``; None where they say the same in the same words.

    More than OTHER_TEXT words put in or left out, or more than REWRITTEN words on both sides of a replacement, are
    other text, not the same statement changed, and have no class.
    """
    if ours.forms == theirs.forms:
        return None
    count, other = len(ours.forms), len(theirs.forms)
    is_other = max(count, other) > OTHER_TEXT or (count and other and count + other > REWRITTEN)
    classes = () if is_other or ours.told == theirs.told else _differing(ours.told, theirs.told)
    kind: ChangeKind = "replaced" if count and other else "deleted" if count else "inserted"
    return Change(kind, ours.span, theirs.span, classes)


@lru_cache(maxsize=1 << 12)
def _differing(ours: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...]) -> tuple[str, ...]:
    """Return the classes that are not told alike; a side that tells of none has no rows."""
    nothing = ((),) * len(_CLASSES)
    return tuple(name for name, a, b in zip(_CLASSES, ours or nothing, theirs or nothing, strict=True) if a != b)


def classify(left: str, right: str, ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[str, ...]:
    """Return the classes whose words are not the same on both sides, in the order of the module's list."""
    one, other = _by_class(left, ours), _by_class(right, theirs)
    if not one and not other:
        return ()
    return tuple(name for name in _CLASSES if sorted(one.get(name, ())) != sorted(other.get(name, ())))


def _is_capital(text: str, word: Word) -> bool:
    return text[word.start].isupper()


def classify_cut(left_out: str) -> tuple[str, ...]:
    """Return the classes of words that a quotation leaves out; "turn" where what is left may say something else.

    >>> classify_cut("but only if the county pays"), classify_cut("in the spring of a hard year")
    (('turn',), ())
    >>> classify_cut("and only the roof was damaged"), classify_cut("only in the city")
    ((), ('turn',))
    """
    found = words(left_out)
    classes = classify(left_out, "", found, ())
    pairs = {(a.folded, b.folded) for a, b in pairwise(found)}
    opinion = _OPINION.search(" ".join(w.folded for w in found))
    turns = (
        opinion
        or _ONLY.search(left_out)
        or any(_is_negation(w.folded) or w.folded in _TURNING for w in found)
        or pairs & _LONG_AS
    )
    return (*classes, "turn") if turns else classes


def _by_class(text: str, found: Sequence[Word]) -> Mapping[str, Sequence[str]]:
    """Return the words of each class, in the form in which they are compared."""
    told: defaultdict[str, list[str]] = defaultdict(list)
    for word in found:
        form, is_capital = word.folded, _is_capital(text, word)
        if form[0].isdigit():
            is_date = _is_year(form) or _is_day(text, word)
            told["date" if is_date else "number"].append(form[:3] if is_date else form.replace(",", ""))
        if is_capital and form == "may":
            told["date"].append(form)
            continue
        for name, compared in _told_by(form, is_capital):
            if form not in _OF_NUMBERS or _is_before_number(text, word):
                told[name].append(compared)
        if is_capital and form != "i" and form not in _DATE_WORDS and not _starts_sentence(text, word):
            told["name"].append(form.removesuffix("'s"))
    if attributing := [a.folded for a, b in pairwise(found) if (a.folded, b.folded) in _ATTRIBUTING]:
        told["attribution"] += attributing
    return told


@lru_cache(maxsize=1 << 14)
def _told_by(form: str, is_capital: bool) -> tuple[tuple[str, str], ...]:
    """Return the classes that the lists give a word, each with the form in which it is compared."""
    told = [
        (name, _compared(name, form))
        for name in _LISTED.get(form, ())
        if name != "date" or is_capital or form in _RELATIVE_DAYS
    ]
    if form.endswith(_NEGATED):
        told.append(("negation", "not"))
        if (whole := _CONTRACTED.get(form, form.removesuffix(_NEGATED))) in _HEDGES:
            told.append(("hedge", whole))
    elif form.endswith("s") and form not in _CHARACTERISATIONS and form[:-1] in _CHARACTERISATIONS:
        told.append(("characterisation", form))
    return tuple(told)


def _compared(name: str, form: str) -> str:
    """Return the form in which a word of the lists is compared with others of its class."""
    if name == "number":
        return _DIGITS.get(form, form)
    if name == "date":
        return form[:3]
    if form == "cannot":
        return "not" if name == "negation" else "can"
    return form


def _is_day(text: str, word: Word) -> bool:
    """Say whether a number of one or two digits stands beside the name of a month."""
    if not word.folded.isdigit() or len(word.folded) > 2:
        return False
    before, after = words(text, max(word.start - AROUND, 0), word.start), words(text, word.end, word.end + AROUND)
    beside = [w for w in (*before[-1:], *after[:1]) if _is_capital(text, w)]
    return any(w.folded in _MONTHS for w in beside)


def _is_before_number(text: str, word: Word) -> bool:
    after = words(text, word.end, word.end + AROUND)[:2]
    return any(w.folded[0].isdigit() or w.folded in _IN_LISTS["number"] for w in after)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" <= word < "2100"


def _starts_sentence(text: str, word: Word) -> bool:
    gap = text[max(word.start - AROUND, 0) : word.start]
    before = gap.rstrip(" \t“\"‘'([")
    if not before or "\n" in gap[len(gap.rstrip()) :]:
        return True
    return before[-1] in "!?:\n…" or (before[-1] == "." and not _ABBREVIATED.search(before))


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word == "cannot" or word.endswith(_NEGATED)
