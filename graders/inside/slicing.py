"""Which top-level statements of a submission a function needs.

A statement is described by the global names it binds, reads and changes, read off its compiled bytecode (which knows
locals from globals) and its syntax tree. The slice of a name is the least set of statements holding every one that
binds or changes a needed name, where the names a chosen statement reads are needed too. It may be too small for code
that hides what it does (`exec`, monkey patches through aliases): the caller then runs everything.
"""

import ast
import builtins
import dis
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from types import CodeType

_CODE_MAGICS = ("time", "timeit", "capture", "prun")
_SHELL = re.compile(r"^(\s*)(?:[%!?]|[\w, ]+=\s*[!%]).*$|^(\s*)\S.*\?\s*$", re.MULTILINE)
_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_SETTER = re.compile(r"(set|seed|manual_seed|enable|disable)(_\w*|)$")
_SILENT_CALLS = frozenset({"print", "display", "len", "repr", "str", "type", "isinstance", "assert"})


@dataclass(frozen=True, slots=True)
class Statement:
    """One top-level statement: where it stands, and the global names it touches."""

    file: str
    node: ast.stmt
    binds: frozenset[str]
    reads: frozenset[str]
    changes: frozenset[str]


@dataclass(slots=True)
class Source:
    """One file of a submission (a script, or a notebook with all its cells), parsed."""

    name: str
    statements: list[Statement] = field(default_factory=list)
    broken: list[tuple[str, SyntaxError]] = field(default_factory=list)


def parse(name: str, cells: list[tuple[str, str]]) -> Source:
    """Parse the cells, given as (label, text); a cell that does not parse is set aside as broken."""
    source = Source(name)
    trees: list[tuple[str, ast.stmt]] = []
    for label, text in cells:
        try:
            trees += [(label, one) for node in parse_cell(label, text).body for one in split_import(node)]
        except SyntaxError as error:
            error.filename = label
            source.broken.append((label, error))
        except (ValueError, RecursionError, MemoryError) as error:
            problem = SyntaxError(f"this text cannot be read as Python ({error})")
            problem.filename, problem.lineno = label, 1
            source.broken.append((label, problem))
    writes = {node.name: set(_written_globals(node)) for _, node in trees if isinstance(node, _DEFINITIONS)}
    for label, node in trees:
        try:
            source.statements.append(describe(label, node, writes))
        except (SyntaxError, ValueError, RecursionError) as error:  # parses but does not compile: `return` outside a function
            problem = error if isinstance(error, SyntaxError) else SyntaxError(str(error))
            problem.filename, problem.lineno = label, getattr(error, "lineno", None) or node.lineno
            source.broken.append((label, problem))
    return source


def parse_cell(label: str, text: str) -> ast.Module:
    """The syntax tree of a cell, IPython's magics and shell lines left out.

    Raises:
        SyntaxError: what remains is no Python.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    first, _, rest = text.lstrip().partition("\n")
    if first.startswith("%%"):
        text = "\n" + rest if first[2:].split()[:1] and first[2:].split()[0] in _CODE_MAGICS else ""
    try:
        return ast.parse(text, label)
    except SyntaxError:
        plain = _SHELL.sub(lambda match: (match[1] or match[2] or "") + "pass", text)
        if plain == text:
            raise
        return ast.parse(plain, label)


def split_import(node: ast.stmt) -> list[ast.stmt]:
    """One import a name, so that a module nobody needs is not imported for the sake of its neighbour."""
    if isinstance(node, ast.Import):
        return [ast.copy_location(ast.Import([alias]), node) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [ast.copy_location(ast.ImportFrom(node.module, [alias], node.level), node) for alias in node.names]
    return [node]


def describe(file: str, node: ast.stmt, writes: dict[str, set[str]]) -> Statement:
    """The names a statement binds, reads and changes; `writes` are the globals that each function assigns when called.

    A change through a method is noted as ".name" and one through an argument as "=name": both count for variables only,
    so that `np.ones(3)` is no change of `np`, nor `print(f(K))` one of `f`.
    """
    code = compile(ast.Module([node], []), file, "exec", dont_inherit=True)
    binds, reads = set(_stored(code)), set(_loaded(code))
    if any(isinstance(n, ast.ImportFrom) and n.names[0].name == "*" for n in ast.walk(node)):
        binds.add("*")
    changes: set[str] = set()
    for part in outside_functions(node):
        if isinstance(part, ast.Attribute | ast.Subscript) and isinstance(part.ctx, ast.Store | ast.Del):
            changes.add(_root(part))
        elif isinstance(part, ast.AugAssign):
            changes.add(_root(part.target))
        elif isinstance(part, ast.Call):
            callee = _root(part.func)
            changes |= writes.get(callee, set())
            if isinstance(part.func, ast.Attribute):
                changes.add(callee if _SETTER.match(part.func.attr) else "." + callee)
            if callee not in _SILENT_CALLS:
                changes |= {"=" + n.id for n in [*part.args, *(k.value for k in part.keywords)] if isinstance(n, ast.Name)}
    return Statement(file, node, frozenset(binds), frozenset(reads), frozenset(changes - {"", "."}))


def outside_functions(node: ast.AST) -> Iterator[ast.AST]:
    """The parts of a statement that run when it does: not the bodies of functions it only defines."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, _SCOPES) and not (isinstance(node, _SCOPES) and child in getattr(node, "body", [])):
            yield from outside_functions(child)


