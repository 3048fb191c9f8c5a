"""Direction: said only where evidence shows it."""

from dataclasses import replace

import pytest

from headwater.align import align
from headwater.records import Analysis, Attribution, Document, Evidence, Segment, Span
from headwater.segment import segment

FLOOD = (
    "The lower lock at Brandvold stayed shut on Tuesday after divers found a crack in the northern gate, and forty"
    " barges with gravel and grain were waiting in the basin. Engineers will need nine weeks for the timber."
)
REST = "A cook at the lock house sold two hundred bowls of soup before noon."


def analysis(
    identifier: str,
    text: str,
    publisher: str | None = None,
    published: str | None = None,
    said: tuple[tuple[str, str], ...] = (),
) -> Analysis:
    document = Document(identifier, identifier, "", text, publisher=publisher, published=published)
    attributions = []
    for number, (source, content) in enumerate(said):
        at, by = text.index(content), text.index(source)
        attributions.append(
            Attribution(
                f"{identifier}-{number}",
                identifier,
                (Span(by, by + len(source)),),
                (),
                (Span(at, at + len(content)),),
                "direct",
                "said",
                "stated",
                None,
                1.0,
                Evidence("test", "test"),
            )
        )
    segments: tuple[Segment, ...] = segment(document)
    return Analysis(document, segments, tuple(attributions), (), ())


def direction(left: Analysis, right: Analysis) -> str:
    found = {r.direction for r in align((left, right))}
    assert len(found) == 1
    return found.pop()


def test_without_evidence_the_direction_is_unknown() -> None:
    assert direction(analysis("a", FLOOD, "The Bell"), analysis("b", FLOOD + " " + REST, "Quay News")) == "unknown"


def test_naming_the_other_publisher_shows_who_copied() -> None:
    ours = analysis("a", FLOOD + " " + REST, "The Bell")
    assert direction(ours, analysis("b", f"{FLOOD} The Bell was first to report it.", "Quay News")) == "left_to_right"
    assert direction(ours, analysis("b", f"{FLOOD} A bell rang at noon.", "Quay News")) == "unknown"


def test_a_ministry_is_named_by_either_form_of_its_name() -> None:
    ours = analysis("a", FLOOD + " " + REST, "Ministry of the Interior")
    theirs = analysis("b", f"{FLOOD} The interior ministry was first to report it.", "Quay News")
    assert direction(ours, theirs) == "left_to_right"


def test_naming_a_publisher_elsewhere_lends_no_short_phrase() -> None:
    phrase = "three divers drowned in the flooded northern chamber"
    long = " ".join(f"Barge number {n} carried gravel to the upper basin that week." for n in range(12))
    one = analysis("a", f"It is said that {phrase}. {REST}", "The Bell")
    other = f"A month later {phrase}, said the mayor.\n\n{long}\n\n{{}}"
    assert align((one, analysis("b", other.format("The Bell counts nine."), "Quay News"))) == ()
    near = f"A month later {phrase}, The Bell said.\n\n{long}"
    assert direction(one, analysis("b", near, "Quay News")) == "left_to_right"


@pytest.mark.parametrize(
    ("ours", "theirs", "is_reuse"),
    [("Ines Okoro", "Okoro", True), ("Ines Okoro", "Bruno Lund", False), ("Ines Okoro", "she", False)],
)
def test_a_short_saying_is_one_where_both_give_it_to_one_source(ours: str, theirs: str, is_reuse: bool) -> None:
    saying = "Never sell the gravel of Brandvold twice"
    one = analysis("a", f"“{saying},” {ours} said at the lock.", "The Bell", None, ((ours, saying),))
    other = analysis("b", f"A month later {theirs} cried “{saying}” again.", "Quay News", None, ((theirs, saying),))
    assert bool(align((one, other))) == is_reuse


