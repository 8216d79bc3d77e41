"""One exercise of a submission, judged; if it is not right, together with the others that it calls: one of them may be to blame."""

from collections.abc import Callable, Mapping

from .bank import Bank
from .exercise import Exercise
from .frameworks import Zygotes
from .grading import Judgement, grade
from .limits import Limits
from .submission import Submission


def judge_single(
    exercise: Exercise,
    submission: Submission,
    exercises: Mapping[str, Exercise],
    bank_of: Callable[[Exercise], Bank],
    zygotes: Zygotes,
    limits: Limits,
) -> Judgement:
    """The judgement of an exercise, whose function may call those of `exercises`."""
    judgement = grade(submission, {exercise.name: exercise}, {exercise.name: [bank_of(exercise)]}, zygotes, limits, known=list(exercises))[0]
    others = {} if judgement.passed else {name: other for name, other in exercises.items() if name in judgement.uses}
    if not others:
        return judgement
    together = {exercise.name: exercise} | others
    return grade(submission, together, {name: [bank_of(other)] for name, other in together.items()}, zygotes, limits)[0]
