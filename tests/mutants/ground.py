"""The right solutions of an exercise that are mutated: its reference and second technique, variants, and students' work."""

import ast
from collections.abc import Iterator
from pathlib import Path

from convgrade.exercise import Exercise

from .mutate import Ground

HERE = Path(__file__).parent
FRAMEWORKS = ("tensorflow", "keras", "torch", "jax")


def grounds_of(exercise: Exercise) -> list[Ground]:
    """All grounds of an exercise: those of its reference file first."""
    reference = exercise.answers.read_text("utf-8")
    found = [Ground(name, needed(reference, name), name) for name in (exercise.name, "second_technique")]
    for folder in (HERE / "variants" / exercise.name, HERE.parent / "solutions" / "right" / exercise.name):
        for file in sorted(folder.glob("*.py")):
            text = file.read_text("utf-8")
            if not any(word in text for word in FRAMEWORKS):
                found.append(Ground(file.stem, needed(text, exercise.name), exercise.name))
    return found


def needed(text: str, name: str) -> str:
    """The statements of a module that the meaning of `name` depends on."""
    parts = ast.parse(text).body
    wanted, before = {name}, 0
    while len(wanted) > before:
        before = len(wanted)
        for part in parts:
            if wanted & set(bound_by(part)):
                wanted |= {n.id for n in ast.walk(part) if isinstance(n, ast.Name)}
    return "\n\n".join(ast.unparse(part) for part in parts if wanted & set(bound_by(part)))


def bound_by(part: ast.stmt) -> Iterator[str]:
    """The names that a statement of a module binds."""
    if isinstance(part, ast.FunctionDef | ast.ClassDef):
        yield part.name
    elif isinstance(part, ast.Import | ast.ImportFrom):
        yield from (alias.asname or alias.name.partition(".")[0] for alias in part.names)
    elif isinstance(part, ast.Assign | ast.AugAssign | ast.AnnAssign):
        yield from (n.id for n in ast.walk(part) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store))
