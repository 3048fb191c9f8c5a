"""Wordings of one utterance, stories and the head of a comparison: as records, in the terminal, on the page."""

import dataclasses

from findings_by_hand import build, place
from headwater import make_document, pipeline, report
from headwater.export import terminal
from headwater.export.page import render
from headwater.records import QuotationChange, QuotationVariant, QuotationVariants, Story
from headwater.report.wordings import story_lines, utterance_lines

BARE = build()
AGENCY, PAPER = (
    next(a.document for a in BARE.analyses if a.document.publisher == name) for name in ("Norden Wire", "Almeric Post")
)
ORIGINAL, COPY = (
    next(a for x in BARE.analyses if x.document == d for a in x.attributions if a.kind == "direct")
    for d in (AGENCY, PAPER)
)
CHANGES = (QuotationChange("replaced", "have stopped", "are still", ("negation",)),)
VARIANTS = (
    QuotationVariant(ORIGINAL.id, place(AGENCY, "We are still counting"), "longest", None),
    QuotationVariant(COPY.id, place(PAPER, "We have stopped counting"), "changed", ORIGINAL.id, CHANGES),
)
CASE = dataclasses.replace(
    BARE,
    quotation_variants=(QuotationVariants("variants-1", VARIANTS[0].place, VARIANTS),),
    stories=(Story("story-1", (AGENCY.id, PAPER.id), ("Halcyon", "Okoro"), "2031-03-03", "2031-03-04"),),
)


def test_wordings_are_told_with_what_was_changed() -> None:
    (line,) = utterance_lines(CASE)
    assert [w.relation for w in line.wordings] == ["longest", "changed"]
    assert line.wordings[1].of == line.wordings[0].places[0]
    said = terminal.render(report.summary(CASE), 100, False)
    assert "“We are still counting”" in said
    assert "other words: “are still” became “have stopped” (negation)" in said


def test_an_utterance_that_all_quote_alike_is_not_listed() -> None:
    alike = dataclasses.replace(VARIANTS[1], relation="same", changes=())
    same = dataclasses.replace(CASE.quotation_variants[0], variants=(VARIANTS[0], alike))
    assert utterance_lines(dataclasses.replace(CASE, quotation_variants=(same,))) == ()


def test_stories_are_told_with_their_dates_and_documents() -> None:
    (line,) = story_lines(CASE)
    assert line.title == "Ferry sinks off Port Almeric"
    assert line.labels == ("Norden Wire, 3 March 2031", "Almeric Post, 4 March 2031")
    said = terminal.render(report.summary(CASE), 100, False)
    assert "Ferry sinks off Port Almeric (2 documents, 3 March 2031 to 4 March 2031)" in said


def test_the_page_shows_wordings_and_stories() -> None:
    page = render(CASE)
    assert "“are still” became “have stopped”" in page
    assert "Documents about one event" in page
    assert "quoted in more than one way" not in render(BARE)


def test_a_comparison_says_first_what_was_taken_and_what_was_changed() -> None:
    page = report.compare(CASE, "Norden Wire", "Almeric Post")
    head = terminal.render_comparison(page, 100, False).splitlines()[:4]
    assert head[1].startswith("taken:   ")
    assert f"{page.left_share:.0%} of Norden Wire" in " ".join(head)
    assert any(line.startswith("changed: 1 quotation not as in the original") for line in head)
    assert sum(number for _, number in page.touched) + page.reworded >= len(page.passages[0].changes)


def test_a_comparison_without_direction_says_what_is_missing() -> None:
    undated = tuple(
        dataclasses.replace(a, document=dataclasses.replace(a.document, published=None)) for a in CASE.analyses
    )
    reuse = tuple(dataclasses.replace(r, direction="unknown", why="Nothing shows it.", evidence=()) for r in CASE.reuse)
    open_ = dataclasses.replace(CASE, analyses=undated, reuse=reuse)
    said = terminal.render_comparison(report.compare(open_, "agency.txt", "paper.txt"), 100, False)
    assert "nothing shows which had them first" in said
    assert "missing: the date of" in said


def test_what_a_reporter_says_between_quoted_parts_is_no_part_of_the_wording() -> None:
    said = (
        '"We do not talk to people who burn schools," said Dr Petra Vanning. '
        '"We talk to those who lay down their weapons, and to nobody else."'
    )
    texts = {
        "wire": f"{said}\n",
        "paper": '"We do not talk to people who burn schools," Petra Vanning said.\n',
        "post": '"We do not talk to men who burn schools," Petra Vanning said.\n',
    }
    case = pipeline.relate(
        [
            pipeline.analyse(make_document(text, name=f"{name}.txt", publisher=name, language="en"))
            for name, text in texts.items()
        ]
    )
    lines = utterance_lines(case)
    assert lines
    assert not [w.words for line in lines for w in line.wordings if "Vanning" in w.words]
