"""How to run functions of a submission without parsing it again: what one worker, which has only parsed, tells another."""

import ast
import marshal
from typing import Any

import numpy as np

from .loading import Program, note_lines
from .names import Statement
from .slicing import Slice, Source

LARGEST_PLAN = 1 << 20
NO_CODE = compile("", "", "exec")
NOTHING: frozenset[str] = frozenset()


def plan_of(program: Program, names: list[str]) -> dict[str, Any] | None:
    """The compiled statements that functions need, as plain values; None if that is too much to send."""
    starts = {name: start for name in names if (start := program.home_of(name))}
    needed = {key for name in starts for key in program.slice_of(name).chosen}
    sources = [[s.name, [as_sent(x) if (s.name, i) in needed else None for i, x in enumerate(s.statements)]] for s in program.sources]
    functions = {name: [start.name, *as_lists(program.slice_of(name))] for name, start in starts.items()}
    size = sum(code.size for _, statements in sources for _, code in filter(None, statements))
    return {"sources": sources, "imported": sorted(program.imported), "functions": functions} if size < LARGEST_PLAN else None


def as_sent(statement: Statement) -> list[Any]:
    return [statement.file, np.frombuffer(marshal.dumps(statement.code), np.uint8)]


def as_lists(cut: Slice) -> tuple[list[list[Any]], list[str]]:
    return [list(key) for key in sorted(cut.chosen)], sorted(cut.reads)


def program_of(plan: dict[str, Any], files: list[dict[str, Any]]) -> Program:
    """The program that a plan describes: its functions can be run, and nothing else of it be looked at."""
    note_lines(files)
    sources = [Source(name, [as_received(sent) for sent in statements]) for name, statements in plan["sources"]]
    program = Program(sources, frozenset(label for file in files for label, _ in file["cells"]), frozenset(plan["imported"]))
    for name, (start, chosen, reads) in plan["functions"].items():
        program.homes[name] = next(source for source in sources if source.name == start)
        program.slices[name] = Slice(frozenset((source, i) for source, i in chosen), frozenset(reads), NOTHING)
    return program


def as_received(sent: list[Any] | None) -> Statement:
    label, code = sent or ("", None)
    return Statement(label, ast.Pass(), NOTHING, NOTHING, NOTHING, (), marshal.loads(code.tobytes()) if code is not None else NO_CODE)
