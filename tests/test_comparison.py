"""Two documents side by side: what a copy leaves out beside the words that it takes."""

from dataclasses import replace
from pathlib import Path

import pytest

from desk_cases import client_of, desk_of, keep, parse
from findings_by_hand import build
from headwater import pipeline, report
from headwater.align.changes import classify_cut
from headwater.export import terminal
from headwater.export.page import render
from headwater.export.page.runs import apart
from headwater.pipeline import analyse
from headwater.read import make_document
from headwater.records import Analysis, Case, QuotationChange
from headwater.report.comparison import ComparisonPage

AGENCY = (
    "Crane falls on quay\n\nA crane fell on the Tessaly quay on Monday and two lanes of the coast road were closed "
    "until the evening.\n\nThree dockers, who asked not to be named, said that the crane had been overloaded for weeks "
    "before the men from the north yard refused to work under it.\n\nThe harbour board meets on Friday.\n"
)
COPY = (
    "A summer of accidents on the coast\n\nThe crane had been overloaded for weeks before the men from the north yard "
    "refused to work under it.\n"
)


def document(text: str, name: str, **metadata: str) -> Analysis:
    return analyse(make_document(text, name=name, language="en", **metadata))


@pytest.fixture(scope="module")
def case() -> Case:
    return pipeline.relate(
        [
            document(AGENCY, "agency.txt", publisher="Delta Agency", published="2031-05-05"),
            document(COPY, "copy.txt", publisher="صحيفة الدلتا", published="2031-05-06"),
        ]
    )


@pytest.fixture(scope="module")
def page(case: Case) -> ComparisonPage:
    return report.compare(case, "agency.txt", "copy.txt")


def test_who_said_it_is_shown_where_only_the_words_are_taken(page: ComparisonPage) -> None:
    (passage,) = page.passages
    assert passage.left_rests[0].text == "Three dockers, who asked not to be named, said that"
    assert "attribution" in passage.left_rests[0].classes
    (dropped,) = [change for change in passage.changes if "Three dockers" in change.left]
    assert (dropped.kind, dropped.right) == ("deleted", "")
    assert dict(page.touched)["attribution"] >= 1
    assert "Three dockers" in terminal.render_comparison(page, 100, False)


def test_another_number_before_the_same_words_is_a_change_of_a_number() -> None:
    told = "of the dead were members of the crew who had slept below the car deck, she said."
    texts = (f"The ferry sank.\n\nNine {told}\n", f"A correction.\n\nSix {told}\n")
    both = pipeline.relate([document(text, name) for text, name in zip(texts, ("one.txt", "two.txt"), strict=True)])
    (passage,) = report.compare(both, "one.txt", "two.txt").passages
    assert [(c.left, c.right, c.classes) for c in passage.changes] == [("Nine", "Six", ("number",))]


def test_sentences_that_no_passage_reaches_are_counted_and_quoted(page: ComparisonPage) -> None:
    assert [where.text for where in page.only_left.first][-1] == "The harbour board meets on Friday."
    assert (page.only_left.sentences, page.only_right.sentences) == (3, 1)
    assert "not shared: 3 sentences of Delta Agency" in terminal.render_comparison(page, 100, False)


def test_a_pair_turned_round_has_the_same_rests(case: Case, page: ComparisonPage) -> None:
    turned = report.compare(case, "copy.txt", "agency.txt")
    assert turned == page


