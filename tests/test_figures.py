"""Figures: the table of phenomena, the links to times, attributions and wholes, and what holds for any text."""

from dataclasses import replace
from pathlib import Path
from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.figures import find_figures
from headwater.records import Attribution, Document, Evidence, Figure, Segment, Span, Time
from headwater.segment import segment
from headwater.times import find_times
from phenomena import figure_roles
from phenomena.figures import ROWS

SHARED = Path(__file__).resolve().parents[1] / ".." / "shared"


def read(text: str, language: str | None = "en") -> Document:
    return Document("d", "a.txt", "", text, language=language)


def figures(text: str, language: str | None = "en") -> tuple[Figure, ...]:
    document = read(text, language)
    return find_figures(document, segment(document), (), ())


def plain(value: float) -> str:
    return str(int(value)) if value == int(value) else f"{value:g}"


def shown(text: str) -> tuple[str, ...]:
    """Return the figures of ``text`` in the notation of the table."""
    found = figures(text)
    by_id = {figure.id: figure for figure in found}
    lines = []
    for figure in found:
        if figure.value is not None:
            line = f"{figure.number.of(text)} = {plain(figure.value)}"
        else:
            high = plain(figure.high) if figure.high is not None else ""
            line = f"{figure.number.of(text)} = {plain(figure.low or 0)}..{high}"
        line += f" {figure.qualifier.kind}" if figure.qualifier else ""
        line += f" [{figure.unit}]" if figure.unit else ""
        line += f" <{figure.counts}>" if figure.counts else ""
        line += f" in {by_id[figure.subset_of].number.of(text)}" if figure.subset_of else ""
        lines.append(line)
    return tuple(lines)


@pytest.mark.parametrize(("reason", "text", "expected"), ROWS, ids=[row[0] for row in ROWS])
def test_a_text_holds_these_figures(reason: str, text: str, expected: tuple[str, ...]) -> None:
    assert shown(text) == expected, reason


def test_every_row_of_the_table_is_another_text() -> None:
    assert len({text for _, text, _ in ROWS}) == len(ROWS) >= 200


def test_the_span_covers_hedge_number_and_counted_thing() -> None:
    text = "Guards say at least 12 river pilots were held."
    (figure,) = figures(text)
    assert text[figure.start : figure.end] == "at least 12 river pilots"
    assert figure.number.of(text) == "12"
    assert figure.qualifier is not None
    assert figure.qualifier.span is not None
    assert figure.qualifier.span.of(text) == "at least"


def time(text: str, words: str) -> Time:
    start = text.index(words)
    evidence = Evidence("by hand", "a date")
    return Time(f"time-{words}", "d", start, start + len(words), "date", "2014", "2014", None, None, evidence)


def test_the_window_is_the_date_behind_the_figure() -> None:
    text = "In 2014 nobody counted, but 90 people were executed since June."
    times = (time(text, "2014"), time(text, "since June"))
    document = read(text)
    (figure,) = find_figures(document, segment(document), (), times)
    assert figure.window == "time-since June"


def test_a_date_at_the_head_of_the_sentence_is_the_window() -> None:
    text = "In March 1902 the flood killed 90 people."
    document = read(text)
    (figure,) = find_figures(document, segment(document), (), (time(text, "March 1902"),))
    assert figure.window == "time-March 1902"


def test_a_date_behind_another_clause_is_no_window() -> None:
    text = "The flood killed 90 people, but the dam had failed in March."
    document = read(text)
    (figure,) = find_figures(document, segment(document), (), (time(text, "March"),))
    assert figure.window is None


