"""Notebooks for other systems: their cells, and how they are put where an earlier one may lie."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from ..exercise import Exercise
from ..kit import PYTHON, answering, form_of, identities
from ..questions import Question


def markdown(text: str) -> Any:
    return v4.new_markdown_cell(text)


def code(text: str, **metadata: Any) -> Any:
    return v4.new_code_cell(text, metadata=metadata)


def raw(text: str) -> Any:
    return v4.new_raw_cell(text)


def by_chapter(exercises: Iterable[Exercise], questions: Iterable[Question]) -> Iterator[tuple[str, list[Exercise], list[Question]]]:
    """Chapters in the order in which they first come, each with its exercises and questions."""
    some, asked = list(exercises), list(questions)
    for chapter in dict.fromkeys([*(one.chapter for one in some), *(one.chapter for one in asked)]):
        yield chapter, [one for one in some if one.chapter == chapter], [one for one in asked if one.chapter == chapter]


def asked_in(chapter: str, first: Question) -> Any:
    """What stands above the questions of a chapter."""
    return markdown(f"# Questions: {chapter}\n\n{answering(first)}")


def text_of(question: Question) -> Any:
    """What a question asks, and what an answer looks like."""
    options = "\n".join(f"- {option}" for option in question.lettered)
    return markdown("\n\n".join(filter(None, [f"**{question.id}: {question.title}**", question.text, options, form_of(question)])))


def notebook_of(cells: Iterable[Any]) -> str:
    """The text of a notebook with these cells, the same whenever it is made."""
    made = v4.new_notebook(cells=list(cells), metadata=PYTHON)
    for cell, identity in zip(made.cells, identities(), strict=False):
        cell["id"] = identity
    nbformat.validate(made)
    return f"{nbformat.writes(made)}\n"


def replace(file: Path, text: str) -> list[Path]:
    """Write a file. One that lies there and says something else, as an instructor may have changed it, is kept beside; gives its new name."""
    file.parent.mkdir(parents=True, exist_ok=True)
    kept = [file.replace(earlier(file))] if file.exists() and file.read_text("utf-8") != text else []
    file.write_text(text, "utf-8")
    return kept


def earlier(file: Path) -> Path:
    """A name for what lay there before, which no file has yet."""
    names = (file.with_name(f"{file.stem}.earlier{number or ''}{file.suffix}") for number in range(10**6))
    return next(name for name in names if not name.exists())


def told(out: Path, kept: Iterable[Path]) -> list[str]:
    """What to say of a folder that was written, and of what lay there before."""
    return [f"{out}: its README.md says how it is used.", *(f"What lay there before is kept: {file}" for file in kept)]
