"""The short way to a pass: all exercises of a submission in one worker, each bank's calls in one go.

Nothing is decided here but that a function is right. Whatever does not pass here is judged by `attempt`, in a process of its own.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from .attempt import Attempt, Task, decide, load
from .bank import Bank
from .exercise import Exercise, digest
from .function import Ask, Function
from .inside import wire
from .judge import Finding, Trial, first_failure, judge_value
from .limits import Limits
from .property import VALUE
from .repeating import same, sample
from .reply import Reply, from_wire
from .worker import Gone, Worker
from .zygote import Zygote

CPU_SECONDS = 2  # for all exercises together: right code of a first course takes a hundredth of it
REFUSED = ("ValueError", "Exception", "BaseException")


@dataclass(frozen=True, slots=True)
class Heard:
    """Packed outcomes of the calls of a bank's transcript, and which of them are the right function's."""

    outcomes: list[bytes]
    right: list[bool]

    def reply(self, i: int) -> Reply:
        return reply_of(self.outcomes[i])

    def by_arguments(self, bank: Bank) -> dict[bytes, Reply]:
        """The reply to each call, the first to one that is made again."""
        return {bank.keys[i]: self.reply(i) for i in reversed(range(len(self.outcomes)))}


def limits_of(limits: Limits) -> Limits:
    return replace(limits, cpu_seconds=min(CPU_SECONDS, limits.cpu_seconds))


def rehearse(tasks: Mapping[str, Task], worker: Worker, zygote: Zygote) -> dict[str, tuple[Attempt, float]]:
    """Attempts that passed, with their seconds, in a worker that has read the submission."""
    passed = {}
    for name, task in tasks.items():
        start = time.perf_counter()
        try:
            made = passing(task, worker, zygote)
        except (Gone, wire.WireError):
            break
        if made:
            passed[name] = made, time.perf_counter() - start
    return passed


def passing(task: Task, worker: Worker, zygote: Zygote) -> Attempt | None:
    """The attempt at one exercise, if it passes."""
    made = Attempt()
    ask = load(task, worker, zygote, False, made, read=True)
    if ask is None:
        return None
    for bank in task.banks:
        trial = held(bank, task, worker, ask)
        if trial is None:
            return None
        made.trials.append(trial)
    decide(made)
    return made if made.verdict == "passed" else None


def held(bank: Bank, task: Task, worker: Worker, ask: Ask) -> Trial | None:
    """What was seen of a function on a bank, if it gives the right values and keeps every property."""
    heard = hear(bank, worker)
    count = len(bank.cases)
    trial = Trial(bank, [Finding(VALUE, "value", bank.visibility, count, None)], [], [False] * count)
    for i, case in enumerate(bank.cases):
        trial.replies.append(Reply("returned", case.expected) if heard.right[i] else heard.reply(i))
        if not heard.right[i] and judge_value(case, trial.replies[i]):
            return None
    parts = parts_of(bank, task.exercise)
    unsettled = [one for one in task.checks.properties if one.name not in parts or not all(heard.right[i] for i in parts[one.name])]
    f = Function(ask, task.signature.gives_array, heard.by_arguments(bank) if unsettled else {})
    for one in task.checks.properties:
        cases = bank.properties.get(one.name, ())
        with np.errstate(all="ignore"):
            if one in unsettled and first_failure(one, cases, f):
                return None
        trial.findings.append(Finding(one.name, one.kind, bank.visibility, len(cases), None))
    return trial


def parts_of(bank: Bank, exercise: Exercise) -> dict[str, tuple[int, ...]]:
    """Which calls settle which property; none, if the laws are no longer those that the transcript was made with."""
    return bank.transcript.parts if bank.transcript.checks == digest(exercise) else {}


def hear(bank: Bank, worker: Worker) -> Heard:
    """Make all calls of a bank's transcript.

    Raises:
        WireError: what came back is no list of as many outcomes.
    """
    outcomes = outcomes_of(worker.ask(bank.request), len(bank.keys))
    return Heard(outcomes, [is_right(outcome, answer) for outcome, answer in zip(outcomes, bank.answers, strict=True)])


def is_right(outcome: bytes, answer: bytes) -> bool:
    """Whether a packed outcome is the right function's: the same value to the bit, or ValueError itself where it raises."""
    if answer:
        return outcome == answer
    reply = reply_of(outcome)
    return reply.status == "raised" and reply.bases == REFUSED


def reply_of(outcome: bytes) -> Reply:
    """What a packed outcome says: (value,) for a call that returned and changed nothing, or its description.

    Raises:
        WireError: it is neither.
    """
    held = wire.unpack(outcome)
    if type(held) is tuple and len(held) == 1:
        return Reply("returned", held[0])
    if type(held) is not dict:
        raise wire.WireError("no outcome")
    return from_wire(held)


def outcomes_of(reply: dict[str, Any], count: int) -> list[bytes]:
    """The packed outcomes of `count` calls in a worker's reply.

    Raises:
        WireError: they are not there.
    """
    found, sizes = reply.get("bytes"), reply.get("sizes")
    if type(found) is not np.ndarray or type(sizes) is not np.ndarray or sizes.shape != (count,) or sizes.dtype != np.int64:
        raise wire.WireError("no list of outcomes")
    data, ends = found.tobytes(), np.cumsum(sizes).tolist()
    if (sizes < 0).any() or (ends[-1] if ends else 0) != len(data):
        raise wire.WireError("outcomes of other sizes than it says")
    return [data[start:end] for start, end in zip([0, *ends], ends, strict=False)]


def confirmed(passed: Mapping[str, tuple[Attempt, float]], tasks: Mapping[str, Task], plan: Any, worker: Worker) -> list[str]:
    """Those that give the same answers again in another worker, asked the other way round."""
    seen = {name: sample(made) for name, (made, _) in passed.items()}
    asks = [[name, [arguments for arguments, _ in pairs]] for name, pairs in seen.items()]
    task = next(iter(tasks.values()))
    request = {"do": "again", "files": task.submission.to_wire(), "plan": plan, "banned": list(task.banned), "asks": asks}
    try:
        outcomes = iter(outcomes_of(worker.ask(request), sum(map(len, seen.values()))))
        again = {name: [reply_of(next(outcomes)) for _ in pairs] for name, pairs in seen.items()}
    except (Gone, wire.WireError):
        return []
    return [name for name, pairs in seen.items() if all(same(a, b) for a, (_, b) in zip(again[name], pairs, strict=True))]