def test_the_year_of_what_it_is_compared_with_is_no_window() -> None:
    text = "Turnout was 61 percent, down from 66 percent in 2020."
    document = read(text)
    now, before = find_figures(document, segment(document), (), (time(text, "2020"),))
    assert (now.window, before.window) == (None, "time-2020")


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("All but two of the 90 deaths in the outbreak that began in March were in Torrick.", None),
        ("The fever, which was first seen in March, has killed 90 people.", None),
        ("Oram, which employs 90 people, opened in March.", None),
        ("The 90 people who were killed in March lived in Torrick.", "time-March"),
        ("In March the fever killed 90 people.", "time-March"),
    ],
)
def test_the_time_of_another_clause_is_no_window(text: str, window: str | None) -> None:
    document = read(text)
    found = find_figures(document, segment(document), (), (time(text, "March"),))
    assert [f.window for f in found if f.value == 90] == [window]


def test_some_of_the_dead_belong_to_the_only_toll_of_the_text() -> None:
    between = "The ferry ran between Port Oram and the island. " * 15
    whole, part = figures(f"At least 41 people died off Port Oram. {between}Nine of the dead were sailors.")
    assert part.subset_of == whole.id
    assert not figures(f"A raid killed 41 people. A storm killed 60 people. {between}Nine of the dead were sailors.")[
        2
    ].subset_of


@pytest.mark.parametrize(
    ("text", "number", "window"),
    [
        ("Six died over the weekend, taking the death toll to 812.", 812, None),
        ("It rose to 41 on Friday, up from 14 a day earlier, as divers found 27 bodies.", 27, None),
        ("Support is at 31 percent, down four points from March, in a poll.", 31, None),
        ("A budget of 48 billion euros for 2015, up 6 percent on this year, was passed.", 48e9, "2015"),
        ("They were jailed for 25 years for the shelling of a school last year.", 25, None),
        ("A poll of 1,204 adults published on Friday said so.", 1204, None),
        ("Aerolin lost 38 million euros, against a profit of 12 million a year earlier.", 38e6, None),
        ("The clinic, opened in 1998, has 140 beds.", 140, None),
        ("It treats 26 people, five fewer than on Sunday.", 26, None),
        ("The rate fell to 7.7 percent, the lowest level since 2008.", 7.7, None),
        ("Some 90 people have died since 2008.", 90, "2008"),
        ("The rate hit 11 percent, the highest since tracking began in 1995.", 11, None),
        ("Since 1960 there were four such races: 1976, 1980 and 1992.", 4, "1960"),
        ("The index lost 275 points, wiping out its gains for the year.", 275, None),
        ("In 2012, 65 women were employed -- a loss of 583 jobs since 2009.", 65, "2012"),
        ("A raid killed 65 people -- 12 of them children -- in 2012.", 65, "2012"),
        ("Income rose 5 percent in 2012 and that rents grew by 3 percent.", 3, None),
        ("He said it 17 times, a theme he began in 2012.", 17, None),
        ("The budgets are frozen at 2012 levels, and 90 guards must go.", 90, None),
        ("Emissions must fall by 30 percent from 2005 levels by 2030.", 30, "2030"),
        ("By the end of 2012 the rate, now at 7.9 percent, will rise.", 7.9, None),
        ("The rate rose to 14.8 percent from 14.5 percent in 2012.", 14.8, None),
        ("It fell from last year's 58 percent to 51 percent.", 51, None),
        ("Turnout rose to 61 percent from last year's 58 percent.", 61, None),
        ("He leads by 3 points in a poll out on Friday, and by 5 points in another.", 5, None),
        ("The rate rose from 25.8 percent in 2009 to 26.2 percent in 2014.", None, None),
        ("It was close in 1988 (Harl won by 48 percent), and it was close in 2000.", 48, "1988"),
        ("At the start of 2012 shares were $163, and they are $177 a share now.", 177, None),
        ("Some 41 Greens who hold seats in towns won by Tolland in 2012 met.", 41, None),
        ("Some 41 Greens who were killed by guards in 2012 are named.", 41, "2012"),
        ("She leads by 7 points in Vail where she opened her campaign in 2012.", 7, None),
        ("It was 2 degrees above 1998.", 2, None),
        ("The fire began in 2012 near Harl, 85 miles north of Oram.", 85, None),
    ],
)
def test_a_time_told_of_something_else_is_no_window(text: str, number: float, window: str | None) -> None:
    document = Document("d", "a.txt", "", text, published="2014-05-04", language="en")
    times = find_times(document, segment(document))
    (figure,) = [f for f in find_figures(document, segment(document), (), times) if f.value == number]
    assert [time.value for time in times if time.id == figure.window] == ([window] if window else [])


