"""A class of right loop-style submissions: what grading it costs, and what its code alone would.

Every submission holds all the exercises asked for, written by one of the people of the sample class who have them all right, and a
comment of its own, so that none is a copy.
"""

import importlib.util
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
# TensorFlow, endless loops, and what cannot be read: seconds each, or nothing.
COSTLY = ("mei_tanaka", "yuki_nakamura", "sofia_kowalski", "arjun_mehta", "bruno_costa", "kofi_mensah", "tariq_hassan", "tom_okafor", "sam_oconnor")
LOOK_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Cost:
    """What grading a class took: seconds by the clock and of processors, and the most memory that all processes held at once.

    `memory` are seconds since the start, with the bytes that were held then.
    """

    submissions: int
    exercises: int
    wall: float
    cpu: float
    peak: int
    memory: tuple[tuple[float, int], ...] = ()

    @property
    def each(self) -> float:
        """Processor seconds a submission."""
        return self.cpu / self.submissions


def write_class(folder: Path, count: int, authors: Sequence[str] = LOOPS) -> None:
    folder.mkdir(parents=True)
    texts = [(CLASS / f"{name}.py").read_text("utf-8-sig") for name in authors]
    for number in range(count):
        (folder / f"student{number:05}.py").write_text(f"{texts[number % len(texts)]}\n# handed in as number {number}\n", "utf-8")


def write_mixed_class(folder: Path, count: int) -> None:
    """Submissions as they come, right and wrong: those of the sample class that are one file and no waste of seconds, with comments."""
    folder.mkdir(parents=True)
    files = [file for file in sorted(CLASS.iterdir()) if file.suffix in (".py", ".ipynb") and file.stem not in COSTLY]
    for number in range(count):
        file = files[number % len(files)]
        there = folder / f"{number:05}_{file.name}"  # kinds in turn, not one after the other
        if file.suffix == ".py":
            there.write_bytes(file.read_bytes() + f"\n# handed in as number {number}\n".encode())
        else:
            text = file.read_text("utf-8")
            there.write_text(text + " " * (1 + number) if number else text, "utf-8")  # blanks after a notebook's JSON mean nothing


def graded(folder: Path, exercises: Sequence[str], jobs: int, out: Path) -> Cost:
    """Grade a class in a process of its own, and see what that and all that it starts use."""
    names = [part for name in exercises for part in ("--exercise", name)]
    command = [sys.executable, "-m", "convgrade", "grade", str(folder), "--out", str(out), "--jobs", str(jobs), *names]
    start = time.perf_counter()
    running = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    watch = Watch(running.pid)
    _, errors = running.communicate()
    wall = time.perf_counter() - start
    watch.stop()
    if running.returncode not in (0, 3):  # 3: some need what is not installed here
        sys.exit(f"grade ended with {running.returncode}: {errors[-500:]}")
    return Cost(len(list(folder.iterdir())), len(exercises), wall, watch.cpu, watch.most, tuple(watch.seen[:: max(1, len(watch.seen) // 50)]))


class Watch:
    """Looks at a process and its descendants now and then: the memory they hold (their share of what is shared), the time they used.

    A process that ended is in the time of the one that waited for it. What is used after the last look is not seen.
    """

    def __init__(self, pid: int) -> None:
        self._process, self._ended = psutil.Process(pid), threading.Event()
        self.most, self.cpu = 0, 0.0
        self.seen: list[tuple[float, int]] = []
        self._thread = threading.Thread(target=self._look)
        self._thread.start()

    def _look(self) -> None:
        start = time.perf_counter()
        while not self._ended.wait(LOOK_SECONDS):
            held, used = 0, 0.0
            for one in self._family():
                try:
                    held += one.memory_full_info().pss
                    used += sum(one.cpu_times()[:4])  # its own and that of those it waited for
                except psutil.Error:
                    continue
            self.most, self.cpu = max(self.most, held), max(self.cpu, used)
            self.seen.append((time.perf_counter() - start, held))

    def _family(self) -> list[psutil.Process]:
        try:
            return [self._process, *self._process.children(recursive=True)]
        except psutil.Error:
            return []

    def stop(self) -> None:
        self._ended.set()
        self._thread.join()


@dataclass(frozen=True, slots=True)
class Floor:
    """What the same submissions cost in this very process, with nothing between judge and student.

    Attributes:
        own: seconds that the file and the student's functions run, a submission.
        replay: seconds of running the file and of the whole replay, a submission.
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
    start = time.perf_counter()
    module = imported(CLASS / f"{author}.py")
    own = whole = time.perf_counter() - start
    calls = 0

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