def _root(node: ast.AST) -> str:
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call | ast.Starred):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def _codes(code: CodeType) -> Iterator[CodeType]:
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _codes(constant)


def _stored(code: CodeType) -> Iterator[str]:
    """Names bound in the module: by its own statements, and by functions through `global`."""
    for part in _codes(code):
        for step in dis.get_instructions(part):
            if step.opname == "STORE_GLOBAL" or (part is code and step.opname in ("STORE_NAME", "DELETE_NAME")):
                yield step.argval


def _written_globals(node: ast.stmt) -> Iterator[str]:
    names = [name for part in ast.walk(node) if isinstance(part, ast.Global) for name in part.names]
    yield from names


def _loaded(code: CodeType) -> Iterator[str]:
    for part in _codes(code):
        for step in dis.get_instructions(part):
            if step.opname in ("LOAD_GLOBAL", "LOAD_NAME", "LOAD_FROM_DICT_OR_GLOBALS"):
                yield step.argval


@dataclass(frozen=True, slots=True)
class Slice:
    """The statements (by position in each source) that a function needs, and the names they read."""

    chosen: frozenset[tuple[str, int]]
    reads: frozenset[str]
    modules: frozenset[str]


def home(sources: list[Source], name: str) -> Source | None:
    """The source that defines `name`: the one named for it, else the last that binds it otherwise than by import."""
    defining = [s for s in sources if any(name in x.binds and not _is_import(x.node) for x in s.statements)]
    named = [s for s in defining if re.split(r"[/.]", s.name)[-2:-1] == [name]]
    best = named or defining
    return best[-1] if best else None


def slice_for(sources: list[Source], name: str) -> Slice:
    """The statements that calling `name` needs, over all sources."""
    start = home(sources, name)
    needed = {(start.name, name)} if start else set()
    by_name = {source.name: source for source in sources}
    chosen: set[tuple[str, int]] = set()
    while True:
        before = len(needed), len(chosen)
        for source in sources:
            wanted = {n for s, n in needed if s == source.name}
            if wanted:
                _grow(source, wanted, needed, chosen)
        for source_name, missing in list(needed):
            if not any(missing in x.binds for x in by_name[source_name].statements) and not hasattr(builtins, missing):
                other = home([s for s in sources if s.name != source_name], missing)
                if other:
                    needed.add((other.name, missing))
        if (len(needed), len(chosen)) == before:
            break
    statements = [by_name[source_name].statements[i] for source_name, i in chosen]
    modules = frozenset(m for x in statements for m in _imported(x.node))
    return Slice(frozenset(chosen), frozenset(n for _, n in needed), modules)


def _grow(source: Source, wanted: set[str], needed: set[tuple[str, str]], chosen: set[tuple[str, int]]) -> None:
    variables = {n for x in source.statements if not isinstance(x.node, _DEFINITIONS) and not _is_import(x.node) for n in x.binds}
    bound = {n for x in source.statements for n in x.binds}
    touched = wanted | {mark + name for name in wanted & variables for mark in ".="}
    if any(name not in bound and not hasattr(builtins, name) for name in wanted):
        touched |= {"*"}
    for position, statement in enumerate(source.statements):
        if (statement.binds | statement.changes) & touched:
            chosen.add((source.name, position))
            needed |= {(source.name, name) for name in statement.reads}


def _is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def _imported(node: ast.stmt) -> Iterator[str]:
    for part in ast.walk(node):
        if isinstance(part, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in part.names)
        elif isinstance(part, ast.ImportFrom) and part.module and not part.level:
            yield part.module.partition(".")[0]
