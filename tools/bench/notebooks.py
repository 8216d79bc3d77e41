"""The notebooks of the graders that convgrade is compared with: an assignment of six exercises, as a student hands it in."""

from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_notebook

EXERCISES = "corr2d", "corr2d_multi_in", "out_size", "pool2d", "corr2d_strided", "toeplitz_1d"
NOTEBOOK = "ps1.ipynb"
PRODUCT, FLIPPED = "X[i + a, j + b] * K[a, b]", "X[i + a, j + b] * K[-1 - a, -1 - b]"
KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}, "language_info": {"name": "python"}}
IMPORTS = "import numpy as np"

OTTER_TEST = """\
from live import check
from otter.test_files import test_case

OK_FORMAT = False
name = "{name}"
points = 1


@test_case()
def holds({name}):
    check("{name}", {name})
"""
NBGRADER_TEST = 'from live import check\n\ncheck("{name}", {name})'


def right() -> dict[str, str]:
    """The right solutions, each the text of a cell."""
    text = (Path(__file__).parent / "homework.py").read_text("utf-8").strip()
    return dict(zip(EXERCISES, text.split("\n\n\n")[1:], strict=True))


def with_a_flipped_kernel() -> dict[str, str]:
    """The same, but for a wrong corr2d."""
    answers = right()
    assert PRODUCT in answers["corr2d"]
    return answers | {"corr2d": answers["corr2d"].replace(PRODUCT, FLIPPED)}


def for_otter(answers: dict[str, str]) -> NotebookNode:
    """A submission: after each answer the cell that checks it, as `otter assign` lays it out."""
    cells = [new_code_cell(f'import otter\n\ngrader = otter.Notebook("{NOTEBOOK}")'), new_code_cell(IMPORTS)]
    for name, answer in answers.items():
        cells += [new_code_cell(answer), new_code_cell(f'grader.check("{name}")')]
    return new_notebook(cells=cells, metadata=KERNEL)


def otter_test(name: str) -> str:
    """The test file of one question."""
    return OTTER_TEST.format(name=name)


def for_nbgrader(answers: dict[str, str]) -> NotebookNode:
    """The instructor's source: after each answer a locked cell with its test, worth a point."""
    cells = [new_code_cell(IMPORTS)]
    for name, answer in answers.items():
        cells.append(_graded(answer, f"{name}-answer", solution=True))
        cells.append(_graded(NBGRADER_TEST.format(name=name), name, grade=True, locked=True, points=1))
    return new_notebook(cells=cells, metadata=KERNEL)


def answered(released: NotebookNode, answers: dict[str, str]) -> NotebookNode:
    """A submission: what the students got, with answers in it."""
    for cell in released.cells:
        name, is_answer, _ = cell.metadata.get("nbgrader", {}).get("grade_id", "").partition("-answer")
        if is_answer:
            cell.source = answers[name]
    return released


def _graded(source: str, name: str, **marks: Any) -> NotebookNode:
    about = {"schema_version": 3, "grade_id": name, "cell_type": "code", "grade": False, "locked": False, "solution": False, "task": False}
    return new_code_cell(source, metadata={"nbgrader": about | marks})
