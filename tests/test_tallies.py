"""Comparing figures: what counts the same, what is one event, and that nothing is compared that is not shown to be."""

import itertools
from dataclasses import replace

import pytest

from headwater.figures import find_figures
from headwater.ids import identify
from headwater.records import (
    Analysis,
    Attribution,
    Claim,
    Comparison,
    Document,
    Evidence,
    Figure,
    Origins,
    Qualifier,
    Span,
    Statement,
    Story,
)
from headwater.segment import segment
from headwater.tallies import compare_figures
from headwater.tallies.relations import bounds, relate
from headwater.tallies.things import thing
from headwater.times import find_times
from phenomena.tallies import NO_RIVALS, RIVALS, STORIES, Told


def analyse(name: str, text: str, published: str | None = None, sources: dict[str, str] | None = None) -> Analysis:
    """Return the analysis of a text; ``sources`` gives attributed content and who says it, both in the text's words."""
    document = Document(name, f"{name}.txt", "", text, publisher=f"{name} Post", published=published, language="en")
    segments = segment(document)
    attributions = tuple(attribution(name, text, content, source) for content, source in (sources or {}).items())
    times = find_times(document, segments, attributions)
    return Analysis(document, segments, attributions, times, find_figures(document, segments, attributions, times))


def attribution(name: str, text: str, content: str, source: str) -> Attribution:
    start, by = text.index(content), text.index(source)
    return Attribution(
        id=identify("attribution", name, start),
        document=name,
        source=(Span(by, by + len(source)),),
        cue=(),
        content=(Span(start, start + len(content)),),
        kind="indirect",
        polarity="said",
        certainty="stated",
        inside=None,
        score=0.9,
        evidence=Evidence("by hand", "somebody says it"),
    )


def claim(name: str, *statements: tuple[Analysis, str], competing: tuple[str, ...] = ()) -> Claim:
    made = []
    for analysis, words in statements:
        start = analysis.document.text.index(words)
        made.append(Statement(identify("s", name, start), analysis.document.id, start, start + len(words), None))
    origins = Origins(None, None, (), "not counted")
    return Claim(name, statements[0][1], tuple(made), (), len(made), len(made), origins, None, competing, 0.0)


def named(analyses: list[Analysis], comparisons: tuple[Comparison, ...]) -> list[tuple[str, str, str]]:
    """Return (left words, relation, right words) of each comparison."""
    texts = {f.id: a.document.text[f.start : f.end] for a in analyses for f in a.figures}
    return sorted((texts[c.left], c.relation, texts[c.right]) for c in comparisons)


def figure(
    value: float | None, *, low: float | None = None, kind: str | None = None, counts: str = "people killed"
) -> Figure:
    qualifier = Qualifier(kind, None) if kind else None  # type: ignore[arg-type]
    return Figure(
        "f", "d", 0, 1, Span(0, 1), value, low, None, qualifier, None, counts, None, None, None, Evidence("by hand", "")
    )


@pytest.mark.parametrize(
    ("left", "right", "relation"),
    [
        (figure(44), figure(44), "equal"),
        (figure(44), figure(44, kind="about"), "within_qualifier"),
        (figure(44), figure(40, kind="at_least"), "within_qualifier"),
        (figure(44), figure(50, kind="at_least"), "conflict"),
        (figure(44), figure(40, kind="at_most"), "conflict"),
        (figure(1900), figure(2000, kind="about"), "within_qualifier"),
        (figure(1300), figure(2000, kind="about"), "conflict"),
        (figure(44), figure(None, low=12.0), "within_qualifier"),
        (figure(9), figure(None, low=12.0), "conflict"),
        (figure(44, kind="up"), figure(44), "equal"),
        (figure(44), figure(45), "conflict"),
    ],
)
def test_values_relate_as_their_words_allow(left: Figure, right: Figure, relation: str) -> None:
    assert relate(left, right) == relation
    assert relate(right, left) == relation


def test_a_vague_word_has_no_upper_bound() -> None:
    assert bounds(figure(None, low=12.0)) == (12.0, float("inf"))


@pytest.mark.parametrize(
    ("left", "right", "alike"),
    [
        ("people killed", "persons dead", True),
        ("killing people", "murder of people", True),
        ("dead", "people died", True),
        ("soldiers killed", "people killed", False),
        ("people killed", "people wounded", False),
        ("houses destroyed", "houses burned", True),
        ("houses", "villages", False),
    ],
)
def test_the_counted_thing_is_head_and_effect(left: str, right: str, alike: bool) -> None:
    assert (thing(figure(1, counts=left)) == thing(figure(1, counts=right))) is alike


