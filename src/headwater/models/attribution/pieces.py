"""Cut a text into word pieces with features, and the pieces into windows for the encoder.

The tokenizer folds case and drops line breaks, so each piece carries what it loses as one feature number: the shape of
its word, whether it opens a paragraph, whether it stands between quotation marks. Offsets are code points of the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from headwater.records import Span

SHAPES = 5  # other, capitalised, upper case, digits, punctuation
FEATURES = SHAPES * 2 * 2

WINDOW = 256  # word pieces the encoder sees at once; it was pretrained on up to 256
CONTEXT = 6  # pieces on either side of what a window answers for: 12 or 24 were no better
SPARE = 64  # pieces that a window may leave unused to end where a paragraph does
AT_ONCE = 256  # sentences tokenised together; keeps memory flat on huge texts
LONGEST_SENTENCE = 4_000  # characters handed to the tokenizer at once; a longer "sentence" is a table or a list

# Quotation marks outside the vocabulary, or too rare in it, as plain ones of the same length.
_MARKS = str.maketrans("«»„‟❝❞〝〞＂‹›‚‛❛❜＇`´", '"' * 9 + "'" * 9)
_OPENING = re.compile(r'(?:^|(?<=[\s(\[—–-]))"(?=\S)')


@dataclass(frozen=True, slots=True)
class Pieces:
    """The word pieces of a text, all arrays of one length, and the piece where each sentence starts."""

    ids: NDArray[np.int64]
    features: NDArray[np.int64]
    starts: NDArray[np.int64]
    ends: NDArray[np.int64]
    sentences: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Window:
    """Pieces ``[start, end)`` are read together; the answer counts for cues in ``[own_start, own_end)``."""

    start: int
    end: int
    own_start: int
    own_end: int


def plain_marks(text: str) -> str:
    """Return ``text`` with unusual quotation marks as plain ones, at the same length.

    >>> plain_marks("„Ja“, sagt «er»")
    '"Ja“, sagt "er"'
    """
    return text.translate(_MARKS)


def _slices(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, int]]:
    """Yield sentences in order, without overlaps, the longest ones cut at blanks."""
    done = 0
    for span in sorted(sentences):
        start, end = max(span.start, done), span.end
        while end - start > LONGEST_SENTENCE:
            cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE)
            cut = cut if cut > start else start + LONGEST_SENTENCE
            yield start, cut
            start = cut
        if end > start:
            yield start, end
        done = max(done, end)


def _shape(word: str) -> int:
    first = word[0]
    if first.isupper():
        return 2 if len(word) > 1 and word.isupper() else 1
    if first.isalpha():
        return 0
    return 3 if first.isdigit() else 4


def cut(tokenizer: Tokenizer, text: str, sentences: Sequence[Span]) -> Pieces:
    """Return the word pieces of the sentences of ``text``."""
    slices = list(_slices(text, sentences))
    marked = [plain_marks(text[s:e]) for s, e in slices]
    encodings = (
        encoding
        for i in range(0, len(marked), AT_ONCE)
        for encoding in tokenizer.encode_batch(marked[i : i + AT_ONCE], add_special_tokens=False)
    )
    ids: list[int] = []
    starts: list[int] = []
    ends: list[int] = []
    features: list[int] = []
    firsts: list[int] = []
    previous_end = 0
    open_mark = False
    for (start, _), sentence, encoding in zip(slices, marked, encodings, strict=True):
        new_paragraph = start == 0 or not firsts or "\n" in text[previous_end:start]
        if new_paragraph:
            open_mark = False
        opening = {m.start() for m in _OPENING.finditer(sentence)} if '"' in sentence else ()
        if encoding.ids:
            firsts.append(len(ids))
        for n, (number, (s, e)) in enumerate(zip(encoding.ids, encoding.offsets, strict=True)):
            piece = sentence[s:e]
            shape = _shape(piece) if piece else 4
            if piece == "“" or (piece == '"' and s in opening):
                open_mark = True
            ids.append(number)
            starts.append(start + s)
            ends.append(start + e)
            features.append(shape + SHAPES * (n == 0 and new_paragraph) + 2 * SHAPES * open_mark)
            if piece == "”" or (piece == '"' and s not in opening):
                open_mark = False
        previous_end = start + len(sentence)
    return Pieces(*(np.array(column, dtype=np.int64) for column in (ids, features, starts, ends, firsts)))


def windows(pieces: Pieces, size: int = WINDOW, context: int = CONTEXT) -> list[Window]:
    """Return windows that together answer for every piece once, cut where a paragraph ends if one does not too early,
    else at a sentence: few contents go on in the next paragraph, so that little context is needed there."""
    found: list[Window] = []
    total = len(pieces.ids)
    sentences = np.append(pieces.sentences, total)
    paragraphs = np.append(np.flatnonzero(pieces.features // SHAPES % 2 == 1), total)
    own = 0
    while own < total:
        start = max(own - context, 0)
        if start:
            sentence = int(sentences[np.searchsorted(sentences, start)])
            start = sentence if sentence < own else start
        if total - start <= size:
            found.append(Window(start, total, own, total))
            break
        limit = start + size - context
        own_end = _last(sentences, limit)
        paragraph = _last(paragraphs, limit)
        if paragraph > own and paragraph >= limit - SPARE:
            own_end = paragraph
        if own_end <= own:
            own_end = limit
        last = min(own_end + context, total)
        end = _last(sentences, last)
        found.append(Window(start, end if end > own_end else last, own, own_end))
        own = own_end
    return found


def _last(bounds: NDArray[np.int64], limit: int) -> int:
    """Return the last bound up to ``limit``, or -1."""
    at = int(np.searchsorted(bounds, limit, side="right"))
    return int(bounds[at - 1]) if at else -1
