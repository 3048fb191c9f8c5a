"""The words of many texts at once, as arrays: what the comparison of collections reads instead of strings.

Decides what counts as the same word when passages are compared: letters and digits in lower case without accents,
apostrophes inside a word ignored ("didn’t" is "didnt"), a number with its points and commas one word, a character of a
script that puts no blanks between words (Han, kana, Thai, Lao, Khmer, Burmese) a word by itself. Texts are laid out as
UTF-32 so that every array index is a code point of the text, and each word becomes a 32-bit hash (polynomial rolling
hash over mixed code points; Karp and Rabin 1987). Known limit: two different words share a hash once in 4 * 10^9
pairs; a passage needs several words.
"""

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from headwater.align.gaps import find_marks

BATCH = 500_000  # code points laid out at once: the working arrays then stay in the processor's cache
_CODES = 0x110000
_SEPARATOR, _LETTER, _SINGLE, _JOINER, _MARK = range(5)
_UNKNOWN = 255
_POINT, _COMMA = ord("."), ord(",")
_JOINERS = frozenset("'’ʼ＇\u00ad\u200b\u200c\u200d")
_SINGLE_RANGES = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x1000, 0x109F),  # Burmese
    (0x1780, 0x17FF),  # Khmer
    (0x3040, 0x30FF),  # kana
    (0x3400, 0x4DBF),  # Han
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x3FFFF),
)
UPPER, DIGIT, SENTENCE_START = 1, 2, 4  # bits of Tokens.flags

