"""Figures by event: who gives which number, how far apart they are, and when the least is a documented minimum."""

from dataclasses import replace

import pytest

from headwater.export.terminal import render_figures
from headwater.figures import find_figures
from headwater.ids import identify
from headwater.pipeline.relating import relate
from headwater.places import find_place
from headwater.records import Analysis, Attribution, Case, Document, Evidence, Span, Story
from headwater.report.figures import figure_list
from headwater.report.tallies import FigureEvent, FiguresPage, figures_page, say_range
from headwater.segment import segment
from headwater.tallies import compare_figures
from headwater.times import find_times


def analyse(name: str, text: str, published: str, said: dict[str, str]) -> Analysis:
    """Return a document in which ``said`` maps contents to the sources that the text gives for them."""
    document = Document(name, f"{name}.txt", "", text, publisher=name, published=published, language="en")
    segments = segment(document)
    attributions = tuple(_said(name, text, content, source) for content, source in said.items())
    times = find_times(document, segments, attributions)
    return Analysis(document, segments, attributions, times, find_figures(document, segments, attributions, times))


def _said(name: str, text: str, content: str, source: str) -> Attribution:
    start, by = text.index(content), text.index(source)
    return Attribution(
        identify("attribution", name, start),
        name,
        (Span(by, by + len(source)),),
        (Span(by + len(source), by + len(source) + 5),),
        (Span(start, start + len(content)),),
        "indirect",
        "said",
        "stated",
        None,
        0.9,
        Evidence("by hand", "the text says so"),
    )


def case() -> Case:
    return relate(
        [
            analyse(
                "Harl Wire",
                "Harl Observatory said 312 farmers were detained in Torrick since January 2031. Of them 116 had fled.",
                "2031-04-20",
                {"312 farmers were detained in Torrick since January 2031": "Harl Observatory"},
            ),
            analyse(
                "Karsat Post",
                "The Interior Ministry said 140 farmers were detained in Torrick since January 2031.",
                "2031-04-21",
                {"140 farmers were detained in Torrick since January 2031": "The Interior Ministry"},
            ),
        ]
    )


def event(page: FiguresPage) -> FigureEvent:
    return next(event for event in page.events if event.counts == "farmers detained")


def test_an_event_goes_from_the_least_to_the_most_that_anybody_gives() -> None:
    found = event(figures_page(case()))
    assert (say_range(found), found.place, found.sources, found.documents) == ("140–312", "Torrick", 2, 2)


def test_two_voices_with_different_numbers_are_two_origins_and_make_a_documented_minimum() -> None:
    found = event(figures_page(case()))
    assert found.origins.at_least == 2
    assert found.minimum == "independent sources each give a count, and none a lower one"


def test_each_relation_has_a_sentence_that_says_why() -> None:
    (relation,) = [r for r in event(figures_page(case())).relations if r.relation == "conflict"]
    assert {relation.left, relation.right} == {"312", "140"}
    assert relation.why.startswith("“312 farmers” and “140 farmers” both count farmers (arrest)")


def test_no_number_of_the_page_is_a_sum() -> None:
    shown = render_figures(figures_page(case()), 100, False)
    assert "140–312" in shown
    assert "452" not in shown
    assert "428" not in shown


@pytest.mark.parametrize(
    ("given", "minimum"),
    [
        ("At least 41 people died in Marn, the mayor said.", "the number is given as “at least”"),
        ("About 41 people died in Marn, the mayor said.", None),
        ("Dozens of people died in Marn, the mayor said.", None),
        ("Up to 41 people died in Marn, the mayor said.", None),
        ("Exactly 41 people died in Marn, the mayor said.", None),
    ],
)
def test_a_documented_minimum_is_a_count_and_no_estimate(given: str, minimum: str | None) -> None:
    content = given.removesuffix(", the mayor said.")
    documents = [analyse(name, given, "2031-04-20", {content: "the mayor"}) for name in ("Harl Wire", "Karsat Post")]
    (found,) = figures_page(relate(documents)).events
    assert found.minimum == minimum


@pytest.mark.parametrize(
    ("other", "window"),
    [("The Front executed 20 people.", None), ("Since June the Front has executed 20 people in Marn.", "Since June")],
)
def test_a_title_does_not_lend_one_figure_s_time_to_all(other: str, window: str | None) -> None:
    given = ("Since June the Front has executed 20 people.", other)
    names = ("Harl Wire", "Karsat Post")
    documents = [analyse(name, text, "2031-09-20", {}) for name, text in zip(names, given, strict=True)]
    story = Story("story", tuple(d.document.id for d in documents), (), None, None)
    case = relate(documents)
    compared = compare_figures(documents, case.claims, (story,))
    found = figures_page(replace(case, comparisons=compared))
    assert [event.window for event in found.events if event.documents == 2] == [window]