def test_naming_a_publisher_before_it_printed_the_words_shows_nothing() -> None:
    ours = analysis("a", FLOOD, "The Bell", "2031-03-05")
    theirs = analysis("b", f"{FLOOD} The Bell reported it first.", "Quay News", "2031-03-02")
    assert direction(ours, theirs) == "unknown"


NAMED = (
    (f"{FLOOD} The Bell reported it first.", "right_to_left", "it reported the words"),
    (f"{FLOOD}\n\nHe watches The Bell and reads nothing else. {REST * 4}", "unknown", "a name is no credit"),
    (f"{FLOOD} The gate at noon. (Kit Oduya/The Bell)", "unknown", "the owner of a picture"),
    (f"{FLOOD}\n\nAda Quill is a columnist for The Bell. {REST * 4}", "unknown", "where the author writes"),
    (f"{REST} The Bell said so.\n\n{REST * 3}\n\n{FLOOD}\n\n{REST * 3}", "unknown", "a credit for other words"),
    (f"“I like eels,” he told The Bell. {FLOOD} {REST * 4}", "unknown", "an interview about something else"),
    (f"{FLOOD.split(',')[0]}, according to The Bell.{FLOOD.split(',', 1)[1]}", "right_to_left", "according to"),
    (f"As the Quay knows, The Bell has the story:\n\n{FLOOD}", "right_to_left", "before a colon"),
    (f"From THE BELL:\n\n{FLOOD}", "right_to_left", "in capitals"),
    (f"“{FLOOD}”\n\nKit Oduya, The Bell\n\n{REST * 4}", "right_to_left", "signed below the words"),
    (f"“{FLOOD}”\n\nKit sang. {REST * 2}\n\n“No.”\n\nAda Quill, The Bell\n\n{REST * 4}", "unknown", "signs others"),
    (f"{FLOOD}\n\n{REST * 3}\n\nIt shut, writes The Bell’s Kit Oduya.\n\n{REST * 4}", "unknown", "of other words"),
)


@pytest.mark.parametrize(("text", "expected", "why"), NAMED)
def test_to_be_named_is_not_to_be_credited(text: str, expected: str, why: str) -> None:
    found = align((analysis("a", text, "Quay News"), analysis("b", FLOOD, "The Bell")))
    assert {r.direction for r in found} == {expected}, why


FORMS = (
    ("Bellwether (Online)", "It shut, Bellwether reported."),
    ("The Bellwether - Opinion", "It shut, the Bellwether reported."),
    ("BELL TODAY", "It shut, Bell Today reported."),
    ("Bellwether", "It shut, writes BELLWETHER’s Kit Oduya."),
    ("Associated Press", "It shut, AP reported."),
)


@pytest.mark.parametrize(("publisher", "credit"), FORMS)
def test_a_publisher_is_credited_by_any_form_of_its_name(publisher: str, credit: str) -> None:
    assert (
        direction(analysis("a", f"{FLOOD} {credit}", "Quay News"), analysis("b", FLOOD, publisher)) == "right_to_left"
    )


def test_who_told_the_other_paper_what_both_have_shows_who_copied() -> None:
    said = "“We have counted every barge in that basin twice and the timber is not coming,”"
    theirs = analysis("b", f"{said} she told the Quay News.\n\n{REST}", "Quay News")
    ours = analysis("a", f"Some laughed. {said} she told the Quay News.\n\nOthers ate {REST * 3}", "The Bell")
    assert direction(ours, theirs) == "right_to_left"


def test_a_credit_is_for_words_beside_it_where_the_texts_are_years_apart() -> None:
    name = "Ada Quill, a professor of locks and canals at Brandvold University"
    theirs = analysis("b", f"{FLOOD} “Wait,” said {name}.", "The Bell", "2031-03-05")
    ours = f"Not all agree. {name}, wrote a piece for The Bell on barges."
    assert align((analysis("a", ours, "Quay News", "2034-05-05"), theirs)) == ()


