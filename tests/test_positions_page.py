"""Positions as a reader sees them: steps with places, each utterance once, and wording that is measured only."""

import re

import pytest

from headwater import report
from headwater.errors import NotFoundError
from headwater.export.terminal import render_positions
from headwater.pipeline import relate
from headwater.pipeline.analysing import analyse
from headwater.read import make_document
from headwater.records import Case, Document

FIRST = (
    "Tolland on the dam\n\n"
    'Mayor Mira Tolland said: "The eastern dam is a folly, and the folly must be stopped before the spring."\n\n'
    'Tolland said: "The folly will cost this town its river and its fields."\n'
)
COPY = (
    "The mayor speaks\n\n"
    'Mayor Mira Tolland said: "The eastern dam is a folly, and the folly must be stopped before the spring."\n'
)
LATER = (
    "Tolland again\n\n"
    'Mayor Mira Tolland said: "The eastern dam is a duty, and the duty must be done before the spring."\n\n'
    'Tolland said: "The duty is to those who live below the wall."\n\n'
    "Tolland changed her mind about the dam after the flood.\n"
)


def document(name: str, text: str, published: str) -> Document:
    return Document(f"document-{name}", f"{name}.txt", "", text, publisher=name, published=published, language="en")


@pytest.fixture(scope="module")
def case() -> Case:
    return relate(
        [
            analyse(document("Harl Wire", FIRST, "2031-03-01")),
            analyse(document("Karsat Post", COPY, "2031-03-02")),
            analyse(document("Lantern", LATER, "2031-09-10")),
        ]
    )


def test_a_movement_shows_its_step_with_the_words_and_why(case: Case) -> None:
    (movement,) = report.position_list(case, topic="dam").movements
    (step,) = movement.steps
    assert (movement.name, step.stance) == ("Mira Tolland", "changed her mind")
    assert step.places[0].text == "Tolland changed her mind about the dam after the flood."


def test_each_utterance_is_listed_once_as_first_reported(case: Case) -> None:
    said = report.position_list(case, "Tolland", topic="dam").said
    folly = [statement.place.label for statement in said if "folly" in statement.place.text]
    assert folly == ["Harl Wire, 1 March 2031"]


def test_words_of_one_period_only_are_counted(case: Case) -> None:
    wording = report.position_list(case, "Tolland").wording
    assert wording is not None
    assert [(use.word, use.statements) for use in wording.gone] == [("folly", 2)]
    assert [(use.word, use.statements) for use in wording.new] == [("duty", 2)]


def test_the_same_in_other_words_is_set_side_by_side(case: Case) -> None:
    (pair,) = report.position_list(case, "Tolland").rewordings
    assert (pair.earlier.published, pair.later.published) == ("2031-03-01", "2031-09-10")
    assert pair.gone == ("folly", "folly", "stopped")
    assert pair.new == ("duty", "duty", "done")


def test_the_terminal_says_that_it_measures_and_does_not_interpret(case: Case) -> None:
    shown = render_positions(report.position_list(case, "Tolland"), 100, False)
    assert "measured, not interpreted" in shown
    assert re.search(r"only 10 September 2031, \d statements: duty \(2\)", shown)


def test_a_case_in_which_nothing_moved_says_so() -> None:
    still = relate([analyse(document("Harl Wire", FIRST, "2031-03-01"))])
    assert render_positions(report.position_list(still), 100, False).startswith("No position is shown to have moved")


def test_a_name_that_nobody_has_is_not_found(case: Case) -> None:
    with pytest.raises(NotFoundError):
        report.position_list(case, "Nobody Known")


def test_what_is_told_is_listed_in_its_sentence_and_what_is_wanted_is_not() -> None:
    text = (
        "Dam\n\nMayor Mira Tolland said that the dam was a duty.\n\nTolland praised the old wall of the town.\n\n"
        "Tolland wants a new wall for the town.\n"
    )
    made = make_document(text, name="a.txt", published="2031-02-03")
    said = report.position_list(relate([analyse(made)]), "Tolland").said
    shown = [line.shown.text for line in said]
    assert "Tolland praised the old wall of the town." in shown
    assert not any("new wall" in words for words in shown)
