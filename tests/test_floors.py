"""The gate that holds accuracy: a figure below its floor, a vanished figure and other data are all said."""

from floors import judge

FLOOR = {"data": "d", "figures": {"f1": 70.0}}


def test_a_figure_at_or_above_its_floor_passes() -> None:
    assert judge("x", FLOOR, {"data": "d", "figures": {"f1": 70.0, "other": 1.0}}) == []


def test_a_figure_below_its_floor_fails() -> None:
    assert judge("x", FLOOR, {"data": "d", "figures": {"f1": 69.0}}) == ["x: f1 is 69.0, below its floor 70.0"]


def test_a_figure_that_vanished_or_changed_data_fails() -> None:
    assert len(judge("x", FLOOR, {"data": "e", "figures": {}})) == 2
