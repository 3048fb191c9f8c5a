"""How surely two statements say the same thing, from their words alone.

A logistic regression over overlap features (after Wan et al. 2006 and Madnani et al. 2012, who showed that plain
overlap measures rival parsers on news paraphrases): n-grams of words and stems, weighted words, characters, longest
common subsequence, lengths, numbers, names. The weights were learned from the training part of the Microsoft Research
Paraphrase Corpus (Dolan et al. 2004) by `eval/matching.py --fit`. Word weights are fixed by the kind of word, not
counted in the collection, so that adding documents never changes what two statements mean to each other.
Known limits: no synonyms beyond the small table in ``forms``; English; paraphrases without shared words are missed.
"""

import functools
import math
from collections import Counter
from collections.abc import Hashable, Sequence
from typing import TypeVar

from headwater.claims.forms import Form, form
from headwater.claims.tables import COMMON

FEATURES = (
    "lengths", "words", "surplus", "one_min", "one_max", "two_min", "two_max", "three_min", "stems_min", "stems_max",
    "pairs_min", "pairs_max", "weight_min", "weight_max", "extra_min", "extra_max", "chars", "order_min", "order_max",
    "run", "numbers_equal", "numbers_within", "numbers_differ", "names_min", "names_max", "negation", "quoted", "end",
)  # fmt: skip
# Mean, spread and weight of each feature, and the constant: learned by eval/matching.py --fit, rounded.
MODEL: dict[str, tuple[float, float, float]] = {
    "lengths": (0.8511, 0.0993, -0.4935),
    "words": (0.8708, 0.2358, 0.1591),
    "surplus": (0.3052, 0.2211, -0.5261),
    "one_min": (0.6048, 0.1440, 0.1899),
    "one_max": (0.7130, 0.1564, -0.2000),
    "two_min": (0.4347, 0.1885, 0.2032),
    "two_max": (0.5176, 0.2179, -0.2076),
    "three_min": (0.3340, 0.2063, -0.2948),
    "stems_min": (0.6193, 0.1441, 0.5794),
    "stems_max": (0.7300, 0.1554, 0.1934),
    "pairs_min": (0.4443, 0.1903, -0.1334),
    "pairs_max": (0.5289, 0.2192, -0.5268),
    "weight_min": (0.6208, 0.1535, 0.1262),
    "weight_max": (0.7383, 0.1651, -0.1973),
    "extra_min": (0.4834, 0.3278, -0.2937),
    "extra_max": (0.8319, 0.3670, -0.1247),
    "chars": (0.6394, 0.1572, 0.5149),
    "order_min": (0.5808, 0.1482, 0.5681),
    "order_max": (0.6851, 0.1653, 0.1299),
    "run": (0.4194, 0.1946, -0.1659),
    "numbers_equal": (0.7206, 0.4487, 0.2001),
    "numbers_within": (0.8694, 0.3370, 0.0243),
    "numbers_differ": (0.1306, 0.3370, -0.0243),
    "names_min": (0.1023, 0.2091, -0.0748),
    "names_max": (0.3863, 0.4326, 0.1542),
    "negation": (0.0473, 0.2122, -0.2369),
    "quoted": (0.0640, 0.2448, -0.0713),
    "end": (0.3479, 0.4763, 0.0442),
}
CONSTANT = 1.0311
HELD = 8  # words of a statement that another may hold as they are
HOLDING = 0.9  # share of them that must stand in a row
K = TypeVar("K", bound=Hashable)


def similarity(left: str, right: str) -> float:
    """Return how surely the two say the same, 0 to 1, before any veto.

    >>> similarity("The ferry sank off Almeric.", "The ferry sank off Almeric.") > 0.9
    True
    >>> similarity("The ferry sank off Almeric.", "Ministers agreed a budget for schools.") < 0.2
    True
    """
    return compare(form(left), form(right))


def compare(left: Form, right: Form) -> float:
    """Return how surely two forms say the same."""
    if left.words == right.words:
        return 1.0
    if not left.words or not right.words:
        return 0.0
    total = CONSTANT
    for name, value in zip(FEATURES, features(left, right), strict=True):
        mean, spread, weight = MODEL[name]
        total += weight * (value - mean) / spread
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, total))))


@functools.lru_cache(maxsize=100_000)
def weigh(stem: str) -> float:
    """Return how much a word tells of what a statement is about."""
    if stem in COMMON:
        return 0.25
    if stem[:1].isdigit():
        return 2.0
    return 1.0 + min(len(stem), 8) / 8


