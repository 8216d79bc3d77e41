"""A class of right loop-style submissions: what grading it costs, and what its code alone would.

Every submission holds all the exercises asked for, written by one of the people of the sample class who have them all right, and a
comment of its own, so that none is a copy.
"""

import ctypes
import importlib.util
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from convgrade.bank import Bank, load
from convgrade.exercise import checks_of, find, signature_of
from convgrade.function import Function, in_process
from convgrade.judge import replay

CLASS = Path(__file__).parents[2] / "tests" / "sample_class" / "submissions"
LOOPS = ("priya_raman", "nils_johansson", "ravi_krishnan")  # who have all exercises right, in loops
LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Cost:
    """What grading a class took: seconds by the clock and of processors, and the most memory that all processes held at once."""

    submissions: int
    exercises: int
    wall: float
    cpu: float
    peak: int

    @property
    def each(self) -> float:
        """Processor seconds a submission."""
        return self.cpu / self.submissions


def write_class(folder: Path, count: int, authors: Sequence[str] = LOOPS) -> None:
    folder.mkdir(parents=True)
    texts = [(CLASS / f"{name}.py").read_text("utf-8-sig") for name in authors]
    for number in range(count):
        (folder / f"student{number:05}.py").write_text(f"{texts[number % len(texts)]}\n# handed in as number {number}\n", "utf-8")


def graded(folder: Path, exercises: Sequence[str], jobs: int, out: Path) -> Cost:
    """Grade a class in a process of its own, and see what that and all that it starts use."""
    names = [part for name in exercises for part in ("--exercise", name)]
    command = [sys.executable, "-m", "convgrade", "grade", str(folder), "--out", str(out), "--jobs", str(jobs), *names]
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    peak = Peak(running.pid)
    _, errors = running.communicate()
    wall = time.perf_counter() - start
    if running.returncode:
        sys.exit(f"grade ended with {running.returncode}: {errors[-500:]}")
    reap()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Cost(len(list(folder.iterdir())), len(exercises), wall, cpu, peak.stop())


def adopt() -> None:
    """Become the parent of processes whose own parent ends, so that what they used is counted here."""
    ctypes.CDLL(None).prctl(36, 1, 0, 0, 0)  # PR_SET_CHILD_SUBREAPER


def reap() -> None:
    """Wait for every process that was left behind."""
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return


class Peak:
    """Watches how much memory a process and its descendants hold (their proportional share of it)."""

    def __init__(self, pid: int) -> None:
        self._process, self._most, self._ended = psutil.Process(pid), 0, threading.Event()
        self.seen: list[tuple[float, int]] = []
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        start = time.perf_counter()
        while not self._ended.wait(LOOK_SECONDS):
            held = 0
            try:
                for one in (self._process, *self._process.children(recursive=True)):
                    try:
                        held += one.memory_full_info().pss
                    except psutil.Error:
                        continue
            except psutil.Error:
                return
            self._most = max(self._most, held)
            self.seen.append((time.perf_counter() - start, held))

    def stop(self) -> int:
        """End watching; the most that was held, in bytes."""
        self._ended.set()
        self._thread.join()
        return self._most


@dataclass(frozen=True, slots=True)
class Floor:
    """What the same submissions cost in this very process, with nothing between judge and student.

    Attributes:
        own: seconds inside the student's functions, a submission.
        replay: seconds of the whole replay, a submission.
        calls: calls of the student's functions, a submission.
    """

    own: float
    replay: float
    calls: int


def floor(exercises: Sequence[str], authors: Sequence[str] = LOOPS, runs: int = 5) -> Floor:
    """The best of several runs, and the mean over the authors."""
    banks = {name: load(find()[name].bank) for name in exercises}
    found = [best([one_floor(author, banks) for _ in range(runs)]) for author in authors]
    count = len(found)
    return Floor(sum(f.own for f in found) / count, sum(f.replay for f in found) / count, sum(f.calls for f in found) // count)


def best(floors: list[Floor]) -> Floor:
    return min(floors, key=lambda one: one.replay)


def one_floor(author: str, banks: dict[str, Bank]) -> Floor:
    module = imported(CLASS / f"{author}.py")
    own, whole, calls = 0.0, 0.0, 0

    def timed(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any) -> Any:
            nonlocal own
            start = time.perf_counter()
            try:
                return function(*arguments)
            finally:
                own += time.perf_counter() - start

        return call

    for name, bank in banks.items():
        exercise = find()[name]
        f = Function(in_process(timed(getattr(module, name))), signature_of(exercise).gives_array)
        start = time.perf_counter()
        assert replay(bank, checks_of(exercise), f).passed
        whole += time.perf_counter() - start
        calls += f.calls
    return Floor(own, whole, calls)


def imported(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location(file.stem, file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[file.stem] = module
    spec.loader.exec_module(module)
    return module


def cost_of(count: int, exercises: Sequence[str], jobs: int) -> Cost:
    """Write a class, grade it, throw it away."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "class"
        write_class(folder, count)
        cost = graded(folder, exercises, jobs, Path(name) / "grades")
        grades = (Path(name) / "grades" / "grades.csv").read_text("utf-8").splitlines()[1:]
        passed = sum(line.split(",")[1] == "passed" for line in grades)
        if passed != count:
            sys.exit(f"{count - passed} of {count} right submissions did not pass")
        return cost
