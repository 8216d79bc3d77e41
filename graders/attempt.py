"""One attempt at one exercise: load the submission in a worker, replay the banks, decide what to call the outcome."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .bank import Bank, KnownMistake
from .diagnosis import diagnose
from .exercise import Checks, Exercise, Signature
from .frameworks import TENSORS
from .function import Function
from .judge import Failure, Trial, replay
from .limits import Limits
from .property import VALUE
from .reply import Reply, from_list, from_wire
from .submission import Submission
from .worker import Gone, Worker
from .zygote import Zygote

# From best to worst: of two attempts at the same function the better counts.
RANK = (
    "passed",
    "not_yet",
    "stateful",
    "unrepeatable",
    "bad_return",
    "error",
    "unfinished",
    "forbidden",
    "missing",
    "output",
    "memory",
    "timeout",
    "crashed",
    "ungraded",
)


@dataclass(slots=True)
class Attempt:
    """What came of running a function: a verdict, a sentence, and what was seen on the way.

    Attributes:
        trials: one for each bank, the last perhaps cut short.
        failure: the call that shows the mistake.
        whole: whether every statement of the submission was run, not a slice.
        by_the_clock: whether a timeout was one of waiting, which a busy machine could have caused.
        framework: what was loaded beside NumPy.
    """

    verdict: str = "missing"
    message: str = ""
    trials: list[Trial] = field(default_factory=list)
    failure: Failure | None = None
    mistake: KnownMistake | None = None
    whole: bool = True
    by_the_clock: bool = False
    framework: str = ""


@dataclass(frozen=True, slots=True)
class Task:
    """What an attempt is about."""

    exercise: Exercise
    signature: Signature
    checks: Checks
    banks: Sequence[Bank]
    submission: Submission
    limits: Limits
    banned: tuple[str, ...] = ()


def attempt(task: Task, zygote: Zygote, everything: bool) -> Attempt:
    """Run the function's slice, or every statement, in a fresh worker and judge it."""
    made = Attempt(whole=everything, framework=zygote.framework)
    asked: list[tuple[Any, ...]] = []
    try:
        with zygote.worker(task.limits) as worker:
            ask = load(task, worker, zygote, everything, made)
            if ask is None:
                return made

            def noted(arguments: tuple[Any, ...]) -> Reply:
                asked.append(arguments)
                return ask(arguments)

            f = Function(noted, task.signature.gives_array)
            for bank in task.banks:
                made.trials.append(Trial(bank))
                replay(bank, task.checks, f, made.trials[-1])
        decide(made)
    except Gone as gone:
        line = task.submission.line(*gone.place)
        where = f"\n\nIt was in {gone.place[0]}, line {gone.place[1]}:\n    {line}" if line else ""
        made.verdict, made.message, made.by_the_clock = gone.verdict, gone.message + where, gone.by_the_clock
        made.failure = in_flight(task, made.trials, asked, gone) if asked else None
    return made


Ask = Callable[[tuple[Any, ...]], Reply]


def load(task: Task, worker: Worker, zygote: Zygote, everything: bool, made: Attempt, read: bool = False) -> Ask | None:
    """Have the worker execute the submission; None, with the verdict in `made`, if that gives no function.

    The worker may have `read` the submission already.

    Raises:
        Gone: the submission's own statements ended the worker.
    """
    name = task.exercise.name
    files = {} if read else {"files": task.submission.to_wire()}
    note = worker.ask({"do": "load", **files, "name": name, "everything": everything, "banned": list(task.banned)})
    made.whole = note.get("whole") is True
    if note.get("forbidden") in task.banned:
        place = from_wire({**note, "status": "raised"})
        where = f"{place.file}, line {place.line}:\n    {task.submission.line(place.file, place.line)}"
        made.verdict, made.message = "forbidden", f"It uses {note['forbidden']}, which this assignment bans, in {where}"
        return None
    if note.get("defined") is not True:
        failures = from_list(note.get("failures"))
        made.verdict = "error" if failures else "missing"
        made.message = f"`{name}` was not defined: " + quoted(failures[0], task.submission) if failures else f"There is no function `{name}`."
        return None

    def ask(arguments: tuple[Any, ...], form: str = "arrays") -> Reply:
        before = worker.printed_bytes()
        data = worker.ask({"do": "call", "arguments": arguments, "form": form})
        reply = from_wire(data, worker.printed(before))
        if "MemoryError" in reply.bases:
            raise Gone("memory", f"It asked for more than {task.limits.memory >> 20} MiB of memory.")
        if reply.error == "Forbidden" and task.banned:
            raise Gone("forbidden", f"It uses what this assignment bans: {reply.text}.")
        if "RecursionError" in reply.bases:
            raise Gone("error", "It calls itself without end. " + quoted(reply, task.submission))
        return reply

    form = best_form(task, zygote.framework, ask)
    return lambda arguments: ask(arguments, form)


def best_form(task: Task, framework: str, ask: Callable[..., Reply]) -> str:
    """The form of arguments that framework code takes: float32 tensors if they give a value, else arrays."""
    tensors = TENSORS.get(framework)
    if tensors is None or not task.banks[0].cases:
        return "arrays"
    probe = task.banks[0].cases[len(task.banks[0].cases) // 2]
    return next((form for form in (tensors, "arrays") if ask(probe.arguments, form).status == "returned"), tensors)


def decide(made: Attempt) -> None:
    """The verdict of an attempt that ran to its end."""
    failures = [failure for trial in made.trials for failure in trial.failures]
    if made.trials[0].unfinished:
        made.verdict, made.message = "unfinished", "It is not written yet: it raises NotImplementedError."
        return
    if not failures:
        whole = all(trial.passed for trial in made.trials)
        made.verdict = "passed" if whole else "ungraded"
        made.message = "" if whole else "A bank holds no case for one of the checks; it was drawn for other checks."
        return
    made.mistake = next((mistake for trial in made.trials if (mistake := diagnose(trial))), None)
    named = made.mistake.fails if made.mistake else frozenset[str]()  # of contracts, the one that the sentence is about
    made.failure = min(failures, key=lambda failure: (("value", "law", "contract").index(failure.kind), failure.name not in named))
    by_status = {"raised": "error", "bad": "bad_return", "returned": "not_yet"}
    made.verdict = "not_yet" if made.failure.kind == "contract" else by_status[made.failure.reply.status]
    made.message = made.failure.sentence


def in_flight(task: Task, trials: list[Trial], asked: list[tuple[Any, ...]], gone: Gone) -> Failure:
    """The call that the worker did not come back from."""
    done = len(trials[-1].findings) if trials else 0
    names = [(VALUE, "value")] + [(p.name, p.kind) for p in task.checks.properties]
    name, kind = names[min(done, len(names) - 1)]
    reply = Reply("bad", text=gone.verdict)
    return Failure(name, kind, "", asked[-1], reply, None, gone.message, ())


def quoted(reply: Reply, submission: Submission) -> str:
    """An exception in words, with the student's own line."""
    text = submission.line(reply.file, reply.line)
    return reply.sentence() + (f"\n    {text}" if text else "")
