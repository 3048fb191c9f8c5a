"""What was changed between two passages, word by word, and what a reader should look at.

Between the matched runs of a passage stand the words that only one side has: deleted (left only), inserted (right
only) or replaced. Marks, blanks and capitals are no changes. A change carries the classes whose words differ between
its sides: number, date, name, negation, hedge, attribution, characterisation. Word lists decide, so the classes hold
for English; other languages get number and name only.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from headwater.records import Change, Span
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
_TURNING = _listed("but unless except only if although though however provided wrong doubt mistaken lie")
_CONTRACTED = {"can't": "can", "cannot": "can"}
_LONG_AS = frozenset({("long", "as")})  # "as long as", "so long as"
_NEGATED = "n't"
AROUND = 16  # characters on either side of a change that show whether it starts a sentence or stands beside a month
_ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Prof|Gen|Col|Capt|Lt|Sgt|Sen|Rep|Gov|Rev|Hon)|\b[A-Z])\.\s*\Z")
_RELATIVE_DAYS = frozenset({"yesterday", "today", "tomorrow", "tonight"})


def find_changes(left: str, right: str, blocks: Sequence[tuple[Span, Span]]) -> tuple[Change, ...]:
    """Return the changes between neighbouring ``blocks``, in order.

    >>> left, right = "The dam killed 40 people in May.", "The dam may have killed 14 people in May."
    >>> blocks = ((Span(0, 7), Span(0, 7)), (Span(8, 14), Span(17, 23)), (Span(18, 31), Span(27, 40)))
    >>> [(c.kind, c.right and c.right.of(right), c.classes) for c in find_changes(left, right, blocks)]
    [('inserted', 'may have', ('hedge',)), ('replaced', '14', ('number',))]
    """
    changes = []
    for (left_before, right_before), (left_after, right_after) in pairwise(blocks):
        ours, theirs = max(left_before.end - AROUND, 0), max(right_before.end - AROUND, 0)
        change = _between(
            left[ours : left_after.start + AROUND],
            right[theirs : right_after.start + AROUND],
            Span(left_before.end - ours, left_after.start - ours),
            Span(right_before.end - theirs, right_after.start - theirs),
        )
        if change:
            changes.append(Change(change.kind, _moved(change.left, ours), _moved(change.right, theirs), change.classes))
    return tuple(changes)


def _moved(span: Span | None, by: int) -> Span | None:
    return None if span is None else Span(span.start + by, span.end + by)


@lru_cache(maxsize=1 << 16)
def _between(left: str, right: str, ours: Span, theirs: Span) -> Change | None:
    """Return the change between two gaps, which stand in some text around them: copies share gaps."""
    return describe_change(left, right, _words_of(left, ours), _words_of(right, theirs))


def _words_of(text: str, gap: Span) -> list[Word]:
    return words(text, gap.start, gap.end) if gap.end - gap.start > 1 else []


def describe_change(left: str, right: str, ours: Sequence[Word], theirs: Sequence[Word]) -> Change | None:
    """Return the change from the words ``ours`` to the words ``theirs``; None where they are the same."""
    if [w.folded for w in ours] == [w.folded for w in theirs]:
        return None
    classes = classify(left, right, ours, theirs)
    before = Span(ours[0].start, ours[-1].end) if ours else None
    after = Span(theirs[0].start, theirs[-1].end) if theirs else None
    if before is None:
        return Change("inserted", None, after, classes)
    return Change("replaced" if after else "deleted", before, after, classes)


def classify(left: str, right: str, ours: Sequence[Word], theirs: Sequence[Word]) -> tuple[str, ...]:
    """Return the classes whose words are not the same on both sides, in the order of the module's list."""
    return tuple(
        name
        for name, chosen in (
            ("number", _numbers),
            ("date", _dates),
            ("name", _names),
            ("negation", _negations),
            ("hedge", _hedges),
            ("attribution", _attributions),
            ("characterisation", _characterisations),
        )
        if chosen(left, ours) != chosen(right, theirs)
    )