IntArray = npt.NDArray[np.int32]
HashArray = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Words of several texts in one row. Text ``d`` owns words ``first[d]`` up to ``first[d + 1]``.

    ``start``/``end`` are code points into the word's own text; ``flags`` hold UPPER (first letter is a capital),
    DIGIT (first character is one) and SENTENCE_START (only full stops, marks or line ends stand before it). ``gaps``
    has a byte for each word: the marks (CLOSES, OPENS, BORDER of ``gaps``) between it and the word before,
    and whether a quotation may open shortly before it or close shortly after it (MAY_OPEN, MAY_CLOSE).
    """

    first: npt.NDArray[np.int64]
    hash: HashArray
    start: IntArray
    end: IntArray
    flags: npt.NDArray[np.uint8]
    gaps: npt.NDArray[np.uint8]

    def of(self, text: int) -> "Tokens":
        """Return the words of one text alone."""
        a, b = int(self.first[text]), int(self.first[text + 1])
        return Tokens(
            np.array([0, b - a], dtype=np.int64),
            self.hash[a:b],
            self.start[a:b],
            self.end[a:b],
            self.flags[a:b],
            self.gaps[a:b],
        )


class _Alphabet:
    """What each code point is, looked up in the Unicode tables when it is first met."""

    def __init__(self) -> None:
        self.kind = np.full(_CODES, _UNKNOWN, dtype=np.uint8)
        self.mixed = np.zeros(_CODES, dtype=np.uint64)
        self.flags = np.zeros(_CODES, dtype=np.uint8)

    def kinds(self, codes: npt.NDArray[np.uint32]) -> npt.NDArray[np.uint8]:
        """Return the kind of each code point, all of which are known from then on."""
        kinds = self.kind.take(codes)  # twice as fast as an index
        unknown = codes[kinds == _UNKNOWN]
        if len(unknown) == 0:
            return kinds
        for code in np.unique(unknown).tolist():
            self.kind[code], folded, self.flags[code] = _describe(chr(code))
            self.mixed[code] = _mix(folded)
        return self.kind.take(codes)


def _describe(character: str) -> tuple[int, int, int]:
    category = unicodedata.category(character)
    code = ord(character)
    if character in _JOINERS:
        return _JOINER, 0, 0
    if category[0] not in "LNM":
        return _SEPARATOR, 0, _ENDS_SENTENCE if character in _SENTENCE_ENDS else 0
    if any(low <= code <= high for low, high in _SINGLE_RANGES):
        return (_SINGLE if category[0] != "M" else _MARK), code, 0
    if category[0] == "M":
        return _MARK, 0, 0
    plain = [c for c in unicodedata.normalize("NFKD", character.casefold()) if not unicodedata.combining(c)]
    flags = (UPPER if character.isupper() or category == "Lt" else 0) | (DIGIT if category[0] == "N" else 0)
    return _LETTER, ord(plain[0]) if plain else code, flags


def _mix(code: int) -> int:
    """Return ``code`` spread over 64 bits (splitmix64, Steele et al. 2014)."""
    z = (code + 0x9E3779B97F4A7C15) & 0xFFFFFFFFFFFFFFFF
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & 0xFFFFFFFFFFFFFFFF
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & 0xFFFFFFFFFFFFFFFF
    return z ^ (z >> 31)


_ALPHABET = _Alphabet()
_POWERS = np.array([pow(0x9E3779B97F4A7C15, i + 1, 1 << 64) for i in range(64)], dtype=np.uint64)
_SENTENCE_ENDS = frozenset('\n\r.!?…:“"”。！？؟।')
_ENDS_SENTENCE = 8  # bit of the alphabet's flags


def tokenise(texts: Sequence[str], *, prefix: int = 64) -> Tokens:
    """Return the words of ``texts``, in order; only the first ``prefix`` characters of a word tell it from others.

    >>> t = tokenise(["The dam didn’t burst.", "A DAM"])
    >>> t.first.tolist(), t.start.tolist(), bool(t.hash[1] == t.hash[5])
    ([0, 4, 6], [0, 4, 8, 15, 0, 2], True)
    """
    parts: list[_Part] = []
    batch: list[str] = []
    size = 0
    for text in texts:
        if batch and size + len(text) > BATCH:
            parts.append(_tokenise_batch(batch, prefix))
            batch, size = [], 0
        batch.append(text)
        size += len(text)
    parts.append(_tokenise_batch(batch, prefix))
    counts = np.concatenate([p.counts for p in parts])
    columns = list(zip(*((p.hash, p.start, p.end, p.flags, p.gaps) for p in parts), strict=True))
    del parts, batch
    whole = []
    while columns:  # one after the other, so that the words do not lie in memory twice
        whole.append(np.concatenate(columns.pop(0)))
    return Tokens(np.concatenate([[0], np.cumsum(counts)]).astype(np.int64), *whole)


@dataclass(frozen=True, slots=True)
class _Part:
    counts: npt.NDArray[np.int64]
    hash: HashArray
    start: IntArray
    end: IntArray
    flags: npt.NDArray[np.uint8]
    gaps: npt.NDArray[np.uint8]


def _tokenise_batch(texts: Sequence[str], prefix: int) -> _Part:
    joined = "\n".join([*texts, ""])
    codes = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    kind = _ALPHABET.kinds(codes)
    _join_numbers(codes, kind)
    counted = (kind == _LETTER) | (kind == _SINGLE)
    inside = (kind == _LETTER) | (kind == _MARK)
    joiner = np.flatnonzero(kind[1:-1] == _JOINER) + 1
    inside[joiner[inside[joiner - 1] & inside[joiner + 1]]] = True
    single = np.flatnonzero(kind == _SINGLE)
    edges = np.flatnonzero(inside[1:] != inside[:-1]) + 1  # the last character is a separator
    if len(inside) and inside[0]:
        edges = np.concatenate([[0], edges])
    start, end = edges[0::2], edges[1::2]
    if len(single):
        start = np.concatenate([start, single])
        order = np.argsort(start, kind="stable")
        start, end = start[order], np.concatenate([end, single + 1])[order]
    before = np.concatenate([[0], np.cumsum(counted, dtype=np.int32)])
    full = before[end] > before[start]  # a word of combining marks alone is none
    if not full.all():
        start, end = start[full], end[full]
    offsets = np.concatenate([[0], np.cumsum([len(t) + 1 for t in texts])]).astype(np.int64)
    counts = np.diff(np.searchsorted(start, offsets))
    base = np.repeat(offsets[:-1], counts)
    return _Part(
        counts,
        _hash_words(codes.take(np.flatnonzero(counted)), before[start], prefix),
        (start - base).astype(np.int32),
        (end - base).astype(np.int32),
        _flags(codes, start, end),
        find_marks(joined, codes, start, end, base, np.repeat(offsets[1:] - 1, counts)),
    )


def _join_numbers(codes: npt.NDArray[np.uint32], kind: npt.NDArray[np.uint8]) -> None:
    """Take a number for one word: "2.4" is not "4.2" with its digits elsewhere, and "2,000" is written "2000" too."""
    for mark, becomes in ((_POINT, _LETTER), (_COMMA, _JOINER)):
        place = np.flatnonzero(codes[1:-1] == mark) + 1
        digits = _ALPHABET.flags[codes[place - 1]] & _ALPHABET.flags[codes[place + 1]] & DIGIT > 0
        kind[place[digits]] = becomes


def _hash_words(letters: npt.NDArray[np.uint32], begin: IntArray, prefix: int) -> HashArray:
    """Hash each word over its counted characters; ``begin`` is where each word's characters start in ``letters``."""
    if len(begin) == 0:
        return np.zeros(0, dtype=np.uint32)
    size = np.minimum(np.diff(np.append(begin, len(letters))), min(prefix, len(_POWERS))).astype(np.uint8)
    order = np.argsort(size, kind="stable")  # words of one length side by side: letter by letter, many words at once
    size, begin = size[order], begin[order]
    terms = _ALPHABET.mixed.take(letters)
    summed = np.zeros(len(begin), dtype=np.uint64)
    for place, first in enumerate(np.searchsorted(size, np.arange(1, int(size[-1]) + 1)).tolist()):
        summed[first:] += terms[begin[first:] + place] * _POWERS[place]
    hashes = np.empty(len(begin), dtype=np.uint32)
    hashes[order] = (summed >> np.uint64(32)).astype(np.uint32)
    return hashes


def _flags(
    codes: npt.NDArray[np.uint32], start: npt.NDArray[np.int64], end: npt.NDArray[np.int64]
) -> npt.NDArray[np.uint8]:
    """Return UPPER, DIGIT and SENTENCE_START for each word; the mark is sought two characters back."""
    if len(start) == 0:
        return np.zeros(0, dtype=np.uint8)
    near = _ALPHABET.flags[codes[np.maximum(start - 1, 0)]]
    far = _ALPHABET.flags[codes[np.maximum(start - 2, 0)]]
    marked = near | np.where(start - np.concatenate([[-9], end[:-1]]) >= 2, far, np.uint8(0))
    flags = _ALPHABET.flags[codes[start]] & np.uint8(UPPER | DIGIT)
    flags |= ((marked & _ENDS_SENTENCE) >> 1).astype(np.uint8)
    flags[0] |= SENTENCE_START
    return flags