def test_the_date_of_the_saying_is_no_window() -> None:
    text = "The guard said on Tuesday that 90 people had died since June."
    times = (time(text, "Tuesday"), time(text, "June"))
    document = read(text)
    said = attribution(text, "90 people had died since June")
    assert [f.window for f in find_figures(document, segment(document), (said,), times)] == ["time-June"]
    day = (replace(times[0], value="2014-05-06"),)
    assert [f.window for f in find_figures(document, segment(document), (said,), day)] == [None]


def test_the_year_of_a_count_is_its_window() -> None:
    text = "Last year the group documented 188 detentions."
    times = (time(text, "Last year"),)
    document = read(text)
    said = attribution(text, "188 detentions")
    assert [f.window for f in find_figures(document, segment(document), (said,), times)] == ["time-Last year"]


@pytest.mark.parametrize(
    ("text", "window"),
    [
        ("The Front lost two towns in the winter offensive.", None),
        ("The Front lost two towns in winter.", "time-winter"),
        ("The Front lost two towns in the winter and fled.", "time-winter"),
    ],
)
def test_a_season_that_names_something_is_no_window(text: str, window: str | None) -> None:
    document = read(text)
    (figure,) = find_figures(document, segment(document), (), (time(text, "winter"),))
    assert figure.window == window


def test_a_number_inside_a_date_is_no_figure() -> None:
    text = "The barge came on the 7 of the month with 9 men."
    document = read(text)
    found = find_figures(document, segment(document), (), (time(text, "the 7 of the month"),))
    assert [figure.value for figure in found] == [9.0]


def test_a_length_of_time_inside_a_date_is_a_figure() -> None:
    text = "Two years later the mill burned."
    document = read(text)
    found = find_figures(document, segment(document), (), (time(text, "Two years later"),))
    assert [(figure.value, figure.unit) for figure in found] == [(2.0, "years")]


def attribution(text: str, words: str) -> Attribution:
    start = text.index(words)
    content = (Span(start, start + len(words)),)
    evidence = Evidence("by hand", "somebody says it")
    return Attribution(f"attribution-{words}", "d", (), (), content, "indirect", "said", "stated", None, 0.9, evidence)


def test_the_innermost_attribution_claims_the_figure() -> None:
    text = "The mayor said that nurses reported 40 dead and that 9 roads were shut."
    outer = attribution(text, "that nurses reported 40 dead and that 9 roads were shut")
    inner = attribution(text, "40 dead")
    document = read(text)
    found = find_figures(document, segment(document), (inner, outer), ())
    assert [figure.attribution for figure in found] == [inner.id, outer.id]


def test_a_figure_in_the_publishers_voice_has_no_attribution() -> None:
    text = "The mayor said it rained. Some 40 boats sank."
    document = read(text)
    found = find_figures(document, segment(document), (attribution(text, "it rained"),), ())
    assert [figure.attribution for figure in found] == [None]


def test_a_decimal_comma_is_read_only_where_the_language_writes_one() -> None:
    assert [figure.value for figure in figures("Der Preis stieg um 3,5 Prozent.", "de")] == [3.5]
    assert figures("They list 3,5 and more.", "en") == ()


def test_numbers_of_a_dateline_are_left() -> None:
    text = "LOWER VAIL, 12 March (AP) — The quarry is shut."
    document = read(text)
    assert find_figures(document, (Segment("dateline", 0, 28), Segment("sentence", 29, len(text))), (), ()) == ()


