"""What a student starts from: a stub for each exercise, a file for answers, and one notebook with all statements and questions."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path
from typing import Any

from .answers import FORMS
from .exercise import Exercise
from .questions import Question
from .terminal import filled

NOTEBOOK = "exercises.ipynb"


def write_kit(exercises: Iterable[Exercise], questions: Iterable[Question], directory: Path) -> tuple[list[Path], list[Path]]:
    """Write stubs and notebook into a folder; what is there is never overwritten. Gives the files written and those kept."""
    directory.mkdir(parents=True, exist_ok=True)
    chosen, asked = list(exercises), list(questions)
    wanted = {directory / f"{e.name}.py": e.text("stub.py") for e in chosen}
    wanted |= {directory / "questions.py": answer_sheet(asked)} if asked else {}
    wanted[directory / NOTEBOOK] = notebook(chosen, asked)
    written, kept = [], []
    for file, text in wanted.items():
        try:
            with file.open("x", encoding="utf-8") as new:
                new.write(text)
            written.append(file)
        except FileExistsError:
            kept.append(file)
    return written, kept


def notebook(exercises: list[Exercise], questions: list[Question]) -> str:
    """A notebook, chapter by chapter: statement and stub of each exercise, then text and answer of each question."""
    import nbformat
    from nbformat import v4

    cells = [v4.new_markdown_cell(INTRODUCTION), v4.new_code_cell("from convgrade import check")]
    left = {chapter: list(members) for chapter, members in groupby(questions, lambda question: question.chapter)}
    for chapter, members in groupby(exercises, lambda exercise: exercise.chapter):
        for exercise in members:
            cells.append(v4.new_markdown_cell(exercise.text("statement.md").strip()))
            cells.append(v4.new_code_cell(exercise.text("stub.py").strip()))
            cells.append(v4.new_code_cell(f"check({exercise.name})"))
        cells += question_cells(chapter, left.pop(chapter, []))
    for chapter, some in left.items():
        cells += question_cells(chapter, some)
    for cell, identity in zip(cells, identities(), strict=False):
        cell["id"] = identity
    made = v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}})
    nbformat.validate(made)
    return f"{nbformat.writes(made)}\n"


def question_cells(chapter: str, questions: list[Question]) -> Iterator[Any]:
    from nbformat import v4

    if questions:
        yield v4.new_markdown_cell(f"# Questions: {chapter}\n\n{ANSWERING}")
    for one in questions:
        options = "\n".join(f"- {option}" for option in one.lettered)
        yield v4.new_markdown_cell("\n\n".join(filter(None, [f"**{one.id}: {one.title}**", one.text, options, form_of(one)])))
        yield v4.new_code_cell(f'{one.id} = None\ncheck("{one.id}", {one.id})')


def answer_sheet(questions: list[Question]) -> str:
    """A file of Python with a comment and a line to fill in for each question."""
    parts = [as_comment(ANSWERING)]
    for one in questions:
        text = "\n\n".join(filter(None, [f"{one.id}: {one.title}", one.text, "\n".join(one.lettered), form_of(one)]))
        parts.append(f"{as_comment(text)}\n{one.id} = None")
    return "\n\n".join(parts) + "\n"


def as_comment(text: str) -> str:
    return "\n".join(f"# {line}".rstrip() for line in filled(text, 76).split("\n"))


def form_of(question: Question) -> str:
    what, example = FORMS[question.type]
    is_text = question.type in ("choice", "multi", "bool")
    return f"The answer is {what}, for example: {question.id} = {repr(example) if is_text else example}"


ANSWERING = (
    "Replace each `None` by your answer. What you hand in is read, not run, so write it out. "
    "In a terminal, `convgrade ask q101 12` tells whether 12 is the answer to q101."
)
INTRODUCTION = """# Exercises on convolution

Replace each `raise NotImplementedError(...)` by your own code, run the cell, and run the one below it: `check(...)` shows the smallest input
on which your function is wrong. That is practice, without a score; a loop that never ends can be interrupted. In a terminal, in the folder of
the saved notebook: `convgrade check corr2d exercises.ipynb`."""


def identities() -> Iterator[str]:
    number = 0
    while True:
        yield f"cell-{number}"
        number += 1
