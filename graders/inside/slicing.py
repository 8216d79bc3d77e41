"""Which top-level statements of a submission a function needs.

The slice of a name is the least set of statements holding every one that binds or changes a needed name, where the
names a chosen statement reads are needed too. It may be too small for code that hides what it does (`exec`, `globals()`,
an alias of a dict): the caller then runs everything.
"""

import ast
import builtins
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from .cells import parse_cell
from .effects import ALWAYS
from .names import STAR, Statement, describe, is_star
from .trees import DEFINITIONS

_SHADOWED = frozenset({"abs", "all", "any", "max", "min", "pow", "round", "sum"})  # builtins that `from numpy import *` replaces
Key = tuple[str, int]


@dataclass
class Source:
    """One file of a submission (a script, or a notebook with all its cells), parsed; what it binds is looked at when all of it is there."""

    name: str
    statements: list[Statement] = field(default_factory=list)
    broken: list[SyntaxError] = field(default_factory=list)

    @property
    def module(self) -> str:
        """Its name as a module: `pkg/a.py` is pkg.a, `pkg/__init__.py` is pkg."""
        return self.name.rpartition(".")[0].replace("/", ".").removesuffix(".__init__")

    @property
    def package(self) -> str:
        """The module that its relative imports start from."""
        return self.module if self.name.endswith("/__init__.py") else self.module.rpartition(".")[0]

    @cached_property
    def own(self) -> frozenset[str]:
        """The names that its statements define, imports aside."""
        return frozenset(n for x in self.statements if not is_import(x.node) for n in x.binds)

    @cached_property
    def variables(self) -> frozenset[str]:
        """Those of them that are neither functions nor classes."""
        return frozenset(n for x in self.statements if not isinstance(x.node, DEFINITIONS) and not is_import(x.node) for n in x.binds)

    @cached_property
    def known(self) -> frozenset[str]:
        """The names that its statements define or import."""
        return frozenset(n for x in self.statements for n in x.binds)

    def binds(self, name: str, imports: bool = False) -> bool:
        """Whether a statement defines a name, otherwise than by import unless `imports`."""
        return name in (self.known if imports else self.own)


def parse(name: str, cells: list[tuple[str, str]]) -> Source:
    """Parse the cells, given as (label, text); what does not parse or compile is set aside as broken."""
    source = Source(name)
    trees: list[tuple[str, ast.stmt]] = []
    for label, text in cells:
        try:
            trees += [(label, one) for node in parse_cell(label, text).body for one in split_import(node)]
        except SyntaxError as error:
            error.filename = label
            source.broken.append(error)
        except (ValueError, RecursionError, MemoryError) as error:
            problem = SyntaxError(f"this text cannot be read as Python ({error})")
            problem.filename, problem.lineno = label, 1
            source.broken.append(problem)
    for one in describe(trees):
        if isinstance(one, SyntaxError):
            source.broken.append(one)
        else:
            source.statements.append(one)
    return source


