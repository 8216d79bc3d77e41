"""Where a student's code was when its processor time ran out: told once, before the process ends."""

import ast
import os
import signal
from collections.abc import Callable
from types import FrameType
from typing import Any

from .loading import Program


def watch(program: Callable[[], Program | None], tell: Callable[[dict[str, Any]], None]) -> None:
    """Have the first signal that time is up tell the place, if the student's code is at work; the kernel's limit does the rest."""

    def out_of_time(number: int, frame: FrameType | None) -> None:
        signal.signal(number, signal.SIG_DFL)
        running = program()
        begun = begun_by(frame, running) if running else None
        if running and begun:
            tell({"spent": True, "file": begun.f_code.co_filename, "line": loop_around(running, begun)})
        os.kill(os.getpid(), number)

    signal.signal(signal.SIGXCPU, out_of_time)


def begun_by(frame: FrameType | None, program: Program) -> FrameType | None:
    """The outermost frame of the student's code."""
    found = None
    while frame is not None:
        if frame.f_code.co_filename in program.labels:
            found = frame
        frame = frame.f_back
    return found


def loop_around(program: Program, frame: FrameType) -> int:
    """The line of the outermost loop that a frame is in: the same whenever time runs out. Else that of its function."""
    file, line, first = frame.f_code.co_filename, frame.f_lineno, frame.f_code.co_firstlineno
    for source in program.sources:
        for statement in source.statements:
            loops = [one for one in ast.walk(statement.node) if isinstance(one, ast.For | ast.While)] if statement.file == file else []
            around = [one.lineno for one in loops if first <= one.lineno <= line <= (one.end_lineno or 0)]
            if around:
                return min(around)
    return first