def test_the_page_and_the_desk_show_what_was_left_out(case: Case, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("comparison") / "case"
    keep(folder, case)
    ids = [a.document.id for a in case.analyses]
    shown = client_of(desk_of(folder)).get(f"/compare/{ids[0]}/{ids[1]}").text
    for html in (shown, render(case)):
        assert "<del>Three dockers, who asked not to be named, said that</del>" in html
    terms = [" ".join(term.text_content().split()) for term in parse(shown).xpath('//dl[contains(@class, "sum")]/dt')]
    assert terms == ["Direction", "Taken", "Changed", "Not shared"]
    assert "The harbour board meets on Friday." in shown


TURNED = [
    ("صحيفة الدلتا, 5 May 2031", "<bdi>صحيفة الدلتا</bdi>, 5 May 2031"),
    ("“צפון 7” is dated 2031-05-06", "“<bdi>צפון</bdi> 7” is dated 2031-05-06"),
    ("أصيب 17 شخصا here", "<bdi>أصيب 17 شخصا</bdi> here"),
    ("a\u202eb, 5 May", "a<bdi>\u202e</bdi>b, 5 May"),
    ("Delta <b> & Co, 5 May", "Delta &lt;b&gt; &amp; Co, 5 May"),
]


@pytest.mark.parametrize(("text", "expected"), TURNED)
def test_a_date_beside_a_name_from_right_to_left_is_not_turned_round(text: str, expected: str) -> None:
    assert apart(text) == expected


def test_labels_from_right_to_left_are_set_apart_on_the_page(case: Case) -> None:
    assert "<bdi>صحيفة الدلتا</bdi>, 6 May 2031" in render(case)


@pytest.mark.parametrize("text", ["ا" * 50_000, "ا " * 50_000, "ا" + "1 " * 50_000 + "x", "ا1x" * 30_000])
def test_a_long_name_is_set_apart_in_linear_time(text: str) -> None:
    assert apart(text).striptags().replace(" ", "") == text.replace(" ", "")


def test_undated_documents_are_asked_for_their_dates(case: Case) -> None:
    undated = tuple(replace(a, document=replace(a.document, published=None)) for a in case.analyses)
    open_ = replace(
        case,
        analyses=undated,
        reuse=tuple(replace(r, direction="unknown", why="Nothing shows it.") for r in case.reuse),
    )
    assert report.compare(open_, "agency.txt", "copy.txt").undated


QUARRY = (
    "Quarry wall slides\n\nFour people were hurt when the wall of the quarry above the coast road gave way, the board "
    "said.\n\nNobody had been told.\n"
)


def changed() -> Case:
    """Return a page in two versions, and a quotation of which what may turn the rest was left out."""
    first = document(QUARRY, "a.txt", url="https://echo.example/quarry", retrieved="2031-02-03T08:00:00Z")
    later = document(
        QUARRY.replace("Four", "Nine"), "b.txt", url="https://echo.example/quarry", retrieved="2031-02-03T19:00:00Z"
    )
    by_hand = build()
    left_out = "but only after the county had paid"
    cut = QuotationChange("deleted", "", left_out, classify_cut(left_out))
    (check, *_) = by_hand.quotation_checks
    case = pipeline.relate([*by_hand.analyses, first, later])
    return replace(case, quotation_checks=(replace(check, verdict="trimmed", changes=(cut,)),))


def test_quotations_cut_short_and_pages_changed_stand_on_the_page_and_the_desk(tmp_path: Path) -> None:
    case = changed()
    keep(tmp_path / "case", case)
    client = client_of(desk_of(tmp_path / "case"))
    for html in (render(case), client.get("/").text):
        assert "leaves out what may turn a quotation" in html
        assert "Pages that were changed" in html
        assert "<del>Four</del> <ins>Nine</ins>" in html
    listed = client.get("/quotations").text
    assert "0 quotations that are not what was written" in listed
    assert "leaves out what may turn a quotation" in listed
    assert client.get("/index.json").json()["page"]["shelved"]["cut_short"] == 1


def test_pairs_of_two_publishers_are_those_of_the_matrix(tmp_path: Path) -> None:
    texts = {"wire": AGENCY, "paper": AGENCY.replace("Monday", "Tuesday"), "copy": COPY}
    case = pipeline.relate(
        [
            document(text, f"{name}.txt", publisher=f"The {name}", published=f"2031-05-0{day}")
            for day, (name, text) in enumerate(texts.items(), start=1)
        ]
    )
    keep(tmp_path / "case", case)
    client = client_of(desk_of(tmp_path / "case"))
    page = parse(client.get("/publishers").text)
    shown = client.get("/publishers.json").json()["page"]
    for flow in (*shown["flows"], *shown["undirected"]):
        (link,) = {
            a.get("href")
            for a in page.xpath("//a[starts-with(@href, '/pairs?')]")
            if f"of {flow['earlier']} and {flow['later']}" in a.text_content()
        }
        path, query = link.split("?")
        listed = client.get(f"{path}.json?{query}").json()["page"]["page"]
        assert listed["total"] == len(listed["lines"]) == flow["pairs"]
    heads = page.xpath("//table[contains(@class, 'matrix')]//th[@scope='row']")
    assert {head.text_content() for head in heads} == {flow["earlier"] for flow in shown["flows"]}
    assert client.get("/pairs?earlier=nobody&later=The+wire").status_code == 200
