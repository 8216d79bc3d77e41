"""Processes that grade, one submission each at a time; one that dies takes only its own submission with it."""

import multiprocessing
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from typing import Any, Protocol

AHEAD = 4  # calls a process that wait for it, so that it never waits; what is handed out is held in memory

Call = tuple[str, tuple[Any, ...]]


class Lost(Exception):
    """Stands for the result of a call whose process died twice."""


class Mismatch(Exception):
    """Another machine would not grade as this one does; the message says which, and where they differ."""


class Grading(Protocol):
    """Who makes calls: a pool of processes here, or a cluster."""

    def map(self, function: Callable[..., Any], calls: Iterable[Call]) -> Iterator[tuple[str, Any]]: ...

    def close(self) -> None: ...


class Pool:
    """As many processes as there are jobs, each set up by `start(*arguments)`."""

    def __init__(self, jobs: int, start: Callable[..., None], arguments: tuple[Any, ...]) -> None:
        self._jobs, self._start, self._arguments = jobs, start, arguments
        self._executor = self._new()

    def _new(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, multiprocessing.get_context("spawn"), self._start, self._arguments)

    def map(self, function: Callable[..., Any], calls: Iterable[Call]) -> Iterator[tuple[str, Any]]:
        """Results as they come, by name, the calls taken as they are needed; `Lost` for one whose process died twice."""
        lost = yield from self._results(function, calls)
        for call in lost:  # one of these broke the pool: each has one more try, alone
            again = yield from self._results(function, [call])
            for name, _ in again:
                yield name, Lost

    def _results(self, function: Callable[..., Any], calls: Iterable[Call]) -> Generator[tuple[str, Any], None, list[Call]]:
        source = iter(calls)
        pending: dict[Future[Any], Call] = {}
        lost: list[Call] = []
        while True:
            while len(pending) < AHEAD * self._jobs and (call := next(source, None)):
                try:
                    pending[self._executor.submit(function, *call[1])] = call
                except BrokenProcessPool:
                    lost.append(call)
                    break
            if not pending and not lost:
                return []
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                call = pending.pop(future)
                try:
                    yield call[0], future.result()
                except BrokenProcessPool:
                    lost.append(call)
            if lost and not pending:
                self._executor = self._new()
                return lost + (yield from self._results(function, source))

    def close(self) -> None:
        """End the processes, whatever they do, and wait until the executor has noticed: else it may trip over it as Python ends."""
        for process in list((getattr(self._executor, "_processes", None) or {}).values()):
            process.terminate()
        self._executor.shutdown(wait=True, cancel_futures=True)
