"""Every known mistake, written again by somebody who had read its one sentence only: it is refused, and named rightly or not at all.

Each function of `rewritten/<exercise>.py` is called `<misconception>__<style>`. Half of them leave out the check of errors.
"""

from collections.abc import Callable
from pathlib import Path
from types import FunctionType
from typing import Any

import pytest

from convgrade.bank import Bank
from convgrade.diagnosis import diagnose
from convgrade.draw import elements_of
from convgrade.exercise import find, load_module
from convgrade.promises import trial

HERE = Path(__file__).parent / "rewritten"
SMALL = 12


def rewritten(exercise: str) -> dict[str, Callable[..., Any]]:
    """The functions of an exercise's file by their names, loaded anew so that those which remember start afresh."""
    module = load_module(HERE / f"{exercise}.py", f"{exercise} rewritten")
    return {name: value for name, value in vars(module).items() if isinstance(value, FunctionType) and "__" in name.strip("_")}


@pytest.mark.parametrize("exercise", sorted(path.stem for path in HERE.glob("*.py")))
def test_a_rewritten_mistake_is_refused_and_never_misnamed(
    exercise: str, banks: dict[str, Bank], record_property: Callable[[str, object], None]
) -> None:
    accepted, misnamed = [], []
    for name, function in rewritten(exercise).items():
        meant = name.rpartition("__")[0]
        seen = trial(find()[exercise], banks[exercise], function)
        found = diagnose(seen)
        if seen.passed:
            accepted.append(name)
        elif found and found.name != meant:
            misnamed.append(f"{name} is taken for {found.name}")
        record_property("rewritten mistakes", 1)
        record_property("rewritten mistakes named", int(found is not None and found.name == meant))
        record_property("rewritten mistakes misnamed", int(found is not None and found.name != meant))
        if seen.failures:
            record_property("counterexamples", 1)
            record_property("counterexamples of at most 12 elements", int(elements_of(seen.failures[0].arguments) <= SMALL))
    assert (accepted, misnamed) == ([], [])


@pytest.mark.slow
def test_eight_in_ten_rewritten_mistakes_are_named_and_nine_in_ten_counterexamples_are_small(banks: dict[str, Bank]) -> None:
    named, sizes = [], []
    for exercise in banks:
        for name, function in rewritten(exercise).items():
            seen = trial(find()[exercise], banks[exercise], function)
            found = diagnose(seen)
            named.append(found is not None and found.name == name.rpartition("__")[0])
            sizes.append(elements_of(seen.failures[0].arguments))
    assert sum(named) >= 0.8 * len(named)
    assert sum(size <= SMALL for size in sizes) >= 0.9 * len(sizes)


@pytest.mark.parametrize("exercise", sorted(path.stem for path in HERE.glob("*.py")))
def test_every_known_mistake_is_rewritten_in_two_styles(exercise: str, banks: dict[str, Bank]) -> None:
    meant = [name.rpartition("__")[0] for name in rewritten(exercise)]
    assert {m.name for m in banks[exercise].mistakes if meant.count(m.name) < 2} == set()