def _is_capital(text: str, word: Word) -> bool:
    return text[word.start].isupper()


def classify_cut(left_out: str) -> tuple[str, ...]:
    """Return the classes of words that a quotation leaves out; "turn" where what is left may say something else.

    >>> classify_cut("but only if the county pays"), classify_cut("in the spring of a hard year")
    (('turn',), ())
    """
    found = words(left_out)
    classes = classify(left_out, "", found, ())
    pairs = {(a.folded, b.folded) for a, b in pairwise(found)}
    turns = any(_is_negation(w.folded) or w.folded in _TURNING for w in found) or pairs & _LONG_AS
    return (*classes, "turn") if turns else classes


def _numbers(text: str, found: Sequence[Word]) -> list[str]:
    return sorted(
        _DIGITS.get(w.folded, w.folded.replace(",", ""))
        for w in found
        if (w.folded[0].isdigit() and not _is_year(w.folded) and not _is_day(text, w))
        or w.folded in _NUMBER_WORDS
        or w.folded in _DIGITS
    )


def _is_day(text: str, word: Word) -> bool:
    """Say whether a number of one or two digits stands beside the name of a month."""
    if not word.folded.isdigit() or len(word.folded) > 2:
        return False
    before, after = words(text, max(word.start - AROUND, 0), word.start), words(text, word.end, word.end + AROUND)
    beside = [w for w in (*before[-1:], *after[:1]) if _is_capital(text, w)]
    return any(w.folded in _MONTHS for w in beside)


def _is_year(word: str) -> bool:
    return len(word) == 4 and word.isdigit() and "1500" <= word < "2100"


def _dates(text: str, found: Sequence[Word]) -> list[str]:
    return sorted(
        w.folded[:3]
        for w in found
        if _is_year(w.folded)
        or _is_day(text, w)
        or (
            w.folded in _DATE_WORDS
            and (_is_capital(text, w) or w.folded in ("yesterday", "today", "tomorrow", "tonight"))
        )
        or (w.folded == "may" and _is_capital(text, w))
    )


def _names(text: str, found: Sequence[Word]) -> list[str]:
    return sorted(
        w.folded.removesuffix("'s")
        for w in found
        if _is_capital(text, w)
        and not _starts_sentence(text, w)
        and w.folded not in _DATE_WORDS
        and w.folded not in ("i", "may")
    )


def _starts_sentence(text: str, word: Word) -> bool:
    gap = text[max(word.start - AROUND, 0) : word.start]
    before = gap.rstrip(" \t“\"‘'([")
    if not before or "\n" in gap[len(gap.rstrip()) :]:
        return True
    return before[-1] in "!?:\n…" or (before[-1] == "." and not _ABBREVIATED.search(before))


def _negations(text: str, found: Sequence[Word]) -> list[str]:
    return sorted(
        "not" if w.folded.endswith(_NEGATED) or w.folded == "cannot" else w.folded
        for w in found
        if _is_negation(w.folded)
    )


def _is_negation(word: str) -> bool:
    return word in _NEGATIONS or word == "cannot" or word.endswith(_NEGATED)


def _hedges(text: str, found: Sequence[Word]) -> list[str]:
    plain = ((w, _CONTRACTED.get(w.folded, w.folded.removesuffix(_NEGATED))) for w in found)
    return sorted(p for w, p in plain if p in _HEDGES and not (p == "may" and _is_capital(text, w)))


def _attributions(text: str, found: Sequence[Word]) -> list[str]:
    alone = [w.folded for w in found if w.folded in _ATTRIBUTIONS]
    return sorted(alone + [a.folded for a, b in pairwise(found) if (a.folded, b.folded) in _ATTRIBUTING])


def _characterisations(text: str, found: Sequence[Word]) -> list[str]:
    return sorted(
        w.folded for w in found if w.folded in _CHARACTERISATIONS or w.folded.removesuffix("s") in _CHARACTERISATIONS
    )
