"""What goes into an instructor's notebook: a stub with its reference filled in, and the answers to questions."""

import ast
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from textwrap import dedent, indent
from typing import Any

from ..answer_key import KEY
from ..exercise import Exercise, find, places


def solved(exercise: Exercise, before: str, after: str) -> str:
    """The stub of an exercise whose body is the reference, between two marks; between them is nothing where no reference is installed.

    What the reference needs beside itself stands inside it, so that the stub's own lines stay as students get them.
    """
    text = exercise.text("stub.py").strip()
    lines, written = text.split("\n"), function_in(ast.parse(text), exercise.name)
    last = written.body[-1]
    body = [part for part in reference_body(exercise, parameters(written)) if part not in lines]
    inside = indent("\n".join([before, *body, after]), "    ", lambda line: bool(line.strip()))
    return "\n".join([*lines[: last.lineno - 1], inside, *lines[last.end_lineno :]])


def ending(exercise: Exercise) -> str:
    """The last statement of a stub, which says that nothing is written yet."""
    text = exercise.text("stub.py").strip()
    return source(text, function_in(ast.parse(text), exercise.name).body[-1])


def reference_body(exercise: Exercise, names: list[str]) -> list[str]:
    """A reference's body, behind the imports, constants and functions that it uses; nothing where no reference is installed."""
    if exercise.answers is None:
        return []
    text = exercise.answers.read_text("utf-8")
    module = ast.parse(text)
    reference = function_in(module, exercise.name)
    used = [source(text, one) for one in needed(module, reference)]
    if parameters(reference) != names:
        return [*used, source(text, reference), f"return {exercise.name}({', '.join(names)})"]
    body = reference.body[1:] if ast.get_docstring(reference) is not None else reference.body
    return [*used, dedent("\n".join(text.split("\n")[body[0].lineno - 1 : body[-1].end_lineno]))]


def needed(module: ast.Module, function: ast.FunctionDef) -> Iterator[ast.stmt]:
    """The statements of a module that a function needs, directly or not, in their order."""
    wanted: list[ast.stmt] = [function]
    found: set[ast.stmt] = {function}
    while wanted:
        names = {node.id for node in ast.walk(wanted.pop()) if isinstance(node, ast.Name)}
        more = [one for one in module.body if one not in found and names & set(defined(one))]
        found.update(more)
        wanted += more
    return (one for one in module.body if one in found and one is not function)


def defined(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module gives something."""
    if isinstance(statement, ast.FunctionDef | ast.ClassDef):
        yield statement.name
    elif isinstance(statement, ast.Import | ast.ImportFrom):
        yield from ((one.asname or one.name).partition(".")[0] for one in statement.names)
    else:
        yield from (node.id for node in ast.walk(statement) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))


def source(text: str, statement: ast.stmt) -> str:
    """The lines of a statement of a module, decorators and all; an empty one behind a function."""
    first = min([statement.lineno, *(one.lineno for one in getattr(statement, "decorator_list", []))])
    lines = text.split("\n")[first - 1 : statement.end_lineno]
    return "\n".join([*lines, ""] if hasattr(statement, "body") else lines)


def function_in(module: ast.Module, name: str) -> ast.FunctionDef:
    return next(one for one in module.body if isinstance(one, ast.FunctionDef) and one.name == name)


def parameters(function: ast.FunctionDef) -> list[str]:
    return [one.arg for one in function.args.args]


def with_answers(exercises: Mapping[str, Exercise], root: Path | None) -> dict[str, Exercise]:
    """The exercises of a kit, which holds no references, with those that are installed here or lie in `root`."""
    known = find(root)
    return {name: replace(one, answers=known[name].answers if name in known else None) for name, one in exercises.items()}


def answer_key(root: Path | None = None) -> dict[str, Any]:
    """The answers to all questions whose key is installed, by their ids."""
    keys = [key for _, references in places(root) for key in sorted(references.glob(f"*/{KEY}"))]
    return {name: one["answer"] for key in keys for name, one in tomllib.loads(key.read_text("utf-8")).items()}