def test_two_texts_that_credit_one_agency_have_a_shared_origin() -> None:
    ours = analysis("a", f"BRANDVOLD (Reuters) - {FLOOD}", "The Bell", "2031-03-05")
    assert (
        direction(ours, analysis("b", f"BRANDVOLD (Reuters) - {FLOOD}", "Quay News", "2031-03-06")) == "shared_origin"
    )


def test_two_texts_that_carry_a_third_one_have_a_shared_origin() -> None:
    wire = analysis("w", f"BRANDVOLD (Isle Wire) - {FLOOD}", "Isle Wire", "2031-03-04")
    crediting = analysis("a", f"By our staff and Isle Wire\n\n{FLOOD}", "The Bell", "2031-03-05")
    silent = analysis("b", f"{FLOOD} {REST} {REST}", "Quay News", "2031-03-05")
    found = {(r.left.document, r.right.document): r.direction for r in align((wire, crediting, silent))}
    assert found["a", "b"] == "shared_origin"
    assert found["a", "w"] == "right_to_left"


def test_a_long_uncredited_copy_goes_by_its_dates_and_a_short_one_does_not() -> None:
    ours = analysis("a", FLOOD + " " + REST, "The Bell", "2031-03-05")
    assert direction(ours, analysis("b", FLOOD, "Quay News", "2031-03-07")) == "left_to_right"
    assert direction(ours, analysis("b", FLOOD, "Quay News", "2031-03-05")) == "unknown"
    much_else = " ".join(f"Item {n} of the council's list was put off until the spring session." for n in range(30))
    assert direction(ours, analysis("b", f"{FLOOD} {much_else}", "Quay News", "2031-03-07")) == "unknown"


def test_versions_of_one_publisher_go_by_their_dates() -> None:
    first = analysis("b", FLOOD, "The Bell", "2031-03-05T08:00:00+01:00")
    update = analysis("a", f"{FLOOD} {REST}", "The Bell", "2031-03-05T11:30:00+01:00")
    assert direction(first, update) == "right_to_left"


QUOTED = (
    "The lower lock at Brandvold stayed shut on Tuesday after divers found a crack in the northern gate, and forty"
    " barges with gravel and grain were waiting in the basin."
)


def test_versions_of_one_page_of_one_day_go_by_their_last_change() -> None:
    def version(name: str, text: str, modified: str, page: str = "gate") -> Analysis:
        found = analysis(name, text, "The Bell", "2031-02-03")
        url = f"https://bell.example/{page}"
        return replace(found, document=replace(found.document, url=url, modified=modified))

    first = version("b", FLOOD, "2031-02-03T08:00:00Z")
    edited = FLOOD.replace("nine weeks", "three weeks")
    assert direction(version("a", edited, "2031-02-04T09:00:00Z"), first) == "right_to_left"
    assert direction(version("a", edited, "2031-02-03T08:00:00Z"), first) == "unknown"
    assert direction(version("a", edited, "2031-02-04T09:00:00Z", "other"), first) == "unknown"


def test_words_of_a_person_that_a_paper_prints_without_marks_do_not_come_from_it() -> None:
    quoting = analysis("b", f"“{QUOTED}” Senator Quill said.", None, None, (("Senator Quill", QUOTED),))
    assert direction(analysis("a", f"{FLOOD} {REST}", "Almeric Post"), quoting) == "unknown"
    assert direction(analysis("a", f"{FLOOD} {REST}", "Ministry of Water"), quoting) == "left_to_right"


def test_words_that_are_quoted_here_and_told_there_come_from_there() -> None:
    quoting = analysis("b", f"“{QUOTED}” the report said.", None, None, (("the report", QUOTED),))
    assert direction(analysis("a", f"{FLOOD} {REST}"), quoting) == "left_to_right"


