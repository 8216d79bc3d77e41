"""What nbgrader needs: a course folder with the source of the assignment, and a configuration that grades it in isolated workers."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..assignment import Assignment
from ..exercise import Exercise
from ..plan import plan_at
from ..questions import Question
from .cells import asked_in, by_chapter, code, markdown, notebook_of, replace, text_of, told
from .solution import solved, with_answers


def write(kit: Path, out: Path, root: Path | None) -> list[str]:
    """Write a course folder; the kit stays outside, where no student gets it.

    Gives lines that say what to do with it, and which files were there before.

    Raises:
        AssignmentError: the kit is none, or not whole.
    """
    plan = plan_at(kit)
    assignment, exercises, questions = plan.assignment, with_answers(plan.exercises, root), plan.questions
    name = assignment.name
    kept = replace(out / "source" / name / f"{name}.ipynb", notebook_of(cells(assignment, exercises, questions)))
    place = os.path.relpath(kit.resolve(), out.resolve())
    kept += replace(out / "nbgrader_config.py", CONFIGURATION.format(name=name, kit=place))
    kept += replace(out / "README.md", README.format(name=name, kit=place))
    return told(out, kept)


def cells(assignment: Assignment, exercises: Mapping[str, Exercise], questions: Mapping[str, Question]) -> Iterator[Any]:
    yield locked(markdown(f"# {assignment.title}\n\n{INTRODUCTION}"), "introduction")
    for chapter, some, asked in by_chapter(exercises.values(), questions.values()):
        for exercise in some:
            yield locked(markdown(exercise.text("statement.md").strip()), f"{exercise.name}-statement")
            solution = solved(exercise, "### BEGIN SOLUTION", "### END SOLUTION")
            yield marked(code(solution), f"{exercise.name}-answer", solution=True)
            yield test(exercise.name, assignment.exercises[exercise.name].total)
        if asked:
            yield locked(asked_in(chapter, asked[0]), f"{chapter}-questions")
        for one in asked:
            yield locked(text_of(one), f"{one.id}-statement")
            yield code(f"{one.id} = None")  # a solution cell would lose this line
            yield test(one.id, assignment.questions[one.id])


def test(name: str, points: float) -> Any:
    """The cell that gives the points of an exercise or a question."""
    return marked(code(TEST.format(name=name)), name, grade=True, locked=True, points=points)


def locked(cell: Any, name: str) -> Any:
    return marked(cell, name, locked=True)


def marked(cell: Any, name: str, **marks: Any) -> Any:
    """A cell with what nbgrader has to know of it (schema 3)."""
    about = {"schema_version": 3, "grade_id": name, "cell_type": cell.cell_type, "grade": False, "locked": False, "solution": False, "task": False}
    cell.metadata["nbgrader"] = about | marks
    return cell


INTRODUCTION = """Replace each `raise NotImplementedError(...)` by your own code and run the cell. The cell below it shows the smallest input on which
your function is wrong: that is practice, on public cases. A loop that never ends can be interrupted."""

TEST = """from convgrade.systems.notebook import require

require("{name}", globals())"""

CONFIGURATION = '''"""Where an instructor kit is known, notebooks are graded by convgrade, in isolated workers, and not run."""

from pathlib import Path

from convgrade.systems.nbgrader import Isolated, Restored
from nbconvert.preprocessors import ClearMetadataPreprocessor
from nbgrader.preprocessors import (
    AssignLatePenalties,
    CheckCellMetadata,
    ClearOutput,
    DeduplicateIds,
    IgnorePattern,
    LimitOutput,
    OverwriteCells,
    OverwriteKernelspec,
    SaveAutoGrades,
)

c = get_config()  # noqa: F821, nbgrader defines it
here = Path(__file__).parent
c.CourseDirectory.root = str(here)

c.Isolated.kits = c.Restored.kits = {{"{name}": str(here / "{kit}")}}
c.Autograde.sanitize_preprocessors = [ClearOutput, Restored, DeduplicateIds, OverwriteKernelspec, OverwriteCells, CheckCellMetadata]
c.Autograde.autograde_preprocessors = [
    Isolated,  # in the place of Execute
    IgnorePattern,
    ClearMetadataPreprocessor,
    LimitOutput,
    SaveAutoGrades,
    AssignLatePenalties,
    CheckCellMetadata,
]
'''

README = """# {name} for nbgrader

    pip install 'nbgrader>=0.9.6'
    nbgrader generate_assignment {name}     # source/ -> release/, what students get: no solutions, no secret cases
    nbgrader autograde {name}     # submitted/STUDENT/{name}/{name}.ipynb -> gradebook.db
    nbgrader generate_feedback {name}     # the pages to hand back
    nbgrader export     # grades.csv

Run them in this folder, beside convgrade. Students install the wheel of the student kit where they work.

To use a course folder that you have, copy `source/{name}` into its `source` and what `nbgrader_config.py` says into its own; its `kits` name the
instructor kit of each assignment, here `{kit}`; other assignments are run as ever. Keep the kit out of `source`: what lies there is handed out.

## How it grades

`convgrade.systems.nbgrader.Restored` first makes the locked cells what they were, whatever a student did to them or to what the notebook says of
them. `Isolated` takes the place of nbgrader's `Execute`: it grades the text of a notebook, and of scripts beside it, in isolated workers against
the kit, and writes points and feedback into the cells that give points. Points are those of `convgrade grade --assignment`, partial ones too.
Nothing that a student wrote runs in nbgrader's kernel, whatever a notebook says of its cells.

- Every autograder test of such a notebook has to be an exercise or a question of the kit. Another one that you add is not run, and gives 0 with an
  error. Cells that you grade by hand are left alone.
- Points are those of `assignment.toml`: change them there and release again, not in the notebook.
- Feedback and points go out when you hand the feedback back; of `[students_see]`, nbgrader knows `hidden` and everything else.
- What a student's code imports has to be installed here. What is missing is logged as NOT GRADED and counts 0 until you look at it.

## What it cannot do

- Without this configuration, nbgrader runs the notebook itself: the test cells then check the public cases alone, all or nothing, in the kernel of
  the student's code, which can make itself pass. `nbgrader validate` does so, as a help for students, and so does their own notebook.
- nbgrader reads a notebook before any step is asked. What is no notebook ends without a grade, and the others go on;
  `convgrade grade FILE --assignment {kit} --out GRADES` gives a report on anything.
"""
