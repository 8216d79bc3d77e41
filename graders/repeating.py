"""The same calls once more, in fresh workers: a function's answer depends on its arguments alone."""

from typing import Any

import numpy as np

from .attempt import Attempt, Task, load
from .compare import as_array, difference
from .inside.calling import identical
from .judge import Failure
from .property import VALUE
from .reply import Reply
from .worker import Gone
from .zygote import Zygote

REPEATED = 12
ROUNDS = 5  # luck that falls as heads or tails does is taken for memory once in a million
JUDGED = ("passed", "not_yet", "error", "bad_return")
REMEMBERS = "The same call gives another answer when other calls were made before: your function remembers something."
VARIES = "The same call gives another answer each time: is something random, or read before it is written?"


def repeat(task: Task, zygote: Zygote, everything: bool, made: Attempt) -> None:
    """Make some of the calls of an attempt again, last first, in fresh workers.

    Sets the verdict to "stateful" if each call gives one answer in a worker of its own but not the one that was seen, and to
    "unrepeatable" if it gives different ones.
    """
    if made.verdict not in JUDGED:
        return
    try:
        compare_with_fresh(task, zygote, everything, made)
    except Gone as gone:
        made.verdict, made.message, made.mistake = gone.verdict, gone.message, None


def compare_with_fresh(task: Task, zygote: Zygote, everything: bool, made: Attempt) -> None:
    seen = sample(made, REPEATED)
    calls = [arguments for arguments, _ in seen]
    if all(same(a, b) for a, (_, b) in zip(fresh(task, zygote, everything, calls), seen, strict=True)):
        return
    first = [fresh(task, zygote, everything, [call])[0] for call in calls]
    again = (fresh(task, zygote, everything, [call])[0] for _ in range(ROUNDS) for call in calls)
    if all(same(a, b) for a, b in zip(first * ROUNDS, again, strict=True)):
        made.verdict, made.message = "stateful", REMEMBERS
    else:  # nothing that was seen would be seen again: the report must not depend on it
        first_case = task.banks[0].cases[0]
        failure = Failure(VALUE, "value", "", first_case.arguments, Reply("bad", text="another value each time"), first_case.expected, VARIES, ())
        made.verdict, made.message, made.trials, made.failure, made.mistake = "unrepeatable", VARIES, [], failure, None


def sample(made: Attempt, count: int) -> list[tuple[tuple[Any, ...], Reply]]:
    """Some value cases of each bank with the replies seen, the largest first."""
    pairs = [(case.arguments, reply) for t in made.trials for case, reply in zip(t.bank.cases, t.replies, strict=False)]
    step = max(len(pairs) // count, 1)
    chosen = pairs[step // 2 :: step]
    wrong = [pair for pair, bad in zip(pairs, (bad for t in made.trials for bad in t.wrong), strict=False) if bad]
    return (wrong[:1] + chosen)[::-1]


def fresh(task: Task, zygote: Zygote, everything: bool, calls: list[tuple[Any, ...]]) -> list[Reply]:
    with zygote.worker(task.limits) as worker:
        ask = load(task, worker, zygote, everything, Attempt())
        return [ask(arguments) for arguments in calls] if ask else [Reply("bad") for _ in calls]


def same(a: Reply, b: Reply) -> bool:
    """Whether two replies to one call are the same, but for the last digits that a busy machine may round otherwise."""
    if (a.status, a.error) != (b.status, b.error):
        return False
    if a.status != "returned" or identical(a.value, b.value):
        return True
    array = as_array(b.value)
    if array is not None and array.dtype.kind != "f":
        return False
    largest = float(np.nan_to_num(np.abs(array)).max(initial=0.0)) if array is not None else 0.0
    return type(a.value) is type(b.value) and difference(a.value, b.value if array is None else array, 1e-5 * (1 + largest)) is None