def test_further_quotations_of_the_same_report_show_a_shared_origin() -> None:
    more = "The pumps date from before the war and nobody alive has seen their drawings"
    text = f"“{QUOTED}” the report said. “{more},” the report added."
    quoting = analysis("b", text, None, None, (("the report", QUOTED), ("the report added", more)))
    assert direction(analysis("a", f"{FLOOD} {REST}"), quoting) == "shared_origin"


def test_words_that_both_give_as_the_same_source_s_show_nothing() -> None:
    quoting = analysis("b", f"“{QUOTED}” the report said.", None, None, (("the report", QUOTED),))
    told = analysis("a", f"According to the keeper, {FLOOD} {REST}", "Almeric Post", None, (("the keeper", FLOOD),))
    assert direction(told, quoting) == "unknown"
    own = analysis("a", f"The Post found: {FLOOD} {REST}", "Almeric Post", None, (("The Post", FLOOD),))
    assert direction(own, quoting) == "left_to_right"


def test_phrases_that_independent_writers_repeat_are_no_copy_whatever_the_dates() -> None:
    halves = FLOOD.split(", and ")
    early = analysis("a", f"{halves[0]}. Nobody slept that night. {halves[1]}", "The Bell", "2031-03-01")
    late = analysis("b", f"{halves[0]}, they say. {halves[1]}", "Quay News", "2031-03-04")
    assert direction(early, late) == "unknown"


def test_a_credit_means_the_document_of_that_publisher_that_shares_most() -> None:
    other = " The bakers of Orlova wanted a new oven, and the council gave them half of what it cost in silver."
    more = " The mayor had asked the keepers of all four locks for their books and found three of them empty."
    whole = analysis("a", FLOOD + more, "The Bell", "2031-03-02")
    old = analysis("b", f"Long ago. {more} {other}", "The Bell", "2031-02-02")
    naming = analysis("c", f"{FLOOD}{more} The Bell was first to report it.", "Quay News", "2031-03-04")
    found = {(r.left.document, r.right.document): r.direction for r in align((whole, old, naming))}
    assert found["a", "c"] == "left_to_right"
    assert found["b", "c"] == "unknown"


def test_a_copy_comes_from_the_oldest_text_that_has_its_words() -> None:
    first = analysis("a", f"{FLOOD} {REST}", "The Bell", "2031-03-01")
    second = analysis("b", f"{FLOOD} Nobody was hurt.", "Quay News", "2031-03-03")
    third = analysis("c", f"Early. {FLOOD}", "Harbour Post", "2031-03-05")
    found = {(r.left.document, r.right.document): r.direction for r in align((first, second, third))}
    assert found["a", "b"] == found["a", "c"] == "left_to_right"
    assert found["b", "c"] == "unknown"


def test_of_two_texts_of_one_day_neither_is_shown_to_be_the_one_copied() -> None:
    wire = analysis("a", FLOOD, None, "2031-02-03")
    gazette = analysis("b", FLOOD, "The Bell", "2031-02-03")
    paper = analysis("c", f"{FLOOD} {REST}", "Quay News", "2031-02-05")
    assert direction(wire, paper) == direction(gazette, paper) == "left_to_right"
    assert {r.direction for r in align((wire, gazette, paper))} == {"unknown"}
    credited = analysis("b", f"{FLOOD} Quill Post was first to report it.", "The Bell", "2031-02-03")
    named = analysis("a", FLOOD, "Quill Post", "2031-02-03")
    found = {(r.left.document, r.right.document): r.direction for r in align((named, credited, paper))}
    assert found["a", "c"] == "left_to_right"


def test_who_says_that_agencies_wrote_it_too_need_not_have_copied_an_older_paper() -> None:
    older = analysis("a", FLOOD, "The Bell", "2031-02-03")
    for line, expected in (("By Ada Quill, ", "left_to_right"), ("By Ada Quill and agencies, ", "unknown")):
        text = f"Lock shut for weeks\n{line}Quay Post, 5 February 2031\n\n{FLOOD}"
        assert direction(older, analysis("b", text, "Quay Post", "2031-02-05")) == expected


