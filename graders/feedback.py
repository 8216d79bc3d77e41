"""What a learner is told about one exercise, in one order for every output.

First a sentence on what the code did, then the picture, then the sum behind the entry that differs, then what else there is to know, hints,
and what was tried. It is made from a report and says nothing that is not in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from .compare import difference
from .exercise import Exercise, checks_of, signature_of
from .hints import failing_in, hints_for
from .panels import LONGEST_AXIS, Cell, Panel, axis_panel, panels_of
from .show import number, pasteable
from .spoken import arguments_of, as_values, is_part
from .working import Working, working_of

Report = dict[str, Any]
JUDGED = ("not_yet", "error", "bad_return", "stateful")
WITHOUT_HINTS = ("passed", "ungraded", "refused", "forbidden")
MOST_MARKED = 200
PLACE = r"(?:(Row \d+, column \d+|Entry [\d, ]+|Your result): yours is|(Your result|Entry [\[\]\d]+ of your result) is|Your result has shape)"
PLAIN = re.compile(PLACE + r" .*it should be .*\.")


@dataclass(frozen=True, slots=True)
class Feedback:
    """What there is to say of one exercise.

    Attributes:
        heading: "passed", "not yet" or "could not be checked".
        sentence: what the code did, in words.
        call: the call that shows it, as a line to paste; "" if there is none.
        panels: its arguments, what came out and what should have.
        working: how the entry that differs comes about, "1·2 + 3·4 = 14; yours is 10."
        more: the rest of the explanation: the place, the law, the student's line, what was printed.
        tried: what was tried, in numbers.
        hints: what helps on, in order.
    """

    exercise: str
    verdict: str
    heading: str
    sentence: str
    call: str = ""
    panels: tuple[Panel, ...] = ()
    working: str = ""
    more: str = ""
    tried: str = ""
    hints: tuple[str, ...] = ()

    @property
    def passed(self) -> bool:
        return self.verdict == "passed"


def feedback_of(entry: Report, exercise: Exercise | None) -> Feedback:
    """What to say of an entry of a report; less, where its exercise is not installed here."""
    name, verdict, example = entry["exercise"], entry["verdict"], entry["counterexample"]
    heading = {"passed": "passed", "ungraded": "could not be checked"}.get(verdict, "not yet")
    tried = tried_in(entry) if entry["properties"] and verdict in JUDGED else ""
    hints = tuple(hints_for(exercise, failing_in(entry))) if exercise and verdict not in WITHOUT_HINTS else ()
    if not example:
        return Feedback(name, verdict, heading, entry["message"], tried=tried, hints=hints)
    sentence, *besides = entry["message"].split(" Besides: ")
    panels, working = drawn(example, exercise)
    more = example["explanation"].removeprefix(entry["message"]).removeprefix(sentence).strip("\n")
    more = "" if more in entry["message"] else more
    place = PLAIN.fullmatch(more or sentence)
    if working and place:
        working, more = f"{place[1] or place[2] or 'The shape'} should be {working}", ""
    more = "\n\n".join([*([more] if more else []), *(f"Besides: {one}" for one in besides)])
    return Feedback(name, verdict, heading, sentence, example["call"], panels, working, more, tried, hints)


def tried_in(entry: Report) -> str:
    """What was tried, in numbers."""
    kept = sum(p["passed"] for p in entry["properties"])
    failing = [p["name"].replace("_", " ") for p in entry["properties"] if not p["passed"] and p["cases"]]
    cases = sum(p["cases"] for p in entry["properties"])
    total = f"{kept} of {len(entry['properties'])} properties hold, tried on {cases} cases"
    return total + (f"; not yet: {', '.join(failing[:3])}{' and others' if len(failing) > 3 else ''}." if failing else ".")


def drawn(example: Report, exercise: Exercise | None) -> tuple[tuple[Panel, ...], str]:
    """The picture of a counterexample, and the working of the entry that differs."""
    gives_array = signature_of(exercise).gives_array if exercise else "np.array(" in example["call"]
    layouts = checks_of(exercise).layouts if exercise else {}
    arguments = dict(zip(example["arguments"], arguments_of(example["call"]), strict=False)) or as_values(example["arguments"], False)
    got, expected, where = as_values(example["got"], gives_array), as_values(example["expected"], gives_array), tuple(example["where"])
    raised = isinstance(example["got"], str) and gives_array
    no_return = got is None and isinstance(expected, np.ndarray)
    asked = exercise and expected is not None and not raised and not no_return and not (is_array(got, expected) and not where)
    working = working_of(exercise, arguments, where) if exercise and asked else None
    start = example["expected"]["from"] if is_part(example["expected"]) else ()
    where = tuple(at - from_ for at, from_ in zip(where, start, strict=False)) if start else where  # as what is shown of it counts
    if working and not comes_to(working, expected, where):  # a law may ask for something else than the value of this call
        working = None
    looked_at = working.looks_at if working else {}
    panels = [
        panel
        for name, value in arguments.items()
        for panel in panels_of(name, value, dict.fromkeys(looked_at.get(name, ()), "window"), layouts.get(name, ""))
    ]
    panels += [axis_panel(line) for line in (working.lines if working else ()) if line.before + line.size + line.after <= LONGEST_AXIS]
    panels += results(got, expected, where, layouts.get("result", ""), raised)
    return tuple(panels), spoken(working, got, where) if working else ""


def is_array(got: Any, expected: Any) -> bool:
    """Whether both are arrays of one shape, so that only an entry of them can be worked out."""
    return isinstance(got, np.ndarray) and isinstance(expected, np.ndarray) and bool(got.shape == expected.shape)


def results(got: Any, expected: Any, where: tuple[int, ...], layout: str, raised: bool) -> list[Panel]:
    """What came out and what should have, with the entries that differ marked, or the shapes if these differ."""
    if raised or got is None:
        return panels_of("expected", expected, {}, layout) if expected is not None else []
    if expected is None:
        return panels_of("yours", got, {}, layout)
    if isinstance(got, np.ndarray) and isinstance(expected, np.ndarray) and got.shape != expected.shape:
        return shapes(got, expected, layout)
    differing = dict.fromkeys(places_that_differ(got, expected), "differs")
    first = where or next(iter(differing), ())
    return [
        *panels_of("yours", got, {**differing, first: "wrong"}, layout),
        *panels_of("expected", expected, {**differing, first: "right"}, layout),
    ]


def shapes(got: np.ndarray, expected: np.ndarray, layout: str) -> list[Panel]:
    """Two arrays of different shapes; of two matrices the places that are too many, and those that are missing, are marked."""
    titles = f"yours, shape {got.shape}", f"expected, shape {expected.shape}"
    if got.ndim != 2 or expected.ndim != 2 or max(*got.shape, *expected.shape) > 10:
        pair = panels_of("yours", got, {}, layout), panels_of("expected", expected, {}, layout)
        named = [title + first.title.removeprefix("yours").removeprefix("expected") for title, (first, *_) in zip(titles, pair, strict=True)]
        return [one for title, (first, *rest) in zip(named, pair, strict=True) for one in (replace(first, title=title), *rest)]
    height, width = (max(a, b) for a, b in zip(got.shape, expected.shape, strict=True))
    grids = []
    for title, mine, other, mark in (titles[0], got, expected, "wrong"), (titles[1], expected, got, "right"):
        rows = [[cell_of_shape(mine, other, (i, j), mark) for j in range(width)] for i in range(height)]
        grids.append(Panel(title, tuple(map(tuple, rows))))
    return grids


def cell_of_shape(mine: np.ndarray, other: np.ndarray, at: tuple[int, int], mark: str) -> Cell:
    def holds(array: np.ndarray) -> bool:
        return bool(at[0] < array.shape[0] and at[1] < array.shape[1])

    return Cell(number(mine[at].item()), "" if holds(other) else mark) if holds(mine) else Cell("", "edge")


def places_that_differ(got: Any, expected: Any) -> Iterator[tuple[int, ...]]:
    """Where two results of one form differ, by more than any tolerance allows."""
    if isinstance(got, np.ndarray) and isinstance(expected, np.ndarray):
        apart = ~(np.abs(got - expected) <= 1e-3 * (1 + np.abs(expected)))
        yield from (tuple(int(i) for i in at) for at in np.argwhere(apart)[:MOST_MARKED])
    elif isinstance(expected, dict) and isinstance(got, dict):
        yield from ((i,) for i, key in enumerate(got) if key not in expected or difference(got[key], expected[key], 1e-3))
    elif isinstance(expected, tuple | list) and isinstance(got, tuple | list):
        yield from ((i,) for i, (a, b) in enumerate(zip(got, expected, strict=False)) if difference(a, b, 1e-3))


def entry_at(value: Any, where: tuple[int, ...]) -> Any:
    """The entry of a result at a place; the whole of it for what is no place."""
    try:
        for index in where:
            value = value[index]
    except (IndexError, TypeError, KeyError):
        return None
    return value.item() if isinstance(value, np.generic) else value


def wanted_at(expected: Any, where: tuple[int, ...]) -> Any:
    """What should be at a place; of an array as a whole its shape."""
    return expected.shape if isinstance(expected, np.ndarray) and not where else entry_at(expected, where)


def comes_to(working: Working, expected: Any, where: tuple[int, ...]) -> bool:
    """Whether a working gives what is expected at a place."""
    wanted = wanted_at(expected, where)
    tolerance = 1e-3 * (1 + abs(wanted)) if isinstance(wanted, int | float) else 0.0
    return wanted is not None and difference(working.value, wanted, tolerance) is None


def spoken(working: Working, got: Any, where: tuple[int, ...]) -> str:
    """The sum of an entry written out, and what came out instead."""
    mine = wanted_at(got, where)
    if not isinstance(mine, int | float | tuple) or isinstance(working.value, dict | list):
        return f"{working.sentence}."
    told = number(mine) if isinstance(mine, float) else pasteable(mine)
    same = isinstance(working.value, int | float) and isinstance(mine, float) and told == number(working.value)
    return f"{working.sentence}; yours is {repr(mine) if same else told}."
