"""Exploring: Hypothesis draws fresh cases live, and shrinks what it finds to a small counterexample."""

from dataclasses import replace
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

from .attempt import Attempt, Task, load
from .bank import Case
from .exercise import Answers, Checks, answers_of, checks_of, signature_of
from .frameworks import Zygotes
from .function import Function
from .grading import Judgement
from .judge import Failure, judge_value
from .limits import Limits
from .strategy import any_contents
from .submission import Submission
from .worker import Gone, Worker

EXAMPLES = 300


class Found(Exception):
    """A counterexample was found."""


def explored(one: Judgement, submission: Submission, zygotes: Zygotes) -> Attempt:
    """The attempt after fresh cases as well: the same, or not yet with a counterexample that the bank does not hold.

    Raises:
        ValueError: the reference is not installed here.
    """
    exercise, made, framework = one.exercise, one.attempt, one.attempt.framework
    checks, answers = checks_of(exercise), answers_of(exercise)
    limits = Limits(cpu_seconds=60)
    task = Task(exercise, signature_of(exercise), checks, one.banks, submission, limits)
    try:
        with Worker(zygotes.get(framework), limits) as worker:
            ask = load(task, worker, zygotes.get(framework), made.whole, Attempt())
            if ask is None:
                return made
            failure = smallest_failure(checks, answers, Function(ask, task.signature.gives_array))
    except Gone as gone:
        return replace(made, verdict=gone.verdict, message=gone.message)
    return replace(made, verdict="not_yet", message=failure.sentence, failure=failure) if failure else made


def smallest_failure(checks: Checks, answers: Answers, f: Function) -> Failure | None:
    """The simplest case, as Hypothesis shrinks, on which the function differs from the reference; None if none was found."""
    last: list[Failure] = []

    @settings(
        max_examples=EXAMPLES,
        phases=(Phase.generate, Phase.shrink),
        database=None,
        deadline=None,
        report_multiple_bugs=False,
        print_blob=False,
        suppress_health_check=list(HealthCheck),
    )
    @given(any_contents(checks.arguments))
    def agrees(arguments: tuple[Any, ...]) -> None:
        case = Case(arguments, answers.reference(*arguments), checks.tolerance(*arguments))
        failure = judge_value(case, f.reply(arguments))
        if failure:
            last[:] = [failure]
            raise Found

    try:
        agrees()
    except Found:
        return last[0]
    return None
