"""What forbids that two statements are one claim, however alike their words are.

Each rule needs the same slot filled differently in both: a number of the same counted thing that cannot be the same,
a date, a name or place, a negation, an opposite. A detail that only one of the two gives is no conflict. Statements
alike but for a veto are competing claims. Known limits: slots are found by word alignment, not by parsing; two names
of one person are taken for two people unless one contains the other, or is its initials.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

from rapidfuzz import fuzz

from headwater.claims import kinds
from headwater.claims.forms import Form, Number, sense, stem
from headwater.claims.similarity import holds, shared_run
from headwater.claims.tables import COMMON, NEGATIONS, WEEKDAYS

VetoKind = Literal["figure", "date", "name", "negation", "opposite", "roles", "tense"]
RANGE = 6  # words between the ends of a range
ABOUT = 0.12  # share by which an "about" figure may differ from an exact one: "about 40" may be 36 to 44
_OPPOSITES = """rise fall
increase decrease
gain lose
gained lost
up down
higher lower
more fewer
more less
before after
win lose
won lost
accept reject
approve reject
open close
opened closed
arrive leave
support oppose
guilty innocent
alive dead
buy sell
bought sold
begin end
create cut
raise reduce
raise lower
leave reach
left reached
convicted acquitted
positive negative
fast slow
north south
east west
northern southern
eastern western
left right
first last
best worst
profit loss
increased decreased
rose fell
above below
confirmed denied
accepted rejected
backed opposed
safe unsafe
legal illegal
male female
men women
man woman
boys girls
morning evening
"""
_OPPOSITE = {frozenset((stem(a), stem(b))) for a, b in (line.split() for line in _OPPOSITES.strip().splitlines())}
_OPPOSITE |= {frozenset(map(sense, line.split())) for line in _OPPOSITES.strip().splitlines()}
_OPPOSITE |= {frozenset(line.split()) for line in _OPPOSITES.strip().splitlines()}


@dataclass(frozen=True, slots=True)
class Veto:
    """What conflicts, in the words of both; ``open`` where both can be true: "more than 100" and "more than 170"."""

    kind: VetoKind
    left: str
    right: str
    open: bool = False

    @property
    def why(self) -> str:
        """Return the conflict as a sentence."""
        thing = {"figure": "figures", "date": "dates", "name": "names", "roles": "roles"}.get(self.kind, "words")
        return f"Their {thing} differ: “{self.left}” against “{self.right}”."


def veto(left: Form, right: Form) -> Veto | None:
    """Return why the two cannot be one claim, None where nothing forbids it."""
    return (
        figures(left, right)
        or dates(left, right)
        or opposites(left, right)
        or names(left, right)
        or persons(left, right)
        or roles(left, right)
        or tenses(left, right)
    )


def figures(left: Form, right: Form) -> Veto | None:
    """Return a conflict of numbers of the same counted thing; one that cannot be true of both before one that can."""
    found: Veto | None = None
    for a in left.numbers:
        if any(_same(a, b) for b in right.numbers):
            continue
        for b in right.numbers:
            if any(_same(x, b) for x in left.numbers) or not same_slot(left, a, right, b):
                continue
            if not _adds_up(left, a, b) and not _adds_up(right, b, a) and not _in_range(left, a, b, right):
                conflict = Veto("figure", left.words[a.at], right.words[b.at], _both_true(a, b))
                if not conflict.open:
                    return conflict
                found = found or conflict
    return found


def _both_true(a: Number, b: Number) -> bool:
    """Return whether the bounds of two numbers leave room for one figure.

    "More than 100" is a bound; "at least 41" counts the dead so far, and another count is worth seeing beside it.
    """
    if "vague" in (a.bound, b.bound):
        return False
    bounds = [n for n in (a, b) if n.bound in ("at_least", "at_most") and n.value % TEN == 0]
    lows = [n.value for n in (a, b) if n not in bounds or n.bound == "at_least"]
    highs = [n.value for n in (a, b) if n not in bounds or n.bound == "at_most"]
    if not bounds or not lows or not highs:
        return bool(bounds)
    return max(lows) <= min(highs) and not (len(bounds) > 1 and max(lows) == min(highs))


def _adds_up(form: Form, part: Number, whole: Number) -> bool:
    """Return whether a number of others makes the whole with one before: two leaders and five others are seven."""
    after = form.words[part.at + 1 : part.at + 2]
    return after in (("other",), ("others",), ("more",)) and any(
        x.at < part.at and x.value + part.value == whole.value for x in form.numbers
    )


def _in_range(left: Form, a: Number, b: Number, right: Form) -> bool:
    """Return whether one is an end of a range in which the other lies: "from 16 to 27" and "22"."""
    return any(low <= y.value <= high for f, x, y in ((left, a, b), (right, b, a)) for low, high in _range(f, x))


def _range(form: Form, number: Number) -> list[tuple[float, float]]:
    """Return the range that a number opens or closes, if it does."""
    ends = [n for n in form.numbers if n.unit == number.unit and abs(n.at - number.at) <= RANGE]
    return [
        (low.value, high.value)
        for low in ends
        for high in ends
        if number in (low, high)
        and low.at < high.at
        and low.value < high.value
        and form.words[max(0, low.at - 1)] in ("from", "between")
        and {"to", "and"} & set(form.words[low.at + 1 : high.at])
    ]


def _same(a: Number, b: Number) -> bool:
    """Return whether both can be one figure: "six have not been found" is not the six of "six were sailors".

    A greater or a broken number hardly ever stands for two things in two statements that are otherwise alike.
    """
    telling = a.value > SMALL_NUMBER or a.value != int(a.value)
    return fits(a, b) and (telling or not (a.near and b.near and not set(a.near) & set(b.near)))


def fits(a: Number, b: Number) -> bool:
    """Return whether both numbers can be of one count."""
    if a.unit != b.unit:
        return False
    low, high = sorted((a.value, b.value))
    if low == high and {a.bound, b.bound} == {"at_least", "at_most"}:
        return False
    if low == high or rounded(a.value, b.value) or rounded(b.value, a.value):
        return True
    if "about" in (a.bound, b.bound) or "vague" in (a.bound, b.bound):
        return "vague" in (a.bound, b.bound) or high - low <= ABOUT * high
    for x, y in ((a, b), (b, a)):
        if x.bound == "at_least" and y.value >= x.value and (y.value <= x.value * (1 + ABOUT) or y.bound == "exact"):
            return y.value <= x.value * (1 + ABOUT)
        if x.bound == "at_most" and y.value <= x.value:
            return y.value >= x.value * (1 - ABOUT)
    return False


def rounded(a: float, b: float) -> bool:
    """Return whether ``a`` is ``b`` with its fraction cut off or shortened.

    >>> rounded(114.0, 114.3), rounded(2000.0, 1985.0), rounded(300.0, 296.0), rounded(0.6, 0.64)
    (True, False, False, True)
    >>> rounded(3.0, 3.5), rounded(3.0, 3.2)
    (False, True)
    >>> rounded(247e9, 247.7e9), rounded(3.0, 2.7), rounded(60_000.0, 59_619.0)
    (True, True, True)
    """
    if a >= LARGE and a != b and abs(a - b) <= ROUNDING * a and len(str(int(a)).rstrip("0")) == 1:
        return True
    if a == int(a):
        unit = 10 ** (len(str(int(a))) - len(str(int(a)).rstrip("0")))
        digits = a >= 2 if unit == 1 else a >= 10 * unit
        cut = b // unit * unit if a >= TEN else a - 1  # a small number is rounded, never cut: 3.5 is not three
        return digits and b % unit != 0 and a in (round(b / unit) * unit, cut)
    return any(a == round(b, digits) for digits in (1, 2))


def same_slot(left: Form, a: Number, right: Form, b: Number) -> bool:
    """Return whether two numbers count the same thing, by the words after or the words around them."""
    if a.unit != b.unit:
        return False
    if set(a.near[:2]) & set(b.near[:2]):
        return True
    if a.near and b.near and not a.unit:
        return False  # another thing is counted
    before = [w for w in left.stems[max(0, a.at - 3) : a.at] if w not in COMMON]
    other = [w for w in right.stems[max(0, b.at - 3) : b.at] if w not in COMMON]
    return bool(before and other and before[-1] == other[-1])


def dates(left: Form, right: Form) -> Veto | None:
    """Return a conflict of dates: each gives one of a kind, and none agrees."""
    for kind in (_is_day, _is_weekday, _is_year):
        a, b = {d for d in left.dates if kind(d)}, {d for d in right.dates if kind(d)}
        if a and b and not any(_same_date(x, y) for x in a for y in b):
            return Veto("date", min(a), min(b))
    return None


def _is_day(date: str) -> bool:
    return date[:2].isdigit() and (len(date) == 2 or "-" in date)


def _is_weekday(date: str) -> bool:
    return date in WEEKDAYS


def _is_year(date: str) -> bool:
    return date.isdigit() and len(date) == 4


def _same_date(a: str, b: str) -> bool:
    return a == b or (_is_day(a) and _is_day(b) and a[:2] == b[:2] and (len(a) == 2 or len(b) == 2))


def opposites(left: Form, right: Form) -> Veto | None:
    """Return a negation or an opposite that one has in the place where the other has not."""
    if _negated(left, right):
        said = next((w for f in (left, right) if f.negated for w in f.words if _negates(w)), "denied")
        return Veto("negation", said if left.negated else "", said if right.negated else "")
    a, b = left.kinds - right.kinds, right.kinds - left.kinds
    for x in sorted(a):
        for y in sorted(b):
            if frozenset((x, y)) in _OPPOSITE:
                return Veto("opposite", x, y)
    for rule in (kinds.exclude, kinds.ways, kinds.another):
        if (pair := rule(left, right)) is not None:
            return Veto("opposite", *pair)
    return None


def _negated(left: Form, right: Form) -> bool:
    """Return whether only one of the two is negated, in what both say where one holds the other."""
    i, j, length = shared_run(left.stems, right.stems)
    if not holds(left, right) and not (length >= ONE_RUN and _is_within(left, i, right, j, length)):
        return left.negated != right.negated
    return left.negated_within(i - AROUND, i + length) != right.negated_within(j - AROUND, j + length)


def _is_within(left: Form, i: int, right: Form, j: int, length: int) -> bool:
    """Return whether the shared words hold all negations of one: "does not try", beside "does not try – does not even
    pretend"."""
    return any(f.negations and all(at <= n < at + length for n in f.negations) for f, at in ((left, i), (right, j)))


