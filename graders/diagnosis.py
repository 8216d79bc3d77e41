"""Naming the mistake: does the function behave like a known misconception, and like no other?"""

from typing import Any

import numpy as np

from .bank import KnownMistake
from .compare import as_array, difference
from .judge import Trial
from .property import VALUE

FEWEST_CASES = 20
FEWEST_SAME = 3


def diagnose(trial: Trial) -> KnownMistake | None:
    """The one misconception that explains everything seen, or None.

    Wrong values must be the misconception's, by the verdict's own comparison. With right values throughout, the failing
    properties must be the misconception's exactly.
    """
    if trial.passed or len(trial.replies) < FEWEST_CASES or len(trial.replies) < len(trial.bank.cases):
        return None
    if any(trial.wrong):
        fitting = [m for m in trial.bank.mistakes if VALUE in m.fails and behaves_like(m, trial)]
    else:
        failing = {finding.name for finding in trial.findings if not finding.passed}
        fitting = [m for m in trial.bank.mistakes if m.fails == failing]
    return fitting[0] if len(fitting) == 1 else None


def behaves_like(mistake: KnownMistake, trial: Trial) -> bool:
    """Whether the function is wrong where the misconception is, with the same wrong values, and right where it is right.

    One slip raises in one style and gives a number in the next: where either raises, both being wrong is enough, as long
    as some wrong values are the same or the misconception has none.
    """
    returned = same_wrong_values = wrong_values = 0
    for reply, wrong, outcome, case in zip(trial.replies, trial.wrong, mistake.outcomes, trial.bank.cases, strict=True):
        should_be_wrong = "raises" in outcome or difference(outcome["value"], case.expected, case.tolerance) is not None
        if wrong != should_be_wrong:
            return False
        wrong_values += should_be_wrong and "value" in outcome
        if reply.status == "returned" and "value" in outcome:
            if wrong and not alike(reply.value, outcome["value"], case.tolerance):
                return False
            returned += 1
            same_wrong_values += wrong
    return returned >= FEWEST_CASES and same_wrong_values >= min(FEWEST_SAME, wrong_values)


def alike(value: Any, other: Any, tolerance: float) -> bool:
    """Whether two wrong values are the same; here, unlike in a verdict, NaN equals NaN."""
    a, b = as_array(value), as_array(other)
    if a is None or b is None or a.shape != b.shape or not np.isnan(b).any():
        return difference(value, other, tolerance) is None
    return bool(np.array_equal(np.isnan(a), np.isnan(b))) and difference(np.nan_to_num(a), np.nan_to_num(b), tolerance) is None