def test_a_window_is_said_with_the_word_that_opens_it() -> None:
    given = "Since June the Front has executed 20 people."
    found = figures_page(relate([analyse(name, given, "2031-09-20", {}) for name in ("Harl Wire", "Karsat Post")]))
    assert [event.window for event in found.events] == ["Since June"]
    assert "counts people executed; Since June" in " ".join(render_figures(found, 200, False).split())


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Police in Dunmere said 12 died in Port Almeric.", "Port Almeric"),
        ("In Torrick, 12 died.", "Torrick"),
        ("In March 12 died.", None),
        ("On Friday 12 died near the city of Marn.", "Marn"),
        ("Some 12 people died at Marn’s harbour.", "Marn"),
        ("12 died in the flood.", None),
        ("IN TORRICK 12 DIED.", None),
        ("He said 12 died in May.", None),
    ],
)
def test_the_place_of_a_figure_is_what_its_sentence_gives(text: str, place: str | None) -> None:
    found = find_place(text, 0, len(text), text.index("12"))
    assert (found.of(text) if found else None) == place


def told_in_one_story(*texts: str) -> FiguresPage:
    """Return the figures of texts of one story, a day after one another."""
    found = [analyse(f"Paper {at}", text, f"2031-04-2{at}", {}) for at, text in enumerate(texts)]
    story = Story("story", tuple(a.document.id for a in found), (), None, None)
    return figures_page(replace(relate(found), comparisons=compare_figures(found, (), (story,))))


def test_the_dead_that_texts_call_otherwise_stand_in_one_table_with_what_the_toll_rose_to() -> None:
    page = told_in_one_story(
        "A fire in Torrick killed four dockers.",
        "Four people died in Torrick.",
        "In Torrick the death toll had risen to five.",
    )
    (found,) = page.events
    assert (found.counts, found.place, say_range(found)) == ("killed", "Torrick", "4–5")
    assert [(row.value, row.counts, len(row.voices)) for row in found.rows] == [
        ("4", "killed", 2),
        ("rose to 5", "killed", 1),
    ]
    assert "rose to 5  killed" in render_figures(page, 100, False)


def test_a_rise_by_a_share_is_told_as_up() -> None:
    page = told_in_one_story("In Torrick the mill budget rose by 4 percent.", "Nobody came.")
    assert [line.value for line in page.figures] == ["up 4%"]


def test_at_least_of_a_larger_number_documents_no_smaller_one() -> None:
    (found,) = told_in_one_story(
        "Two farmers were wounded in Torrick.",
        "In Torrick the number of wounded rose to at least three.",
    ).events
    assert say_range(found) == "2 or more"
    assert found.minimum != "a source gives it as “at least”"


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("Prosecutors", "prosecutors", None),  # one body in two papers, a number copied wrong
        ("Officials", "Prosecutors", None),  # nobody is named: they may be the same people
        ("Harl Observatory", "The Harl Observatory", 1),
        ("Harl Observatory", "The Interior Ministry", 2),
    ],
)
def test_only_voices_with_names_show_two_origins_by_different_numbers(one: str, other: str, least: int | None) -> None:
    said = "{} said {} people were killed in Torrick on March 3."
    texts = [("Harl Wire", one, 34), ("Karsat Post", other, 43)]
    found = relate(
        [
            analyse(name, said.format(voice, toll), "2031-03-04", {f"{toll} people were killed in Torrick": voice})
            for name, voice, toll in texts
        ]
    )
    (event,) = figures_page(found).events
    assert say_range(event) == "34–43"
    assert (event.origins.at_least or 0) <= (least or 0)
    assert (event.minimum is not None) == (least == 2)


def test_reasons_that_differ_only_in_which_number_is_named_first_are_told_once() -> None:
    found = case()
    conflict = next(c for c in found.comparisons if c.relation == "conflict")
    sides = ("“312 farmers” and “140 farmers”", "“140 farmers” and “312 farmers”")
    both = tuple(replace(conflict, why=f"{named} both count farmers (arrest).") for named in sides)
    (dispute,) = figure_list(replace(found, comparisons=both)).disputes
    assert dispute.why == ("“140 farmers” and “312 farmers” both count farmers (arrest).",)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("She sent four, two of them to Harl.", 0),
        ("There were 16 rowers. Of the 16 rowers, nine fell ill.", 1),
    ],
)
def test_a_bare_number_of_one_text_makes_no_table(text: str, events: int) -> None:
    made = analyse("Harl Wire", text, "2031-04-20", {})
    assert any(figure.subset_of for figure in made.figures)
    assert len(figures_page(relate([made])).events) == events
