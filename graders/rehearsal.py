"""The short way to a pass: all exercises of a submission in one worker, each bank's calls in one go.

Nothing is decided here but that a function is right. Whatever does not pass here is judged by `attempt`, in a process of its own.
"""

import contextlib
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from .attempt import Attempt, Task, decide, load
from .bank import Bank
from .exercise import Checks, Exercise, digest
from .function import Function
from .hearing import Heard, hear, outcomes_of, reply_of
from .inside import wire
from .judge import Finding, Trial, first_failure, judge_value
from .limits import Limits
from .property import VALUE, Property
from .repeating import same, sample
from .reply import Reply
from .worker import Gone, Worker
from .zygote import Zygote

REPEATED = 4  # calls of an exercise: what depends on luck does not get all of them right in the first place
CPU_SECONDS = 2  # for all exercises together: right code of a first course takes a hundredth of it


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """An attempt with right values: what was heard for each bank, and the laws of each that are still to be worked out."""

    task: Task
    made: Attempt
    heard: list[Heard]
    laws: list[list[Property]]
    seconds: float


def limits_of(limits: Limits) -> Limits:
    return replace(limits, cpu_seconds=min(CPU_SECONDS, limits.cpu_seconds))


@dataclass(frozen=True, slots=True)
class Once:
    """An attempt that passed in one worker, and calls of it, with what was answered, to be asked again in another."""

    task: Task
    made: Attempt
    calls: list[tuple[tuple[Any, ...], Reply]]
    seconds: float


def rehearse(tasks: Mapping[str, Task], worker: Worker, second: Worker, plan: Any, zygote: Zygote) -> dict[str, tuple[Attempt, float]]:
    """Attempts that passed, with their seconds, by the names of their exercises: in a worker that has read the submission and, while that
    goes on, again in a second one, which goes by the first one's plan."""
    asked: list[Once] = []

    def questions() -> Iterator[dict[str, Any]]:
        yield {"do": "plan", "files": next(iter(tasks.values())).submission.to_wire(), "plan": plan}
        for once in passing(tasks, worker, zygote):
            asked.append(once)
            yield {**request_for(once.task, "again"), "calls": [arguments for arguments, _ in once.calls]}
        worker.dismiss()

    confirmed = {}
    with contextlib.suppress(Gone, wire.WireError):
        answers = second.ask_each(questions())
        next(answers)  # to the plan
        for answer, once in zip(answers, asked, strict=False):
            again = [reply_of(outcome) for outcome in outcomes_of(answer)]
            if len(again) == len(once.calls) and all(same(now, before) for now, (_, before) in zip(again, once.calls, strict=True)):
                confirmed[once.task.exercise.name] = once.made, once.seconds
        second.dismiss()
    return confirmed


def request_for(task: Task, do: str) -> dict[str, Any]:
    return {"do": do, "name": task.exercise.name, "banned": list(task.banned)}


def passing(tasks: Mapping[str, Task], worker: Worker, zygote: Zygote) -> Iterator[Once]:
    """The attempts that pass in a worker, each as soon as that is known."""
    with contextlib.suppress(Gone, wire.WireError):
        unsettled = []
        for one in rehearsed(tasks, worker):
            if any(one.laws):
                unsettled.append(one)
            else:
                yield from passed(one, one.seconds)
        for one in unsettled:  # last, since a law may take a worker down that has answered for all others
            start = time.perf_counter()
            if keeps_laws(one, worker, zygote):
                yield from passed(one, one.seconds + time.perf_counter() - start)


def passed(one: Rehearsed, seconds: float) -> Iterator[Once]:
    decide(one.made)
    if one.made.verdict == "passed":
        yield Once(one.task, one.made, sample(one.made, REPEATED), seconds)


def rehearsed(tasks: Mapping[str, Task], worker: Worker) -> Iterator[Rehearsed]:
    """Those of the tasks whose value cases are all right, each as soon as it is heard.

    Raises:
        Gone, WireError: the worker ended, or what it said is no answer.
    """
    requests = ({**request_for(task, "rehearse"), "calls": [bank.asked for bank in task.banks]} for task in tasks.values())
    start = time.perf_counter()
    for task, reply in zip(tasks.values(), worker.ask_each(requests), strict=True):
        made = Attempt(whole=reply.get("whole") is True)
        heard = hear(task.banks, reply)
        if heard and all(has_right_values(bank, one, task.checks, made) for bank, one in zip(task.banks, heard, strict=True)):
            laws = [unsettled_by(bank, one, task) for bank, one in zip(task.banks, heard, strict=True)]
            yield Rehearsed(task, made, heard, laws, time.perf_counter() - start)
        start = time.perf_counter()


def has_right_values(bank: Bank, heard: Heard, checks: Checks, made: Attempt) -> bool:
    """Whether all value cases are right; what was seen is noted as a trial that keeps every law, which is still to be found out."""
    count = len(bank.cases)
    trial = Trial(bank, [Finding(VALUE, "value", bank.visibility, count, None)], [], [False] * count)
    for i, case in enumerate(bank.cases):
        trial.replies.append(Reply("returned", case.expected) if heard.outcomes[i] == bank.answers[i] else heard.reply(i))
        if not heard.right[i] and judge_value(case, trial.replies[i]):
            return False
    trial.findings += [Finding(one.name, one.kind, bank.visibility, len(bank.properties.get(one.name, ())), None) for one in checks.properties]
    made.trials.append(trial)
    return True


def unsettled_by(bank: Bank, heard: Heard, task: Task) -> list[Property]:
    """The laws that ask for what was not answered as the reference did: they have to be worked out."""
    parts = parts_of(bank, task.exercise)
    return [one for one in task.checks.properties if one.name not in parts or not all(heard.right[i] for i in parts[one.name])]


def keeps_laws(one: Rehearsed, worker: Worker, zygote: Zygote) -> bool:
    """Whether a function keeps the laws that are not settled.

    Raises:
        Gone: it ended its worker.
    """
    ask = load(one.task, worker, zygote, False, Attempt(), read=True)
    if ask is None:
        return False
    with np.errstate(all="ignore"):
        for bank, heard, laws in zip(one.task.banks, one.heard, one.laws, strict=True):
            parts = parts_of(bank, one.task.exercise)
            asked = sorted({i for law in laws for i in parts.get(law.name, ())}, reverse=True)  # of a call made twice the first counts
            f = Function(ask, one.task.signature.gives_array, {bank.keys[i]: heard.reply(i) for i in asked})
            if any(first_failure(law, bank.properties.get(law.name, ()), f) for law in laws):
                return False
    return True


def parts_of(bank: Bank, exercise: Exercise) -> dict[str, tuple[int, ...]]:
    """Which calls settle which property; none, if the laws are no longer those that the transcript was made with."""
    return bank.transcript.parts if bank.transcript.checks == digest(exercise) else {}
