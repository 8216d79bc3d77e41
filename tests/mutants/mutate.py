"""From the source text of a right solution to all its one-step mutants.

An operator says what a place of the syntax tree may become. Here it is tried on every place, one at a time.
"""

import ast
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from . import calls, expressions, statements
from .scope import Scope

Path = tuple[str | int, ...]

OPERATORS = (*expressions.OPERATORS, *calls.OPERATORS, *statements.OPERATORS)


@dataclass(frozen=True, slots=True)
class Ground:
    """A right solution: where it comes from, its text, and the function in it that solves the exercise."""

    origin: str
    text: str
    function: str


@dataclass(frozen=True, slots=True)
class Mutant:
    """A ground with one change, which `says` tells: "line 7: `h - kh + 1` -> `h - kh`"."""

    origin: str
    says: str
    text: str
    function: str


@dataclass(frozen=True, slots=True)
class Change:
    """Another node at one place of a tree."""

    path: Path
    old: ast.AST
    new: ast.AST


def mutants_of(grounds: Iterable[Ground], most: int = 0) -> list[Mutant]:
    """All one-step mutants of the grounds of an exercise, each once; with `most` a sample that is always the same."""
    trees = [(ground, without_docstrings(ast.parse(ground.text))) for ground in grounds]
    known = {ast.unparse(tree) for _, tree in trees}
    candidates = [(ground, tree, change) for ground, tree in trees for change in changes_of(tree)]
    random.Random(most).shuffle(candidates)
    found = []
    for ground, tree, change in candidates:
        text = changed(tree, change)
        if text and text not in known:  # two trees are the same if their texts are
            known.add(text)
            found.append(
                Mutant(ground.origin, f"line {line_of(tree, change.path)}: `{brief(change.old)}` -> `{brief(change.new)}`", text, ground.function)
            )
            if len(found) == most:
                break
    return found


def changes_of(tree: ast.Module) -> Iterator[Change]:
    """What all operators make of all places."""
    scopes: dict[ast.AST, Scope] = {}
    for path, node, function in places(tree, (), tree):
        if function not in scopes:
            scopes[function] = Scope.of(tree, function)
        for kind, operator in OPERATORS:
            if isinstance(node, kind):
                yield from (Change(path, node, new) for new in operator(node, scopes[function]))


def places(node: ast.AST, path: Path, function: ast.AST) -> Iterator[tuple[Path, ast.AST, ast.AST]]:
    """Every node under a node, with the way to it and the function it is in."""
    function = node if isinstance(node, ast.FunctionDef) else function
    for field, value in ast.iter_fields(node):
        for i, item in enumerate(value) if isinstance(value, list) else [(None, value)]:
            if isinstance(item, ast.AST):
                here = (*path, field) if i is None else (*path, field, i)
                yield here, item, function
                yield from places(item, here, function)


def at(tree: ast.AST, path: Path) -> Any:
    """The node, or the list of nodes, at the end of a way."""
    node: Any = tree
    for step in path:
        node = node[step] if isinstance(step, int) else getattr(node, step)
    return node


def changed(tree: ast.Module, change: Change) -> str:
    """The text of a tree with one change, "" if that is no Python; the tree stays as it is.

    A module in place of a statement stands for its statements.
    """
    holder, last = at(tree, change.path[:-1]), change.path[-1]
    ast.fix_missing_locations(change.new)
    try:
        if isinstance(change.new, ast.Module):
            before = list(holder)
            holder[last : last + 1] = change.new.body or ([ast.Pass()] if len(holder) == 1 else [])
            text = ast.unparse(tree)
            holder[:] = before
        elif isinstance(last, int):
            holder[last] = change.new
            text = ast.unparse(tree)
            holder[last] = change.old
        else:
            setattr(holder, last, change.new)
            text = ast.unparse(tree)
            setattr(holder, last, change.old)
        compile(text, "<mutant>", "exec")
    except SyntaxError:
        return ""
    return text


def without_docstrings(tree: ast.Module) -> ast.Module:
    """The tree without texts that stand as statements."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.FunctionDef | ast.ClassDef):
            node.body = [s for s in node.body if not (isinstance(s, ast.Expr) and isinstance(s.value, ast.Constant))] or [ast.Pass()]
    return tree


def line_of(tree: ast.Module, path: Path) -> int:
    """The line of a place, that of what it is in if it has none."""
    for length in range(len(path), 0, -1):
        if line := getattr(at(tree, path[:length]), "lineno", 0):
            return line
    return 0


def brief(node: ast.AST, most: int = 70) -> str:
    """A node's text in one short line."""
    text = "; ".join(" ".join(line.split()) for line in ast.unparse(node).splitlines()) or "(nothing)"
    return text if len(text) <= most else text[: most - 3] + "..."
