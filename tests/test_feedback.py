"""What a learner is told: the picture, the sum behind an entry, and the same in a terminal and as HTML."""

import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from convgrade.exercise import find
from convgrade.feedback import Feedback, feedback_of
from convgrade.grading import Judgement
from convgrade.html import fragment
from convgrade.numberline import NumberLine
from convgrade.panels import Cell, Panel, axis_panel, panels_of
from convgrade.report import entry
from convgrade.show import call_line
from convgrade.spoken import arguments_of
from convgrade.submission import File, Submission
from convgrade.terminal import text

FLIPPED = """
import numpy as np
def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]: raise ValueError
    Y = np.zeros((X.shape[0] - h + 1, X.shape[1] - w + 1))
    for i in range(Y.shape[0]):
        for j in range(Y.shape[1]):
            Y[i, j] = (X[i:i + h, j:j + w] * K[::-1, ::-1]).sum()
    return Y
"""
LOSES_A_ROW = FLIPPED.replace("K[::-1, ::-1]", "K").replace("return Y", "return Y[:-1]")
Judge = Callable[..., Judgement]


def told(judge: Judge, name: str, source: str) -> Feedback:
    judged = judge(name, source)
    return feedback_of(entry(judged, Submission(f"{name}.py", (File(f"{name}.py", ((f"{name}.py", source),)),), "")), find()[name])


def marked(panel: Panel) -> list[tuple[str, str]]:
    return [(cell.text, cell.mark) for row in panel.rows for cell in row if cell.mark]


def test_the_window_and_the_entry_that_differs_are_marked(judged: Judge) -> None:
    panels = {panel.title: panel for panel in told(judged, "corr2d", FLIPPED).panels}
    assert {mark for name in ("X", "K") for _, mark in marked(panels[name])} == {"window"}
    assert [mark for _, mark in marked(panels["yours"])][:1] == ["wrong"]
    assert [mark for _, mark in marked(panels["expected"])][:1] == ["right"]


def test_the_sum_of_the_entry_is_written_out(judged: Judge) -> None:
    assert re.fullmatch(r"Row 0, column 0 should be 1·1 \+ 2·2 = 5; yours is 4\.", told(judged, "corr2d", FLIPPED).working)


def test_rows_that_are_missing_are_marked_in_what_is_expected(judged: Judge) -> None:
    panels = told(judged, "corr2d", LOSES_A_ROW).panels
    assert "right" in {mark for _, mark in marked(panels[-1])}
    assert "shape" in panels[-1].title


def test_what_passed_is_told_without_a_picture(judged: Judge) -> None:
    feedback = told(judged, "corr2d", FLIPPED.replace("K[::-1, ::-1]", "K"))
    assert (feedback.heading, feedback.panels, feedback.hints) == ("passed", (), ())


def test_an_error_is_told_with_the_line_and_what_was_printed(judged: Judge) -> None:
    feedback = told(judged, "corr2d", "def corr2d(X, K):\n    print('here', X.shape)\n    return X[99]\n")
    assert "return X[99]" in feedback.more
    assert "here (" in feedback.more


@pytest.mark.parametrize("width", [40, 80, 120])
@pytest.mark.parametrize("source", [FLIPPED, LOSES_A_ROW])
def test_no_line_is_wider_than_the_terminal(source: str, width: int, judged: Judge) -> None:
    assert max(map(len, text(told(judged, "corr2d", source), width).splitlines())) <= width


def test_colour_changes_no_word(judged: Judge) -> None:
    feedback = told(judged, "corr2d", FLIPPED)
    assert re.sub(r"\x1b\[[\d;]*m", "", text(feedback, colour=True)) == text(feedback)


def test_every_mark_has_a_sign_without_colour(judged: Judge) -> None:
    drawn = text(told(judged, "corr2d", FLIPPED))
    assert "[1]" in drawn
    assert ">4<" in drawn
    assert ">5<" in drawn


