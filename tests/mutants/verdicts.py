"""Whether a mutant is still right, and whether the banks refuse it.

Mutants are tried in a forked child, which one may end, flood or fill.
"""

import contextlib
import json
import os
import resource
import select
import signal
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from convgrade.bank import Bank, load
from convgrade.compare import difference
from convgrade.draw import draw_bank
from convgrade.exercise import Checks, Exercise, answers_of, checks_of, signature_of
from convgrade.function import Ask, Function, in_process
from convgrade.judge import first_failure, judge_value
from convgrade.reply import Reply
from convgrade.show import call_line

from .domain import inputs
from .drawing import Arguments
from .mutate import Ground, Mutant

ROUNDING, RELATIVE = 2e-3, 1e-6  # float32 sums of up to a hundred products stay below it, wrong values above
TWICE = 200
CPU_SECONDS = 2.0  # importing SciPy takes a part of it
PATIENCE = 120.0
MEMORY, MEMORY_AT_MOST = 2 << 30, (2 << 30) + (64 << 20)
SECRET_SEEDS = (11, 12, 13)


class TooLong(BaseException):
    """A call used up its time."""


@dataclass(frozen=True, slots=True)
class Trials:
    """What mutants of an exercise are tried on: inputs with the reference's replies, and banks by name."""

    exercise: Exercise
    checks: Checks
    inputs: tuple[tuple[Arguments, Reply], ...]
    banks: dict[str, Bank]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a mutant.

    Attributes:
        differs: the first call that shows a difference from the reference, "" if there is none.
        passed: names of the banks that it passes.
    """

    differs: str
    passed: tuple[str, ...]
    banks: int

    @property
    def kind(self) -> str:
        """ "refused", "survivor" (wrong, and some bank lets it pass), "equivalent", or "blamed" (refused, and no input shows why)."""
        if self.differs:
            return "survivor" if self.passed else "refused"
        return "equivalent" if len(self.passed) == self.banks else "blamed"


def trials_of(exercise: Exercise, count: int, seeds: Sequence[int] = SECRET_SEEDS) -> Trials:
    """The first `count` inputs of the second generator, the public bank, and a secret one for each seed."""
    public = load(exercise.bank)
    banks = {"public": public}
    for seed in seeds:
        banks[f"secret {seed}"] = draw_bank(exercise, seed, secret=True, avoid=[case.arguments for case in public.cases], keras=False)
    ask = in_process(answers_of(exercise).reference)
    return Trials(exercise, checks_of(exercise), tuple((arguments, ask(arguments)) for arguments in inputs(exercise.name, count)), banks)


def verdicts(trials: Trials, mutants: Sequence[Mutant | Ground]) -> Iterator[Verdict]:
    """The verdict of each mutant, in order. One that ends the child, or hangs it, is wrong and refused: another child goes on."""
    done = 0
    while done < len(mutants):
        for line in _told_by_a_child(trials, mutants[done:]):
            differs, passed = json.loads(line)
            yield Verdict(differs, tuple(passed), len(trials.banks))
            done += 1
        if done < len(mutants):
            yield Verdict("it ends or hangs the process", (), len(trials.banks))
            done += 1


def _told_by_a_child(trials: Trials, mutants: Sequence[Mutant | Ground]) -> Iterator[bytes]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with contextlib.suppress(BaseException):
            os.close(reading)
            _in_child(trials, mutants, writing)
        os._exit(0)
    os.close(writing)
    rest = b""
    try:
        while select.select([reading], [], [], PATIENCE)[0] and (told := os.read(reading, 1 << 16)):
            *lines, rest = (rest + told).split(b"\n")
            yield from lines
    finally:
        os.close(reading)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


def _in_child(trials: Trials, mutants: Sequence[Mutant | Ground], writing: int) -> None:
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    signal.signal(signal.SIGPROF, _stop)
    for mutant in mutants:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY_AT_MOST))
        with np.errstate(all="ignore"):
            passed = [name for name, bank in trials.banks.items() if passes(trials, bank, in_time(mutant))]
            differs = first_difference(trials, in_time(mutant))
        os.write(writing, json.dumps([differs, passed]).encode() + b"\n")


def passes(trials: Trials, bank: Bank, ask: Ask) -> bool:
    """Whether a function passes a bank: what `replay` finds out, without going on after the first failure."""
    f = Function(ask, signature_of(trials.exercise).gives_array)
    if any(judge_value(case, f.reply(case.arguments)) for case in bank.cases):
        return False
    return not any(first_failure(one, bank.properties[one.name], f) for one in trials.checks.properties)


def first_difference(trials: Trials, ask: Ask) -> str:
    """The first input on which a function does not do what the reference does; the first few are tried again at the end."""
    for arguments, right in (*trials.inputs, *trials.inputs[:TWICE]):
        reply = ask(arguments)
        if not same(reply, right):
            got = reply.value if reply.status == "returned" else reply.sentence()
            expected = right.value if right.status == "returned" else right.error
            return f"{call_line(trials.exercise.name, arguments)}: {got!r}, not {expected!r}" + (" (changes its arguments)" if reply.changed else "")
    return ""


def same(reply: Reply, right: Reply) -> bool:
    """Whether a reply is as good as the reference's: the value up to rounding, nothing changed; or ValueError as there."""
    if right.status == "raised":
        return reply.status == "raised" and right.error in reply.bases
    return reply.status == "returned" and not reply.changed and difference(reply.value, right.value, rounding(right.value)) is None


def rounding(right: Any) -> float:
    """How far a value may be from the right one."""
    largest = float(np.abs(right).max()) if isinstance(right, np.ndarray) and right.size else 0.0
    return max(ROUNDING, RELATIVE * largest)


def in_time(mutant: Mutant | Ground) -> Ask:
    """Ask a mutant, loaded afresh; each call has a bound on its time."""
    names: dict[str, Any] = {"__name__": "mutant"}
    signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS, CPU_SECONDS)
    try:
        exec(compile(mutant.text, "<mutant>", "exec"), names)
        ask = in_process(names[mutant.function])
    except BaseException as error:
        ask = in_process(_raising(error))
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)

    def limited(arguments: Arguments) -> Reply:
        signal.setitimer(signal.ITIMER_PROF, CPU_SECONDS, CPU_SECONDS)
        try:
            return ask(arguments)
        except TooLong as late:
            return Reply("raised", error=type(late).__name__, bases=("TooLong",))
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)

    return limited


def _raising(error: BaseException) -> Any:
    def raises(*_: Any) -> None:
        raise error

    return raises


def _stop(*_: Any) -> None:
    raise TooLong
