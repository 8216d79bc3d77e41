"""Points: all or nothing, or by property."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from convgrade.bank import Bank
from convgrade.exercise import find
from convgrade.frameworks import Zygotes
from convgrade.grading import Judgement, grade
from convgrade.limits import Limits
from convgrade.property import VALUE
from convgrade.report import report_on, validated
from convgrade.scoring import Points, Worth, earned
from convgrade.submission import File, Submission

REFUSES = "refuses_a_kernel_larger_than_the_image"
LINEAR = "is_linear_in_the_kernel"
RIGHT = """
import numpy as np
def corr2d(X, K):
    h, w = K.shape
    if h > X.shape[0] or w > X.shape[1]: raise ValueError("kernel")
    return np.array([[(X[i:i+h, j:j+w] * K).sum() for j in range(X.shape[1]-w+1)] for i in range(X.shape[0]-h+1)])
"""
NEVER_REFUSES = RIGHT.replace("    if h", "    if False and h").replace("np.array", "np.array")
ZEROS = """
import numpy as np
def corr2d(X, K):
    return np.zeros((X.shape[0] - K.shape[0] + 1, X.shape[1] - K.shape[1] + 1))
"""


@pytest.fixture
def properties(banks: dict[str, Bank]) -> list[str]:
    return list(banks["corr2d"].properties)


def points(made: Judgement, **by_property: float) -> tuple[float, dict[str, float]]:
    return earned(made.attempt, Points(sum(by_property.values()), by_property), len(made.banks))


def test_an_exercise_is_all_or_nothing(judged: Callable[..., Judgement]) -> None:
    assert earned(judged("corr2d", RIGHT).attempt, Points(3), 1) == (3, {})
    assert earned(judged("corr2d", NEVER_REFUSES).attempt, Points(3), 1) == (0, {})


def test_by_property_what_holds_earns_its_points(judged: Callable[..., Judgement], properties: list[str]) -> None:
    made = judged("corr2d", NEVER_REFUSES)
    broken = [finding.name for trial in made.attempt.trials for finding in trial.findings if not finding.passed]
    assert broken
    assert VALUE not in broken
    held = dict.fromkeys([VALUE, *properties], 2.0)
    assert points(made, **held) == (2.0 * (len(held) - len(broken)), {name: 0.0 if name in broken else 2.0 for name in held})


def test_laws_that_hold_of_a_constant_earn_nothing(judged: Callable[..., Judgement], properties: list[str]) -> None:
    made = judged("corr2d", ZEROS)
    assert any(finding.passed for trial in made.attempt.trials for finding in trial.findings)
    assert points(made, **dict.fromkeys(properties, 1.0))[0] == 0


def test_a_function_that_did_not_see_every_case_earns_nothing(judged: Callable[..., Judgement], properties: list[str]) -> None:
    endless = RIGHT.replace("    h, w = K.shape\n", "    h, w = K.shape\n    while w == 3: pass\n")
    made = judged("corr2d", endless, cpu_seconds=1)
    assert made.attempt.verdict == "timeout"
    assert points(made, **dict.fromkeys([VALUE, *properties], 1.0))[0] == 0


def test_a_property_has_to_hold_on_every_bank(zygotes: Zygotes, banks: dict[str, Bank]) -> None:
    """A table of the public cases has the value property on them, and not on secret ones."""
    public = banks["out_size"]
    secret = replace(public, visibility="secret", cases=tuple(replace(case, expected=case.expected + 1) for case in public.cases))
    text = "def out_size(n, k, p=0, s=1, d=1):\n    if d * (k - 1) >= n + 2 * p: raise ValueError\n    return (n + 2 * p - d * (k - 1) - 1) // s + 1"
    submission = Submission("work.py", (File("work.py", (("work.py", text),)),), "")
    worth = Worth({"out_size": Points(3, {VALUE: 2, "is_a_whole_number": 1})})
    exercises = {"out_size": find()["out_size"]}
    made = {n: grade(submission, exercises, {"out_size": some}, zygotes, Limits()) for n, some in {1: [public], 2: [public, secret]}.items()}
    one, two = (validated(report_on(submission, each, "strict", {}, worth)) for each in made.values())
    assert (one["score"], one["max_score"], two["score"], two["max_score"]) == (3, 3, 0, 3)
    said = [(p["visibility"], p["score"], p["max_score"]) for p in two["exercises"][0]["properties"] if p["name"] == VALUE]
    assert said == [("public", 0, 0), ("secret", 0, 2)]
