"""Block quotations of web pages are kept, and resiliparse helps where trafilatura finds nothing."""

import re

from headwater.read.extract import Extract
from headwater.read.html import read_page
from headwater.read.pages import page_blocks
from quotation_pages import pages, sentence

LEAST = 0.95  # of block quotations; trafilatura alone keeps 0.74 to 0.76


def key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def quotations(page: Extract) -> list[str]:
    return [key(page.text[s.start : s.end]) for s in page.structure if s.kind == "block_quotation"]


def test_block_quotations_are_kept_and_marked() -> None:
    kept = marked = asked = 0
    for page in pages(rounds=2):
        found = read_page(page.html.encode())
        text, quoted = key(found.text), quotations(found)
        for lines in page.kept:
            asked += 1
            kept += all(key(line) in text for line in lines)
            marked += all(any(key(line) in quotation for quotation in quoted) for line in lines)
    assert asked >= 326
    assert kept >= LEAST * asked
    assert marked >= LEAST * asked


def test_quotations_outside_the_article_stay_outside_and_none_comes_twice() -> None:
    for page in pages(seed=8):
        text = key(read_page(page.html.encode()).text)
        assert not any(key(line) in text for line in page.outside), page.layout
        assert all(text.count(key(line)) <= 1 for lines in page.kept for line in lines), page.layout


def test_a_page_that_trafilatura_gives_up_is_read_by_the_second_opinion() -> None:
    import random

    rng = random.Random(3)
    words = [" ".join(sentence(rng) for _ in range(3)) for _ in range(8)]
    html = (
        "<html><body><div>"
        + "".join(f"<span class='line'>{line}</span><br><br>" for line in words)
        + "</div></body></html>"
    )
    text = key(read_page(html.encode()).text)
    assert all(key(line) in text for line in words)


def test_every_block_of_a_deep_and_a_wide_page_is_found() -> None:
    deep = page_blocks(b"<div>" * 200 + b"words at the bottom" + b"</div>" * 200)
    assert [block.text for block in deep] == ["words at the bottom"]
    assert len(page_blocks(b"<p>words</p>" * 100_000)) == 100_000
