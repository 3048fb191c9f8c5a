"""Versions of one page: which documents are versions, in which order, and what changed."""

from dataclasses import replace

import pytest

from headwater.export import terminal
from headwater.pipeline import analyse, relate
from headwater.read import make_document
from headwater.records import Analysis, Revision
from headwater.report import revision_list, summary
from headwater.revisions import find_revisions
from headwater.revisions.addresses import same_page

FIRST = (
    "Four hurt in quarry slide\n\nFour people were hurt when the wall of the quarry gave way, the board said.\n\n"
    "“We were told in May,” said Mira Oduya, who lives below the wall. “Nobody came.”\n\nThe road is closed.\n"
)
LATER = FIRST.replace("Four people were hurt", "Nine people were hurt").replace("told in May", "never told")


def version(text: str, name: str, **metadata: str) -> Analysis:
    return analyse(make_document(text, name=name, **metadata))


def revision(first: str, later: str, **metadata: str) -> Revision:
    one = version(first, "a.txt", url="https://echo.example/quarry", retrieved="2031-02-03T08:00:00Z")
    two = version(
        later, "b.txt", url="http://echo.example/quarry/?utm_source=x", retrieved="2031-02-03T19:00:00Z", **metadata
    )
    (found,) = find_revisions([two, one])
    assert (found.earlier, found.later) == (one.document.id, two.document.id)
    return found


def words(found: Revision, first: str, later: str) -> list[tuple[str, str]]:
    return [(c.left.of(first) if c.left else "", c.right.of(later) if c.right else "") for c in found.changes]


CHANGES: list[tuple[str, str, str, list[tuple[str, str]]]] = [
    ("a figure", FIRST, FIRST.replace("Four people", "Nine people"), [("Four", "Nine")]),
    ("a quotation", FIRST, FIRST.replace("told in May", "never told"), [("", "never"), ("in May", "")]),
    ("a sentence is gone", FIRST, FIRST.replace("\n\nThe road is closed.", ""), [("The road is closed", "")]),
    ("a sentence is new", FIRST, FIRST.replace("closed.\n", "closed. It rains.\n"), [("", "It rains")]),
    ("a paragraph is new at the top", FIRST, "Updated at noon.\n\n" + FIRST, [("", "Updated at noon")]),
    (
        "a word at the end of a sentence, and a sentence behind it",
        "Quist called the march a disgrace.",
        "Quist called the march regrettable.\n\nCorrection: She fell ill.",
        [("a disgrace", "regrettable"), ("", "Correction: She fell ill")],
    ),
    (
        "who says it, and another sentence with the words of the source",
        "Mira died in custody, her family said. The police were silent on her death. The march is over.",
        "Mira died in hospital, the police said. Her family said nothing for a day. The march is over.",
        [
            ("custody, her family", "hospital, the police"),
            ("The police were silent on her death", "Her family said nothing for a day"),
        ],
    ),
    (
        "two sentences made one",
        "The mill by the old bridge burned. Nobody was at home when it began.",
        "The mill by the old bridge burned, but nobody was at home when it began.",
        [("", "but")],
    ),
    ("punctuation only", FIRST, FIRST.replace("closed.", "closed!"), []),
    ("everything", "The mill burned.", "A ferry sank off Vail.", [("The mill burned", "A ferry sank off Vail")]),
]


@pytest.mark.parametrize(("first", "later", "expected"), [c[1:] for c in CHANGES], ids=[c[0] for c in CHANGES])
def test_what_changed_is_named_word_by_word(first: str, later: str, expected: list[tuple[str, str]]) -> None:
    assert words(revision(first, later), first, later) == expected


def test_a_rewritten_paragraph_is_one_change() -> None:
    old = "The board of the quarry met in the hall at noon. It heard the mayor and put the vote off to May."
    new = "Villagers marched to the hall at dawn. The march of the families ended when the rain came in the night."
    first, later = f"The road is closed.\n\n{old}\n\nIt rains.", f"The road is closed.\n\n{new}\n\nIt rains."
    assert words(revision(first, later), first, later) == [(old.rstrip("."), new.rstrip("."))]


def test_changes_inside_quotations_and_figures_are_findings() -> None:
    found = revision(FIRST, LATER)
    shown = {
        (p.document == found.later, (LATER if p.document == found.later else FIRST)[p.start : p.end])
        for p in found.figures
    }
    assert {(False, "Four"), (True, "Nine")} <= {(side, words.split()[0]) for side, words in shown}
    quoted = [(LATER if p.document == found.later else FIRST)[p.start : p.end] for p in found.quotations]
    assert any("told in May" in q for q in quoted)
    assert any("never told" in q for q in quoted)
    assert not any("Nobody came" in q and "told" not in q for q in quoted)


def test_versions_are_ordered_by_retrieval_then_change_then_publishing() -> None:
    page = {"url": "https://echo.example/quarry"}
    for field in ("retrieved", "modified", "published"):
        one = version(FIRST, "z.txt", **page, **{field: "2031-02-03"})
        two = version(LATER, "a.txt", **page, **{field: "2031-02-04"})
        (found,) = find_revisions([two, one])
        assert (found.order, found.earlier) == (field, one.document.id)


