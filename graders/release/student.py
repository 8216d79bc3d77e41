"""What a student gets of an assignment: the wheel to check with, a notebook, stubs, and how to begin. Nothing of it tells an answer or a seed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined

from ..assignment import Assignment
from ..exercise import Exercise, checks_of
from ..kit import notebook, scripts
from ..property import VALUE
from ..questions import Question
from ..scoring import Points
from .wheel import student_wheel

RIGHT_VALUES = "Every result is what it should be."


def write_student_kit(assignment: Assignment, exercises: Mapping[str, Exercise], questions: Mapping[str, Question], out: Path) -> None:
    """Write the folder that students get.

    Args:
        exercises: at least those of the assignment. The wheel checks all of them; notebook and stubs ask for those of the assignment.
        questions: likewise.
        out: a folder that is new, or empty.

    Raises:
        FileExistsError: there is something in `out`; nothing was written then.
        BankError: an exercise has no bank, or one that a student must not get.
    """
    if out.exists() and any(out.iterdir()):
        raise FileExistsError(17, "File exists", str(out))
    wheel = student_wheel(exercises, out, questions)
    chosen = [exercises[name] for name in assignment.exercises]
    asked = [questions[name] for name in assignment.questions]
    worth = {name: "\n".join(points_told(points, exercises[name])) for name, points in assignment.exercises.items()}
    worth |= {name: in_points(points) for name, points in assignment.questions.items()}
    pages = Environment(loader=PackageLoader("convgrade", "templates/student"), undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    told = {"assignment": assignment, "wheel": wheel.name, "exercises": chosen, "questions": asked, "points": in_points(assignment.max_score)}
    opening = pages.get_template("opening.md.jinja").render(told)
    texts = {
        "README.md": pages.get_template("README.md.jinja").render(told) + "\n",
        f"{assignment.name}.ipynb": notebook(chosen, asked, opening, worth, alone=True),
        **scripts(chosen, asked, worth),
    }
    for name, text in texts.items():
        (out / name).write_text(text, "utf-8", newline="\n")


def points_told(points: Points, exercise: Exercise) -> Iterator[str]:
    """What an exercise is worth, in Markdown: in a line, or in a line for each property."""
    yield f"**{in_points(points.total)}**" + (", by what holds; the rest counts once half of the results are right:\n" if points.properties else "")
    says = {VALUE: RIGHT_VALUES} | {one.name: one.says for one in checks_of(exercise).properties}
    for name, number in points.properties.items():
        yield f"- {in_points(number)}: {says.get(name, name)}"


def in_points(number: float) -> str:
    return f"{number:.10g} {'point' if number == 1 else 'points'}"
