"""Misconceptions: wrong solutions that students really write, each with what to tell them.

A misconception is a function in an exercise's reference file, named for what the student did.
"""

from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any


@dataclass(frozen=True, slots=True)
class Misconception:
    """A wrong solution, the sentence that names the mistake, and the properties it must fail."""

    name: str
    feedback: str
    fails: frozenset[str]
    function: Callable[..., Any]


def misconception(feedback: str, *, fails: set[str]) -> Callable[[Callable[..., Any]], Misconception]:
    """Declare a wrong solution; `fails` names, before any run, exactly the properties that refuse it."""

    def declare(function: Callable[..., Any]) -> Misconception:
        return Misconception(function.__name__, feedback, frozenset(fails), function)

    return declare


def misconceptions_of(reference: ModuleType) -> tuple[Misconception, ...]:
    """The misconceptions of a reference file, in the order they are written."""
    return tuple(value for value in vars(reference).values() if isinstance(value, Misconception))
