"""What a student starts from: a stub for each exercise, a file for answers, and one notebook with all statements and questions."""

import contextlib
import json
import re
import shlex
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .answers import FORMS
from .exercise import QUESTION, Exercise
from .terminal import filled

if TYPE_CHECKING:
    from .questions import Question

NOTEBOOK = "exercises.ipynb"
ANSWERS = "questions.py"
UNANSWERED = re.compile(rf"^(?:#.*|{QUESTION.pattern}\s*=\s*None\s*|check\(.*)$", re.MULTILINE)  # lines written here that answer nothing
PYTHON = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}, "language_info": {"name": "python"}}
NOTHING: Mapping[str, str] = {}


def write_kit(exercises: Iterable[Exercise], questions: "Iterable[Question]", directory: Path) -> tuple[list[Path], list[Path]]:
    """Write stubs and notebook into a folder; what is there is never overwritten. Gives the files written and those kept."""
    directory.mkdir(parents=True, exist_ok=True)
    chosen, asked = list(exercises), list(questions)
    written, kept = [], []
    for name, text in {**scripts(chosen, asked), NOTEBOOK: notebook(chosen, asked, INTRODUCTION)}.items():
        file = directory / name
        try:
            with file.open("x", encoding="utf-8") as new:
                new.write(text)
            written.append(file)
        except FileExistsError:
            kept.append(file)
    return written, kept


def scripts(exercises: Sequence[Exercise], questions: "Sequence[Question]", worth: Mapping[str, str] = NOTHING) -> dict[str, str]:
    """Files of Python to be filled in, by their names. `worth` says what exercises and questions are worth, in words, by name."""
    stubs = {f"{exercise.name}.py": exercise.text("stub.py") for exercise in exercises}
    return stubs | ({ANSWERS: answer_sheet(questions, worth)} if questions else {})


def notebook(
    exercises: Sequence[Exercise], questions: "Sequence[Question]", opening: str, worth: Mapping[str, str] = NOTHING, alone: bool = False
) -> str:
    """A notebook, chapter by chapter: statement and stub of each exercise, then text and answer of each question.

    If it asks for these exercises `alone`, it says so where `kit_in` reads it.
    """
    import nbformat
    from nbformat import v4

    cells = [v4.new_markdown_cell(opening), v4.new_code_cell("from convgrade import check")]
    for chapter in dict.fromkeys([*(one.chapter for one in exercises), *(one.chapter for one in questions)]):
        for exercise in exercises:
            if exercise.chapter == chapter:
                cells += exercise_cells(exercise, worth.get(exercise.name, ""))
        cells += question_cells(chapter, [one for one in questions if one.chapter == chapter], worth)
    for cell, identity in zip(cells, identities(), strict=False):
        cell["id"] = identity
    mark = {"convgrade": {"exercises": [exercise.name for exercise in exercises]}} if alone else {}
    made = v4.new_notebook(cells=cells, metadata=PYTHON | mark)
    nbformat.validate(made)
    return f"{nbformat.writes(made)}\n"


def exercise_cells(exercise: Exercise, worth: str) -> Iterator[Any]:
    from nbformat import v4

    title, _, text = exercise.text("statement.md").strip().partition("\n")
    yield v4.new_markdown_cell("\n\n".join(filter(None, [title, worth, text.strip()])))
    yield v4.new_code_cell(exercise.text("stub.py").strip())
    yield v4.new_code_cell(f"check({exercise.name})")


def question_cells(chapter: str, questions: "Sequence[Question]", worth: Mapping[str, str]) -> Iterator[Any]:
    from nbformat import v4

    if questions:
        yield v4.new_markdown_cell(f"# Questions: {chapter}\n\n{answering(questions[0])}")
    for one in questions:
        options = "\n".join(f"- {option}" for option in one.lettered)
        title = f"**{one.id}: {one.title}**{in_brackets(one, worth)}"
        yield v4.new_markdown_cell("\n\n".join(filter(None, [title, one.text, options, form_of(one)])))
        yield v4.new_code_cell(f'{one.id} = None\ncheck("{one.id}", {one.id})')


def answer_sheet(questions: "Sequence[Question]", worth: Mapping[str, str]) -> str:
    """A file of Python with a comment and a line to fill in for each question."""
    parts = [as_comment(answering(questions[0]))]
    for one in questions:
        title = f"{one.id}: {one.title}{in_brackets(one, worth)}"
        text = "\n\n".join(filter(None, [title, one.text, "\n".join(one.lettered), form_of(one)]))
        parts.append(f"{as_comment(text)}\n{one.id} = None")
    return "\n\n".join(parts) + "\n"


def in_brackets(question: "Question", worth: Mapping[str, str]) -> str:
    return f" ({worth[question.id]})" if question.id in worth else ""


def answering(first: "Question") -> str:
    """How questions are answered, in words."""
    example = FORMS[first.type][1]
    return (
        "Replace each `None` by your answer. What you hand in is read, not run, so write it out. "
        f"In a terminal, `convgrade ask {first.id} {shlex.quote(example)}` tells whether {example} is the answer to {first.id}."
    )


def kit_in(folder: Path) -> tuple[Path, list[str]]:
    """The notebook of a kit in a folder, and the exercises that are asked for there alone; none where it is no matter which."""
    found: list[tuple[Path, list[str]]] = []
    for file in sorted(folder.glob("*.ipynb")):
        with contextlib.suppress(OSError, ValueError, LookupError, TypeError):  # whatever else a notebook may be
            if file.is_file():
                found.append((file, [str(name) for name in json.loads(file.read_text("utf-8"))["metadata"]["convgrade"]["exercises"]]))
    return (found[0][0] if found else folder / NOTEBOOK), [name for _, names in found for name in names]


def as_comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in filled(text, 76).split("\n"))


def form_of(question: "Question") -> str:
    what, example = FORMS[question.type]
    is_text = question.type in ("choice", "multi", "bool")
    return f"The answer is {what}, for example: {question.id} = {repr(example) if is_text else example}"


INTRODUCTION = """# Exercises on convolution

Replace each `raise NotImplementedError(...)` by your own code, run the cell, and run the one below it: `check(...)` shows the smallest input
on which your function is wrong. That is practice, without a score; a loop that never ends can be interrupted. In a terminal, in the folder of
the saved notebook: `convgrade check corr2d exercises.ipynb`."""


def identities() -> Iterator[str]:
    number = 0
    while True:
        yield f"cell-{number}"
        number += 1
