"""Notebooks for other systems: their cells, and how they are put where an earlier one may lie."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path
from typing import Any

import nbformat
from nbformat import v4

from ..exercise import Exercise
from ..kit import ANSWERING, form_of, identities
from ..questions import Question

KERNEL = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}, "language_info": {"name": "python"}}


def markdown(text: str) -> Any:
    return v4.new_markdown_cell(text)


def code(text: str, **metadata: Any) -> Any:
    return v4.new_code_cell(text, metadata=metadata)


def raw(text: str) -> Any:
    return v4.new_raw_cell(text)


def by_chapter(exercises: Iterable[Exercise], questions: Iterable[Question]) -> list[tuple[str, list[Exercise], list[Question]]]:
    """Chapters in the order in which they first come, each with its exercises and questions."""
    chapters: dict[str, tuple[list[Exercise], list[Question]]] = {}
    for chapter, some in groupby(exercises, lambda one: one.chapter):
        chapters.setdefault(chapter, ([], []))[0].extend(some)
    for chapter, asked in groupby(questions, lambda one: one.chapter):
        chapters.setdefault(chapter, ([], []))[1].extend(asked)
    return [(chapter, some, asked) for chapter, (some, asked) in chapters.items()]


def asked_in(chapter: str) -> Any:
    """What stands above the questions of a chapter."""
    return markdown(f"# Questions: {chapter}\n\n{ANSWERING}")


def text_of(question: Question) -> Any:
    """What a question asks, and what an answer looks like."""
    options = "\n".join(f"- {option}" for option in question.lettered)
    return markdown("\n\n".join(filter(None, [f"**{question.id}: {question.title}**", question.text, options, form_of(question)])))


def notebook_of(cells: Iterable[Any]) -> str:
    """The text of a notebook with these cells, the same whenever it is made."""
    made = v4.new_notebook(cells=list(cells), metadata=KERNEL)
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
