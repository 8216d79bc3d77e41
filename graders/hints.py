"""Hints, in the order in which they help: on what does not hold first, then the exercise's own.

An exercise ties a hint of its own to a property by a heading that names it: "## If `has_the_valid_shape` does not hold".
"""

import re
from collections.abc import Sequence
from typing import Any

from .exercise import Exercise, checks_of

# What the contracts that exercises share are broken by; `*` stands for the rest of a name.
SHARED = {
    "leaves_its_inputs_alone": (
        "Which of your lines writes into an argument, or into a part of one? A slice such as `X[1:]` is no copy: it shows the same numbers.",
        "Compute into an array of your own: `Y = np.zeros(...)`, or start from `X.copy()`.",
    ),
    "remembers_nothing": (
        "What is left over from one call when the next begins? Look at global variables, at lists outside the function, and at a default "
        "argument such as `out=[]`: it is made once, not at every call.",
    ),
    "does_not_truncate*": (
        "Of which dtype is the array that you write your result into? `np.zeros_like(X)` has the dtype of `X`: an entry of 2.5 becomes 2 "
        "when `X` holds integers.",
        "Ask for floats when you make it: `np.zeros(shape)` gives them, whatever `X` holds.",
    ),
    "refuses_*": (
        "Which inputs does the statement forbid? Look for ValueError in it, and ask for each of them what your code does.",
        "Compare the sizes before anything is computed, each axis by itself: `if ... or ...: raise ValueError(...)`. An `assert`, a `print` "
        "or a `return None` is no ValueError.",
    ),
}
TIED = re.compile(r"^## If (.+?) (?:does|do) not hold\s*$", re.MULTILINE)


def hints_for(exercise: Exercise, failing: Sequence[str] = ()) -> list[str]:
    """The hints for an exercise of which some properties do not hold, the one that was shown first."""
    own, tied = split(exercise.text("hints.md"))
    says = {one.name: one for one in checks_of(exercise).properties}
    on_failing = [hint for name in failing[:1] for hint in (*tied.get(name, ()), *shared(name))]
    laws = [says[name].says for name in failing if name in says and says[name].kind == "law"]
    by_hand = [f"This should hold, and does not yet: {laws[0]} Try it by hand on an example of your own."] if laws else []
    values_are_right = all(name in says and says[name].kind == "contract" for name in failing)
    return on_failing if on_failing and values_are_right else [*on_failing, *own[:1], *by_hand, *own[1:]]


def failing_in(entry: dict[str, Any]) -> list[str]:
    """The properties that do not hold, the one of the counterexample first."""
    first = [entry["counterexample"]["property"]] if entry["counterexample"] else []
    return list(dict.fromkeys([*first, *(p["name"] for p in entry["properties"] if not p["passed"] and p["cases"])]))


def own_hints(exercise: Exercise) -> list[str]:
    """The hints of an exercise that are tied to no property."""
    return split(exercise.text("hints.md"))[0]


def split(text: str) -> tuple[list[str], dict[str, list[str]]]:
    """The hints of a `hints.md`, in order, and those tied to a property."""
    own: list[str] = []
    tied: dict[str, list[str]] = {}
    for part in re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]:
        heading, _, body = part.partition("\n")
        names = TIED.match(heading)
        if not names:
            own.append(flowing(body))
        for name in re.findall(r"`(\w+)`", names[1]) if names else []:
            tied.setdefault(name, []).append(flowing(body))
    return own, tied


def flowing(body: str) -> str:
    """Paragraphs without the line breaks that they were written with; indented lines and lists keep theirs."""
    parts = body.strip().split("\n\n")
    return "\n\n".join(part if re.search(r"^(    |[-*] )", part, re.MULTILINE) else " ".join(part.split()) for part in parts)


def shared(name: str) -> tuple[str, ...]:
    """The hints on a contract that many exercises have."""
    for pattern, hints in SHARED.items():
        if name == pattern or (pattern.endswith("*") and name.startswith(pattern[:-1])):
            return hints
    return ()
