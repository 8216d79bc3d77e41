"""The global names that a statement binds, reads and changes, read off its bytecode and its syntax tree.

Bytecode knows locals from globals. What a call changes is followed through the functions of the submission: their
`global` names, the variables they store into or call methods of, and the functions they call.
"""

import __future__

import ast
import dis
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import CodeType

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_TOUCHING = frozenset({ast.Attribute, ast.Subscript, ast.AugAssign, ast.Call})
_LEAVES = frozenset({ast.Name, ast.Constant})
_SETTER = re.compile(r"(set|seed|manual_seed|enable|disable)\w*$")
_SETTINGS = frozenset({"sys", "np", "numpy", "random", "warnings"})
_HARMLESS = frozenset({"print", "display", "len", "repr", "str", "type", "isinstance"})

_EXTENDED, _LOAD_GLOBAL, _STORE_GLOBAL, _IMPORT = (dis.opmap[name] for name in ("EXTENDED_ARG", "LOAD_GLOBAL", "STORE_GLOBAL", "IMPORT_NAME"))
_LOADS = frozenset(dis.opmap[name] for name in ("LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS") if name in dis.opmap)
_STORES = frozenset(dis.opmap[name] for name in ("STORE_NAME", "DELETE_NAME"))

ALWAYS = "!"  # a mark that every slice holds
STAR = "*"


@dataclass(frozen=True, slots=True)
class Statement:
    """One top-level statement: where it stands, and the global names it touches.

    A change through a method is noted as ".name" and one through an argument as "=name": both count for variables only, so
    that `np.ones(3)` is no change of `np`, nor `print(f(K))` one of `f`. One through a decorator, "@name", counts for
    everything but imports.
    """

    file: str
    node: ast.stmt
    binds: frozenset[str]
    reads: frozenset[str]
    changes: frozenset[str]
    imports: tuple[ast.Import | ast.ImportFrom, ...]
    code: CodeType


def describe(trees: Iterable[tuple[str, ast.stmt]]) -> Iterator[Statement | SyntaxError]:
    """The statements of one source, given with their cells' labels; a statement that does not compile as its error."""
    listed = list(trees)
    flags = sum({future_flag(node) for _, node in listed})
    codes: list[CodeType | SyntaxError] = []
    for label, node in listed:
        try:
            codes.append(compile(ast.Module([node], []), label, "exec", flags, dont_inherit=True))
        except (SyntaxError, ValueError, RecursionError) as error:  # parses but does not compile: `return` outside a function
            problem = error if isinstance(error, SyntaxError) else SyntaxError(str(error))
            problem.filename, problem.lineno = label, getattr(error, "lineno", None) or node.lineno
            codes.append(problem)
    touched = [used_by(code) if isinstance(code, CodeType) else None for code in codes]
    run = [list(parts_run(node)) for _, node in listed]
    called = {root(one) for parts in run for part in parts for one in ([part.func] if isinstance(part, ast.Call) else decorators(part))}
    effects = effects_of([(node, used.loads) for (_, node), used in zip(listed, touched, strict=True) if used], called)
    for (label, node), code, used, parts in zip(listed, codes, touched, run, strict=True):
        if isinstance(code, SyntaxError):
            yield code
        elif used:
            binds = used.stores | {STAR} if is_star(node) else used.stores
            imports = tuple(part for part in parts_of(node) if isinstance(part, ast.Import | ast.ImportFrom)) if used.imports else ()
            yield Statement(label, node, frozenset(binds), frozenset(used.loads), frozenset(changes_of(parts, effects) - {""}), imports, code)


def future_flag(node: ast.stmt) -> int:
    """The compiler flag of a `from __future__ import ...`, which holds for the whole source."""
    if not isinstance(node, ast.ImportFrom) or node.module != "__future__":
        return 0
    feature = getattr(__future__, node.names[0].name, None)
    return int(getattr(feature, "compiler_flag", 0))


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
    if isinstance(part, ast.Attribute | ast.Subscript) and isinstance(part.ctx, ast.Store | ast.Del):
        return {root(part)}
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


def decorators(part: ast.AST) -> list[ast.expr]:
    return getattr(part, "decorator_list", [])


def parts_run(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement that run when it does: not the bodies of functions that it only defines."""
    return parts_of(node, but="body")


def names_in(node: ast.AST) -> Iterator[str]:
    """The names in an argument, not those inside a further call, which is looked at for itself."""
    if isinstance(node, ast.Name):
        yield node.id
    elif not isinstance(node, ast.Call):
        for child in ast.iter_child_nodes(node):
            yield from names_in(child)


def root(node: ast.AST) -> str:
    """The name that a chain of attributes, subscripts and calls starts from, "" if it is no name."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def is_star(node: ast.stmt) -> bool:
    return isinstance(node, ast.ImportFrom) and node.names[0].name == "*"


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


@dataclass(slots=True)
class Used:
    """What the bytecode of a statement stores and loads in the module, functions included, and whether it imports."""

    stores: set[str] = field(default_factory=set)
    loads: set[str] = field(default_factory=set)
    imports: bool = False


def used_by(code: CodeType) -> Used:
    """Read off the bytes: `dis.get_instructions` tells the same in ten times the time."""
    used = Used()
    for part in _codes(code):
        steps, extended = part.co_code, 0
        for operation, argument in zip(steps[::2], steps[1::2], strict=True):
            argument |= extended
            extended = argument << 8 if operation == _EXTENDED else 0
            if operation in _LOADS:
                used.loads.add(part.co_names[argument])
            elif operation == _LOAD_GLOBAL:
                used.loads.add(part.co_names[argument >> 1])  # the last bit says whether a NULL is pushed too
            elif operation == _STORE_GLOBAL or (part is code and operation in _STORES):
                used.stores.add(part.co_names[argument])
            elif operation == _IMPORT:
                used.imports = True
    return used


def parts_of(node: ast.AST, but: str = "") -> Iterator[ast.AST]:
    """A node and all below it, as `ast.walk` gives them, but for contexts, in another order and half the time; of functions not the part `but`."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        yield part
        if type(part) in _LEAVES:
            continue
        left_out = but if isinstance(part, _FUNCTIONS) else ""
        for name in part._fields:
            value = getattr(part, name, None) if name != left_out else None
            if isinstance(value, list):
                waiting += [one for one in value if isinstance(one, ast.AST)]
            elif isinstance(value, ast.AST) and not isinstance(value, ast.expr_context):
                waiting.append(value)
