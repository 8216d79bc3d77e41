"""A thread that checks one thing at a time; what is wanted next ends what is under way at once."""

import contextlib
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from types import TracebackType
from typing import Generic, Self, TypeVar

from .brake import Brake, Stopped
from .frameworks import Zygotes
from .inbox import Failed
from .isolation import establish, strongest
from .zygote import Zygote

T = TypeVar("T")
PATIENCE = 2.0  # seconds at the end for the thread to put its zygotes away


@dataclass(frozen=True, slots=True)
class Done:
    """What came of a check, by the ticket that `start` gave for it; one that is not the last may be nonsense."""

    ticket: int
    outcome: object


class Checker(Generic[T]):
    """Checks with zygotes that stay for the whole time, and tells what came of it. Use as a context."""

    def __init__(self, check: Callable[[T, Zygotes], object], tell: Callable[[object], None]) -> None:
        self._check, self._tell = check, tell
        self._turn = threading.Condition()
        self._ticket = 0
        self._wanted: list[T] = []  # one or none
        self._busy = self._leaving = False
        self._brake = Brake()
        self._first = Zygote("", replace(strongest(), bubblewrap=False), self._brake)  # as `check` has it: no time for every layer
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self, what: T) -> int:
        """Check this, and no longer what is under way."""
        return self._want([what])

    def stop(self) -> int:
        """Check nothing until the next `start`."""
        return self._want([])

    def _want(self, wanted: list[T], leaving: bool = False) -> int:
        with self._turn:
            self._ticket += 1
            self._wanted, self._leaving = wanted, leaving
            if self._busy:
                self._brake.pull()
            self._turn.notify()
            return self._ticket

    def _run(self) -> None:
        try:
            with Zygotes(*establish(self._first)) as zygotes:
                while self._one(zygotes):
                    pass
        except Exception as problem:
            self._tell(Failed(problem))

    def _one(self, zygotes: Zygotes) -> bool:
        """Wait for something to check, and check it; False if there will be nothing more."""
        with self._turn:
            self._turn.wait_for(lambda: self._wanted or self._leaving)
            if self._leaving:
                return False
            what, ticket = self._wanted.pop(), self._ticket
            self._busy = True
        with contextlib.suppress(Stopped):
            self._tell(Done(ticket, self._check(what, zygotes)))
        with self._turn:
            self._busy = False
            self._brake.release()
        return True

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._want([], leaving=True)
        self._thread.join(PATIENCE)
        self._first.close()
