"""The dates of a case: by document, in one order, days without a year apart, and what is only told as later."""

from headwater.export.terminal import render_times
from headwater.figures import find_figures
from headwater.pipeline.relating import relate
from headwater.records import Analysis, Document
from headwater.report.timeline import times_page
from headwater.segment import segment
from headwater.times import find_times


def analyse(name: str, text: str, published: str | None = None) -> Analysis:
    document = Document(name, f"{name}.txt", "", text, publisher=name, published=published, language="en")
    segments = segment(document)
    times = find_times(document, segments)
    return Analysis(document, segments, (), times, find_figures(document, segments, (), times))


CASE = relate(
    [
        analyse("Harl Wire", "The Halcyon sank off Port Almeric on Tuesday. In 1998 two trawlers sank.", "2031-03-05"),
        analyse("Karsat Post", "The Halcyon sank off Port Almeric on March 4.", "2031-03-06"),
        analyse("Lantern", "On May 9 the Front burned a barn. Several weeks later it softened its stance."),
    ]
)


def test_the_case_is_told_in_the_order_of_its_days() -> None:
    assert [entry.when for entry in times_page(CASE).timeline] == ["1998", "4 March 2031"]


def test_two_documents_that_tell_one_thing_of_one_day_are_one_entry() -> None:
    entry = times_page(CASE).timeline[-1]
    assert [place.label for place in entry.sentences] == ["Harl Wire, 5 March 2031", "Karsat Post, 6 March 2031"]


def test_a_day_whose_year_no_text_gives_stands_apart_with_no_year() -> None:
    (entry,) = times_page(CASE).no_year
    assert (entry.value, entry.when) == ("XXXX-05-09", "9 May, no year given")


def test_what_is_only_told_as_later_keeps_its_order_and_its_words() -> None:
    (following,) = times_page(CASE).following
    assert following.words == "Several weeks later"
    assert following.before is not None
    assert following.before.text == "On May 9 the Front burned a barn."


def test_the_terminal_shows_all_three() -> None:
    shown = render_times(times_page(CASE), 100, False)
    assert "In order" in shown
    assert "9 May, no year given" in shown
    assert "Told as later or earlier, no day given" in shown