def test_html_takes_nothing_for_markup() -> None:
    hostile = "<script>alert(1)</script>\"'"
    panel = Panel(hostile, ((Cell(hostile, "wrong"),),), ((0.0, 1.0),))
    page = str(fragment(Feedback(hostile, "not_yet", "not yet", hostile, hostile, (panel,), hostile, hostile, hostile, (hostile,))))
    assert "<script" not in page
    assert page.count("&lt;script") == 9


def test_html_is_made_of_what_untrusted_notebooks_keep(judged: Judge) -> None:
    page = str(fragment(told(judged, "corr2d", FLIPPED)))
    kept = {"div", "strong", "span", "p", "pre", "code", "table", "caption", "tbody", "tr", "td", "details", "summary"}
    assert set(re.findall(r"<(\w+)", page)) <= kept
    assert not re.search(r"var\(|light-dark|currentColor|inherit|class=|id=", page)


def test_hints_open_one_after_another(judged: Judge) -> None:
    page = str(fragment(told(judged, "corr2d", FLIPPED)))
    assert re.search(r"<summary>Hint 1 of \d</summary>.*<summary>Hint 2 of \d</summary>.*</details></details>", page, re.DOTALL)


def test_an_array_of_channels_is_a_panel_a_channel() -> None:
    assert [panel.title for panel in panels_of("X", np.array([[[1.0, 2.0]], [[3.0, 4.0]]]))] == ["X[0]", "X[1]"]


def test_channels_last_are_images_where_the_layout_says_so() -> None:
    drawn = panels_of("x", np.arange(8.0).reshape(1, 2, 2, 2), layout="NHWC")
    assert [(panel.title, [cell.text for row in panel.rows for cell in row]) for panel in drawn] == [
        ("x[0, :, :, 0]", ["0", "2", "4", "6"]),
        ("x[0, :, :, 1]", ["1", "3", "5", "7"]),
    ]


def test_of_many_panels_only_the_marked_ones_are_drawn_and_the_rest_is_counted() -> None:
    drawn = panels_of("yours", np.zeros((9, 1, 1)), {(7, 0, 0): "wrong"})
    assert [panel.title for panel in drawn] == ["yours[7]", "..."]
    assert drawn[1].rows[0][0].text == "8 more"


def test_a_large_matrix_is_cropped_around_what_is_marked_with_the_whole_as_a_heat_map() -> None:
    (panel,) = panels_of("X", np.arange(1600.0).reshape(40, 40), {(30, 35): "wrong"})
    assert ("1235", "wrong") in marked(panel)
    assert len(panel.rows) <= 11
    assert panel.heat[0][0] == 0.0
    assert panel.heat[-1][-1] == 1.0


def test_windows_on_a_padded_axis_are_a_row_each() -> None:
    panel = axis_panel(NumberLine("height", 3, 1, 1, ((0, 3), (2, 5))))
    assert [[cell.text for cell in row] for row in panel.rows] == [["0", "1", "2", "3", "0"], ["x", "x", "x", "", ""], ["", "", "x", "x", "x"]]


@pytest.mark.parametrize(
    "arguments",
    [
        (np.array([[1.0, -2.5]]), 3),
        (np.zeros((2, 0)),),
        ((1, 2), "same", None, True),
        ([{"kind": "conv", "k": (3, 3)}],),
        (np.array([np.nan, -np.inf]),),
    ],
    ids=["array", "empty", "plain", "layers", "infinite"],
)
def test_arguments_are_read_back_from_the_line_to_paste(arguments: tuple[Any, ...]) -> None:
    back = arguments_of(call_line("f", arguments))
    assert len(back) == len(arguments)
    assert all(
        np.array_equal(a, b, equal_nan=a.dtype.kind == "f") if isinstance(a, np.ndarray) else a == b for a, b in zip(back, arguments, strict=True)
    )