def test_a_publisher_that_repeats_its_words_months_later_writes_no_version() -> None:
    early = analysis("a", FLOOD, "The Bell", "2031-03-01")
    assert direction(early, analysis("b", f"{FLOOD} {REST}", "The Bell", "2031-03-04")) == "left_to_right"
    credited = analysis("b", f"(Reuters) {FLOOD} {REST}", "The Bell", "2031-09-04")
    assert direction(early, credited) == "unknown"


def test_a_third_text_that_is_later_is_no_origin() -> None:
    wire = analysis("w", f"BRANDVOLD (Isle Wire) - {FLOOD}", "Isle Wire", "2031-03-09")
    crediting = analysis("a", f"By our staff and Isle Wire\n\n{FLOOD}", "The Bell", "2031-03-10")
    early = analysis("b", f"{FLOOD} {REST} {REST}", "Quay News", "2031-03-05")
    found = {(r.left.document, r.right.document): r.direction for r in align((wire, crediting, early))}
    assert found["a", "b"] != "shared_origin"


LONGER = f"{FLOOD} The mill at the lower quay has let its carters go until the boats come back from the sea."
WIRE = analysis("w", f"{LONGER}\n\n{REST}", "Isle Wire", "2031-03-04")


def judged(ours: str, theirs: str, *others: Analysis) -> str:
    """Return the direction between a text of 5 March and one of 7 March, beside the wire's of the 4th."""
    first, last = analysis("a", ours, "The Bell", "2031-03-05"), analysis("b", theirs, "Quay News", "2031-03-07")
    found = {(r.left.document, r.right.document): r.direction for r in align((first, last, WIRE, *others))}
    return found["a", "b"]


def test_a_copy_may_be_of_any_older_text_that_has_the_words() -> None:
    assert judged(LONGER, LONGER) == "unknown"


def test_words_of_the_older_text_that_the_earlier_one_lacks_show_a_common_origin() -> None:
    assert judged(LONGER, f"{LONGER}\n\n{REST}") == "shared_origin"
    cut = LONGER.replace("mill", "bakery").replace("carters", "drivers")
    assert judged(cut, LONGER) == "shared_origin"


def test_new_words_that_both_have_show_who_copied() -> None:
    new = "Its keeper has been asked to write down all that he heard in the night before."
    assert judged(f"{LONGER} {new}", f"{LONGER} {new}") == "left_to_right"


def test_one_word_that_two_change_alike_shows_nothing() -> None:
    changed = LONGER.replace("carters", "drivers")
    assert judged(changed, changed) == "unknown"


def test_a_misspelling_that_both_have_shows_who_copied_and_its_correction_shows_nothing() -> None:
    elsewhere = analysis("z", "The carters of Oduya sang in a choir.", "Choir Letters", "2031-01-01")
    wrong = LONGER.replace("carters", "carterrs")
    assert judged(wrong, wrong, elsewhere) == "left_to_right"
    assert judged(wrong, LONGER, elsewhere) == "unknown"


def test_a_copy_of_a_copy_is_of_the_first() -> None:
    first = analysis("a", f"{LONGER} {REST}", "The Bell", "2031-03-05")
    copy = analysis("b", f"{LONGER} Source: The Bell", "Quay News", "2031-03-06")
    few = " ".join(f"Item {n} of the council's list was put off until the spring session." for n in range(30))
    again = analysis("c", f"{FLOOD} The Quay News reported it.\n\n{few}", "Lock Letters", "2031-03-07")
    found = {(r.left.document, r.right.document): r for r in align((first, copy, again))}
    assert {pair: r.direction for pair, r in found.items()} == dict.fromkeys(found, "left_to_right")
    assert found["a", "c"].why == "Lock Letters credits Quay News, which credits The Bell."
