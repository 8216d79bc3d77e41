"""Pictures of counterexamples: what is drawn where."""

import numpy as np
import pytest

from convgrade.picture import panels, picture


def test_an_array_of_channels_is_drawn_a_panel_a_channel() -> None:
    assert panels("X", np.array([[[1.0, 2.0]], [[3.0, 4.0]]])) == [("X[0]", [" 1  2"]), ("X[1]", [" 3  4"])]


def test_channels_last_are_drawn_as_images_where_the_layout_says_so() -> None:
    x = np.arange(8.0).reshape(1, 2, 2, 2)
    assert panels("x", x, "NHWC") == [("x[0, :, :, 0]", [" 0  2", " 4  6"]), ("x[0, :, :, 1]", [" 1  3", " 5  7"])]


def test_the_differing_entry_is_marked_in_its_panel_alone() -> None:
    drawn = panels("yours", np.array([[[1.0]], [[3.0]]]), "", (1, 0, 0))
    assert drawn == [("yours[0]", [" 1"]), ("yours[1]", [">3<"])]


def test_of_many_panels_only_the_marked_one_is_drawn() -> None:
    assert panels("yours", np.zeros((9, 1, 1)), "", (7, 0, 0)) == [("yours[7]", [">0<"])]


def test_panels_left_out_are_counted() -> None:
    assert panels("X", np.zeros((9, 1, 1)))[-1] == ("...", ["3 more"])


@pytest.mark.parametrize("value", [3, "valid", [1, 2], None, np.zeros((0, 1, 1))])
def test_what_is_no_image_is_one_block(value: object) -> None:
    assert len(panels("argument", value)) == 1


def test_a_wrong_shape_marks_nothing() -> None:
    example = {"call": "f(np.array([[[1.0]]]))", "arguments": {"X": [[[1.0]]]}, "where": [0, 0, 0], "got": [[1.0]], "expected": [[[2.0]]]}
    assert ">" not in picture(example, 76)


def test_infinities_are_drawn() -> None:
    example = {"call": "f(np.array([[1.0]]))", "arguments": {"X": [[1.0]]}, "where": [0, 0], "got": [["-inf"]], "expected": [[2.0]]}
    assert ">-inf<" in picture(example, 76)
