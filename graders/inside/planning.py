"""How to run functions of a submission without parsing it again: what one worker, which has only parsed, tells another."""

import ast
import marshal
from types import CodeType
from typing import Any

import numpy as np

from .loading import Program, note_lines
from .names import Statement
from .slicing import Slice, Source

LARGEST_PLAN = 1 << 20
NO_CODE = compile("", "", "exec")
NOTHING: frozenset[str] = frozenset()


def plan_of(program: Program, names: list[str]) -> np.ndarray | None:
    """The compiled statements that functions need, as bytes that a judge hands on unread; None if that is too much to send."""
    starts = {name: start for name in names if (start := program.home_of(name))}
    needed = {key for name in starts for key in program.slice_of(name).chosen}
    sources = [(s.name, [(x.file, x.code) if (s.name, i) in needed else None for i, x in enumerate(s.statements)]) for s in program.sources]
    functions = [(name, start.name, program.slice_of(name).chosen, program.slice_of(name).reads) for name, start in starts.items()]
    plan = marshal.dumps((sources, program.imported, functions))
    return np.frombuffer(plan, np.uint8) if len(plan) < LARGEST_PLAN else None


def program_of(plan: np.ndarray, files: list[dict[str, Any]]) -> Program:
    """The program that a plan describes: its functions can be run, and nothing else of it be looked at."""
    note_lines(files)
    sent, imported, functions = marshal.loads(plan.tobytes())
    sources = {name: Source(name, [statement(*(one or ("", NO_CODE))) for one in statements]) for name, statements in sent}
    program = Program([*sources.values()], frozenset(label for file in files for label, _ in file["cells"]), imported)
    for name, start, chosen, reads in functions:
        program.homes[name] = sources[start]
        program.slices[name] = Slice(chosen, reads, NOTHING)
    return program


def statement(label: str, code: CodeType) -> Statement:
    return Statement(label, ast.Pass(), NOTHING, NOTHING, NOTHING, (), code)