def test_without_dates_nothing_is_said_about_the_order() -> None:
    page = {"url": "https://echo.example/quarry"}
    (found,) = find_revisions([version(FIRST, "a.txt", **page), version(LATER, "b.txt", **page)])
    assert found.order == "unknown"
    assert "nothing says which came first" in found.why


def test_the_same_text_twice_is_no_revision_and_other_addresses_are_other_pages() -> None:
    same = [version(FIRST, n, url="https://echo.example/q", retrieved=f"2031-02-0{i}") for i, n in enumerate("ab", 1)]
    assert find_revisions(same) == ()
    others = [version(t, n, url=f"https://echo.example/{n}") for n, t in (("a", FIRST), ("b", LATER))]
    assert find_revisions(others) == ()
    assert find_revisions([version(FIRST, "a"), version(LATER, "b")]) == ()


def test_a_reader_sees_the_words_in_place() -> None:
    page = {"url": "https://echo.example/quarry"}
    one = version(FIRST, "a.txt", **page, retrieved="2031-02-03")
    two = version(LATER, "b.txt", **page, retrieved="2031-02-04")
    (line,) = revision_list(relate([one, two]))
    shown = {(change.left, change.right): change for change in line.changes}
    assert shown["", "never"].touches == ("quotation",)
    assert shown["", "never"].classes == ("negation",)
    assert "number" in shown["Four", "Nine"].classes
    assert shown["", "never"].before.endswith("“We were ")


def test_the_summary_tells_of_changed_quotations_and_figures() -> None:
    one, two = (
        version(text, name, url="https://echo.example/quarry", retrieved=f"2031-02-0{day}T08:00:00Z")
        for text, name, day in ((FIRST, "a.txt", 3), (LATER, "b.txt", 4))
    )
    text = terminal.render(summary(relate([one, two])), 100, False)
    assert " ± b.txt has changes to a.txt: https://echo.example/quarry" in text
    assert "“Four” became “Nine” (in a figure, number)" in text
    assert "Pages that were changed" not in terminal.render(summary(relate([one])), 100, False)


def test_a_quotation_without_the_words_that_turn_it_is_told_with_them() -> None:
    said = "I think that we were quick, but only after the valley had forced us"
    speech = version(f"Remarks of Minister Mira Oduya\nMinistry of Quarries, 3 March 2031\n\n{said}.\n", "a.txt")
    paper = "Oduya praises herself\nBy Ada Quill, Vail Post, 4 March 2031\n\nMinister Mira Oduya spoke on Monday.\n\n"
    short = version(f"{paper}“I think that we were quick,” Oduya said.\n", "b.txt")
    found = summary(relate([speech, short]))
    assert [line.verdict for line in (*found.quotations, *found.cut_short)] == ["trimmed"]
    text = terminal.render(found, 100, False)
    assert "leaves out what may turn a quotation of Mira Oduya" in text
    assert "cut:      left out “but only after the valley had forced us” (turn)" in text


def test_an_update_never_adds_an_origin() -> None:
    page = {"url": "https://echo.example/quarry", "publisher": "Echo"}
    one = version(FIRST, "a.txt", **page, retrieved="2031-02-03")
    two = version(FIRST + "\nThe board meets on Monday.\n", "b.txt", **page, retrieved="2031-02-04")
    before = {c.text: c.origins for c in relate([one]).claims}
    for claim in relate([one, two]).claims:
        if claim.text in before and before[claim.text].at_most is not None:
            assert claim.origins.at_most is None or claim.origins.at_most <= (before[claim.text].at_most or 0)


ADDRESSES = [
    ("http://echo.example/a", "https://echo.example/a"),
    ("https://ECHO.example:443/a/", "https://echo.example/a"),
    ("https://echo.example/a#top", "https://echo.example/a"),
    ("https://echo.example/a?fbclid=1&id=2", "https://echo.example/a?id=2"),
    ("https://echo.example/a?id=", "https://echo.example/a?id="),
    ("https://echo.example:8080/a", "https://echo.example:8080/a"),
    ("ftp://echo.example/a", None),
    ("echo", None),
    ("http://[bad/", None),
    (None, None),
]


@pytest.mark.parametrize(("url", "page"), ADDRESSES)
def test_spellings_of_one_address(url: str | None, page: str | None) -> None:
    assert same_page(url) == page
    assert same_page(page) == page


def test_a_long_text_takes_no_quadratic_time() -> None:
    first = "\n\n".join(f"The board met for the {n} time and agreed on point {n}." for n in range(3000))
    later = first.replace("point 1500", "point 7")
    base = version("x", "a.txt", url="https://echo.example/q")
    one = replace(base, document=replace(base.document, text=first, id="a", retrieved="2031-01-01"), segments=())
    two = replace(base, document=replace(base.document, text=later, id="b", retrieved="2031-01-02"), segments=())
    assert len(find_revisions([one, two])) == 1