def _negates(word: str) -> bool:
    return word in NEGATIONS or word.endswith("n't")


def names(left: Form, right: Form) -> Veto | None:
    """Return two names that stand in the same place of otherwise aligned words."""
    a = [(i, n) for i, n in left.names if n not in right.words]
    b = [(i, n) for i, n in right.names if n not in left.words]
    a, b = a or _opening(left, right, b), b or _opening(right, left, a)
    if not a or not b:
        return None
    a = [(i, n) for i, n in a if not _alias(n, right)]
    b = [(i, n) for i, n in b if not _alias(n, left)]
    at, bt = dict(a), dict(b)
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, left.stems, right.stems, autojunk=False).get_opcodes():
        if tag != "replace" or i2 - i1 > REPLACED or j2 - j1 > REPLACED:
            continue
        x = [at[i] for i in range(i1, i2) if i in at]
        y = [bt[j] for j in range(j1, j2) if j in bt]
        if x and y:
            return Veto("name", " ".join(x), " ".join(y))
    return None


def persons(left: Form, right: Form) -> Veto | None:
    """Return the words that open both where one speaks of a man and the other of a woman."""
    a, b = (f.words[0].partition("'")[0] if f.words else "" for f in (left, right))
    differ = (a in _HE and b in _SHE) or (a in _SHE and b in _HE)
    return Veto("name", left.words[0], right.words[0]) if differ else None


