"""A submission in a worker: parsed, sliced, and executed statement by statement."""

import ast
import builtins
import gc
import importlib.abc
import importlib.machinery
import importlib.util
import linecache
import sys
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from .answering import answers
from .banning import take_out, uses
from .calling import described
from .slicing import Key, Slice, Source, home, matching, parse, slice_for

ROOT = "__submission__"  # the package that all files of a submission are in, for their relative imports


@dataclass(slots=True)
class Program:
    """The sources of a submission and, once run, their modules and what went wrong on the way."""

    sources: list[Source]
    labels: frozenset[str]
    imported: frozenset[str]
    modules: dict[str, ModuleType] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)
    chosen: frozenset[Key] = frozenset()
    shared: frozenset[str] = frozenset()
    done: set[Key] = field(default_factory=set)
    replaced: dict[str, ModuleType | None] = field(default_factory=dict)
    slices: dict[str, Slice] = field(default_factory=dict)
    homes: dict[str, Source | None] = field(default_factory=dict)
    finders: tuple["OwnFiles", ...] = ()

    def home_of(self, name: str) -> Source | None:
        if name not in self.homes:
            self.homes[name] = home(self.sources, name)
        return self.homes[name]

    def slice_of(self, name: str) -> Slice:
        if name not in self.slices:
            self.slices[name] = slice_for(self.sources, name)
        return self.slices[name]

    def forget(self) -> None:
        """As if nothing had been run: for another function of the same submission."""
        sys.meta_path[:] = [finder for finder in sys.meta_path if not isinstance(finder, OwnFiles)]
        for name, before in self.replaced.items():
            sys.modules.pop(name, None)
            if before is not None:
                sys.modules[name] = before
        self.modules, self.failures, self.done, self.replaced = {}, [], set(), {}

    def put(self, name: str, module: ModuleType) -> None:
        """Make a module known under a name."""
        self.replaced.setdefault(name, sys.modules.get(name))
        sys.modules[name] = module


def read(files: list[dict[str, Any]]) -> Program:
    """Parse a submission: files as {"name", "cells": [[label, text], ...]}, nothing of it executed."""
    note_lines(files)
    gc.disable()  # it would go over the growing trees again and again, and find nothing
    sources = [parse(file["name"], file["cells"]) for file in files]
    gc.enable()
    return Program(sources, frozenset(label for file in files for label, _ in file["cells"]), imported_names(sources))


def note_lines(files: list[dict[str, Any]]) -> None:
    """So that `inspect.getsource` and tracebacks find the lines."""
    for file in files:
        for label, text in file["cells"]:
            linecache.cache[label] = (len(text), None, text.splitlines(True), label)


def imported_names(sources: list[Source]) -> frozenset[str]:
    """The modules that a submission imports, its own among them, relative ones aside."""
    nodes = [node for source in sources for statement in source.statements for node in statement.imports]
    plain = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return frozenset(plain | {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module and not node.level})


def contents(program: Program, names: list[str], asked: Collection[str] = ()) -> dict[str, Any]:
    """What of `names` the program defines, what each needs, the answers to the questions `asked`, and the cells that do not parse."""
    found = {}
    for name in names:
        if program.home_of(name):
            cut = program.slice_of(name)
            found[name] = {"modules": sorted(cut.modules), "reads": sorted(cut.reads & set(names) - {name})}
    broken = [described(error, program.labels) for source in program.sources for error in source.broken]
    others = sorted({x.node.name for source in program.sources for x in source.statements if isinstance(x.node, ast.FunctionDef | ast.ClassDef)})
    return {"functions": found, "answers": answers(program.sources, asked) if asked else {}, "broken": broken, "others": others}


def run(program: Program, name: str, everything: bool, banned: Collection[str] = ()) -> tuple[Callable[..., Any] | None, dict[str, Any]]:
    """Execute what `name` needs, or every statement, and give the function with a note of how that went.

    If the function's slice names what is banned, nothing is executed and the note says what and where.
    A statement that fails is noted and passed over: in a notebook, too, later cells can be run.
    """
    start = program.home_of(name)
    if start is None:
        return None, {"defined": False, "whole": True, "failures": []}
    cut = program.slice_of(name)
    total = sum(len(source.statements) for source in program.sources)
    by_name = {source.name: source for source in program.sources}
    sliced = [by_name[name].statements[i] for name, i in sorted(cut.chosen)] if banned else []
    for ban, label, line in uses([(x.file, x.node) for x in sliced], banned):
        return None, {"defined": False, "whole": True, "failures": [], "forbidden": ban, "file": label, "line": line}
    take_out(banned)
    program.forget()
    program.chosen, program.shared = (every_key(program) if everything else cut.chosen), cut.reads
    program.finders = program.finders or (OwnFiles(program, exactly=True), OwnFiles(program, exactly=False))
    sys.meta_path[:] = [program.finders[0], *sys.meta_path, program.finders[1]]
    used = {source_name for source_name, _ in program.chosen}
    for source in sorted(program.sources, key=lambda source: source is start):
        if source.name in used:
            execute(program, source)
    function = vars(program.modules[start.name]).get(name) if start.name in program.modules else None
    note = {"defined": function is not None, "whole": everything or len(cut.chosen) == total, "failures": program.failures[:5]}
    return function, note


