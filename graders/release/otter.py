"""What `otter assign` needs: a master notebook with statements, stubs, solutions and tests, and a copy of the instructor kit."""

import json
import shutil
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import version
from pathlib import Path
from typing import Any

from ..assignment import Assignment
from ..exercise import Exercise
from ..plan import plan_at
from ..questions import Question
from .cells import asked_in, by_chapter, code, markdown, notebook_of, raw, replace, text_of, told
from .placing import put
from .solution import answer_key, ending, solved, with_answers

KIT = "convgrade-kit"
BEGIN, END = "# BEGIN SOLUTION NO PROMPT", "# END SOLUTION"
PROMPT = '{before}""" # BEGIN PROMPT\n{prompt}\n{before}""" # END PROMPT'


def write(kit: Path, out: Path, root: Path | None) -> list[str]:
    """Write the folder that `otter assign` is run in. Gives lines that say what to do with it, and which files were there before.

    Raises:
        AssignmentError: the kit is none, or not whole.
    """
    plan = plan_at(kit)
    assignment, exercises, questions = plan.assignment, with_answers(plan.exercises, root), plan.questions
    out.mkdir(parents=True, exist_ok=True)
    beside = out / f".{KIT}.part"
    shutil.rmtree(beside, ignore_errors=True)
    shutil.copytree(kit, beside)
    put(beside, out / KIT)
    wheel = next((one.name for one in sorted(kit.glob("convgrade-*.whl"))), "")
    kept = replace(out / f"{assignment.name}.ipynb", master(assignment, exercises, questions, answer_key(root), wheel))
    kept += replace(out / "README.md", README.format(name=assignment.name, kit=KIT))
    return told(out, kept)


def master(
    assignment: Assignment, exercises: Mapping[str, Exercise], questions: Mapping[str, Question], answers: Mapping[str, Any], wheel: str
) -> str:
    """The text of the master notebook. Tests are run by `otter assign` only if all solutions are there."""
    complete = all(one.answers for one in exercises.values()) and questions.keys() <= answers.keys()
    return notebook_of(cells(assignment, exercises, questions, answers, configuration(wheel, complete)))


def configuration(wheel: str, complete: bool) -> str:
    """The configuration of the assignment: tests are files, which Colab needs; the kit goes into the autograder alone, with its wheel."""
    requirement = f"/autograder/source/files/{KIT}/{wheel}" if wheel else f"convgrade=={version('convgrade').partition('+')[0]}"
    python = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return CONFIGURATION.format(run_tests=json.dumps(complete), kit=KIT, requirement=requirement, python=python)


def cells(
    assignment: Assignment, exercises: Mapping[str, Exercise], questions: Mapping[str, Question], answers: Mapping[str, Any], config: str
) -> Iterator[Any]:
    yield raw(config)
    yield markdown(f"# {assignment.title}\n\n{INTRODUCTION}")
    for chapter, some, asked in by_chapter(exercises.values(), questions.values()):
        for exercise in some:
            solution = f"{solved(exercise, BEGIN, END)}\n{PROMPT.format(before='    ', prompt=ending(exercise))}"
            text = markdown(exercise.text("statement.md").strip())
            yield from question(exercise.name, assignment.exercises[exercise.name].total, text, solution)
        if asked:
            yield asked_in(chapter, asked[0])
        for one in asked:
            answer = f"{one.id} = {answers[one.id]!r}" if one.id in answers else ""
            solution = "\n".join([BEGIN, answer, END, PROMPT.format(before="", prompt=f"{one.id} = None")])
            yield from question(one.id, assignment.questions[one.id], text_of(one), solution)


def question(name: str, points: float, text: Any, solution: str) -> Iterator[Any]:
    """What otter calls a question: an exercise, or a question of ours."""
    yield raw(f"# BEGIN QUESTION\nname: {name}\npoints: {points:g}")
    yield text
    yield raw("# BEGIN SOLUTION")
    yield code(solution)
    yield raw("# END SOLUTION")
    yield raw("# BEGIN TESTS")
    yield code(TEST.format(name=name))
    yield raw("# END TESTS")
    yield raw("# END QUESTION")


INTRODUCTION = """Replace each `raise NotImplementedError(...)` by your own code and run the cell. The cell below it shows the smallest input on which
your function is wrong: that is practice, on public cases. A loop that never ends can be interrupted."""

TEST = """def {name}_holds(env):
    from convgrade.systems.notebook import require

    require("{name}", env)"""

CONFIGURATION = """# ASSIGNMENT CONFIG
run_tests: {run_tests}
export_cell:
  pdf: false
  filtering: false
  run_tests: false
  ignore_log: true
tests:
  files: true
  ok_format: false
show_question_points: true
files: []
autograder_files:
- {kit}
requirements:
- {requirement}
python_version: "{python}"
plugins:
- convgrade.systems.otter.Isolated:
    kit: {kit}
"""

README = """# {name} for otter-grader

    pip install 'otter-grader[grading]>=7'
    otter assign {name}.ipynb dist
    otter run -a dist/autograder/{name}-autograder_*.zip -o RESULTS SUBMISSION

Run the first two here, beside convgrade. `dist/student` is what students get: nothing of the secret cases, the solutions or the kit is in it.
`dist/autograder/*.zip` grades, with `otter run`, `otter grade` (Docker) or on Gradescope. The master notebook holds solutions, and `{kit}` the
secret cases: keep both.

Students install the wheel of the student kit where they work, and `grader.check("...")` shows them what `check` shows. On Colab, set
`runs_on: colab` in the first cell; they upload `tests/` beside the notebook.

## How it grades

The plugin `convgrade.systems.otter.Isolated` takes a submission away before otter runs it, and grades it in isolated workers against
`{kit}`: the same points as `convgrade grade --assignment`. Otter's kernel gets an empty notebook, so a submission cannot reach the tests or the
scores, and its `.OTTER_LOG` is never read. `results.json` has an entry for the points of each exercise, and entries for what public and secret
cases say, each with the visibility that `assignment.toml` asks for under `[students_see]`.

What a student's code imports has to be installed where it is graded: add it under `requirements` in the first cell. Where it is missing, the
exercise has no points in `results.json` (0 in otter's own tables), and NOT GRADED is printed for you.

## What otter cannot open

Otter opens a submission before any plugin is asked: it unpacks a zip without limits, and reads the notebook. At what is no notebook, or two of
them in a zip, it stops without results. Give it an empty notebook instead, which convgrade knows to be any file, folder or zip:

    python -m convgrade.systems.otter_door run dist/autograder/*.zip SUBMISSION... --out RESULTS     # in place of otter run
    python -m convgrade.systems.otter_door seal dist/autograder/*.zip     # before the zip goes to Gradescope or otter grade
"""
