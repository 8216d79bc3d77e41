"""A worker without a process of its own: the same questions and answers as with `convgrade.worker`, in this very interpreter.

For a browser, which has one interpreter and nothing to protect in it. All that a submission defined goes when its worker ends.
"""

import builtins
import contextlib
import importlib
import io
import signal
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from types import FrameType, ModuleType, TracebackType
from typing import Any, Self

from ..inside import wire
from ..inside.conversation import Conversation
from ..inside.overtime import begun_by, loop_around
from ..inside.working import packed
from ..limits import Limits
from ..reply import from_list
from ..worker import Gone, place_in

LENT = ("builtins", "math", "random", "numpy", "numpy.linalg")  # what a submission may have changed in them is put back


class OutOfTime(BaseException):
    """Raised where the student's code is when its time is up."""


class Paper(io.StringIO):
    """What is printed, up to a limit; further words are dropped, and known to be too many."""

    def __init__(self, limit: int) -> None:
        super().__init__()
        self.limit, self.is_full = limit, False

    def write(self, text: str) -> int:
        self.is_full = self.is_full or self.tell() + len(text) > self.limit
        if self.is_full:
            raise OutOfTime
        return super().write(text)


@dataclass(frozen=True, slots=True)
class Here:
    """Stands for the process that workers are started from, and for all such processes: there is one interpreter.

    Attributes:
        alarm: has the interpreter interrupted after so many seconds, again and again; 0 for never.
        tell: is told the line that the student's code is at when that happens, in case that it goes on all the same.
    """

    alarm: Callable[[float], object]
    tell: Callable[[int], object]
    framework: str = ""

    def get(self, framework: str = "") -> Self:
        return self

    def worker(self, limits: Limits) -> "WorkerHere":
        return WorkerHere(self, limits)


class WorkerHere:
    """One submission. Use as a context: leaving it forgets what was defined."""

    def __init__(self, here: Here, limits: Limits) -> None:
        self._here, self._limits, self._about, self._paper = here, limits, Conversation(), Paper(limits.output)
        self._place: dict[str, Any] = {}
        self._kept: list[tuple[ModuleType, dict[str, Any]]] = []

    def ask(self, request: dict[str, Any]) -> dict[str, Any]:
        """Do what is asked, and answer.

        Raises:
            Gone: time or paper ran out.
        """
        if request.get("planned"):  # for many calls at once, of which an endless one could not be broken off: here they are made one by one
            request = {**request, "planned": False}
        with contextlib.redirect_stdout(self._paper), contextlib.redirect_stderr(self._paper), standard_input():
            try:
                reply = self._about.reply(wire.unpack(wire.pack(request)))  # as if it had come from elsewhere: nothing is shared
            except OutOfTime:
                reply = {"type": OutOfTime.__name__}
        if self._paper.is_full:
            raise Gone("output", f"It printed more than {self._limits.output >> 20} MiB. Is there a print in a loop that never ends?")
        if self._place or ran_out(reply):
            raise Gone("timeout", too_slow(self._limits), place=place_in(self._place))
        answer = wire.unpack(packed(reply))
        if type(answer) is not dict:
            raise Gone("crashed", "It gave no answer.")
        return answer

    def printed_bytes(self) -> int:
        return self._paper.tell()

    def printed(self, start: int, most: int = 2000) -> str:
        """What was printed from character `start` on, control characters made visible."""
        return visible(self._paper.getvalue()[start : start + most])

    def _out_of_time(self, number: int, frame: FrameType | None) -> None:
        """Note the loop that the student's code is in, and break off there; if it is not at work, go on."""
        program = self._about.program
        begun = begun_by(frame, program) if program else None
        if program and begun:
            self._place = {"file": begun.f_code.co_filename, "line": loop_around(program, begun)}
            self._here.tell(self._place["line"])
            raise OutOfTime

    def __enter__(self) -> Self:
        self._kept = [(module, dict(vars(module))) for module in map(importlib.import_module, LENT)]
        self._handler = signal.signal(signal.SIGINT, self._out_of_time)
        self._here.alarm(self._limits.cpu_seconds)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._here.alarm(0)
        signal.signal(signal.SIGINT, self._handler)
        if self._about.program:
            self._about.program.forget()
        for module, before in self._kept:
            put_back(module, before)


def put_back(module: ModuleType, before: dict[str, Any]) -> None:
    """Make a module what it was, but for parts of it that were imported in between."""
    now = vars(module)
    for name in [name for name, value in now.items() if name not in before and not isinstance(value, ModuleType)]:
        del now[name]
    now.update({name: value for name, value in before.items() if now.get(name) is not value})


def ran_out(reply: dict[str, Any]) -> bool:
    """Whether time was up during what a reply is about."""
    failures = from_list(reply.get("failures"))
    return reply.get("type") == OutOfTime.__name__ or any(failure.error == OutOfTime.__name__ for failure in failures)


def too_slow(limits: Limits) -> str:
    unit = "second" if limits.cpu_seconds == 1 else "seconds"
    return f"It was still computing after {limits.cpu_seconds} {unit}. Is there a loop that never ends?"


def visible(text: str) -> str:
    return "".join(c if c.isprintable() or c == "\n" else ascii(c)[1:-1] for c in text)


@contextlib.contextmanager
def standard_input() -> Iterator[None]:
    """Let `input()` say that nobody can answer."""
    before: Callable[..., str] = builtins.input

    def refuse(prompt: object = "") -> str:
        raise EOFError("nobody can type an answer to input() while your code is checked; give the value as an argument")

    builtins.input = refuse
    try:
        yield
    finally:
        builtins.input = before
