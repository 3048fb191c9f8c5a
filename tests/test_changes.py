"""What was changed between copies: the table of written cases, a class at a time."""

import pytest

from headwater.align import compare
from headwater.align.changes import classify_cut
from headwater.quotations.comparing import match
from headwater.quotations.pieces import read_quotation, read_words
from headwater.records import Analysis, Document, Span
from phenomena.changes import CLASSES, TURNS

BEFORE = "Nobody in the valley could remember a spring in which the road was closed for so long."
AFTER = "Children from the upper farms were taken to school in the baker's sledge until the middle of the week."


def analysis(name: str, sentence: str) -> Analysis:
    return Analysis(Document(name, name, "", f"{BEFORE} {sentence} {AFTER}"), (), (), (), ())


@pytest.mark.parametrize("name", CLASSES)
def test_the_classes_of_a_change(name: str) -> None:
    assert len(CLASSES[name]) >= 10
    wrong = []
    for left, right, expected in CLASSES[name]:
        for one, other in ((left, right), (right, left)):
            found = compare(analysis("a", one), analysis("b", other))
            classes = {c for r in found for change in r.changes for c in change.classes}
            if classes != set(expected):
                wrong.append(f"{one} / {other}: {sorted(classes)}")
    assert not wrong, "\n".join(wrong)


def test_a_cut_that_turns_what_is_said_is_told_from_one_that_does_not() -> None:
    assert len(TURNS) >= 10
    wrong = []
    for original, quoted, turns in TURNS:
        said = read_quotation(quoted, [Span(0, len(quoted))])
        found = match(quoted, said, original, read_words(original, 0, len(original)))
        assert found, quoted
        classes = {c for change in found.cuts for c in change.classes}
        start, end = found.place.start, found.place.end
        for rest in (original[:start], original[end:]):
            classes |= set(classify_cut(rest))
        if ("turn" in classes) != turns:
            wrong.append(f"{original} / {quoted}: {sorted(classes)}")
    assert not wrong, "\n".join(wrong)


def test_a_long_cut_from_a_quotation_keeps_its_classes() -> None:
    left_out = (
        "possibly because the board of the water works had asked the mayor of Orin for a second survey of the northern"
        " gate before the spring"
    )
    assert "hedge" in classify_cut(left_out)


def test_other_text_between_two_shared_stretches_is_no_change_of_a_statement() -> None:
    long = "The mayor of Orin said on 4 May that 312 families had not been told, and that perhaps nobody ever would be "
    put_in = f"{long}by the board of the water works."
    (found,) = compare(analysis("a", "The road is open."), analysis("b", f"The road is open. {put_in}"))
    assert [(c.kind, c.classes) for c in found.changes] == [("inserted", ())]
