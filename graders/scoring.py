"""What an attempt earns: an exercise is all or nothing, unless an assignment gives points by property."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from .attempt import Attempt
from .judge import Trial
from .property import VALUE

REPLAYED = ("passed", "not_yet", "error", "bad_return")  # verdicts of functions that were tried on every case


@dataclass(frozen=True, slots=True)
class Points:
    """What an exercise is worth: all or nothing, or by property if `properties` says how much for each."""

    total: float = 1.0
    properties: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Worth:
    """The points of exercises and questions, by name; what is not named is worth one."""

    exercises: Mapping[str, Points] = field(default_factory=dict)
    questions: Mapping[str, float] = field(default_factory=dict)

    def of(self, exercise: str) -> Points:
        return self.exercises.get(exercise, Points())

    def of_question(self, question: str) -> float:
        return self.questions.get(question, 1.0)


def earned(made: Attempt, points: Points, banks: int) -> tuple[float, dict[str, float]]:
    """The points of an attempt that was judged on a number of banks, and those of each property where they are given so."""
    if not points.properties:
        return (points.total if made.verdict == "passed" else 0.0), {}
    by_property = {name: worth if counts(name, made, banks) else 0.0 for name, worth in points.properties.items()}
    return sum(by_property.values()), by_property


def counts(name: str, made: Attempt, banks: int) -> bool:
    """Whether a property holds on every bank, and means something: a law that holds of a function without right values proves nothing."""
    findings = [finding for trial in made.trials for finding in trial.findings if finding.name == name]
    if made.verdict not in REPLAYED or len(findings) != banks or not all(finding.passed for finding in findings):
        return False
    return name == VALUE or all(mostly_right(trial) for trial in made.trials)


def mostly_right(trial: Trial) -> bool:
    """Whether at least half of the value cases are right, of those whose expected output a constant could not give."""
    telling = [not wrong for case, wrong in zip(trial.bank.cases, trial.wrong, strict=False) if not is_constant(case.expected)]
    return 2 * sum(telling) >= len(telling) > 0


def is_constant(expected: object) -> bool:
    """Whether an array has several entries that are all the same."""
    return isinstance(expected, np.ndarray) and expected.size > 1 and bool((expected == expected.flat[0]).all())