def split_import(node: ast.stmt) -> list[ast.stmt]:
    """One import a name, so that a module nobody needs is not imported for the sake of its neighbour."""
    if isinstance(node, ast.Import):
        return [ast.copy_location(ast.Import([alias]), node) for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        return [ast.copy_location(ast.ImportFrom(node.module, [alias], node.level), node) for alias in node.names]
    return [node]


@dataclass(frozen=True, slots=True)
class Slice:
    """The statements (source and position) that a function needs, the names they read, the modules they import."""

    chosen: frozenset[Key]
    reads: frozenset[str]
    modules: frozenset[str]


def home(sources: list[Source], name: str) -> Source | None:
    """The source that defines `name`: the one named for it, else the last that does, else one that imports it from another."""
    defining = [s for s in sources if s.binds(name)]
    defining = [s for s in defining if not is_stub(s, name)] or defining
    named = [s for s in defining if s.module.rpartition(".")[2] == name]
    importing = [s for s in sources if any(name in x.binds and list(own_imports(sources, s, x)) for x in s.statements)]
    best = named or defining or importing
    return best[-1] if best else None


def is_stub(source: Source, name: str) -> bool:
    """Whether the last definition of `name` is one that only raises NotImplementedError."""
    node = [x.node for x in source.statements if name in x.binds][-1]
    if not isinstance(node, ast.FunctionDef):
        return False
    written = [part for part in node.body if not (isinstance(part, ast.Expr) and isinstance(part.value, ast.Constant))]
    return len(written) == 1 and isinstance(written[0], ast.Raise) and "NotImplementedError" in ast.dump(written[0])


def slice_for(sources: list[Source], name: str) -> Slice:
    """The statements that calling `name` needs, over all sources."""
    start = home(sources, name)
    needed = {(start.name, name)} if start else set()
    by_name = {source.name: source for source in sources}
    chosen: set[Key] = set()
    before = (-1, -1)
    while before != (len(needed), len(chosen)):
        before = len(needed), len(chosen)
        for source in sources:
            grow(source, {n for s, n in needed if s == source.name}, needed, chosen)
        for key in list(chosen):
            follow_imports(sources, by_name[key[0]], key[1], needed, chosen)
        for source_name, missing in list(needed):
            if not by_name[source_name].binds(missing, imports=True) and not hasattr(builtins, missing):
                other = home([s for s in sources if s.name != source_name], missing)
                needed |= {(other.name, missing)} if other else set()
    modules = frozenset(m for s, i in chosen for m in imported(by_name[s].statements[i]))
    return Slice(frozenset(chosen), frozenset(n for _, n in needed), modules - {s.module.partition(".")[0] for s in sources})


def grow(source: Source, wanted: set[str], needed: set[tuple[str, str]], chosen: set[Key]) -> None:
    """Choose the statements of one source that bind or change wanted names."""
    if not wanted:
        return
    touched = wanted | {mark + name for name in wanted & source.variables for mark in ".="} | {"@" + name for name in wanted & source.own} | {ALWAYS}
    unknown = {name for name in wanted if not source.binds(name, imports=True)}
    for position, statement in enumerate(source.statements):
        star = STAR in statement.binds and any(not hasattr(builtins, n) or (n in _SHADOWED and is_numeric(statement.node)) for n in unknown)
        if star or not (statement.binds.isdisjoint(touched) and statement.changes.isdisjoint(touched)):
            chosen.add((source.name, position))
            needed |= {(source.name, name) for name in statement.reads}


def follow_imports(sources: list[Source], source: Source, position: int, needed: set[tuple[str, str]], chosen: set[Key]) -> None:
    """Choose what a chosen statement imports from the submission's other files: one name, or all of a file."""
    for other, name in own_imports(sources, source, source.statements[position]):
        if name and other.binds(name, imports=True):
            needed.add((other.name, name))
        else:
            chosen |= {(other.name, i) for i in range(len(other.statements))}
            needed |= {(other.name, n) for x in other.statements for n in x.reads}


def own_imports(sources: list[Source], source: Source, statement: Statement) -> Iterator[tuple[Source, str]]:
    """The files of the submission that a statement imports, each with the name it takes from it, "" for all of it."""
    for part in statement.imports:
        if isinstance(part, ast.Import):
            for alias in part.names:
                yield from ((other, "") for other in matching(sources, alias.name) if other is not source)
        else:
            above = source.package.split(".") if source.package else []
            base = ".".join([*above[: len(above) - part.level + 1], *([part.module] if part.module else [])]) if part.level else part.module or ""
            for alias in part.names:
                inner = matching(sources, f"{base}.{alias.name}".lstrip("."))
                yield from ((other, "") for other in inner if other is not source)
                if not inner:
                    yield from ((other, "" if alias.name == "*" else alias.name) for other in matching(sources, base) if other is not source)


def matching(sources: list[Source], module: str) -> list[Source]:
    """The file that a module name means: by its full name, else by the end of it, as scripts in one folder see each other."""
    exact = [s for s in sources if s.module == module]
    loose = [s for s in sources if s.module and (s.module.endswith("." + module) or module.endswith("." + s.module))]
    return exact or loose[-1:] if module else []


def is_import(node: ast.stmt) -> bool:
    return isinstance(node, ast.Import | ast.ImportFrom)


def is_numeric(node: ast.stmt) -> bool:
    """Whether a star import is one of a module that replaces builtins by functions of its own."""
    return is_star(node) and isinstance(node, ast.ImportFrom) and (node.module in ("math", "cmath", "numpy") or node.level > 0)


def imported(statement: Statement) -> Iterator[str]:
    """The packages that a statement imports from."""
    for part in statement.imports:
        if isinstance(part, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in part.names)
        elif part.module and not part.level:
            yield part.module.partition(".")[0]
