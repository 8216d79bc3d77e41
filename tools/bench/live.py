"""An exercise's checks as live Hypothesis tests: what the tests of a notebook call in the graders that convgrade is compared with."""

from collections.abc import Callable
from typing import Any

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from convgrade.compare import is_whole
from convgrade.exercise import answers_of, checks_of, find, signature_of
from convgrade.function import Function, in_process
from convgrade.property import Property, Strategy, agree
from convgrade.strategy import CONTENTS, strategy_of

# A bank holds 47 to 67 value cases, and its replay calls the student's function 95 to 119 times. With these numbers a live check makes
# about as many calls; `rivals.calls` counts both. Laws about the same cases share a test, so that few draws are rejected.
VALUES, LAWS = 60, 2
ON_EVERY_CASE = 100  # a property tried so often is a look at an answer that the value test has anyway

live = settings(database=None, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))


def check(name: str, student: Callable[..., Any]) -> None:
    """Check a student's function: values, laws and contracts.

    Raises:
        Mismatch: Hypothesis's smallest case that shows what is not so.
    """
    exercise = find()[name]
    checks, reference, gives_array = checks_of(exercise), answers_of(exercise).reference, signature_of(exercise).gives_array
    always, together = grouped(checks.properties)

    @settings(live, max_examples=VALUES)
    @given(drawn_from(checks.arguments, CONTENTS))
    def values(arguments: tuple[Any, ...]) -> None:
        f = Function(in_process(student), gives_array)
        agree(f, arguments, reference(*arguments), checks.tolerance(*arguments))
        for one in always if is_whole(*(a for a in arguments if isinstance(a, np.ndarray))) else ():
            one.check(f, *arguments)

    def hold(laws: list[Property]) -> None:
        where, cases = laws[0].where, drawn_from(laws[0].cases or checks.arguments, ("ramp", "signed"))  # whole numbers, as in a bank

        @settings(live, max_examples=min(LAWS, laws[0].times))
        @given(cases.filter(lambda drawn: where(*drawn)) if where else cases)
        def test(arguments: tuple[Any, ...]) -> None:
            f = Function(in_process(student), gives_array)
            for one in laws:
                one.check(f, *arguments)

        test()

    with np.errstate(all="ignore"):
        values()
        for laws in together:
            hold(laws)


def drawn_from(arguments: Strategy, contents: tuple[str, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    """What `any_contents` draws, faster: each strategy is made once."""
    return st.one_of(*(strategy_of(arguments, c) for c in contents))


def grouped(properties: tuple[Property, ...]) -> tuple[list[Property], list[list[Property]]]:
    """The properties that every case is looked at for, and the others, those about the same cases together."""
    always = [p for p in properties if p.cases is None and p.where is None and p.times >= ON_EVERY_CASE]
    together: dict[tuple[Any, Any], list[Property]] = {}
    for one in properties:
        if one not in always:
            together.setdefault((one.cases, one.where), []).append(one)
    return always, list(together.values())
