"""The table of attribution phenomena: every row that rules alone must get."""

import pytest

from phenomena import attribution_direct, attribution_indirect, attribution_languages, attribution_nested
from phenomena.attribution import Row, found_in, mismatches

ROWS = [
    *attribution_direct.ROWS,
    *attribution_indirect.ROWS,
    *attribution_nested.ROWS,
    *attribution_languages.ROWS,
]


@pytest.mark.parametrize("case", [r for r in ROWS if r.by == "rule"], ids=lambda r: f"{r.language} {r.text[:40]!r}")
def test_rules_alone_find_what_the_row_expects(case: Row) -> None:
    assert mismatches(case, found_in(case)) == [], case.why


def test_no_text_stands_twice_in_the_table() -> None:
    texts = [(r.language, r.text) for r in ROWS]
    assert len(set(texts)) == len(texts)