def features(left: Form, right: Form) -> list[float]:
    """Return the features of a pair in the order of ``FEATURES``; the same for either order of the pair."""
    least, most = sorted((len(left.words), len(right.words)))
    one = _shares(_grams(left.words, 1), _grams(right.words, 1))
    two = _shares(_grams(left.words, 2), _grams(right.words, 2))
    three = _shares(_grams(left.words, 3), _grams(right.words, 3))
    stems = _shares(_grams(left.stems, 1), _grams(right.stems, 1))
    pairs = _shares(_grams(left.stems, 2), _grams(right.stems, 2))
    a, b = Counter(left.stems), Counter(right.stems)
    shared = sum(weigh(k) * n for k, n in (a & b).items())
    light, heavy = sorted((sum(weigh(k) * n for k, n in a.items()), sum(weigh(k) * n for k, n in b.items())))
    extra = sorted((sum(weigh(k) for k in a - b), sum(weigh(k) for k in b - a)))
    order = common_order(left.stems, right.stems)
    run = longest_run(left.stems, right.stems)
    values = ({n.value for n in left.numbers}, {n.value for n in right.numbers})
    only = (values[0] - values[1], values[1] - values[0])
    names = sorted(
        (
            len({n for _, n in left.names} - set(right.words)),
            len({n for _, n in right.names} - set(left.words)),
        )
    )
    quoted = [any(mark in f.text for mark in '"“”«»') for f in (left, right)]
    return [
        least / most, least / 20, (most - least) / 10, *one, *two, three[0], *stems, *pairs, shared / heavy,
        shared / light, extra[0] / 10, extra[1] / 10, _chars(left, right), order / most, order / least, run / least,
        float(values[0] == values[1]), float(not only[0] or not only[1]), float(bool(only[0] and only[1])),
        names[0] / 3, names[1] / 3, float(left.negated != right.negated), float(quoted[0] != quoted[1]),
        float(left.stems[-2:] == right.stems[-2:]),
    ]  # fmt: skip


def common_order(left: Sequence[str], right: Sequence[str]) -> int:
    """Return the length of the longest common subsequence (bit-parallel, Hyyrö 2004)."""
    where: dict[str, int] = {}
    for i, word in enumerate(left):
        where[word] = where.get(word, 0) | (1 << i)
    full = (1 << len(left)) - 1
    row = full
    for word in right:
        hit = row & where.get(word, 0)
        row = ((row + hit) | (row - hit)) & full
    return len(left) - row.bit_count()


def longest_run(left: Sequence[str], right: Sequence[str]) -> int:
    """Return the length of the longest run of words that both have."""
    return shared_run(left, right)[2]


def shared_run(left: Sequence[str], right: Sequence[str]) -> tuple[int, int, int]:
    """Return where the longest run of words that both have starts in each, and its length; the first of equals."""
    where: dict[str, list[int]] = {}
    for i, word in enumerate(left):
        where.setdefault(word, []).append(i)
    best = (0, 0, 0)
    before: dict[int, int] = {}
    for j, word in enumerate(right):
        now = {i: before.get(i - 1, 0) + 1 for i in where.get(word, ())}
        for i, length in now.items():
            if length > best[2]:
                best = (i - length + 1, j - length + 1, length)
        before = now
    return best


def holds(left: Form, right: Form) -> bool:
    """Return whether one statement holds the words of the other in a row, with more around them."""
    shorter, longer = (left, right) if len(left.stems) <= len(right.stems) else (right, left)
    size = len(shorter.stems)
    if size < HELD or len(shorter.kinds - longer.kinds) > (1 - HOLDING) * size:
        return False
    return longest_run(shorter.stems, longer.stems) >= HOLDING * size


def _grams(items: Sequence[K], n: int) -> Counter[tuple[K, ...]]:
    return Counter(zip(*(items[i:] for i in range(n)), strict=False))


def _shares(left: Counter[K], right: Counter[K]) -> tuple[float, float]:
    shared = (left & right).total()
    shares = sorted((shared / max(1, left.total()), shared / max(1, right.total())))
    return shares[0], shares[1]


def _chars(left: Form, right: Form) -> float:
    """Return the cosine of character 4-grams."""
    a, b = (Counter(_char_grams(" ".join(f.words))) for f in (left, right))
    if not a or not b:
        return 0.0
    norm = math.sqrt(sum(n * n for n in a.values()) * sum(n * n for n in b.values()))
    return sum(n * b[k] for k, n in a.items() if k in b) / norm


def _char_grams(text: str) -> list[str]:
    return [text[i : i + 4] for i in range(max(0, len(text) - 3))]
