"""The global names that a statement binds, reads and changes.

What it binds and reads is read off its bytecode, which knows locals from globals.
"""

import __future__

import ast
import dis
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from types import CodeType

from .effects import changes_of, effects_of
from .trees import decorators, parts_of, parts_run, root

_EXTENDED, _LOAD_GLOBAL, _STORE_GLOBAL, _IMPORT = (dis.opmap[name] for name in ("EXTENDED_ARG", "LOAD_GLOBAL", "STORE_GLOBAL", "IMPORT_NAME"))
_LOADS = frozenset(dis.opmap[name] for name in ("LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS") if name in dis.opmap)
_STORES = frozenset(dis.opmap[name] for name in ("STORE_NAME", "DELETE_NAME"))
# Of pairs of bytes those that matter are come to in one step: passed over are all others, and an argument's upper bytes stand before it.
_MATTER = re.escape(bytes([_EXTENDED, _LOAD_GLOBAL, _STORE_GLOBAL, _IMPORT, *_LOADS, *_STORES]))
_NEXT = re.compile(rb"(?:[^%b].)*+((?:%b.)*)(.)(.)" % (_MATTER, re.escape(bytes([_EXTENDED]))), re.DOTALL)

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
    """Read off the bytes: `dis.get_instructions` tells the same in thirty times the time."""
    used = Used()
    for part in _codes(code):
        steps, at = part.co_code, 0
        while step := _NEXT.match(steps, at):
            at, operation, argument = step.end(), step[2][0], int.from_bytes(step[1][1::2] + step[3], "big")
            if operation in _LOADS:
                used.loads.add(part.co_names[argument])
            elif operation == _LOAD_GLOBAL:
                used.loads.add(part.co_names[argument >> 1])  # the last bit says whether a NULL is pushed too
            elif operation == _STORE_GLOBAL or (part is code and operation in _STORES):
                used.stores.add(part.co_names[argument])
            elif operation == _IMPORT:
                used.imports = True
    return used
