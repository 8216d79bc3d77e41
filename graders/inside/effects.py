"""What running a statement changes besides the names it binds, read off its syntax tree.

What a call changes is followed through the functions of the submission: their `global` names, the variables they store into
or call methods of, and the functions they call.
"""

import ast
import re

from .trees import DEFINITIONS, decorators, names_in, parts_of, root

_TOUCHING = frozenset({ast.Attribute, ast.Subscript, ast.AugAssign, ast.Call})
_SETTER = re.compile(r"(set|seed|manual_seed|enable|disable)\w*$")
_SETTINGS = frozenset({"sys", "np", "numpy", "random", "warnings"})
_HARMLESS = frozenset({"print", "display", "len", "repr", "str", "type", "isinstance"})

ALWAYS = "!"  # a mark that every slice holds


def changes_of(parts: list[ast.AST], effects: dict[str, set[str]]) -> set[str]:
    """What running a statement, given by its parts that run, changes besides the names it binds."""
    changes: set[str] = set()
    for part in parts:
        changes |= touched_by(part)
        if isinstance(part, ast.Call):
            changes |= effects.get(root(part.func), set())
        for decorator in decorators(part):
            changes |= effects.get(root(decorator), set())
            if isinstance(decorator.func if isinstance(decorator, ast.Call) else decorator, ast.Attribute):
                changes.add("@" + root(decorator))
    return changes


def touched_by(part: ast.AST) -> set[str]:
    """What one part of a statement changes by itself."""
    if isinstance(part, ast.Attribute | ast.Subscript):
        return set() if isinstance(part.ctx, ast.Load) else {root(part)}
    if isinstance(part, ast.AugAssign):
        return {root(part.target)}
    if not isinstance(part, ast.Call):
        return set()
    touched, callee = set(), root(part.func)
    if isinstance(part.func, ast.Attribute):
        setter = bool(_SETTER.match(part.func.attr))
        touched.add(callee if setter else "." + callee)
        touched |= {ALWAYS} if setter and callee in _SETTINGS else set()
    if callee in ("setattr", "delattr") and part.args:
        touched.add(root(part.args[0]))
    if callee not in _HARMLESS:
        values = [*part.args, *(keyword.value for keyword in part.keywords)]
        touched |= {"=" + name for value in values for name in names_in(value)}
    return touched - {"", ".", "="}


def effects_of(compiled: list[tuple[ast.stmt, set[str]]], called: set[str]) -> dict[str, set[str]]:
    """What calling functions, classes and instances of a source changes: those `called` while it runs from top to bottom, and those that
    these use. Statements come with the names they read."""
    definitions = {name: (node, loaded) for node, loaded in compiled for name in defined_by(node)}
    reads = {name: set(loaded) for name, (_, loaded) in definitions.items()}
    for node, _ in compiled:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and root(node.value.func) in reads:
            for target in node.targets:
                reads.setdefault(root(target), set()).add(root(node.value.func))
    effects: dict[str, set[str]] = {}
    waiting = called & reads.keys()
    while waiting:
        effects |= {name: own_effects(*definitions[name]) if name in definitions else set() for name in waiting}
        waiting = set().union(*(reads[name] for name in waiting)) & reads.keys() - effects.keys()
    growing = True
    while growing:
        growing = False
        for name in effects:
            more = {mark for other in reads[name] & effects.keys() for mark in effects[other]} - effects[name]
            effects[name] |= more
            growing = growing or bool(more)
    return effects


def own_effects(node: ast.stmt, loaded: set[str]) -> set[str]:
    """What calling what a statement defines changes, apart from what it calls in turn."""
    effects: set[str] = set()
    for part in parts_of(node):
        if isinstance(part, ast.Global):
            effects |= set(part.names)
        elif type(part) in _TOUCHING:
            effects |= {mark for mark in touched_by(part) if mark.lstrip(".=@") in loaded or mark == ALWAYS}
    return effects


def defined_by(node: ast.stmt) -> list[str]:
    """The names of callables that a statement defines."""
    if isinstance(node, DEFINITIONS):
        return [node.name]
    if isinstance(node, ast.Assign) and isinstance(node.value, ast.Lambda):
        return [root(target) for target in node.targets]
    return []