@pytest.mark.parametrize(("counts", "unit"), [("times", None), (None, "years old")])
def test_how_often_and_how_old_are_no_things_to_compare(counts: str | None, unit: str | None) -> None:
    text = {"times": "In Torrick he called her four times.", None: "In Torrick the 34-year-old bridge fell."}[counts]
    found = [analyse(name, text) for name in ("a", "b")]
    assert [(f.counts, f.unit) for f in found[0].figures] == [(counts, unit)]
    assert compare_figures(found, ()) == ()


def test_a_part_is_part_of_its_whole() -> None:
    found = [analyse("a", "The raid killed 40 people, including nine children.")]
    assert named(found, compare_figures(found, ())) == [("nine children", "part_of", "40 people")]


def test_the_same_count_beside_the_same_name_in_the_same_window_is_equal() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 3 May 2014, 40 people died in Torrick."),
    ]
    assert named(found, compare_figures(found, ())) == [("40 people", "equal", "40 people")]


LEADS = (
    "A ferry sank off Torrick. At least 59 people were killed.",
    "The mayor of Torrick wept. The disaster left at least 59 dead.",
)


@pytest.mark.parametrize(("published", "related"), [("2014-05-04", 1), ("2014-06-20", 0), ("2014", 0), (None, 0)])
def test_equal_counts_of_texts_of_one_week_that_open_on_one_name_are_of_one_event(
    published: str | None, related: int
) -> None:
    found = [analyse("a", LEADS[0], published="2014-05-03"), analyse("b", LEADS[1], published=published)]
    comparisons = compare_figures(found, ())
    assert [c.relation for c in comparisons] == ["equal"] * related
    assert all("in texts of the same days that open on Torrick" in c.why for c in comparisons)


def test_other_counts_of_texts_that_open_on_one_name_are_no_conflict() -> None:
    texts = ("A ferry sank off Torrick. It left 59 dead.", "A mine fell in at Torrick. It left 41 dead.")
    found = [analyse(name, text, published="2014-05-03") for name, text in zip("ab", texts, strict=True)]
    assert compare_figures(found, ()) == ()


def test_another_count_for_the_same_event_is_a_conflict() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 3 May 2014, 61 people died in Torrick."),
    ]
    assert named(found, compare_figures(found, ())) == [("40 people", "conflict", "61 people")]


def test_another_place_is_not_comparable() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 3 May 2014, 61 people died in Dunmere."),
    ]
    assert compare_figures(found, ()) == ()


def test_another_window_is_not_comparable() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 9 August 2016, 61 people died in Torrick."),
    ]
    assert compare_figures(found, ()) == ()


def test_two_undated_raids_on_one_town_are_no_conflict() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people."),
        analyse("b", "Soldiers say that 61 people died in Torrick."),
    ]
    assert compare_figures(found, ()) == ()


def test_a_whole_year_in_one_place_is_no_event() -> None:
    found = [
        analyse("a", "In 2014 a raid on Torrick killed 40 people."),
        analyse("b", "A gunman killed nine people in Torrick in 2014."),
    ]
    assert compare_figures(found, ()) == ()


def test_the_name_of_a_source_is_no_name_of_the_event() -> None:
    content = "40 people were killed on 3 May 2014"
    found = [
        analyse("a", f"According to Harl, {content}.", None, {content: "Harl"}),
        analyse("b", "A raid that Harl saw killed 61 people on 3 May 2014."),
    ]
    assert compare_figures(found, ()) == ()


@pytest.mark.parametrize(("more", "relations"), [("61", ["within_qualifier"]), ("900", [])])
def test_an_open_range_agrees_with_what_is_near(more: str, relations: list[str]) -> None:
    found = [
        analyse("a", "A raid on Torrick killed at least 40 people on 3 May 2014."),
        analyse("b", f"On 3 May 2014, {more} people died in Torrick."),
    ]
    assert [c.relation for c in compare_figures(found, ())] == relations


@pytest.mark.parametrize(("more", "relations"), [("40", ["equal"]), ("50", [])])
def test_two_most_that_differ_are_no_agreement(more: str, relations: list[str]) -> None:
    found = [
        analyse("a", "A raid on Torrick killed up to 40 people on 3 May 2014."),
        analyse("b", f"On 3 May 2014, up to {more} people died in Torrick."),
    ]
    assert [c.relation for c in compare_figures(found, ())] == relations


def test_soldiers_and_people_are_not_the_same_thing() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 3 May 2014, 12 soldiers died in Torrick."),
    ]
    assert compare_figures(found, ()) == ()


