"""A submission in a worker: parsed, sliced, and executed statement by statement."""

import ast
import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from .calling import described
from .slicing import Slice, Source, home, parse, slice_for

PACKAGE = "submission"


@dataclass(slots=True)
class Program:
    """The sources of a submission and, once run, their modules and what went wrong on the way."""

    sources: list[Source]
    labels: frozenset[str]
    modules: dict[str, ModuleType] = field(default_factory=dict)
    failures: list[dict[str, Any]] = field(default_factory=list)
    done: set[tuple[str, int]] = field(default_factory=set)


def read(files: list[dict[str, Any]]) -> Program:
    """Parse a submission: files as {"name", "cells": [[label, text], ...]}, nothing of it executed."""
    sources = [parse(file["name"], [(label, text) for label, text in file["cells"]]) for file in files]
    labels = frozenset(label for file in files for label, _ in file["cells"])
    return Program(sources, labels)


def contents(program: Program, names: list[str]) -> dict[str, Any]:
    """What of `names` the program defines, what each needs, and the cells that do not parse."""
    found = {}
    for name in names:
        if home(program.sources, name):
            cut = slice_for(program.sources, name)
            found[name] = {"modules": sorted(cut.modules), "reads": sorted(cut.reads & set(names) - {name})}
    broken = [described(error, program.labels) for source in program.sources for _, error in source.broken]
    return {"functions": found, "broken": broken}


def run(program: Program, name: str, everything: bool) -> tuple[Callable[..., Any] | None, dict[str, Any]]:
    """Execute what `name` needs, or every statement, and give the function with a note of how that went.

    A statement that fails is noted and passed over: in a notebook, too, later cells can be run.
    """
    start = home(program.sources, name)
    if start is None:
        return None, {"defined": False, "whole": True, "failures": []}
    cut = slice_for(program.sources, name)
    every = {(source.name, i) for source in program.sources for i in range(len(source.statements))}
    sys.meta_path.insert(0, OwnFiles(program))
    for source in sorted(program.sources, key=lambda source: source is start):
        execute(program, source, every if everything else cut.chosen, cut)
    function = vars(program.modules[start.name]).get(name)
    note = {"defined": function is not None, "whole": everything or every == cut.chosen, "failures": program.failures[:5]}
    return function, note


def execute(program: Program, source: Source, chosen: set[tuple[str, int]] | frozenset[tuple[str, int]], cut: Slice) -> None:
    """Run the chosen statements of one source, once each, in order, in its module."""
    module = program.modules.get(source.name) or new_module(program, source)
    for position, statement in enumerate(source.statements):
        key = (source.name, position)
        if key not in chosen or key in program.done:
            continue
        program.done.add(key)
        share(program, module, cut)
        try:
            exec(compile(ast.Module([statement.node], []), statement.file, "exec", dont_inherit=True), vars(module))
        except BaseException as error:
            program.failures.append(described(error, program.labels))


def new_module(program: Program, source: Source) -> ModuleType:
    dotted = source.name.rpartition(".")[0].replace("/", ".")
    module = ModuleType(dotted)
    is_notebook = source.name.endswith(".ipynb")
    vars(module).update(
        __name__="__main__" if is_notebook else dotted,
        __package__=PACKAGE,
        __file__=source.name,
        __builtins__=dict(vars(builtins)),
    )
    program.modules[source.name] = module
    sys.modules[f"{PACKAGE}.{dotted}"] = module
    sys.modules["__main__" if is_notebook else dotted] = module
    return module


def share(program: Program, module: ModuleType, cut: Slice) -> None:
    """Let a source see what other sources of the submission define, below its own names and Python's."""
    outer = vars(module)["__builtins__"]
    for other in program.modules.values():
        if other is not module:
            outer.update({n: v for n, v in vars(other).items() if n in cut.reads and not hasattr(builtins, n)})


class OwnFiles(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Imports between the files of a submission, from memory: `import helpers`, `from .helpers import f`."""

    def __init__(self, program: Program) -> None:
        self.program = program
        self.files = dict(self._names())

    def _names(self) -> Iterator[tuple[str, Source]]:
        for source in self.program.sources:
            dotted = source.name.rpartition(".")[0].replace("/", ".").removesuffix(".__init__")
            yield dotted, source
            yield f"{PACKAGE}.{dotted}", source

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> importlib.machinery.ModuleSpec | None:
        is_folder = fullname == PACKAGE or any(name.startswith(fullname + ".") for name in self.files)
        if fullname not in self.files and not is_folder:
            return None
        return importlib.util.spec_from_loader(fullname, self, is_package=is_folder)

    def create_module(self, spec: importlib.machinery.ModuleSpec) -> ModuleType | None:
        source = self.files.get(spec.name)
        if source is None:
            return None
        return self.program.modules.get(source.name) or new_module(self.program, source)

    def exec_module(self, module: ModuleType) -> None:
        source = next((s for s in self.program.sources if self.program.modules.get(s.name) is module), None)
        if source:
            every = {(source.name, i) for i in range(len(source.statements))}
            execute(self.program, source, every, Slice(frozenset(), frozenset(), frozenset()))