def _opening(form: Form, other: Form, names: Sequence[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the word that opens a sentence as a name, where names open the other: "Vastakis" for "the White House"."""
    word = form.words[0] if form.words and form.text.lstrip("\"'“‘«")[:1].isupper() else ""
    no_name = word in COMMON or word in WEEKDAYS or word.endswith("ly") or "'" in word
    return [(0, word)] if word and not no_name and word not in other.words and any(i <= 1 for i, _ in names) else []


def _swapped(left: Form, right: Form) -> tuple[str, str] | None:
    """Return the words that stand in other order in two forms of the same words, if more than two parts change places.

    "A met B" and "B met A" turn a third part round; "On Friday A met B" and "A met B on Friday" have but two.
    """
    ours, theirs = ([w for w in f.stems if w not in COMMON] for f in (left, right))
    if len(set(ours)) < len(ours) or ours == theirs or sorted(ours) != sorted(theirs):
        return None
    while ours[0] == theirs[0]:
        ours, theirs = ours[1:], theirs[1:]
    while ours[-1] == theirs[-1]:
        ours, theirs = ours[:-1], theirs[:-1]
    for a, b in ((1, 1), (1, 2), (2, 1), (2, 2)):
        between = ours[a:-b]
        if between and _SAY not in between and theirs == ours[-b:] + between + ours[:a]:
            return f"{ours[0]} … {ours[-1]}", f"{theirs[0]} … {theirs[-1]}"
    return None


TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "miss",
        "dr",
        "gen",
        "general",
        "col",
        "colonel",
        "lt",
        "sgt",
        "capt",
        "captain",
        "maj",
        "major",
        "sen",
        "senator",
        "rep",
        "gov",
    ]
)
SPELLING = 60  # similarity of letters in percent from which two names may be spellings of one ("Zulifquar", "Zulfiqar")
_SAY = sense("said")
_HE, _SHE = frozenset(("he", "his", "him")), frozenset(("she", "her"))
_AHEAD = frozenset(("will", "would", "shall", "won't"))
# Before "to": what is meant, wanted, or failed to be done is not done.
_MEANT_WORDS = """willing ready prepared happy able likely unlikely expected set due scheduled poised going planning
plans planned plan wants wanted want hopes hoped hope intends intended vowed vows pledged pledges promised promises
threatened threatens threatening agreed agrees offered offers refused refuses declined declines failed fails tried
tries trying
sought seeks seeking urged urges asked asks ordered orders invited"""
_MEANT = frozenset(_MEANT_WORDS.split())
_WISHED = frozenset(("want", "wants", "wanted", "hope", "hopes", "hoped", "urged", "urges", "asked", "asks"))
_UNSURE = frozenset(("if", "whether", "unless", "should", "would", "could", "may", "might", "will", "can", "as"))
_ASKED = frozenset(("if", "whether", "or"))
_OPEN = {("if",), ("whether",)}
_IS = frozenset(("is", "are", "was", "were", "am"))
_PAST = frozenset(("was", "were", "has", "have", "had", "been", "he", "she", "it", "they", "who", "we", "i"))
_UNDONE = frozenset(("be", "being", "is", "are", "to", "will", "would", "could", "may", "might", "can", "should", "or"))
ONE_RUN = 8  # words in a row that are one sentence of two statements, whatever else each says
AROUND = 4  # words before a shared run that may still negate it: "it is not true that …"
TEN = 10  # of which bounds are multiples: "more than 100"
LARGE = 10_000
ROUNDING = 0.01  # share by which a large number of one digit and noughts may be off
SMALL_NUMBER = 12  # numbers up to a dozen count many things at once
REPLACED = 3  # words; a longer replaced stretch is another way of putting it, not another name in the same place


def _alias(name: str, other: Form) -> bool:
    """Return whether the name may be initials of names in the other, or a form of one of its words."""
    if name in TITLES or any(fuzz.ratio(name, w) >= SPELLING for w in other.words):
        return True
    letters = name.replace(".", "")
    initials = "".join(n[0] for _, n in other.names)
    return 2 <= len(letters) <= 6 and letters in initials


def tenses(left: Form, right: Form) -> Veto | None:
    """Return what one announces, or leaves open ("whether …"), and the other tells as done ("resigned")."""
    if leaves_open(left, right):
        return Veto("tense", left.words[0], right.words[0])
    coming, other = _coming(left), _coming(right)
    for one, made, ahead in ((coming, right, other), (other, left, coming)):
        for verb in sorted(one.keys() - ahead.keys()):
            wished = one[verb].split(" ", 1)[0] in _WISHED
            at = next((i for i, s in enumerate(made.stems) if s == verb and _is_done(made.words, i, wished)), None)
            if at is not None:
                words = (one[verb], made.words[at])
                return Veto("tense", *(words if made is right else reversed(words)))
    return None


def leaves_open(left: Form, right: Form) -> bool:
    """Return whether one asks "whether", or opens with an "if", and the other says that it is so."""
    if (left.words[:1] in _OPEN) == (right.words[:1] in _OPEN):
        return False
    opened, other = (left, right) if left.words[:1] in _OPEN else (right, left)
    return not (_UNSURE if opened.words[0] == "if" else _ASKED) & set(other.words)


def _coming(made: Form) -> dict[str, str]:
    """Return the verbs, by sense, of which a form says that it will be so, with the words that say it."""
    found = {}
    for i, word in enumerate(made.words):
        if word in _AHEAD or word.endswith("'ll") or (word == "to" and i and made.words[i - 1] in _MEANT):
            at = next((j for j in range(i + 1, len(made.words)) if not _is_between(made.words[j])), None)
            if at is not None and made.words[at] not in COMMON:
                found[made.stems[at]] = " ".join(made.words[i - (word == "to") : at + 1])
    return found


def _is_between(word: str) -> bool:
    return word in ("be", "have", "not", "never", "also", "soon", "now", "then") or word.endswith("ly")


def _is_done(words: Sequence[str], at: int, wished: bool) -> bool:
    """Return whether a verb is a predicate of what is so: "was tested", "the chief resigned"; not "is used". What is
    going on ("is resigning") is often meant to come; not so beside what somebody only wishes."""
    if wished and words[at].endswith("ing"):
        return bool(_IS & set(words[max(0, at - 2) : at]))
    if not words[at].endswith("ed") or words[at + 1 : at + 2] == ("by",):
        return False
    before = [w for w in words[max(0, at - 3) : at] if not w.endswith("ly")]
    if not before or _UNDONE & set(before):
        return False
    return before[-1] in _PAST or (before[-1] not in COMMON and "been" not in before)


def roles(left: Form, right: Form) -> Veto | None:
    """Return a swap around the same words ("A sued B" against "B sued A"); words put first ("On Friday …") are none."""
    if sorted(left.stems) != sorted(right.stems) or left.stems == right.stems:
        return None
    swapped = _swapped(left, right)
    if swapped is not None:
        return Veto("roles", *swapped)
    a = [n for _, n in left.names if n in {m for _, m in right.names}]
    b = [n for _, n in right.names if n in set(a)]
    if len(a) >= 2 and a != b and sorted(a) == sorted(b):
        return Veto("roles", " … ".join(a), " … ".join(b))
    return None