def test_what_cannot_be_compared_in_one_claim_is_listed_with_its_reason() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "A raid on Torrick killed 52 people on 9 June 2019."),
    ]
    claims = (claim("one", *((a, a.document.text) for a in found)),)
    (comparison,) = compare_figures(found, claims)
    assert comparison.relation == "not_comparable"
    assert comparison.why == "“40 people” and “52 people”: their windows do not overlap."


def test_some_of_the_dead_are_no_rivals_of_all_the_dead() -> None:
    text = "The army said 41 people died. The rebels said that nine of the dead had been soldiers."
    found = [analyse("a", text, sources={"41 people died": "The army", "nine of the dead had been": "The rebels"})]
    assert [c.relation for c in compare_figures(found, ())] == ["part_of"]


@pytest.mark.parametrize("row", NO_RIVALS, ids=[row[0] for row in NO_RIVALS])
def test_figures_that_look_alike_are_no_rivals(row: tuple[str, tuple[str, ...], dict[str, str]]) -> None:
    _, texts, sources = row
    given = [{k: v for k, v in sources.items() if k in text} for text in texts]
    found = [analyse(f"d{at}", text, None, given[at]) for at, text in enumerate(texts)]
    statements = [(analysis, analysis.document.text) for analysis in found]
    claims = (claim("one", *statements),)
    assert all(len(analysis.figures) for analysis in found)
    assert {c.relation for c in compare_figures(found, claims)} <= {"part_of", "equal", "not_comparable"}


@pytest.mark.parametrize("row", RIVALS, ids=[row[0] for row in RIVALS])
def test_figures_of_one_thing_by_two_voices_are_rivals(row: tuple[str, tuple[str, ...], dict[str, str]]) -> None:
    _, texts, sources = row
    given = [{k: v for k, v in sources.items() if k in text} for text in texts]
    found = [analyse(f"d{at}", text, None, given[at]) for at, text in enumerate(texts)]
    statements = [(analysis, analysis.document.text) for analysis in found]
    claims = (claim("one", *statements),)
    assert [c.relation for c in compare_figures(found, claims) if c.relation != "part_of"] == ["conflict"]


def story(*analyses: Analysis) -> Story:
    names = tuple(a.document.id for a in analyses)
    return Story(f"story of {names}", names, (), None, None)


@pytest.mark.parametrize("row", STORIES, ids=[row[0] for row in STORIES])
def test_figures_of_one_story_relate_so(row: Told) -> None:
    _, texts, sources, expected = row
    found = [
        analyse(f"d{at}", text, day, {said: by for said, by in sources.items() if said in text})
        for at, (text, day) in enumerate(texts)
    ]
    for order in (found, found[::-1]):
        made = named(found, compare_figures(order, (), (story(*order),)))
        assert tuple(" ".join(line) for line in made if line[1] != "part_of") == expected


def test_texts_of_two_stories_are_not_compared() -> None:
    texts = ("A fire in Torrick killed four dockers.", "In Torrick the death toll had risen to five.")
    found = [analyse(f"d{at}", text, "2025-03-03") for at, text in enumerate(texts)]
    assert compare_figures(found, (), (story(found[0]), story(found[1]))) == ()


@pytest.mark.parametrize(("day", "doubted"), [("2025-03-04", True), ("2025-03-09", False)])
def test_two_papers_that_give_one_source_other_numbers_may_be_wrong(day: str, doubted: bool) -> None:
    first, second = "two farmers were wounded", "three farmers were wounded"
    found = [
        analyse("a", f"In Torrick {first}, the hospital said.", "2025-03-03", {first: "the hospital"}),
        analyse("b", f"In Torrick {second}, the hospital said.", day, {second: "the hospital"}),
    ]
    (comparison,) = compare_figures(found, (), (story(*found),))
    assert comparison.relation == "update"
    assert ("or one of the two papers is wrong" in comparison.why) is doubted


def test_a_story_says_which_name_its_texts_share() -> None:
    texts = ("A fire in Torrick killed four dockers.", "In Torrick the death toll had risen to five.")
    found = [analyse(f"d{at}", text, f"2025-03-0{3 + at}") for at, text in enumerate(texts)]
    (comparison,) = compare_figures(found, (), (story(*found),))
    assert comparison.why == (
        "“four dockers” and “risen to five” both count the dead in texts of one story that name Torrick; "
        "the text says that the number rose to the second."
    )