def test_a_vague_word_never_has_a_value() -> None:
    for text in ("Dozens died.", "Tens of thousands fled.", "Several hundred boats sank.", "Scores of men left."):
        (figure,) = figures(text)
        assert figure.value is None
        assert figure.high is None
        assert figure.low is not None


_PIECES = """
12 1,200 3.5 five twenty - – , . ; ( ) % $ € minus about at least up to from between and or of the in killed were people
soldiers including others 2014 June 5:54 million dozens half one a é 日 “ ” [ ] / ⁄ × ^ 10 th
"""
PIECES = st.sampled_from([*_PIECES.split(), "\n", "\n\n"])


@given(st.lists(PIECES, max_size=40).map(" ".join) | st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=80))
@settings(max_examples=150, deadline=None)
def test_spans_lie_in_the_text_and_hold_the_number(text: str) -> None:
    found = figures(text)
    ids = {figure.id for figure in found}
    assert len(ids) == len(found)
    for figure in found:
        assert 0 <= figure.start <= figure.number.start < figure.number.end <= figure.end <= len(text)
        assert (figure.value is None) != (figure.low is None)
        assert figure.high is None or (figure.low is not None and figure.low <= figure.high)
        assert figure.subset_of is None or (figure.subset_of in ids and figure.subset_of != figure.id)
        assert all(place.start < place.end <= len(text) for place in figure.evidence.places)


@given(st.lists(PIECES, max_size=40).map(" ".join))
@settings(max_examples=40, deadline=None)
def test_the_order_of_times_and_attributions_does_not_matter(text: str) -> None:
    document = read(text)
    attributions = tuple(
        Attribution(
            f"a{n}", "d", (), (), (Span(n, len(text) - n),), "direct", "said", "stated", None, 1.0, Evidence("", "")
        )
        for n in range(0, len(text) // 3, 5)
    )
    segments = segment(document)
    assert find_figures(document, segments, attributions, ()) == find_figures(
        document, segments, attributions[::-1], ()
    )


def test_a_long_line_is_read_in_linear_time() -> None:
    text = "12 and, of the - killed (" * 8000
    assert len(figures(text)) == 8000


@pytest.mark.parametrize(
    "filler",
    [
        "killed two men on 5 May 1990 ",
        "12 (3 dead) ",
        "down 2%, by 3% ",
        "wounded -- three men ",
        "7- and 8-year-old ",
        "men held have ",
        "budget of the rose 4 percent to $2 billion ",
        "could have not been killed 12 men ",
        "12 of the 13 of the ",
        "not 14, not 15 died ",
    ],
)
def test_hostile_repetition_takes_time_in_proportion_to_its_length(filler: str) -> None:
    document = Document("d", "a.txt", "", filler * (60_000 // len(filler)), published="2014-05-04", language="en")
    segments = segment(document)
    times = find_times(document, segments)
    began = process_time()
    find_figures(document, segments, (), times)
    assert process_time() - began < 8


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # the shared scorer leaves files open
def test_the_figures_to_reach_on_news_sentences_are_met() -> None:
    if not (SHARED / "data" / "figures").is_dir():
        pytest.skip("the shared data folder is not beside the checkout")
    import figures as benchmark  # eval/figures.py

    found = benchmark.measure()
    assert found["value F1"] >= 92.5
    assert found["value+qualifier F1"] >= 88.5
    assert found["victims recall"] >= 0.75
    assert found["victims of the event recall"] >= 0.75
    assert found["victims of the event precision, templates read in full"] >= 0.7


@pytest.mark.parametrize(("reason", "text", "expected"), figure_roles.ROWS, ids=[row[0] for row in figure_roles.ROWS])
def test_a_number_of_people_harmed_has_a_role(reason: str, text: str, expected: tuple[str | None, ...]) -> None:
    document = Document("d", "a.txt", "", text, published="2014-05-04", language="en")
    segments = segment(document)
    found = find_figures(document, segments, (), find_times(document, segments))
    assert tuple(figure.role for figure in found) == expected, reason