def every_key(program: Program) -> frozenset[Key]:
    return frozenset((source.name, i) for source in program.sources for i in range(len(source.statements)))


def execute(program: Program, source: Source) -> None:
    """Run the chosen statements of one source, once each, in order, in its module; all of them if none was chosen."""
    module = program.modules.get(source.name) or new_module(program, source)
    chosen = sorted(i for name, i in program.chosen if name == source.name) or range(len(source.statements))
    for position in chosen:
        key, statement = (source.name, position), source.statements[position]
        if key in program.done:
            continue
        program.done.add(key)
        share(program, module)
        try:
            exec(statement.code, vars(module))
        except BaseException as error:
            program.failures.append(described(error, program.labels))


def new_module(program: Program, source: Source) -> ModuleType:
    """An empty module for a source, known under its plain name and as part of the submission."""
    module = ModuleType(source.module)
    is_notebook = source.name.endswith(".ipynb")
    vars(module).update(
        __name__="__main__" if is_notebook else source.module,
        __package__=f"{ROOT}.{source.package}".rstrip("."),
        __file__=source.name,
        __builtins__=dict(vars(builtins)),
    )
    if source.name.endswith("/__init__.py"):
        module.__path__ = []
    program.modules[source.name] = module
    for name in (f"{ROOT}.{source.module}", "__main__" if is_notebook else source.module):
        program.put(name, module)
        link(program, name, module)
    return module


def link(program: Program, name: str, module: ModuleType) -> None:
    """Make a module an attribute of the package it is in, and that of the one above."""
    parent, _, child = name.rpartition(".")
    if not parent:
        return
    if parent not in sys.modules:
        sources = [source for source in program.sources if source.module == parent.removeprefix(ROOT + ".")]
        program.put(parent, (program.modules.get(sources[0].name) or new_module(program, sources[0])) if sources else ModuleType(parent))
        sys.modules[parent].__path__ = []
        link(program, parent, sys.modules[parent])
    setattr(sys.modules[parent], child, module)


def share(program: Program, module: ModuleType) -> None:
    """Let a source see what other sources of the submission define, below its own names and Python's."""
    outer = vars(module)["__builtins__"]
    for other in program.modules.values():
        if other is not module:
            outer.update({n: v for n, v in vars(other).items() if n in program.shared and not hasattr(builtins, n)})


class OwnFiles(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports between the files of a submission, from memory: `import helpers`, `from .helpers import f`.

    Files are found by their full names before anything else, and by the end of their names after everything else.
    """

    def __init__(self, program: Program, exactly: bool) -> None:
        self.program, self.exactly = program, exactly
        self.folders = {ROOT, *above(source.module for source in program.sources)}
        if not exactly:
            self.folders |= {prefix for name in program.imported for prefix in above([name]) if matching(program.sources, name)}

    def source_of(self, fullname: str) -> Source | None:
        name = fullname.removeprefix(ROOT + ".")
        exact = [source for source in self.program.sources if source.module == name]
        found = exact if self.exactly or exact else matching(self.program.sources, name)
        return found[-1] if found else None

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        source = self.source_of(fullname)
        is_folder = fullname.removeprefix(ROOT + ".") in self.folders
        if source is None and not is_folder:
            return None
        return importlib.util.spec_from_loader(fullname, self, is_package=is_folder)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        source = self.source_of(spec.name)
        if source is None:
            return None
        return self.program.modules.get(source.name) or new_module(self.program, source)

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = None  # its relative imports start from __package__, whichever name it was imported by
        for source in self.program.sources:
            if self.program.modules.get(source.name) is module:
                execute(self.program, source)


def above(names: Iterable[str]) -> set[str]:
    """The packages above modules: for a.b.c, a and a.b."""
    return {".".join(name.split(".")[:i]) for name in names for i in range(1, name.count(".") + 1)}