@pytest.mark.parametrize(("later", "relations"), [("2025-05-09", ["equal"]), ("2025-09-03", [])])
def test_a_rate_that_reports_of_two_months_give_is_of_two_months(later: str, relations: list[str]) -> None:
    texts = ("Joblessness went from 7.9 percent to 7.5.", "Joblessness went from 7.9 percent to 7.4.")
    found = [
        analyse(f"d{at}", text, day) for at, (text, day) in enumerate(zip(texts, ("2025-05-03", later), strict=True))
    ]
    claims = (claim("c", (found[0], texts[0]), (found[1], texts[1])),)
    made = [c.relation for c in compare_figures(found, claims) if c.relation == "equal"]
    assert made == relations


def test_two_lengths_of_time_by_two_sources_are_of_anything() -> None:
    text = "Oram said the road is shut for six months. Vell said the hearing took six months."
    said = {"the road is shut for six months": "Oram", "the hearing took six months": "Vell"}
    assert compare_figures([analyse("a", text, None, said)], ()) == ()


def test_two_parts_of_one_whole_are_not_compared() -> None:
    text = "Of the 312 farmers, 116 were held for selling and 83 were held for stealing."
    found = [analyse("a", text)]
    claims = (claim("one", (found[0], text)),)
    assert {c.relation for c in compare_figures(found, claims)} == {"part_of"}


def test_competing_claims_are_compared_without_a_name_or_date() -> None:
    found = [analyse("a", "the raid killed 40 people there."), analyse("b", "the raid killed 61 people there.")]
    claims = (
        claim("one", (found[0], "the raid killed 40 people there"), competing=("two",)),
        claim("two", (found[1], "the raid killed 61 people there"), competing=("one",)),
    )
    (comparison,) = compare_figures(found, claims)
    assert comparison.relation == "conflict"
    assert "alike but for the figure" in comparison.why


def test_two_sources_of_one_document_are_in_dispute() -> None:
    text = "The army said 12 rebels were killed. The rebels said that only five rebels had been killed."
    found = [
        analyse(
            "a", text, sources={"12 rebels were killed": "The army", "only five rebels had been killed": "The rebels"}
        )
    ]
    (comparison,) = compare_figures(found, ())
    assert comparison.relation == "conflict"
    assert "two sources" in comparison.why


def test_who_denies_a_number_gives_none() -> None:
    first = analyse("a", "A raid on Torrick killed 40 people on 3 May 2014.")
    text = "The army denied that a raid on Torrick killed 61 people on 3 May 2014."
    second = analyse("b", text, None, {"a raid on Torrick killed 61 people on 3 May 2014": "The army"})
    (denial,) = second.attributions
    denied = replace(second, attributions=(replace(denial, polarity="denied"),))
    assert [c.relation for c in compare_figures([first, second], ())] == ["conflict"]
    assert compare_figures([first, denied], ()) == ()


def test_the_same_source_counting_on_is_an_update() -> None:
    first, second = "40 people died in Torrick since May 2014", "75 people died in Torrick since May 2014"
    found = [
        analyse("a", f"The Harl Observatory says {first}.", "2014-06-01", {first: "The Harl Observatory"}),
        analyse("b", f"The Harl Observatory says {second}.", "2014-09-01", {second: "The Harl Observatory"}),
    ]
    (comparison,) = compare_figures(found, ())
    assert comparison.relation == "update"
    assert comparison.left == found[0].figures[0].id


def test_another_source_counting_more_is_a_conflict() -> None:
    first, second = "40 people died in Torrick since May 2014", "75 people died in Torrick since May 2014"
    found = [
        analyse("a", f"The Harl Observatory says {first}.", "2014-06-01", {first: "The Harl Observatory"}),
        analyse("b", f"The Belan Institute says {second}.", "2014-09-01", {second: "The Belan Institute"}),
    ]
    assert [c.relation for c in compare_figures(found, ())] == ["conflict"]


def test_the_order_of_documents_does_not_matter() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 3 May 2014, 61 people died in Torrick."),
        analyse("c", "On 3 May 2014, about 60 people died in Torrick, including nine guards."),
    ]
    expected = compare_figures(found, ())
    assert len(expected) == 4
    for order in itertools.permutations(found):
        assert compare_figures(order, ()) == expected


def test_a_thousand_reports_of_one_event_are_compared_with_their_neighbours_only() -> None:
    found = [analyse(f"a{at}", "On 3 May 2014, 40 people died in Torrick.") for at in range(1000)]
    assert 0 < len(compare_figures(found, ())) <= 12_000


def test_every_reason_can_be_read() -> None:
    found = [
        analyse("a", "A raid on Torrick killed 40 people on 3 May 2014."),
        analyse("b", "On 3 May 2014, 61 people died in Torrick."),
    ]
    (comparison,) = compare_figures(found, ())
    assert comparison.why == (
        "“40 people” and “61 people” both count people (death) beside Torrick in windows that overlap."
    )
