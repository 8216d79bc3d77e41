"""What a student starts from: a stub for each exercise, and one notebook with all statements."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from .exercise import Exercise

NOTEBOOK = "exercises.ipynb"


def write_kit(exercises: Iterable[Exercise], directory: Path) -> tuple[list[Path], list[Path]]:
    """Write stubs and notebook into a folder; what is there is never overwritten. Gives the files written and those kept."""
    directory.mkdir(parents=True, exist_ok=True)
    chosen = list(exercises)
    wanted = {directory / f"{e.name}.py": e.text("stub.py") for e in chosen}
    wanted[directory / NOTEBOOK] = notebook(chosen)
    written, kept = [], []
    for file, text in wanted.items():
        try:
            with file.open("x", encoding="utf-8") as new:
                new.write(text)
            written.append(file)
        except FileExistsError:
            kept.append(file)
    return written, kept


def notebook(exercises: list[Exercise]) -> str:
    """A notebook: statement, stub and a way to check, exercise by exercise."""
    import nbformat
    from nbformat import v4

    cells = [v4.new_markdown_cell(INTRODUCTION)]
    for exercise in exercises:
        cells.append(v4.new_markdown_cell(exercise.text("statement.md").strip()))
        cells.append(v4.new_code_cell(exercise.text("stub.py").strip()))
    for cell, identity in zip(cells, identities(), strict=False):
        cell["id"] = identity
    made = v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}})
    nbformat.validate(made)
    return f"{nbformat.writes(made)}\n"


INTRODUCTION = """# Exercises on convolution

Replace each `raise NotImplementedError(...)` by your own code. Save the notebook, then check an exercise in a terminal in this
folder: `convgrade check corr2d exercises.ipynb`."""


def identities() -> Iterator[str]:
    number = 0
    while True:
        yield f"cell-{number}"
        number += 1
