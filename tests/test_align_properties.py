"""Alignment on any text: spans lie in the texts, blocks are equal words, nothing depends on the order."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.align import align, passages
from headwater.align.tokens import tokenise
from headwater.records import Analysis, Document
from headwater.words import words

_SOME = """dam river the of Brandvold crack said 2,000 don’t мир “ ” ’ . 中 文 é"""
WORDS = st.sampled_from(_SOME.split())
TEXTS = st.lists(st.lists(WORDS, max_size=60).map(" ".join), min_size=1, max_size=4)


def analyses(texts: list[str]) -> list[Analysis]:
    return [Analysis(Document(f"d{n}", "", "", text), (), (), (), ()) for n, text in enumerate(texts)]


@settings(max_examples=60, deadline=None)
@given(TEXTS)
def test_spans_lie_in_the_texts_and_blocks_hold_the_same_words(texts: list[str]) -> None:
    documents = analyses(texts)
    by_id = {a.document.id: a.document.text for a in documents}
    for reuse in align(documents):
        assert reuse.left.document < reuse.right.document
        for place in (reuse.left, reuse.right):
            assert 0 <= place.start < place.end <= len(by_id[place.document])
        for left, right in reuse.blocks:
            ours = [w.folded for w in words(left.of(by_id[reuse.left.document]))]
            theirs = [w.folded for w in words(right.of(by_id[reuse.right.document]))]
            assert ours == theirs
            assert reuse.left.start <= left.start < left.end <= reuse.left.end
            assert reuse.right.start <= right.start < right.end <= reuse.right.end
    assert align(documents) == align(documents[::-1])


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), max_size=5))
def test_words_of_any_text_lie_in_their_text_in_order(texts: list[str]) -> None:
    tokens = tokenise(texts)
    for number, text in enumerate(texts):
        own = tokens.of(number)
        ends = [0, *own.end.tolist()]
        for before, start, end in zip(ends, own.start.tolist(), own.end.tolist(), strict=False):
            assert before <= start < end <= len(text)


def test_chains_of_many_pairs_make_the_passages_that_those_of_each_pair_make(monkeypatch: pytest.MonkeyPatch) -> None:
    chance = random.Random(11)
    lexicon = [f"{a}{b}{c}" for a in "bdgklm" for b in ("ora", "ine", "ust") for c in ("ben", "tor", "lis", "wex")]
    source = [chance.choice(lexicon) for _ in range(400)]

    def copy() -> str:
        found: list[str] = []
        for _ in range(5):
            at = chance.randrange(350)
            found += source[at : at + chance.randint(12, 50)]
            found += [chance.choice(lexicon) for _ in range(chance.randint(0, 20))]
        return " ".join(found)

    texts = analyses([copy() for _ in range(12)])
    together = align(texts)
    monkeypatch.setattr(passages, "FEW", 1)
    assert align(texts) == together
    pairs = [(r.left.document, r.right.document) for r in together]
    assert len(pairs) > len(set(pairs)) > 20
